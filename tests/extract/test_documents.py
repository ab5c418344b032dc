"""Documents told by number or exact date, with issuer and title; plans and decisions in general are none."""

from __future__ import annotations

import pytest

from lienket.extract.papers.documents import DocumentReading, find_documents
from lienket.language.dates import find_dates
from lienket.language.tokens import tokenise
from tests.extract.told import facts


def read(text: str) -> list[DocumentReading]:
    tokens = tokenise(text)
    return find_documents(tokens, find_dates(tokens))


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Type, number and date of the documents of a text."""
    return [(one.type, one.number, str(one.date.start) if one.date else None) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kế hoạch số 901 ngày 30-11-2012 (giai đoạn 2011-2015)", ("Kế hoạch", "901", "2012-11-30")),
        ("Kế hoạch 902 ngày 15-7-2016", ("Kế hoạch", "902", "2016-07-15")),  # "số" may be missing
        ("theo Quyết định 9524/QĐ-TTg, họ", ("Quyết định", "9524/QĐ-TTg", None)),
        ("ban hành công văn số 9159/TB -2019 trả lời", ("Công văn", "9159/TB -2019", None)),
        ("Kế hoạch số 9357 - KH/ĐU, ngày 5 tháng 7 năm 2019 của", ("Kế hoạch", "9357 - KH/ĐU", "2019-07-05")),
        ("quy định số 930 - QĐ/TW của", ("Quy định", "930 - QĐ/TW", None)),
        ("Nghị quyết 902 của Ban Thường vụ Tỉnh ủy", ("Nghị quyết", "902", None)),
        ("nghị quyết 954 của Quốc hội", ("Nghị quyết", "954", None)),
        ("Nghị định 999/2015 của Chính phủ", ("Nghị định", "999/2015", None)),
        ("Luật Tổ chức Thí Dụ số 962/2014/QH13;", ("Luật", "962/2014/QH13", None)),  # the name before the number
        (
            "Báo cáo thẩm tra số 9658/BC-UBTP14 ngày 06 tháng 6 năm 2017",
            ("Báo cáo thẩm tra", "9658/BC-UBTP14", "2017-06-06"),
        ),
        ("Công điện số: 9688/CĐ - TTg", ("Công điện", "9688/CĐ - TTg", None)),
        ("công văn ký ngày 11/5 trả lời", ("Công văn", None, "--05-11")),  # by date alone
        ("Quyết định số 9330 của Bộ Thí Dụ ngày 3/1/2018", ("Quyết định", "9330", "2018-01-03")),
        ("tàu đóng theo Nghị định 967 hư hỏng", ("Nghị định", "967", None)),  # whatever follows two digits or more
        ("trong việc thực hiện chỉ thị 918.", ("Chỉ thị", "918", None)),
        ("dựa trên quy định 9161 ngày 11.10.2015", ("Quy định", "9161", "2015-10-11")),  # a full date tells a number
        ("theo nghị định 96 năm 2018, nhưng", ("Nghị định", "96", "2018")),  # a year alone dates it too
        ("quyết định số 9152 (năm 2018) của", ("Quyết định", "9152", "2018")),
        ("Nghị quyết số 919-2017/NQ-CP về", ("Nghị quyết", "919-2017/NQ-CP", None)),
        ("vi phạm qui định số 942/QĐ-TW của", ("Quy định", "942/QĐ-TW", None)),
        ("báo cáo tình hình thực hiện Nghị quyết số 935/NQ-CP", ("Nghị quyết", "935/NQ-CP", None)),
        ("đã có văn bản 9590 gửi các sở", ("Văn bản", "9590", None)),
        ("ký quyết định “khám nơi ở” ngày 5-5-2017", ("Quyết định", None, "2017-05-05")),
    ],
)
def test_documents(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết Trung ương 10",  # an event's number
        "Quyết định 3 cán bộ thôi việc",
        "Kế hoạch 5 năm 2016-2020",
        "Ngày 3/5/2017, sở trình UBND xem xét ban hành quyết định thu hồi",
        "báo cáo 5 nội dung",
        "Hiến pháp 2013",
        "ban hành các kế hoạch",
        "Thông báo cho 12 hộ",
        "Theo kế hoạch, ngày 19/6/2016 họ đi",  # a plan in general; the date is of what follows
        "theo quy định của Hiến pháp, ngày 11/3/1988 Hội đồng họp",
        "một thông tư 15 trang",
    ],
)
def test_no_documents(text: str) -> None:
    assert told(text) == []


def test_a_list_goes_on_with_the_same_type() -> None:
    assert told("các Công điện số: 9688/CĐ-TTg, 954/ĐM-TTg") == [
        ("Công điện", "9688/CĐ-TTg", None),
        ("Công điện", "954/ĐM-TTg", None),
    ]


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Quyết định số 930 ngày 9/1/2016 của UBND quận Thí Dụ về nhà ở", "UBND quận Thí Dụ"),
        ("Báo cáo số 9658/BC-UB của Ủy ban Tư pháp của Quốc hội; họ", "Ủy ban Tư pháp của Quốc hội"),
        ("Quy chế số 912/QC do Bộ Thí Dụ ban hành", "Bộ Thí Dụ"),
    ],
)
def test_the_issuer_after_the_document(text: str, issuer: str) -> None:
    (document,) = read(text)
    assert document.issuer is not None
    assert tokenise(text).slice(*document.issuer) == issuer
    assert document.issued_by is None


def test_the_verb_of_issuing_before_documents_joined_by_and() -> None:
    text = "UBND tỉnh Thí Dụ ban hành Kế hoạch số 901 ngày 3-1-2012 (giai đoạn 2011-2015) và Kế hoạch 902 ngày 5-7-2016"
    tokens = tokenise(text)
    assert [tokens.slice(one.issued_by, one.issued_by + 2) for one in read(text) if one.issued_by] == ["ban hành"] * 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 25/1/2021, Thanh tra tỉnh đã có Báo cáo số 9155/BC-TT", "2021-01-25"),
        ("Theo đó, ngày 21-6-2012, Bộ Thí Dụ ban hành văn bản số 9178", "2012-06-21"),
        ("Theo đó, ngày 21-6, Bộ Thí Dụ ban hành văn bản số 9178", None),  # of no known year
        ("Ngày 3/5/2018, ông cho biết Sở đã ban hành Kế hoạch số 909", None),  # the day on which he said so
        ("Ngày 3/5/2018, Sở đã gửi Công văn số 909", None),  # sent, perhaps not issued
    ],
)
def test_the_day_that_opens_the_clause_is_that_of_issuing(text: str, day: str | None) -> None:
    (document,) = read(text)
    assert document.date is None
    assert (str(document.on.start) if document.on else None) == day


def test_documents_of_a_list_have_the_issuer_of_the_last() -> None:
    text = "theo Chỉ thị số 926, Công điện ngày 2/2/2017 của Bộ Thí Dụ"
    tokens = tokenise(text)
    assert [tokens.slice(*one.issuer) for one in read(text) if one.issuer] == ["Bộ Thí Dụ"] * 2


def test_the_issuer_of_what_stands_in_a_document() -> None:
    text = "ý kiến chỉ đạo của Bộ Thí Dụ tại văn bản số 9567/BTD ngày 10/5/2007"
    (document,) = read(text)
    assert document.issued_by is not None
    assert tokenise(text).slice(0, document.issued_by).endswith("Bộ Thí Dụ")


def test_the_title_stands_in_quotation_marks() -> None:
    (document,) = read("Kế hoạch 902 ngày 15-7-2016 (giai đoạn 2016-2020) về “Phát triển vùng Thí Dụ”.")
    assert document.title == "Phát triển vùng Thí Dụ"


def test_words_of_someone_are_no_title() -> None:
    (document,) = read("Nghị định 999/2015 của Chính phủ có ghi “người thuê phải trả nhà”.")
    assert document.title is None


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("theo quyết định của UBND tỉnh Thí Dụ đã ban hành từ ngày 18-1-2012", ["2012-01-18"]),
        ("việc này đã có văn bản đồng ý của UBND tỉnh Thí Dụ vào ngày 27/9/2012", ["2012-09-27"]),
        ("Luật Thí dụ được thông qua ngày 25/11/2012", ["2012-11-25"]),
        ("Trước đó vào ngày 9.9.2012, ông A, Chủ tịch UBND tỉnh, đã ký quyết định bổ nhiệm ông B", ["2012-09-09"]),
        ("Ông A cho biết, ngày 14/2/2012 UBND tỉnh đã có văn bản dừng việc này", ["2012-02-14"]),
        ("- Ngày 3-8-2012, Cục Thí Dụ ra quyết định cưỡng chế", ["2012-08-03"]),
        ("Ngày 3-8-2012, ông A cho biết Cục Thí Dụ đã ra quyết định cưỡng chế", []),  # the day on which he said so
        ("Ngày 3-8-2012 hết hạn. Cục Thí Dụ ra quyết định cưỡng chế", []),
        ("Luật Thí dụ có hiệu lực thi hành từ ngày 1/7/2012", []),  # not the day of issuing
        ("theo quyết định của UBND tỉnh, ông cho biết ngày 1/7/2012", []),  # the day on which he said so
        ("quyết định của UBND tỉnh ban hành ngày 18-1", []),  # a day of no known year tells no document apart
    ],
)
def test_the_day_of_issuing_alone_identifies_a_document(text: str, issued: list[str]) -> None:
    days = [one.date or one.on for one in read(text) if one.confidence >= 0.5]
    assert [str(day.start) for day in days if day is not None] == issued


def test_the_day_on_which_a_paper_is_issued_is_still_that_of_the_sentence() -> None:
    (event,) = facts("Ngày 3/5/2012, UBND tỉnh Thái Bình đã có công văn gửi Sở Thí Dụ về việc này.").events
    assert str(event.start) == "2012-05-03"


def test_this_resolution_is_the_last_one_named() -> None:
    (document,) = read("Nghị quyết số 936/2012/QH13 về Thí Dụ. Nghị quyết này được Quốc hội thông qua ngày 19-6-2012.")
    assert document.date is not None
    assert (document.number, str(document.date.start)) == ("936/2012/QH13", "2012-06-19")


def test_a_number_cut_short_is_of_the_document_numbered_in_full() -> None:
    text = "UBND tỉnh Bạc Liêu ban hành Quyết định số 9193/QĐ-UBND ngày 6-4-2012. Quyết định 9193 nêu rõ điều này."
    (document,) = facts(text).documents
    assert (document.number, str(document.issued)) == ("9193/QĐ-UBND", "2012-04-06")


def test_a_number_told_again_without_its_day_is_one_document() -> None:
    text = "Theo Quyết định số 9193/QĐ-UBND, việc đã xong. Ngày 6-4-2012, UBND tỉnh ký Quyết định số 9193/QĐ-UBND."
    (document,) = facts(text).documents
    assert str(document.issued) == "2012-04-06"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 14/7/2017, PGS.TS Lê Văn Mẫu ký công văn số 944/KCB gửi các sở.", "2017-07-14"),  # no clause ends there
        ("Sau phản ánh của báo Ánh Sao, ngày 19/4/2019, Văn phòng đã có văn bản số 9594/VPUB.", "2019-04-19"),
        ("Thực tế là, từ ngày 2/4/2018, UBND huyện đã có thông báo số 955/TB.", "2018-04-02"),
        ("Năm 2018, Bộ Ví Dụ đã ban hành Chỉ thị số 904/CT.", "2018"),
        ("Trước đó, từ tháng 5/2016, UBND TP. Thí Dụ có văn bản số 9590 gửi các sở.", "2016-05"),
        ("Đến ngày 31/12/2016, từ khi có Chỉ thị số 940/CT, xã đã giàu.", None),
    ],
)
def test_the_day_month_or_year_of_issuing_may_stand_before_the_verb(text: str, day: str | None) -> None:
    (found,) = facts(text).documents
    assert (str(found.issued) if found.issued else None) == day


def test_a_document_called_by_no_type_is_the_one_of_its_number() -> None:
    found = facts("Ông ký công văn số 9974/BVH. Trong văn bản 9974/BVH có nhiều yêu cầu. Công văn 9974/BVH dài.")
    assert [(one.type, one.number) for one in found.documents] == [("Công văn", "9974/BVH")]


def test_the_most_exact_date_of_a_document_is_its_own() -> None:
    found = facts("Bộ ký Quyết định số 9367 ngày 4/6/1996. Năm 1996, Bộ ban hành Quyết định số 9367.")
    assert [str(one.issued) for one in found.documents] == ["1996-06-04"]
