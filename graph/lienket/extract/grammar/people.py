"""Grammar of people: honorifics, offices and names in the orders in which texts put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.abroad import country_of
from lienket.extract.grammar.agencies import agency, country
from lienket.extract.grammar.names import name, names_a_place, past_place
from lienket.extract.grammar.openings import clause_begin, opening_leads_to, predicate_at
from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import NameReading, PersonReading, RoleReading
from lienket.extract.grammar.roles import past_rank, past_term, roles, says_more, with_party_bodies
from lienket.language.folding import name_key
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.countries import HOME
from lienket.reference.lexicon import lexicon
from lienket.reference.office_holders import office_holders
from lienket.reference.reporting_verbs import reporting_verbs

_AFTER_NAME: Final = frozenset({",", "-", "–", "—", "("})
_BESIDES: Final = "kiêm"
_TO: Final = frozenset({"với", "cho", "cùng", "của", "gửi", "tới", "đến"})
"""Words after which an office is someone else's than the person named next: "báo cáo với Chủ tịch nước, bác sĩ X"."""
_COMPLEMENTS: Final = _TO | wordlist("từ về theo các nữ trí kiến sự đoàn tổ cử điểm cách lệnh")
"""Words before an office in which a phrase ends that opens the clause of who is named next, "vị [trí]" one of them."""
_TOLD_OF: Final = _TO | wordlist("từ về gặp đón thay hợp nhiệm luật lý thờ")
"""Words before a name in which such a phrase ends: "trường hợp ông A", "bổ nhiệm ông A"."""
_HIGHEST: Final = ("phó thủ tướng", "thủ tướng", "bộ trưởng", "thứ trưởng", "chủ tịch quốc hội")
_TOGETHER: Final = frozenset({("phó thủ tướng", "bộ trưởng")})
"""Offices of which one person has but one at a time, and those that do go together."""
_HEADS: Final = (
    *("chánh án tòa án nhân dân tối cao", "viện trưởng viện kiểm sát nhân dân tối cao", "tổng thanh tra"),
    *("tổng kiểm toán", "thống đốc"),
)
"""Offices that, after the name of who has one of the highest, are someone else's."""
_LEADERS: Final = frozenset({"Tổng Bí thư", "Chủ tịch nước", "Thủ tướng"})
"""Roles of whom one need not say which is meant: after a name they begin a clause."""
_PARTY_LEADER: Final = "Tổng Bí thư"
_HEAD_OF_STATE: Final = frozenset({_PARTY_LEADER, "Chủ tịch nước", "Chủ tịch"})
"""Roles that one person may have at once, each at a body of its own: "Tổng Bí thư, Chủ tịch nước"."""
_DELEGATE: Final = "Đại biểu"
_MANY: Final = wordlist("hai ba bốn năm các những")
"""Words before the office of several people, numbers aside."""
_ADDRESSED: Final = "ngài"
"""The honorific before an office by which someone not named is spoken to."""
_GIVEN: Final = frozenset({"làm", "chức", "vụ", "bầu"})
"""Words that give an office: the next in a list after a comma is the office of whoever is named then."""
_CHOSEN: Final = frozenset({"tôn", "bầu", "cử"})
"""Last syllables of verbs before "là" that do so: "được suy tôn là Chủ tịch X"."""
_APPOINTED: Final = frozenset({("trở", "thành"), ("bổ", "nhiệm")})
_APPOINTING: Final = frozenset({"nhiệm", "thành"})
_OF_TIME: Final = wordlist("khi từng trước sau thời gian")
"""Words of a clause that tells what the subject after it was."""
_AS: Final = "làm"
"""The word of "A làm Tổ trưởng và Giám đốc X B làm Tổ phó", after which each has an office of his own."""
_HELD: Final = frozenset({"vị", "nhiệm", "là", "giữ"})
"""Words before offices that one person has together: "đảm nhiệm Bí thư X và Chủ tịch Y"."""
_ARMED: Final = (
    *("công an", "cảnh sát", "quốc phòng", "quân sự", "quân đội", "quân khu", "quân chủng", "quân đoàn", "quân ủy"),
    *("bộ đội", "biên phòng", "hải quân", "bộ tư lệnh", "tổng tham mưu", "tổng cục chính trị", "sư đoàn", "lữ đoàn"),
)
"""Words in the names of bodies whose officers have ranks."""
_ADDRESS: Final = frozenset({"ông", "bà", "anh", "chị"})
_CANDIDATE: Final = frozenset({
    ("ứng", "viên"), ("cử", "viên"), ("mạo", "danh"), ("giả", "danh"), ("giả", "mạo"), ("giả", "làm"), ("tự", "xưng"),
    ("tự", "nhận"), ("xưng", "là"), ("nhận", "là"), ("đóng", "vai"), ("vào", "vai"), ("nhân", "vật"),
})  # fmt: skip
"""Words before an office that someone does not have, or not yet: "ứng viên Bộ trưởng X", "mạo danh Giám đốc Y"."""
_GIVES_OUT: Final = ("nhận", "là")
_ACKNOWLEDGED: Final = wordlist("công xác thừa ghi")
"""Syllables before "nhận" of words that say that someone is it."""
_BEING: Final = "là"
_TEMPLES: Final = frozenset({"tượng", "đền", "chùa", "chợ", "miếu", "lăng", "núi", "hồ", "cầu", "phủ", "hội"})
_MARTYRS: Final = "liệt"
_OF_MARTYRS: Final = wordlist("trang niệm đài bia")
"""Last words of what is built for "liệt sĩ", and bears the name of its place."""
_HAMLETS: Final = ("thôn", "bản", "xóm", "ấp", "buôn", "khu", "khóm")
"""Last words of the titles of who heads a hamlet."""
_MONUMENTS: Final = frozenset({"lăng", "đài", "tượng", "trường", "di", "tích"})
"""Words before an office and name that are a monument's: "Lăng Chủ tịch X", "tượng đài Chủ tịch X"."""
_TIME: Final = wordlist("ngày tháng năm sáng trưa chiều tối đêm hôm nay qua trước sau đó lúc cùng , / -")
"""Words of a time that may open a sentence before its subject, numbers aside."""
_IN_ROLE: Final = 3
_ROLES: Final = frozenset({
    ("với", "vai", "trò"), ("với", "tư", "cách"), ("với", "cương", "vị"), ("với", "trách", "nhiệm"),
    ("trong", "vai", "trò"), ("trên", "cương", "vị"), ("ở", "cương", "vị"),
})  # fmt: skip
"""Words before an office in which someone acts who is named after it."""
_PAST_LINKS: Final = frozenset({"khi", "lúc", "bấy", "vốn"})
_GOVERNMENT: Final = "Chính phủ"
_MANDATES: Final = frozenset({("ủy", "quyền"), ("thừa", "lệnh"), ("thay", "mặt")})
"""Words before an office in whose name someone else acts."""
_SAYS: Final = "theo"
_PREDICATES: Final = wordlist("là phải cần nên sẽ đã đang không chưa có được bị cũng")
"""Words by which an office is the subject of a clause."""
_LONGEST_NAME: Final = 8
_IN_CHARGE: Final = ["phụ", "trách"]
_LONGEST_DUTY: Final = 8
_ENDS_ITEM: Final = frozenset({",", ";", ":"})
_SPOUSE: Final = ["phu", "nhân"]
_KIN: Final = wordlist("phu nhân vợ chồng trai gái con em anh chị bố cha mẹ ruột")
"""Syllables of words for relatives."""
_BETWEEN: Final = "giữa"
_DASHES: Final = frozenset({"-", "–"})
_LIST_OPENERS: Final = frozenset({":", ";", "có", "gồm"})
"""Marks and words after which people are listed, each with an office."""
_SHORT_NAME: Final = 2
_LONGEST_LETTERS: Final = 8
_LONGEST_SHORT: Final = 5
"""Letters of an abbreviated title."""
_ACTS: Final = frozenset({"cũng", "đã", "vừa", "ký", "yêu", "giao", "quyết", "chỉ", "cho", "đề"})
_BORN: Final = frozenset({"sinh", "sn", "quê", "tức"})
_AFTER_REMARK: Final = frozenset({"-", "–", "—", ","})
_LONGEST_LIFE: Final = 14
_LONGEST_REMARK: Final = 10
_OF_STATE: Final = frozenset({"bo", "chinh-phu", "quoc-hoi", "nha-nuoc"})
"""Types of bodies by which an office is a state's."""
_UNIT_HEADS: Final = ("phòng", "ban", "khoa", "đội", "trạm")
"""Last words of the titles of heads of units, which are named after them: "Trưởng phòng Chống tham nhũng"."""
_LINKS: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("là", "nay là", "hiện là", "đang là", "hiện đang là", "hiện nay là", "vốn là", "lúc này là"),
        *("khi đó là", "khi ấy là", "lúc đó là", "bấy giờ là"),
        *("vẫn là", "vẫn đang là", "hiện vẫn là", "cũng là", "đã là", "còn là", "đồng thời là", "hiện còn là"),
    )
)


