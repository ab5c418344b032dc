"""When the text says that an office was held: now, over a time that has ended, or since a year past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.language.dates import DateKind, DateMention
from lienket.language.wordlist import wordlist
from lienket.model import PartialDate

Tenure = tuple[PartialDate | None, PartialDate | None]
"""Since and until when an office was held; None for what the text leaves open."""
NO_TENURE: Final[Tenure] = (None, None)


class Told(Enum):
    """How far back the text puts an office."""

    NOW = "now"
    ONCE = "once"
    """Taken up in a year past ("Năm 2011, ông được bầu …"): over if another office is told of after it."""
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Now:
    """The year in which an article speaks: of its publication, else only the latest that it states in a full date."""

    year: int | None
    published: PartialDate | None


_KINDS: Final = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.PERIOD, DateKind.TERM})
_LEADING: Final = wordlist("từ đến tới đầu cuối giữa vào trong tháng năm khoảng hồi thời gian và các sau đó rồi")
"""Words between the beginning of a clause and its date."""
_TRAILING: Final = wordlist("( , từ vào trong đầu cuối giữa hồi thời gian khóa nhiệm kỳ")
"""Words between an office and the date that belongs to it."""
_TO: Final = wordlist("đến tới - – đầu cuối giữa tháng năm")
_AT: Final = wordlist("tại trong ở")
_CLAUSE: Final = wordlist(", ; : (")
_LONGEST_TAIL: Final = 5
_NO_TIME_THEN: Final = wordlist("trước sau trong ngay đến")
"""Words before "khi" with which it does not tell when someone held an office."""
_PROLONGED: Final = wordlist("dài thêm")
"""Words before "thời gian giữ chức" of an office that goes on: "kéo dài thời gian giữ chức"."""
_NEAR: Final = 5
"""Tokens between "trong thời gian", "khi" and an office: "giữ các chức vụ"."""
_STEPS: Final = wordlist(": rồi lượt sau các những")
"""Words by which one stretch of time is that of several offices, held in turn."""
_TERM: Final = 7
"""Years after which an office taken up is over if nothing says that it goes on: a term, and two more."""
_EARLIER: Final = frozenset(
    {("trước", "đó"), ("trước", "đây"), ("khi", "đó"), ("khi", "ấy"), ("lúc", "đó"), ("lúc", "ấy")}
)
_NEWS: Final = "trước"
"""What was decided "trước đó" may well be news; not so "khi đó"."""
_THEN: Final = frozenset({("sau", "đó"), ("tiếp", "đó"), ("tiếp", "theo")})
_DATED: Final = wordlist("năm từ tháng đến giai")
_FORMERLY: Final = ("trước", "đây")
_STEPS_BACK: Final = 4
"""Openings of a sentence that is the next step of a career, of its steps, and how many steps without a date follow."""
_DURING: Final = frozenset({("trong", "thời"), ("dưới", "thời"), ("thời", "ông"), ("thời", "bà")})
_BEFORE_WHICH: Final = frozenset({("trước", "khi"), ("thời", "điểm")})
_AFTER_WHICH: Final = ("sau", "khi")
"""Openings of a sentence that put a clause of it, or all of it, into the past."""


def told(passage: Passage, dates: Sequence[DateMention], now: Now, begin: int, end: int, *, decided: bool) -> Told:
    """Return when the office at tokens `begin` to `end` was held; `dates` are those of its sentence.

    The date right after the office decides, else the last that opens a clause before it, else the sentence's opening.
    What was `decided` "Trước đó" may well be news.
    """
    dated = [one for one in dates if one.kind in _KINDS and one.start is not None]
    if after := _trailing(passage, dated, end):
        return _since(after, now, passage)
    if before := _opening(passage, dated, begin):
        when = _since(before, now, passage)
        return Told.OVER if when is Told.ONCE and _long_past(before[0].start, now) else when
    if _while(passage, begin, decided=decided):
        return Told.OVER
    first = passage.sentences[passage.sentence_of[begin]][0]
    words = (passage.keys[first], passage.key(first + 1))
    if words in _EARLIER:
        return Told.NOW if decided and words[0] == _NEWS else Told.OVER
    own_clause = "," not in passage.keys[first:begin]
    if words in _THEN and _career_before(passage, passage.sentence_of[begin]):
        return Told.ONCE
    if words in _DURING and own_clause:
        return Told.OVER
    if words in _BEFORE_WHICH and not own_clause:
        return Told.OVER
    if words[0] == _AFTER_WHICH[0] and own_clause and not decided:
        return Told.ONCE if words == _AFTER_WHICH else Told.OVER  # "Sau 2 năm làm Bí thư, …"
    return Told.NOW


def tenure(passage: Passage, dates: Sequence[DateMention], begin: int, end: int, *, offices: Sequence[int]) -> Tenure:
    """Return since and until when the office at tokens `begin` to `end` was held, as far as its sentence says so.

    "Từ 6/2008 đến 11/2008", "(2005 - 2010)" say both, "từ tháng 3/2016" the first. A term ("nhiệm kỳ 2016-2021") is
    that of the body, and the day of an appointment is not told by "từ": neither is a time of office. A time that opens
    the sentence is that of the first office after it; `offices` are where others begin.
    """
    dated = [one for one in dates if one.kind in _KINDS - {DateKind.TERM} and one.start is not None]
    group = _trailing(passage, dated, end)
    if not group:
        group = _opening(passage, dated, begin)
        after = group[-1].end_token if group else begin
        if any(after <= other < begin for other in offices) or not _STEPS.isdisjoint(passage.keys[after:begin]):
            return NO_TENURE
    if not group:
        return NO_TENURE
    start, until = group[0].start, group[-1].end or (group[-1].start if len(group) > 1 else None)
    if start is None or start.year is None or (until is None and not _begins(passage, group[0])):
        return NO_TENURE
    if until is not None and (until.year is None or until.year < start.year):
        return NO_TENURE
    return start, until


def _begins(passage: Passage, date: DateMention) -> bool:
    """Tell whether "từ" stands before a date: "từ [đầu năm] 2014"."""
    at = date.first_token - 1
    while at > 0 and passage.keys[at] in _LEADING - {"từ"}:
        at -= 1
    return passage.key(at) == "từ"


def term_over(dates: Sequence[DateMention], now: Now) -> bool:
    """Tell whether the first of `dates` is a term or time of office that has ended: "Bộ trưởng nhiệm kỳ 2011-2016"."""
    if not dates or dates[0].kind not in (DateKind.TERM, DateKind.PERIOD):
        return False
    return _past(dates[0].end, now) or (dates[0].kind is DateKind.PERIOD and now.published is None)


def _career_before(passage: Passage, number: int) -> bool:
    """Tell whether the sentences before number `number` tell a career step by step: "Năm 2009, …", "Trước đây …"."""
    for first, _ in reversed(passage.sentences[max(0, number - _STEPS_BACK) : number]):
        words = (passage.keys[first], passage.key(first + 1))
        if words not in _THEN:
            dated = words[0] in _DATED and any(_is_year(key) for key in passage.keys[first : first + _NEAR])
            return dated or words == _FORMERLY
    return False


def _is_year(key: str) -> bool:
    return key.isdigit() and len(key) == len("2000")


def _while(passage: Passage, begin: int, *, decided: bool) -> bool:
    """Tell whether "trong thời gian giữ chức" or "khi giữ chức" stands before an office."""
    near = range(max(passage.sentences[passage.sentence_of[begin]][0], begin - _NEAR), begin)
    if any(passage.keys[at] == "gian" and passage.key(at - 2) not in _PROLONGED for at in near):
        return True
    return not decided and any(passage.keys[at] == "khi" and passage.key(at - 1) not in _NO_TIME_THEN for at in near)


def _long_past(date: PartialDate | None, now: Now) -> bool:
    """Tell whether a date is so far back that the term begun then has ended."""
    return date is not None and date.year is not None and now.year is not None and date.year < now.year - _TERM


def _past(date: PartialDate | None, now: Now) -> bool:
    return date is not None and date.year is not None and now.year is not None and date.year < now.year


def _trailing(passage: Passage, dates: Sequence[DateMention], end: int) -> list[DateMention]:
    """Return the dates right after an office: "(2005 - 2010)", "từ tháng 3/2016", "nhiệm kỳ 2011-2016"."""
    after = [one for one in dates if end <= one.first_token <= end + _LONGEST_TAIL]
    if not after or not _TRAILING.issuperset(passage.keys[end : after[0].first_token]):
        return []
    if passage.key(end) == "," and passage.key(after[0].end_token) == ",":
        return []  # ", năm 2011, …" opens what comes next
    return after[:2] if len(after) > 1 and _joined(passage, *after[:2]) else after[:1]


def _opening(passage: Passage, dates: Sequence[DateMention], begin: int) -> list[DateMention]:
    """Return the last dates before an office that open its sentence or a clause of it."""
    first = passage.sentences[passage.sentence_of[begin]][0]
    before = [one for one in dates if one.first_token < begin]
    for index in range(len(before) - 1, -1, -1):
        group = before[index : index + 1]
        if index and _joined(passage, before[index - 1], before[index]):
            group = before[index - 1 : index + 1]
        at = group[0].first_token
        while at > first and passage.keys[at - 1] in _LEADING:
            at -= 1
        if at == first or passage.keys[at - 1] in _CLAUSE:
            return group
        if passage.keys[first] in _AT and passage.key(group[-1].end_token) == ",":
            return group  # "Tại Đại hội X tháng 3/2009, ông được bầu …"
    return []


def _joined(passage: Passage, one: DateMention, other: DateMention) -> bool:
    """Tell whether two dates are the ends of one stretch of time: "từ đầu năm 2014 đến cuối năm 2015"."""
    gap = passage.keys[one.end_token : other.first_token]
    return bool(gap) and gap[0] in _TO and _TO.issuperset(gap)


def _since(dates: Sequence[DateMention], now: Now, passage: Passage) -> Told:
    start, end = dates[0].start, dates[-1].end or dates[-1].start
    if start is None or end is None or start.year is None or end.year is None:
        return Told.NOW
    if "nay" in passage.keys[dates[-1].end_token : dates[-1].end_token + 3]:
        return Told.NOW
    if dates[-1].kind is DateKind.TERM:
        return Told.OVER if _past(end, now) else Told.NOW
    if len(dates) > 1 or dates[-1].kind is DateKind.PERIOD:
        return Told.OVER if now.published is None or end.year <= (now.year or 0) else Told.NOW
    if dates[0].kind is DateKind.YEAR and now.published is None:
        return Told.ONCE
    return Told.ONCE if _past(start, now) else Told.NOW
