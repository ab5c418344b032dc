"""One walk over a passage: what the grammar can read at each token, the longest reading first, none overlapping."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from typing import Final

from lienket.extract.agencies import agency
from lienket.extract.passage import Passage
from lienket.extract.people import person
from lienket.extract.places import place
from lienket.extract.readings import AgencyReading, PersonReading, Reading
from lienket.reference.lexicon import LEVEL_WORDS, lexicon

_STATUS_WORDS: Final = frozenset({"nguyên", "cựu", "cố", "quyền", "tân"})


# What a token can begin, as bits: an enum's arithmetic would cost more than the look-up it saves.
_OFFICE: Final = 1
_AGENCY: Final = 2
_LEVEL: Final = 4
_FAMILY_NAME: Final = 8
_PLACE_NAME: Final = 16
_NO_CAPITAL: Final = ~(_FAMILY_NAME | _PLACE_NAME)
"""Names begin only with a capital."""


@functools.cache
def _starts() -> Mapping[str, int]:
    """Return what each token key can begin; most begin nothing, so that most tokens cost one look-up."""
    words = lexicon()
    found: dict[str, int] = {}
    kinds: tuple[tuple[int, Iterable[str]], ...] = (
        (_OFFICE, words.titles.starts() | words.honorifics.starts() | _STATUS_WORDS),
        (_AGENCY, words.bodies.starts() | words.heads.starts()),
        (_LEVEL, {form.split()[0] for form in LEVEL_WORDS}),
        (_FAMILY_NAME, words.surnames),
        (_PLACE_NAME, words.place_names.starts()),
    )
    for kind, keys in kinds:
        for key in keys:
            found[key] = found.get(key, 0) | kind
    return found


def scan(passage: Passage) -> list[Reading]:
    """Return the readings of `passage` in text order."""
    starts = _starts()
    keys = passage.keys
    found: list[Reading] = []
    at, size = 0, len(keys)
    while at < size:
        begins = starts.get(keys[at], 0)
        if begins:
            reading = _read(passage, at, begins)
            if reading is not None:
                found.append(reading)
                at = reading.end
                continue
        at += 1
    return found


def _read(passage: Passage, at: int, begins: int) -> Reading | None:
    capital = passage.tokens.capital(at)
    if not capital:
        begins &= _NO_CAPITAL
    someone = person(passage, at) if begins & (_OFFICE | _FAMILY_NAME) else None
    if someone is not None and begins & _PLACE_NAME and _one_syllable(someone) and place(passage, at) is not None:
        someone = None  # "Bà Rịa" is a place, not a lady
    body: AgencyReading | None = agency(passage, at) if begins & _AGENCY else None
    if someone is not None and (body is None or someone.name is not None or someone.end > body.end):
        return someone
    if body is not None:
        return body
    if begins & (_LEVEL | _PLACE_NAME):
        where = place(passage, at)
        return where if where is not None and where.name is not None else None
    return None


def _one_syllable(reading: PersonReading) -> bool:
    return reading.name is not None and reading.name.end - reading.name.begin == 1
