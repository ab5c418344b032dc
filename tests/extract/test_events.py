"""Events told by verbs, in series and by incidents: who, when, where, and what is no event."""

from __future__ import annotations

import pytest

from lienket.model import PartialDate
from tests.extract.told import LEAD, events, facts
from tests.extract.told import parts_by_event as told


def test_a_series_of_verbs_tells_several_events_of_one_subject() -> None:
    events = told(
        LEAD + "Chủ tịch Quốc hội Lê Văn Mẫu đã hội đàm với Thủ tướng Trần Văn Mực; chào xã giao Tổng Bí thư Vũ Thí Dụ."
    )
    assert list(events.values()) == [
        {("Lê Văn Mẫu", "attendee"), ("Trần Văn Mực", "attendee")},
        {("Lê Văn Mẫu", "attendee"), ("Vũ Thí Dụ", "attendee"), ("Vũ Thí Dụ", "host")},
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
    assert not told(LEAD + sentence)


def test_who_is_prosecuted_is_the_subject_once() -> None:
    events = told(
        "Khởi tố ông Trần Văn Mực\n\nChiều 18/9/2018, Công an tỉnh Thái Bình đã ra quyết định khởi tố, bắt tạm giam"
        " ông Trần Văn Mực và ông Lê Văn Mẫu về tội nhận hối lộ, theo ông Vũ Thí Dụ."
    )
    assert list(events.values()) == [
        {("Công an tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "subject"), ("Lê Văn Mẫu", "subject")}
    ]


def test_the_leader_of_a_delegation_and_its_agency_act_together() -> None:
    events = told(
        "Ngày 7/2/2018, Thứ trưởng Lê Văn Mẫu dẫn đầu đoàn công tác của Bộ Y tế đến Thái Bình làm việc với Sở Y"
        " tế tỉnh."
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
            "Ngày 7/2/2018, Thứ trưởng Lê Văn Mẫu lên Yên Bái làm việc với ông Vũ Thí Dụ.",
            {"meeting": "tỉnh Yên Bái"},
        ),
        (
            "Ngày 7/2/2018, Bộ Y tế tổ chức hội thảo về Ví Dụ tại Nhà hát Ánh Sao (tỉnh Thái Bình).",
            {"conference": "Nhà hát Ánh Sao"},
        ),
        (
            "Ngày 7/2/2018, Bộ Y tế tổ chức hội thảo về Ví Dụ tại UBND huyện Ba Vì.",
            {"conference": "huyện Ba Vì"},
        ),
        (
            "Ngày 7/2/2018, Bộ Y tế tổ chức hội thảo về Ví Dụ tại trụ sở Sở Y tế tỉnh Thái Bình.",
            {"conference": "Trụ sở Sở Y tế tỉnh Thái Bình"},
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


def test_those_listed_after_a_decision_about_several_are_its_subjects() -> None:
    events = told(
        "Kỷ luật bảy cán bộ\n\nSở Y tế tỉnh Thái Bình quyết định xử lý kỷ luật bảy cá nhân.\nÔng Lê Văn Mẫu (Trưởng"
        " phòng Tổ chức) và ông Trần Văn Mực bị cảnh cáo.\nCác cá nhân bị khiển trách gồm ông Vũ Thí Dụ và bà Đỗ"
        " Thị Mẫu."
    )
    assert list(events.values()) == [
        {
            ("Sở Y tế tỉnh Thái Bình", "organiser"),
            ("Lê Văn Mẫu", "subject"),
            ("Trần Văn Mực", "subject"),
            ("Vũ Thí Dụ", "subject"),
            ("Đỗ Thị Mẫu", "subject"),
        }
    ]


def test_who_is_counted_in_a_vote_is_its_subject() -> None:
    events = told(
        "Sáng 12/12/2018, HĐND tỉnh Thái Bình công bố kết quả lấy phiếu tín nhiệm.\nÔng Lê Văn Mẫu được 40 phiếu tín"
        " nhiệm cao."
    )
    (parts,) = events.values()
    assert parts == {("Hội đồng nhân dân tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject")}


def test_who_speaks_of_an_occasion_is_not_there() -> None:
    events = told(
        "Sáng 3/5/2018, ông Lê Văn Mẫu cho biết ngày 2/4/2018 Sở Y tế tỉnh Thái Bình đã tổ chức cuộc họp về Ví Dụ."
    )
    (parts,) = events.values()
    assert parts == {("Sở Y tế tỉnh Thái Bình", "organiser")}


def test_who_acts_at_an_occasion_that_opens_the_sentence_is_there() -> None:
    events = told(
        "Sáng 3/5/2018, Sở Y tế tỉnh Thái Bình tổ chức hội thảo về Ví Dụ.\nTại hội thảo, ông Lê Văn Mẫu đồng ý với"
        " phương án này."
    )
    (parts,) = events.values()
    assert parts >= {("Lê Văn Mẫu", "attendee"), ("Lê Văn Mẫu", "speaker")}


def test_a_decision_handed_over_is_of_the_body_that_took_it() -> None:
    events = told(
        "Ngày 6/2/2018, Ban Tổ chức Tỉnh ủy Thái Bình công bố quyết định của Ban Thường vụ Tỉnh ủy Thái Bình về nhân"
        " sự.\nTheo đó, bổ nhiệm ông Lê Văn Mẫu giữ chức Chánh Văn phòng Tỉnh ủy Thái Bình."
    )
    ceremony, decision = events.values()
    assert ("Lê Văn Mẫu", "recipient") in ceremony
    assert decision == {("Lê Văn Mẫu", "subject"), ("Ban Thường vụ Tỉnh ủy Thái Bình", "organiser")}


def test_what_the_delegation_did_next_is_told_of_it() -> None:
    events = told(
        "Ngày 7/2/2018, Thứ trưởng Lê Văn Mẫu dẫn đầu đoàn công tác làm việc với Sở Y tế tỉnh Thái Bình.\nĐoàn đã"
        " đến thắp hương tại đền Ví Dụ."
    )
    assert list(events.values()) == [
        {("Lê Văn Mẫu", "attendee"), ("Sở Y tế tỉnh Thái Bình", "attendee")},
        {("Lê Văn Mẫu", "attendee")},
    ]


def test_a_day_up_to_which_is_counted_is_no_day_of_an_event() -> None:
    found = facts("Tính đến ngày 8/12/2018, vụ cháy chợ Ví Dụ đã làm hai người bị thương.")
    assert [one.start for one in found.events] == [None]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo báo cáo, ông Lê Văn Mẫu mua đất.",
        "Ông Lê Văn Mẫu mua dự án Ví Dụ.",
        "Ông Lê Văn Mẫu tham gia Đảng ủy Sở.",
        "Sở giao ông Lê Văn Mẫu chủ trì, phối hợp với huyện.",
    ],
)
def test_nouns_and_other_words_are_no_parts_in_an_occasion(sentence: str) -> None:
    (parts,) = told(f"Sáng 3/5/2018, Sở Y tế tỉnh Thái Bình tổ chức hội thảo về Ví Dụ.\n{sentence}").values()
    assert parts == {("Sở Y tế tỉnh Thái Bình", "organiser")}


def test_what_was_done_without_a_day_was_done_on_the_one_day_named() -> None:
    found = facts(
        "Sáng 3/5/2018, Thứ trưởng Lê Văn Mẫu làm việc với Sở Y tế tỉnh Thái Bình.\nÔng Lê Văn Mẫu đã thăm Bệnh viện"
        " Ví Dụ."
    )
    assert [str(one.start) for one in found.events] == ["2018-05-03", "2018-05-03"]


def test_a_title_names_an_affair() -> None:
    assert list(told("Vụ hai cây cầu gãy: Tỉnh vào cuộc\n\nNgười dân tỉnh Thái Bình lo lắng.")) == [
        "incident: Vụ hai cây cầu gãy"
    ]


def test_a_paper_that_the_article_is_about_is_an_event_of_who_signs_it() -> None:
    assert list(
        told("Phó Chủ tịch UBND tỉnh Thái Bình Lê Văn Mẫu vừa ký công văn yêu cầu Sở Y tế báo cáo.").values()
    ) == [{("Lê Văn Mẫu", "organiser"), ("Ủy ban nhân dân tỉnh Thái Bình", "organiser")}]
    assert not told(LEAD + "Phó Chủ tịch UBND tỉnh Thái Bình Lê Văn Mẫu vừa ký công văn yêu cầu Sở Y tế báo cáo.")


def test_who_receives_a_guest_is_host() -> None:
    (parts,) = told("Sáng 3/5/2018, Thủ tướng Lê Văn Mẫu tiếp Đại sứ Trần Văn Mực.").values()
    assert parts == {("Lê Văn Mẫu", "host"), ("Lê Văn Mẫu", "attendee"), ("Trần Văn Mực", "attendee")}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "Ngày 18/7/2018, tại kỳ họp thứ 5 HĐND tỉnh Quảng Nam, đại biểu không đồng tình xây nhà máy ở huyện Ba Vì.",
            {"congress": "tỉnh Quảng Nam"},
        ),
        ("Chiều 12/9/2018, Bộ Y tế trao 50 suất quà cho người dân huyện Ba Vì.", {"campaign": "huyện Ba Vì"}),
        (
            "Ngày 8/2/2018, Bộ Chính trị bổ nhiệm ông Lê Văn Mẫu giữ chức Bí thư Tỉnh ủy Yên Bái.",
            {"appointment": "tỉnh Yên Bái"},
        ),
    ],
)
def test_a_place_is_of_the_occasion_itself(text: str, where: dict[str, str]) -> None:
    assert places(text) == where


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Sáng 12/6/2018, tại Nhà Quốc hội, Chủ tịch Quốc hội Lê Thị Mẫu chủ trì lễ đón đoàn.", "Nhà Quốc hội"),
        ("Ngày 28/6/2018, trong cuộc họp báo tại Bộ Công an, ông Lê Văn Mẫu cho biết như vậy.", "Bộ Công an"),
        ("Sáng 5/7/2018, ông Lê Văn Mẫu đến bệnh viện Chợ Rẫy thăm bà Vũ Thí Dụ.", "Bệnh viện Chợ Rẫy"),
        (
            "Sáng 5/7/2018, ông Lê Văn Mẫu thăm các nạn nhân đang điều trị tại bệnh viện hữu nghị Ánh Sao.",
            "Bệnh viện hữu nghị Ánh Sao",
        ),
        ("Ngày 5/7/2018, Thủ tướng Lê Văn Mẫu dự Hội nghị Thượng đỉnh Ví Dụ tại Hamburg (Đức).", "Hamburg"),
        ("Tối 5/7/2018, Diễn đàn Ví Dụ được tổ chức tại thủ đô Berlin.", "Berlin"),
        ("Sáng 8/10/2018, tại Trung tâm Ánh Sao Buổi lễ trao thưởng đã diễn ra.", "Trung tâm Ánh Sao"),
        ("Sáng 8/10/2018, tại Cung văn hóa Việt - Xô, Bộ Y tế tổ chức hội thảo.", "Cung văn hóa Việt - Xô"),
        (
            "Ngày 9/6/2018, Thanh tra tỉnh Yên Bái thanh tra việc dùng đất tại tổ 4, tổ 5 phường Minh Tân.",
            "phường Minh Tân",
        ),
        ("Ngày 9/6/2018, Thanh tra tỉnh Yên Bái kiểm tra trên địa bàn huyện Văn Yên.", "huyện Văn Yên"),
        ("Ngày 29/5/2018, tỉnh Quảng Trị tổ chức lễ trao thưởng.", "tỉnh Quảng Trị"),
        ("Chiều 4/10/2018, ông Lê Văn Mẫu chủ trì buổi tiếp xúc cử tri quận Liên Chiểu.", "quận Liên Chiểu"),
        ("Sáng 4/10/2018, ông Lê Văn Mẫu tiếp xúc cử tri quận Ba Đình và Tây Hồ.", "thành phố Hà Nội"),
        (
            "Sáng 4/10/2018, ông Lê Văn Mẫu và các đại biểu thuộc đơn vị bầu cử số 1 tỉnh Yên Bái tiếp xúc cử tri.",
            "tỉnh Yên Bái",
        ),
        ("Chiều 16/11/2018, báo Tuổi Trẻ phối hợp Tỉnh đoàn Phú Yên tổ chức lễ khánh thành cầu.", "tỉnh Phú Yên"),
    ],
)
def test_houses_cities_abroad_and_voters_are_places(text: str, where: str) -> None:
    assert list(places(text).values()) == [where]


