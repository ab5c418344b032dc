"""Precision, recall and F1 of a graph against gold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

import pyoxigraph as ox

from lienket.evaluate.facts import Facts, GoldFacts, Occasion
from lienket.evaluate.gold import GoldArticle
from lienket.evaluate.names import fold
from lienket.evaluate.stated import Stated

KINDS: Final = (
    "people",
    "roles",
    "agencies",
    "events",
    "event dates",
    "event places",
    "participation",
    "documents",
)
_ENOUGH: Final = 0.45
"""Likeness (0 to 1) from which two events can be one."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts are right, extra (stated, not in gold) and missed (required by gold, not stated)."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.extra + other.extra, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was stated that is right; 0 where nothing was."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 0.0

    @property
    def recall(self) -> float:
        """The share of what was to be found that was; 0 where nothing was to be."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(graph: ox.Store, gold: Iterable[GoldArticle]) -> dict[str, Score]:
    """Return the score of each of `KINDS` over all articles of `gold`; what is optional there is neither extra nor
    missed. Names are compared as `names` folds them, events after matching them one to one."""
    stated = Stated(graph)
    totals = dict.fromkeys(KINDS, Score())
    for article in gold:
        for kind, one in _article(stated.facts(article), article.gold).items():
            totals[kind] += one
    return totals


def _article(said: Facts, gold: GoldFacts) -> dict[str, Score]:
    wanted, optional = gold.facts, gold.optional
    return {
        "people": _sets(said.people, wanted.people, optional.people),
        "roles": _sets(said.roles, wanted.roles, optional.roles),
        "agencies": _sets(said.agencies, wanted.agencies, optional.agencies),
        "documents": _sets(said.documents, wanted.documents, optional.documents),
        **_events(said.events, wanted.events),
    }


def _sets(said: AbstractSet[object], wanted: AbstractSet[object], optional: AbstractSet[object] = frozenset()) -> Score:
    required = wanted - optional
    return Score(len(said & required), len(said - wanted - optional), len(required - said))


def _events(said: Sequence[Occasion], gold: Sequence[Occasion]) -> dict[str, Score]:
    partner = matches(said, gold)
    required = [(event, partner.get(number)) for number, event in enumerate(gold) if not event.optional]
    found = sum(match is not None for _, match in required)
    scores = {"events": Score(found, len(said) - len(partner), len(required) - found)}
    for kind in ("event dates", "event places", "participation"):
        scores[kind] = Score()
    for wanted, match in required:
        scores["event dates"] += _sets(_given(match.start if match else ""), _given(wanted.start))
        scores["event places"] += _places(match.places if match else frozenset(), wanted.places)
        scores["participation"] += _sets(match.parts if match else frozenset(), wanted.parts, wanted.may)
    return scores


def _given(value: str) -> frozenset[str]:
    return frozenset([value] if value else [])


def _places(said: Collection[str], wanted: Collection[str]) -> Score:
    """Score the place of one event: right where one name holds the other."""
    if any(one in other or other in one for one in said for other in wanted):
        return Score(right=1)
    return Score(extra=min(1, len(said)), missed=len(wanted))


def matches(said: Sequence[Occasion], gold: Sequence[Occasion]) -> dict[int, Occasion]:
    """Return the event said for each event of gold (by its number): the likest pairs first, each event once."""
    pairs = [(likeness(one, other), i, j) for i, one in enumerate(said) for j, other in enumerate(gold)]
    taken: set[int] = set()
    partner: dict[int, Occasion] = {}
    for like, i, j in sorted(pairs, reverse=True):
        if like >= _ENOUGH and i not in taken and j not in partner:
            taken.add(i)
            partner[j] = said[i]
    return partner


def likeness(said: Occasion, gold: Occasion) -> float:
    """Return how like two events are, 0 to 1: date and label 0.3 each, type and those who took part 0.2 each."""
    label = max(alike(said.label, gold.label), *(0.8 * alike(quote, gold.label) for quote in said.quotes), 0.0)
    shared = len(said.who & gold.who) / max(1, min(len(said.who) or 1, len(gold.who) or 1))
    return _dates_alike(said.start, gold.start) + 0.2 * (said.type == gold.type) + 0.3 * label + 0.2 * shared


def alike(one: str, other: str) -> float:
    return SequenceMatcher(None, fold(one).split(), fold(other).split()).ratio()


def _dates_alike(said: str, gold: str) -> float:
    if not gold:
        return 0.0 if said else 0.15
    return 0.3 if said.startswith(gold) else 0.0
