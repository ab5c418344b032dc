"""Whose office it is when its words name no body: found among the bodies that the text names, or left open."""

from __future__ import annotations

import pytest

from lienket.model import PartialDate
from lienket.reference.open_bodies import has_office
from tests.extract.told import facts, held


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Sở Y tế tỉnh Bạc Liêu họp sáng nay. Bà Trần Thị Mẫu, Phó Giám đốc Sở, cho biết.",
            {("Trần Thị Mẫu", "Phó Giám đốc", "Sở Y tế tỉnh Bạc Liêu", "attested")},
            "a common word stands for the body named before",
        ),
        (
            "Bệnh viện Đa khoa tỉnh Bạc Liêu tiếp đoàn. Ông Lê Văn Mẫu (nguyên giám đốc bệnh viện) cũng dự.",
            {("Lê Văn Mẫu", "Giám đốc", "Bệnh viện Đa khoa tỉnh Bạc Liêu", "former")},
            "the common word in small letters",
        ),
        (
            "Sở Y tế tỉnh Bạc Liêu họp sáng nay. Bà Trần Thị Mẫu, Giám đốc công ty thí dụ và bạn bè, cho biết.",
            set(),
            "what an unknown name may belong to is not the body named before",
        ),
        (
            "Tại UBND tỉnh Bạc Liêu, hai Phó Chủ tịch Lê Văn Mẫu và Trần Thị Mẫu tiếp dân.",
            {
                ("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "attested"),
                ("Trần Thị Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "attested"),
            },
            "the only body of the sentence that has the office",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh do ông Lê Văn Mẫu làm Giám đốc và bà Trần Thị Mẫu góp vốn.",
            {("Lê Văn Mẫu", "Giám đốc", "Công ty Cổ phần Mẫu Xanh", "attested")},
            "the body that someone is said to run",
        ),
        (
            "Công ty Cổ phần Mẫu Xanh do ông Lê Văn Mẫu làm Chủ tịch HĐQT vừa ra mắt.",
            {("Lê Văn Mẫu", "Chủ tịch", "Hội đồng quản trị, Công ty Cổ phần Mẫu Xanh", "attested")},
            "who chairs its board",
        ),
        (
            "Đoàn công tác của Bộ Xây dựng do ông Lê Văn Mẫu làm trưởng đoàn vừa đến.",
            set(),
            "the head of a delegation does not head the ministry",
        ),
        (
            "HĐND tỉnh Bạc Liêu họp.\nBan Pháp chế: Trưởng ban Lê Văn Mẫu (Giám đốc Sở Y tế)."
            "\nPhó ban Trần Mẫu và Lê Văn Mực.",
            {
                ("Lê Văn Mẫu", "Trưởng ban", "Ban Pháp chế, Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
                ("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Bạc Liêu", "attested"),
                ("Trần Mẫu", "Phó Trưởng ban", "Ban Pháp chế, Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
                ("Lê Văn Mực", "Phó Trưởng ban", "Ban Pháp chế, Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
            },
            "a list under the name of its body",
        ),
        (
            "Hội Luật gia Việt Nam họp. Bà Trần Thị Mẫu, Phó Chủ tịch Hội tham dự và phát biểu.",
            {("Trần Thị Mẫu", "Phó Chủ tịch", "Hội Luật gia Việt Nam", "attested")},
            "a verb after the common word begins no name",
        ),
        (
            "Quốc hội thảo luận sáng nay. Đại biểu Lê Văn Mẫu (Bạc Liêu) đề nghị làm rõ.",
            {("Lê Văn Mẫu", "Đại biểu", "Quốc hội", "attested")},
            "the only assembly of the text",
        ),
        (
            "HĐND tỉnh Bạc Liêu khai mạc kỳ họp.\n\nKỳ họp diễn ra hai ngày. Quốc hội đã ban hành luật này. "
            "Đại biểu Lê Văn Mẫu đề nghị làm rõ.",
            {("Lê Văn Mẫu", "Đại biểu", "Hội đồng nhân dân tỉnh Bạc Liêu", "attested")},
            "of two assemblies the one whose session is told",
        ),
        (
            "Công an tỉnh Bạc Liêu bắt ông Lê Văn Mẫu (giám đốc một công ty vàng).",
            set(),
            "a body of his own that is not named",
        ),
        (
            "Bộ Y tế và Bộ Tài chính cùng họp. Một tuần sau, Thứ trưởng Lê Văn Mẫu trả lời.",
            set(),
            "two bodies that may be meant: nobody can tell",
        ),
        (
            "Bộ Y tế kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh cùng Hội Nông dân tỉnh Bạc Liêu.",
            set(),
            "the first President is not the chairman of whoever remembers him",
        ),
    ],
)
def test_an_open_office_is_of_the_one_body_meant(
    text: str, expected: set[tuple[str, str, str | None, str]], reason: str
) -> None:
    assert held(facts(text)) == expected, reason


def test_what_stays_open_is_kept_below_the_threshold() -> None:
    found = facts("Bộ Y tế và Bộ Tài chính cùng họp. Một tuần sau, Thứ trưởng Lê Văn Mẫu trả lời.")
    (office,) = found.memberships
    assert office.evidence.confidence < 0.5


@pytest.mark.parametrize(
    ("role", "kind", "expected"),
    [
        ("Giám đốc", "so", True),
        ("Phó Giám đốc", "benh-vien-da-khoa", True),
        ("Phó Chủ tịch Thường trực", "uy-ban-nhan-dan", True),
        ("Thứ trưởng", "bo", True),
        ("Thứ trưởng", "bo-chi-huy-quan-su", False),
        ("Hiệu trưởng", "so", False),
    ],
)
def test_deputies_sit_where_their_chiefs_do(role: str, kind: str, expected: bool) -> None:
    assert has_office(role, kind) is expected


def test_who_heads_one_body_is_deputy_of_another() -> None:
    text = (
        "HĐND tỉnh Thái Bình bầu ông Lê Văn Mẫu giữ chức Chủ tịch UBND tỉnh. Bà Trần Thị Mực, Chủ tịch Liên đoàn"
        " Lao động tỉnh Thái Bình, giữ chức Phó Chủ tịch."
    )
    assert not any(role == "Phó Chủ tịch" for _, role, _, _ in held(facts(text)))


def test_a_body_that_follows_in_the_sentence_may_be_the_one_as_well() -> None:
    text = "HĐND tỉnh Thái Bình đã bầu ông Trần Văn Mực, Phó Chủ tịch, làm Chủ tịch UBND tỉnh Thái Bình."
    assert not any(role == "Phó Chủ tịch" for _, role, _, _ in held(facts(text)))


def test_who_is_addressed_by_office_is_not_who_is_named_after() -> None:
    text = "Chào mừng Ngài Thủ tướng, Bí thư Thành ủy Đà Nẵng Trần Văn Mực bày tỏ mong muốn hợp tác."
    assert {role for _, role, _, _ in held(facts(text))} == {"Bí thư"}


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Bộ Nội vụ báo cáo. Bộ trưởng Cao Đức Phát trả lời.",
            {("Cao Đức Phát", "Bộ trưởng", "Bộ Nông nghiệp và Phát triển nông thôn", "attested")},
            "a known minister's ministry is his own, whichever the article names",
        ),
        (
            "Bộ Giao thông vận tải báo cáo. Bộ trưởng Mai Tiến Dũng trả lời.",
            set(),
            "a known minister without a ministry is of none",
        ),
        (
            "Bộ Giao thông vận tải báo cáo. Bộ trưởng Nguyễn Văn Thí Dụ trả lời.",
            {("Nguyễn Văn Thí Dụ", "Bộ trưởng", "Bộ Giao thông vận tải", "attested")},
            "who is not known is of the only ministry that is named",
        ),
    ],
)
def test_a_minister_named_without_a_ministry(text: str, expected: set[tuple[str, str, str, str]], reason: str) -> None:
    assert held(facts(text)) == expected, reason


