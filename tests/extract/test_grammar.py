"""The grammar of people, offices, agencies and places: one row a way of writing, with the reason it is there."""

from __future__ import annotations

import pytest

from lienket.extract.grammar.passage import Passage, passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading, Reading
from lienket.extract.grammar.scan import scan
from lienket.language.sentences import sentences
from lienket.language.tokens import tokenise


def read(text: str) -> tuple[Passage, list[Reading]]:
    """Return what the grammar reads in `text`."""
    tokens = tokenise(text)
    prose = passage(tokens, sentences(tokens))
    return prose, scan(prose)


def people(text: str) -> list[PersonReading]:
    return [one for one in read(text)[1] if isinstance(one, PersonReading)]


def agency_words(reading: AgencyReading | None) -> str | None:
    """Return an agency as "name @place ^parent"."""
    if reading is None:
        return None
    place = f" @{reading.place.kind or ''} {reading.place.name or ''}".rstrip() if reading.place else ""
    parent = f" ^{agency_words(reading.parent)}" if reading.parent else ""
    return reading.name + place + parent


def offices(reading: PersonReading) -> list[tuple[str, str | None]]:
    return [(role.title.role, agency_words(role.agency)) for role in reading.roles]


PEOPLE = [
    ("Ông Nguyễn Văn Thí Dụ phát biểu.", "Nguyễn Văn Thí Dụ", "honorific before the name"),
    ("Đồng chí Y Mẫu Niê phát biểu.", "Y Mẫu Niê", "a one-letter prefix begins an Ê Đê name"),
    ("Bà H'Mẫu Kđoh phát biểu.", "H'Mẫu Kđoh", "an apostrophe stands inside the name"),
    ("Đại tá Giàng A Mẫu chỉ huy đơn vị.", "Giàng A Mẫu", "a rank licenses a Mông name with a one-letter syllable"),
    ("PGS.TS Trần Thị Ví Dụ chủ trì.", "Trần Thị Ví Dụ", "a degree with a stop inside"),
    ("Chủ tịch UBND tỉnh Hồ Văn Mẫu chủ trì.", "Hồ Văn Mẫu", "after 'tỉnh' a family name begins a person, not a place"),
    ("Bí thư Thành ủy Hà Nội Nguyễn Văn Mẫu dự họp.", "Nguyễn Văn Mẫu", "the place is read before the name"),
    ("ôngTrần Văn Mẫu phát biểu.", "Trần Văn Mẫu", "words glued by copying are parted"),
    ("Chủ tịch Hồ Chí Minh đọc Tuyên ngôn Độc lập.", "Hồ Chí Minh", "the first President, not the city's chairman"),
    ("Bí thư Thành ủy thành phố Hà Nội, Lê Thị Mẫu - người đến sớm.", "Lê Thị Mẫu", "'thành phố' is no street"),
    ("Thủ tướng Lee Nak - yon đến.", "Lee Nak-yon", "a hyphen that print sets apart"),
    ("Đồng chí Mi-xen Thí-đu-ban Mẫu-rơ-nan đến.", "Mi-xen Thí-đu-ban Mẫu-rơ-nan", "a name transcribed by syllables"),
    ("Ông Trần Văn Mẫu-phó giám đốc sở đến.", "Trần Văn Mẫu", "a hyphen before an office joins no syllable"),
    ("Tổng thống Nga V.Mẫu-rin đến.", "V.Mẫu-rin", "an initial before a name transcribed"),
    ("Tổng thống Nga V. Maurin đến.", "V. Maurin", "an initial set apart ends no sentence"),
    ("Anh Trần Văn Được cũng đến.", "Trần Văn Được", "a word that opens sentences is a given name after 'Văn'"),
    (
        "Ông Lê Văn Mẫu (Lê Mẫu - Sinh năm 1960), Giám đốc Sở Nội vụ.",
        "Lê Văn Mẫu",
        "another name and birth in brackets",
    ),
    ("Tổng thống Đức Frank-Walter Maurin đến.", "Frank-Walter Maurin", "a hyphen joins two names of the West"),
    ("Chủ tịch nước Hoàng Đức Mẫu đến.", "Hoàng Đức Mẫu", "a family name is no part of a state's full name"),
    (
        "Thủ tướng Chính phủ Hoàng gia Campuchia Samdech Hun Maurin đến.",
        "Hun Maurin",
        "a title of honour",
    ),
    ("Bà Từ Thị Mẫu đến.", "Từ Thị Mẫu", "a family name that is a preposition too"),
    ("Ông Ngu\u200byễn Văn Mẫu đến.", "Nguyễn Văn Mẫu", "a character of no width inside the name"),
    ("Ông Lê Văn Mẫu, sinh ngày 2 tháng 3 năm 1960, Giám đốc Sở Nội vụ.", "Lê Văn Mẫu", "birth stands between"),
]


