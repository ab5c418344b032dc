"""The year of days and months printed without one: from the day of publication, or from what the text settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.years.bounds import before_floor, between, earliest_planned, latest_past
from lienket.extract.years.neighbours import (
    CONFIRMED,
    MOST,
    after_month,
    after_period,
    by_month,
    by_neighbour,
    by_same_day,
    full_days,
    month_before,
    months_named,
    period_reported,
)
from lienket.extract.years.open_days import full_day, is_open, month_and_day, settle, years_said
from lienket.extract.years.publication import from_publication
from lienket.extract.years.running import first_of_term, lunar_year, named_year, running_year
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate

_SPRING: Final = (5, 1)
"""Month and day before which a day is of the year whose Tết the text names."""
_MARCH: Final = (3, 1)
_WAKING: Final = wordlist("sáng trưa chiều tối")
_OPENING: Final = 120
"""Tokens in which a report says on which day it happened."""


def complete(
    tokens: Tokens, mentions: Sequence[DateMention], *, published: PartialDate | None = None
) -> list[DateMention]:
    """Return the mentions with the years that publication or the article itself settles.

    Publication is `published`, else the article's own stamp. What nothing settles keeps month and day; months without
    year and relative days that nothing settles are left out.
    """
    stamp = next((m.start for m in mentions if m.kind is DateKind.STAMP), None)
    day = full_day(published or stamp)
    if day is None:
        settled = _settled_by_text(tokens, mentions, published)
    else:
        settled = [from_publication(tokens, mention, day) for mention in mentions]
    return [m for m in settled if m.start is not None or m.kind is DateKind.LUNAR]


def _settled_by_text(
    tokens: Tokens, mentions: Sequence[DateMention], published: PartialDate | None
) -> list[DateMention]:
    """Return the mentions with the years that full dates of the same article settle, if any."""
    days = full_days(tokens, mentions)
    said = Counter(years_said(tokens, mentions))
    latest = max(said, default=0)
    if published is not None and published.year is not None and published.month is None:
        latest = max(latest, published.year)
    first = [by_same_day(m, days) if is_open(m) else m for m in mentions]
    anchors = full_days(tokens, first)
    months = months_named(mentions, latest)
    recent = month_before(tokens, mentions)
    period = period_reported(tokens, mentions)
    second = [
        by_neighbour(m, anchors, said)
        or after_month(m, recent)
        or after_period(m, period)
        or by_month(m, months, latest)
        if is_open(m)
        else m
        for m in first
    ]
    chained = [m.start for m, before in zip(second, first, strict=True) if m is not before]
    settled = sorted({day for date in chained if (day := full_day(date)) is not None})[-MOST:]
    third = [by_neighbour(m, settled, Counter(), bounds=CONFIRMED) or m if is_open(m) else m for m in second]
    floor = latest_past(tokens, mentions)
    third = [
        before if is_open(before) and before.kind is DateKind.DAY and before_floor(after, floor) else after
        for before, after in zip(mentions, third, strict=True)
    ]
    ceiling = earliest_planned(tokens, mentions)
    third = [between(m, floor, ceiling) or m if is_open(m) else m for m in third]
    lunar = lunar_year(tokens)
    if lunar is not None:
        third = [
            settle(m, lunar) if is_open(m) and m.kind is DateKind.DAY and month_and_day(m) < _SPRING else m
            for m in third
        ]
    running = running_year(tokens, mentions) or first_of_term(tokens, mentions)
    if running is not None:
        third = [settle(m, running) if _open_day(m) else m for m in third]
    named = named_year(tokens, mentions)
    if named is not None:  # in January names still have the year before
        third = [settle(m, named) if _open_day(m) and month_and_day(m) >= _MARCH else m for m in third]
    today = _today(tokens, third)
    return [
        replace(m, start=today.start, kind=DateKind.DAY, offset=None) if today and m.offset == 0 else m for m in third
    ]


def _open_day(mention: DateMention) -> bool:
    return is_open(mention) and mention.kind is DateKind.DAY


def _today(tokens: Tokens, mentions: Iterable[DateMention]) -> DateMention | None:
    """Return the day that the text itself calls today ("sáng nay, 22-6"), else the day whose morning opens it."""
    opening: DateMention | None = None
    for mention in mentions:
        if mention.kind is not DateKind.DAY or mention.start is None or mention.end is not None:
            continue
        words = tokens.keys[max(0, mention.first_token - 2) : mention.end_token]
        if "nay" in words:
            return mention
        if opening is None and mention.first_token < _OPENING and not _WAKING.isdisjoint(words):
            opening = mention
    return opening
