"""Everything the program says, it says in Vietnamese and in English: nothing untranslated, nothing unused."""

from __future__ import annotations

import ast
import csv
import re
import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from lienket import cli, errors
from lienket.bilingual import translate
from lienket.query.question import questions

PACKAGE = Path(cli.__file__).parent
TABLES = {
    "messages": PACKAGE / "messages" / "messages.csv",
    "page": PACKAGE / "view" / "templates" / "texts.csv",
}
SAYING = frozenset({"message", "session.tell", "_say"})
ERRORS = frozenset(name for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception))
"""Functions and errors whose first argument is the key of a sentence."""
MARKED = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđ]")
"""Letters that no English word has."""


def _rows(table: str) -> list[dict[str, str]]:
    with TABLES[table].open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("table", TABLES)
def test_each_sentence_is_there_in_both_languages_with_the_same_values(table: str) -> None:
    rows = _rows(table)
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert row["vi"].strip() and row["en"].strip(), row["key"]
        assert _fields(row["vi"]) == _fields(row["en"]), row["key"]


@pytest.mark.parametrize("table", TABLES)
def test_no_sentence_is_left_in_the_other_language(table: str) -> None:
    for row in _rows(table):
        vi, en = row["vi"], row["en"]
        words = [word for word in re.findall(r"[^\W\d_]+", re.sub(r"\{\w+\}|--[\w-]+", "", vi)) if len(word) > 1]
        if words:
            assert vi != en, row["key"]
        if len(words) > 3:
            assert re.search(r"[à-ỹăâđêôơưÀ-ỸĂÂĐÊÔƠƯ]", vi), row["key"]
        plain = re.sub(r"\"[^\"]*\"|“[^”]*”|^ *lienket .*$|Liên Kết|e\.g\..*", "", en, flags=re.MULTILINE)
        assert not MARKED.search(plain), row["key"]


def _keys() -> Iterator[tuple[str, bool]]:
    """Yield the keys that the code names, whole (True) or the begin of them (`message(f"kind-{…}")`)."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = ast.unparse(node.func)
            if name not in SAYING and name not in ERRORS:
                continue
            for key in _alternatives(node.args[0]):
                if isinstance(key, ast.Constant) and isinstance(key.value, str) and re.fullmatch("[a-z-]+", key.value):
                    yield key.value, True
                elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                    yield str(key.values[0].value), False


def _alternatives(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def test_every_sentence_that_the_code_asks_for_exists() -> None:
    known = {row["key"] for table in TABLES for row in _rows(table)}
    for key, whole in _keys():
        found = key in known if whole else any(one.startswith(key) for one in known)
        assert found, key


def test_no_sentence_is_there_for_nothing() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    begins = tuple({key for key, whole in _keys() if not whole} | {"help-"})
    for row in _rows("messages"):
        key = row["key"]
        assert key.startswith(begins) or f'"{key}"' in source, key


def test_the_help_of_every_command_is_in_the_language_asked_for() -> None:
    told = {}
    for lang in ("vi", "en"):
        translate(cli.commands, lang=lang)
        told[lang] = {
            (name, option): text
            for name, command in {"lienket": cli.commands, **cli.commands.commands}.items()
            for option, text in (
                ("", command.help),
                *((each.name, each.help) for each in command.params if isinstance(each, click.Option)),
            )
        }
    assert all(text for lang in told for text in told[lang].values())
    assert [key for key, text in told["vi"].items() if text == told["en"][key]] == []


def test_every_question_is_asked_in_both_languages() -> None:
    for one in questions().values():
        assert one.vi.endswith("?") and one.en.endswith("?") and one.vi != one.en
