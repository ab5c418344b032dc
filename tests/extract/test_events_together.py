"""Occasions told beside one another: those that are two, those that are one, and who is at each."""

from __future__ import annotations

import pytest

from tests.extract.told import LEAD, events, facts


def told(text: str) -> list[tuple[str, str, set[tuple[str, str]]]]:
    """Return (label, start, parts) of each event that the rules tell."""
    return [(event.label, str(event.start or ""), parts) for event, parts in events(facts(LEAD + text))]


def test_two_who_hold_talks_meet_apart_from_another_meeting() -> None:
    text = (
        "Sáng 7/2/2017, Thủ tướng Lê Văn Mẫu hội kiến Tổng Bí thư Vũ Thí Dụ."
        " Trước đó, Thủ tướng Lê Văn Mẫu và Chủ tịch nước Trần Văn Mực hội đàm tại Phủ Chủ tịch."
    )
    people = [{name for name, _ in parts} for _, _, parts in told(text)]
    assert people == [{"Lê Văn Mẫu", "Vũ Thí Dụ"}, {"Lê Văn Mẫu", "Trần Văn Mực"}]


def test_the_body_at_whose_house_someone_meets_does_not_go_on() -> None:
    text = (
        "Sáng 7/2/2017, ông Lê Văn Mẫu đã gặp bà Vũ Thí Dụ tại Sở Y tế tỉnh Thái Bình và chào xã giao ông Trần Văn Mực."
    )
    people = [{name for name, _ in parts} for _, _, parts in told(text)]
    assert people == [{"Lê Văn Mẫu", "Vũ Thí Dụ"}, {"Lê Văn Mẫu", "Trần Văn Mực"}]


def test_a_report_to_the_guest_does_not_hide_with_whom_he_meets() -> None:
    text = (
        "Sáng 7/2/2017, ông Trần Văn Mực đã có buổi làm việc với Sở Y tế tỉnh Thái Bình."
        " Báo cáo với ông Trần Văn Mực, bà Vũ Thí Dụ cho biết mọi việc đều tốt."
        " Chiều cùng ngày, ông Trần Văn Mực đã có buổi làm việc với Sở Nội vụ tỉnh Thái Bình."
    )
    assert len(told(text)) == 2


@pytest.mark.parametrize("beside", ["buổi họp báo", "phiên chất vấn"])
def test_a_press_conference_or_questions_are_beside_what_was_told(beside: str) -> None:
    main = "kỳ họp thứ 5" if beside == "phiên chất vấn" else "hội nghị tổng kết công tác năm"
    text = (
        f"Ngày 7/2/2017, Hội đồng nhân dân tỉnh Thái Bình tổ chức {main}."
        f" Trong {beside} ngày 8/2/2017, bà Vũ Thí Dụ nói thêm."
    )
    assert [start for _, start, _ in told(text)] == ["2017-02-07", "2017-02-08"]


def test_a_sitting_is_the_one_that_was_told_by_what_was_done() -> None:
    text = (
        "Sáng 7/2/2017, Quốc hội thảo luận về dự án luật mẫu."
        " Phát biểu tại phiên họp, ông Trần Văn Mực đề nghị làm nhanh hơn."
    )
    ((_, _, parts),) = told(text)
    assert ("Trần Văn Mực", "speaker") in parts


def test_the_day_of_what_is_done_on_a_journey_is_not_the_journeys() -> None:
    text = (
        "Trong khuôn khổ chuyến thăm chính thức tại Lào, ngày 7/2/2017, Thủ tướng Lê Văn Mẫu đã gặp bà Vũ Thí Dụ."
        " Chuyến thăm Lào của Thủ tướng Lê Văn Mẫu kết thúc tốt đẹp."
    )
    days = {label.split()[0]: start for label, start, _ in told(text)}
    assert days["Thủ"] == "2017-02-07"
    assert not days.get("Chuyến")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ông Trần Văn Mực nhắc tới Nghị quyết Đại hội XII trong ngày 7/2/2017.",
        "Ngày 7/2/2017, ông Trần Văn Mực nhắc tới Đại hội đồng Liên hợp quốc.",
    ],
)
def test_a_congress_in_the_name_of_a_paper_or_a_body_is_none(sentence: str) -> None:
    assert not told(sentence)


def test_a_stock_company_holds_its_general_meeting() -> None:
    ((label, _, _),) = told("Ngày 7/2/2017, Công ty Mẫu tổ chức Đại hội đồng cổ đông thường niên.")
    assert label.startswith("Đại hội đồng cổ đông")


