"""Offices as portals shorten them, and boards, delegations, units and schools whose words are read apart."""

from __future__ import annotations

import pytest

from tests.extract.told import facts, held

PROVINCE = "Tin tỉnh Sơn La\n\n"
BOARD = "Ban Thường vụ Tỉnh ủy Sơn La"


def offices(text: str) -> set[tuple[str, str, str | None, str]]:
    return set(held(facts(text)))


def roles(text: str) -> set[tuple[str, str, str | None]]:
    return {(person, role, agency) for person, role, agency, _ in offices(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Có ông Lê Văn Mẫu - Q. Trưởng Ban Dân tộc tỉnh Lai Châu, ông Trần Thí Dụ - PCT UBND huyện Sìn Hồ.",
            {
                ("Lê Văn Mẫu", "Trưởng ban", "Ban Dân tộc tỉnh Lai Châu", "acting"),
                ("Trần Thí Dụ", "Phó Chủ tịch", "Ủy ban nhân dân huyện Sìn Hồ", "attested"),
            },
        ),
        (
            "Có ông Lê Văn Mẫu - Q.Giám đốc Sở Y tế tỉnh Nam Định, bà Võ Thị Mực - P.Chủ tịch UBND huyện Ý Yên.",
            {
                ("Lê Văn Mẫu", "Giám đốc", "Sở Y tế tỉnh Nam Định", "acting"),
                ("Võ Thị Mực", "Phó Chủ tịch", "Ủy ban nhân dân huyện Ý Yên", "attested"),
            },
        ),
        (
            "Có ông Lê Văn Mẫu - P. Giám đốc Sở Y tế tỉnh Nam Định; bà Võ Thị Mực có mặt.",
            {("Lê Văn Mẫu", "Phó Giám đốc", "Sở Y tế tỉnh Nam Định", "attested")},
        ),
        (
            "Thượng tá Lê Văn Mẫu - Phó CHT BĐBP tỉnh Quảng Trị đến thăm.",
            {("Lê Văn Mẫu", "Phó Chỉ huy trưởng", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh Quảng Trị", "attested")},
        ),
    ],
)
def test_deputies_and_acting_heads_are_told_by_a_letter(
    text: str, expected: set[tuple[str, str, str | None, str]]
) -> None:
    assert offices(text) == expected


def test_a_ward_is_no_deputy() -> None:
    assert roles("Ông Lê Văn Mẫu ở P. Đoàn Kết đến dự.") == set()


def test_an_office_after_an_unread_title_is_not_of_who_is_named_next() -> None:
    told = roles("Có ông Lê Văn Mẫu - KT Giám đốc Sở Y tế tỉnh Nam Định, bà Võ Thị Mực, Chủ tịch UBND huyện Ý Yên.")
    assert ("Võ Thị Mực", "Giám đốc", "Sở Y tế tỉnh Nam Định") not in told


@pytest.mark.parametrize(
    ("title", "committee"),
    [("TUV", "Tỉnh ủy Gia Lai"), ("HUV", "Huyện ủy Ia Grai"), ("UVBTV", "Ban Thường vụ Tỉnh ủy Gia Lai")],
)
def test_members_of_party_committees_are_told_by_letters(title: str, committee: str) -> None:
    office = "Trưởng ban Dân vận Huyện ủy Ia Grai" if title == "HUV" else "Trưởng ban Dân vận Tỉnh ủy Gia Lai"
    told = roles(f"Đến dự có đồng chí Lê Văn Mẫu, {title}, {office}.")
    assert ("Lê Văn Mẫu", "Ủy viên", committee) in told
    assert len(told) == 2


@pytest.mark.parametrize(
    ("offices", "board"),
    [
        ("Ủy viên Ban Thường vụ, Phó Chủ tịch UBND tỉnh", BOARD),
        ("Ủy viên Ban Thường vụ, Trưởng Ban Tuyên giáo Tỉnh ủy", BOARD),
        ("Ủy viên BTV, Trưởng Ban Tuyên giáo Tỉnh ủy", BOARD),
        ("Ủy viên Thường vụ Tỉnh ủy, Giám đốc Sở Nội vụ", BOARD),
        ("UVTV, Phó Chủ tịch HĐND huyện Mường La", "Ban Thường vụ Huyện ủy Mường La"),
        ("UVTV Quốc hội", "Ủy ban Thường vụ Quốc hội"),
    ],
)
def test_a_member_of_a_standing_board_is_of_the_committee_beside_it(offices: str, board: str) -> None:
    assert ("Lê Văn Mẫu", "Ủy viên", board) in roles(f"{PROVINCE}Đồng chí Lê Văn Mẫu, {offices}, đến dự.")


def test_a_council_has_no_standing_board() -> None:
    told = roles("Lê Văn Mẫu, Ủy viên Thường vụ, Phó Chủ tịch HĐND, đến dự.")
    assert not any(agency and "Ban Thường vụ Hội đồng" in agency for _, _, agency in told)


@pytest.mark.parametrize("delegation", ["(Đoàn Lạng Sơn)", "(đoàn Lạng Sơn)", "- Đoàn Lạng Sơn -"])
def test_a_delegation_is_no_person(delegation: str) -> None:
    said = facts(f"Đại biểu Lê Văn Mẫu {delegation} đề nghị bổ sung dự án.")
    assert [one.name for one in said.people] == ["Lê Văn Mẫu"]


def test_someone_may_be_called_like_a_delegation() -> None:
    assert [one.name for one in facts("Ông Đoàn Hòa Bình đến dự hội nghị.").people] == ["Đoàn Hòa Bình"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Trưởng khoa Luật", "Khoa Luật"),
        ("Phó Trưởng khoa Toán", "Khoa Toán"),
        ("Trưởng khoa Văn hóa các dân tộc thiểu số", "Khoa Văn hóa các dân tộc thiểu số"),
    ],
)
def test_a_school_names_its_units_by_any_words(title: str, unit: str) -> None:
    said = facts(f"Bà Võ Thị Mực, {title}, Trường Đại học Vinh trình bày tham luận.")
    assert [one.name for one in said.people] == ["Võ Thị Mực"]
    assert {agency for _, _, agency, _ in held(said)} == {f"{unit}, Trường Đại học Vinh"}


