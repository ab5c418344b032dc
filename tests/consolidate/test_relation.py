"""A relation answers alike in memory and in its table."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from lienket.consolidate.relation import Relation

NAMES = st.sampled_from(["a", "b", "c"])
STEPS = st.one_of(
    st.tuples(st.just("replace"), NAMES, st.dictionaries(NAMES, st.sampled_from(["", "x"]))),
    st.tuples(st.just("drop"), NAMES, st.just({})),
)


def seen(relation: Relation) -> list[object]:
    return [(list(relation.targets(one).items()), list(relation.sources(one).items())) for one in "abc"]


@given(st.lists(STEPS), st.integers(0, 5))
def test_it_answers_alike_in_memory_and_in_its_table(steps: list[tuple[str, str, dict[str, str]]], until: int) -> None:
    held, stored = (Relation(sqlite3.connect(":memory:"), "some thing") for _ in range(2))
    held.begin()
    for number, (step, name, targets) in enumerate(steps):
        if number == until:
            held.settle()
        for relation in (held, stored):
            if step == "replace":
                relation.replace(name, targets)
            else:
                relation.drop(name)
        assert seen(held) == seen(stored)
    held.settle()
    assert seen(held) == seen(stored)
