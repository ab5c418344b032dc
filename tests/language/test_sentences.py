"""Where sentences end, and where a full stop or a line break does not end one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.language.sentences import sentences
from lienket.language.tokens import BREAK, tokenise


def split(text: str) -> list[str]:
    tokens = tokenise(text)
    return [tokens.slice(first, end) for first, end in sentences(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông Dụ họp. Bà Thí về.", ["Ông Dụ họp.", "Bà Thí về."]),
        # a number or a date holds its full stop
        ("Sáng 13.12 có 4.600 hộ dự. Chiều về.", ["Sáng 13.12 có 4.600 hộ dự.", "Chiều về."]),
        # abbreviations before names
        ("Họ tới TP. Hồ Chí Minh. Sau đó nghỉ.", ["Họ tới TP. Hồ Chí Minh.", "Sau đó nghỉ."]),
        ("PGS.TS. Nguyễn Văn Thí Dụ dự họp.", ["PGS.TS. Nguyễn Văn Thí Dụ dự họp."]),
        ("Bà là UVT.Ư Đảng.", ["Bà là UVT.Ư Đảng."]),
        # initials
        ("Ảnh: X.Dụ. Hết", ["Ảnh: X.Dụ.", "Hết"]),
        ("Ảnh: P. T.Dụ", ["Ảnh: P. T.Dụ"]),
        # sentences glued together part, addresses of sites do not
        ("Có lúa.Tỉnh chi tiền.", ["Có lúa.", "Tỉnh chi tiền."]),
        ("Theo baothidu.vn thì vậy.", ["Theo baothidu.vn thì vậy."]),
        # a list number is not a sentence
        ("1. Ông Dụ họp.", ["1. Ông Dụ họp."]),
        # an ellipsis inside a sentence goes on with a small letter
        ("Có lúa, ngô...; rồi cây... và hoa. Hết", ["Có lúa, ngô...; rồi cây... và hoa.", "Hết"]),
        # closing quotes belong to the sentence they close
        ("“Vì sao vậy?”, ông hỏi. “Không rõ.” Rồi đi.", ["“Vì sao vậy?”, ông hỏi.", "“Không rõ.”", "Rồi đi."]),
        ('Ông nói: "Tôi đi. " Bà về.', ['Ông nói: "Tôi đi. "', "Bà về."]),
        # the mark with which documents close
        ("Điều 2 có hiệu lực./. Nơi nhận", ["Điều 2 có hiệu lực./.", "Nơi nhận"]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one line break inside a phrase is a space
        ("Đồng chí Dụ, Trưởng ban Dân tộc \nphát biểu.", ["Đồng chí Dụ, Trưởng ban Dân tộc \nphát biểu."]),
        ("ỦY BAN NHÂN DÂN\nTỈNH THÍ DỤ\n\nSố: 12", ["ỦY BAN NHÂN DÂN\nTỈNH THÍ DỤ", "Số: 12"]),
        # lists run over lines while their items end in semicolons
        ("Có các đồng chí:\nA;\nB.\n- Việc một\n- Việc hai", ["Có các đồng chí:\nA;\nB.", "- Việc một", "- Việc hai"]),
        # a finished line, a blank line, and an unfinished line before a capital end
        ("Họp xong.\nBà về.\n\nThạch Thí\nChú thích ảnh", ["Họp xong.", "Bà về.", "Thạch Thí", "Chú thích ảnh"]),
        ("Ban Dân tộc:\n\nTăng cường giao lưu", ["Ban Dân tộc:", "Tăng cường giao lưu"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_line_breaks(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet='aĐ.?!…"”“ ,;:-\n12/()', max_size=80))
def test_sentences_hold_every_token_once_and_in_order(text: str) -> None:
    tokens = tokenise(text)
    ranges = sentences(tokens)
    covered = [index for first, end in ranges for index in range(first, end)]
    assert covered == sorted(set(covered))
    assert all(tokens.keys[index] == BREAK for index in set(range(len(tokens))) - set(covered))
    assert all(BREAK not in (tokens.keys[first], tokens.keys[end - 1]) for first, end in ranges)


def test_a_text_without_an_end_is_cut() -> None:
    tokens = tokenise("chữ " * 2500)
    assert sentences(tokens) == [(0, 1000), (1000, 2000), (2000, 2500)]