@pytest.mark.parametrize(
    "text",
    [
        "Tại cuộc họp chiều 16/10/2018, Bộ trưởng Lê Văn Mẫu yêu cầu điều tra việc xả lũ tại Nhà máy Ánh Sao.",
        "Ngày 3/5/2018, Ban Bí thư quyết định cách chức Bí thư Tỉnh ủy Quảng Nam đối với ông Lê Văn Mẫu.",
        "Ngày 3/5/2018, ông Lê Văn Mẫu được Bộ Chính trị điều động giữ chức Phó Trưởng ban Kinh tế Trung ương.",
        "Ngày 3/5/2018, Phó Thủ tướng Lê Văn Mẫu có văn bản yêu cầu báo cáo về nhà máy tại xã Sa Phìn, tỉnh Hà Giang.",
        "Ngày 3/5/2018, tại kỳ họp thứ 5 Quốc hội, Bí thư Tỉnh ủy Yên Bái Lê Văn Mẫu phát biểu.",
    ],
)
def test_what_is_done_by_central_bodies_or_only_spoken_of_has_no_place(text: str) -> None:
    assert set(places(text).values()) == {None}


def test_the_text_opens_at_the_place_of_what_its_title_tells() -> None:
    found = facts(
        "Lễ kỷ niệm của Hội Ánh Sao\n\nSáng 16/6/2018, tại Nhà hát Ánh Trăng, ông Lê Văn Mẫu đọc diễn văn.\n"
        "Chiều cùng ngày trời mưa. Lễ kỷ niệm kết thúc ngày 16/6/2018.",
        published=PartialDate(2018, 6, 17),
    )
    assert [one.name for one in found.places] == ["Nhà hát Ánh Trăng"]


