"""When bodies and units stood: what a name alone tells of the time it is from."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from typing import Final

from lienket.language.folding import name_key
from lienket.model import Level
from lienket.rdf import iris, vocabulary
from lienket.reference import agencies as reference
from lienket.reference import places
from lienket.reference.places import ReferencePlace

REFORM: Final = datetime.date(2025, 7, 1)
"""The day on which the provinces merged and the districts ended."""


@functools.lru_cache(maxsize=8)
def before_reform(base: str) -> Mapping[str, ReferencePlace]:
    """Return the province before the reform by the IRI of that of its name after it, and of one whose time is open."""
    level = vocabulary.concepts("level")[Level.PROVINCE].iri.value
    provinces = [unit for unit in places.load().all() if unit.level is Level.PROVINCE]
    after = {name_key(unit.label): unit for unit in provinces if unit.valid_from == REFORM}
    found: dict[str, ReferencePlace] = {}
    for unit in provinces:
        name = name_key(unit.label)
        if unit.valid_through == REFORM - datetime.timedelta(days=1) and name in after:
            found[iris.known(base, "place", "named", level, name, "")] = unit
            found[iris.known(base, "place", "unit", after[name].id)] = unit
    return found


def ended_before_reform(label: str, unit: ReferencePlace) -> bool:
    """Tell whether the body of a province that has this full name was gone, or had another name, by the reform."""
    return name_in(label, unit) in _ended()


def name_in(label: str, unit: ReferencePlace) -> str:
    """Return the folded name of a body without the place it ends with: "sở nội vụ"."""
    key = name_key(label)
    for place in (name_key(unit.label), name_key(unit.name)):
        if key.endswith(" " + place):
            return key[: -len(place) - 1]
    return key


@functools.cache
def _ended() -> frozenset[str]:
    """Return the folded names that bodies of provinces had until a change before the reform, and have no more."""
    return frozenset(
        name_key(name)
        for change in reference.changes()
        if change.level is Level.PROVINCE and change.date.earliest and change.date.earliest < REFORM
        for name in change.original
        if name not in change.resulting
    )


@functools.lru_cache(maxsize=16384)
def is_gone(label: str) -> bool:
    """Tell whether a full name begins with that of bodies which were gone by the reform ("Sở Kế hoạch và Đầu tư …")."""
    words = name_key(label).split() if "," not in label else []  # a unit of a body that goes on
    return any(" ".join(words[:length]) in _gone() for length in range(2, min(len(words), _LONGEST) + 1))


_LONGEST: Final = 12
"""Words of a name that are looked at."""


@functools.cache
def _gone() -> frozenset[str]:
    """Return the folded names of bodies, of provinces and central, that a change before the reform ended."""
    return frozenset(
        name_key(name)
        for change in reference.changes()
        if change.level in (Level.PROVINCE, Level.CENTRAL) and change.date.earliest and change.date.earliest < REFORM
        for name in change.original
        if name not in change.resulting
    )
