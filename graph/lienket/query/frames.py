"""Rows as data frames, where pandas or Polars is installed: neither is needed for anything else."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lienket.errors import UsageError

if TYPE_CHECKING:
    import pandas
    import polars

Rows = Iterable[Mapping[str, str | None]]


def pandas_frame(columns: Sequence[str], rows: Rows) -> pandas.DataFrame:
    """Return rows of texts as a pandas DataFrame; UsageError where pandas is not installed."""
    return _library("pandas").DataFrame(list(rows), columns=list(columns))


def polars_frame(columns: Sequence[str], rows: Rows) -> polars.DataFrame:
    """Return rows of texts as a Polars DataFrame; UsageError where Polars is not installed."""
    library = _library("polars")
    frame: polars.DataFrame = library.DataFrame(list(rows), schema=dict.fromkeys(columns, library.String))
    return frame


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise UsageError("library-missing", name=name) from error
