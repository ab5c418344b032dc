"""Whose a paper is, to whom it goes and whom it is about: "Sở A có văn bản gửi B", "thanh tra tại Công ty C"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.occasions.subjects import for_whom
from lienket.extract.story import Actor, Story
from lienket.language.wordlist import wordlist
from lienket.model import Function

_TO: Final = wordlist("gửi lên tới trình cho")
"""Words before the one to whom a paper goes; those that go on from them may stand between: "gửi tới", "trình lên"."""
_IN_WORDS: Final = wordlist("công quy chương quá giáo lộ")
"""Words before "trình" with which it is another word: "công trình", "quy trình"."""
_CALLED: Final = wordlist("tới đến lên cho các ông bà đồng chí lãnh đạo")
_AGAINST: Final = wordlist("với của phạt")
"""Last words before the one whom a measure concerns: "xử phạt đối với ông A", "thu hồi đất của Công ty B"."""
_MEASURES: Final = frozenset(
    {
        ("xử", "phạt"),
        ("thu", "hồi"),
        ("cưỡng", "chế"),
        ("khám", "xét"),
        ("tố", "cáo"),
        ("đình", "chỉ"),
        ("kiểm", "điểm"),
    }
    | {("xử", "lý"), ("kỷ", "luật"), ("tịch", "thu"), ("thanh", "tra")}
)
"""What a paper can order about someone."""
_INSPECTED: Final = frozenset(
    {("", "tại"), ("", "ở"), ("đối", "với"), ("liên", "quan"), ("quan", "đến"), ("quan", "tới")}
    | {("phạm", "của"), ("điểm", "của"), ("sản", "của"), ("thự", "của")}
)
"""Words before the one whom an inspection is about: "kết luận về vi phạm, khuyết điểm của ông A"."""
_OF_HOUSEHOLDS: Final = wordlist("gia đình hộ tài sản ông bà đồng chí")
_LINKS: Final = wordlist(", ; và cùng các ông bà đồng chí")
_LONGEST_LINK: Final = 4
_REACH: Final = 60
"""Tokens after the verb in which those are named to whom a paper goes: keeps hostile text linear."""
_OF_TITLES: Final = frozenset({"chinh-phu", "nha-nuoc", "quoc-hoi"})
"""Types of bodies of which "Thủ tướng", "Chủ tịch nước" are no agents: they sign in their own name."""


def paper_parts(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Note the body in whose name or for which a paper is signed, to whom it goes, and whom its measure concerns."""
    span = story.passage.sentence_span(telling.begin)
    for body in _for_whom(telling, story) or _in_whose_name(telling, story):
        if body.organisation is not None:
            occasion.take_part(body.organisation, Function.ORGANISER, span)
    for function, actors in (
        (Function.RECIPIENT, _addressed(telling, story)),
        (Function.SUBJECT, _concerned(telling, story)),
    ):
        for actor in actors:
            who = actor.person or actor.organisation
            if who is not None and all(key != who.key for _, key, _ in occasion.parts):
                occasion.take_part(who, function, span)


def inspected(occasion: Occasion, telling: Telling, story: Story) -> None:
    """Note whom an inspection is about, where its words name no one: "thanh tra việc sử dụng đất tại Công ty A"."""
    if occasion.has(Function.SUBJECT):
        return
    keys = story.passage.keys
    stop = _stop(telling, story)
    named = (one for one in story.between(telling.head_end, stop) if not one.office_only)
    there = next((one for one in named if _before(keys, one.begin) in _INSPECTED), None)
    for actor in _listed([there], story, stop) if there is not None else ():
        who = actor.person or actor.organisation
        if who is not None and all(key != who.key for _, key, _ in occasion.parts):
            occasion.take_part(who, Function.SUBJECT, story.passage.sentence_span(telling.begin))


def _before(keys: Sequence[str], at: int) -> tuple[str, str]:
    """Return the last words before whoever is named at `at`, "gia đình" and the like aside."""
    while at > 2 and keys[at - 1] in _OF_HOUSEHOLDS:
        at -= 1
    return ("", keys[at - 1]) if keys[at - 1] in ("tại", "ở") else (keys[at - 2], keys[at - 1])


def _in_whose_name(telling: Telling, story: Story) -> list[Actor]:
    """Return the one body of the office that stands with the name of who signs."""
    named = story.between(*telling.subject) if telling.subject else []
    bodies = [one for one in named if one.organisation is not None and one.organisation.type not in _OF_TITLES]
    if len(bodies) != 1 or not bodies[0].office_only or not any(one.person is not None for one in named):
        return []
    return bodies


def _for_whom(telling: Telling, story: Story) -> list[Actor]:
    """Return the bodies for which someone signs: "thay mặt Chính phủ, Phó Thủ tướng A ký ban hành Nghị định"."""
    first = max(story.passage.sentences[telling.sentence][0], telling.head_end - _REACH)
    return for_whom(story, first, telling.head_end)


def _addressed(telling: Telling, story: Story) -> list[Actor]:
    """Return those named after "gửi", "trình", "lên": "có văn bản gửi Bộ A và Bộ B"."""
    keys = story.passage.keys
    stop = _stop(telling, story)
    for at in range(telling.head_end - 1, stop):
        if keys[at] in _TO and keys[at - 1] not in _IN_WORDS:
            after = at + 1
            while after < stop and keys[after] in _CALLED:
                after += 1
            here = [one for one in story.between(at + 1, after + 1) if not one.office_only]
            if here:
                return _listed(here, story, stop)
    return []


def _concerned(telling: Telling, story: Story) -> list[Actor]:
    """Return those whom the measure of a paper concerns: "ra quyết định xử phạt hành chính đối với ông A"."""
    keys = story.passage.keys
    stop = _stop(telling, story)
    measure = next((at for at in range(telling.head_end, stop - 1) if (keys[at], keys[at + 1]) in _MEASURES), None)
    if measure is None:
        return []
    named = (one for one in story.between(measure, stop) if not one.office_only and keys[one.begin - 1] in _AGAINST)
    first = next(named, None)
    return _listed([first], story, stop) if first is not None else []


def _stop(telling: Telling, story: Story) -> int:
    return min(story.passage.limit(telling.begin), telling.head_end + _REACH)


def _listed(first: Sequence[Actor], story: Story, stop: int) -> list[Actor]:
    """Return the actors with those whom a list adds to them: "Bộ A, Bộ B và ông C"."""
    found = list(first)
    for actor in story.between(found[-1].end, stop):
        words = story.passage.keys[found[-1].end : actor.begin]
        if not actor.office_only and not (words and len(words) <= _LONGEST_LINK and _LINKS.issuperset(words)):
            break
        if not actor.office_only:
            found.append(actor)
    return found
