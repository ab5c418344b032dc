"""Which known things are tied, and by which fact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import networkx as nx
import pyoxigraph as ox

from lienket.model import Function
from lienket.rdf import vocabulary
from lienket.rdf.terms import DCT, LK, ORG, SCHEMA
from lienket.view.reading import Table, asked, having, known, of_class

TIES: Final = (
    "role",
    "organised",
    "took-part",
    "together",
    "became",
    "unit-of",
    "partner-of",
    "issued",
    "about",
)
"""Kinds of ties, the most telling first."""


class Tie(NamedTuple):
    """Two things and the fact that ties them: a thing's own statement has the thing as its fact."""

    kind: str
    source: str
    target: str
    fact: str


class Ties(NamedTuple):
    """All ties, sorted, and what is left beside them."""

    ties: list[Tie]
    open_roles: list[Tie]
    """Roles whose agency, the target, the texts leave open: it is the empty text. Sorted."""
    unnamed: set[str]
    """Agencies that reference data alone name, and that are not needed to see what became of the others."""


def ties_of(graph: ox.Store) -> Ties:
    """Return how the things that `graph` knows are tied."""
    read = known(
        graph,
        *(ORG.member, ORG.organization, ORG.unitOf, ORG.subOrganizationOf),
        *(ORG.originalOrganization, ORG.resultingOrganization),
        *(LK.participant, LK.event, LK.partner, DCT.publisher, SCHEMA.about),
    )
    organising = set(having(graph, LK.function, vocabulary.concept("function", Function.ORGANISER)))
    together = set(of_class(graph, LK.Cooperation))
    found = {*_acting(read, organising), *_belonging(read, together), *_between_agencies(read, together)}
    return Ties(
        ties=sorted(found),
        open_roles=sorted(
            Tie("role", person, "", fact)
            for fact, person in _values(read[ORG.member])
            if fact not in read[ORG.organization]
        ),
        unnamed=_unnamed(graph, read),
    )


def _acting(read: dict[ox.NamedNode, Table], organising: set[str]) -> Iterator[Tie]:
    for fact, person, agency in _pairs(read[ORG.member], read[ORG.organization]):
        yield Tie("role", person, agency, fact)
    for fact, who, event in _pairs(read[LK.participant], read[LK.event]):
        yield Tie("organised" if fact in organising else "took-part", who, event, fact)


def _belonging(read: dict[ox.NamedNode, Table], together: set[str]) -> Iterator[Tie]:
    for by in (ORG.unitOf, ORG.subOrganizationOf):
        for unit, above in _values(read[by]):
            yield Tie("unit-of", unit, above, unit)
    for programme, agency in _values(read[LK.partner]):
        if programme not in together:
            yield Tie("partner-of", agency, programme, programme)
    for document, agency in _values(read[DCT.publisher]):
        yield Tie("issued", agency, document, document)
    for event, subject in _values(read[SCHEMA.about]):
        yield Tie("about", event, subject, event)


def _between_agencies(read: dict[ox.NamedNode, Table], together: set[str]) -> Iterator[Tie]:
    for fact, one, other in _pairs(read[LK.partner], read[LK.partner]):
        if fact in together and one < other:  # neither acts on the other: told once
            yield Tie("together", one, other, fact)
    for change, before, after in _pairs(read[ORG.originalOrganization], read[ORG.resultingOrganization]):
        if before != after:
            yield Tie("became", before, after, change)


def _unnamed(graph: ox.Store, read: dict[ox.NamedNode, Table]) -> set[str]:
    """Return the bodies of changes that no article names, save those beside named ones or on the way between two."""
    before, after = read[ORG.originalOrganization], read[ORG.resultingOrganization]
    bodies = {body for table in (before, after) for _, body in _values(table)}
    named = bodies & {thing for thing, _ in asked(graph, "locals", bodies)}
    changes: nx.DiGraph[str] = nx.DiGraph()
    changes.add_nodes_from(bodies)
    changes.add_edges_from((one, other) for _, one, other in _pairs(before, after))
    beside = {other for body in named for other in nx.all_neighbors(changes, body)}
    later = {other for body in named for other in nx.descendants(changes, body)}
    earlier = {other for body in named for other in nx.ancestors(changes, body)}
    return bodies - named - beside - (later & earlier)


def _values(table: Table) -> Iterator[tuple[str, str]]:
    for subject, values in table.items():
        for value in values:
            yield subject, value.value


def _pairs(first: Table, second: Table) -> Iterator[tuple[str, str, str]]:
    """Yield each fact that has both properties with a value of each."""
    for fact, one in _values(first):
        for other in second.get(fact, ()):
            yield fact, one, other.value
