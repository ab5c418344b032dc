"""The year of days and months printed without one: from the day of publication, or from what the text settles."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import Tokens
from lienket.language.wordlist import positions, wordlist
from lienket.model import PartialDate

_REPORTED: Final = frozenset({DateKind.DAY, DateKind.ANNIVERSARY})
_UNTIL: Final = wordlist("đến tới trước")
_UNTIL_OR_SINCE: Final = _UNTIL | {"từ"}
_AHEAD: Final = wordlist("sẽ tới sắp mai dự định")
_BACK: Final = wordlist("trước qua hồi rồi")
_TOWARDS: Final = wordlist("đến tới vào trước nhìn")
"""Words before a year that may lie in the future: "đến năm 2020, tầm nhìn năm 2030"."""
_SENTENCE: Final = frozenset({".", "\n", "?", "!", ";"})
_FAR: Final = 90
"""Days after publication beyond which a day is the last one of its name, unless the sentence looks ahead."""
_ALONE: Final = (-31, 31)
_CONFIRMED: Final = (-100, 120)
"""Days from a full date to a day without year that belongs to it: the wider when the article names that year again.

Measured on reports whose year is known: 93 of 100 right; with the wider bounds for all, 85 of 100.
"""
_FOLLOWING: Final = (-14, 130)
"""Days from the middle of a month named with its year to a day without year that goes on from it."""
_REPORTING: Final = datetime.timedelta(days=45)
"""The time after a quarter or half a year in which meetings look back on it."""
_POINTS: Final = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR})
_TO_COME: Final = wordlist("sẽ sắp kiến trình hoạch mục tiêu tầm sang gối")
"""Words around a date that may lie in the future: "sẽ", "dự kiến", "chương trình", "kế hoạch"."""
_CLAUSE: Final = 12
_BACKGROUND: Final = 100
"""Days before the latest past that a text names from which a day without year is none of the news."""
_JUST_BEFORE: Final = datetime.timedelta(days=31)
"""The time before the latest past in which a day may still be the news."""
_MOST: Final = 50
"""Full dates that are looked at, the latest: keeps hostile text linear."""
_ANNIVERSARY: Final = 30
"""Tokens over which a number of years and the dates in brackets belong together."""
_NAME: Final = 4
"""Words of a name before its year that are looked at."""
_NO_NAME: Final = wordlist(
    "năm tháng ngày quý kỳ khóa đến tới từ vào trước sau và là có số khoảng hơn gần lúc đoạn bản mô hạn trình giờ x"
)
"""Words before four digits that name nothing, or no year."""
_COMPARED: Final = wordlist(
    "so như hồi index pci papi par luật pháp blhs blds bltths nghị định sn sinh hậu địch quân cuối"
)
"""Words with which a name has the year of a law, an index, a birth, a title won, or one that is compared with."""
_NOT_YET: Final = 2050
_JOINED: Final = frozenset("-–/.:")
_SPANS: Final = frozenset({DateKind.PERIOD, DateKind.TERM})
_STEMS: Final = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES: Final = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
_CYCLE_LENGTH: Final = 60
_FIRST_YEAR: Final = 4
"""A year that begins a cycle of stems and branches: Giáp Tý."""
_SPRING: Final = (5, 1)
"""Month and day before which a day is of the year whose Tết the text names."""
_MARCH: Final = (3, 1)
_FIRST_SESSION: Final = ("kỳ", "họp", "thứ", "nhất")
_CELEBRATED: Final = ("kỷ", "niệm")
_LONGEST_COUNT, _YEAR = 4, 4
"""Digits of the most years celebrated, and of a year."""
_WAKING: Final = wordlist("sáng trưa chiều tối")
_OPENING: Final = 120
"""Tokens in which a report says on which day it happened."""
_WEB: Final = 1996
"""Full dates before this year are history, never the year of the report: news of then is not on the web."""


_CYCLE: Final = {
    (
        _STEMS[(year - _FIRST_YEAR) % len(_STEMS)],
        _BRANCHES[(year - _FIRST_YEAR) % len(_BRANCHES)],
    ): year
    for year in range(_WEB, _NOT_YET)
}
"""Stem and branch of the years of the web: no two are alike."""


def complete(
    tokens: Tokens, mentions: Sequence[DateMention], *, published: PartialDate | None = None
) -> list[DateMention]:
    """Return the mentions with the years that publication or the article itself settles.

    Publication is `published`, else the article's own stamp. What nothing settles keeps month and day; months without
    year and relative days that nothing settles are left out.
    """
    stamp = next((m.start for m in mentions if m.kind is DateKind.STAMP), None)
    day = _full_day(published or stamp)
    if day is None:
        settled = _settled_by_text(tokens, mentions, published)
    else:
        settled = [_from_publication(tokens, mention, day) for mention in mentions]
    return [m for m in settled if m.start is not None or m.kind is DateKind.LUNAR]


def _full_day(date: PartialDate | None) -> datetime.date | None:
    return None if date is None or date.day is None else date.earliest


def _open(mention: DateMention) -> bool:
    """Tell whether a mention is a day, or a month, without its year."""
    return mention.month is not None or (mention.start is not None and mention.start.year is None)


def _in_year(year: int, month: int, day: int) -> datetime.date | None:
    """Return the day; None when that year does not have it."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _before(tokens: Tokens, mention: DateMention) -> str:
    """Return the key of the token before the mention, "" at the begin of the text."""
    return tokens.keys[mention.first_token - 1] if mention.first_token else ""


