"""Where the nodes of a network stand: fixed positions, computed here so that the page opens still.

Connected parts of moderate size are laid out by the forces between all their nodes. A large part is laid out from its
communities downwards: first these as discs, then the groups within each, then the nodes, each drawn to the place of its
group and pushed by those near it only. Leaves join once their core has unfolded. Then nodes are pushed apart, the parts
are packed around the largest, and nodes without ties stand in rows below.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import networkx as nx
import numpy as np

from lienket.view.communities import Level, levels
from lienket.view.forces import Flags, Forces, Indices, Points, Ties, Values, always, apart, same, within

UNIT: Final = 72
"""What the distance that tied nodes like to keep is in the returned coordinates."""
_LARGE: Final = 300  # nodes of a part from which on its communities are laid out first
_WIDE: Final = 1.35  # labels and screens are wider than high
_ROOM: Final = (1.15, 0.62)  # no two nodes come closer than this, in x and in y
_GRAVITY: Final = 0.07
_MOST: Final = 1200  # groups of a level that is laid out
_DISC: Final = 0.75  # radius of a large part by the root of its nodes
_FILLED: Final = 0.85  # radius of a group by that of one that would fill its share of the disc it lies in
_BONDS: Final = 3.0  # how much heavier than ties of nodes those of discs are
_LEAVING: Final = 0.15  # how much lighter ties are that leave a group: they would draw it all over the picture
_CELL: Final = 0.5  # side of the cells in which parts are packed
_FINEST: Final = 200  # cells across the largest part
_MARGIN: Final = 1  # cells left free around a part
_LABELLED: Final = 95  # height that a labelled node takes, in the returned coordinates
_APART: Final = (1.5, 0.75)  # from one single node to the next, in x and in y


def positions(
    graph: nx.MultiDiGraph[str], *, grouped: Sequence[Level] | None = None, seed: int = 7
) -> dict[str, tuple[int, int]]:
    """Return the place of each node, y downwards, the middle of the picture at (0, 0).

    `grouped` is what `communities.levels` returns for the graph, where it is known already.
    """
    index = {node: i for i, node in enumerate(graph)}
    ties = _ties(graph, index)
    parts = [sorted(index[node] for node in part) for part in nx.weakly_connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part))
    if grouped is None:
        grouped = levels(graph) if parts and len(parts[0]) >= _LARGE else ()
    random = np.random.default_rng(seed)
    places = np.zeros((len(index), 2))
    moderate = np.zeros(len(index), dtype=np.int64)
    for number, part in enumerate(parts, start=1):
        if len(part) >= _LARGE:
            chosen = np.zeros(len(index), dtype=np.bool_)
            chosen[part] = True
            places[part] = _large(ties.among(chosen), [level[part] for level in grouped], random)
        elif len(part) > 1:
            moderate[part] = number
    joined = moderate > 0
    places[joined] = _moderate(ties.among(joined), moderate[joined], random)
    for part, points in zip(parts, _packed([places[part] for part in parts]), strict=True):
        places[part] = points
    if len(places):
        places -= (places.min(axis=0) + places.max(axis=0)) / 2
    return {node: (round(x * UNIT), round(y * UNIT)) for node, (x, y) in zip(index, places.tolist(), strict=True)}


def evened(places: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Return the places of a few nodes with room for their labels: drawn out where they crowd, together where not.

    Along each axis, half of where a node stands is its old place and half its rank.
    """
    if len(places) < 2:
        return dict(places)
    points = np.array(list(places.values()), dtype=np.float64)
    low, extent = points.min(axis=0), np.ptp(points, axis=0) + 1e-9
    ranks = points.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable") / (len(points) - 1)
    spread = ((points - low) / extent + ranks) / 2 - 0.5
    size = _LABELLED * math.sqrt(len(points)) * np.array((_WIDE, 1.0))
    return {node: (round(x), round(y)) for node, (x, y) in zip(places, (spread * size).tolist(), strict=True)}


def _ties(graph: nx.MultiDiGraph[str], index: dict[str, int]) -> Ties:
    ends = {(min(a, b), max(a, b)) for a, b in ((index[a], index[b]) for a, b in graph.edges()) if a != b}
    first, second = np.array(sorted(ends), dtype=np.int64).reshape(-1, 2).T
    return Ties((first, second), np.ones(len(first)))


def _leaves(ties: Ties, count: int) -> tuple[Flags, Indices]:
    """Return which nodes hang on one other, and that other's index (a node's own, if it is no leaf)."""
    degree = np.bincount(np.concatenate(ties.pairs), minlength=count)
    parent = np.arange(count)
    for end, other in (ties.pairs, ties.pairs[::-1]):
        # Of two that have but each other, the first is the core.
        hanging = (degree[end] == 1) & ((degree[other] > 1) | (other < end))
        parent[end[hanging]] = other[hanging]
    return parent != np.arange(count), parent


