"""Grammar of agencies: a particular body, or a kind with field, jurisdiction and parent."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from lienket.extract.grammar.brands import branded
from lienket.extract.grammar.fields import FIELD_JOINTS, field_of, foreign_field, says, task_of
from lienket.extract.grammar.own_names import (
    FIRMS,
    JOINTS,
    NO_NAME,
    OF,
    closes,
    leads_to_capital,
    legal_form,
    own_name,
    past_trade,
    told_name,
    up_to_parent,
    what_is_managed,
)
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place
from lienket.extract.grammar.readings import AgencyReading, PlaceReading
from lienket.extract.grammar.seats import LEVELS_OF, fused_place, governs, unknown_place
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.reference.agencies import AgencyKind, body_named, kind_headed
from lienket.reference.countries import HOME, Country
from lienket.reference.events import event_heads
from lienket.reference.lexicon import lexicon

_ASIDE: Final = frozenset({",", "-", "–"})
_NO_HEAD_AFTER: Final = wordlist(
    "trụ cơ xứ họp dự cán thông cảnh nội toàn đồng tiến cục tham giáo đa liên chuyên bách thủ á sản nha nhãn ngoại"
)
"""Words that make another word of a head in small letters: "trụ sở", "họp báo", "nội bộ"."""
_MANY: Final = wordlist("các những mỗi từng nhiều hai ba bốn")
_LEVEL_JOINTS: Final = frozenset({",", "/", "-", "–", "và", "hoặc", "hay"})
"""Between levels of which no one unit is meant: "ban CHQS xã, phường"."""
_LEVEL_WORDS: Final = frozenset(LEVELS_OF) | {"thành", "tp"}
_EITHER_LEVEL: Final = {
    (level, body): (other, body) for body in ("ủy", "đoàn") for level, other in (("tỉnh", "thành"), ("thành", "tỉnh"))
}
"""Heads that hold the level of a province or of a city, by the other: "Tỉnh ủy", "Thành ủy"."""
_OF_MANY: Final = frozenset({
    ("địa", "phương"), ("các", "địa"), ("của", "các"), ("của", "nhiều"), ("của", "một"), ("ở", "các"), ("tại", "các"),
    ("ở", "nhiều"), ("tại", "nhiều"), ("một", "số"),
})  # fmt: skip
"""Words after a head by which no one body is meant: "Sở Y tế [của các] tỉnh"."""
_SOME: Final = frozenset({("một", "số"), ("các", "cấp")})
_RANK: Final = "cấp"
_RANKED: Final = 12
"""Tokens before a head within which its level is told for every place of it: "cấp huyện phải có [HĐND]"."""
_BRANCH: Final = wordlist("lượng ngành")
"""Words before the name of a force or branch as a whole: "lực lượng Công an", "ngành Công an"."""
_BARE: Final = {"sở": "Sở", "bộ": "Bộ", "cục": "Cục"}
_MANY_AFTER: Final = wordlist("các những cấp mỗi từng")
"""Words before and after a head by which no one body is meant."""
_PRESS: Final = frozenset({"bao", "tap-chi"})
"""Types of bodies whose short names are common words too: "Tuổi Trẻ" is the paper, "Tuổi trẻ" the young."""
_CENTRAL: Final = frozenset({"bo", "tong-cuc", "cuc"})
"""Types whose bodies are listed one by one, though their names are made of a head and a field."""
BOARD: Final = "ban-chi-dao"
"""The type of boards for a task, each of the place that set it up."""
_COUNCIL: Final = "hoi-dong-chuyen-mon"
_LISTED: Final = frozenset({"hoi-dong-chuyen-mon", "phong"})
"""Types whose fields are all listed: councils for a task, offices of a district. What else follows is none of them."""
_OF_STATES: Final = Trie(
    (tuple(words.split()), None)
    for words in (
        *("nước", "của", "cộng hòa", "dân chủ", "nhân dân", "liên bang", "vương quốc", "xã hội chủ nghĩa", "hồi giáo"),
        *("hoàng gia", "hợp chúng quốc", "hợp chủng quốc"),
    )
)
"""Words of the full names of states before the name: "nước Cộng hòa Dân chủ Nhân dân Lào"."""
_LONGEST_STATE: Final = 12
_MINISTRY: Final = "bo"
"""The type of the ministries: those of the country are all listed."""
_VENUES: Final = frozenset({"cang-hang-khong"})
"""Types whose bodies are mostly named as places: they count where someone holds an office there."""
_CENTRE: Final = "trung-tam"
_HALLS: Final = (["hội", "nghị"], ["thương", "mại"], ["hành", "chính"], ["triển", "lãm"], ["mua", "sắm"])
"""Words after "Trung tâm" that make it a place where one meets or buys."""
_PICTURE: Final = "ảnh"
_SCHOOL: Final = "trường"
_SCHOOLS: Final = "truong-dai-hoc"
"""The type of the schools of which some are members of a university: "Trường Đại học X - Đại học Y"."""
_OFFICE: Final = "phong-trong-co-quan"
_OFFICE_HEAD: Final = "Phòng trong cơ quan"
"""The type of the offices in other bodies than a district's government, and how `fields.csv` calls their head."""
_MANAGEMENT: Final = "Ban Quản lý"
_HOSPITALS: Final = frozenset({"benh-vien", "benh-vien-da-khoa"})
_DEPARTMENTS: Final = frozenset({"vu", "cuc", "tong-cuc", "chi-cuc"})
"""Types named after what they do, of which no list is complete."""
_TOLD: Final = _DEPARTMENTS | {_COUNCIL}
"""Types of listed names of which others are told too, after an office: "Chi cục trưởng Chi cục [Nuôi ong]"."""
_NEED_A_WORD: Final = frozenset({"trung-tam", "ban-quan-ly"})
"""Types whose heads are also common words before a place: "trung tâm Sài Gòn"."""
_SMALL_TOO: Final = FIRMS | _HOSPITALS | _NEED_A_WORD | frozenset({
    "hiep-hoi", "lien-doan", "hoc-vien", "dai-hoc", "truong-dai-hoc", "truong-cao-dang", "truong-trung-cap",
    "truong-mam-non", "tap-chi", "nha-xuat-ban", "hop-tac-xa", "phong-kham", "dai-su-quan", "bao-tang", "nha-hat",
})  # fmt: skip
"""Types whose bodies are named in small letters too, when their own names begin with a capital."""
_BLOCS: Final = frozenset({"asean", "apec", "eu"})
"""Blocs that stand for their countries unless someone holds an office there: "các nước ASEAN"."""
_NO_FIRM: Final = frozenset({"nhà nước", "tư nhân", "vn", "việt nam"})
"""Words after a word for firm that name none."""
_HOME_SHORT: Final = "vn"
_ALIKE: Final = (FIRMS, _PRESS)
"""Types whose general words are put before particular bodies of the same kind."""
_PARTY_BODIES: Final = frozenset({"dang-uy", "dang-doan", "ban-can-su-dang"})
"""Types of the Party's bodies within others, whose names are theirs."""
_ORGANS: Final = _PARTY_BODIES | {"chi-bo"}
"""Types of the Party's bodies that small letters name too after an office: "Bí thư [chi bộ]"."""
_WITH_ORGANS: Final = ("Đảng", "Quân đội nhân dân Việt Nam")
"""Names of bodies that every socialist state has, after those of their organs: "Bộ Chính trị [Đảng X]"."""
_OF_MEMBERS: Final = frozenset({
    "hoi-lien-hiep-phu-nu", "hoi-cuu-chien-binh", "hoi-chu-thap-do", "hoi-khuyen-hoc", "hoi-luat-gia",
})  # fmt: skip
"""Types of associations that other bodies have too, of their own members."""
_COMMON: Final = frozenset({
    "cong-an", "thanh-tra", "thanh-tra-so", "bao-hiem-xa-hoi", "bo-chi-huy-bo-doi-bien-phong", _COUNCIL,
    "vien-kiem-sat-nhan-dan", "toa-an-nhan-dan",
})  # fmt: skip
"""Types whose heads alone name a force, a court or a task whosever it is: "Công an vào cuộc"."""
_FRONT: Final = frozenset({"mặt", "mttq", "mttqvn"})
"""First words of "Mặt trận Tổ quốc", which is the whole Front where no "Ủy ban" is said."""
_UNIONS: Final = frozenset({"đoàn", "hội"})
_CENTRAL_ORGAN: Final = " Trung ương"
_COMMITTEE: Final = ["ủy", "ban"]
"""Words after which no other head begins: "Ủy ban Thường vụ" is no "Ban Thường vụ"."""
_ELECTED: Final = frozenset({"hoi-dong-nhan-dan", "doan-dai-bieu-quoc-hoi"})
_TERM: Final = "khóa"
_DISTRICT_OFFICE: Final = "phong"
_FIELD_MARKS: Final = frozenset({",", "("})
"""Marks after which a field goes on, or the body that a unit is in follows."""
_OF_FIRMS: Final = ["chi", "nhánh"]
"""The head of a firm's branches, in small letters too after its name."""
_STREET: Final = frozenset({"đường", "phố"})
_DEEPEST: Final = 4
_LONGEST_REST: Final = 3


