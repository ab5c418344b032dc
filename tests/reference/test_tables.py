"""Reference tables explain their columns and are read strictly."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lienket import resources
from lienket.errors import ReferenceDataError
from lienket.reference import agencies, names, office_holders
from lienket.reference.tables import Row, read

FILES = (
    "agencies.csv",
    "agency_changes.csv",
    "agency_kinds.csv",
    "ethnic_groups.csv",
    "family_names.csv",
    "given_names.csv",
    "fields.csv",
    "honorifics.csv",
    "name_words.csv",
    "office_holders.csv",
    "places.csv",
)


def test_every_row_loads() -> None:
    for load in (agencies.kinds, agencies.bodies, agencies.fields, agencies.changes, office_holders.tenures):
        assert load()
    for load_names in (names.family_names, names.honorifics, names.ethnic_groups):
        assert load_names()


@pytest.mark.parametrize("file", FILES)
def test_the_head_explains_every_column(file: str) -> None:
    lines = resources.reference(file).read_text(encoding="utf-8").splitlines()
    explained = " ".join(line for line in lines if line.startswith("#"))
    (columns, *_) = csv.reader(line for line in lines if not line.startswith("#"))
    for column in columns:
        assert f"{column}:" in explained or f"{column}," in explained, column


@pytest.mark.parametrize("file", FILES)
def test_cells_hold_nothing_around_their_values(file: str) -> None:
    with resources.reference(file).open(encoding="utf-8", newline="") as lines:
        for values in csv.reader(line for line in lines if not line.startswith("#")):
            assert all(value == " ".join(value.split()) for value in values), values


@pytest.mark.parametrize("file", FILES)
def test_the_sources_name_every_file(file: str) -> None:
    assert file in resources.reference("SOURCES.md").read_text(encoding="utf-8")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "reference", lambda name: tmp_path / name)
    return tmp_path / "table.csv"


def test_lines_that_begin_with_a_mark_are_skipped(table: Path) -> None:
    table.write_text('# name: what it is called\nname,short\n"A, B",C|D\n', encoding="utf-8")
    assert [(row.text("name"), row.items("short")) for row in read("table.csv", ("name", "short"))] == [
        ("A, B", ("C", "D"))
    ]


def test_other_columns_than_wanted_are_an_error(table: Path) -> None:
    table.write_text("name,shorts\n", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match=r"table\.csv.*name,short.*name,shorts"):
        list(read("table.csv", ("name", "short")))


def test_a_row_with_another_number_of_cells_is_an_error_with_its_line(table: Path) -> None:
    table.write_text("# one\nname,short\nA,B\nC\n", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match="line 4: wanted 2 cells, but there are 1"):
        list(read("table.csv", ("name", "short")))


def row(value: str) -> Row:
    return Row("table.csv", 7, {"cell": value})


@pytest.mark.parametrize("value", ["A|A", "A|", "A| B"])
def test_a_list_holds_different_values_without_space_around_them(value: str) -> None:
    with pytest.raises(ReferenceDataError, match=r"table\.csv, line 7, column cell"):
        row(value).items("cell")


def test_an_empty_list_holds_nothing() -> None:
    assert row("").items("cell") == ()


@pytest.mark.parametrize("value", ["1 July 2025", "2025-13", "2025-02-30", "2025-07-01-01"])
def test_a_date_is_a_year_a_month_or_a_day(value: str) -> None:
    with pytest.raises(ReferenceDataError, match="wanted a date"):
        row(value).date("cell")


def test_yes_is_yes_and_no_is_no() -> None:
    assert row("yes").yes("cell")
    assert not row("no").yes("cell")
    with pytest.raises(ReferenceDataError, match="wanted yes or no"):
        row("maybe").yes("cell")
