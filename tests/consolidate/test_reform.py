"""The reform of 2025 in sample articles of our own: agencies through time, careers, namesakes, one event told twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import lienket
from lienket.api import KnowledgeGraph
from lienket.errors import AmbiguousError

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "reform-2025"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    store = tmp_path_factory.mktemp("reform") / "store"
    lienket.build(SAMPLES, store=store)
    with lienket.open(store) as opened:
        yield opened


def test_there_are_thirty_articles_of_2024_to_2026() -> None:
    lines = (SAMPLES / "bao-vi-du.jsonl").read_text(encoding="utf-8").splitlines()
    published = [json.loads(line)["published"] for line in lines]
    assert len(published) >= 30
    assert all("2024" <= day < "2027" for day in published)


def test_one_question_tells_the_ethnic_affairs_body_through_all_its_names_with_its_heads_in_order(
    graph: KnowledgeGraph,
) -> None:
    held = [
        (row["body"], row["person"])
        for row in graph.ask("heads-through-time", agency="Ban Dân tộc tỉnh Thái Nguyên")
        if row["person"] and row["first"]
    ]
    before, after = "Ban Dân tộc tỉnh Thái Nguyên", "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên"
    assert held == [
        (before, "Hoàng Thử Nghiệm"),
        (after, "Hoàng Thử Nghiệm"),
        (after, "Ma Thị Giả Định"),
        (after, "Bàn Văn Phác Thảo"),
        (after, "Dương Minh Họa"),
    ]


@pytest.mark.parametrize(
    ("agency", "after", "when", "law"),
    [
        ("Ủy ban Dân tộc", "Bộ Dân tộc và Tôn giáo", "2025-03-01", "176/2025/QH15"),
        (
            "Sở Dân tộc và Tôn giáo tỉnh Bắc Kạn",
            "Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên",
            "2025-07-01",
            "202/2025/QH15",
        ),
        ("Bộ Giao thông vận tải", "Bộ Xây dựng", "2025-03-01", "176/2025/QH15"),
        ("Công an tỉnh Yên Bái", "Công an tỉnh Lào Cai", "2025-07-01", "202/2025/QH15"),
        ("Ủy ban nhân dân tỉnh Vĩnh Phúc", "Ủy ban nhân dân tỉnh Phú Thọ", "2025-07-01", "202/2025/QH15"),
    ],
)
def test_what_became_of_a_body_is_known_with_the_law(
    graph: KnowledgeGraph, agency: str, after: str, when: str, law: str
) -> None:
    rows = list(graph.ask("successors-of", agency=agency))
    assert any((row["after"], row["when"], row["basis"]) == (after, when, law) for row in rows)


def test_the_committee_of_a_district_ended_with_the_districts(graph: KnowledgeGraph) -> None:
    rows = list(graph.ask("successors-of", agency="Ủy ban nhân dân huyện Ba Vì"))
    assert {(row["after"], row["when"]) for row in rows} == {(None, "2025-07-01")}


@pytest.mark.parametrize(
    "name",
    [
        "Hoàng Thử Nghiệm",
        "Dương Minh Họa",
        "Ma Thị Giả Định",
        "Bàn Văn Phác Thảo",
        "Vi Thị Mô Phỏng",
        "Lý Thị Tượng Trưng",
        "Võ Thành Hư Cấu",
        "Thạch Thị Ví Dụ",
        "Giàng A Mẫu",
    ],
)
def test_a_career_across_the_reform_is_one_persons(graph: KnowledgeGraph, name: str) -> None:
    assert len(graph.people(name)) == 1


@pytest.mark.parametrize(("name", "verdict"), [("Nguyễn Văn Mẫu", "different"), ("Hoàng Văn Dự Thảo", "unsure")])
def test_namesakes_stay_two_and_the_verdict_says_why(graph: KnowledgeGraph, name: str, verdict: str) -> None:
    rows = list(graph.ask("homonyms", name=name))
    assert len(graph.people(name)) == 2
    assert {row["verdict"] for row in rows} == {verdict}
    assert all(row["evidence"] for row in rows)


def test_nobody_holds_an_office_of_a_place_that_was_gone(graph: KnowledgeGraph) -> None:
    late = graph.query(
        "SELECT ?m WHERE { ?m a org:Membership ; org:organization/lk:jurisdiction/lk:validThrough ?end ; "
        "lk:lastAttested ?last . FILTER(?last > ?end) }"
    )
    assert list(late) == []


def test_an_event_that_two_articles_report_is_one_and_two_sessions_are_two(graph: KnowledgeGraph) -> None:
    rows = graph.query(
        "SELECT ?event (COUNT(?local) AS ?articles) (SAMPLE(?day) AS ?on) "
        "WHERE { ?event a lk:Event ; schema:startDate ?day ; prov:wasDerivedFrom ?local } GROUP BY ?event"
    )
    told = {(row["on"], row["articles"]) for row in rows}
    assert ("2025-03-03", "2") in told
    assert not {("2025-07-28", "2"), ("2025-07-29", "2")} & told


def test_bodies_of_one_name_are_told_apart_by_the_days_of_their_places(graph: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousError) as told:
        graph.show("Ủy ban nhân dân tỉnh Phú Thọ")
    hints = {one.hint for one in told.value.candidates}
    assert len(hints) == 2
    assert any("2025-07-01" in hint for hint in hints)
