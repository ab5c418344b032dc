#!/usr/bin/env python3
"""Measure how long the places of a network take: beside networkx's spring layout, and as the network grows.

    python scripts/bench/layout.py

Runs where lienket is installed; for the comparison, scipy has to be there too. All is measured in one process, so that
the ratios hold on any machine.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

import networkx as nx

from lienket.view.communities import levels
from lienket.view.layout import positions


def network(size: int) -> nx.MultiDiGraph[str]:
    """Return communities around a few well tied nodes, half of their nodes leaves, and some ties across."""
    chance = random.Random(size)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    members: list[list[str]] = [[] for _ in range(max(size // 200, 5))]
    for i in range(size):
        own = members[i % len(members)]
        node = f"n{i}"
        own.append(node)
        ties = 1 if chance.random() < 0.5 else 2
        graph.add_edges_from((node, own[int(len(own) * chance.random() ** 3)]) for _ in range(ties))
        if i < len(members) or chance.random() < 0.1:
            other = chance.choice(members)
            graph.add_edge(node, other[0] if other else "n0")
    return graph


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of `work`."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=(1000, 5000, 20_000), help="nodes (%(default)s)")
    options = parser.parse_args()
    positions(network(400))  # what is imported late is there
    print(f"{'nodes':>8}{'ties':>8}{'communities, CPU s':>20}{'layout, CPU s':>15}{'ms a node':>11}")
    for size in options.sizes:
        graph = network(size)
        found = levels(graph)
        taken = cpu(lambda graph=graph, found=found: positions(graph, grouped=found))
        grouping = cpu(lambda graph=graph: levels(graph))
        print(f"{size:>8,}{graph.number_of_edges():>8,}{grouping:>20.2f}{taken:>15.2f}{taken / size * 1000:>11.3f}")
    if find_spec("scipy") is None:
        print("networkx's spring layout needs scipy, which is not here: not compared")
        return 0
    graph = network(1000)
    ours = cpu(lambda: positions(graph))
    simple = nx.Graph(graph)
    theirs = cpu(lambda: nx.spring_layout(simple, seed=7, method="force"))  # its "energy" takes many times as long
    print(f"1,000 nodes: spring_layout {theirs:.2f} CPU s, ours with communities {ours:.2f}", end="")
    print(f": {theirs / ours:.1f} times as long")
    return 0


if __name__ == "__main__":
    sys.exit(main())
