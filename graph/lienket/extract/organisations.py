"""From agency readings to the agencies of the article: full names, jurisdictions, parents, one record each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from lienket.extract.grammar.agencies import BOARD
from lienket.extract.grammar.coordination import ends_in_place
from lienket.extract.grammar.own_names import COMPANIES, proper_name
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import (
    AgencyReading,
    PlaceReading,
    Reading,
    RoleReading,
    agency_readings,
)
from lienket.extract.grammar.seats import FUSED, PARTY_COMMITTEE
from lienket.extract.jurisdiction import Gazetteer, Unit, province_of
from lienket.language.folding import name_key
from lienket.language.records import record
from lienket.model import Agency, Evidence, Level, Span
from lienket.reference.agencies import AgencyKind, Body, body_named, kind_headed, kinds_of
from lienket.reference.countries import full_name_of, party_of
from lienket.reference.lexicon import keys_of, lexicon

FOREIGN: Final = "foreign-body"
"""The rule of the bodies of other countries."""
SURE: Final = 0.95
_BY_HOME: Final = 0.85
_OPEN: Final = 0.55
_LOOSE: Final = 0.6
_NEAR: Final = 20
"""Tokens back within which the body of a unit is looked for where several are named."""
_MOST_WHOLES: Final = 12
"""Names looked at to tell whether all mean one body: keeps articles with very many bodies linear."""
_NEAREST: Final = 0.45
"""A unit in the nearest of several bodies: too often another's to be told of a person."""
_NO_NAME: Final = 0.4
"""A unit that every body has ("Ban Thường vụ") and whose body is not known."""
_DEEPEST: Final = 5
_PARTY_ORGAN: Final = "co-quan-dang-trung-uong"
_OWN_PARTY: Final = " Đảng Cộng sản Việt Nam"
_ORGANISERS: Final = "ban-to-chuc"
"""The type whose name alone is mostly that of the organisers of an occasion, not of a Party committee's unit."""
_NAMED_BY_LAW: Final = COMPANIES | {"ngan-hang"}
"""Types whose names can tell the form of law or leave it out: "Ngân hàng [TMCP] Mẫu"."""
_MINISTRY: Final = "bo"
"""The type of the ministries, all of them particular bodies: another's name is misread."""
_HOSPITAL: Final = "benh-vien"
_GENERAL_HOSPITAL: Final = "benh-vien-da-khoa"
_NAMED_SHORT: Final = frozenset({"dai-hoc", "truong-dai-hoc", "hoc-vien", _HOSPITAL})
"""Types whose bodies are named without their place where the article makes it clear."""
_SCHOOL: Final = "trường "
_DEGREES: Final = frozenset(
    {("tốt", "nghiệp"), ("cử", "nhân"), ("kỹ", "sư"), ("bác", "sĩ"), ("thạc", "sĩ"), ("tiến", "sĩ"), ("học", "tại")}
)
_DEGREE_WITHIN: Final = 12
_PARTY_CENTRE: Final = frozenset({"Bộ Chính trị", "Ban Bí thư Trung ương Đảng"})
_PARTY: Final = frozenset({"dang-uy", "dang-bo"})
_WITH_NAMED_UNITS: Final = frozenset({_PARTY_ORGAN, "co-quan-cua-quoc-hoi", "doan-the-trung-uong"})
"""Types whose units are named with them: one named alone is rather a ministry's or a province's."""
_COMMITTEE: Final = "Đảng ủy"
"""The Party committee of a commune; a district and a province call theirs by their level."""
_FRONT: Final = "uy-ban-mat-tran-to-quoc"
"""The type whose name alone is rather the whole country's: "Chủ tịch Ủy ban MTTQ Việt Nam"."""
_STANDING: Final = "ban-thuong-vu"
_OF_ASSEMBLY: Final = "Ủy ban Thường vụ Quốc hội"
_IN_MANY: Final = frozenset({"ban-chap-hanh", "van-phong"})
"""Types of units that several bodies of each place have: "Văn phòng huyện" is not told."""
_GOVERNMENT: Final = frozenset({"uy-ban-nhan-dan", "hoi-dong-nhan-dan", "uy-ban-mat-tran-to-quoc"})
_STATE: Final = "Nhà nước"
_OWN_COUNTRY: Final = (" Cộng hòa xã hội chủ nghĩa Việt Nam", " Việt Nam")


