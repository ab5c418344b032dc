"""What consolidated things have in common when they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Final

from pyoxigraph import NamedNode

from lienket.model import PartialDate
from lienket.rdf.literals import day, partial_date
from lienket.rdf.ntriples import Statement, a, link, statement
from lienket.rdf.terms import LK, PROV

_DERIVED: Final = str(PROV.wasDerivedFrom)
_IS_ONE: Final = str(PROV.specializationOf)


def commonest(values: Iterable[Iterable[str]], alike: Iterable[int] = repeat(1)) -> str:
    """Return the value that most members have; of several one that is not all capitals, then the first by letter.

    `alike`: how many members each of the `values` are those of.
    """
    counts: dict[str, int] = {}
    for several, of in zip(values, alike, strict=False):
        for value in several:
            counts[value] = counts.get(value, 0) + of
    if len(counts) == 1:
        return next(iter(counts))
    return min(counts, key=lambda value: (-counts[value], value.isupper(), value))


def is_one(local: str, known: str) -> Statement:
    """Return that a local thing is a specialisation of a known one."""
    return f"<{local}> {_IS_ONE} <{known}> ."


def fact(iri: str, of_class: NamedNode, members: Iterable[str]) -> list[Statement]:
    """Return what every known fact has: its class, that it is known, and the facts of articles that it stands on."""
    derived = f"<{iri}> {_DERIVED} <"  # most statements are these
    return [a(iri, of_class), a(iri, LK.Known), *[f"{derived}{local}> ." for local in members]]


def linked(iri: str, predicate: NamedNode, value: str | None) -> list[Statement]:
    """Return the link to the thing whose IRI is `value`; nothing where it is None."""
    return [link(iri, predicate, value)] if value else []


def links(iri: str, predicate: NamedNode, values: Iterable[str | None]) -> list[Statement]:
    """Return links to the things whose IRIs are `values`, each once, sorted; None is passed over."""
    found = set(filter(None, values))
    return [link(iri, predicate, value) for value in (sorted(found) if len(found) > 1 else found)]


def settled(dates: Iterable[PartialDate | None]) -> PartialDate | None:
    """Return the date that all the stated ones agree on, as precise as any states it; None where they disagree."""
    stated = {str(date): date for date in dates if date}
    if len(stated) < 2:
        return next(iter(stated.values()), None)
    finest = [text for text in stated if not any(_refines(other, text) for other in stated)]
    return stated[finest[0]] if len(finest) == 1 else None


def _refines(finer: str, coarser: str) -> bool:
    """Tell whether one date says more of the same: 2017-08-04 of 2017-08, of 2017, of --08-04 and of --08."""
    if coarser.startswith("--") and not finer.startswith("--"):
        finer, coarser = finer[4:], coarser[1:]
        return f"{finer}-".startswith(f"{coarser}-")
    return finer.startswith(f"{coarser}-")


def dated(iri: str, dates: Mapping[NamedNode, PartialDate | None]) -> list[Statement]:
    """Return the dates of a known fact and, where each has its year, the bounds of them all."""
    stated = {predicate: date for predicate, date in dates.items() if date}
    if not stated:
        return []
    told = [statement(iri, predicate, partial_date(date)) for predicate, date in stated.items()]
    earliest = [date.earliest for date in stated.values() if date.earliest]
    latest = [date.latest for date in stated.values() if date.latest]
    if len(earliest) == len(stated):
        told += [statement(iri, LK.earliest, day(min(earliest))), statement(iri, LK.latest, day(max(latest)))]
    return told
