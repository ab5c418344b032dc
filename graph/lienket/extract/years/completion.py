"""The year of days and months printed without one: from the day of publication, or from what the text settles."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lienket.extract.years.bounds import (
    after_ceiling,
    before_floor,
    between,
    earliest_announced,
    earliest_planned,
    latest_past,
    shortly_before,
)
from lienket.extract.years.holders import time_in_office
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
from lienket.extract.years.running import first_of_term, lunar_year, named_year, running_year, year_begun
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate

_SPRING: Final = (5, 1)
"""Month and day before which a day is of the year whose Tết the text names."""
_FEBRUARY: Final = (2, 1)
_SEPTEMBER: Final = (9, 1)
_WAKING: Final = wordlist("sáng trưa chiều tối")
_OPENING: Final = 120
"""Tokens in which a report says on which day it happened."""


def complete(
    tokens: Tokens, mentions: Sequence[DateMention], *, published: PartialDate | None = None
) -> list[DateMention]:
    """Return the mentions with the years that publication or the article itself settles.

    Publication is `published`, else the article's own stamp. What nothing settles keeps month and day, or the
    month alone; relative days that nothing settles are left out.
    """
    stamp = next((m.start for m in mentions if m.kind is DateKind.STAMP), None)
    day = full_day(published or stamp)
    if day is None:
        settled = _settled_by_text(tokens, mentions, published)
    else:
        settled = [from_publication(tokens, mention, day) for mention in mentions]
    known = (replace(m, start=PartialDate(month=m.month), month=None) if m.month is not None else m for m in settled)
    return [m for m in known if m.start is not None or m.kind is DateKind.LUNAR]


def _settled_by_text(
    tokens: Tokens, mentions: Sequence[DateMention], published: PartialDate | None
) -> list[DateMention]:
    """Return the mentions with the years that the text settles, if any."""
    settled = _beside_dates(tokens, mentions, published)
    if any(is_open(m) for m in mentions):
        clues = _clues(tokens, mentions)
        settled = [
            _by_clues(before if _open_day(before) and _no_news(after, clues) else after, clues)
            for before, after in zip(mentions, settled, strict=True)
        ]
    today = _today(tokens, settled)
    return [
        replace(m, start=today.start, kind=DateKind.DAY, offset=None) if today and m.offset == 0 else m for m in settled
    ]


def _beside_dates(tokens: Tokens, mentions: Sequence[DateMention], published: PartialDate | None) -> list[DateMention]:
    """Return the mentions with the years that the full dates, months and periods of the same text settle."""
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
    return [by_neighbour(m, settled, Counter(), bounds=CONFIRMED) or m if is_open(m) else m for m in second]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clues:
    """What a text tells of the year in which its news is, beside its full dates."""

    past: datetime.date | None
    planned: datetime.date | None
    announced: datetime.date | None
    in_office: tuple[datetime.date, datetime.date] | None
    lunar: int | None
    running: int | None
    named: int | None
    begun: int | None

    def rule_out(self, mention: DateMention) -> bool:
        """Tell whether a day lies long before those named took office, or years after they left it."""
        since, until = self.in_office or (None, None)
        return before_floor(mention, since) or after_ceiling(mention, until)


def _no_news(mention: DateMention, clues: _Clues) -> bool:
    """Tell whether a year that a full date nearby gave a day makes it history for the rest of the text."""
    return before_floor(mention, clues.past) or clues.rule_out(mention)


def _clues(tokens: Tokens, mentions: Sequence[DateMention]) -> _Clues:
    return _Clues(
        past=latest_past(tokens, mentions),
        planned=earliest_planned(tokens, mentions),
        announced=earliest_announced(tokens, mentions),
        in_office=time_in_office(tokens),
        lunar=lunar_year(tokens),
        running=running_year(tokens, mentions) or first_of_term(tokens, mentions),
        named=named_year(tokens, mentions),
        begun=year_begun(tokens, mentions),
    )


def _by_clues(mention: DateMention, clues: _Clues) -> DateMention:
    """Return an open mention in the year that the first of the clues to tell one tells, unless another rules it out."""
    if not is_open(mention):
        return mention
    found = between(mention, clues.past, clues.planned)
    if mention.kind is DateKind.DAY:
        found = (
            found
            or _in_running_year(mention, clues)
            or _before_planned(mention, clues)
            or _in_year_begun(mention, clues)
        )
    return mention if found is None or clues.rule_out(found) else found


def _in_running_year(mention: DateMention, clues: _Clues) -> DateMention | None:
    """Return a day in the year that runs while the text is written."""
    place = month_and_day(mention)
    if clues.lunar is not None and place < _SPRING:
        return settle(mention, clues.lunar)
    if clues.running is not None:
        return settle(mention, clues.running)
    if clues.named is not None and place >= _FEBRUARY:  # in January names still have the year before
        return settle(mention, clues.named)
    return None


def _in_year_begun(mention: DateMention, clues: _Clues) -> DateMention | None:
    """Return a day in the year begun; late in the year plans are for the next."""
    return settle(mention, clues.begun) if clues.begun is not None and month_and_day(mention) < _SEPTEMBER else None


def _before_planned(mention: DateMention, clues: _Clues) -> DateMention | None:
    """Return a day in the year that puts it shortly before what is still to come, where nothing past is later."""
    if clues.past is not None and clues.planned is not None and clues.past > clues.planned:
        return None
    return shortly_before(mention, clues.planned, clues.announced)


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
