"""Offices told of several at once, in clauses before or after their holders, and at bodies that are named otherwise."""

from __future__ import annotations

import pytest

from tests.extract.told import facts, held

HEALTH = "Sở Y tế tỉnh Nam Định"
GOVERNMENT = "Ủy ban nhân dân tỉnh Nam Định"
VIETCOMBANK = "Ngân hàng Thương mại cổ phần Ngoại thương Việt Nam"
TASK_FORCE = "Tổ công tác của Thủ tướng Chính phủ"


def roles(text: str) -> set[tuple[str, str, str | None]]:
    return {(person, role, agency) for person, role, agency, _ in held(facts(text))}


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            f"Ông Lê Văn Mẫu, bà Võ Thị Mực (đều đang là Phó Giám đốc {HEALTH}) cùng dự.",
            {("Lê Văn Mẫu", "Phó Giám đốc", HEALTH), ("Võ Thị Mực", "Phó Giám đốc", HEALTH)},
            "in a bracket, of both",
        ),
        (
            f"Cơ quan chức năng mời ông Lê Văn Mẫu và Võ Đình Mực - đều là nguyên Phó Giám đốc {HEALTH}.",
            {("Lê Văn Mẫu", "Phó Giám đốc", HEALTH), ("Võ Đình Mực", "Phó Giám đốc", HEALTH)},
            "after a dash",
        ),
        (
            f"Ông Lê Văn Mẫu và bà Võ Thị Mực cùng là Phó Giám đốc {HEALTH}.",
            {("Lê Văn Mẫu", "Phó Giám đốc", HEALTH), ("Võ Thị Mực", "Phó Giám đốc", HEALTH)},
            "after a verb",
        ),
        (
            f"Ông Lê Văn Mẫu, ông Trần Văn Dụ cùng Giám đốc {HEALTH} Võ Thị Mực ra đón đoàn.",
            {("Võ Thị Mực", "Giám đốc", HEALTH)},
            "'cùng' joins another person",
        ),
        (
            f"Có ông Lê Văn Mẫu, Giám đốc {HEALTH}, Trần Văn Dụ và Võ Thị Mực (đều là Phó Giám đốc {HEALTH}).",
            {
                ("Lê Văn Mẫu", "Giám đốc", HEALTH),
                ("Trần Văn Dụ", "Phó Giám đốc", HEALTH),
                ("Võ Thị Mực", "Phó Giám đốc", HEALTH),
            },
            "who has an office of his own stands before the list",
        ),
        (
            "Bộ Y tế có ba Thứ trưởng gồm các ông Lê Văn Mẫu, Trần Thí Dụ, và Nguyễn Mực.",
            {
                ("Lê Văn Mẫu", "Thứ trưởng", "Bộ Y tế"),
                ("Trần Thí Dụ", "Thứ trưởng", "Bộ Y tế"),
                ("Nguyễn Mực", "Thứ trưởng", "Bộ Y tế"),
            },
            "a name of two syllables goes on the list that 'các ông' began",
        ),
        (
            f"Giám đốc {HEALTH} Lê Văn Mẫu làm tổ trưởng và Phó Giám đốc Công an tỉnh Nam Định Trần Văn Dụ làm tổ phó.",
            {("Lê Văn Mẫu", "Giám đốc", HEALTH), ("Trần Văn Dụ", "Phó Giám đốc", "Công an tỉnh Nam Định")},
            "'và' begins the next clause",
        ),
    ],
)
def test_offices_of_several(text: str, expected: set[tuple[str, str, str | None]], reason: str) -> None:
    assert roles(text) == expected, reason


