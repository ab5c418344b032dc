"""The names in bylines and picture credits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lienket.language.folding import plain_key
from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import positions
from lienket.model import Level, Span
from lienket.reference.lexicon import lexicon
from lienket.reference.page_words import page_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A name as author or photographer: as printed at `span`, `name` in normal case ("BỬU ĐẤU" is "Bửu Đấu").

    `unit` is the span of the outlet or unit printed with it ("PL&XH", "Phòng Tuyên truyền và Địa bàn").
    """

    name: str
    span: Span
    first_token: int
    end_token: int
    confidence: float
    rule: str
    unit: Span | None = None


_SURE, _LIKELY, _INITIALS, _WEAK = 0.9, 0.75, 0.55, 0.4
_DASHES: Final = frozenset("-–—")
_BETWEEN: Final = frozenset({"-", "–", "—", "&", "và", ",", "+", ";"})
_STOPS: Final = frozenset({".", "!", "?", "…", "”", '"', ")", "/"})
_AFTER_LEADS: Final = frozenset({",", "/", ":", ")", "-", "và", "."})
_VOWELS: Final = frozenset("aeiouy")
_LONGEST: Final = 4
"""Syllables of a name; more are several names run together."""


def byline(tokens: Tokens, first: int, end: int) -> tuple[int, tuple[Credit, ...]]:
    """Return where the byline of the line `first` to `end` begins, and its authors; `end` and none where there is none.

    The byline is the whole line when it is short, else what follows its last finished sentence.
    """
    for begin in _begins(tokens, first, end):
        found = _authors(tokens, begin, end)
        if found:
            return begin, found
    return end, ()


def _begins(tokens: Tokens, first: int, end: int) -> list[int]:
    """Return where a byline may begin: at the line, or after the end of a sentence in its last twenty tokens."""
    begins = [first] if end - first <= 20 else []
    for index in range(end - 2, max(first, end - 20), -1):
        after_stop = tokens.keys[index - 1] in _STOPS and tokens.keys[index] not in _STOPS | {"-", "–"}
        shortened = len(tokens.keys[index - 2]) == 1 and tokens.capital(index - 2)  # "H.Củ Chi"
        if after_stop and not shortened and (tokens.begins[index] > tokens.ends[index - 1] or tokens.capital(index)):
            begins.append(index)
    return begins


def _authors(tokens: Tokens, begin: int, end: int) -> tuple[Credit, ...]:
    """Return the authors when the tokens `begin` to `end` are nothing but a byline."""
    at = _after_lead(tokens, begin, end)
    found: list[tuple[int, int]] = []
    while at < end:
        stop = _name(tokens, at, end)
        if stop == at:
            break
        found.extend(_split(tokens, at, stop))
        at = stop
        if at < end and tokens.keys[at] in _BETWEEN and _name(tokens, at + 1, end) > at + 1:
            at += 1
        else:
            break
    rest = _unit(tokens, at, end)
    if not found or rest is None:
        return ()
    unit = Span(tokens.begins[rest], tokens.ends[end - 1]) if rest < end else None
    return tuple(_credit(tokens, first, last, "byline", unit) for first, last in found)


def _after_lead(tokens: Tokens, begin: int, end: int) -> int:
    """Return the token after "Bài, ảnh:", "Theo", "(Tổng hợp)" …, `begin` where no such words stand."""
    at, leads = begin, page_words("lead")
    if tokens.keys[begin] == "(" and leads.longest(tokens.keys, begin + 1, end):
        at += 1
    while at < end:
        found = leads.longest(tokens.keys, at, end)
        if found is not None:
            at = found[0]
        elif at > begin and tokens.keys[at] in _AFTER_LEADS:
            at += 1
        else:
            break
    return at


def _unit(tokens: Tokens, at: int, end: int) -> int | None:
    """Return where the outlet or unit after the names begins (`end` for none); None when the rest is neither."""
    if at + 1 == end and tokens.keys[at] in _DASHES | {"."}:
        return end
    if at >= end:
        return end
    key = tokens.keys[at]
    if key == "/" and end - at <= 8:
        return at + 1
    if key == "(" and end - at <= 8 and tokens.keys[end - 1 - (tokens.keys[end - 1] == ".")] == ")":
        return at + 1
    if key in _DASHES and end - at <= 14 and at + 1 < end and _outlet(tokens, at + 1, end):
        return at + 1
    return None


def _name(tokens: Tokens, at: int, end: int) -> int:
    """Return the token after the name at `at`, `at` where none stands: "Xuân Hoa", "BỬU ĐẤU", "P. T.Cường"."""
    stop = _initials(tokens, at, end)
    start, shouted = stop, None
    while stop < end and stop - start < 6 and tokens.word(stop) and tokens.capital(stop):
        raw = tokens.raw(stop)
        loud = len(raw) > 1 and raw.isupper()
        apart = stop > start and tokens.begins[stop] - tokens.ends[stop - 1] > 1
        if apart or (shouted is not None and loud is not shouted and len(raw) > 1):
            break
        shouted = loud if len(raw) > 1 else shouted
        stop += 1
    words = stop - start
    least = 1 if start > at else 2
    named = least <= words <= _LONGEST and any(_syllable(tokens.keys[index]) for index in range(start, stop))
    return stop if named and not _outlet(tokens, at, stop) else at


