"""Where an occasion takes place, as its sentence says: the place it names, unless that is of something else."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from lienket.extract.grammar.readings import PlaceReading
from lienket.extract.jurisdiction import Unit
from lienket.extract.occasions.houses import AT, FOR, VOTERS, house_at, houses, named_places
from lienket.extract.occasions.occasions import GOING, Telling
from lienket.extract.story import Story
from lienket.language.wordlist import wordlist
from lienket.model import EventType, PartialDate

_AT_AND_FOR: Final = AT | FOR
_AT_OR_IN: Final = AT | {"trên"}
"""Words before where something is looked into: "kiểm tra tại xã X", "trên địa bàn xã X"."""
_AT_OR_PAST: Final = _AT_OR_IN | wordlist("qua thuộc dân")
"""Words before where something happens: "đoạn qua xã X", "trên địa bàn xã X", "người dân xã X vây nhà máy"."""
_BEFORE: Final = {
    EventType.INCIDENT: _AT_OR_PAST,
    EventType.INSPECTION: _AT_OR_IN,
    EventType.VISIT: _AT_OR_IN,
    EventType.CONTEST: AT | {"dân"},
}
_GIVING: Final = frozenset({EventType.CAMPAIGN, EventType.CEREMONY})
_INTO: Final = wordlist("thăm tới đến")
"""Words before a house to which someone goes."""
_TOWARDS: Final = _INTO | wordlist("sang lên về xuống thức nghị tri")
"""Words before where someone goes: "thăm", "thăm chính thức", "thăm hữu nghị", "đến", "tiếp xúc cử tri" …"""
_OF_STATE: Final = frozenset({"nước"})
"""Last syllable before the country of a visit: "thăm cấp nhà nước", not of a meeting with "Chủ tịch nước"."""
_TREATED: Final = "trị"
"""Last syllable before "tại" and the hospital in which those lie whom someone visits: "đang điều trị tại"."""
_CONSTITUENCY: Final = ("đơn", "vị", "bầu", "cử")
"""What stands with its number before where those live whom their delegates meet: "đơn vị bầu cử số 1 tỉnh X"."""
_ON_PAPER: Final = frozenset({EventType.SIGNING, EventType.APPOINTMENT})
"""Types of what is done on paper: a place named after is one that the paper deals with."""
_TALKS: Final = frozenset({EventType.CONFERENCE, EventType.CONGRESS, EventType.MEETING})
"""Types of occasions at which people speak of other places."""
_HELD: Final = wordlist("ra chức xảy mặt họp việc")
"""Words before "ở" where it says where something is held: "diễn ra ở", "tổ chức ở", "họp ở"."""
_AT_THE: Final = wordlist("tại trong")
"""Words before the name of an occasion at which someone says something: "Tại cuộc họp, ông A yêu cầu …"."""
_HAPPEN: Final = ("xảy", "ra")
_HOURS: Final = wordlist("sáng trưa chiều tối nay qua")
_STAYING: Final = wordlist("sinh trú tác trị sống quê")
"""Words before "tại" where it says where someone lives, works or died: "hy sinh tại", "thường trú tại"."""
_WINDOW: Final = 120
"""Tokens around a telling in which its place may stand: keeps hostile text linear."""
_HOLDING: Final = wordlist("đã sẽ vừa cũng long trọng tổ chức khai mạc mở")
"""Words between a place as holder and what it holds: "tỉnh X đã long trọng tổ chức lễ …"."""
_NEAR: Final = 12
"""Tokens at the begin of a text, or before an occasion, in which its day or its holder stands."""


def told_place(telling: Telling, story: Story) -> Unit | None:
    """Return the place that the sentence of a telling names: nearest after its begin, else nearest before it."""
    first, limit = story.passage.sentences[telling.sentence]
    first, limit = max(first, telling.begin - _WINDOW), min(limit, telling.end + _WINDOW)
    if telling.head.type in GOING:
        start = telling.subject[1] if telling.subject is not None else telling.begin
        start = max((at for at in range(start, telling.head_end) if story.passage.keys[at] == ";"), default=start)
        towards = _TOWARDS | _OF_STATE if telling.head.type is EventType.VISIT else _TOWARDS
        visited = (*named_places(story, start, telling.end, towards | AT), *_entered(story, telling, start, limit))
        if visited:
            return min(visited, key=lambda one: one[0])[1]
    before = _AT_AND_FOR if telling.head.type in _GIVING else _BEFORE.get(telling.head.type, AT)
    named = (*named_places(story, first + 1, limit, before), *houses(story, first + 1, limit))
    found = sorted((one for one in named if not _of_something_else(story, telling, one[0])), key=lambda one: one[0])
    verb = telling.begin if telling.subject is None else telling.subject[1]
    after = [unit for begin, unit in found if begin >= verb and not _elsewhere(story, telling, begin)]
    found = [one for one in found if one[0] < verb]
    if telling.head.type is EventType.INCIDENT and telling.head.kind == "noun":
        found = [one for one in found if not any(who.person for who in story.between(one[0], telling.begin))]
    fronted = [unit for begin, unit in found if _fronted(story, first, begin)]
    nearest = fronted[0] if fronted else after[0] if after else found[-1][1] if found else None
    return nearest or _holder(story, telling) or _constituency(story, telling)


def lies_in(place: Unit, outer: Unit) -> bool:
    """Tell whether a place lies in another, as far as the text or the reference data say."""
    while place.within is not None:
        place = place.within
        if place == outer:
            return True
    return False


def may_lie_in(place: Unit, district: Unit) -> bool:
    """Tell whether a commune whose district nothing tells may be one of a district of its province."""
    if place.level != "commune" or district.level != "district":
        return False
    return place.within is None or lies_in(district, place.within)


def _holder(story: Story, telling: Telling) -> Unit | None:
    """Return the place that holds an occasion itself: "tỉnh X tổ chức lễ …"."""
    begin = telling.begin
    while begin > 0 and story.passage.keys[begin - 1] in _HOLDING:
        begin -= 1
    if begin == telling.begin:
        return None
    before = story.readings_in(max(0, begin - _NEAR), begin)
    last = before[-1] if before else None
    if not isinstance(last, PlaceReading) or last.end != begin or story.passage.keys[last.begin - 1] == "và":
        return None
    return story.gazetteer.unit(last)


def _constituency(story: Story, telling: Telling) -> Unit | None:
    """Return where the voters live whom delegates meet: "đại biểu đơn vị bầu cử số 1 tỉnh X tiếp xúc cử tri"."""
    keys = story.passage.keys
    if VOTERS not in keys[telling.begin : telling.head_end]:
        return None
    places = (one for one in story.readings_in(telling.begin, telling.head_end) if isinstance(one, PlaceReading))
    numbered = (one for one in places if tuple(keys[one.begin - 6 : one.begin - 2]) == _CONSTITUENCY)
    return next((story.gazetteer.unit(one) for one in numbered), None)


def _entered(story: Story, telling: Telling, start: int, limit: int) -> Iterator[tuple[int, Unit]]:
    """Yield the houses to which someone goes: "đến Bệnh viện X thăm …"; one who meets another visits it besides."""
    words = _INTO - {"thăm"} if telling.head.type is EventType.MEETING else _INTO
    stop = telling.end
    for at in range(start, stop):
        if story.passage.keys[at - 1] in words and (venue := house_at(story, at, limit)) is not None:
            yield at, venue


def _fronted(story: Story, first: int, at: int) -> bool:
    """Tell whether "tại" and a place stand before all that a sentence tells: "Sáng 3/5, tại X, …"."""
    keys = story.passage.keys
    return keys[at - 1] == "tại" and all(keys[index] == "," or story.dated(index) for index in range(first, at - 1))


def _of_something_else(story: Story, telling: Telling, at: int) -> bool:
    """Tell whether a place is where someone lives, or stands in a title that the occasion's name quotes."""
    keys = story.passage.keys
    quoted = telling.head_end <= at < telling.end and not {"“", '"'}.isdisjoint(keys[telling.head_end : at])
    visited = telling.head.type is EventType.VISIT and keys[at - 2] == _TREATED
    return (keys[at - 2] in _STAYING and not visited) or quoted