def agency(
    passage: Passage, start: int, *, in_title: bool = False, in_office: bool = False, depth: int = 0
) -> AgencyReading | None:
    """Read the agency that begins at `start`, with what follows of its field, jurisdiction and parent.

    Of several readings the one that covers most wins; of equals a particular body, then one with a parent. Heads in
    small letters count when `in_title`, that is inside a title or as a parent: "trưởng [phòng Nội vụ]"; heads that need
    a name and have none count `in_office`, after a title, for what follows to complete. `depth` is how many units it
    stands in; past `_DEEPEST` nothing is read.
    """
    if (in_office or in_title) and passage.keys[start] in passage.brands.starts():
        return branded(passage, start, passage.limit(start))
    if depth > _DEEPEST or passage.keys[start] not in lexicon().agency_starts:
        return None
    limit = passage.limit(start)
    before = passage.key(start - 1)
    part_of_word = before in _NO_HEAD_AFTER and not passage.capital(start) and not (in_title and depth)
    if before in _STREET or part_of_word or passage.keys[max(0, start - 2) : start] == _COMMITTEE:
        return None
    found = _kinds(passage, start, limit, in_title, in_office, depth)
    body = _body(passage, start, limit, in_office, in_title)
    if body is not None:
        found.insert(0, body)
    if not in_office:
        found = [reading for reading in found if not reading.bare]
    best = max(found, key=_fullness, default=None)
    if best is None or _generic(passage, best):
        return None
    best = abroad(passage, _at_its_place(best, found), limit)
    if in_office and best.body is not None and best.body.type in _DEPARTMENTS and best.parent is None:
        best = in_its_ministry(passage, best, depth)
    if in_office and best.body is not None and best.body.type in FIRMS:
        branch = _branch(passage, best, depth)
        if branch is None:
            return None
        best = branch
    if _of_another(passage, best, limit):
        best = replace(best, certain=False)
    listed = best.certain or best.country is not None or best.kind is None or best.kind.type != _MINISTRY
    return best if listed else None


