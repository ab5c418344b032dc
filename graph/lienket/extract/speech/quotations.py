"""What people say: words in quotation marks, clauses after verbs of saying, and where the speaker stands."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from lienket.language.records import record
from lienket.language.tokens import BREAK, Tokens
from lienket.language.wordlist import positions, wordlist
from lienket.model import Span
from lienket.reference.reporting_verbs import reporting_verbs


@record(kw_only=True)
class QuotationReading:
    """Speech at `span` (without its quotation marks), tokens `first_token` to `end_token`.

    The speaker stands in the token range `speaker`: at its end, right before the verb, or, where `leads` is true, at
    its begin ("Theo ông A, …"). `verb` is the first token of the verb, of "theo", or of a colon.
    """

    span: Span
    first_token: int
    end_token: int
    verb: int
    speaker: tuple[int, int]
    leads: bool
    direct: bool
    confidence: float
    rule: str


_PAIRS: Final = {"“": "”", "«": "»", '"': '"'}
_MARKS: Final = _PAIRS.keys() | {"”"}
_SHORTEST: Final = 5
"""Tokens of quoted speech; fewer are a title, a name or irony."""
_LONGEST: Final = 400
_MOST_MARKS: Final = 40
_REACH: Final = 30
_CLAUSE: Final = frozenset({".", "?", "!", "…", ";", BREAK})
_NO_CLAUSE: Final = frozenset({"về", "cao", "tại", "trước"})
"""Words after a verb of saying that tell of what, where or how it is said: "giải thích về", "đánh giá cao"."""
_LONGEST_VERB: Final = 3
_LINKS: Final = frozenset({":", ",", "rằng", "là", "-", "–", "thêm"})
_NOUN_AFTER: Final = wordlist(
    "sự ban ý những các mọi để được bị đáng công tác kiến lời việc về có là và của nhằm phải cần bản tờ quyết theo nội"
    " một hai từ trên do bằng nếu khi đó đoàn văn thư hãy"
)
"""Words after which "yêu cầu", "chỉ đạo" … is a noun, or no one's speech."""
_ADVERBS: Final = wordlist(
    "cũng đã đang sẽ còn thì luôn lại vừa mới thẳng thắn tiếp tục nhiều lần liên tục một lần nữa đồng thời từng cùng"
)
"""Words between a speaker and the verb: "ông A cũng cho biết"."""


def find_quotations(tokens: Tokens, sentences: Sequence[tuple[int, int]]) -> list[QuotationReading]:
    """Return what is said in a text, in text order; `sentences` are its sentences over the same tokens."""
    quoted = _quoted(tokens)
    direct = [reading for begin, end in quoted if (reading := _direct(tokens, sentences, begin, end)) is not None]
    verbs = {reading.verb for reading in direct}
    found = direct + [one for one in _indirect(tokens, sentences, quoted) if one.verb not in verbs]
    return sorted(found, key=lambda one: (one.first_token, one.end_token))


def _quoted(tokens: Tokens) -> list[tuple[int, int]]:
    """Return the stretches between quotation marks, marks included, outermost only."""
    keys, found = tokens.keys, []
    index = 0
    marks = [i for i, key in enumerate(keys) if key in _MARKS]
    for mark in marks:
        if mark < index or keys[mark] not in _PAIRS:
            continue
        end = _close(tokens, mark, marks)
        if end is not None:
            found.append((mark, end + 1))
            index = end + 1
    return found


def _close(tokens: Tokens, opening: int, marks: Sequence[int]) -> int | None:
    """Return the mark that closes the one at `opening`; None when none does before a blank line or far away."""
    keys, key = tokens.keys, tokens.keys[opening]
    depth = 0
    begin = bisect_right(marks, opening)
    for at in range(begin, min(begin + _MOST_MARKS, len(marks))):
        mark = marks[at]
        if mark - opening > _LONGEST:
            return None
        if keys[mark] == key and key != _PAIRS[key]:
            depth += 1
        elif keys[mark] == _PAIRS[key] or (keys[mark] == "”" and key == '"'):
            if depth == 0:
                return None if _blank_between(tokens, opening, mark) else mark
            depth -= 1
    return None


def _blank_between(tokens: Tokens, first: int, end: int) -> bool:
    return any(tokens.breaks(first + at) > 1 for at in positions(tokens.keys[first:end], BREAK))


def _sentence(sentences: Sequence[tuple[int, int]], index: int) -> tuple[int, int]:
    """Return the sentence that holds token `index`, or the one before it."""
    at = bisect_right(sentences, (index, 1 << 60)) - 1
    return sentences[max(at, 0)]


def _direct(tokens: Tokens, sentences: Sequence[tuple[int, int]], begin: int, end: int) -> QuotationReading | None:
    """Return the speech between the marks at `begin` and `end - 1`, if words beside it say that someone said it."""
    said = tokens.keys[begin + 1 : end - 1]
    if len(said) - said.count(BREAK) < _SHORTEST:
        return None
    found = None if _is_said(tokens, begin) else _said_after(tokens, end)
    found = found or _said_before(tokens, sentences, begin)
    if found is None:
        return None
    verb, speaker, rule = found
    first, stop = begin + 1, end - 1
    while tokens.keys[stop - 1] == BREAK:
        stop -= 1
    while tokens.keys[first] == BREAK:
        first += 1
    return QuotationReading(
        span=Span(tokens.begins[first], tokens.ends[stop - 1]),
        first_token=first,
        end_token=stop,
        verb=verb,
        speaker=speaker,
        leads=False,
        direct=True,
        confidence=0.7 if rule == "colon" else 0.9,
        rule=f"direct speech, {rule}",
    )


