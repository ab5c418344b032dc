"""Grammar of fields of state work after heads such as Bộ, Sở, Phòng: listed, joined, new, or a foreign ministry's."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Final

from lienket.extract.grammar.own_names import JOINTS, NO_NAME, OF, another, closes, compound
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place
from lienket.language.folding import plain_key
from lienket.reference.agencies import AgencyKind, Field, fields
from lienket.reference.countries import HOME
from lienket.reference.lexicon import keys_of, lexicon
from lienket.reference.reporting_verbs import reporting_verbs

FIELD_JOINTS: Final = JOINTS | {","}
_DEPARTMENT: Final = "Khoa"
_DASHES: Final = frozenset({"-", "–"})
"""Marks that join the parts of the names of hospitals' departments: "khoa Tim mạch - Lồng ngực"."""
_LONGEST: Final = 6
_LONGEST_REST: Final = 3
_LEAST_MISPRINTED: Final = 3
_LONGEST_ABROAD: Final = 18
_LONGEST_TASK: Final = 12
_HEAD_OF: Final = "trưởng"
"""The word that makes a title of a head: "Cục [trưởng]"."""
_BEFORE_WHOLE: Final = _DASHES | OF | {",", "("}
"""Marks and words between a department and the body it is in."""


def field_of(passage: Passage, at: int, limit: int, head: str, *, known: bool) -> tuple[int, str, bool] | None:
    """Read a field and whether `head` has it: one, several joined, or (unless `known`) a new capitalised name."""
    every = lexicon().fields.all(passage.keys, at, limit)
    found = next((one for one in every if head in one[1].heads), every[0] if every else None)
    if found is None:
        new = None if known else _new_field(passage, at, limit)
        return _as_meant(passage, at, new[0], head) if new else None
    end, field = found
    joined = end
    while joined + 1 < limit and passage.key(joined) in FIELD_JOINTS:
        more = lexicon().fields.longest(passage.keys, joined + 1, limit)
        listed = passage.key(joined) == "," and passage.capital(joined + 1)
        if more is None or listed or another(passage, joined + 1, limit):
            break
        joined = more[0]
    listed_parts = known and not (head == _DEPARTMENT and passage.key(joined) in _DASHES)
    if not listed_parts and joined + 1 < limit and passage.key(joined) in JOINTS:
        part = _unlisted_part(passage, joined + 1, limit)
        if part is not None:
            return _as_meant(passage, at, part, head)
    if joined > end and (passage.capital(at) or passage.key(end) != ","):
        return joined, passage.slice(at, joined), head in field.heads
    return end, field.name, head in field.heads


def task_of(passage: Passage, at: int, limit: int, kind: AgencyKind) -> tuple[int, str, bool] | None:
    """Read what a department does up to the body it is in or its head: "Vụ [Kinh tế xây dựng] - Bộ Xây dựng".

    Words that no list has are kept where a mark parts them from the body, none that begin what is said or done.
    """
    if not passage.capital(at) or passage.key(at) == _HEAD_OF:
        return None
    end, known = at, True
    while end < limit and end - at < _LONGEST_TASK:
        mark = passage.key(end) in _BEFORE_WHOLE
        if end > at and (mark or known) and _whole_begins(passage, end + mark, limit, kind):
            return _as_meant(passage, at, end, kind.head)
        word = lexicon().name_words.longest(passage.keys, end, limit)
        if word is not None and word[1] == "noun":
            end = word[0]
        elif passage.key(end) in FIELD_JOINTS:
            end += 1
            if another(passage, end, limit):
                return None
        elif passage.capital(end):
            if passage.key(end) in lexicon().strong_surnames and passage.capital(end + 1):
                return _as_meant(passage, at, end, kind.head) if known and end > at else None
            if place(passage, end) is not None:
                return None
            end = max(end + 1, compound(passage, end + 1, limit))
        elif passage.key(end) in NO_NAME or not passage.tokens.word(end) or says(passage, end, limit):
            return None
        else:
            known, end = False, end + 1
    return None


