"""Grammar of the names that bodies have of their own: "Trường [Tiểu học X]", "Trung tâm [Hội nghị quốc tế]"."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place
from lienket.language.wordlist import wordlist
from lienket.reference.agencies import AgencyKind
from lienket.reference.lexicon import keys_of, lexicon
from lienket.reference.reporting_verbs import reporting_verbs

JOINTS: Final = frozenset({"và", "&", "-", "–"})
OF: Final = frozenset({"của", "thuộc"})
_LONGEST_OWN: Final = 14
_FIRMS_NAMED: Final = frozenset({("ngân", "hàng"), ("công", "ty"), ("tập", "đoàn")})
_LONGEST_TOLD: Final = 10
_YEAR: Final = "năm"
_ABROAD: Final = frozenset({"tại", "ở"})
_DASHES: Final = frozenset({"-", "–"})
_QUOTES: Final = frozenset({'"', "“", "‘", "'"})
_MOST_UNKNOWN: Final = 2
"""Syllables in small letters that no list has in a name told after an office: more of them tell what someone does."""
_LONGEST_REST: Final = 3
_LONGEST_PERSON: Final = 4
_LONGEST_OBJECT: Final = 6
_MANAGING: Final = ("quản", "lý")
"""The verb in a name after which its object must follow."""
_INNER: Final = wordlist(
    "các cấp vùng đa nhà khu chợ miền cảng điện công nông dược thép bia gạch may giấy gốm tàu xe taxi"
)
"""Words of one syllable that stand inside such names in small letters."""
_CAPTION: Final = wordlist("ảnh video clip nguồn đồ")
"""Words after a dash that end a caption: "Trường X - Ảnh: …"."""
_MANY: Final = wordlist("các những mọi")
_TITLED: Final = frozenset({"rank", "degree"})
NO_NAME: Final = wordlist(
    "vào tại ở của với cho đã đang sẽ là được bị trên từ đến trong do có không thì mà nhưng để khi nếu bởi cùng như"
    " này đó cũng còn vừa chưa vẫn phải nói rằng theo sau trước giữa ra lên xuống đi về thuộc"
)
"""Words in small letters that no body's name holds."""
_STATE: Final = frozenset({"bo", "co-quan-ngang-bo", "tong-cuc", "quan-khu"})
"""Types of bodies that end the name of one that is theirs: "Trung tâm Thông tin [Bộ X]"."""
COMPANIES: Final = frozenset({
    "cong-ty", "cong-ty-co-phan", "cong-ty-trach-nhiem-huu-han", "cong-ty-trach-nhiem-huu-han-mot-thanh-vien",
    "doanh-nghiep", "doanh-nghiep-tu-nhan",
})  # fmt: skip
FIRMS: Final = COMPANIES | frozenset({"tap-doan", "tong-cong-ty", "ngan-hang"})
"""Types of firms: the words for them are put before one another, and forms of law after their names."""
_LEGAL_FORMS: Final = frozenset(
    {"tnhh", "mtv", "ctcp", "cp", "công", "ty", "cổ", "phần", "một", "thành", "viên", "jsc"}
)
_BY_LAW: Final = frozenset({
    "cong-ty-co-phan", "cong-ty-trach-nhiem-huu-han", "cong-ty-trach-nhiem-huu-han-mot-thanh-vien",
})  # fmt: skip
"""Types whose heads tell the form of law, after which a name follows: its first words may be a trade no list has."""
_LONGEST_TRADE: Final = 6
_OF_A_TRADE: Final = FIRMS | frozenset({"trung-tam", "ban-quan-ly", "ban-quan-ly-du-an", "ban-chi-dao", "vien"})
"""Types whose names may begin with a verb in small letters: what they do."""
MISSIONS: Final = frozenset({"dai-su-quan", "tong-lanh-su-quan"})
"""Types of the bodies that a state has in another."""
_PLAIN: Final = frozenset({"ban-quan-ly", "ban-quan-ly-du-an", "ban-quan-ly-rung"})
"""Types whose names may be wholly in small letters: "Ban Quản lý đường sắt đô thị"."""
_PLAIN_AFTER_TITLES: Final = frozenset({"trung-tam", "vien"})
"""Types whose names may be so where someone holds an office there: "Viện trưởng Viện [nghiên cứu phát triển]"."""
_NO_TRADE: Final = frozenset({"dang-bo", "dang-uy", "chi-bo", "cong-doan", "ban-can-su-dang"})
"""Types whose names of their own do not begin with words in small letters, as those of companies do."""
_NAMED_AFTER_PEOPLE: Final = frozenset({"benh-vien", "benh-vien-da-khoa", "quy", "bao-tang", "thu-vien", "cau-lac-bo"})
_NAMED_BY_WORK: Final = frozenset({"phong-trong-co-quan", "phong-canh-sat", "doi", "doi-canh-sat", "khoa"})
"""Types whose names tell what they do, never of people."""
_SHORT: Final = 3
"""Letters of an abbreviation that can be part of a firm's name; heads have longer ones: "VPĐKĐĐ"."""
_PLACE_ALONE: Final = frozenset({"benh-vien-da-khoa", "dang-bo", "dang-uy", "cong-thong-tin-dien-tu", "bao-tang"})
"""Types whose place may follow the head at once: "Bệnh viện Đa khoa Mẫu" is named by its place alone."""
_ADDRESS: Final = frozenset({"ông", "bà"})
_MIDDLE_NAMES: Final = wordlist("văn thị")