def _branch(passage: Passage, firm: AgencyReading, depth: int) -> AgencyReading | None:
    """Return the branch that is told after a firm of which someone heads it: "Ngân hàng X [chi nhánh Y]".

    `firm` where none is told, None where the branch has no name.
    """
    at = firm.end + (passage.key(firm.end) in _ASIDE)
    if passage.keys[at : at + len(_OF_FIRMS)] != _OF_FIRMS:
        return firm
    branch = agency(passage, at, in_office=True, depth=depth + 1)
    if branch is None or branch.field is None:
        return None
    return replace(branch, begin=firm.begin, parent=firm)


def _of_another(passage: Passage, reading: AgencyReading, limit: int) -> bool:
    """Tell whether a Party body that others have too is followed by a body that is not known: "Đảng ủy Bộ Tham mưu".

    Or by "cơ quan", which is the body of the office named after it: "Bí thư Đảng ủy cơ quan, Chủ tịch Hội X".
    """
    at, told = reading.end, reading.field or reading.place or reading.parent or reading.country
    if reading.kind is None or reading.kind.type not in _PARTY_BODIES or told or at >= limit:
        return False
    unknown = passage.capital(at) and passage.key(at) not in lexicon().surnames
    return unknown or passage.keys[at - 2 : at] == ["cơ", "quan"] or passage.keys[at : at + 2] == ["cơ", "quan"]


def _at_its_place(best: AgencyReading, found: list[AgencyReading]) -> AgencyReading:
    """Return the particular body that `best` names with its place: "Bệnh viện Bạch Mai [Hà Nội]"."""
    for one in found:
        free = best.kind is not None and best.kind.field == "free" and best.field is not None
        if one.body is not None and free and best.place is not None and one.end == best.place.begin:
            return replace(one, end=best.end)
    return best


def in_its_ministry(passage: Passage, reading: AgencyReading, depth: int = 0) -> AgencyReading:
    """Add the ministry told after a particular department: "Cục trưởng Cục Quản lý Dược[, Bộ Y tế]"."""
    kind = kind_headed(reading.name.split()[0])
    of = _aside(passage, reading.end, kind, depth, comma=True) if kind is not None else None
    return replace(reading, end=of[0], parent=of[1]) if of is not None else reading


