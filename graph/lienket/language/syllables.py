"""Whether a word can be a Vietnamese syllable, by its letters."""

from __future__ import annotations

from typing import Final

from lienket.language.folding import plain_key

_INITIALS: Final = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
)  # fmt: skip
_FINALS: Final = frozenset(("", "c", "ch", "m", "n", "ng", "nh", "p", "t"))
_NUCLEI: Final = frozenset(
    (
        "a", "e", "i", "o", "u", "y", "ai", "ao", "au", "ay", "eo", "eu", "ia", "ie", "ieu", "iu", "oa", "oai", "oao",
        "oay", "oe", "oeo", "oi", "oo", "oeu", "ua", "uai", "uao", "uau", "uay", "ue", "ueo", "ui", "uo", "uoi", "uou",
        "uu", "uy", "uya", "uye", "uyeu", "uyu", "ya", "ye", "yeu",
    )
)  # fmt: skip
_LONGEST: Final = 7


def is_syllable(word: str) -> bool:
    """Tell whether a word, however accented, has the letters of a Vietnamese syllable ("Nghiêm", not "Barack")."""
    key = plain_key(word)
    if len(key) > _LONGEST:
        return False
    return any(key.startswith(initial) and _is_rhyme(key[len(initial) :]) for initial in _INITIALS)


def _is_rhyme(letters: str) -> bool:
    return any(letters[:cut] in _NUCLEI and letters[cut:] in _FINALS for cut in range(1, len(letters) + 1))