def several(reading: PersonReading) -> bool:
    """Tell whether someone's honorific is that of several: "các ông A, B"."""
    return any(one.lower().startswith("các ") for one in reading.honorifics)


def person(passage: Passage, start: int, *, licensed: bool = False) -> PersonReading | None:
    """Read the person that begins at `start`: with honorific, after an office, by name alone, or by an office alone.

    A name is `licensed` where it goes on a list that an honorific began: "các ông A, [B]".
    """
    honorifics, at = _honorifics(passage, start)
    if at >= passage.limit(start):
        return None
    before = roles(passage, at)
    named = bool(before) and _runs_into_name(passage, before[-1].end, passage.limit(start))
    before = _first_of_two(passage, start, _one_holder(before, (*_HIGHEST, *_HEADS) if named else _HIGHEST))
    if before and _not_theirs(passage, start):
        return None
    if len(before) > 1 and before[0].title.role == _DELEGATE and before[0].agency is None:
        before = before[:1]  # "Trả lời đại biểu, Bộ trưởng A cho biết": who asks and who answers
    if len(before) > 1 and before[0].short is not None and passage.key(start - 1) in _TO:
        before = before[:1]  # "phát biểu của Giám đốc Sở, Phó Chủ tịch X A": who heads the body told before
    if len(before) > 1 and _in_the_name(passage, start):
        before = _up_to_comma(passage, before)
    if len(before) > 1 and (_given(passage, start) or _ADDRESSED in passage.keys[max(0, start - 1) : at]):
        # "được điều động làm Phó Giám đốc X, nguyên Chủ tịch Y …", "chào mừng Ngài Thủ tướng, Bí thư Thành ủy X nói …"
        before = _up_to_comma(passage, before)
    if before:
        after_roles = before[-1].end
        formal = any(role.agency is not None for role in before) and passage.key(start - 1) not in _TO
        linked = _link(passage, after_roles)
        if linked == after_roles:
            after_roles = linked = past_term(passage, before[-1])
        before = _of_then(passage, after_roles, linked, before)
        first = passage.sentences[passage.sentence_of[start]][0]
        opens = all(key in _TIME or key[0].isdigit() for key in passage.keys[first:start])
        as_one = _in_the_role(passage, first, start)
        called, at_name = _honorifics(passage, _comma(passage, linked, before, opens, as_one) if formal else linked)
        if linked > after_roles and not called:
            at_name = after_roles
        at_name = _past_country(passage, at_name)
        announced = _announced(passage, after_roles) if formal and not called else None
        if announced is not None:
            return _complete(passage, start, announced, honorifics, tuple(before), "office-name")
        if called or at_name == _past_country(passage, after_roles):
            found = name(passage, at_name, licensed=True) if at_name < passage.limit(start) else None
            if found is not None and not called and _unit_named(passage, before[-1], found):
                found = None
            whole = past_place(passage, found) if found is not None and _whole_body(before[-1]) else None
            if whole is not None:  # of a body that is not read to its end
                return _complete(passage, start, whole, (*honorifics, *called), (), "name-alone")
            if found is not None and at_name == after_roles:
                others = _before_subject(passage, start, before, found)
                if others:
                    return _office_alone(start, honorifics, others)
            if found is not None and passage.key(start - 1) in _MONUMENTS:
                return PersonReading(begin=start, end=found.end, name=None, rule="named-after")
            if found is not None and (called or not (names_a_place(passage, found) or _lacks_place(before[-1], found))):
                return _complete(passage, start, found, (*honorifics, *called), tuple(before), "office-name")
        return _office_alone(start, honorifics, before)
    licensed_too = licensed or bool(honorifics) or _listed_with_office(passage, at)
    found = name(passage, at, licensed=licensed_too)
    if (
        found is None
        or (licensed and names_a_place(passage, found))
        or (honorifics and _sight(passage, start, at, found))
    ):
        return None
    return _complete(passage, start, found, honorifics, (), "honorific-name" if honorifics else "name-alone")


