"""Kinds of agencies, particular agencies, fields of state work, and how agencies changed."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, cast

from lienket.language.folding import name_key
from lienket.model import Level, PartialDate
from lienket.reference.tables import Row, read

FieldUse = Literal["none", "required", "free"]
PlaceUse = Literal["word", "bare", "none"]
Join = Literal["space", "comma", "none"]
Cases = Literal["lower", "upper", "office"]

_LEVELS: Final = tuple(str(level) for level in Level)
_KIND_COLUMNS: Final = (
    "type", "head", "short", "levels", "field", "place",
    "fused_level", "under", "unit", "join", "optional_parts", "cases",
)  # fmt: skip
_BODY_COLUMNS: Final = ("name", "type", "level", "parent", "unit", "short", "valid_from", "valid_through")
_FIELD_COLUMNS: Final = ("name", "short", "heads", "valid_from", "valid_through")
_CHANGE_COLUMNS: Final = ("kind", "original", "resulting", "level", "date", "legal_basis", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyKind:
    """A kind of body that exists many times; `agency_kinds.csv` explains each column."""

    type: str
    head: str
    short: tuple[str, ...]
    levels: tuple[Level, ...]
    field: FieldUse
    place: PlaceUse
    fused_level: tuple[Level, ...]
    under: tuple[str, ...]
    unit: bool
    join: Join
    optional_parts: tuple[str, ...]
    cases: Cases


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body that exists once, under its full official name; `agencies.csv` explains each column."""

    name: str
    type: str
    level: Level
    parent: str | None
    unit: bool
    short: tuple[str, ...]
    valid_from: PartialDate | None
    valid_through: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of state work and the heads it follows; `fields.csv` explains each column."""

    name: str
    short: tuple[str, ...]
    heads: tuple[str, ...]
    valid_from: PartialDate | None
    valid_through: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyChange:
    """A change of agencies that the state decided; `agency_changes.csv` explains each column."""

    kind: str
    original: tuple[str, ...]
    resulting: tuple[str, ...]
    level: Level
    date: PartialDate
    legal_basis: tuple[str, ...]
    note: str


@functools.cache
def kinds() -> tuple[AgencyKind, ...]:
    """Return the rows of `agency_kinds.csv`, in their order."""
    return tuple(_kind(row) for row in read("agency_kinds.csv", _KIND_COLUMNS))


@functools.cache
def bodies() -> tuple[Body, ...]:
    """Return the rows of `agencies.csv`, in their order; every parent is a row."""
    rows = list(read("agencies.csv", _BODY_COLUMNS))
    names = {row.text("name") for row in rows}
    return tuple(_body(row, names) for row in rows)


@functools.cache
def fields() -> tuple[Field, ...]:
    """Return the rows of `fields.csv`, in their order."""
    return tuple(_field(row) for row in read("fields.csv", _FIELD_COLUMNS))


@functools.cache
def changes() -> tuple[AgencyChange, ...]:
    """Return the rows of `agency_changes.csv`, in their order."""
    return tuple(_change(row) for row in read("agency_changes.csv", _CHANGE_COLUMNS))


@functools.cache
def bodies_of_places() -> Mapping[tuple[Level, str], bool]:
    """Return the rows of `bodies_of_places.csv`: by level and folded name, whether each place has such a body."""
    rows = read("bodies_of_places.csv", ("level", "name", "everywhere"))
    return MappingProxyType(
        {(Level(row.one_of("level", _LEVELS)), name_key(row.text("name"))): row.yes("everywhere") for row in rows}
    )


def law_of_places(level: Level, when: datetime.date) -> tuple[str, ...]:
    """Return the numbers of the documents by which places of a level changed on a day, where they are known."""
    return _laws().get((level, when), ())


@functools.cache
def _laws() -> Mapping[tuple[Level, datetime.date], tuple[str, ...]]:
    rows = read("place_changes.csv", ("level", "date", "legal_basis"))
    found: dict[tuple[Level, datetime.date], tuple[str, ...]] = {}
    for row in rows:
        date = row.day("date") or row.fail("date", "a day as 2025-07-01")
        found[Level(row.one_of("level", _LEVELS)), date] = row.items("legal_basis")
    return MappingProxyType(found)


@functools.cache
def name_words() -> tuple[tuple[str, str], ...]:
    """Return the rows of `name_words.csv`: each word with its kind."""
    rows = read("name_words.csv", ("form", "kind"))
    return tuple((row.text("form"), row.one_of("kind", ("noun", "loose"))) for row in rows)


def body_named(name: str) -> Body | None:
    """Return the body whose full name is `name`, however cased or accented; None when there is no such row."""
    return _bodies_by_key().get(name_key(name))


def kind_headed(head: str) -> AgencyKind | None:
    """Return the first kind whose full head is `head`; None when there is no such row."""
    return _kinds_by_key().get(name_key(head))


def kinds_of(notation: str) -> tuple[AgencyKind, ...]:
    """Return the kinds of the agency type `notation`, in the order of the file."""
    return _kinds_by_type().get(notation, ())


@functools.cache
def _kinds_by_type() -> Mapping[str, tuple[AgencyKind, ...]]:
    found: dict[str, list[AgencyKind]] = {}
    for kind in kinds():
        found.setdefault(kind.type, []).append(kind)
    return MappingProxyType({notation: tuple(of_type) for notation, of_type in found.items()})


@functools.cache
def _bodies_by_key() -> Mapping[str, Body]:
    return MappingProxyType({name_key(body.name): body for body in bodies()})


@functools.cache
def _kinds_by_key() -> Mapping[str, AgencyKind]:
    return MappingProxyType({name_key(kind.head): kind for kind in reversed(kinds())})


def _levels(row: Row, column: str) -> tuple[Level, ...]:
    return tuple(Level(level) for level in row.some_of(column, _LEVELS))


def _kind(row: Row) -> AgencyKind:
    return AgencyKind(
        type=row.text("type"),
        head=row.text("head"),
        short=row.items("short"),
        levels=_levels(row, "levels"),
        field=cast(FieldUse, row.one_of("field", ("none", "required", "free"))),
        place=cast(PlaceUse, row.one_of("place", ("word", "bare", "none"))),
        fused_level=_levels(row, "fused_level"),
        under=row.items("under"),
        unit=row.yes("unit"),
        join=cast(Join, row.one_of("join", ("space", "comma", "none"))),
        optional_parts=row.items("optional_parts"),
        cases=cast(Cases, row.one_of("cases", ("lower", "upper", "office"))),
    )


def _body(row: Row, names: set[str]) -> Body:
    if row.optional("parent"):
        row.one_of("parent", names)
    return Body(
        name=row.text("name"),
        type=row.text("type"),
        level=Level(row.one_of("level", _LEVELS)),
        parent=row.optional("parent") or None,
        unit=row.yes("unit"),
        short=row.items("short"),
        valid_from=row.date("valid_from"),
        valid_through=row.date("valid_through"),
    )


def _field(row: Row) -> Field:
    return Field(
        name=row.text("name"),
        short=row.items("short"),
        heads=row.items("heads"),
        valid_from=row.date("valid_from"),
        valid_through=row.date("valid_through"),
    )


def _change(row: Row) -> AgencyChange:
    return AgencyChange(
        kind=row.one_of("kind", ("rename", "merger", "split", "transfer", "abolition")),
        original=row.items("original"),
        resulting=row.items("resulting"),
        level=Level(row.one_of("level", _LEVELS)),
        date=row.date("date") or row.fail("date", "a date as 2025, 2025-07 or 2025-07-01"),
        legal_basis=row.items("legal_basis"),
        note=row.optional("note"),
    )
