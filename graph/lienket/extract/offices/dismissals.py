"""Offices beside a name that the text takes away: "miễn nhiệm Bộ trưởng X", "ông Y, Giám đốc Z (đã nghỉ hưu)"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.readings import PersonReading, RoleReading
from lienket.extract.offices.governing import BEFORE_OFFICE, UNDONE_REACH, Verb, undone, within
from lienket.extract.offices.takers import PASSIVE
from lienket.extract.story import Story
from lienket.language.folding import name_key
from lienket.language.wordlist import wordlist
from lienket.model import Status

_AGAINST: Final = wordlist("cho đối với")
_BEFORE_HOLDER: Final = BEFORE_OFFICE | wordlist("của và đồng chí")
_UNDERGOES: Final = wordlist(", ( cũng đã vừa mới hiện đột ngột được bị quốc hội")
"""Words between an office holder and the verb that takes the office: "cũng đã được miễn nhiệm"."""
_PARTY: Final = "đảng"
_MOVING: Final = frozenset({"điều động", "điều động bổ nhiệm", "điều chuyển", "luân chuyển", "thuyên chuyển"})
"""Verbs by which someone goes from the office beside the name to another."""
_MOVED: Final = wordlist("và , được bị do vừa cũng đã mới nhận quyết định ) – -")
"""Words between an office holder and such a verb: "ông X, Giám đốc Y, vừa nhận quyết định điều động …"."""
_BEFORE_MOVED: Final = wordlist("và , đối với đồng chí các")
_RECEIVING: Final = PASSIVE | {"nhận"}
_SEATS: Final = ("ủy viên", "đại biểu", "ủy viên dự khuyết", "hội thẩm")
"""Seats that who goes to another office keeps."""


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Offices beside a name that the text takes away."""

    person: Someone
    office: tuple[str, str, Status]
    """The first of them: role, key of the agency or "", former."""
    verb: Verb | None
    """The verb that takes them; None where another name's took them too, or time did."""
    goes_on: bool
    """Whether the list of offices taken away may go on after the name."""


def take_away(story: Story, verbs: Sequence[Verb], reading: PersonReading, *, goes_on: bool) -> Dismissal | None:
    """Note the offices beside a name that the text takes away, and return them."""
    assert reading.name is not None
    first = [role for role in reading.roles if role.begin < reading.name.begin]
    lost, verb = (first, None) if goes_on and first else _taken(story, verbs, reading, first)
    someone = story.person_of(reading) if lost else None
    if someone is None:
        return None
    resolver = story.resolver.near(reading.roles)
    offices: list[tuple[str, str, Status]] = []
    for role in story.as_theirs(lost, someone):
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        story.offices.give(someone, role, organisation, status=Status.FORMER, rule="appointment")
        offices.append((role.title.role, organisation.key if organisation else "", Status.FORMER))
    return Dismissal(someone, offices[0], verb, lost == first)


def move_on(story: Story, verbs: Sequence[Verb], reading: PersonReading) -> None:
    """Note that who goes to another office has left the one beside the name: "điều động ông X, Giám đốc Y, …"."""
    left = [role for role in reading.roles if name_key(role.title.role) not in _SEATS]
    if not left or not _moved(story, verbs, reading):
        return
    someone = story.person_of(reading)
    if someone is None:
        return
    resolver = story.resolver.near(reading.roles)
    for role in story.as_theirs(left, someone):
        organisation = story.organisation(role.agency, resolver) if role.agency is not None else None
        story.offices.give(someone, role, organisation, status=Status.FORMER, rule="appointment")


def _moved(story: Story, verbs: Sequence[Verb], reading: PersonReading) -> bool:
    """Tell whether the verb right before or after someone sends him to another office."""
    keys = story.passage.keys
    start, limit = story.passage.sentences[story.passage.sentence_of[reading.begin]]
    end = reading.begin
    for one in reversed(within(verbs, start, reading.begin)[-2:]):
        if not _BEFORE_MOVED.issuperset(keys[one.end : end]):
            break
        if " ".join(keys[one.begin : one.end]) in _MOVING:
            return not undone(story, one.begin, UNDONE_REACH)
        end = one.begin
    for one in within(verbs, reading.end, limit)[:1]:
        gap = keys[reading.end : one.begin]
        led = bool(gap) and _MOVED.issuperset(gap) and not _RECEIVING.isdisjoint(gap)
        if led and " ".join(keys[one.begin : one.end]) in _MOVING:
            return not undone(story, one.begin, UNDONE_REACH)
    return False


def _taken(
    story: Story, verbs: Sequence[Verb], reading: PersonReading, first: Sequence[RoleReading]
) -> tuple[Sequence[RoleReading], Verb | None]:
    """Return which offices beside a name the verb right before or after it takes; `first` are those before the name."""
    if _since_then(story, reading):
        return reading.roles, None
    start, limit = story.passage.sentences[story.passage.sentence_of[reading.begin]]
    before, after = within(verbs, start, reading.begin)[-1:], within(verbs, reading.end, limit)[:1]
    for one in (*before, *after):
        verb = one.verb
        if verb.status is not Status.FORMER or verb.by_subject or undone(story, one.begin, UNDONE_REACH):
            continue
        gap = story.passage.keys[one.end : reading.begin] or story.passage.keys[reading.end : one.begin]
        if first and one in before and _BEFORE_HOLDER.issuperset(gap):
            return first, one
        if one in before:
            told = _AGAINST.issuperset(gap)
        else:
            told = _UNDERGOES.issuperset(gap) and (not verb.decides or not PASSIVE.isdisjoint(gap))
        if told and not _office_follows(story, max(reading.end, one.end), limit):
            return reading.roles, one
    return (), None


def _since_then(story: Story, reading: PersonReading) -> bool:
    """Tell whether "nay là" and another office follow the one beside a name."""
    at = reading.end + (story.passage.key(reading.end) in ("(", ","))
    if story.passage.keys[at : at + 2] != ["nay", "là"]:
        return False
    following = story.readings_in(at + 2, at + 3)
    return any(isinstance(one, PersonReading) and one.name is None for one in following)


def _office_follows(story: Story, start: int, limit: int) -> bool:
    """Tell whether a sentence goes on to say which office is meant, or that it is one in the Party."""
    if _PARTY in story.passage.keys[start:limit]:
        return True
    following = (one for one in story.readings_in(start, limit) if isinstance(one, PersonReading))
    return any(one.name is None for one in following)