def _listed_with_office(passage: Passage, at: int) -> bool:
    """Tell whether a short name stands in a list with the office of who bears it: "có: [Siu Mẫu] - Chủ tịch UBND X"."""
    if passage.key(at) not in lexicon().surnames or passage.key(at - 1) not in _LIST_OPENERS:
        return False
    found = name(passage, at, licensed=True)
    if found is None or found.end - at < _SHORT_NAME or names_a_place(passage, found):
        return False
    ahead = found.end + 1
    if passage.key(found.end) not in (",", "-", "–") or ahead >= passage.limit(at):
        return False
    offices = roles(passage, ahead)
    return bool(offices) and offices[0].agency is not None and country(passage, at, found.end) is None


def _whole_body(office: RoleReading) -> bool:
    """Tell whether an office names its body, no company or board, whose proper name may follow."""
    body = office.agency
    return body is not None and not body.bare and (body.body is not None or body.place is not None)


def _office_alone(start: int, honorifics: tuple[str, ...], offices: Sequence[RoleReading]) -> PersonReading:
    """Return the reading of someone told by offices only."""
    return PersonReading(
        begin=start, end=offices[-1].end, name=None, honorifics=honorifics, roles=tuple(offices), rule="office-alone"
    )


def _before_subject(passage: Passage, start: int, found: list[RoleReading], subject: NameReading) -> list[RoleReading]:
    """Return the offices in which the phrase ends that opens the clause of who is named next; none in others.

    "Tại cuộc gặp với [Tổng Giám đốc X], Thủ tướng A chúc mừng": what is said of A follows at once, so that the only
    comma that closes the phrase is one between the offices. "Trong cuộc gặp với Bí thư, Chủ tịch X A, ông B nói" has
    another.
    """
    parted = [index for index in range(1, len(found)) if _parted(passage, found[index - 1], found[index])]
    if not parted:
        return []
    others = found[: parted[-1]]
    if found[parted[-1]].title.role == _DELEGATE and passage.key(subject.end) != ",":
        within = start > clause_begin(passage, start)  # "… chất vấn Bộ trưởng X, đại biểu A": who asks
        return others if within else []
    if not predicate_at(passage, start, subject.end):
        return []
    if passage.key(start - 1) in _MANY or passage.key(start - 1).isdigit():
        return others  # "Cùng với hai Giám đốc Sở, Chủ tịch X A sẽ trả lời"
    first = passage.sentences[passage.sentence_of[start]][0]
    opens = opening_leads_to(passage, start, _COMPLEMENTS) and not _in_the_role(passage, first, start)
    return others if opens else []


