"""One walk over a passage: what the grammar can read at each token, the longest reading first, none overlapping."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Final

from lienket.extract.agencies import agency
from lienket.extract.passage import Passage
from lienket.extract.people import person
from lienket.extract.places import place
from lienket.extract.readings import AgencyReading, PersonReading, PlaceReading, Reading
from lienket.reference.lexicon import LEVEL_WORDS, lexicon

_STATUS_WORDS: Final = frozenset({"nguyên", "cựu", "cố", "quyền", "tân"})


@dataclass(frozen=True, slots=True)
class _Starts:
    """Token keys with which a reading of each kind can begin."""

    people: frozenset[str]
    agencies: frozenset[str]
    places: frozenset[str]
    names: frozenset[str]


@functools.cache
def _starts() -> _Starts:
    words = lexicon()
    return _Starts(
        people=words.titles.starts() | words.honorifics.starts() | _STATUS_WORDS,
        agencies=words.bodies.starts() | words.heads.starts(),
        places=frozenset(word.split()[0] for word in LEVEL_WORDS),
        names=words.surnames,
    )


def scan(passage: Passage) -> list[Reading]:
    """Return the readings of `passage` in text order."""
    found: list[Reading] = []
    at, size = 0, len(passage)
    while at < size:
        reading = _read(passage, at)
        if reading is None:
            at += 1
        else:
            found.append(reading)
            at = reading.end
    return found


def _read(passage: Passage, at: int) -> Reading | None:
    key, starts = passage.keys[at], _starts()
    capital = passage.tokens.capital(at)
    someone: PersonReading | None = None
    body: AgencyReading | None = None
    where: PlaceReading | None = None
    if key in starts.people or (capital and key in starts.names):
        someone = person(passage, at)
    if someone is not None and capital and _one_syllable(someone) and place(passage, at) is not None:
        someone = None  # "Bà Rịa" is a place, not a lady
    if key in starts.agencies:
        body = agency(passage, at)
    if someone is not None and (body is None or someone.name is not None or someone.end > body.end):
        return someone
    if body is not None:
        return body
    if capital or key in starts.places:
        where = place(passage, at)
        return where if where is not None and where.name is not None else None
    return None


def _one_syllable(reading: PersonReading) -> bool:
    return reading.name is not None and reading.name.end - reading.name.begin == 1
