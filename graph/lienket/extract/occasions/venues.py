"""Where an occasion takes place: the place its sentence names, the seat of who holds it, the country visited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from lienket.extract.grammar.readings import AgencyReading, PlaceReading
from lienket.extract.jurisdiction import Unit, province_of
from lienket.extract.occasions.labels import venue_end
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.organisations import Organisation
from lienket.extract.story import Story
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType, Function, PartialDate
from lienket.reference.events import event_heads
from lienket.reference.lexicon import lexicon

_SIGHTED: Final = attrgetter("at")
_AT: Final = frozenset({"tại", "ở"})
_FOR: Final = wordlist("dân lũ con hạn vùng sinh nghèo")
_AT_AND_FOR: Final = _AT | _FOR
"""Words before where those live to whom something is given: "cho người dân xã X"."""
_AT_OR_PAST: Final = _AT | wordlist("qua thuộc bàn dân")
"""Words before where something happens: "đoạn qua xã X", "trên địa bàn xã X", "người dân xã X vây nhà máy"."""
_GIVING: Final = frozenset({EventType.CAMPAIGN, EventType.CEREMONY})
_TOWARDS: Final = wordlist("thăm tới đến sang lên về xuống thức nghị")
"""Words before where someone goes: "thăm", "thăm chính thức", "thăm hữu nghị", "đến", "lên" …"""
_GOING: Final = frozenset({EventType.VISIT, EventType.INSPECTION, EventType.MEETING})
_TALKS: Final = frozenset({EventType.CONFERENCE, EventType.CONGRESS, EventType.MEETING})
"""Types of occasions at which people speak of other places."""
_HELD: Final = wordlist("ra chức xảy mặt họp việc")
"""Words before "ở" where it says where something is held: "diễn ra ở", "tổ chức ở", "họp ở"."""
_STAYING: Final = wordlist("sinh trú tác trị sống quê")
"""Words before "tại" where it says where someone lives, works or died: "hy sinh tại", "thường trú tại"."""
_WINDOW: Final = 120
"""Tokens around a telling in which its place may stand: keeps hostile text linear."""
_MANY: Final = 5
"""Provinces named in an article that goes from one to the next."""
_LOOKED_AT: Final = 8
"""Tellings of an occasion of which the provinces are looked at."""
_HOUSES: Final = ("benh-vien", "truong", "dai-hoc", "hoc-vien")
"""Begins of the types of bodies that are houses themselves."""
_HOUSE: Final = 12
"""Tokens from "tại" over the name of a house to the place in which it stands: "tại Trung tâm X (huyện Y)"."""
_OFFICES: Final = frozenset({("trụ", "sở"), ("hội", "trường"), ("văn", "phòng"), ("khuôn", "viên")})
_VENUES: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("trung tâm", "nhà hát", "nhà văn hóa", "nhà thi đấu", "nhà tưởng niệm", "nhà khách", "nhà trắng", "nhà máy"),
        *("nhà ga", "cung", "hội trường", "trụ sở", "văn phòng", "tòa nhà", "khách sạn", "bệnh viện", "trường"),
        *("đại học", "học viện", "thư viện", "bảo tàng", "công viên", "quảng trường", "sân vận động", "sân bay"),
        *("cảng", "bến", "ga", "cửa khẩu", "chợ", "chùa", "đền", "lăng", "dinh", "phủ chủ tịch", "phủ thủ tướng"),
        *("đại lễ đường", "đại sứ quán", "tượng đài", "đài tưởng niệm", "nghĩa trang", "di tích", "khu di tích"),
        *("khu đô thị", "khu công nghiệp", "khu", "chung cư", "đảo", "bãi biển", "cầu", "hồ", "đèo", "thác"),
        *("ngã tư", "thôn", "bản", "làng", "ấp", "buôn", "khóm", "xóm", "tổ dân phố"),
    )
)
"""First words of houses and grounds at which occasions are held."""
_SHORTEST: Final = 2
"""Letters that an abbreviation of a body has more than: "UBND", "VHTTDL"."""
_DIPLOMACY: Final = frozenset({"tiếp", "tiếp đón", "đón tiếp", "chào", "chào xã giao", "yết kiến", "điện đàm", "gặp"})
"""Heads of meetings that are held wherever the host resides."""


def told_place(telling: Telling, story: Story) -> Unit | None:
    """Return the place that the sentence of a telling names: nearest after its begin, else nearest before it."""
    first, limit = story.passage.sentences[telling.sentence]
    first, limit = max(first, telling.begin - _WINDOW), min(limit, telling.end + _WINDOW)
    if telling.head.type in _GOING:
        start = telling.subject[1] if telling.subject is not None else telling.begin
        visited = [unit for _, unit in _named(story, start, telling.end, _TOWARDS | _AT)]
        if visited:
            return visited[0]
    incident = telling.head.type is EventType.INCIDENT
    before = _AT_AND_FOR if telling.head.type in _GIVING else _AT_OR_PAST if incident else _AT
    named = (*_named(story, first + 1, limit, before), *_houses(story, first + 1, limit))
    found = sorted((one for one in named if not _of_something_else(story, telling, one[0])), key=lambda one: one[0])
    after = [unit for begin, unit in found if begin >= telling.begin and not _elsewhere(story, telling, begin)]
    found = [one for one in found if one[0] < telling.begin]
    fronted = [unit for begin, unit in found if _fronted(story, first, begin)]
    return fronted[0] if fronted else after[0] if after else found[-1][1] if found else None


def _fronted(story: Story, first: int, at: int) -> bool:
    """Tell whether "tại" and a place stand before all that a sentence tells: "Sáng 3/5, tại X, …"."""
    keys = story.passage.keys
    return keys[at - 1] == "tại" and all(keys[index] == "," or story.dated(index) for index in range(first, at - 1))


def several_provinces(story: Story) -> bool:
    """Tell whether an article goes from province to province: two nearly as often, or many."""
    provinces = story.gazetteer.by_level.get("province", ())
    return story.gazetteer.several or len({one.unit for one in provinces}) >= _MANY


def provinces_named(story: Story, sentence: int) -> set[Unit]:
    """Return the provinces that a sentence names, by themselves or by what lies in them."""
    first, limit = story.passage.sentences[sentence]
    sightings = story.gazetteer.sightings
    here = sightings[bisect_left(sightings, first, key=_SIGHTED) : bisect_left(sightings, limit, key=_SIGHTED)]
    return {province for one in here if (province := province_of(one.unit)) is not None}


def _of_something_else(story: Story, telling: Telling, at: int) -> bool:
    """Tell whether a place is where someone lives, or stands in a title that the occasion's name quotes."""
    keys = story.passage.keys
    quoted = telling.head_end <= at < telling.end and not {"“", '"'}.isdisjoint(keys[telling.head_end : at])
    return keys[at - 2] in _STAYING or quoted


