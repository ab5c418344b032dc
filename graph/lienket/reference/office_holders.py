"""Who held the well-known offices of the state, from `office_holders.csv`."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass

from lienket.language.tokens import tokenise
from lienket.reference.tables import read


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office, over token keys; `office_holders.csv` explains each field."""

    name: tuple[str, ...]
    office: tuple[str, ...]
    since: datetime.date
    until: datetime.date
    """The last day it can have lasted to; the last day of all where the table has none."""


@functools.cache
def tenures() -> Mapping[str, Mapping[str, tuple[Tenure, ...]]]:
    """Return the rows of `office_holders.csv` by the first and the second word of the name."""
    known: dict[str, dict[str, tuple[Tenure, ...]]] = {}
    for row in read("office_holders.csv", ("name", "office", "since", "until")):
        since, until = row.date("since"), row.date("until")
        name = tuple(tokenise(row.text("name")).keys)
        tenure = Tenure(
            name,
            tuple(tokenise(row.text("office")).keys),
            (since.earliest if since else None) or row.fail("since", "a date"),
            (until.latest if until else None) or datetime.date.max,
        )
        second = known.setdefault(name[0], {})
        second[name[1]] = (*second.get(name[1], ()), tenure)
    return known
