"""The network holds what we know, each tie with the words that state it, in one order."""

from __future__ import annotations

import random

import networkx as nx
import pyoxigraph as ox
import pytest

from lienket.view.network import KINDS, TIES, Fact, Words, network_of
from tests.view.fictional import FOAF, LK, ORG, Demo, concept, demo, text

QUOTE = "Đồng chí Nguyễn Thái Đường, Trưởng ban Dân tộc tỉnh Sông Mây phát biểu khai mạc."


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    return network_of(demo())


def named(graph: nx.MultiDiGraph[str], label: str) -> str:
    return next(node for node in graph if graph.nodes[node]["label"] == label)


def ties(graph: nx.MultiDiGraph[str], source: str, target: str) -> list[dict[str, object]]:
    return list(graph[named(graph, source)][named(graph, target)].values())


def test_every_kind_of_node_and_tie_is_there(graph: nx.MultiDiGraph[str]) -> None:
    assert {graph.nodes[node]["kind"] for node in graph} == set(KINDS)
    # The demonstration has no reform and no cooperation; both have tests of their own.
    assert {kind for _, _, kind in graph.edges(data="kind")} == set(TIES) - {"became", "together"}


def test_a_role_says_what_when_and_in_which_words(graph: nx.MultiDiGraph[str]) -> None:
    (role,) = ties(graph, "Nguyễn Thái Đường", "Ban Dân tộc tỉnh Sông Mây")
    assert (role["kind"], role["label"]) == ("role", Words("Trưởng ban", "Head"))
    assert role["statuses"] == (Words("giữ chức", "attested"),)
    assert (role["first"], role["last"], role["start"]) == ("2016-12-01", "2017-08-04", None)
    (said,) = role["evidence"]  # type: ignore[misc]
    assert (said.quote, said.date, said.outlet) == (QUOTE, "2016-12-02", "Báo Thí Dụ")
    assert (said.url, said.article) == ("https://bao.example/phoi-hop", "thi-du-090")
    assert role["confidence"] == said.confidence == 0.97


def test_taking_part_says_as_what_and_in_which_capacity(graph: nx.MultiDiGraph[str]) -> None:
    (part,) = ties(graph, "Nguyễn Thái Đường", "Lễ ký chương trình phối hợp công tác dân tộc")
    assert (part["kind"], part["label"]) == ("took-part", Words("phát biểu", "speaker"))
    assert part["capacities"] == (Words("Trưởng ban", "Head"),)


def test_organising_is_a_tie_of_its_own(graph: nx.MultiDiGraph[str]) -> None:
    (tie,) = ties(graph, "Ban Dân tộc tỉnh Đồi Thông", "Lễ ký chương trình phối hợp công tác dân tộc")
    assert tie["kind"] == "organised"


def test_programme_document_and_unit_are_tied_with_their_own_evidence(graph: nx.MultiDiGraph[str]) -> None:
    (partner,) = ties(graph, "Ban Dân tộc tỉnh Sông Mây", "Chương trình phối hợp công tác dân tộc 2017–2020")
    (issued,) = ties(graph, "Ủy ban nhân dân tỉnh Sông Mây", "Kế hoạch 166/KH-UBND")
    (unit,) = ties(graph, "Sở Y tế tỉnh Sông Mây", "Ủy ban nhân dân tỉnh Sông Mây")
    assert (partner["kind"], issued["kind"], unit["kind"]) == ("partner-of", "issued", "unit-of")
    assert all(tie["evidence"] for tie in (partner, issued, unit))


def test_a_unit_known_from_reference_data_alone_has_no_evidence(graph: nx.MultiDiGraph[str]) -> None:
    (unit,) = ties(graph, "Ban Dân tộc tỉnh Sông Mây", "Ủy ban nhân dân tỉnh Sông Mây")
    assert (unit["evidence"], unit["confidence"]) == ((), None)


def test_a_role_without_agency_stays_with_the_person(graph: nx.MultiDiGraph[str]) -> None:
    person = graph.nodes[named(graph, "Nguyễn Thái Đường")]
    (role,) = person["open_roles"]
    assert (role["label"], role["statuses"]) == (
        Words("Chánh Văn phòng", "Chief of Office"),
        (Words("nguyên", "former"),),
    )
    assert role["evidence"][0].quote == "Đồng chí nguyên là Chánh Văn phòng."
    assert person["also"] == ("Thái Đường",)
    assert Fact("also", Words("Thái Đường", "Thái Đường")) in person["facts"]


def test_only_the_kinds_asked_for() -> None:
    graph = network_of(demo(), kinds=("person", "agency"))
    assert {graph.nodes[node]["kind"] for node in graph} == {"person", "agency"}
    assert {kind for _, _, kind in graph.edges(data="kind")} == {"role", "unit-of"}


def test_the_order_of_statements_does_not_change_the_network(graph: nx.MultiDiGraph[str]) -> None:
    quads = list(demo())
    random.Random(11).shuffle(quads)
    other = ox.Store()
    other.extend(quads)
    again = network_of(other)
    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))


def test_of_several_spans_of_one_statement_the_first_is_quoted() -> None:
    made = Demo()
    person, agency = made.person("Lê Thị Mẫu"), made.agency("Sở Thí dụ tỉnh Sông Mây")
    article = made.article(1, "Bài")
    held = made.role(person, "giam-doc", agency)
    local = made.local(article)
    made.say(held, "http://www.w3.org/ns/prov#wasDerivedFrom", local)
    for quote in ("Câu thứ nhất.", "Chức danh"):
        made.span(local, article, quote, "http://www.w3.org/ns/prov#wasDerivedFrom")
    (role,) = ties(network_of(made.store), "Lê Thị Mẫu", "Sở Thí dụ tỉnh Sông Mây")
    assert [said.quote for said in role["evidence"]] == ["Câu thứ nhất."]  # type: ignore[attr-defined]


def test_what_articles_alone_say_is_not_in_it() -> None:
    made = Demo()
    article = made.article(1, "Bài")
    local = made.local(article)
    made.say(local, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode(FOAF + "Person"), article)
    made.say(local, FOAF + "name", text("Trần Văn Thí Dụ"), article)
    assert len(network_of(made.store)) == 0


def test_an_empty_store_is_an_empty_network() -> None:
    assert len(network_of(ox.Store())) == 0


def test_a_role_without_label_does_not_break_it() -> None:
    made = Demo()
    person, agency = made.person("Lê Thị Mẫu"), made.agency("Sở Thí dụ tỉnh Sông Mây")
    made.thing(
        "membership",
        ORG + "Membership",
        "",
        {
            ORG + "member": person,
            ORG + "organization": agency,
            ORG + "role": concept("role/khong-co"),
            LK + "rank": text("1"),
        },
    )
    (role,) = ties(network_of(made.store), "Lê Thị Mẫu", "Sở Thí dụ tỉnh Sông Mây")
    assert role["label"] is None
