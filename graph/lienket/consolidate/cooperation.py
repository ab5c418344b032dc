"""Which agencies worked together: they share events or programmes. Being named together is never cooperation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Final

from pyoxigraph import NamedNode

from lienket.consolidate.facts import Groups, Known, partners_of
from lienket.consolidate.statements import Statement, fact, links
from lienket.model import EventType, Function
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import number
from lienket.rdf.terms import LK

_LEADING: Final = (Function.ORGANISER, Function.HOST)
_TAKING_PART: Final = (*_LEADING, Function.CHAIR, Function.SPEAKER, Function.ATTENDEE)
_TOGETHER: Final = frozenset(EventType) - {EventType.INSPECTION, EventType.INCIDENT, EventType.APPOINTMENT}
"""Kinds of event in which taking part is working together: who inspects or appoints does so to someone."""

Reasons = dict[tuple[str, str], dict[str, str]]
"""By pair of known agencies, sorted: the shared facts, and of each the text that tells of it."""


def cooperation_statements(known: Known, happened: Groups, parts: Groups, plans: Groups) -> Iterator[Statement]:
    """Yield a cooperation for each pair of agencies that share events or programmes, and the link between them.

    Copies of one text under several ids count once.
    """
    reasons: Reasons = {}
    _from_events(known, happened, parts, reasons)
    _from_programmes(known, plans, reasons)
    for pair in sorted(reasons):
        shared = reasons[pair]
        iri = iris.known(known.base, "cooperation", *pair)
        yield from fact(iri, LK.Cooperation, shared)
        yield from links(iri, LK.partner, pair)
        yield from links(iri, LK.reason, shared)
        yield NamedNode(iri), LK.count, number(len(set(shared.values())))
        for one, other in (pair, pair[::-1]):
            yield from links(one, LK.cooperatedWith, [other])


def _from_events(known: Known, happened: Groups, parts: Groups, reasons: Reasons) -> None:
    together = {vocabulary.concepts("event-type")[each].iri.value for each in _TOGETHER}
    functions = {vocabulary.concepts("function")[each].iri.value: each for each in _TAKING_PART}
    agencies: dict[str, dict[str, bool]] = {}
    for _, (first, *_) in parts:
        event = known.said.one(first, LK.event) or ""
        function = functions.get(known.said.one(first, LK.function) or "")
        agency = known.agencies.of.get(known.said.one(first, LK.participant) or "")
        if agency and function and known.said.one(event, LK.eventType) in together:
            leads = agencies.setdefault(happened.of[event], {})
            leads[agency] = leads.get(agency, False) or function in _LEADING
    for event, leads in agencies.items():
        _add(known, reasons, event, happened.members[event], leads)


def _from_programmes(known: Known, plans: Groups, reasons: Reasons) -> None:
    for programme, members in plans:
        partners = partners_of(known, members)
        _add(known, reasons, programme, members, dict.fromkeys(partners, True))


def _add(known: Known, reasons: Reasons, shared: str, members: Iterable[str], leads: Mapping[str, bool]) -> None:
    """Add what two agencies share, where one of the two leads: those who only attend need not have met."""
    text = min(known.said.text_of(one) for one in members)
    for one, other in combinations(sorted(leads), 2):
        if (leads[one] or leads[other]) and not _is_inside(known, one, other) and not _is_inside(known, other, one):
            reasons.setdefault((one, other), {})[shared] = f"{text} {_what(known, members)}"


def _what(known: Known, members: Iterable[str]) -> str:
    """Return which fact of a text it is, the same in copies of the text: the key's part of the local IRI."""
    return min(one.partition("#")[2] for one in members)


def _is_inside(known: Known, unit: str, whole: str) -> bool:
    """Tell whether one agency is under the other: a body and its own unit do not cooperate."""
    met: set[str] = set()
    above = known.agencies.parent(unit)
    while above and above not in met:
        if above == whole:
            return True
        met.add(above)
        above = known.agencies.parent(above)
    return False
