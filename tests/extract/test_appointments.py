"""Which offices a sentence gives, takes or tells of an earlier time, and whose they are then."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import Article, PartialDate
from tests.extract import told

Held = set[tuple[str, str, str | None, str]]

DIRECTOR = "Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu"
CHAIR = "Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu"
VICE_CHAIR = "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu"
MAU = "Trần Văn Mẫu"
MUC = "Lê Văn Mực"


def held(text: str, *, published: PartialDate | None = None) -> Held:
    """Return (person, role, agency, status) of what is surer than not."""
    return told.held(told.facts(text, published=published))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ông Trần Văn Mẫu từ Giám đốc Sở Nội vụ tỉnh Bạc Liêu giữ chức Phó Chủ tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "appointed")},
        ),
        (
            "Ông Trần Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Bạc Liêu, giữ chức vụ Phó Chủ tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "attested"), (MAU, *VICE_CHAIR, "appointed")},
        ),
        (
            "Ông Trần Văn Mẫu được phân công thôi giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu về nhận nhiệm vụ Phó Chủ"
            " tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "appointed")},
        ),
        (
            "Thủ tướng phê chuẩn kết quả bầu chức vụ Phó Chủ tịch UBND tỉnh Bạc Liêu nhiệm kỳ 2016 - 2021 đối với ông"
            " Trần Văn Mẫu và ông Lê Văn Mực.",
            {(MAU, *VICE_CHAIR, "appointed"), (MUC, *VICE_CHAIR, "appointed")},
        ),
        (
            "Các ông Trần Văn Mẫu, Lê Văn Mực được bầu giữ chức Phó Chủ tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *VICE_CHAIR, "appointed"), (MUC, *VICE_CHAIR, "appointed")},
        ),
        (
            "Ban Bí thư chuẩn y ông Trần Văn Mẫu giữ chức Phó Bí thư Tỉnh ủy Bạc Liêu.",
            {(MAU, "Phó Bí thư", "Tỉnh ủy Bạc Liêu", "appointed")},
        ),
        (
            "HĐND tỉnh Bạc Liêu miễn nhiệm chức danh Chủ tịch UBND tỉnh với ông Trần Văn Mẫu; Giám đốc Sở Nội vụ với"
            " ông Lê Văn Mực.",
            {(MAU, *CHAIR, "former"), (MUC, *DIRECTOR, "former")},
        ),
        (
            "HĐND tỉnh Bạc Liêu miễn nhiệm chức vụ Giám đốc Sở Nội vụ đối với ông Trần Văn Mẫu và bầu ông làm Phó Chủ"
            " tịch UBND tỉnh.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "appointed")},
        ),
        (
            "HĐND tỉnh Bạc Liêu miễn nhiệm chức danh Chủ tịch, Phó Chủ tịch UBND tỉnh đối với ông Trần Văn Mẫu và ông"
            " Lê Văn Mực.",
            {(MAU, *CHAIR, "former"), (MUC, *VICE_CHAIR, "former")},
        ),
        (
            "Giao ông Trần Văn Mẫu giữ quyền Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "acting")},
        ),
        (
            "Ông Trần Văn Mẫu được bổ nhiệm làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu thay ông Lê Văn Mực nghỉ hưu.",
            {(MAU, *DIRECTOR, "appointed"), (MUC, *DIRECTOR, "former")},
        ),
        (
            "Ông Trần Văn Mẫu được bầu làm Chủ tịch UBND tỉnh Bạc Liêu, kế nhiệm ông Lê Văn Mực.",
            {(MAU, *CHAIR, "appointed"), (MUC, *CHAIR, "former")},
        ),
        (
            "Ban Bí thư chỉ định ông Trần Văn Mẫu tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Phó Bí thư Tỉnh ủy"
            " Bạc Liêu.",
            {
                (MAU, "Ủy viên", "Tỉnh ủy Bạc Liêu", "appointed"),
                (MAU, "Ủy viên", "Ban Thường vụ Tỉnh ủy Bạc Liêu", "appointed"),
                (MAU, "Phó Bí thư", "Tỉnh ủy Bạc Liêu", "appointed"),
            },
        ),
        (
            "Ông Trần Văn Mẫu thôi giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu, giữ chức Phó Chủ tịch UBND tỉnh.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "appointed")},
        ),
        (
            "Ông Trần Văn Mẫu thôi giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu để tham gia Ban Chấp hành và giữ chức Phó"
            " Bí thư Tỉnh ủy Bạc Liêu.",
            {
                (MAU, *DIRECTOR, "former"),
                (MAU, "Ủy viên", "Tỉnh ủy Bạc Liêu", "appointed"),
                (MAU, "Phó Bí thư", "Tỉnh ủy Bạc Liêu", "appointed"),
            },
        ),
        (
            "Ông Trần Văn Mẫu về làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu, thay ông Lê Văn Mực về làm Phó Chủ tịch UBND"
            " tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "appointed"), (MUC, *DIRECTOR, "former"), (MUC, *VICE_CHAIR, "appointed")},
        ),
        (
            "Ông Trần Văn Mẫu vừa được Thủ tướng bổ nhiệm giữ chức Thứ trưởng Bộ Y tế.",
            {(MAU, "Thứ trưởng", "Bộ Y tế", "appointed")},
        ),
    ],
)
def test_decisions_give_offices(text: str, expected: Held) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Chủ tịch UBND tỉnh Bạc Liêu khi đó là ông Trần Văn Mẫu đã ký.", "former"),
        ("Ông Trần Văn Mẫu vốn là Chủ tịch UBND tỉnh Bạc Liêu.", "former"),
        ("Trao quyết định nghỉ hưu cho ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu.", "former"),
        ("Khi giữ chức Chủ tịch UBND tỉnh Bạc Liêu, ông Trần Văn Mẫu đã ký.", "former"),
        ("Ông Trần Văn Mẫu giữ chức Chủ tịch UBND tỉnh Bạc Liêu từ năm 2016 đến nay.", "attested"),
        ("Kỷ luật ông Trần Văn Mẫu bằng hình thức cách chức Chủ tịch UBND tỉnh Bạc Liêu.", "former"),
        ("Ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu giai đoạn 2010 - 2015, bị kỷ luật.", "former"),
        ("Cách chức ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu.", "former"),
        ("HĐND tỉnh đã miễn nhiệm Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu.", "former"),
        ("Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu cũng đã được miễn nhiệm.", "former"),
        ("Ông Trần Văn Mẫu, nguyên Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Bạc Liêu, phát biểu.", "former"),
        ("Ông Trần Văn Mẫu, Giám đốc Sở Nội vụ nay là Chủ tịch UBND tỉnh Bạc Liêu, nói.", "attested"),
        ("Ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu (đã nghỉ hưu), nói.", "former"),
        ("Đề nghị miễn nhiệm Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu.", "attested"),
        ("Ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu, bị cách chức vụ trong Đảng.", "attested"),
        ("Lễ tang nguyên Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu.", "former"),
        ("Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu vừa qua đời.", "former"),
        ("Trước khi thay ông Lê Văn Mực, ông Trần Văn Mẫu là Chủ tịch UBND tỉnh Bạc Liêu.", "former"),
    ],
)
def test_what_becomes_of_the_office_beside_a_name(text: str, status: str) -> None:
    assert (MAU, *CHAIR, status) in held(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Từ năm 2005 đến 2010, ông Trần Văn Mẫu là Giám đốc Sở Nội vụ tỉnh Bạc Liêu.", {(MAU, *DIRECTOR, "former")}),
        (
            "Từ năm 2016 đến nay, ông Trần Văn Mẫu giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "attested")},
        ),
        (
            "Ông Trần Văn Mẫu sinh năm 1960. Năm 2005, ông được bầu làm Phó Chủ tịch UBND tỉnh Bạc Liêu. Năm 2011, ông"
            " được bầu làm Chủ tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *VICE_CHAIR, "former"), (MAU, *CHAIR, "attested")},
        ),
        (
            "Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu sinh năm 1960. Năm 2011, ông được bầu làm Chủ tịch UBND tỉnh"
            " Bạc Liêu.",
            {(MAU, *CHAIR, "attested")},
        ),
        (
            "Trước đây ông Trần Văn Mẫu dạy học. Sau đó, ông về làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu. Tiếp đó, ông được"
            " phân công giữ chức Phó Chủ tịch UBND tỉnh Bạc Liêu. Năm 2011, ông được bầu làm Chủ tịch UBND tỉnh Bạc"
            " Liêu.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "former"), (MAU, *CHAIR, "attested")},
        ),
        (
            "Sáng nay tỉnh Bạc Liêu công bố quyết định. Sau đó, ông Trần Văn Mẫu được bầu làm Chủ tịch UBND tỉnh Bạc"
            " Liêu.",
            {(MAU, *CHAIR, "appointed")},
        ),
        (
            "Bí thư Tỉnh ủy Bạc Liêu Lê Văn Mực trao quyết định cho ông Trần Văn Mẫu. Ông Mẫu 50 tuổi, có bằng cử nhân."
            " Ông từng giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {(MUC, "Bí thư", "Tỉnh ủy Bạc Liêu", "attested"), (MAU, *DIRECTOR, "former")},
        ),
        (
            "Ông Trần Văn Mẫu lần lượt trải qua các cương vị Giám đốc Sở Nội vụ tỉnh Bạc Liêu (2005 - 2010), Phó Chủ"
            " tịch UBND tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "former"), (MAU, *VICE_CHAIR, "former")},
        ),
        (
            "Ông Trần Văn Mẫu kinh qua các vị trí công tác: giáo viên cấp hai, rồi Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "former")},
        ),
        (
            "Từng giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu, ông Trần Văn Mẫu cho rằng cần sửa.",
            {(MAU, *DIRECTOR, "former")},
        ),
        (
            "Ông Trần Văn Mẫu, Chủ tịch UBND tỉnh Bạc Liêu nhiệm kỳ 2004 - 2011, bị kỷ luật.",
            {(MAU, *CHAIR, "former")},
        ),
        (
            "Trước khi làm Chủ tịch UBND tỉnh Bạc Liêu, ông Trần Văn Mẫu là Giám đốc Sở Nội vụ tỉnh.",
            {(MAU, *CHAIR, "attested"), (MAU, *DIRECTOR, "former")},
        ),
    ],
)
def test_careers_are_of_the_past(text: str, expected: Held) -> None:
    assert held(text, published=PartialDate(2017, 6, 1)) == expected


def test_former_officials_head_associations_now() -> None:
    assert held("Ông Trần Văn Mẫu, nguyên Chủ tịch UBND tỉnh Bạc Liêu, Chủ tịch Hội Luật gia tỉnh Bạc Liêu, nói.") == {
        (MAU, *CHAIR, "former"),
        (MAU, "Chủ tịch", "Hội Luật gia tỉnh Bạc Liêu", "attested"),
    }


def test_a_deputy_in_charge_is_acting() -> None:
    assert held("Ông Trần Văn Mẫu, Phó Giám đốc phụ trách Sở Nội vụ tỉnh Bạc Liêu, nói.") == {
        (MAU, "Phó Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu", "acting")
    }


def test_what_someone_is_proposed_for_is_not_held() -> None:
    assert held(
        "Đề xuất ông Trần Văn Mẫu, Giám đốc Sở Nội vụ tỉnh Bạc Liêu, giữ chức Phó Chủ tịch UBND tỉnh Bạc Liêu."
    ) == {(MAU, *DIRECTOR, "attested")}


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tướng giao các bộ chuẩn bị hồ sơ, thủ tục phê chuẩn việc miễn nhiệm, bổ nhiệm Bộ trưởng Bộ Y tế.",
        "Thủ tướng đã phê chuẩn kết quả bầu, miễn nhiệm chức vụ Chủ tịch UBND tỉnh Bạc Liêu nhiệm kỳ 2004-2009.",
        "Sau khi miễn nhiệm Bộ trưởng Bộ Y tế đối với ông Lê Văn Mực, Thủ tướng sẽ trình nhân sự mới.",
    ],
)
def test_who_decides_neither_takes_nor_leaves_the_office(text: str) -> None:
    told = held(f"Thủ tướng Trần Văn Mẫu chủ trì phiên họp năm 2017.\n{text}")
    assert {one for one in told if one[0] == MAU} == {(MAU, "Thủ tướng", "Chính phủ", "attested")}


def test_who_has_an_office_of_his_own_does_not_share_what_another_leaves() -> None:
    assert held(
        "HĐND tỉnh Bạc Liêu miễn nhiệm chức danh Chủ tịch UBND tỉnh đối với ông Trần Văn Mẫu và Giám đốc Sở Nội vụ Lê"
        " Văn Mực."
    ) == {(MAU, *CHAIR, "former"), (MUC, *DIRECTOR, "attested")}


def test_a_woman_who_had_an_office() -> None:
    assert held("Nguyên nữ Giám đốc Sở Nội vụ tỉnh Bạc Liêu Trần Thị Minh Họa đến dự.") == {
        ("Trần Thị Minh Họa", *DIRECTOR, "former")
    }


def test_who_is_replaced_and_then_given_another_office_takes_only_that() -> None:
    assert held(
        "Điều động ông Trần Văn Mẫu làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu, thay ông Lê Văn Mực vừa được bầu làm Phó Chủ"
        " tịch UBND tỉnh Bạc Liêu."
    ) == {(MAU, *DIRECTOR, "appointed"), (MUC, *DIRECTOR, "former"), (MUC, *VICE_CHAIR, "appointed")}


@pytest.mark.parametrize(
    "text",
    [
        "Ông Trần Văn Mẫu nói thành phố sẽ điều động Phó Bí thư Huyện ủy Hòa Bình về giữ chức Giám đốc Sở Nội vụ tỉnh"
        " Bạc Liêu.",
        "Cùng với việc bổ nhiệm ông Trần Văn Mẫu, Thủ tướng Chính phủ đã ký hai quyết định.",
        "Ông Trần Văn Mẫu được trình giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
        "Ông Trần Văn Mẫu, chuyên viên, được giới thiệu giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
        "Tỉnh ủy Bạc Liêu giới thiệu ông Trần Văn Mẫu làm Chủ tịch HĐND tỉnh Bạc Liêu và ông Lê Văn Mực làm Phó Chủ"
        " tịch HĐND tỉnh Bạc Liêu.",
        "Ông Trần Văn Mẫu phát biểu. Từ năm 2009, chức danh Chủ tịch UBND tỉnh Bạc Liêu đã được bầu.",
    ],
)
def test_offices_of_others_and_those_only_planned_are_not_given(text: str) -> None:
    assert held(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Bạc Liêu sẽ miễn nhiệm Giám đốc Sở Nội vụ với ông Lê Văn Mực; miễn nhiệm Chủ tịch UBND tỉnh với ông"
        " Trần Văn Mẫu.",
        "HĐND tỉnh Bạc Liêu nghe tờ trình miễn nhiệm Giám đốc Sở Nội vụ với ông Lê Văn Mực, miễn nhiệm Chủ tịch UBND"
        " tỉnh với ông Trần Văn Mẫu.",
    ],
)
def test_who_is_only_to_leave_an_office_has_it(text: str) -> None:
    assert held(text) == {(MUC, *DIRECTOR, "attested"), (MAU, *CHAIR, "attested")}


def test_former_holders_are_listed_after_a_colon() -> None:
    assert held("Dự lễ có nguyên Chủ tịch nước: Trần Văn Mẫu, Lê Thị Thí Dụ.") == {
        (name, "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "former")
        for name in (MAU, "Lê Thị Thí Dụ")
    }


def test_removals_go_on_over_a_list() -> None:
    assert held("Quốc hội đã miễn nhiệm Phó Chủ tịch nước Trần Thị Mẫu và Bộ trưởng Bộ Y tế Lê Văn Mực.") == {
        ("Trần Thị Mẫu", "Phó Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "former"),
        (MUC, "Bộ trưởng", "Bộ Y tế", "former"),
    }


def test_kin_take_no_office() -> None:
    assert held("Bổ nhiệm ông Trần Văn Mẫu, con trai ông Lê Văn Mực, làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu.") == {
        (MAU, *DIRECTOR, "appointed")
    }


def test_what_a_predecessor_lost_is_not_the_successor_s() -> None:
    assert held(
        "Ông Trần Văn Mẫu đảm nhiệm vị trí này thay ông Lê Văn Mực - người trước đó đã bị cách chức Giám đốc Sở Nội vụ"
        " tỉnh Bạc Liêu."
    ) == {(MUC, *DIRECTOR, "former")}


def test_a_foreign_body_gives_no_office_of_vietnam() -> None:
    assert held("Quốc hội Trung Quốc đã bầu ông Trần Văn Mẫu giữ chức Chủ tịch nước.") == set()


def test_an_appointment_in_passing_leaves_the_office_as_it_is() -> None:
    assert held(
        "Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu nói từ khi nhận nhiệm vụ Chủ tịch UBND tỉnh Bạc Liêu ông đã đi nhiều."
    ) == {(MAU, *CHAIR, "attested")}


@pytest.mark.parametrize(
    "text",
    [
        "UBND tỉnh Thái Bình điều động ông Trần Văn Mực, Tỉnh ủy viên, Giám đốc Sở Y tế, làm Bí thư Huyện ủy Kim Sơn.",
        "Giám đốc Sở Y tế tỉnh Thái Bình Trần Văn Mực vừa được điều động giữ chức Bí thư Huyện ủy Kim Sơn.",
        "UBND tỉnh Thái Bình điều động và bổ nhiệm ông Trần Văn Mực (Giám đốc Sở Y tế) làm Bí thư Huyện ủy Kim Sơn.",
    ],
)
def test_who_is_sent_to_another_office_has_left_the_one_beside_the_name(text: str) -> None:
    found = held(text)
    assert ("Trần Văn Mực", "Giám đốc", "Sở Y tế tỉnh Thái Bình", "former") in found
    assert ("Trần Văn Mực", "Bí thư", "Huyện ủy Kim Sơn", "appointed") in found
    assert not any(role == "Ủy viên" and status == "former" for _, role, _, status in found)


@pytest.mark.parametrize(
    "text",
    [
        "HĐND tỉnh Thái Bình bầu ông Trần Văn Mực, Giám đốc Sở Y tế, giữ chức Phó Chủ tịch UBND tỉnh Thái Bình.",
        "UBND tỉnh Thái Bình sẽ điều động ông Trần Văn Mực, Giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy Kim Sơn.",
    ],
)
def test_who_is_elected_or_only_to_be_sent_keeps_the_office_beside_the_name(text: str) -> None:
    assert ("Trần Văn Mực", "Giám đốc", "Sở Y tế tỉnh Thái Bình", "attested") in held(text)


def test_who_wins_a_vote_takes_the_office_not_those_named_after() -> None:
    text = (
        "Ông Trần Văn Mực trúng cử Bí thư Tỉnh ủy Thái Bình với sự nhất trí cao, trong khi hai ủy viên Lê Văn Mẫu và"
        " Hồ Thí Dụ chỉ nhận được hơn nửa số phiếu."
    )
    taken = {name for name, role, _, _ in held(text) if role == "Bí thư"}
    assert taken == {"Trần Văn Mực"}


def test_two_people_become_what_there_are_two_of() -> None:
    text = "Ông Trần Văn Mực và ông Lê Văn Mẫu đã trở thành hai Phó Chủ tịch UBND tỉnh Thái Bình."
    assert {name for name, role, _, _ in held(text) if role == "Phó Chủ tịch"} == {"Trần Văn Mực", "Lê Văn Mẫu"}


def test_who_appoints_several_takes_none_of_their_offices() -> None:
    text = (
        "Năm 2015, ông Trần Văn Mực, nguyên Chủ tịch UBND huyện Kim Sơn (hiện là Giám đốc Sở Y tế tỉnh Ninh Bình), đã"
        " bổ nhiệm ba chuyên viên Phòng Nội vụ huyện Kim Sơn."
    )
    assert not any(role == "Chuyên viên" for _, role, _, _ in held(text))


def test_the_standing_member_of_the_secretariat() -> None:
    text = "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư Trung ương Đảng Trần Văn Mực gửi lẵng hoa."
    assert ("Trần Văn Mực", "Thường trực", "Ban Bí thư Trung ương Đảng", "attested") in held(text)


def test_who_is_lifted_from_an_office_takes_the_higher_one() -> None:
    text = "Giám đốc bổ nhiệm ông Trần Văn Mực, đang là Chuyên viên, lên làm Trưởng phòng Sở Y tế tỉnh Thái Bình."
    assert {status for _, role, _, status in held(text) if role == "Trưởng phòng"} == {"appointed"}


def test_who_is_replaced_has_left_even_where_no_successor_is_named() -> None:
    text = "Ban Bí thư vừa đồng ý cho bầu chức danh Chủ tịch HĐND tỉnh Thái Bình thay ông Trần Văn Mực."
    assert held(text) == {("Trần Văn Mực", "Chủ tịch", "Hội đồng nhân dân tỉnh Thái Bình", "former")}


def test_the_chairman_of_a_country_led_by_a_party_heads_its_state() -> None:
    assert held("Chủ tịch Cuba Trần Văn Mực gửi điện.") == {
        ("Trần Văn Mực", "Chủ tịch", "Nhà nước Cộng hòa Cuba", "attested")
    }


def test_the_auditor_general() -> None:
    expected = {("Trần Văn Mực", "Tổng Kiểm toán", "Kiểm toán Nhà nước", "attested")}
    assert held("Tổng Kiểm toán Nhà nước Trần Văn Mực nói.") == held("Tổng Kiểm toán Trần Văn Mực nói.") == expected


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Từ tháng 6/2008 đến tháng 11/2010, ông Trần Văn Mực là Giám đốc Sở Y tế Sơn La.",
            ("2008-06", "2010-11"),
        ),
        ("Ông Trần Văn Mực giữ chức Giám đốc Sở Y tế Sơn La (2005 - 2010).", ("2005", "2010")),
        ("Ông Trần Văn Mực là Giám đốc Sở Y tế Sơn La từ tháng 3/2016.", ("2016-03", None)),
        ("Từ năm 2014 đến nay, ông Trần Văn Mực là Giám đốc Sở Y tế Sơn La.", ("2014", None)),
        # the day of an appointment, a body's term and what is left are no times of office
        ("Năm 2011, ông Trần Văn Mực được bổ nhiệm làm Giám đốc Sở Y tế Sơn La.", (None, None)),
        ("Ông Trần Văn Mực là Chủ tịch UBND tỉnh Sơn La nhiệm kỳ 2016-2021.", (None, None)),
        ("Ông Trần Văn Mực thôi giữ chức Giám đốc Sở Y tế Sơn La từ ngày 1/5/2017.", (None, None)),
        # one time of several offices is not each one's
        ("Từ năm 2005 đến năm 2010, ông Trần Văn Mực giữ các chức vụ: Giám đốc Sở Y tế Sơn La.", (None, None)),
    ],
)
def test_a_time_of_office_is_told_only_where_the_text_tells_it(text: str, held: tuple[str | None, str | None]) -> None:
    (membership,) = extract(Article(id="a", text=text)).memberships
    assert tuple(str(date) if date else None for date in (membership.start, membership.end)) == held


def test_a_time_that_opens_a_sentence_is_that_of_its_first_office() -> None:
    text = "Từ năm 2005 đến 2010, ông Trần Văn Mực là Giám đốc Sở Y tế Sơn La và giữ chức Chủ tịch UBND tỉnh."
    first, second = extract(Article(id="a", text=text)).memberships
    assert (str(first.start), str(first.end), second.start, second.end) == ("2005", "2010", None, None)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "Bà Trần Thị Mẫu đọc báo cáo. Thời gian giữ chức vụ Giám đốc Sở Nội vụ tỉnh Bạc Liêu, ông Trần Văn Mẫu"
            " hoàn thành nhiệm vụ.",
            {(MAU, *DIRECTOR, "former")},
            "the subject after a clause of time",
        ),
        (
            "Ngoài việc bổ nhiệm bà Trần Thị Mẫu, thời gian làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu, ông Trần Văn Mẫu ký"
            " sai.",
            {(MAU, *DIRECTOR, "former")},
            "not whom a decision before is about",
        ),
        (
            "Ông Lê Văn Mực kết luận rằng trong thời gian giữ cương vị Giám đốc Sở Nội vụ tỉnh Bạc Liêu, ông Trần Văn"
            " Mẫu có vi phạm.",
            {(MAU, *DIRECTOR, "former")},
            "not who speaks of him",
        ),
        (
            "Trách nhiệm thuộc về ông Trần Văn Mẫu trong thời gian giữ cương vị Giám đốc Sở Nội vụ tỉnh Bạc Liêu, Chủ"
            " tịch UBND tỉnh và trách nhiệm của ông Lê Văn Mực.",
            {(MAU, *DIRECTOR, "former"), (MAU, *CHAIR, "former")},
            "an office listed after the comma is no subject",
        ),
        (
            "Ông Lê Văn Mực, Chủ tịch UBND tỉnh Bạc Liêu, họp báo. Với quyết định phê chuẩn Giám đốc Sở Nội vụ của"
            " Chủ tịch UBND tỉnh Bạc Liêu, Sở đã đủ người.",
            {(MUC, *CHAIR, "attested")},
            "who decides takes no office",
        ),
        (
            "Ông Lê Văn Mực đã phê chuẩn kết quả bầu, miễn nhiệm chức vụ Chủ tịch UBND tỉnh Bạc Liêu.",
            set(),
            "nor does he leave one",
        ),
        (
            "Đại hội bầu ông Lê Văn Mực giữ chức Chủ tịch UBND tỉnh Bạc Liêu; bầu 3 người vào Ban Bí thư.",
            {(MUC, *CHAIR, "appointed")},
            "a number of others",
        ),
        (
            "UBND tỉnh Bạc Liêu bổ nhiệm ông Trần Văn Mẫu giữ chức Giám đốc Sở Nội vụ; đề nghị quy hoạch chức danh Phó"
            " Chủ tịch UBND tỉnh.",
            {(MAU, *DIRECTOR, "appointed")},
            "what is asked for after a decision",
        ),
        (
            "Ông Trần Văn Mẫu dự họp. Năm 2013, tỉnh tổ chức thi tuyển chức danh Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            set(),
            "an office that people compete for",
        ),
        (
            "Ông Trần Văn Mẫu có người thân làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            set(),
            "a relative's office",
        ),
        (
            "Ông Trần Văn Mẫu nhắc 12 vị Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            set(),
            "people of an office are not its holder",
        ),
        (
            "Ông Trần Văn Mẫu gửi tài liệu đến từng đại biểu Quốc hội.",
            set(),
            "each of them is none",
        ),
        (
            "HĐND miễn nhiệm Phó Chủ tịch UBND tỉnh Bạc Liêu đối với ông Trần Văn Mẫu, đồng thời bầu Chủ tịch UBND tỉnh"
            " mới.",
            {(MAU, *VICE_CHAIR, "former")},
            "who is new is not named yet",
        ),
        (
            "Ông Trần Văn Mẫu được bầu làm Chủ tịch UBND tỉnh Bạc Liêu, thay người tiền nhiệm Lê Văn Mực chuyển qua làm"
            " Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {(MAU, *CHAIR, "appointed"), (MUC, *CHAIR, "former"), (MUC, *DIRECTOR, "appointed")},
            "who is replaced takes what is said of him",
        ),
        (
            "Ông Lê Mẫu Khoa phát biểu. Bà Trần Thị Minh Họa chúc mừng. Cuối năm 2015, ông Khoa được bầu làm Chủ tịch"
            " UBND tỉnh Bạc Liêu.",
            {("Lê Mẫu Khoa", *CHAIR, "attested")},
            "a last name that is a common word too",
        ),
        (
            "Ông Trần Văn Mẫu sinh năm 1970. Bà Trần Thị Minh Họa chúc mừng ông. Năm 2015, ông từng giữ chức Giám đốc"
            " Sở Nội vụ tỉnh Bạc Liêu.",
            {(MAU, *DIRECTOR, "former")},
            "a pronoun is of a man or of a woman",
        ),
    ],
)
def test_whose_office_a_clause_tells(text: str, expected: Held, reason: str) -> None:
    assert held(text, published=PartialDate(2018, 3, 1)) == expected, reason