@pytest.mark.parametrize(
    "text",
    [
        f"Với tư cách Giám đốc {HEALTH}, ông Lê Văn Mẫu đã ký quyết định.",
        f"Với vai trò là Giám đốc {HEALTH}, ông Lê Văn Mẫu chịu trách nhiệm chính.",
        f"Theo kết luận, với cương vị Giám đốc {HEALTH}, ông Lê Văn Mẫu đã ký.",
        f"Là Giám đốc {HEALTH}, ông Lê Văn Mẫu phải trả lời.",
        f"Ông Lê Văn Mẫu vẫn là Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mẫu bị nhắc nhở vì thiếu sót trên cương vị Giám đốc {HEALTH}.",
        f"Thượng tá Lê Văn Mẫu, (Giám đốc {HEALTH}) cho biết.",
        f"Ông Lê Văn Mẫu từng kinh qua nhiều vị trí, từ Giám đốc {HEALTH}.",
        f"Thủ tướng quyết định xóa tư cách Giám đốc {HEALTH} giai đoạn 2011 - 2016 đối với ông Lê Văn Mẫu.",
    ],
)
def test_the_office_of_who_is_named_beside_it(text: str) -> None:
    assert roles(text) == {("Lê Văn Mẫu", "Giám đốc", HEALTH)}


@pytest.mark.parametrize(
    "text",
    [
        f'Ông Lê Văn Mẫu ghi vào sổ tang: "Trên cương vị Giám đốc {HEALTH}, đồng chí đã làm nhiều việc".',
        f"Ông Lê Văn Mẫu trách ông Trần Văn Dụ vì những thiếu sót về tài chính trên cương vị Giám đốc {HEALTH}.",
    ],
)
def test_a_post_is_given_to_no_one_where_another_may_be_meant(text: str) -> None:
    assert not roles(text)


def test_who_decides_has_not_lost_the_office() -> None:
    text = f"Ông Lê Văn Mẫu thi hành kỷ luật bằng hình thức xóa tư cách Giám đốc {HEALTH} giai đoạn 2011 - 2016"
    assert roles(f"{text} đối với ông Trần Văn Dụ.") == {("Trần Văn Dụ", "Giám đốc", HEALTH)}


def test_a_career_is_told_from_its_first_step() -> None:
    text = (
        "Ông Lê Văn Mẫu nói. Ông từng kinh qua nhiều vị trí, từ Trưởng phòng Nội vụ huyện Hải Hậu; Phó Bí thư Huyện ủy"
        f" Hải Hậu; Giám đốc {HEALTH}."
    )
    assert roles(text) == {
        ("Lê Văn Mẫu", "Trưởng phòng", "Phòng Nội vụ huyện Hải Hậu"),
        ("Lê Văn Mẫu", "Phó Bí thư", "Huyện ủy Hải Hậu"),
        ("Lê Văn Mẫu", "Giám đốc", HEALTH),
    }


def test_a_career_at_a_ministry_whose_name_ends_like_a_word_for_standing() -> None:
    text = "Ông Lê Văn Mẫu từng giữ nhiều chức vụ tại Bộ Kế hoạch và Đầu tư như: Vụ trưởng Pháp chế."
    assert roles(text) == {("Lê Văn Mẫu", "Vụ trưởng", "Vụ Pháp chế, Bộ Kế hoạch và Đầu tư")}


