"""The article as it is being understood: each reading tied to the person, agency or place it means."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Final

from lienket.extract.coreference import People, Someone
from lienket.extract.grammar.abroad import country_of, not_of, role_abroad, role_of_leader, roles_at_home
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading, Reading, RoleReading
from lienket.extract.jurisdiction import Gazetteer, Unit, province_of
from lienket.extract.offices.careers import NO_TENURE, Now, Tenure, Told, tenure, term_over, told
from lienket.extract.offices.memberships import Offices
from lienket.extract.organisations import Organisation, Register, Resolver
from lienket.language.dates import DateMention
from lienket.language.folding import name_key
from lienket.language.records import record
from lienket.reference.agencies import body_named
from lienket.reference.foreign_leaders import foreign_leaders
from lienket.reference.office_holders import Tenure as Known
from lienket.reference.office_holders import office_holders

_BEGIN: Final = attrgetter("begin")
_IS: Final = frozenset({"là", "làm"})
_AT_PRESENT: Final = frozenset({"hiện", "nay", "đang"})
_CENTRAL: Final = "Trung ương"
_HEAD: Final = "trưởng"
_HEAD_OF_COMMISSION: Final = "Trưởng ban"
_OTHER_OFFICES: Final = 12
"""Offices given last among which those of the same sentence are looked for."""
_STAFF: Final = frozenset({"Chuyên viên", "Cán bộ", "Nhân viên", "Đại biểu", "Công chức", "Viên chức"})
"""Roles that, without a name, mean an agency's people and not an office."""
OF_MANY: Final = frozenset({"Ủy viên", "Đại biểu", "Thành viên"})
"""Offices that many have at once: named alone they are no one's whom the article names."""


@record()
class Actor:
    """A person or an agency at a stretch of tokens. `office_only` marks an agency that stands inside a title."""

    begin: int
    end: int
    person: Someone | None = None
    organisation: Organisation | None = None
    office_only: bool = False
    group: bool = False
    """True for an agency whose staff are meant: "chuyên viên Ban Dân tộc"."""