def _elsewhere(story: Story, telling: Telling, at: int) -> bool:
    """Tell whether a place is of what an occasion deals with: "họp báo về lô đất ở X", "…, bàn về nhà máy ở Y"."""
    keys = story.passage.keys
    if telling.head.type is EventType.INCIDENT or keys[at - 1] != "ở" or keys[at - 2] in _HELD:
        return False
    talks = telling.head.type in _TALKS and at - 1 != telling.head_end  # "tại họp báo ở Hà Nội"
    return talks or (telling.end <= at and "," in keys[telling.end : at])


def _named(story: Story, start: int, stop: int, before: frozenset[str]) -> Iterator[tuple[int, Unit]]:
    """Yield the places and countries of tokens `start` to `stop` that stand right after a word of `before`."""
    keys = story.passage.keys
    for reading in story.readings_in(start, stop):
        if isinstance(reading, PlaceReading) and keys[reading.begin - 1] in before:
            unit = story.gazetteer.unit(reading)
            if unit is not None:
                yield reading.begin, unit
    countries = lexicon().countries
    for at in range(start, stop):
        if keys[at - 1] in before - _FOR and story.passage.capital(at):
            country = countries.longest(keys, at, story.passage.limit(at))
            if country is not None and country[1].kind == "country":
                yield at, Unit(None, country[1].name, None)


def _venue(story: Story, at: int, limit: int) -> Unit | None:
    """Read the house or ground named at token `at`: "Trung tâm Hội nghị quốc gia", "trụ sở Bộ X", "Quảng trường Y"."""
    passage = story.passage
    if _VENUES.longest(passage.keys, at, limit) is None:
        return None
    end = min(venue_end(passage, at), limit)
    inner = [one for one in story.readings_in(at, end) if one.end > end and isinstance(one, AgencyReading)]
    end = inner[-1].end if inner else end
    if not any(passage.capital(index) for index in range(at + 1, end)):
        return None
    name = _house_name(story, at, end)
    bodies = [one.organisation for one in story.between(at, end) if one.organisation is not None]
    named = [reading for reading in story.readings_in(at, end + 2) if isinstance(reading, PlaceReading)]
    places = [unit for reading in named if (unit := story.gazetteer.unit(reading)) is not None]
    within = places[0] if places else bodies[0].jurisdiction if bodies else None
    return Unit(None, name[0].upper() + name[1:], None, within=within)


