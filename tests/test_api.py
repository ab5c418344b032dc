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


def test_a_person_is_a_record_with_evidence(graph: KnowledgeGraph) -> None:
    person = graph.person("nguyen van thi du")
    (tenure,) = person.roles
    assert (person.label, tenure.role, tenure.statuses) == ("Nguyễn Văn Thí Dụ", "Trưởng ban", ("đương chức",))
    assert tenure.agency is not None and tenure.agency.label == "Ban Dân tộc tỉnh Yên Bái"
    assert (tenure.first_attested, tenure.since, tenure.until) == (None, None, None)
    assert tenure.quote is not None and tenure.quote.text in TEXT
    (attendance,) = person.events
    assert (attendance.event.label, attendance.function) == ("Hội nghị", "tham dự")
    assert graph.people("nguyen van thi du") == (person,)
    assert graph.person(person.iri) == person


def test_an_agency_and_an_event_are_records_too(graph: KnowledgeGraph) -> None:
    agency = graph.agency("ban dan toc yen bai")
    (holder,) = agency.holders
    assert (holder.person.label, holder.role, agency.jurisdiction) == (
        "Nguyễn Văn Thí Dụ",
        "Trưởng ban",
        "tỉnh Yên Bái",
    )
    event = graph.event(agency.events[0].event.iri)
    assert {(one.who.label, one.function) for one in event.participants} == {
        ("Ban Dân tộc tỉnh Yên Bái", "tổ chức"),
        ("Nguyễn Văn Thí Dụ", "tham dự"),
    }
    assert event.start is not None and str(event.start) == "2017-08-04"


def test_who_is_not_there_is_said_in_a_line(graph: KnowledgeGraph) -> None:
    with pytest.raises(lienket.UsageError, match="Lý Không Có"):
        graph.person("Lý Không Có")
    assert graph.people("Lý Không Có") == ()


def test_two_people_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    far = TEXT.replace("Yên Bái", "Cà Mau")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(far, encoding="utf-8")
    lienket.build([tmp_path / "a.txt", tmp_path / "b.txt"], store=tmp_path / "store")
    with lienket.open(tmp_path / "store") as graph:
        with pytest.raises(lienket.UsageError, match="people"):
            graph.person("Nguyễn Văn Thí Dụ")
        both = graph.people("Nguyễn Văn Thí Dụ")
        assert {one.roles[0].agency.label for one in both if one.roles[0].agency} == {
            "Ban Dân tộc tỉnh Yên Bái",
            "Ban Dân tộc tỉnh Cà Mau",
        }


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_rows_become_data_frames(graph: KnowledgeGraph, library: str) -> None:
    pytest.importorskip(library)
    rows, reply = graph.query(NAMES), graph.ask("roles-of", person="Nguyễn Văn Thí Dụ")
    for answer, column in ((rows, "name"), (reply, "role")):
        frame = getattr(answer, f"to_{library}")()
        assert list(frame[column]) == ["Nguyễn Văn Thí Dụ" if column == "name" else "Trưởng ban"]
    assert list(getattr(reply, f"to_{library}")().columns)[-1] == "articles"
    empty = graph.query("SELECT ?nothing WHERE { ?nothing a lk:Nothing }")
    assert list(getattr(empty, f"to_{library}")().columns) == ["nothing"]


def test_the_network_around_someone(graph: KnowledgeGraph) -> None:
    whole, near = graph.network(), graph.network(focus="nguyen van thi du")
    assert set(near) <= set(whole)
    assert {near.nodes[node]["kind"] for node in near} == {"person", "agency", "event"}
    assert set(graph.network(focus="hội nghị", hops=2)) >= set(graph.network(focus="hội nghị"))
    with pytest.raises(lienket.UsageError):
        graph.network(focus="Lý Không Có")


def test_a_picture_for_a_notebook_is_pyvis_and_loads_nothing(graph: KnowledgeGraph, tmp_path: Path) -> None:
    from pyvis.network import Network

    picture = graph.to_pyvis(focus="nguyen van thi du", max_nodes=2)
    assert isinstance(picture, Network)
    assert len(picture.nodes) == 2
    picture.heading = "<script>alert(1)</script>"
    picture.add_node("more", "</script><img src=x onerror=alert(1)>", title="<a href=javascript:alert(1)>x</a>")
    picture.write_html(str(tmp_path / "tranh.html"))
    page = (tmp_path / "tranh.html").read_text(encoding="utf-8")
    assert "<img" not in page and "<a href" not in page and "<script>alert" not in page
    assert "default-src 'none'".replace("'", "&#x27;") in page
    assert "https://cdn" not in page
    assert picture._repr_html_().startswith('<iframe srcdoc="&lt;!DOCTYPE html&gt;')
