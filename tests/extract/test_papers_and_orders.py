"""Papers, proposals, orders and incidents: whose they are, to whom they go, and whom they concern."""

from __future__ import annotations

import pytest

from tests.extract.told import LEAD, facts
from tests.extract.told import parts_by_event as told

_TEAM = "Ủy ban Kiểm tra Tỉnh ủy Thái Bình"


def parts(text: str) -> set[tuple[str, str]]:
    """Return who takes part in the one event of a text."""
    (one,) = told(text).values()
    return one


def test_a_paper_goes_to_those_after_it() -> None:
    assert parts("Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình có văn bản gửi Sở Tài chính và UBND tỉnh Thái Bình.") == {
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
        ("Sở Tài chính tỉnh Thái Bình", "recipient"),
        ("Ủy ban nhân dân tỉnh Thái Bình", "recipient"),
    }


def test_a_building_is_sent_to_no_one() -> None:
    assert parts("Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình có văn bản về công trình Bệnh viện Ví Dụ.") == {
        ("Sở Y tế tỉnh Thái Bình", "organiser")
    }


def test_a_measure_concerns_whom_it_names() -> None:
    assert parts(
        "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình ra quyết định xử phạt hành chính đối với ông Trần Văn Mực."
    ) == {
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
        ("Trần Văn Mực", "subject"),
    }


def test_an_official_signs_for_his_office() -> None:
    assert parts("Ngày 3/5/2018, Giám đốc Sở Y tế tỉnh Thái Bình Lê Văn Mẫu đã ký quyết định ban hành quy chế.") == {
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
        ("Lê Văn Mẫu", "organiser"),
    }
    assert parts("Ngày 3/5/2018, Thủ tướng Lê Văn Mẫu đã ký quyết định ban hành quy chế.") == {
        ("Lê Văn Mẫu", "organiser")
    }


def test_papers_of_different_offices_are_different() -> None:
    found = told(
        "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình có văn bản về việc dừng dự án cầu Ví Dụ.\nNgày 3/5/2018, Sở Tài chính"
        " tỉnh Thái Bình có văn bản về việc dừng dự án cầu Ví Dụ."
    )
    assert len(found) == 2


def test_an_inspection_is_about_the_house_it_goes_to() -> None:
    assert parts("Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình kiểm tra việc bán thuốc tại Bệnh viện Ví Dụ.") == {
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
        ("Bệnh viện Ví Dụ", "subject"),
    }


def test_who_inspects_by_trade_inspects_nothing() -> None:
    (label,) = told("Ông Trần Văn Mực, cán bộ thanh tra của Sở Y tế tỉnh Thái Bình bị đình chỉ công tác.")
    assert label.startswith("appointment")
    assert parts("Ông Trần Văn Mực, cán bộ thanh tra của Sở Y tế tỉnh Thái Bình bị đình chỉ công tác.") == {
        ("Trần Văn Mực", "subject")
    }


@pytest.mark.parametrize("verb", ["giao cơ quan chức năng kiểm tra", "chỉ đạo Sở Y tế tiến hành kiểm tra"])
def test_an_inspection_that_is_ordered_is_one(verb: str) -> None:
    (label,) = told(f"Chiều 3/5/2018, ông Lê Văn Mẫu cho biết, UBND tỉnh Thái Bình đã {verb} khu đất Ví Dụ.")
    assert label.startswith("inspection: UBND tỉnh Thái Bình đã")


def test_an_inspection_that_is_asked_for_is_none() -> None:
    assert not told("Chiều 3/5/2018, người dân mong UBND tỉnh Thái Bình sẽ yêu cầu Sở Y tế kiểm tra khu đất Ví Dụ.")


def test_a_discipline_is_proposed_to_a_higher_body() -> None:
    proposed = f"Ngày 3/5/2018, {_TEAM} đề nghị Ban Bí thư xem xét, kỷ luật ông Trần Văn Mực."
    assert parts(proposed) == {
        (_TEAM, "organiser"),
        ("Ban Bí thư Trung ương Đảng", "recipient"),
        ("Trần Văn Mực", "subject"),
    }