@pytest.mark.parametrize(
    ("office", "role", "agency"),
    [
        ("Cục trưởng Đường thủy nội địa", "Cục trưởng", "Cục Đường thủy nội địa Việt Nam"),
        ("Viện trưởng Kiểm sát nhân dân tối cao", "Viện trưởng", "Viện kiểm sát nhân dân tối cao"),
        ("Bí thư chi bộ, Giám đốc " + HEALTH, "Bí thư", "Chi bộ " + HEALTH),
        ("Trưởng phòng Kế hoạch hợp đồng, nói", "Trưởng phòng", "Phòng Kế hoạch hợp đồng"),
        ("phó phòng kế hoạch kinh doanh và nói", "Phó Trưởng phòng", "Phòng kế hoạch kinh doanh"),
        (
            "Giám đốc Công ty TNHH thuyền buồm Mẫu Dương",
            "Giám đốc",
            "Công ty Trách nhiệm hữu hạn thuyền buồm Mẫu Dương",
        ),
        ("giám đốc công ty TNHH xử lý nước Mẫu Xanh", "Giám đốc", "Công ty Trách nhiệm hữu hạn xử lý nước Mẫu Xanh"),
        ("Giám đốc Công ty Cổ phần Mẫu Xanh 16 cho biết", "Giám đốc", "Công ty Cổ phần Mẫu Xanh 16"),
        (
            "Giám đốc Công ty TNHH Khai thác điểm đỗ xe Hà Nội cho biết",
            "Giám đốc",
            "Công ty Trách nhiệm hữu hạn Khai thác điểm đỗ xe Hà Nội",
        ),
        ("Giám đốc Công ty Cổ phần BOT Quốc lộ 1 Mẫu", "Giám đốc", "Công ty Cổ phần BOT Quốc lộ 1 Mẫu"),
        ("giám đốc Vietcombank - chi nhánh Mẫu Xanh", "Giám đốc", f"Chi nhánh Mẫu Xanh, {VIETCOMBANK}"),
        ("giám đốc Vietcombank chi nhánh, nói", "Giám đốc", None),
        ("Chủ tịch Hội Sinh viên VN tỉnh Nam Định", "Chủ tịch", "Hội Sinh viên tỉnh Nam Định"),
        ("Chủ tịch Hội Luật gia Việt Nam tỉnh Nam Định", "Chủ tịch", "Hội Luật gia tỉnh Nam Định"),
        ("Chủ tịch Hội Luật gia Việt Nam", "Chủ tịch", "Hội Luật gia Việt Nam"),
        ("Bí thư T.Ư Đảng", "Bí thư", "Ban Bí thư Trung ương Đảng"),
        ("Tổ trưởng Tổ công tác của Thủ tướng", "Tổ trưởng", TASK_FORCE),
    ],
)
def test_bodies_by_other_words(office: str, role: str, agency: str | None) -> None:
    found = roles(f"Ông Lê Văn Mẫu, {office}.")
    assert ("Lê Văn Mẫu", role, agency) in found if agency is not None else not found


@pytest.mark.parametrize(
    ("office", "agency"),
    [
        ("Trưởng phòng Tài nguyên huyện", "Phòng Tài nguyên và Môi trường huyện Ý Yên"),
        ("Trưởng phòng tài nguyên nước, biển và khí hậu", None),
    ],
)
def test_an_office_of_a_district_has_its_whole_field(office: str, agency: str | None) -> None:
    found = roles(f"UBND huyện Ý Yên họp. Ông Lê Văn Mẫu, {office}, cùng dự.")
    assert found == ({("Lê Văn Mẫu", "Trưởng phòng", agency)} if agency is not None else set())