def _syllable(key: str) -> bool:
    """Tell whether a word can be spoken: initials alone ("T.N", "Q. Th") name nobody."""
    return len(key) > 1 and not _VOWELS.isdisjoint(plain_key(key))


def _initials(tokens: Tokens, at: int, end: int) -> int:
    """Return the token after initials ("P. T."), `at` where none stand."""
    while (
        at + 2 < end and tokens.keys[at + 1] == "." and tokens.capital(at) and tokens.ends[at] - tokens.begins[at] == 1
    ):
        at += 2
    return at


def _outlet(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a run of capitalised words names an outlet or a unit."""
    whole = page_words("not-name").longest(tokens.keys, first, end)
    return (whole is not None and whole[0] == end) or page_words("outlet").longest(tokens.keys, first, end) is not None


def _split(tokens: Tokens, first: int, end: int) -> list[tuple[int, int]]:
    """Return one name, or two where four syllables without a family name in front are two pen names side by side."""
    if end - first == 4 and tokens.keys[first] not in lexicon().strong_surnames and "." not in tokens.keys[first:end]:
        return [(first, first + 2), (first + 2, end)]
    return [(first, end)]


def _credit(tokens: Tokens, first: int, end: int, rule: str, unit: Span | None) -> Credit:
    """Return the credit of the name at tokens `first` to `end`."""
    keys = tokens.keys[first:end]
    if "." in keys:
        confidence = _INITIALS
    elif _place(tokens, first, end):
        confidence = _WEAK
    else:
        confidence = _SURE if keys[0] in lexicon().surnames else _LIKELY
    return Credit(
        name=display(tokens, first, end),
        span=Span(tokens.begins[first], tokens.ends[end - 1]),
        first_token=first,
        end_token=end,
        confidence=confidence,
        rule=rule,
        unit=unit,
    )


def _place(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether the words are the name of a province; authors share names with many communes."""
    found = lexicon().place_names.longest(tokens.keys, first, end)
    return found is not None and found[0] == end and any(place.level is Level.PROVINCE for place in found[1])


def display(tokens: Tokens, first: int, end: int) -> str:
    """Return a name in normal case: "BỬU ĐẤU" as "Bửu Đấu", "P. T.CƯỜNG" as "P. T. Cường"."""
    words: list[str] = []
    for index in range(first, end):
        raw = tokens.raw(index)
        if raw == ".":
            words[-1] += "."
        else:
            words.append(raw.capitalize() if raw.isupper() else raw)
    return " ".join(words)


# --- pictures --------------------------------------------------------------------------------------------------------


def picture_credits(tokens: Tokens) -> tuple[Credit, ...]:
    """Return the photographers of "Ảnh: NGỌC HÂN", "(Ảnh: X/Báo Y)", "Tin, ảnh: …", each name once, in text order."""
    keys, found = tokens.keys, []
    for index in positions(keys, "ảnh"):
        if keys[index + 1 : index + 2] == [":"]:
            found.extend(_photographers(tokens, index + 2))
    seen: dict[str, Credit] = {}
    for credit in found:
        seen.setdefault(credit.name, credit)
    return tuple(seen.values())


def _photographers(tokens: Tokens, at: int) -> list[Credit]:
    """Return the people named after "Ảnh:"."""
    end = at
    while end < len(tokens) and end - at < 14 and tokens.keys[end] not in {BREAK, ")", ";"}:
        end += 1
    found: list[Credit] = []
    while at < end:
        stop = _name(tokens, at, end)
        if stop == at and at + 1 < end and tokens.keys[at + 1] == "/":
            at += 2  # "VGP/Quang Hiếu": the outlet stands first
            continue
        stop = _without_next_sentence(tokens, at, stop)
        if stop == at:
            break
        found.extend(_credit(tokens, first, last, "picture credit", None) for first, last in _split(tokens, at, stop))
        if stop + 1 < end and tokens.keys[stop] in _BETWEEN and _name(tokens, stop + 1, end) > stop + 1:
            at = stop + 1
        else:
            break
    return found


def _without_next_sentence(tokens: Tokens, at: int, stop: int) -> int:
    """Return the end of a name before a sentence that follows without a stop: "Ảnh: Minh Thí Dụ Chiều 9-6"."""
    if stop == at or stop == len(tokens):
        return stop
    key = tokens.keys[stop]
    closed = key in _STOPS | _BETWEEN | {BREAK, ";", "("} or tokens.begins[stop] - tokens.ends[stop - 1] > 1
    if closed:
        return stop
    return stop - 1 if stop - 1 - at >= 2 else at
