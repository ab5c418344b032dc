"""One jurisdiction for several agencies: "Thành ủy, HĐND, UBND TP Hà Nội"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.agencies import governs
from lienket.extract.passage import Passage
from lienket.extract.readings import AgencyReading, Reading

_JOINTS: Final = frozenset({",", "và", "-", "–", "&", "cùng", ";"})


def spread_places(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the place of the last agency of a list given to those before it that name none."""
    result = list(readings)
    for index in range(len(result) - 2, -1, -1):
        one, following = result[index], result[index + 1]
        if not isinstance(one, AgencyReading) or not isinstance(following, AgencyReading):
            continue
        if one.kind is None or one.place is not None or one.parent is not None or following.place is None:
            continue
        gap = passage.keys[one.end : following.begin]
        if gap and all(key in _JOINTS for key in gap) and len(gap) <= 2 and governs(one.kind, following.place):
            result[index] = replace(one, place=following.place)
    return result