@dataclass(slots=True)
class Story:
    """One article while its facts are being put together; the only state of an extraction."""

    passage: Passage
    readings: Sequence[Reading]
    gazetteer: Gazetteer
    dates: Sequence[DateMention]
    paper_dates: Sequence[DateMention]
    """The dates of documents, which are not among the others."""
    open_months: Sequence[DateMention]
    """The months whose year nothing settles, which are not among the others either."""
    now: Now
    title_end: int
    """Tokens before this one are the title."""
    lead: int
    """Sentences before this one are the title and the lead: what the article is about."""
    captions: Sequence[tuple[int, int]]
    """Token ranges of captions: they repeat people and make no events."""
    resolver: Resolver
    people: People
    offices: Offices
    register: Register = field(default_factory=Register)
    actors: list[Actor] = field(default_factory=list)
    units: dict[Unit, list[tuple[int, int]]] = field(default_factory=dict)
    abroad: dict[str, set[str]] = field(default_factory=dict)
    """The foreign countries of whose offices the text names people, by their keys."""
    bodies: dict[str, list[Organisation]] | None = None
    """The bodies at which people have offices, by the people's keys; gathered when first asked for."""

    def understand(self) -> None:
        """Tie every reading to what it means; full names before short ones, so that short ones find theirs."""
        self._meet_full_names()
        for reading in self.readings:
            if isinstance(reading, PersonReading):
                self._person(reading)
            elif isinstance(reading, AgencyReading):
                self._agency(reading)
            else:
                self._place(reading)
        self._meet_office_holders()
        self._in_order()

    def meet(self, actors: Iterable[Actor]) -> None:
        """Note who else stands in the text, by words that are no names."""
        self.actors += actors
        self._in_order()

    def organisation(
        self, reading: AgencyReading, resolver: Resolver | None = None, *, named: bool = True
    ) -> Organisation | None:
        """Return the agency that `reading` means, noted with its mention and its printed parents'.

        `named` is False for one that a title implies: "Thủ tướng" is no name of "Chính phủ".
        """
        found = (resolver or self.resolver).organisation(reading)
        if found is None:
            return None
        at: Organisation | None = found
        printed: AgencyReading | None = reading
        begin, end = reading.begin, reading.end
        while at is not None:
            if printed is not None:
                begin, end = printed.begin, printed.end
            spelt_out = named and printed is not None and printed.spelt_out
            form = self.passage.slice(begin, end) if spelt_out else None
            self.register.add(at, self.passage.span(begin, end), form, printed=printed is not None)
            if at.jurisdiction is not None:
                self.units.setdefault(at.jurisdiction, []).append((begin, end))
            at = at.parent
            printed = printed.parent if printed is not None else None
        return found

    def bodies_of(self, person: str) -> Sequence[Organisation]:
        """Return the bodies at which the text gives the person of this key an office."""
        if self.bodies is None:
            self.bodies = {}
            for office in self.offices.found:
                if office.organisation is not None:
                    self.bodies.setdefault(office.person.key, []).append(office.organisation)
        return self.bodies.get(person, ())

    def person_of(self, reading: PersonReading) -> Someone | None:
        """Return the person whom a reading of this story names."""
        here = [one.person for one in self.between(reading.begin, reading.begin + 1) if one.person is not None]
        return here[-1] if here else None

    def home_in_lead(self) -> bool:
        """Tell whether the title or lead names the home province or a place in it."""
        end = max((stop for _, stop in self.passage.sentences[: self.lead]), default=0)
        return any(one.at < end and province_of(one.unit) == self.gazetteer.home for one in self.gazetteer.sightings)

    def readings_in(self, start: int, stop: int) -> Sequence[Reading]:
        """Return the readings that begin in tokens `start` to `stop`."""
        first = bisect_left(self.readings, start, key=_BEGIN)
        return self.readings[first : bisect_left(self.readings, stop, key=_BEGIN)]

    def reading_at(self, at: int) -> Reading | None:
        """Return the name, office, agency or place of which token `at` is part."""
        index = bisect_right(self.readings, at, key=_BEGIN) - 1
        return self.readings[index] if index >= 0 and at < self.readings[index].end else None

    def inside_reading(self, at: int) -> bool:
        """Tell whether token `at` is part of a name, office, agency or place."""
        return self.reading_at(at) is not None

    def dated(self, at: int) -> bool:
        """Tell whether token `at` is part of a date."""
        index = bisect_right(self.dates, at, key=lambda one: one.first_token) - 1
        return index >= 0 and at < self.dates[index].end_token

    def open_months_in(self, start: int, stop: int) -> Sequence[DateMention]:
        """Return the months whose year nothing settles that begin in tokens `start` to `stop`."""
        first = bisect_left(self.open_months, start, key=lambda one: one.first_token)
        return self.open_months[first : bisect_left(self.open_months, stop, key=lambda one: one.first_token)]

    def dates_in(self, start: int, stop: int) -> Sequence[DateMention]:
        """Return the dates that begin in tokens `start` to `stop`."""
        first = bisect_left(self.dates, start, key=lambda one: one.first_token)
        return self.dates[first : bisect_left(self.dates, stop, key=lambda one: one.first_token)]

    def paper_dates_in(self, start: int, stop: int) -> Sequence[DateMention]:
        """Return the dates of documents that begin in tokens `start` to `stop`."""
        first = bisect_left(self.paper_dates, start, key=lambda one: one.first_token)
        return self.paper_dates[first : bisect_left(self.paper_dates, stop, key=lambda one: one.first_token)]

    def between(self, start: int, stop: int) -> list[Actor]:
        """Return the actors that begin in tokens `start` to `stop`, in text order."""
        first = bisect_left(self.actors, start, key=_BEGIN)
        last = bisect_right(self.actors, stop - 1, key=_BEGIN)
        return self.actors[first:last]

    def caption(self, at: int) -> bool:
        """Tell whether token `at` stands in a caption."""
        index = bisect_right(self.captions, at, key=lambda one: one[0]) - 1
        return index >= 0 and at < self.captions[index][1]

    def _in_order(self) -> None:
        self.actors.sort(key=lambda one: (one.begin, one.end))

    def _meet_full_names(self) -> None:
        for reading in self.readings:
            if isinstance(reading, PersonReading) and reading.name is not None:
                self.people.expect(reading)
        for reading in self.readings:
            if isinstance(reading, PersonReading) and reading.name is not None:
                for role in (one for one in reading.roles if one.begin < reading.name.begin):
                    named = country_of(role)
                    key = self.people.key_of(reading.name.name)
                    if named is not None and not not_of(key, named):
                        self.abroad.setdefault(key, set()).add(named)

    def _meet_office_holders(self) -> None:
        """Tie an office named alone ("Đồng chí Trưởng Ban Dân tộc đề nghị") to the one person who has it here."""
        holders = self.offices.holders()
        for reading in self.readings:
            if not isinstance(reading, PersonReading) or reading.name is not None:
                continue
            for role in reading.roles[:1]:
                if role.title.role in OF_MANY:
                    continue
                organisation = self.resolver.organisation(role.agency) if role.agency is not None else None
                known = (
                    holders.get((role.title.role, organisation, role.status), []) if organisation is not None else []
                )
                if len(known) == 1:
                    holder = known[0]
                    holder.spans.append(self.passage.span(reading.begin, reading.end))
                    self.actors.append(Actor(reading.begin, reading.end, person=holder))

    def _person(self, reading: PersonReading) -> None:
        someone = self.people.meet(reading)
        resolver = self.resolver.near(reading.roles)
        for role in self.as_theirs(reading.roles, someone):
            organisation = (
                self.organisation(role.agency, resolver, named=not role.implied) if role.agency is not None else None
            )
            if organisation is not None and role.agency is not None:
                group = someone is None and role.title.role in _STAFF
                self.actors.append(
                    Actor(role.begin, role.end, organisation=organisation, office_only=not group, group=group)
                )
            if someone is not None:
                when, time = self._held(reading, role)
                self.offices.give(someone, role, organisation, told=when, tenure=time)
        if someone is not None:
            self.actors.append(Actor(reading.begin, reading.end, person=someone))

    def as_theirs(self, roles: Sequence[RoleReading], someone: Someone | None) -> Sequence[RoleReading]:
        """Return the offices of a foreign leader, or of someone whom the text names in a foreign country's, as its."""
        leader = foreign_leaders().get(someone.key) if someone is not None else None
        if leader is not None:
            return [role_of_leader(role, leader) for role in roles]
        if someone is not None and someone.key in office_holders():
            return [_of_centre(role, office_holders()[someone.key]) for role in roles_at_home(self.passage, roles)]
        countries = self.abroad.get(someone.key, ()) if someone is not None else ()
        return [role_abroad(role, next(iter(countries))) for role in roles] if len(countries) == 1 else roles

    def told(self, role: RoleReading, *, decided: bool = False) -> Told:
        """Return when an office of a sentence's predicate was held."""
        first, limit = self.passage.sentences[self.passage.sentence_of[role.begin]]
        dates = self.dates_in(first, limit)
        return told(self.passage, dates, self.now, role.begin, role.end, decided=decided)

    def tenure(self, role: RoleReading) -> Tenure:
        """Return since and until when an office of a sentence's predicate was held."""
        dates = self.dates_in(*self.passage.sentences[self.passage.sentence_of[role.begin]])
        others = [one.reading.begin for one in self.offices.found[-_OTHER_OFFICES:]]
        return tenure(self.passage, dates, role.begin, role.end, offices=others)

    def _held(self, reading: PersonReading, role: RoleReading) -> tuple[Told, Tenure]:
        """Return when an office beside a name was held: what a title says is so now, unless its term is over."""
        if reading.name is not None and role.begin > reading.name.end:
            after = next(one for one in reading.roles if one.begin > reading.name.end)
            said = self.passage.keys[reading.name.end : after.begin]
            if said[-1:] and said[-1] in _IS and _AT_PRESENT.isdisjoint(said):
                return self.told(role), self.tenure(role)
        over = term_over(self.dates_in(role.end, role.end + 2), self.now)
        return Told.OVER if over else Told.NOW, NO_TENURE

    def _agency(self, reading: AgencyReading) -> None:
        organisation = self.organisation(reading) if not reading.bare else None
        if organisation is not None:
            self.actors.append(Actor(reading.begin, reading.end, organisation=organisation))

    def _place(self, reading: PlaceReading) -> None:
        unit = self.gazetteer.unit(reading)
        while unit is not None:
            self.units.setdefault(unit, []).append((reading.begin, reading.end))
            unit = unit.within


def _of_centre(role: RoleReading, known: Sequence[Known]) -> RoleReading:
    """Return the office at the Party's central commission that its holder is known to head: "Trưởng ban Tuyên giáo"."""
    agency = role.agency
    if agency is None or agency.place is not None or agency.parent is not None:
        return role
    body = body_named(f"{agency.name} {_CENTRAL}")
    heads = body is not None and any(" ".join(one.office) == f"{_HEAD} {name_key(body.name)}" for one in known)
    named = role.title.role == _HEAD_OF_COMMISSION and heads
    return replace(role, agency=replace(agency, name=body.name, body=body)) if named and body is not None else role
