"""The text as the grammar reads it: words and marks without line breaks, each knowing where its sentence ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from lienket.extract.grammar.readings import AgencyReading
from lienket.language.folding import plain_key
from lienket.language.tokens import BREAK, Tokens
from lienket.language.trie import Trie
from lienket.language.wordlist import positions
from lienket.model import Span

_ABBREVIATION: Final = re.compile(r"\([A-ZĐ][A-ZĐ0-9&-]{1,11}\)")
_LONGEST_ABBREVIATION: Final = 7
"""Tokens of a bracket that tells an abbreviation, "LĐ-TB&XH" one of the longest, with the bracket that closes it."""
_JOINTS: Final = frozenset({"và", "&", "-", "–", ","})
_MARKS_IN_NUMBERS: Final = frozenset("/-")
_POLICE: Final = re.compile(r"P?[A-Z]\d{2}")
"""Numbers of police units: "(PC45)"."""
_LONGEST_CODE: Final = 4
"""Parts of a paper's number, as in "15/2019/QĐ-UBND"."""
_BRACKET: Final = 40
"""Tokens back in which an open bracket is looked for: keeps hostile text linear."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens without line breaks; `sentence_of[i]` numbers the sentence of token `i`, `sentences[n]` is its range."""

    tokens: Tokens
    keys: list[str]
    """Those of the tokens."""
    sentence_of: list[int]
    sentences: list[tuple[int, int]]
    brands: Trie[AgencyReading] = field(default_factory=Trie)
    """The short names that the text gives its bodies, once they are known: an office before one is at that body."""

    def __len__(self) -> int:
        return len(self.keys)

    def limit(self, index: int) -> int:
        """Return the end of the sentence that holds token `index`: no phrase reaches past it."""
        return self.sentences[self.sentence_of[index]][1]

    def key(self, index: int) -> str:
        """Return the key of token `index`, or "" outside the text."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def capital(self, index: int) -> bool:
        """Tell whether token `index` exists and begins with a capital letter."""
        return 0 <= index < len(self.keys) and self.tokens.capital(index)

    def new_line(self, index: int) -> bool:
        """Tell whether token `index` opens a line."""
        return "\n" in self.tokens.text[self.tokens.ends[index - 1] : self.tokens.begins[index]]

    def glued(self, at: int) -> bool:
        """Tell whether no space stands before token `at`."""
        return 0 < at < len(self.keys) and self.tokens.ends[at - 1] == self.tokens.begins[at]

    def in_number(self, at: int) -> bool:
        """Tell whether token `at` belongs to the number of a paper, after its digits: "12/QĐ-UBND", "03-NQ/TU"."""
        if not self.glued(at):
            return False
        if not (self.key(at).isdigit() or self.tokens.raw(at).isupper()):
            return False  # "5/3/2022-Bí thư Tỉnh ủy X"
        if self.glued(at) and self.key(at).isdigit() and self.key(at - 1).isalpha():
            at -= 1  # "303/NQ-UBTVQH15"
        for _ in range(_LONGEST_CODE):
            if not (self.glued(at) and self.key(at - 1) in _MARKS_IN_NUMBERS and self.glued(at - 1)):
                return False
            at -= 2
            if self.key(at).isdigit():
                return True
        return False

    def in_brackets(self, at: int) -> bool:
        """Tell whether token `at` stands in a bracket that opens in its sentence, near enough before it."""
        first = max(self.sentences[self.sentence_of[at]][0], at - _BRACKET)
        for index in range(at - 1, first - 1, -1):
            if self.keys[index] == ")":
                return False
            if self.keys[index] == "(":
                return True
        return False

    def slice(self, start: int, stop: int) -> str:
        """Return tokens `start` to `stop` as printed, each run of white space one space, without abbreviations told."""
        words = self.tokens.slice(start, stop)
        return " ".join((_ABBREVIATION.sub(" ", words) if "(" in words else words).split())

    def span(self, start: int, stop: int) -> Span:
        """Return where tokens `start` to `stop` stand in the text."""
        return Span(self.tokens.begins[start], self.tokens.ends[stop - 1])

    def sentence_span(self, index: int) -> Span:
        """Return where the sentence of token `index` stands in the text."""
        return self.span(*self.sentences[self.sentence_of[index]])

    def range_of(self, span: Span) -> tuple[int, int]:
        """Return the range of the tokens that lie in `span`."""
        return bisect_left(self.tokens.begins, span.begin), bisect_right(self.tokens.ends, span.end)

    def range_of_tokens(self, tokens: Tokens, first: int, end: int) -> tuple[int, int]:
        """Return the range here of the tokens `first` to `end` of `tokens`, the text's own tokenisation."""
        return self.range_of(Span(tokens.begins[first], tokens.ends[end - 1]))


def _abbreviations(tokens: Tokens) -> frozenset[int]:
    """Return the tokens of the brackets that abbreviate the words before them, or number a unit of the police."""
    found: set[int] = set()
    for at in positions(tokens.keys, "("):
        stop = at + 1
        while stop < len(tokens) and stop - at < _LONGEST_ABBREVIATION and tokens.keys[stop] not in (")", BREAK):
            stop += 1
        if stop < len(tokens) and tokens.keys[stop] == ")" and stop > at + 1:
            words = tokens.slice(at + 1, stop)
            if _ABBREVIATION.fullmatch(f"({words})") and (_POLICE.fullmatch(words) or _initials(tokens, at, words)):
                found.update(range(at, stop + 1))
    return frozenset(found)


def _initials(tokens: Tokens, at: int, abbreviation: str) -> bool:
    """Tell whether the words before token `at` begin with the letters of an abbreviation: "Bảo hiểm xã hội (BHXH)"."""
    for letter in reversed([plain_key(one) for one in abbreviation if one.isalpha()]):
        at -= 1
        while at > 0 and tokens.keys[at] in _JOINTS:
            at -= 1
        if at < 0 or not plain_key(tokens.keys[at]).startswith(letter):
            return False
    return True


def passage(tokens: Tokens, sentences: Sequence[tuple[int, int]]) -> Passage:
    """Return the passage of `tokens` whose sentences are the token ranges `sentences`, in order.

    Brackets that tell the abbreviation of the words before them are left out: "Bảo hiểm xã hội (BHXH) Việt Nam".
    """
    aside = _abbreviations(tokens)
    keys: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    sentence_of: list[int] = []
    ranges: list[tuple[int, int]] = []
    for first, end in sentences:
        start = len(keys)
        kept = tokens.keys[first:end]
        if BREAK not in kept and "(" not in kept:
            keys += kept
            begins += tokens.begins[first:end]
            ends += tokens.ends[first:end]
        else:
            words = [index for index in range(first, end) if tokens.keys[index] != BREAK and index not in aside]
            keys += [tokens.keys[index] for index in words]
            begins += [tokens.begins[index] for index in words]
            ends += [tokens.ends[index] for index in words]
        if len(keys) > start:
            sentence_of.extend([len(ranges)] * (len(keys) - start))
            ranges.append((start, len(keys)))
    return Passage(Tokens(tokens.text, keys, begins, ends), keys, sentence_of, ranges)
