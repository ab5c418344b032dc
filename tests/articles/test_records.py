"""JSON, JSONL and CSV: the same records give the same articles, and one that is broken costs no other."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.articles import bounds
from lienket.articles.records import read_csv, read_json, read_jsonl
from lienket.model import Article, Rejected
from tests.articles.article_files import NEWS, articles, keys, results, texts, windows_1258

# Whatever a text may hold; csv.writer cannot write a NUL, and none of them may be blank or half a pair.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1).filter(str.strip)
RECORDS = st.lists(
    st.fixed_dictionaries({"id": WORDS, "title": WORDS, "text": WORDS, "outlet": WORDS, "authors": WORDS}), min_size=1
)


def as_csv(records: list[dict[str, str]], *, delimiter: str = ",") -> bytes:
    made = io.StringIO(newline="")
    rows = csv.DictWriter(made, fieldnames=list(records[0]), delimiter=delimiter, quoting=csv.QUOTE_ALL)
    rows.writeheader()
    rows.writerows(records)
    return made.getvalue().encode()


def as_jsonl(records: list[dict[str, str]]) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@given(records=RECORDS)
def test_all_forms_agree(records: list[dict[str, str]]) -> None:
    forms = [
        read_json(io.BytesIO(json.dumps(records, ensure_ascii=False).encode("utf-8-sig")), source="a.json"),
        read_json(io.BytesIO(json.dumps({"articles": records}).encode()), source="b.json"),
        read_json(io.BytesIO(json.dumps({"data": records}, indent=1).encode("utf-16")), source="c.json"),
        read_json(io.BytesIO(as_jsonl(records)), source="d.json"),
        read_jsonl(io.BytesIO(as_jsonl(records)), source="e.jsonl"),
        *(read_csv(io.BytesIO(as_csv(records, delimiter=one)), source="f.csv") for one in ",;\t"),
    ]
    first, *others = [list(form) for form in forms]
    assert [result.text for result in first if isinstance(result, Article)] == [record["text"] for record in records]
    assert all(other == first for other in others)


def test_where_each_record_was() -> None:
    records = [{"id": "1", "text": "hai\ndòng"}, {"id": "2", "text": "t"}]
    places = {
        "a.json#2": read_json(io.BytesIO(json.dumps(records).encode()), source="a.json"),
        "a.jsonl:2": read_jsonl(io.BytesIO(as_jsonl(records)), source="a.jsonl"),
        "a.csv:4": read_csv(io.BytesIO(as_csv(records)), source="a.csv"),
    }
    assert [[*found][1].source for found in places.values()] == list(places)


@pytest.mark.parametrize("write", [str.encode, windows_1258, lambda text: text.encode("utf-16")])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.json"])
def test_other_encodings(tmp_path: Path, name: str, write: Callable[[str], bytes]) -> None:
    text = "Tỉnh Thí Dụ"
    content = f"id,text\n1,{text}\n" if name == "a.csv" else json.dumps({"id": 1, "text": text}, ensure_ascii=False)
    (tmp_path / name).write_bytes(write(content))
    [article] = articles(tmp_path / name)
    assert windows_1258(article.text) == windows_1258(text)


BROKEN = [
    ("a.jsonl", '{"text": "a"}\n{"text": \n{"text": "b"}\n', ["json-broken"], [":2"], ["a", "b"], "a broken line"),
    ("a.jsonl", '{"text": "a"} {"text": "b"}\n{"text": "c"}', ["json-broken"], [":1"], ["c"], "two on a line"),
    ("a.jsonl", '\n{"text": "a"}\n\n[1]\n', ["record-not-an-object"], [":4"], ["a"], "no record; blank lines are none"),
    ("a.jsonl", '{"text": "a", "text": "b"}\n{"text": "c"}', ["json-name-twice"], [":1"], ["c"], "which text?"),
    ("a.jsonl", '{"text": NaN}\n{"text": "c"}', ["text-not-a-string"], [":1"], ["c"], "NaN for a text"),
    ("a.jsonl", '{"text": "a", "x": NaN}', [], [], ["a"], "NaN in a field that is not read"),
    ("a.jsonl", '{"text": "a", "id": ' + "1" * 5000 + "}", ["id-not-text"], [":1"], [], "a number of 5,000 digits"),
    ("a.jsonl", "[" * 100_000 + '\n{"text": "a"}', ["json-too-deep"], [":1"], ["a"], "nesting without end"),
    ("a.jsonl", '{"text": "\\ud800"}\n{"text": "a"}', ["text-not-unicode"], [":1"], ["a"], "half a pair"),
    ("a.json", '[{"text": "a"},\n {"text": }]', ["json-broken"], [":2"], ["a"], "records before it are kept"),
    ("a.json", '[{"text": "a"} {"text": "b"}]', ["json-broken"], [":1"], ["a"], "a comma is missing"),
    ("a.json", '[{"text": "a"}', ["json-broken"], [":1"], ["a"], "the list does not end"),
    ("a.json", '[{"text": "a"}, 5, {"text": "b"}]', ["record-not-an-object"], ["#2"], ["a", "b"], "no record"),
    ("a.json", '[{"text": "a"}, {"x": 1, "x": 2}]', ["json-name-twice"], ["#2"], ["a"], "a name twice"),
    ("a.json", "[" * 100_000, ["json-too-deep"], [":1"], [], "nesting without end"),
    ("a.json", "[]", ["file-without-records"], [""], [], "no record at all"),
    ("a.json", '{"articles": []}', ["file-without-records"], [""], [], "nor here"),
    ("a.json", "xin chào", ["json-broken"], [":1"], [], "text under the wrong name"),
    ("a.csv", 'text\na\n"b\nc\n', ["csv-quotes"], [":3"], ["a"], "an open quotation mark, where its row begins"),
    ("a.csv", 'text\na\n"b"c\nd\n', ["csv-quotes"], [":3"], ["a"], "words behind the closing one"),
    ("a.csv", "id,text\n1,a\n2\n3,c,d\n4,e\n", ["csv-cells"] * 2, [":3", ":4"], ["a", "e"], "too few, too many cells"),
    ("a.csv", "id,text\n1,a\n,\n\n2,b\n", [], [], ["a", "b"], "blank rows are no rows"),
    ("a.csv", "id,noi_dung\n1,a\n", ["csv-no-text"], [""], [], "no column holds the text"),
    ("a.csv", "text,id,text\na,1,b\n", ["csv-column-twice"], [""], [], "which text?"),
    ("a.csv", "id,text\n", ["file-without-records"], [""], [], "names of columns alone"),
    ("a.csv", "text\ra\rb\r", ["csv-line-ends"], [":1"], [], "line ends of old machines"),
]


@pytest.mark.parametrize(("name", "content", "expected", "places", "kept", "reason"), BROKEN)
def test_broken_records(
    tmp_path: Path, name: str, content: str, expected: list[str], places: list[str], kept: list[str], reason: str
) -> None:
    (tmp_path / name).write_bytes(content.encode())
    found = results(tmp_path / name)
    sources = [result.source.rpartition(name)[2] for result in found if isinstance(result, Rejected)]
    assert (keys(found), sources, texts(found)) == (expected, places, kept), reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_bad_byte_costs_one_record(tmp_path: Path, name: str) -> None:
    lines = [b'"text"', b'"h\xe1\xbb\x99i"', b'"h\xe1\xbbi"', b'"h\xe1\xbb\x8b"']
    if name == "a.jsonl":
        lines = [b'{"text": ' + line + b"}" for line in lines]
    (tmp_path / name).write_bytes(b"\n".join(lines))
    found = results(tmp_path / name)
    assert (keys(found), texts(found)[-2:]) == (["text-not-unicode"], ["hội", "hị"])


def test_a_line_too_long_costs_one_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LONGEST_RECORD", 40)
    lines = [{"text": "a"}, {"text": "b" * 500}, {"text": "c"}]
    (tmp_path / "a.jsonl").write_bytes(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    found = results(tmp_path / "a.jsonl")
    assert (keys(found), texts(found)) == (["line-too-long"], ["a", "c"])


def test_a_json_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_FILE", 50)
    (tmp_path / "a.json").write_text(json.dumps([{"text": "a"}] * 10))
    assert keys(results(tmp_path / "a.json")) == ["file-too-large"]


def test_mapping(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ma;noi_dung;tieu_de\n1;Toàn văn;Tít\n", encoding="utf-8-sig")
    [article] = articles(tmp_path / "a.csv", mapping={"id": "ma", "text": "noi_dung", "title": "tieu_de"})
    assert article == Article(id="1", text="Toàn văn", title="Tít")


def test_a_cell_larger_than_the_csv_module_allows_by_itself(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text\n{'a' * 200_000}\n{NEWS.splitlines()[0]}\n", encoding="utf-8")
    assert len(articles(tmp_path / "a.csv")) == 2
