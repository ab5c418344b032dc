"""Which place each mention means: the unit valid at the article's date, and the home province of what names none."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading, Reading
from lienket.language.records import record
from lienket.language.wordlist import wordlist
from lienket.reference import places
from lienket.reference.places import ReferencePlace

_PROVINCE_KINDS: Final = frozenset({"tỉnh", "thành phố"})
_AGENCY_WEIGHT: Final = 2
_TITLE_WEIGHT: Final = 3
_NEARLY: Final = 0.5
_LOOKED_AHEAD: Final = 50
_FROM: Final = wordlist("quê quán trú ngụ")
"""Words before a birthplace or a dwelling: they say nothing of what the article is about."""
_FROM_WITHIN: Final = 4


@record(unsafe_hash=True)
class Unit:
    """A place as an article means it. Equal units are one place; `reference` is None where no legal unit is settled."""

    kind: str | None
    name: str
    level: str | None
    reference: str | None = None
    within: Unit | None = field(default=None, compare=False)

    @property
    def label(self) -> str:
        """The name with its level word: "tỉnh Thái Nguyên"."""
        return f"{self.kind} {self.name}" if self.kind else self.name


@record()
class Sighting:
    """A unit named at a token of the passage."""

    at: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The units an article names, in text order, and its home province, by which the rest is resolved."""

    as_of: datetime.date | None
    home: Unit | None
    """The province that most of the article is about."""
    sightings: Sequence[Sighting]
    several: bool = False
    """True where the article is about several provinces: the one named last is then meant."""
    by_kind: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)
    by_level: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)

    def home_at(self, at: int) -> Unit | None:
        """Return the province meant at token `at` by an agency that names none."""
        if not self.several:
            return self.home
        return _last(self.by_level.get("province", ()), at)

    def unit(self, reading: PlaceReading) -> Unit | None:
        """Return what a place reading means; a level word alone stands for the home province or the last such unit."""
        if reading.name is None:
            return self.meant(reading.kind, reading.begin)
        return _unit(reading, self.as_of, self.home)

    def meant(self, kind: str | None, at: int) -> Unit | None:
        """Return the unit that the level word `kind` at token `at` stands for."""
        home = self.home_at(at)
        if kind == "tỉnh" or (kind == "thành phố" and home is not None and home.kind == "thành phố"):
            return home if home is not None and home.kind == kind else _last(self.by_kind.get(kind, ()), at)
        return _last(self.by_kind.get(kind or "", ()), at)

    def of_kind(self, kind: str, at: int) -> Unit | None:
        """Return the unit of `kind` ("thành phố") that a head which holds the word ("Thành ủy") at `at` belongs to."""
        home = self.home_at(at)
        return home if home is not None and home.kind == kind else _last(self.by_kind.get(kind, ()), at)

    def at_level(self, level: str, at: int) -> Unit | None:
        """Return the unit of `level` that an agency at token `at` belongs to when it names none."""
        if level == "province":
            return self.home_at(at)
        return _last(self.by_level.get(level, ()), at)


def _last(sightings: Sequence[Sighting], at: int) -> Unit | None:
    """Return the last unit sighted up to token `at`; else the first after it if no other is near."""
    index = bisect_right(sightings, at, key=lambda one: one.at)
    if index:
        return sightings[index - 1].unit
    later = {one.unit for one in sightings[:_LOOKED_AHEAD]}
    return later.pop() if len(later) == 1 else None


def _indexed(sightings: Sequence[Sighting], key: Callable[[Unit], str | None]) -> dict[str, list[Sighting]]:
    found: dict[str, list[Sighting]] = {}
    for one in sightings:
        found.setdefault(key(one.unit) or "", []).append(one)
    return found


def gazetteer(
    readings: Sequence[Reading], passage: Passage, *, as_of: datetime.date | None, title_end: int
) -> Gazetteer:
    """Return the places that `readings` name. What stands before token `title_end` counts more for the home."""
    named = [(reading, 0 if _of_birth(passage, reading.begin) else weight) for reading, weight in _named(readings)]
    home, several = _home(named, as_of, title_end)
    sightings = [
        Sighting(reading.begin, unit) for reading, _ in named if (unit := _unit(reading, as_of, home)) is not None
    ]
    sightings.sort(key=lambda one: one.at)
    return Gazetteer(
        as_of,
        home,
        sightings,
        several,
        _indexed(sightings, lambda unit: unit.kind),
        _indexed(sightings, lambda unit: unit.level),
    )