def _parted(passage: Passage, one: RoleReading, other: RoleReading) -> bool:
    """Tell whether a comma parts two offices, the first with its body, that do not go together as the head of state's.

    Or a deputy's, of no body told, from another.
    """
    alone = one.short is not None or _DELEGATE in (one.title.role, other.title.role)
    own = one.agency.end <= other.begin if one.agency is not None else alone
    of_state = {one.title.role, other.title.role}
    together = _PARTY_LEADER in of_state and of_state <= _HEAD_OF_STATE
    return own and not together and "," in passage.keys[one.end : other.begin]


def _in_the_role(passage: Passage, first: int, start: int) -> bool:
    """Tell whether a clause opens before an office, of who is named after it: "Với tư cách [Giám đốc X], ông Y"."""
    at = start - (passage.key(start - 1) == "là")
    if at == start - 1 and at == first:
        return True  # "Là Giám đốc X, ông Y phải …"
    role = tuple(passage.keys[max(first, at - _IN_ROLE) : at]) in _ROLES
    return role and (at - _IN_ROLE == first or passage.key(at - _IN_ROLE - 1) == ",")


def _in_the_name(passage: Passage, start: int) -> bool:
    """Tell whether an office is of him in whose name another acts: "Thừa ủy quyền của [Thủ tướng], Bộ trưởng A"."""
    at = start - (passage.key(start - 1) == "của")
    return (passage.key(at - 2), passage.key(at - 1)) in _MANDATES


def _not_theirs(passage: Passage, at: int) -> bool:
    """Tell whether the words before an office say that someone has it not: "mạo danh [là] Giám đốc X", "ứng viên X"."""
    before = (passage.key(at - 2), passage.key(at - 1))
    if before == _GIVES_OUT and passage.key(at - 3) in _ACKNOWLEDGED:
        return False
    return before in _CANDIDATE or (before[1] == _BEING and (passage.key(at - 3), before[0]) in _CANDIDATE)


def _unit_named(passage: Passage, office: RoleReading, found: NameReading) -> bool:
    """Tell whether one capitalised syllable is rather a unit's name than its head's: small ones follow, or its body.

    "Trưởng phòng Chống tham nhũng", "Trưởng khoa Luật, Trường Đại học X".
    """
    if office.agency is not None or found.end - found.begin > 1 or not office.title.role.endswith(_UNIT_HEADS):
        return False
    at, limit = found.end, passage.limit(found.begin)
    if passage.key(at) == "," and at + 1 < limit and agency(passage, at + 1) is not None:
        return True
    goes_on = at >= limit or not passage.tokens.word(at) or passage.capital(at) or says_more(passage, at, limit)
    return not goes_on


def _sight(passage: Passage, start: int, at: int, found: NameReading) -> bool:
    """Tell whether honorific and name are a temple's ("đền Bà X"), a cemetery's ("nghĩa trang liệt sĩ X") or a trade's
    people ("sinh viên Khánh Hòa")."""
    named_after = passage.capital(start) and passage.key(start - 1) in _TEMPLES
    martyrs = passage.key(start) == _MARTYRS and passage.key(start - 1) in _OF_MARTYRS
    called = lexicon().honorifics.longest(passage.keys, start, at)
    trade = called is not None and called[0] == at and called[1].kind == "profession"
    return named_after or martyrs or (trade and names_a_place(passage, found))


def _given(passage: Passage, start: int) -> bool:
    """Tell whether an office at token `start` is told as given to someone."""
    before = (passage.key(start - 2), passage.key(start - 1))
    chosen = before[1] == "là" and before[0] in _CHOSEN
    return chosen or before in _APPOINTED or before[1] in _GIVEN


def _up_to_comma(passage: Passage, found: list[RoleReading]) -> list[RoleReading]:
    """Return the offices up to the first comma between them."""
    for index in range(1, len(found)):
        if "," in passage.keys[found[index - 1].end : found[index].begin]:
            return found[:index]
    return found