def _place(mention: DateMention) -> tuple[int, int]:
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


def _settle(mention: DateMention, year: int) -> DateMention:
    """Return the mention in `year`, unchanged where that year does not have the day (29 February)."""
    try:
        return _with_year(mention, year)
    except ValueError:
        return mention


# --- by the day of publication ---------------------------------------------------------------------------------------


def _from_publication(tokens: Tokens, mention: DateMention, published: datetime.date) -> DateMention:
    """Return the mention with its year, or its day where it is relative, counted from the day of publication."""
    if mention.offset is not None:
        day = published + datetime.timedelta(days=mention.offset)
        start = PartialDate(year=day.year, month=day.month, day=day.day)
        return replace(mention, start=start, kind=DateKind.DAY, offset=None)
    if not _open(mention):
        return mention
    ahead, back = _looks(tokens, mention)
    month, day_of_month = _place(mention)
    this = _in_year(published.year, month, day_of_month)
    distance = 0 if this is None else (this - published).days
    if mention.month is not None and month == published.month:
        distance = 0
    if distance > 0 and not ahead and (back or distance > _FAR):
        return _settle(mention, published.year - 1)
    if distance < -_FAR and ahead and not back:
        return _settle(mention, published.year + 1)
    if distance < -270 and not back and distance + 365 <= 30:
        return mention  # as near ahead as far behind, and no word says which
    return _settle(mention, published.year)


def _looks(tokens: Tokens, mention: DateMention) -> tuple[bool, bool]:
    """Tell whether the clause around a mention looks ahead ("sẽ", "tới", a deadline), and whether it looks back."""
    begin, end = mention.first_token, mention.end_token
    while begin > 0 and mention.first_token - begin < 15 and tokens.keys[begin - 1] not in _SENTENCE:
        begin -= 1
    while end < len(tokens) and end - mention.end_token < 20 and tokens.keys[end] not in _SENTENCE:
        end += 1
    around = {*tokens.keys[begin : mention.first_token], *tokens.keys[mention.end_token : end]}
    ahead = mention.kind is DateKind.DEADLINE or not _AHEAD.isdisjoint(around)
    return ahead, not _BACK.isdisjoint(around)


# --- by the text alone -----------------------------------------------------------------------------------------------


