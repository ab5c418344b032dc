"""Grammar of personal names: a run of capitalised syllables, led by a family name or licensed by what stands before."""

from __future__ import annotations

from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import NameReading
from lienket.language.syllables import is_syllable
from lienket.language.tokens import visible
from lienket.language.wordlist import wordlist
from lienket.reference.countries import HOME
from lienket.reference.lexicon import lexicon
from lienket.reference.reporting_verbs import reporting_verbs

_LONGEST: Final = 6
_LEAST_UNLICENSED: Final = 3
_MOST_HYPHENS: Final = 6
"""Hyphens in one word of a foreign name."""
_MIDDLE_NAMES: Final = wordlist("văn thị")
_NAMED_AFTER: Final = wordlist(
    "đường phố trường trường phường xã quận giải cầu chợ hồ công tượng đài tên quỹ lăng đền chùa tưởng viện đội lớp"
    " cúp dự quảng bảo rạp sân khu ngõ tàu núi sông đèo đảo hẻm kênh rạch bến mộ di"
)
"""Words after which a family name begins the name of a street, school, prize …, not of a person mentioned."""

_OPENERS: Final = wordlist("theo trong tại các những được khi ảnh về với nhưng")
"""Words that open a sentence and no one's given name: where a full stop is missing, the name is over before them."""
_GIVEN_NAMES: Final = wordlist("được trong")
"""Those that are given names too, where what is said of someone goes on."""
_GOES_ON: Final = wordlist("đã đang sẽ vừa cũng là làm ( ,")
"""Words and marks that follow a name in a sentence."""
_LEAST_AFTER_PLACE: Final = 4
_OF_PLACE: Final = 2
"""Syllables of a run in which a place may stand before a name, and of such a place."""
_PEN_NAME: Final = ["trường", "chinh"]
"""The name of a leader that begins as a school's does."""
_ASIAN_SYLLABLES: Final = wordlist(
    "ho un il hye hyun soo woo joon young yong yon eun hwa ocha cha chul gyu won keun jong kyung jae in o jin hee sik"
)
"""Second syllables of Korean and Thai names, small after a hyphen."""
_BEFORE_HOUSES: Final = wordlist("số nhà tại ở chỉ ngõ hẻm")
"""Words before the number of a house: "tại 76 Trần Văn Mẫu"."""
_HAMLETS: Final = wordlist("thôn ấp xóm buôn")
_HEADS_OF: Final = wordlist("trưởng phó")
_MOVEMENTS: Final = wordlist("đảng đoàn hội đội")
"""Words that with a capital name the Party and the organisations of the young: "cán bộ Đoàn"."""
_DIOCESES: Final = frozenset({("giáo", "phận"), ("giáo", "xứ"), ("giáo", "hạt"), ("giáo", "họ"), ("giáo", "hội")})
_PAPER: Final = "báo"
_OF_COUNTRIES: Final = frozenset({("ban", "nha"), ("đài", "bắc"), ("đài", "loan")})
"""Words of the names of countries and their capitals that begin with a family name: "Tây [Ban Nha] Felipe"."""
_BODIES: Final = wordlist("ban vụ khối")
"""Words that stand for the body told before and are no one's given name: "Chánh Thanh tra Ban"."""
_DISEASES: Final = wordlist("covid ncov sars omicron ebola")
"""Names of diseases, after "bệnh nhân" and "bác sĩ" no one's."""
_SIR: Final = wordlist("ông bà")
_AGE: Final = "tuổi"
"""The word after the number behind a given name: "Ông Dụ 50 tuổi", but "Tổ 5"."""
_ADDRESS: Final = wordlist("ông bà anh chị em cháu")
_WORDS_TOO: Final = wordlist("từ vì và")
"""Family names that are prepositions and conjunctions too."""
_STREETS: Final = wordlist("đường phố lộ ngã hẻm")
_STREET_LIST: Final = 9
"""Tokens back to the word after which a list of streets begins: "đường A và B", "giao lộ A - B"."""


def name(passage: Passage, start: int, *, licensed: bool) -> NameReading | None:
    """Read a name at `start`. Without a licence (honorific or office before) it needs a family name and 3 syllables."""
    if not passage.capital(start) or _of_no_one(passage, start):
        return None
    if licensed and (first := _past_initials(passage, start)) > start:
        end = _run(passage, first, min(passage.limit(start), first + _LONGEST))
        return NameReading(begin=start, end=end, name=visible(passage.slice(start, end)))
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
    if not licensed and (
        _repeated(passage, start, end)
        or _preposition(passage, start)
        or _cut_place(passage, start, end)
        or _delegation(passage, start, end)
    ):
        return None
    return NameReading(begin=start, end=end, name=visible(passage.slice(start, end)).replace(" - ", "-"))


