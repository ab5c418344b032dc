"""A small store: two people known, one article that says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from lienket.rdf.ntriples import Statement, statement
from lienket.rdf.terms import FOAF, LK, RDF, XSD
from lienket.store.ledger import ArticleGraph, Entry, digest
from lienket.store.local import LocalStore

ARTICLE = "https://w3id.org/lienket/id/article/mot"


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    """A store opened for reading, with two people in what we know and one in the article."""
    folder: Path = tmp_path_factory.mktemp("store")
    with LocalStore.write(folder) as written:
        written.save([_article()])
        written.know(_knowledge())
    with LocalStore.read(folder) as read:
        yield read


def _knowledge() -> list[Statement]:
    known: list[Statement] = []
    for key, name in (("a", "Nguyễn Văn Thí Dụ"), ("b", "Trần Thị Minh Họa")):
        person = f"https://w3id.org/lienket/id/person/{key}"
        known += [
            statement(person, RDF.type, FOAF.Person),
            statement(person, FOAF.name, ox.Literal(name)),
            statement(person, LK.rank, ox.Literal("1", datatype=XSD.integer)),
        ]
    return known


def _article() -> ArticleGraph:
    graph = ox.NamedNode(ARTICLE)
    quad = ox.Quad(ox.NamedNode(f"{ARTICLE}#person-x"), FOAF.name, ox.Literal("Nguyễn Văn Thí Dụ"), graph)
    lines = ox.serialize([quad], format=ox.RdfFormat.N_QUADS)
    entry = Entry(id="mot", graph=ARTICLE, record="0", text="0", quads=1, digest=digest(lines.splitlines()))
    return ArticleGraph(entry=entry, nquads=lines)
