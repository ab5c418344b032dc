"""Whose office it is where several people or bodies stand around it."""

from __future__ import annotations

import pytest

from tests.extract.told import facts, held

GOVERNMENT = "Chính phủ"


def roles(text: str) -> set[tuple[str, str, str | None]]:
    return {(person, role, agency) for person, role, agency, _ in held(facts(text))}


MINH_HOA = "Trần Thị Minh Họa"
AS_CHAIR = (MINH_HOA, "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam")
AS_SECRETARY = (MINH_HOA, "Phó Bí thư", "Tỉnh ủy Hà Nam")
AS_HEAD = (MINH_HOA, "Giám đốc", "Sở Y tế tỉnh Hà Nam")


@pytest.mark.parametrize(
    "opening",
    [
        "Tại cuộc gặp với Tổng Giám đốc Tổ chức Y tế Thế giới",
        "Tiếp thu ý kiến chỉ đạo của Bí thư Tỉnh ủy Hà Nam",
        "Cũng theo yêu cầu của Thủ tướng",
        "Báo cáo Thủ tướng",
        "Bên cạnh việc trao quyết định bổ nhiệm vị trí Chủ tịch Hội Nông dân Việt Nam",
        "Trước ý kiến của các đại biểu Quốc hội",
        "Trả lời các đại biểu",
        "Sau khi nghe trả lời của Bộ trưởng Bộ Y tế",
        "Trước đó, trong cuộc họp với Bí thư Tỉnh ủy Hà Nam",
        "Ngày 5/3, nhân dịp ông Lê Văn Mẫu được bầu là Bí thư Tỉnh ủy Hà Nam",
        "Cùng quan điểm Bí thư Tỉnh ủy Hà Nam",
        "Chưa đồng tình với phần giải trình của Giám đốc Sở Y tế tỉnh Hà Nam",
        "Gặp gỡ Tổng Thư ký Liên Hợp Quốc và Chủ tịch Hội đồng châu Âu",
        "Cùng với hai Giám đốc Sở Y tế tỉnh Hà Nam",
        "Khi ông Lê Văn Mẫu trở thành Bí thư Tỉnh ủy Hà Nam",
        "Nói về việc ông Lê Văn Mẫu bị xóa tư cách nguyên Bí thư Tỉnh ủy Hà Nam",
    ],
)
def test_an_office_in_the_opening_phrase_is_someone_elses(opening: str) -> None:
    told = roles(f"{opening}, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} đã trình bày kế hoạch.")
    assert {one for one in told if one[0] == MINH_HOA} == {AS_CHAIR}


@pytest.mark.parametrize(
    "text",
    [
        f"Tại hội nghị, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} nhấn mạnh việc này.",
        f"Tại hội nghị Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} nhấn mạnh việc này.",
        f"Trong cuộc gặp với Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA}, ông Lê Văn Mẫu nói rõ.",
        f"Theo Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} cho biết, đường đã xong.",
        f"Hội đồng đã nghe Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} trình bày báo cáo.",
        f"Phát biểu của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} được hoan nghênh.",
        f"Sức khỏe của Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam {MINH_HOA} đã ổn định.",
    ],
)
def test_both_offices_are_of_who_is_named_after_them(text: str) -> None:
    assert roles(text) == {AS_SECRETARY, AS_CHAIR}


@pytest.mark.parametrize(
    "text",
    [
        f"Đáp lời Thủ tướng, bà {MINH_HOA}, Chủ tịch UBND tỉnh Hà Nam cho rằng đúng.",
        f"Về việc bổ nhiệm ông Lê Văn Mẫu làm Giám đốc Sở Y tế, bà {MINH_HOA} - Chủ tịch UBND tỉnh Hà Nam - nói rõ.",
        f"Là một trong số người bỏ phiếu bổ nhiệm Giám đốc Sở Y tế, bà {MINH_HOA}, Chủ tịch UBND tỉnh Hà Nam, nói rõ.",
        f"Sau báo cáo của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ, Thủ tướng cùng Chủ tịch UBND tỉnh Hà Nam {MINH_HOA}"
        " trình bày.",
    ],
)
def test_an_office_before_a_comma_and_an_honorific_is_someone_elses(text: str) -> None:
    assert {one for one in roles(text) if one[0] == MINH_HOA} == {AS_CHAIR}


@pytest.mark.parametrize(
    "text",
    [
        f"Từ năm 2012, khi làm Giám đốc Sở Y tế tỉnh Hà Nam, bà {MINH_HOA} đã ký văn bản.",
        f"Theo Giám đốc Sở Y tế tỉnh Hà Nam, bà {MINH_HOA}, việc đã xong.",
    ],
)
def test_an_office_before_a_comma_and_an_honorific_is_hers(text: str) -> None:
    assert roles(text) == {AS_HEAD}


