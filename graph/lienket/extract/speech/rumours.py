"""What a text says others only say, or deny: "tin đồn ông A bị bắt", "phủ nhận việc ông A bị bắt"."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.language.trie import Trie

_DENIED: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("tin đồn", "đồn đoán", "đồn thổi", "thất thiệt", "bịa đặt", "sai sự thật", "không có chuyện"),
        *("phủ nhận", "dư luận cho rằng", "thông tin dư luận", "bác bỏ thông tin"),
        *("từ chối xác nhận", "chưa xác nhận", "không xác nhận"),
    )
)
_WINDOW: Final = 60
"""Tokens before what is told in which it is called untrue: keeps hostile text linear."""


def rumoured(passage: Passage, at: int) -> bool:
    """Tell whether the sentence of token `at` has called untrue, or unsure, what it tells there."""
    first = max(passage.sentences[passage.sentence_of[at]][0], at - _WINDOW)
    return _DENIED.within(passage.keys, first, at)
