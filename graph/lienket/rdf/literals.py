"""Literals of the graph, each in the one form that a store gives back as it took it.

Oxigraph keeps numbers by value: 0.90 comes back as 0.9 and any integer type as xsd:integer. A graph's digest is that of
what was written, so what is written is what comes back.
"""

from __future__ import annotations

import datetime
import functools
import unicodedata
from typing import Final

from pyoxigraph import Literal

from lienket.model import PartialDate
from lienket.rdf.terms import XSD

TRUE: Final = Literal("true", datatype=XSD.boolean)
_FALSE: Final = Literal("false", datatype=XSD.boolean)
_LONGEST_LABEL: Final = 1000
"""Characters of a label; NFC on thousands of combining marks is not linear."""


def composed(text: str) -> str:
    """Return a name or label as NFC, the form that queries are typed in; a text too long to be one stays as it is."""
    return unicodedata.normalize("NFC", text) if len(text) <= _LONGEST_LABEL else text


def vietnamese(text: str) -> Literal:
    """Return a label, composed and tagged @vi."""
    return Literal(composed(text), language="vi")


def flag(value: bool) -> Literal:
    """Return an xsd:boolean."""
    return TRUE if value else _FALSE


@functools.lru_cache(maxsize=65536)
def number(value: int) -> Literal:
    """Return an xsd:integer."""
    return Literal(str(value), datatype=XSD.integer)


@functools.lru_cache(maxsize=1024)
def share(value: float) -> Literal:
    """Return a confidence (0 to 1) as xsd:decimal, rounded to two digits."""
    return Literal(f"{value:.2f}".rstrip("0").rstrip("."), datatype=XSD.decimal)


@functools.lru_cache(maxsize=4096)
def day(value: datetime.date) -> Literal:
    """Return an xsd:date."""
    return Literal(value.isoformat(), datatype=XSD.date)


@functools.lru_cache(maxsize=4096)
def partial_date(date: PartialDate) -> Literal:
    """Return the literal that is as precise as `date`: xsd:date, gYearMonth, gYear, gMonthDay or gMonth."""
    if date.year is None:
        return Literal(str(date), datatype=XSD.gMonthDay if date.day else XSD.gMonth)
    precise = XSD.date if date.day else XSD.gYearMonth if date.month else XSD.gYear
    return Literal(str(date), datatype=precise)


@functools.lru_cache(maxsize=4096)
def read_date(lexical: str) -> PartialDate:
    """Return the date whose XML Schema form is `lexical`: what `str` made of it."""
    if lexical.startswith("--"):
        return PartialDate(month=int(lexical[2:4]), day=int(lexical[5:7]) if lexical[5:] else None)
    year, month, day_of_month = (*map(int, lexical.split("-")), None, None)[:3]
    return PartialDate(year=year, month=month, day=day_of_month)
