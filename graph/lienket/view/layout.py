"""Where the nodes of a network stand: fixed positions, computed here so that the page opens still.

Every connected part is laid out by forces (its leaves added after its core has unfolded), nodes are pushed apart, the
parts are packed around the largest, and nodes without ties stand in rows below. Only additions, multiplications,
divisions and square roots in a fixed order are used, never BLAS or a set's order: the same graph gives the same bytes
on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (nodes, 2): x and y, in units of the distance that tied nodes like to keep."""
Half = NDArray[np.float32]
"""Distances for the forces between all nodes, where half the bytes are twice the speed and exact enough."""
Cells = NDArray[np.bool_]
"""Shape (columns, rows): which cells of the plane are taken."""
Pairs = NDArray[np.int64]
"""Shape (ties, 2): indices of the two ends, the lesser first, each pair once."""

UNIT: Final = 72
"""What that distance is in the returned coordinates."""
_BLOCK: Final = 32  # columns of the distance matrix computed at a time: 1,500 rows of it fit a processor's cache
_WIDE: Final = 1.35  # labels and screens are wider than high
_ROOM: Final = (1.15, 0.62)  # no two nodes come closer than this, in x and in y
_GRAVITY: Final = 0.07
_CELL: Final = 0.5  # side of the cells in which parts are packed
_MARGIN: Final = 1  # cells left free around a part
_APART: Final = (1.5, 0.75)  # from one single node to the next, in x and in y


def positions(graph: nx.MultiDiGraph[str], *, seed: int = 7) -> dict[str, tuple[int, int]]:
    """Return the place of each node, y downwards, the middle of the picture at (0, 0)."""
    nodes = list(graph)
    index = {node: i for i, node in enumerate(nodes)}
    neighbours = [sorted({index[other] for other in nx.all_neighbors(graph, node)} - {index[node]}) for node in nodes]
    random = np.random.default_rng(seed)
    parts = sorted(_parts(neighbours), key=lambda part: (-len(part), part))
    drawn = [_part(part, neighbours, random) for part in parts]
    places = np.zeros((len(nodes), 2))
    for part, points in zip(parts, _packed(drawn), strict=True):
        places[part] = points
    if len(nodes):
        places -= (places.min(axis=0) + places.max(axis=0)) / 2
    return {node: (round(x * UNIT), round(y * UNIT)) for node, (x, y) in zip(nodes, places.tolist(), strict=True)}


def _parts(neighbours: list[list[int]]) -> Iterable[list[int]]:
    """Yield the connected parts, each sorted."""
    seen: set[int] = set()
    for start in range(len(neighbours)):
        if start in seen:
            continue
        part, todo = {start}, [start]
        while todo:
            fresh = [other for other in neighbours[todo.pop()] if other not in part]
            part.update(fresh)
            todo += fresh
        seen |= part
        yield sorted(part)


def _part(part: list[int], neighbours: list[list[int]], random: np.random.Generator) -> Points:
    """Return the points of one connected part: its core unfolds first, then the leaves take their places around it."""
    local = {node: i for i, node in enumerate(part)}
    pairs = np.array([(local[a], local[b]) for a in part for b in neighbours[a] if a < b], dtype=np.int64).reshape(
        -1, 2
    )
    if len(part) < 3:
        return np.array([(i * _WIDE, 0.0) for i in range(len(part))])
    leaf = np.array([len(neighbours[node]) == 1 for node in part])
    mass = np.ones(len(part))
    parent = np.arange(len(part))
    for i in np.flatnonzero(leaf).tolist():
        parent[i] = local[neighbours[part[i]][0]]
        mass[parent[i]] += 0.5
    core = np.flatnonzero(~leaf)
    place = np.cumsum(~leaf) - 1
    inner = pairs[~leaf[pairs[:, 0]] & ~leaf[pairs[:, 1]]]
    start = (random.random((len(core), 2)) - 0.5) * len(core) ** 0.5 * 2
    points = np.zeros((len(part), 2))
    points[core] = _settle(start, place[inner], mass[core], steps=200, heat=0.35 * len(core) ** 0.5 + 0.4)
    points[leaf] = points[parent[leaf]] + (random.random((int(leaf.sum()), 2)) - 0.5)
    points = _settle(points, pairs, np.ones(len(part)), steps=80, heat=0.5)
    return _apart(_widened(_levelled(points)))