@pytest.mark.parametrize(("text", "name", "reason"), PEOPLE, ids=[row[2] for row in PEOPLE])
def test_a_name_is_read_whole(text: str, name: str, reason: str) -> None:
    assert [one.name.name for one in people(text) if one.name] == [name], reason


NO_PERSON = [
    ("Xe chạy trên đường Nguyễn Văn Mẫu sáng nay.", "a street named after someone"),
    ("Học sinh trường Trần Văn Mẫu dự thi.", "a school named after someone"),
    ("Trưởng Ban Quản lý Khu kinh tế mở đến.", "a body's name goes on in small letters"),
    ("Ủy viên Đảng Cộng sản Cuba đến.", "a party is no person"),
    ("Học sinh Trường Trung học Phổ thông Ví Dụ đến.", "a school is no pupil"),
    ("Trả lời phóng viên Tuổi Trẻ sáng nay.", "the reporter's paper"),
    ("Đoàn thăm đền Bà Chúa Mẫu.", "a temple's lady"),
    ("Tân sinh viên Khánh Hòa nhập học.", "a province's students"),
    ("Lễ viếng tại số 5 Trần Văn Mẫu, nhà 5A Hoàng Mẫu Diệu.", "the number of a house stands before a street"),
    ("Đoàn vào viếng Lăng Chủ tịch Hồ Chí Minh.", "a monument's name holds an office and a name"),
    ("Trưởng thôn Tân Mẫu trả lời.", "a hamlet's name"),
    ("Bí thư Đoàn Trường Đại học Ví Dụ trả lời.", "a family name begins the name of a body"),
    ("Quang Mẫu Quang Mẫu", "a byline printed twice"),
    ("Ba nước Đông Dương Việt Nam - Lào - Campuchia.", "the end of a region's name and a country"),
    ("Cán bộ Đoàn trẻ đến.", "the Youth Union"),
    ("Dự án tại 76 Trần Văn Mẫu, quận 4; thôn An Quang Mẫu.", "houses and hamlets"),
    ("Từ Củ Chi về trung tâm. Vì Trường Sa thân yêu.", "prepositions before places are family names too"),
    ("Mưa lớn tại Quảng Xương, Nông Cống Như Thanh.", "two districts whose comma print forgot"),
    ("Lễ do Thị Đoàn Đông Mẫu mở.", "the head of a body, all in capitals"),
    ("Dân xây tượng Bà Chúa Mẫu.", "a statue's lady"),
    ("Đoàn đến Thừa Thiên Huế và Bà Rịa.", "places begin with words that are family names too"),
]


@pytest.mark.parametrize(("text", "reason"), NO_PERSON, ids=[row[1] for row in NO_PERSON])
def test_what_is_named_after_people_is_no_person(text: str, reason: str) -> None:
    assert [one.name for one in people(text) if one.name] == [], reason


