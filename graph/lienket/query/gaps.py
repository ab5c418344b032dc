"""Times of which no article says who held a role: told between those of which some do, so that nobody fills them in."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from lienket.query.rows import Cell, Row
from lienket.rdf.literals import read_date

_DAY: Final = datetime.timedelta(days=1)


def with_gaps(rows: Iterable[Row], said: str) -> Iterator[Row]:
    """Yield rows in the order of role and `first`, and between two whose days do not meet one with `said` for a person.

    Such a row has the first and the last day without evidence; who is sighted without a day leaves no gap.
    """
    for _, held in groupby(rows, key=lambda row: row.cells["role"]):
        until: datetime.date | None = None
        for row in held:
            first, last = _day(row, "first", latest=False), _day(row, "last", latest=True)
            if until is not None and first is not None and first - until > _DAY:
                yield _gap(row, said, until + _DAY, first - _DAY)
            if last is not None:
                until = last if until is None else max(until, last)
            yield row


def _gap(before: Row, said: str, first: datetime.date, last: datetime.date) -> Row:
    empty = dict.fromkeys(before.cells, Cell(""))
    told = {
        "role": before.cells["role"],
        "person": Cell(said),
        "first": Cell(first.isoformat()),
        "last": Cell(last.isoformat()),
    }
    return Row(cells=empty | told, quote=None, articles=0)


def _day(row: Row, column: str, *, latest: bool) -> datetime.date | None:
    text = row.cells[column].text
    if not text:
        return None
    date = read_date(text)
    return date.latest if latest else date.earliest