def _settle(points: Points, pairs: Pairs, mass: NDArray[np.float64], *, steps: int, heat: float) -> Points:
    """Return `points` after `steps` of Fruchterman and Reingold's forces, with gravity; `heat` is the first stride."""
    points = points.copy()
    for step in range(steps):
        force = _pairwise(points, lambda dx, dy: 1 / (dx * dx + dy * dy + 0.01), mass) * mass[:, None]
        force -= points * _GRAVITY * mass[:, None]
        along = points[pairs[:, 0]] - points[pairs[:, 1]]
        pull = along * np.sqrt((along * along).sum(axis=1))[:, None]
        np.subtract.at(force, pairs[:, 0], pull)
        np.add.at(force, pairs[:, 1], pull)
        length = np.sqrt((force * force).sum(axis=1))[:, None] + 1e-9
        stride = heat * (1 - step / steps) ** 1.5 + 0.01
        points += force / length * np.minimum(length * 0.3, stride)
    return points


def _apart(points: Points, *, steps: int = 60) -> Points:
    """Return `points` pushed apart until each has the room of its mark and of a line of label."""
    points = points / _ROOM

    def push(dx: Half, dy: Half) -> NDArray[np.floating[Any]]:
        distance = np.sqrt(dx * dx + dy * dy) + 1e-9
        return np.maximum(1 - distance, 0) / distance * np.float32(0.35)

    for _ in range(steps):
        move = _pairwise(points, push, np.ones(len(points)))
        points = points + move
        if float(np.abs(move).max()) < 0.01:
            break
    return points * _ROOM


def _pairwise(
    points: Points, weight: Callable[[Half, Half], NDArray[np.floating[Any]]], mass: NDArray[np.float64]
) -> Points:
    """Return for each point the sum over all others of (point - other) · weight(dx, dy) · mass of the other."""
    total = np.empty_like(points)
    x, y = points.astype(np.float32).T
    mass = mass.astype(np.float32)
    for begin in range(0, len(points), _BLOCK):
        block = slice(begin, begin + _BLOCK)
        dx = x[None, block] - x[:, None]
        dy = y[None, block] - y[:, None]
        weights = weight(dx, dy) * mass[:, None]
        total[block, 0] = np.add.reduce(dx * weights, axis=0)
        total[block, 1] = np.add.reduce(dy * weights, axis=0)
    return total


def _levelled(points: Points) -> Points:
    """Return `points` around their middle, turned so that they spread furthest from left to right."""
    points = points - np.add.reduce(points, axis=0) / len(points)
    x, y = points[:, 0], points[:, 1]
    spread, lean = float(np.add.reduce(x * x - y * y)), 2 * float(np.add.reduce(x * y))
    size = (spread * spread + lean * lean) ** 0.5
    if size == 0:
        return points
    # Half of the angle whose cosine is spread/size, by square roots alone.
    cos = ((1 + spread / size) / 2) ** 0.5
    sin = ((1 - spread / size) / 2) ** 0.5 * (1 if lean >= 0 else -1)
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
    sizes = [_size(points) for points in joined]
    largest, rest = max(map(max, sizes), default=0), sum(width * height for width, height in sizes[1:])
    side = largest + int(2.5 * rest**0.5) + 2
    taken = np.zeros((side, side), dtype=np.bool_)
    corners: dict[tuple[int, int], Iterator[tuple[int, int]]] = {}
    placed: list[Points] = []
    for points, (width, height) in zip(joined, sizes, strict=True):
        free = corners.setdefault((width, height), _free_corners(taken, width, height))
        column, row = next(free, (0, 0))  # there is always room: the free cells are many times those that are needed
        taken[column : column + width, row : row + height] |= _covered(points, width, height)
        placed.append(points - points.min(axis=0) + (np.array((column, row)) + _MARGIN) * _CELL)
    yield from placed
    yield from _rows(len(parts) - len(joined), np.concatenate(placed) if placed else np.zeros((1, 2)))


def _size(points: Points) -> tuple[int, int]:
    """Return how many cells a part takes, across and down."""
    width, height = (int(extent / _CELL) + 1 + 2 * _MARGIN for extent in np.ptp(points, axis=0).tolist())
    return width, height


def _free_corners(taken: Cells, width: int, height: int) -> Iterator[tuple[int, int]]:
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


def _covered(points: Points, width: int, height: int) -> Cells:
    """Return the cells of a part's rectangle within the octagon around its points: others may use its corners."""
    cells = (points - points.min(axis=0)) / _CELL + _MARGIN
    x, y = np.arange(width)[:, None] + 0.5, np.arange(height)[None, :] + 0.5
    reach = 2 * _MARGIN
    rising, falling = cells[:, 0] + cells[:, 1], cells[:, 0] - cells[:, 1]
    inside: Cells = (x + y >= rising.min() - reach) & (x + y <= rising.max() + reach)
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
