"""Names of their own that bodies have: where they end. One row a way of writing, with the reason it is there."""

from __future__ import annotations

import pytest

from lienket.extract.grammar.passage import passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading
from lienket.extract.grammar.scan import scan
from lienket.language.sentences import sentences
from lienket.language.tokens import tokenise


def agencies(text: str) -> list[str]:
    """Return the agencies that the grammar reads in `text`, those of offices included, each with its parent."""
    tokens = tokenise(text)
    found: list[AgencyReading] = []
    for one in scan(passage(tokens, sentences(tokens))):
        if isinstance(one, AgencyReading):
            found.append(one)
        elif isinstance(one, PersonReading):
            found.extend(role.agency for role in one.roles if role.agency is not None)
    return [f"{one.name} ^{one.parent.name}" if one.parent else one.name for one in found]


NAMES = [
    ("Trung tâm Hợp tác quốc tế đón khách.", ["Trung tâm Hợp tác quốc tế"], "a word is not cut after its capital"),
    (
        "Công ty TNHH Xử lý chất thải Mẫu Xanh nêu ý kiến.",
        ["Công ty Trách nhiệm hữu hạn Xử lý chất thải Mẫu Xanh"],
        "words of the language in small letters stand before the proper name",
    ),
    (
        "Công ty cổ phần công nghệ Mẫu Xanh nêu ý kiến.",
        ["Công ty Cổ phần công nghệ Mẫu Xanh"],
        "the trade stands in small letters",
    ),
    ("Công ty Mẫu Xanh bảo vệ rừng.", ["Công ty Mẫu Xanh"], "after a proper name small letters end the name"),
    ("Trung tâm Hỗ trợ đầu tư, ông nói.", ["Trung tâm Hỗ trợ đầu tư"], "a verb belongs to the name before a mark"),
    ("Trung tâm Hợp tác xây dựng nhà mới.", ["Trung tâm Hợp tác"], "a verb before more words is the sentence's"),
    ("Giám đốc Bệnh viện 915 Phan Văn Mẫu đến.", ["Bệnh viện 915"], "who heads it is named after it"),
    (
        "Học sinh Trường THPT Lê Văn Mẫu đến.",
        ["Trường Trung học phổ thông Lê Văn Mẫu"],
        "schools have names of people",
    ),
    ("Lễ ở Trường THCS Mẫu Xanh - Ảnh: B.A.", ["Trường Trung học cơ sở Mẫu Xanh"], "a caption ends"),
    ("Hội An đón khách, Trường Sa xanh.", [], "places begin with words that are heads too"),
    ("Ông Trần Trường Chinh và anh Trường Giang.", [], "given names begin with a word that is a head too"),
    ("Trung tâm Thông tin Bộ Y tế đưa tin.", ["Trung tâm Thông tin ^Bộ Y tế"], "a ministry ends the name"),
    (
        "Hiệp hội và doanh nghiệp cùng đến.",
        [],
        "no name begins with a joint",
    ),
    ("Họp tại Trung tâm Hội nghị quốc gia, ra Cảng hàng không Nội Bài.", [], "places where one meets or leaves"),
    ("Họp toàn bộ Công an tỉnh Sơn La.", ["Công an"], "'bộ' is part of another word"),
    (
        "Ủy viên Bộ Chính trị - Bí thư Thành ủy đến.",
        ["Bộ Chính trị", "Thành ủy"],
        "a title after the dash is no field of a ministry",
    ),
    (
        "Tổng công ty Nông nghiệp Sài Gòn - TNHH MTV báo cáo.",
        ["Tổng công ty Nông nghiệp Sài Gòn"],
        "a form of law after a firm of the list is no part of its name",
    ),
    ("Lãnh đạo công ty FPT đến.", ["Tập đoàn FPT"], "a firm of the list after another word for firm"),
    (
        "Vụ Vận tải (Bộ Giao thông vận tải) báo cáo.",
        ["Vụ Vận tải ^Bộ Giao thông vận tải"],
        "the parent stands in brackets",
    ),
    ("Chủ tịch UBND quận, phường cùng dự.", [], "levels in a row mean no one unit"),
    ("Tại UBND phường Đoàn Kết.", ["Ủy ban nhân dân"], "a known ward is no youth union"),
    ("Chủ tịch hiệp hội taxi Mẫu Xanh trả lời.", ["Hiệp hội taxi Mẫu Xanh"], "a head in small letters that has a name"),
    ("Thăm các công ty Nhật Bản và đại học Sư phạm.", [], "heads in small letters that mean many"),
    ("Hiệp hội Du lịch Đà Nẵng họp.", ["Hiệp hội Du lịch"], "the place is no part of the name"),
    ("Hiệp hội đánh giá năm 2019 cao.", [], "a verb in small letters begins no association's name"),
    (
        "Ký với Bộ Giáo dục, Văn hóa, Thể thao, Khoa học và Công nghệ Nhật Bản.",
        ["Bộ Giáo dục, Văn hóa, Thể thao, Khoa học và Công nghệ"],
        "a foreign ministry has fields that no ministry of Việt Nam has",
    ),
    ("Bộ trưởng Bộ Công Thương Trần Tuấn Anh đến.", ["Bộ Công Thương"], "the minister's given name is no country"),
    ("Ngành Công an và các nước ASEAN hợp tác.", [], "branches and blocs are no bodies"),
    ("Hiệp hội Thép VN, Trường Đại học Mẫu VN họp.", ["Hiệp hội Thép Việt Nam", "Trường Đại học Mẫu Việt Nam"], "VN"),
    ("Theo báo Infonet và Trung tâm Tin hiệu.", ["Infonet"], "a paper of the list; a word cut in two"),
    ("Ban Quản lý đường sắt đô thị đã báo cáo.", ["Ban Quản lý đường sắt đô thị"], "a name in small letters"),
    ("Đại sứ quán Việt Nam tại Lào đón đoàn.", ["Đại sứ quán Việt Nam tại Lào"], "a mission is named by its seat"),
    ("Họp với Phòng Tham mưu – Công an tỉnh Sơn La.", ["Phòng Tham mưu ^Công an"], "a unit before a dash"),
    ("Đoàn Thanh niên các tỉnh Sơn La, Lào Cai.", [], "many bodies of one kind"),
    (
        "Ông Lê Văn Mẫu, Viện trưởng Viện nghiên cứu lúa mùa, cho biết.",
        ["Viện nghiên cứu lúa mùa"],
        "after an office a name in small letters ends at a mark",
    ),
    ("Ông Lê Văn Mẫu, Chủ tịch Hội di truyền học Việt Nam, nói.", ["Hội di truyền học Việt Nam"], "or with a country"),
    (
        "Ông Lê Văn Mẫu, Chi cục trưởng Chi cục Nuôi ong tỉnh Sơn La nói.",
        ["Chi cục Nuôi ong"],
        "or before a place, a branch that no list has",
    ),
    ("Ông Lê Văn Mẫu, Giám đốc Trung tâm chủ trì cuộc họp, bà An dự.", ["Trung tâm"], "what someone does is no name"),
    ("Ông Lê Văn Mẫu, Phó Viện trưởng Viện lúa, ngô và khoai.", [], "a list may go on the name"),
    ("Bà An, Phó Chủ tịch Hội Nguyễn Thị Mẫu.", [], "nor is who has the office"),
    ("Ông An, Trưởng ban Chỉ đạo thi THPT và ông Lê Văn Mẫu nói.", ["Ban Chỉ đạo thi THPT"], "nor who is named next"),
    ("Ông An, Trưởng phòng Ban Quản lý chợ Mẫu.", ["Ban Quản lý chợ Mẫu"], "a unit that is not named"),
    ("Trưởng ban Kiểm phiếu Lê Văn Mẫu đọc.", ["Ban Kiểm phiếu"], "bodies that count where someone heads them"),
    ("Ban kiểm phiếu đọc, sân bay Mẫu mở.", [], "and nowhere else"),
    ("Ông An, Tư lệnh quân khu 3, đến.", ["Quân khu 3"], "after an office a number is enough"),
    ("Ông An, Chủ nhiệm đoàn luật sư tỉnh Sơn La, đến.", ["Đoàn Luật sư"], "or a place after a head in small letters"),
    (
        "Giáo hội Phật giáo Việt Nam - Trưởng lão Hòa thượng Thích Mẫu đến.",
        ["Giáo hội Phật giáo Việt Nam"],
        "a dignity after a dash is no part of the name",
    ),
    ("Chuyên đề Phòng chống tham nhũng huyện Sơn Tịnh.", [], "to fight corruption is no office of a district"),
]


@pytest.mark.parametrize(("text", "names", "reason"), NAMES, ids=[row[2] for row in NAMES])
def test_a_name_of_its_own_ends_where_it_ends(text: str, names: list[str], reason: str) -> None:
    assert agencies(text) == names, reason