def abroad(passage: Passage, reading: AgencyReading, limit: int) -> AgencyReading:
    """Add the foreign country that follows a body's name: "Quốc hội Lào" is not Việt Nam's."""
    at = reading.end
    party = lexicon().bodies.longest(passage.keys, at, limit) if at < limit and reading.body is not None else None
    if party is not None and party[1].name.startswith(_WITH_ORGANS):
        if not party[1].name.startswith("Đảng") or party[1].type == "dang":
            return abroad(passage, replace(reading, end=party[0]), limit)
        return replace(reading, end=party[0], country=party[1].name)
    found = state(passage, at, limit)
    if found is None or found[1].kind != "country" or reading.place is not None:
        return reading
    if found[1].name == HOME:
        return replace(reading, end=found[0]) if reading.body is not None else reading
    return replace(reading, end=found[0], country=found[1].name)


def state(passage: Passage, at: int, limit: int) -> tuple[int, Country] | None:
    """Read the country or region at `at`, by its name or its full name: "nước Cộng hòa Dân chủ Nhân dân Lào"."""
    limit = min(limit, at + _LONGEST_STATE)
    found = country(passage, at, limit)
    while found is None and (words := _OF_STATES.longest(passage.keys, at, limit)) is not None:
        at = words[0]
        found = country(passage, at, limit)
    return found


def country(passage: Passage, at: int, limit: int) -> tuple[int, Country] | None:
    """Read the country or region named at `at`, with where its name ends."""
    return lexicon().countries.longest(passage.keys, at, limit) if at < limit and passage.capital(at) else None


def _generic(passage: Passage, reading: AgencyReading) -> bool:
    """Tell whether many bodies are meant, none in particular: "HĐND các cấp", "các Sở Y tế", "Tỉnh ủy, Thành ủy"."""
    named = reading.place is not None and reading.place.name is not None
    own_name = reading.kind is not None and reading.kind.field == "free" and reading.field is not None
    if reading.kind is None or own_name or named or reading.parent is not None:
        return False
    after = passage.key(reading.end)
    if after in _MANY_AFTER or tuple(passage.keys[reading.end : reading.end + 2]) in _OF_MANY:
        return True
    if (after.isdigit() or after in _MANY) and passage.key(reading.end + 1) in _LEVEL_WORDS:
        return True
    if reading.place is None and len(reading.kind.levels) > 1 and _of_a_level(passage, reading.begin):
        return True
    if reading.place is not None and levels_follow(passage, reading.end):
        return True
    if _of_either_level(passage, reading.begin) or (reading.kind.unit and _of_either_level(passage, reading.end)):
        return True
    before = passage.key(reading.begin - 1)
    if before in _BRANCH and reading.place is None:
        return True
    if tuple(passage.keys[max(0, reading.begin - 2) : reading.begin]) in _SOME:
        return True
    return before in _MANY and (reading.place is not None or after not in FIELD_JOINTS)


def _of_a_level(passage: Passage, at: int) -> bool:
    """Tell whether what stands before token `at` is about all places of a level: "cấp huyện"."""
    first = max(passage.sentences[passage.sentence_of[at]][0], at - _RANKED)
    return any(one == _RANK and level in _LEVEL_WORDS for one, level in pairwise(passage.keys[first:at]))


def levels_follow(passage: Passage, at: int) -> bool:
    """Tell whether a level word at `at` goes on a list of such, with no name of its own: "UBND quận, [phường]"."""
    if passage.key(at) not in _LEVEL_JOINTS or passage.key(at + 1) not in _LEVEL_WORDS:
        return False
    if lexicon().heads.longest(passage.keys, at + 1, passage.limit(at)) is not None:
        return passage.key(at + 1) == "thành" and not passage.capital(at + 1)
    return passage.key(at + 1) in LEVELS_OF or not passage.capital(at + (3 if passage.key(at + 2) == "phố" else 2))


def _of_either_level(passage: Passage, at: int) -> bool:
    """Tell whether "Tỉnh ủy" and "Thành ủy" stand beside each other at `at`, neither with its place.

    No place has both: those of all provinces are meant.
    """
    other = _EITHER_LEVEL.get((passage.key(at), passage.key(at + 1)))
    if other is None or passage.capital(at + 2):
        return False
    listed = passage.key(at - 1) in _LEVEL_JOINTS
    if listed and (passage.key(at - 2) == other[0] or (passage.key(at - 3), passage.key(at - 2)) == other):
        return True
    follows = (passage.key(at + 3), passage.key(at + 4)) == other and not passage.capital(at + 5)
    return follows and passage.key(at + 2) in _LEVEL_JOINTS


