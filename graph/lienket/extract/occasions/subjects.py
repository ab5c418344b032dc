"""Who stands before a verb that tells an occasion, as its subject: people, bodies, offices and unnamed authorities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.grammar.readings import PersonReading, PlaceReading
from lienket.extract.occasions.reports import JUST, past_telling, press
from lienket.extract.story import Actor, Story
from lienket.language.wordlist import last_form, wordlist
from lienket.model import EventType
from lienket.reference.events import EventHead
from lienket.reference.reporting_verbs import reporting_verbs

LONGEST_CLAUSE: Final = 40
WINDOW: Final = 120
"""Tokens around a verb that are looked at: keeps hostile text linear."""
FURTHEST_SUBJECT: Final = 12
_FURTHEST_DECIDER: Final = 14
_HOUSES: Final = wordlist("sở trường phòng tại ở quan")
"""Last words before a body at whose house something is done: "tại trụ sở Trung ương Đảng, Bộ Chính trị đã họp"."""
_WHERE: Final = frozenset({"tại", "ở"})
_ON_BEHALF: Final = ("thay", "mặt")
_FOR_ANOTHER: Final = tuple(
    tuple(form.split())
    for form in (
        "thay mặt",
        "thừa lệnh",
        "thừa ủy quyền",
        "thừa ủy quyền của",
        "thừa ủy nhiệm của",
        "được ủy quyền của",
    )
)
"""Words before those for whom someone else acts."""
LEFT_OUT: Final = frozenset({"trừ", "vắng", "thay"})
"""Words before someone who does not do what the others do."""
_BY_FORM: Final = frozenset({"hình", "thức"})
"""Words between who is punished and how: "với hình thức khiển trách"."""
_MEMBERS: Final = "gồm"
"""The word before those of whom a delegation is made up: "Đoàn đại biểu X gồm các ông: A; B"."""
_AS_FOR: Final = ["đối", "với"]
_BESIDES: Final = "ngoài"
_THITHER: Final = frozenset({"đến", "tới"})
_LONGEST_PLACE: Final = 8
"""Tokens from "đến" to the verb that says what someone does there."""
BEFORE_VERB: Final = wordlist(
    "đã vừa sẽ đang tiến hành đến tới về đi trực tiếp cùng có cũng tục long trọng tổ chức buổi cuộc dẫn đầu và đoàn"
    " công tác mới thân mật hôm nay sáng chiều tối qua xuống lên vào bị liên ngành chủ trì ( ) ngày làm trưởng sang"
    " cán bộ lãnh đạo đại biểu cấp cao việt nam đồng chí trong lần lượt phu nhân - ở ra tại diện nhiều sở ban các đơn"
    " vị phòng chức năng địa phương tỉnh thành phố huyện xã quận trung ương quốc hội thuộc bầu cử số thành viên nhà"
    " nước … theo kế hoạch sắp chính thức bắt kết thúc hiện trường cơ quan sau tiếp đó còn"
)
"""Words that may stand between an actor and the verb whose subject it is."""
_BEFORE_DECISIONS: Final = (BEFORE_VERB - {"về"}) | wordlist(
    "xem xét quyết định thống nhất ra ban hành thi kết luận biểu thông báo việc , với hình thức xử lý lệnh tống đạt"
    " được cơ quan điều tra đồng loạt nghị quyết bằng viện kiểm sát chính quyền lực lượng chức năng công an cảnh phá"
    " chuyên án triệt xóa ký"
)
"""Words that may stand there where the verb tells a decision."""
_ON_PAPER: Final = wordlist("số về - / qđ ttg ubnd")
"""Words that may stand there after "quyết định": "ra Quyết định số 207 về việc đình chỉ công tác ông A"."""
_JOINING: Final = wordlist(
    "và cùng với dẫn đầu đoàn công tác của các đồng chí do làm trưởng lãnh đạo phối hợp cán bộ đại biểu cấp cao phu"
    " nhân"
)
"""Words that join those who do something together: "ông A dẫn đầu đoàn công tác của Bộ B"."""
_AFTER_OFFICES: Final = frozenset({")", "ông", "bà"})
"""Marks and words between people in a list of those to whom something was done: "ông A (Giám đốc), ông B"."""
_LONGEST_JOIN: Final = 8
LISTED: Final = 4
SUFFERING: Final = "bị"
GIVEN: Final = "được"
"""Words between whom something is done to and who does it: "ông A bị B kỷ luật", "ông A được B tặng bằng khen"."""
LED: Final = (("làm", "trưởng", "đoàn"), ("dẫn", "đầu"))
"""Words after him by whom a delegation is led: "Đoàn công tác do ông A làm trưởng đoàn"."""
LEADS_WITHIN: Final = 3
"""Tokens from "do" to the name of who leads: "do đồng chí A"."""
_LONGEST_DELEGATION: Final = 8
_DELEGATED: Final = wordlist("công tác giám khảo sát kiểm thanh tra đại biểu cán bộ cấp cao liên ngành số của do")
"""Words between "đoàn" and whose delegation it is, or who leads it."""
_NO_DELEGATION: Final = wordlist("trưởng phó viên thành đầu cùng")
"""Words before "đoàn" that make it an office, or company of someone: "Trưởng đoàn", "dẫn đầu đoàn", "cùng đoàn"."""
DONE: Final = wordlist("đã vừa tiến")
_CLAUSE_OVER: Final = frozenset({",", '"', "”", "“", ".", "…", "'"})
"""Marks at which a clause is over and who says it may be named."""
_FROM: Final = frozenset({"theo", "từ"})
"""Words before the source of what is told: "thông tin từ đại tá B"."""
_LONGEST_COMPANY: Final = 24
"""Tokens from "cùng" to the verb that tells what someone and others did."""
_NO_COMPANY: Final = frozenset({":", ";", "“", "”", '"', "(", ")"})
_TEAMS: Final = (
    *(("đoàn", "công", "tác"), ("tổ", "công", "tác"), ("đoàn", "liên", "ngành")),
    *(("lực", "lượng", "chức", "năng"), ("cơ", "quan", "chức", "năng"), ("ngành", "chức", "năng")),
)
"""Those who go somewhere for the authorities, without a name."""
_AUTHORITIES: Final = (
    *(*_TEAMS, ("công", "an"), ("cảnh", "sát"), ("cơ", "quan", "điều", "tra"), ("viện", "kiểm", "sát")),
    *(("hội", "đồng", "xét", "xử"), ("hđxx",), ("tòa",), ("tòa", "án"), ("cơ", "quan", "công", "an")),
)
"""Those who charge, search and try someone, without a name."""
_ASKING: Final = tuple(
    tuple(form.split())
    for form in (
        *("giao", "yêu cầu", "yêu cầu các", "đề nghị", "kiến nghị", "chỉ đạo", "mời", "cử", "nhờ", "cho", "để", "khi"),
        *("nếu", "theo", "trình", "đề xuất"),
    )
)
"""Words right before someone who is asked to do something."""


def doers(story: Story, first: int, at: int, *, decides: bool = False) -> list[Actor]:
    """Return who stands right before the verb at `at` as its subject, from token `first` on; none where no one does."""
    start = max(first, at - WINDOW)
    actors = [
        one
        for one in story.between(start, at)
        if one.end <= at and not one.office_only and not story.passage.in_brackets(one.begin)
    ]
    while actors and story.passage.key(actors[-1].begin - 1) in _THITHER and actors[-1].begin > first:
        at = actors.pop().begin - 1  # "ông A đến Sở B kiểm tra"
    at = _before_those_meant(story, actors, at)
    if not actors or at - actors[-1].end > LONGEST_CLAUSE:
        return []
    if actors[-1].person is None and story.passage.key(actors[-1].begin - 1) in _WHERE:
        return []  # "ông A gặp bà B tại Sở C và chào …"
    if story.passage.key(actors[-1].begin - 1) == _BESIDES and story.passage.key(actors[-1].end) == ",":
        return []  # "ngoài ông A, công an cũng khám nhà ông B"
    last = actors[-1]
    if story.passage.keys[last.begin - 2 : last.begin] == _AS_FOR and "và" in story.passage.keys[last.end : at]:
        return []  # "khai trừ đối với ông A và cảnh cáo đối với ông B"
    gap = set(story.passage.keys[last.end : at])
    if decides and last.person is not None and gap >= _BY_FORM and SUFFERING not in gap:
        return []  # "kỷ luật ông A với hình thức khiển trách"
    at = _before_place(story, actors[-1].end, at)
    body = actors[-1].person is None and not press(actors[-1])
    end = _past_leading(story, actors[-1], at)
    return joined(story, actors) if _leads_to(story, end, at, decides=decides, body=body) else []


def _past_leading(story: Story, actor: Actor, at: int) -> int:
    """Return where the words begin by which someone leads those who act: "do ông A, Phó Tư lệnh, [làm trưởng đoàn]"."""
    keys = story.passage.keys
    if actor.person is None or "do" not in keys[max(0, actor.begin - LEADS_WITHIN) : actor.begin]:
        return actor.end
    led = last_form(keys, actor.end, min(at, actor.end + _LONGEST_COMPANY), LED)
    return actor.end if led is None else led


def _before_those_meant(story: Story, actors: list[Actor], at: int) -> int:
    """Return where "thay mặt" begins before the verb at `at`, and drop from `actors` those meant by it.

    "Ông A thay mặt Ban Thường vụ B, lãnh đạo C tặng quà": A does it.
    """
    begin = last_form(story.passage.keys, max(0, at - _LONGEST_COMPANY), at, (_ON_BEHALF,))
    before = [one for one in actors if begin is not None and one.end <= begin]
    if begin is None or not before or before[-1].person is None or begin - before[-1].end > 1:
        return at
    actors[:] = before
    return begin


def _on_behalf(story: Story, actor: Actor) -> bool:
    """Tell whether someone else acts for who is named: "thay mặt Bộ Chính trị, ông A ký …", "thừa ủy quyền của B"."""
    keys = story.passage.keys
    return any(tuple(keys[max(0, actor.begin - len(form)) : actor.begin]) == form for form in _FOR_ANOTHER)


def for_whom(story: Story, first: int, stop: int) -> list[Actor]:
    """Return the bodies of tokens `first` to `stop` for which someone else acts."""
    return [one for one in story.between(first, stop) if one.person is None and _on_behalf(story, one)]


def _before_place(story: Story, end: int, at: int) -> int:
    """Return where the words begin that say where someone goes to do something: "đến cảng cá Thọ Quang khảo sát"."""
    keys = story.passage.keys
    for index in range(max(end, at - _LONGEST_PLACE), at - 1):
        named = any(story.passage.capital(one) for one in range(index + 1, at))
        if keys[index] in _THITHER and named and "," not in keys[index:at]:
            return index
    return at


def _leads_to(story: Story, end: int, at: int, *, decides: bool, body: bool = False) -> bool:
    """Tell whether the words from the end of a subject, a `body` or someone, to the verb at `at` only say how."""
    end = done_by_teller(story, end, at, body=body) or end + _closes_apposition(story, end)
    gap = words_between(story, _past_company(story, end, at), at)
    if "cùng" in gap:
        gap -= {","}  # "ông A, cùng đại diện các sở, đã đến thăm"
    gap = frozenset(word for word in gap if not word.isdigit())
    allowed, reach = (_BEFORE_DECISIONS, _FURTHEST_DECIDER) if decides else (BEFORE_VERB, FURTHEST_SUBJECT)
    if decides and "định" in gap:
        allowed |= _ON_PAPER
    return len(gap) <= reach and gap <= allowed


def done_by_teller(story: Story, end: int, at: int, *, body: bool) -> int | None:
    """Return where "cho biết" is over after which someone whose name ends at `end` tells what he did himself.

    A body that "cho biết đã khởi tố" did it too; an official may speak for others.
    """
    past = past_telling(story, end + _closes_apposition(story, end), at)
    did = past < at and story.passage.keys[past] in (JUST | {"đã"} if body else JUST)
    return past if past > end and did else None


def _past_company(story: Story, end: int, at: int) -> int:
    """Return where those without a name are over who do something too: "ông A cùng chủ rừng, … đã khảo sát"."""
    keys = story.passage.keys
    start = next((index for index in range(end, min(at, end + LISTED + 1)) if keys[index] == "cùng"), at)
    if start == at or at - start > _LONGEST_COMPANY or not words_between(story, end, start) <= {",", "-", "–"}:
        return end
    company = keys[start:at]
    done = next((index for index, key in enumerate(company) if key in DONE), None)
    named = any(story.passage.capital(index) for index in range(start, at))
    return end if done is None or named or not _NO_COMPANY.isdisjoint(company) else start + done


def _closes_apposition(story: Story, end: int) -> bool:
    """Tell whether the comma at `end` closes the offices after a name: "ông A, Giám đốc Sở B, đã …"."""
    if story.passage.key(end) != ",":
        return False
    before = story.readings_in(max(0, end - WINDOW), end)
    here = [one for one in before if isinstance(one, PersonReading) and one.end == end]
    return any(one.name is not None and one.name.end < end for one in here)


def office_holder(story: Story, first: int, at: int, *, decides: bool) -> tuple[int, int] | None:
    """Return where an office stands whose holder, unnamed, is the subject of the verb at `at`: "Thủ tướng kỷ luật"."""
    before = [
        one
        for one in story.readings_in(max(first, at - WINDOW), at)
        if isinstance(one, PersonReading) and one.end <= at
    ]
    if not before or before[-1].name is not None or story.passage.capital(at):
        return None  # "Ủy ban Kiểm tra Kỷ luật"
    if not _leads_to(story, before[-1].end, at, decides=decides):
        return None
    return before[-1].begin, before[-1].end


def authority(story: Story, first: int, at: int, head_end: int, head: EventHead) -> tuple[int, int] | None:
    """Return where authorities stand that are not named: "đoàn công tác của tỉnh X thị sát", "công an khám nhà ông A".

    What they do to someone is told only where he is named.
    """
    keys = story.passage.keys
    taken = head.type is EventType.INCIDENT and any(
        one.person is not None for one in story.between(head_end, min(head_end + WINDOW, story.passage.limit(at)))
    )
    forms = _AUTHORITIES if taken else _TEAMS if head.type in (EventType.VISIT, EventType.INSPECTION) else ()
    begin = last_form(keys, max(first, at - _FURTHEST_DECIDER), at, forms) if forms else None
    if begin is None or story.inside_reading(begin):
        return None
    end = begin + max(len(form) for form in forms if tuple(keys[begin : begin + len(form)]) == form)
    led = end <= at and words_between(story, end, at) <= (BEFORE_VERB | {"của"})
    return (begin, end) if led and not asked(story, first, begin) else None


def delegation(story: Story, first: int, begin: int) -> int:
    """Return where a subject at `begin` begins with its delegation: "Đoàn công tác của [Bộ A]", "Đoàn do [ông B]"."""
    keys = story.passage.keys
    for at in range(begin - 1, max(first, begin - _LONGEST_DELEGATION) - 1, -1):
        if keys[at] == "đoàn" and keys[at - 1] not in _NO_DELEGATION and not story.inside_reading(at):
            return at
        if keys[at] not in _DELEGATED and not keys[at].isdigit():
            break
    return begin


def tells_it(story: Story, actor: Actor) -> bool:
    """Tell whether who is named after a clause is who says it: "Công an đã khởi tố vụ án, [ông A] cho biết"."""
    passage = story.passage
    if passage.key(actor.begin - 1) in _FROM:
        return True
    at = actor.end + (passage.key(actor.end) in (",", "-", "–"))
    says = reporting_verbs().longest(passage.keys, at, passage.limit(actor.begin)) is not None
    return says and passage.key(actor.begin - 1) in _CLAUSE_OVER


def asked(story: Story, first: int, subject: int) -> bool:
    """Tell whether the words before a subject ask it to do what the verb says: "Thủ tướng giao Bộ A kiểm tra"."""
    keys = story.passage.keys
    return any(tuple(keys[max(first, subject - len(form)) : subject]) == form for form in _ASKING)


def words_between(story: Story, start: int, stop: int) -> frozenset[str]:
    """Return the words of tokens `start` to `stop` that belong to no place, no date and no number of a paper."""
    keys = story.passage.keys
    spans = [(one.begin, one.end) for one in story.readings_in(start, stop) if isinstance(one, PlaceReading)]
    spans += [(one.first_token, one.end_token) for one in story.dates_in(start, stop)]
    spans += brackets(keys, start, stop)
    spans += [(at, at + 1) for at in range(start, stop) if story.passage.in_number(at)]
    covered = {index for begin, end in spans for index in range(begin, end)}
    return frozenset(keys[index] for index in range(start, stop) if index not in covered)


def brackets(keys: Sequence[str], start: int, stop: int) -> list[tuple[int, int]]:
    """Return the ranges of tokens `start` to `stop` that stand in brackets: "Sở X (GTVT) đã …"."""
    found: list[tuple[int, int]] = []
    opened = start - 1
    for at in range(start, stop):
        if keys[at] == "(":
            opened = at
        elif keys[at] == ")":
            found.append((max(opened, start), at + 1))
    return found


def joined(story: Story, actors: Sequence[Actor], *, listed_people: bool = False) -> list[Actor]:
    """Return the last of the actors with those whom words like "và", "cùng", "dẫn đầu đoàn của" join to it."""
    keys = story.passage.keys
    found = [actors[-1]]
    for actor in reversed(actors[:-1]):
        words = keys[actor.end : found[0].begin]
        if listed_people:
            words = [word for word in words if word not in _AFTER_OFFICES]
        known = len(found) > 1 or listed_people or (actor.organisation is not None and actor.person is None)
        bodies = actor.person is None and found[0].person is None
        comma = words == [","] or (bodies and words in (["-"], ["–"]))  # "Tỉnh ủy - HĐND - UBND tỉnh A"
        if "phối" in words and words[:2] == ["chủ", "trì"]:
            words = [word for word in words[2:] if word != ","]  # "A chủ trì, phối hợp với B"
        listed = comma and known and keys[actor.begin - 1] not in _HOUSES
        listed = listed and (actor.person is None) == (found[0].person is None)
        listed = listed and keys[actor.begin - 1] not in LEFT_OUT
        listed = listed and keys[actor.begin - 2 : actor.begin] != _AS_FOR and not _on_behalf(story, actor)
        people = words == [";"] and actor.person is not None and _MEMBERS in keys[actors[0].end : actor.begin]
        members = bool(words) and words[0] == _MEMBERS and actor.person is None and found[0].person is not None
        if not (listed or people or members) and not (0 < len(words) <= _LONGEST_JOIN and set(words) <= _JOINING):
            break
        found.insert(0, actor)
    return found
