"""Offices that a sentence gives or takes: "bầu bà X giữ chức Y", "miễn nhiệm chức danh Y đối với bà X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import merge
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.readings import AgencyReading, PersonReading, RoleReading
from lienket.extract.offices.careers import NO_TENURE, Told
from lienket.extract.offices.committees import SEAT, seats
from lienket.extract.offices.dismissals import Dismissal, move_on, take_away
from lienket.extract.offices.governing import (
    FURTHEST,
    HOLDS,
    LEAVES,
    TAKES_UP,
    Verb,
    between_undone,
    denied,
    governed,
    only_asked,
    only_proposed,
    revoked,
    undone,
    verbs_over_offices,
    within,
)
from lienket.extract.offices.takers import AND, IN_TURN, predecessor, sharers, to_others, whose
from lienket.extract.organisations import FOREIGN, Organisation
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateKind
from lienket.language.wordlist import wordlist
from lienket.model import Status

_IN_LIST: Final = wordlist(
    "; , rồi và ( ) - – từ đến năm tháng giai đoạn khóa nhiệm kỳ đồng thời lên làm là sau đó tiếp theo"
)
"""Words between two offices of one list, numbers aside: "Giám đốc Sở X (2005 - 2010), rồi Phó Chủ tịch …"."""
_UPWARD: Final = wordlist("lên sang về")
_LONGEST_GAP: Final = 12
_LONGEST_JOINT: Final = 3
_AT_PRESENT: Final = wordlist("hiện nay")
"""First words of verbs that say what someone is now, whatever the sentence tells of the past."""
_WHEN: Final = "khi"
_CLAUSE: Final = 2
"""Tokens before a verb in which "khi" makes it the clause of another: "từ khi nhận nhiệm vụ Bộ trưởng, ông …"."""
_NOT_BETWEEN: Final = frozenset({",", ";", ")", "được", "trước", "khi"})
"""Words and marks between a decision and who did not take it."""
_ON_PAPER: Final = wordlist("định quyết kết trình")
"""Last syllables of the papers with which someone decides: "ra quyết định về việc bổ nhiệm …"."""
_AND_DECIDES: Final = wordlist(
    "đã vừa xem xét thống nhất quyết định điều động luân chuyển phân công giới thiệu bổ nhiệm , và"
)
"""Words, and the comma, of verbs told before the one of the decision: "X điều động, bổ nhiệm ông A"."""
_FUTURE: Final = wordlist("sẽ sắp")
_LEADING_TO: Final = wordlist("tiến hành xem xét , và quyết định biểu việc được tổ chức")
"""Words between "sẽ" and what will be done: "sẽ tiến hành bầu", "sẽ xem xét, miễn nhiệm"."""
_NOT_PLANNED_REACH: Final = 12
"""Tokens before "sẽ" in which "nếu", "đề nghị" … make it no plan."""
_AS, _BY = "làm", "do"
_HEADS_OF: Final = (
    ("trưởng ban", ("Ban",)),
    ("trưởng ban thường trực", ("Ban",)),
    ("chủ tịch", ("Hội đồng", "Ủy ban")),
    ("chủ tịch thường trực", ("Hội đồng", "Ủy ban")),
    ("chủ tịch thứ nhất", ("Hội đồng", "Ủy ban")),
    ("tổ trưởng", ("Tổ",)),
    ("tổ phó", ("Tổ",)),
    ("trưởng đoàn", ("Đoàn",)),
)
"""Last words of the titles of those who lead a body of several people, and how the names of such bodies begin."""
_MADE_UP: Final = wordlist("gồm có với thành viên người đồng chí ( ) ,")
"""Words between such a body and "do" that say how many are in it."""
_NEAREST: Final = 8
"""Tokens between who decides and the verb: "đã xem xét, quyết định" aside."""


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
    planned: bool = False
    """True where the decision is still to come: "HĐND tỉnh sẽ bầu ông X giữ chức Y"."""


@dataclass(frozen=True, slots=True)
class _Step:
    """An office read alone, with the verb that governs it and whose it is."""

    reading: PersonReading
    verb: Verb
    people: list[Someone]


def appointments(story: Story) -> list[Appointment]:
    """Return the offices given or taken, each noted as an office of its person."""
    verbs = verbs_over_offices(story)
    found: list[Appointment] = []
    last: _Step | None = None
    removed = 0
    holders = (one for one in story.readings if isinstance(one, PersonReading) and one.roles)
    for reading in merge(holders, seats(story.passage, story.readings), key=lambda one: one.begin):
        if reading.name is not None:
            move_on(story, verbs, reading)
            gap = story.passage.keys[max(removed, reading.begin - _LONGEST_JOINT) : reading.begin]
            gone = take_away(story, verbs, reading, goes_on=gap in ([","], ["và"], [",", "và"]))
            removed = reading.end if gone is not None and gone.goes_on else 0
            found.extend(_dismissed(story, gone, reading))
            continue
        reading = _at_body_led(story, reading)
        planned = _planned(story, verbs, reading)
        if planned is not None:
            found.append(planned)
        step = _step(story, verbs, reading, last)
        if step is None:
            continue
        last = step
        given = _give(story, step)
        if given is not None:
            found.append(given)
    return found


def _at_body_led(story: Story, reading: PersonReading) -> PersonReading:
    """Return an office of no body told at that of which it is said who leads it.

    "Ban Chỉ đạo X gồm 9 thành viên do ông A làm Trưởng ban; bà B, Giám đốc Sở Y, làm [Phó Trưởng ban]".
    """
    keys, role = story.passage.keys, reading.roles[0]
    heads = next((heads for words, heads in _HEADS_OF if role.title.role.casefold().endswith(words)), ())
    if role.agency is not None or not heads or story.passage.key(reading.begin - 1) != _AS:
        return reading
    first = max(story.passage.sentences[story.passage.sentence_of[reading.begin]][0], reading.begin - FURTHEST)
    by = next((at for at in range(reading.begin - 1, first, -1) if keys[at] == _BY), first)
    bodies = [one for one in story.readings_in(first, by) if isinstance(one, AgencyReading)]
    if not bodies or not bodies[-1].name.startswith(heads):
        return reading
    gap = {key for key in keys[bodies[-1].end : by] if not key.isdigit()}
    return (
        replace(reading, roles=(replace(role, agency=bodies[-1]), *reading.roles[1:])) if gap <= _MADE_UP else reading
    )


def _dismissed(story: Story, gone: Dismissal | None, reading: PersonReading) -> Iterator[Appointment]:
    """Yield the decision that takes away offices beside a name, if it is one of the present."""
    if gone is None or gone.verb is None or not gone.verb.verb.decides or story.caption(reading.begin):
        return
    if story.passage.in_brackets(gone.verb.begin):
        return
    if _told(story, reading.roles[0], reading, decided=True) is Told.NOW:
        organiser = _organiser(story, gone.verb.begin)
        yield Appointment((gone.person,), gone.office, gone.verb.begin, reading.end, organiser)


def _step(story: Story, verbs: Sequence[Verb], reading: PersonReading, last: _Step | None) -> _Step | None:
    """Return an office read alone with its verb and its people, or None where nothing gives it to anyone.

    Who is only to leave an office has it.
    """
    goes_on = last is not None and _goes_on(story, verbs, last, reading)
    left = last.reading if last is not None and last.verb.verb is LEAVES else None
    governing = last.verb if last is not None and goes_on else governed(story, verbs, reading, left)
    if governing is None or (reading.rule == SEAT and not governing.verb.decides and governing.verb is not TAKES_UP):
        return None
    if not governing.verb.decides and denied(story, governing, reading):
        return None
    if (governing.verb.decides or governing.verb in (HOLDS, TAKES_UP)) and only_asked(story, verbs, governing):
        if governing.verb.status is not Status.FORMER:
            return None
        governing = replace(governing, verb=replace(governing.verb, status=Status.ATTESTED, decides=False))
    if governing.verb.decides and governing.verb.status is Status.APPOINTED and revoked(story, governing):
        governing = replace(governing, verb=replace(governing.verb, status=Status.FORMER, decides=False))
    if only_proposed(story, governing, reading) or (
        governing.verb.decides and between_undone(story, governing, reading)
    ):
        return None
    verb = governing.verb
    people = sharers(story, reading.roles[0])
    if not people and last is not None and (goes_on or (verb is TAKES_UP and left is not None)):
        people = last.people
    if not people:
        when = story.told(reading.roles[0], decided=verb.decides)
        people = whose(story, reading, governing.begin, verb, when, last.reading if last is not None else None)
    others = to_others(story.passage, reading, governing.begin, verb)
    if not people and last is not None and not others and _same_person(story, last.reading, reading):
        people = last.people
    if not people and verb.decides and verb.status is Status.APPOINTED:
        organisation = story.organisation(reading.roles[0].agency, story.resolver) if reading.roles[0].agency else None
        _replace(story, _Step(reading, governing, []), reading.roles[0], organisation)
    return _Step(reading, governing, people) if people else None


def _planned(story: Story, verbs: Sequence[Verb], reading: PersonReading) -> Appointment | None:
    """Return the decision about an office that is announced and not yet taken: "sẽ bầu ông X giữ chức Y"."""
    verb = governed(story, verbs, reading, None) if reading.rule != SEAT else None
    if verb is None or not verb.verb.decides or verb.verb.by_subject or not _to_come(story, verb.begin):
        return None
    people = whose(story, reading, verb.begin, verb.verb, Told.NOW, None)
    if not people or story.caption(reading.begin) or story.passage.in_brackets(verb.begin):
        return None
    role = reading.roles[0]
    agency = story.resolver.near(reading.roles).organisation(role.agency) if role.agency is not None else None
    office = (role.title.role, agency.key if agency is not None else "", verb.verb.status)
    return Appointment(tuple(people), office, verb.begin, reading.end, _organiser(story, verb.begin), planned=True)


def _to_come(story: Story, verb: int) -> bool:
    """Tell whether "sẽ" or "sắp" stands right before a verb, or before "tiến hành", "xem xét" that lead to it."""
    keys = story.passage.keys
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    at = verb
    while at > max(first, verb - _NEAREST) and keys[at - 1] in _LEADING_TO:
        at -= 1
    return at > first and keys[at - 1] in _FUTURE and not undone(story, at - 1, _NOT_PLANNED_REACH, planned=True)


def _give(story: Story, step: _Step) -> Appointment | None:
    """Note the offices of `step` with its people; return the decision, if it is one and of the present."""
    verb, reading = step.verb.verb, step.reading
    resolver = story.resolver.near(reading.roles)
    at_present = story.passage.keys[step.verb.begin] in _AT_PRESENT
    in_passing = verb.decides and _WHEN in story.passage.keys[max(0, step.verb.begin - _CLAUSE) : step.verb.begin]
    offices: list[tuple[str, str, Status]] = []
    when = Told.NOW
    organiser = _organiser(story, step.verb.begin)
    roles = list(story.as_theirs(reading.roles, step.people[0]))
    roles.extend(_same_at_another(story, reading, roles, step.people))
    in_turn = IN_TURN in story.passage.keys[max(0, step.verb.begin - _CLAUSE) : step.verb.begin]
    if in_turn and len(step.people) > 1 and len(roles) != len(step.people):
        return None  # "A, B và C lần lượt được bổ nhiệm …", not all of them read
    for role, people in zip(roles, _shared_out(roles, step.people), strict=True):
        if _not_theirs_to_give(role, organiser):
            continue
        when = Told.NOW if at_present else _told(story, role, reading, decided=verb.decides)
        if in_passing and when is Told.NOW:
            when = Told.ONCE
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        own = role.status is not Status.ATTESTED and verb.status is not Status.FORMER
        status = role.status if own else verb.status
        held = story.tenure(role) if verb.status is not Status.FORMER else NO_TENURE
        for one in people:
            story.offices.give(one, role, organisation, status=status, rule="appointment", told=when, tenure=held)
        if not offices and status in (Status.APPOINTED, Status.ATTESTED):
            _replace(story, step, role, organisation)
        offices.append((role.title.role, organisation.key if organisation else "", verb.status))
    news = when is Told.NOW or _on_a_day(story, step)
    decision = bool(offices) and verb.decides and news and reading.rule != SEAT
    if not decision or story.caption(reading.begin) or story.passage.in_brackets(step.verb.begin):
        return None
    return Appointment(tuple(step.people), offices[0], step.verb.begin, reading.end, organiser)


def _same_at_another(
    story: Story, reading: PersonReading, roles: Sequence[RoleReading], people: Sequence[Someone]
) -> list[RoleReading]:
    """Return the office of the second of two people, told by its body only: "A và B làm Giám đốc Sở X và [Sở Y]"."""
    if len(people) != 2 or len(roles) != 1 or story.passage.key(reading.end) not in AND:
        return []
    first = roles[0].agency
    others = [one for one in story.readings_in(reading.end + 1, reading.end + 2) if isinstance(one, AgencyReading)]
    alike = bool(others) and first is not None and first.kind is not None and others[0].kind == first.kind
    return [replace(roles[0], agency=others[0])] if alike else []


def _shared_out(roles: Sequence[RoleReading], people: list[Someone]) -> list[list[Someone]]:
    """Return who has each of the offices: of as many people as offices one each, else all of them have all.

    "Miễn nhiệm chức danh Chủ tịch, Phó Chủ tịch X đối với bà A và bà B."
    """
    return [[one] for one in people] if len(people) == len(roles) else [people] * len(roles)


def _on_a_day(story: Story, step: _Step) -> bool:
    """Tell whether a sentence tells one decision of the past by its day: "Ngày 9/9/2016, ông A được bổ nhiệm …"."""
    first, limit = story.passage.sentences[story.passage.sentence_of[step.verb.begin]]
    days = [one for one in story.dates_in(first, limit) if one.kind in (DateKind.DAY, DateKind.MONTH)]
    return len(days) == 1 and story.passage.keys[days[0].first_token - 1] != "từ"


def _not_theirs_to_give(role: RoleReading, organiser: Actor | None) -> bool:
    """Tell whether a foreign body decides, whose "Chủ tịch nước" is not Việt Nam's."""
    decider = organiser.organisation if organiser is not None else None
    body = role.agency.body if role.agency is not None and role.agency.country is None else None
    return decider is not None and decider.rule == FOREIGN and body is not None