def _fullness(reading: AgencyReading) -> tuple[int, bool, bool, bool]:
    """Order readings of one place: what covers more, a particular body, one with its parent; one of its own if its
    field is of the list, else a unit."""
    unit = reading.kind is not None and reading.kind.unit
    return reading.end, reading.body is not None, reading.parent is not None, unit != reading.certain


def _body(passage: Passage, start: int, limit: int, in_office: bool, in_title: bool) -> AgencyReading | None:
    """Read a particular body; after a title its head may be small: "Bộ trưởng [bộ Y tế]"."""
    for end, body in lexicon().bodies.all(passage.keys, start, limit):
        capitals = [passage.capital(at) for at in range(start, end)]
        whole = any(capitals) if end - start > 2 else all(capitals) if body.type in _PRESS else capitals[0]
        numbered = in_office and end - start > 2 and passage.key(end - 1).isdigit()  # "Tư lệnh [quân khu 3]"
        whole = whole or numbered or (in_office and any(capitals)) or ((in_office or in_title) and end - start > 3)
        if passage.key(start) in _BLOCS and not in_office:
            return None
        if passage.key(end) in _UNIONS and passage.capital(end) and body.name.endswith(_CENTRAL_ORGAN):
            continue  # "Ủy ban Kiểm tra Trung ương [Đoàn]" is the Youth Union's
        if whole and (end - start > 1 or not _abbreviation_in_small(passage, start)):
            if body.type in FIRMS:
                end = legal_form(passage, end, limit)
            return AgencyReading(begin=start, end=end, name=body.name, body=body)
    return None


def _abbreviation_in_small(passage: Passage, index: int) -> bool:
    """Tell whether a short word at `index` is not printed as an abbreviation is: "Tư", against "TƯ"."""
    raw = passage.tokens.raw(index)
    return len(raw) <= 4 and not raw.isupper()


def _kinds(
    passage: Passage, start: int, limit: int, in_title: bool, in_office: bool, depth: int
) -> list[AgencyReading]:
    found = lexicon().heads.longest(passage.keys, start, limit)
    if found is None:
        return []
    at, kinds = found
    occasion = event_heads().longest(passage.keys, start, limit)
    if occasion is not None and occasion[0] > at:
        return []  # "Hội nghị", "Hội thi" begin like "Hội"
    readings = [_kind(passage, start, at, limit, kind, in_title, in_office, depth) for kind in kinds]
    return [reading for reading in readings if reading]


def _kind(
    passage: Passage, start: int, at: int, limit: int, kind: AgencyKind, in_title: bool, in_office: bool, depth: int
) -> AgencyReading | None:
    """Read a body of `kind`, whose head stands at `start` to `at`."""
    begun = in_office and at < limit and (passage.capital(at) or passage.key(at).isdigit())
    begun = begun or (in_office and past_trade(passage, at, limit, kind) > at)
    begun = begun or (in_office and kind.type in _ORGANS)
    begun = begun or (in_office and kind.field == "free" and told_name(passage, start, at, limit, kind) > at)
    begun = begun or (in_office and at - start > 1 and kind.place == "word" and _of_place(passage, at, kind))
    capital = passage.capital(start) or in_title or begun
    small = not capital and _named_in_small(passage, start, at, limit, kind)
    capital = capital or small
    if not capital and kind.cases != "lower":
        return None
    if (kind.type in _VENUES or kind.cases == "office") and not (in_title or in_office):
        return None
    if kind.type == _COUNCIL and not (passage.capital(start) or in_title or in_office):
        return None  # councils for a task are many; whose chairman is named is one
    if kind.place == "bare" and _place_over(passage, start, at):
        return None
    if kind.field == "free" and (firm := _firm(passage, start, at, limit, kind)) is not None:
        return firm
    named = _name(passage, start, at, limit, kind, depth, holder=in_title or in_office)
    if named is None:
        return None
    end, field, listed = named
    if small and kind.type not in _NEED_A_WORD and _only_a_word(passage, at, end):
        return None
    name = f"{kind.head} {field}" if field else kind.head
    reading = AgencyReading(begin=start, end=end, name=name, kind=kind, field=field, certain=listed)
    reading = _placed(passage, reading, kind, limit, depth, aside=depth == 0 and (in_title or in_office))
    if kind.type in _CENTRAL and reading.place is None and (body := body_named(name)) is not None:
        return replace(reading, body=body)
    no_more = reading.place is None and reading.parent is None and field is None
    if no_more and kind.type in _OF_MEMBERS and end < limit and passage.capital(end):
        inner = agency(passage, end, depth=depth + 1)
        if inner is not None and not inner.bare and passage.keys[inner.begin] not in _LEVEL_WORDS:
            return None  # "Hội Phụ nữ Công an tỉnh A" is the police's own, none of the province
    common = kind.type in _COMMON or passage.key(start) in _FRONT
    if no_more and common and not (in_title or in_office):
        reading = replace(reading, common=True)
    if no_more and not (kind.fused_level and at - start > 1):
        single = at - start == 1 and not (passage.tokens.raw(start).isupper() and len(passage.keys[start]) > 3)
        if capital and kind.field == "free" and at - start > 1:
            return replace(reading, bare=True)
        return None if not capital or kind.field == "free" or single else reading
    return reading


