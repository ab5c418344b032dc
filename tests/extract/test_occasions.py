"""Which tellings are of one occasion, on what day and at what place it is, and at which of several people speak."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import Article, EventType, PartialDate
from tests.extract.told import LEAD, by_rules, events, facts


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Return label, day and place of each event that the rules read in a text, those told in passing aside."""
    found = extract(Article(id="a", text=text))
    places = {one.key: one.name for one in found.places}
    return [
        (event.label, str(event.start) if event.start else None, places.get(event.place or ""))
        for event in found.events
        if by_rules(event)
    ]


def parts(text: str) -> list[set[tuple[str, str]]]:
    """Return who takes part in each event of a text, with what function."""
    return [parts for _, parts in events(facts(text))]


def test_people_speak_at_the_session_that_prepares_another() -> None:
    planned, held = parts(
        "Kỳ họp thứ 8 HĐND tỉnh Thái Bình dự kiến khai mạc ngày 21/10\n\nKỳ họp sẽ kéo dài năm ngày.\nTại phiên họp"
        " thứ 35 ngày 16/7/2019, Thường trực HĐND tỉnh Thái Bình cho ý kiến về việc chuẩn bị kỳ họp thứ 8.\nÔng Trần"
        " Văn Mực cho biết nội dung kỳ họp đã sẵn sàng.\nÔng Lê Văn Mẫu đề nghị rút ngắn thời gian chất vấn."
    )
    assert planned == {("Hội đồng nhân dân tỉnh Thái Bình", "organiser")}
    assert ("Trần Văn Mực", "speaker") in held


def test_numbered_sittings_are_of_the_standing_committee() -> None:
    assert parts(
        "Tiếp tục chương trình Phiên họp thứ 35, sáng 16/7/2019, Ủy ban Thường vụ Quốc hội cho ý kiến về việc chuẩn bị"
        " Kỳ họp thứ 8 của Quốc hội."
    ) == [{("Ủy ban Thường vụ Quốc hội", "organiser")}]


def test_sessions_with_different_numbers_are_different() -> None:
    labels = [
        label
        for label, _, _ in told(
            "Kỳ họp thứ 5 HĐND tỉnh Thái Bình khai mạc\n\nSáng 3/7/2018, kỳ họp thứ 5 HĐND tỉnh Thái Bình khai mạc.\n"
            "Ngày 5/12/2017, kỳ họp thứ 4 HĐND tỉnh Thái Bình đã bế mạc."
        )
    ]
    assert labels == ["Kỳ họp thứ 5 HĐND tỉnh Thái Bình", "Kỳ họp thứ 4 HĐND tỉnh Thái Bình"]


def test_sessions_of_different_provinces_are_different() -> None:
    assert told(
        "Nhiều tỉnh bầu lãnh đạo\n\nTin trong ngày. Nhiều nơi đã bầu xong.\nTỉnh ủy Quảng Nam tổ chức hội nghị lần thứ"
        " nhất ngày 28/9/2015.\nTỉnh ủy Bắc Ninh tổ chức hội nghị lần thứ nhất ngày 30/9/2015."
    ) == [
        ("Hội nghị lần thứ nhất", "2015-09-28", "tỉnh Quảng Nam"),
        ("Hội nghị lần thứ nhất", "2015-09-30", "tỉnh Bắc Ninh"),
    ]


@pytest.mark.parametrize(
    "later",
    [
        "Ông Trần Văn Mực cho biết, vụ cháy kho hàng xảy ra tại Nhà máy Ví Dụ ngày 4/7/2016.",
        "Trước đó, vụ việc xảy ra vào khoảng 15h ngày 4/7/2016.",
    ],
)
def test_an_accident_is_on_the_day_it_is_said_to_have_happened(later: str) -> None:
    ((label, day, _),) = told(
        "Vụ cháy kho hàng ở Thái Bình\n\nVụ cháy kho hàng làm một người bị thương. Nguyên nhân đang được điều tra.\n"
        + later
    )
    assert (label, day) == ("Vụ cháy kho hàng ở Thái Bình", "2016-07-04")


def test_the_accident_of_the_title_is_the_one_that_the_lead_tells_in_other_words() -> None:
    assert len(told("Vụ nổ súng ở chợ Ví Dụ\n\nSáng 3/5/2018, vụ án giết người xảy ra tại tỉnh Thái Bình.")) == 1


