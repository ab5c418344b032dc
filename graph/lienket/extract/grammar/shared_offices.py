"""Offices announced once for several people: "các đồng chí Ủy viên X: A, …; B, …", "các Phó Chủ tịch A và B"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.people import several
from lienket.extract.grammar.readings import PersonReading, Reading, RoleReading
from lienket.language.wordlist import wordlist
from lienket.model import Status

_MANY: Final = wordlist("các những hai ba bốn năm sáu bảy tám chín mười")
_OPENERS: Final = frozenset({":", "gồm", "là", "(", "như", "có"})
_JOINTS: Final = frozenset({",", ";", "và", "cùng", ")", "-", "–", "."})
_MEMBER: Final = "Ủy viên"
"""Members of a committee are listed with their other offices before their names as well as after them."""
_ADDRESS: Final = ("ông", "bà")
_DEPUTY: Final = "Phó"
_DELEGATE: Final = "Đại biểu"
_NOT: Final = wordlist("không chưa")
_LONGEST_DENIAL: Final = 3
"""Tokens of "không phải là", "không còn là" before an office that those listed do not have."""
_ALL: Final = "đều"
_EACH: Final = frozenset({("cùng", "là"), ("cùng", "giữ"), ("cùng", "đang")})
_ALL_HAVE: Final = frozenset({_ALL, "cùng", "đang", "hiện", "là", "giữ", "chức", "vụ", "từng", "có"})
"""Words between people and the office that each of them has: "đều đang giữ chức"."""
_BEFORE_ALL: Final = frozenset({"(", ",", "-", "–"})
_AMONG_ALL: Final = ([","], ["và"], [",", "và"])
_IN_TURN: Final = (["rồi"], [",", "rồi"])
"""Words between two offices at one body, held one after the other: "Phó Giám đốc, rồi Giám đốc Sở X"."""
_LONGEST_GAP: Final = 2
_LONGEST_BRACKET: Final = 8


def share_offices(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with each office announced for several people given to each of them."""
    result = list(readings)
    for index, reading in enumerate(readings):
        if not isinstance(reading, PersonReading) or not reading.roles:
            continue
        if index and (pair := _each_their_own(passage, result[index - 1], reading)) is not None:
            result[index - 1 : index + 1] = pair
            continue
        if index and (one := _held_before(passage, result[index - 1], reading)) is not None:
            result[index - 1] = one
        for other in _all_before(passage, readings, index):
            someone = result[other]
            assert isinstance(someone, PersonReading)
            result[other] = replace(someone, roles=(*someone.roles, *_again(reading.roles, someone)))
        many = _plural(passage, reading) or _some_of_them(passage, reading) or _announced(passage, reading)
        if not (many or _elected(passage, reading)):
            _share_with_next(passage, result, index)
            continue
        named = reading.name.begin if reading.name is not None else reading.end
        heads = [role for role in reading.roles if role.begin < named]
        for other in _listed(passage, readings, index) if heads else ():
            someone = result[other]
            if not many and passage.key(readings[other].end) != "(":
                break  # "đại biểu A (Hà Nội), ông B": no deputy by these words
            assert isinstance(someone, PersonReading)
            called = passage.keys[reading.begin : heads[0].begin] if reading.name is not None else []
            if ":" in called and _office_first(someone):
                break  # "các đồng chí: Ủy viên X, Chủ tịch Y A; Bí thư Z B": each with his own
            result[other] = replace(someone, roles=(*_again(heads, someone), *someone.roles))
    return result


def _each_their_own(passage: Passage, one: Reading, other: PersonReading) -> tuple[PersonReading, PersonReading] | None:
    """Return two people with an office each, in the order in which both are told: "A và B (Trưởng ban và Phó ban)"."""
    if not isinstance(one, PersonReading) or one.name is None or one.roles or other.name is None:
        return None
    if passage.keys[one.end : other.begin] != ["và"] or passage.key(other.name.end) != "(" or len(other.roles) != 2:
        return None
    first, second = other.roles
    if first.begin < other.name.end or passage.keys[first.end : second.begin] != ["và"]:
        return None
    return replace(one, roles=(first,)), replace(other, roles=(second,))