def _of_place(passage: Passage, at: int, kind: AgencyKind) -> bool:
    """Tell whether a place that is named, and has bodies of `kind`, stands at `at`: "đoàn luật sư [tỉnh Mẫu]"."""
    where = place(passage, at) if at < passage.limit(at - 1) else None
    return where is not None and where.name is not None and governs(kind, where)


def _named_in_small(passage: Passage, start: int, at: int, limit: int, kind: AgencyKind) -> bool:
    """Tell whether a head in small letters of two syllables or more has a name after it: "công ty [Mẫu Xanh]".

    The firms of a country or a place are no one firm: "các công ty Nhật Bản", "ngân hàng TP.HCM".
    """
    if kind.type not in _SMALL_TOO or at - start < 2 or not leads_to_capital(passage, at, limit):
        return False
    if lexicon().countries.longest(passage.keys, at, limit) or place(passage, at, bare=False):
        return False
    if kind.type in _NEED_A_WORD:
        return lexicon().name_words.longest(passage.keys, at, limit) is not None
    return kind.type in _HOSPITALS or place(passage, at) is None


def _only_a_word(passage: Passage, at: int, end: int) -> bool:
    """Tell whether a name is one word of the language: "các đại học [Sư phạm]" are no one school."""
    word = lexicon().name_words.longest(passage.keys, at, end)
    return word is not None and word[0] == end


def _name(
    passage: Passage, start: int, at: int, limit: int, kind: AgencyKind, depth: int, *, holder: bool
) -> tuple[int, str | None, bool] | None:
    """Read the field or own name after the head at `start` to `at`: its end, its words, whether it is a listed field.

    None where the kind needs one, or where head and name are something else.
    """
    if kind.type == _MINISTRY and (abroad_end := foreign_field(passage, at, limit)) is not None:
        return abroad_end, passage.slice(at, abroad_end), False
    if kind.field == "required":
        listed = field_of(passage, at, limit, kind.head, known=not passage.capital(start))
        particular = lexicon().bodies.longest(passage.keys, start, limit)
        task = task_of(passage, at, limit, kind) if kind.type in _DEPARTMENTS and particular is None else None
        if task is not None and (listed is None or listed[0] < task[0]):
            return task
        if listed is None and holder and kind.type in _TOLD:
            end = told_name(passage, start, at, limit, kind)
            return (end, passage.slice(at, end), True) if end > at else None
        if listed is None or (kind.type in _LISTED and not listed[2]):
            return None
        return None if kind.type == _DISTRICT_OFFICE and _goes_on(passage, listed, at, limit) else listed
    if kind.field == "none":
        return at, None, True
    task = field_of(passage, at, limit, kind.head, known=True) if kind.type == BOARD else None
    if task is not None and task[2]:
        return task
    parent = agency(passage, at, depth=depth + 1) if at < limit and kind.type not in FIRMS else None
    if parent is not None:
        unnamed = kind.type == _OFFICE and parent.name.startswith(_MANAGEMENT)
        return None if unnamed else (at, None, True)  # "trưởng phòng Ban Quản lý X" heads a unit that is not named
    end = own_name(passage, at, limit, kind, common=at - start == 1, holder=holder)
    if holder and end == at and kind.type != _OFFICE:
        end = told_name(passage, start, at, limit, kind)
    if kind.type == _OFFICE:
        office = field_of(passage, at, limit, _OFFICE_HEAD, known=True)
        if office is not None and office[2] and office[0] >= end:
            end = _past_words(passage, office, at, limit)
            if end in (at, office[0]):
                return office if end > at else None
        if holder and passage.capital(at):
            end = up_to_parent(passage, max(end, at + 1), limit) if end > at or not passage.capital(at + 1) else end
            end = what_is_managed(passage, end, limit)
        if end == at:
            return None
    if at - start == 1 and _another_name(passage, start, at, end):
        return None
    if kind.type == _CENTRE and passage.keys[at : at + 2] in _HALLS:
        return None
    name = passage.slice(at, end)
    if kind.type in FIRMS and name.lower() in _NO_FIRM:
        return None
    whole = f"{name[:-2]}{HOME}" if passage.key(end - 1) == _HOME_SHORT and end > at else name or None
    return end, whole, kind.type != BOARD


