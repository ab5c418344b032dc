"""Offices where they stand in lists, with remarks, at departments that no list has, or of other states' leaders."""

from __future__ import annotations

import pytest

from lienket.extract import story
from lienket.language.folding import name_key
from lienket.reference.foreign_leaders import ForeignLeader, foreign_leaders
from tests.extract.told import facts, held

ASSEMBLY = "Quốc hội"
CENTRE = "Ban Chấp hành Trung ương Đảng Cộng sản"


def roles(text: str) -> set[tuple[str, str, str | None]]:
    return {(person, role, agency) for person, role, agency, _ in held(facts(text))}


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Đại biểu Quốc hội khóa XIV tỉnh Khánh Hòa Đỗ Thí Dụ phát biểu.",
            {("Đỗ Thí Dụ", "Đại biểu", ASSEMBLY)},
            "the term and the constituency stand between office and name",
        ),
        (
            "Ông Lê Thí Dụ, đại biểu Quốc hội khóa XIV thuộc Đoàn đại biểu Quốc hội tỉnh Hà Nam, Giám đốc Sở Y tế tỉnh"
            " Hà Nam, phát biểu.",
            {("Lê Thí Dụ", "Đại biểu", ASSEMBLY), ("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "offices go on after the constituency",
        ),
        (
            "Quốc hội họp. Các đại biểu Lê Thí Dụ (Cần Thơ), Võ Văn Mực (đoàn Hà Nội) cho rằng cần làm.",
            {("Lê Thí Dụ", "Đại biểu", ASSEMBLY), ("Võ Văn Mực", "Đại biểu", ASSEMBLY)},
            "each with where he was elected",
        ),
        (
            "Đại biểu Quốc hội Lê Thí Dụ (Cần Thơ) và ông Võ Văn Mực cho rằng cần làm.",
            {("Lê Thí Dụ", "Đại biểu", ASSEMBLY)},
            "who is told without a constituency need not be a deputy",
        ),
        (
            "Quốc hội họp. Trả lời đại biểu, Bộ trưởng Nội vụ Lê Thí Dụ cho biết.",
            set(),
            "who asks is not who answers",
        ),
        (
            "Có 2 ủy viên UBND TP Cần Thơ, gồm: Thiếu tướng Lê Thí Dụ, Giám đốc Công an TP Cần Thơ; ông Võ Văn Mực,"
            " Giám đốc Sở Nội vụ TP Cần Thơ.",
            {
                ("Lê Thí Dụ", "Ủy viên", "Ủy ban nhân dân thành phố Cần Thơ"),
                ("Lê Thí Dụ", "Giám đốc", "Công an thành phố Cần Thơ"),
                ("Võ Văn Mực", "Ủy viên", "Ủy ban nhân dân thành phố Cần Thơ"),
                ("Võ Văn Mực", "Giám đốc", "Sở Nội vụ thành phố Cần Thơ"),
            },
            "'gồm' and a colon, each with an office of his own",
        ),
        (
            "Hai người không phải là ủy viên UBND TP Cần Thơ gồm: ông Lê Thí Dụ, ông Võ Văn Mực.",
            set(),
            "an office that those listed do not have",
        ),
        (
            "Ông Lê Thí Dụ, nguyên Bí thư Thành ủy, Chủ tịch HĐND TP Hội An, nói với báo ở Đà Nẵng.",
            {
                ("Lê Thí Dụ", "Bí thư", "Thành ủy Hội An"),
                ("Lê Thí Dụ", "Chủ tịch", "Hội đồng nhân dân thành phố Hội An"),
            },
            "the place at the end is the Party committee's too",
        ),
        (
            "Thứ trưởng Bộ Y tế Lê Thí Dụ kiêm Cục trưởng Cục Quản lý Dược trả lời.",
            {("Lê Thí Dụ", "Thứ trưởng", "Bộ Y tế"), ("Lê Thí Dụ", "Cục trưởng", "Cục Quản lý Dược")},
            "another office after the name",
        ),
        (
            "Ông Lê Thí Dụ, Ủy viên Trung ương Đảng các khóa IX, X, XI, Bí thư Tỉnh ủy Hà Nam, dự lễ.",
            {
                ("Lê Thí Dụ", "Ủy viên", f"{CENTRE} Việt Nam"),
                ("Lê Thí Dụ", "Bí thư", "Tỉnh ủy Hà Nam"),
            },
            "several terms",
        ),
        (
            "Bà Lê Thí Dụ, nguyên Phó Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam, Chủ tịch Hội Chữ thập đỏ Việt"
            " Nam, dự lễ.",
            {
                ("Lê Thí Dụ", "Phó Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
                ("Lê Thí Dụ", "Chủ tịch", "Hội Chữ thập đỏ Việt Nam"),
            },
            "the state's own full name",
        ),
    ],
)
def test_offices_in_lists(text: str, expected: set[tuple[str, str, str | None]], reason: str) -> None:
    found = {one for one in roles(text) if one[1] != "Bộ trưởng"}
    assert found == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Trong ảnh là ông Lê Thí Dụ (bìa phải), Giám đốc Sở Y tế tỉnh Hà Nam.",
            {("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "a remark in brackets",
        ),
        (
            "Bị can Lê Thí Dụ (31 tuổi, ở Bắc Ninh) - Giám đốc Sở Y tế tỉnh Hà Nam nhận tội.",
            {("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "age and home",
        ),
        (
            "Đến thăm ông Lê Thí Dụ (trú xã Mẫu Sơn), Chủ tịch UBND tỉnh Hà Nam nhắn nhủ.",
            set(),
            "someone else speaks after the remark",
        ),
        (
            "Bà Lê Thí Dụ (con gái Bí thư Tỉnh ủy Hà Nam Võ Văn Mực), cho biết đã gửi đơn.",
            {("Võ Văn Mực", "Bí thư", "Tỉnh ủy Hà Nam")},
            "brackets with someone else's office are not passed over",
        ),
        (
            "Ông Lê Thí Dụ, hiện là Giám đốc Sở Y tế tỉnh Hà Nam, kể lại.",
            {("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "'hiện là' after a comma",
        ),
        (
            "Ngày 8/4, Chủ tịch UBND tỉnh Hà Nam, ông Lê Thí Dụ ký quyết định.",
            {("Lê Thí Dụ", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam")},
            "office and 'ông' open the sentence but for its time",
        ),
        (
            "Nêu quan điểm, Giám đốc Sở Y tế tỉnh Hà Nam, ông Lê Thí Dụ cho biết việc này.",
            {("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "who then speaks has the office before",
        ),
        (
            "Theo Chánh Văn phòng UBND tỉnh Hà Nam, ông Lê Thí Dụ đã lập hồ sơ giả.",
            set(),
            "one tells it of the other",
        ),
        (
            "Lời kể về Phó Chủ tịch UBND tỉnh Hà Nam:\nÔng Lê Thí Dụ, Giám đốc Sở Y tế tỉnh Hà Nam, xác nhận.",
            {("Lê Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "what stands on the line before a colon is another's, and 'Ông' is no name",
        ),
        (
            "Phó Chủ tịch UBND phường Văn Mẫu Nguyễn Thí Dụ trả lời.",
            {("Nguyễn Thí Dụ", "Phó Chủ tịch", "Ủy ban nhân dân phường Văn Mẫu")},
            "a commune whose name begins as a person's",
        ),
    ],
)
def test_what_stands_between_name_and_office(
    text: str, expected: set[tuple[str, str, str | None]], reason: str
) -> None:
    assert roles(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "agency", "reason"),
    [
        (
            "Ông Lê Thí Dụ, Vụ trưởng Vụ Kinh tế mẫu vật - Bộ Xây dựng trả lời.",
            "Vụ Kinh tế mẫu vật, Bộ Xây dựng",
            "a listed field is not cut off where its words go on",
        ),
        (
            "Ông Lê Thí Dụ, Cục trưởng Quản lý mẫu vật (Bộ Y tế), trả lời.",
            "Cục Quản lý mẫu vật, Bộ Y tế",
            "by what it does, after the title alone",
        ),
        (
            "Vụ trưởng tổ chức cán bộ (Bộ Tư pháp) Lê Thí Dụ trả lời.",
            "Vụ Tổ chức cán bộ, Bộ Tư pháp",
            "a field in small letters before its ministry",
        ),
        (
            "Cục trưởng Cục Quản lý Dược, Bộ Y tế Lê Thí Dụ trả lời.",
            "Cục Quản lý Dược",
            "the ministry between a department and its head",
        ),
        ("Ông Lê Thí Dụ, Phó Tổng cục trưởng Tổng cục Thuế cho hay.", "Tổng cục Thuế", "verbs of speech are no field"),
        (
            "Bà Lê Thí Dụ, Phó phòng Quản lý mẫu vật cây trồng, Sở Y tế tỉnh Hà Nam, trả lời.",
            "Phòng Quản lý mẫu vật cây trồng, Sở Y tế tỉnh Hà Nam",
            "'Quản lý' needs its object",
        ),
        (
            "Chủ tịch Hiệp hội Nhựa Mẫu - TS Lê Thí Dụ - trả lời.",
            "Hiệp hội Nhựa Mẫu",
            "a degree after a dash is the holder's",
        ),
        (
            "Sai phạm tại Trung tâm Mẫu Xanh (Sở Y tế tỉnh Hà Nam), ông Lê Thí Dụ (Giám đốc) bị cảnh cáo.",
            "Trung tâm Mẫu Xanh",
            "what brackets tell of a body has no office here",
        ),
    ],
)
def test_where_the_office_is(text: str, agency: str, reason: str) -> None:
    assert {one[2] for one in roles(text) if one[0] == "Lê Thí Dụ"} == {agency}, reason


def test_seats_taken_along_with_an_office() -> None:
    found = roles(
        "Bộ Chính trị phân công ông Lê Thí Dụ tham gia Ban Chấp hành Đảng bộ, Ban Thường vụ và giữ chức Bí thư Tỉnh ủy"
        " Sóc Trăng."
    )
    assert found == {
        ("Lê Thí Dụ", "Ủy viên", "Tỉnh ủy Sóc Trăng"),
        ("Lê Thí Dụ", "Ủy viên", "Ban Thường vụ Tỉnh ủy Sóc Trăng"),
        ("Lê Thí Dụ", "Bí thư", "Tỉnh ủy Sóc Trăng"),
    }


def test_two_take_up_one_office() -> None:
    found = roles(
        "Ông Lê Thí Dụ, Giám đốc Sở Y tế và bà Võ Thị Mực, Phó Giám đốc Sở Y tế giữ chức Phó Chủ tịch UBND tỉnh Hà Nam."
    )
    deputy = ("Phó Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam")
    assert {one[0] for one in found if one[1:] == deputy} == {"Lê Thí Dụ", "Võ Thị Mực"}


def test_a_ministry_of_another_state_by_a_field_that_no_list_has() -> None:
    assert roles("Bộ trưởng Năng lượng Thái Lan Narong Mẫu phát biểu.") == {
        ("Narong Mẫu", "Bộ trưởng", "Bộ Năng lượng Thái Lan")
    }
    assert not roles("Bộ trưởng Cao Đức Mực phát biểu.")


def test_leaders_of_other_states_have_no_office_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {name_key("Tập Thí Mẫu"): ForeignLeader(country="Trung Quốc", president=True)}
    monkeypatch.setattr(story, "foreign_leaders", lambda: known)
    found = roles("Việt Nam mời Tổng Bí thư, Chủ tịch nước Tập Thí Mẫu đến thăm. Chủ tịch Tập Thí Mẫu cảm ơn.")
    state = "Nhà nước Cộng hòa Nhân dân Trung Hoa"
    assert found == {
        ("Tập Thí Mẫu", "Tổng Bí thư", f"{CENTRE} Trung Quốc"),
        ("Tập Thí Mẫu", "Chủ tịch nước", state),
        ("Tập Thí Mẫu", "Chủ tịch", state),
    }


def test_one_office_abroad_tells_of_which_state_the_others_are() -> None:
    found = roles("Thủ tướng tiếp ông Lê Thí Dụ, Ủy viên Bộ Chính trị, Phó Chủ tịch Quân ủy Trung ương Trung Quốc.")
    assert ("Lê Thí Dụ", "Ủy viên", "Bộ Chính trị Đảng Cộng sản Trung Quốc") in found


def test_a_short_name_of_ours_between_mentions_of_another_country() -> None:
    found = roles("Nhớ Thủ tướng Thụy Điển Olof Mẫu. Nguyên Phó Thủ tướng Vũ Dụ kể về sự giúp đỡ của Thụy Điển.")
    assert ("Vũ Dụ", "Phó Thủ tướng", "Chính phủ") in found


def test_the_table_of_leaders_loads() -> None:
    assert all(one.country for one in foreign_leaders().values())


@pytest.mark.parametrize("end", ["các khóa", "khóa", "đơn vị", "nhiệm kỳ"])
def test_a_text_may_end_within_a_term_of_office(end: str) -> None:
    assert facts(f"Ông Trần Văn Mực, Đại biểu Quốc hội {end}").people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Trần Văn Mẫu giữ chức Phó Chủ tịch, Chủ tịch và Phó Bí thư huyện Nghi Lộc.",
            {
                ("Trần Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân huyện Nghi Lộc", "attested"),
                ("Trần Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân huyện Nghi Lộc", "attested"),
                ("Trần Văn Mẫu", "Phó Bí thư", "Huyện ủy Nghi Lộc", "attested"),
            },
        ),
        ("Ông Trần Văn Mẫu làm Trưởng ban cán bộ Bộ Chỉ huy Quân sự tỉnh Sơn La.", set()),
    ],
)
def test_a_party_committee_has_no_chairman_nor_staff_an_office(
    text: str, expected: set[tuple[str, str, str, str]]
) -> None:
    assert held(facts(text)) == expected
