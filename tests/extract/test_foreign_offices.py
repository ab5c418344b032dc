"""Offices of other countries: never taken for Việt Nam's, wherever the country is named."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import THRESHOLD, Article
from tests.extract.told import facts, held

PARTY = "Ban Chấp hành Trung ương Đảng Cộng sản"


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Tổng Bí thư, Chủ tịch Trung Quốc Tập Thí Dụ đến thăm.",
            {
                ("Tập Thí Dụ", "Tổng Bí thư", f"{PARTY} Trung Quốc", "attested"),
                ("Tập Thí Dụ", "Chủ tịch", "Nhà nước Cộng hòa Nhân dân Trung Hoa", "attested"),
            },
            "the country after the last office is that of all",
        ),
        (
            "Ủy viên Bộ Chính trị, Phó Chủ tịch nước Cộng hòa Nhân dân Trung Hoa Lý Thí Dụ tiếp đoàn.",
            {
                ("Lý Thí Dụ", "Ủy viên", "Bộ Chính trị Đảng Cộng sản Trung Quốc", "attested"),
                ("Lý Thí Dụ", "Phó Chủ tịch nước", "Nhà nước Cộng hòa Nhân dân Trung Hoa", "attested"),
            },
            "the country's full name",
        ),
        (
            "Về phía Belarus có Bộ trưởng Bộ Công nghiệp Vitaly Thí. Việt Nam cảm ơn.",
            {("Vitaly Thí", "Bộ trưởng", "Bộ Công nghiệp Belarus", "attested")},
            "who came from abroad is of there",
        ),
        (
            "Thủ tướng Nhật Bản Shinzo Mẫu họp. Thủ tướng Mẫu cảm ơn Thủ tướng Nguyễn Thí Dụ.",
            {
                ("Shinzo Mẫu", "Thủ tướng", "Chính phủ Nhật Bản", "attested"),
                ("Nguyễn Thí Dụ", "Thủ tướng", "Chính phủ", "attested"),
            },
            "who is a foreign country's once is so throughout",
        ),
        (
            "Ngoại trưởng Nga Sergey Mẫu gặp Ngoại trưởng Phạm Thí Dụ.",
            {
                ("Sergey Mẫu", "Ngoại trưởng", "Bộ Ngoại giao Nga", "attested"),
                ("Phạm Thí Dụ", "Ngoại trưởng", "Bộ Ngoại giao", "attested"),
            },
            "a foreign minister by the press's short title",
        ),
        (
            "Thứ trưởng Quốc phòng, Chủ nhiệm Tổng cục Chính trị Quân đội nhân dân Lào Thong Mẫu đến thăm.",
            {
                ("Thong Mẫu", "Thứ trưởng", "Bộ Quốc phòng Lào", "attested"),
                ("Thong Mẫu", "Chủ nhiệm", "Tổng cục Chính trị Quân đội nhân dân Lào", "attested"),
            },
            "an organ of another people's army",
        ),
        (
            "Tổng Bí thư, Chủ tịch nước Lào Bounnhang Mẫu đến thăm.",
            {
                ("Bounnhang Mẫu", "Tổng Bí thư", "Ban Chấp hành Trung ương Đảng Nhân dân Cách mạng Lào", "attested"),
                ("Bounnhang Mẫu", "Chủ tịch nước", "Nhà nước Cộng hòa Dân chủ Nhân dân Lào", "attested"),
            },
            "a Party of another name",
        ),
        (
            "Thủ tướng Nguyễn Thí Dụ Ngoại trưởng Hoa Kỳ bắt tay ông Lê Văn Mẫu.",
            {("Nguyễn Thí Dụ", "Thủ tướng", "Chính phủ", "attested")},
            "two captions with nothing between",
        ),
        (
            "Đồng chí Esteban Mẫu, Ủy viên Bộ Chính trị Đảng Cộng sản Cuba, Chủ tịch Quốc hội, dẫn đầu đoàn.",
            {
                ("Esteban Mẫu", "Ủy viên", "Bộ Chính trị Đảng Cộng sản Cuba", "attested"),
                ("Esteban Mẫu", "Chủ tịch", "Quốc hội Cuba", "attested"),
            },
            "the Party tells the state",
        ),
        (
            "Thủ tướng Nguyễn Thí Dụ gặp Tổng thống Donald Mẫu.",
            {
                ("Nguyễn Thí Dụ", "Thủ tướng", "Chính phủ", "attested"),
                ("Donald Mẫu", "Tổng thống", None, "attested"),
            },
            "a head of state has no body of his own",
        ),
        (
            "Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam Trần Thí Dụ phát biểu.",
            {("Trần Thí Dụ", "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "attested")},
            "Việt Nam is not abroad",
        ),
    ],
)
def test_offices_abroad(text: str, expected: set[tuple[str, str, str | None, str]], reason: str) -> None:
    assert held(facts(text)) == expected, reason


@pytest.mark.parametrize(
    ("text", "body", "reason"),
    [
        (
            "Quốc hội Thái Lan họp. Thủ tướng Prayut Mẫu phát biểu trước Quốc hội. Báo chí Thái Lan và dư luận Thái Lan"
            " quan tâm.",
            "Chính phủ Thái Lan",
            "an article about another state that never names Việt Nam",
        ),
        (
            "Thái Lan: Bầu cử sớm\n\nThủ tướng Prayut Mẫu phát biểu trước HĐND.",
            "Chính phủ Thái Lan",
            "the title says from where the article is",
        ),
        (
            "Quốc hội Thái Lan họp. Thủ tướng Nguyễn Thí Dụ thăm Thái Lan, gặp giới doanh nhân Thái Lan của Việt Nam.",
            "Chính phủ",
            "Việt Nam is named",
        ),
        (
            "Hàng Thái Lan bán tại Thái Bình nhiều hơn hàng Thái Lan và Thái Lan. UBND tỉnh báo cáo Thủ tướng Lê Mẫu.",
            "Chính phủ",
            "a province's government is named",
        ),
    ],
)
def test_an_article_about_another_state(text: str, body: str, reason: str) -> None:
    assert {agency for _, role, agency, _ in held(facts(text)) if role == "Thủ tướng"} == {body}, reason


@pytest.mark.parametrize(
    ("text", "sure", "reason"),
    [
        (
            "Việt Nam gửi điện mừng. Chủ tịch Trung Quốc Tập Thí Dụ phát biểu. Ông Chu Mẫu giữ chức Chánh án Tòa án"
            " nhân dân tối cao. Quốc hội Trung Quốc họp hôm qua.",
            {"Nhà nước Cộng hòa Nhân dân Trung Hoa", "Quốc hội Trung Quốc"},
            "where only another country is named around someone of two syllables, its bodies may be meant",
        ),
        (
            "Việt Nam gửi điện mừng. Chánh án Tòa án nhân dân tối cao Chu Mẫu phát biểu ở Hà Nội.",
            {"Tòa án nhân dân tối cao"},
            "else Việt Nam's are",
        ),
        (
            "Thủ tướng Đức họp. Việt Nam chia buồn với Ngoại trưởng Frank Mustermann, Bộ Ngoại giao cho biết.",
            {"Chính phủ Đức", "Bộ Ngoại giao"},
            "someone of foreign letters is no minister of Việt Nam",
        ),
    ],
)
def test_what_may_be_of_elsewhere_is_not_known_to_be_ours(text: str, sure: set[str], reason: str) -> None:
    agencies = extract(Article(id="a", text=text)).agencies
    assert {one.name for one in agencies if one.evidence.confidence >= THRESHOLD} == sure, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Theo Chủ tịch Trung Quốc, Chủ tịch nước Nguyễn Minh Triết gửi điện mừng.",
            {("Nguyễn Minh Triết", "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "attested")},
            "a known holder of Việt Nam's offices has none of another state, nor one lent from it",
        ),
        (
            "Lãnh đạo thế giới nói về New Zealand.\n\nNgười dân New Zealand cảm ơn. New Zealand im lặng. New Zealand"
            " đáp lời. Thủ tướng Nguyễn Tấn Dũng và Thủ tướng Jacinda Mẫu trao đổi.",
            {
                ("Nguyễn Tấn Dũng", "Thủ tướng", "Chính phủ", "attested"),
                ("Jacinda Mẫu", "Thủ tướng", "Chính phủ New Zealand", "attested"),
            },
            "nor has he where the article is about another state",
        ),
        (
            "Nước Anh: Thứ trưởng Bộ Y tế Nguyễn Văn Thí Dụ đến thăm. Vương quốc Anh đón khách.",
            {("Nguyễn Văn Thí Dụ", "Thứ trưởng", "Bộ Y tế", "attested")},
            "a Vietnamese name is of no country whose people's names are written otherwise",
        ),
        (
            "Triều Tiên họp. Triều Tiên cảm ơn Thủ tướng Lý Hiển Long. Triều Tiên im lặng.",
            {("Lý Hiển Long", "Thủ tướng", "Chính phủ Singapore", "attested")},
            "a known leader's offices are his own state's",
        ),
    ],
)
def test_whose_home_is_known(text: str, expected: set[tuple[str, str, str, str]], reason: str) -> None:
    assert held(facts(text)) == expected, reason
