"""One walk over a passage: what the grammar can read at each token, the longest reading first, none overlapping."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from lienket.extract.grammar.agencies import agency
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.people import person, several
from lienket.extract.grammar.places import place
from lienket.extract.grammar.readings import PersonReading, Reading
from lienket.reference.lexicon import lexicon

_JOINTS: Final = frozenset({",", ";", "và"})
"""Marks and words between the names after "các ông"."""
_STATUS_OPENINGS: Final = (("nguyên", None), ("cựu", None), ("cố", None), ("quyền", None), ("tân", None), ("q", "."))
"""Words that tell a status before an office, each with the key after it, None for any: "Q. Giám đốc"."""


# What a token can begin, as bits: an enum's arithmetic would cost more than the look-up it saves.
_OFFICE: Final = 1
_AGENCY: Final = 2
_LEVEL: Final = 4
_FAMILY_NAME: Final = 8
_PLACE_NAME: Final = 16
_CAPITALISED: Final = _FAMILY_NAME | _PLACE_NAME
"""Names begin only with a capital."""


@functools.cache
def _starts() -> Mapping[str, Mapping[str | None, int]]:
    """Return what each token key can begin, by the key after it, None for any: most tokens begin nothing and cost one
    look-up, most of the others two."""
    words = lexicon()
    found: dict[str, dict[str | None, int]] = {}
    kinds: tuple[tuple[int, Iterable[tuple[str, str | None]]], ...] = (
        (_OFFICE, chain(words.titles.openings(), words.honorifics.openings(), _STATUS_OPENINGS)),
        (_AGENCY, chain(words.bodies.openings(), words.heads.openings())),
        (_LEVEL, words.level_words.openings()),
        (_FAMILY_NAME, ((key, None) for key in words.surnames)),
        (_PLACE_NAME, words.place_names.openings()),
    )
    for kind, openings in kinds:
        for first, second in openings:
            after = found.setdefault(first, {})
            after[second] = after.get(second, 0) | kind
    return found


def scan(passage: Passage) -> list[Reading]:
    """Return the readings of `passage` in text order."""
    starts = _starts()
    keys = passage.keys
    found: list[Reading] = []
    listed = False
    done = 0
    for at in [at for at, key in enumerate(keys) if key in starts]:
        if at < done or passage.in_number(at):
            continue
        after = starts[keys[at]]
        begins = after.get(None, 0) | after.get(passage.key(at + 1), 0)
        if begins & _CAPITALISED and not passage.tokens.capital(at):
            begins &= ~_CAPITALISED
        licensed = listed and begins & _FAMILY_NAME != 0 and _JOINTS.issuperset(keys[done:at])
        reading = _read(passage, at, begins, licensed=licensed) if begins else None
        if reading is not None:
            found.append(reading)
            done = reading.end
            listed = isinstance(reading, PersonReading) and reading.name is not None and (licensed or several(reading))
    return found


def _read(passage: Passage, at: int, begins: int, *, licensed: bool) -> Reading | None:
    someone = person(passage, at, licensed=licensed) if begins & (_OFFICE | _FAMILY_NAME) else None
    if someone is not None and begins & _PLACE_NAME and _one_syllable(someone) and place(passage, at) is not None:
        someone = None  # "Bà Rịa" is a place, not a lady
    if someone is not None and someone.name is not None:
        return someone
    body = agency(passage, at, in_office=_joined(passage, at)) if begins & _AGENCY else None
    if someone is not None and (body is None or someone.end > body.end):
        return someone
    if body is not None:
        return body
    if begins & (_LEVEL | _PLACE_NAME):
        where = place(passage, at)
        return where if where is not None and where.name is not None else None
    return None


def _joined(passage: Passage, at: int) -> bool:
    """Tell whether someone joins the body at `at`, as who has an office: "tham gia Ban Chấp hành Đảng bộ"."""
    return passage.key(at - 1) == "gia" and passage.key(at - 2) == "tham"


def _one_syllable(reading: PersonReading) -> bool:
    return reading.name is not None and reading.name.end - reading.name.begin == 1
