"""From offices read beside people to memberships: who held which role, at which agency, in which status."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import RoleReading
from lienket.extract.offices.careers import NO_TENURE, Tenure, Told
from lienket.extract.organisations import Organisation
from lienket.language.records import record
from lienket.model import Evidence, Membership, PartialDate, Span, Status
from lienket.reference import places

_SURE: Final = {
    "beside-name": 0.95,
    "implied-agency": 0.9,
    "appointment": 0.9,
    "run-by": 0.8,
    "listed-under": 0.75,
    "known-holder": 0.8,
    "same-office": 0.62,
    "short-before": 0.8,
    "short-after": 0.7,
    "only-office": 0.7,
    "only-body": 0.7,
    "same-sentence": 0.6,
    "body-before": 0.4,
    "lead-body": 0.6,
    "head-of-state": 0.6,
    "open-agency": 0.45,
}
_WEIGHT: Final = (Status.FORMER, Status.APPOINTED, Status.ACTING, Status.HONORARY, Status.ATTESTED)
"""Which of several statuses in one article says most about an office."""
_DELEGATE: Final = "Đại biểu"
_ELECTED: Final = frozenset({"quoc-hoi", "hoi-dong-nhan-dan", "doan-dai-bieu-quoc-hoi"})
_Held = tuple[str, str, str | None]
"""A person's key, a role, an agency's key."""
_REPEATED: Final = 0.3
"""Confidence of an office without agency where the person has the same one with an agency."""


@record()
class Office:
    """An office given to a person at one place of the text."""

    person: Someone
    role: str
    organisation: Organisation | None
    status: Status
    begin: int
    """Where the office's words begin, in code points: the fact's head."""
    reading: RoleReading
    sentence: Span
    rule: str
    told: Told = Told.NOW
    tenure: Tenure = NO_TENURE


@dataclass(slots=True)
class Offices:
    """The offices of one article, each kept once a person, role and agency."""

    passage: Passage
    found: list[Office] = field(default_factory=list)

    def give(
        self,
        person: Someone,
        reading: RoleReading,
        organisation: Organisation | None,
        *,
        status: Status | None = None,
        rule: str | None = None,
        told: Told = Told.NOW,
        tenure: Tenure = NO_TENURE,
    ) -> None:
        """Note that the text gives `person` the office `reading` at `organisation`."""
        kind = rule or ("implied-agency" if reading.implied else "beside-name")
        if organisation is None:
            kind = "open-agency"
        elif reading.title.role == _DELEGATE and organisation.type not in _ELECTED:
            return  # "đại biểu Tỉnh đoàn X" is a guest from there, not an office
        self.found.append(
            Office(
                person,
                reading.title.role,
                organisation,
                Status.FORMER if told is Told.OVER else status or reading.status,
                self.passage.tokens.begins[reading.begin],
                reading,
                self.passage.sentence_span(reading.begin),
                kind,
                told,
                tenure,
            )
        )

    def holders(self) -> dict[tuple[str, Organisation, Status], list[Someone]]:
        """Return who has each office (role, agency, status) of the article."""
        found: dict[tuple[str, Organisation, Status], list[Someone]] = {}
        for office in self.found:
            if office.organisation is not None:
                holders = found.setdefault((office.role, office.organisation, office.status), [])
                if len(holders) < 2 and not any(one is office.person for one in holders):
                    holders.append(office.person)
        return found

    def memberships(self, *, attested_on: PartialDate | None = None) -> tuple[Membership, ...]:
        """Return one membership a (person, role, agency), with every sentence that states it.

        Its status is what the article as a whole says: an office left in it is former, one taken up in it appointed.
        """
        last = self._last_steps()
        grouped: dict[_Held, list[Office]] = {}
        for office in self.found:
            agency = office.organisation.key if office.organisation else None
            grouped.setdefault((office.person.key, office.role, agency), []).append(office)
        anchored = {(person, role) for person, role, agency in grouped if agency is not None}
        records = [
            _record(key, offices, _status(offices, last), self._confidence(key, offices, anchored), attested_on)
            for key, offices in grouped.items()
        ]
        return tuple(_unique(sorted(records, key=lambda one: (one.evidence.spans[0], one.key))))

    def _last_steps(self) -> dict[str, Span]:
        """Return the sentence of the last step told of each career whose holder has no office at present."""
        present = {one.person.key for one in self.found if one.told is Told.NOW and one.status is not Status.FORMER}
        last: dict[str, Span] = {}
        for office in self.found:
            if office.told is Told.ONCE and office.person.key not in present:
                last[office.person.key] = max(office.sentence, last.get(office.person.key, office.sentence))
        return last

    @staticmethod
    def _confidence(key: _Held, offices: Sequence[Office], anchored: set[tuple[str, str]]) -> float:
        person, role, agency = key
        if agency is None and (person, role) in anchored:
            return _REPEATED
        best = max(
            min(_SURE[office.rule], office.organisation.confidence if office.organisation else 1.0)
            for office in offices
        )
        return round(min(best, max(0.3, offices[0].person.confidence + 0.05)), 2)


def _status(offices: Sequence[Office], last: dict[str, Span]) -> Status:
    """Return what the article as a whole says of one office: the present goes before what a career tells."""
    now = [one.status for one in offices if one.told is Told.NOW]
    if now:
        return min(now, key=_WEIGHT.index)
    over = any(one.told is Told.OVER or one.status is Status.FORMER for one in offices)
    current = not over and any(last.get(one.person.key) == one.sentence for one in offices)
    return Status.ATTESTED if current else Status.FORMER


def _record(
    key: _Held,
    offices: Sequence[Office],
    status: Status,
    confidence: float,
    attested_on: PartialDate | None,
) -> Membership:
    person, role, agency = key
    if status is Status.ATTESTED and attested_on and _is_over(offices[0].organisation, attested_on):
        status = Status.FORMER
    first = min(offices, key=lambda one: one.begin)
    start, end = next((one.tenure for one in offices if one.tenure != NO_TENURE), NO_TENURE)
    return Membership(
        key=f"{first.begin}|{person}|{role}|{agency or ''}|{status}",
        person=person,
        role=role,
        agency=agency,
        status=status,
        attested_on=attested_on if status is not Status.FORMER else None,
        start=start,
        end=end,
        evidence=Evidence(
            spans=tuple(sorted({office.sentence for office in offices})),
            rule=f"membership/{first.rule}",
            confidence=confidence,
        ),
    )


def _unique(records: Iterable[Membership]) -> Iterable[Membership]:
    """Give equal keys a number in text order."""
    seen: dict[str, int] = {}
    for one in records:
        count = seen[one.key] = seen.get(one.key, 0) + 1
        yield one if count == 1 else replace(one, key=f"{one.key}-{count}")


def _is_over(organisation: Organisation | None, day: PartialDate) -> bool:
    """Tell whether the place of a body was gone on a day: nobody holds an office of it then ("tỉnh Hà Giang (cũ)")."""
    unit = organisation.jurisdiction if organisation else None
    ended = places.load().by_id(unit.reference).valid_through if unit and unit.reference else None
    return ended is not None and day.earliest is not None and ended < day.earliest