def test_those_who_all_hold_offices_of_one_province_meet_there() -> None:
    text = (
        "Yên Bái, Hà Giang, Lào Cai và Sơn La cùng trồng rừng.\n\nTrời đẹp. Sáng 15/8/2018, làm việc với các sở ngành,"
        " Phó Chủ tịch UBND tỉnh Sơn La Lê Văn Mẫu đồng ý lập hai tổ công tác."
    )
    assert places(text) == {"meeting": "tỉnh Sơn La"}


def test_the_leading_decider_of_two_verbs_is_the_organiser() -> None:
    (parts,) = told(
        "Ngày 3/5/2018, ông Lê Văn Mẫu được Ban Bí thư luân chuyển, chỉ định giữ chức Phó Bí thư Tỉnh ủy Yên Bái."
    ).values()
    assert parts == {("Ban Bí thư Trung ương Đảng", "organiser"), ("Lê Văn Mẫu", "subject")}


def test_a_day_in_a_bracket_of_its_own_is_of_the_sentence() -> None:
    found = facts("Hôm nay (8/10/2018), Thủ tướng Lê Văn Mẫu hội đàm với Thủ tướng Trần Văn Mực.")
    assert [str(one.start) for one in found.events] == ["2018-10-08"]


def test_a_meeting_that_is_then_called_a_conference_is_one() -> None:
    events = told(
        "Sáng 3/6/2018, lãnh đạo Tỉnh ủy Thái Bình và UBND tỉnh Thái Bình đã gặp gỡ các doanh nghiệp.\nHội nghị đã"
        " mời gọi đầu tư.\nÔng Lê Văn Mẫu cho biết tỉnh rất cần vốn của các doanh nghiệp."
    )
    ((label, parts),) = events.items()
    assert label.startswith("conference:")
    assert parts >= {("Tỉnh ủy Thái Bình", "organiser"), ("Lê Văn Mẫu", "speaker")}


