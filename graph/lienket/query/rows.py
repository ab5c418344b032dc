"""The rows of an answer: cells by column, and the first words on which each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lienket.rdf.evidence import Quote


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a row: its text, and its IRI where it is a thing."""

    text: str
    iri: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One answer. `quote` is the first on which it stands, `articles` how many articles say so."""

    cells: Mapping[str, Cell]
    quote: Quote | None
    articles: int
