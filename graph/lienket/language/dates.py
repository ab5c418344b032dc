"""Dates, months, years, periods and stamps that a text states, read from its words alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from lienket.language.days import (
    AND,
    CUES,
    DAY_PARTS,
    MARKS,
    NOW,
    TO,
    WEAK_CUES,
    Day,
    believed,
    key_at,
    number_at,
    on_end,
    run_of_days,
    skip_between,
    spread,
    touching,
    year_after,
    year_at,
)
from lienket.language.mentions import DateKind, DateMention
from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate, Span

__all__ = ["DateKind", "DateMention", "find_dates"]


_DASHES: Final = frozenset("-–—")
_DEADLINES: Final = wordlist("trước nhất hạn hết")
_FEASTS: Final = wordlist("lễ dịp tết")
_STAMP_WORDS: Final = wordlist(
    "thứ hai ba tư năm sáu bảy chủ nhật cn ngày tháng lúc gmt utc am pm cập đăng xuất bản giờ phút h g"
)
_STEMS: Final = wordlist("giáp ất bính đinh mậu kỷ canh tân nhâm quý")
_BRANCHES: Final = wordlist("tý tí sửu dần mão thìn tỵ tị ngọ mùi thân dậu tuất hợi")
_LUNAR_MONTHS: Final = wordlist("giêng chạp")
_QUARTERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LONGEST_STAMP: Final = 16
_OPENERS: Final = NOW.keys() | {"cùng", "quý"}
_BEFORE_YEARS: Final = _BRANCHES | wordlist("năm kỳ kì đoạn học khóa từ (")
_AFTER_DAYS: Final = MARKS | TO | AND | {"tháng", "tết"}
_NOT_BORN: Final = wordlist("tuyển thí học khai phát vệ hy giáo y nhân hồi")
"""Words before "sinh" that make it another word: "tuyển sinh năm 2018"."""


def find_dates(tokens: Tokens) -> list[DateMention]:
    """Return the date expressions of a text in text order, none overlapping.

    Impossible dates, fractions and scores stay out. Years that are not printed stay open.
    """
    found: list[DateMention] = []
    last_day: DateMention | None = None
    done = 0
    for index in _candidates(tokens):
        if index < done:
            continue
        mentions = _mentions_at(tokens, index, done, last_day)
        for mention in mentions:
            found.append(mention)
            done = mention.end_token
            if mention.kind is DateKind.DAY and not _of_the_past(tokens, mention):
                last_day = mention
    return _stamped(tokens, found)


def _candidates(tokens: Tokens) -> list[int]:
    """Return the tokens at which an expression can begin."""
    keys = tokens.keys
    return [at for at, key in enumerate(keys) if key in _OPENERS or (key[0].isdigit() and _likely(keys, at))]


def _likely(keys: Sequence[str], index: int) -> bool:
    """Tell whether the number at `index` may begin an expression: most are ruled out by their neighbours alone."""
    if len(keys[index]) == 4:
        return index > 0 and keys[index - 1] in _BEFORE_YEARS
    followed = index + 1 < len(keys) and keys[index + 1] in _AFTER_DAYS
    return len(keys[index]) < 3 and (followed or keys[index - 1] == "tháng")


def _mentions_at(tokens: Tokens, index: int, done: int, last_day: DateMention | None) -> list[DateMention]:
    """Return the mentions whose first number or word is token `index`; several for "ngày 3, 7 và 12-5"."""
    key = tokens.keys[index]
    if key == "quý":
        return _one(_quarter(tokens, index))
    if key == "cùng":
        return _one(_same_day(tokens, index, last_day))
    if key in NOW:
        return _one(_relative(tokens, index, done))
    if len(key) == 4:
        return _one(_years(tokens, index))
    if len(key) > 2:
        return []
    return _one(_months(tokens, index)) or _days(tokens, index, done)


def _one(mention: DateMention | None) -> list[DateMention]:
    return [] if mention is None else [mention]


def _mention(
    tokens: Tokens, first: int, end: int, kind: DateKind, start: PartialDate | None, last: PartialDate | None = None
) -> DateMention:
    span = Span(tokens.begins[first], tokens.ends[end - 1])
    return DateMention(span=span, first_token=first, end_token=end, start=start, end=last, kind=kind)


# --- years, terms, periods ---------------------------------------------------------------------------------------


def _years(tokens: Tokens, index: int) -> DateMention | None:
    """Return the year, term or period that begins with the four digits at `index`, if a word before it says so."""
    year = year_at(tokens, index)
    before = key_at(tokens, index - 1)
    if not year or (before in MARKS and touching(tokens, index)):
        return None
    last, end = _second_year(tokens, index + 1, year)
    first, kind = _head_of_years(tokens, index, bool(last))
    if kind is None:
        return None
    if kind is DateKind.PERIOD and not last and key_at(tokens, first) != "giai":
        return _part_of_year(tokens, index, year) or _mention(tokens, first, end, DateKind.YEAR, PartialDate(year=year))
    return _mention(tokens, first, end, kind, PartialDate(year=year), PartialDate(year=last) if last else None)


def _second_year(tokens: Tokens, index: int, year: int) -> tuple[int, int]:
    """Return the later year of "2013 - 2017" and the token after it; 0 and `index` when one year stands alone."""
    if key_at(tokens, index) in TO:
        at = index + 1 + (key_at(tokens, index + 1) == "năm")
        last = year_at(tokens, at)
        if last > year and not (touching(tokens, at + 1) and key_at(tokens, at + 1) in {"/", "-"}):
            return last, at + 1
    return 0, index


def _head_of_years(tokens: Tokens, index: int, two: bool) -> tuple[int, DateKind | None]:
    """Return where the words before a year begin, and what they make of it; None when nothing marks it as a year."""
    before, earlier = key_at(tokens, index - 1), key_at(tokens, index - 2)
    if (earlier, before) == ("giai", "đoạn"):
        return index - 2, DateKind.PERIOD
    if (earlier, before) in {("nhiệm", "kỳ"), ("nhiệm", "kì"), (",", "kỳ")}:
        return index - 2, DateKind.TERM
    if (earlier, before) in {("năm", "học"), ("niên", "khóa")}:
        return index - 2, DateKind.PERIOD if two else DateKind.YEAR
    if before == "năm":
        return index - 1, DateKind.BIRTH if is_born(tokens, index - 2) else DateKind.PERIOD
    if earlier in _STEMS and before in _BRANCHES:
        return index - 2, DateKind.YEAR
    if two and before in {"từ", "("}:
        return index, DateKind.PERIOD
    return index, None


def _part_of_year(tokens: Tokens, index: int, year: int) -> DateMention | None:
    """Return "6 tháng đầu năm 2017" or "những tháng đầu năm 2017", of which the year is at `index`."""
    part = key_at(tokens, index - 2)
    if part not in {"đầu", "cuối"} or key_at(tokens, index - 3) != "tháng":
        return None
    months = number_at(tokens, index - 4, 1, 12)
    first, last = (13 - months, 12) if part == "cuối" else (1, months)
    start = PartialDate(year=year, month=first if months else None)
    end = PartialDate(year=year, month=last) if months else None
    return _mention(tokens, index - 4 if index >= 4 else index, index + 1, DateKind.PERIOD, start, end)


def _quarter(tokens: Tokens, index: int) -> DateMention | None:
    """Return "quý I năm 2021", "quý 1/2021"; a quarter without a year is none."""
    quarter = _QUARTERS.get(key_at(tokens, index + 1), 0)
    at = index + 2 + (key_at(tokens, index + 2) in MARKS or key_at(tokens, index + 2) == "năm")
    year = year_at(tokens, at)
    if not quarter or not year:
        return None
    start = PartialDate(year=year, month=3 * quarter - 2)
    return _mention(tokens, index, at + 1, DateKind.PERIOD, start, PartialDate(year=year, month=3 * quarter))


# --- months --------------------------------------------------------------------------------------------------------


def _months(tokens: Tokens, index: int) -> DateMention | None:
    """Return "tháng 8/2011", "tháng 9", or "11/2008" after "từ", "–" …, of which the month is at `index`."""
    month = number_at(tokens, index, 1, 12)
    if not month or (key_at(tokens, index - 1) in MARKS and touching(tokens, index)):
        return None
    counted = key_at(tokens, index - 2).isdigit() and key_at(tokens, index - 3) != "thứ"
    named = key_at(tokens, index - 1) == "tháng" and not counted
    year, end = year_after(tokens, index + 1)
    if not named:
        linked = key_at(tokens, index - 1) in TO | WEAK_CUES and key_at(tokens, index + 1) == "/"
        letters = key_at(tokens, end) in {"/", "-"} and touching(tokens, end)
        if not (year and linked) or letters:
            return None
        return _mention(tokens, index, end, DateKind.MONTH, PartialDate(year=year, month=month))
    if year:
        return _mention(tokens, index - 1, end, DateKind.MONTH, PartialDate(year=year, month=month))
    after = key_at(tokens, end)
    if after == "âm" or (after in {"/", "-", ".", ","} and touching(tokens, end) and key_at(tokens, end + 1).isdigit()):
        return None
    return replace(_mention(tokens, index - 1, index + 1, DateKind.MONTH, None), month=month)


# --- days ----------------------------------------------------------------------------------------------------------


def _days(tokens: Tokens, index: int, done: int) -> list[DateMention]:
    """Return the day, the days on end or the single days of which the first number is token `index`."""
    if key_at(tokens, index - 1) in MARKS and touching(tokens, index) and key_at(tokens, index - 2).isdigit():
        return []
    if key_at(tokens, index - 1) == "thứ":
        return []  # "Đại hội lần thứ 17 tháng 10-2007"
    lunar = _lunar(tokens, index, done)
    if lunar:
        return [lunar]
    days = run_of_days(tokens, index)
    if not days or not believed(tokens, index, days):
        return []
    first = _with_cues(tokens, index, done)
    read = spread(days)
    if read is None:
        return []
    kind = _kind(tokens, first, index, days)
    end = days[-1].end
    if kind is DateKind.LUNAR:
        return [_mention(tokens, first, end, kind, None)]
    if any(key_at(tokens, day.end) in AND for day in days[:-1]) and not on_end(read):
        begins = [first, *(skip_between(tokens, day.end + 1) for day in days[:-1])]
        return [
            _mention(tokens, begin, day.end, kind, date) for begin, day, date in zip(begins, days, read, strict=True)
        ]
    return [_mention(tokens, first, end, kind, read[0], read[-1] if len(read) > 1 else None)]


def _with_cues(tokens: Tokens, index: int, done: int) -> int:
    """Return where the expression begins whose first number is token `index`: at "sáng ngày", "hôm nay (" …"""
    first = index
    if (
        key_at(tokens, first - 1) in {"(", ","}
        and key_at(tokens, first - 2) in NOW
        and key_at(tokens, first - 3) in CUES
    ):
        first -= 2
    elif key_at(tokens, first - 1) in NOW and key_at(tokens, first - 2) in CUES:
        first -= 1
    while first > done and key_at(tokens, first - 1) in CUES:
        first -= 1
    return first


def _kind(tokens: Tokens, first: int, index: int, days: list[Day]) -> DateKind:
    """Return what a believed day stands for, from the words around it."""
    before, earlier = key_at(tokens, first - 1), key_at(tokens, first - 2)
    if _moon(tokens, first, days):
        return DateKind.LUNAR
    if is_born(tokens, first - 1 - (before == "(")):
        return DateKind.BIRTH
    head, last = days[0], days[-1]
    again = len(days) == 2 and head.year and (head.day, head.month) == (last.day, last.month)
    if again or before in _FEASTS or (before == "(" and earlier in _FEASTS):
        return DateKind.ANNIVERSARY
    counted = before == "nhất" and earlier == "thứ"  # "hội nghị lần thứ nhất ngày 28/9"
    if before in _DEADLINES and not counted and not (before == "trước" and key_at(tokens, first) in DAY_PARTS):
        return DateKind.DEADLINE
    return DateKind.DAY


def is_born(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` is "sinh" as in "sinh ngày", not as in "tuyển sinh"."""
    return key_at(tokens, index) == "sinh" and key_at(tokens, index - 1) not in _NOT_BORN