def test_no_name_follows_the_form_of_law() -> None:
    assert not roles("Ông Lê Văn Mẫu, giám đốc Công ty TNHH cho biết Trần Văn Dụ cũng dự.")


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Ngân hàng Nhà nước họp báo. Thống đốc Lê Văn Mẫu trả lời.",
            {("Lê Văn Mẫu", "Thống đốc", "Ngân hàng Nhà nước Việt Nam")},
            "the one body with such an office",
        ),
        (
            "Ngân hàng Nhà nước họp báo. Thống đốc Haruki Mẫu cũng dự.",
            set(),
            "a foreigner has no office of the state",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh họp. Chủ tịch HĐQT Lê Văn Mẫu và bà Trần Thị Mực (kế toán trưởng) dự.",
            {
                ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng quản trị, Công ty Cổ phần Mẫu Xanh"),
                ("Trần Thị Mực", "Kế toán trưởng", "Công ty Cổ phần Mẫu Xanh"),
            },
            "the board of the only company",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh (do ông Lê Văn Mẫu làm chủ tịch HĐQT) khai trương.",
            {("Lê Văn Mẫu", "Chủ tịch", "Hội đồng quản trị, Công ty Cổ phần Mẫu Xanh")},
            "in a bracket after the company",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh mua XYZ (do ông Lê Văn Mẫu làm chủ tịch HĐQT) năm nay.",
            set(),
            "what he runs stands before the bracket, and is not known",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh (do ông Lê Văn Mẫu, chồng bà Trần Thị Mực, làm giám đốc) khai trương.",
            {("Lê Văn Mẫu", "Giám đốc", "Công ty Cổ phần Mẫu Xanh")},
            "whose husband is told in a remark",
        ),
        (
            "Hội Luật gia Việt Nam họp và cách chức Phó Tổng Thư ký đối với ông Lê Văn Mẫu.",
            {("Lê Văn Mẫu", "Phó Tổng Thư ký", "Hội Luật gia Việt Nam")},
            "'đối với' begins no body's name",
        ),
        (
            "Bộ Y tế họp với Bộ Công an. Ông Lê Văn Mẫu là Phó Chánh Văn phòng Bộ, Trưởng đại diện Bộ Y tế tại Huế.",
            {
                ("Lê Văn Mẫu", "Phó Chánh Văn phòng", "Văn phòng Bộ Y tế"),
                ("Lê Văn Mẫu", "Trưởng đại diện", "Bộ Y tế"),
            },
            "the common word stands for the body of the next office",
        ),
        (
            "Tổ công tác của Thủ tướng Chính phủ làm việc. Ông Lê Văn Mẫu (Tổ trưởng Tổ công tác) nói.",
            {("Lê Văn Mẫu", "Tổ trưởng", TASK_FORCE)},
            "the short name of a body named before",
        ),
    ],
)
def test_open_offices(text: str, expected: set[tuple[str, str, str | None]], reason: str) -> None:
    assert roles(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        (
            "Thừa ủy quyền của Chủ tịch nước, Bộ trưởng Bộ Y tế Trần Văn Mực đã trao huân chương.",
            {("Trần Văn Mực", "Bộ trưởng", "Bộ Y tế", "attested")},
        ),
        (
            "Thay mặt Thủ tướng, Bộ trưởng Bộ Y tế Trần Văn Mực tặng quà.",
            {("Trần Văn Mực", "Bộ trưởng", "Bộ Y tế", "attested")},
        ),
        ("Theo ông Trần Văn Mực, Giám đốc Sở Y tế tỉnh Thái Bình phải kê khai tài sản.", set()),
        (
            "Ông Trần Văn Mực và ông Vũ Thí Dụ (Chủ tịch và Phó Chủ tịch UBND huyện Tiền Hải) bị kiểm điểm.",
            {
                ("Trần Văn Mực", "Chủ tịch", "Ủy ban nhân dân huyện Tiền Hải", "attested"),
                ("Vũ Thí Dụ", "Phó Chủ tịch", "Ủy ban nhân dân huyện Tiền Hải", "attested"),
            },
        ),
        (
            "Ủy viên Bộ Chính trị Lê Văn Mẫu dự hội nghị. Bộ Chính trị sẽ phân công một Ủy viên Bộ Chính trị làm Bí thư"
            " Thành ủy Hải Phòng.",
            {("Lê Văn Mẫu", "Ủy viên", "Bộ Chính trị", "attested")},
        ),
        (
            "Bí thư Tỉnh ủy Thái Bình Lê Đình Mẫu Thái Bình cũng đã họp.",
            {("Lê Đình Mẫu", "Bí thư", "Tỉnh ủy Thái Bình", "attested")},
        ),
    ],
)
def test_an_office_is_of_no_one_beside_whom_it_only_stands(text: str, offices: set[tuple[str, ...]]) -> None:
    assert held(facts(text)) == offices


