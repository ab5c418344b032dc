"""Word documents: their words in reading order, and no trap sprung."""

from __future__ import annotations

from pathlib import Path

import pytest

from lienket.articles import bounds
from tests.articles.article_files import articles, keys, results, word, zipped


def p(*words: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{one}</w:t></w:r>" for one in words) + "</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


TEXTS = [
    (p("Ông ", "Thí Dụ") + p("Câu hai"), "Ông Thí Dụ\nCâu hai", "runs are glued, paragraphs parted"),
    (p("a") + p() + p("b"), "a\n\nb", "an empty paragraph is an empty line"),
    ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb\tc", "line breaks and tabs"),
    ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a", "a tab stop is no tab"),
    (table((p("TT"), p("Họ tên")), (p("1"), p("Thí Dụ"))), "TT\tHọ tên\n1\tThí Dụ", "a row of a table is a line"),
    (table((p("UBND") + p("TỈNH"), p("CỘNG HÒA"))), "UBND\nTỈNH\nCỘNG HÒA", "a letterhead's columns do not mingle"),
    (table((table((p("a"), p("b"))), p("c"))), "a\tb\tc", "a table in a table"),
    (f"<w:sdt><w:sdtContent>{p('a')}</w:sdtContent></w:sdt>", "a", "content controls"),
    (
        "<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>",
        "a",
        "what was deleted is not there",
    ),
    ("<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>a</w:t></w:r></w:p>", "a", "field codes are no words"),
    (
        "<w:p><w:r><w:t>a</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:txbxContent>{p('hộp')}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{p('hộp')}</w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent><w:t>b</w:t></w:r></w:p>",
        "ab\nhộp",
        "a text box once, after its paragraph",
    ),
]


@pytest.mark.parametrize(("body", "text", "reason"), TEXTS)
def test_texts(tmp_path: Path, body: str, text: str, reason: str) -> None:
    (tmp_path / "a.docx").write_bytes(word(body))
    [article] = articles(tmp_path / "a.docx")
    assert article.text == text, reason
    assert article.made_by == "lienket.articles.word 1"


def test_the_body_is_found_by_its_relation(tmp_path: Path) -> None:
    relation = '<r xmlns="x"><Relationship Type="http://example.org/officeDocument" Target="/word/document2.xml"/></r>'
    body = f'<w:document xmlns:w="w">{p("a")}</w:document>'
    (tmp_path / "a.docx").write_bytes(zipped({"_rels/.rels": relation, "word/document2.xml": body}))
    assert articles(tmp_path / "a.docx")[0].text == "a"


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/hostname">]>'
REFUSED = [
    (word(p("&d;"), before=LAUGHS), "docx-broken", "a file from outside"),
    (word(p("&c;"), before=LAUGHS), "docx-broken", "entities that grow"),
    (word("<w:p>" * 1000 + "</w:p>" * 1000), "docx-broken", "nesting without end"),
    (word("<w:p>"), "docx-broken", "XML that does not end"),
    (zipped({"xl/workbook.xml": "<a/>"}), "docx-broken", "another kind of document"),
    (word(p("a"))[:-30], "docx-broken", "cut off"),
    (b"xin chao", "docx-broken", "text under the wrong name"),
    (bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "docx-locked", "with a password"),
    (word(p("")), "text-missing", "no words"),
    (word(p(" " * 5_000_000)), "file-too-large", "small when packed"),
]


@pytest.mark.parametrize(("data", "key", "reason"), REFUSED)
def test_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, key: str, reason: str) -> None:
    monkeypatch.setattr(bounds, "LARGEST_FILE", 1_000_000)
    (tmp_path / "a.docx").write_bytes(data)
    assert keys(results(tmp_path / "a.docx")) == [key], reason
