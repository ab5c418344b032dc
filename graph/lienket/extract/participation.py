"""Who takes what part in the occasions of an article, read sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.occasions import Occasion, Telling
from lienket.extract.statements import Statement
from lienket.extract.story import Actor, Story
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function

_ATTEND: Final = (("tham", "dự"), ("dự",), ("có", "mặt"), ("tham", "gia"), ("về", "phía"))
_CHAIR: Final = (("chủ", "trì"), ("chủ", "tọa"), ("điều", "hành"))
_SPEAK: Final = (("phát", "biểu"), ("báo", "cáo"), ("trình", "bày"), ("kết", "luận"))
_ORGANISE: Final = (("tổ", "chức"), ("khai", "mạc"), ("bế", "mạc"), ("tiến", "hành"))
_TOGETHER: Final = (("phối", "hợp"), ("cùng",), ("và",), ("với",), (",",))
_MEMORY: Final = (("tang",), ("viếng",), ("tưởng",), ("truy",), ("giỗ",), ("ngày", "sinh"), ("ngày", "mất"))
"""Words in the name of an occasion after which the one is named for whom it is held."""
_REPRESENTED: Final = wordlist("lãnh đạo diện viên chuyên phía bộ")
_UNSPOKEN: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT, EventType.SIGNING, EventType.OTHER})
"""Types of occasions at which no one speaks: decisions, accidents, papers."""
_GIVING: Final = frozenset({"trao", "tặng", "hỗ"})
_DECISIONS: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
_REACH: Final = 3
"""Sentences for which a text goes on about an occasion that is not its main one."""
_HELD: Final = frozenset({EventType.CONGRESS, EventType.MEETING, EventType.CONFERENCE})
_OTHER_SIDE: Final = frozenset({"với", "giữa", "về", "triển", "quán"})
"""Words in the name of an occasion after which an agency is not the one that holds it."""
_ELECTED: Final = frozenset({"hoi-dong-nhan-dan", "quoc-hoi"})


def take_parts(occasions: Sequence[Occasion], story: Story, said: Sequence[Statement]) -> Sequence[Occasion | None]:
    """Give every actor the parts that the sentences about an occasion state; who speaks there also attends.

    Return the occasion that each sentence is about.
    """
    for occasion in occasions:
        for telling in occasion.tellings:
            if telling.head.kind == "verb":
                _doer(occasion, telling, story)
            else:
                _organisers(occasion, telling.begin, telling.end, story)
    about = _focus(occasions, len(story.passage.sentences), story.lead)
    for sentence, focus in enumerate(about):
        if focus is not None and focus.type not in _DECISIONS:
            _sentence(focus, sentence, story)
    for statement in said:
        focus = about[story.passage.sentence_of[statement.at]]
        if statement.spoken and focus is not None and focus.type not in _UNSPOKEN and not focus.background:
            span = story.passage.sentence_span(statement.at)
            focus.take_part(statement.speaker, Function.SPEAKER, span)
            focus.take_part(statement.speaker, Function.ATTENDEE, span)
    for occasion in occasions:
        occasion.leave_out(_remembered(occasion, story))
    return about


def _remembered(occasion: Occasion, story: Story) -> set[str]:
    """Return the people whose death or birthday an occasion marks, by its name: they are not there."""
    found: set[str] = set()
    keys = story.passage.keys
    for telling in occasion.tellings:
        cue = _first(keys, telling.begin, telling.end, _MEMORY)
        if cue is not None:
            here = story.between(cue, telling.end + 1)
            found.update(one.person.key for one in here if one.person is not None)
    return found


def _focus(occasions: Sequence[Occasion], sentences: int, lead: int) -> list[Occasion | None]:
    """Return the occasion that each sentence is about: told in it, else the last one told before it.

    What the title or lead tells, or the one occasion that the text comes back to, stays what it is about; another only
    for `_REACH` sentences.
    """
    foreground = [one for one in occasions if not one.background and one.type not in _UNSPOKEN]
    told: list[Occasion | None] = [None] * sentences
    for occasion in occasions:
        for telling in occasion.tellings:
            known = told[telling.sentence]
            if known is None or (known.background and not occasion.background):
                told[telling.sentence] = occasion
    last: Occasion | None = None
    main: Occasion | None = None
    since = 0
    for sentence, here in enumerate(told):
        if here is not None:
            if not here.background:
                last, since = here, sentence
                leads = here.in_title or sentence < lead or (len(foreground) == 1 and len(here.tellings) > 1)
                main = here if main is None and leads else main
        elif last is main or sentence - since <= _REACH:
            told[sentence] = last
        else:
            told[sentence] = last = main
    return told


def _organisers(occasion: Occasion, begin: int, end: int, story: Story) -> None:
    """Read who holds the occasion: "A phối hợp với B tổ chức …", "do A tổ chức", "kỳ họp thứ 5 HĐND tỉnh X"."""
    passage = story.passage
    number = passage.sentence_of[begin]
    first, limit = passage.sentences[number]
    span = passage.sentence_span(begin)
    verb = _last(passage.keys, first, begin, _ORGANISE)
    if verb is not None and verb >= begin - 8:
        subjects = _subjects(story, first, verb)
        for actor in subjects:
            if actor.organisation is not None:
                occasion.take_part(actor.organisation, Function.ORGANISER, span)
    after = _first(passage.keys, begin, limit, (("do",),))
    if after is not None and _first(passage.keys, after, limit, _ORGANISE) is not None:
        stop = _first(passage.keys, after, limit, _ORGANISE) or limit
        for actor in story.between(after, stop):
            if actor.organisation is not None and not actor.office_only:
                occasion.take_part(actor.organisation, Function.ORGANISER, span)
    if occasion.type is EventType.SIGNING and "giữa" in passage.keys[begin:end]:
        for actor in story.between(begin, end):
            if actor.organisation is not None and not actor.office_only:
                occasion.take_part(actor.organisation, Function.ORGANISER, span)
    if occasion.type in _HELD:
        named = [one for one in story.between(begin, end) if one.organisation is not None and not one.office_only]
        holder = named[0].organisation if named else None
        if holder is not None and not _OTHER_SIDE & set(passage.keys[begin : named[0].begin]):
            occasion.take_part(holder, Function.ORGANISER, span)
    if occasion.type is EventType.CONGRESS and not occasion.has(Function.ORGANISER):
        for actor in story.between(begin, limit):
            if actor.organisation is not None and actor.organisation.type in _ELECTED:
                occasion.take_part(actor.organisation, Function.ORGANISER, span)
                break
    _two_sided(occasion, begin, end, story)


def _two_sided(occasion: Occasion, begin: int, end: int, story: Story) -> None:
    """Read "A có buổi giao lưu với B": A organises, both attend."""
    passage = story.passage
    first, limit = passage.sentence_of[begin], passage.limit(begin)
    with_at = _first(passage.keys, begin, min(limit, end + 2), (("với",), ("giữa",)))
    if with_at is None or occasion.type not in (EventType.MEETING, EventType.VISIT):
        return
    start = passage.sentences[first][0]
    span = passage.sentence_span(begin)
    hosts = [one for one in _subjects(story, start, begin) if one.organisation is not None]
    guests = [one for one in story.between(with_at, min(limit, with_at + 25)) if not one.office_only][:1]
    for actor in hosts[-1:]:
        if actor.organisation is not None and guests:
            occasion.take_part(actor.organisation, Function.ORGANISER, span)
            occasion.take_part(actor.organisation, Function.ATTENDEE, span)
    for actor in guests:
        who = actor.organisation or actor.person
        if who is not None and hosts:
            occasion.take_part(who, Function.ATTENDEE, span)


def _doer(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Read who does what the verb of a telling says, and to or with whom."""
    span = story.passage.sentence_span(telling.begin)
    head = telling.head_end - len(telling.head.form.split())
    if telling.passive:
        _suffered(occasion, telling, head, story)
        return
    first = story.passage.sentences[telling.sentence][0]
    for actor in story.between(telling.begin, head):
        if actor.person is not None:
            function = Function.ORGANISER if occasion.type is EventType.APPOINTMENT else Function.ATTENDEE
            occasion.take_part(actor.person, function, span)
    if telling.doer is not None:
        for actor in story.between(telling.doer, telling.doer + 1):
            who = actor.person or actor.organisation
            if who is not None and not actor.office_only:
                occasion.take_part(who, Function.ATTENDEE, span)
    for actor in _subjects(story, first, head):
        if actor.organisation is not None and actor.end <= head:
            met = occasion.type in (EventType.MEETING, EventType.VISIT) and telling.head.form != "họp"
            occasion.take_part(actor.organisation, Function.ATTENDEE if met else Function.ORGANISER, span)
    if telling.head.function is None:
        return
    for actor in story.between(telling.head_end, min(story.passage.limit(telling.begin), telling.end + 2)):
        who = actor.person or actor.organisation
        if who is not None and not actor.office_only:
            occasion.take_part(who, telling.head.function, span)


