"""The fields of a record to an Article: each is checked, and what is wrong is said.

Without a text, or with an id that is none, a record is rejected. Metadata that cannot be used never costs an article:
the field stays empty and a `Rejected` stands before the article in what is yielded, so that it is listed.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from lienket.articles import bounds
from lienket.articles.published import published
from lienket.articles.read_error import ReadError
from lienket.errors import UsageError
from lienket.model import Article, PartialDate, Rejected

FIELDS: Final = ("id", "title", "text", "published", "url", "outlet", "authors")
Names = Mapping[str, tuple[str, ...]]
"""For each field the names under which records hold it, the first that has a value counts."""
DEFAULT: Final[Names] = {field: (field,) for field in FIELDS} | {"text": ("text", "body")}


def names(mapping: Mapping[str, str]) -> Names:
    """Return the names of the fields where `mapping` says what a field is called: {"text": "noi_dung"}.

    A UsageError for a field that records do not have.
    """
    for field in mapping:
        if field not in FIELDS:
            raise UsageError("field-unknown", field=field, fields=", ".join(FIELDS))
    return {**DEFAULT, **{field: (name,) for field, name in mapping.items()}}


def articles(
    record: object, *, source: str, named: Names = DEFAULT, made_by: str | None = None
) -> Iterator[Article | Rejected]:
    """Yield the article of one record (a mapping of names to values), after what is to be said of its metadata."""
    notes: list[ReadError] = []
    try:
        article = _article(record, source=source, named=named, made_by=made_by, notes=notes)
    except ReadError as error:
        yield error.at(source)
        return
    yield from (note.at(source) for note in notes)
    yield article


def text_id(text: str) -> str:
    """Return the id of an article that has none: 16 characters of base32 lower-case SHA-256 of its text."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest())[:16].decode().lower()


def _article(record: object, *, source: str, named: Names, made_by: str | None, notes: list[ReadError]) -> Article:
    if not isinstance(record, Mapping):
        raise ReadError("record-not-an-object")
    values = {field: _value(record, named[field]) for field in FIELDS}
    text = _text(values["text"], named["text"])
    identifier = _identifier(values["id"])
    url = _words("url", values["url"], notes)
    return Article(
        id=identifier or url or text_id(text),
        text=text,
        title=_words("title", values["title"], notes),
        published=_published(values["published"], notes),
        url=url,
        outlet=_words("outlet", values["outlet"], notes),
        authors=_authors(values["authors"], notes),
        made_by=made_by,
        source=source,
    )


def _value(record: Mapping[str, object], candidates: tuple[str, ...]) -> object:
    """Return the first value under `candidates` that says something; None when there is none."""
    values = (record.get(name) for name in candidates)
    return next((value for value in values if value is not None and not _blank(value)), None)


def _blank(value: object) -> bool:
    return isinstance(value, str) and not value.strip()


def _text(value: object, candidates: tuple[str, ...]) -> str:
    if value is None:
        raise ReadError("text-missing", field=candidates[0])
    if not isinstance(value, str):
        raise ReadError("text-not-a-string", field=candidates[0])
    if not _storable(value):
        raise ReadError("text-not-unicode", field=candidates[0])
    if len(value.encode()) >= bounds.LARGEST_TEXT:
        raise ReadError("text-too-large", largest=bounds.LARGEST_TEXT // 1_000_000)
    return value


def _storable(value: str) -> bool:
    """Tell whether `value` is Unicode text: no NUL and no half of a pair (which undecodable bytes become here)."""
    return "\0" not in value and not any("\ud800" <= char <= "\udfff" for char in value)


def _identifier(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int) or not _storable(str(value)):
        raise ReadError("id-not-text")
    return str(value).strip()


def _words(field: str, value: object, notes: list[ReadError]) -> str | None:
    if isinstance(value, str) and _storable(value):
        return value.strip()
    if value is not None:
        notes.append(ReadError("field-not-text", field=field))
    return None


def _published(value: object, notes: list[ReadError]) -> PartialDate | None:
    number = isinstance(value, int) and not isinstance(value, bool)
    words = _words("published", str(value) if number else value, notes)
    date = published(words) if words else None
    if words and date is None:
        notes.append(ReadError("published-not-a-date", value=words))
    return date


def _authors(value: object, notes: list[ReadError]) -> tuple[str, ...]:
    """Return the names in a list, or in a string that parts them by ";" or else by ","; each once, in their order."""
    if isinstance(value, list):
        given = [_words("authors", item, notes) for item in value]
    else:
        words = _words("authors", value, notes) or ""
        given = [name.strip() for name in words.split(";" if ";" in words else ",")]
    return tuple(dict.fromkeys(name for name in given if name))