def test_an_elected_body_that_debates_sits() -> None:
    assert list(told("Chiều 10/11/2017, Quốc hội thảo luận ở tổ về dự án Luật Ví Dụ.").values()) == [
        {("Quốc hội", "organiser")}
    ]
    assert not told("Chiều 10/11/2017, Sở Y tế tỉnh Thái Bình cho ý kiến về dự án Luật Ví Dụ.")


def test_what_an_elected_body_does_at_its_session_is_no_other_event() -> None:
    assert (
        len(
            told(
                "Sáng 10/11/2017, phiên họp của Quốc hội khai mạc.\nSau đó, Quốc hội đã cho ý kiến về dự án Luật Ví Dụ."
            )
        )
        == 1
    )


def test_a_conference_centre_is_no_conference() -> None:
    events = told("Sáng 18/7/2018, tại Trung tâm Hội nghị tỉnh Thái Bình, Sở Y tế tổ chức Lễ trao giải Ví Dụ.")
    assert list(events) == ["ceremony: Lễ trao giải Ví Dụ"]


def test_a_decision_is_one_event_with_the_office_it_leads_to() -> None:
    events = told(
        "Ngày 18/7/2018, UBND tỉnh Thái Bình điều động ông Lê Văn Mẫu, Phó Giám đốc Sở Y tế, sang làm"
        " Giám đốc Sở Nội vụ."
    )
    assert [parts for label, parts in events.items() if label.startswith("appointment")] == [
        {("Ủy ban nhân dân tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject")}
    ]