def _moon(tokens: Tokens, first: int, days: list[Day]) -> bool:
    """Tell whether a day is of the lunar calendar: "10/3 âm lịch", "tức ngày 21 tháng 7", "mùng 10/3"."""
    last = days[-1]
    after, next_after = key_at(tokens, last.end), key_at(tokens, last.end + 1)
    if after == "âm" or (after, next_after) == ("(", "âm") or after == "al":
        return True
    if last.year:
        return False
    before = key_at(tokens, first - 1)
    told = (before == "tức" and last.mark == "tháng") or (after == "năm" and next_after in _STEMS)
    new_moon = not {"mùng", "mồng"}.isdisjoint(tokens.keys[first : last.end])
    return told or (new_moon and (last.mark == "tháng" or (last.day, last.month) == (10, 3)))


def _lunar(tokens: Tokens, index: int, done: int) -> DateMention | None:
    """Return "28 tháng Chạp năm Canh Tý", "mùng 6 tháng giêng", "mùng 5 Tết", of which the day is at `index`."""
    if not number_at(tokens, index, 1, 31):
        return None
    end = index + 1
    if key_at(tokens, end) in _DASHES and number_at(tokens, end + 1, 1, 31):
        end += 2
    if key_at(tokens, end) == "tháng" and key_at(tokens, end + 1) in _LUNAR_MONTHS:
        end += 2
    elif key_at(tokens, end) == "tết" and key_at(tokens, index - 1) in {"mùng", "mồng"}:
        end += 1
    else:
        return None
    if key_at(tokens, end) == "năm" and key_at(tokens, end + 1) in _STEMS:
        end += 3
    return _mention(tokens, _with_cues(tokens, index, done), min(end, len(tokens)), DateKind.LUNAR, None)


