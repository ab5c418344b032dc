"""Which people are one: those of equal name who have an agency in common. A name alone merges nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from lienket.consolidate.agencies import KnownAgencies
from lienket.consolidate.said import Said, article_of
from lienket.consolidate.statements import Statement, commonest, derived
from lienket.language.folding import name_key
from lienket.rdf import iris
from lienket.rdf.terms import FOAF, LK, ORG, RDF, SCHEMA, SKOS

_KIND: Final = "person"


class KnownPeople:
    """The consolidated person of each person that an article names. `of` maps local IRIs to known ones."""

    def __init__(self, said: Said, base: str, agencies: KnownAgencies) -> None:
        self._said = said
        at = _agencies_of_people(said, agencies)
        self._officials = {
            person for one in said.things(ORG.Membership) if (person := said.linked(one, ORG.member)) is not None
        }
        self.of: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        for group in _groups(said, at):
            first = min(group, key=said.seniority)
            known = iris.known(base, _KIND, first)
            self._members[known] = sorted(group)
            self.of.update(dict.fromkeys(group, known))

    def statements(self) -> Iterator[Statement]:
        """Yield the description of each known person, and which local ones they are."""
        for iri in sorted(self._members):
            yield from self._statements(NamedNode(iri), self._members[iri])
        yield from derived(self.of)

    def _statements(self, node: NamedNode, members: list[str]) -> Iterator[Statement]:
        said = self._said
        yield node, RDF.type, FOAF.Person
        if not self._officials.isdisjoint(members):
            yield node, RDF.type, LK.Official
        name = commonest(said.many(one, FOAF.name) for one in members)
        yield node, FOAF.name, Literal(name)
        written = {other for one in members for other in (*said.many(one, FOAF.name), *said.many(one, SKOS.altLabel))}
        for other in sorted(written - {name}):
            yield node, SKOS.altLabel, Literal(other)
        for honorific in sorted({each for one in members for each in said.many(one, SCHEMA.honorificPrefix)}):
            yield node, SCHEMA.honorificPrefix, Literal(honorific)


def _agencies_of_people(said: Said, agencies: KnownAgencies) -> Mapping[str, set[str]]:
    """Return the known agencies at which articles give each local person a role."""
    at: dict[str, set[str]] = {}
    for one in said.things(ORG.Membership):
        person, agency = said.linked(one, ORG.member), said.linked(one, ORG.organization)
        if person and agency:
            at.setdefault(person, set()).add(agencies.of[agency])
    return at


def _groups(said: Said, at: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """Yield the local people, those who are one together."""
    by_name: dict[str, list[str]] = {}
    for node in said.things(FOAF.Person):
        by_name.setdefault(name_key(said.one(node, FOAF.name) or ""), []).append(node)
    for namesakes in by_name.values():
        for group in _joined(namesakes, at):
            # Two whom one article tells apart are two, and nobody then knows which of them the others are.
            if len({article_of(node) for node in group}) == len(group):
                yield group
            else:
                yield from ([node] for node in group)


def _joined(namesakes: Iterable[str], at: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the namesakes in groups, each held together by agencies in common."""
    leader: dict[str, str] = {}

    def lead(one: str) -> str:
        while leader.setdefault(one, one) != one:
            leader[one] = one = leader[leader[one]]
        return one

    for node in namesakes:
        lead(node)
        for agency in at.get(node, ()):
            leader[lead(agency)] = lead(node)
    groups: dict[str, list[str]] = {}
    for node in namesakes:
        groups.setdefault(lead(node), []).append(node)
    return list(groups.values())