@pytest.mark.parametrize(
    ("after", "start"),
    [
        ("Tại buổi lễ, HĐND tỉnh bầu ông Trần Văn Mực làm Chủ tịch UBND tỉnh.", "2018-12-06"),
        ("Tại kỳ họp tới, HĐND tỉnh sẽ bầu ông Trần Văn Mực làm Chủ tịch UBND tỉnh.", None),
    ],
)
def test_what_a_report_of_one_day_tells_was_done_on_it(after: str, start: str | None) -> None:
    found = facts(f"Ngày 6/12/2018, HĐND tỉnh Thái Bình kiện toàn nhân sự của UBND tỉnh.\n{after}")
    given = [str(one.start) if one.start else None for one in found.events if str(one.type) == "appointment"]
    assert set(given) <= {start}


@pytest.mark.parametrize(
    ("sentence", "kind", "parts"),
    [
        (
            "Làm việc với UBND tỉnh Phú Yên, Phó Thủ tướng Lê Văn Mẫu yêu cầu tỉnh làm nhanh hơn.",
            "meeting",
            {("Ủy ban nhân dân tỉnh Phú Yên", "attendee"), ("Lê Văn Mẫu", "attendee")},
        ),
        (
            "Chiều 28/5, ông Lê Văn Mẫu đã cùng các cơ quan chức năng đến hiện trường, đối thoại với người dân.",
            "meeting",
            {("Lê Văn Mẫu", "attendee")},
        ),
        (
            "Thanh tra tỉnh Phú Yên đã chỉ ra 2 sai phạm về quản lý đất đai.",
            "inspection",
            {("Thanh tra tỉnh Phú Yên", "organiser")},
        ),
    ],
)
def test_what_is_done_once_is_an_event_without_its_day(sentence: str, kind: str, parts: set[tuple[str, str]]) -> None:
    ((label, found),) = told(LEAD + sentence).items()
    assert label.startswith(kind)
    assert found == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "Làm việc với phóng viên, ông Lê Văn Mẫu nói việc này đã xong.",
        "Những năm qua, làm việc với UBND tỉnh Phú Yên, ông Lê Văn Mẫu yêu cầu làm nhanh hơn.",
        "Kết luận cuộc trao đổi, ông Lê Văn Mẫu đánh giá cao tỉnh.",
        "Ông Lê Văn Mẫu chỉ ra hai điểm yếu của Sở Y tế tỉnh Thái Bình.",
    ],
)
def test_words_to_the_press_and_conclusions_are_no_events(sentence: str) -> None:
    assert not told(LEAD + sentence)


