"""From programme readings to records: which agencies are partners in each, found among the actors of the story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.papers.programmes import ProgrammeReading
from lienket.extract.story import Story
from lienket.language.folding import name_key
from lienket.language.tokens import Tokens
from lienket.model import Evidence, Programme

_VAGUE: Final = 0.4
"""Confidence of a programme with neither period nor partners: "Chương trình phối hợp" and no more."""


def programmes(story: Story, tokens: Tokens, readings: Sequence[ProgrammeReading]) -> tuple[Programme, ...]:
    """Return one record a programme, with every sentence that names it, in text order.

    Programmes of one article between the same partners are one; of others the label decides.
    """
    found: dict[str | frozenset[str], Programme] = {}
    for reading in readings:
        begin, end = story.passage.range_of(reading.span)
        if begin >= end:
            continue
        record = Programme(
            key=f"{reading.span.begin}|{name_key(reading.label)}",
            label=reading.label,
            partners=_partners(story, tokens, reading),
            start=reading.period.start if reading.period else None,
            end=reading.period.end if reading.period else None,
            evidence=Evidence(
                spans=(story.passage.sentence_span(begin),),
                rule=f"programme/{reading.rule}",
                confidence=reading.confidence if reading.period or reading.partners else _VAGUE,
            ),
        )
        same = frozenset(record.partners) if len(record.partners) > 1 else name_key(record.label)
        known = found.get(same)
        found[same] = _together(known, record) if known else record
    return tuple(sorted(found.values(), key=lambda one: (one.evidence.spans[0], one.key)))


def _partners(story: Story, tokens: Tokens, reading: ProgrammeReading) -> tuple[str, ...]:
    if reading.partners is None:
        return ()
    begin, end = story.passage.range_of_tokens(tokens, *reading.partners)
    keys = [one.organisation.key for one in story.between(begin, end) if one.organisation is not None]
    return tuple(dict.fromkeys(keys))


def _together(one: Programme, other: Programme) -> Programme:
    """Return what two mentions say of one programme."""
    evidence = replace(one.evidence, spans=tuple(sorted({*one.evidence.spans, *other.evidence.spans})))
    return replace(
        one,
        partners=tuple(dict.fromkeys((*one.partners, *other.partners))),
        start=one.start or other.start,
        end=one.end or other.end,
        evidence=evidence,
    )
