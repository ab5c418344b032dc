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
    " chủ chốt quan trọng lãnh đạo nhiều khác công tác mới"
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
_LONGEST_JOINT: Final = 3
_TAKING_UP: Final = wordlist("giữ sang lên làm được chuyển về")
_AGAINST: Final = wordlist("cho đối với")
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
            "trình quốc hội",
            "trình hđnd",
            "trình thủ tướng",
            "trình bộ",
            "trình ban",
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
_NO_PROPOSAL: Final = wordlist("chương quá lịch công giáo")
"""Words before "trình" that make it another word."""
_AT_PRESENT: Final = wordlist("hiện nay")
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
    removed = 0
    holders = (one for one in story.readings if isinstance(one, PersonReading) and one.roles)
    for reading in merge(holders, seats(story.passage, story.readings), key=lambda one: one.begin):
        if reading.name is not None:
            gap = story.passage.keys[max(removed, reading.begin - _LONGEST_JOINT) : reading.begin]
            goes_on = gap in ([","], ["và"], [",", "và"])
            removed = _removed(story, verbs, reading, goes_on=goes_on)
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
    keys = story.passage.keys
    found: list[_Verb] = []
    for at in trie.spots(keys):
        if not found or at >= found[-1].end:
            match = trie.longest(keys, at, story.passage.limit(at))
            if match is not None:
                found.append(_Verb(at, *match))
    return found


def _step(story: Story, verbs: Sequence[_Verb], reading: PersonReading, last: _Step | None) -> _Step | None:
    """Return an office read alone with its verb and its people, or None where nothing gives it to anyone."""
    goes_on = last is not None and _goes_on(story, verbs, last, reading)
    governing = last.verb if last is not None and goes_on else _governed(story, verbs, reading, last)
    if governing is None:
        return None
    verb = governing.verb
    if (verb.decides or verb in (_HOLDS, _TAKES_UP)) and _only_asked(story, verbs, governing):
        return None
    people = sharers(story, reading.roles[0])
    if not people and last is not None and (goes_on or (verb is _TAKES_UP and last.verb.verb is _LEAVES)):
        people = last.people
    if not people and reading.rule == SEAT and not verb.decides:
        return None
    if not people:
        when = story.told(reading.roles[0], decided=verb.decides)
        people = whose(story, reading, governing.begin, verb, when, last.reading if last is not None else None)
    if not people and last is not None and _same_person(story, last.reading, reading):
        people = last.people
    return _Step(reading, governing, people) if people else None


def _give(story: Story, step: _Step) -> Appointment | None:
    """Note the offices of `step` with its people; return the decision, if it is one and of the present."""
    verb, reading = step.verb.verb, step.reading
    resolver = story.resolver.near(reading.roles)
    before = predecessor(story, reading, step.verb.begin) if verb.status is not Status.FORMER else None
    office: tuple[str, str, Status] | None = None
    timeless = verb.status is Status.FORMER or story.passage.keys[step.verb.begin] in _AT_PRESENT
    when = Told.NOW
    for role in reading.roles:
        when = Told.NOW if timeless else _told(story, role, reading, decided=verb.decides)
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


def _told(story: Story, role: RoleReading, reading: PersonReading, *, decided: bool) -> Told:
    """Return when an office was held: what the last of a list says of its time goes for all."""
    when = story.told(role, decided=decided)
    return when if when is not Told.NOW else story.told(reading.roles[-1], decided=decided)


def _only_asked(story: Story, verbs: Sequence[_Verb], governing: _Verb) -> bool:
    """Tell whether an office is only asked for, planned, or not given: by its verb, or by one that leads up to it."""
    passage, begin = story.passage, governing.begin
    first = passage.sentences[passage.sentence_of[begin]][0]
    if not governing.verb.decides:
        reach = begin - first if governing.verb is _TAKES_UP else _ASKED_REACH
        return _undone(story, begin, reach) or _undone(story, governing.end, _UNDONE_REACH)
    if _undone(story, begin, _UNDONE_REACH):
        return True
    leading = [one for one in _within(verbs, max(first, begin - _FURTHEST), begin) if one.verb.decides][-1:]
    if not leading or ";" in passage.keys[leading[0].end : begin]:
        return False
    listed = passage.keys[begin - 1] == "," and passage.keys[leading[0].begin] == passage.keys[begin]
    someone = any(actor.person is not None for actor in story.between(leading[0].end, begin))
    return (listed or not someone) and _only_asked(story, verbs, leading[0])