def _moderate(ties: Ties, parts: Indices, random: np.random.Generator) -> Points:
    """Return the points of connected parts, each around (0, 0): all are laid out in one go."""
    count = len(parts)
    leaf, parent = _leaves(ties, count)
    core = ~leaf
    middle, radius, mass = np.zeros((count, 2)), np.full(count, 0.5), _mass(leaf, parent)
    spread = np.sqrt(np.bincount(parts[core], minlength=int(parts.max(initial=0)) + 1)[parts])
    points = _scattered(middle, spread, random)
    unfolding = Forces(
        ties=ties.among(core),
        near=always(same(parts[core])),
        mass=mass[core],
        radius=radius[core],
        home=middle[core],
        gravity=_GRAVITY,
    )
    points[core] = unfolding.settle(points[core], steps=200, heat=0.35 * spread[core] + 0.4)
    points[leaf] = _scattered(points[parent[leaf]], radius[leaf], random)
    near = always(same(parts))
    forces = Forces(ties=ties, near=near, mass=np.ones(count), radius=radius, home=middle, gravity=_GRAVITY)
    points = forces.settle(points, steps=80, heat=0.5)
    for part in _members(parts):
        points[part] = _widened(_levelled(points[part]))
    return apart(points / _ROOM, near, radius) * _ROOM


def _members(label: Indices) -> list[Indices]:
    """Return the indices of the points of each label."""
    order = np.argsort(label, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(label[order])) + 1) if len(label) else []


def _large(ties: Ties, grouped: Sequence[Level], random: np.random.Generator) -> Points:
    """Return the points of one large connected part."""
    count = len(grouped[0])
    leaf, parent = _leaves(ties, count)
    home, room = np.zeros((count, 2)), np.full(count, _DISC * math.sqrt(count))
    above = np.zeros(count, dtype=np.int64)
    for group in _downwards([np.unique(level[parent], return_inverse=True)[1] for level in grouped]):
        discs, radius = _discs(ties, group, above, home, room, random)
        home, room, above = discs[group], radius[group], group
        ties = ties.weakened(group, _LEAVING)
    core = ~leaf
    points, radius, mass = _scattered(home, room / 2, random), np.full(count, 0.5), _mass(leaf, parent)
    unfolding = Forces(
        ties=ties.among(core),
        near=within(4.0),
        mass=mass[core],
        radius=radius[core],
        home=home[core],
        gravity=0.15,
        reach=4.0,
        taut=1.5,
    )
    points[core] = unfolding.settle(points[core], steps=80, heat=3.0)
    # As far as the leaves of one node take room: thousands on a heap would all push each other.
    points[leaf] = _scattered(points[parent[leaf]], np.sqrt(mass[parent[leaf]]), random)
    forces = Forces(
        ties=ties,
        near=within(2.0),
        mass=np.ones(count),
        radius=radius,
        home=home,
        gravity=0.05,
        reach=2.0,
        taut=1.5,
    )
    points = _widened(_levelled(forces.settle(points, steps=40, heat=0.6)))
    return apart(points / _ROOM, within(1.0), radius) * _ROOM


