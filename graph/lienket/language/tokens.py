"""Words, numbers, marks and line breaks of a text, with their places in it."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lienket.language.folding import LONGEST_WORD, word_key

# A word is a run of letters with their combining marks; letters and digits part ways ("35kV"), as do glued sentences.
# Zero-width characters inside a word belong to it and are dropped from its key; elsewhere they part tokens.
_TOKEN: Final = re.compile(
    r"[^\W\d_]+(?:[\u0300-\u036f\u200b-\u200d\u2060\ufeff]+[^\W\d_]*|['’‘`ʼ][^\W\d_]+)*"
    r"|\d+"
    r"|\n+"
    r"|[^\s\w\u200b-\u200d\u2060\ufeff]|_"
)
_INVISIBLE: Final = re.compile(r"[\u200b-\u200d\u2060\ufeff]")
BREAK: Final = "\n"
"""Key of a token that stands for one line break or more."""
_ALIKE: Final = {BREAK: BREAK, "–": "-", "—": "-", "‒": "-", "−": "-"}
"""Keys of marks that are printed in several ways."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text as parallel lists: `keys[i]` is the comparing key of the token at `begins[i]:ends[i]`."""

    text: str
    keys: list[str]
    begins: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.keys)

    def raw(self, index: int) -> str:
        """Return token `index` as printed."""
        return self.text[self.begins[index] : self.ends[index]]

    def slice(self, start: int, stop: int) -> str:
        """Return the text from token `start` to the end of token `stop - 1`, as printed."""
        return self.text[self.begins[start] : self.ends[stop - 1]] if stop > start else ""

    def capital(self, index: int) -> bool:
        """Tell whether token `index` begins with a capital letter."""
        return self.text[self.begins[index]].isupper()

    def word(self, index: int) -> bool:
        """Tell whether token `index` is a word."""
        return self.text[self.begins[index]].isalpha()

    def breaks(self, index: int) -> int:
        """Return how many line breaks token `index` stands for (0 for other tokens)."""
        return self.ends[index] - self.begins[index] if self.keys[index] == BREAK else 0


def visible(text: str) -> str:
    """Return `text` without characters of no width, which pages put inside words."""
    return _INVISIBLE.sub("", text)


def tokenise(text: str) -> Tokens:
    """Split `text` into tokens; linear in its length. Spaces part tokens and are not kept; line breaks are tokens."""
    keys: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    at = 0
    for stretch in text.split(" "):
        if not stretch:
            at += 1
            continue
        for key, begin, end in _known(stretch) if len(stretch) < LONGEST_WORD else _read(stretch):
            keys.append(key)
            begins.append(at + begin)
            ends.append(at + end)
        at += len(stretch) + 1
    return Tokens(text, keys, begins, ends)


def _read(stretch: str) -> tuple[tuple[str, int, int], ...]:
    """Return key, begin and end of each token of a stretch without spaces."""
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(stretch):
        begin, token = match.start(), match[0]
        if not token[0].isalpha():
            found.append((_ALIKE.get(token[0], token), begin, match.end()))
            continue
        for part in [token] if _one_word(token) else _glued(token):
            visible = part if part.isalpha() else _INVISIBLE.sub("", part)
            found.append((word_key(visible), begin, begin + len(part)))
            begin += len(part)
    return tuple(found)


_known = functools.lru_cache(maxsize=16384)(_read)
"""The same, remembered: a language has few words, and most stretches between spaces are one."""


def _one_word(token: str) -> bool:
    """Tell whether a word is printed as words are: in small letters, with a capital, in capitals."""
    return (token.islower() or token.istitle() or token.isupper()) and "đ" not in token[2:]


def _glued(word: str) -> list[str]:
    """Part words that were glued when a page was copied: where a capital follows a small letter ("ôngTrần"), and before
    a small "đ" after two letters, which begins every syllable it is in ("Longđề").
    """
    cuts = [0, *(i for i in range(1, len(word)) if _new_word(word, i)), len(word)]
    return [word[start:stop] for start, stop in pairwise(cuts)]


def _new_word(word: str, index: int) -> bool:
    return (word[index].isupper() and word[index - 1].islower()) or (word[index] == "đ" and index > 1)
