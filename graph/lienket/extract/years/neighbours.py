"""The year of a day from the full dates, months and periods that the same text names."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from lienket.extract.years.open_days import (
    TOWARDS,
    UNTIL,
    WEB,
    full_day,
    in_year,
    is_years_ago,
    looks,
    month_and_day,
    settle,
    word_before,
)
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens

_REPORTED: Final = frozenset({DateKind.DAY, DateKind.ANNIVERSARY})
_UNTIL_OR_SINCE: Final = UNTIL | {"từ"}
_ALONE: Final = (-31, 31)
CONFIRMED: Final = (-100, 120)
"""Days from a full date to a day without year that belongs to it: the wider when the article names that year again.

Measured on reports whose year is known: 93 of 100 right; with the wider bounds for all, 85 of 100.
"""
_FOLLOWING: Final = (-14, 130)
"""Days from the middle of a month named with its year to a day without year that goes on from it."""
_REPORTING: Final = datetime.timedelta(days=45)
"""The time after a quarter or half a year in which meetings look back on it."""
MOST: Final = 50
"""Full dates that are looked at, the latest: keeps hostile text linear."""


def full_days(tokens: Tokens, mentions: Iterable[DateMention]) -> list[datetime.date]:
    """Return the days with years that the article reports; of an anniversary the later, none up to which time runs."""
    reported = [m for m in mentions if m.kind in _REPORTED and word_before(tokens, m) not in UNTIL]
    reported = [m for m in reported if not is_years_ago(tokens, m)]
    dates = [m.end if m.kind is DateKind.ANNIVERSARY and m.end else m.start for m in reported]
    days = {day for date in dates if (day := full_day(date)) is not None and day.year >= WEB}
    return sorted(days)[-MOST:]


def by_same_day(mention: DateMention, days: Iterable[datetime.date]) -> DateMention:
    """Return the mention in the latest year in which the article names the same day in full."""
    if mention.start is None:
        return mention
    years = [day.year for day in days if (day.month, day.day) == month_and_day(mention)]
    return settle(mention, max(years)) if years else mention


def by_neighbour(
    mention: DateMention, days: Sequence[datetime.date], said: Counter[int], *, bounds: tuple[int, int] | None = None
) -> DateMention | None:
    """Return the mention in the one year that puts it near a full date, and not before a year the article names."""
    month, day_of_month = month_and_day(mention)
    near: set[int] = set()
    for full in days:
        for year in (full.year - 1, full.year, full.year + 1):
            day = in_year(year, month, day_of_month)
            confirmed = said[year] > (year == full.year)
            least, most = bounds or (CONFIRMED if confirmed else _ALONE)
            outdated = any(year < other for other in said if other != full.year)
            if day is not None and not outdated and least <= (day - full).days <= most:
                near.add(year)
    return settle(mention, near.pop()) if len(near) == 1 else None


def months_named(mentions: Iterable[DateMention], latest: int) -> frozenset[int]:
    """Return the months that the article names with the latest year; every month when it reports on that year's first.

    "Những tháng đầu năm 2017" speaks of the year that is running.
    """
    named: set[int] = set()
    for mention in mentions:
        if mention.start is None or mention.start.year != latest:
            continue
        if mention.kind is DateKind.MONTH and mention.start.month is not None:
            named.add(mention.start.month)
        elif mention.kind is DateKind.PERIOD and mention.end is None:
            named.update(range(1, 13))
    return frozenset(named)


def month_before(tokens: Tokens, mentions: Sequence[DateMention]) -> datetime.date | None:
    """Return the middle of the last month named with its year, unless the article names a later year.

    A month with which something began ("từ tháng 8/2016"), and one before a term of office that the article also
    names, may lie years before the report.
    """
    dated = [m for m in mentions if m.kind not in (DateKind.TERM, DateKind.PERIOD)]
    latest = max((m.start.year or 0 for m in dated if m.start is not None), default=0)
    named = [
        m.start.month
        for m in dated
        if m.kind is DateKind.MONTH and m.start is not None and m.start.year == latest and m.start.month is not None
        if m.end is None and word_before(tokens, m) not in _UNTIL_OR_SINCE  # or the end: "từ 10/2010 đến 11/2015"
    ]
    return datetime.date(latest, max(named), 15) if named else None


def after_month(mention: DateMention, recent: datetime.date | None) -> DateMention | None:
    """Return a day in the year that puts it into the months that follow the `recent` one."""
    if recent is None or mention.start is None:
        return None
    return by_neighbour(mention, [recent], Counter(), bounds=_FOLLOWING)


def period_reported(tokens: Tokens, mentions: Iterable[DateMention]) -> tuple[datetime.date, datetime.date] | None:
    """Return the last quarter or run of months that the article reports on: "quý I/2019", "6 tháng đầu năm 2017"."""
    told = [
        (m.start.earliest, m.end.latest)
        for m in mentions
        if m.kind is DateKind.PERIOD
        and m.start is not None
        and m.end is not None
        and m.start.month is not None
        and word_before(tokens, m) not in TOWARDS
        and not looks(tokens, m)[0]
    ]
    known = [(begin, end) for begin, end in told if begin is not None and end is not None]
    return max(known, key=lambda one: one[1]) if known else None


def after_period(mention: DateMention, period: tuple[datetime.date, datetime.date] | None) -> DateMention | None:
    """Return a day in the year that puts it into the period reported on, or the weeks in which it is reported."""
    if period is None or mention.start is None:
        return None
    begin, end = period
    for year in (end.year, end.year + 1):
        day = in_year(year, *month_and_day(mention))
        if day is not None and begin <= day <= end + _REPORTING:
            return settle(mention, year)
    return None


def by_month(mention: DateMention, months: frozenset[int], latest: int) -> DateMention:
    """Return the mention in the latest year named, when the article names its month of that year."""
    if mention.start is None or mention.start.month not in months:
        return mention
    return settle(mention, latest)
