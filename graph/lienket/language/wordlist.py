"""Small lists of words in the code, written as one string and compared by key."""

from __future__ import annotations

from lienket.language.folding import word_key


def wordlist(words: str) -> frozenset[str]:
    """Return the keys of the space-separated `words`."""
    return frozenset(word_key(word) for word in words.split())