def _settled_by_text(
    tokens: Tokens, mentions: Sequence[DateMention], published: PartialDate | None
) -> list[DateMention]:
    """Return the mentions with the years that full dates of the same article settle, if any."""
    days = _full_days(tokens, mentions)
    said = Counter(_years_said(tokens, mentions))
    latest = max(said, default=0)
    if published is not None and published.year is not None and published.month is None:
        latest = max(latest, published.year)
    first = [_by_same_day(m, days) if _open(m) else m for m in mentions]
    anchors = _full_days(tokens, first)
    months = _months_named(mentions, latest)
    recent = _month_before(tokens, mentions)
    period = _period_reported(tokens, mentions)
    second = [
        _by_neighbour(m, anchors, said)
        or _after_month(m, recent)
        or _after_period(m, period)
        or _by_month(m, months, latest)
        if _open(m)
        else m
        for m in first
    ]
    chained = [m.start for m, before in zip(second, first, strict=True) if m is not before]
    settled = sorted({day for date in chained if (day := _full_day(date)) is not None})[-_MOST:]
    third = [_by_neighbour(m, settled, Counter(), bounds=_CONFIRMED) or m if _open(m) else m for m in second]
    floor = _latest_past(tokens, mentions)
    third = [
        before if _open(before) and before.kind is DateKind.DAY and _before_floor(after, floor) else after
        for before, after in zip(mentions, third, strict=True)
    ]
    ceiling = _earliest_planned(tokens, mentions)
    third = [_between(m, floor, ceiling) or m if _open(m) else m for m in third]
    lunar = _lunar_year(tokens)
    if lunar is not None:
        third = [_settle(m, lunar) if _open(m) and m.kind is DateKind.DAY and _place(m) < _SPRING else m for m in third]
    running = _running_year(tokens, mentions) or _first_of_term(tokens, mentions)
    if running is not None:
        third = [_settle(m, running) if _open(m) and m.kind is DateKind.DAY else m for m in third]
    named = _named_year(tokens, mentions)
    if named is not None:  # in January names still have the year before
        third = [_settle(m, named) if _open(m) and m.kind is DateKind.DAY and _place(m) >= _MARCH else m for m in third]
    today = _today(tokens, third)
    return [
        replace(m, start=today.start, kind=DateKind.DAY, offset=None) if today and m.offset == 0 else m for m in third
    ]