def _elsewhere(story: Story, telling: Telling, at: int) -> bool:
    """Tell whether a place is of what an occasion deals with: "họp báo về lô đất ở X", "…, bàn về nhà máy ở Y".

    So is one named in what is said there: "Tại cuộc họp, ông A yêu cầu điều tra việc xả lũ tại X".
    """
    keys = story.passage.keys
    incident = telling.head.type is EventType.INCIDENT
    if _happened(story, at):
        return not incident
    if _held(story, at):
        return False
    talks = telling.head.type in _TALKS
    if (talks and "khi" in keys[telling.end : at]) or (telling.head.type in _ON_PAPER and telling.head.kind == "verb"):
        return True
    if keys[telling.begin - 1] in _AT_THE and "," in keys[telling.end : at - 2]:
        comma = keys.index(",", telling.end)
        if story.between(comma, at - 1):
            return True
    if incident or keys[at - 1] != "ở":
        return False
    talks = talks and at - 1 != telling.head_end  # "tại họp báo ở Hà Nội"
    return talks or (telling.end <= at and "," in keys[telling.end : at])


def _held(story: Story, at: int) -> bool:
    """Tell whether the words before a place say that something is held there: "diễn ra tại X", "ngày 3/5 tại X"."""
    before = _before_day(story, at)
    return story.passage.keys[before] in _HELD or (before < at - 2 and story.passage.keys[before] != ",")


def _happened(story: Story, at: int) -> bool:
    """Tell whether the words before a place say that something happened there: "xảy ra ngày 3/5 tại X"."""
    before = _before_day(story, at)
    return tuple(story.passage.keys[before - 1 : before + 1]) == _HAPPEN


def _before_day(story: Story, at: int) -> int:
    """Return the token before "tại" and the place at `at`, a day between them aside: "diễn ra [sáng 3/5] tại X"."""
    before = at - 2
    while before > 0 and (story.dated(before) or story.passage.keys[before] in _HOURS):
        before -= 1
    return before


def opened_at(story: Story) -> tuple[PartialDate, Unit] | None:
    """Return the day and place with which the first sentence of the text opens: "Sáng 3/5, tại Nhà hát X, …"."""
    for first, limit in story.passage.sentences[: story.lead]:
        if first < story.title_end:
            continue
        days = [one for one in story.dates_in(first, min(limit, first + _NEAR)) if one.start is not None]
        place = place_at_opening(story, first, limit)
        if days and days[0].start is not None and place is not None:
            return days[0].start, place
    return None


def place_at_opening(story: Story, first: int, limit: int) -> Unit | None:
    """Return the place with which a sentence from `first` to `limit` opens, its day aside: "Tại Nhà hát X, …"."""
    limit = min(limit, first + _WINDOW)
    named = sorted((*named_places(story, first + 1, limit, AT), *houses(story, first + 1, limit)), key=itemgetter(0))
    return next((unit for begin, unit in named if _fronted(story, first, begin)), None)
