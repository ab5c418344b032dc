"""Days in numbers: how they are printed, alone or in a run, and which of them exist."""

from __future__ import annotations

import calendar
from itertools import pairwise
from typing import Final, NamedTuple

from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate

MARKS: Final = frozenset("/-.")
TO: Final = wordlist("đến tới - – —")
AND: Final = wordlist("và ,")
DAY_PARTS: Final = wordlist("sáng chiều trưa tối đêm khuya")
CUES: Final = DAY_PARTS | wordlist("ngày hôm rạng mùng mồng")
_BETWEEN: Final = CUES | wordlist("hết")
_DAYS_IN: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NOW: Final = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}
WEAK_CUES: Final = wordlist("từ đến tới vào trước sau khoảng hết hồi lễ dịp tết (")
_COUNTED: Final = wordlist(
    "triệu tỷ tỉ đồng người năm tháng ngày giờ giây phút h lần hộ km m ha % nghìn ngàn tuổi phiếu số dân nhu xã nước"
    " điểm tấn bậc căn vụ con diện thành cổ vốn tổng đại thửa suất tầng làn cây chiếc đơn"
)
_SAFE: Final = wordlist("đến tới và tại sẽ đã vừa này nhưng thì là ở do ông bà hằng hàng để với khi theo có năm sắp")
_WEEKDAYS: Final = wordlist("hai ba tư năm sáu bảy nhật")


class Day(NamedTuple):
    """A day as read: month and year are 0 where not printed; `end` is the token after it, `mark` what parts it."""

    day: int
    month: int
    year: int
    end: int
    mark: str


def key_at(tokens: Tokens, index: int) -> str:
    """Return the key of token `index`, "" outside the text."""
    return tokens.keys[index] if 0 <= index < len(tokens) else ""


