"""From document readings to records: who issued each, found among the actors of the story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.organisations import Organisation
from lienket.extract.papers.documents import DocumentReading
from lienket.extract.story import Story
from lienket.language.tokens import Tokens
from lienket.model import Document, Evidence, PartialDate, Span

_ANY: Final = "Văn bản"
"""The type by which a text calls a document of any other."""


def documents(story: Story, tokens: Tokens, readings: Sequence[DocumentReading]) -> tuple[Document, ...]:
    """Return one record a document (type, number, date), with every sentence that names it, in text order."""
    readings = _numbered_in_full(readings)
    found: dict[tuple[str, str | None, str], Document] = {}
    said: dict[tuple[str, str | None, str], set[Span]] = {}
    days = _days(readings)
    for reading in readings:
        begin, end = story.passage.range_of(reading.span)
        if begin >= end:
            continue
        issuer = _issuer(story, tokens, reading)
        issued = days.get((reading.type, reading.number), _day(reading))
        identity = (reading.type, reading.number, str(issued))
        known = found.get(identity)
        said.setdefault(identity, set()).add(story.passage.sentence_span(begin))
        found[identity] = Document(
            key=known.key if known else f"{reading.span.begin}|{reading.type}|{reading.number or ''}",
            type=reading.type,
            number=reading.number,
            issued=issued,
            issuer=(known.issuer if known else None) or (issuer.key if issuer else None),
            title=(known.title if known else None) or reading.title,
            evidence=Evidence(
                spans=(),
                rule=f"document/{reading.rule}",
                confidence=max(reading.confidence, known.evidence.confidence if known else 0.0),
            ),
        )
    told = (
        replace(one, evidence=replace(one.evidence, spans=tuple(sorted(said[identity]))))
        for identity, one in found.items()
    )
    return tuple(sorted(told, key=lambda one: (one.evidence.spans[0], one.key)))


def _day(reading: DocumentReading) -> PartialDate | None:
    date = reading.date or reading.on
    return date.start if date is not None else None


def _days(readings: Sequence[DocumentReading]) -> dict[tuple[str, str | None], PartialDate]:
    """Return the most exact date that the text gives each numbered document, rather one printed with its number."""
    found: dict[tuple[str, str | None], PartialDate] = {}
    for one in sorted(readings, key=lambda one: one.date is not None):
        day, key = _day(one), (one.type, one.number)
        if one.number is not None and day is not None and len(str(day)) >= len(str(found.get(key, ""))):
            found[key] = day
    return found


def _numbered_in_full(readings: Sequence[DocumentReading]) -> list[DocumentReading]:
    """Return the readings with "Quyết định 1193" numbered as "Quyết định số 1193/QĐ-UBND" of the same text.

    "Văn bản 1193/QĐ-UBND" is that decision too.
    """
    full = {
        (one.type, _digits(one.number)): one.number
        for one in readings
        if one.number is not None and _digits(one.number) != one.number
    }
    readings = [replace(one, number=full.get((one.type, one.number or ""), one.number)) for one in readings]
    types = {one.number: one.type for one in readings if one.number is not None and one.type != _ANY}
    return [replace(one, type=types.get(one.number or "", _ANY)) if one.type == _ANY else one for one in readings]


def _digits(number: str) -> str:
    """Return the digits with which a number begins: "1193" of "1193/QĐ-UBND"."""
    return number[: next((at for at, char in enumerate(number) if not char.isdigit()), len(number))]


def _issuer(story: Story, tokens: Tokens, reading: DocumentReading) -> Organisation | None:
    """Return the agency named where the reading expects its issuer: after "của", or before the verb of issuing."""
    if reading.issuer is not None:
        begin, end = story.passage.range_of_tokens(tokens, *reading.issuer)
        return next(_organisations(story, begin, end), None)
    if reading.issued_by is not None:
        at, _ = story.passage.range_of_tokens(tokens, reading.issued_by, reading.issued_by + 1)
        if at >= len(story.passage):
            return None
        first = story.passage.sentences[story.passage.sentence_of[at]][0]
        before = list(_organisations(story, first, at))
        return before[-1] if before else None
    return None


def _organisations(story: Story, begin: int, end: int) -> Iterator[Organisation]:
    return (one.organisation for one in story.between(begin, end) if one.organisation is not None)
