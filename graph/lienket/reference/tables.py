"""Reference tables: CSV files that explain their columns in `#` lines, read into checked values."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

from lienket import resources
from lienket.errors import ReferenceDataError
from lienket.model import PartialDate

_MARK: Final = "#"
_LIST: Final = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells by column, and where it stands for messages."""

    file: str
    line: int
    cells: dict[str, str]

    def fail(self, column: str, wanted: str) -> NoReturn:
        """Raise the error that `column` should hold `wanted`."""
        raise ReferenceDataError(
            "reference-value", file=self.file, line=self.line, column=column, wanted=wanted, got=self.cells[column]
        )

    def text(self, column: str) -> str:
        """Return a cell that may not be empty."""
        return self.cells[column] or self.fail(column, "a value")

    def optional(self, column: str) -> str:
        """Return a cell that may be empty."""
        return self.cells[column]

    def items(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that holds several, in their order; an empty cell holds none."""
        cell = self.cells[column]
        values = tuple(cell.split(_LIST)) if cell else ()
        if len(set(values)) < len(values) or any(value != value.strip() or not value for value in values):
            self.fail(column, "different values separated by |")
        return values

    def one_of(self, column: str, values: Collection[str]) -> str:
        """Return a cell that must hold one of `values`."""
        cell = self.cells[column]
        return cell if cell in values else self.fail(column, " or ".join(values))

    def some_of(self, column: str, values: Collection[str]) -> tuple[str, ...]:
        """Return the values of a cell, each of which must be one of `values`."""
        cells = self.items(column)
        return cells if all(cell in values for cell in cells) else self.fail(column, " or ".join(values))

    def yes(self, column: str) -> bool:
        """Return whether a cell says yes; it must say yes or no."""
        return self.one_of(column, ("yes", "no")) == "yes"

    def number(self, column: str) -> float:
        """Return the number in a cell; 0 when it is empty."""
        try:
            return float(self.cells[column] or 0)
        except ValueError:
            self.fail(column, "a number as 2.5")

    def day(self, column: str) -> datetime.date | None:
        """Return the day of a cell (ISO 8601); None when it is empty."""
        try:
            return datetime.date.fromisoformat(self.cells[column]) if self.cells[column] else None
        except ValueError:
            self.fail(column, "a day as 2025-07-01")

    def date(self, column: str) -> PartialDate | None:
        """Return the year, month or day of a cell (ISO 8601); None when it is empty."""
        cell = self.cells[column]
        try:
            return PartialDate(*(int(part) for part in cell.split("-"))) if cell else None
        except (TypeError, ValueError):
            self.fail(column, "a date as 2025, 2025-07 or 2025-07-01")


def read(file: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of the reference file `file`; it must have exactly `columns`, in this order.

    The `#` lines at its head explain the columns and are skipped. ReferenceDataError names file and line.
    """
    for line, values in cells(file, columns):
        yield Row(file, line, dict(zip(columns, values, strict=True)))


def cells(file: str, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the line number and the cells of each row of `file`: `read` for large tables."""
    wanted = len(columns)
    with resources.reference(file).open(encoding="utf-8", newline="") as lines:
        skipped = 0
        head = ""
        for head in lines:
            if not head.startswith(_MARK):
                break
            skipped += 1
        if head.rstrip("\r\n") != ",".join(columns):
            raise ReferenceDataError("reference-columns", file=file, wanted=",".join(columns), got=head.strip())
        reader = csv.reader(lines)
        for values in reader:
            if len(values) != wanted:
                line = skipped + 1 + reader.line_num
                raise ReferenceDataError("reference-cells", file=file, line=line, wanted=wanted, got=len(values))
            yield skipped + 1 + reader.line_num, values
