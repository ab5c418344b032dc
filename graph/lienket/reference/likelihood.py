"""How much each feature speaks for an occasion, from `occasion_weights.csv`: linear models of what readers noted."""

from __future__ import annotations

import functools
import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from lienket.model import EventType
from lienket.reference.tables import read

FILE: Final = "occasion_weights.csv"
COLUMNS: Final = ("model", "feature", "weight")
TOLD: Final = "told"
ACT: Final = "act"
ALWAYS: Final = "always"
"""The feature that every case has: what is so before anything is known."""


@dataclass(frozen=True, slots=True)
class Likelihood:
    """The weights of the models by their names: `told`, `act`, and one for each type of event."""

    weights: dict[str, dict[str, float]]

    def of(self, model: str, features: AbstractSet[str]) -> float:
        """Return how likely it is by `model` that what has `features` is an occasion that a reader notes, 0 to 1."""
        return (1 + math.tanh(self._sum(model, features) / 2)) / 2

    def type(self, features: AbstractSet[str]) -> tuple[EventType, float]:
        """Return the likeliest type of an occasion with `features`, and how likely it is, 0 to 1."""
        sums = {kind: self._sum(kind, features) for kind in EventType if kind in self.weights}
        best = max(sums, key=lambda kind: sums[kind])
        return best, 1 / math.fsum(math.exp(one - sums[best]) for one in sums.values())

    def _sum(self, model: str, features: AbstractSet[str]) -> float:
        """Return the log-odds: an exact sum, the same in whatever order a set is gone through."""
        weights = self.weights[model]
        return math.fsum([weights.get(ALWAYS, 0.0), *(weights[feature] for feature in weights.keys() & features)])


@functools.cache
def likelihood() -> Likelihood:
    """Return the models of `occasion_weights.csv`."""
    weights: dict[str, dict[str, float]] = {}
    for row in read(FILE, COLUMNS):
        weights.setdefault(row.text("model"), {})[row.text("feature")] = row.number("weight")
    return Likelihood(weights)
