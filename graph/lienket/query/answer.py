"""What a query returns, and the forms in which it can be written."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Final, Literal, cast

import pyoxigraph as ox

from lienket.errors import UsageError
from lienket.export import writers
from lienket.query.frames import pandas_frame, polars_frame

if TYPE_CHECKING:
    import pandas
    import polars

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Kind = Literal["select", "ask", "graph"]

_RESULTS: Final = {
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
}
FORMATS: Final[Mapping[Kind, tuple[str, ...]]] = {
    "select": ("table", *_RESULTS),
    "ask": ("table", *_RESULTS),
    "graph": ("table", *writers.TRIPLE_FORMATS),
}
"""For each kind of answer the forms it has; "table" is for people and drawn by the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one query: rows (SELECT), a truth (ASK) or a graph (CONSTRUCT, DESCRIBE).

    `variables` are the columns of rows, in the order of the query (of the alphabet for `SELECT *`). `more` is True when
    the limit cut it. Iterating gives one dict a row, variable → text of the value, None where unbound.
    """

    kind: Kind
    variables: tuple[str, ...] = ()
    content: bytes = field(repr=False)
    """SPARQL 1.1 JSON of rows and truths, N-Triples of a graph."""
    more: bool = False

    def terms(self) -> Iterator[dict[str, Term | None]]:
        """Yield each row as variable → RDF term, None where unbound."""
        if self.kind != "select":
            raise UsageError("answer-not-rows", kind=self.kind)
        for solution in cast(ox.QuerySolutions, self._results()):
            yield {name: solution[name] for name in self.variables}

    def __iter__(self) -> Iterator[dict[str, str | None]]:
        for row in self.terms():
            yield {name: None if term is None else plain(term) for name, term in row.items()}

    def __bool__(self) -> bool:
        """Return the truth of an ASK; of rows and graphs, whether there are any."""
        if self.kind == "ask":
            return bool(self._results())
        return next(self.terms() if self.kind == "select" else self.triples(), None) is not None

    def triples(self) -> Iterator[ox.Triple]:
        """Yield the triples of a graph, in no particular order."""
        if self.kind != "graph":
            raise UsageError("answer-not-graph", kind=self.kind)
        for quad in ox.parse(self.content, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple

    def write(self, out: BinaryIO, *, format: str) -> None:  # noqa: A002 -- the name that users know
        """Write the answer as `format`, one of `FORMATS[self.kind]` other than "table". UsageError for any other."""
        if format not in FORMATS[self.kind] or format == "table":
            wanted = ", ".join(name for name in FORMATS[self.kind] if name != "table")
            raise UsageError("query-format", format=format, wanted=wanted)
        if self.kind == "graph":
            writers.write(writers.blocks(self.triples()), out, format=format)
        else:
            self._results().serialize(out, _RESULTS[format])

    def text(self, *, format: str) -> str:  # noqa: A002 -- the name that users know
        """Return what `write` writes, as text."""
        out = io.BytesIO()
        self.write(out, format=format)
        return out.getvalue().decode("utf-8")

    def to_pandas(self) -> pandas.DataFrame:
        """Return the rows as a pandas DataFrame of texts; UsageError where pandas is not installed."""
        return pandas_frame(self.variables, self)

    def to_polars(self) -> polars.DataFrame:
        """Return the rows as a Polars DataFrame of texts; UsageError where Polars is not installed."""
        return polars_frame(self.variables, self)

    def _results(self) -> ox.QuerySolutions | ox.QueryBoolean:
        return ox.parse_query_results(self.content, format=ox.QueryResultsFormat.JSON)


def plain(term: Term) -> str:
    """Return the text of a term: an IRI or a literal without its quotes; a quoted triple as RDF 1.2 writes it."""
    return str(term) if isinstance(term, ox.Triple) else term.value
