"""The text as the grammar reads it: words and marks without line breaks, each knowing where its sentence ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lienket.language.tokens import BREAK, Tokens
from lienket.model import Span

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
        """Return tokens `start` to `stop` as printed, each run of white space one space."""
        return " ".join(self.tokens.slice(start, stop).split())

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


def passage(tokens: Tokens, sentences: Sequence[tuple[int, int]]) -> Passage:
    """Return the passage of `tokens` whose sentences are the token ranges `sentences`, in order."""
    keys: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    sentence_of: list[int] = []
    ranges: list[tuple[int, int]] = []
    for first, end in sentences:
        start = len(keys)
        kept = tokens.keys[first:end]
        if BREAK not in kept:
            keys += kept
            begins += tokens.begins[first:end]
            ends += tokens.ends[first:end]
        else:
            words = [index for index in range(first, end) if tokens.keys[index] != BREAK]
            keys += [tokens.keys[index] for index in words]
            begins += [tokens.begins[index] for index in words]
            ends += [tokens.ends[index] for index in words]
        if len(keys) > start:
            sentence_of.extend([len(ranges)] * (len(keys) - start))
            ranges.append((start, len(keys)))
    return Passage(Tokens(tokens.text, keys, begins, ends), keys, sentence_of, ranges)
