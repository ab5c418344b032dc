"""Where the sentences of a tokenised text begin and end."""

from __future__ import annotations

from typing import Final

from lienket.language.syllables import is_syllable
from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import wordlist

_ENDS: Final = frozenset({".", "?", "!", "…"})
_CANDIDATES: Final = _ENDS | {BREAK}
_CLOSING: Final = frozenset("”’»)]")
_PLAIN_QUOTES: Final = frozenset("\"'")
_CARRY_ON: Final = frozenset({",", ";", ":", "-", "–", "—", "/", ")", "]", "%"})
"""A sentence that seemed to end goes on before these: “Vì sao?”, ông hỏi."""
_BULLETS: Final = frozenset("-–—•*+▪·●►■◆")
_LONGEST: Final = 1000
"""Tokens of a sentence, twice what the longest of thousands of articles has: keeps hostile text linear."""
_LONGEST_QUOTE: Final = 400
"""Tokens back in which an open quotation mark is looked for: keeps hostile text linear."""
_ABBREVIATIONS: Final = wordlist(
    "tp tx tt q p h x t tr th đ đc gs pgs ts ths tskh bs bsck bscki bsckii ds ks kts ls nsnd nsưt ngnd ngưt ông st mr"
    " mrs ms dr prof jr no vd vnd ubnd hđnd cn ctv ttxvn hcm vv"
)
"""Words whose full stop does not end a sentence when a word touches it."""
_BEFORE_NAMES: Final = wordlist("tp tx tt q p h x t gs pgs ts ths tskh bs ds ks kts ls mr mrs ms dr st")
"""Abbreviations after whose full stop a space and a capital go on in the sentence: TP. Hồ Chí Minh."""
_BEFORE_NUMBERS: Final = wordlist("q p")
"""Abbreviations after whose full stop a space and a number go on in the sentence: "UBND Q. 4"."""
_NEVER_LAST: Final = wordlist(
    "của và tại ở do với các những ông bà anh chị tỉnh huyện xã phường quận tp thuộc về cho từ đến trong ngày tháng năm"
    " là theo bởi để như hoặc hay"
)
"""Words with which a line may break off, but no sentence ends."""


