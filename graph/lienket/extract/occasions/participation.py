"""Who takes what part in the occasions of an article, read sentence by sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
from typing import Final

from lienket.extract.occasions.dates import dealt_with
from lienket.extract.occasions.holders import listed_below
from lienket.extract.occasions.occasions import Occasion
from lienket.extract.occasions.speeches import AT, LONGEST_OPENING, UNSPOKEN, official, opens, speeches
from lienket.extract.occasions.subjects import LEADS_WITHIN, LED, LEFT_OUT, doers
from lienket.extract.speech.statements import Statement
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateKind
from lienket.language.wordlist import first_form, wordlist
from lienket.model import EventType, Function

_ATTEND: Final = (
    ("tham", "dự"),
    ("dự",),
    ("có", "mặt"),
    ("tham", "gia"),
    ("về", "phía"),
    ("tháp", "tùng"),
    ("cùng", "đi"),
    ("góp", "mặt"),
    ("hiện", "diện"),
    ("sự", "chứng", "kiến"),
)
_NOT_ATTENDED: Final = wordlist("án thảo kiến toán luật báo phòng trữ tính định bị khuyết đoán liệu chi nguồn thu thầu")
"""Words with which "dự" is another word: "dự án", "dự thảo"."""
_TAKEN_PART_IN: Final = wordlist("đoàn buổi lễ hội cuộc phiên chương giao có cùng sự kỳ tọa của")
"""Words that may follow "tham gia" where it is to be there; else it is to join a body, a fight, a market."""
_CHAIR: Final = (("chủ", "trì"), ("chủ", "tọa"), ("điều", "hành"))
_LONGEST_ASIDE: Final = 12
_CHAIRED: Final = wordlist("phiên hội buổi cuộc kỳ thảo nội của họp lễ tại , . )")
"""Words that may follow "chủ trì", "điều hành" where it is to chair; else it is to be in charge."""
_AND_SPEAKS: Final = frozenset({("và", "phát"), ("và", "kết"), ("và", "chỉ"), ("và", "có")})
"""Words after "chủ trì" with which its sentence goes on to what the chair does there: "chủ trì và phát biểu"."""
_RITE: Final = "lễ"
_RECEIVING: Final = (
    ("tiếp",),
    ("đón", "tiếp"),
    ("đón", "và", "làm", "việc"),
    ("cùng", "tiếp"),
    ("làm", "việc", "với", "đoàn"),
)
"""Words that open a sentence about who receives a delegation: "Tiếp và làm việc với đoàn có ông A"."""
_RECEIVED_WITHIN: Final = 10
_TRAVELLED: Final = frozenset({EventType.MEETING, EventType.VISIT, EventType.INSPECTION})
_LISTED: Final = frozenset({",", ";", "và", "cùng"})
_SPEAK: Final = (("phát", "biểu"), ("báo", "cáo"), ("trình", "bày"), ("kết", "luận"))
_REPORTS: Final = frozenset({"báo", "kết", "trình"})
"""First syllables of the cues that are mostly nouns, verbs only right after who does so."""
_DENIED: Final = wordlist("không chưa chẳng")
_NEAR: Final = 15
_RIGHT_AFTER: Final = 4
_NEXT_WORDS: Final = 2
"""Tokens from the begin of a sentence to the day that opens it."""
_MEMORY: Final = (("tang",), ("viếng",), ("tưởng",), ("truy",), ("giỗ",), ("ngày", "sinh"), ("ngày", "mất"))
"""Words in the name of an occasion after which the one is named for whom it is held."""
_REPRESENTED: Final = wordlist("lãnh đạo diện viên chuyên phía bộ")
_CELEBRATING: Final = tuple(
    tuple(form.split())
    for form in (
        *("trao", "tặng", "chúc mừng", "cắt băng", "bấm nút", "đánh trống", "đánh cồng", "gióng trống"),
        *("dâng hoa", "thừa ủy quyền", "gắn huân chương", "trồng cây", "bắt tay"),
    )
)
"""What people do at ceremonies: it tells that they are there."""
_RELATED: Final = wordlist("của con vợ chồng người khỏi vì do nạn")
"""Words by which someone is told of who is not himself given anything."""
_GIVING: Final = frozenset({"trao", "tặng", "hỗ"})
_THERE: Final = wordlist("tại ở trên thuộc")
"""Words before a body at whose house something is given, or whose people are given it."""
_DECISIONS: Final = frozenset({EventType.APPOINTMENT, EventType.INCIDENT})
_VOICE: Final = wordlist("đồng nhận nêu đánh bày chia cảm chúc kiến phát báo biểu nhấn khẳng đề trình trả giải kết góp")
"""First syllables of what is done with words: "đồng ý", "nhận định", "nêu", "đánh giá", "bày tỏ", "cảm ơn" …"""
_FEW: Final = 2
"""Occasions of an article that may be about the one told right after its lead."""
_REACH: Final = 3
"""Sentences for which a text goes on about an occasion that is not its main one."""


def take_parts(
    occasions: Sequence[Occasion], story: Story, said: Sequence[Statement], spoken_of: Set[int]
) -> Sequence[Occasion | None]:
    """Give every actor the parts that the sentences about an occasion state; who speaks there also attends.

    Return the occasion that each sentence is about.
    """
    about = _focus(occasions, story, spoken_of)
    for sentence, focus in enumerate(about):
        told = focus is not None and focus.type not in _DECISIONS and not focus.journey and not official(focus)
        if told and focus is not None and not _paper(focus):
            _sentence(focus, sentence, story)
            _acts_at(focus, sentence, story)
            _celebrates(focus, sentence, story)
        if focus is not None and "tín nhiệm" in focus.head:
            _voted_on(focus, sentence, story)
    speeches(about, story, said)
    for occasion in occasions:
        occasion.leave_out(_remembered(occasion, story))
    return about


def _paper(occasion: Occasion) -> bool:
    """Tell whether an occasion is a paper that someone signed or sent: no one is there, as where two sides sign one."""
    head = occasion.tellings[0].head
    if occasion.type is not EventType.SIGNING or head.kind != "verb" or head.function is not None:
        return False
    return not any(one.head.form.startswith(_RITE) for one in occasion.tellings)


def hearsay(occasions: Sequence[Occasion], said: Sequence[Statement], story: Story) -> frozenset[int]:
    """Return where occasions are only spoken of: "ông A cho biết Sở đã tổ chức cuộc họp", not "tại cuộc họp"."""
    begins, keys = story.passage.tokens.begins, story.passage.keys
    spans = sorted(statement.span for statement in said)
    found = set()
    for telling in (one for each in occasions for one in each.tellings):
        at = begins[telling.begin]
        index = bisect_right(spans, at, key=lambda one: one.begin) - 1
        if index >= 0 and at < spans[index].end and keys[telling.begin - 1] not in AT:
            found.add(telling.begin)
    return frozenset(found)


def _acts_at(occasion: Occasion, number: int, story: Story) -> None:
    """Read who acts at an occasion that opens the sentence: "Tại buổi làm việc, ông A đồng ý với …"."""
    passage = story.passage
    first, limit = passage.sentences[number]
    opening = opens(occasion, number, story)
    if opening is None:
        return
    comma = next((at for at in range(opening.head_end, limit) if passage.keys[at] == ","), None)
    here = story.between(comma + 1, comma + LONGEST_OPENING) if comma is not None else []
    person = next((one.person for one in here if one.person is not None), None)
    if person is not None:
        occasion.take_part(person, Function.ATTENDEE, passage.span(first, limit))
        after = passage.keys[here[0].end : here[0].end + LONGEST_OPENING]
        if not _VOICE.isdisjoint(after):
            occasion.take_part(person, Function.SPEAKER, passage.span(first, limit))


def _celebrates(occasion: Occasion, number: int, story: Story) -> None:
    """Read who does what is done at ceremonies: "Ông A và bà B trao giải cho các tác giả", of a picture too."""
    if occasion.type is not EventType.CEREMONY or occasion.background or occasion.planned:
        return
    if occasion.tellings[0].subject is not None or _elsewhen(occasion, number, story):
        return
    first, limit = story.passage.sentences[number]
    verb = first_form(story.passage.keys, first, limit, _CELEBRATING)
    for actor in doers(story, first, verb) if verb is not None else ():
        if actor.person is not None:
            occasion.take_part(actor.person, Function.ATTENDEE, story.passage.span(first, limit))


def _voted_on(occasion: Occasion, number: int, story: Story) -> None:
    """Read on whom a vote of confidence was taken: whose votes a sentence counts."""
    first, limit = story.passage.sentences[number]
    if "phiếu" not in story.passage.keys[first:limit]:
        return
    for actor in story.between(first, limit):
        if actor.person is not None:
            occasion.take_part(actor.person, Function.SUBJECT, story.passage.span(first, limit))


def _remembered(occasion: Occasion, story: Story) -> set[str]:
    """Return the people whose death or birthday an occasion marks, by its name: they are not there."""
    found: set[str] = set()
    keys = story.passage.keys
    for telling in occasion.tellings:
        cue = first_form(keys, telling.begin, telling.end, _MEMORY)
        if cue is not None:
            here = story.between(cue, telling.end + 1)
            found.update(one.person.key for one in here if one.person is not None)
    return found


def _focus(occasions: Sequence[Occasion], story: Story, spoken_of: Set[int]) -> list[Occasion | None]:
    """Return the occasion that each sentence is about: told in it, else the last one told before it.

    What the title or lead tells, or the one occasion that the text comes back to, stays what it is about; the one that
    it tells once stays so until another day is named, others for `_REACH` sentences.
    """
    foreground = [one for one in occasions if not one.in_passing and one.type not in UNSPOKEN]
    told = _told_where(occasions, story, spoken_of)
    last: Occasion | None = None
    main: Occasion | None = None
    since = 0
    once: Occasion | None = None
    for sentence, here in enumerate(told):
        if here is not None:
            if not here.in_passing:
                last, since = here, sentence
                leads = here.in_title or sentence < story.lead or (sentence == story.lead and len(foreground) <= _FEW)
                once = here if not leads and len(foreground) == 1 == len(here.tellings) else None
                leads = leads or len(foreground) == 1
                main = here if leads and (main is None or (main.planned and not here.planned)) else main
        elif once is not None and _elsewhen(once, sentence, story):
            last = main = once = None
        elif last is main or (sentence - since <= _REACH and not (last is not None and last.planned and main)):
            told[sentence] = last
        else:
            told[sentence] = last = main
    return told


def _elsewhen(occasion: Occasion, sentence: int, story: Story) -> bool:
    """Tell whether a sentence names a day, none of them that of an occasion."""
    days = {one.start for one in story.dates_in(*story.passage.sentences[sentence]) if one.kind is DateKind.DAY}
    return bool(days) and occasion.start not in days


def _told_where(occasions: Sequence[Occasion], story: Story, spoken_of: Set[int]) -> list[Occasion | None]:
    """Return the occasion told in each sentence, none only dealt with: one held, where people speak, first."""
    told: list[Occasion | None] = [None] * len(story.passage.sentences)
    for occasion in sorted(occasions, key=lambda one: (one.background, one.planned, one.type in UNSPOKEN)):
        for telling in occasion.tellings:
            if telling.begin not in spoken_of and not dealt_with(telling, story) and told[telling.sentence] is None:
                told[telling.sentence] = occasion
    return told


def _sentence(occasion: Occasion, number: int, story: Story) -> None:
    """Give the people and agencies of one sentence the parts its cues state."""
    passage = story.passage
    first, limit = passage.sentences[number]
    keys = passage.keys
    span = passage.span(first, limit)
    here = story.between(first, limit)
    people = [one for one in here if one.person is not None]
    attend = _attends(keys, first, limit)
    if attend is not None:
        after = [one for one in here if one.begin > attend] + listed_below(story, number)
        listed = [one for one in after if one.person is not None]
        listed = listed[:1] + [one for one in listed[1:] if keys[one.begin - 1] != "của"]  # "đặc phái viên của ông A"
        noun = "sự" in keys[attend - 1 : attend + 1]  # "ông A chủ trì, với sự tham dự của các bộ"
        for actor in listed or [one for one in people if one.end <= attend and not noun]:
            if actor.person is not None:
                occasion.take_part(actor.person, Function.ATTENDEE, span)
        for actor in after:
            if actor.organisation is not None and not actor.office_only and _represented(keys, actor, attend, here):
                occasion.take_part(actor.organisation, Function.ATTENDEE, span)
    chair = first_form(keys, first, limit, _CHAIR)
    charged = chair is not None and "phối" in keys[chair : chair + 4]  # "chủ trì, phối hợp với …"
    also = chair is not None and chair + 3 < limit and tuple(keys[chair + 2 : chair + 4]) in _AND_SPEAKS
    by = chair is not None and any(keys[one.begin - 1] == "do" and _reaches(keys, one.end, chair) for one in people)
    if chair is not None and not charged and (by or also or chair + 2 >= limit or keys[chair + 2] in _CHAIRED):
        _chair(occasion, chair, limit, story, people)
    _delegations(occasion, first, limit, story)
    given = first_form(keys, first, limit, (("cho",), ("gồm",))) if _gives(occasion) else None
    if given is not None and (not _GIVING.isdisjoint(keys[first:limit]) or keys[given] == "gồm"):
        given_to = [one for one in here if one.begin > given and keys[one.begin - 1] not in _THERE]
        for actor in _recipients(_given_alike(keys, [one for one in given_to if not one.office_only])):
            who = actor.person or actor.organisation
            if who is not None:
                occasion.take_part(who, Function.RECIPIENT, span)
    speak = first_form(keys, first, limit, _SPEAK)
    said = speak is not None and keys[max(first, speak - 1)] not in _DENIED
    speaker = _speaker(here, speak, _past_day(story, first), keys) if speak is not None and said else None
    if speaker is not None and speaker.person is not None:
        occasion.take_part(speaker.person, Function.SPEAKER, span)
        occasion.take_part(speaker.person, Function.ATTENDEE, span)


def _delegations(occasion: Occasion, first: int, limit: int, story: Story) -> None:
    """Read who leads a delegation and who receives one, each in words of his own: they are there."""
    keys = story.passage.keys
    people = [one for one in story.between(first, limit) if one.person is not None]
    span = story.passage.span(first, limit)
    led = first_form(keys, first, limit, LED)
    while led is not None:
        for actor in [one for one in people if one.end <= led][-1:]:
            if actor.person is not None and "do" in keys[max(first, actor.begin - LEADS_WITHIN) : actor.begin]:
                occasion.take_part(actor.person, Function.ATTENDEE, span)
        led = first_form(keys, led + 1, limit, LED)
    receives = any(tuple(keys[first : first + len(form)]) == form for form in _RECEIVING)
    if occasion.type not in _TRAVELLED or not receives:
        return
    there = first_form(keys, first, min(limit, first + _RECEIVED_WITHIN), (("có",),))
    if there is None or "đoàn" not in keys[first:there]:
        return
    for actor in _run_after(story, [one for one in people if one.begin > there]):
        if actor.person is not None:
            occasion.take_part(actor.person, Function.HOST, span)
            occasion.take_part(actor.person, Function.ATTENDEE, span)


def _attends(keys: Sequence[str], first: int, limit: int) -> int | None:
    """Return where a sentence says that someone is there: at "dự", "tham gia" … as such."""
    at = first_form(keys, first, limit, _ATTEND)
    while at is not None:
        after = keys[at + 1] if keys[at] == "dự" and at + 1 < limit else ""
        joins = keys[at : at + 2] == ["tham", "gia"] and at + 2 < limit and keys[at + 2] not in _TAKEN_PART_IN
        if after not in _NOT_ATTENDED and not joins and keys[max(first, at - 1)] not in _DENIED:
            return at
        at = first_form(keys, at + 1, limit, _ATTEND)
    return None


def _past_day(story: Story, first: int) -> int:
    """Return where a sentence goes on that opens with a day: "Sáng 28/6, phát biểu tại …"."""
    days = story.dates_in(first, first + _NEXT_WORDS)
    if not days:
        return first
    end = days[0].end_token
    return end + (story.passage.key(end) == ",")


def _speaker(here: Sequence[Actor], speak: int, first: int, keys: Sequence[str]) -> Actor | None:
    """Return who speaks: the person right before the cue, or, where it opens the sentence, the first after it."""
    before = [one for one in here if one.end <= speak and not one.office_only]
    reach = _RIGHT_AFTER if keys[speak] in _REPORTS else _NEAR
    if before:
        return before[-1] if before[-1].person is not None and speak - before[-1].end <= reach else None
    people = [one for one in here if one.person is not None and one.begin > speak]
    if keys[speak] in _REPORTS:  # "Báo cáo tại hội nghị, ông A"; not "Báo cáo nhắc lại quyết định đối với ông A"
        return people[0] if people and speak == first and keys[people[0].begin - 1] == "," else None
    return people[0] if people and speak - first <= _RIGHT_AFTER else None


def _given_alike(keys: Sequence[str], actors: Sequence[Actor]) -> Sequence[Actor]:
    """Return those to whom something is given, none by whom one of them is described: "cho bà A, con gái ông B"."""
    for index in range(1, len(actors)):
        if not _RELATED.isdisjoint(keys[actors[index - 1].end : actors[index].begin]):
            return actors[:index]
    return actors


def _recipients(actors: Sequence[Actor]) -> Sequence[Actor]:
    """Return the people among those to whom something is given, whose schools and offices receive nothing."""
    return [one for one in actors if one.person is not None] or actors


def _gives(occasion: Occasion) -> bool:
    """Tell whether something is handed over at an occasion, by its name."""
    return occasion.type in (EventType.CEREMONY, EventType.CAMPAIGN) and bool(
        _GIVING & set(occasion.label.lower().split())
    )


def _chair(occasion: Occasion, chair: int, limit: int, story: Story, people: Sequence[Actor]) -> None:
    span = story.passage.sentence_span(chair)
    first = story.passage.sentences[story.passage.sentence_of[chair]][0]
    begins = chair == first and story.passage.key(chair + 2) in _CHAIRED  # "Chủ trì hội nghị, ông A …"
    if begins:
        listed = _run_after(story, [one for one in people if one.begin > chair])
    elif story.passage.key(chair + 2) == "của":
        listed = [one for one in people if one.begin > chair][:1]
    else:
        listed = _run_before(story, [one for one in people if one.end <= chair])
    for actor in listed:
        if actor.person is not None:
            occasion.take_part(actor.person, Function.CHAIR, span)


def _reaches(keys: Sequence[str], end: int, verb: int) -> bool:
    """Tell whether no more than an office between commas stands from the end of a name to its verb."""
    aside = keys[end] == "," and keys[verb - 1] == "," and verb - end <= _LONGEST_ASIDE
    return end == verb or aside


def _run_before(story: Story, people: Sequence[Actor]) -> list[Actor]:
    """Return the last of `people` with those before it that commas and "và" join to it."""
    found: list[Actor] = []
    for actor in reversed(people):
        gap = story.passage.keys[actor.end : found[-1].begin] if found else []
        if found and not (gap and len(gap) <= 2 and all(key in _LISTED for key in gap)):
            break
        if found and story.passage.key(actor.begin - 1) in LEFT_OUT:
            break
        found.append(actor)
    return found


def _run_after(story: Story, people: Sequence[Actor]) -> list[Actor]:
    """Return the first of `people`, where a comma, "là" or "có" announces him, with those joined to him."""
    keys = story.passage.keys
    found = [one for one in people[:1] if keys[one.begin - 1] in (",", "là", "có", ":")]
    for actor in people[1:]:
        if not found or keys[found[-1].end : actor.begin] not in ([","], [";"], ["và"], ["cùng"]):
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
    return between in (["và"], [","], ["cùng"]) and start > attend
