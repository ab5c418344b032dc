"""The shortest way over ties."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator

from hypothesis import given
from hypothesis import strategies as st

from lienket.query.paths import Tie, shortest

TIES = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=20)


def both_ways(ties: list[tuple[int, int]], things: Collection[str]) -> Iterator[Tie]:
    for number, (one, other) in enumerate(ties):
        for source, target in ((str(one), str(other)), (str(other), str(one))):
            if source in things:
                yield f"fact {number}", source, target


def distances(ties: list[tuple[int, int]], start: int) -> dict[int, int]:
    found, frontier = {start: 0}, [start]
    while frontier:
        following = []
        for node in frontier:
            for one, other in (*ties, *((b, a) for a, b in ties)):
                if one == node and other not in found:
                    found[other] = found[node] + 1
                    following.append(other)
        frontier = following
    return found


@given(TIES, st.integers(0, 8), st.integers(0, 8))
def test_the_way_is_a_chain_and_none_is_shorter(ties: list[tuple[int, int]], start: int, goal: int) -> None:
    way = shortest(lambda things: both_ways(ties, things), [str(start)], [str(goal)])
    distance = distances(ties, start).get(goal)
    assert len(way) == (distance or 0)
    for (_, _, end), (_, begin, _) in itertools.pairwise(way):
        assert end == begin
    if way:
        assert (way[0][1], way[-1][2]) == (str(start), str(goal))


def test_there_may_be_no_way() -> None:
    assert shortest(lambda things: both_ways([(1, 2)], things), ["1"], ["3"]) == []
