"""Bodies of other states that bear the names of Việt Nam's: "Bộ Chính trị", "Quốc hội", "Thủ tướng" of elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import (
    AgencyReading,
    PersonReading,
    PlaceReading,
    Reading,
    RoleReading,
    agency_readings,
)
from lienket.language.folding import name_key, plain_key
from lienket.language.syllables import is_syllable
from lienket.reference.agencies import body_named
from lienket.reference.countries import HOME, led_by_party_in, state_led_by
from lienket.reference.foreign_leaders import ForeignLeader, foreign_leaders
from lienket.reference.lexicon import lexicon
from lienket.reference.office_holders import office_holders

_EVERY_STATE_HAS: Final = frozenset({
    "co-quan-dang-trung-uong", "nha-nuoc", "chinh-phu", "quoc-hoi", "bo", "dang", "toa-an-nhan-dan-toi-cao",
    "vien-kiem-sat-nhan-dan-toi-cao",
})  # fmt: skip
"""Types of particular bodies of Việt Nam with namesakes abroad."""
_OF_PARTY: Final = frozenset({"co-quan-dang-trung-uong", "dang"})
_LOCAL: Final = frozenset({"uy-ban-nhan-dan", "hoi-dong-nhan-dan", "so", "cong-an"})
_FOREIGN: Final = "co-quan-nuoc-ngoai"
"""The type of particular bodies abroad, whose names end in the country's."""
_STATE: Final = "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam"
"""The body whose head is "Chủ tịch nước"; a country led by a Party has one too."""
_CHAIRMAN: Final = "chủ tịch"
_OWN: Final = "việt"
_OFTEN: Final = 3
"""Mentions of a country by which an article that never names Việt Nam is about it."""
_MOSTLY: Final = 0.6
"""Its least share of all mentions of countries."""
_SIDE: Final = "phía"
_THERE: Final = frozenset({"có", "gồm", ":"})
"""Words after "về phía Lào" before those who came from there."""
_NEAR: Final = 3
"""Sentences before and after one that names no country within which one is looked for."""
_NAMED_ALIKE: Final = frozenset({"Trung Quốc", "Đài Loan", "Hồng Kông", "Hàn Quốc", "Triều Tiên"})
"""Countries whose people's names Vietnamese papers write in Vietnamese syllables."""
_SHORT: Final = 2
"""Syllables of names that few officials of Việt Nam have and many of its neighbours."""


def of_one_country(found: list[RoleReading]) -> list[RoleReading]:
    """Give the bodies that titles imply the country of the other offices: "Tổng Bí thư, Chủ tịch Trung Quốc"."""
    countries = {country_of(role) for role in found}
    named = [one for one in countries if one is not None]
    return [role_abroad(role, named[0]) for role in found] if len(named) == 1 else found


def country_of(role: RoleReading) -> str | None:
    """Return the foreign country, or Party of one, whose office it is as far as its own words say."""
    if role.country is not None or role.agency is None or role.agency.country is not None:
        return role.country or (role.agency.country if role.agency is not None else None)
    body = role.agency.body
    return led_by_party_in(body.name) if body is not None and body.type == _FOREIGN else None


def role_of_leader(role: RoleReading, leader: ForeignLeader) -> RoleReading:
    """Return the office as one of the state of a foreign leader, "Chủ tịch" alone too where that is its head's."""
    open_chair = role.title.form == _CHAIRMAN and role.agency is None and role.short is None
    if not (open_chair and leader.president):
        return role_abroad(role, leader.country)
    whole = the_state(role.begin, role.end, leader.country)
    return replace(role, agency=whole, implied=True, country=leader.country)


def roles_at_home(passage: Passage, roles: Sequence[RoleReading]) -> list[RoleReading]:
    """Return the offices of someone of Việt Nam, none lent from a foreigner's: "Chủ tịch Trung Quốc, Chủ tịch nước X".

    An office whose own words name another country is that of someone else.
    """
    found = []
    for role in roles:
        if country_of(role) is None:
            found.append(role)
        elif not lexicon().countries.within(passage.keys, role.begin, role.end):
            agency = replace(role.agency, country=None, guessed=False) if role.agency is not None else None
            found.append(replace(role, agency=agency, country=None))
    return found


