"""Who held which role where: one node a person, role and agency, and the posts so held."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lienket.consolidate import agencies, places
from lienket.consolidate.facts import period
from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, dated, fact, linked, links
from lienket.model import Status
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import day
from lienket.rdf.ntriples import Statement, a, labelled, link, statement
from lienket.rdf.terms import LK, ORG, SCHEMA, SKOS

_COUNTED: Final = (LK.status, LK.attestedOn, SCHEMA.startDate, SCHEMA.endDate)
_HOLDING: Final = (Status.ATTESTED, Status.ACTING, Status.APPOINTED)
"""How someone holds a role on the day on which it is said."""


def membership(said: Said, node: str) -> str | None:
    """Return the membership: one where person, role and agency are the same; None where these are not sure."""
    person, agency = said.of(said.one(node, ORG.member)), said.one(node, ORG.organization)
    if not person or (agency is not None and not said.sure(agency)):
        return None
    return iris.known(said.base, "membership", person, said.one(node, ORG.role) or "", said.of(agency) or "")


def share(said: Said, node: str) -> str:
    """Return what stands for all that an article's membership adds to the known one, but for where it is from."""
    return said.share(node, _COUNTED)


def statements(said: Said, iri: str, members: Mapping[str, int], origins: Iterable[str]) -> list[Statement]:
    """Return a known membership. `members`: the first of those alike, with how many these are; `origins`: all of them,
    or those that are to be told."""
    first = next(iter(members))
    role, agency = said.one(first, ORG.role) or "", said.of(said.one(first, ORG.organization))
    return [
        *fact(iri, ORG.Membership, origins),
        *linked(iri, ORG.member, said.of(said.one(first, ORG.member))),
        *linked(iri, ORG.organization, agency),
        *linked(iri, ORG.role, role),
        *links(iri, LK.status, [said.one(one, LK.status) for one in members]),
        *_attested(said, iri, members),
        *dated(iri, period(said, members)),
        *linked(iri, LK.post, post(said.base, role, agency) if agency else None),
    ]


def _attested(said: Said, iri: str, members: Mapping[str, int]) -> Iterator[Statement]:
    """Yield the least and the greatest day on which someone holds the role, as far as dated articles tell."""
    first: list[datetime.date] = []
    last: list[datetime.date] = []
    agency = said.linked(next(iter(members)), ORG.organization)
    place = agencies.jurisdiction(said, agency) if agency else None
    unit = places.units(said.base).get(place or "")
    for one in members:
        date = said.date(one, LK.attestedOn)
        if date and unit and not unit.valid_on(date.earliest or datetime.date.min):
            continue  # nobody holds an office of a place that is gone, or is not yet there
        if date and date.earliest and date.latest and said.one(one, LK.status) in _holding():
            first.append(date.earliest)
            last.append(date.latest)
    if first:
        yield statement(iri, LK.firstAttested, day(min(first)))
        yield statement(iri, LK.lastAttested, day(max(last)))


@functools.cache
def _holding() -> frozenset[str]:
    return frozenset(vocabulary.concepts("status")[status].iri.value for status in _HOLDING)


def post(base: str, role: str, agency: str) -> str:
    """Return the IRI of a post."""
    return iris.known(base, "post", role, agency)


def post_statements(base: str, role: str, agency: str, label: str) -> Iterator[Statement]:
    """Yield a post: `role` and `agency` are IRIs of known ones."""
    iri = post(base, role, agency)
    yield a(iri, ORG.Post)
    yield link(iri, ORG.role, role)
    yield link(iri, ORG.postIn, agency)
    yield labelled(iri, SKOS.prefLabel, label)


@functools.cache
def titles() -> Mapping[str, str]:
    """Return the labels of the roles of the vocabulary by IRI."""
    return {concept.iri.value: concept.vi for concept in vocabulary.concepts("role").values()}


def role_label(said: Said, members: Mapping[str, int]) -> str:
    """Return the label of a role that the vocabulary does not have."""
    return commonest((said.many(one, SKOS.prefLabel) for one in members), members.values())


def role_share(said: Said, node: str) -> str:
    """Return what stands for all that an article's role adds to the known one."""
    return said.share(node, (SKOS.prefLabel,))


def role_statements(said: Said, role: str, members: Mapping[str, int]) -> Iterator[Statement]:
    """Yield a role that the vocabulary does not have: its label, until the vocabulary takes it up."""
    yield a(role, ORG.Role)
    yield a(role, SKOS.Concept)
    yield labelled(role, SKOS.prefLabel, role_label(said, members))
