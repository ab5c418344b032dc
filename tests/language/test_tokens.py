"""Words, numbers, marks and breaks, and that each is found again in the text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from lienket.language.tokens import BREAK, tokenise


def test_letters_and_digits_part_and_marks_stand_alone() -> None:
    assert tokenise("Đường dài 35km, TP.Thí").keys == ["đường", "dài", "35", "km", ",", "tp", ".", "thí"]


def test_words_glued_together_part_before_a_small_d_with_stroke() -> None:
    assert tokenise("ông Longđề nghị Kđoh").keys == ["ông", "long", "đề", "nghị", "kđoh"]


def test_words_glued_together_part_before_a_capital() -> None:
    assert tokenise("ôngNguyễn Thí").keys == ["ông", "nguyễn", "thí"]


def test_a_run_of_line_breaks_is_one_token_that_counts_them() -> None:
    tokens = tokenise("a\n\n\nb")
    assert tokens.keys == ["a", BREAK, "b"]
    assert tokens.breaks(1) == 3
    assert tokens.breaks(0) == 0


def test_an_apostrophe_inside_a_name_belongs_to_the_word() -> None:
    assert [tokenise(name).keys for name in ("H'Thí", "H’Thí", "H`Thí")] == [["h'thí"]] * 3


def test_decomposed_text_has_the_keys_of_composed_text() -> None:
    words = "Thuỷ lợi, Hoà bình"
    assert tokenise(unicodedata.normalize("NFD", words)).keys == tokenise(words).keys


def test_invisible_characters_are_in_the_token_but_not_in_its_key() -> None:
    tokens = tokenise("Thí\u200b Dụ")
    assert tokens.keys == ["thí", "dụ"]
    assert tokens.raw(0) == "Thí\u200b"


def test_invisible_characters_between_words_part_them_as_spaces_do() -> None:
    assert tokenise("thí \u200bdụ \ufeff mẫu").keys == ["thí", "dụ", "mẫu"]


def test_capital_and_word() -> None:
    tokens = tokenise("Ông dụ 12 .")
    assert [tokens.capital(i) for i in range(4)] == [True, False, False, False]
    assert [tokens.word(i) for i in range(4)] == [True, True, False, False]


@given(st.text(max_size=120))
def test_tokens_slice_back_to_the_text_and_leave_only_space_out(text: str) -> None:
    tokens = tokenise(text)
    assert all(tokens.raw(i) == text[tokens.begins[i] : tokens.ends[i]] for i in range(len(tokens)))
    assert all(left <= right for left, right in zip(tokens.ends, tokens.begins[1:], strict=False))
    whole = tokens.slice(0, len(tokens))
    assert whole == text[tokens.begins[0] : tokens.ends[-1]] if len(tokens) else whole == ""