MAUBANK = "Ngân hàng Thương mại cổ phần Đại Mẫu"
"""A bank that its article also calls by a short name in brackets."""


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Họp tại Ngân hàng TMCP Đại Mẫu (Mau4Bank). Có Hà Văn Mực (nguyên Chủ tịch HĐQT Mau4Bank), Võ Thị Dụ.",
            {("Hà Văn Mực", "Chủ tịch", f"Hội đồng quản trị, {MAUBANK}")},
            "no initials, and a board of it",
        ),
        (
            "Họp tại Ngân hàng TMCP Đại Mẫu (OkzoBank). Ông Lê Văn Mực, nguyên TGĐ Okzobank, đã đến.",
            {("Lê Văn Mực", "Tổng Giám đốc", MAUBANK)},
            "spelt in another way",
        ),
        (
            "Ngân hàng Zokma và Công ty Cổ phần chứng khoán ngân hàng Zokma họp. Ông Lê Văn Mực, Tổng giám đốc Zokma,"
            " đã đến.",
            {("Lê Văn Mực", "Tổng Giám đốc", "Ngân hàng Zokma")},
            "not the firm that is called after it",
        ),
        (
            "Công ty Cổ phần VN Zokma họp. Cựu Tổng giám đốc VN Zokma Lê Văn Mực đã đến.",
            {("Lê Văn Mực", "Tổng Giám đốc", "Công ty Cổ phần VN Zokma")},
            "the proper name of a company alone, before who has the office",
        ),
        (
            "Họp tại Ngân hàng TMCP Đại Mẫu (ZKB). Ông Lê Văn Mực, Giám đốc ZKB Chi nhánh quận 4, đã đến.",
            set(),
            "a branch is not the bank",
        ),
        (
            "Họp tại Công ty Thông Mẫu (Gia Lai). Ông Lê Văn Mực, Chủ tịch Gia Lai, đã đến.",
            set(),
            "a place in brackets is no name",
        ),
    ],
)
def test_short_names_of_bodies_stand_for_them_after_an_office(
    text: str, expected: set[tuple[str, str, str | None]], reason: str
) -> None:
    assert {one for one in roles(text) if one[2] is not None and "Ủy ban" not in one[2]} == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Hiệp hội Hoa Mẫu Việt Nam họp. Bà Võ Thị Mực, Phó Chủ tịch Hiệp hội, đã đến.",
            {("Võ Thị Mực", "Phó Chủ tịch", "Hiệp hội Hoa Mẫu Việt Nam")},
            "the one named before",
        ),
        ("Bà Võ Thị Mực, Phó Chủ tịch Hiệp hội, đã đến.", set(), "none is named"),
        (
            "Hiệp hội Hoa Mẫu Việt Nam họp. Bà Võ Thị Mực, nguyên Phó Chủ tịch Hiệp hội, đã đến.",
            set(),
            "a former office may be at another body",
        ),
        (
            "Có Chủ tịch nước Lê Văn Mẫu, Pháp chủ Giáo hội Phật giáo Việt Nam - Hòa thượng Thích Mực Mẫu đến.",
            {
                ("Lê Văn Mẫu", "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
                ("Thích Mực Mẫu", "Pháp chủ", "Giáo hội Phật giáo Việt Nam"),
            },
            "who has an office is named after a dash",
        ),
    ],
)
def test_a_head_alone_stands_for_the_body_named_before(
    text: str, expected: set[tuple[str, str, str | None]], reason: str
) -> None:
    assert roles(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            f"Ông Lê Văn Mực, Phó Giám đốc {HEALTH} đồng thời là Chủ tịch Hội Hoa Mẫu tỉnh Nam Định, đã đến.",
            {("Lê Văn Mực", "Phó Giám đốc", HEALTH), ("Lê Văn Mực", "Chủ tịch", "Hội Hoa Mẫu tỉnh Nam Định")},
            "two offices of one holder",
        ),
        (
            "Ông Lê Văn Mực - Phó Chánh tòa Hình sự, TAND tỉnh Nam Định đã đến.",
            {("Lê Văn Mực", "Phó Chánh tòa", "Tòa Hình sự, Tòa án nhân dân tỉnh Nam Định")},
            "the chamber of a court",
        ),
        (
            "Ông Lê Văn Mực, Giám đốc Sở Y tế và bà Võ Thị Dụ, Chủ tịch Hội Hoa Mẫu tỉnh Nam Định giữ chức"
            " Phó chủ tịch.",
            {("Lê Văn Mực", "Giám đốc", HEALTH), ("Võ Thị Dụ", "Chủ tịch", "Hội Hoa Mẫu tỉnh Nam Định")},
            "whoever is given an office with a body's head is not given it there",
        ),
    ],
)
def test_offices_besides_and_in_chambers(text: str, expected: set[tuple[str, str, str | None]], reason: str) -> None:
    assert roles(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"Ông Lê Văn Mực từng giữ các chức vụ: Phó Giám đốc, rồi Giám đốc {HEALTH}.",
            {("Lê Văn Mực", "Phó Giám đốc", HEALTH), ("Lê Văn Mực", "Giám đốc", HEALTH)},
        ),
        (
            "Ông Lê Văn Mực từng giữ chức quyền Vụ trưởng rồi Vụ trưởng Vụ Pháp chế - Bộ Y tế.",
            {("Lê Văn Mực", "Vụ trưởng", "Vụ Pháp chế, Bộ Y tế")},
        ),
        (
            f"Ông Lê Văn Mực từng giữ các chức vụ giảng viên, Viện trưởng Viện Mẫu Mực; Phó Giám đốc {HEALTH}.",
            {("Lê Văn Mực", "Viện trưởng", "Viện Mẫu Mực"), ("Lê Văn Mực", "Phó Giám đốc", HEALTH)},
        ),
        (
            f"Ông Lê Văn Mực từng đảm nhiệm các chức vụ quản lý quan trọng như Phó Giám đốc {HEALTH}.",
            {("Lê Văn Mực", "Phó Giám đốc", HEALTH)},
        ),
    ],
)
def test_the_steps_of_a_career_are_offices(text: str, expected: set[tuple[str, str, str | None]]) -> None:
    assert roles(text) == expected


