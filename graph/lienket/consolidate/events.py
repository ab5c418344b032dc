"""Events: which of those that several articles report are one, and what is known of each."""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

from lienket.consolidate.facts import period
from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, dated, fact, links
from lienket.rdf.literals import TRUE
from lienket.rdf.ntriples import Statement, labelled, statement
from lienket.rdf.terms import LK, RDFS, SCHEMA, SKOS

KIND: Final = "event"
_FEW: Final = 2
"""Articles whose wordings are too few to count: then the fullest label is taken."""


def statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known event."""
    labels = [said.many(one, RDFS.label) for one in members]
    longest = max(len(label) for several in labels for label in several)
    label = commonest(
        labels if len(members) > _FEW else [[one for one in each if len(one) == longest] for each in labels]
    )
    others = {one for several in labels for one in several} - {label}
    background = all(said.one(one, LK.background) for one in members)
    return [
        *fact(iri, LK.Event, members),
        labelled(iri, RDFS.label, label),
        *[labelled(iri, SKOS.altLabel, other) for other in sorted(others)],
        *links(iri, LK.eventType, said.many(members[0], LK.eventType)),
        *dated(iri, period(said, members)),
        *links(iri, SCHEMA.location, [said.of(said.linked(one, SCHEMA.location)) for one in members]),
        *links(iri, SCHEMA.organizer, _leading_to(said, members, SCHEMA.organizer)),
        *links(iri, SCHEMA.about, _leading_to(said, members, SCHEMA.about)),
        *links(iri, SCHEMA.eventStatus, [said.one(one, SCHEMA.eventStatus) for one in members]),
        *([statement(iri, LK.background, TRUE)] if background else []),
    ]


def _leading_to(said: Said, members: list[str], predicate: NamedNode) -> list[str]:
    """Return the known things that a property of some of the events leads to."""
    return said.all_of([of for one in members for of in said.many(one, predicate)])
