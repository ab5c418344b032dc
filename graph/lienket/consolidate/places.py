"""Which places are one: the same legal unit of the reference data, or the same name inside the same place."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lienket.consolidate import periods
from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import day
from lienket.rdf.ntriples import Statement, a, labelled, link, statement, worded
from lienket.rdf.terms import DCT, LK, RDFS, SCHEMA
from lienket.reference import places as reference
from lienket.reference.places import ReferencePlace

_KIND: Final = "place"
_DISTRICT: Final = vocabulary.concepts("level")[Level.DISTRICT].iri.value
"""The level that ended with the reform: whoever names one tells of before, though the list may not have it."""


def identify(said: Said, nodes: Iterable[str], *, ended: bool) -> dict[str, str]:
    """Return the known place of each place of one article; `ended` if it names a body that was gone by the reform."""
    of: dict[str, str] = {}
    for node in nodes:
        _identify(said, node, (), of)
    named = {units(said.base)[known] for known in of.values() if known in units(said.base)}
    before = ended or any(map(_is_gone, named)) or any(said.one(node, LK.level) == _DISTRICT for node in of)
    if before and not any(unit.valid_from == periods.REFORM for unit in named):
        open_ = periods.before_reform(said.base)
        of = {node: unit_iri(said.base, open_[known]) if known in open_ else known for node, known in of.items()}
    return of


def _is_gone(unit: ReferencePlace) -> bool:
    return unit.valid_through is not None and unit.valid_through < periods.REFORM


def _identify(said: Said, node: str, inner: tuple[str, ...], of: dict[str, str]) -> str:
    """Return the known place of a local one; `inner` are the places inside it that are being identified."""
    known = of.get(node)
    if known is None:
        unit = _unit(said, node)
        known = of[node] = unit_iri(said.base, unit) if unit else _named_iri(said, node, inner, of)
    return known


def _unit(said: Said, node: str) -> ReferencePlace | None:
    """Return the legal unit that an article's graph means, by the code or, for units without one, the label."""
    code, days = said.one(node, DCT.identifier), (said.one(node, LK.validFrom), said.one(node, LK.validThrough))
    if code is None and days == (None, None):
        return None
    name, level = code or name_key(said.one(node, RDFS.label) or ""), said.one(node, LK.level)
    return _units_stated().get((name, level, *days))


def _named_iri(said: Said, node: str, inner: tuple[str, ...], of: dict[str, str]) -> str:
    within = said.linked(node, SCHEMA.containedInPlace)
    level = said.one(node, LK.level) or ""
    if within and within not in (node, *inner):
        outer = _identify(said, within, (*inner, node), of)
    elif level == _province():
        outer = ""  # only its time is open, before or after a reform
    else:
        # Many communes bear one name: without what it lies in, a place is its article's own.
        outer = iris.article_of(node)
    return iris.known(said.base, _KIND, "named", level, name_key(said.one(node, RDFS.label) or ""), outer)


@functools.cache
def _province() -> str:
    return vocabulary.concepts("level")[Level.PROVINCE].iri.value


def share(said: Said, node: str) -> str:
    """Return what stands for all that an article's place adds to the description of the known one."""
    return said.share(node, (RDFS.label,))


def statements(said: Said, iri: str, members: Mapping[str, int]) -> Iterator[Statement]:
    """Yield the description of a place that is no legal unit of the reference data, or not known to be one.

    `members`: the first of those alike, with how many these are.
    """
    yield a(iri, SCHEMA.AdministrativeArea)
    label = commonest((said.many(one, RDFS.label) for one in members), members.values())
    yield labelled(iri, RDFS.label, label)
    first = next(iter(members))
    level = said.one(first, LK.level)
    if level:
        yield link(iri, LK.level, level)
    within = said.of(said.linked(first, SCHEMA.containedInPlace))
    if within:
        yield link(iri, SCHEMA.containedInPlace, within)


def unit_iri(base: str, unit: ReferencePlace) -> str:
    """Return the IRI of a legal unit of the reference data: before and after a reform there are two."""
    return iris.known(base, _KIND, "unit", unit.id)


