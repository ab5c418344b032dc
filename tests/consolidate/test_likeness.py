"""What is kept of how sightings compare is what comparing all of them at once gives."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from lienket.consolidate.likeness import Likeness, Pair, Weight
from lienket.consolidate.resolution import Joining

SIGHTINGS = st.lists(st.frozensets(st.sampled_from("abcdef")), min_size=2, max_size=24)
"""The features of each."""
TOGETHER = st.lists(st.tuples(st.integers(0, 23), st.integers(0, 23)), max_size=6)
"""Which are held together before they are compared, as far as both are there."""


@given(SIGHTINGS, TOGETHER, st.data())
def test_one_more_is_compared_as_if_all_came_at_once(
    sightings: list[frozenset[str]], together: list[tuple[int, int]], data: st.DataObject
) -> None:
    names = data.draw(st.permutations([f"{number:02}" for number in range(len(sightings))]))
    until = data.draw(st.integers(0, len(names)))

    def likest(likeness: Likeness, begin: int, end: int) -> list[Pair]:
        joining = Joining()
        for one, other in together:
            if one < end and other < end:
                joining.join(names[one], names[other])
        likeness.take(zip(names[begin:end], sightings[begin:end], strict=True), joining.leader, weigh)
        pairs, groups = likeness.pairs(), set[tuple[str, ...]]()
        strongest = []
        for pair in pairs:
            of = tuple(sorted(map(joining.leader, pair[1:3])))
            if of not in groups:
                groups.add(of)
                strongest.append(pair)
        assert likeness.strongest() == strongest
        return pairs

    def weigh(one: str, other: str) -> Weight:
        assert one < other
        shared = sightings[names.index(one)] & sightings[names.index(other)]
        return float(len(shared)), tuple(sorted(shared))

    grown = Likeness()
    likest(grown, 0, until)
    for end in range(until + 1, len(names) + 1):
        grown = Likeness(json.loads(json.dumps(grown.packed())))
        found = likest(grown, end - 1, end)
        assert found == likest(Likeness(), 0, end)
