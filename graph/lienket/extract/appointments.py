"""Offices that a sentence gives or takes: "bầu bà X giữ chức Y", "miễn nhiệm chức danh Y đối với bà X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.readings import PersonReading, RoleReading
from lienket.extract.story import Actor, Story
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import Status
from lienket.reference.office_verbs import OfficeVerb, office_verbs

_BEFORE_OFFICE: Final = wordlist(
    "chức vụ danh giữ làm là cương vị trí thôi đảm nhiệm nhận các những kiêm sang về vai trò như : gồm"
)
_CUES: Final = wordlist("chức làm giữ nhiệm vị trí danh thôi vụ")
_PASSIVE: Final = wordlist("được bị")
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
        *(
            "chưa",
            "dự định",
            "mong muốn",
            "xin",
            "phải",
            "cần",
            "tiêu chuẩn",
            "khiếu nại",
            "ứng cử",
            "đề cử",
            "quy trình",
            "giới thiệu",
            "để bầu",
            "quy hoạch",
            "thu hồi",
            "hủy bỏ",
            "huỷ bỏ",
        ),
    )
)
"""Words before a verb after which nothing is decided."""
_UNDONE_REACH: Final = 6
_ASKED_REACH: Final = 12
"""Tokens back to such a word with a name between: "đề xuất ông X giữ chức"."""
_PRONOUNS: Final = wordlist("ông bà anh chị")
_CAREER: Final = wordlist("năm từ tháng sau trước đến tới ngày đầu cuối giai")
"""Words with which a sentence of someone's career begins."""
_PAST: Final = wordlist("từ sau trước đầu cuối đến")
_HELD_THEN: Final = OfficeVerb(status=Status.FORMER, decides=False, by_subject=True)
_LONGEST_BRACKET: Final = 12
_NEAREST: Final = 8
"""Tokens between who decides and the verb: "đã xem xét, quyết định" aside."""
_FURTHEST_PERSON: Final = 250
_BESIDE: Final = 5
"""Tokens between a name and "giữ chức" where no other verb governs the office."""
_FURTHEST: Final = 40
"""Tokens looked back for the verb that governs an office."""


_HOLDS: Final = OfficeVerb(status=Status.ATTESTED, decides=False, by_subject=True)


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


def appointments(story: Story) -> list[Appointment]:
    """Return the offices given or taken, each noted as an office of its person."""
    found: list[Appointment] = []
    last: tuple[PersonReading, tuple[int, OfficeVerb], list[Someone]] | None = None
    for reading in story.readings:
        if not isinstance(reading, PersonReading) or reading.name is not None or not reading.roles:
            continue
        goes_on = last is not None and _goes_on(story, last[0], reading)
        governed = last[1] if last is not None and goes_on else _governed(story, reading)
        if governed is None:
            continue
        begin, verb = governed
        if (verb.decides or verb is _HOLDS) and _undone(story, begin, _UNDONE_REACH if verb.decides else _ASKED_REACH):
            continue
        people = _sharers(story, reading.roles[0])
        if not people:
            people = last[2] if last is not None and goes_on else _whose(story, reading, begin, verb)
        if not people:
            continue
        last = (reading, governed, people)
        resolver = story.resolver.near(reading.roles)
        if _in_career(story, begin):
            verb = _HELD_THEN
        office = None
        for role in reading.roles:
            organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
            office = office or (role.title.role, organisation.key if organisation else "", verb.status)
            for one in people:
                story.offices.give(one, role, organisation, status=verb.status, rule="appointment")
        if office is not None and verb.decides and not story.caption(reading.begin):
            organiser = _organiser(story, begin)
            found.append(Appointment(tuple(people), office, begin, reading.end, organiser))
    return found