def _first_of_two(passage: Passage, start: int, found: list[RoleReading]) -> list[RoleReading]:
    """Return the offices up to "và" and one of another body: "giữa Bộ trưởng X và Chủ tịch Y A".

    Those that someone named before is given go together: "A giữ chức Bí thư X và Chủ tịch Y".
    """
    together = passage.key(start - 1) in _GIVEN | _HELD
    if not found or (together and not _runs_into_name(passage, found[-1].end, passage.limit(start))):
        return found
    for index in range(1, len(found)):
        one, other = found[index - 1], found[index]
        if together and passage.key(start - 1) == _AS and passage.keys[one.end : other.begin] == ["và"]:
            lent = one.agency is not None and one.agency.end > other.begin
            return [*found[: index - 1], replace(one, agency=None, implied=False) if lent else one]
        if one.agency is None or other.agency is None or one.agency.end > other.begin:
            continue
        if passage.keys[one.end : other.begin] == ["và"] and one.agency.name != other.agency.name:
            return found[:index]
    return found


def _one_holder(found: list[RoleReading], highest: Sequence[str] = _HIGHEST) -> list[RoleReading]:
    """Return the offices up to one that its holder cannot have beside one before: "của Bộ trưởng X, Thủ tướng"."""
    present = all(one.status is found[0].status for one in found)
    held = ""
    for index, one in enumerate(found if present else ()):
        form = f"{one.title.form} {one.agency.name if one.agency else ''}".lower()
        head = next((head for head in highest if form.startswith(head)), "")
        if held and head and (held, head) not in _TOGETHER:
            return found[:index]
        held = head or held
    return found


def _complete(
    passage: Passage,
    start: int,
    found: NameReading,
    honorifics: tuple[str, ...],
    before: tuple[RoleReading, ...],
    rule: str,
) -> PersonReading:
    """Add the offices that follow the name, unless they lead into another name and are that one's."""
    after, end = _offices_after(passage, found.end, bool(before))
    if after and passage.key(start - 1) == _SAYS and passage.key(found.end) == ",":
        known = found.end - found.begin == 1  # by the last name, and so told before
        if known or passage.key(end) in _PREDICATES:
            after, end = (), found.end  # "Theo ông A, Giám đốc Sở X phải …": of whom he speaks
    if after and passage.key(found.end) == "," and _leads_the_state(after[0]) and not _known_leader(found, after[0]):
        after, end = (), found.end
    if after and passage.key(found.end) == "," and _subject_of_its_own(passage, start, found, after, end):
        after, end = (), found.end
    if after and passage.key(start - 1) == _BETWEEN:
        after = _up_to_and(passage, after)
        end = after[-1].end
    if after and _relative(passage, start) and predicate_at(passage, start, end):
        after, end = (), found.end  # "bà A, phu nhân Phó Thủ tướng B, Vụ trưởng X": the first one's
    if before and (
        len(_one_holder([*before, *after], (*_HIGHEST, *_HEADS))) < len(before) + len(after)
        or _another_state(before, after)
    ):
        after, end = (), found.end  # "Phó Thủ tướng X, Chủ tịch Quốc hội cho rằng": someone else speaks
    return PersonReading(
        begin=start,
        end=end,
        name=found,
        honorifics=honorifics,
        roles=tuple(with_party_bodies([*before, *after])) if after else before,
        rule=rule + ("-office" * bool(after)),
    )


def _leads_the_state(role: RoleReading) -> bool:
    """Tell whether an office is that of one of the leaders of Việt Nam at present, by its own words."""
    return role.title.role in _LEADERS and role.status is Status.ATTESTED and country_of(role) is None


def _known_leader(found: NameReading, role: RoleReading) -> bool:
    """Tell whether someone may have a leader's office told after the name: known to, or named as a foreigner.

    "Thay mặt ông A, Thủ tướng trân trọng mời …": after others' names one of the leaders is the subject.
    """
    words = name_key(found.name)
    office = name_key(role.title.role)
    held = any(name_key(" ".join(one.office)) == office for one in office_holders().get(words, ()))
    return held or words.split()[0] not in lexicon().surnames


def _subject_of_its_own(
    passage: Passage, start: int, found: NameReading, after: Sequence[RoleReading], end: int
) -> bool:
    """Tell whether an office after a name is the subject, the phrase that opens its clause ending in the name.

    "Liên quan đến vụ việc của ông A, Thủ tướng đã ký": an apposition would be closed by a mark before a predicate.
    """
    if "," in passage.keys[start : found.begin] or after[0].status is Status.FORMER:
        return False
    if not predicate_at(passage, start, end):
        return False
    if opening_leads_to(passage, start, _TOLD_OF):
        return True
    told_of = passage.key(start - 1) in _TOLD_OF or passage.key(start - 1) == "việc"
    return told_of and after[0].title.role in _LEADERS


def _up_to_and(passage: Passage, found: tuple[RoleReading, ...]) -> tuple[RoleReading, ...]:
    """Return the offices up to "và": "giữa ông A, Chủ tịch X [và] Chủ tịch Y"."""
    joints = (index for index in range(1, len(found)) if passage.key(found[index].begin - 1) == "và")
    return found[: next(joints, len(found))]


