"""What belongs to known things is answered alike from memory and from the tables."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from lienket.consolidate.belonging import Belonging

NODES = [f"article-{article}#{node}" for article in "ab" for node in "123"]
KNOWN = ["k", "l"]
STEPS = st.one_of(
    st.tuples(st.sampled_from(NODES), st.sampled_from([*KNOWN, None]), st.sampled_from("xy")),
    st.tuples(st.sampled_from(["article-a", "article-b"]), st.none(), st.just("")),
)


def seen(belonging: Belonging) -> list[object]:
    return [
        *map(belonging.of, NODES),
        *((belonging.members(one), belonging.member(one), list(belonging.alike(one).items())) for one in KNOWN),
    ]


@given(st.lists(STEPS), st.integers(0, 5))
def test_it_answers_alike_in_memory_and_in_its_tables(steps: list[tuple[str, str | None, str]], until: int) -> None:
    held, stored = (Belonging(sqlite3.connect(":memory:")) for _ in range(2))
    held.begin()
    for number, (node, known, share) in enumerate(steps):
        if number == until:
            held.settle()
        for belonging in (held, stored):
            if "#" in node:
                belonging.reassign(node.partition("#")[0], {node: known}, lambda _, share=share: share)  # type: ignore[misc]
            else:
                belonging.drop(node)
        assert seen(held) == seen(stored)
    held.settle()
    assert seen(held) == seen(stored)


def test_those_of_one_share_are_counted_under_the_first() -> None:
    belonging = Belonging(sqlite3.connect(":memory:"))
    for node, share in (("a#2", "x"), ("b#1", "x"), ("a#1", "y"), ("a#3", "y"), ("c#1", "x")):
        belonging.reassign(node.partition("#")[0], {node: "k"}, {node: share}.__getitem__)
    assert list(belonging.alike("k").items()) == [("a#1", 2), ("a#2", 3)]
