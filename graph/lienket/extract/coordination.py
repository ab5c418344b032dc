"""Lists of agencies that share a word: one jurisdiction ("Thành ủy, HĐND, UBND TP X"), one head ("các Bộ A, B, C")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.agencies import governs
from lienket.extract.passage import Passage
from lienket.extract.readings import AgencyReading, Reading
from lienket.language.wordlist import positions
from lienket.reference.agencies import body_named, kind_headed
from lienket.reference.lexicon import lexicon

_HEADS: Final = {"bộ": "Bộ", "sở": "Sở"}
_JOINTS: Final = frozenset({",", "và", "-", "–", "&", "cùng", ";"})


def spread_places(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the place of the last agency of a list given to those before it that name none."""
    result = list(readings)
    for index in range(len(result) - 2, -1, -1):
        one, following = result[index], result[index + 1]
        if not isinstance(one, AgencyReading) or not isinstance(following, AgencyReading):
            continue
        if one.kind is None or one.place is not None or one.parent is not None or following.place is None:
            continue
        gap = passage.keys[one.end : following.begin]
        if gap and all(key in _JOINTS for key in gap) and len(gap) <= 2 and governs(one.kind, following.place):
            result[index] = replace(one, place=following.place)
    return result


def spread_heads(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with one for each body of a list that names the head once: "các Bộ: Y tế, Xây dựng, …"."""
    listed: list[AgencyReading] = []
    keys = passage.keys
    for at in positions(keys, "các"):
        head = _HEADS.get(passage.key(at + 1))
        if head is not None:
            listed.extend(_bodies(passage, at + 1, head))
    if not listed:
        return list(readings)
    kept = [one for one in readings if not any(body.begin < one.end and one.begin < body.end for body in listed)]
    return sorted([*kept, *listed], key=lambda one: one.begin)


def _bodies(passage: Passage, at: int, head: str) -> list[AgencyReading]:
    """Return the bodies whose fields are listed after the head at token `at`; none where there are not two."""
    found: list[AgencyReading] = []
    begin, limit = at, passage.limit(at)
    ahead = at + 1 + (passage.key(at + 1) == ":")
    while ahead < limit and passage.capital(ahead):
        match = lexicon().fields.longest(passage.keys, ahead, limit)
        if match is None or head not in match[1].heads:
            break
        end, field = match
        name = f"{head} {field.name}"
        body = body_named(name) if head == "Bộ" else None
        if body is None and head == "Bộ":
            break
        kind = None if body else kind_headed(head)
        found.append(AgencyReading(begin=begin, end=end, name=name, body=body, kind=kind, field=field.name))
        if passage.key(end) not in (",", "và", ";"):
            break
        begin = ahead = end + 1
    return found if len(found) > 1 else []
