"""What the words around a date say of it, and a day put into its year."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate

UNTIL: Final = wordlist("đến tới trước")
_AHEAD: Final = wordlist("sẽ tới sắp mai dự định")
_BACK: Final = wordlist("trước qua hồi rồi")
TOWARDS: Final = wordlist("đến tới vào trước nhìn")
"""Words before a year that may lie in the future: "đến năm 2020, tầm nhìn năm 2030"."""
SENTENCE: Final = frozenset({".", "\n", "?", "!", ";"})
_TO_COME: Final = wordlist("sẽ sắp kiến trình hoạch mục tiêu tầm sang gối")
"""Words around a date that may lie in the future: "sẽ", "dự kiến", "chương trình", "kế hoạch"."""
_WILL: Final = wordlist("sẽ sắp")
_CLAUSE: Final = 12
WEB: Final = 1996
"""Full dates before this year are history, never the year of the report: news of then is not on the web."""


def full_day(date: PartialDate | None) -> datetime.date | None:
    return None if date is None or date.day is None else date.earliest


def is_open(mention: DateMention) -> bool:
    """Tell whether a mention is a day, or a month, without its year."""
    return mention.month is not None or (mention.start is not None and mention.start.year is None)


def is_open_month(mention: DateMention) -> bool:
    """Tell whether a mention is, once all that settles years was heard, a month without its year."""
    return mention.start is not None and mention.start.year is None and mention.start.day is None


def in_year(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day; None when that year does not have it."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def word_before(tokens: Tokens, mention: DateMention) -> str:
    """Return the key of the token before the mention, "" at the begin of the text."""
    return tokens.keys[mention.first_token - 1] if mention.first_token else ""


def month_and_day(mention: DateMention) -> tuple[int, int]:
    """Return month and day of an open mention; a month stands for its middle."""
    if mention.start is None:
        return mention.month or 1, 15
    return mention.start.month or 1, mention.start.day or 1


def _with_year(mention: DateMention, year: int) -> DateMention:
    """Return an open mention in `year`; its end in the year after when it would lie before its start."""
    if mention.start is None:
        return replace(mention, start=PartialDate(year=year, month=mention.month), month=None)
    start, end = replace(mention.start, year=year), mention.end
    if end is not None and end.year is None:
        later = (end.month or 0, end.day or 0) < (start.month or 0, start.day or 0)
        end = replace(end, year=year + later)
    return replace(mention, start=start, end=end)


def settle(mention: DateMention, year: int) -> DateMention:
    """Return the mention in `year`, unchanged where that year does not have the day (29 February)."""
    try:
        return _with_year(mention, year)
    except ValueError:
        return mention


def looks(tokens: Tokens, mention: DateMention) -> tuple[bool, bool]:
    """Tell whether the clause around a mention looks ahead ("sẽ", "tới", a deadline), and whether it looks back."""
    begin, end = mention.first_token, mention.end_token
    while begin > 0 and mention.first_token - begin < 15 and tokens.keys[begin - 1] not in SENTENCE:
        begin -= 1
    while end < len(tokens) and end - mention.end_token < 20 and tokens.keys[end] not in SENTENCE:
        end += 1
    around = {*tokens.keys[begin : mention.first_token], *tokens.keys[mention.end_token : end]}
    ahead = mention.kind is DateKind.DEADLINE or not _AHEAD.isdisjoint(around)
    return ahead, not _BACK.isdisjoint(around)


def years_said(tokens: Tokens, mentions: Iterable[DateMention]) -> list[int]:
    """Return the years that the article names as past or present."""
    said: list[int] = []
    for mention in mentions:
        ahead = word_before(tokens, mention) in TOWARDS
        if mention.start is None or mention.start.year is None or ahead or mention.kind is DateKind.DEADLINE:
            continue
        said.append(mention.start.year)
    return said


def is_planned(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether the words around a date, in its sentence, may put it into the future."""
    return not _TO_COME.isdisjoint(_around(tokens, mention))


def is_announced(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether the words around a date, in its sentence, say that something will be: "sẽ", "sắp"."""
    return not _WILL.isdisjoint(_around(tokens, mention))


def _around(tokens: Tokens, mention: DateMention) -> set[str]:
    """Return the words around a date, in its sentence."""
    first, end = mention.first_token, mention.end_token
    before, after = tokens.keys[max(0, first - _CLAUSE) : first], tokens.keys[end : end + _CLAUSE]
    last = next((index for index in range(len(before), 0, -1) if before[index - 1] in SENTENCE), 0)
    stop = next((index for index, key in enumerate(after) if key in SENTENCE), len(after))
    return {*before[last:], *after[:stop]}


def is_bound(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether time runs up to a date, which may lie ahead: "thuê đến ngày 30/6/2018"; not "Đến 22/10/2016, …"."""
    first = mention.first_token
    return word_before(tokens, mention) in UNTIL and first > 1 and tokens.keys[first - 2] not in SENTENCE


def is_years_ago(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether a date is one of years before the news: "cách đây 1 năm 2 ngày (ngày 7-7-2017)"."""
    before = tokens.keys[max(0, mention.first_token - _CLAUSE) : mention.first_token]
    return {"cách", "đây", "năm"} <= set(before)
