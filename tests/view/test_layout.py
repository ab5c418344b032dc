"""Positions are the same each time, keep nodes apart, keep tied nodes near, and are there in seconds."""

from __future__ import annotations

import random
import time

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from lienket.view.communities import communities, levels
from lienket.view.layout import UNIT, positions
from lienket.view.network import network_of
from tests.view.fictional import demo
from tests.view.processes import printed


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
    assert printed(code) == {f"{sorted(positions(network_of(demo())).items())}\n".encode()}


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


def large(size: int = 600) -> nx.MultiDiGraph[str]:
    """Return groups of 50 around two or three well tied nodes each, with leaves, and few ties from group to group."""
    chance = random.Random(size)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(f"n{i}" for i in range(size))
    for i in range(size):
        group = i // 50 * 50
        graph.add_edge(f"n{i}", f"n{group + chance.randrange(3)}")
        if chance.random() < 0.3:
            graph.add_edge(f"n{i}", f"n{group + chance.randrange(min(50, size - group))}")
        if i == group or chance.random() < 0.05:
            graph.add_edge(f"n{i}", f"n{chance.randrange(size) // 50 * 50}")
    return graph


def measured(graph: nx.MultiDiGraph[str]) -> NDArray[np.float64]:
    """Return the places of the nodes, shape (nodes, 2), in the distance that tied nodes like to keep."""
    return np.array(list(positions(graph).values())) / UNIT


SHAPES = {
    "communities": large(),
    "tangle": tangle(500),
    "star": nx.MultiDiGraph((f"n{i}", "hub") for i in range(400)),
    "chain": nx.MultiDiGraph((f"n{i}", f"n{i + 1}") for i in range(400)),
    "two large parts": nx.disjoint_union(large(350), large(400)),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_no_two_nodes_of_a_large_part_lie_on_each_other(shape: str) -> None:
    points = measured(SHAPES[shape])
    gaps = np.abs(points[:, None] - points[None]).sum(axis=2)
    np.fill_diagonal(gaps, np.inf)
    assert gaps.min() > 0.4


@pytest.mark.parametrize("shape", ["communities", "tangle", "star", "chain"])
def test_a_large_part_is_wider_than_high(shape: str) -> None:
    width, height = np.ptp(measured(SHAPES[shape]), axis=0).tolist()
    assert 1 < width / height < 2.5


def test_communities_stand_apart() -> None:
    graph = large()
    points = measured(graph)
    index = {node: i for i, node in enumerate(graph)}
    groups = [points[[index[node] for node in group]] for group in communities(graph)]
    middles = np.array([group.mean(axis=0) for group in groups])
    nearest = [
        int(((middles - point) ** 2).sum(axis=1).argmin()) == number
        for number, group in enumerate(groups)
        for point in group
    ]
    assert sum(nearest) / len(nearest) > 0.9


def test_levels_that_are_known_are_not_sought_again() -> None:
    graph = large()
    assert positions(graph, grouped=levels(graph)) == positions(graph)


def test_a_large_part_is_the_same_under_any_seed_of_hashes() -> None:
    code = (
        "from tests.view.test_layout import large; from lienket.view.layout import positions; "
        "print(sorted(positions(large()).items()))"
    )
    assert printed(code) == {f"{sorted(positions(large()).items())}\n".encode()}


def test_many_small_parts_are_packed_in_the_shape_of_a_screen() -> None:
    graph = nx.MultiDiGraph((f"{part}", f"{part}.{i}") for part in range(300) for i in range(part % 4 + 1))
    points = measured(graph)
    width, height = np.ptp(points, axis=0).tolist()
    assert 1 < width / height < 2
    assert len(points) / (width * height) > 0.1


@pytest.mark.slow
@pytest.mark.parametrize("graph", [tangle(2000), large(20_000)], ids=["one hub", "many communities"])
def test_thousands_of_nodes_in_seconds(graph: nx.MultiDiGraph[str]) -> None:
    begin = time.process_time()
    positions(graph)
    assert time.process_time() - begin < 45