def _held_before(passage: Passage, one: Reading, other: PersonReading) -> PersonReading | None:
    """Return an office at the body of the next, which is the same or its head: "[quyền Giám đốc] rồi Giám đốc Sở X"."""
    if not isinstance(one, PersonReading) or not one.roles or other.name is not None:
        return None
    earlier, later = one.roles[-1], other.roles[0]
    if passage.keys[earlier.end : later.begin] not in _IN_TURN or earlier.agency is not None or later.agency is None:
        return None
    alike = earlier.title.role.removeprefix(_DEPUTY).strip().casefold() == later.title.role.casefold()
    return replace(one, roles=(*one.roles[:-1], replace(earlier, agency=later.agency))) if alike else None


def _plural(passage: Passage, reading: PersonReading) -> bool:
    before = passage.key(reading.begin - 1)
    return before in _MANY or before.isdigit() or several(reading)


def _all_before(passage: Passage, readings: Sequence[Reading], index: int) -> list[int]:
    """Return the people named before an office that is said to be of all of them: "A, B và C (đều là Giám đốc X)"."""
    office = readings[index]
    if not isinstance(office, PersonReading) or office.name is not None:
        return []
    at = office.begin
    while at > 0 and passage.keys[at - 1] in _ALL_HAVE:
        at -= 1
    if tuple(passage.keys[at : at + 2]) not in _EACH and passage.key(at) != _ALL:
        return []
    at -= passage.keys[at - 1] in _BEFORE_ALL
    found: list[int] = []
    for other in range(index - 1, -1, -1):
        reading = readings[other]
        gap = passage.keys[reading.end : at]
        joint = gap in _AMONG_ALL if found else not gap
        if not (joint and isinstance(reading, PersonReading) and reading.name is not None):
            break
        if found and reading.end > reading.name.end:
            break  # "A, Giám đốc X, B và C (đều là Phó Giám đốc)"
        found.append(other)
        at = reading.begin
    return found if len(found) > 1 else []


def _share_with_next(passage: Passage, result: list[Reading], index: int) -> None:
    """Give a former office to the one other name that closes its item: "nguyên Chủ tịch nước A, B; …"."""
    if index + 1 >= len(result):
        return
    reading, other = result[index], result[index + 1]
    if not isinstance(reading, PersonReading) or not isinstance(other, PersonReading):
        return
    if reading.name is None or reading.end != reading.name.end or other.name is None or other.roles:
        return
    if _pair(passage, reading, other):
        result[index + 1] = replace(other, roles=reading.roles)
    former = reading.roles and all(one.status is Status.FORMER for one in reading.roles)
    if former and passage.keys[reading.end : other.begin] == [","] and passage.key(other.end) == ";":
        result[index + 1] = replace(other, roles=reading.roles)


def _pair(passage: Passage, reading: PersonReading, other: PersonReading) -> bool:
    """Tell whether a sentence is but a deputy's office and two names, as in lists of those elected."""
    first, end = passage.sentences[passage.sentence_of[reading.begin]]
    deputies = len(reading.roles) == 1 and reading.roles[0].title.role.startswith(_DEPUTY)
    joined = passage.keys[reading.end : other.begin] == ["và"]
    return deputies and joined and reading.begin == first and passage.keys[other.end : end] in ([], ["."])


def _elected(passage: Passage, reading: PersonReading) -> bool:
    """Tell whether a deputy is told with where he was elected, as others after him: "đại biểu A (Hà Nội) và B (…)"."""
    deputy = len(reading.roles) == 1 and reading.roles[0].title.role == _DELEGATE and reading.name is not None
    return deputy and passage.key(reading.end) == "("


