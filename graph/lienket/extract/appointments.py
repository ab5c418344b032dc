"""Offices that a sentence gives or takes: "bầu bà X giữ chức Y", "miễn nhiệm chức danh Y đối với bà X"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import merge
from typing import Final

from lienket.extract.careers import Told
from lienket.extract.committees import SEAT, seats
from lienket.extract.coreference import Someone
from lienket.extract.readings import PersonReading, RoleReading
from lienket.extract.story import Actor, Story
from lienket.extract.takers import AND, PASSIVE, PRONOUNS, after_office, predecessor, sharers, whose
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.office_verbs import OfficeVerb, office_verbs

_BEFORE_OFFICE: Final = wordlist(
    "chức vụ danh giữ làm là cương vị trí thôi đảm nhiệm nhận các những kiêm sang về vai trò như : gồm lên tham gia vào"
    " chủ chốt quan trọng lãnh đạo nhiều khác công tác"
)
_CUES: Final = wordlist("chức làm giữ nhiệm vị trí danh thôi vụ gia vào")
_LISTED: Final = wordlist("như : gồm")
_OFFICES: Final = wordlist("chức cương vị trọng nhiệm")
"""Words of "các chức vụ chủ chốt của tỉnh X như" before a list of offices."""
_LONGEST_PREFACE: Final = 12
_IN_LIST: Final = wordlist(
    "; , rồi và ( ) - – từ đến năm tháng giai đoạn khóa nhiệm kỳ đồng thời lên làm là sau đó tiếp theo"
)
"""Words between two offices of one list, numbers aside: "Giám đốc Sở X (2005 - 2010), rồi Phó Chủ tịch …"."""
_LONGEST_GAP: Final = 12
_TAKING_UP: Final = wordlist("giữ sang lên làm được chuyển về")
_BEFORE_HOLDER: Final = _BEFORE_OFFICE | wordlist("của và đồng chí")
_UNDERGOES: Final = wordlist(", ( cũng đã vừa mới hiện đột ngột được bị quốc hội")
"""Words between an office holder and the verb that takes the office: "cũng đã được miễn nhiệm"."""
_UNDONE: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *(
            "đề nghị",
            "kiến nghị",
            "đề xuất",
            "dự kiến",
            "yêu cầu",
            "tờ trình",
            "trình",
            "dự thảo",
            "sẽ",
            "nếu",
            "không",
        ),
        *("chưa", "dự định", "mong muốn", "xin", "phải", "cần", "tiêu chuẩn", "khiếu nại", "ứng cử", "đề cử"),
        *("quy trình", "giới thiệu", "để bầu", "quy hoạch", "thu hồi", "hủy bỏ", "huỷ bỏ"),
    )
)
"""Words before a verb after which nothing is decided."""
_UNDONE_REACH: Final = 6
_ASKED_REACH: Final = 12
"""Tokens back to such a word with a name between: "đề xuất ông X giữ chức"."""
_NEAREST: Final = 8
"""Tokens between who decides and the verb: "đã xem xét, quyết định" aside."""
_BESIDE: Final = 5
"""Tokens between a name and "giữ chức" where no other verb governs the office."""
_FURTHEST: Final = 40
"""Tokens looked back for the verb that governs an office."""
_HOLDS: Final = OfficeVerb(status=Status.ATTESTED, decides=False, by_subject=True)
_TAKES_UP: Final = OfficeVerb(status=Status.APPOINTED, decides=False, by_subject=True)
_LEAVES: Final = OfficeVerb(status=Status.FORMER, decides=False, by_subject=True)


@dataclass(frozen=True, slots=True)
class Appointment:
    """One office given or taken by one decision of the text, to or from one person or several."""

    people: tuple[Someone, ...]
    office: tuple[str, str, Status]
    """Role, key of the agency or "", and the status that the decision gives."""
    begin: int
    """Token at which the verb begins."""
    end: int
    organiser: Actor | None


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb over offices where the passage has it."""

    begin: int
    end: int
    verb: OfficeVerb


@dataclass(frozen=True, slots=True)
class _Step:
    """An office read alone, with the verb that governs it and whose it is."""

    reading: PersonReading
    verb: _Verb
    people: list[Someone]


def appointments(story: Story) -> list[Appointment]:
    """Return the offices given or taken, each noted as an office of its person."""
    verbs = _verbs(story)
    found: list[Appointment] = []
    last: _Step | None = None
    holders = (one for one in story.readings if isinstance(one, PersonReading) and one.roles)
    for reading in merge(holders, seats(story.passage, story.readings), key=lambda one: one.begin):
        if reading.name is not None:
            _removed(story, verbs, reading)
            continue
        step = _step(story, verbs, reading, last)
        if step is None:
            continue
        last = step
        given = _give(story, step)
        if given is not None:
            found.append(given)
    return found


