"""Titles of office as texts write them: the role, and what body a title alone already names."""

from __future__ import annotations

import csv
import functools
from collections.abc import Iterator
from dataclasses import dataclass

from lienket import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A form of words for a role. Empty strings where the column of `titles.csv` is empty."""

    form: str
    role: str
    agency: str = ""
    head: str = ""
    place: str = ""
    field: str = ""


@functools.cache
def titles() -> tuple[Title, ...]:
    """Return the rows of `titles.csv`, in their order."""
    with resources.reference("titles.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(_rows(line for line in lines if not line.startswith("#")))


def _rows(lines: Iterator[str]) -> Iterator[Title]:
    for row in csv.DictReader(lines):
        yield Title(**row)
