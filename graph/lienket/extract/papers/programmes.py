"""Programmes and plans of cooperation: "Chương trình phối hợp giữa A và B giai đoạn 2013 - 2017"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lienket.language.dates import DateKind, DateMention
from lienket.language.days import key_at
from lienket.language.tokens import BREAK, Tokens, tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeReading:
    """A programme: tokens `first_token` to `end_token`, its period included; `label` is its name without the period.

    `partners` is the token range after "giữa" that names the agencies, None where the text names none.
    """

    label: str
    partners: tuple[int, int] | None
    period: DateMention | None
    span: Span
    first_token: int
    end_token: int
    confidence: float
    rule: str


_HEADS: Final = Trie(
    (tokenise(head).keys, head)
    for head in (
        "chương trình phối hợp",
        "chương trình hợp tác",
        "chương trình liên tịch",
        "chương trình ký kết",
        "kế hoạch phối hợp",
        "kế hoạch liên tịch",
        "quy chế phối hợp",
        "nghị quyết liên tịch",
        "thỏa thuận hợp tác",
        "thỏa thuận phối hợp",
        "biên bản ghi nhớ",
        "bản ghi nhớ hợp tác",
    )
)
_NATIONAL: Final = tuple(tokenise("chương trình mục tiêu quốc gia").keys)
_AIMS: Final = Trie(
    (tokenise(aim).keys, None)
    for aim in (
        *(f"phát triển kinh tế {mark} xã hội vùng đồng bào dân tộc thiểu số và miền núi" for mark in ("-", ",", "")),
        *("giảm nghèo bền vững", "xây dựng nông thôn mới"),
    )
)
"""Aims of the national target programmes since 2010, by which their names are whole: "… và miền núi"."""
_MARKS: Final = frozenset({".", ";", ":", "“", "”", '"', "(", ")", "?", "!", "…", BREAK, ""})
_STOPS: Final = _MARKS | wordlist(
    "về nhằm trong để đã được là do từ đến trên có sẽ tại mà nhưng khi nêu theo vừa đạt ngày đầu nay bắt khẳng ảnh"
)
_PERIODS: Final = frozenset({DateKind.PERIOD, DateKind.TERM, DateKind.YEAR})
_LONGEST_FILLER: Final = 8
_LONGEST: Final = 36


def find_programmes(tokens: Tokens, dates: Sequence[DateMention]) -> list[ProgrammeReading]:
    """Return the programmes of a text in text order; `dates` are its dates over the same tokens."""
    periods = {date.first_token: date for date in dates if date.kind in _PERIODS}
    found: list[ProgrammeReading] = []
    done = 0
    for index in _HEADS.spots(tokens.keys):
        reading = _programme(tokens, index, periods) if index >= done else None
        if reading is not None:
            found.append(reading)
            done = reading.end_token
    return found


def _programme(tokens: Tokens, first: int, periods: dict[int, DateMention]) -> ProgrammeReading | None:
    """Return the programme whose name begins at token `first`."""
    head = _HEADS.longest(tokens.keys, first, len(tokens))
    if head is not None:
        between = _between(tokens, head[0])
        if between is not None:
            end = _end(tokens, between + 1, periods)
            return _reading(tokens, first, end, (between + 1, end), periods, 0.85, "programme between partners")
        end = _end(tokens, head[0], periods)
        if tokens.capital(first) and _period(tokens, end, periods) is not None:
            return _reading(tokens, first, end, None, periods, 0.6, "programme with period")
    elif tuple(tokens.keys[first : first + len(_NATIONAL)]) == _NATIONAL and tokens.capital(first):
        end = _end_of_aim(tokens, first + len(_NATIONAL), periods)
        if end > first + len(_NATIONAL):
            return _reading(tokens, first, end, None, periods, 0.7, "national target programme")
    return None


_AFTER_AIM: Final = wordlist("và đối tỉnh huyện xã thành ở giai tổ với của năm")
_ABOUT: Final = frozenset({"về"})


def _between(tokens: Tokens, after: int) -> int | None:
    """Return the token of "giữa" that follows the head of a name, past a number or a few words of what it is about."""
    for index in range(after, min(after + _LONGEST_FILLER, len(tokens))):
        key = tokens.keys[index]
        if key == "giữa":
            return index
        if key in _STOPS - _ABOUT or key == ",":
            return None
    return None


def _end_of_aim(tokens: Tokens, start: int, periods: dict[int, DateMention]) -> int:
    """Return where the aim of a national programme ends: "(về) xây dựng nông thôn mới", in small letters."""
    index = start
    known = _AIMS.longest(tokens.keys, start + (key_at(tokens, start) == "về"), len(tokens))
    if known is not None:
        return known[0]
    while index < min(start + 12, len(tokens)) and index not in periods:
        key, about = tokens.keys[index], index == start and tokens.keys[index] == "về"
        if (key in _STOPS | _AFTER_AIM and not about) or not tokens.word(index):
            break
        index += 1
    return index


def _end(tokens: Tokens, start: int, periods: dict[int, DateMention]) -> int:
    """Return where a name ends: before its period, a verb, a mark, or a comma that no capital follows."""
    index = start
    while index < min(start + _LONGEST, len(tokens)):
        key = tokens.keys[index]
        comma = key == "," and not (index + 1 < len(tokens) and tokens.capital(index + 1))
        short = key == "." and tokens.keys[index - 1] in {"tp", "tx", "q"} and index + 1 < len(tokens)
        if index in periods or comma or (key in _STOPS and not short):
            break
        index += 1
    while index > start and tokens.keys[index - 1] in {",", "-", "–", "và"}:
        index -= 1
    return index


def _period(tokens: Tokens, end: int, periods: dict[int, DateMention]) -> DateMention | None:
    """Return the period that follows a name: "giai đoạn 2013 - 2017", "(giai đoạn …", ", năm 2017"."""
    at = end + (key_at(tokens, end) in {",", "(", "trong"})
    return periods.get(at)


def _reading(
    tokens: Tokens,
    first: int,
    end: int,
    partners: tuple[int, int] | None,
    periods: dict[int, DateMention],
    confidence: float,
    rule: str,
) -> ProgrammeReading | None:
    """Return the reading of a programme named by tokens `first` to `end`; None when "giữa" is followed by nothing."""
    if partners is not None and partners[1] - partners[0] < 3:
        return None
    label = " ".join(tokens.slice(first, end).split())
    period = _period(tokens, end, periods)
    last = period.end_token if period else end
    return ProgrammeReading(
        label=label[0].upper() + label[1:],
        partners=partners,
        period=period,
        span=Span(tokens.begins[first], tokens.ends[last - 1]),
        first_token=first,
        end_token=last,
        confidence=confidence,
        rule=rule,
    )
