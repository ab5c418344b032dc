"""Where an occasion takes place whose sentence names no place: where its holders are, and the country visited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from lienket.extract.jurisdiction import Unit, province_of
from lienket.extract.occasions.occasions import GOING, Occasion
from lienket.extract.organisations import Organisation
from lienket.extract.story import Story
from lienket.model import EventType, Function, PartialDate

_SIGHTED: Final = attrgetter("at")
_CENTRE: Final = frozenset(
    {"bo", "co-quan-ngang-bo", "chinh-phu", "quoc-hoi", "co-quan-cua-quoc-hoi", "co-quan-dang-trung-uong", "nha-nuoc"}
)
"""Types of bodies of the centre, whose decisions are taken in no province."""
_CENTRAL: Final[set[Unit | None]] = {None}
_BY_BODIES: Final = frozenset({EventType.CONGRESS, EventType.APPOINTMENT, EventType.SIGNING})
_INDOORS: Final = frozenset({EventType.CONFERENCE, EventType.MEETING, EventType.CEREMONY, EventType.SIGNING})
"""Types of occasions at which officials of a province meet there."""
_MANY: Final = 5
"""Provinces named in an article that goes from one to the next."""
_LOOKED_AT: Final = 8
"""Tellings of an occasion, and offices of a person, of which the provinces are looked at."""
_HOUSES: Final = ("benh-vien", "truong", "dai-hoc", "hoc-vien")
"""Begins of the types of bodies that are houses themselves."""
_DIPLOMACY: Final = frozenset({"tiếp", "tiếp đón", "đón tiếp", "chào", "chào xã giao", "yết kiến", "điện đàm", "gặp"})
"""Heads of meetings that are held wherever the host resides."""


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


def _provinces(story: Story, person: str) -> set[Unit | None]:
    """Return of what provinces the offices of a person are; None stands for the centre."""
    bodies = [one for one in story.bodies_of(person)[:_LOOKED_AT] if one.jurisdiction is not None or _central(one)]
    return {province_of(one.jurisdiction) if one.jurisdiction is not None else None for one in bodies}


def _decided_centrally(occasion: Occasion, story: Story) -> bool:
    """Tell whether someone who holds only central offices decides."""
    deciders = (key for kind, key, function in occasion.parts if kind == "person" and function is Function.ORGANISER)
    return any(_provinces(story, key) == _CENTRAL for key in deciders)


def _of_those_there(occasion: Occasion, story: Story) -> Unit | None:
    """Return the one province of which all who come to a meeting have offices, as far as the text says."""
    people = {key for kind, key, _ in occasion.parts if kind == "person"}
    each = [provinces for key in people if (provinces := _provinces(story, key))]
    known = {province for one in each for province in one if province is not None}
    bodies = (who for who, _ in occasion.parts.values() if isinstance(who, Organisation))
    central = _CENTRAL in each or any(_central(who) for who in bodies)
    return known.pop() if len(known) == 1 and not central else None


def _central(body: Organisation) -> bool:
    """Tell whether a body is of the centre of the state or the Party."""
    return body.jurisdiction is None and body.type in _CENTRE


def seat(occasion: Occasion, story: Story) -> Unit | None:
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
    if len(there) == 1 and occasion.type in GOING and occasion.head not in _DIPLOMACY and None not in there:
        return there.pop()
    if occasion.head in _DIPLOMACY or occasion.head.startswith(("hội đàm", "hội kiến", "chuyến")):
        return None
    if occasion.in_passing:
        return _of_those_there(occasion, story) if occasion.type in _INDOORS else None
    known = not story.gazetteer.several and story.home_in_lead()
    known = known and not _decided_centrally(occasion, story) and _of_home(occasion, story)
    home = story.gazetteer.home if known else None
    named = {unit for one in occasion.tellings[:_LOOKED_AT] for unit in provinces_named(story, one.sentence)}
    if home is not None and (not named or home in named):
        return home
    return _of_those_there(occasion, story) if occasion.type in _INDOORS else None


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
    return PartialDate(year=start.year, month=start.month) if same and start is not None and start.month else None