def own_name(passage: Passage, at: int, limit: int, kind: AgencyKind, *, common: bool, holder: bool) -> int:
    """Return the end of the name of its own that a body of `kind` has at `at`; `at` where none begins.

    It holds capitalised words, numbers, and words of the lexicon in small letters as long as nothing else was read.
    After a head that is a `common` word too it begins with a capital: "Hội trường X" is no "Hội". `holder` tells that
    who holds an office there may be named next.
    """
    end = last = past_trade(passage, at, limit, kind)
    known, acts = True, False
    common = common or kind.type in _NO_TRADE
    if kind.type in _NO_TRADE and lexicon().heads.longest(passage.keys, at, limit):
        return at  # another body's organ, named by a head that cannot be read here
    if common and at < limit and not passage.capital(at) and not passage.key(at).isdigit():
        return at
    if passage.key(at) in _ADDRESS and passage.key(at + 1) in lexicon().strong_surnames:
        return at
    while end < limit and end - at < _LONGEST_OWN:
        word = lexicon().name_words.longest(passage.keys, end, limit)
        if passage.capital(end):
            if word is None and _ends_in_place(passage, end, at, limit, kind):
                return end if known else last
            if _other_begins(passage, end, at, limit, kind) or (
                holder and _person_begins(passage, end, at, known, kind)
            ):
                break
            stop = word[0] if word else compound(passage, end + 1, limit)
            known, acts = stop > end + 1 or word is not None, word is not None and word[1] != "noun"
            end = last = stop
        elif passage.key(end).isdigit() and _numbers(passage, end, at, limit):
            end = last = end + 1
        elif last > at and place(passage, end, bare=False) is not None:
            return last if passage.key(end - 1) in _INNER else end
        elif word is not None and known:
            if end == at and word[1] != "noun" and kind.type not in _OF_A_TRADE:
                break
            plain = kind.type in _PLAIN or (holder and kind.type in _PLAIN_AFTER_TITLES)
            counts = (last > at or plain) and (word[1] == "noun" or closes(passage, word[0], limit))
            end = word[0]
            last = end if counts else last
        elif last > at and kind.type in MISSIONS and passage.key(end) == "tại" and passage.capital(end + 1):
            end += 1  # "Đại sứ quán Việt Nam tại Lào"
        elif (end > at and passage.key(end) in JOINTS) or (known and passage.key(end) in _INNER):
            end += 1
        elif acts and end == last and holder and (object_end := past_trade(passage, end, limit, kind)) > end:
            end = object_end  # "Công ty TNHH Khai thác [điểm đỗ] Mẫu Dương"
        else:
            break
    if last == at + 1 and len(passage.keys[at]) == 1 and not passage.key(at).isdigit():
        return at  # an initial
    if last == at + 1 and _cut(passage, at, limit):
        return at
    return (_up_to_place(passage, last, limit) if known and kind.place == "word" else None) or last