def test_how_a_decision_came_about_is_no_event_beside_it() -> None:
    (label,) = told(
        "Ngày 3/5/2018, Ban Bí thư quyết định kỷ luật ông Trần Văn Mực.\n"
        f"Trước đó, {_TEAM} đề nghị Ban Bí thư xem xét, kỷ luật ông Trần Văn Mực."
    )
    assert "đề nghị" not in label


def test_who_moves_to_another_post_does_it_to_no_one() -> None:
    assert parts("Ngày 3/5/2018, ông Trần Văn Mực đã chuyển công tác về Hà Nội.") == {("Trần Văn Mực", "subject")}


def test_an_affair_is_named_by_where_it_happened_and_between_whom() -> None:
    text = "Chiều 3/5/2018, vụ xô xát xảy ra tại bến xe Ví Dụ giữa ông Trần Văn Mực và bà Lê Thị Mẫu."
    (label,) = told(text)
    assert label.startswith("incident: Vụ xô xát xảy ra tại bến xe Ví Dụ")
    assert parts(text) == {("Trần Văn Mực", "subject"), ("Lê Thị Mẫu", "subject")}


def test_what_befell_someone_is_told_at_length() -> None:
    text = "Sáng 3/5/2018, anh Trần Văn Mực đã trượt chân ngã xuống suối và bị lũ cuốn."
    assert parts(text) == {("Trần Văn Mực", "subject")}


def test_a_newspaper_that_reports_does_nothing() -> None:
    found = facts("Báo Thanh Niên ngày 3/5/2018 đã đăng tin về bến xe Ví Dụ của tỉnh Thái Bình.")
    assert not found.participations


def test_who_is_expelled_warns_no_one() -> None:
    text = (
        "Ngày 3/5/2018, Ủy ban Kiểm tra Tỉnh ủy Thái Bình khai trừ Đảng đối với ông Trần Văn Mực và cảnh cáo đối với"
        " ông Vũ Thí Dụ."
    )
    assert ("Trần Văn Mực", "organiser") not in set().union(*told(text).values())


def test_a_report_that_names_someone_is_not_given_by_him() -> None:
    text = (
        "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình tổ chức hội nghị tổng kết.\n"
        "Báo cáo cũng nhắc lại quyết định đối với ông Trần Văn Mực.\n"
        "Báo cáo tại hội nghị, ông Vũ Thí Dụ nêu khó khăn."
    )
    assert {who for who, function in parts(text) if function == "speaker"} == {"Vũ Thí Dụ"}


def test_an_inspection_is_about_those_whose_faults_it_finds() -> None:
    text = "Ngày 3/5/2018, Ủy ban Kiểm tra Tỉnh ủy Thái Bình kết luận về vi phạm, khuyết điểm của bà Trần Thị Mực."
    assert ("Trần Thị Mực", "subject") in parts(text)


def test_a_text_goes_on_about_its_one_occasion() -> None:
    text = (
        "Nước sạch ở tỉnh Thái Bình\n\nNước sạch còn thiếu.\nNgười dân lo.\nNhiều nơi phải mua nước.\n"
        "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình tổ chức họp báo.\nNước đục từ lâu.\nNhiều trường đóng cửa.\n"
        "Người dân chờ.\nGiá nước tăng.\nÔng Vũ Thí Dụ, Phó Giám đốc Sở Y tế tỉnh Thái Bình, cho biết: “Chúng tôi đã"
        " lấy mẫu.”"
    )
    assert ("Vũ Thí Dụ", "speaker") in parts(text)


def labels(text: str) -> list[str]:
    return list(told(text))