def _house_name(story: Story, at: int, end: int) -> str:
    """Return the name of a house at tokens `at` to `end`, an abbreviated body in it spelt out: "trụ sở UBND xã"."""
    bodies = [one for one in story.between(at + 1, end) if one.organisation is not None and one.end == end]
    printed = story.passage.slice(bodies[0].begin, end) if bodies else ""
    short = any(word.isupper() and len(word) > _SHORTEST for word in printed.split())
    if not short or bodies[0].organisation is None:
        return story.passage.slice(at, end)
    return f"{story.passage.slice(at, bodies[0].begin)} {bodies[0].organisation.name}"


def _houses(story: Story, start: int, stop: int) -> Iterator[tuple[int, Unit]]:
    """Yield the places of bodies and houses at which something is: "tại UBND huyện X", "tại Nhà hát Y (tỉnh Z)"."""
    keys = story.passage.keys
    for at in range(start, stop):
        if keys[at - 1] in _AT and (venue := _venue(story, at, stop)) is not None:
            yield at, venue
    for actor in story.between(start, stop):
        at = actor.begin - 2 if tuple(keys[actor.begin - 2 : actor.begin]) in _OFFICES else actor.begin
        where = actor.organisation.jurisdiction if actor.organisation is not None else None
        if where is not None and keys[at - 1] in _AT and not actor.office_only:
            yield actor.begin, where
    for reading in story.readings_in(start, stop):
        if isinstance(reading, PlaceReading) and keys[reading.begin - 1] in ("(", ",") and reading.name is not None:
            unit = story.gazetteer.unit(reading)
            if unit is not None and _after_a_house(story, max(start, reading.begin - _HOUSE), reading.begin):
                yield reading.begin, unit


def _after_a_house(story: Story, start: int, stop: int) -> bool:
    """Tell whether tokens `start` to `stop` hold "tại" and the name of a house, and no comma before its end."""
    keys = story.passage.keys
    for at in range(stop - 2, start - 1, -1):
        if keys[at] in (",", ";", "("):
            return False
        if keys[at] in _AT:
            return event_heads().longest(keys, at + 1, stop) is None and any(
                story.passage.capital(index) for index in range(at + 1, stop)
            )
    return False


def seat(occasion: Occasion, story: Story) -> Unit | None:
    """Return the place of the bodies that hold the occasion; where none does, the one province of the article."""
    bodies = [
        (who.jurisdiction, function)
        for (_, _, function), (who, _) in occasion.parts.items()
        if isinstance(who, Organisation)
    ]
    holders = {unit for unit, function in bodies if function is Function.ORGANISER}
    if holders:
        return _own_house(occasion) or (holders.pop() if len(holders) == 1 else None)
    there = {unit for unit, function in bodies if function is Function.ATTENDEE}
    if len(there) == 1 and occasion.type in _GOING and occasion.head not in _DIPLOMACY and None not in there:
        return there.pop()
    if (
        occasion.in_passing
        or occasion.head in _DIPLOMACY
        or occasion.head.startswith(("hội đàm", "hội kiến", "chuyến"))
    ):
        return None
    known = not story.gazetteer.several and story.home_in_lead()
    home = story.gazetteer.home if known else None
    named = {unit for one in occasion.tellings[:_LOOKED_AT] for unit in provinces_named(story, one.sentence)}
    return home if not named or home in named else None


def _own_house(occasion: Occasion) -> Unit | None:
    """Return the hospital or school that alone holds a ceremony: it holds it at its own place."""
    holders = [
        who
        for (_, _, function), (who, _) in occasion.parts.items()
        if function is Function.ORGANISER and isinstance(who, Organisation)
    ]
    house = len(holders) == 1 and (holders[0].type or "").startswith(_HOUSES)
    if not house or occasion.type is not EventType.CEREMONY:
        return None
    return Unit(None, holders[0].name, None, within=holders[0].jurisdiction)


def within_visits(occasions: Sequence[Occasion]) -> None:
    """Give what the visitor does on the one visit of the article the country, and the month, of the visit."""
    visits = [
        one
        for one in occasions
        if one.journey and one.place is not None and one.place.level is None and not one.background
    ]
    if len(visits) != 1:
        return
    visit = visits[0]
    visitors = {key for kind, key, _ in visit.parts if kind == "person"}
    for occasion in occasions:
        people = {key for kind, key, _ in occasion.parts if kind == "person"}
        if occasion is visit or occasion.type is EventType.APPOINTMENT or not people & visitors:
            continue
        occasion.place = occasion.place or visit.place
        if occasion.start is None:
            occasion.start = _month(visit)


def _month(visit: Occasion) -> PartialDate | None:
    """Return the month in which a visit of several days begins and ends."""
    start, end = visit.start, visit.end
    same = start is not None and end is not None and (start.year, start.month) == (end.year, end.month)
    return PartialDate(year=start.year, month=start.month) if same and start is not None and start.year else None
