"""Grammar of the place after a head that holds its level word ("Huyện ủy X"), and at which levels a kind exists."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import PlaceReading
from lienket.reference.agencies import AgencyKind
from lienket.reference.lexicon import lexicon

_LONGEST: Final = 3
FUSED: Final = {
    "tỉnh": "tỉnh", "thành": "thành phố", "huyện": "huyện", "quận": "quận", "thị": "thị xã", "xã": "xã",
    "phường": "phường",
}  # fmt: skip
"""The level word that a head holds, by its first syllable: "Thành ủy" is of a "thành phố"."""
PARTY_COMMITTEE: Final = {
    "tỉnh": "Tỉnh ủy",
    "thành phố": "Thành ủy",
    "huyện": "Huyện ủy",
    "quận": "Quận ủy",
    "thị xã": "Thị ủy",
    "xã": "Đảng ủy",
    "phường": "Đảng ủy",
    "thị trấn": "Đảng ủy",
    "đặc khu": "Đảng ủy",
}
"""The Party committee of each kind of place, by the Party's statutes."""
LEVELS_OF: Final = {
    "tỉnh": frozenset({"province"}),
    "thành phố": frozenset({"province", "district"}),
    "huyện": frozenset({"district"}),
    "quận": frozenset({"district"}),
    "thị xã": frozenset({"district"}),
    "xã": frozenset({"commune"}),
    "phường": frozenset({"commune"}),
    "thị trấn": frozenset({"commune"}),
    "đặc khu": frozenset({"commune"}),
}


def fused_place(passage: Passage, at: int, limit: int, kind: AgencyKind) -> PlaceReading | None:
    """Read after "Huyện ủy" the name of a district, though several have it."""
    if kind.place != "bare" or not passage.capital(at):
        return None
    level = FUSED.get(kind.head.split()[0].lower())
    for end, candidates in lexicon().place_names.all(passage.keys, at, limit):
        fitting = tuple(one for one in candidates if one.kind == level)
        if fitting and passage.capital(end - 1):
            return PlaceReading(begin=at, end=end, kind=fitting[0].kind, name=fitting[0].name, candidates=fitting)
    return None


def unknown_place(passage: Passage, at: int, limit: int) -> PlaceReading | None:
    """Read capitalised words after "Tỉnh ủy" that no gazetteer has and no family name begins, up to a mark."""
    end = at
    while end < limit and passage.capital(end) and passage.tokens.word(end) and end - at < _LONGEST:
        end += 1
    ends = end == limit or not passage.tokens.word(end)
    if end == at or not ends or passage.key(at) in lexicon().surnames or passage.tokens.raw(at).isupper():
        return None
    return PlaceReading(begin=at, end=end, kind=None, name=passage.slice(at, end))


def governs(kind: AgencyKind, where: PlaceReading) -> bool:
    """Tell whether a body of `kind` exists at the level of `where`."""
    levels = {str(one.level) for one in where.candidates} or LEVELS_OF.get(where.kind or "", frozenset())
    if not levels:
        return True
    return not kind.levels or bool(levels & {str(level) for level in kind.levels})