def test_the_body_in_the_number_of_a_paper_does_nothing() -> None:
    sentence = (
        "Chủ tịch UBND tỉnh Thái Bình Lê Văn Mẫu vừa ký Quyết định số 812/QĐ-UBND phê duyệt Quy hoạch đô thị Ví Dụ"
    )
    assert labels(sentence + ".") == [f"signing: {sentence}"]


@pytest.mark.parametrize(
    "paper",
    [
        "Kế hoạch số 45/KH-UBND ngày 3/3/2022 về phòng, chống thiên tai",
        "Nghị quyết số 03-NQ/TU ngày 3 tháng 3 năm 2022 về chuyển đổi số",
        "Nghị quyết số 97/NQ-HĐND15 thông qua đề án đặt tên đường",
        "Quyết định điều chỉnh bảng giá đất",
        "Thông tư hướng dẫn về tổ chức và hoạt động của thôn",
        "Quy định về bổ nhiệm cán bộ",
    ],
)
def test_the_name_of_a_paper_goes_on_after_its_number_and_day(paper: str) -> None:
    assert labels(f"UBND tỉnh Thái Bình vừa ban hành {paper}.") == [
        f"signing: UBND tỉnh Thái Bình vừa ban hành {paper}"
    ]


@pytest.mark.parametrize(
    ("paper", "day"),
    [
        ("Kế hoạch số 45/KH-UBND ngày 3/3/2022 thi đua năm 2023", "2022-03-03"),
        ("Kế hoạch thi đua năm 2023", "None"),
        ("Công điện cấm tàu thuyền ra khơi từ ngày 27/9/2022", "None"),
    ],
)
def test_the_days_that_a_paper_deals_with_are_not_its_own(paper: str, day: str) -> None:
    assert [str(one.start) for one in facts(f"UBND tỉnh Thái Bình vừa ban hành {paper}.").events] == [day]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thay mặt Tỉnh ủy Thái Bình, ông Lê Văn Mẫu vừa ký ban hành Quy định về tiếp dân.",
        "Ông Lê Văn Mẫu thay mặt Tỉnh ủy Thái Bình vừa ký ban hành Quy định về tiếp dân.",
    ],
)
def test_a_paper_is_also_of_the_body_for_which_someone_signs(sentence: str) -> None:
    assert parts(sentence) == {("Tỉnh ủy Thái Bình", "organiser"), ("Lê Văn Mẫu", "organiser")}


def test_a_paper_about_someone_is_a_decision_about_him_on_its_day() -> None:
    (event,) = facts(
        "Giám đốc Công an tỉnh Thái Bình đã ký Quyết định số 12/QĐ-CAT ngày 3/5/2021 khiển trách ông Trần Văn Mực."
    ).events
    assert (str(event.type), str(event.start)) == ("appointment", "2021-05-03")


def test_who_is_disciplined_in_the_next_clause_is_no_subject_of_the_first() -> None:
    events = told(
        "Sở Y tế tỉnh Thái Bình đã kỷ luật cảnh cáo về mặt chính quyền đối với ông Lê Văn Mẫu; ông Trần Văn Mực bị"
        " khiển trách."
    )
    assert list(events.values()) == [
        {("Sở Y tế tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject")},
        {("Trần Văn Mực", "subject")},
    ]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("{} vừa được UBND tỉnh Thái Bình phê duyệt.", "{} vừa được UBND tỉnh Thái Bình phê duyệt"),
        ("Giá nước sẽ tăng theo {} vừa được UBND tỉnh Thái Bình ban hành.", "{} vừa được UBND tỉnh Thái Bình ban hành"),
    ],
)
def test_what_became_of_a_paper_is_told_from_its_name_on(sentence: str, label: str) -> None:
    paper = "Quyết định số 9/QĐ-UBND về quy hoạch đô thị Ví Dụ"
    events = told(sentence.format(paper))
    assert events == {f"signing: {label.format(paper)}": {("Ủy ban nhân dân tỉnh Thái Bình", "organiser")}}