# --- relative days and stamps --------------------------------------------------------------------------------------


def _relative(tokens: Tokens, index: int, done: int) -> DateMention | None:
    """Return "hôm nay", "sáng mai", of which "nay", "mai" is at `index`, unless a day in numbers follows."""
    key, before = tokens.keys[index], key_at(tokens, index - 1)
    if before not in CUES or (key == "nay" and before == "ngày") or (key == "qua" and before == "ngày"):
        return None
    at = index + 1 + (key_at(tokens, index + 1) in {"(", ","})
    if run_of_days(tokens, skip_between(tokens, at)):
        return None
    first = index - 1
    while first > done and key_at(tokens, first - 1) in CUES:
        first -= 1
    return replace(_mention(tokens, first, index + 1, DateKind.RELATIVE, None), offset=NOW[key])


def _same_day(tokens: Tokens, index: int, last_day: DateMention | None) -> DateMention | None:
    """Return "cùng ngày", "chiều cùng ngày": the day named last."""
    if last_day is None or key_at(tokens, index + 1) != "ngày" or key_at(tokens, index + 2).isdigit():
        return None
    first = index - 1 if key_at(tokens, index - 1) in DAY_PARTS else index
    return _mention(tokens, first, index + 2, DateKind.DAY, last_day.end or last_day.start)


