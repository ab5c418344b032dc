"""The year of a day between what is past in a text and what is to come."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from lienket.extract.years.open_days import full_day, in_year, is_bound, is_planned, looks, month_and_day, settle
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens

_POINTS: Final = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR})
_BACKGROUND: Final = 100
"""Days before the latest past that a text names from which a day without year is none of the news."""
_AFTERMATH: Final = 3 * 366
"""Days after the end of a time in which it may be spoken of as present."""
_JUST_BEFORE: Final = datetime.timedelta(days=31)
"""The time before the latest past, or the earliest to come, in which a day may be the news."""


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
    """Return the end of the earliest day or month named in full that the text has still to come."""
    ends = [
        end
        for m in mentions
        if m.kind in (DateKind.DAY, DateKind.MONTH, DateKind.DEADLINE)
        and m.start is not None
        and m.start.year is not None
        if m.kind is DateKind.DEADLINE or is_planned(tokens, m)
        if (end := m.start.latest) is not None
    ]
    return min(ends, default=None)


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


def shortly_before(mention: DateMention, ceiling: datetime.date | None) -> DateMention | None:
    """Return a day in the year that puts it into the weeks before the earliest that is to come."""
    if mention.start is None or ceiling is None:
        return None
    for year in (ceiling.year - 1, ceiling.year):
        day = in_year(year, *month_and_day(mention))
        if day is not None and ceiling - _JUST_BEFORE <= day <= ceiling:
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
