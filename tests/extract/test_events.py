"""Events told by verbs, in series and by incidents: who, when, where, and what is no event."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import Article, ArticleFacts

_LEAD = "Tin trong ngày của tỉnh Thái Bình\n\nTrời hôm nay đẹp. Mọi việc như thường lệ.\n"
"""A title and lead that tell nothing."""


def facts(text: str) -> ArticleFacts:
    return extract(Article(id="a", text=text))


def told(text: str) -> dict[str, set[tuple[str, str]]]:
    """Return who takes part in each event told, with what function, by its type and label."""
    found = facts(text)
    names = {one.key: one.name for one in (*found.agencies, *found.people)}
    return {
        f"{event.type}: {event.label}": {
            (names[one.person or one.agency or ""], str(one.function))
            for one in found.participations
            if one.event == event.key
        }
        for event in found.events
        if event.evidence.confidence >= 0.5
    }


def test_a_series_of_verbs_tells_several_events_of_one_subject() -> None:
    events = told(
        _LEAD + "Chủ tịch Quốc hội Lê Văn Mẫu đã hội đàm với Thủ tướng Trần Văn Mực; chào xã giao Tổng Bí thư Vũ Dụ."
    )
    assert list(events.values()) == [
        {("Lê Văn Mẫu", "attendee"), ("Trần Văn Mực", "attendee")},
        {("Lê Văn Mẫu", "attendee"), ("Vũ Dụ", "attendee")},
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thủ tướng giao Sở Y tế tỉnh Thái Bình kiểm tra Bệnh viện Ví Dụ.",
        "Những năm qua, Sở Y tế tỉnh Thái Bình đã kiểm tra các bệnh viện.",
        "Luật sư đề nghị khởi tố ông Trần Văn Mực.",
    ],
)
def test_what_is_asked_for_or_habit_is_no_event(sentence: str) -> None:
    assert not told(_LEAD + sentence)


def test_who_is_prosecuted_is_the_subject_once() -> None:
    events = told(
        "Khởi tố ông Trần Văn Mực\n\nChiều 18/9/2018, Công an tỉnh Thái Bình đã ra quyết định khởi tố, bắt tạm giam"
        " ông Trần Văn Mực và ông Lê Văn Mẫu về tội nhận hối lộ, theo ông Vũ Dụ."
    )
    assert list(events.values()) == [
        {("Công an tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "subject"), ("Lê Văn Mẫu", "subject")}
    ]


def test_the_leader_of_a_delegation_and_its_agency_act_together() -> None:
    events = told(
        "Ngày 7/2/2018, Thứ trưởng Lê Văn Mẫu dẫn đầu đoàn công tác Bộ Y tế đến Thái Bình làm việc với Sở Y tế tỉnh."
    )
    assert list(events.values()) == [
        {("Lê Văn Mẫu", "attendee"), ("Bộ Y tế", "attendee"), ("Sở Y tế tỉnh Thái Bình", "attendee")}
    ]


def test_a_day_on_which_an_incident_is_spoken_of_is_not_its_day() -> None:
    found = facts("Sáng 9/9/2018, Sở Y tế tỉnh Thái Bình họp sau vụ cháy chợ Ví Dụ.")
    assert [one.start for one in found.events if str(one.type) == "incident"] == [None]


def places(text: str) -> dict[str, str | None]:
    """Return the place of each event by its type."""
    found = facts(text)
    names = {one.key: one.name for one in found.places}
    return {str(one.type): names.get(one.place or "") for one in found.events}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Từ ngày 4 đến 8/6/2018, Thủ tướng Lê Văn Mẫu thăm chính thức Nhật Bản.", {"visit": "Nhật Bản"}),
        (
            "Ngày 7/2/2018, Thứ trưởng Lê Văn Mẫu lên Yên Bái làm việc với ông Vũ Dụ.",
            {"meeting": "tỉnh Yên Bái"},
        ),
        (
            "Ngày 7/2/2018, Bộ Y tế tổ chức hội thảo về Ví Dụ tại Nhà hát Ánh Sao (tỉnh Thái Bình).",
            {"conference": "tỉnh Thái Bình"},
        ),
        (
            "Ngày 7/2/2018, Bộ Y tế tổ chức hội thảo về Ví Dụ tại trụ sở Sở Y tế tỉnh Thái Bình.",
            {"conference": "tỉnh Thái Bình"},
        ),
    ],
)
def test_the_place_is_what_the_sentence_says(text: str, where: dict[str, str]) -> None:
    assert places(text) == where


def test_what_a_visitor_does_is_done_on_the_visit() -> None:
    found = facts(
        "Chuyến thăm Nhật Bản của Thủ tướng Lê Văn Mẫu\n\nChuyến thăm Nhật Bản của Thủ tướng Lê Văn Mẫu diễn ra từ ngày"
        " 4 đến 8/6/2018. Trời đẹp.\nThủ tướng Lê Văn Mẫu đã hội đàm với Chủ tịch Trần Văn Mực."
    )
    names = {one.key: one.name for one in found.places}
    meeting = next(one for one in found.events if str(one.type) == "meeting")
    assert (names[meeting.place or ""], str(meeting.start)) == ("Nhật Bản", "2018-06")
