"""The administrative units of Việt Nam, before and after the reform of 1 July 2025."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from lienket.errors import ReferenceDataError
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.reference.tables import Row, cells

_FILE: Final = "places.csv"
_COLUMNS: Final = (
    "id", "level", "kind", "name", "code", "parent", "valid_from", "valid_through", "replaced_by", "other_names",
)  # fmt: skip
_LEVELS: Final = {str(level): level for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)}
KINDS: Final = frozenset({"tỉnh", "thành phố", "quận", "huyện", "thị xã", "xã", "phường", "thị trấn", "đặc khu"})


@dataclass(frozen=True, slots=True)
class ReferencePlace:
    """One legal unit; `places.csv` explains each field. `valid_from` and `valid_through` are its first and last day."""

    id: str
    level: Level
    kind: str
    name: str
    code: str
    parent: str | None
    valid_from: datetime.date | None
    valid_through: datetime.date | None
    replaced_by: tuple[str, ...]
    other_names: tuple[str, ...]

    @property
    def label(self) -> str:
        """The name with its kind: "tỉnh Thái Nguyên"."""
        return f"{self.kind} {self.name}"

    def valid_on(self, day: datetime.date) -> bool:
        """Tell whether the unit stood on `day`, as far as is known."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_through is None or day <= self.valid_through
        )


class Places:
    """All units, with lookups by id and by folded name (`language.folding.name_key`)."""

    __slots__ = ("_by_id", "_by_name", "_replaced")

    def __init__(self, places: Iterable[ReferencePlace]) -> None:
        self._by_id = {place.id: place for place in places}
        self._by_name: dict[str, list[ReferencePlace]] = {}
        self._replaced: dict[str, list[ReferencePlace]] = {}
        for place in self._by_id.values():
            for key in {name_key(name) for name in (place.name, *place.other_names)}:
                self._by_name.setdefault(key, []).append(place)
            for successor in place.replaced_by:
                self._replaced.setdefault(successor, []).append(place)

    def all(self) -> Iterable[ReferencePlace]:
        """Return every unit, in the order of the file: provinces, districts, communes."""
        return self._by_id.values()

    def by_id(self, identifier: str) -> ReferencePlace:
        """Return the unit of that id; an unknown one is a KeyError."""
        return self._by_id[identifier]

    def named(
        self, key: str, *, level: Level | None = None, on: datetime.date | None = None
    ) -> tuple[ReferencePlace, ...]:
        """Return the units of that folded name, higher levels first; of `level` and standing `on` a day where given."""
        return tuple(
            place
            for place in self._by_name.get(key, ())
            if (level is None or place.level is level) and (on is None or place.valid_on(on))
        )

    def replaced(self, place: ReferencePlace) -> tuple[ReferencePlace, ...]:
        """Return the units whose place `place` took."""
        return tuple(self._replaced.get(place.id, ()))

    def parent_of(self, place: ReferencePlace, *, on: datetime.date | None = None) -> ReferencePlace | None:
        """Return the unit that holds `place`: the row's parent, or on a day before that stood, the unit it replaced.

        None for a province, and where the parent of that day is not known.
        """
        parent = self._by_id[place.parent] if place.parent else None
        if parent is None or on is None or parent.valid_on(on):
            return parent
        before = [one for one in self.replaced(parent) if one.valid_on(on)]
        return before[0] if len(before) == 1 else None

    def province_of(self, place: ReferencePlace, *, on: datetime.date | None = None) -> ReferencePlace | None:
        """Return the province that holds `place`, on that day where given; a province is its own."""
        found: ReferencePlace | None = place
        while found is not None and found.level is not Level.PROVINCE:
            found = self.parent_of(found, on=on)
        return found


@functools.cache
def load() -> Places:
    """Return the units of `places.csv`; a cell that breaks the file's description is a ReferenceDataError."""
    rows = list(cells(_FILE, _COLUMNS))
    days: dict[str, datetime.date | None] = {"": None}
    ids = {values[0] for _, values in rows}
    if len(ids) < len(rows):
        raise ReferenceDataError("reference-twice", file=_FILE, column="id")
    return Places([_place(line, values, days, ids) for line, values in rows])


def _place(line: int, values: Sequence[str], days: dict[str, datetime.date | None], ids: set[str]) -> ReferencePlace:
    identifier, level, kind, name, code, parent, first, last, replaced_by, other_names = values
    successors = tuple(replaced_by.split("|")) if replaced_by else ()
    known = (not parent or parent in ids) and ids.issuperset(successors)
    if not (known and name and level in _LEVELS and kind in KINDS):
        _check(_row(line, values), ids)
    for day, column in ((first, "valid_from"), (last, "valid_through")):
        if day not in days:
            days[day] = _row(line, values).day(column)
    others = tuple(other_names.split("|")) if other_names else ()
    return ReferencePlace(
        identifier, _LEVELS[level], kind, name, code, parent or None, days[first], days[last], successors, others
    )


def _row(line: int, values: Sequence[str]) -> Row:
    return Row(_FILE, line, dict(zip(_COLUMNS, values, strict=True)))


def _check(row: Row, ids: set[str]) -> None:
    """Raise what is wrong with the row."""
    row.text("name")
    row.one_of("level", _LEVELS)
    row.one_of("kind", KINDS)
    if row.optional("parent"):
        row.one_of("parent", ids)
    row.some_of("replaced_by", ids)