OFFICES = [
    (
        "Đồng chí Lê Văn Mẫu - Ủy viên UBND tỉnh, Trưởng Ban Dân tộc, dự họp.",
        [("Ủy viên", "Ủy ban nhân dân @tỉnh"), ("Trưởng ban", "Ban Dân tộc")],
        "a title eats the head of its agency: Trưởng [Ban Dân tộc]",
    ),
    (
        "Ông Lê Văn Mẫu (Phó phòng Giáo dục và Đào tạo huyện Tri Tôn) có mặt.",
        [("Phó Trưởng phòng", "Phòng Giáo dục và Đào tạo @huyện Tri Tôn")],
        "brackets part the office from the name",
    ),
    (
        "Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu kết luận.",
        [("Phó Bí thư", "Tỉnh ủy @tỉnh Bạc Liêu"), ("Chủ tịch", "Ủy ban nhân dân @tỉnh Bạc Liêu")],
        "two offices before one name",
    ),
    (
        "Ông Trần Văn Mẫu, Phó Chủ tịch kiêm Tổng Thư ký Hội Luật gia Việt Nam, trả lời.",
        [("Phó Chủ tịch", "Hội Luật gia Việt Nam"), ("Tổng Thư ký", "Hội Luật gia Việt Nam")],
        "kiêm: two offices share the agency",
    ),
    (
        "Ông Trần Văn Mẫu, Trưởng ban, Ủy viên UBND tỉnh, trả lời.",
        [("Trưởng ban", None), ("Ủy viên", "Ủy ban nhân dân @tỉnh")],
        "the head of a board does not head the committee he sits on",
    ),
    (
        "Bộ trưởng Y tế Trần Văn Mẫu trả lời.",
        [("Bộ trưởng", "Bộ Y tế")],
        "the ministry is named by its field",
    ),
    (
        "Ông Trần Văn Mẫu, Chánh Văn phòng Bộ Xây dựng, trả lời.",
        [("Chánh Văn phòng", "Văn phòng ^Bộ Xây dựng")],
        "the title names the office inside the ministry",
    ),
    (
        "Chủ tịch huyện Tri Tôn Trần Văn Mẫu trả lời.",
        [("Chủ tịch", "Ủy ban nhân dân @huyện Tri Tôn")],
        "who chairs a district chairs its people's committee",
    ),
    (
        "Bí thư phường Bưởi Trần Văn Mẫu trả lời.",
        [("Bí thư", "Đảng ủy @phường Bưởi")],
        "the secretary of a place is of its Party committee",
    ),
    (
        "Phó phòng Tham mưu, Công an tỉnh Thái Bình Trần Văn Mẫu trả lời.",
        [("Phó Trưởng phòng", "Phòng Tham mưu ^Công an @tỉnh Thái Bình")],
        "in an office a comma may stand before what the unit is in",
    ),
    (
        "Phần trả lời của Bộ trưởng Bộ Y tế, Chủ tịch Quốc hội Trần Thị Mẫu kết luận.",
        [("Bộ trưởng", "Bộ Y tế")],
        "no one is minister and chairs the Assembly: the second office is the next one's",
    ),
    (
        "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Trần Văn Mẫu trả lời.",
        [("Bộ trưởng", None), ("Chủ nhiệm", "Văn phòng Chính phủ")],
        "a minister is of a ministry or of none",
    ),
    (
        "Phó Chánh Văn phòng Ủy ban Chứng khoán Nhà nước Trần Văn Mẫu trả lời.",
        [("Phó Chánh Văn phòng", "Văn phòng ^Ủy ban Chứng khoán Nhà nước")],
        "'phòng' inside 'văn phòng' is no office",
    ),
    (
        "Cục trưởng THADS Hà Nội Trần Văn Mẫu trả lời.",
        [("Cục trưởng", "Cục Thi hành án dân sự @ Hà Nội")],
        "a department is named by its field too, and by its place",
    ),
    (
        "Bộ trưởng bộ GTVT Trần Văn Mẫu trả lời.",
        [("Bộ trưởng", "Bộ Giao thông vận tải")],
        "after a title the head of the body may be small",
    ),
    (
        "Ông Trần Văn Mẫu, Bí thư Huyện uỷ Phong Điền, trả lời.",
        [("Bí thư", "Huyện ủy @huyện Phong Điền")],
        "two provinces have a district of this name; the head tells that it is one",
    ),
    (
        "Ông Trần Văn Mẫu, Chủ tịch HĐQT Công ty Cổ phần Ví Dụ, trả lời.",
        [("Chủ tịch", "Hội đồng quản trị ^Công ty Cổ phần Ví Dụ")],
        "who chairs a board is its chair",
    ),
    (
        "TS Trần Văn Mẫu, phó trưởng khoa hồi sức tích cực Bệnh viện Ví Dụ, trả lời.",
        [("Phó Trưởng khoa", "Khoa Hồi sức tích cực ^Bệnh viện Ví Dụ")],
        "a department of a hospital, in small letters",
    ),
    (
        "Phó Thủ tướng Trần Văn Mẫu, Bộ trưởng các Bộ Y tế, Tài chính trả lời.",
        [("Phó Thủ tướng", "Chính phủ")],
        "ministers in the plural are others",
    ),
    (
        "Đại tá Trần Văn Mẫu, Phó Giám đốc, Thủ trưởng Cơ quan CSĐT Công an tỉnh Bạc Liêu, trả lời.",
        [
            ("Phó Giám đốc", "Công an @tỉnh Bạc Liêu"),
            ("Thủ trưởng", "Cơ quan Cảnh sát điều tra ^Công an @tỉnh Bạc Liêu"),
        ],
        "an office is of what the next one's unit is in, where the unit has none such",
    ),
    (
        "Ông Trần Văn Mẫu, Phó Vụ trưởng Vụ Pháp luật, Văn phòng Quốc hội, trả lời.",
        [("Phó Vụ trưởng", "Vụ Pháp luật ^Văn phòng Quốc hội")],
        "the Assembly's office has departments as ministries have",
    ),
    (
        "Ông Trần Văn Mẫu, Vụ trưởng Quản lý doanh nghiệp, Bộ Thông tin và Truyền thông, trả lời.",
        [("Vụ trưởng", "Vụ Quản lý doanh nghiệp ^Bộ Thông tin và Truyền thông")],
        "a department named by its field alone, then its ministry",
    ),
    (
        "Ông Trần Văn Mẫu, Bí thư Đảng đoàn, Bí thư Đảng ủy cơ quan, Chủ tịch Hội Luật gia Việt Nam, trả lời.",
        [
            ("Bí thư", "Đảng đoàn ^Hội Luật gia Việt Nam"),
            ("Bí thư", "Đảng ủy ^Hội Luật gia Việt Nam"),
            ("Chủ tịch", "Hội Luật gia Việt Nam"),
        ],
        "Party bodies are those of the body whose office comes last",
    ),
    (
        "Ông Trần Văn Mẫu, Bí thư Đảng ủy Bộ Tham mưu, Đại tá, Phó Tham mưu trưởng Quân khu 4, trả lời.",
        [("Bí thư", "Đảng ủy ^Bộ Tham mưu"), ("Phó Tham mưu trưởng", "Quân khu 4")],
        "a rank stands between two offices",
    ),
    (
        "Ông Trần Văn Mẫu, Trưởng phòng Phòng, chống tệ nạn xã hội, Sở Y tế, trả lời.",
        [("Trưởng phòng", "Phòng Phòng, chống tệ nạn xã hội ^Sở Y tế")],
        "the field begins with the word for office",
    ),
    (
        "Đại sứ Nhật Bản tại Việt Nam Trần Văn Mẫu trả lời.",
        [("Đại sứ", "Đại sứ quán Nhật Bản tại Việt Nam")],
        "an ambassador heads the embassy, where both countries are named",
    ),
    (
        "Tổng Lãnh sự nước Cộng hòa Dân chủ Nhân dân Lào tại Đà Nẵng Trần Văn Mẫu trả lời.",
        [("Tổng Lãnh sự", "Tổng Lãnh sự quán Lào tại Đà Nẵng")],
        "a consul general, by the country's full name",
    ),
    (
        "Với vai trò Bí thư Đảng ủy, ông Trần Văn Mẫu - Giám đốc Sở Y tế tỉnh Bạc Liêu trả lời.",
        [("Bí thư", "Đảng ủy ^Sở Y tế @tỉnh Bạc Liêu"), ("Giám đốc", "Sở Y tế @tỉnh Bạc Liêu")],
        "a Party committee of which nothing is said is that of the body which its secretary leads",
    ),
    (
        "Ông Trần Văn Mẫu, Đảng ủy viên, Bí thư Chi bộ, Vụ trưởng Vụ Pháp chế Bộ Y tế, trả lời.",
        [
            ("Ủy viên", "Đảng ủy ^Bộ Y tế"),
            ("Bí thư", "Chi bộ ^Vụ Pháp chế ^Bộ Y tế"),
            ("Vụ trưởng", "Vụ Pháp chế ^Bộ Y tế"),
        ],
        "a ministry has a Party committee, its department a cell",
    ),
    (
        "Ông Trần Văn Mẫu, Ủy viên Ban Chấp hành Đảng bộ Sở Y tế, trả lời.",
        [("Ủy viên", "Đảng ủy ^Sở Y tế")],
        "members of its executive committee are of the Party committee",
    ),
    (
        "Ông Trần Văn Mẫu, Ủy viên Thường vụ Tỉnh ủy Bạc Liêu, trả lời.",
        [("Ủy viên", "Ban Thường vụ ^Tỉnh ủy @ Bạc Liêu")],
        "a member of a standing committee",
    ),
    (
        "Ông Trần Văn Mẫu, Thành viên HĐTV, Tổng Giám đốc Công ty TNHH Thí Dụ, trả lời.",
        [
            ("Thành viên", "Hội đồng thành viên ^Công ty Trách nhiệm hữu hạn Thí Dụ"),
            ("Tổng Giám đốc", "Công ty Trách nhiệm hữu hạn Thí Dụ"),
        ],
        "the board is that of the company named after the next office",
    ),
    (
        "Phó Trưởng phòng Trọng án, Cục Cảnh sát hình sự Trần Văn Mẫu trả lời.",
        [("Phó Trưởng phòng", "Phòng Trọng án ^Cục Cảnh sát hình sự")],
        "an office of a name that no list has goes up to the comma before its body",
    ),
    (
        "Trưởng phòng Kế hoạch Tài chính Bùi Thành Mẫu trả lời.",
        [("Trưởng phòng", "Phòng Kế hoạch - Tài chính")],
        "offices are not named after people",
    ),
    (
        "Tổng Giám đốc Bảo hiểm xã hội (BHXH) Việt Nam Trần Văn Mẫu trả lời.",
        [("Tổng Giám đốc", "Bảo hiểm xã hội Việt Nam")],
        "an abbreviation told in brackets does not part a name",
    ),
    (
        "Trưởng phòng Cảnh sát hình sự (PC45) Công an tỉnh Bạc Liêu Trần Văn Mẫu trả lời.",
        [("Trưởng phòng", "Phòng Cảnh sát hình sự ^Công an @tỉnh Bạc Liêu")],
        "nor does the number of a unit of the police",
    ),
    (
        "Ông Trần Văn Mẫu, Thạc sĩ, Bác sĩ y khoa, Giám đốc Sở Y tế, trả lời.",
        [("Giám đốc", "Sở Y tế")],
        "degrees stand between a name and its office",
    ),
    (
        "Bí thư Đoàn phường Bưởi Trần Văn Mẫu trả lời.",
        [("Bí thư", "Phường đoàn @phường Bưởi")],
        "the Youth Union of a ward in the other order of words",
    ),
    (
        "Chủ nhiệm Ủy ban Kiểm tra Trung ương Đoàn Trần Văn Mẫu trả lời.",
        [("Chủ nhiệm", "Ủy ban Kiểm tra ^Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh")],
        "an organ of the Youth Union is not the Party's",
    ),
    (
        "Trưởng khoa Tim mạch - Lồng ngực, Bệnh viện Ví Dụ Trần Văn Mẫu trả lời.",
        [("Trưởng khoa", "Khoa Tim mạch - Lồng ngực ^Bệnh viện Ví Dụ")],
        "a dash joins the parts of a department's field",
    ),
    (
        "Bộ trưởng Ngoại giao và Đối ngoại Sri Lanka Vasu Maurin trả lời.",
        [("Bộ trưởng", "Bộ Ngoại giao và Đối ngoại")],
        "a foreign ministry's field goes on up to its country",
    ),
    ("Bộ trưởng Nông nghiệp Cao Đức Mẫu trả lời.", [("Bộ trưởng", "Bộ Nông nghiệp và Phát triển nông thôn")], "no Đức"),
    (
        "Ông Trần Văn Mẫu, Ủy viên Ban Chấp hành Đảng bộ, Phó Chủ tịch UBND xã Mường Lý, trả lời.",
        [("Ủy viên", "Đảng ủy @xã Mường Lý"), ("Phó Chủ tịch", "Ủy ban nhân dân @xã Mường Lý")],
        "the Party committee beside a government is that of the place",
    ),
    (
        "Đồn trưởng Đồn Biên phòng cửa khẩu quốc tế Ví Dụ Trần Văn Mẫu trả lời.",
        [("Đồn trưởng", "Đồn Biên phòng cửa khẩu quốc tế Ví Dụ")],
        "words in small letters begin the name of a border post",
    ),
    ("Trưởng phòng Chống tham nhũng Trần Văn Mẫu trả lời.", [("Trưởng phòng", None)], "a unit is not its head's name"),
    (
        "Thứ trưởng Bộ Ngoại giao Trần Văn Mẫu, Ngoại trưởng Mỹ cho rằng nên làm.",
        [("Thứ trưởng", "Bộ Ngoại giao")],
        "another state's minister is someone else",
    ),
    (
        "Ông Trần Văn Mẫu, Trưởng đoàn thanh tra, trả lời.",
        [("Trưởng đoàn", None)],
        "a team that inspects is no inspectorate",
    ),
    ("Đại sứ Việt Nam Trần Văn Mẫu trả lời.", [("Đại sứ", None)], "no mission without the country where it is"),
    (
        "Chủ tịch Thượng viện Hà Lan Trần Văn Mẫu trả lời.",
        [("Chủ tịch", "Thượng viện")],
        "a house of a foreign parliament",
    ),
    ("Tỉnh ủy viên Trần Văn Mẫu trả lời.", [("Ủy viên", "Tỉnh ủy")], "a member's title holds its committee"),
    ("Thủ tướng Trần Văn Mẫu trả lời.", [("Thủ tướng", "Chính phủ")], "a title that only one body has"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), OFFICES, ids=[row[2] for row in OFFICES])
