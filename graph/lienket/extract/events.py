"""Events of the article: occasions with their dates and places, and the decisions that appoint and dismiss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.appointments import Appointment
from lienket.extract.holders import named_parts
from lienket.extract.occasions import Occasion, Telling, same_occasion
from lienket.extract.organisations import Organisation
from lienket.extract.participation import take_parts
from lienket.extract.statements import Statement
from lienket.extract.story import Story
from lienket.extract.tellings import tellings
from lienket.extract.venues import seat, told_place, within_visits
from lienket.language.dates import DateKind, DateMention
from lienket.language.folding import name_key
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function, Span, Status
from lienket.reference.events import EventHead

_PLANNED: Final = wordlist("sẽ sắp")
_DECISION: Final = EventHead(form="", type=EventType.APPOINTMENT, kind="verb", function=Function.SUBJECT)
_SESSIONS: Final = frozenset({EventType.CONGRESS, EventType.CONFERENCE, EventType.CEREMONY})
_HELD: Final = wordlist("khai bế diễn tổ tiến bầu phiên")
"""First words of what tells that a congress is in session: "khai mạc", "diễn ra", "tổ chức"."""
_PLENUM: Final = Trie(
    (tuple(form.split()), None) for form in ("hội nghị trung ương", "hội nghị ban chấp hành trung ương")
)
"""How meetings of the Central Committee are called, which name no organiser."""
_TOLD: Final = Trie((tuple(form.split()), None) for form in ("xác nhận", "cho biết", "cho hay", "thông tin", "tin từ"))
_CARRIED_OUT: Final = wordlist("triển quán phổ")
"""First words of what a session does with decisions that others took: "triển khai", "quán triệt", "phổ biến"."""
_WAKE: Final = wordlist("sau vì do quan về trong tra từ của quanh phá tố")
"""Words before an incident in a sentence about what came of it: "sau", "liên quan", "điều tra"."""
_NOT_HELD: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *(
            "sẽ",
            "cần",
            "phải",
            "đề nghị",
            "yêu cầu",
            "nếu",
            "hàng năm",
            "hằng năm",
            "thường xuyên",
            "nhiều lần",
            "chưa",
        ),
        *("chưa", "không", "dự kiến", "nhằm", "để", "từng", "khi", "năm qua", "thời gian qua", "nên", "muốn"),
    )
)
"""Words of a sentence that may tell of no occasion that was held."""
_BESIDE: Final = 3
_OPENING: Final = 8
"""Tokens before an incident that opens its sentence: "Sáng 3/5/2018, một vụ cháy …"."""
_BEFORE: Final = 12
"""Tokens before and after an occasion's name in which a month or year is its own."""
_NEAR: Final = 30
_REMEMBERED: Final = 40
"""Occasions back from here among which one told again is looked for."""


def events(story: Story, given: Sequence[Appointment], said: Sequence[Statement]) -> list[Occasion]:
    """Return the occasions of the article; `given` are the offices its decisions give and take, `said` who speaks."""
    found: list[Occasion] = []
    for telling in tellings(story):
        occasion = _known(found, telling, story)
        if occasion is None:
            occasion = _new(telling, story)
            found.append(occasion)
        occasion.tellings.append(telling)
        if telling.head.kind != "noun":
            occasion.concerned |= _people_in(telling, story)
        _settle(occasion, telling, story)
    named_parts(found, story)
    for occasion in found:
        occasion.in_passing = _in_passing(occasion, story)
        occasion.background = occasion.in_passing and not _shown(occasion, story)
    about = take_parts(found, story, said)
    found.extend(_decisions(story, given, about))
    for occasion in found:
        if occasion.place is None:
            occasion.place = seat(occasion, story)
        if occasion.head.startswith("phiên họp") and _of_elected_body(occasion):
            occasion.type = EventType.CONGRESS
    within_visits(found)
    return found