def not_of(name: str, state: str) -> bool:
    """Tell whether someone so named is not of a foreign `state`, whatever an article about it says of its offices.

    Known as a leader of another or as a holder of Việt Nam's offices, or of a Vietnamese name where those of the
    state's people are written otherwise.
    """
    key = name_key(name)
    leader = foreign_leaders().get(key)
    if leader is not None:
        return leader.country != state
    words = key.split()
    vietnamese = len(words) > _SHORT and words[0] in lexicon().strong_surnames and all(map(is_syllable, words))
    return key in office_holders() or (vietnamese and state not in _NAMED_ALIKE)


def the_state(begin: int, end: int, country: str) -> AgencyReading:
    """Return the state `country`, of which someone is president, as read at `begin` to `end`."""
    return AgencyReading(begin=begin, end=end, name=_STATE, body=body_named(_STATE), country=country)


def role_abroad(role: RoleReading, named: str, *, guessed: bool = False) -> RoleReading:
    """Return the office as one of the country or Party `named`, where no words of its own say of which it is."""
    return role if role.agency is None else replace(role, agency=_agency_abroad(role.agency, named, guessed=guessed))


def in_foreign_state(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the bodies of a foreign state where the article is about one and not Việt Nam."""
    readings = [_as_there(passage, one) for one in readings]
    readings = [_as_there(passage, one) for one in readings]
    state = _announced(passage)
    if state is None:
        state = _state(passage, sum(isinstance(one, PlaceReading) for one in readings))
        if state is None or _of_the_country(readings):
            return _by_names(passage, readings)
    return [reading if _of_ours(reading, state) else _abroad(reading, state) for reading in readings]


def _of_ours(reading: Reading, state: str) -> bool:
    """Tell whether someone is named as people of Việt Nam are and those of a foreign state are not."""
    return state not in _NAMED_ALIKE and _family(reading) and not _hardly_ours(reading)


def _abroad(reading: Reading, state: str, *, guessed: bool = False) -> Reading:
    if isinstance(reading, AgencyReading):
        return _agency_abroad(reading, state, guessed=guessed)
    if isinstance(reading, PersonReading):
        if reading.name is not None and not_of(reading.name.name, state):
            return reading
        return replace(reading, roles=tuple(role_abroad(role, state, guessed=guessed) for role in reading.roles))
    return reading


def _agency_abroad(agency: AgencyReading, named: str, *, guessed: bool) -> AgencyReading:
    if agency.body is None or agency.country is not None or agency.body.type not in _EVERY_STATE_HAS:
        return agency
    of_party = agency.body.type in _OF_PARTY
    return replace(agency, country=named if of_party else state_led_by(named) or named, guessed=guessed)


def _as_there(passage: Passage, reading: Reading) -> Reading:
    """Return a reading of a sentence that tells who came from abroad as of there: "Về phía Lào có Bộ trưởng …"."""
    first = passage.sentences[passage.sentence_of[reading.begin]][0]
    side = next((at for at in range(reading.begin - 1, first - 1, -1) if passage.keys[at] == _SIDE), None)
    found = _country(passage, side + 1) if side is not None else None
    if found is None or found[1] == HOME or passage.key(found[0]) not in _THERE:
        return reading
    return _abroad(reading, found[1])


def _country(passage: Passage, at: int) -> tuple[int, str] | None:
    """Return the country, no region, named at token `at`, with where its name ends."""
    found = lexicon().countries.longest(passage.keys, at, passage.limit(at)) if passage.capital(at) else None
    return (found[0], found[1].name) if found is not None and found[1].kind == "country" else None


def _by_names(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the bodies of people whose names are hardly of Việt Nam as perhaps of elsewhere.

    The country is one named near by. Where it is named before and after people of two syllables and Việt Nam is not,
    the sentence is about that country's bodies.
    """
    strangers = [one for one in readings if _hardly_ours(one)]
    if not strangers:
        return list(readings)
    named = _named(passage, readings)
    theirs: dict[int, str] = {}
    states: dict[int, str] = {}
    for someone in strangers:
        near = _around(passage, named, someone.begin)
        foreign = [one for one in near if one != HOME]
        if foreign and _foreign_letters(someone):
            theirs[someone.begin] = foreign[0]
        elif foreign and near == [foreign[0], foreign[0]] and (foreign[0] in _NAMED_ALIKE or not _family(someone)):
            states[passage.sentence_of[someone.begin]] = foreign[0]
    found: list[Reading] = []
    for reading in readings:
        state = theirs.get(reading.begin) or states.get(passage.sentence_of[reading.begin])
        ours = isinstance(reading, PersonReading) and reading.name is not None and not _hardly_ours(reading)
        found.append(reading if state is None or ours else _abroad(reading, state, guessed=True))
    return found


def _hardly_ours(reading: Reading) -> bool:
    """Tell whether someone's name has two syllables or letters that Vietnamese has not."""
    if not isinstance(reading, PersonReading) or reading.name is None:
        return False
    return len(reading.name.name.split()) == _SHORT or _foreign_letters(reading)


def _family(reading: Reading) -> bool:
    """Tell whether a name begins with a family name of Việt Nam."""
    if not isinstance(reading, PersonReading) or reading.name is None:
        return False
    return name_key(reading.name.name).split()[0] in lexicon().surnames


def _foreign_letters(reading: Reading) -> bool:
    """Tell whether a name has no accents and a word that is no Vietnamese syllable: "Sergey Lavrov"."""
    if not isinstance(reading, PersonReading) or reading.name is None:
        return False
    name = reading.name.name
    return plain_key(name) == name_key(name) and not all(map(is_syllable, name.split()))


def _named(passage: Passage, readings: Sequence[Reading]) -> list[tuple[int, str]]:
    """Return where countries are named, and Việt Nam by its places too, in text order."""
    named = {at: HOME for at, key in enumerate(passage.keys) if key == _OWN}
    named |= {one.begin: HOME for one in readings if isinstance(one, PlaceReading) and one.candidates}
    for at in lexicon().countries.spots(passage.keys):
        found = _country(passage, at) if not passage.capital(at - 1) else None
        if found is not None:
            named[at] = found[1]
    return sorted(named.items())


def _around(passage: Passage, named: Sequence[tuple[int, str]], at: int) -> list[str]:
    """Return the countries named last before token `at` and first after it, in sentences near by."""
    here, index = passage.sentence_of[at], bisect_left(named, (at, ""))
    both = [*named[max(0, index - 1) : index], *named[index : index + 1]]
    return [country for spot, country in both if abs(passage.sentence_of[spot] - here) <= _NEAR]


def _announced(passage: Passage) -> str | None:
    """Return the foreign state that a title says the article is from: "Trung Quốc: …"."""
    found = lexicon().countries.longest(passage.keys, 0, len(passage)) if len(passage) else None
    abroad = found is not None and found[1].name != HOME and passage.key(found[0]) == ":"
    return found[1].name if found is not None and abroad else None


def _state(passage: Passage, places: int) -> str | None:
    """Return the foreign state that an article is about: named more often than the `places` of Việt Nam in it.

    None where it names none so often, or Việt Nam or one of its local bodies at all.
    """
    if _OWN in passage.keys:
        return None
    countries, named = lexicon().countries, Counter[str]()
    for at in countries.spots(passage.keys):
        found = countries.longest(passage.keys, at, passage.limit(at)) if passage.capital(at) else None
        if found is not None and found[0] - at > 1:  # "Anh", "Đức", "Mỹ" are names of people too
            named[found[1].name] += 1
    (most, count), *_ = [*named.most_common(1), ("", 0)]
    return most if count >= max(_OFTEN, places + 1) and count >= _MOSTLY * named.total() else None


def _of_the_country(readings: Sequence[Reading]) -> bool:
    """Tell whether a body is named that every province of Việt Nam has and no other state."""
    return any(
        one.kind is not None
        and one.kind.type in _LOCAL
        and (one.place is None or one.place.name is None or bool(one.place.candidates))
        for one in agency_readings(readings)
    )
