"""The Python interface: small, lazy, and over real rdflib and networkx."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib import FOAF, URIRef

import lienket
from lienket.api import KnowledgeGraph

ROOT = Path(__file__).resolve().parent.parent
TEXT = (
    "Ngày 04/8/2017, Ban Dân tộc tỉnh Yên Bái tổ chức hội nghị.\n"
    "Dự hội nghị có ông Nguyễn Văn Thí Dụ, Trưởng ban Ban Dân tộc tỉnh Yên Bái.\n"
)
NAMES = "SELECT ?name WHERE { ?person foaf:name ?name }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a store with one article."""
    place: Path = tmp_path_factory.mktemp("api")
    (place / "thu.txt").write_text(TEXT, encoding="utf-8")
    report = lienket.build(place / "thu.txt", store=place / "store")
    assert (report.saved, report.rejected, report.consolidated) == (1, (), True)
    return place


@pytest.fixture
def graph(folder: Path) -> Iterator[KnowledgeGraph]:
    """Return the open store."""
    with lienket.open(folder / "store") as opened:
        yield opened


def test_building_again_changes_nothing(folder: Path) -> None:
    report = lienket.build([folder / "thu.txt"], store=folder / "store")
    assert (report.saved, report.unchanged, report.consolidated) == (0, 1, False)


def test_a_query_gives_rows(graph: KnowledgeGraph) -> None:
    assert list(graph.query(NAMES)) == [{"name": "Nguyễn Văn Thí Dụ"}]


def test_the_dataset_is_rdflibs_and_its_plain_queries_ask_what_is_known(graph: KnowledgeGraph) -> None:
    dataset = graph.dataset()
    assert isinstance(dataset, rdflib.Dataset)
    assert [str(row["name"]) for row in dataset.query(NAMES)] == ["Nguyễn Văn Thí Dụ"]  # type: ignore[index]
    people = "SELECT ?p WHERE { ?p a foaf:Person }"
    known = [str(row["p"]) for row in dataset.query(people)]  # type: ignore[index]
    assert known == [row["p"] for row in graph.query(people)]
    assert known[0].startswith("https://w3id.org/lienket/id/person/")


def test_the_dataset_asks_an_article_by_its_graph(graph: KnowledgeGraph) -> None:
    dataset = graph.dataset()
    query = "SELECT ?g ?name WHERE { GRAPH ?g { ?p foaf:name ?name } }"
    (row,) = dataset.query(query)
    assert str(row["name"]) == "Nguyễn Văn Thí Dụ"  # type: ignore[index]
    article = dataset.graph(URIRef(str(row["g"])))  # type: ignore[index]
    assert [str(name) for name in article.objects(None, FOAF.name)] == ["Nguyễn Văn Thí Dụ"]


def test_the_dataset_walks_as_a_graph(graph: KnowledgeGraph) -> None:
    dataset = graph.dataset()
    known = dataset.default_graph
    assert [str(name) for name in known.objects(None, FOAF.name)] == ["Nguyễn Văn Thí Dụ"]


def test_the_network_is_networkxs(graph: KnowledgeGraph) -> None:
    network = graph.network()
    assert isinstance(network, nx.MultiDiGraph)
    labels = {attributes["label"] for _, attributes in network.nodes(data=True)}
    assert {"Nguyễn Văn Thí Dụ", "Ban Dân tộc tỉnh Yên Bái"} <= labels
    only_people = graph.network(kinds=["person"])
    assert [attributes["kind"] for _, attributes in only_people.nodes(data=True)] == ["person"]


def test_the_graph_is_exported(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.export(tmp_path / "graph.ttl")
    assert "Nguyễn Văn Thí Dụ" in (tmp_path / "graph.ttl").read_text(encoding="utf-8")


def test_faults_are_of_one_family(tmp_path: Path) -> None:
    with pytest.raises(lienket.StoreError):
        lienket.open(tmp_path / "nothing")
    with pytest.raises(lienket.LienketError):
        lienket.build(tmp_path / "nothing.txt", store=tmp_path / "store")


def test_importing_is_cheap() -> None:
    heavy = "{'rdflib', 'networkx', 'trafilatura', 'pyoxigraph', 'rich', 'numpy', 'lxml'}"
    code = f"import sys, lienket; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(ROOT / "graph")},
    )
    assert done.stdout.strip() == "[]"


def test_the_version_is_that_of_the_package() -> None:
    assert lienket.__version__.count(".") == 2
    with pytest.raises(AttributeError):
        _ = lienket.nothing
