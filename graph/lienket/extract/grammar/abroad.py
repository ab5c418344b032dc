"""Bodies of other states that bear the names of Việt Nam's: "Bộ Chính trị", "Quốc hội", "Thủ tướng" of elsewhere."""

from __future__ import annotations

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
from lienket.reference.countries import HOME, state_led_by
from lienket.reference.lexicon import lexicon

_EVERY_STATE_HAS: Final = frozenset({"co-quan-dang-trung-uong", "nha-nuoc", "chinh-phu", "quoc-hoi", "bo", "dang"})
"""Types of particular bodies of Việt Nam with namesakes abroad."""
_OF_PARTY: Final = frozenset({"co-quan-dang-trung-uong", "dang"})
_LOCAL: Final = frozenset({"uy-ban-nhan-dan", "hoi-dong-nhan-dan", "so", "cong-an"})
_OWN: Final = "việt"
_OFTEN: Final = 3
"""Mentions of a country by which an article that never names Việt Nam is about it."""
_MOSTLY: Final = 0.6
"""Its least share of all mentions of countries."""


def of_one_country(found: list[RoleReading]) -> list[RoleReading]:
    """Give the bodies that titles imply the country of the other offices: "Tổng Bí thư, Chủ tịch Trung Quốc"."""
    countries = {role.country or (role.agency.country if role.agency is not None else None) for role in found}
    named = [one for one in countries if one is not None]
    return [role_abroad(role, named[0]) for role in found] if len(named) == 1 else found


def role_abroad(role: RoleReading, named: str) -> RoleReading:
    """Return the office as one of the country or Party `named`, where no words of its own say of which it is."""
    return role if role.agency is None else replace(role, agency=_agency_abroad(role.agency, named))


def in_foreign_state(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the bodies of a foreign state where the article is about one and not Việt Nam."""
    state = _announced(passage)
    if state is None:
        state = _state(passage, sum(isinstance(one, PlaceReading) for one in readings))
        if state is None or _of_the_country(readings):
            return list(readings)
    found: list[Reading] = []
    for reading in readings:
        if isinstance(reading, AgencyReading):
            found.append(_agency_abroad(reading, state))
        elif isinstance(reading, PersonReading):
            found.append(replace(reading, roles=tuple(role_abroad(role, state) for role in reading.roles)))
        else:
            found.append(reading)
    return found


def _agency_abroad(agency: AgencyReading, named: str) -> AgencyReading:
    if agency.body is None or agency.country is not None or agency.body.type not in _EVERY_STATE_HAS:
        return agency
    of_party = agency.body.type in _OF_PARTY
    return replace(agency, country=named if of_party else state_led_by(named) or named)


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
