"""Agencies through time: how the state renamed, merged, split and abolished those that articles name.

Two kinds of change: those that `agency_changes.csv` lists, of central bodies by name and of the bodies of every
province and district by their name in it; and those that follow from a change of places, when the bodies of merged
provinces became the body of the new one. What a known agency reaches through such changes is known too.
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from pyoxigraph import Literal

from lienket.consolidate import agencies, periods, places
from lienket.consolidate.agencies import Standing
from lienket.consolidate.said import Said
from lienket.consolidate.statements import links
from lienket.language.folding import name_key
from lienket.model import Level, PartialDate
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import day, partial_date, read_date
from lienket.rdf.ntriples import Statement, a, labelled, link, statement, worded
from lienket.rdf.terms import ELI, LK, ORG, PROV, RDFS, SCHEMA, SKOS, VOCABULARY, XSD
from lienket.reference import agencies as reference
from lienket.reference.agencies import AgencyChange, AgencyKind
from lienket.reference.places import ReferencePlace
from lienket.reference.places import load as all_places

TIE: Final = "through-time"
KINDS: Final = frozenset(("change", "law"))
_CLASSES: Final = {
    "rename": LK.Rename,
    "merger": LK.Merger,
    "split": LK.Split,
    "transfer": LK.Transfer,
    "abolition": LK.Abolition,
}
_TYPES: Final = VOCABULARY + "agency-type/"


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the reference data knows it: a central one by its name, another by its name and its place."""

    name: str
    """Without the place: "Sở Nội vụ"; of a central body the full name."""
    level: Level
    place: str = ""
    """The id of the legal unit; empty for a central body."""

    @property
    def unit(self) -> ReferencePlace | None:
        """The legal unit whose body it is."""
        return all_places().by_id(self.place) if self.place else None

    @property
    def label(self) -> str:
        """The full official name."""
        if self.unit is None:
            return self.name
        kind = _kind(self.name, self.level)
        bare = (kind is not None and kind.place == "bare") or self.name.split()[-1] == "ủy"
        return f"{self.name} {self.unit.name if bare else self.unit.label}"

    def standing(self, base: str) -> Standing:
        """Return what tells it from all others, as for the agencies that articles name."""
        return _standing(base, self)

    def committee(self) -> str:
        """Return the Party committee that a body is a unit of: its name ends with it ("Ban Tổ chức Tỉnh ủy")."""
        words = self.name.split()
        return " ".join(words[-2:]) if len(words) > 2 and words[-1] == "ủy" else ""


