"""Who held the well-known offices of the state, from `office_holders.csv`."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lienket.language.folding import name_key
from lienket.language.tokens import tokenise
from lienket.reference.agencies import Body, body_named
from lienket.reference.tables import read


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office, over token keys; `office_holders.csv` explains each field."""

    name: tuple[str, ...]
    office: tuple[str, ...]
    since: datetime.date
    until: datetime.date
    """The last day it can have lasted to; the last day of all where the table has none."""
    body: Body | None = None


@functools.cache
def tenures() -> Mapping[str, Mapping[str, tuple[Tenure, ...]]]:
    """Return the rows of `office_holders.csv` by the first and the second word of the name."""
    known: dict[str, dict[str, tuple[Tenure, ...]]] = {}
    for row in read("office_holders.csv", ("name", "office", "since", "until", "body")):
        since, until = row.date("since"), row.date("until")
        name = tuple(tokenise(row.text("name")).keys)
        tenure = Tenure(
            name,
            tuple(tokenise(row.text("office")).keys),
            (since.earliest if since else None) or row.fail("since", "a date"),
            (until.latest if until else None) or datetime.date.max,
            (body_named(body) or row.fail("body", "a particular body")) if (body := row.optional("body")) else None,
        )
        second = known.setdefault(name[0], {})
        second[name[1]] = (*second.get(name[1], ()), tenure)
    return known


@functools.cache
def office_holders() -> Mapping[str, Sequence[Tenure]]:
    """Return the rows of `office_holders.csv` by the keys of the names."""
    known: dict[str, list[Tenure]] = {}
    for by_second in tenures().values():
        for rows in by_second.values():
            for row in rows:
                known.setdefault(name_key(" ".join(row.name)), []).append(row)
    return known
