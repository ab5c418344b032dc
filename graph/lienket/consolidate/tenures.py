"""When someone is known to have held a post, and whether two posts were held at one time."""

from __future__ import annotations

import datetime
from typing import Final

from lienket.consolidate.said import Said
from lienket.model import PartialDate, Status
from lienket.rdf import vocabulary
from lienket.rdf.terms import LK, SCHEMA

Held = tuple[str, str]
"""The first and the last day (ISO) on which someone is known to have held a post."""
_FORMER: Final = vocabulary.concepts("status")[Status.FORMER].iri.value
_MOVE: Final = datetime.timedelta(days=365)
"""Between posts that lie further apart than this the holder of one can have gone to the other."""


def held(said: Said, membership: str) -> Held | None:
    """Return when the membership of an article was held, as far as it tells; None where it does not."""
    days = [said.date(membership, SCHEMA.startDate), said.date(membership, SCHEMA.endDate)]
    if said.one(membership, LK.status) != _FORMER:
        days.append(said.date(membership, LK.attestedOn))
    return of(*days)


def of(*days: PartialDate | None) -> Held | None:
    """Return the time from the first to the last of `days`, those without a year left out; None for none."""
    first = [day.earliest for day in days if day is not None and day.earliest is not None]
    last = [day.latest for day in days if day is not None and day.latest is not None]
    return (min(first).isoformat(), max(last).isoformat()) if first else None


def together(one: Held | None, other: Held | None) -> bool:
    """Tell whether two posts are known to have been held on one day."""
    return bool(one and other) and one[0] <= other[1] and other[0] <= one[1]  # type: ignore[index]


def apart(one: Held | None, other: Held | None) -> bool:
    """Tell whether two posts are known to lie so far apart that one person can have held both."""
    if one is None or other is None:
        return False
    (_, ended), (began, _) = sorted((one, other))
    return datetime.date.fromisoformat(began) - datetime.date.fromisoformat(ended) > _MOVE
