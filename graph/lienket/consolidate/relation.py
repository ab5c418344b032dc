"""Pairs with a value each that are asked for from either side: which article's things are one, what hangs on what."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TypeAlias

Row: TypeAlias = tuple[str, str, str]
"""Source, target and value."""


class Relation:
    """A table of pairs. After `begin` it is in memory only, until `settle` writes all of it at once."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        """Open the table of this name, made if need be."""
        self._database = database
        self._table, self._index = f'"{name}"', f'"{name} of target"'
        self._targets: dict[str, dict[str, str]] | None = None
        self._sources: dict[str, list[str]] = {}
        database.execute(
            f"CREATE TABLE IF NOT EXISTS {self._table} (source TEXT, target TEXT, value TEXT,"
            " PRIMARY KEY (source, target)) WITHOUT ROWID"
        )
        self._make_index()

    def _make_index(self) -> None:
        self._database.execute(f"CREATE INDEX IF NOT EXISTS {self._index} ON {self._table} (target)")

    def begin(self) -> None:
        """Drop all pairs, and keep in memory those that come."""
        self._database.execute(f"DROP INDEX IF EXISTS {self._index}")
        self._database.execute(f"DELETE FROM {self._table}")
        self._targets, self._sources = {}, {}

    def settle(self) -> None:
        """Write what is in memory into the table: sorted, which is much faster than one by one."""
        if self._targets is not None:
            held, self._targets, self._sources = self._targets, None, {}
            self.add((source, *pair) for source in sorted(held) for pair in sorted(held[source].items()))
            self._make_index()

    def targets(self, source: str) -> Mapping[str, str]:
        """Return the targets of a source with the value of each, sorted."""
        if self._targets is not None:
            found = self._targets.get(source, {})
            return found if len(found) < 2 else dict(sorted(found.items()))
        return dict(
            self._database.execute(
                f"SELECT target, value FROM {self._table} WHERE source = ? ORDER BY target", (source,)
            )
        )

    def reached(self, source: str) -> list[str]:
        """Return the targets of a source, sorted: faster than with their values where these are long."""
        if self._targets is not None:
            return sorted(self._targets.get(source, ()))
        rows = self._database.execute(f"SELECT target FROM {self._table} WHERE source = ? ORDER BY target", (source,))
        return [target for (target,) in rows]

    def value(self, source: str, target: str) -> str:
        """Return the value of a pair."""
        if self._targets is not None:
            return self._targets[source][target]
        (value,) = self._database.execute(
            f"SELECT value FROM {self._table} WHERE source = ? AND target = ?", (source, target)
        ).fetchone()
        return str(value)

    def sources(self, target: str) -> Mapping[str, str]:
        """Return the sources of a target with the value of each, sorted."""
        if self._targets is not None:
            return {source: self._targets[source][target] for source in sorted(self._sources.get(target, ()))}
        return dict(
            self._database.execute(
                f"SELECT source, value FROM {self._table} WHERE target = ? ORDER BY source", (target,)
            )
        )

    def add(self, rows: Iterable[Row]) -> None:
        """Enter pairs that are not there."""
        if self._targets is None:
            self._database.executemany(f"INSERT INTO {self._table} VALUES (?, ?, ?)", rows)
            return
        for source, target, value in rows:
            self._targets.setdefault(source, {})[target] = value
            self._sources.setdefault(target, []).append(source)

    def replace(self, source: str, targets: Mapping[str, str]) -> None:
        """Make `targets` with their values all those of a source."""
        if self._targets is None:
            self._database.execute(f"DELETE FROM {self._table} WHERE source = ?", (source,))
            self.add((source, target, value) for target, value in targets.items())
            return
        for target in self._targets.pop(source, ()):
            self._sources[target].remove(source)
        if targets:
            self._targets[source] = dict(targets)
        for target in targets:
            self._sources.setdefault(target, []).append(source)

    def drop(self, target: str) -> None:
        """Take out all pairs of a target."""
        if self._targets is None:
            self._database.execute(f"DELETE FROM {self._table} WHERE target = ?", (target,))
        else:
            for source in self._sources.pop(target, ()):
                del self._targets[source][target]