def _replace(story: Story, step: _Step, role: RoleReading, organisation: Organisation | None) -> None:
    """Note that who had the office before has left it."""
    before = predecessor(story, step.reading, step.verb.begin)
    if before is not None and before not in step.people:
        story.offices.give(before, role, organisation, status=Status.FORMER, rule="appointment")


def _told(story: Story, role: RoleReading, reading: PersonReading, *, decided: bool) -> Told:
    """Return when an office was held: what the first or last of a list says of its time goes for all."""
    told = (story.told(one, decided=decided) for one in (role, reading.roles[0], reading.roles[-1]))
    return next((when for when in told if when is not Told.NOW), Told.NOW)


def _goes_on(story: Story, verbs: Sequence[Verb], last: _Step, reading: PersonReading) -> bool:
    """Tell whether an office goes on in the list that the one before it began: "Thứ trưởng Bộ X; Bộ trưởng Bộ Y"."""
    passage, before = story.passage, last.reading
    gap = passage.keys[before.end : reading.begin]
    if not gap or len(gap) > _LONGEST_GAP or not _same_person(story, before, reading):
        return False
    if not _UPWARD.isdisjoint(gap) and last.verb.verb.status is Status.ATTESTED and not last.verb.verb.decides:
        return False  # "bổ nhiệm ông X, đang là chuyên viên, lên làm Phó phòng"
    if all(key in _IN_LIST or key[0].isdigit() for key in gap):
        return not {"từ", "là"}.issuperset(gap)
    of_past = last.verb.verb.status is Status.FORMER and not last.verb.verb.decides and gap[-1] in AND
    return of_past and not within(verbs, before.end, reading.begin)


