"""The folder of tables: what a spreadsheet shows, and that no cell runs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.export import export
from lienket.export.tables import harmless
from lienket.store.local import LocalStore


@pytest.fixture(scope="module")
def tables(store: LocalStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the tables of the sample store."""
    folder: Path = tmp_path_factory.mktemp("tables") / "new"
    export(store, folder)
    return folder


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_table_a_kind(tables: Path) -> None:
    assert sorted(path.name for path in tables.iterdir()) == [
        "agencies.csv",
        "articles.csv",
        "documents.csv",
        "events.csv",
        "evidence.csv",
        "memberships.csv",
        "origins.csv",
        "participations.csv",
        "people.csv",
        "programmes.csv",
        "quotations.csv",
    ]


def test_excel_sees_utf8(tables: Path) -> None:
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in tables.iterdir())


def test_a_membership_names_all_and_quotes_its_evidence(tables: Path) -> None:
    row = _rows(tables / "memberships.csv")[0]
    assert (row["person"], row["role"], row["agency"]) == ("Nguyễn Văn Thí Dụ", "Trưởng ban", "Ban Thử nghiệm")
    assert row["first_attested"] == "2017-08-04"
    assert row["quote"].startswith("Ông Nguyễn Văn Thí Dụ, Trưởng ban")
    assert (row["quote_begin"], row["quote_end"], row["url"]) == ("0", "64", "https://example.org/a?b&c")


def test_a_person_has_a_name_and_where_it_stands(tables: Path) -> None:
    row = _rows(tables / "people.csv")[0]
    assert (row["name"], row["quote"], row["headline"]) == ("Nguyễn Văn Thí Dụ", "Nguyễn Văn Thí Dụ", "'=Hội nghị")


def test_every_fact_has_its_evidence(tables: Path) -> None:
    evidence = {row["id"] for row in _rows(tables / "evidence.csv")}
    for name in ("people", "agencies", "memberships", "events", "participations", "documents"):
        rows = _rows(tables / f"{name}.csv")
        assert rows
        assert {row["id"] for row in rows} <= evidence


def test_formulas_are_text(tables: Path) -> None:
    assert {row["headline"] for row in _rows(tables / "articles.csv")} == {"'=Hội nghị"}


@given(st.text())
def test_no_cell_runs(cell: str) -> None:
    assert not harmless(cell).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert harmless(cell).removeprefix("'") == cell.removeprefix("'")


def test_same_content_same_bytes(tables: Path, other_order: LocalStore, tmp_path: Path) -> None:
    export(other_order, tmp_path)
    for path in tables.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes()
