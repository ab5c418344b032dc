"""Lists of agencies that share a word: one jurisdiction ("Thành ủy, HĐND, UBND TP X"), one head ("các Bộ A, B, C";
"UBND các huyện A, B, C")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.places import place_of_kind
from lienket.extract.grammar.readings import AgencyReading, Reading
from lienket.extract.grammar.seats import governs
from lienket.model import Level
from lienket.reference.agencies import AgencyKind, body_named, kind_headed
from lienket.reference.lexicon import keys_of, lexicon

_HEADS: Final = {"bộ": "Bộ", "sở": "Sở"}
_JOINTS: Final = frozenset({",", "và", "-", "–", "&", "cùng", ";"})
_ALL: Final = "các"
_OPENERS: Final = _HEADS.keys() | {_ALL}
_ALL_WITHIN: Final = 3
_LONGEST_HEAD: Final = 7


def spread_places(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with the place of the last agency of a list given to those before it that name none."""
    result = list(readings)
    for index in range(len(result) - 2, -1, -1):
        one, following = result[index], result[index + 1]
        if not isinstance(one, AgencyReading) or not isinstance(following, AgencyReading):
            continue
        if one.kind is None or one.place is not None or one.parent is not None or following.place is None:
            continue
        if one.field is not None and ends_in_place(one.field):
            continue  # "Bệnh viện Đà Nẵng và Trung tâm Y tế quận Liên Chiểu"
        gap = passage.keys[one.end : following.begin]
        if gap and all(key in _JOINTS for key in gap) and len(gap) <= 2 and governs(one.kind, following.place):
            result[index] = replace(one, place=following.place)
    return result


def ends_in_place(name: str, *, whole: bool = False) -> bool:
    """Tell whether a name ends with that of a province ("Bệnh viện Ung bướu [Hà Nội]"), or is one if `whole`."""
    keys = keys_of(name)
    first = next((end for end, _ in lexicon().level_words.all(keys, 0, len(keys))), 0)
    return any(
        end == len(keys) and any(one.level is Level.PROVINCE for one in candidates)
        for at in ((first,) if whole else range(len(keys)))
        for end, candidates in lexicon().place_names.all(keys, at, len(keys))
    )


def spread_heads(passage: Passage, readings: Sequence[Reading]) -> list[Reading]:
    """Return the readings with one for each body of a list that names the head once.

    Its fields are listed ("các Bộ: Y tế, Xây dựng, …") or its places ("UBND các huyện A, B và C").
    """
    listed: list[AgencyReading] = []
    keys = passage.keys
    for at in [at for at, key in enumerate(keys) if key in _OPENERS]:
        head = _HEADS.get(keys[at])
        if head is None:
            listed.extend(_in_places(passage, at))
        elif at and (passage.capital(at) or keys[at - 1] == _ALL):
            least = 2 if _ALL in keys[max(0, at - _ALL_WITHIN) : at] else 3
            found = _bodies(passage, at, head)
            listed.extend(found if len(found) >= least else ())
    if not listed:
        return list(readings)
    covered = {at for body in listed for at in range(body.begin, body.end)}
    kept = [one for one in readings if covered.isdisjoint(range(one.begin, one.end))]
    return sorted([*kept, *listed], key=lambda one: one.begin)


def _bodies(passage: Passage, at: int, head: str) -> list[AgencyReading]:
    """Return the bodies whose fields are listed after the head at token `at`."""
    found: list[AgencyReading] = []
    limit = passage.limit(at)
    ahead = at + 1 + (passage.key(at + 1) == ":")
    begin = at if ahead == at + 1 else ahead
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
        alone = begin == ahead
        found.append(
            AgencyReading(begin=begin, end=end, name=name, body=body, kind=kind, field=field.name, headless=alone)
        )
        if passage.key(end) not in (",", "và", ";"):
            break
        begin = ahead = end + 1
    return found


def _in_places(passage: Passage, at: int) -> list[AgencyReading]:
    """Return the bodies of the places listed after "các" at token `at`; none where there are not two.

    The head stands before it ("UBND [các] huyện A, B") or after it and holds the level word ("[các] Huyện ủy: A, B").
    """
    limit = passage.limit(at)
    level = lexicon().level_words.longest(passage.keys, at + 1, limit) if at + 1 < limit else None
    after = lexicon().heads.longest(passage.keys, at + 1, limit) if at + 1 < limit else None
    if after is not None and after[1][0].place == "bare" and level is not None:
        return _each(passage, at + 1, after[0], after[1][0], level[1], limit)
    before = _head_before(passage, at)
    if before is None or level is None or before[1].place == "none" or before[1].field != "none":
        return []
    return _each(passage, before[0], level[0], before[1], level[1], limit)


def _head_before(passage: Passage, at: int) -> tuple[int, AgencyKind] | None:
    """Return the longest head that ends before token `at`, with where it begins."""
    first = passage.sentences[passage.sentence_of[at]][0]
    for start in range(max(first, at - _LONGEST_HEAD), at):
        found = lexicon().heads.longest(passage.keys, start, at)
        if found is not None and found[0] == at:
            return start, found[1][0]
    return None


def _each(passage: Passage, begin: int, ahead: int, kind: AgencyKind, level: str, limit: int) -> list[AgencyReading]:
    """Return the body of `kind` of each known place of `level` listed from token `ahead`; `begin` is the first's."""
    found: list[AgencyReading] = []
    ahead += passage.key(ahead) == ":"
    while ahead < limit and (named := place_of_kind(passage, ahead, limit, level)) is not None:
        alone = begin == ahead
        found.append(AgencyReading(begin=begin, end=named.end, name=kind.head, kind=kind, place=named, headless=alone))
        if passage.key(named.end) not in (",", "và"):
            break
        begin = ahead = named.end + 1
    return found if len(found) > 1 else []