@pytest.mark.parametrize(
    ("short", "full"),
    [
        (
            "Trường PTDTNT THCS&THPT Sa Pa",
            "Trường Phổ thông dân tộc nội trú Trung học cơ sở và Trung học phổ thông Sa Pa",
        ),
        ("Trường PTDTBT TH&THCS Tả Phìn", "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Tả Phìn"),
        ("Trường THPT Dân tộc nội trú tỉnh Lai Châu", "Trường Trung học phổ thông Dân tộc nội trú tỉnh Lai Châu"),
    ],
)
def test_schools_of_several_levels_are_one_school(short: str, full: str) -> None:
    said = facts(f"Bà Võ Thị Mực, Hiệu trưởng {short} nhận quà.")
    assert [one.name for one in said.agencies] == [full]


def test_the_body_in_a_number_is_not_named() -> None:
    said = facts("Theo Quyết định số 15/QĐ-UBND, ông Lê Văn Mẫu về Phòng Dân tộc huyện Trùng Khánh.")
    assert [one.name for one in said.agencies] == ["Phòng Dân tộc huyện Trùng Khánh"]


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (
            "TVTU, Trưởng ban Tổ chức Tỉnh ủy Lạng Sơn",
            {("Ủy viên", "Ban Thường vụ Tỉnh ủy Lạng Sơn"), ("Trưởng ban", "Ban Tổ chức Tỉnh ủy Lạng Sơn")},
        ),
        ("UVXY, Trưởng ban Tổ chức Tỉnh ủy Lạng Sơn", {("Trưởng ban", "Ban Tổ chức Tỉnh ủy Lạng Sơn")}),
        (
            "UV BTV, Trưởng ban Gia đình - Xã hội Hội LHPN tỉnh Phú Yên",
            {
                ("Ủy viên", "Ban Thường vụ Hội Liên hiệp Phụ nữ tỉnh Phú Yên"),
                ("Trưởng ban", "Ban Gia đình - Xã hội, Hội Liên hiệp Phụ nữ tỉnh Phú Yên"),
            },
        ),
        ("Trưởng Thuế tỉnh Ninh Bình", {("Trưởng Thuế", "Thuế tỉnh Ninh Bình")}),
        ("Trưởng Ban Tiếp công dân tỉnh Lai Châu", {("Trưởng ban", "Ban Tiếp công dân tỉnh Lai Châu")}),
        (
            "Giám đốc Trung tâm VH-Thể thao huyện Đắk Glong",
            {("Giám đốc", "Trung tâm Văn hóa - Thể thao huyện Đăk Glong")},
        ),
        (
            "Giám đốc Trung tâm Văn hóa, Thể thao và Truyền thông huyện Sìn Hồ",
            {("Giám đốc", "Trung tâm Văn hóa, Thể thao và Truyền thông huyện Sìn Hồ")},
        ),
        (
            "Chủ tịch Hội ĐKSSYN tỉnh Kiên Giang",
            {("Chủ tịch", "Hội Đoàn kết sư sãi yêu nước tỉnh Kiên Giang")},
        ),
        (
            "Chi cục trưởng Chi cục Thủy lợi và PCTT tỉnh Ninh Bình",
            {("Chi cục trưởng", "Chi cục Thủy lợi và Phòng, chống thiên tai tỉnh Ninh Bình")},
        ),
    ],
)
def test_offices_of_portals(offices: str, expected: set[tuple[str, str | None]]) -> None:
    told = roles(f"Dự hội nghị có đồng chí Lê Văn Mẫu - {offices}.")
    assert told == {("Lê Văn Mẫu", role, agency) for role, agency in expected}


