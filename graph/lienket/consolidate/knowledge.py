"""What we know: the knowledge layer, computed from all that articles say."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Quad

from lienket.consolidate.agencies import KnownAgencies
from lienket.consolidate.cooperation import cooperation_statements
from lienket.consolidate.facts import (
    Known,
    document_statements,
    documents,
    event_statements,
    events,
    participation_statements,
    participations,
    programme_statements,
    programmes,
    quotation_statements,
    quotations,
)
from lienket.consolidate.memberships import membership_statements, memberships, minted_role_statements
from lienket.consolidate.people import KnownPeople
from lienket.consolidate.places import KnownPlaces
from lienket.consolidate.said import Said
from lienket.consolidate.statements import Statement
from lienket.rdf import vocabulary
from lienket.store.local import LocalStore


def knowledge(store: LocalStore) -> Iterator[Quad]:
    """Yield the quads of the knowledge layer of `store`, each once, in the same order for the same articles.

    It is a function of the article graphs and the reference data alone.
    """
    yield from vocabulary.quads()
    for statement in _statements(_who_is_who(store)):
        yield Quad(*statement, DefaultGraph())


def _who_is_who(store: LocalStore) -> Known:
    said = Said(store.graph)
    places = KnownPlaces(said, store.base)
    agencies = KnownAgencies(said, store.base, places)
    people = KnownPeople(said, store.base, agencies)
    return Known(said, store.base, places, agencies, people)


def _statements(known: Known) -> Iterator[Statement]:
    yield from minted_role_statements(known)
    yield from known.places.statements()
    yield from known.agencies.statements()
    yield from known.people.statements()
    held, papers, plans, happened = memberships(known), documents(known), programmes(known), events(known)
    parts = participations(known, happened)
    yield from membership_statements(known, held)
    yield from document_statements(known, papers)
    yield from programme_statements(known, plans)
    yield from event_statements(known, happened, (papers, plans))
    yield from participation_statements(known, parts, happened, held)
    yield from quotation_statements(known, quotations(known), happened, held)
    yield from cooperation_statements(known, happened, parts, plans)