def _goes_on(passage: Passage, field: tuple[int, str, bool], at: int, limit: int) -> bool:
    """Tell whether words of another field go on where a short one of the list ends: "phòng tài nguyên [nước], …"."""
    end = field[0]
    short = end - at < len(field[1].split()) and end < limit and not passage.capital(end) and passage.tokens.word(end)
    if not short or passage.key(end) in NO_NAME | JOINTS | _LEVEL_WORDS or says(passage, end, limit):
        return False
    noun = lexicon().name_words.longest(passage.keys, end, limit)
    up_to = _up_to_mark(passage, end, limit)
    return (noun is not None and noun[1] == "noun") or (up_to is not None and passage.key(up_to) in _FIELD_MARKS)


def _past_words(passage: Passage, field: tuple[int, str, bool], at: int, limit: int) -> int:
    """Return the end of the words of another field that begins like one of the list: "phòng Kế hoạch [kinh doanh]".

    Only what stands short for more goes on so: "Kế hoạch" for "Kế hoạch và Đầu tư". `at` where the words are unknown.
    """
    end = field[0]
    if end - at >= len(field[1].split()) or end >= limit or passage.capital(end) or not passage.tokens.word(end):
        return end
    said = says(passage, end, limit) or passage.key(end) in NO_NAME | JOINTS
    if said or lexicon().heads.longest(passage.keys, end, limit) is not None:
        return end
    word = lexicon().name_words.longest(passage.keys, end, limit)
    return word[0] if word is not None else _up_to_mark(passage, end, limit) or at


def _up_to_mark(passage: Passage, at: int, limit: int) -> int | None:
    """Return where a mark ends a few syllables in small letters that can be part of a name."""
    end = at
    while end < min(limit, at + _LONGEST_REST) and passage.tokens.word(end) and not passage.capital(end):
        if passage.key(end) in NO_NAME:
            return None
        end += 1
    return end if closes(passage, end, limit) else None


def _firm(passage: Passage, start: int, at: int, limit: int, kind: AgencyKind) -> AgencyReading | None:
    """Read a firm or paper of the list that follows another word for such: "Công ty CP [FPT]", "báo [Infonet]"."""
    found = lexicon().bodies.longest(passage.keys, at, limit)
    if found is None or not passage.capital(at) or not any(kind.type in of and found[1].type in of for of in _ALIKE):
        return None
    return AgencyReading(begin=start, end=found[0], name=found[1].name, body=found[1])


def _place_over(passage: Passage, start: int, at: int) -> bool:
    """Tell whether a known place with its level word reaches over the end of a head: "phường Đoàn Kết"."""
    where = place(passage, start, bare=False, outer=0) if passage.capital(at - 1) else None
    return where is not None and bool(where.candidates) and where.end > at


def _another_name(passage: Passage, start: int, at: int, end: int) -> bool:
    """Tell whether a head of one syllable begins a name of another kind: "Hội An", "Trường Sa", "Trường Chinh"."""
    if passage.key(start - 1) == ":" and passage.key(start - 2) == _PICTURE:
        return True
    word = lexicon().name_words.longest(passage.keys, start, passage.limit(start))
    if word is not None and word[0] > at:
        return True
    if end == at + 1 and passage.key(start) == _SCHOOL and not passage.key(at).isdigit():
        return True
    found = lexicon().place_names.longest(passage.keys, start, end)
    return found is not None and found[0] > at and lexicon().name_words.longest(passage.keys, at, end) is None


def with_parent(passage: Passage, reading: AgencyReading, kind: AgencyKind, limit: int) -> AgencyReading:
    """Add to a unit of someone's office what follows of its parent: "Vụ trưởng Pháp chế[, Bộ X]"."""
    return _placed(passage, reading, kind, limit, 0, aside=True)


