"""An article with its facts marked, as lines and as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lienket
from lienket.errors import UsageError
from lienket.query.explained import explain
from lienket.store.local import LocalStore
from lienket.view.marked import Fact, Mark, Marked, page

TEXT = (
    "Bản tin\n\nNgày 7/6/2017, Ban Dân tộc tỉnh Yên Bái tổ chức hội nghị. Dự hội nghị có ông Nguyễn Văn Thí Dụ,"
    " Trưởng ban Ban Dân tộc tỉnh Yên Bái.\nÔng Dụ nói: <script>alert(1)</script>"
)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>'


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    folder = tmp_path_factory.mktemp("explained")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    lienket.build([folder / "a.txt"], store=folder / "store")
    with LocalStore.read(folder / "store") as store:
        (entry,) = store.ledger
        yield explain(store, entry.id)


def test_the_lines_are_the_text(marked: Marked) -> None:
    assert marked.text == TEXT
    assert [line.text for line in marked.lines()] == [line for line in TEXT.splitlines() if line]
    for line in marked.lines():
        assert "".join(stretch for stretch, _ in line.stretches()) == line.text


def test_what_is_named_is_marked_where_it_stands(marked: Marked) -> None:
    stretches = [(stretch, mark.kind) for line in marked.lines() for stretch, mark in line.stretches() if mark]
    assert ("Nguyễn Văn Thí Dụ", "person") in stretches
    assert ("Ban Dân tộc tỉnh Yên Bái", "agency") in stretches


def test_each_fact_stands_below_its_line_with_rule_and_confidence(marked: Marked) -> None:
    (office,) = [fact for line in marked.lines() for fact in line.facts if fact.kind == "office"]
    assert office.told == "Nguyễn Văn Thí Dụ: Trưởng ban, Ban Dân tộc tỉnh Yên Bái (đương chức)"
    assert office.rule.startswith("membership/")
    assert 0.5 <= office.confidence <= 1


def test_an_article_without_headline_is_called_by_its_first_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lienket.build([tmp_path / "a.txt"], store=tmp_path / "store")
    with LocalStore.read(tmp_path / "store") as store:
        assert explain(store, "ban tin").headline == "Bản tin"


def test_an_article_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    lienket.build([tmp_path / "a.txt"], store=tmp_path / "store")
    with LocalStore.read(tmp_path / "store") as store, pytest.raises(UsageError):
        explain(store, "không có bài nào tên thế này cả")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_page_runs_and_loads_nothing(marked: Marked, lang: str) -> None:
    html = page(marked, lang=lang)
    assert "<script" not in html
    assert "default-src &#x27;none&#x27;" in html
    assert not re.search(r"\b(src|href)=", html)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_what_others_wrote_is_text() -> None:
    mark = Mark(begin=0, end=4, kind="person", label=HOSTILE, rule=HOSTILE, confidence=0.9)
    fact = Fact(begin=0, end=4, kind="office", told=HOSTILE, rule=HOSTILE, confidence=0.1)
    url = "javascript:alert(1)"
    article = Marked(
        identifier=HOSTILE, headline=HOSTILE, date=HOSTILE, url=url, text=HOSTILE, marks=(mark,), facts=(fact,)
    )
    html = page(article)
    assert "<script" not in html
    assert "<img" not in html
    assert "javascript:" not in html


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8),
)
def test_marks_never_change_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    marks = tuple(
        Mark(begin=begin, end=end, kind="person", label="x", rule="x", confidence=1.0) for begin, end in spans
    )
    article = Marked(identifier="a", headline=None, date=None, url=None, text=text, marks=marks, facts=())
    for line in article.lines():
        assert "".join(stretch for stretch, _ in line.stretches()) == line.text
        assert text[line.begin :].startswith(line.text)