def test_a_paper_named_only_by_who_issued_it_is_no_event() -> None:
    assert not told(f"{LEAD}Quyết định số 9/QĐ-UBND được UBND tỉnh Thái Bình ban hành quy định mức phí.")


def test_what_a_paper_says_right_after_its_name_belongs_to_it() -> None:
    for rest in ("kết thúc cách ly y tế xã Ví Dụ", "cho phép mở lại chợ Ví Dụ"):
        sentence = f"UBND tỉnh Thái Bình vừa ban hành quyết định {rest}"
        assert labels(f"{sentence}.") == [f"signing: {sentence}"]


@pytest.mark.parametrize("agreement", ["ký kết chương trình phối hợp", "ký bản ghi nhớ", "ký thỏa thuận hợp tác"])
def test_both_sides_of_an_agreement_hold_it_and_others_attend(agreement: str) -> None:
    (sides,) = told(
        f"Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình {agreement} với Sở Tài chính tỉnh. Tham dự có ông Trần Văn Mực."
    ).values()
    assert sides == {
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
        ("Sở Tài chính tỉnh Thái Bình", "organiser"),
        ("Trần Văn Mực", "attendee"),
    }


def test_a_title_that_names_the_parties_in_short_tells_the_agreement_of_the_lead() -> None:
    events = told(
        "Hội Nông dân và Sở Y tế ký kết chương trình phối hợp\n\nNgày 3/5/2018, Hội Nông dân tỉnh Thái Bình và Sở Y tế"
        " tỉnh ký kết chương trình phối hợp năm 2018."
    )
    assert len(events) == 1


def test_what_is_asked_of_an_assembly_is_no_paper_of_it() -> None:
    assert not told(f"{LEAD}Ngày 3/5/2018, cử tri đề xuất HĐND tỉnh Thái Bình ban hành nghị quyết về giá nước.")


def test_a_meeting_at_which_something_was_concluded_is_not_held_by_who_writes_it_down() -> None:
    events = told(
        "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình ban hành thông báo kết luận của ông Lê Văn Mẫu tại buổi làm việc với Sở"
        " Tài chính tỉnh."
    )
    (parts_of_meeting,) = [found for label, found in events.items() if label.startswith("meeting")]
    assert parts_of_meeting == {("Sở Tài chính tỉnh Thái Bình", "attendee")}


def test_who_resolves_to_propose_a_measure_proposes_it() -> None:
    assert parts("Ngày 3/5/2018, Tỉnh ủy Thái Bình quyết định đề nghị Ban Bí thư kỷ luật ông Trần Văn Mực.") == {
        ("Tỉnh ủy Thái Bình", "organiser"),
        ("Ban Bí thư Trung ương Đảng", "recipient"),
        ("Trần Văn Mực", "subject"),
    }


def test_who_is_honoured_by_someone_receives_it() -> None:
    assert parts("Sáng 3/5/2018, ông Trần Văn Mực đã được Sở Y tế tỉnh Thái Bình trao tặng huy hiệu.") == {
        ("Trần Văn Mực", "recipient"),
        ("Sở Y tế tỉnh Thái Bình", "organiser"),
    }


@pytest.mark.parametrize(
    "name",
    ["công văn về việc tập trung ứng phó bão", "văn bản chỉ đạo các sở, ngành phòng cháy, chữa cháy rừng"],
)
def test_lists_and_verbs_in_the_name_of_a_paper_belong_to_it(name: str) -> None:
    assert labels(f"UBND tỉnh Thái Bình vừa ban hành {name}.") == [f"signing: UBND tỉnh Thái Bình vừa ban hành {name}"]


def test_a_body_beside_others_does_it_alone() -> None:
    events = told("Ngày 3/5/2018, ngoài ông Trần Văn Mực, Sở Y tế tỉnh Thái Bình đã khiển trách ông Lê Văn Mẫu.")
    assert {("Sở Y tế tỉnh Thái Bình", "organiser"), ("Lê Văn Mẫu", "subject")} in events.values()
