"""Keys are equal for spellings of one word, and only for those."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.language.folding import name_key, plain_key, word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà", "Hòa"),  # the tone mark on either vowel
        ("uỷ", "ủy"),
        ("khoá", "khóa"),
        ("Thuỷ", "THỦY"),  # case
        ("K’Dụ", "K'Dụ"),  # look-alike quotes
        ("K”Dụ", "K'Dụ"),
        ("Nguyê\u0303n", "Nguyễn"),  # decomposed
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), [("quý", "qúy"), ("Dụ", "Du"), ("Đức", "Dức"), ("hoàn", "hòan")])
def test_different_words_keep_different_keys(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


def test_a_name_key_has_one_space_between_words() -> None:
    assert name_key("  Nguyễn   Văn\tThí Dụ ") == "nguyễn văn thí dụ"


def test_a_plain_key_has_no_marks() -> None:
    assert plain_key("Đặng Thị Thí Dụ") == "dang thi thi du"


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
