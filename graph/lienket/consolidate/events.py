"""Events: which of those that several articles report are one, and what is known of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lienket.consolidate.facts import period
from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, dated, fact, links
from lienket.rdf.literals import TRUE
from lienket.rdf.ntriples import Statement, labelled, statement
from lienket.rdf.terms import LK, RDFS, SCHEMA, SKOS

KIND: Final = "event"
_FEW: Final = 2
"""Articles whose wordings are too few to count: then the fullest label is taken."""


def statements(said: Said, iri: str, members: list[str]) -> Iterator[Statement]:
    """Yield a known event."""
    yield from fact(iri, LK.Event, members)
    labels = [said.many(one, RDFS.label) for one in members]
    longest = max(len(label) for several in labels for label in several)
    label = commonest(
        labels if len(members) > _FEW else [[one for one in each if len(one) == longest] for each in labels]
    )
    yield labelled(iri, RDFS.label, label)
    for other in sorted({one for several in labels for one in several} - {label}):
        yield labelled(iri, SKOS.altLabel, other)
    yield from links(iri, LK.eventType, said.many(members[0], LK.eventType))
    yield from dated(iri, period(said, members))
    yield from links(iri, SCHEMA.location, [said.of(said.linked(one, SCHEMA.location)) for one in members])
    for predicate in (SCHEMA.organizer, SCHEMA.about):
        yield from links(iri, predicate, said.all_of(of for one in members for of in said.many(one, predicate)))
    yield from links(iri, SCHEMA.eventStatus, [said.one(one, SCHEMA.eventStatus) for one in members])
    if all(said.one(one, LK.background) for one in members):
        yield statement(iri, LK.background, TRUE)