@functools.cache
def _units_stated() -> Mapping[tuple[str | None, ...], ReferencePlace]:
    """Return the legal units by what an article's graph says of them: code or label, level, first and last day."""
    stated: dict[tuple[str | None, ...], ReferencePlace] = {}
    for unit in reference.load().all():
        level = vocabulary.concepts("level")[unit.level].iri.value
        days = [each.isoformat() if each else None for each in (unit.valid_from, unit.valid_through)]
        stated.setdefault((unit.code or name_key(unit.label), level, *days), unit)
    return stated


@functools.lru_cache(maxsize=8)
def units(base: str) -> Mapping[str, ReferencePlace]:
    """Return the legal units by the IRIs that they have under `base`."""
    return {unit_iri(base, unit): unit for unit in reference.load().all()}


def reached(units: Iterable[ReferencePlace]) -> dict[str, ReferencePlace]:
    """Return, by id, `units` and all that containment and replacement lead to."""
    known = reference.load()
    waiting = list(units)
    met: dict[str, ReferencePlace] = {}
    while waiting:
        unit = waiting.pop()
        if unit.id not in met:
            met[unit.id] = unit
            waiting += [known.by_id(one) for one in (unit.parent, *unit.replaced_by) if one]
    return met


def unit_statements(base: str, unit: ReferencePlace) -> Iterator[Statement]:
    """Yield the description of a legal unit of the reference data."""
    iri, known = unit_iri(base, unit), reference.load()
    yield a(iri, SCHEMA.AdministrativeArea)
    yield labelled(iri, RDFS.label, unit.label)
    yield statement(iri, LK.level, vocabulary.concepts("level")[unit.level].iri)
    if unit.code:
        yield worded(iri, DCT.identifier, unit.code)
    if unit.parent:
        yield link(iri, SCHEMA.containedInPlace, unit_iri(base, known.by_id(unit.parent)))
    for successor in sorted(set(unit.replaced_by)):
        yield link(iri, DCT.isReplacedBy, unit_iri(base, known.by_id(successor)))
    if unit.valid_from:
        yield statement(iri, LK.validFrom, day(unit.valid_from))
    if unit.valid_through:
        yield statement(iri, LK.validThrough, day(unit.valid_through))


def became(one: str, other: str) -> bool:
    """Tell whether two provinces, by their folded names without kind, are one, or one became part of the other."""
    return one == other or other in _became().get(one, ()) or one in _became().get(other, ())


@functools.cache
def _became() -> Mapping[str, frozenset[str]]:
    """Return of each province that is gone the folded names of those that took its place."""
    known = reference.load()
    became: dict[str, set[str]] = {}
    for unit in known.all():
        if unit.level is Level.PROVINCE:
            later = (one for one in reached([unit]).values() if one.level is Level.PROVINCE and one is not unit)
            became.setdefault(name_key(unit.name), set()).update(name_key(one.name) for one in later)
    return {name: frozenset(later) for name, later in became.items()}


def inside(said: Said, place: str, province: str) -> Iterator[str]:
    """Yield a local place below the level of `province` and those that contain it: "huyện kim bảng, hà nam"."""
    met: set[str] = set()
    one: str | None = place
    while one and one not in met and said.one(one, LK.level) != _province():
        met.add(one)
        yield f"{name_key(said.one(one, RDFS.label) or '')}, {province}"
        one = said.linked(one, SCHEMA.containedInPlace)


def bare_name(label: str) -> str:
    """Return the folded name of a place without its kind: "thái nguyên"."""
    key = name_key(label)
    kind = next((kind for kind in reference.KINDS if key.startswith(kind + " ")), "")
    return key.removeprefix(kind).strip()


def province_name(unit: ReferencePlace) -> str | None:
    """Return the folded name, without its kind, of the province that a legal unit is or lies in."""
    province = reference.load().province_of(unit)
    return name_key(province.name) if province else None


def province(said: Said, place: str) -> str | None:
    """Return the folded name, without its kind, of the province that a local place is or lies in."""
    met: set[str] = set()
    one: str | None = place
    while one and one not in met:
        met.add(one)
        if said.one(one, LK.level) == _province():
            return bare_name(said.one(one, RDFS.label) or "")
        one = said.linked(one, SCHEMA.containedInPlace)
    unit = units(said.base).get(said.of(place) or "")
    return province_name(unit) if unit else None
