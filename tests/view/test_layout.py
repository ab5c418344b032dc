"""Positions are the same each time, keep nodes apart, keep tied nodes near, and are there in seconds."""

from __future__ import annotations

import subprocess
import sys
import time

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lienket.view.layout import UNIT, positions
from lienket.view.network import network_of
from tests.view.fictional import demo


def tangle(size: int, *, ties: int = 2) -> nx.MultiDiGraph[str]:
    """Return a graph that grows as such networks do: the well tied get more ties."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(size))
    graph.add_edges_from((f"n{i}", f"n{i * (i * 7 + 3 * j) % max(i, 1)}") for i in range(1, size) for j in range(ties))
    return graph


@given(st.integers(0, 25).flatmap(lambda n: st.lists(st.tuples(st.integers(0, n), st.integers(0, n)), max_size=40)))
@settings(max_examples=30, deadline=None)
def test_every_node_has_a_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    graph = nx.MultiDiGraph([(f"n{a}", f"n{b}") for a, b in pairs])
    places = positions(graph)
    assert list(places) == list(graph)
    assert len(set(places.values())) == len(places)
    assert places == positions(graph)


def test_the_same_bytes_in_another_process() -> None:
    code = (
        "from tests.view.fictional import demo; from lienket.view.network import network_of; "
        "from lienket.view.layout import positions; print(sorted(positions(network_of(demo())).items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert runs == {f"{sorted(positions(network_of(demo())).items())}\n".encode()}


def test_no_two_marks_cover_each_other() -> None:
    places = sorted(positions(network_of(demo())).values())
    gaps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for i, a in enumerate(places) for b in places[:i]]
    assert min(gaps) > 0.4 * UNIT


def test_tied_nodes_are_nearer_than_others() -> None:
    graph = network_of(demo())
    places = positions(graph)

    def apart(a: str, b: str) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    tied = [apart(a, b) for a, b, _ in graph.edges]
    every = [apart(a, b) for a in graph for b in graph if a < b]
    assert sum(tied) / len(tied) < 0.5 * sum(every) / len(every)


def test_parts_do_not_lie_on_each_other() -> None:
    graph = nx.MultiDiGraph([(f"{part}{i}", f"{part}{i + 1}") for part in "abcd" for i in range(6)])
    places = positions(graph)
    boxes = []
    for part in "abcd":
        xs, ys = zip(*(place for node, place in places.items() if node.startswith(part)), strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for i, (left, right, top, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            assert right < other[0] or other[1] < left or bottom < other[2] or other[3] < top


@pytest.mark.slow
def test_two_thousand_nodes_in_seconds() -> None:
    graph = tangle(2000)
    begin = time.process_time()
    positions(graph)
    assert time.process_time() - begin < 30