def touching(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` touches the one before it."""
    return 0 < index < len(tokens) and tokens.begins[index] == tokens.ends[index - 1]


def number_at(tokens: Tokens, index: int, least: int, most: int) -> int:
    """Return the number that token `index` is, 0 when it is none or out of bounds."""
    key = key_at(tokens, index)
    if not key or len(key) > 4 or not (key.isascii() and key.isdigit()):
        return 0
    value = int(key)
    return value if least <= value <= most else 0


def year_at(tokens: Tokens, index: int) -> int:
    return number_at(tokens, index, 1800, 2199)


def year_after(tokens: Tokens, index: int) -> tuple[int, int]:
    """Return the year printed after a month ("/2011", "- 2011", "năm 2018", ", năm 2018") and the token after it."""
    key = key_at(tokens, index)
    if key == "," and key_at(tokens, index + 1) == "năm":
        index, key = index + 1, "năm"
    year = year_at(tokens, index + 1) if key == "năm" or key in MARKS else 0
    return (year, index + 2) if year else (0, index)


def run_of_days(tokens: Tokens, index: int) -> list[Day]:
    """Return the days of "17 đến 19/4", "16, 17 và sáng 18/11", "1-12-2016"; empty when no month closes the run."""
    days = [_day(tokens, index)]
    while days[-1] is not None and len(days) < 8:
        end = days[-1].end
        link = key_at(tokens, end)
        joins = link in TO or (link in AND and not days[-1].month)
        following = skip_between(tokens, end + 1) if joins else end
        after = _day(tokens, following) if joins else None
        if after is None or (days[-1].month and not after.month):
            break
        days.append(after)
    read = [day for day in days if day is not None]
    while read and not read[-1].month:
        read.pop()
    return read


def skip_between(tokens: Tokens, index: int) -> int:
    """Return the token after "hết ngày", "sáng" … between two days."""
    while key_at(tokens, index) in _BETWEEN:
        index += 1
    return index


def _day(tokens: Tokens, index: int) -> Day | None:
    """Return the day at token `index`: with month and year as printed, or a bare number to 31."""
    day = number_at(tokens, index, 1, 31)
    if not day:
        return None
    mark = key_at(tokens, index + 1)
    month = number_at(tokens, index + 2, 1, 12)
    if mark == "tháng" and month:
        year, end = year_after(tokens, index + 3)
    elif mark in MARKS and month and (mark == "/" or (touching(tokens, index + 1) and touching(tokens, index + 2))):
        end = index + 3
        more = key_at(tokens, end) in MARKS and touching(tokens, end) and key_at(tokens, end + 1)[:1].isdigit()
        year = year_at(tokens, end + 1) if more or key_at(tokens, end) == "năm" else 0
        if more and (not year or key_at(tokens, end) != mark):
            return Day(day, 0, 0, index + 1, "")
        end += 2 if year else 0
    else:
        return Day(day, 0, 0, index + 1, "")
    return Day(day, month, year, end, mark) if _possible(day, month, year) else None


def _possible(day: int, month: int, year: int) -> bool:
    """Tell whether such a day exists."""
    return day <= (calendar.monthrange(year, month)[1] if year else _DAYS_IN[month])


def spread(days: list[Day]) -> list[PartialDate] | None:
    """Return the days with the month and year of the last; None when they do not go up or one does not exist."""
    month, year = days[-1].month, days[-1].year
    read: list[PartialDate] = []
    for day in reversed(days):
        own_month, own_year = day.month or month, day.year or year
        if own_month > month and not day.year and year:
            own_year = year - 1
        if not _possible(day.day, own_month, own_year):
            return None
        read.append(PartialDate(year=own_year or None, month=own_month, day=day.day))
        month, year = own_month, own_year
    read.reverse()
    for left, right in pairwise(read):
        if left.year == right.year and left.year is not None and _place(left) >= _place(right):
            return None
        if left.month == right.month and left.year == right.year and _place(left) >= _place(right):
            return None
    return read


def _place(date: PartialDate) -> tuple[int, int, int]:
    return (date.year or 0, date.month or 0, date.day or 0)


def on_end(dates: list[PartialDate]) -> bool:
    """Tell whether the days follow each other without a gap."""
    return all(b.month == a.month and (b.day or 0) - (a.day or 0) == 1 for a, b in pairwise(dates))


def believed(tokens: Tokens, index: int, days: list[Day]) -> bool:
    """Tell whether numbers that can be days are: by a full date, a word before them, or how they are printed."""
    last = days[-1]
    if last.year or _cued(tokens, index):
        return True
    before, after = key_at(tokens, index - 1), key_at(tokens, last.end)
    if after in _COUNTED:
        return False
    if len(days) > 1 and last.mark == "/":
        return before in WEAK_CUES or not tokens.word(max(index - 1, 0))
    if after == "," and len(days) == 1 and last.mark in ("-", "/") and _begins(tokens, index):
        return True  # "19-7, ông A đã …"
    if before not in WEAK_CUES:
        return False
    if len(days) > 1 or last.mark == "tháng":
        return last.day > 12 or before == "(" or last.mark == "tháng" or days[0].month > 0
    falling = last.day > last.month
    if last.mark != "/":
        return last.day > 12
    word = last.end < len(tokens) and tokens.word(last.end) and not tokens.capital(last.end)
    return falling or not word or after in _SAFE


def _begins(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` begins a line, or a sentence in one."""
    return key_at(tokens, index - 1) in ("", BREAK, ".")


def _cued(tokens: Tokens, index: int) -> bool:
    """Tell whether words before token `index` say that a day follows: "ngày", "sáng nay,", "hôm qua (", "thứ bảy (" """
    before = index - 1
    if key_at(tokens, before) in {"(", ","}:
        before -= 1
    elif key_at(tokens, before) in CUES:
        return True
    key, earlier = key_at(tokens, before), key_at(tokens, before - 1)
    return (key in NOW and earlier in CUES) or (key in _WEEKDAYS and earlier in {"thứ", "chủ"})