@functools.lru_cache(maxsize=16384)
def _standing(base: str, body: Body) -> Standing:
    if body.unit is None:
        named = reference.body_named(body.name)
        return Standing(_TYPES + (named.type if named else ""), "", "", name_key(body.name))
    kind = _kind(body.name, body.level)
    place = places.unit_iri(base, body.unit)
    committee = body.committee()
    parent = Body(committee, body.level, body.place).standing(base).iri(base) if committee else ""
    of_type = _TYPES + (kind.type if kind else "")
    return Standing(of_type, place, parent, name_key(body.label) if agencies.is_one_of_several(of_type) else "")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of particular bodies."""

    kind: str
    original: tuple[Body, ...]
    resulting: tuple[Body, ...]
    date: PartialDate
    basis: tuple[str, ...]

    def iri(self, base: str) -> str:
        """Return its IRI: by what became of what, and when. What merges into one body on one day is one change."""
        of = self.resulting if self.kind == "merger" else self.original
        return iris.known(
            base, "change", self.kind, str(self.date), *sorted(one.standing(base).iri(base) for one in of)
        )


def reached(said: Said, iri: str, member: str) -> dict[str, str]:
    """Return what a known agency reaches through changes: agencies, changes and laws, described in JSON by IRI.

    `member` is a local agency that is it."""
    body = _body(said, member)
    if body is None or body.standing(said.base).iri(said.base) != iri:
        return {}
    return _reached(said.base, body)


@functools.lru_cache(maxsize=4096)
def _reached(base: str, body: Body) -> dict[str, str]:
    """Return what a body reaches: what it became and what came of that, and what it came from, and before that."""
    of: dict[Body, tuple[set[str], set[str]]] = {}
    found: dict[str, dict[str, Any]] = {}

    def tell(change: Change) -> None:
        iri = change.iri(base)
        found[iri] = _told(base, change)
        found.update((iris.known(base, "law", number), {"number": number}) for number in change.basis)
        for one in change.original:
            of.setdefault(one, (set(), set()))[1].add(iri)
        for one in change.resulting:
            of.setdefault(one, (set(), set()))[0].add(iri)

    for step, onward in ((_after, "resulting"), (_before, "original")):
        met = {body}
        waiting = [body]
        while waiting:
            for change in step(waiting.pop()):
                tell(change)
                others = [one for one in getattr(change, onward) if one not in met]
                met.update(others)
                waiting += others
    for one, (before, after) in of.items():
        found[one.standing(base).iri(base)] = _described(base, one, before, after)
    return {target: json.dumps(told) for target, told in found.items()}


def later(said: Said, node: str) -> list[str]:
    """Return the known agencies that a local one became, one after the other, sorted."""
    body = _body(said, node)
    return sorted(_later(said.base, body)) if body else []


@functools.lru_cache(maxsize=4096)
def _later(base: str, body: Body) -> frozenset[str]:
    found: set[Body] = set()
    waiting = [body]
    while waiting:
        for change in _after(waiting.pop()):
            waiting += [one for one in change.resulting if one not in found]
            found.update(change.resulting)
    return frozenset(one.standing(base).iri(base) for one in found - {body})


def _body(said: Said, node: str) -> Body | None:
    """Return the body of the reference data that a local agency is."""
    label = said.one(node, SKOS.prefLabel) or ""
    central = reference.body_named(label)
    if central:
        return Body(central.name, central.level)
    unit = places.units(said.base).get(agencies.jurisdiction(said, node) or "")
    if unit is None:
        return None
    name = periods.name_in(label, unit)
    return Body(" ".join(label.split()[: len(name.split())]), unit.level, unit.id) if name != name_key(label) else None


@functools.cache
def _kind(name: str, level: Level) -> AgencyKind | None:
    """Return the kind of the bodies with this name, that with the longest head it begins with."""
    key = f"{name_key(name)} "
    fitting = [kind for head, kind in _heads(level) if key.startswith(head)]
    return max(fitting, key=lambda kind: len(kind.head), default=None)


@functools.cache
def _heads(level: Level) -> list[tuple[str, AgencyKind]]:
    """Return the kinds of bodies of a level with their folded heads, each with the space that a name goes on after."""
    return [(f"{name_key(kind.head)} ", kind) for kind in reference.kinds() if level in kind.levels]


@functools.lru_cache(maxsize=4096)
def _after(body: Body) -> list[Change]:
    """Return the changes by which a body became another."""
    rows = list(_rows(body, _listed().original))
    goes_on = all(row in _listed().resulting.get((body.level, name_key(body.name)), ()) for row in rows)
    return [_of_row(row, body) for row in rows] + (_by_places(body) if goes_on else [])


def _before(body: Body) -> list[Change]:
    """Return the changes from which a body came."""
    listed = [_of_row(row, body) for row in _rows(body, _listed().resulting)]
    unit = body.unit
    if unit is None or not _stands_everywhere(body.name, unit.level):
        return listed
    origins = [Body(_under(body.name, one), body.level, one.id) for one in all_places().replaced(unit)]
    came = [change for one in origins for change in _by_places(one)]
    return listed + [change for change in dict.fromkeys(came) if body in change.resulting]


_Rows: TypeAlias = dict[tuple[Level, str], list[AgencyChange]]
"""The listed changes by level and folded name of a body."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """The listed changes by the bodies that they change, and by those that result."""

    original: _Rows
    resulting: _Rows


@functools.cache
def _listed() -> _Listed:
    listed = _Listed({}, {})
    for row in reference.changes():
        for rows, names in ((listed.original, row.original), (listed.resulting, row.resulting)):
            for name in dict.fromkeys(map(name_key, names)):
                rows.setdefault((row.level, name), []).append(row)
    return listed


def _rows(body: Body, listed: _Rows) -> Iterator[AgencyChange]:
    """Yield the changes in `listed` that a body of this name, level and place could have part in."""
    for row in listed.get((body.level, name_key(body.name)), ()):
        if body.unit is None or _stood(body.unit, row.date):
            yield row


def _stood(unit: ReferencePlace, when: PartialDate) -> bool:
    """Tell whether a unit stood at some day of a time; of what changed on the day a reform, the unit before it."""
    day_before = (when.earliest or datetime.date.max) - datetime.timedelta(days=1)
    return (unit.valid_from is None or unit.valid_from <= day_before) and (
        unit.valid_through is None or unit.valid_through >= day_before
    )


def _of_row(row: AgencyChange, body: Body) -> Change:
    def bodies(names: Iterable[str]) -> tuple[Body, ...]:
        return tuple(Body(name, row.level, body.place) for name in names)

    return Change(row.kind, bodies(row.original), bodies(row.resulting), row.date, row.legal_basis)


def _by_places(body: Body) -> list[Change]:
    """Return what became of a body whose place was merged, renamed or split, if it is one that went with its place."""
    unit = body.unit
    if unit is None or not unit.replaced_by or unit.valid_through is None:
        return []
    everywhere = _stands_everywhere(body.name, unit.level)
    if everywhere is None or (not everywhere and len(unit.replaced_by) > 1) or _is_gone(body.name, unit):
        return []
    when = unit.valid_through + datetime.timedelta(days=1)
    date = PartialDate(year=when.year, month=when.month, day=when.day)
    successors = tuple(all_places().by_id(one) for one in unit.replaced_by)
    resulting = tuple(Body(_under(body.name, one), body.level, one.id) for one in successors)
    basis = reference.law_of_places(unit.level, when)
    if len(successors) > 1:
        return [Change("split", (body,), resulting, date, basis)]
    merged = [one for one in all_places().replaced(successors[0]) if one.valid_through == unit.valid_through]
    if successors[0].valid_from != when:
        merged.append(successors[0])  # it stood before and took the other in
    if len(merged) == 1:
        return [Change("rename", (body,), resulting, date, basis)]
    originals = tuple(Body(_under(body.name, one), body.level, one.id) for one in merged) if everywhere else (body,)
    return [Change("merger", originals, resulting, date, basis)]


def _stands_everywhere(name: str, level: Level) -> bool | None:
    """Tell whether each place of a level has, or some places have, a body of this name; None for other bodies."""
    return reference.bodies_of_places().get(
        (level, name_key(name).replace("thành ủy", "tỉnh ủy").replace("thành đoàn", "tỉnh đoàn"))
    )


def _under(name: str, unit: ReferencePlace) -> str:
    """Return the name of a body of one province in another: a city has a Thành ủy, a tỉnh a Tỉnh ủy."""
    city = unit.kind == "thành phố"
    for of_province, of_city in (("Tỉnh ủy", "Thành ủy"), ("Tỉnh đoàn", "Thành đoàn")):
        name = name.replace(of_province, of_city) if city else name.replace(of_city, of_province)
    return name


def _is_gone(name: str, unit: ReferencePlace) -> bool:
    """Tell whether bodies of this name were gone, by a listed change, when the unit ended."""
    end = unit.valid_through or datetime.date.max
    return any(
        row.level is unit.level
        and row.date.earliest
        and row.date.earliest <= end
        and name_key(name) in map(name_key, row.original)
        and name_key(name) not in map(name_key, row.resulting)
        for row in reference.changes()
    )


# As records and as statements


def _described(base: str, body: Body, before: set[str], after: set[str]) -> dict[str, Any]:
    standing = body.standing(base)
    return {
        "label": body.label,
        "type": standing.type,
        "level": body.level,
        "place": standing.jurisdiction,
        "from": sorted(before),
        "changed": sorted(after),
    }


def _told(base: str, change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "original": [one.standing(base).iri(base) for one in change.original],
        "resulting": [one.standing(base).iri(base) for one in change.resulting],
        "date": str(change.date),
        "basis": [iris.known(base, "law", number) for number in change.basis],
    }


def places_of(base: str, told: Iterable[str]) -> set[str]:
    """Return the IRIs of the places of the agencies that are described, and of all that these lie in and became."""
    units = places.units(base)
    of = [units[place] for text in told if (place := json.loads(text).get("place"))]
    return {places.unit_iri(base, unit) for unit in places.reached(of).values()}


def agency_statements(iri: str, told: Mapping[str, str], *, named: bool) -> Iterator[Statement]:
    """Yield the changes of an agency and, of one that no article names, its description."""
    records = [json.loads(text) for text in told.values()]
    if not records:
        return
    first = records[0]
    yield from links(iri, ORG.resultedFrom, [one for record in records for one in record["from"]])
    yield from links(iri, ORG.changedBy, [one for record in records for one in record["changed"]])
    if not named:
        yield a(iri, ORG.Organization)
        yield a(iri, ORG.FormalOrganization)
        yield labelled(iri, SKOS.prefLabel, first["label"])
        if first["type"] != _TYPES:
            yield link(iri, ORG.classification, first["type"])
        yield statement(iri, LK.level, vocabulary.concept("level", first["level"]))
        yield from links(iri, LK.jurisdiction, [first["place"]])


def statements(iri: str, told: Mapping[str, str]) -> Iterator[Statement]:
    """Yield a change or a law; nothing where no agency reaches it any more."""
    records = [json.loads(text) for text in told.values()]
    if records and "number" in records[0]:
        yield a(iri, ELI.LegalResource)
        yield labelled(iri, RDFS.label, records[0]["number"])
        yield worded(iri, LK.documentNumber, records[0]["number"])
    elif records:
        yield from _change_statements(iri, records)


def _change_statements(iri: str, records: list[dict[str, Any]]) -> Iterator[Statement]:
    first = records[0]
    yield a(iri, ORG.ChangeEvent)
    yield a(iri, _CLASSES[first["kind"]])
    for predicate, name in (
        (ORG.originalOrganization, "original"),
        (ORG.resultingOrganization, "resulting"),
        (LK.legalBasis, "basis"),
    ):
        yield from links(iri, predicate, [one for record in records for one in record[name]])
    date = read_date(first["date"])
    yield statement(iri, SCHEMA.startDate, partial_date(date))
    if date.earliest and date.latest:
        yield statement(iri, LK.earliest, day(date.earliest))
        yield statement(iri, LK.latest, day(date.latest))
        if date.earliest == date.latest:
            yield statement(iri, PROV.startedAtTime, Literal(f"{date.earliest}T00:00:00+07:00", datatype=XSD.dateTime))