def _is_said(tokens: Tokens, begin: int) -> bool:
    """Tell whether a verb of saying stands right before the mark at `begin`: "A đề nghị “…”, B cho hay"."""
    verbs = reporting_verbs()
    ends = (verbs.longest(tokens.keys, at, begin) for at in range(max(0, begin - _LONGEST_VERB), begin))
    return any(found is not None and found[0] == begin for found in ends)


def _said_after(tokens: Tokens, end: int) -> tuple[int, tuple[int, int], str] | None:
    """Return verb and speaker of "”, ông A nói" and "” - ông A nói"."""
    if end >= len(tokens) or tokens.keys[end] not in {",", "-", "–", "—"}:
        return None
    verbs = reporting_verbs()
    for index in range(end + 1, min(end + _REACH, len(tokens))):
        if tokens.keys[index] in _CLAUSE or tokens.keys[index] in _PAIRS:
            return None
        if verbs.longest(tokens.keys, index, len(tokens)) and index > end + 1:
            return index, (end + 1, _subject_end(tokens, index, end + 1)), "speaker after"
    return None


def _said_before(
    tokens: Tokens, sentences: Sequence[tuple[int, int]], begin: int
) -> tuple[int, tuple[int, int], str] | None:
    """Return verb and speaker of "ông A nói: “" and of "Ông A: “"."""
    first = _sentence(sentences, begin)[0] if sentences else 0
    at = begin - 1
    while at >= first and tokens.keys[at] in _LINKS:
        at -= 1
    if at == begin - 1 and tokens.keys[at] != BREAK:
        return None
    verbs = reporting_verbs()
    for index in range(at, max(first, at - 12) - 1, -1):
        if tokens.keys[index] in _CLAUSE | {"”", '"'}:
            break
        if verbs.longest(tokens.keys, index, at + 1) and index > first:
            return index, (first, _subject_end(tokens, index, first)), "speaker before"
    if tokens.keys[begin - 1] == ":" and at >= first:
        return begin - 1, (first + (tokens.keys[first] == "theo"), at + 1), "colon"
    return None


def _subject_end(tokens: Tokens, verb: int, first: int) -> int:
    """Return where the subject of a verb ends: before adverbs and a comma or dash that stand between."""
    end = verb
    while end - 1 > first and (tokens.keys[end - 1] in _ADVERBS or tokens.keys[end - 1] in {",", "-", "–"}):
        end -= 1
    return end


def _indirect(
    tokens: Tokens, sentences: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]
) -> list[QuotationReading]:
    """Return the speech without quotation marks: what follows the first verb of saying of a sentence, or "Theo …,"."""
    found: list[QuotationReading] = []
    begins = [begin for begin, _ in quoted]
    for first, end in sentences:
        reading = _according_to(tokens, first, end) or _told(tokens, first, end)
        if reading is None:
            continue
        before = bisect_right(begins, reading.verb) - 1
        if before < 0 or quoted[before][1] <= reading.verb:
            found.append(reading)
    return found


def _told(tokens: Tokens, first: int, end: int) -> QuotationReading | None:
    """Return the clause after the first verb of a sentence that brings speech, when a subject stands before it."""
    verbs, starts, keys = reporting_verbs(), reporting_verbs().starts(), tokens.keys
    for index in [at for at in range(first + 1, end - _SHORTEST) if keys[at] in starts]:
        verb = verbs.longest(tokens.keys, index, end)
        if verb is None or not verb[1]:
            continue
        if tokens.keys[index - 1] in _NOUN_AFTER and tokens.keys[index - 2 : index] != ["hà", "nội"]:
            continue
        if verb[0] < end and tokens.keys[verb[0]] in {"của", ")", "và"}:
            continue
        if verb[0] < end and tokens.keys[verb[0]] in _NO_CLAUSE:
            return None
        speech = verb[0]
        while speech < end and tokens.keys[speech] in _LINKS:
            speech += 1
        stop = end - 1 if tokens.keys[end - 1] in {".", ";"} else end
        subject = _subject_end(tokens, index, first)
        if stop - speech < _SHORTEST or subject <= first:
            return None
        linked = speech > verb[0]
        return _clause(tokens, speech, stop, index, (first, subject), leads=False, confidence=0.75 if linked else 0.65)
    return None


def _according_to(tokens: Tokens, first: int, end: int) -> QuotationReading | None:
    """Return the speech of "Theo ông A, …": what follows the comma nearest to the name; the caller knows the name."""
    if tokens.keys[first] != "theo" or (first + 1 < end and tokens.keys[first + 1] == "đó"):
        return None
    for index in range(first + 2, min(end - _SHORTEST, first + _REACH)):
        if tokens.keys[index] == ",":
            stop = end - 1 if tokens.keys[end - 1] in {".", ";"} else end
            return _clause(tokens, index + 1, stop, first, (first + 1, index), leads=True, confidence=0.65)
    return None


def _clause(
    tokens: Tokens, first: int, end: int, verb: int, speaker: tuple[int, int], *, leads: bool, confidence: float
) -> QuotationReading:
    """Return indirect speech at tokens `first` to `end`."""
    return QuotationReading(
        span=Span(tokens.begins[first], tokens.ends[end - 1]),
        first_token=first,
        end_token=end,
        verb=verb,
        speaker=speaker,
        leads=leads,
        direct=False,
        confidence=confidence,
        rule="indirect speech, according to" if leads else "indirect speech",
    )
