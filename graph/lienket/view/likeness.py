"""Who may be the same as whom: known things alike in name or day that nothing joins or keeps apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import pyoxigraph as ox

from lienket.rdf.terms import FOAF, LK, RDFS
from lienket.view.details import Labels, Words
from lienket.view.reading import known
from lienket.view.ties import Tie


class Likeness(NamedTuple):
    """The known things that one may be the same as, sorted, and what tells which these are: their posts, or names."""

    iris: tuple[str, ...] = ()
    words: tuple[Words, ...] = ()


def likeness_of(graph: ox.Store, of: Collection[str], offices: Mapping[str, Sequence[Tie]]) -> dict[str, Likeness]:
    """Return what each of the things in `of` may be the same as; `offices` are given by person."""
    read = known(graph, LK.left, LK.right, LK.verdict)
    alike: dict[str, set[str]] = defaultdict(set)
    for comparison, verdicts in read[LK.verdict].items():
        if ox.Literal("unsure") in verdicts:
            both = {side.value for by in (LK.left, LK.right) for side in read[by].get(comparison, ())}
            for one in both:
                alike[one] |= both - {one}
    alike = {one: alike[one] for one in alike.keys() & set(of)}
    told = _told(graph, set().union(*alike.values()), offices)
    return {
        one: Likeness(tuple(sorted(others)), tuple(sorted({words for other in others for words in told[other]})))
        for one, others in alike.items()
    }


def _told(graph: ox.Store, of: Collection[str], offices: Mapping[str, Sequence[Tie]]) -> dict[str, set[Words]]:
    labels = Labels(graph)
    posts = known(graph, LK.post, of={office.fact for one in of for office in offices.get(one, ())})[LK.post]
    names = known(graph, FOAF.name, RDFS.label, of=of)
    return {
        one: {words for office in offices.get(one, ()) for words in labels.of_all(posts.get(office.fact, ()))}
        or {words for table in names.values() for words in labels.of_all(table.get(one, ()))}
        for one in of
    }