def _of_birth(passage: Passage, at: int) -> bool:
    """Tell whether the place at token `at` is where someone comes from or lives: "quê ở xã X", "trú tại Y"."""
    first = passage.sentences[passage.sentence_of[at]][0]
    return any(key in _FROM for key in passage.keys[max(first, at - _FROM_WITHIN) : at])


def _named(readings: Iterable[Reading]) -> Iterable[tuple[PlaceReading, int]]:
    """Yield every place named, with its weight for the home province."""
    for reading in readings:
        if isinstance(reading, PlaceReading):
            yield from _with_outer(reading, 1)
        elif isinstance(reading, AgencyReading):
            yield from _of_agency(reading)
        elif isinstance(reading, PersonReading):
            for role in reading.roles:
                if role.agency is not None:
                    yield from _of_agency(role.agency)


def _of_agency(reading: AgencyReading) -> Iterable[tuple[PlaceReading, int]]:
    if reading.place is not None and reading.place.name is not None:
        yield from _with_outer(reading.place, _AGENCY_WEIGHT)
    if reading.parent is not None:
        yield from _of_agency(reading.parent)


def _with_outer(reading: PlaceReading, weight: int) -> Iterable[tuple[PlaceReading, int]]:
    if reading.name is not None:
        yield reading, weight
    if reading.within is not None:
        yield reading.within, weight


def _home(
    named: Sequence[tuple[PlaceReading, int]], as_of: datetime.date | None, title_end: int
) -> tuple[Unit | None, bool]:
    """Return the province that most of the article is about, and whether another is named nearly as often."""
    counts: Counter[Unit] = Counter()
    known = places.load()
    for reading, weight in named:
        unit = _unit(reading, as_of, None)
        province = province_of(unit) if unit is not None else None
        if province is None and reading.candidates:
            above = {known.province_of(one) for one in reading.candidates}
            if len(above) == 1:
                only = above.pop()
                province = _of_reference(only) if only is not None else None
        if province is not None:
            counts[province] += weight * (_TITLE_WEIGHT if reading.begin < title_end else 1)
    ranked = [one for one in counts.most_common(2) if one[1]]
    if not ranked:
        return None, False
    several = len(ranked) == 2 and ranked[1][1] >= _NEARLY * ranked[0][1]
    return ranked[0][0], several


def province_of(unit: Unit) -> Unit | None:
    """Return the province that `unit` is or lies in, where it is known."""
    if unit.level == "province":
        return unit
    return unit.within if unit.within is not None and unit.within.level == "province" else None


def _unit(reading: PlaceReading, as_of: datetime.date | None, home: Unit | None) -> Unit | None:
    if reading.name is None:
        return None
    outer = _unit(reading.within, as_of, home) if reading.within is not None else None
    fitting = valid(reading.candidates, as_of)
    if len(fitting) > 1:
        fitting = _by_home(fitting, outer or home) or fitting
    if not fitting:
        level = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district"}.get(
            reading.kind or "", "commune" if reading.kind else None
        )
        return Unit(reading.kind, reading.name, level, within=outer or (home if level != "province" else None))
    best = fitting[0]
    if reading.kind is None:
        fitting = tuple(one for one in fitting if one.level == best.level)
    reference = best.id if len(fitting) == 1 else None
    above = places.load().province_of(best) if len({one.parent for one in fitting}) == 1 else None
    within = outer or (_of_reference(above) if above is not None and above.id != best.id else None)
    return Unit(reading.kind or best.kind, best.name, str(best.level), reference, within)


def _of_reference(place: ReferencePlace) -> Unit:
    return Unit(place.kind, place.name, str(place.level), place.id)


def _by_home(candidates: Sequence[ReferencePlace], home: Unit | None) -> tuple[ReferencePlace, ...]:
    """Keep the candidates that lie in the province `home`."""
    if home is None:
        return ()
    known = places.load()
    return tuple(one for one in candidates if (above := known.province_of(one)) is not None and above.name == home.name)


def valid(candidates: Sequence[ReferencePlace], as_of: datetime.date | None) -> tuple[ReferencePlace, ...]:
    """Keep the candidates that were units on the day `as_of`; all of them when none was, or the day is not known."""
    if as_of is None or len(candidates) < 2:
        return tuple(candidates)
    return tuple(one for one in candidates if one.valid_on(as_of)) or tuple(candidates)
