"""Small lists of words in the code, written as one string and compared by key, and where a word stands."""

from __future__ import annotations

from collections.abc import Sequence

from lienket.language.folding import word_key


def wordlist(words: str) -> frozenset[str]:
    """Return the keys of the space-separated `words`."""
    return frozenset(word_key(word) for word in words.split())


def positions(keys: Sequence[str], key: str) -> list[int]:
    """Return the indices at which `key` stands among `keys`."""
    found: list[int] = []
    at = -1
    for _ in range(keys.count(key)):
        at = keys.index(key, at + 1)
        found.append(at)
    return found
