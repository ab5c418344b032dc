"""Where an occasion takes place: the place its sentence names, the seat of who holds it, the country visited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter, itemgetter
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PlaceReading
from lienket.extract.jurisdiction import Unit, province_of
from lienket.extract.occasions.labels import venue_end
from lienket.extract.occasions.occasions import Occasion, Telling
from lienket.extract.organisations import Organisation
from lienket.extract.story import Story
from lienket.language.records import record
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
_AT_OR_IN: Final = _AT | {"trên"}
"""Words before where something is looked into: "kiểm tra tại xã X", "trên địa bàn xã X"."""
_AT_OR_PAST: Final = _AT_OR_IN | wordlist("qua thuộc dân")
"""Words before where something happens: "đoạn qua xã X", "trên địa bàn xã X", "người dân xã X vây nhà máy"."""
_BEFORE: Final = {EventType.INCIDENT: _AT_OR_PAST, EventType.INSPECTION: _AT_OR_IN}
_GIVING: Final = frozenset({EventType.CAMPAIGN, EventType.CEREMONY})
_INTO: Final = wordlist("thăm tới đến")
"""Words before a house to which someone goes."""
_TOWARDS: Final = _INTO | wordlist("sang lên về xuống thức nghị tri")
"""Words before where someone goes: "thăm", "thăm chính thức", "thăm hữu nghị", "đến", "tiếp xúc cử tri" …"""
_TREATED: Final = "trị"
"""Last syllable before "tại" and the hospital in which those lie whom someone visits: "đang điều trị tại"."""
_VOTERS: Final = "tri"
"""Last syllable of "cử tri", before where those live who are met."""
_CONSTITUENCY: Final = ("đơn", "vị", "bầu", "cử")
"""What stands with its number before where those live whom their delegates meet: "đơn vị bầu cử số 1 tỉnh X"."""
_GOING: Final = frozenset({EventType.VISIT, EventType.INSPECTION, EventType.MEETING})
_CENTRE: Final = frozenset(
    {"bo", "co-quan-ngang-bo", "chinh-phu", "quoc-hoi", "co-quan-cua-quoc-hoi", "co-quan-dang-trung-uong", "nha-nuoc"}
)
"""Types of bodies of the centre, whose decisions are taken in no province."""
_BY_BODIES: Final = frozenset({EventType.CONGRESS, EventType.APPOINTMENT, EventType.SIGNING})
_INDOORS: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CEREMONY, EventType.SIGNING})
"""Types of occasions at which officials of a province meet there."""
_ON_PAPER: Final = frozenset({EventType.SIGNING, EventType.APPOINTMENT})
"""Types of what is done on paper: a place named after is one that the paper deals with."""
_TALKS: Final = frozenset({EventType.CONFERENCE, EventType.CONGRESS, EventType.MEETING})
"""Types of occasions at which people speak of other places."""
_HELD: Final = wordlist("ra chức xảy mặt họp việc")
"""Words before "ở" where it says where something is held: "diễn ra ở", "tổ chức ở", "họp ở"."""
_AT_THE: Final = wordlist("tại trong")
"""Words before the name of an occasion at which someone says something: "Tại cuộc họp, ông A yêu cầu …"."""
_OCCASION: Final = wordlist("buổi cuộc")
"""Words that name an occasion right after a house, where a caption has lost its end."""
_HAPPEN: Final = ("xảy", "ra")
_HOURS: Final = wordlist("sáng trưa chiều tối nay qua")
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
_SEATED: Final = (
    *("bo", "co-quan-ngang-bo", "co-quan-thuoc-chinh-phu", "van-phong", "tong-cuc", "cuc", "vien", "dai-hoc"),
    *("truong", "hoc-vien", "benh-vien", "thong-tan-xa", "dai-truyen-hinh", "kiem-toan-nha-nuoc"),
)
"""Begins of the types of central bodies whose names stand for their houses: "họp tại Bộ X", not "tại Quốc hội"."""
_AREAS: Final = frozenset({("khu", "vực"), ("địa", "bàn"), ("địa", "phận"), ("địa", "điểm"), ("vùng", "biển")})
"""Words between "tại" and a place that say no more than that it is about there."""
_NUMBERED: Final = wordlist("tổ số thôn ấp khu xóm đội khóm")
"""Words whose number stands between "tại" and a place: "tại tổ 4, tổ 5 phường X"."""
_CAPITAL: Final = ("thủ", "đô")
_LONGEST_CITY: Final = 3
_HOLDING: Final = wordlist("đã sẽ vừa cũng long trọng tổ chức khai mạc mở")
"""Words between a place as holder and what it holds: "tỉnh X đã long trọng tổ chức lễ …"."""
_VENUES: Final = Trie(
    (tuple(form.split()), None)
    for form in (
        *("nhà quốc hội", "nhà sàn", "nhà thờ", "nhà hàng", "điểm thi", "khu nhà sàn", "sảnh", "đồi", "núi", "đập"),
        *("trạm", "bãi rác", "quân cảng", "bán đảo", "nút giao", "vòng xoay"),
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
_LEVELS: Final = wordlist("tỉnh phố huyện quận xã phường")
"""Last syllables of the names of bodies that leave out of what place they are: "trụ sở Công an tỉnh"."""
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
        start = max((at for at in range(start, telling.head_end) if story.passage.keys[at] == ";"), default=start)
        visited = (*_named(story, start, telling.end, _TOWARDS | _AT), *_entered(story, telling, start, limit))
        if visited:
            return min(visited, key=lambda one: one[0])[1]
    before = _AT_AND_FOR if telling.head.type in _GIVING else _BEFORE.get(telling.head.type, _AT)
    named = (*_named(story, first + 1, limit, before), *_houses(story, first + 1, limit))
    found = sorted((one for one in named if not _of_something_else(story, telling, one[0])), key=lambda one: one[0])
    verb = telling.begin if telling.subject is None else telling.subject[1]
    after = [unit for begin, unit in found if begin >= verb and not _elsewhere(story, telling, begin)]
    found = [one for one in found if one[0] < verb]
    if telling.head.type is EventType.INCIDENT and telling.head.kind == "noun":
        found = [one for one in found if not any(who.person for who in story.between(one[0], telling.begin))]
    fronted = [unit for begin, unit in found if _fronted(story, first, begin)]
    named = fronted[0] if fronted else after[0] if after else found[-1][1] if found else None
    return named or _holder(story, telling) or _constituency(story, telling)


def lies_in(place: Unit, outer: Unit) -> bool:
    """Tell whether a place lies in another, as far as the text or the reference data say."""
    while place.within is not None:
        place = place.within
        if place == outer:
            return True
    return False


def _holder(story: Story, telling: Telling) -> Unit | None:
    """Return the place that holds an occasion itself: "tỉnh X tổ chức lễ …"."""
    begin = telling.begin
    while begin > 0 and story.passage.keys[begin - 1] in _HOLDING:
        begin -= 1
    if begin == telling.begin:
        return None
    before = story.readings_in(max(0, begin - _HOUSE), begin)
    last = before[-1] if before else None
    if not isinstance(last, PlaceReading) or last.end != begin or story.passage.keys[last.begin - 1] == "và":
        return None
    return story.gazetteer.unit(last)


def _constituency(story: Story, telling: Telling) -> Unit | None:
    """Return where the voters live whom delegates meet: "đại biểu đơn vị bầu cử số 1 tỉnh X tiếp xúc cử tri"."""
    keys = story.passage.keys
    if _VOTERS not in keys[telling.begin : telling.head_end]:
        return None
    places = (one for one in story.readings_in(telling.begin, telling.head_end) if isinstance(one, PlaceReading))
    numbered = (one for one in places if tuple(keys[one.begin - 6 : one.begin - 2]) == _CONSTITUENCY)
    return next((story.gazetteer.unit(one) for one in numbered), None)


def _entered(story: Story, telling: Telling, start: int, limit: int) -> Iterator[tuple[int, Unit]]:
    """Yield the houses to which someone goes: "đến Bệnh viện X thăm …"; one who meets another visits it besides."""
    words = _INTO - {"thăm"} if telling.head.type is EventType.MEETING else _INTO
    stop = telling.end
    for at in range(start, stop):
        if story.passage.keys[at - 1] in words and (venue := _venue(story, at, limit)) is not None:
            yield at, venue


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


def _named(story: Story, start: int, stop: int, before: frozenset[str]) -> Iterator[tuple[int, Unit]]:
    """Yield the places and countries of tokens `start` to `stop` that stand after a word of `before`."""
    keys = story.passage.keys
    for reading in story.readings_in(start, stop):
        if not isinstance(reading, PlaceReading):
            continue
        at = _lead_in(keys, reading.begin)
        if keys[at - 1] in before:
            unit = _common(story, reading) if keys[at - 1] == _VOTERS else story.gazetteer.unit(reading)
            if unit is not None:
                yield at, unit
    for at in range(start, stop):
        if keys[at - 1] in before - _FOR:
            unit = _country(story, at) or _city_abroad(story, at)
            if unit is not None:
                yield at, unit


def _lead_in(keys: Sequence[str], at: int) -> int:
    """Return where the words before a place begin that say no more: "tại [khu vực] xã X", "tại [tổ 4,] phường Y"."""
    while at > 3:
        numbered = at - (keys[at - 1] == ",")
        if tuple(keys[at - 2 : at]) in _AREAS:
            at -= 2
        elif keys[numbered - 1].isdigit() and keys[numbered - 2] in _NUMBERED:
            at = numbered - 2
        else:
            break
    return at


def _common(story: Story, reading: PlaceReading) -> Unit | None:
    """Return a place, or what contains it where another of its kind follows: "cử tri quận X và Y (thành phố Z)"."""
    unit = story.gazetteer.unit(reading)
    following = story.readings_in(reading.end + 1, reading.end + 2)
    listed = story.passage.key(reading.end) in ("và", ",") and bool(following)
    return unit.within or unit if unit is not None and listed and isinstance(following[0], PlaceReading) else unit


def _country(story: Story, at: int) -> Unit | None:
    """Read the country named at token `at`."""
    if not story.passage.capital(at):
        return None
    country = lexicon().countries.longest(story.passage.keys, at, story.passage.limit(at))
    return Unit(None, country[1].name, None) if country is not None and country[1].kind == "country" else None


def _city_abroad(story: Story, at: int) -> Unit | None:
    """Read a foreign city: one with its country after it, "X (Đức)", or one called a capital: "thủ đô X"."""
    passage = story.passage
    limit = passage.limit(at)
    capital = tuple(passage.keys[at : at + 2]) == _CAPITAL
    begin = end = at + 2 * capital
    while end < min(limit, begin + _LONGEST_CITY) and passage.capital(end) and passage.tokens.word(end):
        end += 1
    if end == begin or story.inside_reading(begin) or lexicon().countries.longest(passage.keys, begin, limit):
        return None
    country = _country(story, end + 1) if passage.key(end) in (",", "(") and end + 1 < limit else None
    return Unit(None, passage.slice(begin, end), None, within=country) if country is not None or capital else None


def _venue(story: Story, at: int, limit: int) -> Unit | None:
    """Read the house or ground named at token `at`: "Trung tâm Hội nghị quốc gia", "trụ sở Bộ X", "Quảng trường Y"."""
    passage = story.passage
    at += 2 * (tuple(passage.keys[at : at + 2]) in _AREAS)
    if _VENUES.longest(passage.keys, at, limit) is None:
        return None
    end = min(venue_end(passage, at), limit)
    inner = [one for one in story.readings_in(at, end) if isinstance(one, AgencyReading)]
    end = max(end, inner[-1].end) if inner else end
    end = next((index for index in range(at + 1, end) if _goes_on(passage, index)), end)
    capital = any(passage.capital(index) for index in range(at + 1, end))
    if not capital and not any(one.explicit and one.begin > at for one in inner):
        return None
    name = _house_name(story, at, end)
    bodies = [one.organisation for one in story.between(at, end) if one.organisation is not None]
    named = [reading for reading in story.readings_in(at, end + 2) if isinstance(reading, PlaceReading)]
    places = [unit for reading in named if (unit := story.gazetteer.unit(reading)) is not None]
    within = places[0] if places else bodies[0].jurisdiction if bodies else None
    return Unit(None, name[0].upper() + name[1:], None, within=within)


def _goes_on(passage: Passage, at: int) -> bool:
    """Tell whether the sentence goes on at token `at` with what is done at a house: "Bệnh viện X [thăm] …"."""
    if passage.capital(at):
        return passage.keys[at] in _OCCASION
    if passage.keys[at].isdigit() and passage.keys[at - 1] not in _NUMBERED:
        return passage.key(at + 1).isalpha() and not passage.capital(at + 1)  # "Bệnh viện X 8 người"
    head = event_heads().longest(passage.keys, at, passage.limit(at))
    if head is None:
        return False
    return head[1].type is EventType.CONGRESS or (head[1].kind == "verb" and head[1].type in _GOING)


def _house_name(story: Story, at: int, end: int) -> str:
    """Return the name of a house at tokens `at` to `end`, its body spelt out: "trụ sở UBND xã X", "Công an tỉnh"."""
    bodies = [one for one in story.between(at, end) if one.organisation is not None and one.end == end]
    printed = story.passage.slice(bodies[0].begin, end) if bodies else ""
    short = any(word.isupper() and len(word) > _SHORTEST for word in printed.split())
    short = short or story.passage.keys[end - 1] in _LEVELS
    if not short or bodies[0].organisation is None:
        return story.passage.slice(at, end)
    return f"{story.passage.slice(at, bodies[0].begin)} {bodies[0].organisation.name}".strip()


def _houses(story: Story, start: int, stop: int) -> Iterator[tuple[int, Unit]]:
    """Yield the places of bodies and houses at which something is: "tại UBND huyện X", "tại Nhà hát Y (tỉnh Z)"."""
    keys = story.passage.keys
    venues = {at: _venue(story, at, stop) for at in range(start, stop) if keys[at - 1] in _AT}
    yield from ((at, venue) for at, venue in venues.items() if venue is not None)
    for actor in story.between(start, stop):
        at = actor.begin - 2 if tuple(keys[actor.begin - 2 : actor.begin]) in _OFFICES else actor.begin
        if venues.get(at) is not None:
            continue
        where = _house_of(actor.organisation) if actor.organisation is not None else None
        if where is not None and keys[at - 1] in _AT and not actor.office_only:
            yield actor.begin, where
    for reading in story.readings_in(start, stop):
        if isinstance(reading, PlaceReading) and keys[reading.begin - 1] in ("(", ",") and reading.name is not None:
            unit = story.gazetteer.unit(reading)
            if unit is not None and _after_a_house(story, max(start, reading.begin - _HOUSE), reading.begin):
                yield reading.begin, unit


def _house_of(body: Organisation) -> Unit | None:
    """Return where what happens at a body happens: the place it is of, or the house of a central body."""
    if body.jurisdiction is not None or not (body.type or "").startswith(_SEATED):
        return body.jurisdiction
    return Unit(None, body.name, None)


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


@record()
class Homes:
    """Of what provinces the people of an article are, by the offices that it gives them; None for central ones."""

    of: Mapping[str, frozenset[Unit | None]]

    @classmethod
    def told(cls, story: Story) -> Homes:
        """Return the provinces of the offices of each person of `story`, by their keys."""
        of: dict[str, set[Unit | None]] = {}
        for office in story.offices.found:
            body = office.organisation
            if body is not None and (body.jurisdiction is not None or _central(body)):
                where = province_of(body.jurisdiction) if body.jurisdiction is not None else None
                of.setdefault(office.person.key, set()).add(where)
        return cls({key: frozenset(provinces) for key, provinces in of.items()})

    def central(self, occasion: Occasion) -> bool:
        """Tell whether someone who holds only central offices decides."""
        deciders = [
            key for kind, key, function in occasion.parts if kind == "person" and function is Function.ORGANISER
        ]
        return any(self.of.get(key) == {None} for key in deciders)

    def of_those_at(self, occasion: Occasion) -> Unit | None:
        """Return the one province of which all who come to a meeting have offices, as far as the text says."""
        people = {key for kind, key, _ in occasion.parts if kind == "person"}
        each = [self.of[key] for key in people if key in self.of]
        provinces = {province for one in each for province in one if province is not None}
        central = any(one == {None} for one in each) or any(
            isinstance(who, Organisation) and _central(who) for who, _ in occasion.parts.values()
        )
        return provinces.pop() if len(provinces) == 1 and not central else None


def _central(body: Organisation) -> bool:
    """Tell whether a body is of the centre of the state or the Party."""
    return body.jurisdiction is None and body.type in _CENTRE


def opened_at(story: Story) -> tuple[PartialDate, Unit] | None:
    """Return the day and place with which the first sentence of the text opens: "Sáng 3/5, tại Nhà hát X, …"."""
    for first, limit in story.passage.sentences[: story.lead]:
        if first < story.title_end:
            continue
        days = [one for one in story.dates_in(first, min(limit, first + _HOUSE)) if one.start is not None]
        limit = min(limit, first + _WINDOW)
        named = sorted((*_named(story, first + 1, limit, _AT), *_houses(story, first + 1, limit)), key=itemgetter(0))
        fronted = [unit for begin, unit in named if _fronted(story, first, begin)]
        if days and days[0].start is not None and fronted:
            return days[0].start, fronted[0]
    return None


def seat(occasion: Occasion, story: Story, homes: Homes) -> Unit | None:
    """Return the place of the bodies that hold the occasion; where none does, the one province of the article."""
    bodies = [
        (who.jurisdiction, function)
        for (_, _, function), (who, _) in occasion.parts.items()
        if isinstance(who, Organisation)
    ]
    holders = {unit for unit, function in bodies if function is Function.ORGANISER}
    if holders:
        if occasion.type is not EventType.CONGRESS and len(holders) > 1:
            holders.discard(None)  # "báo X phối hợp với Tỉnh đoàn Y tổ chức"
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
    known = known and not homes.central(occasion) and _of_home(occasion, story)
    home = story.gazetteer.home if known else None
    named = {unit for one in occasion.tellings[:_LOOKED_AT] for unit in provinces_named(story, one.sentence)}
    if home is not None and (not named or home in named):
        return home
    return homes.of_those_at(occasion) if occasion.type in _INDOORS else None


def _of_home(occasion: Occasion, story: Story) -> bool:
    """Tell whether what elected and party bodies decide can be of the home province: no central one is named there."""
    if occasion.type not in _BY_BODIES:
        return True
    sentences = (story.passage.sentences[one.sentence] for one in occasion.tellings[:_LOOKED_AT])
    actors = (actor for first, limit in sentences for actor in story.between(first, limit))
    named = [(actor.organisation, actor.office_only) for actor in actors if actor.organisation is not None]
    local = any(body.jurisdiction is not None and not office for body, office in named)
    local = local or occasion.type is not EventType.CONGRESS
    return local and not any(_central(body) for body, _ in named)


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