def test_what_is_done_on_behalf_of_others_is_done_by_who_does_it() -> None:
    ((_, _, parts),) = told("Bà Vũ Thí Dụ thay mặt Sở Y tế tỉnh Thái Bình trao tặng Bằng khen cho năm tập thể.")
    assert parts == {("Vũ Thí Dụ", "attendee")}


def test_the_name_of_a_meeting_says_with_whom_it_is() -> None:
    ((_, _, parts),) = told(
        "Ngày 7/2/2017, tại buổi làm việc với lãnh đạo Sở Y tế tỉnh Thái Bình, ông Lê Văn Mẫu nêu ý kiến."
    )
    assert parts == {
        ("Sở Y tế tỉnh Thái Bình", "attendee"),
        ("Lê Văn Mẫu", "attendee"),
        ("Lê Văn Mẫu", "speaker"),
    }


def test_who_speaks_or_chairs_after_the_day_of_a_sentence() -> None:
    text = "Sáng 7/2/2017, phát biểu khai mạc kỳ họp thứ 5 Hội đồng nhân dân tỉnh Thái Bình, bà Vũ Thí Dụ nói nhiều."
    ((_, _, parts),) = told(text)
    assert ("Vũ Thí Dụ", "speaker") in parts
    ((_, _, parts),) = told(
        "Ngày 7/2/2017, cuộc họp của Sở Y tế tỉnh Thái Bình do ông Lê Văn Mẫu chủ trì thì xong sớm."
    )
    assert ("Lê Văn Mẫu", "chair") in parts


def test_who_answers_questions_is_in_session() -> None:
    ((label, _, parts),) = told(
        "Trả lời chất vấn của đại biểu Vũ Thí Dụ, Phó Thủ tướng Lê Văn Mẫu nói việc này là đúng."
    )
    assert label.startswith("Trả lời chất vấn")
    assert ("Lê Văn Mẫu", "attendee") in parts


def test_a_committee_that_sits_is_in_session() -> None:
    found = facts(LEAD + "Ngày 7/2/2017, Ủy ban Kiểm tra Trung ương họp kỳ thứ 13.")
    assert [str(event.type) for event, _ in events(found)] == ["congress"]


def test_a_formal_welcome_names_who_is_welcomed() -> None:
    ((label, _, _),) = told("Chiều 7/2/2017, lễ đón chính thức Thủ tướng Lê Văn Mẫu diễn ra tại Hà Nội.")
    assert label == "Lễ đón chính thức Thủ tướng Lê Văn Mẫu"


def test_representatives_who_act_at_a_meeting_are_no_part_of_its_name() -> None:
    text = (
        "Ngày 4/8/2017, Sở Y tế tỉnh Thái Bình tổ chức buổi giao lưu với Sở Y tế tỉnh Nam Định.\n"
        "Tại buổi làm việc đại diện lãnh đạo hai sở đã thông tin cho nhau về tình hình."
    )
    assert not any("đại diện" in event.label for event in facts(text).events)


def test_who_receives_a_delegation_are_those_listed_together() -> None:
    text = (
        "Sáng 5/3/2022, Đoàn công tác của Bộ Y tế làm việc với UBND tỉnh Hà Nam. Tiếp và làm việc với đoàn có ông"
        " Lê Văn Mẫu, Chủ tịch UBND tỉnh; cùng đi với đoàn có bà Trần Thí Dụ, Vụ trưởng."
    )
    [(_, _, parts)] = told(text)
    assert {name for name, function in parts if function == "host"} == {"Lê Văn Mẫu"}


def test_who_works_with_a_delegation_receives_it() -> None:
    text = (
        "Ngày 18/4, Đoàn công tác của Ủy ban Dân tộc đã làm việc với UBND huyện Kỳ Sơn. Làm việc với đoàn có ông"
        " Lê Văn Mẫu, Phó Chủ tịch UBND huyện."
    )
    [(_, _, parts)] = told(text)
    assert ("Lê Văn Mẫu", "host") in parts


def test_nothing_is_given_to_whom_a_recipient_is_described_by() -> None:
    text = "Sáng 5/3/2022, Hội Chữ thập đỏ tỉnh Hà Nam trao quà cho bà Vũ Thí Dụ, con gái của ông Lê Văn Mẫu."
    [(_, _, parts)] = told(text)
    assert {name for name, function in parts if function == "recipient"} == {"Vũ Thí Dụ"}