@pytest.mark.parametrize(
    "text",
    [
        "Ông nhắc lại việc cử tri hỏi Bộ trưởng Bộ Công an, đại biểu Nguyễn Văn Thí Dụ tranh luận lại.",
        "Chia sẻ về tân Bộ trưởng Bộ Công an, Đại biểu Quốc hội Nguyễn Văn Thí Dụ (đoàn Hà Nam) cho biết: rất vui.",
    ],
)
def test_a_deputy_is_not_the_minister_told_before(text: str) -> None:
    assert not {one for one in roles(text) if one[1] == "Bộ trưởng"}


@pytest.mark.parametrize(
    "text",
    [
        f"Liên quan tới vụ việc của bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam vừa ký văn bản.",
        f"Về việc xử lý bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết sẽ làm rõ.",
        f"Nhấn mạnh đây là bài học với bà {MINH_HOA}, Tổng Bí thư đề nghị cán bộ rút kinh nghiệm.",
        f"Hội đồng thi hành kỷ luật đối với bà {MINH_HOA}, Thủ tướng quyết định giáng cấp.",
        f"Trong vụ việc bà {MINH_HOA}, Tổng Bí thư đã chỉ đạo.",
        f"Trong sổ tang tưởng nhớ Giáo sư {MINH_HOA}, Chủ tịch nước viết nhiều điều.",
        f"Ghi nhận việc làm của sinh viên {MINH_HOA}, Thủ tướng Chính phủ, Bộ Y tế đã tặng bằng khen.",
        f"Bà {MINH_HOA} kể lại. Theo bà Họa, Giám đốc Sở Y tế tỉnh Hà Nam nói như vậy là đúng.",
    ],
)
def test_the_subject_after_a_phrase_that_ends_in_a_name(text: str) -> None:
    assert not roles(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết, việc đã xong.",
        f"Tại hội nghị, bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết, việc đã xong.",
        f"Tại hội nghị bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết, việc đã xong.",
        f"Trao đổi với phóng viên, bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết, việc đã xong.",
        f"Theo bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết, việc đã xong.",
        f"Liên quan đến việc bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam có đơn xin nghỉ, chưa ai trả lời.",
        f"Trong cuộc gặp với bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam, đoàn đã cảm ơn.",
        f"Sau tai nạn của bà {MINH_HOA}, nguyên Giám đốc Sở Y tế tỉnh Hà Nam đã lâu, nhiều người đến thăm.",
    ],
)
def test_an_apposition_is_of_who_is_named_before_it(text: str) -> None:
    assert roles(text) == {AS_HEAD}


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Trả lời có: Phó Thủ tướng Nguyễn Văn Thí Dụ, Chánh án Tòa án nhân dân tối cao, Viện trưởng Viện kiểm sát"
            " nhân dân tối cao và Thống đốc Ngân hàng Nhà nước.",
            {("Nguyễn Văn Thí Dụ", "Phó Thủ tướng", GOVERNMENT)},
            "heads of other bodies, by office only",
        ),
        (
            "Đứng đầu là Chủ tịch UBND tỉnh Hà Nam Nguyễn Văn Thí Dụ, Phó Chủ tịch phụ trách đô thị Lê Văn Mẫu giúp.",
            {("Nguyễn Văn Thí Dụ", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam")},
            "what the next one is in charge of stands before his name",
        ),
        (
            "Làm việc với Bí thư Tỉnh ủy Hà Nam Nguyễn Văn Thí Dụ, Bí thư Huyện ủy Thanh Trì - Lê Văn Mẫu xin giúp.",
            {("Nguyễn Văn Thí Dụ", "Bí thư", "Tỉnh ủy Hà Nam")},
            "a dash before the name of the next one",
        ),
        (
            "Có mặt các đồng chí: Ủy viên Bộ Chính trị, Phó Thủ tướng Nguyễn Văn Thí Dụ; Bí thư Tỉnh ủy Hà Nam Lê Văn"
            " Mẫu.",
            {
                ("Nguyễn Văn Thí Dụ", "Ủy viên", "Bộ Chính trị"),
                ("Nguyễn Văn Thí Dụ", "Phó Thủ tướng", GOVERNMENT),
                ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Hà Nam"),
            },
            "each with his own offices",
        ),
        (
            "Cùng dự có các đồng chí Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng: Trưởng Ban Dân vận Trung ương Lê"
            " Văn Mẫu; Bí thư Trung ương Đảng, Chánh Văn phòng Trung ương Đảng Nguyễn Văn Thí Dụ.",
            {
                ("Lê Văn Mẫu", "Ủy viên", "Bộ Chính trị"),
                ("Lê Văn Mẫu", "Bí thư", "Ban Bí thư Trung ương Đảng"),
                ("Lê Văn Mẫu", "Trưởng ban", "Ban Dân vận Trung ương"),
                ("Nguyễn Văn Thí Dụ", "Bí thư", "Ban Bí thư Trung ương Đảng"),
                ("Nguyễn Văn Thí Dụ", "Chánh Văn phòng", "Văn phòng Trung ương Đảng"),
            },
            "who has one of the announced offices again is not of those listed",
        ),
        (
            "Đoàn đi cùng các vụ trưởng, cục trưởng Bộ Công an; phía tỉnh có ông Nguyễn Văn Thí Dụ, Bí thư Tỉnh ủy Hà"
            " Nam.",
            {("Nguyễn Văn Thí Dụ", "Bí thư", "Tỉnh ủy Hà Nam")},
            "another party",
        ),
        (
            "Thủ tướng, Chủ nhiệm Văn phòng Chủ tịch nước, ông Nguyễn Văn Thí Dụ và các cơ quan liên quan thi hành.",
            set(),
            "three who carry out a decision",
        ),
        (
            "Thỏa thuận giữa ông Nguyễn Văn Thí Dụ, Giám đốc Sở Y tế tỉnh Hà Nam và Giám đốc Sở Nội vụ tỉnh Hà Nam.",
            {("Nguyễn Văn Thí Dụ", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "one of the two between whom it is",
        ),
        (
            "Theo chỉ đạo của Thường trực Chính phủ và Phó Thủ tướng Nguyễn Văn Thí Dụ, việc đã xong.",
            {("Nguyễn Văn Thí Dụ", "Phó Thủ tướng", GOVERNMENT)},
            "several people are its standing body",
        ),
        (
            "Bà Lê Thị Mẫu, phu nhân Phó Thủ tướng Nguyễn Văn Thí Dụ, Vụ trưởng Vụ Chính sách thuế đã trúng cử.",
            {("Nguyễn Văn Thí Dụ", "Phó Thủ tướng", GOVERNMENT)},
            "the wife's office",
        ),
        (
            "Chiều 5/3, tại Phủ Chủ tịch, Thủ tướng Nguyễn Văn Thí Dụ đã tiếp khách.",
            {("Nguyễn Văn Thí Dụ", "Thủ tướng", GOVERNMENT)},
            "a palace",
        ),
        (
            "Đã giới thiệu Chủ tịch nước là ông Lê Văn Mẫu, Thủ tướng là ông Nguyễn Văn Thí Dụ.",
            {
                ("Lê Văn Mẫu", "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam"),
                ("Nguyễn Văn Thí Dụ", "Thủ tướng", GOVERNMENT),
            },
            "each office before its holder",
        ),
        (
            "Việc ông Nguyễn Văn Thí Dụ có bố từng là Bí thư Tỉnh ủy Hà Nam, ông Lê Văn Mẫu nói là bình thường.",
            set(),
            "the father's office",
        ),
        (
            "Con đường do ông Lê Văn Mẫu - chồng bà Trần Thị Minh Họa làm Giám đốc Sở Y tế tỉnh Hà Nam quản lý.",
            {("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "the husband's office",
        ),
        (
            "Hội đồng nghe bà Trần Thị Minh Họa trình phương án nhân sự vị trí Giám đốc Sở Y tế tỉnh Hà Nam.",
            set(),
            "a post to be filled",
        ),
        (
            "Thủ tướng Nguyễn Văn Thí Dụ khẳng định Việt Nam sẽ cố gắng khi đảm nhiệm Chủ tịch ASEAN năm 2020.",
            {("Nguyễn Văn Thí Dụ", "Thủ tướng", GOVERNMENT)},
            "the country has the chair",
        ),
        (
            "Động đất ở New Zealand. New Zealand cứu trợ. Dân New Zealand lo lắng. Thủ tướng Nguyễn Văn Thí Dụ hôm nay"
            " gửi điện thăm hỏi tới Thủ tướng Jane Doe.",
            {
                ("Nguyễn Văn Thí Dụ", "Thủ tướng", GOVERNMENT),
                ("Jane Doe", "Thủ tướng", "Chính phủ New Zealand"),
            },
            "whose name is no foreigner's has no foreign office",
        ),
        (
            "Thủ tướng biết hết từng đồng chí Cục trưởng, cả Phó Thủ tướng Nguyễn Văn Thí Dụ.",
            {("Nguyễn Văn Thí Dụ", "Phó Thủ tướng", GOVERNMENT)},
            "each of them",
        ),
        (
            "Ông Nguyễn Văn Thí Dụ xác nhận, hiện Chủ tịch UBND tỉnh Hà Nam đã có văn bản.",
            set(),
            "the chairman is the subject",
        ),
        (
            "Ông Nguyễn Văn Thí Dụ cho rằng cương vị Chủ tịch UBND tỉnh Hà Nam là nặng nề.",
            set(),
            "what an office is like",
        ),
        (
            "Khởi tố 2 cựu Chủ tịch UBND tỉnh Hà Nam Lê Văn Mẫu và Lê Văn Mực; ông Nguyễn Văn Thí Dụ (SN 1950), trú ở"
            " Hà Nam.",
            {
                ("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam"),
                ("Lê Văn Mực", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam"),
            },
            "the list is over",
        ),
        (
            "Ông Nguyễn Văn Thí Dụ là con trai ông Lê Văn Mẫu, người từng nhiều năm làm Giám đốc Sở Y tế tỉnh Hà Nam.",
            {("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "the father's office",
        ),
        (
            "Ông Lê Văn Mẫu và ông Nguyễn Văn Thí Dụ vừa được bổ nhiệm làm Giám đốc Sở Y tế và Sở Nội vụ tỉnh Hà Nam.",
            {
                ("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Hà Nam"),
                ("Nguyễn Văn Thí Dụ", "Giám đốc", "Sở Nội vụ tỉnh Hà Nam"),
            },
            "one body each",
        ),
        (
            "Thủ tướng Nguyễn Văn Thí Dụ nói. Ông Lê Văn Mẫu được bầu làm Bí thư Tỉnh ủy Hà Nam thay ông Lê Văn Mực, và"
            " ông Trần Văn Mẫn được bầu làm Chủ tịch UBND tỉnh Hà Nam.",
            {
                ("Nguyễn Văn Thí Dụ", "Thủ tướng", GOVERNMENT),
                ("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Hà Nam"),
                ("Lê Văn Mực", "Bí thư", "Tỉnh ủy Hà Nam"),
                ("Trần Văn Mẫn", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam"),
            },
            "who is replaced gets nothing of the next clause",
        ),
        (
            'Ông Nguyễn Văn Thí Dụ nói: "Tuy Mẫu không còn giữ chức Giám đốc Sở Y tế nữa nhưng vẫn ở đó".',
            set(),
            "a last name alone",
        ),
        (
            "Ông Nguyễn Văn Thí Dụ hỏi. Tổng Bí thư Trường Chinh trả lời.",
            {("Trường Chinh", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")},
            "a name that begins as a school's",
        ),
        (
            "Ông Nguyễn Văn Được đã làm Giám đốc Sở Y tế tỉnh Hà Nam.",
            {("Nguyễn Văn Được", "Giám đốc", "Sở Y tế tỉnh Hà Nam")},
            "a given name that is a common word",
        ),
        (
            "Chủ tịch UBND tỉnh Hà Nam NGUYỄN VĂN THÍ DỤ Đề nghị thu hồi đất.",
            {("Nguyễn Văn Thí Dụ", "Chủ tịch", "Ủy ban nhân dân tỉnh Hà Nam")},
            "a headline goes on after a name in capitals",
        ),
        (
            "Gặp Bí thư Tỉnh ủy Hà Nam Quảng Tây Nguyễn Văn Thí Dụ ở đó.",
            set(),
            "a place that is not read as one stands before the name",
        ),
        (
            "Có trưởng phòng Khảo thí Lê Văn Mẫu, phó trưởng phòng Nguyễn Văn Thí Dụ cùng dự.",
            {
                ("Lê Văn Mẫu", "Trưởng phòng", "Phòng Khảo thí"),
                ("Nguyễn Văn Thí Dụ", "Phó Trưởng phòng", "Phòng Khảo thí"),
            },
            "a name is no unit's",
        ),
    ],
)
def test_each_has_his_own(text: str, expected: set[tuple[str, str, str | None]], reason: str) -> None:
    assert roles(text) == expected, reason


def test_an_office_is_at_the_place_told_with_it_elsewhere() -> None:
    told = roles(
        "Bà Trần Thị Minh Họa giữ chức Bí thư Tỉnh ủy Hà Nam từ hôm nay. Ông Lê Văn Mẫu là Bí thư Tỉnh ủy Nghệ An, ở"
        " tỉnh Nghệ An đã lâu. Tại tỉnh Nghệ An, tân Bí thư Tỉnh ủy Trần Thị Minh Họa cảm ơn."
    )
    assert {one for one in told if one[0] == MINH_HOA} == {(MINH_HOA, "Bí thư", "Tỉnh ủy Hà Nam")}


def test_offices_in_turn_go_to_each_of_as_many_people() -> None:
    told = roles(
        "Ông Lê Văn Mẫu, ông Lê Văn Mực và ông Nguyễn Văn Thí Dụ lần lượt được bổ nhiệm giữ chức Giám đốc Sở Y tế và"
        " Giám đốc Sở Nội vụ tỉnh Hà Nam."
    )
    assert not told
