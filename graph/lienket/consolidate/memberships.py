"""Who held which role where: one node a person, role and agency, and the posts so held."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from lienket.consolidate.facts import Groups, Known, period
from lienket.consolidate.statements import Statement, commonest, dated, fact, links
from lienket.model import Status
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import day, vietnamese
from lienket.rdf.terms import LK, ORG, RDF, SKOS

_HOLDING: Final = (Status.ATTESTED, Status.ACTING, Status.APPOINTED)
"""How someone holds a role on the day on which it is said."""


def memberships(known: Known) -> Groups:
    """Return the memberships: one where person, role and agency are the same."""
    said, groups = known.said, Groups(known, "membership")
    for node in said.things(ORG.Membership):
        person = known.agent(said.linked(node, ORG.member))
        agency = said.one(node, ORG.organization)
        if person and (agency is None or said.sure(agency)):
            groups.put(node, person, said.one(node, ORG.role) or "", known.agent(agency) or "")
    return groups


def membership_statements(known: Known, groups: Groups) -> Iterator[Statement]:
    """Yield the known memberships, and the posts that they are in."""
    said = known.said
    posts: set[tuple[str, str]] = set()
    for iri, members in groups:
        first = members[0]
        role, agency = said.one(first, ORG.role) or "", known.agent(said.one(first, ORG.organization))
        yield from fact(iri, ORG.Membership, members)
        yield from links(iri, ORG.member, [known.agent(said.one(first, ORG.member))])
        yield from links(iri, ORG.organization, [agency])
        yield from links(iri, ORG.role, [role])
        yield from links(iri, LK.status, [said.one(one, LK.status) for one in members])
        yield from _attested(known, iri, members)
        yield from dated(iri, period(said, members))
        if agency:
            posts.add((role, agency))
            yield from links(iri, LK.post, [_post(known, role, agency)])
    yield from _post_statements(known, posts)


def _attested(known: Known, iri: str, members: Iterable[str]) -> Iterator[Statement]:
    """Yield the least and the greatest day on which someone holds the role, as far as dated articles tell."""
    holding = {vocabulary.concepts("status")[status].iri.value for status in _HOLDING}
    first: list[datetime.date] = []
    last: list[datetime.date] = []
    for one in members:
        date = known.said.date(one, LK.attestedOn)
        if date and date.earliest and date.latest and known.said.one(one, LK.status) in holding:
            first.append(date.earliest)
            last.append(date.latest)
    if first:
        yield NamedNode(iri), LK.firstAttested, day(min(first))
        yield NamedNode(iri), LK.lastAttested, day(max(last))


def _post(known: Known, role: str, agency: str) -> str:
    return iris.known(known.base, "post", role, agency)


def _post_statements(known: Known, posts: Iterable[tuple[str, str]]) -> Iterator[Statement]:
    labels = _role_labels(known)
    for role, agency in sorted(posts):
        node = NamedNode(_post(known, role, agency))
        yield node, RDF.type, ORG.Post
        yield node, ORG.role, NamedNode(role)
        yield node, ORG.postIn, NamedNode(agency)
        yield node, SKOS.prefLabel, vietnamese(f"{labels[role]}, {known.agencies.label(agency)}")


def _role_labels(known: Known) -> Mapping[str, str]:
    """Return the Vietnamese label of each role, of the vocabulary and minted."""
    return {concept.iri.value: concept.vi for concept in vocabulary.concepts("role").values()} | minted_roles(known)


def minted_roles(known: Known) -> dict[str, str]:
    """Return the roles that the vocabulary does not have, with their labels."""
    used = {role for one in known.said.things(ORG.Membership) for role in known.said.many(one, ORG.role)}
    minted = sorted(role for role in used if role.startswith(known.base + "role/"))
    return {role: commonest([known.said.many(role, SKOS.prefLabel)]) for role in minted}


def minted_role_statements(known: Known) -> Iterator[Statement]:
    """Yield the minted roles: of each its label, until the vocabulary takes it up."""
    for role, label in minted_roles(known).items():
        node = NamedNode(role)
        yield node, RDF.type, ORG.Role
        yield node, RDF.type, SKOS.Concept
        yield node, SKOS.prefLabel, vietnamese(label)