def _running_year(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the one year that comparisons and anniversaries make the running one.

    "So với cùng kỳ năm 2016" is said in 2017, "230 năm chiến thắng … (1789 - 2019)" in 2019; of several anniversaries
    the latest is the running one.
    """
    running = set(sorted(_celebrated(tokens))[-1:])
    for mention in mentions:
        before = tokens.keys[max(0, mention.first_token - 3) : mention.first_token]
        start = mention.start if mention.end is None and {"cùng", "kỳ"} <= set(before) else None
        if start is not None and start.year is not None and start.day is None:
            running.add(start.year + 1)
    return running.pop() if len(running) == 1 else None


def _named_year(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the year with which the text names something of the year that runs: "APEC 2017", "tuyển sinh 2017".

    None when it names a later year too, as the end of a plan or of a term aside.
    """
    named: set[int] = set()
    for at, key in enumerate(tokens.keys):
        if len(key) == _YEAR and key.isdecimal() and _WEB <= int(key) < _NOT_YET and _follows_name(tokens, at):
            named.add(int(key))
    latest = max(named, default=0)
    later = any(year > latest for year in _years_said(tokens, (m for m in mentions if m.kind not in _SPANS)))
    return latest if latest and not later else None


def _lunar_year(tokens: Tokens) -> int | None:
    """Return the one year of the web whose stem and branch the text names: 2018 for "Tết Mậu Tuất"."""
    keys = tokens.keys
    years = {_CYCLE[pair] for pair in pairwise(keys) if pair in _CYCLE}
    told = {int(key) for key in keys if len(key) == _YEAR and key.isdecimal()}
    years = {year for year in years if year - _CYCLE_LENGTH not in told}  # "Mậu Thân 1968" is history
    return years.pop() if len(years) == 1 else None


def _first_of_term(tokens: Tokens, mentions: Iterable[DateMention]) -> int | None:
    """Return the first year of the latest term, in a text about the first session of those elected for it.

    None when the text names a later year.
    """
    keys = tokens.keys
    if not any(tuple(keys[at : at + len(_FIRST_SESSION)]) == _FIRST_SESSION for at in positions(keys, "kỳ")):
        return None
    terms = [m.start.year for m in mentions if m.kind is DateKind.TERM and m.start is not None and m.start.year]
    first = max(terms, default=0)
    later = any(year > first for year in _years_said(tokens, (m for m in mentions if m.kind not in _SPANS)))
    return first if first and not later else None


def _follows_name(tokens: Tokens, at: int) -> bool:
    """Tell whether the year at token `at` follows a name, with no "so với" before it and no second year beside it."""
    keys = tokens.keys
    begin = at
    while begin > max(0, at - _NAME) and keys[begin - 1].isalpha():
        begin -= 1
    beside = keys[at + 1 : at + 3]
    joined = bool(beside) and beside[0] in _JOINED and (beside[0] not in (".", ":") or beside[-1].isdigit())
    if begin == at or joined or keys[at - 1] in _NO_NAME or not _COMPARED.isdisjoint(keys[begin:at]):
        return False
    return any(tokens.capital(index) for index in range(begin, at))


def _celebrated(tokens: Tokens) -> Iterator[int]:
    """Yield the years in which so many years are celebrated: 2019 for "230 năm chiến thắng … (1789 - 2019)".

    "Kỷ niệm 50 năm … Mậu Thân 1968" is said in 2018.
    """
    keys = tokens.keys
    for at in positions(keys, "năm"):
        if at and keys[at - 1].isdecimal() and len(keys[at - 1]) <= _LONGEST_COUNT:
            count, after = int(keys[at - 1]), keys[at : at + _ANNIVERSARY]
            begin = after.index("(") if "(" in after else len(after)
            years = _plain_years(after[begin:])
            if len(years) > 1 and years[1] - years[0] == count:
                yield years[1]
            stop = next((index for index, key in enumerate(after) if key in _SENTENCE), len(after))
            years = _plain_years(after[:stop])
            if tuple(keys[max(0, at - 3) : at - 1]) == _CELEBRATED and len(years) == 1 and years[0] < _WEB:
                yield years[0] + count


def _plain_years(keys: Iterable[str]) -> list[int]:
    return [int(key) for key in keys if key.isdecimal() and len(key) == _YEAR]


def _latest_past(tokens: Tokens, mentions: Iterable[DateMention]) -> datetime.date | None:
    """Return the begin of the latest day, month or year that the text names in full and as past."""
    begins = [
        begin
        for m in mentions
        if m.kind in _POINTS and m.start is not None and m.start.year is not None
        if not (_planned(tokens, m) or _bound(tokens, m) or (m.kind is DateKind.YEAR and _looks(tokens, m)[0]))
        if (begin := m.start.earliest) is not None
    ]
    terms = [m.start.year for m in mentions if m.kind is DateKind.TERM and m.start is not None and m.start.year]
    begins += [datetime.date(year - 1, 1, 1) for year in terms]  # a term is spoken of before it begins
    return max(begins, default=None)


def _earliest_planned(tokens: Tokens, mentions: Iterable[DateMention]) -> datetime.date | None:
    """Return the end of the earliest day or month named in full that the text has still to come."""
    ends = [
        end
        for m in mentions
        if m.kind in (DateKind.DAY, DateKind.MONTH, DateKind.DEADLINE)
        and m.start is not None
        and m.start.year is not None
        if m.kind is DateKind.DEADLINE or _planned(tokens, m)
        if (end := m.start.latest) is not None
    ]
    return min(ends, default=None)


def _between(mention: DateMention, floor: datetime.date | None, ceiling: datetime.date | None) -> DateMention | None:
    """Return a day in the one year that puts it after all that is past in the text and before all that is to come."""
    if mention.start is None or mention.start.month is None or floor is None or ceiling is None:
        return None
    years = {
        year
        for year in range(floor.year - 1, ceiling.year + 1)
        if (day := _in_year(year, *_place(mention))) is not None and floor - _JUST_BEFORE <= day <= ceiling
    }
    return _settle(mention, years.pop()) if len(years) == 1 else None


def _planned(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether the words around a date, in its sentence, may put it into the future."""
    first, end = mention.first_token, mention.end_token
    before, after = tokens.keys[max(0, first - _CLAUSE) : first], tokens.keys[end : end + _CLAUSE]
    last = next((index for index in range(len(before), 0, -1) if before[index - 1] in _SENTENCE), 0)
    stop = next((index for index, key in enumerate(after) if key in _SENTENCE), len(after))
    around = {*before[last:], *after[:stop]}
    return not _TO_COME.isdisjoint(around)


def _bound(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether time runs up to a date, which may lie ahead: "thuê đến ngày 30/6/2018"; not "Đến 22/10/2016, …"."""
    first = mention.first_token
    return _before(tokens, mention) in _UNTIL and first > 1 and tokens.keys[first - 2] not in _SENTENCE


def _before_floor(mention: DateMention, floor: datetime.date | None) -> bool:
    """Tell whether a day lies so long before the latest past that the text names that it is no news of then."""
    day = _full_day(mention.start)
    return day is not None and floor is not None and (floor - day).days > _BACKGROUND


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


def _full_days(tokens: Tokens, mentions: Iterable[DateMention]) -> list[datetime.date]:
    """Return the days with years that the article reports; of an anniversary the later, none up to which time runs."""
    reported = [m for m in mentions if m.kind in _REPORTED and _before(tokens, m) not in _UNTIL]
    reported = [m for m in reported if not _years_ago(tokens, m)]
    dates = [m.end if m.kind is DateKind.ANNIVERSARY and m.end else m.start for m in reported]
    days = {day for date in dates if (day := _full_day(date)) is not None and day.year >= _WEB}
    return sorted(days)[-_MOST:]


def _years_ago(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether a date is one of years before the news: "cách đây 1 năm 2 ngày (ngày 7-7-2017)"."""
    before = tokens.keys[max(0, mention.first_token - _CLAUSE) : mention.first_token]
    return {"cách", "đây", "năm"} <= set(before)


def _years_said(tokens: Tokens, mentions: Iterable[DateMention]) -> list[int]:
    """Return the years that the article names as past or present."""
    said: list[int] = []
    for mention in mentions:
        ahead = _before(tokens, mention) in _TOWARDS
        if mention.start is None or mention.start.year is None or ahead or mention.kind is DateKind.DEADLINE:
            continue
        said.append(mention.start.year)
    return said


def _by_same_day(mention: DateMention, days: Iterable[datetime.date]) -> DateMention:
    """Return the mention in the latest year in which the article names the same day in full."""
    if mention.start is None:
        return mention
    years = [day.year for day in days if (day.month, day.day) == _place(mention)]
    return _settle(mention, max(years)) if years else mention


def _by_neighbour(
    mention: DateMention, days: Sequence[datetime.date], said: Counter[int], *, bounds: tuple[int, int] | None = None
) -> DateMention | None:
    """Return the mention in the one year that puts it near a full date, and not before a year the article names."""
    month, day_of_month = _place(mention)
    near: set[int] = set()
    for full in days:
        for year in (full.year - 1, full.year, full.year + 1):
            day = _in_year(year, month, day_of_month)
            confirmed = said[year] > (year == full.year)
            least, most = bounds or (_CONFIRMED if confirmed else _ALONE)
            outdated = any(year < other for other in said if other != full.year)
            if day is not None and not outdated and least <= (day - full).days <= most:
                near.add(year)
    return _settle(mention, near.pop()) if len(near) == 1 else None


def _months_named(mentions: Iterable[DateMention], latest: int) -> frozenset[int]:
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


def _month_before(tokens: Tokens, mentions: Sequence[DateMention]) -> datetime.date | None:
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
        if m.end is None and _before(tokens, m) not in _UNTIL_OR_SINCE  # or the end: "từ 10/2010 đến 11/2015"
    ]
    return datetime.date(latest, max(named), 15) if named else None


def _after_month(mention: DateMention, recent: datetime.date | None) -> DateMention | None:
    """Return a day in the year that puts it into the months that follow the `recent` one."""
    if recent is None or mention.start is None:
        return None
    return _by_neighbour(mention, [recent], Counter(), bounds=_FOLLOWING)


def _period_reported(tokens: Tokens, mentions: Iterable[DateMention]) -> tuple[datetime.date, datetime.date] | None:
    """Return the last quarter or run of months that the article reports on: "quý I/2019", "6 tháng đầu năm 2017"."""
    told = [
        (m.start.earliest, m.end.latest)
        for m in mentions
        if m.kind is DateKind.PERIOD
        and m.start is not None
        and m.end is not None
        and m.start.month is not None
        and _before(tokens, m) not in _TOWARDS
        and not _looks(tokens, m)[0]
    ]
    known = [(begin, end) for begin, end in told if begin is not None and end is not None]
    return max(known, key=lambda one: one[1]) if known else None


def _after_period(mention: DateMention, period: tuple[datetime.date, datetime.date] | None) -> DateMention | None:
    """Return a day in the year that puts it into the period reported on, or the weeks in which it is reported."""
    if period is None or mention.start is None:
        return None
    begin, end = period
    for year in (end.year, end.year + 1):
        day = _in_year(year, *_place(mention))
        if day is not None and begin <= day <= end + _REPORTING:
            return _settle(mention, year)
    return None


def _by_month(mention: DateMention, months: frozenset[int], latest: int) -> DateMention:
    """Return the mention in the latest year named, when the article names its month of that year."""
    if mention.start is None or mention.start.month not in months:
        return mention
    return _settle(mention, latest)
