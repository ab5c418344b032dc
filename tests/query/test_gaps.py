"""Between those who are known to have held a role, the times of which nothing is known."""

from __future__ import annotations

from lienket.query.gaps import with_gaps
from lienket.query.rows import Cell, Row


def held(person: str, first: str = "", last: str = "", role: str = "Giám đốc") -> Row:
    cells = {"role": role, "person": person, "first": first, "last": last}
    return Row(cells={name: Cell(text) for name, text in cells.items()}, quote=None, articles=1)


def told(*rows: Row) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in list(row.cells.values())[1:]) for row in with_gaps(rows, "?")]


def test_days_without_evidence_stand_between_two_holders() -> None:
    assert told(held("A", "2016-12-01", "2017-08-04"), held("B", "2018-01-01", "2018-01-01")) == [
        ("A", "2016-12-01", "2017-08-04"),
        ("?", "2017-08-05", "2017-12-31"),
        ("B", "2018-01-01", "2018-01-01"),
    ]


def test_no_gap_where_times_meet_or_overlap_or_are_not_known() -> None:
    for other in (held("B", "2017-08-05", "2018-01-01"), held("B", "2017", "2018"), held("B")):
        assert len(told(held("A", "2016-12-01", "2017-08-04"), other)) == 2


def test_a_short_tenure_within_a_long_one_opens_no_gap() -> None:
    within = held("B", "2017-01-01", "2017-01-01")
    assert len(told(held("A", "2016-01-01", "2018-12-31"), within, held("C", "2018-06-01", "2019-01-01"))) == 3


def test_roles_have_gaps_of_their_own() -> None:
    assert len(told(held("A", "2016-01-01", "2016-01-01"), held("B", "2018-01-01", "2018-01-01", role="Bí thư"))) == 2