def test_offices_are_read_with_their_agencies(text: str, expected: list[tuple[str, str | None]], reason: str) -> None:
    assert offices(people(text)[0]) == expected, reason


def test_offices_before_the_next_name_are_the_next_ones() -> None:
    first, second = people("Dự có Thứ trưởng Bộ Y tế Lê Văn Mẫu, Phó Bí thư Thành ủy Hà Nội Trần Văn Thí Dụ.")
    assert offices(first) == [("Thứ trưởng", "Bộ Y tế")]
    assert offices(second) == [("Phó Bí thư", "Thành ủy @ Hà Nội")]


def test_a_name_ends_before_the_next_honorific() -> None:
    found = people("Ông Trần Mẫu Sơn Bà Lê Mực đến.")
    assert [one.name.name for one in found if one.name] == ["Trần Mẫu Sơn", "Lê Mực"]


def test_two_offices_joined_by_and_before_a_name_are_of_two_people() -> None:
    first, second = people("Tranh luận giữa Bộ trưởng Bộ Y tế và Chủ tịch HĐND tỉnh Bạc Liêu Trần Thị Mẫu.")
    assert (first.name, offices(first)) == (None, [("Bộ trưởng", "Bộ Y tế")])
    assert offices(second) == [("Chủ tịch", "Hội đồng nhân dân @tỉnh Bạc Liêu")]


