"""The year of a day from the day of publication."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Final

from lienket.extract.years.open_days import in_year, is_open, looks, month_and_day, settle
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.model import PartialDate

_FAR: Final = 90
"""Days after publication beyond which a day is the last one of its name, unless the sentence looks ahead."""


def from_publication(tokens: Tokens, mention: DateMention, published: datetime.date) -> DateMention:
    """Return the mention with its year, or its day where it is relative, counted from the day of publication."""
    if mention.offset is not None:
        day = published + datetime.timedelta(days=mention.offset)
        start = PartialDate(year=day.year, month=day.month, day=day.day)
        return replace(mention, start=start, kind=DateKind.DAY, offset=None)
    if not is_open(mention):
        return mention
    ahead, back = looks(tokens, mention)
    month, day_of_month = month_and_day(mention)
    this = in_year(published.year, month, day_of_month)
    distance = 0 if this is None else (this - published).days
    if mention.month is not None and month == published.month:
        distance = 0
    if distance > 0 and not ahead and (back or distance > _FAR):
        return settle(mention, published.year - 1)
    if distance < -_FAR and ahead and not back:
        return settle(mention, published.year + 1)
    if distance < -270 and not back and distance + 365 <= 30:
        return mention  # as near ahead as far behind, and no word says which
    return settle(mention, published.year)