@record(unsafe_hash=True)
class Organisation:
    """An agency as the article means it. Equal ones, by the key of their full names, are the same agency."""

    key: str = field(init=False)
    name: str = field(compare=False)
    """Full name with jurisdiction and parent."""
    type: str | None = field(compare=False)
    level: Level | None = field(compare=False)
    jurisdiction: Unit | None = field(compare=False)
    parent: Organisation | None = field(compare=False)
    unit: bool = field(compare=False)
    confidence: float = field(compare=False)
    rule: str = field(compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", name_key(self.name))


@dataclass(frozen=True, slots=True)
class Wholes:
    """The agencies of the article of which others can be units, by type: all in text order, and one of each name."""

    all: Mapping[str, Sequence[AgencyReading]] = field(default_factory=dict)
    different: Mapping[str, Sequence[AgencyReading]] = field(default_factory=dict)

    def last(self, of_type: str, at: int) -> AgencyReading | None:
        """Return the last of a type that begins before token `at`."""
        found = self.all.get(of_type, ())
        before = bisect_left(found, at, key=lambda one: one.begin)
        return found[before - 1] if before else None


@dataclass(frozen=True, slots=True)
class Resolver:
    """Decides which agency each reading means; `explicit` are those that name their place, by name."""

    gazetteer: Gazetteer
    explicit: Mapping[str, Sequence[AgencyReading]]
    wholes: Wholes = field(default_factory=Wholes)
    firms: Mapping[str, str] = field(default_factory=dict)
    """The fullest name of each company of the article, by its proper name."""
    listed: Sequence[Body] = ()
    """The particular bodies that the article names."""
    central: bool = False
    """True for the offices of someone of the Party's centre: the commissions that such a person heads are its own."""
    theirs: Unit | None = None
    """The one place of whose level the offices of someone tell: of "Bí thư Huyện ủy, Chủ tịch HĐND" both are its."""
    studied: frozenset[int] = frozenset()
    """Where agencies begin of which someone has a degree: they may be anywhere."""

    def near(self, roles: Sequence[RoleReading]) -> Resolver:
        """Return a resolver for the offices of one person: of the Party's centre, or of the one province they name."""
        if any(role.agency is not None and role.agency.name in _PARTY_CENTRE for role in roles):
            return replace(self, central=True)
        agencies = [role.agency for role in roles if role.agency is not None]
        places = [place for one in agencies if (place := _place_named(one)) is not None]
        of_named = {place.kind for place in places if place.name is not None}
        places = [one for one in places if one.name is not None or one.kind not in of_named]  # "UBND tỉnh", of "tỉnh X"
        units = {unit for place in places if (unit := self.gazetteer.unit(place)) is not None}
        meant = units or {unit for one in agencies if (unit := self._level_told(one)) is not None}
        theirs = replace(self, theirs=next(iter(meant))) if len(meant) == 1 else self
        provinces = {province for unit in units if (province := province_of(unit)) is not None}
        if len(provinces) != 1:
            return theirs
        return replace(theirs, gazetteer=self.gazetteer.of(provinces.pop()), explicit={})

    def _level_told(self, reading: AgencyReading) -> Unit | None:
        """Return the unit that an agency means whose head tells its level: "Huyện ủy"."""
        fused = reading.kind is not None and reading.kind.fused_level and reading.parent is None
        kind = FUSED.get(name_key(reading.name).split()[0]) if fused else None
        return self.gazetteer.meant(kind, reading.begin) if kind is not None else None

    def organisation(self, reading: AgencyReading, *, depth: int = 0) -> Organisation | None:
        """Return the agency that `reading` means; None past `_DEEPEST` units within units."""
        if depth > _DEEPEST:
            return None
        if reading.country is not None:
            of = reading.body or reading.kind
            name = _abroad(reading)
            sure = _NO_NAME if reading.guessed else SURE
            return Organisation(name, of.type if of else None, None, None, None, False, sure, FOREIGN)
        if reading.body is not None:
            above = self.organisation(reading.parent, depth=depth + 1) if reading.parent is not None else None
            return replace(_particular(reading.body, SURE, "particular-body"), parent=above)
        kind = reading.kind
        if kind is None:
            return None
        if kind.field == "required" and reading.field is None:
            before = self.wholes.last(kind.type, reading.begin)
            return self.organisation(before, depth=depth + 1) if before is not None else None
        if reading.parent is not None:
            parent = self.organisation(reading.parent, depth=depth + 1)
            if parent is not None:
                return _of_commune(reading, kind, parent) or _within(reading, kind, parent)
        if reading.place is not None:
            unit = self.gazetteer.unit(reading.place)
            if unit is None and reading.place.name is None:
                return self._of_level(reading, reading.place, kind, depth)
            if unit is not None:
                named = reading.place.name is not None
                if reading.name == _COMMITTEE and (full := kind_headed(PARTY_COMMITTEE.get(unit.kind or "", ""))):
                    reading, kind = replace(reading, name=full.head, kind=full), full
                listed = _listed_at(reading.name, unit) if kind.type in _NAMED_SHORT else None
                if listed is not None:
                    return _particular(listed, SURE, "particular-body")
                governing = _governing(kind, unit) if kind.unit else None
                if governing is None and kind.type in _IN_MANY:
                    name = f"{reading.name} {unit.label}"
                    return Organisation(name, kind.type, None, unit, None, True, _NO_NAME, "open-parent")
                if governing is not None:
                    named_so = replace(reading, name=governing.head)
                    parent = _placed(named_so, governing, unit, _BY_HOME, "governing-body")
                    return _within(replace(reading, place=None), kind, parent)
                return _placed(
                    reading, kind, unit, SURE if named else _BY_HOME, "named-place" if named else "home-place"
                )
        return self._unplaced(reading, kind, depth)

    def _of_level(self, reading: AgencyReading, place: PlaceReading, kind: AgencyKind, depth: int) -> Organisation:
        """Resolve a reading whose place is a level word that stands for no place named: "UBND phường"."""
        fitting = [one for one in self.explicit.get(reading.name, ()) if one.place and one.place.kind == place.kind]
        full = self.organisation(fitting[-1], depth=depth + 1) if len(fitting) == 1 else None
        name = reading.name if kind.place == "bare" else f"{reading.name} {place.kind}"
        return full or Organisation(name, kind.type, None, None, None, False, _NO_NAME, "open-place")

    def _unplaced(self, reading: AgencyReading, kind: AgencyKind, depth: int) -> Organisation | None:
        """Resolve a reading that names no place: by the same body named in full, else by the home province."""
        settled = self._central(reading, kind) or self._theirs(reading, kind)
        if settled is not None:
            return settled
        shared = kind.field == "free" and reading.field is None
        full = self._same(reading, shared=shared) if reading.certain or not shared else None
        if reading.common and (full is None or not 0 <= reading.begin - full.begin <= _NEAR):
            return Organisation(reading.name, kind.type, None, None, None, False, _NO_NAME, "open-place")
        if full is not None:
            return self.organisation(full, depth=depth + 1)
        short = self._short(reading, kind) if kind.type in _NAMED_SHORT and reading.field is not None else None
        if short is not None:
            return short
        if kind.unit:
            whole = None if kind.type == _ORGANISERS else self._whole(reading, kind, depth)
            if whole is not None:
                return _within(reading, kind, whole)
            sure = _OPEN if reading.field is not None else _NO_NAME
            return Organisation(reading.name, kind.type, None, None, None, True, sure, "open-parent")
        if shared:
            return Organisation(reading.name, kind.type, None, None, None, kind.unit, _NO_NAME, "open-name")
        if (kind.field == "free" and not (kind.type == BOARD and reading.certain)) or not kind.levels:
            name = (
                self.firms.get(name_key(reading.field or ""), reading.name)
                if kind.type in _NAMED_BY_LAW
                else reading.name
            )
            return Organisation(name, kind.type, None, None, None, False, _LOOSE, "own-name")
        return self._of_home(reading, kind)

    def _central(self, reading: AgencyReading, kind: AgencyKind) -> Organisation | None:
        """Return the body of the centre that a unit's name alone means: the commission of that name, "Thường vụ"."""
        commission = body_named(f"{reading.name} Trung ương") if kind.unit else None
        if commission is not None:
            alone = commission in self.listed and reading.name not in self.explicit
            return _particular(commission, _BY_HOME, "central-body") if self.central or alone else None
        one_word = kind.type == _STANDING and reading.end - reading.begin == 2
        assembly = body_named(_OF_ASSEMBLY) if one_word else None
        return _particular(assembly, _BY_HOME, "central-body") if assembly in self.listed and assembly else None

    def _theirs(self, reading: AgencyReading, kind: AgencyKind) -> Organisation | None:
        """Return the body of the place of which the other offices of the same person tell."""
        if self.theirs is None or not _of_any_level(kind) or self.theirs.level not in {str(one) for one in kind.levels}:
            return None
        return _placed(reading, kind, self.theirs, _BY_HOME, "home-place")

    def _of_home(self, reading: AgencyReading, kind: AgencyKind) -> Organisation:
        """Return the body of the place that the article is about there; none of a place where that is not settled."""
        at, level = reading.begin, str((kind.fused_level or kind.levels)[0])
        own = FUSED.get(name_key(kind.head).split()[0]) if kind.place == "bare" and kind.fused_level else None
        unit = self.gazetteer.meant(own, at) if own else self.gazetteer.at_level(level, at)
        of_whole = kind.type == _FRONT and not self.gazetteer.told_at(at)
        if unit is None or (_of_any_level(kind) and (of_whole or self.gazetteer.below_at(at))):
            listed = reading.field is not None and reading.certain and kind.type != _MINISTRY
            sure = _OPEN if level == Level.CENTRAL and listed else _OPEN - 0.1
            return Organisation(reading.name, kind.type, Level(level), None, None, False, sure, "open-place")
        return _placed(reading, kind, unit, _BY_HOME, "home-place")

    def _short(self, reading: AgencyReading, kind: AgencyKind) -> Organisation | None:
        """Return the school or hospital that a name without its place means: "Đại học Luật", "Bệnh viện Hòa Bình".

        It is the only one of the list that the article names in full so, else the home province's.
        """
        fuller = [body for body in self.listed if _short_for(reading.name, body)]
        if len(fuller) == 1:
            return _particular(fuller[0], _BY_HOME, "short-name")
        home = self.gazetteer.home_at(reading.begin)
        if home is None or fuller or reading.begin in self.studied:
            return None
        listed = _listed_at(reading.name, home)
        if listed is not None:
            return _particular(listed, _BY_HOME, "short-name")
        general = kinds_of(_GENERAL_HOSPITAL)[0]
        heads = ("Bệnh viện", general.head)
        central = any(body_named(f"{head} Trung ương {home.name}") for head in heads)
        if kind.type == _HOSPITAL and name_key(reading.field or "") == name_key(home.name) and not central:
            return _placed(replace(reading, name=general.head), general, home, _BY_HOME, "general-hospital")
        return None

    def _whole(self, reading: AgencyReading, kind: AgencyKind, depth: int) -> Organisation | None:
        """Return what a unit of `kind` is in: the only such agency of the article, else the last named just before."""
        under = [of_type for of_type in kind.under if of_type not in _WITH_NAMED_UNITS]
        one_each = [one for of_type in under for one in self.wholes.different.get(of_type, ())]
        one_each = [one for one in one_each if not one.name.startswith(reading.name)]
        met = {self.organisation(one, depth=depth + 1) for one in one_each[:_MOST_WHOLES]} - {None}
        if len(met) == 1 and (only := met.pop()) is not None:
            return replace(only, confidence=min(only.confidence, _BY_HOME), rule="only-body")
        before = [last for of_type in under if (last := self.wholes.last(of_type, reading.begin)) is not None]
        nearest = max(before, key=lambda one: one.begin, default=None)
        if nearest is None or reading.begin - nearest.begin > _NEAR:
            return None
        whole = self.organisation(nearest, depth=depth + 1)
        return replace(whole, confidence=min(whole.confidence, _NEAREST), rule="nearest-body") if whole else None

    def _same(self, reading: AgencyReading, *, shared: bool) -> AgencyReading | None:
        """Return the last reading before with this name and a place or parent, else the first after.

        None where the text has gone on to another province since, or is not yet there, and for a name that several
        bodies have (`shared`: "Đảng ủy") where the article has more than one of them and none just before.
        """
        fitting = self.explicit.get(reading.name, ())
        before = bisect_left(fitting, reading.begin, key=lambda one: one.begin)
        found = fitting[max(0, before - 1)] if fitting else None
        if found is not None and shared and len({one.parent.name if one.parent else "" for one in fitting}) > 1:
            found = found if 0 <= reading.begin - found.begin <= _NEAR else None
        place = _place_named(found) if found is not None else None
        unit = self.gazetteer.unit(place) if place is not None else None
        province = province_of(unit) if unit is not None else None
        if found is None or province is None:
            return found
        told = self.gazetteer.told_at(reading.begin)
        if told or self.gazetteer.several or found.begin > reading.begin:
            here = self.gazetteer.home_at(reading.begin)
            return found if province == here or (here is None and not told and found.begin < reading.begin) else None
        return found


def _of_any_level(kind: AgencyKind) -> bool:
    """Tell whether every place of several levels has a body of `kind`, which its words do not tell: "HĐND"."""
    return kind.field == "none" and not kind.unit and not kind.fused_level and len(kind.levels) > 1


def _place_named(reading: AgencyReading) -> PlaceReading | None:
    """Return the place that an agency's words name, or those of what it is a unit of."""
    at: AgencyReading | None = reading
    while at is not None and at.place is None:
        at = at.parent
    return at.place if at is not None else None


def _particular(body: Body, confidence: float, rule: str) -> Organisation:
    return Organisation(body.name, body.type, body.level, None, None, bool(body.unit), confidence, rule)


def _listed_at(name: str, unit: Unit) -> Body | None:
    """Return the body of the list that is printed as `name` and the name of a place."""
    keys = keys_of(f"{name} {unit.name}")
    found = lexicon().bodies.longest(keys, 0, len(keys))
    return found[1] if found is not None and found[0] == len(keys) else None


def _short_for(name: str, body: Body) -> bool:
    """Tell whether `name` is that of a body without its place or the university it is a member of."""
    own, full = name_key(name).removeprefix(_SCHOOL), name_key(body.name).removeprefix(_SCHOOL)
    rest = full.removeprefix(own) if full.startswith(own) else ""
    return rest.startswith(",") or (rest.startswith(" ") and ends_in_place(rest, whole=True))


def _abroad(reading: AgencyReading) -> str:
    """Return the name of a body abroad: "Chính phủ Lào", "Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào"."""
    name, country = reading.name, reading.country or ""
    party = party_of(country) if reading.body is not None and reading.body.type == _PARTY_ORGAN else None
    if party is not None:
        return f"{name.removesuffix(_OWN_PARTY).removesuffix(' Đảng')} {party}"
    for tail in _OWN_COUNTRY:
        name = name.removesuffix(tail)
    if name == _STATE:
        country = full_name_of(country) or country
    return name if name.endswith(country) else f"{name} {country}"


def _governing(kind: AgencyKind, unit: Unit) -> AgencyKind | None:
    """Return the body of `unit` that a unit of `kind` is in: "Ban Tuyên giáo tỉnh X" is Tỉnh ủy's."""
    if kind.field == "free" or kind.type in _IN_MANY:
        return None  # an office of any name can be in any body
    for under in kind.under:
        for body in kinds_of(under):
            fused = body.fused_level or body.levels
            fits = unit.level in {str(level) for level in fused} and body.field == "none" and body.head not in kind.head
            if fits and (body.place != "bare" or _own(body, unit)):
                return body
    return None


def _own(body: AgencyKind, unit: Unit) -> bool:
    """Tell whether a head that holds its level ("Tỉnh ủy") is of a place of this kind ("tỉnh")."""
    return name_key(body.head).split()[0] == (unit.kind or "").split()[0]


def _of_commune(reading: AgencyReading, kind: AgencyKind, parent: Organisation) -> Organisation | None:
    """Return the Party committee of a place whose government stands beside it: "Đảng ủy, UBND xã X"."""
    if kind.type not in _PARTY or parent.type not in _GOVERNMENT or parent.jurisdiction is None:
        return None
    if parent.level is not Level.COMMUNE:
        return None
    return _placed(reading, kind, parent.jurisdiction, parent.confidence, "named-place")


def _within(reading: AgencyReading, kind: AgencyKind, parent: Organisation) -> Organisation:
    own = reading.name.split()
    for first in range(1, len(own) - 1):
        if parent.name.startswith(" ".join(own[first:]) + " "):  # "Văn phòng UBND" of "UBND tỉnh X"
            return _unit(f"{' '.join(own[:first])} {parent.name}", kind, parent)
    join = ", " if kind.join == "comma" or (kind.field != "none" and kind.join != "space") else " "
    return _unit(f"{reading.name}{join}{parent.name}", kind, parent)


def ministry_of(body: Body) -> Organisation:
    """Return a ministry that the office of a known minister tells."""
    return _particular(body, _BY_HOME, "known-holder")


def board_of(kind: AgencyKind, whole: Organisation) -> Organisation:
    """Return the board of `kind` that heads the body `whole`."""
    return _unit(f"{kind.head}, {whole.name}", kind, whole)


def _unit(name: str, kind: AgencyKind, parent: Organisation) -> Organisation:
    sure = min(SURE, parent.confidence)
    return Organisation(
        name, kind.type, parent.level, parent.jurisdiction, parent, bool(kind.unit), sure, "named-parent"
    )


def _placed(reading: AgencyReading, kind: AgencyKind, unit: Unit, confidence: float, rule: str) -> Organisation:
    place = unit.name if kind.place == "bare" and unit.name[0].isalpha() else unit.label
    level = Level(unit.level) if unit.level else None
    return Organisation(f"{reading.name} {place}", kind.type, level, unit, None, False, confidence, rule)


def explicit(readings: Iterable[Reading]) -> dict[str, list[AgencyReading]]:
    """Return the agency readings that name their place or parent, by name, in text order."""
    found: dict[str, list[AgencyReading]] = {}
    for one in agency_readings(readings):
        if one.parent is not None or (one.place is not None and one.place.name is not None):
            found.setdefault(one.name, []).append(one)
    for named in found.values():
        named.sort(key=lambda one: one.begin)
    return found


def wholes(readings: Iterable[Reading]) -> Wholes:
    """Return the agencies of the article that can have units: bodies, and kinds that are no units themselves."""
    found: dict[str, list[AgencyReading]] = {}
    different: dict[str, dict[tuple[str | None, ...], AgencyReading]] = {}
    for one in agency_readings(readings):
        of = one.body or one.kind
        unnamed = one.bare or (one.kind is not None and one.kind.field == "required" and one.field is None)
        if of is None or unnamed or (one.kind is not None and one.kind.unit and not one.explicit):
            continue
        found.setdefault(of.type, []).append(one)
        place, parent = one.place.name if one.place else None, one.parent.name if one.parent else None
        different.setdefault(of.type, {}).setdefault((one.name, place, parent), one)
    for named in found.values():
        named.sort(key=lambda one: one.begin)
    return Wholes(found, {of_type: list(by_name.values()) for of_type, by_name in different.items()})


def listed(readings: Iterable[Reading]) -> tuple[Body, ...]:
    """Return the particular bodies that the article names, in text order."""
    return tuple(dict.fromkeys(one.body for one in agency_readings(readings) if one.body is not None))


def studied(readings: Iterable[Reading], passage: Passage) -> frozenset[int]:
    """Return where agencies begin that stand after words for studies: "tốt nghiệp Đại học Luật"."""
    found = set[int]()
    for one in agency_readings(readings):
        first = passage.sentences[passage.sentence_of[one.begin]][0]
        before = passage.keys[max(first, one.begin - _DEGREE_WITHIN) : one.begin]
        if not _DEGREES.isdisjoint(pairwise(before)):
            found.add(one.begin)
    return frozenset(found)


def firms(readings: Iterable[Reading]) -> dict[str, str]:
    """Return the fullest name of each company by its proper name: "Công ty Mẫu Xanh" is "Công ty TNHH Mẫu Xanh".

    None where two companies of different trades share the proper name.
    """
    names: dict[str, dict[str, bool]] = {}
    for one in agency_readings(readings):
        if one.kind is not None and one.kind.type in _NAMED_BY_LAW and one.field is not None:
            proper = proper_name(one.field)
            if proper:
                names.setdefault(proper, {})[one.name] = proper != name_key(one.field)
    return {
        proper: max(full, key=lambda name: (full[name], len(name)))
        for proper, full in names.items()
        if len({name_key(name) for name, trade in full.items() if trade}) < 2
    }


@dataclass(slots=True)
class Register:
    """The organisations of one article with their mentions, in the order in which they were first met."""

    mentions: dict[Organisation, list[Span]] = field(default_factory=dict)
    printed: set[tuple[Organisation, Span]] = field(default_factory=set)
    """The mentions whose words name the organisation itself, not only a unit of it."""
    best: dict[Organisation, Organisation] = field(default_factory=dict)
    forms: dict[Organisation, set[str]] = field(default_factory=dict)

    def add(self, organisation: Organisation, span: Span, form: str | None, *, printed: bool) -> None:
        """Note a mention; the surest way in which an organisation was read decides its confidence.

        `form` is how it is printed where those words mean it in any text: "UBND tỉnh X", but not "UBND tỉnh".
        `printed` is False where the words name a unit of it alone.
        """
        self.mentions.setdefault(organisation, []).append(span)
        if printed:
            self.printed.add((organisation, span))
        if form is not None:
            self.forms.setdefault(organisation, set()).add(form)
        known = self.best.get(organisation)
        if known is None or known.confidence < organisation.confidence:
            self.best[organisation] = organisation

    def agencies(self, places: dict[Unit, str]) -> tuple[Agency, ...]:
        """Return the agency records; `places` gives the keys of units."""
        records = []
        for organisation, spans in self.mentions.items():
            known = self.best[organisation]
            ordered = tuple(sorted({span for span in spans if (organisation, span) in self.printed} or set(spans)))
            records.append(
                Agency(
                    key=known.key,
                    name=known.name,
                    type=known.type,
                    level=known.level,
                    jurisdiction=places.get(known.jurisdiction) if known.jurisdiction else None,
                    parent=known.parent.key if known.parent and known.parent in self.mentions else None,
                    unit=known.unit,
                    alternatives=tuple(
                        sorted(form for form in self.forms.get(organisation, ()) if name_key(form) != known.key)
                    ),
                    evidence=Evidence(spans=ordered, rule=f"agency/{known.rule}", confidence=known.confidence),
                )
            )
        return tuple(sorted(records, key=lambda one: (one.evidence.spans[0], one.key)))