def _relative(passage: Passage, start: int) -> bool:
    """Tell whether the name at token `start` only tells whose relative someone is, whom a comma parts from it."""
    at = start + 2 if passage.keys[start : start + 2] == _SPOUSE else start - (passage.key(start - 1) == "của")
    kin = at
    while kin > 0 and passage.keys[kin - 1] in _KIN:
        kin -= 1
    return kin < at and passage.key(kin - 1) == ","


def _another_state(before: Sequence[RoleReading], after: Sequence[RoleReading]) -> bool:
    """Tell whether the first office after a name is another state's: "Tổng thống Nga A, Thủ tướng Nhật Bản, …"."""
    named = {one for role in before if (one := _state(role)) is not None}
    other = _state(after[0]) if after else None
    return bool(named) and other is not None and other not in named


def _state(role: RoleReading) -> str | None:
    """Return the country whose office it is: Việt Nam for a ministry of which nothing else is said."""
    ours = role.agency is not None and role.agency.body is not None and role.agency.body.type in _OF_STATE
    return country_of(role) or (HOME if ours else None)


def _offices_after(passage: Passage, at: int, already: bool) -> tuple[tuple[RoleReading, ...], int]:
    """Return the offices after a name that ends at `at`, and where they end."""
    limit = passage.limit(at - 1)
    if at >= limit:
        return (), at
    without = _life(passage, at, limit)
    at = without if (close := _past_remark(passage, at, without, limit)) is None else close
    at += passage.keys[at : at + 2] == [",", "("]
    mark = passage.key(at)
    besides = mark == _BESIDES and already  # "Thứ trưởng A kiêm Cục trưởng X"
    begin = at + (mark in _AFTER_NAME or besides)
    ahead = past_rank(passage, _past_letters(passage, begin)) if begin > at else begin
    ahead = ahead if already and begin > at else _link(passage, ahead)
    if ahead >= limit or (already and ahead == at and passage.capital(at)):
        return (), without  # "Thủ tướng X Bộ trưởng Y": the next caption, with nothing between
    found = _of_then(passage, begin, ahead, _one_holder(roles(passage, ahead)))
    if not found or (found[0].title.agency == _GOVERNMENT and _acts_alone(passage, at, found[-1].end)):
        return (), without
    end = found[-1].end
    if close is not None and mark == "," and end < limit and passage.tokens.word(end):
        return (), without  # "A (trú xã X), Chủ tịch nước nhắn nhủ": someone else speaks
    if mark == "(":
        return tuple(found), end + (passage.key(end) == ")")
    if already and passage.key(end) == "và" and passage.key(end + 1) in ("các", "những"):
        return (), without  # "Phó Thủ tướng X, Bộ trưởng Y và các bộ trưởng khác"
    if passage.key(end) in ("các", "những"):
        return (), without  # "Phó Thủ tướng X, Bộ trưởng các Bộ Y, Z": others, unnamed
    dashed = already and passage.key(end) in _DASHES and end + 1 < limit and _honorifics(passage, end + 1)[0] != ()
    if already and _of_the_next(passage, end, limit):
        return (), without
    if _runs_into_name(passage, end + (dashed or passage.key(end) == "là"), limit):
        own = [] if already or len(found) == 1 else found[:1]
        return tuple(own), own[-1].end if own else without
    return tuple(found), end


def _past_letters(passage: Passage, at: int) -> int:
    """Skip an abbreviation that no list has before an office: "đ/c A - [UVXY,] Trưởng ban Tổ chức Tỉnh ủy X"."""
    if at + 2 >= passage.limit(at - 1) or passage.key(at + 1) != ",":
        return at
    raw, words = passage.tokens.raw(at), lexicon()
    known = any(trie.longest(passage.keys, at, at + 1) for trie in (words.titles, words.bodies, words.place_names))
    letters = raw.isalpha() and raw.isupper() and 1 < len(raw) <= _LONGEST_LETTERS
    return at + 2 if letters and not known else at


def _life(passage: Passage, at: int, limit: int) -> int:
    """Skip birth and age between a name and its offices: ", sinh ngày 2 tháng 3 năm 1960,", "(56 tuổi)".

    Also a bracket that holds another name besides: "(Trần Mẫu - Sinh năm 1960)".
    """
    ahead = at + 1 if passage.key(at) in (",", "(") else at
    if passage.key(at) == "(" and (close := _born_besides(passage, ahead, limit)) is not None:
        return close
    if not (passage.key(ahead) in _BORN or (passage.key(ahead).isdigit() and passage.key(ahead + 1) == "tuổi")):
        return at
    for index in range(ahead + 1, min(limit, ahead + _LONGEST_LIFE)):
        if passage.keys[index] in (",", ")", "-", ";"):
            return index + (passage.keys[index] == ")")
    return at