def _of_no_one(passage: Passage, at: int) -> bool:
    """Tell whether a family name at `at` is rather a newspaper's first word ("Báo Hà Giang") or a country's last."""
    paper = passage.key(at) == _PAPER and passage.key(at - 1) not in _ADDRESS
    return paper or (passage.key(at), passage.key(at + 1)) in _OF_COUNTRIES


def past_place(passage: Passage, found: NameReading) -> NameReading | None:
    """Return the full name after a place that a name begins with: "Bí thư X [Quảng Tây] Nguyễn Văn A"; None else."""
    start, end = found.begin, found.end
    initials = len(passage.key(start)) == 1
    if initials or passage.key(start) in lexicon().strong_surnames or end - start < _LEAST_AFTER_PLACE:
        return None
    foreign = not is_syllable(passage.key(start))
    families = lexicon().surnames if foreign else lexicon().strong_surnames
    for at in (start + _OF_PLACE, start + 1) if foreign else (start + _OF_PLACE,):
        if end - at >= _LEAST_UNLICENSED and passage.key(at) in families:
            return NameReading(begin=at, end=end, name=visible(passage.slice(at, end)))
    return None


def _known_otherwise(passage: Passage, start: int, end: int, *, family: bool) -> bool:
    """Tell whether words are a paper, a body whose head has two syllables ("Thị Đoàn X"), or, where no family name
    begins them, a field: "phóng viên Báo Lao Động"."""
    words, limit = lexicon(), passage.limit(start)
    head = words.heads.longest(passage.keys, start, end)
    if head is not None and head[0] - start > 1:
        return True
    if any(inner[0] > end for at in range(start + 1, end) if (inner := words.heads.longest(passage.keys, at, limit))):
        return end - start > 1 and not passage.capital(end)  # "Đoàn Trường Đại|học X"
    if not family and any(words.bodies.longest(passage.keys, at, end) for at in range(start + 1, end)):
        return True  # "Chủ tịch Mẫu Liên Hợp Quốc"
    body = words.bodies.longest(passage.keys, start, limit)
    named = body or (None if family else words.fields.longest(passage.keys, start, limit))
    return end - start > 1 and named is not None and named[0] >= end


def _cut_phrase(passage: Passage, start: int, end: int) -> bool:
    """Tell whether capitalised words are the begin of a body's name: "Đảng Cộng|sản"."""
    words, limit = lexicon(), passage.limit(start)
    compound = end < limit and (passage.key(end - 1), passage.key(end)) in words.compounds
    heads = [found for at in (start, end - 1) if (found := words.heads.longest(passage.keys, at, limit))]
    if passage.keys[start:end] == _PEN_NAME or (passage.key(start - 1) in ("ông", "bà") and end - start > 1):
        heads = [found for found in heads if found[0] > start + 1]  # "ông Trường Chinh"
    return compound or bool(heads)


def _run(passage: Passage, start: int, limit: int) -> int:
    """Return the end of the capitalised run at `start`, before any title, honorific or agency that follows in it."""
    end = start
    while end < limit and passage.capital(end) and passage.tokens.word(end):
        raw = passage.tokens.raw(end)
        if len(raw) > 1 and raw.isupper() and not _all_capitals(passage, start):
            break
        if end - start >= 2 and (_office_begins(passage, end) or _opener(passage, end) or _lady(passage, end)):
            break
        if end > start and (_glued_or_apart(passage, end) or _headline_ends(passage, start, end)):
            break
        if end - start >= _LEAST_UNLICENSED and _province(passage, end):
            break
        end += 1
        joined = _hyphenated(passage, start, end)
        end, limit = joined, limit + joined - end
    return min(end, passage.limit(start))


def _province(passage: Passage, at: int) -> bool:
    """Tell whether a province's name of two syllables closes a run, after a whole name: a caption goes on as text."""
    found = lexicon().place_names.longest(passage.keys, at, passage.limit(at))
    province = found is not None and any(one.level == "province" for one in found[1])
    return found is not None and province and found[0] == at + 2 and not passage.capital(at + 2)