def test_a_newspaper_is_not_a_board_of_its_name() -> None:
    assert not any(
        agency and agency.startswith("Báo")
        for _, _, agency in roles("Có bà Võ Thị Mực, Trưởng ban Gia đình - Xã hội Hội LHPN tỉnh Phú Yên.")
    )
    assert roles("Có bà Võ Thị Mực, Phó Trưởng ban Báo Gia đình và Xã hội.") == {
        ("Võ Thị Mực", "Phó Trưởng ban", "Báo Gia đình và Xã hội")
    }


def test_the_word_for_the_body_told_before_is_no_name() -> None:
    said = facts("Ban Dân tộc tỉnh Yên Bái trao quyết định cho đồng chí Lê Văn Mẫu, nguyên Chánh Thanh tra Ban.")
    assert [one.name for one in said.people] == ["Lê Văn Mẫu"]


@pytest.mark.parametrize("asked", ["Thưa ông, việc ấy ra sao?", "Xin cảm ơn ông!"])
def test_what_a_reporter_asks_is_no_name(asked: str) -> None:
    said = facts(f"Phỏng vấn\n\nPhóng viên: {asked}\nÔng Lê Văn Mẫu: Việc đã xong.")
    assert [one.name for one in said.people] == ["Lê Văn Mẫu"]


def test_an_office_to_which_someone_is_yet_to_be_elected_is_not_held() -> None:
    told = roles(
        "UBND tỉnh Điện Biên điều động ông Lê Văn Mẫu về Tủa Chùa, để bầu giữ chức Chủ tịch UBND huyện Tủa Chùa."
    )
    assert told == set()


@pytest.mark.parametrize("name", ["Siu Mẫu", "Kpă Mẫu", "Quàng Mẫu", "Nay H'Mực", "Cil Mẫu", "Danh Mẫu"])
def test_names_of_two_words_stand_in_lists_with_their_offices(name: str) -> None:
    told = roles(f"Đến dự có: {name} - Phó Chủ tịch UBND huyện Sìn Hồ; Lê Văn Mẫu - Bí thư Huyện đoàn Sìn Hồ.")
    assert (name, "Phó Chủ tịch", "Ủy ban nhân dân huyện Sìn Hồ") in told


def test_a_place_in_such_a_list_is_no_one() -> None:
    said = facts("Cùng dự có: Thái Bình - Chủ tịch UBND tỉnh; Hà Nội, Giám đốc Sở Y tế.")
    assert not {one.name for one in said.people} & {"Thái Bình", "Hà Nội"}