def _past_remark(passage: Passage, at: int, life: int, limit: int) -> int | None:
    """Return the mark after a bracket at `at` that tells no office, before those of who is named: "A (bìa phải) - …".

    `life` is where what it tells of birth and age ends: "(31 tuổi, ở X)".
    """
    if passage.key(at) != "(" or (life > at + 1 and passage.key(life - 1) == ")"):
        return None
    close = next((one for one in range(at, min(limit, at + _LONGEST_REMARK)) if passage.keys[one] == ")"), None)
    if close is None or roles(passage, _link(passage, past_rank(passage, life + 1))):
        return None
    return close + 1 if passage.key(close + 1) in _AFTER_REMARK else None


def _born_besides(passage: Passage, at: int, limit: int) -> int | None:
    """Return the end of a bracket at `at` whose last words after another name tell a year of birth; None for others."""
    for index in range(at + 1, min(limit, at + _LONGEST_LIFE)):
        if passage.keys[index] == ")" or passage.keys[index] == ",":
            return None
        if passage.keys[index] in _BORN:
            close = index + 2 + (passage.key(index + 1) == "năm")
            year = passage.key(close - 1).isdigit() and passage.key(close) == ")"
            return close + 1 if year else None
    return None


def _link(passage: Passage, at: int) -> int:
    """Return where a title can begin after the name: at once, or after "là" and what goes with it."""
    found = _LINKS.longest(passage.keys, at, len(passage))
    return found[0] if found is not None else at


def _of_then(passage: Passage, at: int, linked: int, found: list[RoleReading]) -> list[RoleReading]:
    """Make the offices former that a link of the past ties to the name: "Chủ tịch X khi đó là ông Y"."""
    if linked - at < 2 or passage.key(at) not in _PAST_LINKS or passage.key(at + 1) == "này":
        return found
    return [replace(one, status=Status.FORMER) if one.status is Status.ATTESTED else one for one in found]


def _acts_alone(passage: Passage, comma: int, end: int) -> bool:
    """Tell whether an office goes on to act, not who is named before: "sau khi bổ nhiệm ông X, Thủ tướng đã ký"."""
    decided = "nhiệm" in passage.keys[max(0, comma - _LONGEST_NAME) : comma]
    return decided and passage.key(comma) == "," and passage.key(end) in _ACTS


def _runs_into_name(passage: Passage, end: int, limit: int) -> bool:
    """Tell whether a name follows the offices that end at `end`, so that they are its own."""
    if end >= limit:
        return False
    _, at = _honorifics(passage, end)
    found = name(passage, at, licensed=True) if at < limit else None
    return found is not None and not names_a_place(passage, found)


def _of_the_next(passage: Passage, end: int, limit: int) -> bool:
    """Tell whether a few words more and a full name follow an office: "Phó Chủ tịch [phụ trách đô thị] Lê Văn A"."""
    words = lexicon()
    ahead = end + 2 * (passage.keys[end : end + 2] == _IN_CHARGE)
    for at in range(ahead, min(limit, ahead + _LONGEST_DUTY)):
        if passage.keys[at] in _ENDS_ITEM or says_more(passage, at, limit):
            return False
        if words.honorifics.longest(passage.keys, at, limit) or words.titles.longest(passage.keys, at, limit):
            return False
        if name(passage, at, licensed=False) is not None:
            return True
    return False


def _announced(passage: Passage, at: int) -> NameReading | None:
    """Read the full name after a colon or dash: "Phó Thủ tướng: Nguyễn Văn A;", where a mark closes it.

    On the next line after a colon begins what is announced: "… nói về Phó Chủ tịch X:", "Ông Y, Giám đốc Z, cho rằng".
    """
    if passage.key(at) not in (":", "-", "–") or at + 1 >= passage.limit(at) or passage.new_line(at + 1):
        return None
    found = name(passage, at + 1, licensed=False)
    closed = found is not None and (found.end >= passage.limit(at) or not passage.tokens.word(found.end))
    return found if closed else None


def _comma(passage: Passage, at: int, offices: Sequence[RoleReading], opens: bool, as_one: bool) -> int:
    """Return the token after a dash that an honorific follows, or a comma that "đồng chí" follows, else `at`.

    Also after a comma that a rank follows, when the office is one of those who have ranks; and after one that "ông" or
    "bà" and a name follow, where the office `opens` the sentence or a mark closes the name: "Thứ trưởng Bộ X, bà Y, …".
    """
    if passage.key(at) == "," and _after_short_title(passage, offices[0].begin):
        return at
    if passage.key(at) == "," and passage.key(at + 1) in _ADDRESS and at + 2 < passage.limit(at):
        begin = offices[0].begin
        if not as_one and _of_another(passage, begin):
            return at
        found = name(passage, at + 2, licensed=True)
        closed = passage.key(found.end) in _AFTER_NAME if found is not None else False
        listed = passage.key(offices[0].begin - 1) == ","  # offices of someone whose name is not read
        if found is not None and as_one:
            return at + 1  # "Với tư cách Giám đốc X, ông Y đã ký"
        if found is not None and found.end - found.begin > 1:
            clause = listed and not passage.capital(
                offices[0].begin - 2
            )  # "Nêu quan điểm, Chủ nhiệm X, ông Y cho biết"
            says = clause and reporting_verbs().longest(passage.keys, found.end, passage.limit(at)) is not None
            among = passage.key(found.end) == "và"  # "Thủ tướng, Chủ nhiệm X, ông Y và các cơ quan thi hành"
            return at + 1 if (opens and not among) or (closed and not listed) or says else at
    if passage.key(at) == "," and passage.key(at + 1) in ("đồng", "đ"):
        return at + 1
    if passage.key(at) == "," and opens and _says(passage, at + 1):
        return at + 1
    if passage.key(at) == "," and _armed(offices[-1]):
        called = lexicon().honorifics.longest(passage.keys, at + 1, passage.limit(at))
        if called is not None and called[1].kind == "rank":
            return at + 1
    if passage.key(at) in _DASHES and lexicon().honorifics.longest(passage.keys, at + 1, passage.limit(at - 1)):
        return at + 1
    return at


