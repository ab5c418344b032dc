"""Word documents (.docx): the words of the document's body, read from its XML.

A paragraph is a line. A table row whose cells hold one line each is a line with tabs between the cells; other rows
(letterheads are laid out so) give each cell its own lines. Deleted and moved-away words, field codes, headers, footers
and notes are left out by name; text boxes follow the paragraph they hang on.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from lxml import etree

from lienket.articles import bounds
from lienket.articles.archives import BROKEN
from lienket.articles.fields import articles
from lienket.articles.read_error import ReadError
from lienket.model import Article, Rejected

MADE_BY: Final = "lienket.articles.word 1"
"""Stored with the text; its number changes when this module makes another text of the same document."""

_MAIN: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
"""How a document locked with a password begins."""
_LEFT_OUT: Final = ("del", "moveFrom", "Fallback", "instrText", "delText")
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read(stream: BinaryIO, *, source: str) -> Iterator[Article | Rejected]:
    """Yield the one article of a Word document; a ReadError for one that is broken or locked."""
    data = bounds.whole(stream, largest=bounds.LARGEST_FILE)
    if data.startswith(_OLE):
        raise ReadError("docx-locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as document:
            body = _parsed(document, _main_part(document))
    except BROKEN as error:
        raise ReadError("docx-broken") from error
    for element in [*body.iter(*(f"{{*}}{name}" for name in _LEFT_OUT))]:
        _drop(element)
    yield from articles({"text": "\n".join(_lines(body))}, source=source, made_by=MADE_BY)


def _drop(element: Any) -> None:
    """Take `element` out of its tree, but not the text behind it, of which Word's XML has none that counts."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _main_part(document: zipfile.ZipFile) -> str:
    """Return the name of the part that holds the body: the relations say it, and it is nearly always the same."""
    if _MAIN in document.namelist():
        return _MAIN
    for relation in _parsed(document, _RELATIONS).iter("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    raise ReadError("docx-broken")


def _parsed(document: zipfile.ZipFile, name: str) -> Any:
    """Return the root of the XML part `name`; bounded, and with no entity, DTD or network."""
    with document.open(name) as part:
        data = bounds.whole(part, largest=bounds.LARGEST_FILE)  # type: ignore[arg-type]
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("docx-broken") from error
    if root.getroottree().docinfo.doctype:
        raise ReadError("docx-broken")
    return root


def _lines(container: Any) -> Iterator[str]:
    """Yield the lines of `container`: of its paragraphs and tables, at whatever depth they stand."""
    for element in container.iterchildren("{*}*"):
        match etree.QName(element).localname:
            case "p":
                yield "".join(_inline(element))
                for box in _boxes(element):
                    yield from _lines(box)
            case "tbl":
                yield from _rows(element)
            case _:
                yield from _lines(element)


def _rows(table: Any) -> Iterator[str]:
    for row in _nearest(table, "tr"):
        cells = [[*_lines(cell)] for cell in _nearest(row, "tc")]
        if all(len(cell) <= 1 for cell in cells):
            yield "\t".join(line for cell in cells for line in cell or [""])
        else:
            yield from (line for cell in cells for line in cell)


def _nearest(container: Any, name: str) -> Iterator[Any]:
    """Yield the elements `name` below `container` that are not inside one another (rows, not those of inner tables)."""
    for element in container.iterchildren("{*}*"):
        if etree.QName(element).localname == name:
            yield element
        else:
            yield from _nearest(element, name)


def _boxes(paragraph: Any) -> Iterator[Any]:
    yield from _nearest(paragraph, "txbxContent")


def _inline(element: Any) -> Iterator[str]:
    """Yield the words of one paragraph, without those of text boxes that hang on it."""
    for child in element.iterchildren("{*}*"):
        name = etree.QName(child).localname
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in ("txbxContent", "pPr", "rPr"):
            yield from _inline(child)
