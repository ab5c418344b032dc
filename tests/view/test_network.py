"""The network holds what we know, each tie with the words that state it, in one order."""

from __future__ import annotations

import itertools
import random

import networkx as nx
import pyoxigraph as ox
import pytest

from lienket.view.network import KINDS, TIES, Fact, Words, core, network_of
from tests.view.fictional import FOAF, LK, ORG, PROV, SKOS, Demo, concept, demo, text

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


SENTENCE = "Bà Lê Thị Mẫu, Giám đốc Sở Thí dụ, và ông Trần Văn Ví Dụ, Giám đốc Sở Giả định, dự Hội nghị bàn việc mẫu."


def mentioned(made: Demo, entity: ox.NamedNode, article: str, *names: str) -> ox.NamedNode:
    local = made.local(article)
    made.say(local, PROV + "specializationOf", entity)
    for name in names:
        made.span(local, article, name, LK + "mention")
    return local


@pytest.fixture(scope="module")
def meeting() -> Demo:
    """Two heads of two departments at one meeting, told in one sentence."""
    made = Demo()
    article = made.article(1, "Hội nghị bàn việc mẫu", date="2031-05-12")
    event = made.event("Hội nghị bàn việc mẫu")
    made.stated(event, article, SENTENCE)
    agencies = [made.agency("Sở Thí dụ tỉnh Sông Mây"), made.agency("Sở Giả định tỉnh Sông Mây")]
    for name, agency, short in zip(
        ("Lê Thị Mẫu", "Trần Văn Ví Dụ"), agencies, ("Sở Thí dụ", "Sở Giả định"), strict=True
    ):
        person = made.person(name)
        mentioned(made, person, article, name)
        mentioned(made, agency, article, short)
        made.stated(made.role(person, "giam-doc", agency), article, SENTENCE)
        made.stated(made.part(person, event, "attendee"), article, SENTENCE)
    together = made.thing("cooperation", LK + "Cooperation", "", {LK + "count": ox.Literal(3), LK + "reason": event})
    for agency in agencies:
        made.say(together, LK + "partner", agency)
    return made


def marked(evidence: object) -> list[str]:
    (said,) = evidence  # type: ignore[misc]
    assert list(said.marks) == sorted(said.marks)
    return [said.quote[begin:end] for begin, end in said.marks]


def test_marked_are_who_the_title_beside_them_and_where(meeting: Demo) -> None:
    graph = network_of(meeting.store)
    (one,) = ties(graph, "Lê Thị Mẫu", "Sở Thí dụ tỉnh Sông Mây")
    (other,) = ties(graph, "Trần Văn Ví Dụ", "Sở Giả định tỉnh Sông Mây")
    assert marked(one["evidence"]) == ["Lê Thị Mẫu", "Giám đốc", "Sở Thí dụ"]
    assert marked(other["evidence"]) == ["Trần Văn Ví Dụ", "Giám đốc", "Sở Giả định"]
    (said,) = other["evidence"]  # type: ignore[misc]
    assert said.marks[1][0] == SENTENCE.rindex("Giám đốc")


def test_an_event_is_marked_by_its_name_never_by_the_whole_sentence(meeting: Demo) -> None:
    graph = network_of(meeting.store)
    (part,) = ties(graph, "Lê Thị Mẫu", "Hội nghị bàn việc mẫu")
    assert marked(part["evidence"]) == ["Lê Thị Mẫu", "Hội nghị bàn việc mẫu"]
    assert marked(graph.nodes[named(graph, "Hội nghị bàn việc mẫu")]["evidence"]) == ["Hội nghị bàn việc mẫu"]
    assert marked(graph.nodes[named(graph, "Lê Thị Mẫu")]["evidence"]) == ["Lê Thị Mẫu"]


def test_agencies_that_acted_together_are_tied_once_with_what_they_share(meeting: Demo) -> None:
    graph = network_of(meeting.store)
    found = [(source, target, tie) for source, target, tie in graph.edges(data=True) if tie["kind"] == "together"]
    ((source, target, tie),) = found
    assert source < target
    assert (tie["count"], tie["label"]) == (3, None)
    assert sorted(marked(tie["evidence"])) == ["Sở Giả định", "Sở Thí dụ"]


def test_titles_are_marked_whole() -> None:
    made = Demo()
    article, person = made.article(1, "Bài"), made.person("Lê Thị Mẫu")
    quote = "Siêu Giám đốcx Lê Thị Mẫu phát biểu."
    made.stated(made.role(person, "giam-doc", made.agency("Sở Thí dụ")), article, quote)
    mentioned(made, person, article, "Lê Thị Mẫu")
    (role,) = ties(network_of(made.store), "Lê Thị Mẫu", "Sở Thí dụ")
    assert marked(role["evidence"]) == ["Lê Thị Mẫu"]