def _after_short_title(passage: Passage, at: int) -> bool:
    """Tell whether an office goes on from an abbreviation after a dash, and so is of whom that follows: "A - KT [Giám
    đốc Sở X], ông B"."""
    short = passage.tokens.raw(at - 1).isupper() and len(passage.key(at - 1)) <= _LONGEST_SHORT
    return short and passage.key(at - 2) in _DASHES and passage.capital(at - 3)


def _of_another(passage: Passage, at: int) -> bool:
    """Tell whether an office at token `at` is not of who is named after a comma, but of whom the phrase before tells.

    "Đáp lời [Thủ tướng], ông Y nói", "Về việc bổ nhiệm ông X làm [Giám đốc Z], ông Y nói"; not "Khi làm Giám đốc Z, ông
    Y …", "Theo Giám đốc Z, ông Y, …".
    """
    first = passage.sentences[passage.sentence_of[at]][0]
    clause = passage.keys[clause_begin(passage, at) : at]
    if _in_the_name(passage, at):
        return True
    if _given(passage, at):
        named = not _ADDRESS.isdisjoint(passage.keys[first:at]) or clause[-1] in _APPOINTING
        return named and _OF_TIME.isdisjoint(clause)
    return clause[-1:] != [_SAYS] and opening_leads_to(passage, at, _COMPLEMENTS)


def _says(passage: Passage, at: int) -> bool:
    """Tell whether a full name stands at `at`, after degrees if any, and someone speaks: "TS Nguyễn Văn A cho rằng"."""
    _, at = _honorifics(passage, at)
    found = name(passage, at, licensed=False) if at < passage.limit(at - 1) else None
    return found is not None and reporting_verbs().longest(passage.keys, found.end, passage.limit(at)) is not None


def _armed(office: RoleReading) -> bool:
    """Tell whether who has the office may have a rank: it is the army's, the police's, or the head of state's."""
    if office.agency is None:
        return False
    key = name_key(office.agency.name)
    head_of_state = office.agency.body is not None and office.agency.body.type == "nha-nuoc"
    return head_of_state or any(words in key for words in _ARMED)


def _past_country(passage: Passage, at: int) -> int:
    """Skip the country between an office and its holder: "Tổng thống Hoa Kỳ A B"."""
    found = country(passage, at, passage.limit(at - 1))
    return found[0] if found is not None else at


def _lacks_place(role: RoleReading, found: NameReading) -> bool:
    """Tell whether unknown words after "Bí thư Tỉnh ủy" or "Trưởng thôn" are rather the place than a name."""
    body = role.agency
    if role.title.role.endswith(_HAMLETS):
        return found.name.split()[0].lower() not in lexicon().surnames
    if body is None or body.kind is None or body.kind.place != "bare" or body.place is not None:
        return False
    return found.name.split()[0].lower() not in lexicon().surnames


def _honorifics(passage: Passage, start: int) -> tuple[tuple[str, ...], int]:
    """Return the honorifics, ranks and degrees at `start` as printed, and where they end."""
    if passage.key(start) not in lexicon().honorifics.starts():
        return (), start
    found: list[str] = []
    at, limit = start, passage.limit(start)
    while at < limit:
        match = lexicon().honorifics.longest(passage.keys, at, limit)
        if match is None:
            break
        end, called = match
        found.append(passage.slice(at, end))
        at = end
        if called.kind == "profession" and passage.key(at) == ":" and not _full_name(passage, at + 1):
            break  # "Phóng viên: Thưa ông"
        while passage.key(at) in (".", ",") and lexicon().honorifics.longest(passage.keys, at + 1, limit):
            at += 1
        if at + 1 < limit and passage.key(at) in (".", ":") and passage.capital(at + 1):
            at += 1
    return tuple(found), at


def _full_name(passage: Passage, at: int) -> bool:
    """Tell whether a family name and more stand at `at`."""
    found = name(passage, at, licensed=True) if at < passage.limit(at - 1) else None
    return found is not None and found.end - at > 1 and passage.key(at) in lexicon().surnames
