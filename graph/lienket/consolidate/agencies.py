"""Which agencies are one: those with equal keys."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import NamedNode

from lienket.consolidate.places import KnownPlaces
from lienket.consolidate.said import Said, article_of
from lienket.consolidate.statements import Statement, commonest, derived, links
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import vietnamese
from lienket.rdf.terms import LK, ORG, RDF, SKOS
from lienket.reference import agencies as reference

_KIND: Final = "agency"
_ABOVE: Final = (ORG.unitOf, ORG.subOrganizationOf)


class KnownAgencies:
    """The consolidated agency of each agency that an article names. `of` maps local IRIs to known ones."""

    def __init__(self, said: Said, base: str, places: KnownPlaces) -> None:
        self._said = said
        self._base = base
        self._places = places
        self._central = vocabulary.concepts("level")[Level.CENTRAL].iri.value
        self._units = frozenset(said.things(ORG.OrganizationalUnit))
        self._parents: dict[str, str] = {}
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}
        for node in said.things(ORG.Organization):
            self._identify(node, ())

    def _identify(self, node: str, inner: tuple[str, ...]) -> str:
        """Return the known agency of a local one; `inner` are the agencies under it that are being identified."""
        known = self.of.get(node)
        if known is None:
            above = self._above(node)
            if above and above not in (node, *inner):
                self._parents[node] = self._identify(above, (*inner, node))
            known = self.of[node] = iris.known(self._base, _KIND, *self._key(node))
            self.members.setdefault(known, []).append(node)
        return known

    def _above(self, node: str) -> str | None:
        return next((above for one in _ABOVE if (above := self._said.linked(node, one))), None)

    def _key(self, node: str) -> tuple[str, ...]:
        """Return type, jurisdiction, parent and, where these do not tell one from another, the name.

        Bodies that exist many times (a committee of every province) are one only where it is settled whose they are:
        else the agency is its article's own.
        """
        said = self._said
        of_type = said.one(node, ORG.classification) or ""
        place = said.linked(node, LK.jurisdiction)
        jurisdiction = self._places.of[place] if place else ""
        parent = self._parents.get(node, "")
        name = name_key(said.one(node, SKOS.prefLabel) or "")
        if not (jurisdiction or parent):
            loose = of_type in _kinds() and said.one(node, LK.level) != self._central
            return (of_type, "", "", name, article_of(node)) if loose else (of_type, "", "", name)
        named = _kinds().get(of_type, True)
        return (of_type, jurisdiction, parent, name if named else "")

    def parent(self, known: str) -> str | None:
        """Return the known agency above a known one."""
        return next((above for one in self.members[known] if (above := self._parents.get(one))), None)

    def statements(self) -> Iterator[Statement]:
        """Yield the description of each known agency, and which local ones are it."""
        for iri in sorted(self.members):
            yield from self._statements(iri, sorted(self.members[iri]))
        yield from derived(self.of)

    def _statements(self, iri: str, members: list[str]) -> Iterator[Statement]:
        said, node = self._said, NamedNode(iri)
        yield node, RDF.type, ORG.Organization
        name = self.label(iri)
        yield node, SKOS.prefLabel, vietnamese(name)
        others = {
            other
            for one in members
            for other in (*said.many(one, SKOS.prefLabel), *said.many(one, SKOS.altLabel))
            if other != name
        }
        for other in sorted(others):
            yield node, SKOS.altLabel, vietnamese(other)
        first = members[0]
        yield from links(iri, ORG.classification, said.many(first, ORG.classification))
        levels = [said.many(one, LK.level) for one in members]
        if any(levels):
            yield node, LK.level, NamedNode(commonest(levels))
        place = said.linked(first, LK.jurisdiction)
        if place:
            yield node, LK.jurisdiction, NamedNode(self._places.of[place])
        yield from self._standing(iri, members)

    def _standing(self, iri: str, members: list[str]) -> Iterator[Statement]:
        """Yield whether it is a body of its own or a unit, as most articles say, and what it is under."""
        node = NamedNode(iri)
        units = sum(one in self._units for one in members)
        unit = 2 * units > len(members)
        yield node, RDF.type, ORG.OrganizationalUnit if unit else ORG.FormalOrganization
        parent = self.parent(iri)
        if parent and parent != iri:
            yield node, ORG.unitOf if unit else ORG.subOrganizationOf, NamedNode(parent)

    def label(self, known: str) -> str:
        """Return the name that most articles give a known agency."""
        return commonest(self._said.many(one, SKOS.prefLabel) for one in self.members[known])


@functools.cache
def _kinds() -> Mapping[str, bool]:
    """Return the types of bodies that exist many times, and whether one place or parent can have several of it.

    A province has one committee, but many departments and schools, which only their names tell apart.
    """
    several: dict[str, bool] = {}
    types = vocabulary.concepts("agency-type")
    for kind in reference.kinds():
        iri = types[kind.type].iri.value
        several[iri] = several.get(iri, False) or kind.field != "none"
    return several
