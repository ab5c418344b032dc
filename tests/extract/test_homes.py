"""Whose a body is that names no place: one row a ground, with the reason it is there."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import THRESHOLD, Article
from tests.extract.told import facts, held

HOMES = [
    (
        "Sở Y tế tỉnh Sơn La họp với UBND tỉnh Sơn La. Tại Lai Châu, Sở Nội vụ trả lời. Giám đốc Sở Công"
        " Thương nói thêm.",
        {
            "Sở Y tế tỉnh Sơn La",
            "Ủy ban nhân dân tỉnh Sơn La",
            "Sở Nội vụ tỉnh Lai Châu",
            "Sở Công Thương tỉnh Lai Châu",
        },
        "the place that opens a sentence tells whose the bodies are, there and in what follows",
    ),
    (
        "UBND tỉnh Sơn La và Sở Y tế tỉnh Sơn La họp. HĐND tỉnh Sơn La bàn. Cùng ngày, HĐND tỉnh Lai Châu họp. Tại kỳ"
        " họp này, Giám đốc Sở Nội vụ trả lời.",
        {
            "Sở Y tế tỉnh Sơn La",
            "Ủy ban nhân dân tỉnh Sơn La",
            "Hội đồng nhân dân tỉnh Sơn La",
            "Hội đồng nhân dân tỉnh Lai Châu",
            "Sở Nội vụ tỉnh Lai Châu",
        },
        "a sentence that points back goes on about the province of the one before",
    ),
    (
        "UBND tỉnh Sơn La và Sở Y tế tỉnh Sơn La họp. Trước đó, sáng 3/4, tại Lai Châu ông Lê Văn Mẫu (Giám đốc Sở Nội"
        " vụ) trả lời.",
        {"Ủy ban nhân dân tỉnh Sơn La", "Sở Y tế tỉnh Sơn La", "Sở Nội vụ tỉnh Lai Châu"},
        "the place right before someone tells whose his office is",
    ),
    (
        "UBND tỉnh Sơn La và Sở Y tế tỉnh Sơn La họp. Có ông Lê Văn Mẫu, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Trưởng"
        " Đoàn đại biểu Quốc hội khóa XIV tỉnh Lai Châu.",
        {
            "Ủy ban nhân dân tỉnh Sơn La",
            "Sở Y tế tỉnh Sơn La",
            "Tỉnh ủy Lai Châu",
            "Ủy ban nhân dân tỉnh Lai Châu",
            "Đoàn đại biểu Quốc hội tỉnh Lai Châu",
        },
        "of offices of one person 'tỉnh' alone is the one that another of them names, after a term too",
    ),
    (
        "UBND tỉnh Sơn La và Sở Y tế tỉnh Sơn La họp. Tại Lai Châu và Lào Cai, Sở Xây dựng được lập.",
        {"Ủy ban nhân dân tỉnh Sơn La", "Sở Y tế tỉnh Sơn La"},
        "of two places that open a sentence neither is meant alone",
    ),
    (
        "UBND tỉnh, HĐND tỉnh Sơn La, Sở Y tế tỉnh Sơn La họp ở tỉnh Sơn La. Giám đốc Sở Nội vụ tỉnh Lai"
        " Châu hỏi Thanh tra tỉnh.",
        {
            "Ủy ban nhân dân tỉnh Sơn La",
            "Hội đồng nhân dân tỉnh Sơn La",
            "Sở Y tế tỉnh Sơn La",
            "Sở Nội vụ tỉnh Lai Châu",
            "Thanh tra tỉnh Lai Châu",
        },
        "a body named with its province tells whose the next of its sentence is",
    ),
    (
        "Hội nghị ở Sơn La. Bộ Nội vụ báo cáo. Bộ Tài chính góp ý. Bộ Y tế nói. Bộ Công Thương nói. Sở"
        " Tài chính được lập.",
        {"Bộ Nội vụ", "Bộ Tài chính", "Bộ Y tế", "Bộ Công Thương"},
        "a province named once in passing is not meant far from there",
    ),
    (
        "UBND tỉnh Sơn La họp. Các đồng chí bí thư tỉnh ủy, thành ủy và một số Ban Thường vụ Tỉnh ủy, Thành ủy đến dự.",
        {"Ủy ban nhân dân tỉnh Sơn La"},
        "of a province's and a city's committee side by side those of all places are meant",
    ),
    (
        "UBND tỉnh Sơn La họp. Bí thư tỉnh, thành đoàn góp ý. Phó Chủ tịch UBND tỉnh, TP chỉ đạo. Đại"
        " hội đảng bộ quận - huyện.",
        {"Ủy ban nhân dân tỉnh Sơn La"},
        "level words in a list name no one place",
    ),
    (
        "Sở Y tế tỉnh Sơn La họp. Điểm thi do Sở Giáo dục của các địa phương chọn. Nhân sự UBND hai"
        " tỉnh. Các cấp Hội Nông dân họp.",
        {"Sở Y tế tỉnh Sơn La"},
        "nor do bodies of many places",
    ),
    (
        "HĐND tỉnh Sơn La họp. Theo luật, cấp huyện phải có HĐND và UBND.",
        {"Hội đồng nhân dân tỉnh Sơn La"},
        "nor what every place of a level has",
    ),
    (
        "UBND tỉnh Sơn La họp. Người dân trình báo Công an, đóng BHXH và chờ Thanh tra của Mặt trận.",
        {"Ủy ban nhân dân tỉnh Sơn La"},
        "a force or a fund alone is no one body",
    ),
    (
        "Công an tỉnh Sơn La thụ lý. Công an sẽ kiểm tra.",
        {"Công an tỉnh Sơn La"},
        "unless one was named just before",
    ),
    (
        "UBND tỉnh Sơn La họp. Ở xã Chiềng Mẫu, huyện Mai Sơn, chiều nay họp HĐND.",
        {"Ủy ban nhân dân tỉnh Sơn La"},
        "a council said near a district is not surely the province's",
    ),
    (
        "Phó Trưởng Ban Tuyên giáo làm Bí thư Tỉnh ủy Lạng Sơn. Bà Mẫu là Phó Trưởng Ban Tuyên giáo Trung ương.",
        {"Ban Tuyên giáo Trung ương", "Tỉnh ủy Lạng Sơn"},
        "a commission named in full as the centre's is the one said before in short",
    ),
    (
        "UBND tỉnh Sơn La đón Phó Tổng Giám đốc Kho bạc Nhà nước. Giám đốc Kho bạc Nhà nước cùng dự.",
        {"Ủy ban nhân dân tỉnh Sơn La", "Kho bạc Nhà nước Việt Nam", "Kho bạc Nhà nước tỉnh Sơn La"},
        "only the country's treasury has a general director",
    ),
    (
        "Ban Chấp hành Hội Luật gia tỉnh Sơn La ra mắt. Hội Luật gia Việt Nam tặng hoa.",
        {"Ban Chấp hành Hội Luật gia tỉnh Sơn La", "Hội Luật gia tỉnh Sơn La", "Hội Luật gia Việt Nam"},
        "an association's committee is its own",
    ),
    (
        "Ủy ban Thường vụ Quốc hội họp. Cuối buổi, Thường vụ trình Quốc hội. Bí thư Tỉnh ủy Sơn La dự.",
        {"Ủy ban Thường vụ Quốc hội", "Quốc hội", "Tỉnh ủy Sơn La"},
        "nor is the Assembly's standing committee a province's",
    ),
    (
        "Ông Mẫu làm Phó Ban Tuyên giáo huyện ủy Thuận Châu; ông Mực được Chủ tịch UBND tỉnh ủy quyền ở Sơn La.",
        {"Ban Tuyên giáo Huyện ủy Thuận Châu", "Huyện ủy Thuận Châu", "Ủy ban nhân dân tỉnh Sơn La"},
        "a committee in small letters after its unit, but not the word for a power given",
    ),
    (
        "UBND TP Đà Nẵng họp. Giám đốc Sở Xây dựng Vũ Quang Mẫu cùng dự.",
        {"Ủy ban nhân dân thành phố Đà Nẵng", "Sở Xây dựng thành phố Đà Nẵng"},
        "a name that begins like a district's is no place of a province's body",
    ),
]


@pytest.mark.parametrize(("text", "names", "reason"), HOMES, ids=[row[2] for row in HOMES])
def test_whose_a_body_is(text: str, names: set[str], reason: str) -> None:
    found = {one.name for one in extract(Article(id="x", text=text)).agencies if one.evidence.confidence >= THRESHOLD}
    assert found == names, reason


def test_a_council_is_of_the_place_of_which_the_other_offices_of_its_chairman_tell() -> None:
    found = facts(
        "UBND tỉnh Gia Lai họp. Ông Lê Văn Mẫu - bí thư Thành ủy Pleiku, chủ tịch HĐND - và bà Vũ Thị Mực, phó bí thư"
        " Huyện ủy, chủ tịch HĐND ở huyện Chư Sê cùng dự."
    )
    assert {one for one in held(found) if one[1] == "Chủ tịch"} == {
        ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân thành phố Pleiku", "attested"),
        ("Vũ Thị Mực", "Chủ tịch", "Hội đồng nhân dân huyện Chư Sê", "attested"),
    }


def test_where_someone_was_born_is_not_whose_the_next_offices_are() -> None:
    found = facts(
        "Tỉnh ủy Sơn La và UBND tỉnh Sơn La họp. Sinh năm 1960 ở xã Mẫu (huyện Vụ Bản, Nam Định), ông Lê"
        " Văn Mẫu từng là"
        " Giám đốc Sở Tài chính."
    )
    names = {one.name for one in found.agencies}
    assert "Sở Tài chính tỉnh Sơn La" in names


def test_a_district_lies_in_the_province_of_its_day() -> None:
    found = facts("Ngày 3-5-2017, UBND huyện A Lưới có tờ trình gửi UBND tỉnh. Việc ở tỉnh Thừa Thiên - Huế.")
    assert "Ủy ban nhân dân tỉnh Thừa Thiên Huế" in {one.name for one in found.agencies}


@pytest.mark.parametrize(
    ("title", "province"),
    [
        ("Sơn La: Khánh thành cầu", "Sơn La"),
        ("Huyện Văn Chấn gặp mặt già làng", "Yên Bái"),
        ("Huyện Mù Cang Chải gặp mặt già làng", "Yên Bái"),
    ],
)
def test_a_place_with_which_the_text_begins_tells_whose_the_bodies_are(title: str, province: str) -> None:
    told = facts(f"{title}\n\nÔng Lê Văn Mẫu, Giám đốc Sở Y tế phát biểu.")
    assert {agency for _, _, agency, _ in held(told)} == {f"Sở Y tế tỉnh {province}"}


@pytest.mark.parametrize(
    ("printed", "label", "province"),
    [
        ("huyện Krông A Na", "huyện Krông Ana", "Đắk Lắk"),
        ("huyện Cư Mgar", "huyện Cư M'gar", "Đắk Lắk"),
        ("huyện M’Drăk", "huyện M'Đrắk", "Đắk Lắk"),
        ("thị xã A Yun Pa", "thị xã Ayun Pa", "Gia Lai"),
        ("huyện Mộc Châu", "huyện Mộc Châu", "Sơn La"),
    ],
)
def test_districts_are_known_by_other_spellings_and_before_they_became_towns(
    printed: str, label: str, province: str
) -> None:
    told = facts(f"Ông Lê Văn Mẫu, Chủ tịch UBND {printed}, và bà Võ Thị Mực, Giám đốc Sở Y tế, phát biểu.")
    assert {agency for _, _, agency, _ in held(told)} == {
        f"Ủy ban nhân dân {label}",
        f"Sở Y tế tỉnh {province}",
    }


def test_the_one_province_whose_body_the_lead_tells_of_is_the_article_s() -> None:
    told = facts(
        "Tổng kết công tác\n\nNgày 12/12, Ban Dân tộc tỉnh Yên Bái tổ chức hội nghị tổng kết. Đến dự có nhiều đại biểu."
        " Việc giải ngân đạt kết quả tốt. Đời sống người dân được nâng lên. Các chính sách được thực hiện đúng. Ông Lê"
        " Văn Mẫu, Giám đốc Sở Nội vụ góp ý."
    )
    assert {agency for _, _, agency, _ in held(told)} == {"Sở Nội vụ tỉnh Yên Bái"}


def test_the_only_province_of_which_a_body_is_named_is_the_home() -> None:
    text = (
        "Họp bàn giải ngân\n\nÔng Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh, vừa chủ trì cuộc họp. Theo báo cáo của Ban"
        " Dân tộc tỉnh Bình Định, đã giải ngân 45%."
    )
    assert ("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bình Định", "attested") in held(facts(text))
