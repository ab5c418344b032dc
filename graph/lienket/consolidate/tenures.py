"""When someone is known to have held a post, and whether two posts were held at one time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Final

from lienket.consolidate.said import Said
from lienket.model import PartialDate, Status
from lienket.rdf import vocabulary
from lienket.rdf.terms import LK, SCHEMA

_FORMER: Final = vocabulary.concepts("status")[Status.FORMER].iri.value
_MOVE: Final = datetime.timedelta(days=365)
"""Between posts that lie further apart than this the holder of one can have gone to the other."""


@dataclass(frozen=True, slots=True)
class Held:
    """The days between which a post was held, as far as is known; a date that tells the year alone leaves them open."""

    earliest: datetime.date
    """The first day that can be meant, and"""
    latest: datetime.date
    """the last one."""
    since: datetime.date
    """The first day on which it was held for certain, and"""
    until: datetime.date
    """the last one; before `since` where no day is certain."""

    def together(self, other: Held) -> bool:
        """Tell whether two posts were held on one day for certain."""
        return self.certain and other.certain and self.since <= other.until and other.since <= self.until

    @property
    def certain(self) -> bool:
        """Whether any day is certain."""
        return self.since <= self.until

    def apart(self, other: Held) -> bool:
        """Tell whether two posts lie so far apart for certain that one person can have held both."""
        return max(self.earliest - other.latest, other.earliest - self.latest) > _MOVE

    def packed(self) -> list[str]:
        """Return it as JSON can hold it."""
        return [day.isoformat() for day in (self.earliest, self.latest, self.since, self.until)]


def unpacked(days: list[str]) -> Held:
    """Return what `Held.packed` told."""
    return Held(*map(datetime.date.fromisoformat, days))


def held(said: Said, membership: str) -> Held | None:
    """Return when the membership of an article was held, as far as it tells; None where it does not."""
    days = [said.date(membership, SCHEMA.startDate), said.date(membership, SCHEMA.endDate)]
    if said.one(membership, LK.status) != _FORMER:
        days.append(said.date(membership, LK.attestedOn))
    return of(*days)


def of(*days: PartialDate | None) -> Held | None:
    """Return the time from the first to the last of `days`, those without a year left out; None for none."""
    bounds = [(day.earliest, day.latest) for day in days if day is not None and day.earliest and day.latest]
    if not bounds:
        return None
    return Held(
        earliest=min(first for first, _ in bounds),
        latest=max(last for _, last in bounds),
        since=min(last for _, last in bounds),
        until=max(first for first, _ in bounds),
    )


def apart(one: Held | None, other: Held | None) -> bool:
    """Tell whether both times are known, and far apart."""
    return one is not None and other is not None and one.apart(other)


def together(one: Held | None, other: Held | None) -> bool:
    """Tell whether both times are known, and have a day in common."""
    return one is not None and other is not None and one.together(other)
