"""Seats in committees that a decision names without a title: "tham gia Ban Chấp hành, Ban Thường vụ Tỉnh ủy X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import AgencyReading, PersonReading, Reading, RoleReading
from lienket.reference.titles import Title

SEAT: Final = "seat"
"""The rule of the readings made here."""
_MEMBER: Final = Title(form="ủy viên", role="Ủy viên")
_INTO: Final = frozenset({"gia", "vào"})
"""Last syllables before the first committee: "tham gia", "bổ sung vào"."""
_AND: Final = (["và"], [","], [",", "và"], [",", "tham", "gia"], ["và", "tham", "gia"])
_EXECUTIVE: Final = "Ban Chấp hành"
_COMMITTEES: Final = (
    _EXECUTIVE,
    "Ban Thường vụ",
    "Bộ Chính trị",
    "Ban Bí thư",
    "Ban cán sự",
    "Đảng đoàn",
    "Ủy ban Kiểm tra",
)
_OF_PARTY: Final = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy")


def seats(passage: Passage, readings: Sequence[Reading]) -> Iterator[PersonReading]:
    """Yield the committees that someone joins, as offices of members without a name."""
    index = 0
    while index < len(readings):
        first = readings[index]
        index += 1
        if not isinstance(first, AgencyReading) or passage.key(first.begin - 1) not in _INTO or not _seat(first):
            continue
        bodies = [first]
        while index < len(readings) and passage.keys[bodies[-1].end : readings[index].begin] in _AND:
            following = readings[index]
            if not isinstance(following, AgencyReading) or not _seat(following):
                break
            bodies.append(following)
            index += 1
        roles = tuple(_members(passage, bodies, readings[index] if index < len(readings) else None))
        if roles:
            yield PersonReading(begin=first.begin, end=bodies[-1].end, name=None, roles=roles, rule=SEAT)


def _seat(body: AgencyReading) -> bool:
    return body.name.startswith(_COMMITTEES) or body.name in _OF_PARTY


def _members(passage: Passage, bodies: Sequence[AgencyReading], following: Reading | None) -> Iterator[RoleReading]:
    """Yield a member's office for each committee; what is not said of one is of the office given along with it."""
    whole = _whole(passage, bodies[-1], following)
    for body in bodies:
        agency: AgencyReading | None = body
        if body.bare or (body.parent is None and body.kind is not None and body.name.startswith(_COMMITTEES)):
            executive = body.bare or body.name == _EXECUTIVE
            agency = whole
            if whole is not None and whole.name != body.name and not (executive and whole.name in _OF_PARTY):
                agency = replace(body, parent=whole)
        if agency is not None:
            yield RoleReading(begin=body.begin, end=body.end, title=_MEMBER, agency=agency, implied=True)


def _whole(passage: Passage, last: AgencyReading, following: Reading | None) -> AgencyReading | None:
    if last.parent is not None:
        return last.parent
    same = following is not None and passage.sentence_of[following.begin] == passage.sentence_of[last.begin]
    if not same or not isinstance(following, PersonReading) or following.name is not None or not following.roles:
        return None
    return following.roles[0].agency
