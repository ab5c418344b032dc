"""Leaders of the states whose offices have the names of Việt Nam's, from `foreign_leaders.csv`."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from lienket.language.folding import name_key
from lienket.reference.countries import countries
from lienket.reference.tables import read


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignLeader:
    """Someone whose offices are those of the state `country`."""

    country: str
    president: bool
    """True where "Chủ tịch" alone is the head of that state."""


@functools.cache
def foreign_leaders() -> Mapping[str, ForeignLeader]:
    """Return the leaders of `foreign_leaders.csv` by the keys of their names."""
    states = {one.name for one in countries() if one.kind == "country"}
    return {
        name_key(form): ForeignLeader(country=row.one_of("country", states), president=row.yes("president"))
        for row in read("foreign_leaders.csv", ("name", "other", "country", "president"))
        for form in (row.text("name"), *row.items("other"))
    }
