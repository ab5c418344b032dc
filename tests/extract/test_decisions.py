"""Decisions about offices: how they are called, who takes them, who hands them over, on which day and where."""

from __future__ import annotations

import pytest

from lienket.model import Event
from tests.extract.told import LEAD, events, facts

_OFFICE = "ông Trần Văn Mực giữ chức Giám đốc Sở Y tế tỉnh Thái Bình"


def decision(sentence: str) -> tuple[Event, set[tuple[str, str]]]:
    """Return the one decision of a sentence, and who takes part in it."""
    found = events(facts(f"{LEAD}{sentence}"))
    (one,) = [(event, parts) for event, parts in found if str(event.type) == "appointment"]
    return one


@pytest.mark.parametrize(
    "verbs",
    ["Điều động, bổ nhiệm", "Luân chuyển, chỉ định", "Tiếp nhận và bổ nhiệm", "Bổ nhiệm"],
)
def test_a_decision_is_called_by_all_its_verbs(verbs: str) -> None:
    event, _ = decision(f"UBND tỉnh Thái Bình quyết định {verbs.lower()} {_OFFICE}.")
    assert event.label == f"{verbs} {_OFFICE}"


@pytest.mark.parametrize(
    ("sentence", "decider"),
    [
        (f"UBND tỉnh Thái Bình vừa ban hành Quyết định số 12/QĐ-UBND về việc điều động, bổ nhiệm {_OFFICE}.", "UBND"),
        (f"UBND tỉnh Thái Bình vừa có Quyết định tiếp nhận, bổ nhiệm {_OFFICE}.", "UBND"),
        (f"Theo Quyết định số 12/QĐ-UBND ngày 3/5/2021 của UBND tỉnh Thái Bình, bổ nhiệm {_OFFICE}.", "UBND"),
        (f"Ông Lê Văn Mẫu vừa ký Quyết định số 12/QĐ-UBND ngày 3/5/2021 bổ nhiệm {_OFFICE}.", "Lê Văn Mẫu"),
        (f"UBND tỉnh Thái Bình trao quyết định luân chuyển {_OFFICE}.", "UBND"),
        (f"Thừa ủy quyền của UBND tỉnh Thái Bình, ông Lê Văn Mẫu trao quyết định bổ nhiệm {_OFFICE}.", "UBND"),
    ],
)
def test_who_issues_the_paper_decides(sentence: str, decider: str) -> None:
    name = decider.replace("UBND", "Ủy ban nhân dân tỉnh Thái Bình")
    _, parts = decision(sentence)
    assert {who for who, function in parts if function == "organiser"} == {name}


def test_who_only_hands_a_decision_over_does_not_take_it() -> None:
    _, parts = decision(f"Ông Lê Văn Mẫu đã trao quyết định bổ nhiệm {_OFFICE}.")
    assert parts == {("Lê Văn Mẫu", "attendee"), ("Trần Văn Mực", "subject")}


def test_a_decision_is_on_the_day_of_its_paper() -> None:
    event, _ = decision(f"UBND tỉnh Thái Bình vừa ban hành Quyết định số 12/QĐ-UBND ngày 3/5/2021 bổ nhiệm {_OFFICE}.")
    assert str(event.start) == "2021-05-03"


def test_a_decision_is_handed_over_where_its_sentence_opens() -> None:
    found = facts(f"{LEAD}Ngày 3/5/2021, tại Hà Nội, ông Lê Văn Mẫu đã trao quyết định bổ nhiệm {_OFFICE}.")
    names = {place.key: place.name for place in found.places}
    assert [names[one.place or ""] for one in found.events] == ["thành phố Hà Nội"]


def test_a_decision_is_on_the_day_of_its_paper_and_not_from_when_it_holds() -> None:
    event, _ = decision(
        "Theo Quyết định số 12/QĐ-UBND ngày 2/1/2024 của UBND tỉnh Thái Bình, ông Trần Văn Mực được bổ nhiệm giữ chức"
        " Giám đốc Sở Y tế từ ngày 5/1/2024."
    )
    assert str(event.start) == "2024-01-02"


def test_the_body_of_an_unnamed_office_takes_the_decision_of_its_paper() -> None:
    _, parts = decision(f"Ông Lê Văn Mẫu trao quyết định của Chủ tịch UBND tỉnh Thái Bình bổ nhiệm {_OFFICE}.")
    assert ("Ủy ban nhân dân tỉnh Thái Bình", "organiser") in parts


def test_each_decision_of_a_list_is_called_by_its_own_item() -> None:
    text = (
        "Chủ tịch UBND tỉnh Nam Định đã ký quyết định bổ nhiệm: ông Lê Văn Mẫu giữ chức Giám đốc Sở Y tế; bà Vũ Thí Dụ"
        " giữ chức Giám đốc Sở Xây dựng."
    )
    labels = [event.label for event, _ in events(facts(text)) if event.type == "appointment"]
    assert "Bà Vũ Thí Dụ giữ chức Giám đốc Sở Xây dựng" in labels


def test_an_office_holder_who_is_proposed_for_punishment_does_not_propose_it() -> None:
    text = "Chủ tịch huyện bị đề nghị kỷ luật\n\nÔng Lê Văn Mẫu, Chủ tịch UBND huyện Ý Yên, tỉnh Nam Định, đi họp."
    [(_, parts)] = [one for one in events(facts(text)) if one[0].type == "appointment"]
    assert parts == {("Lê Văn Mẫu", "subject")}


def test_another_body_decides_in_the_next_item() -> None:
    text = (
        "Ngày 1/7/2025, công bố nghị quyết của Ban Thường vụ Tỉnh ủy Lào Cai chỉ định ông Lê Văn Mẫu giữ chức Bí thư"
        " Đảng ủy xã Thí Dụ; HĐND tỉnh Lào Cai chỉ định bà Vũ Thí Dụ giữ chức Chủ tịch HĐND xã Thí Dụ."
    )
    deciders = [{name for name, function in parts if function == "organiser"} for _, parts in events(facts(text))]
    assert {"Hội đồng nhân dân tỉnh Lào Cai"} in deciders


def test_a_warrant_is_approved_against_someone() -> None:
    text = "Viện KSND tối cao đã phê chuẩn lệnh bắt tạm giam đối với ông Lê Văn Mẫu."
    [(event, parts)] = events(facts(LEAD + text))
    assert event.type == "incident"
    assert ("Lê Văn Mẫu", "subject") in parts
