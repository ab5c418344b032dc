"""What a sentence names as a place: units, countries, foreign cities, and the houses at which occasions are held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PlaceReading
from lienket.extract.jurisdiction import Unit
from lienket.extract.occasions.labels import venue_end
from lienket.extract.occasions.occasions import GOING
from lienket.extract.organisations import Organisation
from lienket.extract.story import Story
from lienket.language.trie import Trie
from lienket.language.wordlist import wordlist
from lienket.model import EventType
from lienket.reference.events import event_heads
from lienket.reference.lexicon import lexicon

AT: Final = frozenset({"tại", "ở"})
FOR: Final = wordlist("dân lũ con hạn vùng sinh nghèo")
"""Words before where those live to whom something is given: "cho người dân xã X"."""
VOTERS: Final = "tri"
"""Last syllable of "cử tri", before where those live who are met."""
_OCCASION: Final = wordlist("buổi cuộc")
"""Words that name an occasion right after a house, where a caption has lost its end."""
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


def named_places(story: Story, start: int, stop: int, before: frozenset[str]) -> Iterator[tuple[int, Unit]]:
    """Yield the places and countries of tokens `start` to `stop` that stand after a word of `before`."""
    keys = story.passage.keys
    for reading in story.readings_in(start, stop):
        if not isinstance(reading, PlaceReading):
            continue
        at = _lead_in(keys, reading.begin)
        if keys[at - 1] in before:
            unit = _common(story, reading) if keys[at - 1] == VOTERS else story.gazetteer.unit(reading)
            if unit is not None:
                yield at, unit
    for at in range(start, stop):
        if keys[at - 1] in before - FOR:
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


def house_at(story: Story, at: int, limit: int) -> Unit | None:
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
    return head[1].type is EventType.CONGRESS or (head[1].kind == "verb" and head[1].type in GOING)


def _house_name(story: Story, at: int, end: int) -> str:
    """Return the name of a house at tokens `at` to `end`, its body spelt out: "trụ sở UBND xã X", "Công an tỉnh"."""
    body = next((one for one in story.between(at, end) if one.organisation is not None and one.end == end), None)
    if body is None or body.organisation is None:
        return story.passage.slice(at, end)
    printed = story.passage.slice(body.begin, end)
    short = any(word.isupper() and len(word) > _SHORTEST for word in printed.split())
    if not short and story.passage.keys[end - 1] not in _LEVELS:
        return story.passage.slice(at, end)
    return f"{story.passage.slice(at, body.begin)} {body.organisation.name}".strip()


def houses(story: Story, start: int, stop: int) -> Iterator[tuple[int, Unit]]:
    """Yield the places of bodies and houses at which something is: "tại UBND huyện X", "tại Nhà hát Y (tỉnh Z)"."""
    keys = story.passage.keys
    venues = {at: house_at(story, at, stop) for at in range(start, stop) if keys[at - 1] in AT}
    yield from ((at, venue) for at, venue in venues.items() if venue is not None)
    for actor in story.between(start, stop):
        at = actor.begin - 2 if tuple(keys[actor.begin - 2 : actor.begin]) in _OFFICES else actor.begin
        if venues.get(at) is not None:
            continue
        where = _house_of(actor.organisation) if actor.organisation is not None else None
        if where is not None and keys[at - 1] in AT and not actor.office_only:
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
        if keys[at] in AT:
            return event_heads().longest(keys, at + 1, stop) is None and any(
                story.passage.capital(index) for index in range(at + 1, stop)
            )
    return False