def _lady(passage: Passage, at: int) -> bool:
    """Tell whether "Ông" or "Bà" and a family name go on where a full stop is missing."""
    return passage.keys[at] in _SIR and passage.key(at + 1) in lexicon().strong_surnames


def _past_initials(passage: Passage, start: int) -> int:
    """Return where the name after initials begins when it is a foreign one ("V. Putin", "A.Méc-ken"), else `start`."""
    at, limit = start, passage.limit(start)
    while at + 2 < limit and len(passage.tokens.raw(at)) == 1 and passage.capital(at) and passage.key(at + 1) == ".":
        at += 2
    if at == start or not passage.capital(at) or len(passage.key(at)) == 1:
        return start
    return at if not is_syllable(passage.key(at)) or _hyphenated(passage, at, at + 1) > at + 1 else start


def _opener(passage: Passage, at: int) -> bool:
    """Tell whether the word at `at` opens a sentence after a name: after a middle name it is the given name."""
    if passage.keys[at] not in _OPENERS or passage.keys[at - 1] in _MIDDLE_NAMES:
        return False
    said = passage.key(at + 1) in _GOES_ON or reporting_verbs().longest(passage.keys, at + 1, passage.limit(at))
    return not (passage.keys[at] in _GIVEN_NAMES and said)


def _headline_ends(passage: Passage, start: int, at: int) -> bool:
    """Tell whether text in small letters begins after a name in capitals: "NGUYỄN VĂN A [Đề] nghị"."""
    return at - start >= _LEAST_UNLICENSED and _all_capitals(passage, at - 1) and not _all_capitals(passage, at)


def _glued_or_apart(passage: Passage, at: int) -> bool:
    """Tell whether token `at` was glued to the one before ("LongĐề"), or stands in another paragraph."""
    gap = passage.tokens.text[passage.tokens.ends[at - 1] : passage.tokens.begins[at]]
    return (not gap and passage.tokens.word(at - 1)) or gap.count("\n") > 1


def _no_given_name(passage: Passage, at: int) -> bool:
    """Tell whether one capitalised word at `at` is no given name: an agency head, an abbreviation, a numbered unit,
    the begin of a body's or field's name in small letters ("Quản lý", "Đường thủy"), the Party or the Youth Union."""
    raw = passage.tokens.raw(at)
    movement = passage.key(at) in _MOVEMENTS | _BODIES and passage.key(at - 1) not in _ADDRESS
    return (
        movement
        or passage.key(at) in _DISEASES
        or (passage.key(at), passage.key(at + 1)) in _DIOCESES
        or lexicon().heads.longest(passage.keys, at, passage.limit(at)) is not None
        or (len(raw) > 1 and raw.isupper())
        or (passage.key(at + 1).isdigit() and passage.key(at + 2) != _AGE)
        or ((passage.key(at), passage.key(at + 1)) in lexicon().compounds and not passage.capital(at + 1))
    )


def _office_begins(passage: Passage, at: int) -> bool:
    """Tell whether a title of two words or more, or a rank, begins at `at`: the name before it is over.

    An initial is part of the name: "ông Nguyễn Văn P. Bí thư X đến thăm".
    """
    if len(passage.key(at)) == 1 and passage.key(at + 1) == ".":
        return False
    words = lexicon()
    limit = passage.limit(at)
    found = words.titles.longest(passage.keys, at, limit) or words.honorifics.longest(passage.keys, at, limit)
    return found is not None and found[0] - at > 1


def _hyphenated(passage: Passage, start: int, end: int) -> int:
    """Return the end of the syllables in small letters that hyphens join to the word before `end`.

    They are those of a foreign name ("Hack-yong", "Ê-rơ-nan-đết", "Jae - in" set apart), not an office after a name in
    full: "Trần Văn Mẫu-phó giám đốc".
    """
    tokens, limit = passage.tokens, min(passage.limit(start), end + 2 * _MOST_HYPHENS)
    in_full = (
        end - start >= _LEAST_UNLICENSED
        and passage.key(start) in lexicon().surnames
        and "-" not in passage.keys[start:end]
    )
    while end + 1 < limit and tokens.keys[end] == "-" and tokens.word(end + 1):
        tight = tokens.begins[end] == tokens.ends[end - 1] and tokens.begins[end + 1] == tokens.ends[end]
        if passage.capital(end + 1) and (not tight or _syllables(passage, end)):
            break
        office = in_full or _office_begins(passage, end + 1)
        if not (tight and not office) and tokens.keys[end + 1] not in _ASIAN_SYLLABLES:
            break
        end += 2
    return end