def _known(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the occasion that a telling is of, if it was told before: by its head alone, or by most of its words."""
    if telling.bare:
        near = found[-_REMEMBERED:]
        same = [one for one in near if one.head == telling.head.form]
        same = same or [one for one in near if one.type is telling.head.type]
        if same:
            main = [one for one in same if one.in_title or one.tellings[0].sentence < story.lead]
            return main[0] if main else same[-1]
        here = story.passage.key(telling.begin - 1) == "tại"
        return found[-1] if here and found else None
    if telling.head.type is EventType.INCIDENT and telling.head.kind == "verb":
        near = [one for one in found[-_REMEMBERED:] if one.type is EventType.INCIDENT and one.concerned]
        return next((one for one in reversed(near) if one.concerned & _people_in(telling, story)), None)
    near = [one for one in found[-_REMEMBERED:] if same_occasion(one, telling, story.passage)]
    if telling.head.kind != "noun":
        near = [one for one in near if not _others_concerned(one, telling, story)]
    return near[-1] if near else None


def _others_concerned(occasion: Occasion, telling: Telling, story: Story) -> bool:
    """Tell whether a deed names people and none of them is named where the occasion was told: it is another one."""
    concerned = _people_in(telling, story)
    return bool(concerned and occasion.concerned and not concerned & occasion.concerned)


def _people_in(telling: Telling, story: Story) -> set[str]:
    """Return whom a telling concerns: of a decision all whom its sentence names, else those named after the head."""
    decided = telling.head.type in (EventType.APPOINTMENT, EventType.INCIDENT)
    limit = story.passage.limit(telling.begin)
    begin, end = (telling.begin, limit) if decided else (telling.head_end, min(telling.end + 2, limit))
    actors = story.between(begin, end)
    return {actor.person.key for actor in actors if actor.person is not None}


def _new(telling: Telling, story: Story) -> Occasion:
    label = story.passage.slice(telling.begin, telling.end)
    return Occasion(
        label=label[0].upper() + label[1:],
        type=telling.head.type,
        head=telling.head.form,
        begin=telling.begin,
        in_title=telling.begin < story.title_end,
    )


def _settle(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Take the date, place and plan from the sentence of a telling, where the occasion has none yet."""
    passage = story.passage
    first, limit = passage.sentences[telling.sentence]
    label = passage.slice(telling.begin, telling.end)
    if not telling.bare and len(occasion.label.split()) < 4 <= len(label.split()):
        occasion.label = label[0].upper() + label[1:]
    if (occasion.start is None or occasion.start.day is None) and not _far_off(occasion, story, first, limit):
        date = _date(story, first, limit, telling)
        if date is not None and date.start is not None and (occasion.start is None or date.start.day is not None):
            occasion.start, occasion.end = date.start, date.end
    if occasion.place is None:
        occasion.place = told_place(telling, story)
    before = passage.keys[max(first, telling.begin - 6) : telling.begin]
    occasion.planned = occasion.planned or any(word in _PLANNED for word in before)


def _far_off(occasion: Occasion, story: Story, first: int, limit: int) -> bool:
    """Tell whether a sentence speaks of a congress as of the past or the future: it does not say that it is held."""
    return occasion.head == "đại hội" and _HELD.isdisjoint(story.passage.keys[first:limit])


def _in_the_wake(telling: Telling, story: Story) -> bool:
    """Tell whether a sentence speaks of what came of an incident, on a day of its own: "sau vụ cháy X"."""
    if telling.head.type is not EventType.INCIDENT or telling.head.kind != "noun":
        return False
    keys = story.passage.keys
    first, limit = story.passage.sentences[telling.sentence]
    if not _WAKE.isdisjoint(keys[max(first, telling.begin - _BESIDE) : telling.begin]):
        return True
    return telling.begin - first > _OPENING and "xảy" not in keys[first:limit]


def _date(story: Story, first: int, limit: int, telling: Telling) -> DateMention | None:
    """Return the day of the sentence nearest before the telling, else the first after it; else its year or period."""
    here = [one for one in story.dates_in(first, limit) if one.start is not None and not _aside(story, one, telling)]
    days = [one for one in here if one.kind in (DateKind.DAY, DateKind.RELATIVE)]
    beside = [one for one in days if telling.begin <= one.first_token <= telling.end + _BESIDE]
    if beside or _in_the_wake(telling, story):
        return beside[0] if beside else None
    before = [one for one in days if one.first_token < telling.begin and not _reported_on(story, one, telling)]
    if before:
        return before[-1]
    after = [one for one in days if one.first_token >= telling.begin]
    if after:
        return after[0]
    wider = [one for one in here if one.kind in (DateKind.MONTH, DateKind.YEAR, DateKind.PERIOD)]
    near = [one for one in wider if telling.begin - _BEFORE <= one.first_token <= telling.end + _BESIDE]
    return near[-1] if near and near[-1].kind is not DateKind.PERIOD else None


def _reported_on(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a day is the one on which something done was told: "Ngày 21/12, X xác nhận Y đã kỷ luật ông Z"."""
    if telling.head.kind != "verb":
        return False
    keys = story.passage.keys
    return any(_TOLD.longest(keys, at, telling.begin) for at in range(date.end_token, telling.begin))


def _aside(story: Story, date: DateMention, telling: Telling) -> bool:
    """Tell whether a date stands in a bracket that the telling does not stand in: "bà X (mất hôm 20/2) đến dự …"."""
    keys = story.passage.keys
    begin, end = sorted((date.first_token, telling.begin))
    between = keys[date.end_token : telling.begin] if begin == date.first_token else keys[telling.end : end]
    closed = ")" in between and "(" not in between[: between.index(")")]
    opened = "(" in between and ")" not in between[between.index("(") :]
    alone = keys[date.first_token - 1] == "(" if date.first_token else False
    return (closed if begin == date.first_token else opened) and not alone


def _in_passing(occasion: Occasion, story: Story) -> bool:
    """Tell whether an occasion is told in passing: not in the title or lead, and only once."""
    sentences = story.passage.sentences
    told_of = [
        one
        for one in occasion.tellings
        if not _in_the_wake(one, story) and not _far_off(occasion, story, *sentences[one.sentence])
    ]
    if occasion.in_title and told_of:
        return False
    if occasion.start is not None and occasion.start.day is not None:
        return False
    if occasion.type is EventType.APPOINTMENT:
        return False
    lead = bool(told_of) and told_of[0].sentence < story.lead
    if all(telling.bare for telling in occasion.tellings) and not lead:
        return True
    return not lead and len({one.sentence for one in occasion.tellings}) < (2 if told_of else 3)


def _shown(occasion: Occasion, story: Story) -> bool:
    """Tell whether an occasion told in passing is told as one that was held, with who holds it or comes to it."""
    if occasion.start is not None and occasion.start.month is None:
        return False
    if not occasion.attended and not any(one.subject or one.doer is not None for one in occasion.tellings):
        return False
    first, limit = story.passage.sentences[occasion.tellings[0].sentence]
    return not any(_NOT_HELD.longest(story.passage.keys, at, limit) for at in range(first, limit))


def _decisions(story: Story, given: Sequence[Appointment], about: Sequence[Occasion | None]) -> list[Occasion]:
    """Return one occasion for each office that a decision of the text gives or takes.

    What its sentence does not say of date and decider it has from the session that the text is `about` there.
    """
    found: dict[tuple[str, tuple[str, str, Status]], Occasion] = {}
    for one in given:
        passage = story.passage
        span = passage.sentence_span(one.begin)
        keys = [(person.key, one.office) for person in one.people]
        occasion = next((found[key] for key in keys if key in found), None)
        if occasion is None:
            label = passage.slice(_label_begin(one, story), one.end)
            occasion = Occasion(
                label=label[0].upper() + label[1:], type=EventType.APPOINTMENT, head="", begin=one.begin
            )
        found.update(dict.fromkeys(keys, occasion))
        occasion.tellings.append(_told(one, passage.sentence_of[one.begin]))
        for person in one.people:
            occasion.take_part(person, Function.SUBJECT, span)
        decider = one.organiser
        if decider is not None and (who := decider.organisation or decider.person) not in (None, *one.people):
            assert who is not None
            occasion.take_part(who, Function.ORGANISER, span)
        first, limit = passage.sentences[passage.sentence_of[one.begin]]
        date = _date(story, first, limit, occasion.tellings[-1])
        if date is not None and occasion.start is None:
            occasion.start, occasion.end = date.start, date.end
        session = about[passage.sentence_of[one.begin]]
        if session is not None and session.type in _SESSIONS and _decided_there(occasion, session):
            _take_from(session, occasion, span)
    return list({id(occasion): occasion for occasion in found.values()}.values())


def _decided_there(decision: Occasion, session: Occasion) -> bool:
    """Tell whether a session can have taken a decision: someone holds it, and no other is named as the decider."""
    holders = {key for _, key, function in session.parts if function is Function.ORGANISER}
    words = tokenise(session.label).keys
    if not _CARRIED_OUT.isdisjoint(words):
        return False
    if not holders and _PLENUM.longest(words, 0, len(words)):
        holders = {name_key("Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")}
    deciders = {key for _, key, function in decision.parts if function is Function.ORGANISER}
    return bool(holders) and deciders <= holders


def _take_from(session: Occasion, decision: Occasion, span: Span) -> None:
    """Give a decision the date, place and decider of the session that took it, where it has none."""
    if decision.start is None:
        decision.start, decision.end = session.start, session.end
    if decision.place is None:
        decision.place = session.place
    if not any(function is Function.ORGANISER for _, _, function in decision.parts):
        for (_, _, function), (who, _) in list(session.parts.items()):
            if function is Function.ORGANISER:
                decision.take_part(who, function, span)


def _label_begin(one: Appointment, story: Story) -> int:
    """Return where the words about a decision begin: at its person, where that stands before the verb."""
    first = story.passage.sentences[story.passage.sentence_of[one.begin]][0]
    before = [
        actor.begin
        for actor in story.between(max(first, one.begin - _NEAR), one.begin)
        if actor.person is one.people[0]
    ]
    return before[-1] if before else one.begin


def _told(one: Appointment, sentence: int) -> Telling:
    return Telling(one.begin, one.end, _DECISION, one.begin, sentence, bare=False)


def _of_elected_body(occasion: Occasion) -> bool:
    """Tell whether a body that is elected, or its standing committee, holds the occasion."""
    return any(
        isinstance(who, Organisation)
        and function is Function.ORGANISER
        and ("quoc-hoi" in (who.type or "") or "hoi-dong-nhan-dan" in (who.type or ""))
        for (_, _, function), (who, _) in occasion.parts.items()
    )