def test_a_meeting_told_by_its_month_is_another_than_that_of_today() -> None:
    days = {
        day
        for _, day, _ in told(
            "Sáng 17/5/2017, UBND tỉnh Thái Bình tổ chức cuộc họp về an toàn thực phẩm.\nTrước đó, tại cuộc họp hồi"
            " tháng 4/2017, Sở Y tế tỉnh Thái Bình đã báo cáo."
        )
    }
    assert "2017-05-17" in days


def test_those_charged_may_be_listed_one_below_the_other() -> None:
    assert parts(
        "Khởi tố nguyên lãnh đạo Công ty Ví Dụ\n\nCông an tỉnh Thái Bình đã khởi tố năm cán bộ.\nĐồng thời, cơ quan này"
        " cũng ra quyết định khởi tố đối với các bị can gồm\nLê Văn Mẫu - nguyên Giám đốc\nVũ Thí Dụ - Kế toán trưởng\n"
        "Vụ việc đang được điều tra."
    ) == [
        {("Công an tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject"), ("Vũ Thí Dụ", "subject")},
    ]


def test_those_disciplined_may_be_a_list_with_their_offices() -> None:
    assert parts(
        LEAD + "Ông Trần Văn Mực (Giám đốc), ông Lê Văn Mẫu (Phó giám đốc), ông Vũ Thí Dụ bị kỷ luật cảnh cáo."
    ) == [{("Trần Văn Mực", "subject"), ("Lê Văn Mẫu", "subject"), ("Vũ Thí Dụ", "subject")}]


def test_two_verbs_tell_one_meeting() -> None:
    assert (
        len(told("Sáng 3/6/2018, Chủ tịch UBND tỉnh Thái Bình Lê Văn Mẫu đã gặp gỡ, đối thoại với ông Trần Văn Mực."))
        == 1
    )


def test_the_name_of_an_occasion_ends_before_who_speaks() -> None:
    text = (
        "Sáng 7/6/2017, UBND tỉnh Thái Bình tổ chức hội nghị gặp gỡ doanh nghiệp.\nPhát biểu kết thúc hội nghị Bí thư"
        " Tỉnh ủy Thái Bình Trần Văn Mực đề nghị rà soát lại."
    )
    assert [label for label, _, _ in told(text)] == ["Hội nghị gặp gỡ doanh nghiệp"]
    assert ("Trần Văn Mực", "speaker") in parts(text)[0]


def test_a_hospital_holds_a_ceremony_at_its_own_place() -> None:
    ((_, _, place),) = told(LEAD + "Sáng 7/6/2017, Bệnh viện Ví Dụ tổ chức lễ ra viện cho 10 bệnh nhân.")
    assert place == "Bệnh viện Ví Dụ"


def test_what_a_meeting_deals_with_is_not_its_place() -> None:
    ((_, _, place),) = told("Chiều 7/6/2017, UBND thành phố Đà Nẵng tổ chức họp báo về lô đất ở quận Sơn Trà.")
    assert place == "thành phố Đà Nẵng"


def test_an_office_taken_away_beside_a_name_is_an_event() -> None:
    assert parts("Huyện ủy Bố Trạch (Quảng Bình) vừa cách chức ông Hoàng Văn Mẫu, Chủ tịch xã Hoàn Mẫu.") == [
        {("Huyện ủy Bố Trạch", "organiser"), ("Hoàng Văn Mẫu", "subject")}
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công an tỉnh phủ nhận việc khởi tố, bắt tạm giam ông Trần Văn Mực.",
        "Tin đồn Công an tỉnh Thái Bình khởi tố ông Trần Văn Mực là bịa đặt.",
        "Công ty Ví Dụ (có giám đốc bị khởi tố) vẫn làm việc.",
    ],
)
def test_what_is_denied_or_said_in_passing_is_no_event(sentence: str) -> None:
    assert told(LEAD + sentence) == []
    assert told(LEAD + "Công an tỉnh Thái Bình khởi tố, bắt tạm giam ông Trần Văn Mực.") != []


def test_a_paper_given_out_on_a_named_day_is_an_event() -> None:
    dated = "Ngày 3/5/2018, UBND tỉnh Thái Bình có công văn gửi Sở Thí Dụ về việc này."
    assert [(start, place) for _, start, place in told(LEAD + dated)] == [("2018-05-03", "tỉnh Thái Bình")]
    assert told(LEAD + "UBND tỉnh Thái Bình có công văn gửi Sở Thí Dụ về việc này.") == []


def test_an_office_may_be_the_subject_without_a_name() -> None:
    assert parts(LEAD + "Thủ tướng vừa quyết định kỷ luật ông Trần Văn Mực.") == [{("Trần Văn Mực", "subject")}]