def _of_the_past(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether a full day in a bracket dates what was named before it: "ngày thành lập (21/9/1973)"."""
    before = key_at(tokens, mention.first_token - 1)
    return before == "(" and mention.start is not None and mention.start.year is not None


def _stamped(tokens: Tokens, found: list[DateMention]) -> list[DateMention]:
    """Return the mentions, those full days that stand on a line of their own with a clock or weekday as stamps."""
    return [replace(mention, kind=DateKind.STAMP) if _stamp(tokens, mention) else mention for mention in found]


def _stamp(tokens: Tokens, mention: DateMention) -> bool:
    """Tell whether the line of a full day holds nothing but weekday, clock and such."""
    if mention.kind is not DateKind.DAY or mention.start is None or mention.start.year is None or mention.end:
        return False
    before, after = _line(tokens, mention.first_token - 1, -1), _line(tokens, mention.end_token, 1)
    rest = [*islice(before, _LONGEST_STAMP + 1), *islice(after, _LONGEST_STAMP + 1)]
    clock = any(key == ":" for key in rest) or any(key in {"gmt", "thứ", "chủ", "cập", "đăng"} for key in rest)
    return clock and len(rest) <= _LONGEST_STAMP


def _line(tokens: Tokens, index: int, step: int) -> Iterator[str]:
    """Yield the keys from token `index` to the end of its line; too many when a word does not belong in a stamp."""
    while 0 <= index < len(tokens) and tokens.keys[index] != BREAK:
        key = tokens.keys[index]
        if tokens.word(index) and key not in _STAMP_WORDS:
            yield from [key] * (_LONGEST_STAMP + 1)
            return
        yield key
        index += step
