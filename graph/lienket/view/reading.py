"""What the graph says of many things at once: read whole, or thing by thing where few are asked for."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Collection, Iterator
from string import Template
from typing import Final, cast

import pyoxigraph as ox

from lienket.rdf.terms import RDF

Term = ox.NamedNode | ox.Literal
Table = dict[str, list[Term]]
"""By subject, the values of one property."""

_KNOWN: Final = ox.DefaultGraph()
_FEW: Final = 30_000
"""Things that are looked up one by one; for more it is faster to read a property whole."""


def of_class(graph: ox.Store, kind: ox.NamedNode) -> list[str]:
    """Return the IRIs of the known things of a class."""
    return having(graph, RDF.type, kind)


def having(graph: ox.Store, by: ox.NamedNode, value: ox.NamedNode) -> list[str]:
    """Return the IRIs of the known things that have a value of a property."""
    return [thing.value for (thing,) in _answers(graph, f"SELECT ?s WHERE {{ ?s {by} {value} }}")]


def known(graph: ox.Store, *properties: ox.NamedNode, of: Collection[str] | None = None) -> dict[ox.NamedNode, Table]:
    """Return what is known: for each property the values by subject, at least of the things in `of`, of all if None."""
    tables: dict[ox.NamedNode, Table] = {by: {} for by in properties}
    if of is not None and len(of) <= _FEW:
        for subject in of:
            for quad in graph.quads_for_pattern(ox.NamedNode(subject), None, None, _KNOWN):
                if quad.predicate in tables and not isinstance(quad.object, ox.BlankNode | ox.Triple):
                    tables[quad.predicate].setdefault(subject, []).append(quad.object)
        return tables
    for by, table in tables.items():
        for thing, value in _answers(graph, f"SELECT ?s ?o WHERE {{ ?s {by} ?o }}"):
            table.setdefault(thing.value, []).append(value)
    return tables


def asked(graph: ox.Store, name: str, of: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Yield the answers to the query `name`, as texts, at least for the things in `of`, its first variable."""
    template, variable = _query(name)
    given = f"VALUES {variable} {{ {' '.join(f'<{one}>' for one in of)} }}" if len(of) <= _FEW else ""
    for answer in _answers(graph, template.substitute(given=given)):
        yield tuple(term.value for term in answer)


@functools.cache
def _query(name: str) -> tuple[Template, str]:
    """Return a query and its first variable."""
    text = importlib.resources.files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
    return Template(text), text.partition("SELECT ")[2].split()[0]


def _answers(graph: ox.Store, query: str) -> Iterator[tuple[Term, ...]]:
    # What the program stores has no blank nodes, and these queries leave nothing unbound.
    return cast(Iterator[tuple[Term, ...]], graph.query(query))