def _suffered(occasion: Occasion, telling: Telling, head: int, story: Story) -> None:
    """Read "ông A bị B kỷ luật": A is whom it is done to, B who does it."""
    span = story.passage.sentence_span(telling.begin)
    for actor in story.between(telling.begin, head):
        who = actor.person or actor.organisation
        if who is None or actor.office_only:
            continue
        patient = actor.begin == telling.begin
        occasion.take_part(who, (telling.head.function or Function.SUBJECT) if patient else Function.ORGANISER, span)


def _subjects(story: Story, start: int, stop: int) -> list[Actor]:
    """Return the agencies before a verb that are its subjects: the last one and those joined to it."""
    actors = [one for one in story.between(start, stop) if one.organisation is not None and not one.office_only]
    found: list[Actor] = []
    at = stop
    for actor in reversed(actors):
        words = [key for key in story.passage.keys[actor.end : at] if key not in ("đã", "vừa", "sẽ", "long", "trọng")]
        if found and not _joined(words):
            break
        found.append(actor)
        at = actor.begin
    return found[::-1]


def _joined(words: Sequence[str]) -> bool:
    """Tell whether the words between two agencies only join them."""
    return len(words) <= 5 and any(tuple(words[: len(form)]) == form for form in _TOGETHER)


def _sentence(occasion: Occasion, number: int, story: Story) -> None:
    """Give the people and agencies of one sentence the parts its cues state."""
    passage = story.passage
    first, limit = passage.sentences[number]
    keys = passage.keys
    span = passage.span(first, limit)
    here = story.between(first, limit)
    people = [one for one in here if one.person is not None]
    attend = _first(keys, first, limit, _ATTEND)
    if attend is not None:
        after = [one for one in here if one.begin > attend]
        listed = [one for one in after if one.person is not None]
        for actor in listed or [one for one in people if one.end <= attend]:
            if actor.person is not None:
                occasion.take_part(actor.person, Function.ATTENDEE, span)
        for actor in after:
            if actor.organisation is not None and not actor.office_only and _represented(keys, actor, attend, here):
                occasion.take_part(actor.organisation, Function.ATTENDEE, span)
    chair = _first(keys, first, limit, _CHAIR)
    if chair is not None:
        _chair(occasion, chair, limit, story, people)
    given = _first(keys, first, limit, (("cho",), ("gồm",))) if _gives(occasion) else None
    if given is not None:
        for actor in here:
            who = actor.person or actor.organisation
            if actor.begin > given and who is not None and not actor.office_only:
                occasion.take_part(who, Function.RECIPIENT, span)
    speak = _first(keys, first, limit, _SPEAK)
    if speak is not None and people:
        before = [one for one in people if one.end <= speak]
        speaker = before[-1] if before else people[0]
        if speaker.person is not None:
            occasion.take_part(speaker.person, Function.SPEAKER, span)
            occasion.take_part(speaker.person, Function.ATTENDEE, span)