@pytest.mark.parametrize(
    "said",
    [
        "chưa từng là Giám đốc Sở Y tế tỉnh Nam Định.",
        "suýt trở thành Giám đốc Sở Y tế tỉnh Nam Định.",
        "từ chối giữ chức Giám đốc Sở Y tế tỉnh Nam Định.",
        "tự xưng là Giám đốc Sở Y tế tỉnh Nam Định.",
        "mạo danh Giám đốc Sở Y tế tỉnh Nam Định để lừa tiền.",
        "vào vai Giám đốc Sở Y tế tỉnh Nam Định.",
    ],
)
def test_an_office_that_someone_never_had_is_not_his(said: str) -> None:
    assert roles(f"Ông Lê Văn Mẫu {said}") == set()


@pytest.mark.parametrize(
    "association",
    [
        "Hội Phụ nữ Công an tỉnh Lào Cai",
        "Hội CCB Công an tỉnh Lào Cai",
        "Hội Phụ nữ Bộ CHQS tỉnh Lào Cai",
        "Hội Chữ thập đỏ Trường Đại học Vinh",
    ],
)
def test_an_association_within_a_body_is_not_the_province_s(association: str) -> None:
    told = roles(f"UBND tỉnh Lào Cai họp. Bà Võ Thị Mực, Chủ tịch {association}, đến dự.")
    assert not any(role == "Chủ tịch" for _, role, _ in told)


def test_the_name_of_a_disease_is_no_one_s() -> None:
    assert facts("Sở Y tế tỉnh Nam Định họp. Bệnh nhân Covid đã khỏi.").people == ()


def test_an_initial_of_a_name_shortens_no_office() -> None:
    text = "Đến thăm ông Nguyễn Văn P. Bí thư Tỉnh ủy Sơn La Lê Văn Mẫu tặng quà."
    assert roles(PROVINCE + text) == {("Lê Văn Mẫu", "Bí thư", "Tỉnh ủy Sơn La")}


def test_the_name_of_a_head_is_no_part_of_his_unit() -> None:
    text = "Bà Lê Thị Mẫu, Trưởng khoa Dược Trần Thí Dụ, Bệnh viện Bạch Mai, đã đến."
    assert not [one for one in facts(PROVINCE + text).agencies if "Thí Dụ" in one.name]


def test_a_man_may_be_called_by_a_word_for_a_body() -> None:
    text = "Ông Lê Văn Khối đến dự. Ông Khối là Giám đốc Sở Y tế tỉnh Sơn La."
    assert roles(PROVINCE + text) == {("Lê Văn Khối", "Giám đốc", "Sở Y tế tỉnh Sơn La")}


def test_a_bishop_is_not_called_by_his_diocese() -> None:
    text = "Giám mục Lê Văn Mẫu, Giám mục Giáo phận Ban Mê Thuột, đã đến."
    assert [one.name for one in facts(PROVINCE + text).people] == ["Lê Văn Mẫu"]


@pytest.mark.parametrize("commune", ["Thí Dụ", "Mẫu Mực", "Ea Mẫu"])
def test_a_commune_that_is_not_known_ends_where_a_full_name_begins(commune: str) -> None:
    text = f"Chủ tịch UBND xã {commune} Nguyễn Văn Nháp đã đến."
    assert roles(PROVINCE + text) == {("Nguyễn Văn Nháp", "Chủ tịch", f"Ủy ban nhân dân xã {commune}")}


def test_a_newspaper_of_a_province_is_no_person() -> None:
    found = facts(f"{PROVINCE}Ông Lê Văn Mẫu chúc mừng Báo Sơn La. Vua Tây Ban Nha Felipe Mau đã đến.")
    assert not {one.name for one in found.people} & {"Báo Sơn La", "Ban Nha Felipe Mau"}


def test_a_man_of_a_family_called_bao_is_a_person() -> None:
    assert [one.name for one in facts(f"{PROVINCE}Ông Báo Văn Mẫu đã đến.").people] == ["Báo Văn Mẫu"]