def _syllables(passage: Passage, hyphen: int) -> bool:
    """Tell whether a hyphen parts Vietnamese words or an outlet, as it does not in "Jean-Claude", "Frank-Walter"."""
    raw = passage.tokens.raw(hyphen + 1)
    outlet = len(raw) > 1 and raw.isupper()
    return outlet or (is_syllable(passage.key(hyphen - 1)) and is_syllable(passage.key(hyphen + 1)))


def _all_capitals(passage: Passage, start: int) -> bool:
    raw = passage.tokens.raw(start)
    return len(raw) > 1 and raw.isupper()


def _blocked(passage: Passage, start: int) -> bool:
    """Tell whether the words before a name make it that of a street or a school: "số nhà 5A Hoàng Diệu"."""
    first = passage.sentences[passage.sentence_of[start]][0]
    if start > first and _house(passage, start, first):
        return True
    if start > first and passage.keys[start - 1] in _NAMED_AFTER:
        return True
    if start > first and passage.keys[start - 1] in _HAMLETS and passage.key(start - 2) not in _HEADS_OF:
        return True
    return any(
        passage.keys[at] in _STREETS and passage.key(at - 1) != "thành"
        for at in range(max(first, start - _STREET_LIST), start)
    )


def _house(passage: Passage, start: int, first: int) -> bool:
    """Tell whether the number of a house stands before a name ("số nhà 5A"), or is glued to its first letter."""
    tokens, at = passage.tokens, start - 1
    glued = tokens.ends[at] == tokens.begins[start]
    if at > first and len(passage.key(at)) == 1 and tokens.ends[at - 1] == tokens.begins[at]:
        at -= 1
    return passage.key(at).isdigit() and (glued or (at > first and passage.key(at - 1) in _BEFORE_HOUSES))


def _is_place(passage: Passage, start: int, end: int) -> bool:
    """Tell whether words are a place's name, or two of a list whose comma print forgot: "Nông Cống Như Thanh"."""
    names = lexicon().place_names
    first = names.longest(passage.keys, start, end)
    if first is None or first[0] == end:
        return first is not None
    second = names.longest(passage.keys, first[0], end)
    whole = second is not None and second[0] == end
    return whole and all(one[0] - at > 1 for one, at in ((first, start), (second, first[0])) if one is not None)


def _repeated(passage: Passage, start: int, end: int) -> bool:
    """Tell whether words are a part of a byline printed twice: "Minh [Mẫu Minh Mẫu]"."""
    half = end - start - 1
    return half > 1 and passage.keys[start - 1 : start + half - 1] == passage.keys[start + half - 1 : end]


def _cut_place(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a name is the end of a place's and a country: "Đông [Dương Việt Nam] - Lào"."""
    if not passage.capital(start - 1) or passage.tokens.raw(start - 1).isupper():
        return False
    found = lexicon().countries.longest(passage.keys, start + 1, end)
    return found is not None and found[0] == end and found[1].name == HOME


def _delegation(passage: Passage, start: int, end: int) -> bool:
    """Tell whether words are those who were sent by a province: "đại biểu A (Đoàn Lạng Sơn)"."""
    if passage.key(start) not in _MOVEMENTS:
        return False
    where = lexicon().place_names.longest(passage.keys, start + 1, passage.limit(start))
    return where is not None and where[0] >= end and any(one.level == "province" for one in where[1])


def _preposition(passage: Passage, start: int) -> bool:
    """Tell whether a family name that is a word too opens a sentence or leads to a place: "Từ Củ Chi", "Vì Hà Nội"."""
    if passage.key(start) not in _WORDS_TOO or passage.key(start + 1) in _MIDDLE_NAMES:
        return False
    words, limit = lexicon(), passage.limit(start)
    opens = start == passage.sentences[passage.sentence_of[start]][0]
    return opens or any(trie.longest(passage.keys, start + 1, limit) for trie in (words.place_names, words.countries))


def names_a_place(passage: Passage, reading: NameReading) -> bool:
    """Tell whether the words of a name of two syllables are a province's or a district's."""
    found = lexicon().place_names.longest(passage.keys, reading.begin, reading.end)
    if found is None or found[0] != reading.end or reading.end - reading.begin > 2:
        return False
    return any(one.level != "commune" for one in found[1])