def test_who_hands_over_a_decision_is_there() -> None:
    text = (
        "Sáng 7/6/2017, Chủ tịch UBND tỉnh Thái Bình Lê Văn Mẫu đã trao Quyết định bổ nhiệm ông Trần Văn Mực"
        " giữ chức Giám đốc Sở Y tế tỉnh Thái Bình."
    )
    (found,) = parts(text)
    assert {("Lê Văn Mẫu", "attendee"), ("Trần Văn Mực", "subject")} <= found


def test_who_talks_to_the_press_in_the_corridor_does_not_speak_at_the_session() -> None:
    text = (
        "Sáng 7/6/2017, HĐND tỉnh Thái Bình khai mạc kỳ họp thứ tư.\n"
        "Trao đổi với PV bên hành lang kỳ họp, ông Trần Văn Mực nói việc này đã xong."
    )
    assert parts(text) == [{("Hội đồng nhân dân tỉnh Thái Bình", "organiser")}]


def test_a_place_may_open_the_sentence() -> None:
    text = "Sáng 7/6/2017, tại xã Hoàn Mẫu, UBND tỉnh Thái Bình tổ chức lễ khởi công."
    assert told(text) == [("Lễ khởi công", "2017-06-07", "xã Hoàn Mẫu")]


def test_a_body_in_brackets_after_another_is_not_who_organises() -> None:
    text = "Sáng 7/6/2017, Sở Y tế (thuộc UBND tỉnh Thái Bình) tổ chức hội nghị."
    assert parts(text) == [{("Sở Y tế tỉnh Thái Bình", "organiser")}]


def test_what_is_organised_by_agencies_names_them_before_the_verb() -> None:
    text = "Hội nghị sơ kết đã được Sở Y tế và Tỉnh đoàn Thái Bình cùng tổ chức sáng 7/6/2017."
    assert parts(text) == [{("Sở Y tế tỉnh Thái Bình", "organiser"), ("Tỉnh đoàn Thái Bình", "organiser")}]
    assert parts("Hội nghị được nghe Sở Y tế tỉnh Thái Bình nói về việc tổ chức lớp học.")[0] == set()


def test_a_death_is_an_event_of_who_died_but_not_where_it_is_mourned() -> None:
    died = "Ông Trần Văn Mực, nguyên Giám đốc Sở Y tế tỉnh Thái Bình, qua đời ngày 7/6/2017."
    assert parts(died) == [{("Trần Văn Mực", "subject")}]
    assert told(LEAD + "Sở Y tế tỉnh Thái Bình chia buồn việc ông Trần Văn Mực qua đời.") == []


def test_comrades_of_a_second_list_do_not_share_the_offices_of_the_first() -> None:
    text = (
        "Sáng 7/6/2017, tỉnh Thái Bình tổ chức lễ kỷ niệm. Dự lễ có đồng chí Trần Văn Mực, Bí thư Tỉnh ủy Thái Bình;"
        " các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy: Lê Văn Mẫu, Hồ Văn Dụ; các đồng chí: Vũ Thí Dụ, Ngô Văn Tỷ."
    )
    found = extract(Article(id="a", text=text))
    names = {one.key: one.name for one in found.people}
    assert {names[one.person] for one in found.memberships} == {"Trần Văn Mực", "Lê Văn Mẫu", "Hồ Văn Dụ"}
    assert {"Vũ Thí Dụ", "Ngô Văn Tỷ"} <= set(names.values())


def test_a_rare_family_name_opens_a_short_name_and_is_told_again_by_the_given_one() -> None:
    text = (
        "Sáng 7/6/2017, UBND tỉnh Thái Bình tổ chức hội nghị. Ông Lò Văn Mực, Giám đốc Sở Y tế, dự.\n"
        "Phát biểu tại hội nghị, ông Mực đề nghị làm sớm."
    )
    assert ("Lò Văn Mực", "speaker") in parts(text)[0]


def test_states_may_be_named_in_full() -> None:
    (event,) = told(LEAD + "Ngày 7/6/2017, Chủ tịch nước Cộng hòa Dân chủ Nhân dân Lào thăm Việt Nam.")
    assert event[1:] == ("2017-06-07", "Việt Nam")


def test_a_visit_told_by_its_length_is_the_one_then_told_by_a_verb() -> None:
    text = (
        "Ông Vũ Thí Dụ sẽ đến Hà Nội trong chuyến thăm kéo dài ba ngày.\n"
        "Ông Dụ thăm làm việc Việt Nam từ ngày 2/11/2017 đến ngày 4/11/2017."
    )
    assert [label for label, _, _ in told(text)] == ["Ông Dụ thăm làm việc Việt Nam"]