def past_trade(passage: Passage, at: int, limit: int, kind: AgencyKind) -> int:
    """Return where the capital stands to which words of a trade in small letters lead: "[thuyền buồm] Mẫu Dương".

    `at` where none do, or `kind` does not tell the form of law.
    """
    if kind.type not in _BY_LAW:
        return at
    words, end = lexicon(), at
    while end < limit and end - at <= _LONGEST_TRADE and passage.tokens.word(end):
        if passage.capital(end):
            return at if name_begins(passage, end) and place(passage, end) is None else end
        if passage.key(end) in NO_NAME or words.honorifics.longest(passage.keys, end, limit):
            return at
        if reporting_verbs().longest(passage.keys, end, limit):
            return at
        end += 1
    return at


def proper_name(name: str) -> str:
    """Return the key of a company's name without the words for its trade: "Xử lý chất thải Mẫu Xanh" is "mẫu xanh".

    "" of one that is called after another: "Chứng khoán ngân hàng Mẫu Xanh".
    """
    keys = keys_of(name)
    if not _FIRMS_NAMED.isdisjoint(pairwise(keys[1:])):
        return ""
    at = 0
    while at < len(keys):
        word = lexicon().name_words.longest(keys, at, len(keys))
        if word is None and keys[at] not in JOINTS and keys[at] not in _INNER:
            break
        at = word[0] if word is not None else at + 1
    return " ".join(keys[at:])


def legal_form(passage: Passage, end: int, limit: int) -> int:
    """Return the end of the form of law that follows the name of a firm: "… Sài Gòn [- TNHH MTV]"; else `end`."""
    at = end + (passage.key(end) in JOINTS)
    stop = at
    while stop < limit and passage.key(stop) in _LEGAL_FORMS and (stop > at or passage.capital(stop)):
        stop += 1
    return stop if stop > at else end


def up_to_parent(passage: Passage, end: int, limit: int) -> int:
    """Return the end of the syllables in small letters before the comma and head of the body that a unit is in.

    "Phó Trưởng phòng Trọng [án], Cục X" has a name that no list has.
    """
    at = end
    while at < limit and at - end < _LONGEST_REST and passage.tokens.word(at) and not passage.capital(at):
        if passage.key(at) in NO_NAME:
            return end
        at += 1
    parted = passage.key(at) == "," and passage.capital(at + 1)
    return at if parted and lexicon().heads.longest(passage.keys, at + 1, limit) else end


def told_name(passage: Passage, start: int, at: int, limit: int, kind: AgencyKind) -> int:
    """Return the end of a name in whatever words after an office and a head: "Viện trưởng Viện [lúa gạo mới], nói".

    It begins with a capital or a word of bodies' names and ends before a place, a mark, a verb of speech or who has the
    office; its head, which stands at `start` to `at`, or it has a capital. `at` where it is none, or goes on.
    """
    words, end, unknown, ends = lexicon(), at, 0, False
    if not _begins_name(passage, at, limit) or words.bodies.longest(passage.keys, start, limit):
        return at
    while end < limit and not ends and end - at < _LONGEST_TOLD and unknown <= _MOST_UNKNOWN:
        country = words.countries.longest(passage.keys, end, limit) if passage.capital(end) else None
        word = words.name_words.longest(passage.keys, end, limit)
        if end > at and (country is not None or _told(passage, end, limit, kind)):
            end, ends = country[0] if country is not None else end, True
        elif passage.key(end) in NO_NAME or not passage.tokens.word(end) or another(passage, end, limit):
            return at
        elif word is not None:
            end = word[0]
        else:
            unknown += not (passage.capital(end) or passage.key(end) in JOINTS or passage.key(end) in _INNER)
            end += 1
    capital = any(passage.capital(index) for index in range(at if kind.type in FIRMS else start, end))
    if passage.key(end) in _ABROAD and end < limit and passage.capital(end + 1):
        return at  # "Hội Doanh nhân Việt Nam [tại Úc]" is another
    whole = (ends or end == limit) and unknown <= _MOST_UNKNOWN and not _goes_on(passage, end, limit)
    return end if whole and capital and passage.key(end - 1) not in JOINTS else at


