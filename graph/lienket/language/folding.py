"""Keys for comparing Vietnamese words: one for equal words however written, one for typing without marks."""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import Final

# The tone mark of "oa, oe, uy" is printed on either vowel (hoà = hòa, thuỷ = thủy); the key puts it on the first.
_LATE: Final = {
    "à": "òa",
    "á": "óa",
    "ả": "ỏa",
    "ã": "õa",
    "ạ": "ọa",
    "è": "òe",
    "é": "óe",
    "ẻ": "ỏe",
    "ẽ": "õe",
    "ẹ": "ọe",
}
_LATE_U: Final = {"ỳ": "ùy", "ý": "úy", "ỷ": "ủy", "ỹ": "ũy", "ỵ": "ụy"}
_LATE_TONE: Final = re.compile(r"(?:o([àáảãạèéẻẽẹ])|(?<!q)u([ỳýỷỹỵ]))$")
_MARKS_OFF: Final = str.maketrans("đĐ", "dD")
_LIKE: Final = str.maketrans({"ð": "đ", "’": "'", "‘": "'", "`": "'", "´": "'", "”": "'", "“": "'", "ʼ": "'"})
LONGEST_WORD: Final = 64
"""Code points of a word that are looked at: longer "words" are noise, and NFC on thousands of marks is not linear."""


@functools.lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return the key of one syllable or word: NFC, lower case, tone mark in its place, look-alikes as one."""
    key = unicodedata.normalize("NFC", word[:LONGEST_WORD]).lower().translate(_LIKE)
    late = _LATE_TONE.search(key)
    if late:
        tail = _LATE[late[1]] if late[1] else _LATE_U[late[2]]
        key = key[: late.start()] + tail
    return key


@functools.lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the key of a name: the keys of its words, one space between; equal for spellings of one name."""
    return " ".join(map(word_key, name.split()))


def plain_key(name: str) -> str:
    """Return the key for search without marks: "Nguyễn Thái Đường" is "nguyen thai duong"."""
    return " ".join(_plain_word(word) for word in name.split())


@functools.lru_cache(maxsize=65536)
def _plain_word(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word_key(word).translate(_MARKS_OFF))
    return "".join(char for char in decomposed if not unicodedata.combining(char))