def sentences(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the sentences as token ranges (first, end), in text order.

    Every token but line breaks between sentences is in exactly one range. A line break inside a range is one that wraps
    a phrase and counts as a space; closing quotes and brackets belong to the sentence they close. No range is longer
    than 1,000 tokens: what goes on without an end is cut there.
    """
    keys, found, first = tokens.keys, [], 0
    hard_wrapped = _hard_wrapped(tokens)
    for index in [i for i, key in enumerate(keys) if key in _CANDIDATES]:
        if index < first:
            continue
        if keys[index] == BREAK:
            if index == first:
                first += 1
            elif _break_ends(tokens, index, hard_wrapped):
                found.append((first, index))
                first = index + 1
        else:
            end = _end_of_marks(tokens, first, index)
            if _mark_ends(tokens, first, index, end):
                found.append((first, end))
                first = end
    if first < len(keys):
        found.append((first, len(keys)))
    return [
        trimmed
        for start, stop in found
        for cut in range(start, stop, _LONGEST)
        if (trimmed := _without_breaks(keys, cut, min(stop, cut + _LONGEST)))
    ]


def _without_breaks(keys: list[str], first: int, end: int) -> tuple[int, int] | None:
    """Return the range without line breaks at its ends; None when nothing is left."""
    while first < end and keys[first] == BREAK:
        first += 1
    while end > first and keys[end - 1] == BREAK:
        end -= 1
    return (first, end) if first < end else None


def _end_of_marks(tokens: Tokens, first: int, index: int) -> int:
    """Return the index after the end marks that begin at `index` and what closes with them."""
    keys, end, size = tokens.keys, index + 1, len(tokens)
    while end < size:
        key = keys[end]
        touching = tokens.begins[end] == tokens.ends[end - 1]
        if key in _ENDS or (key == "/" and touching and end + 1 < size and keys[end + 1] == "."):
            end += 1  # "?!", "...", and "./." with which documents close
        elif key in _CLOSING or (key in _PLAIN_QUOTES and (touching or _open_quote(keys, key, first, end))):
            end += 1
        else:
            break
    return end


def _open_quote(keys: list[str], quote: str, first: int, end: int) -> bool:
    """Tell whether a plain quote was opened and not closed among the tokens of this sentence."""
    return keys[max(first, end - _LONGEST_QUOTE) : end].count(quote) % 2 == 1


def _mark_ends(tokens: Tokens, first: int, index: int, end: int) -> bool:
    """Tell whether the end mark at `index`, with what closes up to `end`, ends a sentence that began at `first`."""
    if end == len(tokens) or tokens.keys[end] == BREAK:
        return True
    key = tokens.keys[end]
    if key in _CARRY_ON:
        return key in _BULLETS and end - index == 1 and tokens.keys[index] == "." and _spaced(tokens, end)
    if end - index == 1 and tokens.keys[index] == "." and not _full_stop(tokens, first, index):
        return False
    return not (tokens.word(end) and not tokens.capital(end))


def _spaced(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` stands between spaces."""
    after = index + 1 < len(tokens) and tokens.begins[index + 1] > tokens.ends[index]
    return after and tokens.begins[index] > tokens.ends[index - 1]


def _full_stop(tokens: Tokens, first: int, index: int) -> bool:
    """Tell whether the single "." at `index`, which more follows on its line, can be a full stop."""
    before, after = index - 1, index + 1
    if before < first:
        return False
    if before == first and (tokens.keys[before].isdigit() or len(tokens.keys[before]) == 1):
        return False  # "1. Ông …", "a. Về …": a number in a list
    if tokens.begins[index] > tokens.ends[before]:
        return True
    touching = tokens.begins[after] == tokens.ends[index]
    if tokens.keys[before].isdigit():
        return not (touching and tokens.keys[after].isdigit())
    if not tokens.word(before):
        return True
    return not _abbreviated(tokens, before, after, touching)


def _abbreviated(tokens: Tokens, before: int, after: int, touching: bool) -> bool:
    """Tell whether the full stop between words `before` and `after` only shortens the word before it."""
    key, raw = tokens.keys[before], tokens.raw(before)
    if not tokens.word(after):
        numbered = key in _BEFORE_NUMBERS and raw.isupper() and tokens.keys[after].isdigit()
        return numbered or (key in _ABBREVIATIONS and touching)
    initial = len(raw) == 1 and raw.isupper()
    if touching:
        capitals = raw.isupper() and tokens.raw(after).isupper()
        return initial or capitals or key in _ABBREVIATIONS or not tokens.capital(after)
    if initial and before > 0 and tokens.keys[before - 1] in {":", "-", "–", "/", ".", BREAK}:
        return True
    return (initial and _foreign(tokens, after)) or (key in _BEFORE_NAMES and tokens.capital(before))


def _foreign(tokens: Tokens, at: int) -> bool:
    """Tell whether a capitalised word is no Vietnamese one, by its letters or a hyphen: "V. Putin", "A. Méc-ken"."""
    hyphen = at + 1 < len(tokens) and tokens.keys[at + 1] == "-" and tokens.begins[at + 1] == tokens.ends[at]
    return tokens.capital(at) and len(tokens.keys[at]) > 1 and (hyphen or not is_syllable(tokens.keys[at]))


def _break_ends(tokens: Tokens, index: int, hard_wrapped: bool) -> bool:
    """Tell whether the line break at `index` ends a sentence and does not just wrap a phrase."""
    keys, after = tokens.keys, index + 1
    if after >= len(tokens) or keys[after] == BREAK or tokens.breaks(index) > 1:
        return True
    last = keys[index - 1]
    if keys[after] in _BULLETS and last not in {",", ";", ":"}:
        return True
    if last in _ENDS:
        return tokens.word(after) and tokens.capital(after)
    if last in {",", ";", ":", "-", "–", "("} or last in _NEVER_LAST:
        return False
    if tokens.word(after) and not tokens.capital(after):
        return False
    return not (hard_wrapped or (_shouted(tokens, index - 1) and _shouted(tokens, after)))


def _shouted(tokens: Tokens, index: int) -> bool:
    """Tell whether token `index` is a word of two or more capitals, as in headings set in capitals."""
    raw = tokens.raw(index)
    return len(raw) > 1 and raw.isalpha() and raw.isupper()


def _hard_wrapped(tokens: Tokens) -> bool:
    """Tell whether the text is wrapped at a column: many lines go on with a small letter on the next."""
    keys, size = tokens.keys, len(tokens)
    inner = [i for i in range(1, size - 1) if keys[i] == BREAK and tokens.breaks(i) == 1]
    small = sum(1 for i in inner if tokens.word(i + 1) and not tokens.capital(i + 1))
    return len(inner) >= 4 and 3 * small >= len(inner)
