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


def first_form(keys: Sequence[str], start: int, stop: int, forms: Sequence[tuple[str, ...]]) -> int | None:
    """Return the first token from `start` at which one of `forms` stands before `stop`."""
    begins = {form[0] for form in forms}
    here = keys[start:stop]
    if begins.isdisjoint(here):
        return None
    for index, key in enumerate(here, start):
        if key in begins and any(tuple(keys[index : index + len(form)]) == form for form in forms):
            return index
    return None


def last_form(keys: Sequence[str], start: int, stop: int, forms: Sequence[tuple[str, ...]]) -> int | None:
    """Return the last token before `stop` at which one of `forms` stands, none before `start`."""
    begins = {form[0] for form in forms}
    for index in range(stop - 1, start - 1, -1):
        if keys[index] in begins and any(tuple(keys[index : index + len(form)]) == form for form in forms):
            return index
    return None
