"""Points that draw and push each other until they are at rest, as nodes of a network or as discs for whole groups.

Only additions, multiplications, divisions and square roots in a fixed order are used, never BLAS or a set's order: the
same start gives the same bytes on every machine.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (points, 2): x and y, in units of the distance that tied nodes like to keep."""
Values = NDArray[np.float64]
"""Shape (points,) or (pairs,): a number of each."""
Indices = NDArray[np.int64]
Flags = NDArray[np.bool_]
Pairs = tuple[Indices, Indices]
"""The indices of the first and of the second of each pair; every pair once."""
Near = Callable[[Points], Pairs]
"""Which points push each other, as they stand."""

_RENEWED: Final = 4  # steps after which it is looked anew who is near
_LEAP: Final = 0.4  # of a disc's radius, furthest that it is pushed aside at a time


@dataclass(frozen=True, slots=True)
class Ties:
    """Which points draw each other, and how much: two nodes with a tie of weight 1 come to rest one unit apart."""

    pairs: Pairs
    weight: Values

    def among(self, chosen: Flags) -> Ties:
        """Return the ties between the chosen points, which are numbered anew."""
        number = np.cumsum(chosen) - 1
        first, second = self.pairs
        kept = chosen[first] & chosen[second]
        return Ties((number[first[kept]], number[second[kept]]), self.weight[kept])

    def weakened(self, group: Indices, factor: float) -> Ties:
        """Return the ties, those from one group to another `factor` times as heavy."""
        first, second = self.pairs
        return Ties(self.pairs, np.where(group[first] == group[second], 1.0, factor) * self.weight)

    def between(self, group: Indices) -> Ties:
        """Return the ties between the groups, numbered as in `group`.

        A group of many ties is drawn more than one of few, but not in proportion: all others would lie upon it.
        """
        first, second = group[self.pairs[0]], group[self.pairs[1]]
        leaving = first != second
        ends = np.stack([np.minimum(first, second), np.maximum(first, second)])[:, leaving]
        (low, high), tie = np.unique(ends, axis=1, return_inverse=True)
        weight = np.bincount(tie.ravel(), self.weight[leaving], len(low))
        strength = np.bincount(np.concatenate((low, high)), np.concatenate((weight, weight)))
        mean = np.add.reduce(strength) / (int(group.max()) + 1)
        return Ties((low, high), weight / np.sqrt(np.sqrt(strength[low] * strength[high]) * mean))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forces:
    """Fruchterman and Reingold's forces, with gravity; of discs, at distances measured in the sum of their radii."""

    ties: Ties
    near: Near
    mass: Values
    radius: Values
    """0.5 for nodes: two are one unit apart."""
    home: Points
    """Where gravity draws each point."""
    gravity: float | Values
    reach: float = math.inf
    """Distance from which on points do not push each other."""
    taut: float = math.inf
    """What a tie pulls at most, however long it is."""

    def settle(self, points: Points, *, steps: int, heat: float | Values) -> Points:
        """Return `points` after `steps`; `heat` is the first stride, of all or of each."""
        tied, weight = _sizes(self.radius, self.ties.pairs), self.ties.weight
        inward = (self.mass * self.gravity)[:, None]
        heat = np.broadcast_to(heat, len(points))[:, None]
        least = 1 / (self.reach * self.reach)
        pace = 0.6 * self.radius[:, None]
        for step in range(steps):
            left = 1 - step / steps
            if step % _RENEWED == 0:
                pairs = self.near(points)
                sizes, mass = _sizes(self.radius, pairs), self.mass[pairs[0]] * self.mass[pairs[1]]
            along, q = _offsets(points, pairs, sizes)
            force = _total(pairs, along * mass * np.maximum(1 / (q * q + 0.01) - least, 0), len(points))
            along, q = _offsets(points, self.ties.pairs, tied)
            force -= _total(self.ties.pairs, along * weight * np.minimum(q, self.taut / (q + 1e-9)), len(points))
            force -= (points - self.home) * inward
            length = np.sqrt((force * force).sum(axis=1))[:, None] + 1e-9
            stride = heat * (left * math.sqrt(left)) + 0.01
            points = points + force / length * np.minimum(length * pace, stride)
        return points


def apart(points: Points, near: Near, radius: Values, *, steps: int = 240) -> Points:
    """Return `points` pushed apart until no disc lies on another, or for so many steps."""
    for step in range(steps):
        if step % _RENEWED == 0:
            pairs = near(points)
            sizes = _sizes(radius, pairs)
        along, q = _offsets(points, pairs, sizes)
        move = _total(pairs, along * np.maximum(0.7 / (q + 1e-9) - 0.7, 0), len(points))
        # One that is pushed from all sides would leap over its neighbours.
        length = np.sqrt((move * move).sum(axis=1)) + 1e-9
        move *= (np.minimum(length, _LEAP) / length * radius)[:, None]
        points = points + move
        if float(np.abs(move).max(initial=0)) < 0.01:
            break
    return points


def always(pairs: Pairs) -> Near:
    """Return what tells the same pairs wherever the points stand."""
    return lambda points: pairs


def within(reach: float) -> Near:
    """Return what finds the pairs of points less than `reach` apart, and some more: those in a cell and the next."""

    def near(points: Points) -> Pairs:
        column, row = np.floor((points - points.min(axis=0)) / reach).astype(np.int64).T
        height = int(row.max()) + 2
        return _met(column * height + row, (0, 1, height - 1, height, height + 1))

    return near


def same(label: Indices) -> Pairs:
    """Return the pairs of points with the same label."""
    return _met(label, (0,))


def _met(key: Indices, shifts: Sequence[int]) -> Pairs:
    """Return the pairs of points of which the second's key is the first's plus one of `shifts`."""
    order = np.argsort(key, kind="stable")
    ranked = key[order]
    firsts, seconds = [], []
    for shift in shifts:
        begin = np.searchsorted(ranked, ranked + shift) if shift else np.arange(1, len(key) + 1)
        counts = np.searchsorted(ranked, ranked + shift, side="right") - begin
        firsts.append(np.repeat(order, counts))
        seconds.append(order[np.arange(counts.sum()) + np.repeat(begin - np.cumsum(counts) + counts, counts)])
    return np.concatenate(firsts), np.concatenate(seconds)


def _sizes(radius: Values, pairs: Pairs) -> Values:
    return radius[pairs[0]] + radius[pairs[1]]


def _offsets(points: Points, pairs: Pairs, sizes: Values) -> tuple[NDArray[np.float64], Values]:
    """Return the vectors from the second of each pair to the first, shape (2, pairs), and their lengths, in `sizes`."""
    x, y = np.ascontiguousarray(points.T)
    first, second = pairs
    dx, dy = (x[first] - x[second]) / sizes, (y[first] - y[second]) / sizes
    return np.stack((dx, dy)), np.sqrt(dx * dx + dy * dy)


def _total(pairs: Pairs, vectors: NDArray[np.float64], count: int) -> Points:
    """Return for each of `count` points the sum of its vectors, those of which it is the second end subtracted."""
    first, second = pairs
    sums = [np.bincount(first, one, count) - np.bincount(second, one, count) for one in vectors]
    return np.stack(sums, axis=1, dtype=np.float64)  # of no pair at all, bincount makes integers
