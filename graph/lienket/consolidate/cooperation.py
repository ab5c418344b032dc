"""Which agencies worked together: they share events or programmes. Being named together is never cooperation."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from lienket.consolidate import agencies
from lienket.consolidate.facts import partners_of
from lienket.consolidate.memory import Memory
from lienket.consolidate.said import Said
from lienket.consolidate.statements import fact, links
from lienket.model import EventType, Function
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import number
from lienket.rdf.ntriples import Statement, statement
from lienket.rdf.terms import LK

_LEADING: Final = (Function.ORGANISER, Function.HOST)
_TAKING_PART: Final = (*_LEADING, Function.CHAIR, Function.SPEAKER, Function.ATTENDEE)
_TOGETHER: Final = frozenset(EventType) - {EventType.INSPECTION, EventType.INCIDENT, EventType.APPOINTMENT}
"""Kinds of event in which taking part is working together: who inspects or appoints does so to someone."""


def pairs_in_event(said: Said, members: list[str]) -> dict[tuple[str, str], str]:
    """Return the pairs of known agencies, each sorted, that worked together in a known event, with what tells of it."""
    taking: dict[str, bool] = {}
    above: set[tuple[str, str]] = set()
    for event in members:
        if said.one(event, LK.eventType) not in _types():
            continue
        for node in said.things(iris.article_of(event)).get("participation", ()):
            if said.one(node, LK.event) == event:
                local = said.one(node, LK.participant) or ""
                function = _functions().get(said.one(node, LK.function) or "")
                agency = said.of(local) if function and "#agency-" in local else None
                if agency:
                    taking[agency] = taking.get(agency, False) or function in _LEADING
                    above.update((agency, one) for one in _above(said, local))
    return _pairs(said, members, taking, above)


def pairs_in_programme(said: Said, members: list[str]) -> dict[tuple[str, str], str]:
    """Return the pairs of known agencies, each sorted, that are partners in a programme, with what tells of it."""
    named = [partner for one in members for partner in said.many(one, LK.partner)]
    above = {(known, one) for local in named if (known := said.of(local)) for one in _above(said, local)}
    return _pairs(said, members, dict.fromkeys(partners_of(said, members), True), above)


def _above(said: Said, local: str) -> Iterator[str]:
    """Yield the known agencies under which an article's own agency is, as the article has it."""
    met = {local}
    above = agencies.above(said, local)
    while above and above not in met:
        if known := said.of(above):
            yield known
        met.add(above)
        above = agencies.above(said, above)


def _pairs(
    said: Said, members: list[str], leads: Mapping[str, bool], above: set[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Return who worked together, where one of the two leads: those who only attend need not have met.

    A body and its own unit do not cooperate: `above` holds which is under which.
    """
    if len(leads) < 2:
        return {}
    # The text and which fact of it, the key's part of the local IRI: the same in copies of the text.
    told = f"{min(map(said.text_of, members))} {min(one.partition('#')[2] for one in members)}"
    return {
        (one, other): told
        for one, other in combinations(sorted(leads), 2)
        if (leads[one] or leads[other]) and (one, other) not in above and (other, one) not in above
    }


def iri(base: str, one: str, other: str) -> str:
    """Return the IRI of the cooperation of a sorted pair."""
    return iris.known(base, "cooperation", one, other)


def statements(iri: str, pair: list[str], reasons: Mapping[str, str]) -> Iterator[Statement]:
    """Yield the cooperation of a pair. `reasons` are the shared facts with the text that tells of each.

    Copies of one text under several ids count once.
    """
    yield from fact(iri, LK.Cooperation, reasons)
    yield from links(iri, LK.partner, pair)
    yield from links(iri, LK.reason, reasons)
    yield statement(iri, LK.count, number(len(set(reasons.values()))))


def with_whom(memory: Memory, agency: str) -> Iterator[Statement]:
    """Yield with which others a known agency worked together."""
    for one in memory.tied_to(agency, "pair"):
        if memory.tied_to(one, "together"):
            yield from links(
                agency, LK.cooperatedWith, [other for other in memory.ties(one, "pair") if other != agency]
            )


@functools.cache
def _types() -> frozenset[str]:
    return frozenset(vocabulary.concepts("event-type")[each].iri.value for each in _TOGETHER)


@functools.cache
def _functions() -> Mapping[str, Function]:
    return {vocabulary.concepts("function")[each].iri.value: each for each in _TAKING_PART}
