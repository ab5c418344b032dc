"""The shortest way between two things over facts: searched here, for a SPARQL path gives no steps and no end."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

Tie = tuple[str, str, str]
"""A fact and its two ends, the one from which it was come to first: IRIs."""

FURTHEST = 12
"""Steps after which no more is looked for: over so many, everyone is connected with everyone."""


def shortest(
    expand: Callable[[Collection[str]], Iterable[Tie]], starts: Iterable[str], goals: Iterable[str]
) -> list[Tie]:
    """Return the ties of the shortest way from one of `starts` to one of `goals`; of several, always the same one.

    `expand` gives the ties that lead from any of some things. Nothing where there is no way of `FURTHEST` ties.
    """
    wanted, frontier = set(goals), sorted(set(starts))
    reached: dict[str, Tie | None] = dict.fromkeys(frontier)
    for _ in range(FURTHEST):
        found: dict[str, Tie] = {}
        for tie in sorted(expand(frontier)):
            if tie[2] not in reached:
                found.setdefault(tie[2], tie)
        reached |= found
        there = sorted(wanted & found.keys())
        if there or not found:
            return _back(reached, there[0]) if there else []
        frontier = sorted(found)
    return []


def _back(reached: Mapping[str, Tie | None], goal: str) -> list[Tie]:
    steps: list[Tie] = []
    tie = reached[goal]
    while tie is not None:
        steps.append(tie)
        tie = reached[tie[1]]
    return steps[::-1]