def _downwards(grouped: Sequence[Indices]) -> Iterator[Indices]:
    """Yield the levels that are laid out, the coarsest first: each of many more groups than the one before."""
    last = 1
    for group in reversed(grouped):
        count = int(group.max()) + 1
        if 2 * last <= count <= min(_MOST, len(group) // 6):
            last = count
            yield group


def _discs(
    ties: Ties, group: Indices, above: Indices, home: Points, room: Values, random: np.random.Generator
) -> tuple[Points, Values]:
    """Return the middle and radius of each group: a disc within the one of its nodes' group `above`.

    That one has its middle at `home` and the radius `room`, both given for each node.
    """
    first = np.unique(group, return_index=True)[1]
    around, home, room = above[first], home[first], room[first]
    radius = _FILLED * room * np.sqrt(np.bincount(group) / np.bincount(above)[around])
    between = ties.between(group)
    forces = Forces(
        ties=Ties(between.pairs, between.weight * _BONDS),
        near=always(same(around)),
        mass=np.ones(len(first)),
        radius=radius,
        home=home,
        gravity=0.1 * radius / (np.add.reduce(radius) / len(radius)),
        reach=3.0,
    )
    points = forces.settle(_scattered(home, (room - radius) * 0.65, random), steps=300, heat=room * 0.3)
    away = points - home
    distance = np.sqrt((away * away).sum(axis=1)) + 1e-9
    points = home + away * np.minimum((room - radius) / distance, 1)[:, None]
    return apart(points, forces.near, radius), radius


def _mass(leaf: Flags, parent: Indices) -> Values:
    """Return the mass of each node while its leaves are not there yet: it keeps their room."""
    return 1 + np.bincount(parent[leaf], minlength=len(parent)) / 2


def _scattered(middle: Points, reach: Values, random: np.random.Generator) -> Points:
    """Return points at random, each at most `reach` from its `middle` in x and in y."""
    return middle + (random.random(middle.shape) * 2 - 1) * reach[:, None]


def _levelled(points: Points) -> Points:
    """Return `points` around their middle, turned so that they spread furthest from left to right."""
    points = points - np.add.reduce(points, axis=0) / len(points)
    x, y = points[:, 0], points[:, 1]
    spread, lean = float(np.add.reduce(x * x - y * y)), 2 * float(np.add.reduce(x * y))
    size = math.sqrt(spread * spread + lean * lean)
    if size == 0:
        return points
    # Half of the angle whose cosine is spread/size, by square roots alone.
    cos = math.sqrt((1 + spread / size) / 2)
    sin = math.sqrt((1 - spread / size) / 2) * (1 if lean >= 0 else -1)
    return np.stack([x * cos + y * sin, y * cos - x * sin], axis=1)


def _widened(points: Points) -> Points:
    """Return `points` drawn out from left to right as far as the picture is wide, those that are wide already less."""
    width, height = np.ptp(points, axis=0).tolist()
    return points * (min(max(_WIDE**2 * height / (width + 1e-9), 1.0), _WIDE), 1.0)


def _packed(parts: list[Points]) -> Iterable[Points]:
    """Yield the parts, largest first, each moved to the free rectangle of cells that is nearest to the middle.

    Single points, which come last, are set in rows below all others.
    """
    joined = [points for points in parts if len(points) > 1]
    cell = max(_CELL, max((float(np.ptp(points, axis=0).max()) for points in joined), default=0) / _FINEST)
    sizes = [_size(points, cell) for points in joined]
    largest, rest = max(map(max, sizes), default=0), sum(width * height for width, height in sizes[1:])
    side = largest + int(2.5 * rest**0.5) + 2
    taken = np.zeros((side, side), dtype=np.bool_)
    corners: dict[tuple[int, int], Iterator[tuple[int, int]]] = {}
    placed: list[Points] = []
    for points, (width, height) in zip(joined, sizes, strict=True):
        free = corners.setdefault((width, height), _free_corners(taken, width, height))
        column, row = next(free, (0, 0))  # there is always room: the free cells are many times those that are needed
        corner = points.min(axis=0)
        taken[column : column + width, row : row + height] |= _covered((points - corner) / cell, width, height)
        placed.append(points - corner + (np.array((column, row)) + _MARGIN) * cell)
    yield from placed
    yield from _rows(len(parts) - len(joined), np.concatenate(placed) if placed else np.zeros((1, 2)))


def _size(points: Points, cell: float) -> tuple[int, int]:
    """Return how many cells a part takes, across and down."""
    width, height = (int(extent / cell) + 1 + 2 * _MARGIN for extent in np.ptp(points, axis=0).tolist())
    return width, height


def _free_corners(taken: Flags, width: int, height: int) -> Iterator[tuple[int, int]]:
    """Yield the cells in which free rectangles of that size begin, from the middle outwards.

    `taken` may fill up in between: what is free at the start is counted once, and each is looked at again when asked.
    """
    side = len(taken)
    sums = np.zeros((side + 1, side + 1), dtype=np.int32)
    sums[1:, 1:] = taken.cumsum(axis=0, dtype=np.int32).cumsum(axis=1)
    used = sums[width:, height:] - sums[:-width, height:] - sums[width:, :-height] + sums[:-width, :-height]
    columns, rows = np.nonzero(used == 0)
    across, down = (columns + width / 2 - side / 2) / _WIDE, rows + height / 2 - side / 2
    for i in np.argsort(across * across + down * down, kind="stable").tolist():
        column, row = int(columns[i]), int(rows[i])
        if not taken[column : column + width, row : row + height].any():
            yield column, row


def _covered(points: Points, width: int, height: int) -> Flags:
    """Return the cells of a part's rectangle within the octagon around its points: others may use its corners.

    `points` are in cells, from the least x and y of the part.
    """
    cells = points + _MARGIN
    x, y = np.arange(width)[:, None] + 0.5, np.arange(height)[None, :] + 0.5
    reach = 2 * _MARGIN
    rising, falling = cells[:, 0] + cells[:, 1], cells[:, 0] - cells[:, 1]
    inside: Flags = (x + y >= rising.min() - reach) & (x + y <= rising.max() + reach)
    inside &= (x - y >= falling.min() - reach) & (x - y <= falling.max() + reach)
    return inside


def _rows(count: int, above: Points) -> Iterable[Points]:
    """Yield `count` single points in centred rows below the points `above`."""
    left, right, bottom = above[:, 0].min(), above[:, 0].max(), above[:, 1].max()
    columns = max(int((right - left) / _APART[0]), int((count * _WIDE) ** 0.5), 1)
    for i in range(count):
        row, column = divmod(i, columns)
        width = min(columns, count - row * columns) - 1
        yield np.array([[(left + right) / 2 + (column - width / 2) * _APART[0], bottom + (row + 2) * _APART[1]]])