def test_a_central_commission_is_that_of_its_known_head() -> None:
    text = "Sở Y tế tỉnh Bạc Liêu họp ở Bạc Liêu. Trưởng ban Tuyên giáo {} dự."
    known = held(facts(text.format("Đinh Thế Huynh")))
    assert ("Đinh Thế Huynh", "Trưởng ban", "Ban Tuyên giáo Trung ương", "attested") in known
    assert not any(agency == "Ban Tuyên giáo Trung ương" for _, _, agency, _ in held(facts(text.format("Lê Văn Mẫu"))))


def test_another_place_of_the_sentence_has_officials_of_its_own() -> None:
    others = "Ông Trần Văn Mẫu, Phó Chủ tịch UBND thành phố Hải Phòng, và ông Lê Văn Mực, Chủ tịch HĐND, cùng dự."
    elsewhere = " Sở Y tế báo cáo. Hiện nay quận Lê Chân có ba phó chủ tịch gồm ông Đỗ Văn Thí Dụ."
    assert "Đỗ Văn Thí Dụ" not in {person for person, *_ in held(facts(others + elsewhere))}


def test_a_minister_of_a_later_time_is_not_known_before() -> None:
    found = facts("Bộ Nội vụ họp. Bộ trưởng Cao Đức Phát dự.", published=PartialDate(2001, 5, 3))
    assert held(found) == set()
