"""Groups of nodes that are tied more among themselves than with others, found by Louvain's method at several levels.

The nodes are numbered in the graph's order before they are compared, so that the groups are the same under any seed of
Python's hashes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Level = NDArray[np.int64]
"""Shape (nodes,): the number of the group of each node, in the graph's order."""

SMALLEST: Final = 4
"""Nodes of a community: fewer need no picture of their own."""
_SEED: Final = 7


def levels(graph: nx.MultiDiGraph[str]) -> list[Level]:
    """Return who is grouped with whom, from many small groups to few large ones, each made of whole smaller ones."""
    index = {node: i for i, node in enumerate(graph)}
    ties = Counter((min(a, b), max(a, b)) for a, b in ((index[a], index[b]) for a, b in graph.edges()) if a != b)
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(range(len(index)))
    # The root, for ten sittings of one committee make a chair no ten times nearer to it.
    simple.add_weighted_edges_from((a, b, math.sqrt(count)) for (a, b), count in sorted(ties.items()))
    found = []
    for partition in nx.community.louvain_partitions(simple, seed=_SEED):
        level = np.zeros(len(index), dtype=np.int64)
        for number, members in enumerate(sorted(map(sorted, partition))):
            level[members] = number
        found.append(level)
    return found


def communities(graph: nx.MultiDiGraph[str], *, grouped: Sequence[Level] | None = None) -> list[list[str]]:
    """Return the communities, the largest first, each in the graph's order; nodes of small groups are in none.

    `grouped` is what `levels` returns for the graph, where it is known already.
    """
    members: dict[int, list[str]] = defaultdict(list)
    for level in (levels(graph) if grouped is None else grouped)[-1:]:
        for node, number in zip(graph, level.tolist(), strict=True):
            members[number].append(node)
    return sorted((each for each in members.values() if len(each) >= SMALLEST), key=len, reverse=True)