def test_an_office_held_before_another_is_at_its_body_only_where_they_are_alike() -> None:
    text = f"Ông Lê Văn Mực từng giữ các chức vụ Chủ tịch UBND huyện Ý Yên rồi Giám đốc {HEALTH}."
    assert ("Lê Văn Mực", "Chủ tịch", HEALTH) not in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Ông Lê Văn Mực bị bắt vì mạo danh là Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mực suýt được bổ nhiệm làm Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mực từng được đề nghị làm Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mực từng được mời làm Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mực khước từ vị trí Giám đốc {HEALTH}.",
        f"Ông Lê Văn Mực từng muốn trở thành Giám đốc {HEALTH}.",
        f"Thừa lệnh Giám đốc {HEALTH}, bà Lê Thị Mực ký công văn.",
    ],
)
def test_an_office_pretended_offered_or_of_another_is_not_held(text: str) -> None:
    assert roles(text) == set()


def test_those_by_whom_a_board_is_led_have_their_offices_there() -> None:
    board = "Ban Chỉ đạo công tác dân tộc tỉnh Nam Định"
    text = (
        f"{board} gồm 9 thành viên do ông Lê Văn Mực, Phó Chủ tịch {GOVERNMENT} làm Trưởng ban; bà Võ Thị Dụ,"
        " Trưởng Ban Dân tộc làm Phó Trưởng ban Thường trực."
    )
    found = roles(text)
    assert {one for one in found if one[2] == board} == {
        ("Lê Văn Mực", "Trưởng ban", board),
        ("Võ Thị Dụ", "Phó Trưởng ban Thường trực", board),
    }


def test_an_appointment_that_is_taken_back_is_over() -> None:
    text = f"{GOVERNMENT} hủy bỏ Quyết định số 12/QĐ-UBND về việc bổ nhiệm bà Võ Thị Dụ giữ chức Giám đốc {HEALTH}."
    assert ("Võ Thị Dụ", "Giám đốc", HEALTH, "former") in held(facts(text))


def test_a_name_of_one_syllable_after_k_is_whole() -> None:
    text = "Ông K'Mẫu, Chủ tịch UBND huyện Di Linh, tỉnh Lâm Đồng, đã đến."
    assert roles(text) == {("K'Mẫu", "Chủ tịch", "Ủy ban nhân dân huyện Di Linh")}


def test_a_cemetery_bears_the_name_of_its_place() -> None:
    assert not facts("Đoàn dâng hương tại Nghĩa trang liệt sĩ Vị Xuyên sáng 26/7.").people