def test_who_did_not_come_or_speak_has_no_part() -> None:
    text = (
        "Sáng 5/3/2022, Sở Y tế tỉnh Hà Nam tổ chức hội nghị. Bà Vũ Thí Dụ không phát biểu tại hội nghị."
        " Ông Lê Văn Mẫu không dự."
    )
    [(_, _, parts)] = told(text)
    assert {name for name, _ in parts} == {"Sở Y tế tỉnh Hà Nam"}


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/3/2022, trừ ông Lê Văn Mẫu, bà Vũ Thí Dụ bị UBND tỉnh Hà Nam kỷ luật khiển trách.",
        "Mạo danh Công an tỉnh Hà Nam, Vũ Thí Dụ bị bắt giữ.",
    ],
)
def test_who_stands_before_a_comma_does_not_always_suffer_the_same(text: str) -> None:
    [(_, _, parts)] = told(text)
    assert {name for name, function in parts if function == "subject"} == {"Vũ Thí Dụ"}


def test_an_arrest_before_a_gift_has_no_recipients() -> None:
    text = "Ngày 5/3/2022, ông Lê Văn Mẫu bị Công an tỉnh Hà Nam bắt giữ, được bà Vũ Thí Dụ tặng quà."
    assert ("Công an tỉnh Hà Nam", "recipient") not in {one for _, _, parts in told(text) for one in parts}


def test_the_first_word_of_a_text_has_none_before_it() -> None:
    text = "Sở Y tế tỉnh Hà Nam trao quà cho bà Vũ Thí Dụ. Bà đến được"
    assert [event.label for event, _ in events(facts(text))] == ["Sở Y tế tỉnh Hà Nam trao quà"]


def test_a_house_is_told_of_with_the_office_of_whose_it_is() -> None:
    text = "Sáng 5/3/2022, căn nhà của ông Lê Văn Mẫu, Chủ tịch UBND xã Mẫu, ở thôn 2, huyện Kim Bảng bốc cháy."
    [(label, _, _)] = told(text)
    assert label.startswith("Căn nhà của ông Lê Văn Mẫu")


def test_those_of_whom_a_delegation_is_made_up_act_together() -> None:
    text = (
        "Sáng 14/10, Đoàn đại biểu Quốc hội tỉnh Kon Tum gồm các ông, bà: Lê Văn Mẫu, Trưởng đoàn; Vũ Thí Dụ,"
        " Phó Trưởng đoàn đã tiếp xúc cử tri xã Đăk Thí."
    )
    [(_, _, parts)] = told(text)
    assert {"Lê Văn Mẫu", "Vũ Thí Dụ"} <= {name for name, _ in parts}


def test_the_day_of_what_was_before_is_not_that_of_the_news() -> None:
    text = (
        "Thanh tra ở Hà Nam\n\nUBND tỉnh Hà Nam vừa kỷ luật cảnh cáo ông Lê Văn Mẫu. Trước đó, ngày 5/4/2018, Thanh tra"
        " tỉnh đã ban hành kết luận thanh tra về các sai phạm."
    )
    days = {event.type: str(event.start or "") for event, _ in events(facts(text))}
    assert days == {"appointment": "", "inspection": "2018-04-05"}


def test_who_receives_the_delegation_told_of_before_is_at_what_it_does() -> None:
    text = (
        "Chiều 12/8, Đoàn công tác Bộ Y tế do ông Lê Văn Mẫu, Thứ trưởng Bộ Y tế dẫn đầu đã kiểm tra Trung tâm Y tế"
        " huyện Chư Sê. Tiếp đoàn, ông Trần Văn Mực, Phó Chủ tịch UBND huyện cho biết dịch đã lắng."
    )
    [(_, parts)] = events(facts(f"Tin trong ngày\n\n{text}"))
    assert {"Lê Văn Mẫu", "Trần Văn Mực"} <= {name for name, _ in parts}


def test_a_school_year_opens_with_a_ceremony() -> None:
    text = "Sáng 5/9, Trường THPT Mẫu Mực khai giảng năm học mới. Dự có ông Lê Văn Mẫu, Giám đốc Sở Y tế tỉnh Hà Nam."
    [(event, parts)] = events(facts(LEAD + text))
    assert event.type == "ceremony"
    assert ("Lê Văn Mẫu", "attendee") in parts
