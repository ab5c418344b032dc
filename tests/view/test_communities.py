"""Communities are the groups that a reader would see, the same each time, and levels that lie within each other."""

from __future__ import annotations

from itertools import pairwise

import networkx as nx

from lienket.view.communities import SMALLEST, communities, levels
from lienket.view.network import network_of
from tests.view.fictional import demo
from tests.view.processes import printed


def villages(*sizes: int) -> nx.MultiDiGraph[str]:
    """Return groups in which all are tied to each other, and a single tie from each group to the next."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    members = [[f"{group}-{i}" for i in range(size)] for group, size in enumerate(sizes)]
    for group in members:
        graph.add_edges_from((a, b) for i, a in enumerate(group) for b in group[:i])
    graph.add_edges_from((a[0], b[-1]) for a, b in pairwise(members))
    return graph


def test_groups_tied_among_themselves_are_found_the_largest_first() -> None:
    graph = villages(5, 9, 7)
    assert [{node[0] for node in group} for group in communities(graph)] == [{"1"}, {"2"}, {"0"}]
    assert [len(group) for group in communities(graph)] == [9, 7, 5]


def test_members_stand_in_the_order_of_the_graph() -> None:
    graph = villages(6, 8)
    order = {node: i for i, node in enumerate(graph)}
    assert all(group == sorted(group, key=order.__getitem__) for group in communities(graph))


def test_small_groups_and_nodes_without_ties_are_in_none() -> None:
    graph = villages(6)
    graph.add_nodes_from(["alone", "to itself"])
    graph.add_edge("to itself", "to itself")
    graph.add_edges_from((f"few{i}", f"few{i + 1}") for i in range(SMALLEST - 2))
    assert communities(graph) == [[f"0-{i}" for i in (1, 0, 2, 3, 4, 5)]]


def test_nothing_has_no_communities() -> None:
    nothing: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    assert communities(nothing) == []
    nothing.add_node("alone")
    assert communities(nothing) == []


def test_parallel_ties_count_for_more_than_one() -> None:
    graph = nx.MultiDiGraph([(f"n{i}", f"n{(i + 1) % 8}") for i in range(8)])
    graph.add_edges_from([("n1", "n2"), ("n2", "n3"), ("n3", "n4"), ("n5", "n6"), ("n6", "n7"), ("n7", "n0")] * 8)
    assert {frozenset(group) for group in communities(graph)} == {
        frozenset({"n1", "n2", "n3", "n4"}),
        frozenset({"n5", "n6", "n7", "n0"}),
    }


def test_each_group_is_made_of_whole_smaller_ones() -> None:
    found = levels(villages(*[5] * 12, 30))
    assert len(found) > 1
    for finer, coarser in pairwise(found):
        pairs = set(zip(finer.tolist(), coarser.tolist(), strict=True))
        assert len(pairs) == len({group for group, _ in pairs})


def test_levels_that_are_known_are_not_sought_again() -> None:
    graph = network_of(demo())
    assert communities(graph, grouped=levels(graph)) == communities(graph)


def test_the_same_under_any_seed_of_hashes() -> None:
    code = (
        "from tests.view.fictional import demo; from lienket.view.network import network_of; "
        "from lienket.view.communities import communities; print(communities(network_of(demo())))"
    )
    assert printed(code) == {f"{communities(network_of(demo()))}\n".encode()}
