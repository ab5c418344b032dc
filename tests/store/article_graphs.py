"""Article graphs small enough to save many."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from lienket.rdf import iris
from lienket.rdf.ntriples import Statement, statement
from lienket.rdf.terms import BASE, DCT
from lienket.store.ledger import ArticleGraph, Entry, digest
from lienket.store.local import LocalStore


def graph(identifier: str, text: str = "x", *, quads: int = 1) -> ArticleGraph:
    """Return a graph that says `text` of its article `quads` times over."""
    node = NamedNode(iris.article(BASE, identifier))
    made = [Quad(node, DCT.title, Literal(f'{text} "{number}"\n\\'), node) for number in range(quads)]
    lines = serialize(made, format=RdfFormat.N_QUADS)
    assert lines
    entry = Entry(
        id=identifier, graph=node.value, record=text, text=text, quads=quads, digest=digest(lines.splitlines())
    )
    return ArticleGraph(entry=entry, nquads=lines)


def known(value: str = "x") -> list[Statement]:
    """Return a knowledge layer of one triple."""
    return [statement("https://example.org/x", DCT.title, Literal(value))]


def dump(store: LocalStore) -> list[bytes]:
    """Return all that is in a store, sorted."""
    lines = store.graph.dump(format=RdfFormat.N_QUADS)
    assert lines is not None
    return sorted(lines.splitlines())
