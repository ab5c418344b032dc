"""Who speaks at an occasion, who chairs it and who is there: sentences after the one that tells it."""

from __future__ import annotations

import pytest

from tests.extract.told import LEAD, events, facts, parts_by_event

MEETING = "Sáng 7/2/2017, Sở Y tế tỉnh Thái Bình tổ chức hội nghị bàn việc mẫu."


def parts(text: str) -> set[tuple[str, str]]:
    """Return who takes part, and how, in the one event that the rules read."""
    ((_, found),) = events(facts(LEAD + text))
    return found


@pytest.mark.parametrize(
    "said",
    [
        "Bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình, đánh giá cao cách làm này.",
        "Bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình cũng nêu vấn đề ở một góc khác.",
    ],
)
def test_an_official_speaks_at_a_meeting_in_whatever_words(said: str) -> None:
    assert parts(f"{MEETING} {said}") >= {("Vũ Thí Dụ", "speaker"), ("Vũ Thí Dụ", "attendee")}


def test_a_body_speaks_by_its_representative() -> None:
    text = f"{MEETING} Đại diện Sở Nội vụ tỉnh Thái Bình đánh giá cao cách làm này."
    assert parts(text) >= {("Sở Nội vụ tỉnh Thái Bình", "speaker"), ("Sở Nội vụ tỉnh Thái Bình", "attendee")}


@pytest.mark.parametrize(
    "said",
    [
        "Bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình, kể lại chuyện cũ.",
        "Bà Vũ Thí Dụ đánh giá cao cách làm này.",
        "Ngày 9/2/2017, bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình, cho biết mọi việc đều rất tốt.",
        "Sau hội nghị, bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình, cho biết mọi việc đều rất tốt.",
        "Trao đổi với phóng viên, bà Vũ Thí Dụ, Giám đốc Sở Nội vụ tỉnh Thái Bình, đánh giá cao cách làm này.",
    ],
)
def test_who_says_it_elsewhere_does_not_speak_at_the_meeting(said: str) -> None:
    assert ("Vũ Thí Dụ", "speaker") not in parts(f"{MEETING} {said}")


def test_who_speaks_of_a_festival_is_not_there() -> None:
    text = (
        "Ngày 7/2/2017, Sở Y tế tỉnh Thái Bình tổ chức lễ hội hoa mẫu."
        " Ông Lê Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Thái Bình, cho biết năm nay trời rất đẹp."
    )
    assert "Lê Văn Mẫu" not in {name for name, _ in parts(text)}


def test_people_speak_at_a_hearing_but_not_at_an_inspection_of_a_body() -> None:
    said = " Ông Lê Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Thái Bình, cho biết mọi việc đều rất tốt."
    hearing = "Ngày 7/2/2017, tại buổi giám sát của Hội đồng nhân dân tỉnh Thái Bình về việc mẫu, mọi người đã nói."
    assert ("Lê Văn Mẫu", "speaker") in parts(hearing + said)
    inspection = "Ngày 7/2/2017, Thanh tra tỉnh Thái Bình đã kiểm tra việc mẫu tại Công ty Mẫu."
    assert ("Lê Văn Mẫu", "speaker") not in parts(inspection + said)


@pytest.mark.parametrize(
    ("told", "chairs"),
    [
        ("Chủ trì hội nghị, ông Lê Văn Mẫu cho rằng mọi việc đều rất tốt.", {"Lê Văn Mẫu"}),
        (
            "Chủ trì hội nghị có ông Lê Văn Mẫu, Giám đốc Sở Y tế tỉnh Thái Bình và bà Vũ Thí Dụ.",
            {"Lê Văn Mẫu", "Vũ Thí Dụ"},
        ),
        ("Hội nghị do ông Lê Văn Mẫu, Giám đốc Sở Y tế tỉnh Thái Bình, chủ trì với nhiều người.", {"Lê Văn Mẫu"}),
    ],
)
def test_who_chairs_stands_before_or_after_the_verb(told: str, chairs: set[str]) -> None:
    assert {name for name, function in parts(f"{MEETING} {told}") if function == "chair"} == chairs


def test_those_of_whose_presence_a_noun_tells_come_after_it() -> None:
    text = f"{MEETING} Hội nghị do ông Lê Văn Mẫu chủ trì, với sự góp mặt của bà Vũ Thí Dụ."
    assert ("Vũ Thí Dụ", "attendee") in parts(text)
    assert ("Lê Văn Mẫu", "attendee") not in parts(text)


def test_who_is_there_for_another_does_not_bring_him() -> None:
    text = f"{MEETING} Tham dự có ông Lê Văn Mẫu, đặc phái viên của ông Trần Văn Mực, và bà Vũ Thí Dụ."
    assert ("Trần Văn Mực", "attendee") not in parts(text)


def test_a_case_opened_concerns_those_whom_the_next_verb_names() -> None:
    text = (
        "Ngày 7/2/2017, Công an tỉnh Thái Bình đã khởi tố vụ án hình sự, ra lệnh bắt khẩn cấp đối với"
        " ông Lê Văn Mẫu về tội trộm mẫu."
    )
    (found,) = [one for label, one in parts_by_event(LEAD + text).items() if label.startswith("incident")]
    assert found == {("Công an tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject")}


def test_bodies_carry_out_what_is_done_by_them() -> None:
    text = "Lễ trồng cây ngày 7/2/2017 do Sở Y tế tỉnh Thái Bình phối hợp với Sở Nội vụ tỉnh Thái Bình thực hiện."
    organisers = {("Sở Y tế tỉnh Thái Bình", "organiser"), ("Sở Nội vụ tỉnh Thái Bình", "organiser")}
    assert parts(text) >= organisers


def test_a_body_named_after_someone_says_what_follows() -> None:
    text = f"{LEAD}Về trường hợp bà Vũ Thí Dụ, Sở Y tế tỉnh Thái Bình đã đề nghị mọi người cùng xem xét lại việc này."
    assert "vũ thí dụ" not in {one.speaker for one in facts(text).quotations}


def test_who_hands_something_over_at_a_ceremony_is_there() -> None:
    ceremony = "Sáng 7/2/2017, Sở Y tế tỉnh Thái Bình tổ chức lễ trao giải mẫu."
    there = parts(f"{ceremony} Ông Lê Văn Mẫu và bà Vũ Thí Dụ trao giải cho các tác giả.")
    assert there >= {("Lê Văn Mẫu", "attendee"), ("Vũ Thí Dụ", "attendee")}
    before = parts(f"{ceremony} Ngày 5/1/2017, ông Lê Văn Mẫu bắt tay với mọi người.")
    assert "Lê Văn Mẫu" not in {name for name, _ in before}