def test_offices_of_another_state_are_not_of_who_is_named_before() -> None:
    someone, *_ = people("Gặp Tổng thống Nga Vasily Mẫu, Thủ tướng Nhật Bản, Thủ tướng Canada.")
    assert [role.title.role for role in someone.roles] == ["Tổng thống"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("nguyên Chủ tịch UBND tỉnh Bạc Liêu Trần Văn Mẫu", "former"),
        ("Nguyên Giám đốc Sở Nội vụ Trần Văn Mẫu", "former"),
        ("quyền Giám đốc Sở Nội vụ Trần Văn Mẫu", "acting"),
        ("tân Giám đốc Công an tỉnh Trần Văn Mẫu", "appointed"),
        ("Giám đốc Sở Nội vụ Trần Văn Mẫu", "attested"),
    ],
)
def test_a_word_before_the_title_tells_its_status(text: str, status: str) -> None:
    assert [str(role.status) for role in people(text)[0].roles] == [status]


AGENCIES = [
    ("UBND TP.HCM họp.", "Ủy ban nhân dân @thành phố Hồ Chí Minh", "abbreviations of body and place"),
    ("Sở GD-ĐT tỉnh Gia Lai họp.", "Sở Giáo dục và Đào tạo @tỉnh Gia Lai", "abbreviated field"),
    ("Sở Văn hoá, thể thao và du lịch họp.", "Sở Văn hóa, Thể thao và Du lịch", "comma and 'và' inside the name"),
    ("sở Nội vụ họp.", "Sở Nội vụ", "a head in small letters before a known field"),
    ("Ban Tổ chức Tỉnh ủy Yên Bái họp.", "Ban Tổ chức ^Tỉnh ủy @ Yên Bái", "a board of a committee"),
    ("Phòng Nội vụ thuộc UBND huyện Tri Tôn họp.", "Phòng Nội vụ ^Ủy ban nhân dân @huyện Tri Tôn", "'thuộc' links"),
    ("Ban Dân tộc HĐND tỉnh họp.", "Ban Dân tộc ^Hội đồng nhân dân @tỉnh", "not the department of the same name"),
    ("Phòng Tuyên truyền và Địa bàn", "Phòng Tuyên truyền và Địa bàn", "a field that no list has, with small letters"),
    ("Hội Xuất bản họp.", "Hội Xuất bản", "a word whose second syllable is small is not cut"),
    ("Bệnh viện Ví Dụ 6.597 người", "Bệnh viện Ví Dụ", "a count is no part of a name"),
    ("Bệnh viện 108 họp.", "Bệnh viện Trung ương Quân đội 108", "a number is the name"),
    ("Chính phủ họp.", "Chính phủ", "one capital is enough where a sentence begins"),
    ("Uỷ ban kiểm tra trung ương họp.", "Ủy ban Kiểm tra Trung ương", "old tone marks and small letters"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), AGENCIES, ids=[row[2] for row in AGENCIES])
