"""Grammar of personal names: a run of capitalised syllables, led by a family name or licensed by what stands before."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import NameReading
from lienket.language.tokens import visible
from lienket.language.wordlist import wordlist
from lienket.reference.lexicon import lexicon

_LONGEST: Final = 6
_LEAST_UNLICENSED: Final = 3
_NAMED_AFTER: Final = wordlist(
    "đường phố trường trường phường xã quận giải cầu chợ hồ công tượng đài tên quỹ lăng đền chùa tưởng viện đội lớp"
    " cúp dự quảng bảo rạp sân khu ngõ tàu núi sông đèo đảo hẻm kênh rạch bến mộ di"
)
"""Words after which a family name begins the name of a street, school, prize …, not of a person mentioned."""

_OPENERS: Final = wordlist("theo trong tại các những được khi ảnh về với nhưng")
"""Words that open a sentence and no one's given name: where a full stop is missing, the name is over before them."""
_ASIAN_SYLLABLES: Final = wordlist(
    "ho un il hye hyun soo woo joon young yong yon eun hwa ocha cha chul gyu won keun jong kyung jae in o jin hee sik"
)
"""Second syllables of Korean and Thai names, small after a hyphen."""
_STREETS: Final = wordlist("đường phố lộ ngã hẻm")
_STREET_LIST: Final = 9
"""Tokens back to the word after which a list of streets begins: "đường A và B", "giao lộ A - B"."""


def name(passage: Passage, start: int, *, licensed: bool) -> NameReading | None:
    """Read a name at `start`. Without a licence (honorific or office before) it needs a family name and 3 syllables."""
    if not passage.capital(start):
        return None
    limit = min(passage.limit(start), start + _LONGEST)
    family = passage.key(start) in lexicon().surnames
    if not family and not licensed:
        return None
    end = _run(passage, start, limit)
    if not licensed and end - start < _LEAST_UNLICENSED:
        return None
    if end == start or (end == start + 1 and _no_given_name(passage, start)):
        return None
    if (not family or end - start < _LEAST_UNLICENSED) and _cut_phrase(passage, start, end):
        return None
    if not family and end - start > 1 and passage.tokens.raw(start).isupper() and len(passage.key(start)) > 1:
        return None  # "UB TƯ MTTQ VN"
    if end - start > 1 and _all_capitals(passage, start) and not passage.tokens.raw(start + 1).isupper():
        return None  # "THADS Hà Nội"
    if _known_otherwise(passage, start, end, family=family):
        return None
    country = lexicon().countries.longest(passage.keys, start, end)
    if country is not None and (country[0] == end or country[0] - start > 1):
        return None  # "Triều Tiên Kim Jong-un" begins with no name
    if not licensed and (_blocked(passage, start) or _all_capitals(passage, start) or _is_place(passage, start, end)):
        return None
    return NameReading(begin=start, end=end, name=visible(passage.slice(start, end)).replace(" - ", "-"))


def _known_otherwise(passage: Passage, start: int, end: int, *, family: bool) -> bool:
    """Tell whether words are a paper or, where no family name begins them, a field: "phóng viên Báo Lao Động"."""
    words, limit = lexicon(), passage.limit(start)
    body = words.bodies.longest(passage.keys, start, limit)
    named = body or (None if family else words.fields.longest(passage.keys, start, limit))
    return end - start > 1 and named is not None and named[0] >= end


def _cut_phrase(passage: Passage, start: int, end: int) -> bool:
    """Tell whether capitalised words are the begin of a body's name: "Đảng Cộng|sản"."""
    words, limit = lexicon(), passage.limit(start)
    compound = end < limit and (passage.key(end - 1), passage.key(end)) in words.compounds
    heads = [found for at in (start, end - 1) if (found := words.heads.longest(passage.keys, at, limit))]
    if passage.key(start - 1) in ("ông", "bà") and end - start > 1:
        heads = [found for found in heads if found[0] > start + 1]  # "ông Trường Chinh"
    return compound or bool(heads)


def _run(passage: Passage, start: int, limit: int) -> int:
    """Return the end of the capitalised run at `start`, before any title, honorific or agency that follows in it."""
    end = start
    while end < limit and passage.capital(end) and passage.tokens.word(end):
        raw = passage.tokens.raw(end)
        if len(raw) > 1 and raw.isupper() and not _all_capitals(passage, start):
            break
        if end - start >= 2 and (_office_begins(passage, end) or passage.keys[end] in _OPENERS):
            break
        if end > start and _glued_or_apart(passage, end):
            break
        end += 1
        if _hyphen(passage, end, limit):
            end += 2
    return min(end, passage.limit(start))


def _glued_or_apart(passage: Passage, at: int) -> bool:
    """Tell whether token `at` was glued to the one before ("LongĐề"), or stands in another paragraph."""
    gap = passage.tokens.text[passage.tokens.ends[at - 1] : passage.tokens.begins[at]]
    return (not gap and passage.tokens.word(at - 1)) or gap.count("\n") > 1


def _no_given_name(passage: Passage, at: int) -> bool:
    """Tell whether one capitalised word at `at` is no given name: an agency head, an abbreviation, a numbered unit,
    the begin of a body's or field's name in small letters ("Quản lý", "Đường thủy")."""
    raw = passage.tokens.raw(at)
    return (
        lexicon().heads.longest(passage.keys, at, passage.limit(at)) is not None
        or (len(raw) > 1 and raw.isupper())
        or passage.key(at + 1).isdigit()
        or ((passage.key(at), passage.key(at + 1)) in lexicon().compounds and not passage.capital(at + 1))
    )


def _office_begins(passage: Passage, at: int) -> bool:
    """Tell whether a title of two words or more, or a rank, begins at `at`: the name before it is over."""
    words = lexicon()
    limit = passage.limit(at)
    found = words.titles.longest(passage.keys, at, limit) or words.honorifics.longest(passage.keys, at, limit)
    return found is not None and found[0] - at > 1


def _hyphen(passage: Passage, end: int, limit: int) -> bool:
    """Tell whether a hyphen at `end` joins two syllables of one foreign name: "Hack-yong", and "Jae - in" set apart."""
    tokens = passage.tokens
    if end + 1 >= limit or tokens.keys[end] != "-" or not tokens.word(end + 1) or passage.capital(end + 1):
        return False
    tight = tokens.begins[end] == tokens.ends[end - 1] and tokens.begins[end + 1] == tokens.ends[end]
    return tight or tokens.keys[end + 1] in _ASIAN_SYLLABLES


def _all_capitals(passage: Passage, start: int) -> bool:
    raw = passage.tokens.raw(start)
    return len(raw) > 1 and raw.isupper()


def _blocked(passage: Passage, start: int) -> bool:
    first = passage.sentences[passage.sentence_of[start]][0]
    if start > first and passage.keys[start - 1] in _NAMED_AFTER:
        return True
    return any(
        passage.keys[at] in _STREETS and passage.key(at - 1) != "thành"
        for at in range(max(first, start - _STREET_LIST), start)
    )


def _is_place(passage: Passage, start: int, end: int) -> bool:
    found = lexicon().place_names.longest(passage.keys, start, end)
    return found is not None and found[0] == end


def names_a_place(passage: Passage, reading: NameReading) -> bool:
    """Tell whether the words of a name of two syllables are a province's or a district's."""
    found = lexicon().place_names.longest(passage.keys, reading.begin, reading.end)
    if found is None or found[0] != reading.end or reading.end - reading.begin > 2:
        return False
    return any(one.level != "commune" for one in found[1])