def change(made: Demo, cls: str, before: ox.NamedNode, after: ox.NamedNode) -> None:
    node = made.thing("change", ORG + "ChangeEvent", "", {"https://schema.org/startDate": text("2031-07-01")})
    made.say(node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", ox.NamedNode(LK + cls))
    made.say(node, ORG + "originalOrganization", before)
    made.say(node, ORG + "resultingOrganization", after)


def test_what_agencies_became_is_told_as_far_as_named_ones_need_it() -> None:
    made = Demo()
    article = made.article(1, "Bài")
    names = ("Sở Một", "Sở Hai", "Sở Ba", "Sở Bốn", "Sở Năm", "Sở Sáu", "Sở Bảy")
    bodies = [made.agency(name) for name in names]
    for one, other in itertools.pairwise(bodies):
        change(made, "Rename", one, other)
    for number in (0, 4):  # only these do articles name: Hai, Ba, Bốn lie between, Sáu beside, Bảy neither
        mentioned(made, bodies[number], article, names[number])
    graph = network_of(made.store)
    assert [graph.nodes[node]["label"] for node in sorted(graph)] == list(names[:-1])
    (tie,) = ties(graph, "Sở Một", "Sở Hai")
    assert (tie["kind"], tie["label"], tie["start"]) == ("became", Words("đổi tên cơ quan", "renaming"), "2031-07-01")
    assert (tie["evidence"], tie["confidence"], tie["count"]) == ((), None, None)


def test_where_things_are_is_the_province_of_their_place_or_offices() -> None:
    made = Demo()
    level, within = LK + "level", "https://schema.org/containedInPlace"
    area = "https://schema.org/AdministrativeArea"
    province = made.thing("place", area, "tỉnh Sông Mây", {level: concept("level/province")})
    commune = made.thing("place", area, "xã Mẫu", {level: concept("level/commune"), within: province})
    office, event = made.agency("Ủy ban nhân dân xã Mẫu"), made.event("Hội nghị")
    central, person = made.agency("Bộ Thí dụ"), made.person("Lê Thị Mẫu")
    made.say(office, LK + "jurisdiction", commune)
    made.say(event, "https://schema.org/location", commune)
    made.role(person, "giam-doc", office)
    made.role(person, "giam-doc", central)
    graph = network_of(made.store)
    told = {graph.nodes[node]["label"]: graph.nodes[node]["provinces"] for node in graph}
    here = (Words("tỉnh Sông Mây", "tỉnh Sông Mây"),)
    assert told == {"Lê Thị Mẫu": here, "Ủy ban nhân dân xã Mẫu": here, "Hội nghị": here, "Bộ Thí dụ": ()}


def test_who_may_be_the_same_is_named_by_iri_and_post() -> None:
    made = Demo()
    one, other, third = (made.person("Lê Thị Mẫu") for _ in range(3))
    held = made.role(other, "giam-doc", made.agency("Sở Thí dụ"))
    post = made.thing("post", ORG + "Post", "", {SKOS + "prefLabel": text("Giám đốc, Sở Thí dụ", "vi")})
    made.say(held, LK + "post", post)
    for left, right, verdict in ((one, other, "unsure"), (one, third, "different")):
        said = {LK + "left": left, LK + "right": right, LK + "verdict": text(verdict)}
        made.thing("comparison", LK + "Comparison", "", said)
    nodes = network_of(made.store).nodes
    assert nodes[one.value]["perhaps"] == (other.value,)
    assert Fact("perhaps", Words("Giám đốc, Sở Thí dụ", "Giám đốc, Sở Thí dụ")) in nodes[one.value]["facts"]
    assert (nodes[other.value]["perhaps"], nodes[third.value]["perhaps"]) == ((one.value,), ())


@pytest.mark.parametrize("limit", [0, 5, 20, 1000])
def test_a_limit_leaves_the_most_tied_as_they_are_in_the_whole(graph: nx.MultiDiGraph[str], limit: int) -> None:
    part, whole = network_of(demo(), limit=limit), core(graph, limit=limit)
    assert list(part.nodes(data=True)) == list(whole.nodes(data=True))
    assert list(part.edges(keys=True, data=True)) == list(whole.edges(keys=True, data=True))


def test_read_whole_or_one_by_one_the_network_is_the_same(
    graph: nx.MultiDiGraph[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lienket.view.reading._FEW", 0)
    whole = network_of(demo())
    assert list(whole.nodes(data=True)) == list(graph.nodes(data=True))
    assert list(whole.edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