def test_agencies_are_read_with_place_and_parent(text: str, expected: str, reason: str) -> None:
    found = [one for one in read(text)[1] if isinstance(one, AgencyReading)]
    assert [agency_words(one) for one in found] == [expected], reason


@pytest.mark.parametrize(
    "text", ["Trụ sở công an ở gần đó.", "cán bộ cơ sở Nội vụ", "các sở, ban, ngành, đoàn thể", "Cả phòng im lặng."]
)
def test_common_words_are_no_agencies(text: str) -> None:
    assert [one for one in read(text)[1] if isinstance(one, AgencyReading) and one.name.startswith("Sở")] == []


@pytest.mark.parametrize(
    "text",
    [
        "HĐND các cấp thực hiện.",
        "UBND các huyện thực hiện.",
        "Các Sở Y tế phải thực hiện.",
        "Tuổi trẻ dũng cảm.",
        "Hội trường Thống Nhất đông người.",
    ],
)
def test_no_particular_body_is_named(text: str) -> None:
    assert [one.name for one in read(text)[1] if isinstance(one, AgencyReading)] == []


def test_a_foreign_body_is_no_body_of_viet_nam() -> None:
    found = [one for one in read("Quốc hội Lào họp.")[1] if isinstance(one, AgencyReading)]
    assert [(one.name, one.country) for one in found] == [("Quốc hội", "Lào")]
    (holder,) = people("Ủy viên Bộ Chính trị Đảng Cộng sản Cuba Lê Văn Mẫu đến.")
    assert holder.roles[0].agency is not None
    assert holder.roles[0].agency.country == "Đảng Cộng sản Cuba"


PLACES = [
    ("tại huyện Tri Tôn", ("huyện", "Tri Tôn", None), "level word and name"),
    ("tại phường 5, quận Phú Nhuận", ("phường", "5", "Phú Nhuận"), "a number for a name, and what contains it"),
    ("tại huyện An Dương (Hải Phòng)", ("huyện", "An Dương", "Hải Phòng"), "the container in brackets"),
    ("tại tỉnh Ví Dụ", ("tỉnh", "Ví Dụ", None), "a place that no gazetteer has"),
    ("tại Hà Nội", (None, "Hà Nội", None), "a bare name of a province"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), PLACES, ids=[row[2] for row in PLACES])
def test_places_are_read_with_what_contains_them(
    text: str, expected: tuple[str | None, str, str | None], reason: str
) -> None:
    found = [one for one in read(text)[1] if isinstance(one, PlaceReading)]
    assert [(one.kind, one.name, one.within.name if one.within else None) for one in found] == [expected], reason