def _undone(story: Story, verb: int, reach: int) -> bool:
    """Tell whether the words before a verb say that it is only asked for, planned, or not so."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    return any(_UNDONE.longest(story.passage.keys, at, verb) for at in range(max(first, verb - reach), verb))


def _in_career(story: Story, at: int) -> bool:
    """Tell whether the sentence of token `at` tells a past career: "Từ năm 2008, ông được bổ nhiệm …"."""
    keys = story.passage.keys
    first = story.passage.sentences[story.passage.sentence_of[at]][0]
    if keys[first] in ("năm", "tháng"):
        return keys[first + 1].isdigit() if first + 1 < len(keys) else False
    return keys[first] in _PAST or (keys[first].isdigit() and len(keys[first]) == 4)


def _sharers(story: Story, role: RoleReading) -> list[Someone]:
    """Return the people to whom an announcement shared out this very office: "bầu 3 ủy viên gồm ông A, ông B"."""
    sharing = [
        one
        for one in story.readings_in(role.end, story.passage.limit(role.begin))
        if isinstance(one, PersonReading) and one.name is not None and role in one.roles
    ]
    met = [story.person_of(one) for one in sharing]
    return [one for one in met if one is not None]


def _goes_on(story: Story, before: PersonReading, reading: PersonReading) -> bool:
    """Tell whether an office goes on in the list that the one before it began: "Thứ trưởng Bộ X; Bộ trưởng Bộ Y"."""
    same = story.passage.sentence_of[before.begin] == story.passage.sentence_of[reading.begin]
    return same and story.passage.keys[before.end : reading.begin] in ([";"], [","], [";", "rồi"], ["rồi"])


def _governed(story: Story, reading: PersonReading) -> tuple[int, OfficeVerb] | None:
    """Return the verb that governs an office read alone, with its token: only over "giữ chức", "làm" and the like."""
    passage = story.passage
    first = passage.sentences[passage.sentence_of[reading.begin]][0]
    at = reading.begin
    cue = False
    while at > first and (passage.keys[at - 1] in _BEFORE_OFFICE or passage.keys[at - 1].isdigit()):
        at -= 1
        cue = cue or passage.keys[at] in _CUES
    best: tuple[int, OfficeVerb] | None = None
    if at > first and passage.keys[at] == "là" and passage.keys[at - 1] in _PRONOUNS:
        return at, _HELD_THEN if passage.keys[first] in _CAREER else _HOLDS
    verbs, starts = office_verbs(), office_verbs().starts()
    for index in range(max(first, reading.begin - _FURTHEST), reading.begin):
        if passage.keys[index] not in starts:
            continue
        match = verbs.longest(passage.keys, index, reading.begin)
        if match is not None and (best is None or index >= best[0] + 1):
            if best is not None and best[1].decides and not match[1].decides:
                continue
            best = (index, match[1])
    if best is None and cue and _in_career(story, first):
        return at, _HELD_THEN
    if best is None:
        beside = any(one.person is not None for one in story.between(max(first, at - _BESIDE), at))
        return (at, _HOLDS) if cue and beside else None
    straight = office_verbs().longest(passage.keys, best[0], reading.begin)
    direct = straight is not None and straight[0] >= at
    return best if cue or direct else None


def _whose(story: Story, reading: PersonReading, at: int, verb: OfficeVerb) -> list[Someone]:
    """Return whose office it is: named after the verb at token `at`, else after "với", "đối với", else before the verb.

    Who stands before a verb that is done to someone takes the office only if it is done to him: "ông X được bầu".
    """
    passage = story.passage
    after_verb = _people(story, at, reading.begin)
    if after_verb:
        return _joined(story, after_verb)
    first, limit = passage.sentences[passage.sentence_of[reading.begin]]
    if passage.key(reading.end) in ("với", "đối", "của", "cho"):
        following = _people(story, reading.end, limit)
        if following:
            return [one.person for one in following[:1] if one.person is not None]
    before = _people(story, first, reading.begin)
    if not _PRONOUNS.isdisjoint(passage.keys[at : reading.begin]):  # "bầu bà giữ chức"
        return _joined(story, before or _people(story, max(0, first - _FURTHEST_PERSON), first))[-1:]
    undergone = (
        verb.by_subject
        or _in_career(story, first)
        or _PASSIVE & set(passage.keys[max(first, before[-1].end if before else first) : at])
    )
    if not undergone:
        return []
    if before:
        return _joined(story, before)
    if _of_someone_before(story, first, reading.begin):
        earlier = _people(story, max(0, first - _FURTHEST_PERSON), first)
        return [one.person for one in earlier[-1:] if one.person is not None]
    return []


def _joined(story: Story, actors: Sequence[Actor]) -> list[Someone]:
    """Return the last of the people with those that "và" joins to it."""
    found: list[Actor] = []
    for actor in reversed(actors):
        if found and story.passage.keys[actor.end : found[-1].begin] not in (["và"], [",", "và"], ["cùng"]):
            break
        found.append(actor)
    return [one.person for one in reversed(found) if one.person is not None]


def _of_someone_before(story: Story, first: int, at: int) -> bool:
    """Tell whether a sentence goes on about someone named earlier: "ông được bầu …", "Năm 2015, được bổ nhiệm …"."""
    keys = story.passage.keys
    if any(keys[index] in _PRONOUNS for index in range(first, at)) or keys[first : first + 2] == ["đồng", "chí"]:
        return True
    return keys[first] in _CAREER or (keys[first].isdigit() and len(keys[first]) == 4)


def _people(story: Story, start: int, stop: int) -> list[Actor]:
    """Return the people named in tokens `start` to `stop`, those in brackets that close before `stop` aside."""
    keys = story.passage.keys
    found = []
    for actor in story.between(start, stop):
        if actor.person is None:
            continue
        opened = keys[max(start, actor.begin - _LONGEST_BRACKET) : actor.begin]
        inside = "(" in opened and ")" not in opened[len(opened) - 1 - opened[::-1].index("(") :]
        if inside and ")" in keys[actor.end : stop]:
            continue
        found.append(actor)
    return found


def _organiser(story: Story, verb: int) -> Actor | None:
    """Return who decides: the agency or person right before the verb, "được" between them aside."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    before = [one for one in story.between(first, verb) if not one.office_only]
    if not before:
        return None
    gap = story.passage.keys[before[-1].end : verb]
    return before[-1] if len(gap) <= _NEAREST and not {",", ";", "được", ")"} & set(gap) else None
