"""Web pages (.html, .htm): the article's text as trafilatura finds it, and the metadata that the page itself states.

Address and date are read here and not taken from trafilatura: its address is rewritten by rules that change between
versions, and it would be an identifier; its date may come from a word in the text, or be bounded by today's.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html

from lienket.articles import bounds
from lienket.articles.encoding import decode
from lienket.articles.fields import articles
from lienket.articles.published import published
from lienket.articles.read_error import ReadError
from lienket.model import Article, Rejected

MADE_BY: Final = f"trafilatura {trafilatura.__version__}"

# Without a handler Python prints their warnings to standard error; an application's own handlers still see them.
for _name in ("trafilatura", "htmldate", "courlan", "justext"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

# Given to the date search, whose result is not used, so that it is short and asks no clock.
_NO_DATE_SEARCH: Final = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_NOT_IN_XML: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DATE_NAMES: Final = frozenset(
    {
        "article:published_time",
        "article:published",
        "citation_publication_date",
        "date",
        "datepublished",
        "dc.date",
        "dc.date.issued",
        "dcterms.issued",
        "og:published_time",
        "pubdate",
        "publish-date",
        "publishdate",
        "publish_date",
    }
)
_LINKED_DATA_DATE: Final = re.compile(r'"datePublished"\s*:\s*"([^"\\]{4,64})"')


def read(stream: BinaryIO, *, source: str) -> Iterator[Article | Rejected]:
    """Yield the one article of a page; a ReadError for a page in which no article's text is found."""
    tree = _tree(decode(bounds.whole(stream, largest=bounds.LARGEST_TEXT)))
    address, date = _address(tree), _date(tree)
    found = _extracted(tree)
    record = {
        "text": found.text,
        "title": found.title,
        "published": date,
        "url": address,
        "outlet": found.sitename if found.sitename != found.hostname else None,
        "authors": found.author,
    }
    yield from articles(record, source=source, made_by=MADE_BY)


def _tree(page: str) -> Any:
    """Return the parsed page, whole: where elements nest too deep the parser stops in silence, here a ReadError."""
    parser = html.HTMLParser(
        encoding="utf-8",
        collect_ids=False,
        default_doctype=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
    )
    try:
        tree = html.document_fromstring(_NOT_IN_XML.sub("", page).encode(), parser=parser)
    except (etree.LxmlError, AssertionError) as error:
        raise ReadError("page-without-text") from error
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise ReadError("page-too-deep")
    return tree


def _extracted(tree: Any) -> Any:
    """Return what trafilatura finds in `tree`, which it may change. It reads no network."""
    try:
        found: Any = trafilatura.bare_extraction(
            tree, with_metadata=True, include_comments=False, date_extraction_params=dict(_NO_DATE_SEARCH)
        )
    except RecursionError as error:
        raise ReadError("page-too-deep") from error
    except Exception as error:  # whatever a strange page sets off in there is that page's fault, not the run's
        raise ReadError("page-without-text") from error
    if found is None or not (found.text or "").strip():
        raise ReadError("page-without-text")
    return found


def _address(tree: Any) -> str | None:
    """Return the address that the page gives itself, as written. A site's front page is no article's address."""
    given = [*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content")]
    return next((str(address).strip() for address in given if _of_an_article(str(address).strip())), None)


def _of_an_article(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and bool(parts.path.strip("/") or parts.query)


def _date(tree: Any) -> str | None:
    """Return the date of publication that the page's metadata state; None when they state none, or several.

    One that is no date is returned as written, so that it is reported.
    """
    for stated in (_in_meta(tree), _in_linked_data(tree), _in_time(tree)):
        dates = {date for value in stated if (date := published(value))}
        if len(dates) == 1:
            return str(dates.pop())
        if stated:
            return None if dates else stated[0]
    return None


def _in_meta(tree: Any) -> list[str]:
    return [
        element.get("content").strip()
        for element in tree.iter("meta")
        if (element.get("content") or "").strip()
        and any((element.get(name) or "").lower() in _DATE_NAMES for name in ("property", "name", "itemprop"))
    ]


def _in_linked_data(tree: Any) -> list[str]:
    scripts = tree.xpath("//script[@type='application/ld+json']/text()")
    return [value.strip() for script in scripts for value in _LINKED_DATA_DATE.findall(str(script))]


def _in_time(tree: Any) -> list[str]:
    stated = tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime")
    return [str(value).strip() for value in stated if str(value).strip()]