def _placed(
    passage: Passage, reading: AgencyReading, kind: AgencyKind, limit: int, depth: int, *, aside: bool
) -> AgencyReading:
    """Add the parent or the jurisdiction that follows; `aside` allows a comma before a unit's parent, as offices have.

    "Phó Trưởng phòng Tham mưu, Công an tỉnh X" is an office; elsewhere a comma may part two bodies of a list.
    """
    at = reading.end
    linked = 0
    if passage.key(at) in OF:
        linked = 1
    elif passage.key(at) == "trực" and passage.key(at + 1) == "thuộc":
        linked = 2
    ahead = at + linked
    if ahead >= limit:
        return reading
    if linked or kind.under or (kind.field == "free" and passage.capital(ahead)):
        in_title = passage.key(ahead) not in LEVELS_OF or bool(kind.under and level_of_head(passage, ahead))
        parent = agency(passage, ahead, in_title=in_title, depth=depth + 1)
        parent = parent or _said_before(passage, ahead, kind)
        if parent is not None and (linked or _under(kind, parent)):
            return replace(reading, end=parent.end, parent=parent)
    if kind.under and not linked and at + 1 < limit:
        of = _aside(passage, at, kind, depth, comma=aside)
        if of is not None:
            return replace(reading, end=of[0], parent=of[1])
    where = (
        place(passage, ahead)
        or _place_past_term(passage, ahead, kind)
        or fused_place(passage, ahead, limit, kind)
        or (unknown_place(passage, ahead, limit) if kind.place == "bare" else None)
    )
    if where is not None and kind.under and where.name is None and level_of_head(passage, where.begin):
        return reading
    if where is not None and (kind.field == "free" or governs(kind, where)):
        return replace(reading, end=where.end, place=where)
    return reading


def _place_past_term(passage: Passage, at: int, kind: AgencyKind) -> PlaceReading | None:
    """Read the place of an elected body after its term: "Đoàn đại biểu Quốc hội [khóa XIV] tỉnh X"."""
    if kind.type not in _ELECTED or passage.key(at) != _TERM or at + 2 >= passage.limit(at):
        return None
    where = place(passage, at + 2, bare=False)
    return where if where is not None and where.name is not None else None


def level_of_head(passage: Passage, at: int) -> bool:
    """Tell whether the level word at `at` is part of a head, none of a name: "[Tỉnh] ủy", but not "[tỉnh] Đoàn Mẫu"."""
    found = lexicon().heads.longest(passage.keys, at, passage.limit(at))
    name = passage.capital(at + 1) and passage.key(at + 1) in lexicon().surnames
    return found is not None and found[0] - at > 1 and not name


def _said_before(passage: Passage, at: int, kind: AgencyKind) -> AgencyReading | None:
    """Read a bare "Sở" or "Bộ" after the head of its unit ("Thanh tra [Sở]"): the one that was named before."""
    head = _BARE.get(passage.key(at)) if passage.capital(at) else None
    of = kind_headed(head) if head else None
    if of is None or of.type not in kind.under:
        return None
    return AgencyReading(begin=at, end=at + 1, name=of.head, kind=of)


def _aside(passage: Passage, at: int, kind: AgencyKind, depth: int, *, comma: bool) -> tuple[int, AgencyReading] | None:
    """Read the parent after a comma, if `comma` allows it, or in brackets: "Vụ Vận tải (Bộ Giao thông vận tải)"."""
    bracket = passage.key(at) == "("
    dash = (kind.unit or kind.type == _SCHOOLS) and passage.key(at) in _ASIDE and passage.key(at) != ","
    if not (bracket or dash or (comma and passage.key(at) in _ASIDE)):
        return None
    parent = agency(passage, at + 1, in_title=bracket, in_office=comma, depth=depth + 1)
    of = (parent.kind or parent.body) if parent is not None and not parent.bare else None
    if parent is None or of is None or of.type not in kind.under:
        return None
    if bracket:
        return (parent.end + 1, parent) if passage.key(parent.end) == ")" else None
    return (parent.end, parent) if parent.body is not None or (parent.kind and parent.kind.place != "none") else None


def _under(kind: AgencyKind, parent: AgencyReading) -> bool:
    """Tell whether a body of `kind` can be a unit of `parent` with no word between."""
    of = parent.kind or parent.body
    return of is not None and (of.type in kind.under or (kind.field == "free" and kind.type not in FIRMS))