def _verbs(story: Story) -> list[_Verb]:
    """Return the verbs over offices of the passage, the longest at each place, none overlapping."""
    trie = office_verbs()
    starts, keys = trie.starts(), story.passage.keys
    found: list[_Verb] = []
    for at, key in enumerate(keys):
        if key in starts and not (found and at < found[-1].end):
            match = trie.longest(keys, at, story.passage.limit(at))
            if match is not None:
                found.append(_Verb(at, *match))
    return found


def _step(story: Story, verbs: Sequence[_Verb], reading: PersonReading, last: _Step | None) -> _Step | None:
    """Return an office read alone with its verb and its people, or None where nothing gives it to anyone."""
    goes_on = last is not None and _goes_on(story, last.reading, reading)
    governing = last.verb if last is not None and goes_on else _governed(story, verbs, reading, last)
    if governing is None:
        return None
    verb = governing.verb
    if verb.decides or verb in (_HOLDS, _TAKES_UP):
        reach = _UNDONE_REACH if verb.decides else _ASKED_REACH
        if _undone(story, governing.begin, reach):
            return None
    people = sharers(story, reading.roles[0])
    if not people and last is not None and (goes_on or (verb is _TAKES_UP and last.verb.verb is _LEAVES)):
        people = last.people
    if not people and reading.rule == SEAT and not verb.decides:
        return None
    if not people:
        people = whose(story, reading, governing.begin, verb, story.told(reading.roles[0], decided=verb.decides))
    if not people and last is not None and _same_person(story, last.reading, reading):
        people = last.people
    return _Step(reading, governing, people) if people else None


def _give(story: Story, step: _Step) -> Appointment | None:
    """Note the offices of `step` with its people; return the decision, if it is one and of the present."""
    verb, reading = step.verb.verb, step.reading
    resolver = story.resolver.near(reading.roles)
    before = predecessor(story, reading, step.verb.begin) if verb.status is not Status.FORMER else None
    office: tuple[str, str, Status] | None = None
    when = Told.NOW
    for role in reading.roles:
        when = Told.NOW if verb.status is Status.FORMER else story.told(role, decided=verb.decides)
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        office = office or (role.title.role, organisation.key if organisation else "", verb.status)
        status = role.status if role.status is not Status.ATTESTED and verb.status is not Status.FORMER else verb.status
        for one in step.people:
            story.offices.give(one, role, organisation, status=status, rule="appointment", told=when)
        if before is not None and role is reading.roles[0] and before not in step.people:
            story.offices.give(before, role, organisation, status=Status.FORMER, rule="appointment")
    decision = verb.decides and when is Told.NOW and reading.rule != SEAT
    if office is None or not decision or story.caption(reading.begin):
        return None
    begin = step.verb.begin
    return Appointment(tuple(step.people), office, begin, reading.end, _organiser(story, begin))