def _same_person(story: Story, before: PersonReading, reading: PersonReading) -> bool:
    """Tell whether a sentence gives another office with no one named since the one before."""
    same = story.passage.sentence_of[before.begin] == story.passage.sentence_of[reading.begin]
    near = reading.begin - before.end <= FURTHEST
    return same and near and not any(one.person is not None for one in story.between(before.end, reading.begin))


def _organiser(story: Story, verb: int) -> Actor | None:
    """Return who decides: the agency or person right before the verb, "được" between them aside."""
    first = story.passage.sentences[story.passage.sentence_of[verb]][0]
    before = [one for one in story.between(first, verb) if not one.office_only]
    if not before:
        return None
    gap = story.passage.keys[before[-1].end : verb]
    if gap[:1] == ["("] and ")" in gap:
        gap = gap[gap.index(")") + 1 :]  # "Huyện ủy X (tỉnh Y) vừa cách chức …"
    spoken = "về" in gap and _ON_PAPER.isdisjoint(gap)  # "thông tin về việc bổ nhiệm …"
    near = len(gap) <= _NEAREST and not spoken and gap != ["và"]
    beside = _NOT_BETWEEN.isdisjoint(gap) or (gap[0] not in _NOT_BETWEEN and _AND_DECIDES.issuperset(gap))
    return before[-1] if near and beside else None
