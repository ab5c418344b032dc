"""Which places are one: the same legal unit of the reference data, or the same name inside the same place."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from lienket.consolidate.said import Said, article_of
from lienket.consolidate.statements import Statement, commonest, derived
from lienket.language.folding import name_key
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import day, vietnamese
from lienket.rdf.terms import DCT, LK, RDF, RDFS, SCHEMA
from lienket.reference import places as reference
from lienket.reference.places import ReferencePlace

_KIND: Final = "place"


class KnownPlaces:
    """The consolidated place of each place that an article names. `of` maps local IRIs to known ones."""

    def __init__(self, said: Said, base: str) -> None:
        self._said = said
        self._base = base
        self._units: dict[str, ReferencePlace] = {}
        self._named: dict[str, list[str]] = {}
        self.of: dict[str, str] = {}
        for node in said.things(SCHEMA.AdministrativeArea):
            self._identify(node, ())

    def _identify(self, node: str, inner: tuple[str, ...]) -> str:
        """Return the known place of a local one; `inner` are the places inside it that are being identified."""
        known = self.of.get(node)
        if known is None:
            unit = self._unit(node)
            known = unit_iri(self._base, unit) if unit else self._named_iri(node, inner)
            self.of[node] = known
            if unit:
                self._units[known] = unit
            else:
                self._named.setdefault(known, []).append(node)
        return known

    def _unit(self, node: str) -> ReferencePlace | None:
        """Return the legal unit that an article's graph means, by the code or, for units without one, the label."""
        said = self._said
        code, days = said.one(node, DCT.identifier), (said.one(node, LK.validFrom), said.one(node, LK.validThrough))
        if code is None and days == (None, None):
            return None
        name = code or name_key(said.one(node, RDFS.label) or "")
        return _units_by_what_is_said().get((said.one(node, LK.level), name, *days))

    def _named_iri(self, node: str, inner: tuple[str, ...]) -> str:
        said = self._said
        within = said.linked(node, SCHEMA.containedInPlace)
        level = said.one(node, LK.level) or ""
        # Many communes bear one name: without what it lies in, a place is its article's own.
        outer = article_of(node)
        if within and within not in (node, *inner):
            outer = self._identify(within, (*inner, node))
        return iris.known(self._base, _KIND, "named", level, name_key(said.one(node, RDFS.label) or ""), outer)

    def statements(self) -> Iterator[Statement]:
        """Yield the description of each known place, and of what contains or replaced a legal unit among them."""
        units = {unit_iri(self._base, unit): unit for unit in _closed(self._units.values())}
        for iri in sorted(units):
            yield from _unit_statements(self._base, iri, units[iri])
        for iri in sorted(self._named):
            yield from self._named_statements(iri, self._named[iri])
        yield from derived(self.of)

    def _named_statements(self, iri: str, members: list[str]) -> Iterator[Statement]:
        said, node = self._said, NamedNode(iri)
        yield node, RDF.type, SCHEMA.AdministrativeArea
        yield node, RDFS.label, vietnamese(commonest(said.many(one, RDFS.label) for one in members))
        level = said.one(members[0], LK.level)
        if level:
            yield node, LK.level, NamedNode(level)
        within = said.linked(members[0], SCHEMA.containedInPlace)
        if within:
            yield node, SCHEMA.containedInPlace, NamedNode(self.of[within])


def unit_iri(base: str, unit: ReferencePlace) -> str:
    """Return the IRI of a legal unit of the reference data: before and after a reform there are two."""
    return iris.known(base, _KIND, "unit", unit.id)


@functools.cache
def _units_by_what_is_said() -> Mapping[tuple[str | None, ...], ReferencePlace]:
    """Return the legal units by what an article's graph says of them: level, code or label, first and last day."""
    return {
        (
            vocabulary.concepts("level")[unit.level].iri.value,
            unit.code or name_key(unit.label),
            unit.valid_from.isoformat() if unit.valid_from else None,
            unit.valid_through.isoformat() if unit.valid_through else None,
        ): unit
        for unit in reference.load().all()
    }


def _closed(units: Iterable[ReferencePlace]) -> Iterator[ReferencePlace]:
    """Yield `units` and all that containment and replacement lead to, each once."""
    known = reference.load()
    waiting = list(units)
    met: set[str] = set()
    while waiting:
        unit = waiting.pop()
        if unit.id not in met:
            met.add(unit.id)
            yield unit
            waiting += [known.by_id(one) for one in _next(unit)]


def _next(unit: ReferencePlace) -> list[str]:
    return [one for one in (unit.parent, *unit.replaced_by) if one]


def _unit_statements(base: str, iri: str, unit: ReferencePlace) -> Iterator[Statement]:
    node, known = NamedNode(iri), reference.load()
    yield node, RDF.type, SCHEMA.AdministrativeArea
    yield node, RDFS.label, vietnamese(unit.label)
    yield node, LK.level, vocabulary.concepts("level")[unit.level].iri
    if unit.code:
        yield node, DCT.identifier, Literal(unit.code)
    if unit.parent:
        yield node, SCHEMA.containedInPlace, NamedNode(unit_iri(base, known.by_id(unit.parent)))
    for successor in sorted(set(unit.replaced_by)):
        yield node, DCT.isReplacedBy, NamedNode(unit_iri(base, known.by_id(successor)))
    if unit.valid_from:
        yield node, LK.validFrom, day(unit.valid_from)
    if unit.valid_through:
        yield node, LK.validThrough, day(unit.valid_through)