def _gives(occasion: Occasion) -> bool:
    """Tell whether something is handed over at an occasion, by its name."""
    return occasion.type in (EventType.CEREMONY, EventType.CAMPAIGN) and bool(
        _GIVING & set(occasion.label.lower().split())
    )


def _chair(occasion: Occasion, chair: int, limit: int, story: Story, people: Sequence[Actor]) -> None:
    span = story.passage.sentence_span(chair)
    if story.passage.key(chair + 2) == "của":
        listed = [one for one in people if one.begin > chair][:1]
    else:
        listed = _run_before(story, [one for one in people if one.end <= chair])
    for actor in listed:
        if actor.person is not None:
            occasion.take_part(actor.person, Function.CHAIR, span)


def _run_before(story: Story, people: Sequence[Actor]) -> list[Actor]:
    """Return the last of `people` with those before it that commas and "và" join to it."""
    found: list[Actor] = []
    for actor in reversed(people):
        gap = story.passage.keys[actor.end : found[-1].begin] if found else []
        if found and not (gap and len(gap) <= 2 and all(key in (",", "và", "cùng") for key in gap)):
            break
        found.append(actor)
    return found


def _represented(keys: Sequence[str], actor: Actor, attend: int, here: Sequence[Actor]) -> bool:
    """Tell whether an agency in a list of guests is there itself: "lãnh đạo X", "đại diện X và Y"."""
    if actor.group:
        return True
    previous = [one.end for one in here if one.end <= actor.begin and one.organisation is not None]
    start = max([attend, *previous])
    between = list(keys[start : actor.begin])
    if any(word in _REPRESENTED for word in between[-6:]):
        return True
    return between in (["và"], [","]) and start > attend


def _first(keys: Sequence[str], start: int, stop: int, forms: Sequence[tuple[str, ...]]) -> int | None:
    """Return the first token from `start` at which one of `forms` stands before `stop`."""
    begins = {form[0] for form in forms}
    here = keys[start:stop]
    if begins.isdisjoint(here):
        return None
    for index, key in enumerate(here, start):
        if key in begins and any(tuple(keys[index : index + len(form)]) == form for form in forms):
            return index
    return None


def _last(keys: Sequence[str], start: int, stop: int, forms: Sequence[tuple[str, ...]]) -> int | None:
    begins = {form[0] for form in forms}
    for index in range(stop - 1, start - 1, -1):
        if keys[index] in begins and any(tuple(keys[index : index + len(form)]) == form for form in forms):
            return index
    return None
