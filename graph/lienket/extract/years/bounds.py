"""The year of a day between what is past in a text and what is to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from lienket.extract.years.open_days import (
    full_day,
    in_year,
    is_announced,
    is_bound,
    is_planned,
    looks,
    month_and_day,
    settle,
)
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens

_POINTS: Final = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR})
_NEAR: Final = frozenset({DateKind.DAY, DateKind.MONTH})
_BACKGROUND: Final = 100
"""Days before the latest past that a text names from which a day without year is none of the news."""
_AFTERMATH: Final = 3 * 366
"""Days after the end of a time in which it may be spoken of as present."""
_JUST_BEFORE: Final = datetime.timedelta(days=31)
"""The time before the latest past, or the earliest that may be to come, in which a day may be the news."""
_A_YEAR: Final = datetime.timedelta(days=366)
_AHEAD: Final = datetime.timedelta(days=120)
"""The same before the earliest of which the text says that it will be."""


def latest_past(tokens: Tokens, mentions: Iterable[DateMention]) -> datetime.date | None:
    """Return the begin of the latest day, month or year that the text names in full and as past."""
    begins = [
        begin
        for m in mentions
        if m.kind in _POINTS and m.start is not None and m.start.year is not None
        if not (is_planned(tokens, m) or is_bound(tokens, m) or (m.kind is DateKind.YEAR and looks(tokens, m)[0]))
        if (begin := m.start.earliest) is not None
    ]
    terms = [m.start.year for m in mentions if m.kind is DateKind.TERM and m.start is not None and m.start.year]
    begins += [datetime.date(year - 1, 1, 1) for year in terms]  # a term is spoken of before it begins
    return max(begins, default=None)


def earliest_planned(tokens: Tokens, mentions: Iterable[DateMention]) -> datetime.date | None:
    """Return the end of the earliest day or month named in full that the text may have still to come."""
    named = (m for m in mentions if m.kind is DateKind.DEADLINE or (m.kind in _NEAR and is_planned(tokens, m)))
    return min(_ends(named), default=None)


def earliest_announced(tokens: Tokens, mentions: Iterable[DateMention]) -> datetime.date | None:
    """Return the end of the earliest day or month named in full in which the text says that something will be.

    None where it names one more than a year later too: what will be over then may well have begun.
    """
    near = [m for m in mentions if m.kind in _NEAR]
    earliest = min(_ends(m for m in near if is_announced(tokens, m)), default=None)
    return earliest if earliest is not None and max(_ends(near)) - earliest <= _A_YEAR else None


def _ends(mentions: Iterable[DateMention]) -> Iterator[datetime.date]:
    """Yield the last days that mentions with a year can mean."""
    for mention in mentions:
        if mention.start is not None and (end := mention.start.latest) is not None:
            yield end


def between(mention: DateMention, floor: datetime.date | None, ceiling: datetime.date | None) -> DateMention | None:
    """Return a day in the one year that puts it after all that is past in the text and before all that is to come."""
    if mention.start is None or mention.start.month is None or floor is None or ceiling is None:
        return None
    years = {
        year
        for year in range(floor.year - 1, ceiling.year + 1)
        if (day := in_year(year, *month_and_day(mention))) is not None and floor - _JUST_BEFORE <= day <= ceiling
    }
    return settle(mention, years.pop()) if len(years) == 1 else None


def shortly_before(
    mention: DateMention, planned: datetime.date | None, announced: datetime.date | None
) -> DateMention | None:
    """Return a day in the year that puts it into the weeks before what may, or months before what will, be to come."""
    for ceiling, time in ((planned, _JUST_BEFORE), (announced, _AHEAD)):
        for year in (ceiling.year - 1, ceiling.year) if mention.start is not None and ceiling is not None else ():
            day = in_year(year, *month_and_day(mention))
            if day is not None and ceiling is not None and ceiling - time <= day <= ceiling:
                return settle(mention, year)
    return None


def before_floor(mention: DateMention, floor: datetime.date | None) -> bool:
    """Tell whether a day lies so long before the latest past that the text names that it is no news of then."""
    day = full_day(mention.start)
    return day is not None and floor is not None and (floor - day).days > _BACKGROUND


def after_ceiling(mention: DateMention, ceiling: datetime.date | None) -> bool:
    """Tell whether a day lies years after the end of a time."""
    day = full_day(mention.start)
    return day is not None and ceiling is not None and (day - ceiling).days > _AFTERMATH