def says(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a verb of speech begins at `at`: "Tổng cục Cảnh sát [cho hay]"."""
    return reporting_verbs().longest(passage.keys, at, limit) is not None


def _whole_begins(passage: Passage, at: int, limit: int, kind: AgencyKind) -> bool:
    """Tell whether a body begins at `at` that can have departments of `kind`."""
    if at >= limit or not passage.capital(at):
        return False
    body = lexicon().bodies.longest(passage.keys, at, limit)
    head = lexicon().heads.longest(passage.keys, at, limit)
    types = [one.type for one in head[1]] if head is not None else []
    return not {*types, body[1].type if body is not None else ""}.isdisjoint(kind.under)


def _as_meant(passage: Passage, at: int, end: int, head: str) -> tuple[int, str, bool]:
    """Return an unlisted field as printed, or the one of the list that it is but for accents: "… và Môi trưởng"."""
    words = passage.slice(at, end)
    meant = _by_letters().get(_letters(words))
    return (end, words, False) if meant is None else (end, meant.name, head in meant.heads)


@functools.cache
def _by_letters() -> Mapping[str, Field]:
    """Return the fields of three syllables or more by their letters without accents and joints."""
    found: dict[str, Field] = {}
    for field in fields():
        letters = _letters(field.name)
        if letters.count(" ") >= _LEAST_MISPRINTED - 1:
            found.setdefault(letters, field)
    return found


def _letters(words: str) -> str:
    return " ".join(plain_key(key) for key in keys_of(words) if key not in FIELD_JOINTS)


def _unlisted_part(passage: Passage, at: int, limit: int) -> int | None:
    """Return the end of a capitalised part of a field that no list has: "Tuyên truyền và [Địa bàn]"."""
    named = another(passage, at, limit) or lexicon().bodies.longest(passage.keys, at, limit)
    found = None if named else _new_field(passage, at, limit)
    return found[0] if found else None


def _new_field(passage: Passage, at: int, limit: int) -> tuple[int, str] | None:
    """Read a capitalised field that no list has, two syllables or more: it is kept as printed."""
    if not passage.capital(at) or not passage.tokens.word(at):
        return None
    if passage.key(at) in lexicon().surnames and (
        passage.capital(at + 1) or compound(passage, at + 1, limit) == at + 1
    ):
        return None  # someone's name, unless a word goes on: "Quản lý"
    end = at
    while end < limit and end - at < _LONGEST and place(passage, end) is None:
        joint = passage.key(end) in JOINTS
        if not joint and (not passage.capital(end) or not passage.tokens.word(end)):
            break
        if joint and another(passage, end + 1, limit):
            break
        end += 1
    end = _small_rest(passage, compound(passage, end, limit), limit)
    while end > at and passage.key(end - 1) in JOINTS:
        end -= 1
    return (end, passage.slice(at, end)) if end > at + 1 or (end > at and passage.key(at - 1) in JOINTS) else None


def _small_rest(passage: Passage, at: int, limit: int) -> int:
    """Return the end of the syllables in small letters that end a field: "Địa [bàn]", up to a mark or a place."""
    end = at
    if says(passage, at, limit):
        return at
    while end < limit and end - at < _LONGEST_REST and passage.tokens.word(end) and passage.key(end) not in OF:
        if passage.capital(end) or lexicon().level_words.longest(passage.keys, end, limit):
            return end
        end += 1
    return end if closes(passage, end, limit) else at


def foreign_field(passage: Passage, at: int, limit: int) -> int | None:
    """Return the end of a ministry's field before the foreign country whose it is; None where none follows."""
    end = at
    if not passage.capital(at):
        return None
    while end < min(limit, at + _LONGEST_ABROAD) and not another(passage, end, limit):
        if passage.key(end) in lexicon().strong_surnames:
            return None  # the minister: "Bộ Công Thương Trần Tuấn Anh"
        if end > at and lexicon().bodies.longest(passage.keys, end, limit):
            return None
        if passage.capital(end):
            country = lexicon().countries.longest(passage.keys, end, limit)
            if country is not None and country[1].kind == "country":
                apart = passage.key(end - 1) in JOINTS or not passage.tokens.word(end - 1)
                return None if country[1].name == HOME or end == at or apart else end
            end += 1
        elif passage.key(end) in JOINTS or passage.key(end) == ",":
            end += 1
        elif (word := lexicon().name_words.longest(passage.keys, end, limit)) is not None:
            end = word[0]
        elif compound(passage, end, limit) > end:
            end += 1
        else:
            return None
    return None
