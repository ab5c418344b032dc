"""What an article settles by itself: which known things its own are, where that is not a matter of other articles, and
what it tells of who its people are and which events are meant.

It follows from the article's graph, so it is made with it, in as many processes as there are. Only where a judgement is
on one of the article's agencies is it made anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lienket.consolidate import agencies, facts, memberships, occasions, periods, places, sightings
from lienket.consolidate.said import Said
from lienket.rdf.sayings import Saying, Values, role_of
from lienket.rdf.terms import SKOS

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` makes an encoder each time."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What one article settles."""

    known: Mapping[str, Mapping[str, str]]
    """By kind: the known thing that each local one is."""
    shares: Mapping[str, str]
    """By local place, agency and role: what is the same for those that say the same of the known one."""
    around: str
    """What the sightings of its people have in common (JSON); empty where it names none."""
    candidates: Sequence[tuple[str, str, str]]
    """Of each person and event: its block, as no judgement changes it; the local IRI; the sighting (JSON)."""

    def packed(self) -> str:
        """Return it as text."""
        head = _encode([self.known, self.shares])
        return "\n".join((head, self.around, *map("\t".join, self.candidates)))


def unpacked(text: str) -> Settled:
    """Return what `Settled.packed` wrote."""
    head, around, *rows = text.split("\n")
    known, shares = json.loads(head)
    return Settled(
        known, shares, around, [(block, node, told) for block, node, told in (one.split("\t") for one in rows)]
    )


def packed(base: str, article: str, sayings: Iterable[Saying]) -> str:
    """Return what an article (an IRI) settles, as text, given its sayings."""
    things: dict[str, list[str]] = {}
    values: dict[str, Values] = {}
    for one in sayings:
        things.setdefault(one.kind, []).append(one.node)
        values[one.node] = one.values
    return settle(base, article, things, values).packed()


def settle(
    base: str,
    article: str,
    things: Mapping[str, Sequence[str]],
    values: Mapping[str, Values],
    judged: Callable[[Mapping[str, str]], Mapping[str, str]] = dict,
) -> Settled:
    """Return what an article settles, given its things by kind and what it says of each.

    `judged` tells which agencies its agencies are by judgement, given those that they are by their keys.
    """
    alone = _Alone(things, values)
    said = Said(alone, base)
    ended = any(periods.is_gone(said.one(node, SKOS.prefLabel) or "") for node in things.get("agency", ()))
    placed = alone.enter("place", places.identify(said, things.get("place", ()), ended=ended))
    alone.enter("agency", judged(agencies.identify(said, things.get("agency", ()), placed)))
    alone.enter("role", {node: role_of(node) for node in things.get("role", ())})
    alone.enter("document", {node: facts.document(said, node) for node in things.get("document", ())})
    alone.enter("programme", {node: facts.programme(said, node) for node in things.get("programme", ())})
    around, people = sightings.candidates(said, article)
    return Settled(
        alone.known,
        {node: share(said, node) for kind, share in _SHARE.items() for node in things.get(kind, ())},
        _encode(around) if people else "",
        [(block, node, _encode(told)) for block, node, told in (*people, *occasions.candidates(said, article))],
    )


_SHARE: Final[Mapping[str, Callable[[Said, str], str]]] = {
    "place": places.share,
    "agency": agencies.share,
    "role": memberships.role_share,
}


class _Alone:
    """What one article says, and which known things its own are so far."""

    def __init__(self, things: Mapping[str, Sequence[str]], values: Mapping[str, Values]) -> None:
        self._things = things
        self.known: dict[str, Mapping[str, str]] = {}
        self._of: dict[str, str] = {}
        self.said = values.get
        self.of = self._of.get

    def things(self, article: str) -> Mapping[str, Sequence[str]]:
        return self._things

    def enter(self, kind: str, of: Mapping[str, str]) -> Mapping[str, str]:
        self.known[kind] = of
        self._of.update(of)
        return of