def _announced(passage: Passage, reading: PersonReading) -> bool:
    """Tell whether those who had an office before are listed after a colon: "nguyên Chủ tịch nước: A, B"."""
    if any(one.status is not Status.FORMER for one in reading.roles):
        return False
    return passage.key(reading.end if reading.name is None else reading.name.begin - 1) == ":"


def _some_of_them(passage: Passage, reading: PersonReading) -> bool:
    """Tell whether "gồm" or "trong đó có" after an office announces who has it."""
    after = passage.keys[reading.end : min(reading.end + 4, passage.limit(reading.begin))]
    denied = not _NOT.isdisjoint(passage.keys[max(0, reading.begin - _LONGEST_DENIAL) : reading.begin])
    return reading.name is None and not denied and ("gồm" in after or after[-3:] == ["trong", "đó", "có"])


def _listed(passage: Passage, readings: Sequence[Reading], index: int) -> list[int]:
    """Return the people listed after the announcement at `index`, with little between them."""
    announced = readings[index]
    assert isinstance(announced, PersonReading)
    limit = passage.limit(announced.begin)
    at = _past_bracket(passage, announced.end)
    if announced.name is None:
        opener = next((i for i in range(at, min(at + 5, limit)) if passage.keys[i] in _OPENERS), None)
        if opener is None or ";" in passage.keys[at:opener]:
            return []
        at = opener + 1
        while passage.key(at) in _OPENERS:
            at += 1
    found: list[int] = []
    ended = False
    for other in range(index + 1, len(readings)):
        reading = readings[other]
        if reading.begin >= limit:
            break
        if reading.begin < at:
            continue
        if not isinstance(reading, PersonReading) or reading.name is None:
            break
        if found and _plural(passage, reading):
            break  # "…; các đồng chí: Bí thư Trung ương Đảng C, …" begins another list
        if _office_first(reading) and (announced.roles[0].title.role != _MEMBER or _told_again(announced, reading)):
            break
        if found and reading.roles and _called(reading) and _only_named(readings[found[0]]):
            break  # "hai cựu Bộ trưởng A, B và ông C, nguyên chủ tịch Y"
        gap = passage.keys[at : reading.begin]
        if len(gap) > _LONGEST_GAP or any(key not in _JOINTS for key in gap):
            break
        if ended and ";" in gap:
            break  # "2 cựu Chủ tịch X A và B; ông C": the list is over
        ended = ended or "và" in gap
        found.append(other)
        at = _past_bracket(passage, reading.end)
    return found


def _told_again(announced: PersonReading, reading: PersonReading) -> bool:
    """Tell whether someone has one of several announced offices beside his name again, and is none of those listed."""
    roles = {one.title.role for one in announced.roles[1:]}
    return any(one.title.role in roles for one in reading.roles)


def _past_bracket(passage: Passage, at: int) -> int:
    """Return the end of a short bracket at `at`, such as where someone was elected: "A [(Cần Thơ)], B (Hà Nội)"."""
    if passage.key(at) != "(":
        return at
    inside = passage.keys[at : min(at + _LONGEST_BRACKET, passage.limit(at))]
    return at + inside.index(")") + 1 if ")" in inside else at


def _only_named(reading: Reading) -> bool:
    """Tell whether someone is named without honorific and offices."""
    return isinstance(reading, PersonReading) and not (reading.roles or _called(reading))


def _called(reading: Reading) -> bool:
    return isinstance(reading, PersonReading) and any(one.lower().endswith(_ADDRESS) for one in reading.honorifics)


def _office_first(reading: PersonReading) -> bool:
    return reading.name is not None and any(role.begin < reading.name.begin for role in reading.roles)


def _again(heads: Sequence[RoleReading], someone: PersonReading) -> list[RoleReading]:
    """Return the announced offices that `someone` has not already beside the name."""
    return [
        head
        for head in heads
        if not any(
            own.title.role == head.title.role and (own.agency is None or head.agency is None) for own in someone.roles
        )
    ]
