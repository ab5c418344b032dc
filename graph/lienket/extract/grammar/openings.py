"""Phrases that open a clause before its subject: an office or name in which they end is not the subject's."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.language.wordlist import wordlist
from lienket.reference.reporting_verbs import reporting_verbs

_PREPOSITIONS: Final = wordlist("tại trong theo sau trước khi qua từ về với bên cùng ngoài liên dưới căn bất đối nhân")
_VERBS: Final = wordlist(
    "tiếp trả báo làm trao đánh giải thay đề lấy gặp đón lắng nghe nói thực xét nhận phát đáp hưởng nhấn tranh phản"
    " thảo trình bàn cảm chia ghi kết đọc nêu nhắc chúc tán đồng phúc chất dẫn"
)
"""First syllables of prepositions ("liên quan đến") and of verbs ("tiếp thu", "báo cáo") that open such phrases."""
_ADVERBS: Final = wordlist("cũng còn riêng chưa không")
_AFTER_ALL: Final = wordlist("đó theo tục này")
"""Second syllables of "tiếp đó", "tiếp theo", which open a clause and take no object."""
_OF: Final = "của"
_AND: Final = "và"
_ACCORDING: Final = "theo"
_MARKS: Final = frozenset({",", ";", ":", "(", ")", "-", "–", "—", '"', "“", "”"})
_LONGEST_BRACKET: Final = 6
_LONGEST: Final = 40
"""Tokens back in which the clause begins, if the phrase is one that opens it."""
_PREDICATES: Final = wordlist(
    "là sẽ đã đang vừa còn cũng vẫn lại chưa không phải được có nhận lấy xin nêu nói gửi ký quyết trao tặng"
)
"""Words, reporting verbs aside, with which a predicate begins."""


def opening_leads_to(passage: Passage, at: int, links: Set[str]) -> bool:
    """Tell whether a phrase that opens its clause goes on without a mark to its complement at token `at`.

    By one of `links` ("Tiếp thu ý kiến của …", "Tại cuộc gặp với …"), or as the object of its verb ("Báo cáo …"), one
    joined to it by "và" too.
    """
    first = clause_begin(passage, at)
    first += passage.key(first) in _ADVERBS
    verb = passage.key(first) in _VERBS
    if verb and 0 < at - first <= 2:
        return at - first == 1 or passage.key(at - 1) not in _AFTER_ALL
    if at > first and passage.key(at - 1) == _AND:
        return verb or passage.key(first) in _PREPOSITIONS
    if at <= first or passage.key(at - 1) not in links:
        return False
    return passage.key(first + 2) != _OF if verb else passage.key(first) in _PREPOSITIONS


def predicate_at(passage: Passage, first: int, at: int) -> bool:
    """Tell whether a predicate begins at token `at`, after what is told from token `first` on.

    Not that of "Theo ông A, Giám đốc X cho biết", by which the phrase itself goes on. A short bracket may stand before.
    """
    if passage.key(at) == "(" and ")" in passage.keys[at : at + _LONGEST_BRACKET]:
        at = passage.keys.index(")", at) + 1
    if at >= passage.limit(first) or not passage.tokens.word(at) or passage.capital(at):
        return False
    if reporting_verbs().longest(passage.keys, at, passage.limit(first)) is not None:
        clause = clause_begin(passage, first)
        return _ACCORDING not in passage.keys[clause : min(clause + 2, first)]
    return passage.key(at) in _PREDICATES


def clause_begin(passage: Passage, at: int) -> int:
    """Return where the clause of token `at` begins, after the last mark before it."""
    first = max(passage.sentences[passage.sentence_of[at]][0], at - _LONGEST)
    return next((index + 1 for index in range(at - 1, first - 1, -1) if passage.keys[index] in _MARKS), first)
