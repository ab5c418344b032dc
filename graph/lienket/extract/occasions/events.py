"""Events of the article: occasions with their dates and places, and the decisions that appoint and dismiss."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Final

from lienket.extract.occasions.acts import acts
from lienket.extract.occasions.dates import (
    at_their_sessions,
    date_of,
    far_off,
    in_an_open_month,
    in_the_course,
    in_the_month_of_the_news,
    in_the_wake,
    on_the_only_day,
    on_the_same_day,
)
from lienket.extract.occasions.decisions import decisions
from lienket.extract.occasions.deeds import SENDING
from lienket.extract.occasions.features import of_occasion
from lienket.extract.occasions.holders import COMMITTEES, named_parts
from lienket.extract.occasions.incidents import handled
from lienket.extract.occasions.occasions import Occasion, Telling, ordinal, same_occasion
from lienket.extract.occasions.participation import hearsay, take_parts
from lienket.extract.occasions.seats import provinces_named, seat, several_provinces, within_visits
from lienket.extract.occasions.subjects import for_whom
from lienket.extract.occasions.tellings import tellings
from lienket.extract.occasions.venues import lies_in, may_lie_in, opened_at, told_place
from lienket.extract.offices.appointments import Appointment
from lienket.extract.organisations import Organisation
from lienket.extract.speech.statements import Statement
from lienket.extract.story import Story
from lienket.language.dates import DateMention
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function
from lienket.reference.likelihood import TOLD, likelihood

_PLANNED: Final = wordlist("sẽ sắp")
_AHEAD: Final = frozenset({("sắp", "tới"), ("tới", "đây"), ("sắp", "diễn")})
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
_PAPER: Final = 16
"""Tokens from a verb that issues a paper to the day of the paper."""
_HELD: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CEREMONY, EventType.CONGRESS})
"""Types of occasions that are held where a text opens: "Sáng 3/5, tại Nhà hát X, …"."""
_REPORTING: Final = "báo cáo với"
_ATTENDED: Final = frozenset({EventType.MEETING, EventType.CONFERENCE, EventType.VISIT, EventType.INSPECTION})
"""Types of occasions at which one official reports to another."""
_RECEIVING: Final = "tiếp đoàn"
"""Words that open a sentence about who receives the delegation told of before."""
_TRAVELLED: Final = frozenset({EventType.INSPECTION, EventType.VISIT, EventType.MEETING})
_WITHOUT_RULE: Final = 0.85
"""What the likelihood is worth of what the rules do not tell as held: half of it was too little to rely on."""
_BESIDES: Final = ("họp báo", "chất vấn")
"""Words of what goes with a conference or a session, and is neither: "sau hội nghị, tại buổi họp báo"."""
_GATHERED: Final = _HELD | {EventType.VISIT, EventType.TRAINING, EventType.CAMPAIGN}
"""Types of occasions whose names tell what is done there: "lễ phát động", "buổi đối thoại", "chuyến khảo sát"."""
_CARING: Final = frozenset({EventType.VISIT, EventType.CAMPAIGN, EventType.CEREMONY})
"""Types of what is done at once: "Hội A tặng quà các cháu", then "Hội A đã đến thăm, tặng quà các cháu"."""
_STAGES: Final = frozenset({("lễ", "khai", "mạc"), ("lễ", "bế", "mạc"), ("phiên", "khai", "mạc")})
_OPENED: Final = frozenset({EventType.CONTEST, EventType.CONGRESS, EventType.CONFERENCE, EventType.TRAINING})
"""Types of occasions that have an opening, at which people speak: "phát biểu tại lễ khai mạc"."""
_BEGINNING: Final = "phát động"
_RIBBON: Final = "cắt băng "
"""How a verb begins that tells the act for which a ceremony is held: "cắt băng khánh thành"."""
_QUOTES: Final = frozenset({"“", "”", '"'})
_NEXT: Final = 2
_WINDOW: Final = 120
"""Tokens around a telling that may say that nothing was held: keeps hostile text linear."""
_LOOKED_AT: Final = 8
"""Tellings of an occasion whose bodies are compared."""
_REMEMBERED: Final = 40
"""Occasions back from here among which one told again is looked for."""


def events(story: Story, given: Sequence[Appointment], said: Sequence[Statement]) -> list[Occasion]:
    """Return the occasions of the article; `given` are the offices its decisions give and take, `said` who speaks.

    What the rules read is weighed by how it is told, and with it the sentences in which they read nothing.
    """
    found = told(story, given, said)
    for occasion in found:
        occasion.likelihood = likelihood().of(TOLD, of_occasion(occasion, found, story))
    acted = acts(story, found, said)
    in_an_open_month(acted, story)
    for occasion in (*acted, *(one for one in found if one.background)):
        occasion.likelihood *= _WITHOUT_RULE
    return found + acted


def told(story: Story, given: Sequence[Appointment], said: Sequence[Statement]) -> list[Occasion]:
    """Return the occasions that the rules read: those named by a word of the tables, and decisions about offices."""
    found = _gathered(story)
    named_parts(found, story)
    spoken_of = hearsay(found, said, story)
    for occasion in found:
        occasion.in_passing = _in_passing(occasion, story, spoken_of)
        occasion.background = occasion.in_passing and not _shown(occasion, story)
    about = take_parts(found, story, said, spoken_of)
    handled(found, about, story)
    decided = decisions(story, given, about)
    people = {key for one in decided for kind, key, _ in one.parts if kind == "person"}
    found = [one for one in found if not _told_as_decision(one, people)] + decided
    in_the_course(found, story)
    at_their_sessions(found)
    in_an_open_month(found, story)
    on_the_same_day(found, story)
    on_the_only_day(found, story)
    in_the_month_of_the_news(found, story)
    opening = opened_at(story)
    for occasion in found:
        if occasion.place is None and opening is not None and occasion.type in _HELD and occasion.start == opening[0]:
            occasion.place = opening[1]
        if occasion.place is None:
            occasion.place = seat(occasion, story)
        if (occasion.head.startswith("phiên họp") or occasion.head in ("họp", "nghe")) and _of_elected_body(occasion):
            occasion.type = EventType.CONGRESS
    within_visits(found)
    return found


def _told_as_decision(occasion: Occasion, decided: Set[str]) -> bool:
    """Tell whether someone's being sent elsewhere is told as a decision about an office too, of those `decided`."""
    if occasion.head not in SENDING or occasion.type is not EventType.APPOINTMENT:
        return False
    return any(kind == "person" and key in decided for kind, key, _ in occasion.parts)