def _begins_name(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a capital, a word of bodies' names or a field of work begins at `at`, no place, name or initial."""
    if at >= limit or name_begins(passage, at) or len(passage.keys[at]) == 1 or place(passage, at) is not None:
        return False
    words = lexicon()
    known = words.name_words.longest(passage.keys, at, limit) or words.fields.longest(passage.keys, at, limit)
    says = reporting_verbs().longest(passage.keys, at, limit) is not None
    return passage.capital(at) or (known is not None and not says)


def _told(passage: Passage, end: int, limit: int, kind: AgencyKind) -> bool:
    """Tell whether a name after an office ends before token `end`: at a mark, a person, a year, a place or a verb."""
    who = end + (passage.key(end) == "và")  # "Trưởng ban Chỉ đạo thi THPT và ông A"
    called = lexicon().honorifics.longest(passage.keys, who, limit)
    if closes(passage, end, limit) or name_begins(passage, called[0] if called is not None else who):
        return True
    if passage.key(end) == _YEAR and passage.key(end + 1).isdigit():
        return True
    level = lexicon().level_words.longest(passage.keys, end, limit) is not None
    if level or (kind.place == "word" and place(passage, end) is not None):
        return place(passage, end) is not None
    return reporting_verbs().longest(passage.keys, end, limit) is not None


def _goes_on(passage: Passage, end: int, limit: int) -> bool:
    """Tell whether a name goes on past the mark at `end`: "Đê điều[, phòng chống lụt bão]", "Kinh tế [- Xã hội]".

    Where it ends a verb stands after a comma, and a name or office after a dash.
    """
    after, words = end + 1, lexicon()
    if end >= limit or after >= limit or not passage.tokens.word(after) or another(passage, after, limit):
        return passage.key(end) in _QUOTES
    if passage.key(end) in _DASHES:
        called = words.honorifics.longest(passage.keys, after, limit) is not None
        return passage.capital(after) and not called and not name_begins(passage, after)
    if passage.key(end) != ",":
        return passage.key(end) in _QUOTES
    if passage.capital(after):
        return words.fields.longest(passage.keys, after, limit) is not None
    return reporting_verbs().longest(passage.keys, after, limit) is None and passage.key(after) not in NO_NAME


def what_is_managed(passage: Passage, end: int, limit: int) -> int:
    """Return the end of the syllables in small letters up to a mark after "Quản lý": "Phòng Quản lý [dịch hại cây]"."""
    at = end
    while at < limit and at - end < _LONGEST_OBJECT and passage.tokens.word(at) and not passage.capital(at):
        if passage.key(at) in NO_NAME:
            return end
        at += 1
    return at if tuple(passage.keys[end - 2 : end]) == _MANAGING and closes(passage, at, limit) else end


def closes(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a name can end before token `at`, whatever stands before it: a mark, "của", the sentence's end."""
    return at >= limit or not passage.tokens.word(at) or passage.key(at) in OF


def _cut(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether the one word of a name is the first half of a word no list has: "Trung tâm [Tin] hiệu"."""
    after = at + 1
    if passage.key(at) not in lexicon().first_syllables or after >= limit or passage.capital(after):
        return False
    return passage.tokens.word(after) and passage.key(after) not in NO_NAME and passage.key(after) not in JOINTS


def _numbers(passage: Passage, index: int, at: int, limit: int) -> bool:
    """Tell whether the number at `index` is part of the name ("Bệnh viện 108"), not a count ("… X 5 bệnh nhân")."""
    after = index + 1
    if after >= limit or index == at:
        return True
    if passage.key(index - 1) in JOINTS and passage.tokens.word(index - 1):
        return False
    if passage.key(after) in (".", ",") and passage.key(after + 1).isdigit():
        return False
    counts = passage.tokens.word(after) and not passage.capital(after) and passage.key(after) not in NO_NAME
    counts = counts and reporting_verbs().longest(passage.keys, after, limit) is None
    return not counts or passage.key(index - 1) == "số" or place(passage, after, bare=False) is not None


def compound(passage: Passage, end: int, limit: int) -> int:
    """Return `end`, or the token after it where a compound is cut there: "Xuất|bản", "Trung|ương", "Doanh|nghiệp"."""
    if not 0 < end < limit or passage.capital(end) or not passage.capital(end - 1):
        return end
    return end + ((passage.key(end - 1), passage.key(end)) in lexicon().compounds)


def _up_to_place(passage: Passage, at: int, limit: int) -> int | None:
    """Return where a level word and its place begin, when only words of a name in small letters stand before them."""
    for end in range(at, min(limit, at + _LONGEST_OWN)):
        if lexicon().level_words.longest(passage.keys, end, limit) and end > at:
            where = place(passage, end, bare=False)
            return end if where is not None else None
        if passage.capital(end) or not passage.tokens.word(end) or passage.key(end) in NO_NAME | _MANY:
            return None
    return None


def _other_begins(passage: Passage, index: int, at: int, limit: int, kind: AgencyKind) -> bool:
    """Tell whether something else begins at `index`: a place, a ministry, a caption, another body."""
    if place(passage, index, bare=False) is not None:
        return True
    if index == at:
        return False
    if passage.key(index) in NO_NAME and not passage.capital(index + 1):
        return True  # the next sentence, after a stop that was lost
    if kind.unit and another(passage, index, limit):
        return True
    body = lexicon().bodies.longest(passage.keys, index, limit)
    if body is not None and body[1].type in _STATE and body[0] - index > 1:
        return True
    if len(passage.keys[index]) > _SHORT and passage.tokens.raw(index).isupper() and another(passage, index, limit):
        return True
    joint = passage.key(index - 1) in JOINTS
    called = lexicon().honorifics.longest(passage.keys, index, limit) if joint else None
    dignity = called is not None and called[0] > index + 1 and passage.capital(called[0])  # "Trưởng lão Hòa thượng"
    titled = dignity or (called is not None and called[1].kind in _TITLED and name_begins(passage, called[0]))
    return joint and (passage.key(index) in _CAPTION or titled or another(passage, index, limit))


def name_begins(passage: Passage, at: int) -> bool:
    """Tell whether a family name and another capitalised word stand at `at`, a stop before them aside."""
    at += passage.key(at) == "."
    return passage.key(at) in lexicon().strong_surnames and passage.capital(at) and passage.capital(at + 1)


def _ends_in_place(passage: Passage, index: int, at: int, limit: int, kind: AgencyKind) -> bool:
    """Tell whether the name of a body that takes a place ends before one at `index`: "Hội Du lịch [Đà Nẵng]"."""
    if kind.place != "word" or (index == at and kind.type not in _PLACE_ALONE):
        return False
    where = place(passage, index, outer=0)
    return where is not None and where.kind is None and not passage.capital(where.end)


def leads_to_capital(passage: Passage, at: int, limit: int) -> bool:
    """Tell whether a capital stands at `at`, or nouns of bodies' names before it: "hiệp hội [taxi Đà Nẵng]"."""
    end = at
    while end < limit and end - at < _LONGEST_REST and not passage.capital(end):
        word = lexicon().name_words.longest(passage.keys, end, limit)
        if word is None and passage.key(end) not in _INNER:
            return False
        end = word[0] if word is not None else end + 1
    return end < limit and passage.capital(end) and passage.tokens.word(end)


def another(passage: Passage, index: int, limit: int) -> bool:
    """Tell whether another agency's head or a title begins at `index`: "Trường A và [Trường] B"."""
    words = lexicon()
    if words.titles.longest(passage.keys, index, limit):
        return True
    head = words.heads.longest(passage.keys, index, limit)
    word = words.name_words.longest(passage.keys, index, limit) if head is not None else None
    return head is not None and (word is None or word[0] <= head[0])  # "Khoa học" is no "Khoa"


def _person_begins(passage: Passage, index: int, at: int, known: bool, kind: AgencyKind) -> bool:
    """Tell whether a full name begins at `index`, after a name of the body: "Bệnh viện 115 [Phan Văn Mẫu]"."""
    if passage.key(index) not in lexicon().strong_surnames:
        return False
    if index == at and (kind.place != "word" or kind.type in _NAMED_AFTER_PEOPLE):
        return False
    end = index
    while end - index <= _LONGEST_PERSON and passage.capital(end) and passage.tokens.word(end):
        end += 1
    if not 2 <= end - index <= _LONGEST_PERSON:
        return False
    own = index == at or passage.key(index - 1).isdigit() or not known or kind.type in _NAMED_BY_WORK
    return passage.key(index + 1) in _MIDDLE_NAMES or (own and end - index > 2)
