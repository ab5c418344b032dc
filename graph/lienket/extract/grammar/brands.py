"""Short names that an article gives its bodies: "Công ty Cổ phần [VN Mẫu]", "Ngân hàng Mẫu Xanh ([Mauxanhbank])"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.own_names import FIRMS, proper_name
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place
from lienket.extract.grammar.readings import AgencyReading, PersonReading, Reading, agency_readings
from lienket.language.syllables import is_syllable
from lienket.language.trie import Trie
from lienket.reference.lexicon import keys_of, lexicon

_BRACKET: Final = re.compile(
    r"\s?\((?:(?:gọi|viết) tắt(?: là|:)? )?[\"“]?([A-Z][A-Za-z0-9&.-]{2,15}(?: [A-Z][A-Za-z0-9]{1,15})?)[\"”]?\)"
)
"""A bracket that tells a short name: letters without marks, as no Vietnamese word of three syllables has them."""
_LEAST: Final = 3
"""Words of a name that are enough to tell it from other words, all of them syllables of the language."""


def brands(passage: Passage, readings: Iterable[Reading]) -> Trie[AgencyReading]:
    """Return the bodies of `readings` by the short names that the article gives them; none that it gives two."""
    found: dict[tuple[str, ...], dict[str, AgencyReading]] = {}
    for one in agency_readings(readings):
        if one.bare or one.headless:
            continue
        told = _BRACKET.match(passage.tokens.text, passage.tokens.ends[one.end - 1])
        firm = one.kind is not None and one.kind.type in FIRMS and one.field is not None
        own = proper_name(one.field or "") if firm else ""
        for words in (told[1], told[1].capitalize(), own) if told else (own,):  # "OceanBank" is "Oceanbank" too
            keys = keys_of(words)
            if keys and _names_it_alone(keys):
                found.setdefault(tuple(keys), {}).setdefault(own or one.name, one)
    return Trie((keys, next(iter(bodies.values()))) for keys, bodies in found.items() if len(bodies) == 1)


def _names_it_alone(keys: Sequence[str]) -> bool:
    """Tell whether words name a body and nothing else: no place, no person, no word or body of the lists."""
    words, end = lexicon(), len(keys)
    known = (words.place_names, words.bodies, words.heads, words.name_words, words.fields, words.titles)
    if keys[0] in words.surnames or any(trie.longest(keys, 0, end) is not None for trie in known):
        return False
    if (country := words.countries.longest(keys, 0, end)) is not None and country[0] == end:
        return False
    return end >= _LEAST or not all(map(is_syllable, keys))


def held_at(passage: Passage, readings: Iterable[Reading], named: Trie[AgencyReading]) -> bool:
    """Tell whether an office without a body stands before one of the short names `named`."""
    starts = named.starts()
    return bool(starts) and any(
        role.agency is None or role.agency.bare or role.agency.parent is None
        for one in readings
        if isinstance(one, PersonReading)
        for role in one.roles
        if passage.key(role.end) in starts and passage.capital(role.end)
    )


def branded(passage: Passage, start: int, limit: int) -> AgencyReading | None:
    """Read the short name at `start` of a body that the article names in full, none that leads to a branch of it."""
    found = passage.brands.longest(passage.keys, start, limit) if passage.capital(start) else None
    if found is None or lexicon().heads.longest(passage.keys, found[0], limit) or place(passage, found[0]):
        return None
    return replace(found[1], begin=start, end=found[0])
