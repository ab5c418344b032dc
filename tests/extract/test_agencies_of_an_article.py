"""Which body each mention means: one row a way of writing, with the reason it is there."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import THRESHOLD, Article

AGENCIES = [
    (
        "Hội nghị của tỉnh Đồng Nai. Bí thư Thành ủy phát biểu tại thành phố Biên Hòa.",
        {"Thành ủy Biên Hòa"},
        "a Thành ủy is a city's, though the article is about a province",
    ),
    ("Việc ở thành phố Hà Nội do Tỉnh ủy quyết định.", set(), "no Tỉnh ủy where only a city is named"),
    (
        "Các tỉnh Sơn La, Lào Cai, Yên Bái đều có ý kiến.",
        set(),
        "places are no agencies",
    ),
    (
        "Bộ Nội vụ lấy ý kiến về Sở Tài chính. Sau đó Hà Nội và Sơn La trả lời.",
        {"Bộ Nội vụ"},
        "of two provinces named later neither is meant by what stands before both",
    ),
    (
        "Ông Nguyễn Văn Thí Dụ, quê ở tỉnh Nam Định, làm việc tại tỉnh Sơn La. UBND tỉnh khen ông.",
        {"Ủy ban nhân dân tỉnh Sơn La"},
        "where someone was born is not what the article is about",
    ),
    (
        "Phó Bí thư Đảng ủy, Chủ tịch UBND xã Tân Mẫu đến dự.",
        {"Đảng ủy xã Tân Mẫu", "Ủy ban nhân dân xã Tân Mẫu"},
        "the Party committee beside the commune's government is the commune's",
    ),
    (
        "Bà Lê Thị Mẫu, Bí thư Đảng ủy, Giám đốc Sở Y tế tỉnh Sơn La. Ông Vũ Văn Mực, Bí thư Đảng ủy Bộ Tham mưu.",
        {"Sở Y tế tỉnh Sơn La", "Đảng ủy Sở Y tế tỉnh Sơn La"},
        "the Party committee of a body that is not known is not that of the one before",
    ),
    (
        "Bà Lê Thị Mẫu, Bí thư Đảng ủy, Giám đốc Sở Y tế tỉnh Sơn La. Ông Vũ Văn Mực là Bí thư Đảng ủy cơ quan.",
        {"Sở Y tế tỉnh Sơn La", "Đảng ủy Sở Y tế tỉnh Sơn La"},
        "nor is that of the agency of an office still to be named",
    ),
    (
        "UBND phường Bến Mẫu và Công an quận Ninh Kiều họp. UBND quận Ninh Kiều nghe Chủ tịch UBND xã trình bày.",
        {"Ủy ban nhân dân phường Bến Mẫu", "Công an quận Ninh Kiều", "Ủy ban nhân dân quận Ninh Kiều"},
        "the committee of a level is not one of another level",
    ),
    (
        "Hôm qua, Báo Thanh Niên và Báo Người Lao Động đưa tin; tờ Lao Động nói khác.",
        {"Báo Thanh Niên", "Báo Người Lao Động", "Báo Lao Động"},
        "newspapers are nobody of the family Báo",
    ),
    (
        "Trường ĐH Y dược - ĐH Huế, Trường ĐH Bách khoa (ĐHQG TP. HCM) và Đại học Kinh tế Đà Nẵng mở ngành mới.",
        {
            "Trường Đại học Y dược, Đại học Huế",
            "Đại học Huế",
            "Trường Đại học Bách khoa, Đại học Quốc gia Thành phố Hồ Chí Minh",
            "Đại học Quốc gia Thành phố Hồ Chí Minh",
            "Trường Đại học Kinh tế, Đại học Đà Nẵng",
        },
        "members of universities, with the university beside them or by their usual names",
    ),
    (
        "Bộ Tư pháp bổ nhiệm Hiệu trưởng Đại học Luật. Ông từng dạy ở ĐH Luật Hà Nội.",
        {"Bộ Tư pháp", "Trường Đại học Luật Hà Nội"},
        "a short name is that of the school that the article names in full",
    ),
    (
        "UBND TP.HCM khen sinh viên ĐH Luật.",
        {"Ủy ban nhân dân thành phố Hồ Chí Minh", "Trường Đại học Luật Thành phố Hồ Chí Minh"},
        "else that of the home province",
    ),
    (
        "Trường Đại học Luật, Đại học Ngoại thương Hà Nội và Đại học Quốc gia Singapore ký kết ở tỉnh Sơn La.",
        {"Trường Đại học Luật", "Trường Đại học Ngoại thương", "Đại học Quốc gia Singapore"},
        "of several schools so named none is meant where neither is near; a city may follow a name that needs none",
    ),
    (
        "Sở Y tế tỉnh Hòa Bình làm việc với Bệnh viện Hòa Bình.",
        {"Sở Y tế tỉnh Hòa Bình", "Bệnh viện Đa khoa tỉnh Hòa Bình"},
        "the hospital of a province is its general hospital",
    ),
    (
        "Sở Y tế tỉnh Hải Dương làm việc với Bệnh viện Hòa Bình.",
        {"Sở Y tế tỉnh Hải Dương", "Bệnh viện Hòa Bình"},
        "elsewhere another hospital may have that name",
    ),
    (
        "Sở Tài nguyên – Môi trưởng tỉnh Sơn La họp.",
        {"Sở Tài nguyên và Môi trường tỉnh Sơn La"},
        "a field with a wrong accent is the field",
    ),
    (
        "Thành ủy TP.HCM họp. Ông Lê Văn Thí Dụ (Bí thư Trung ương Đảng, Trưởng Ban Tuyên giáo) đến dự.",
        {"Thành ủy Hồ Chí Minh", "Ban Bí thư Trung ương Đảng", "Ban Tuyên giáo Trung ương"},
        "the commission that a secretary of the Central Committee heads is the central one",
    ),
    (
        "Bệnh viện Đà Nẵng và Trung tâm Y tế quận Liên Chiểu ở thành phố Đà Nẵng họp.",
        {"Bệnh viện Đa khoa thành phố Đà Nẵng", "Trung tâm Y tế quận Liên Chiểu"},
        "a body named by its place has no other",
    ),
    (
        "Phóng viên Báo Lao Động hỏi Hiệu trưởng Trường ĐH Khoa học xã hội và nhân văn (ĐHQG TP.HCM) ở TP.HCM."
        " Ông Vũ Văn Mực tốt nghiệp Đại học Kinh tế.",
        {
            "Báo Lao Động",
            "Trường Đại học Khoa học xã hội và nhân văn, Đại học Quốc gia Thành phố Hồ Chí Minh",
            "Đại học Quốc gia Thành phố Hồ Chí Minh",
            "Đại học Kinh tế",
        },
        "where someone studied is not where the article is",
    ),
    ("UBND Q. 4 báo cáo UBND H.Củ Chi.", {"Ủy ban nhân dân quận 4", "Ủy ban nhân dân huyện Củ Chi"}, "initials"),
    ("Thanh tra TP Kết luận vụ việc ở Hà Nội.", {"Thanh tra thành phố Hà Nội"}, "a verb after TP is no city"),
    (
        "Sở Y tế tỉnh Sơn La họp. Bà Trần Thị Thí Dụ là trưởng phòng tổ chức cán bộ.",
        {"Sở Y tế tỉnh Sơn La", "Phòng Tổ chức cán bộ, Sở Y tế tỉnh Sơn La"},
        "an office is in the only body of the article that can have it",
    ),
    (
        "Ban Tổ chức cảm ơn Tỉnh ủy Sơn La.",
        {"Tỉnh ủy Sơn La"},
        "who organises an occasion is no Party committee's unit",
    ),
    (
        "Sở QH & KT, Sở Văn hóa - Thể thao tỉnh Sơn La và Bệnh viện Mắt T.Ư họp.",
        {"Sở Văn hóa và Thể thao tỉnh Sơn La", "Sở Quy hoạch - Kiến trúc tỉnh Sơn La", "Bệnh viện Mắt Trung ương"},
        "other marks between the parts of a name, other ways to shorten",
    ),
    (
        "UBND các huyện Tri Tôn, Châu Thành (An Giang) và các Bộ: Y tế, Xây dựng dự họp.",
        {
            "Ủy ban nhân dân huyện Tri Tôn",
            "Ủy ban nhân dân huyện Châu Thành",
            "Bộ Y tế",
            "Bộ Xây dựng",
        },
        "one head for several places, one for several fields",
    ),
    (
        "Công ty TNHH Xử lý chất thải Mẫu Xanh khởi công. Công ty Mẫu Xanh cam kết.",
        {"Công ty Trách nhiệm hữu hạn Xử lý chất thải Mẫu Xanh"},
        "a company is one by its full name and by its proper name",
    ),
    (
        "Sở Y tế tỉnh Sơn La giao Thanh tra Sở xem xét.",
        {"Sở Y tế tỉnh Sơn La", "Thanh tra Sở Y tế tỉnh Sơn La"},
        "a bare Sở is the one named before",
    ),
    (
        "Tỉnh ủy Sơn La họp. Đại hội Đảng bộ tỉnh Bạc Liêu bế mạc, bầu xong Tỉnh ủy.",
        {"Tỉnh ủy Sơn La", "Đảng bộ tỉnh Bạc Liêu", "Tỉnh ủy Bạc Liêu"},
        "an article that goes on to another province means that one's",
    ),
    (
        "UBND TP HCM họp. Thường trực UBND kết luận.",
        {"Ủy ban nhân dân thành phố Hồ Chí Minh", "Thường trực Ủy ban nhân dân thành phố Hồ Chí Minh"},
        "a unit named after the body that it is in",
    ),
    (
        "Chánh Văn phòng UBND tỉnh Sơn La báo cáo.",
        {"Văn phòng Ủy ban nhân dân tỉnh Sơn La"},
        "the office and its body share words",
    ),
    (
        "Ở Sơn La, Ban Chỉ đạo thi THPT quốc gia họp. Chủ tịch hội đồng thi tuyển công chức Lê Văn Mẫu dự.",
        {"Ban Chỉ đạo thi Trung học phổ thông quốc gia tỉnh Sơn La", "Hội đồng thi tuyển công chức tỉnh Sơn La"},
        "boards and councils for a task are of the place that set them up",
    ),
    ("Hội đồng Ví Dụ Mới họp ở Sơn La.", set(), "a council for no listed task"),
    (
        "Sở Y tế và Sở Nội vụ tỉnh Sơn La họp, ông Lê Văn Thí Dụ (trưởng phòng kế toán) nêu ý kiến.",
        {"Sở Y tế tỉnh Sơn La", "Sở Nội vụ tỉnh Sơn La"},
        "of two bodies the nearest is no proof that an office is its own",
    ),
    (
        "Cục Quản lý Dược, Bộ Y tế trả lời.",
        {"Cục Quản lý Dược", "Bộ Y tế"},
        "a body of the list is one with its ministry printed and without",
    ),
]


@pytest.mark.parametrize(("text", "names", "reason"), AGENCIES, ids=[row[2] for row in AGENCIES])
def test_the_agencies_of_an_article(text: str, names: set[str], reason: str) -> None:
    facts = extract(Article(id="x", text=text))
    found = {one.name for one in facts.agencies if one.evidence.confidence >= THRESHOLD}
    assert found == names, reason


def test_words_for_a_unit_are_no_mention_of_the_body_it_is_in() -> None:
    text = "Công an tỉnh Hòa Bình vào cuộc. Cơ quan Cảnh sát điều tra tỉnh Hòa Bình đã khởi tố vụ án."
    (police,) = (one for one in extract(Article(id="a", text=text)).agencies if one.type == "cong-an")
    assert [span.of(text) for span in police.evidence.spans] == ["Công an tỉnh Hòa Bình"]


def test_words_that_a_list_completes_are_no_name_for_any_text() -> None:
    text = "Thành ủy, HĐND, UBND TP Đà Nẵng họp."
    forms = {one.name: one.alternatives for one in extract(Article(id="a", text=text)).agencies}
    assert forms["Hội đồng nhân dân thành phố Đà Nẵng"] == ()
    assert forms["Ủy ban nhân dân thành phố Đà Nẵng"] == ("UBND TP Đà Nẵng",)