def test_a_body_may_meet_and_decide_in_one_sentence() -> None:
    met, punished = told(
        LEAD + "Ngày 29/9, Ủy ban Kiểm tra Tỉnh ủy Phú Yên đã họp và quyết định thi hành kỷ luật cảnh cáo đối với ông"
        " Lê Văn Mẫu."
    ).items()
    assert met[0].startswith("meeting")
    assert punished == (
        "appointment: Thi hành kỷ luật cảnh cáo đối với ông Lê Văn Mẫu",
        {("Ủy ban Kiểm tra Tỉnh ủy Phú Yên", "organiser"), ("Lê Văn Mẫu", "subject")},
    )


def test_a_body_that_says_it_has_charged_someone_did_so() -> None:
    said = "Ngày 8/6/2018, Công an tỉnh Thái Bình cho biết đã ra quyết định khởi tố bị can đối với Trần Văn Mực."
    (people,) = told(LEAD + said).values()
    assert people == {("Công an tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "subject")}


@pytest.mark.parametrize("verb", ["gửi đơn xin thôi việc tới Sở Y tế tỉnh Thái Bình", "xin từ chức"])
def test_who_asks_to_leave_an_office_is_whom_it_is_about(verb: str) -> None:
    assert told(LEAD + f"Ngày 8/6/2018, ông Trần Văn Mực đã {verb}.") == {
        f"appointment: Ông Trần Văn Mực đã {verb}": {("Trần Văn Mực", "subject")}
    }


def test_work_with_another_body_is_another_meeting() -> None:
    text = (
        "Sáng 7/2/2017, ông Trần Văn Mực đã có buổi làm việc với Sở Y tế tỉnh Thái Bình."
        " Chiều cùng ngày, ông Trần Văn Mực đã có buổi làm việc với Sở Nội vụ tỉnh Thái Bình."
    )
    bodies = [{name for name, _ in people if name.startswith("Sở")} for people in told(LEAD + text).values()]
    assert bodies == [{"Sở Y tế tỉnh Thái Bình"}, {"Sở Nội vụ tỉnh Thái Bình"}]


@pytest.mark.parametrize("clause", ["làm việc về việc chống ngập", "trả lời câu hỏi của cử tri quận Mẫu"])
def test_what_someone_does_before_he_speaks_is_a_meeting(clause: str) -> None:
    ((label, people),) = told(LEAD + f"Chiều 7/2/2017, {clause}, ông Trần Văn Mực đề nghị làm nhanh hơn.").items()
    assert label.startswith("meeting")
    assert ("Trần Văn Mực", "attendee") in people


@pytest.mark.parametrize(
    "words",
    [
        "Bộ Công an đã khởi tố một số vụ án, ông Nguyễn Văn Thí Dụ, Giám đốc Công an tỉnh Thái Nguyên cho biết.",
        "“Bộ Công an đang xử lý, khởi tố một số vụ”, ông Nguyễn Văn Thí Dụ nói.",
        "Công an tỉnh Thái Nguyên đã bắt tạm giam hai người, thông tin từ đại tá Nguyễn Văn Thí Dụ, Phó Giám đốc.",
    ],
)
def test_who_tells_of_an_arrest_is_not_who_was_arrested(words: str) -> None:
    parts = told(LEAD + words)
    assert parts
    assert all(("Nguyễn Văn Thí Dụ", "subject") not in several for several in parts.values())


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        (
            "căn nhà của bà Lê Ví Dụ ở thôn 2, xã Mẫu Mực bất ngờ bốc cháy.",
            "Căn nhà của bà Lê Ví Dụ ở thôn 2, xã Mẫu Mực bất ngờ bốc cháy",
        ),
        (
            "xe tải do ông Trần Thí Dụ điều khiển lao xuống ruộng.",
            "Xe tải do ông Trần Thí Dụ điều khiển lao xuống ruộng",
        ),
        (
            "hai học sinh Trường THCS Ví Dụ, huyện Thanh Chương bị đuối nước.",
            "Hai học sinh Trường THCS Ví Dụ, huyện Thanh Chương bị đuối nước",
        ),
        ("hơn 2.000 công nhân Công ty TNHH Ví Dụ ngừng việc tập thể.", None),
    ],
)
def test_what_befell_someone_is_told_from_its_whole_subject(sentence: str, label: str | None) -> None:
    found = [event for event, _ in events(facts(f"Tin trong ngày\n\nChiều 5/6/2022, {sentence}"))]
    assert [(str(one.type), str(one.start)) for one in found] == [("incident", "2022-06-05")]
    assert label is None or found[0].label == label


