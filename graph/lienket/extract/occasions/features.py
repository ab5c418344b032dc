"""What speaks for or against an occasion, as words to be weighed: those around it, names, days and numbers masked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from lienket.extract.grammar.readings import AgencyReading, PersonReading, PlaceReading, Reading
from lienket.extract.occasions.occasions import Occasion
from lienket.extract.story import Actor, Story
from lienket.language.dates import DateMention
from lienket.language.records import record
from lienket.model import PartialDate

_LONGEST: Final = 60
"""Tokens of a sentence that are looked at: keeps hostile text linear."""
_AFTER: Final = 16
"""Masked words after who acts that tell what he did."""
_BEFORE: Final = 12
_PHRASE: Final = 3
"""Masked words in a row that are one feature."""
_NAME: Final = 10
"""Masked words from the begin of an occasion's name that say how it is told."""
_LEADING: Final = 6
_MOST: Final = 3
"""Counts above it tell no more than this one."""
_QUARTERS: Final = 4
_LONG: Final = 40
"""Tokens of a sentence after who acts in it that are many."""


@record()
class Act:
    """A sentence in which someone may have done what is news: who stands first in it, and what it says of him."""

    sentence: int
    first: int
    limit: int
    begin: int
    """Token at which who acts stands, the first of the sentence where nobody does."""
    end: int
    """Token after him, at which what he did begins."""
    subject: Actor | None
    others: tuple[Actor, ...]
    date: DateMention | None
    quoted: bool
    """True where he stands in what someone says."""
    says: bool
    """True where some of the sentence is what someone says."""
    clause: int
    """Token at which the clause begins that tells the act: after "ông A cho biết, …" and the like."""
    told: int | None
    """Token at which what is done begins where its subject tells it: "Công an A cho biết | đã bắt ông B"."""


def of_act(act: Act, occasions: Sequence[Occasion], story: Story) -> set[str]:
    """Return the features of a sentence that tells none of the `occasions` of its article."""
    before = _masked(story, act.first, act.begin, _BEFORE)
    after = _masked(story, act.end, act.limit, _AFTER)
    who = "nobody" if act.subject is None else "person" if act.subject.person is not None else "agency"
    day = str(act.date.kind) if act.date is not None else "none"
    lead, title = act.sentence < story.lead, act.first < story.title_end
    found = {f"who {who}", f"day {day}", f"who and day {who} {day}", f"length {_quarter(act.limit - act.end, _LONG)}"}
    found.add(f"position {_quarter(act.sentence, len(story.passage.sentences))}")
    if title:
        found.add("title")
    if lead:
        found |= {"lead", f"lead day {day}", f"lead who {who}"}
    if act.quoted:
        found.add("quoted")
    if act.says:
        found.add("says")
    found |= set(_beside(act, occasions, story, lead=lead))
    for size in range(1, _PHRASE + 1):
        found.update(f"after {' '.join(phrase)}" for phrase in _phrases(after, size))
    for size in range(1, _PHRASE):
        found.update(f"before {' '.join(phrase)}" for phrase in _phrases(before, size))
    return found


def _beside(act: Act, occasions: Sequence[Occasion], story: Story, *, lead: bool) -> Iterator[str]:
    """Yield how an act goes with the occasions that the article tells besides."""
    told = [one for one in occasions if not one.background]
    yield f"occasions {min(len(told), _MOST)}"
    if not any(story.passage.sentence_of[one.begin] < story.lead for one in told):
        yield "none in lead"
        if lead:
            yield "lead, none in lead"
    mine = {_key(one) for one in (act.subject, *act.others) if one is not None}
    if mine & {key for one in told for _, key, _ in one.parts}:
        yield "same people"
    if act.date is not None and any(one.start == act.date.start for one in told):
        yield "same day"
    yield f"actors {min(len(mine), _MOST)}"


def of_occasion(occasion: Occasion, occasions: Sequence[Occasion], story: Story) -> set[str]:
    """Return the features of one of the `occasions` that the rules read in an article."""
    sentence = story.passage.sentence_of[occasion.begin]
    lead = sentence < story.lead
    kinds = {telling.head.kind if occasion.head else "decision" for telling in occasion.tellings} or {"decision"}
    flags = {
        "background": occasion.background,
        "planned": occasion.planned,
        "title": occasion.in_title,
        "lead": lead,
        "passing": occasion.in_passing,
        "bare": all(telling.bare for telling in occasion.tellings),
        "place": occasion.place is not None,
    }
    found = {name for name, holds in flags.items() if holds}
    found |= {f"head {occasion.head}", f"type {occasion.type}", f"type {occasion.type} {occasion.background}"}
    found |= {f"tellings {min(len(occasion.tellings), _MOST)}", f"day {_precision(occasion.start)}"}
    found.add(f"people {min(len({key for _, key, _ in occasion.parts}), _MOST)}")
    found |= {f"function {function}" for _, _, function in occasion.parts}
    for kind in kinds:
        found |= {f"kind {kind}", f"kind {kind} {occasion.background}", f"kind {kind} {occasion.type}"}
        found.add(f"kind {kind} lead {lead}")
    others = [one for one in occasions if not one.background and one is not occasion]
    found.add(f"others {min(len(others), _MOST)}")
    if any(one.type is occasion.type for one in others):
        found.add("other of its type")
    return found | _around(occasion, sentence, story)


def _around(occasion: Occasion, sentence: int, story: Story) -> set[str]:
    """Return the words with which the first telling of an occasion begins, and those before it."""
    first, limit = story.passage.sentences[sentence]
    name = _masked(story, occasion.begin, limit, _NAME)
    before = _masked(story, max(first, occasion.begin - _LONGEST), occasion.begin, _LONGEST)[-_LEADING:]
    found = {f"word {word}" for word in name} | {f"before {word}" for word in before}
    found |= {f"before {one} {other}" for one, other in pairwise(before)}
    if before:
        found.add(f"last before {before[-1]}")
    return found


def _precision(date: PartialDate | None) -> str:
    if date is None:
        return "none"
    return "day" if date.day is not None else "month" if date.month is not None else "year"


def _key(actor: Actor) -> str:
    who = actor.person or actor.organisation
    return who.key if who is not None else ""


def _quarter(count: int, whole: int) -> int:
    return min(_QUARTERS, _QUARTERS * count // max(1, whole))


def _phrases(words: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (words[at : at + size] for at in range(len(words) - size + 1))


def _masked(story: Story, first: int, stop: int, most: int) -> list[str]:
    """Return the words of tokens `first` to `stop`, at most so many; names, days and numbers by what they are."""
    passage = story.passage
    stop = min(stop, first + _LONGEST)
    named = {one.begin: (one.end, _mask(one)) for one in story.readings_in(first, stop)}
    days = {one.first_token: (one.end_token, one.kind.upper()) for one in story.dates_in(first, stop)}
    words: list[str] = []
    at = first
    while at < stop and len(words) < most:
        key = passage.keys[at]
        end = at + 1
        if at in named:
            end, key = named[at]
        elif at in days:
            end, key = days[at]
        elif key.isdigit():
            key = "NUMBER"
        elif passage.capital(at) and key.isalpha() and passage.sentences[passage.sentence_of[at]][0] != at:
            key = "NAME"
        words.append(key)
        at = max(at + 1, end)
    return words


def _mask(reading: Reading) -> str:
    if isinstance(reading, PlaceReading):
        return "PLACE"
    if isinstance(reading, AgencyReading):
        return "AGENCY"
    return "PERSON" if isinstance(reading, PersonReading) and reading.name is not None else "OFFICE"