def _gathered(story: Story) -> list[Occasion]:
    """Return the occasions that the text tells, with their tellings, dates and places."""
    found: list[Occasion] = []
    for telling in tellings(story):
        occasion = _known(found, telling, story)
        if telling.head.kind == "affair":
            if occasion is not None and occasion.type is EventType.INCIDENT:
                _settle(occasion, telling, story)
            continue
        if occasion is None and _since_decided(found, telling, story):
            continue
        if occasion is None:
            occasion = _new(telling, story)
            found.append(occasion)
            occasion.of_several = not _people_in(telling, story)
        occasion.tellings.append(telling)
        if telling.head.kind not in ("noun", "happening"):
            occasion.concerned |= _people_in(telling, story)
        _settle(occasion, telling, story)
    return found


def _known(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the occasion that a telling is of, if it was told before: by its head alone, or by most of its words."""
    if telling.bare or telling.head.kind == "affair":
        return _named_by_its_head(found, telling, story)
    if telling.head.kind == "happening":
        return _befallen(found, telling, story)
    called = _called(found, telling, story)
    if called is not None:
        return called
    if telling.head.form == _RECEIVING and telling.begin == story.passage.sentences[telling.sentence][0]:
        return next((one for one in reversed(found[-_REMEMBERED:]) if one.type in _TRAVELLED), None)
    if telling.head.type is EventType.INCIDENT and telling.head.kind == "verb":
        near = [one for one in found[-_REMEMBERED:] if one.type is EventType.INCIDENT and one.concerned]
        return next((one for one in reversed(near) if one.concerned & _people_in(telling, story)), None)
    if telling.head.type is EventType.APPOINTMENT and telling.head.kind == "verb":
        several = [one for one in found[-_REMEMBERED:] if one.type is EventType.APPOINTMENT and one.of_several]
        if several and (telling.passive or telling.subject == (telling.begin, telling.begin)):
            return several[-1]
    if telling.head.type is EventType.VISIT and telling.head.kind == "verb":
        bare = [
            one for one in found[-_REMEMBERED:] if one.type is EventType.VISIT and all(t.bare for t in one.tellings)
        ]
        bare = [one for one in bare if not _another(one, telling, story)]
        if bare:
            return bare[-1]  # "trong chuyến thăm ba ngày", then who visits whom
    if telling.head.type is EventType.CEREMONY and telling.head.kind == "verb" and found:
        last = found[-1].tellings[-1]
        alone = found[-1].type is EventType.CEREMONY and all(one.bare for one in found[-1].tellings)
        if alone and last.sentence == telling.sentence:
            return found[-1]  # "Tại buổi lễ, ông A đã công bố quyết định"
    if telling.head.type is EventType.CONGRESS and telling.head.kind == "verb":
        return _sitting(found, telling, story)
    if telling.head.form == _REPORTING:
        near = [one for one in found[-_REMEMBERED:] if one.type in _ATTENDED and not _another(one, telling, story)]
        if near:
            return near[-1]
    concerning = _concerning(found, telling, story)
    if concerning is not None:
        return concerning
    near = [one for one in found[-_REMEMBERED:] if same_occasion(one, telling, story.passage)]
    near = [one for one in near if not _another(one, telling, story)]
    if telling.head.kind != "noun":
        near = [one for one in near if not _others_concerned(one, telling, story)]
        near = [one for one in near if not _others_acting(one, telling, story)]
        near = [one for one in near if one.tellings[0].proposed is telling.proposed]
    if near:
        return near[-1]
    told = _headline(found, telling, story) or _of_the_title(found, telling, story)
    return told or _named_after(found, telling, story) or _stage(found, telling, story)


def _named_by_its_head(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the occasion that "hội nghị", "vụ việc" or a charge told again means: the main one, else the last."""
    near = found[-_REMEMBERED:]
    same = [one for one in near if one.type is telling.head.type and not _of_its_own(one, telling)]
    if not same and telling.head.kind == "noun":
        begins = f"{telling.head.form} "  # "lễ" is the "lễ ra quân" told before
        same = [one for one in near if any(each.head.form.startswith(begins) for each in one.tellings[:_LOOKED_AT])]
    if telling.head.kind == "verb":
        return next((one for one in reversed(same) if one.tellings[0].head.kind == "verb"), None)
    if telling.head.form == "phiên họp":
        same = same or [one for one in near if one.type is EventType.CONGRESS and one.tellings[0].head.kind == "verb"]
    same = [one for one in same if telling.head.form in one.head] or same
    same = [one for one in same if not _another(one, telling, story)]
    if same:
        main = [one for one in same if one.in_title or one.tellings[0].sentence < story.lead]
        return main[0] if main else same[-1]
    here = story.passage.key(telling.begin - 1) == "tại"
    return found[-1] if found and (here or _gathering(found[-1], telling)) else None


def _concerning(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the meeting of the title with the very people whom the lead says that someone meets, in other words."""
    met = telling.head.kind == "verb" and telling.head.type in (EventType.MEETING, EventType.VISIT)
    mine = _people_in(telling, story) if met and telling.sentence < story.lead else set()
    verbs = set(telling.head.form.split())
    near = [one for one in found[-_REMEMBERED:] if mine and one.in_title and one.type is telling.head.type]
    same = [one for one in near if not verbs.isdisjoint(one.head.split())]
    return next((one for one in same if one.concerned == mine and not _another(one, telling, story)), None)


def _called(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the last occasion in whose name all words stand that are quoted after a head: "cuộc thi “X”"."""
    keys = story.passage.keys
    if telling.head.kind != "noun" or keys[telling.head_end] not in _QUOTES:
        return None
    words = set(keys[telling.head_end : telling.end]) - _QUOTES
    for occasion in reversed(found[-_REMEMBERED:]):
        named = any(words <= set(keys[one.begin : one.end]) for one in occasion.tellings[:_LOOKED_AT])
        if named and not _another(occasion, telling, story):
            return occasion
    return None


def _of_its_own(occasion: Occasion, telling: Telling) -> bool:
    """Tell whether a head alone means something beside an occasion of its type: a press conference, questions."""
    return any(word in telling.head.form and word not in occasion.head for word in _BESIDES)


def _befallen(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the incident, told before, that a verb tells again: the main one or the last, unless on another day."""
    near = [one for one in found[-_REMEMBERED:] if one.type is EventType.INCIDENT]
    near = [one for one in near if one.tellings[0].head.kind in ("noun", "happening")]
    date = date_of(story, *story.passage.sentences[telling.sentence], telling)
    day = date.start if date is not None else None
    near = [one for one in near if day is None or one.start is None or one.start == day]
    return next((one for one in near if one.in_title), near[-1] if near else None)


def _headline(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the incident that the title alone told, for the one that the lead tells in other words."""
    incidents = [one for one in found[-_REMEMBERED:] if one.type is EventType.INCIDENT]
    first = incidents[0] if len(incidents) == 1 and telling.head.type is EventType.INCIDENT else None
    if first is None or telling.head.kind != "noun":
        return None
    if first.tellings[0].head.kind == "happening":
        return first
    if telling.sentence > story.lead or not first.in_title or first.tellings[0].head.kind != "noun":
        return None
    return first if all(one.begin < story.title_end for one in first.tellings) else None


def _of_the_title(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the one occasion that the title alone told, for the one of the same head that the lead tells otherwise."""
    near = [one for one in found[-_REMEMBERED:] if one.type is telling.head.type]
    same = [one for one in near if one.head.endswith(telling.head.form) or telling.head.form.endswith(one.head)]
    first = same[0] if len(same) == 1 and telling.head.kind == "noun" else None
    if first is None or telling.sentence > story.lead or telling.begin < story.title_end or telling.bare:
        return None
    alone = all(one.begin < story.title_end and not one.bare for one in first.tellings)
    numbers = {ordinal(one, story.passage) for one in (*first.tellings, telling)} - {None}
    return first if alone and len(numbers) <= 1 and not _another(first, telling, story) else None


def _named_after(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the occasion whose name has the verb by which a telling tells what is done there, or the other way round.

    "Hội A phát động Tháng B", then "lễ phát động Tháng B"; "lễ khai trương", then "ông A cắt băng khai trương".
    """
    if telling.head.type not in _GATHERED:
        return None
    day = date_of(story, *story.passage.sentences[telling.sentence], telling)
    for occasion in reversed(found[-_REMEMBERED:]):
        same_day = day is None or occasion.start in (None, day.start)
        if occasion.type in _GATHERED and not occasion.background and same_day:
            other = occasion.tellings[0]
            headline = occasion.in_title and telling.sentence <= story.lead
            cared = headline and {occasion.type, telling.head.type} <= _CARING
            named = _has_verb_of(other, telling, story, deeds=False)
            named = named or (headline and _has_verb_of(telling, other, story, deeds=cared))
            if named and not _another(occasion, telling, story):
                return occasion
    return None


def _stage(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the main occasion of which a telling says no more than that it is opened or begun.

    "Ngày hội A", then "tại lễ khai mạc"; "lễ ra quân", then "ông B phát động".
    """
    told = tuple(story.passage.keys[telling.begin : telling.end])
    if telling.head.form == _BEGINNING and telling.end == telling.head_end:
        near = [one for one in found[-_REMEMBERED:] if one.type in _CARING and not one.background]
    elif told in _STAGES:
        near = [one for one in found[-_REMEMBERED:] if one.type in _OPENED and one.in_title]
    else:
        return None
    return near[-1] if near and not _another(near[-1], telling, story) else None


def _has_verb_of(name: Telling, deed: Telling, story: Story, *, deeds: bool) -> bool:
    """Tell whether the words of one telling, if `deeds` one by a verb too, have all of the verb of another."""
    verb = deed.head.form.removeprefix(_RIBBON)
    named = deeds or name.head.kind == "noun" or verb != deed.head.form
    if deed.head.kind != "verb" or not named or " " not in verb:
        return False
    return set(verb.split()) <= set(story.passage.keys[name.begin : name.end])


def _another(occasion: Occasion, telling: Telling, story: Story) -> bool:
    """Tell whether a telling is of another day, still to come, or of another province than an occasion is."""
    if telling.head.kind == "noun" and several_provinces(story) and not telling.bare:
        here = provinces_named(story, telling.sentence)
        there = {province for one in occasion.tellings[-_NEXT:] for province in provinces_named(story, one.sentence)}
        if here and there and here.isdisjoint(there):
            return True
    if _to_come(telling, story) and not occasion.planned:
        return True
    return _on_another_day(occasion, telling, story)


def _on_another_day(occasion: Occasion, telling: Telling, story: Story) -> bool:
    """Tell whether the day or month in or right after a telling is none of the occasion's: "phiên họp hồi tháng 4"."""
    beside = [one for one in story.dates_in(telling.head_end, telling.end + _NEXT) if one.start is not None]
    mine, theirs = beside[0].start if beside else None, occasion.start
    if occasion.type is EventType.INCIDENT:
        return False
    if mine is None or theirs is None or occasion.end is not None or theirs.month is None or mine.month is None:
        return False
    return mine.month != theirs.month or (None not in (mine.day, theirs.day) and mine.day != theirs.day)


def _sitting(found: Sequence[Occasion], telling: Telling, story: Story) -> Occasion | None:
    """Return the session told before in which an elected body does what a telling says: on its day, or on none."""
    first, limit = story.passage.sentences[telling.sentence]
    date = date_of(story, first, limit, telling)
    day = date.start if date is not None else None
    near = found[-_REMEMBERED:]
    sessions = [one for one in near if one.type is EventType.CONGRESS or one.head.startswith("phiên họp")]
    return next((one for one in reversed(sessions) if day is None or one.start in (None, day)), None)


def _gathering(before: Occasion, telling: Telling) -> bool:
    """Tell whether "hội nghị" alone is the meeting told just before: "lãnh đạo tỉnh gặp gỡ doanh nghiệp"."""
    near = telling.sentence - before.tellings[-1].sentence <= _NEXT
    met = before.type is EventType.MEETING and before.tellings[-1].subject is not None
    if near and met and telling.head.type is EventType.CONFERENCE:
        before.type = EventType.CONFERENCE
        return True
    return False


def _others_concerned(occasion: Occasion, telling: Telling, story: Story) -> bool:
    """Tell whether a deed names people or bodies, none of them named where the occasion was told: it is another one."""
    concerned = _people_in(telling, story)
    if concerned and occasion.concerned:
        return not concerned & occasion.concerned
    bodies = _bodies_in(telling, story)
    deeds = [one for one in occasion.tellings[:_LOOKED_AT] if one.head.kind != "noun" and one.head.form != _REPORTING]
    before = [_bodies_in(one, story) for one in deeds]
    return bool(bodies and before and all(before)) and not any(bodies & one for one in before)


def _others_acting(occasion: Occasion, telling: Telling, story: Story) -> bool:
    """Tell whether a paper is signed by others than the one an occasion is: two offices write about one affair."""
    if telling.head.type is not EventType.SIGNING:
        return False
    mine = _acting(telling, story)
    theirs = [_acting(one, story) for one in occasion.tellings[:_LOOKED_AT]]
    if not (mine and theirs and all(theirs)):
        return False
    shortened = all(one.begin < story.title_end for one in occasion.tellings)
    return not any(mine & one or (shortened and _in_short(one, mine)) for one in theirs)


def _in_short(title: Set[str], lead: Set[str]) -> bool:
    """Tell whether a title names in short one of those named in the lead: "Hội Nông dân", "Hội Nông dân tỉnh X"."""
    return any(short in full for short in title for full in lead)


def _acting(telling: Telling, story: Story) -> set[str]:
    """Return the people and bodies, of their offices too, that do what a telling says, and those for whom they do."""
    if telling.subject is None:
        return set()
    first = story.passage.sentences[telling.sentence][0]
    named = story.between(*telling.subject) + for_whom(story, max(first, telling.begin - _WINDOW), telling.head_end)
    return {who.key for one in named if (who := one.person or one.organisation) is not None}


def _since_decided(found: Sequence[Occasion], telling: Telling, story: Story) -> bool:
    """Tell whether what a telling proposes was decided, as the text has told: it is how the decision came about."""
    if not telling.proposed:
        return False
    concerned = _people_in(telling, story)
    decided = (one for one in found[-_REMEMBERED:] if one.type is EventType.APPOINTMENT)
    return any(one.concerned & concerned and not one.tellings[0].proposed for one in decided)


def _people_in(telling: Telling, story: Story) -> set[str]:
    """Return whom a telling concerns: those named after the head, of a decision all but who takes it."""
    decided = telling.head.type in (EventType.APPOINTMENT, EventType.INCIDENT)
    limit = story.passage.limit(telling.begin)
    begin, end = (telling.begin, limit) if decided else (telling.head_end, min(telling.end + 2, limit))
    found = {actor.person.key for actor in story.between(begin, end) if actor.person is not None}
    if decided and telling.subject is not None and not telling.passive:
        found = found - {one.person.key for one in story.between(*telling.subject) if one.person is not None} or found
    if not found and telling.subject is not None and telling.head.kind == "either":
        found = {actor.person.key for actor in story.between(*telling.subject) if actor.person is not None}
    return found


def _bodies_in(telling: Telling, story: Story) -> set[str]:
    """Return the bodies with which, or to which, something is done by the words of a telling."""
    if telling.head.function is None:
        return set()
    actors = story.between(telling.head_end, min(telling.end + 2, story.passage.limit(telling.begin)))
    return {one.organisation.key for one in actors if one.organisation is not None and not one.office_only}


def _new(telling: Telling, story: Story) -> Occasion:
    return Occasion(
        label=telling.words(story.passage),
        type=telling.head.type,
        head=telling.head.form,
        begin=telling.begin,
        in_title=telling.begin < story.title_end,
    )


def _settle(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Take the date, place and plan from the sentence of a telling, where the occasion has none yet."""
    passage = story.passage
    first, limit = passage.sentences[telling.sentence]
    label = telling.words(passage)
    names = not telling.bare and telling.head.form != _REPORTING
    called = telling.head.kind == "noun" and occasion.tellings[0].head.kind == "verb" and telling.sentence <= story.lead
    if names and called and occasion.type is not telling.head.type and occasion.type in _GATHERED:
        occasion.type, occasion.head = telling.head.type, telling.head.form
        occasion.label = label[0].upper() + label[1:]
    if names and len(occasion.label.split()) < 4 <= len(label.split()):
        occasion.label = label
    if (occasion.start is None or occasion.start.day is None) and not far_off(occasion, story, first, limit):
        date = date_of(story, first, limit, telling)
        if date is None or date.start is None or date.start.day is None:
            date = _on_paper(occasion, telling, story) or date
        if date is not None and date.start is not None and (occasion.start is None or date.start.day is not None):
            occasion.start, occasion.end = date.start, date.end
    if occasion.place is None or occasion.place.level in ("province", None):
        place = told_place(telling, story)
        if place is not None and (occasion.place is None or lies_in(place, occasion.place)):
            occasion.place = place
    elif occasion.in_title and telling.sentence < story.lead:
        place = told_place(telling, story)
        if place is not None and (lies_in(place, occasion.place) or may_lie_in(place, occasion.place)):
            occasion.place = place
    around = passage.keys[max(first, telling.begin - 6) : telling.begin]
    if occasion.in_title or telling.sentence < story.lead:
        around += passage.keys[telling.end : min(limit, telling.end + _NEXT)]
    occasion.planned = occasion.planned or not _PLANNED.isdisjoint(around) or "dự kiến" in " ".join(around)
    if _to_come(telling, story):
        occasion.planned = True


def _on_paper(occasion: Occasion, telling: Telling, story: Story) -> DateMention | None:
    """Return the day of the paper that someone issues, or by which someone is disciplined.

    "Vừa có Quyết định số 9/QĐ-UBND ngày 3/5", "ký Quyết định số 9/QĐ-UBND ngày 3/5 khiển trách ông A".
    """
    if occasion.type is EventType.APPOINTMENT and telling.subject is not None:
        return next(iter(story.paper_dates_in(telling.subject[1], telling.head_end)), None)
    if occasion.type is not EventType.SIGNING or telling.head.kind != "verb" or telling.head.function is not None:
        return None
    stop = min(story.passage.limit(telling.begin), telling.head_end + _PAPER)
    return next(iter(story.paper_dates_in(telling.begin, stop)), None)


def _to_come(telling: Telling, story: Story) -> bool:
    """Tell whether the words right after the name of an occasion put it off: "kỳ họp sắp tới", "đại hội tới đây"."""
    after = tuple(story.passage.keys[telling.end : telling.end + 2])
    inside = tuple(story.passage.keys[telling.end - 2 : telling.end])
    return telling.head.kind == "noun" and (after in _AHEAD or inside in _AHEAD)


def _in_passing(occasion: Occasion, story: Story, spoken_of: Set[int]) -> bool:
    """Tell whether an occasion is told in passing: not in the title or lead, and only once."""
    sentences = story.passage.sentences
    told_of = [
        one
        for one in occasion.tellings
        if (one.begin not in spoken_of or occasion.in_title)
        and not in_the_wake(one, story)
        and not far_off(occasion, story, *sentences[one.sentence])
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
    telling = occasion.tellings[0]
    first, limit = story.passage.sentences[telling.sentence]
    first, limit = max(first, telling.begin - _WINDOW), telling.doer or min(limit, telling.end + _WINDOW)
    return not _NOT_HELD.within(story.passage.keys, first, limit)


def _of_elected_body(occasion: Occasion) -> bool:
    """Tell whether a body that is elected, or its standing committee, holds the occasion."""
    return any(
        isinstance(who, Organisation)
        and function is Function.ORGANISER
        and (
            "quoc-hoi" in (who.type or "")
            or "hoi-dong-nhan-dan" in (who.type or "")
            or (who.type in COMMITTEES and "phiên" in occasion.head)
        )
        for (_, _, function), (who, _) in occasion.parts.items()
    )