def test_the_delegation_of_a_body_begins_the_name_of_what_it_does() -> None:
    text = (
        "Tin trong ngày\n\nNgày 15/3/2022, đoàn giám sát của HĐND tỉnh Lạng Sơn đã kiểm tra hồ chứa tại huyện Bình Gia."
    )
    (event, parts), *_ = events(facts(text))
    assert event.label.startswith("Đoàn giám sát của HĐND tỉnh Lạng Sơn")
    assert ("Hội đồng nhân dân tỉnh Lạng Sơn", "organiser") in parts


def test_a_comma_inside_a_number_does_not_end_a_name() -> None:
    text = "Tin trong ngày\n\nLúc 12h14 ngày 27/7/2020, trận động đất 5,3 độ xảy ra tại huyện Mộc Châu, tỉnh Sơn La."
    assert [event.label for event, _ in events(facts(text))] == ["Trận động đất 5,3 độ"]


def test_what_befell_a_thing_is_told_past_a_bracket_and_whose_it_is() -> None:
    text = "Tin trong ngày\n\nTrưa 6/1/2023, {} tại xã Mẫu Mực."
    wholes = ("Một máy bay của Trung đoàn 921 bị rơi", "Chợ Ví Dụ (huyện Cái Bè) bốc cháy")
    for whole in wholes:
        found = events(facts(text.format(whole[0].lower() + whole[1:] if whole.startswith("Một") else whole)))
        assert [(event.label, str(event.start)) for event, _ in found] == [(whole, "2023-01-06")]


def test_who_suffers_in_the_clause_before_is_no_part_of_the_next() -> None:
    text = (
        "Tin trong ngày\n\nÔng Trần Thí Dụ bị tố cáo lạm thu; Sở Giáo dục và Đào tạo tỉnh Phú Thọ đã lập đoàn thanh tra"
        " từ ngày 5/10/2020."
    )
    ((event, parts),) = events(facts(text))
    assert event.label == "Sở Giáo dục và Đào tạo tỉnh Phú Thọ đã lập đoàn thanh tra"
    assert parts == {("Sở Giáo dục và Đào tạo tỉnh Phú Thọ", "organiser")}
