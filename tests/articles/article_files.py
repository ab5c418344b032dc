"""Making the files that the tests of reading read."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from pathlib import Path

from lienket.articles import read_articles
from lienket.messages import LANGUAGES, message
from lienket.model import Article, Rejected

NEWS = (
    "Hội nghị tổng kết công tác dân vận\n"
    "Sáng 4/8, Ủy ban nhân dân huyện Thí Dụ tổ chức hội nghị. Ông Nguyễn Văn Thí Dụ, Phó Chủ tịch, chủ trì.\n"
)
"""A text of our own, about nobody."""


def results(*paths: Path | str, **options: object) -> list[Article | Rejected]:
    return list(read_articles([str(path) for path in paths], **options))  # type: ignore[arg-type]


def articles(*paths: Path | str, **options: object) -> list[Article]:
    """Return the articles at `paths`, where everything must be readable."""
    found = results(*paths, **options)
    assert [result for result in found if isinstance(result, Rejected)] == []
    return [result for result in found if isinstance(result, Article)]


def keys(found: list[Article | Rejected]) -> list[str]:
    """Return the keys of what was rejected, after making sure that each can be said, on one line, in both languages."""
    rejected = [result for result in found if isinstance(result, Rejected)]
    for one in rejected:
        for lang in LANGUAGES:
            sentence = message(one.key, lang=lang, source=one.source, **dict(one.values))
            assert one.source in sentence
            assert sentence.isprintable()
    return [one.key for one in rejected]


def texts(found: list[Article | Rejected]) -> list[str]:
    return [result.text for result in found if isinstance(result, Article)]


def windows_1258(text: str) -> bytes:
    """Return `text` as Windows-1258 writes it: letters with their hats and horns, tone marks after them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    written = []
    for char in unicodedata.normalize("NFC", text):
        marks = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        written.append(letter + "".join(mark for mark in marks if mark in tones))
    return "".join(written).encode("cp1258")


def zipped(files: dict[str, bytes | str], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def word(body: str, *, before: str = "") -> bytes:
    """Return a Word document with the XML `body`; `before` stands before the root element."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc"'
    xml = f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:document {space}><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": xml})


def page(*, head: str = "", body: str | None = None) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in NEWS.splitlines()) if body is None else body
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body><nav>Trang chủ</nav>"
        f"<article><h1>Hội nghị</h1>{paragraphs}</article></body></html>"
    )
