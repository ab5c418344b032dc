"""Longest match of phrases over token keys: one dictionary step a token."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import Any, Generic, TypeVar

Value = TypeVar("Value")


class Trie(Generic[Value]):
    """Phrases, each a sequence of token keys, with what they stand for; the first of equal phrases stays."""

    __slots__ = ("_root",)

    def __init__(self, phrases: Iterable[tuple[Sequence[str], Value]] = ()) -> None:
        self._root: dict[str, Any] = {}
        for keys, value in phrases:
            self.add(keys, value)

    def add(self, keys: Sequence[str], value: Value) -> None:
        """Add the phrase `keys`; an empty phrase is a ValueError."""
        if not keys:
            raise ValueError("an empty phrase matches everywhere")
        node: Any = self._root
        for key in keys:
            node = node.setdefault(key, {})
        node.setdefault(None, value)

    def starts(self) -> KeysView[str]:
        """Return the keys with which a phrase can begin."""
        return self._root.keys()

    def openings(self) -> Iterator[tuple[str, str | None]]:
        """Yield the first two keys of the phrases; None is the second of a phrase of one."""
        for first, node in self._root.items():
            for second in node:
                yield first, second

    def spots(self, keys: Sequence[str]) -> list[int]:
        """Return where in `keys` a phrase may begin, by its first two keys."""
        root, last = self._root, len(keys) - 1
        return [
            at
            for at, key in enumerate(keys)
            if key in root and (None in (after := root[key]) or (at < last and keys[at + 1] in after))
        ]

    def longest(self, keys: Sequence[str], start: int, limit: int) -> tuple[int, Value] | None:
        """Return the end and value of the longest phrase at `start` that ends by `limit`, or None."""
        found: tuple[int, Value] | None = None
        node: Any = self._root
        for index in range(start, limit):
            step = node.get(keys[index])
            if step is None:
                break
            node = step
            if None in node:
                found = (index + 1, node[None])
        return found

    def within(self, keys: Sequence[str], start: int, stop: int) -> bool:
        """Tell whether a phrase stands anywhere in tokens `start` to `stop`."""
        root = self._root
        return any(keys[at] in root and self.longest(keys, at, stop) is not None for at in range(start, stop))

    def all(self, keys: Sequence[str], start: int, limit: int) -> list[tuple[int, Value]]:
        """Return the end and value of every phrase at `start` that ends by `limit`, longest first."""
        found: list[tuple[int, Value]] = []
        node: Any = self._root
        for index in range(start, limit):
            step = node.get(keys[index])
            if step is None:
                break
            node = step
            if None in node:
                found.append((index + 1, node[None]))
        found.reverse()
        return found
