"""In which provinces things are: what readers from one of them look for."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from lienket.model import Level
from lienket.rdf import vocabulary
from lienket.rdf.terms import LK, SCHEMA
from lienket.view.details import Labels, Words
from lienket.view.reading import known
from lienket.view.ties import Tie


def provinces_of(
    graph: ox.Store, of: Iterable[str], offices: Mapping[str, Sequence[Tie]]
) -> dict[str, tuple[Words, ...]]:
    """Return, by thing, the provinces and cities of their level that it belongs to, sorted; none for central ones.

    An agency belongs to that of its jurisdiction, an event to that of its place, a person to those of the agencies
    of the `offices` they have or had, which are given by person.
    """
    read = known(graph, LK.jurisdiction, SCHEMA.location, LK.level, SCHEMA.containedInPlace)
    labels, province = Labels(graph), vocabulary.concept("level", Level.PROVINCE)

    @functools.cache
    def around(place: ox.NamedNode) -> frozenset[Words]:
        """Return the province that a place is or lies in."""
        met, waiting = {place}, [place]
        while waiting:
            one = waiting.pop()
            if province in read[LK.level].get(one.value, ()):
                return frozenset(labels.of_all([one]))
            above = [each for each in read[SCHEMA.containedInPlace].get(one.value, ()) if each not in met]
            waiting += (each for each in above if isinstance(each, ox.NamedNode))
            met.update(waiting)
        return frozenset()

    def of_thing(thing: str) -> set[Words]:
        places = (place for by in (LK.jurisdiction, SCHEMA.location) for place in read[by].get(thing, ()))
        return {words for place in places if isinstance(place, ox.NamedNode) for words in around(place)}

    found = {
        thing: of_thing(thing).union(*(of_thing(office.target) for office in offices.get(thing, ()))) for thing in of
    }
    return {thing: tuple(sorted(words)) for thing, words in found.items()}
