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
        f"Liên quan tới vụ việc của bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam vừa ký văn bản.",
        f"Về việc xử lý bà {MINH_HOA}, Giám đốc Sở Y tế tỉnh Hà Nam cho biết sẽ làm rõ.",
        f"Nhấn mạnh đây là bài học với bà {MINH_HOA}, Tổng Bí thư đề nghị cán bộ rút kinh nghiệm.",
        f"Hội đồng thi hành kỷ luật đối với bà {MINH_HOA}, Thủ tướng quyết định giáng cấp.",
        f"Trong vụ việc bà {MINH_HOA}, Tổng Bí thư đã chỉ đạo.",
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
