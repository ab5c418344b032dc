"""Which events that several articles report are one.

One event has one kind, days that overlap, and something more that only it has: who organised or chaired it, where it
was, the words it is called by. What is without a full date is compared within copies of one text only.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lienket.consolidate import places
from lienket.consolidate.judgements import Judged
from lienket.consolidate.memory import Memory
from lienket.consolidate.resolution import Comparison, Joined, Resolution, alone
from lienket.consolidate.said import Said
from lienket.language.folding import name_key
from lienket.model import Function, Verdict
from lienket.rdf import iris
from lienket.rdf.terms import FOAF, LK, RDFS, SCHEMA, SKOS

BLOCK: Final = "event "
"""What the names of the blocks of events begin with."""
_JOINED: Final = 3.0
"""Evidence from which two are one."""
_OPEN: Final = 2.0
"""Evidence from which it is worth saying that two may be one."""
_TELLING: Final = 3
"""Words of a label from which it can tell one event from others."""
_NUMBER: Final = re.compile(r"[0-9]+|[ivxl]+")
_LEADING: Final = frozenset((Function.ORGANISER, Function.HOST, Function.CHAIR))


@dataclass(frozen=True, slots=True)
class _Sighting:
    """What one article tells of an event. `first` and `last` are its days."""

    node: str
    article: str
    order: tuple[str, str, str]
    text: str
    key: str
    first: datetime.date | None
    last: datetime.date | None
    words: frozenset[str]
    numbers: frozenset[str]
    place: str
    province: str
    leading: frozenset[str]
    taking_part: frozenset[str]


def candidates(said: Said, article: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the events of one article as candidates: block, local IRI and sighting."""
    things = said.things(article)
    who: dict[str, list[tuple[str, bool]]] = {}
    for node in things.get("participation", ()):
        agent = said.linked(node, LK.participant)
        name = name_key(said.one(agent, FOAF.name) or said.one(agent, SKOS.prefLabel) or "") if agent else ""
        function = (said.one(node, LK.function) or "").rpartition("/")[2]
        if name:
            who.setdefault(said.one(node, LK.event) or "", []).append((name, function in _LEADING))
    return [_candidate(said, node, who.get(node, [])) for node in things.get("event", ())]


def _candidate(said: Said, node: str, who: list[tuple[str, bool]]) -> tuple[str, str, dict[str, Any]]:
    start, end = said.date(node, SCHEMA.startDate), said.date(node, SCHEMA.endDate)
    first = start.earliest if start and start.earliest == start.latest else None
    last = end.earliest if end and end.earliest == end.latest else first
    kind = (said.one(node, LK.eventType) or "").rpartition("/")[2]
    text = said.text_of(node)
    place = said.linked(node, SCHEMA.location)
    told = {
        "order": said.seniority(node),
        "text": text,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last and first else None,
        "label": said.one(node, RDFS.label) or "",
        "place": said.of(place) or "",
        "province": (places.province(said, place) or "") if place else "",
        "leading": sorted({name for name, leads in who if leads}),
        "taking_part": sorted({name for name, leads in who if not leads}),
    }
    block = f"{kind} {first:%Y-%m}" if first else f"text {text}"
    return BLOCK + block, node, told


def _sighting(node: str, told: dict[str, Any]) -> _Sighting:
    words = frozenset(name_key(re.sub(r"[^\w\s]", " ", told["label"])).split())
    return _Sighting(
        node=node,
        article=iris.article_of(node),
        order=tuple(told["order"]),
        text=told["text"],
        key=node.partition("#")[2],
        first=datetime.date.fromisoformat(told["first"]) if told["first"] else None,
        last=datetime.date.fromisoformat(told["last"]) if told["last"] else None,
        words=words,
        numbers=frozenset(word for word in words if _NUMBER.fullmatch(word)),
        place=told["place"],
        province=told["province"],
        leading=frozenset(told["leading"]),
        taking_part=frozenset(told["taking_part"]),
    )


def resolve(memory: Memory, block: str, judged: Judged) -> Resolution:
    """Decide which of the events of a block are one."""
    rows = memory.candidates(block)
    if len(rows) < 2:
        return alone(rows)
    told = json.loads(f"[{','.join(rows.values())}]")  # all at once: that is faster than one by one
    sightings = {node: _sighting(node, one) for node, one in zip(rows, told, strict=True)}
    joined = Joined(sightings, judged.on(sightings))
    weighed = sorted(_weighed(sightings), key=lambda pair: (-pair[0], pair[1], pair[2]))
    for weight, one, other, evidence in weighed:
        if weight >= _JOINED:
            joined.join(one, other, evidence)
    groups = joined.groups()
    open_: dict[tuple[str, str], Comparison] = {}
    for weight, one, other, evidence in weighed:
        low, high = sorted((groups[joined.leader(one)].first, groups[joined.leader(other)].first))
        if low != high and weight >= _OPEN and sightings[one].article != sightings[other].article:
            open_.setdefault((low, high), Comparison(low, high, Verdict.UNSURE, evidence))
    return Resolution(tuple(groups.values()), tuple(open_[pair] for pair in sorted(open_)))


def _weighed(sightings: dict[str, _Sighting]) -> Iterator[tuple[float, str, str, tuple[str, ...]]]:
    """Yield the pairs whose days overlap, or that are in copies of one text, with what speaks for them."""
    on_day: dict[object, list[str]] = {}
    for node in sorted(sightings):
        one = sightings[node]
        for day in _days(one):
            on_day.setdefault(day, []).append(node)
    met: set[tuple[str, str]] = set()
    for nodes in on_day.values():
        for position, low in enumerate(nodes):
            for high in nodes[position + 1 :]:
                if (low, high) not in met:
                    met.add((low, high))
                    weight, evidence = _weigh(sightings[low], sightings[high])
                    if weight > 0:
                        yield weight, low, high, evidence


_LONGEST: Final = 31
"""Days of an event that are looked at."""


def _days(one: _Sighting) -> Iterator[object]:
    if one.first is None or one.last is None:
        yield one.text, one.key
        return
    for number in range(min((one.last - one.first).days + 1, _LONGEST)):
        yield one.first + datetime.timedelta(days=number)


def _weigh(one: _Sighting, other: _Sighting) -> tuple[float, tuple[str, ...]]:
    """Return what speaks for two sightings being one event, in sum and by its notations."""
    if one.text == other.text and one.key == other.key:
        return 9.0, ("same-text",)
    if one.numbers != other.numbers and one.numbers and other.numbers:
        return 0.0, ()  # the seventh session is not the eighth
    if one.province and other.province and one.province != other.province:
        return 0.0, ()
    found = {"same-day": 0.5}
    if one.leading & other.leading:
        found["same-organiser"] = 2.0
    if one.place and one.place == other.place:
        found["same-place"] = 1.5
    elif one.province and one.province == other.province:
        found["same-place"] = 0.75
    common, fewer = len(one.words & other.words), min(len(one.words), len(other.words))
    if fewer >= _TELLING and common >= 0.8 * fewer:
        found["same-label"] = 2.5 if common > _TELLING else 1.5
    elif fewer >= _TELLING and common < 0.25 * fewer:
        found["other-label"] = -1.5
    both = (one.leading | one.taking_part) & (other.leading | other.taking_part)
    beside = len(both) - bool(one.leading & other.leading)
    if beside > 0:
        found["same-colleagues"] = min(1.0 * beside, 3.0)
    return sum(found.values()), tuple(sorted(found.keys() - {"other-label"}))