def test_a_meeting_only_asked_for_is_none() -> None:
    assert told(LEAD + "Ngày 3/5/2018, tỉnh đã đăng ký một buổi làm việc với Chính phủ.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 3/4/2018, Sở Y tế đã thu hồi quyết định bổ nhiệm đối với bà Lê Thị Mực.",
        "Ngày 3/4/2018, Sở Y tế thông báo dừng bổ nhiệm bà Lê Thị Mực.",
    ],
)
def test_an_appointment_taken_back_is_an_event(sentence: str) -> None:
    assert parts(LEAD + sentence) == [{("Sở Y tế tỉnh Thái Bình", "organiser"), ("Lê Thị Mực", "subject")}]


def test_authorities_without_a_name_may_search_with_those_named() -> None:
    text = (
        "Ngày 18/3/2018, Công an tỉnh Thái Bình, viện kiểm sát và chính quyền địa phương tiến hành khám xét nhà"
        " ông Trần Văn Mực."
    )
    assert parts(LEAD + text) == [{("Công an tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "subject")}]


def test_what_was_done_in_a_named_month_is_an_event() -> None:
    text = LEAD + "Tháng 9/2016, Thanh tra tỉnh Thái Bình thanh tra toàn diện Sở Y tế tỉnh Thái Bình."
    assert [start for _, start, _ in told(text)] == ["2016-09"]


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("Kỳ họp thứ 8 HĐND tỉnh Thái Bình dự kiến khai mạc cuối tháng 10.", "--10"),
        ("Đầu tháng 9, Chủ tịch UBND tỉnh Thái Bình Trần Văn Mực làm việc với Sở Y tế tỉnh Thái Bình.", "--09"),
        ("Kỳ họp thứ 8 HĐND tỉnh Thái Bình quyết định việc thu phí từ tháng 10.", None),
    ],
)
def test_a_month_whose_year_nothing_settles_is_the_date_of_what_has_no_other(sentence: str, start: str | None) -> None:
    assert [day for _, day, _ in told(sentence + "\n\n" + sentence)] == [start]


def test_what_is_done_on_a_visit_of_days_without_year_has_their_month() -> None:
    text = (
        "Chủ tịch Quốc hội Lào kết thúc chuyến thăm\n\nNgày 18/6, Chủ tịch Quốc hội Lào Xay Mun đã kết thúc chuyến thăm"
        " chính thức Việt Nam từ ngày 11 - 18/6.\nTrong khuôn khổ chuyến thăm, ông Xay Mun đã hội đàm với Chủ tịch Quốc"
        " hội Trần Thị Mực."
    )
    assert "--06" in [day for _, day, _ in told(text)]


def test_a_visit_of_state_is_paid_to_the_country_named_after_it() -> None:
    text = "Ngày 3/5/2018, Chủ tịch nước Trần Văn Mực {} nước Vương quốc Bỉ."
    assert [place for _, _, place in told(LEAD + text.format("thăm cấp Nhà"))] == ["Bỉ"]
    assert [place for _, _, place in told(LEAD + text.format("hội đàm với Chủ tịch"))] == [None]


@pytest.mark.parametrize(
    ("agency", "place"),
    [("Sở Y tế tỉnh Thái Bình", "tỉnh Thái Bình"), ("Bộ Y tế", None)],
)
def test_a_meeting_told_in_passing_is_where_those_at_it_have_their_offices(agency: str, place: str | None) -> None:
    text = f"Tại cuộc họp bàn việc phòng dịch, Giám đốc {agency} Trần Văn Mực cho biết dịch đã lui."
    text = LEAD.replace(" của tỉnh Thái Bình", "") + "Mọi người vẫn lo.\n" + text
    found = extract(Article(id="a", text=text))
    names = {one.key: one.name for one in found.places}
    assert [names.get(one.place or "") for one in found.events if one.type is EventType.MEETING] == [place]


def test_findings_made_known_are_those_of_an_inspection_not_what_a_leader_concluded() -> None:
    text = "Ngày 18/9/2017, Thanh tra tỉnh Thái Bình thông báo kết luận {} ông Trần Văn Mực."
    assert [start for _, start, _ in told(LEAD + text.format("sai phạm của"))] == ["2017-09-18"]
    assert told(LEAD + text.format("của")) == []


def test_what_was_done_lately_is_an_event() -> None:
    text = "Mới đây, UBND huyện Bố Trạch thanh tra việc rà soát tại xã Hoàn Mẫu."
    assert [place for _, _, place in told(LEAD + text)] == ["xã Hoàn Mẫu"]


def test_where_several_provinces_elect_each_decision_is_of_its_own() -> None:
    text = (
        "Nhiều tỉnh có chủ tịch mới\n\nHĐND nhiều tỉnh đã xong kỳ họp cuối năm.\n"
        "Kỳ họp HĐND tỉnh Lào Cai đã bầu ông Vũ Thí Dụ làm Chủ tịch UBND tỉnh Lào Cai.\n"
        "Ông Lê Văn Mẫu, Phó Bí thư Tỉnh ủy Bạc Liêu, đã đắc cử Chủ tịch UBND tỉnh Bạc Liêu.\n"
        "Phó Bí thư Tỉnh ủy Hưng Yên Ngô Văn Tỷ được bầu giữ chức Chủ tịch UBND tỉnh Hưng Yên.\n"
        "Ông Trần Văn Mực được bầu giữ chức Chủ tịch UBND tỉnh Hà Giang.\n"
        "Ông Hồ Văn Dụ được bầu giữ chức Chủ tịch UBND tỉnh Phú Yên.\n"
    )
    places = {label: place for label, _, place in told(text) if "Kỳ họp" not in label}
    assert [place for label, place in places.items() if "Mẫu" in label] == ["tỉnh Bạc Liêu"]
    assert [place for label, place in places.items() if "Tỷ" in label] == ["tỉnh Hưng Yên"]
    organised = {("Hội đồng nhân dân tỉnh Lào Cai", "organiser")}
    assert not any(organised & found for found in parts(text) if ("Lê Văn Mẫu", "subject") in found)


def test_the_words_that_name_a_place_are_whole_words() -> None:
    text = "Cuộc gặp của ông Trần Hạnh Phúc với người Việt tại Úc sáng nay 17-3 diễn ra trong không khí thân tình."
    (place,) = extract(Article(id="a", text=text)).places
    assert [span.of(text) for span in place.evidence.spans] == ["Úc"]


def planned(text: str) -> list[tuple[str, bool]]:
    """Return label and plan of each event of a text."""
    return [(event.label, event.planned) for event in extract(Article(id="a", text=text)).events]


def test_an_office_to_be_given_or_taken_is_a_planned_event_and_no_membership() -> None:
    text = LEAD + "Ngày 9/7/2018, HĐND tỉnh Thái Bình sẽ bầu ông Trần Văn Mực giữ chức Phó Chủ tịch UBND tỉnh."
    found = extract(Article(id="a", text=text))
    assert found.memberships == ()
    assert [(str(one.start), one.planned) for one in found.events] == [("2018-07-09", True)]
    assert parts(text) == [{("Hội đồng nhân dân tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "subject")}]
    removed = (
        LEAD + "Dự kiến ngày 9/7/2018, HĐND tỉnh Thái Bình sẽ miễn nhiệm chức danh Phó Chủ tịch đối với ông Lê Mực."
    )
    assert [(plan, label[:10]) for label, plan in planned(removed)] == [(True, "Miễn nhiệm")]
    wished = "Nếu được tín nhiệm, HĐND tỉnh Thái Bình sẽ bầu ông Trần Văn Mực giữ chức Phó Chủ tịch UBND tỉnh."
    assert told(LEAD + wished) == []


def test_what_the_prime_minister_approves_is_an_event_beside_the_election() -> None:
    text = (
        "Thủ tướng Lê Văn Dụ vừa ký quyết định phê chuẩn kết quả bầu bổ sung chức vụ Chủ tịch UBND tỉnh Thái Bình đối"
        " với ông Trần Văn Mực. Trước đó, ngày 3/5/2018, HĐND tỉnh Thái Bình đã bầu ông Trần Văn Mực giữ chức Chủ tịch"
        " UBND tỉnh Thái Bình."
    )
    assert [label.split(" chức")[0] for label, _, _ in told(LEAD + text)] == [
        "Phê chuẩn kết quả bầu bổ sung",
        "Bầu ông Trần Văn Mực giữ",
    ]
    approved, elected = parts(LEAD + text)
    assert ("Lê Văn Dụ", "organiser") in approved
    assert ("Hội đồng nhân dân tỉnh Thái Bình", "organiser") in elected


def test_the_session_that_elects_is_an_event_too() -> None:
    text = "Sáng 25/10/2017, Tỉnh ủy Thái Bình đã tiến hành phiên họp đầu tiên và bầu ông Trần Văn Mực giữ chức Bí thư."
    assert [label for label, _, _ in told(LEAD + text)] == [
        "Phiên họp đầu tiên",
        "Bầu ông Trần Văn Mực giữ chức Bí thư",
    ]


def test_the_body_whose_decision_is_handed_over_takes_it() -> None:
    text = (
        "Sáng 7/6/2017, ông Lê Văn Mẫu đã trao quyết định của Tỉnh ủy Thái Bình điều động ông Trần Văn Mực giữ chức Bí"
        " thư Huyện ủy Tiền Hải."
    )
    (found,) = parts(LEAD + text)
    assert {one for one in found if one[1] == "organiser"} == {("Tỉnh ủy Thái Bình", "organiser")}


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (
            "Chiều 5/6/2018, ông Trần Văn Mực - Chủ tịch UBND huyện Tiền Hải - cùng chủ rừng đã khảo sát rừng.",
            "attendee",
        ),
        ("Ngày 5/6/2018, ông Trần Văn Mực cho biết vừa làm việc với Sở Y tế.", "attendee"),
        ("Ngày 5/6/2018, ông Trần Văn Mực đã trực tiếp tới hiện trường chỉ đạo.", "attendee"),
        ("Ngày 5/6/2018, ông Trần Văn Mực đã xin lỗi người dân.", "organiser"),
        ("Ngày 5/6/2018, ông Trần Văn Mực nhận bằng khen.", "recipient"),
        ("Ngày 5/6/2018, công an khám xét nhà ông Trần Văn Mực.", "subject"),
        ("Ngày 5/6/2018, UBND tỉnh Thái Bình điều động ông Trần Văn Mực về công tác tại Sở Y tế.", "subject"),
    ],
)
def test_what_is_told_of_someone(sentence: str, subject: str) -> None:
    assert any(("Trần Văn Mực", subject) in found for found in parts(LEAD + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "UBND tỉnh Thái Bình yêu cầu ông Trần Văn Mực xin lỗi người dân.",
        "Công an xã Hoàn Mẫu đã đến hiện trường.",
        "Luật này được Quốc hội thông qua ngày 5/6/2014.",
        "Ông Trần Văn Mực từng nhận bằng khen.",
    ],
)
def test_what_is_asked_for_or_routine_is_no_event(sentence: str) -> None:
    assert told(LEAD + sentence) == []


@pytest.mark.parametrize(
    ("sentence", "start", "place"),
    [
        (
            "Ngày 5/6/2018, đoàn công tác của tỉnh đã lên thị sát khu vực sạt lở tại xã Hoàn Mẫu.",
            "2018-06-05",
            "xã Hoàn Mẫu",
        ),
        ("Sáng 5/6/2018, hơn 200 cây thông tại xã Hoàn Mẫu bị hạ độc.", "2018-06-05", "xã Hoàn Mẫu"),
        ("Rạng sáng 5/6/2018, một xe khách bốc cháy tại xã Hoàn Mẫu.", "2018-06-05", "xã Hoàn Mẫu"),
    ],
)
def test_what_no_one_named_did_or_suffered(sentence: str, start: str, place: str) -> None:
    assert [found[1:] for found in told(LEAD + sentence)] == [(start, place)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 5/6/2018, Sở Y tế tỉnh Thái Bình nói về nguy cơ trẻ bị đuối nước.",
        "Nhiều xe khách bị cháy mỗi năm.",
        "Ngày 5/6/2018, Tỉnh đoàn Thái Bình nói về nam sinh cứu người bị đuối nước.",
    ],
)
def test_what_only_might_befall_someone_is_no_incident(sentence: str) -> None:
    assert told(LEAD + sentence) == []


def test_an_incident_has_its_day_and_those_who_deal_with_it() -> None:
    text = (
        "Xe khách bốc cháy ở Thái Bình\n\nNhiều người dân đã chứng kiến. Không ai bị thương.\n"
        "Khoảng 15h ngày 5/6/2018, tài xế thấy khói.\nCông an huyện Tiền Hải đang điều tra vụ việc."
    )
    assert [day for _, day, _ in told(text)] == ["2018-06-05"]
    assert parts(text) == [{("Công an huyện Tiền Hải", "attendee")}]


def test_elected_bodies_sit_where_they_pass_laws_and_hear_proposals() -> None:
    passed = "Ngày 5/6/2018, Quốc hội đã chính thức thông qua Luật Ví dụ."
    assert parts(LEAD + passed) == [{("Quốc hội", "organiser")}]
    shown = "Ngày 5/6/2018, ông Trần Văn Mực đã trình Quốc hội dự án Luật Ví dụ."
    assert parts(LEAD + shown) == [{("Quốc hội", "organiser"), ("Trần Văn Mực", "attendee")}]
    heard = "Ngày 5/6/2018, UBND tỉnh Thái Bình nghe Sở Y tế báo cáo về dịch bệnh."
    assert ("Ủy ban nhân dân tỉnh Thái Bình", "organiser") in parts(LEAD + heard)[0]


def test_a_guest_calls_on_a_host_and_comes_at_his_invitation() -> None:
    text = (
        "Nhận lời mời của Chủ tịch Quốc hội Lê Văn Mẫu, ông Trần Văn Mực thăm chính thức Việt Nam ngày 5/6/2018.\n"
        "Ngày 6/6/2018, ông Trần Văn Mực chào xã giao Thủ tướng Vũ Thí Dụ."
    )
    visit, call = parts(LEAD + text)
    assert {("Lê Văn Mẫu", "host"), ("Trần Văn Mực", "attendee")} <= visit
    assert ("Vũ Thí Dụ", "host") in call


def test_what_is_done_at_or_right_after_an_occasion_is_on_its_day() -> None:
    text = (
        "Lễ đón ông Trần Văn Mực\n\nSáng 5/6/2018, lễ đón ông Trần Văn Mực được tổ chức tại Hà Nội. Trời đẹp.\n"
        "Ngay sau lễ đón, ông Lê Văn Mẫu hội đàm với ông Vũ Thí Dụ."
    )
    assert [day for _, day, _ in told(text)] == ["2018-06-05", "2018-06-05"]


def test_an_occasion_put_off_is_another_than_the_one_held() -> None:
    text = "Sáng 5/6/2018, HĐND tỉnh tổ chức kỳ họp thứ tư.\nÔng Trần Văn Mực đề nghị chuẩn bị cho kỳ họp sắp tới."
    assert [plan for _, plan in planned(text)] == [False, True]


def test_the_day_of_what_happened_is_not_that_of_who_came_to_see() -> None:
    text = "Ông Trần Văn Mực đã trực tiếp tới hiện trường chỉ đạo làm rõ vụ cháy xảy ra vào ngày 5/6/2018."
    assert [day for label, day, _ in told(LEAD + text) if label.startswith("Ông")] == [None]
    later = text + "\nTrước đó, ngày 8/6/2018, ông Trần Văn Mực đã thăm xã Hoàn Mẫu."
    assert "2018-06-08" in {day for _, day, _ in told(LEAD + later)}


def test_the_month_that_opens_a_sentence_is_that_of_its_verb() -> None:
    text = "Tháng 6/2017, Sở Y tế tỉnh Thái Bình thanh tra Bệnh viện Ví Dụ; kết luận có hiệu lực từ ngày 1/1/2018."
    assert [day for _, day, _ in told(LEAD + text)] == ["2017-06"]


def test_what_a_body_decides_is_on_the_day_of_its_one_session() -> None:
    text = (
        "Kỷ luật ông Trần Văn Mực\n\nỦy ban Kiểm tra Tỉnh ủy Thái Bình quyết định kỷ luật cảnh cáo ông Trần Văn Mực.\n"
        "Trong hai ngày 12 và 13/12/2017, tại xã Hoàn Mẫu, Ủy ban Kiểm tra Tỉnh ủy Thái Bình đã họp kỳ thứ 20."
    )
    assert {found[1:] for found in told(text)} == {("2017-12-12", "xã Hoàn Mẫu")}


def test_a_paper_without_another_day_is_issued_on_its_own() -> None:
    text = "UBND tỉnh Thái Bình vừa có Quyết định số 669/QĐ-UBND ngày 29/4/2021 về việc lập vùng cách ly."
    assert [day for _, day, _ in told(f"{text}\n\n{text}")] == ["2021-04-29"]


def test_a_month_in_brackets_is_that_of_the_visit_before_it() -> None:
    text = (
        "Ngày 12/5/2017, ông Lê Văn Mẫu gặp ông Trần Văn Mực.\nÔng Mẫu nhắc đến chuyến thăm Việt Nam của ông Mực (tháng"
        " 11/2016), một chuyến thăm thành công."
    )
    assert "2016-11" in {day for _, day, _ in told(text)}


def test_one_decision_that_gives_several_offices_is_one_event() -> None:
    text = "Ngày 5/6/2018, ông Trần Văn Mực thôi giữ chức Bí thư Huyện ủy Tiền Hải, Chủ tịch HĐND huyện Tiền Hải."
    assert len(told(LEAD + text)) == 1


def test_the_body_that_resolves_what_becomes_of_someone_decides() -> None:
    text = "Ngày 5/6/2018, Tỉnh ủy Thái Bình đã quyết định ông Trần Văn Mực thôi giữ chức Bí thư Huyện ủy Tiền Hải."
    assert parts(LEAD + text) == [{("Tỉnh ủy Thái Bình", "organiser"), ("Trần Văn Mực", "subject")}]


def test_elections_without_a_name_are_events_of_those_who_vote() -> None:
    text = "Ngày 5/6/2018, các đại biểu HĐND tỉnh Thái Bình đã bỏ phiếu kín bầu Chủ tịch UBND tỉnh."
    assert parts(LEAD + text) == [{("Hội đồng nhân dân tỉnh Thái Bình", "organiser")}]


def test_those_who_come_along_attend() -> None:
    text = "Ngày 5/6/2018, ông Trần Văn Mực thăm xã Hoàn Mẫu. Cùng đi có ông Lê Văn Mẫu."
    assert ("Lê Văn Mẫu", "attendee") in parts(text)[0]


def test_an_abbreviated_body_in_a_venue_is_spelt_out() -> None:
    text = "Ngày 5/6/2018, tại hội trường UBND huyện Tiền Hải, Sở Y tế tỉnh Thái Bình tổ chức hội nghị."
    assert [place for _, _, place in told(text)] == ["Hội trường Ủy ban nhân dân huyện Tiền Hải"]


def test_what_was_just_decided_is_on_the_day_it_is_told() -> None:
    text = "Ngày 24/12/2018, ông Lê Văn Mẫu cho biết vừa ký quyết định cách chức Chủ tịch xã của ông Vũ Thí Dụ."
    assert [day for _, day, _ in told(LEAD + text)] == ["2018-12-24"]


def test_the_meeting_of_the_title_is_the_one_that_the_lead_tells_in_other_words() -> None:
    text = (
        "Ông Trần Văn Mực chủ trì cuộc họp về cá chết\n\n"
        "Ngày 5/6/2018, ông Trần Văn Mực chủ trì cuộc họp xử lý việc hải sản bất thường.\nÔng Mực đề nghị làm sớm."
    )
    assert [day for _, day, _ in told(text)] == ["2018-06-05"]


def test_the_steps_of_a_career_have_not_the_only_day_of_the_text() -> None:
    text = (
        "Ngày 20/11/2018, Công an tỉnh Thái Bình khám xét nhà ông Trần Văn Mực.\nÔng Mực bị điều tra.\nViệc đang được"
        " làm rõ.\nSau khi ông Vũ Thí Dụ được bổ nhiệm làm Phó Giám đốc Sở Y tế tỉnh Thái Bình, ông ký nhiều văn bản."
    )
    assert [day for label, day, _ in told(text) if "Dụ" in label] == [None]


def test_a_house_that_is_no_body_ends_with_a_word_for_a_level() -> None:
    text = LEAD + "Chiều 16/10/2018, Sở Y tế tỉnh Thái Bình họp tại tòa nhà Trung tâm hành chính thành phố."
    assert [place for _, _, place in told(text)] == ["Tòa nhà Trung tâm hành chính thành phố"]


_OPEN_DAY = (
    "Sở Y tế tỉnh Thái Bình tổ chức hội nghị tổng kết\n\n"
    "Sở Y tế tỉnh Thái Bình vừa tổ chức hội nghị tổng kết công tác dược.\nÔng Lê Văn Mẫu chủ trì hội nghị."
)


@pytest.mark.parametrize(
    ("published", "start"),
    [
        (PartialDate(2021, 4, 28), PartialDate(2021, 4)),
        (PartialDate(2021, 4, 3), None),
        (PartialDate(2021), None),
        (None, None),
    ],
)
def test_what_the_lead_reports_without_a_day_was_held_in_the_month_it_is_news(
    published: PartialDate | None, start: PartialDate | None
) -> None:
    (event,) = filter(by_rules, facts(_OPEN_DAY, published=published).events)
    assert event.start == start


def test_an_old_decision_in_the_lead_has_no_month_of_news() -> None:
    text = "Sở Y tế tỉnh Thái Bình {}ban hành Quyết định số 12/QĐ-SYT về giá thuốc.\nNgười dân phản ánh giá cao."
    old, new = (facts(text.format(word), published=PartialDate(2021, 4, 28)).events for word in ("", "vừa "))
    assert [[str(one.start) for one in events if by_rules(one)] for events in (old, new)] == [["None"], ["2021-04"]]
