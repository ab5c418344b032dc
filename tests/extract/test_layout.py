"""What a line of a text is for, and whose names stand in bylines and picture credits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.extract.page.layout import BlockKind, Layout, layout
from lienket.language.dates import find_dates
from lienket.language.tokens import BREAK, tokenise

BODY = (
    "Sáng 5/6, Ban Dân tộc tỉnh họp bàn về kế hoạch năm sau của toàn tỉnh, có đông đại biểu các huyện về dự họp.\n"
    "Bà Thí cho biết công việc đã xong đúng hạn và không có gì phải sửa lại trong thời gian tới của năm nay.\n"
    "Cuộc họp kết thúc vào buổi trưa sau khi mọi người đã nêu hết ý kiến của mình về các việc cần làm."
)


def laid_out(text: str, title: str | None = None) -> Layout:
    tokens = tokenise(text)
    return layout(tokens, title=title, dates=find_dates(tokens))


def blocks(text: str, title: str | None = None) -> list[tuple[str, str]]:
    tokens = tokenise(text)
    found = layout(tokens, title=title, dates=find_dates(tokens)).blocks
    return [(block.kind.value, tokens.slice(block.first, block.end)) for block in found]


def test_a_page_of_a_portal() -> None:
    text = (
        "Ban Dân tộc Thí Dụ:\n\nTăng cường giao lưu\n\n15:42 ngày 12/08/2017\n\n(PL&TD) - Ban Dân tộc đã họp.\n\n"
        "Đ/c Nguyễn Văn Thí Dụ, Trưởng ban Dân tộc \nphát biểu tại Hội nghị\n\nBuổi họp kết thúc.\n\n"
        "Khánh Thí - Nhật Dụ / PL&TD\n\n  • Từ khóa:\nDự báo thời tiết các tỉnh"
    )
    assert blocks(text) == [
        ("title", "Ban Dân tộc Thí Dụ:"),
        ("title", "Tăng cường giao lưu"),
        ("stamp", "15:42 ngày 12/08/2017"),
        ("dateline", "(PL&TD) -"),
        ("body", "Ban Dân tộc đã họp."),
        ("caption", "Đ/c Nguyễn Văn Thí Dụ, Trưởng ban Dân tộc"),
        ("caption", "phát biểu tại Hội nghị"),
        ("body", "Buổi họp kết thúc."),
        ("byline", "Khánh Thí - Nhật Dụ / PL&TD"),
        ("boilerplate", "• Từ khóa:"),
        ("boilerplate", "Dự báo thời tiết các tỉnh"),
    ]
    found = laid_out(text)
    assert str(found.published) == "2017-08-12"
    assert found.source == "PL&TD"
    assert [one.name for one in found.bylines] == ["Khánh Thí", "Nhật Dụ"]
    assert {one.unit.of(text) for one in found.bylines if one.unit} == {"PL&TD"}


def test_captions_after_the_byline() -> None:
    text = f"Họp bàn kế hoạch\n\n{BODY}\nXuân Thí\n\nBà Thí phát biểu.\nQuang cảnh - Ảnh: BỬU DỤ"
    kinds = [kind for kind, _ in blocks(text, "Họp bàn kế hoạch")]
    assert kinds == ["title", "body", "body", "body", "byline", "caption", "caption"]
    found = laid_out(text, "Họp bàn kế hoạch")
    assert [one.name for one in found.bylines] == ["Xuân Thí"]
    assert [one.name for one in found.credits] == ["Bửu Dụ"]


def test_a_line_printed_again_among_the_captions_is_one() -> None:
    text = f"Họp bàn kế hoạch\n\n{BODY}\nTrụ sở Ban Dân tộc.\n{BODY}\n\nTrụ sở Ban Dân tộc."
    assert [line for kind, line in blocks(text) if kind == "caption"] == ["Trụ sở Ban Dân tộc."] * 2


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("\nHoàng Thí", ["Hoàng Thí"]),  # a line of its own
        (" Hòa Thí", ["Hòa Thí"]),  # after the last full stop of one long line
        ("/. Trinh Thí", ["Trinh Thí"]),
        (" Công Thí - Thắng Dụ", ["Công Thí", "Thắng Dụ"]),
        (" GIA THÍ - THANH DỤ", ["Gia Thí", "Thanh Dụ"]),
        (" Đình Thí Mạc Dụ - Đức Ví", ["Đình Thí", "Mạc Dụ", "Đức Ví"]),
        (" Văn Thí/VOV-Trung tâm Tin", ["Văn Thí"]),
        (" Thanh Thí (từ Hà Nội)", ["Thanh Thí"]),
        (" (Tổng hợp) Hoàng Thí", ["Hoàng Thí"]),
        (" Theo Hà Thí", ["Hà Thí"]),
        (" Tin, ảnh: Thanh Thí (TTXVN)", ["Thanh Thí"]),
        ("\n\nDương Thị Thí Dụ - Phòng Tuyên truyền", ["Dương Thị Thí Dụ"]),
        (" N. Huyền", ["N. Huyền"]),
        (" TTXVN/Tin Tức", []),  # outlets
        (" Tuổi Trẻ", []),
        (" PV", []),
        ("", []),
        (" Ông Thí tin như vậy", []),  # a sentence without its stop
        (" Hà Thí (SN 1985) là bác sĩ.", []),  # a short last sentence
        (" Thanh Thí (TTXVN).", ["Thanh Thí"]),
    ],
)
def test_bylines(end: str, names: list[str]) -> None:
    found = laid_out(f"Họp bàn kế hoạch\n\nBan Dân tộc họp. Bà Thí dự và nêu ý kiến.{end}")
    assert [one.name for one in found.bylines] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Quang cảnh buổi họp. Ảnh: Minh Thí.", ["Minh Thí"]),
        ("Quang cảnh buổi họp (Ảnh: Minh Thí/Báo Thí Dụ).", ["Minh Thí"]),
        ("Quang cảnh - Ảnh: VGP/Quang Thí", ["Quang Thí"]),
        ("Quang cảnh - Ảnh: P. T.THÍ", ["P. T. Thí"]),
        ("Ảnh: Minh Thí Dụ Chiều nay họ họp.", ["Minh Thí Dụ"]),  # no stop before the next sentence
        ("Quang cảnh - Ảnh: T.N", []),  # initials alone name nobody
        ("Quang cảnh - Ảnh: TTXVN", []),
        ("Quang cảnh - Ảnh: Internet", []),
        ("Quang cảnh - Ảnh: baothidu.vn", []),
        ("Quang cảnh - Ảnh tư liệu", []),
    ],
)
def test_picture_credits(text: str, names: list[str]) -> None:
    assert [one.name for one in laid_out(text).credits] == names


def test_a_name_in_capitals_is_shown_in_normal_case_and_found_as_printed() -> None:
    text = "Quang cảnh - Ảnh: BỬU DỤ"
    (credit,) = laid_out(text).credits
    assert (credit.name, credit.span.of(text)) == ("Bửu Dụ", "BỬU DỤ")


def test_a_province_at_the_end_is_hardly_an_author() -> None:
    found = laid_out("Họp\n\nBan Dân tộc họp. Bà Thí dự và nêu ý kiến. Thái Bình")
    assert [one.confidence < 0.5 for one in found.bylines] == [True]


@given(st.text(alphabet='Ảnh: Thí Dụ.,\n-–/()"ab12', max_size=80))
def test_blocks_hold_every_token_once_and_in_order(text: str) -> None:
    tokens = tokenise(text)
    found = layout(tokens, dates=find_dates(tokens)).blocks
    covered = [index for block in found for index in range(block.first, block.end)]
    assert covered == [index for index, key in enumerate(tokens.keys) if key != BREAK]


def test_blocks_of_one_kind() -> None:
    assert [block.kind for block in laid_out(BODY).of(BlockKind.BODY)] == [BlockKind.BODY] * 3


def test_headlines_of_other_articles_are_boilerplate() -> None:
    text = (
        "Họp bàn kế hoạch\n\nBuổi họp kết thúc.\nTin liên quan:\nHội nghị giao ban quý ba (20/09/2019)\n"
        "» Ông Thí Dụ thăm hộ nghèo ở vùng cao\nChịu trách nhiệm nội dung: Bà Thí Mẫu\nBà Thí đã về."
    )
    assert blocks(text)[1:] == [
        ("body", "Buổi họp kết thúc."),
        ("boilerplate", "Tin liên quan:"),
        ("boilerplate", "Hội nghị giao ban quý ba (20/09/2019)"),
        ("boilerplate", "» Ông Thí Dụ thăm hộ nghèo ở vùng cao"),
        ("boilerplate", "Chịu trách nhiệm nội dung: Bà Thí Mẫu"),
        ("body", "Bà Thí đã về."),
    ]


def test_what_is_read_more_of_in_one_line_announces_no_list() -> None:
    text = "Họp bàn kế hoạch\n\nXem thêm: Ông Thí Dụ thăm hộ nghèo\nBà Thí họp với các huyện vùng cao"
    assert [kind for kind, _ in blocks(text)] == ["title", "boilerplate", "body"]


def test_a_page_without_blank_lines_has_its_headline_before_the_first_paragraph() -> None:
    text = (
        "TRANG CHỦ | TIN TỨC\nThứ Sáu, 13/12/2019, 09:15\nHọp bàn kế hoạch năm sau\nLượt xem: 12\n"
        "Sáng nay, Ban Dân tộc tỉnh họp bàn về kế hoạch năm sau.\nBuổi họp kết thúc."
    )
    assert [kind for kind, _ in blocks(text)] == ["boilerplate", "stamp", "title", "boilerplate", "body", "body"]


def test_lines_that_are_only_wrapped_have_no_headline() -> None:
    text = "Sáng nay, Ban Dân tộc tỉnh họp\nbàn về kế hoạch năm sau cho các\nhuyện vùng cao.\nBuổi họp kết thúc."
    assert "title" not in [kind for kind, _ in blocks(text)]


def test_headlines_of_other_articles_may_ask_and_be_short() -> None:
    text = "Họp bàn kế hoạch\n\nCó thể bạn quan tâm\nÔng Thí Dụ làm gì hôm nay?\nMưa lớn\nBà Thí họp với các huyện!"
    assert [kind for kind, _ in blocks(text)][-3::2] == ["boilerplate", "boilerplate"]
