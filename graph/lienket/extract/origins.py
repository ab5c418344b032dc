"""When someone was born and where they come from, as told beside their name: "ông A (sinh năm 1960, quê Nam Định)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.places import place
from lienket.extract.grammar.readings import PersonReading
from lienket.extract.jurisdiction import Unit, province_of
from lienket.extract.offices.takers import KIN, PRONOUNS
from lienket.extract.story import Story
from lienket.language.dates import DateMention, is_born
from lienket.language.records import record
from lienket.language.wordlist import positions, wordlist
from lienket.model import PartialDate

_YEARS: Final = range(1800, 2100)
_BORN: Final = ("sinh", "sn")
_OF_HOME: Final = wordlist("quán gốc nội : ở tại")
"""Words between "quê" or "nguyên quán" and the place."""
_BESIDE: Final = wordlist(
    ", ( ) - – — : ; năm nay tuổi hiện sinh sn ngày tháng quê nguyên quán gốc nội ở tại là trú ngụ"
    " dân tộc kinh giới tính nam nữ có trình độ học vị hàm tiến thạc cử nhân sĩ kỹ sư phó giáo sư"
)
"""Words that may stand between someone and what is told of their birth, beside places, offices and numbers."""
_WHICH_KIN: Final = wordlist("của nội ngoại đẻ nuôi họ cả út lớn đầu thứ")
"""Words after one for a relative: "em họ", "con thứ hai của"."""
_FURTHEST: Final = 40
"""Tokens between someone and what is told of them, at most."""
_FEMALE: Final = wordlist("bà chị cô")
_MALE: Final = wordlist("ông anh")


@record()
class Home:
    """Where someone comes from, and the tokens that name it."""

    unit: Unit
    begin: int
    end: int


@record()
class OriginReading:
    """What one sentence tells of someone's birth and home; one of the two at least."""

    someone: Someone
    born: PartialDate | None
    home: Home | None
    at: int
    """The token where it begins."""


@record()
class _Told:
    """A date or place of birth, or a home, of which token `at` tells."""

    at: int
    born: PartialDate | None = None
    home: Home | None = None
    birthplace: bool = False


def origins(story: Story, births: Iterable[DateMention]) -> list[OriginReading]:
    """Return what the text tells of people's births and homes, in text order; `births` are the dates of birth."""
    found: dict[tuple[str, int], OriginReading] = {}
    for told in sorted(_told(story, births), key=lambda one: (one.at, one.birthplace)):
        someone = _whose(story, told.at)
        if someone is None:
            continue
        key = (someone.key, story.passage.sentence_of[told.at])
        before = found.get(key)
        if before is None:
            found[key] = OriginReading(someone, told.born, told.home, told.at)
        else:
            home = before.home if told.birthplace or told.home is None else told.home
            found[key] = OriginReading(someone, before.born or told.born, home or told.home, before.at)
    return list(found.values())


def _told(story: Story, births: Iterable[DateMention]) -> Iterator[_Told]:
    passage = story.passage
    by_begin = {one.first_token: one for one in births}
    for word in _BORN:
        for at in positions(passage.keys, word):
            read = _born(story, at, by_begin)
            if read is not None:
                end, born = read
                yield _Told(at, born=born)
                where = end + (passage.key(end) == ",")
                if word == _BORN[0] and passage.key(where) == "tại" and (home := _home(story, where + 1)) is not None:
                    yield _Told(at, home=home, birthplace=True)
    for at in positions(passage.keys, "quê") + positions(passage.keys, "nguyên"):
        if passage.key(at) == "nguyên" and passage.key(at + 1) != "quán":
            continue
        where = at + 1
        while passage.key(where) in _OF_HOME:
            where += 1
        home = _home(story, where)
        if home is not None:
            yield _Told(at, home=home)


def _born(story: Story, at: int, births: dict[int, DateMention]) -> tuple[int, PartialDate] | None:
    """Return the date after "sinh" or "SN" at token `at`, with the token after it."""
    passage = story.passage
    if passage.key(at) == "sinh" and not is_born(passage.tokens, at):
        return None
    for first in (at + 1, at + 2):
        mention = births.get(first)
        if mention is not None and mention.start is not None and mention.start.year in _YEARS:
            return mention.end_token, mention.start
    first = at + 1 + (passage.key(at + 1) == "năm")
    year = passage.key(first)
    if len(year) == 4 and year.isdecimal() and int(year) in _YEARS:
        return first + 1, PartialDate(year=int(year))
    return None


def _home(story: Story, at: int) -> Home | None:
    """Return the place named at token `at`, if its words alone tell the province."""
    reading = place(story.passage, at) if at < len(story.passage) else None
    if reading is None or reading.name is None:
        return None
    unit = story.gazetteer.by_words(reading)
    outer = unit
    while outer is not None and province_of(outer) is None:
        outer = outer.within
    return Home(unit, reading.begin, reading.end) if unit is not None and outer is not None else None


def _whose(story: Story, at: int) -> Someone | None:
    """Return whose birth or home is told at token `at`: who is named right before, or in the sentence before."""
    passage = story.passage
    first = passage.sentences[passage.sentence_of[at]][0]
    readings = [one for one in story.readings_in(first, at) if isinstance(one, PersonReading)]
    named = [one for one in readings if one.name is not None and one.name.end <= at]
    if named:
        last = named[-1]
        assert last.name is not None
        if _of_kin(passage.keys, last.begin) or not _beside(story, last.name.end, at, last.end):
            return None
        return story.person_of(last)
    if passage.key(first) in PRONOUNS and not readings and _beside(story, first + 1, at, first + 1):
        return _subject_before(story, first)
    return None


def _of_kin(keys: Sequence[str], begin: int) -> bool:
    """Tell whether who is named at token `begin` may but tell whose relative is meant: "con thứ hai của ông A"."""
    at = begin - 1
    while at > 0 and (keys[at] in _WHICH_KIN or keys[at - 1] == "thứ"):
        at -= 1
    return at >= 0 and (keys[at] in KIN or keys[begin - 1] == "của")


def _beside(story: Story, start: int, at: int, read: int) -> bool:
    """Tell whether tokens `start` to `at` tell nothing but offices (up to `read`), ages, places and the like."""
    if at - max(start, read) > _FURTHEST:
        return False
    keys = story.passage.keys
    index = max(start, min(read, at))
    inside = {token for one in story.readings_in(index, at) for token in range(one.begin, one.end)}
    return all(
        keys[one] in _BESIDE or keys[one][0].isdigit() or one in inside or keys[one - 1] == "tộc"
        for one in range(index, at)
    )


def _subject_before(story: Story, first: int) -> Someone | None:
    """Return the one person whom the sentence before token `first` names, if the pronoun there can mean them."""
    passage = story.passage
    number = passage.sentence_of[first]
    if number == 0:
        return None
    start, end = passage.sentences[number - 1]
    people = {one.person.key: one.person for one in story.between(start, end) if one.person is not None}
    if len(people) != 1:
        return None
    someone = next(iter(people.values()))
    called = {word.lower() for word in someone.honorifics}
    other = _MALE if passage.key(first) in _FEMALE else _FEMALE
    return someone if called.isdisjoint(other) else None
