"""How like the sightings of one block are: which share most with which, and what these pairs weigh.

Of a large block it is kept from one build to the next. Then a new sighting is compared with those that were there, and
these not again with each other: what is told of them has not changed.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, TypeAlias

_BEST: Final = 8
"""Other sightings with which one is weighed in full, at most: those that share most with it."""
Weight: TypeAlias = tuple[float, tuple[str, ...]]
"""What speaks for two being one, in sum and by its notations."""
Pair: TypeAlias = tuple[float, str, str, tuple[str, ...]]
"""Weight, two sightings, sorted, and the notations."""


class Likeness:
    """Sightings by their number in the order in which they came; what is told does not depend on that order."""

    def __init__(self, kept: dict[str, Any] | None = None) -> None:
        """Begin with none, or with what `packed` returned."""
        kept = kept or {"nodes": [], "having": {}, "groups": [], "likest": [], "weighed": [], "reasons": []}
        self._nodes: list[str] = kept["nodes"]
        self._having: dict[str, list[int]] = kept["having"]
        """By feature: who has it."""
        self._groups: list[int] = kept["groups"]
        """Who stood for each one's group when they were compared."""
        self._likest: list[list[tuple[int, int]]] = kept["likest"]
        """Of each: what it shares with those of other groups, as a negative number, and who that is."""
        reasons = [tuple(why) for why in kept["reasons"]]
        self._weighed: dict[tuple[int, int], Weight] = {
            (one, other): (weight, reasons[why]) for one, other, weight, why in kept["weighed"]
        }

    def packed(self) -> dict[str, Any]:
        """Return what makes an equal one, fit for JSON."""
        reasons: dict[tuple[str, ...], int] = {}
        return {
            "nodes": self._nodes,
            "having": self._having,
            "groups": self._groups,
            "likest": self._likest,
            "weighed": [
                (*pair, weight, reasons.setdefault(why, len(reasons))) for pair, (weight, why) in self._weighed.items()
            ],
            "reasons": list(reasons),
        }

    def take(
        self,
        new: Iterable[tuple[str, Iterable[str]]],
        leader: Callable[[str], str],
        weigh: Callable[[str, str], Weight],
    ) -> None:
        """Take in the sightings that are `new`, each with its features, and weigh the likest pairs.

        A pair shares something, and is of two groups: `leader` returns what stands for the group of a sighting.
        """
        before = len(self._nodes)
        features: list[Iterable[str]] = []
        for node, its in new:
            self._nodes.append(node)
            features.append(its)
        number = {node: at for at, node in enumerate(self._nodes)}
        groups = [number[leader(node)] for node in self._nodes]
        if before and _is_same_partition(self._groups, groups):
            for at, its in enumerate(features, before):
                self._compare(at, set(its), groups)
        else:
            for at, its in enumerate(features, before):
                self._enter(at, its)
            self._compare_all(groups)
        self._groups = groups
        self._weigh(weigh)

    def pairs(self) -> list[Pair]:
        """Return the likest pairs, strongest first."""
        return sorted((self._pair(*pair) for pair in self._weighed), key=_order)

    def strongest(self) -> list[Pair]:
        """Return, of any two groups, the strongest of their pairs; the strongest first."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for pair, (weight, _) in self._weighed.items():
            here, there = self._groups[pair[0]], self._groups[pair[1]]
            groups = (here, there) if here < there else (there, here)
            best = found.setdefault(groups, pair)
            most = self._weighed[best][0]
            if weight > most or (weight == most and _order(self._pair(*pair)) < _order(self._pair(*best))):
                found[groups] = pair
        return sorted((self._pair(*pair) for pair in found.values()), key=_order)

    def _pair(self, one: int, other: int) -> Pair:
        weight, why = self._weighed[one, other]
        return weight, self._nodes[one], self._nodes[other], why

    def _enter(self, at: int, features: Iterable[str]) -> None:
        for feature in features:
            self._having.setdefault(feature, []).append(at)

    def _compare(self, at: int, features: set[str], groups: Sequence[int]) -> None:
        """Compare one with all that came before it."""
        shared: Counter[int] = Counter()
        for feature in features:
            shared.update(self._having.get(feature, ()))
        self._enter(at, features)
        others = [(-count, other) for other, count in shared.items() if groups[other] != groups[at]]
        self._likest.append(self._best(others))
        for count, other in others:
            if len(self._likest[other]) < _BEST or count <= self._likest[other][-1][0]:
                self._likest[other] = self._best([*self._likest[other], (count, at)])

    def _best(self, of: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        return heapq.nsmallest(_BEST, of, key=lambda one: (one[0], self._nodes[one[1]]))

    def _compare_all(self, groups: Sequence[int]) -> None:
        # The features that several have, as the bits of a number: what two share is counted in one step.
        bits = [0] * len(self._nodes)
        shared = [having for having in self._having.values() if len(having) > 1]
        for position, having in enumerate(shared):
            for at in having:
                bits[at] |= 1 << position
        members: dict[int, list[tuple[int, int]]] = {}
        for at, its in enumerate(bits):
            members.setdefault(groups[at], []).append((at, its))
        self._likest = [[] for _ in bits]
        for group, those in members.items():
            others = [one for of, several in members.items() if of != group for one in several]
            for at, its in those if others else ():
                alike = [(-count, other) for other, features in others if (count := (its & features).bit_count())]
                self._likest[at] = self._best(alike)

    def _weigh(self, weigh: Callable[[str, str], Weight]) -> None:
        """Weigh the likest pairs that were not weighed before, and forget those that are not of the likest now."""
        nodes, weighed = self._nodes, self._weighed
        self._weighed = {}
        for at, likest in enumerate(self._likest):
            for _, other in likest:
                pair = (at, other) if nodes[at] < nodes[other] else (other, at)
                if pair not in self._weighed:
                    self._weighed[pair] = weighed.get(pair) or weigh(nodes[pair[0]], nodes[pair[1]])


def _is_same_partition(before: Sequence[int], now: Sequence[int]) -> bool:
    """Tell whether those that were there before are in the same groups now, whatever stands for each."""
    both = set(zip(before, now, strict=False))
    return len(both) == len(set(before)) == len(set(now[: len(before)]))


def _order(pair: Pair) -> tuple[float, str, str]:
    return -pair[0], pair[1], pair[2]
