"""Which place each mention means: the unit valid at the article's date, and the home province of what names none."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading, Reading
from lienket.language.folding import name_key
from lienket.language.records import record
from lienket.language.wordlist import wordlist
from lienket.reference import places
from lienket.reference.places import ReferencePlace

_AT: Final = attrgetter("at")
_AGENCY_WEIGHT: Final = 2
_TITLE_WEIGHT: Final = 3
_NEARLY: Final = 0.5
_LOOKED_AHEAD: Final = 50
_MOST: Final = 50
"""Sightings looked at near a token: keeps texts with very many places linear."""
_FROM: Final = wordlist("quê quán trú ngụ")
"""Words before a birthplace or a dwelling: they say nothing of what the article is about."""
_CHAINED: Final = 2
"""Tokens after a birthplace within which what it lies in begins: a comma or a bracket may part them."""
_BORN: Final = "sinh"
_BORN_AT: Final = wordlist("năm ngày tại ở ra")
"""Words after "sinh" where it is "born": not "học sinh của"."""
_FROM_WITHIN: Final = 4
_SETTLED: Final = 3
"""The weight from which an article is about a province wherever it is named: in the title, or by more than one name."""
_OPENERS: Final = wordlist("tại ở riêng còn")
"""Words before a place that opens a sentence: "Tại Sơn La, [...] Sở Y tế" is the Sở of Sơn La."""
_WHERE: Final = "tại"
_SIR: Final = wordlist("ông bà")
_THIS: Final = "này"
_LONGEST_POINTER: Final = 5
"""Tokens of "Tại kỳ họp này", "Tại buổi làm việc này"."""
_LISTED: Final = frozenset({",", "và"})
_OPENED: Final = 4
"""Tokens of a sentence in which the place that opens it begins."""
_SENTENCES_NEAR: Final = 3
"""Sentences back within which a province is looked for where the article is about none, or about several."""


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
    end: int
    unit: Unit
    province: Unit | None = None
    """The province that it tells of: none where someone is born, nor that of a word that may be no place's name."""
    governs: bool = False
    """True where it tells whose the bodies of its sentence are: as that of another body, or at its beginning."""
    opens: bool = False
    """True at the beginning of its sentence: "Tại Sơn La, …"; the next sentences go on about it."""
    aside: bool = False
    """True where someone is born or lives."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """The units an article names, in text order, and its home province, by which the rest is resolved."""

    passage: Passage
    as_of: datetime.date | None
    home: Unit | None
    """The province that most of the article is about."""
    sightings: Sequence[Sighting]
    several: bool = False
    """True where the article is about several provinces: the one named last is then meant."""
    settled: bool = True
    """False where the home province is named in passing only: no more is meant by it than near where it is named."""
    provinces: Sequence[Sighting] = ()
    """The provinces named, and those in which the other units named lie."""
    by_kind: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)
    by_level: Mapping[str, Sequence[Sighting]] = field(default_factory=dict)

    def of(self, home: Unit) -> Gazetteer:
        """Return a gazetteer for what is all of the province `home`, whatever else its sentences name."""
        return replace(self, home=home, several=False, settled=True, provinces=())

    def home_at(self, at: int, kind: str | None = None) -> Unit | None:
        """Return the province, of the level word `kind` if given, meant at token `at` by an agency that names none.

        It is the one that the sentence has told before, else the one that the article is about there; none where the
        sentence tells of several others.
        """
        default, told = self._default(at, kind), self.told_at(at, kind)
        if not told or default in told:
            return default
        return next(iter(told)) if len(told) == 1 else None

    def told_at(self, at: int, kind: str | None = None) -> set[Unit]:
        """Return the provinces to which the sentence of token `at`, or the opening of one before, ties what follows."""
        first = self.passage.sentences[self.passage.sentence_of[at]][0]
        told = {one.unit for one in self._provinces(first, at) if one.governs and kind in (None, one.unit.kind)}
        if not told and self._about_the_same(first):
            start = self.passage.sentences[self.passage.sentence_of[first] - 1][0]
            last = {one.unit for one in self._provinces(start, first) if one.governs and kind in (None, one.unit.kind)}
            told = last if len(last) == 1 else told
        before = self._provinces(0, first)[-1:]
        opened = {one.unit for one in before if one.opens and kind in (None, one.unit.kind) and self._near(one.at, at)}
        return told or opened

    def _about_the_same(self, first: int) -> bool:
        """Tell whether a sentence opens with what the one before tells of: "Tại kỳ họp [này], …"."""
        keys = self.passage.keys[first : first + _LONGEST_POINTER]
        return first > 0 and keys[:1] == [_WHERE] and _THIS in keys[1:]

    def _default(self, at: int, kind: str | None) -> Unit | None:
        """Return the province that the article is about at token `at`: one near where it is about none or several."""
        if self.home is not None and self.settled and not self.several and kind in (None, self.home.kind):
            return self.home
        before = [one for one in self._provinces(0, at) if kind in (None, one.unit.kind) and self._near(one.at, at)]
        if not before:
            return _only(self._provinces(at, self.passage.limit(at)), kind)
        sentence = self.passage.sentence_of[before[-1].at]
        last = [one for one in before if self.passage.sentence_of[one.at] == sentence]
        return _only([one for one in last if one.governs] or last, kind)

    def _provinces(self, begin: int, end: int) -> Sequence[Sighting]:
        """Return the provinces sighted in tokens `begin` to `end`, the last of them if they are very many."""
        first, limit = bisect_left(self.provinces, begin, key=_AT), bisect_left(self.provinces, end, key=_AT)
        return self.provinces[max(first, limit - _MOST) : limit]

    def _near(self, before: int, at: int) -> bool:
        return self.passage.sentence_of[at] - self.passage.sentence_of[before] <= _SENTENCES_NEAR

    def below_at(self, at: int) -> bool:
        """Tell whether a district or commune is named in the sentence before token `at`, or the one before it."""
        first = self.passage.sentences[max(0, self.passage.sentence_of[at] - 1)][0]
        limit = bisect_left(self.sightings, at, key=_AT)
        near = self.sightings[max(bisect_left(self.sightings, first, key=_AT), limit - _MOST) : limit]
        return any(one.unit.level != "province" and not one.aside for one in near)

    def units_in(self, begin: int, end: int) -> set[Unit]:
        """Return the places sighted in tokens `begin` to `end`, births aside; the last if they are many."""
        first, limit = bisect_left(self.sightings, begin, key=_AT), bisect_left(self.sightings, end, key=_AT)
        return {one.unit for one in self.sightings[max(first, limit - _MOST) : limit] if not one.aside}

    def unit(self, reading: PlaceReading) -> Unit | None:
        """Return what a place reading means; a level word alone stands for the home province or the last such unit."""
        if reading.name is None:
            return self.meant(reading.kind, reading.begin)
        return _unit(reading, self.as_of, self.home)

    def by_words(self, reading: PlaceReading) -> Unit | None:
        """Return what a place reading means by its words alone, whatever place the article is about."""
        return _unit(reading, self.as_of, None)

    def meant(self, kind: str | None, at: int) -> Unit | None:
        """Return the unit that the level word `kind`, or a head that holds it ("Thành ủy"), means at token `at`."""
        if kind == "tỉnh" or (kind == "thành phố" and self.home is not None and self.home.kind == kind):
            home = self.home_at(at, kind)
            if home is not None or kind == "tỉnh":
                return home
        found = _last(self.by_kind.get(kind or "", ()), at)
        far = found is not None and not self._near(found.at, at)
        if found is None or (far and (self.several or found.unit.level == "province")):
            return None
        return found.unit

    def at_level(self, level: str, at: int) -> Unit | None:
        """Return the unit of `level` that an agency at token `at` belongs to when it names none."""
        if level == "province":
            return self.home_at(at)
        found = _last(self.by_level.get(level, ()), at)
        return found.unit if found is not None else None


def _only(sightings: Iterable[Sighting], kind: str | None) -> Unit | None:
    """Return the one unit of the level word `kind` that is sighted; None where several are."""
    units = {one.unit for one in sightings if kind in (None, one.unit.kind)}
    return units.pop() if len(units) == 1 else None


def _last(sightings: Sequence[Sighting], at: int) -> Sighting | None:
    """Return the last sighting up to token `at`; else the first after it if no other unit is near."""
    index = bisect_right(sightings, at, key=_AT)
    if index:
        return sightings[index - 1]
    later = sightings[:_LOOKED_AHEAD]
    return later[0] if len({one.unit for one in later}) == 1 else None


def _indexed(sightings: Sequence[Sighting], key: Callable[[Unit], str | None]) -> dict[str, list[Sighting]]:
    found: dict[str, list[Sighting]] = {}
    for one in sightings:
        found.setdefault(key(one.unit) or "", []).append(one)
    return found


def gazetteer(
    readings: Sequence[Reading], passage: Passage, *, as_of: datetime.date | None, title_end: int
) -> Gazetteer:
    """Return the places that `readings` name. What stands before token `title_end` counts more for the home, and the
    only province named is it where a body of it is, or its level word in the sentence after the title."""
    named = list(_weighed(_named(readings), passage))
    lead_end = passage.sentences[passage.sentence_of[title_end]][1] if title_end < len(passage) else title_end
    home, several, settled = _home(named, as_of, title_end, lead_end)
    sightings: list[Sighting] = []
    for reading, weight in named:
        unit = _unit(reading, as_of, home)
        if unit is not None:
            sightings.append(_sighting(reading, unit, weight, passage, sightings[-1] if sightings else None))
    sightings.sort(key=_AT)
    provinces = [replace(one, unit=one.province) for one in sightings if one.province is not None]
    return Gazetteer(
        passage,
        as_of,
        home,
        sightings,
        several,
        settled,
        provinces,
        _indexed(sightings, lambda unit: unit.kind),
        _indexed(sightings, lambda unit: unit.level),
    )


def _sighting(reading: PlaceReading, unit: Unit, weight: int, passage: Passage, before: Sighting | None) -> Sighting:
    first, limit = passage.sentences[passage.sentence_of[reading.begin]]
    opens = passage.key(reading.begin - 1) in _OPENERS or (reading.end < limit and passage.keys[reading.end] == ":")
    opens = opens and reading.begin - first < _OPENED
    beside = (
        passage.key(reading.begin - 1) == _WHERE and passage.key(reading.end) in _SIR
    )  # "tại X ông A (Giám đốc Sở)"
    governs = opens or weight >= _AGENCY_WEIGHT or beside
    if before is not None and passage.key(reading.begin - 1) in _LISTED and reading.begin - before.end < _CHAINED:
        opens, governs = opens or before.opens, governs or before.governs
    only = unit.reference is not None or len(reading.candidates) == 1
    known = unit.level == "province" or (only and (reading.kind is not None or governs))
    province = province_of(unit) if known and weight else None
    return Sighting(reading.begin, reading.end, unit, province, governs=governs, opens=opens, aside=weight == 0)


def _weighed(named: Iterable[tuple[PlaceReading, int]], passage: Passage) -> Iterable[tuple[PlaceReading, int]]:
    """Yield the places named, with no weight where someone comes from there: "quê ở xã X (huyện Y, tỉnh Z)"."""
    aside = -_CHAINED  # before the text begins
    for reading, weight in named:
        if 0 <= reading.begin - aside < _CHAINED or _of_birth(passage, reading.begin):
            aside, weight = reading.end, 0
        yield reading, weight


def _of_birth(passage: Passage, at: int) -> bool:
    """Tell whether the place at token `at` is where someone comes from or lives: "quê ở xã X", "trú tại Y"."""
    first = passage.sentences[passage.sentence_of[at]][0]
    before = passage.keys[max(first, at - _FROM_WITHIN) : at]
    born = any(one == _BORN and after in _BORN_AT for one, after in pairwise(before))
    return born or any(key in _FROM for key in before)


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
        own_name = reading.kind is not None and reading.kind.field == "free"
        yield from _with_outer(reading.place, 1 if own_name else _AGENCY_WEIGHT)
    if reading.parent is not None:
        yield from _of_agency(reading.parent)


def _with_outer(reading: PlaceReading, weight: int) -> Iterable[tuple[PlaceReading, int]]:
    if reading.name is not None:
        yield reading, weight
    if reading.within is not None:
        yield reading.within, weight


def _home(
    named: Sequence[tuple[PlaceReading, int]], as_of: datetime.date | None, title_end: int, lead_end: int
) -> tuple[Unit | None, bool, bool]:
    """Return the province that most of the article is about, whether another is named nearly as often or many others
    are, and whether it is named more than in passing."""
    counts: Counter[Unit] = Counter()
    bare: Counter[Unit] = Counter()
    told = False
    for reading, weight in named:
        province = _province_told(reading, as_of)
        if province is not None:
            sure = reading.kind is not None or weight >= _AGENCY_WEIGHT or _unit(reading, as_of, None) == province
            (counts if sure else bare)[province] += weight * (_TITLE_WEIGHT if reading.begin < title_end else 1)
            in_lead = weight > 0 and reading.kind is not None and reading.begin < lead_end
            told = told or in_lead or weight >= _AGENCY_WEIGHT
    for province, weight in bare.items():
        if not counts or province in counts:
            counts[province] += weight
    ranked = [one for one in counts.most_common(2) if one[1]]
    if not ranked:
        return None, False, False
    several = len(ranked) == 2 and (ranked[1][1] >= _NEARLY * ranked[0][1] or 2 * ranked[0][1] < counts.total())
    return ranked[0][0], several, ranked[0][1] >= _SETTLED or (told and len(ranked) == 1)


def _province_told(reading: PlaceReading, as_of: datetime.date | None) -> Unit | None:
    """Return the province in which the place named lies, whichever of its candidates it is."""
    unit = _unit(reading, as_of, None)
    province = province_of(unit) if unit is not None else None
    if province is not None or not reading.candidates:
        return province
    above = {places.load().province_of(one, on=as_of) for one in valid(reading.candidates, as_of)}
    only = above.pop() if len(above) == 1 else None
    return _of_reference(only, as_of) if only is not None else None


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
        fitting = _by_home(fitting, outer or home, as_of) or fitting
    if not fitting:
        level = {"tỉnh": "province", "huyện": "district", "quận": "district", "thị xã": "district"}.get(
            reading.kind or "", "commune" if reading.kind else None
        )
        return Unit(reading.kind, reading.name, level, within=outer or (home if level != "province" else None))
    best = fitting[0]
    if reading.kind is None:
        fitting = tuple(one for one in fitting if one.level == best.level)
    reference = best.id if len(fitting) == 1 and reading.kind in (None, best.kind) else None
    above = places.load().province_of(best, on=as_of) if len({one.parent for one in fitting}) == 1 else None
    within = outer or (_of_reference(above, as_of) if above is not None and above.id != best.id else None)
    return Unit(reading.kind or best.kind, best.name, str(best.level), reference, within)


def _of_reference(place: ReferencePlace, as_of: datetime.date | None) -> Unit:
    """Return the unit of a row; without its identifier where another of the same label may be meant, as when named."""
    named = places.load().named(name_key(place.name), level=place.level)
    same = [one for one in valid(named, as_of) if one.kind == place.kind]
    return Unit(place.kind, place.name, str(place.level), place.id if len(same) == 1 else None)


def _by_home(
    candidates: Sequence[ReferencePlace], home: Unit | None, as_of: datetime.date | None
) -> tuple[ReferencePlace, ...]:
    """Keep the candidates that lie in the province `home`."""
    if home is None:
        return ()
    known = places.load()
    above = ((one, known.province_of(one, on=as_of)) for one in candidates)
    return tuple(one for one, province in above if province is not None and province.name == home.name)


def valid(candidates: Sequence[ReferencePlace], as_of: datetime.date | None) -> tuple[ReferencePlace, ...]:
    """Keep the candidates that were units on the day `as_of`; all of them when none was, or the day is not known."""
    if as_of is None or len(candidates) < 2:
        return tuple(candidates)
    return tuple(one for one in candidates if one.valid_on(as_of)) or tuple(candidates)