def _undone(story: Story, verb: int, reach: int) -> bool:
    """Tell whether the words before a verb say that it is only asked for, planned, or not so."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    before = story.passage.keys[max(first, verb - 2) : verb]
    if before[-1:] == ["trình"] and before[0] not in _NO_PROPOSAL:
        return True
    return any(_UNDONE.longest(story.passage.keys, at, verb) for at in range(max(first, verb - reach), verb))


def _goes_on(story: Story, verbs: Sequence[_Verb], last: _Step, reading: PersonReading) -> bool:
    """Tell whether an office goes on in the list that the one before it began: "Thứ trưởng Bộ X; Bộ trưởng Bộ Y"."""
    passage, before = story.passage, last.reading
    gap = passage.keys[before.end : reading.begin]
    if not gap or len(gap) > _LONGEST_GAP or not _same_person(story, before, reading):
        return False
    if all(key in _IN_LIST or key[0].isdigit() for key in gap):
        return not {"từ", "là"}.issuperset(gap)
    of_past = last.verb.verb.status is Status.FORMER and not last.verb.verb.decides and gap[-1] in AND
    return of_past and not _within(verbs, before.end, reading.begin)


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
    near = [one for one in _within(verbs, max(first, reading.begin - _FURTHEST), reading.begin) if not one.verb.ends]
    if near and near[-1].end >= at:
        return near[-1]
    beside = _beside(story, first, at)
    if beside is not None and passage.keys[at - 1] == "từ" and passage.key(reading.end) in _TAKING_UP:
        return _Verb(at - 1, at, _LEAVES)
    if not cue:
        another = near and near[-1].verb.decides and passage.keys[at - 1] in AND and after_office(story, reading)
        return near[-1] if another else None
    if near and passage.keys[at] == "giữ" and near[-1].verb.status is Status.FORMER and near[-1].verb.decides:
        given = (one for one in reversed(near) if one.verb.decides and one.verb.status is Status.APPOINTED)
        return next(given, _Verb(at, at + 1, _TAKES_UP))  # "thôi giữ chức A, giữ chức B"
    if near:
        return next((one for one in reversed(near) if one.verb.decides), near[-1])
    if last is not None and last.verb.verb is _LEAVES and at - last.reading.end <= 1:
        return _Verb(at, at + 1, _TAKES_UP)
    straight = beside is not None and at - beside.end <= 1 and passage.keys[at] == "giữ"
    if beside is not None and straight and beside.rule.endswith("name-office"):
        return _Verb(beside.begin, at + 1, _TAKES_UP)  # "Ông X, Giám đốc A, giữ chức B" tells a decision
    if beside is not None or story.told(reading.roles[0]) is not Told.NOW:
        return _Verb(at, at + 1, _HOLDS)
    return None


def _within(verbs: Sequence[_Verb], start: int, stop: int) -> Sequence[_Verb]:
    """Return the verbs that begin in tokens `start` to `stop`."""
    first = bisect_left(verbs, start, key=lambda one: one.begin)
    return verbs[first : bisect_left(verbs, stop, key=lambda one: one.begin)]


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


def _removed(story: Story, verbs: Sequence[_Verb], reading: PersonReading, *, goes_on: bool) -> int:
    """Note the offices beside a name that a verb takes: "miễn nhiệm Bộ trưởng X", "cách chức ông Y, Giám đốc Z".

    Return where the reading ends, if it is one of a list of offices taken that may go on, else 0.
    """
    assert reading.name is not None
    first = [role for role in reading.roles if role.begin < reading.name.begin]
    lost = first if goes_on and first else _taken(story, verbs, reading)
    someone = story.person_of(reading) if lost else None
    if someone is None:
        return 0
    resolver = story.resolver.near(reading.roles)
    for role in lost:
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        story.offices.give(someone, role, organisation, status=Status.FORMER, rule="appointment")
    return reading.end if lost == first else 0


def _taken(story: Story, verbs: Sequence[_Verb], reading: PersonReading) -> Sequence[RoleReading]:
    """Return which offices beside a name the verb right before or after it takes."""
    keys, name = story.passage.keys, reading.name
    if _since_then(story, reading):
        return reading.roles
    start, limit = story.passage.sentences[story.passage.sentence_of[reading.begin]]
    for one in (*_within(verbs, start, reading.begin)[-1:], *_within(verbs, reading.begin, limit)[:1]):
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
        told = (one.end <= reading.begin and _AGAINST.issuperset(keys[one.end : reading.begin])) or (
            one.begin >= reading.end and passive and _UNDERGOES.issuperset(gap)
        )
        if told and not _office_follows(story, max(reading.end, one.end), limit):
            return reading.roles
    return ()


def _since_then(story: Story, reading: PersonReading) -> bool:
    """Tell whether "nay là" and another office follow the one beside a name."""
    at = reading.end + (story.passage.key(reading.end) in ("(", ","))
    if story.passage.keys[at : at + 2] != ["nay", "là"]:
        return False
    following = story.readings_in(at + 2, at + 3)
    return any(isinstance(one, PersonReading) and one.name is None for one in following)


def _office_follows(story: Story, start: int, limit: int) -> bool:
    """Tell whether a sentence goes on to say which office is meant, or that it is one in the Party."""
    if "đảng" in story.passage.keys[start:limit]:
        return True
    following = (one for one in story.readings_in(start, limit) if isinstance(one, PersonReading))
    return any(one.name is None for one in following)