def _undone(story: Story, verb: int, reach: int) -> bool:
    """Tell whether the words before a verb say that it is only asked for, planned, or not so."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    return any(_UNDONE.longest(story.passage.keys, at, verb) for at in range(max(first, verb - reach), verb))


def _goes_on(story: Story, before: PersonReading, reading: PersonReading) -> bool:
    """Tell whether an office goes on in the list that the one before it began: "Thứ trưởng Bộ X; Bộ trưởng Bộ Y"."""
    passage = story.passage
    gap = passage.keys[before.end : reading.begin]
    same = passage.sentence_of[before.begin] == passage.sentence_of[reading.begin]
    if not same or not gap or len(gap) > _LONGEST_GAP:
        return False
    return all(key in _IN_LIST or key[0].isdigit() for key in gap) and not {"từ", "là"}.issuperset(gap)


def _same_person(story: Story, before: PersonReading, reading: PersonReading) -> bool:
    """Tell whether a sentence gives another office with no one named since the one before."""
    same = story.passage.sentence_of[before.begin] == story.passage.sentence_of[reading.begin]
    return same and not any(one.person is not None for one in story.between(before.end, reading.begin))


def _governed(story: Story, verbs: Sequence[_Verb], reading: PersonReading, last: _Step | None) -> _Verb | None:
    """Return the verb that governs an office read alone: one right before it, else one before "giữ chức", "làm"."""
    passage = story.passage
    first = passage.sentences[passage.sentence_of[reading.begin]][0]
    at = reading.begin
    cue = False
    while at > first and (passage.keys[at - 1] in _BEFORE_OFFICE or passage.keys[at - 1].isdigit()):
        at -= 1
        cue = cue or passage.keys[at] in _CUES
    if not cue and passage.keys[at] in _LISTED:
        cue = not _OFFICES.isdisjoint(passage.keys[max(first, at - _LONGEST_PREFACE) : at])
    if at > first and passage.keys[at] == "là" and passage.keys[at - 1] in PRONOUNS:
        return _Verb(at, at + 1, _HOLDS)
    stop = bisect_left(verbs, reading.begin, key=lambda one: one.begin)
    start = bisect_left(verbs, max(first, reading.begin - _FURTHEST), key=lambda one: one.begin)
    near = verbs[start:stop]
    if near and near[-1].end >= at:
        return near[-1]
    beside = _beside(story, first, at)
    if beside is not None and passage.keys[at - 1] == "từ" and passage.key(reading.end) in _TAKING_UP:
        return _Verb(at - 1, at, _LEAVES)
    if not cue:
        another = near and near[-1].verb.decides and passage.keys[at - 1] in AND and after_office(story, reading)
        return near[-1] if another else None
    if near:
        return next((one for one in reversed(near) if one.verb.decides), near[-1])
    if last is not None and last.verb.verb is _LEAVES and at - last.reading.end <= 1:
        return _Verb(at, at + 1, _TAKES_UP)
    if beside is not None and beside.rule.endswith("name-office") and passage.keys[at] == "giữ":
        return _Verb(beside.begin, at + 1, _TAKES_UP)  # "Ông X, Giám đốc A, giữ chức B" tells a decision
    if beside is not None or story.told(reading.roles[0]) is not Told.NOW:
        return _Verb(at, at + 1, _HOLDS)
    return None


def _beside(story: Story, first: int, at: int) -> PersonReading | None:
    """Return the person named right before token `at`, with offices or without."""
    before = [one for one in story.readings_in(max(first, at - _FURTHEST), at) if isinstance(one, PersonReading)]
    if not before or before[-1].name is None or not 0 <= at - before[-1].end <= _BESIDE:
        return None
    return before[-1]


def _organiser(story: Story, verb: int) -> Actor | None:
    """Return who decides: the agency or person right before the verb, "được" between them aside."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    before = [one for one in story.between(first, verb) if not one.office_only]
    if not before:
        return None
    gap = story.passage.keys[before[-1].end : verb]
    return before[-1] if len(gap) <= _NEAREST and not {",", ";", "được", ")"} & set(gap) else None


def _removed(story: Story, verbs: Sequence[_Verb], reading: PersonReading) -> None:
    """Note the offices beside a name that a verb takes: "miễn nhiệm Bộ trưởng X", "cách chức ông Y, Giám đốc Z"."""
    lost = _taken(story, verbs, reading)
    someone = story.person_of(reading) if lost else None
    if someone is None:
        return
    resolver = story.resolver.near(reading.roles)
    for role in lost:
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        story.offices.give(someone, role, organisation, status=Status.FORMER, rule="appointment")


def _taken(story: Story, verbs: Sequence[_Verb], reading: PersonReading) -> Sequence[RoleReading]:
    """Return which offices beside a name the verb right before or after it takes."""
    keys, name, limit = story.passage.keys, reading.name, story.passage.limit(reading.begin)
    at = bisect_left(verbs, reading.begin, key=lambda one: one.begin)
    for one in verbs[max(0, at - 1) : at + 1]:
        verb = one.verb
        if name is None or verb.status is not Status.FORMER or verb.by_subject:
            continue
        if _undone(story, one.begin, _UNDONE_REACH):
            continue
        first = [role for role in reading.roles if role.begin < name.begin]
        if first and one.begin < reading.begin and _BEFORE_HOLDER.issuperset(keys[one.end : reading.begin]):
            return first
        gap = keys[reading.end : one.begin] if one.begin >= reading.end else []
        passive = bool(PASSIVE & set(gap)) or not verb.decides
        told = one.end == reading.begin or (one.begin >= reading.end and passive and _UNDERGOES.issuperset(gap))
        if told and not _office_follows(story, max(reading.end, one.end), limit):
            return reading.roles
    return ()


def _office_follows(story: Story, start: int, limit: int) -> bool:
    """Tell whether a sentence goes on to say which office is meant, or that it is one in the Party."""
    if "đảng" in story.passage.keys[start:limit]:
        return True
    following = (one for one in story.readings_in(start, limit) if isinstance(one, PersonReading))
    return any(one.name is None for one in following)
