"""What consolidation remembers from one build to the next, so that it computes again only what new articles touch.

A database file (SQLite) beside the graph: each thing that an article tells of, as its saying, and which known thing it
is. All of it follows from the article graphs; without the file, or with one of another state, everything is computed
anew. The answer is the same.

While everything is computed anew, it is held in memory and written at the end.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from lienket.consolidate.relation import Relation, Row
from lienket.rdf.sayings import Saying, Values, unpacked

_FORMAT: Final = 3
"""Raised when the tables change: a file of another format is made anew."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS arrived (article TEXT PRIMARY KEY, digest TEXT, sayings TEXT);
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS around (article TEXT PRIMARY KEY, told TEXT);
CREATE TABLE IF NOT EXISTS comparison (block TEXT PRIMARY KEY, told TEXT);
CREATE TABLE IF NOT EXISTS thing (node TEXT PRIMARY KEY, kind TEXT, said TEXT) WITHOUT ROWID;
"""
_TIES: Final = (
    "member", "role", "post", "of", "label", "together", "pair", "unit", "through-time", "compared", "joined"
)  # fmt: skip
"""How known things hang together."""
_CACHED: Final = 200_000
"""Sayings that are kept decoded at most."""
_AROUND: Final = 4096
"""Articles of which what their sightings have in common is kept decoded at most."""
_HELD: Final = 10_000
"""Articles whose things are held in memory at most while all is computed anew."""


class Memory:
    """The database, open in one transaction: `keep` makes what was written since the last one lasting."""

    def __init__(self, path: Path | None) -> None:
        """Open the file at `path`, made if need be; None for one that is gone when it is closed."""
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError:
            if path is None:
                raise
            path.unlink(missing_ok=True)  # damaged or of another format, and all in it can be computed anew
            self._database = _opened(path)
        self._belongs = Relation(self._database, "belongs")
        self._candidates = Relation(self._database, "candidate")
        self._ties = {kind: Relation(self._database, f"tie {kind}") for kind in _TIES}
        self._database.execute("BEGIN")
        self._decoded: dict[str, Values] = {}
        self._of: dict[str, str | None] = {}
        self._things: dict[str, list[tuple[str, str]]] = {}
        self._around: dict[str, Mapping[str, Any]] = {}
        self._entered = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def keep(self) -> None:
        """Make what was written lasting."""
        self._settle()
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    @property
    def _relations(self) -> tuple[Relation, ...]:
        return (self._belongs, self._candidates, *self._ties.values())

    def _settle(self) -> None:
        for relation in self._relations:
            relation.settle()

    # What it is a memory of

    def noted(self, name: str) -> str | None:
        """Return what `note` wrote under a name last."""
        row = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def note(self, name: str, value: str) -> None:
        """Write down of what the knowledge was computed."""
        self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def forget(self) -> None:
        """Empty it, but for what arrived, and hold in memory what comes."""
        for table in ("state", "article", "around", "comparison", "thing"):
            self._database.execute(f"DELETE FROM {table}")
        for relation in self._relations:
            relation.begin()
        for cache in (self._decoded, self._of, self._things, self._around):
            cache.clear()
        self._entered = 0

    # What articles say

    def arrive(self, article: str, digest: str, sayings: str) -> None:
        """Put by what an article says until it is consolidated. `sayings` is JSON, `digest` its graph's."""
        self._database.execute("INSERT OR REPLACE INTO arrived VALUES (?, ?, ?)", (article, digest, sayings))

    def arrived(self, article: str, digest: str) -> list[Saying] | None:
        """Return what was put by of the article's graph with this digest."""
        row = self._database.execute(
            "SELECT sayings FROM arrived WHERE article = ? AND digest = ?", (article, digest)
        ).fetchone()
        return unpacked(row[0]) if row else None

    def clear_arrived(self) -> None:
        """Drop what was put by."""
        self._database.execute("DELETE FROM arrived")

    def articles(self) -> dict[str, str]:
        """Return the digests of the consolidated articles' graphs by IRI."""
        return dict(self._database.execute("SELECT iri, digest FROM article"))

    def add(self, article: str, digest: str, sayings: Iterable[Saying]) -> None:
        """Enter an article."""
        self._entered += 1
        if self._entered == _HELD:
            self._settle()
        rows = sorted((node_in(article, one), one.kind, one.text) for one in sayings)
        self._database.execute("INSERT INTO article VALUES (?, ?)", (article, digest))
        self._database.executemany("INSERT INTO thing VALUES (?, ?, ?)", rows)
        self._take(article, rows)

    def drop(self, article: str) -> None:
        """Take an article and its things out."""
        for node, _ in self.things(article):
            self._belongs.drop(node)
            for block in self.blocks_of(node):
                self._database.execute("DELETE FROM comparison WHERE block = ?", (block,))
            self._candidates.drop(node)
            self._database.execute("DELETE FROM thing WHERE node = ?", (node,))
            self._decoded.pop(node, None)
            self._of.pop(node, None)
        self._database.execute("DELETE FROM article WHERE iri = ?", (article,))
        self._database.execute("DELETE FROM around WHERE article = ?", (article,))
        del self._things[article]
        self._around.pop(article, None)

    def things(self, article: str) -> list[tuple[str, str]]:
        """Return node and kind of all that an article tells of, sorted."""
        things = self._things.get(article)
        if things is None:
            # "$" follows "#", so that these are the article itself and all IRIs within it
            rows = self._database.execute(
                "SELECT * FROM thing WHERE node = ? OR node BETWEEN ? AND ? ORDER BY node",
                (article, f"{article}#", f"{article}$"),
            )
            things = self._take(article, rows.fetchall())
        return things

    def _take(self, article: str, rows: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
        """Decode what an article says, all at once: that is faster than one thing at a time."""
        if len(self._decoded) >= _CACHED:
            self._decoded.clear()
            self._things.clear()
        told: list[Values] = json.loads(f"[{','.join([said for _, _, said in rows])}]")
        for (node, _, _), values in zip(rows, told, strict=True):
            # One text for equal ones: most values are terms of the vocabulary, and IRIs of the same article.
            self._decoded[sys.intern(node)] = {name: list(map(sys.intern, of)) for name, of in values.items()}
        things = self._things[article] = [(node, kind) for node, kind, _ in rows]
        return things

    def said(self, node: str) -> Values | None:
        """Return what its article says of a thing; None where it stands below the threshold or is none."""
        values = self._decoded.get(node)
        if values is None:
            row = self._database.execute("SELECT said FROM thing WHERE node = ?", (node,)).fetchone()
            if row is not None:
                values = self._decoded[node] = json.loads(row[0])
        return values

    # Which known thing it is

    def of(self, node: str) -> str | None:
        """Return the known thing that a local one is."""
        try:
            return self._of[node]
        except KeyError:
            if len(self._of) >= _CACHED:
                self._of.clear()
            known = self._of[node] = next(iter(self._belongs.sources(node)), None)
            return known

    def assign(self, of: Mapping[str, str], share: Callable[[str], str]) -> None:
        """Enter which known things local ones are that were none before.

        `share` is the same of those that say the same of a known thing.
        """
        self._of.update(of)
        self._belongs.add((known, node, share(node)) for node, known in of.items())

    def reassign(self, node: str, known: str | None, share: Callable[[str], str]) -> None:
        """Enter that a local thing is another known one, or none any more."""
        if self.of(node) is not None:
            self._belongs.drop(node)
        if known is not None:
            self._belongs.add([(known, node, share(node))])
        self._of[node] = known

    def members(self, known: str) -> list[str]:
        """Return the local things that are a known one, sorted."""
        return self._belongs.reached(known)

    def member(self, known: str) -> str | None:
        """Return the first of the local things that are a known one."""
        return next(iter(self._belongs.targets(known)), None)

    def alike(self, known: str) -> Mapping[str, int]:
        """Return, of the local things that are a known one, the first of each share, sorted, and how many have it."""
        return self._belongs.classes(known)

    # Which local things may be one

    def propose(self, rows: Iterable[Row]) -> None:
        """Enter candidates: block, local thing, and its sighting (JSON)."""
        self._candidates.add(rows)

    def candidates(self, block: str) -> Mapping[str, str]:
        """Return the local things of a block with their sightings, sorted."""
        return self._candidates.targets(block)

    def in_block(self, block: str) -> list[str]:
        """Return the local things of a block, sorted."""
        return self._candidates.reached(block)

    def candidate(self, block: str, node: str) -> str:
        """Return the sighting of a local thing of a block."""
        return self._candidates.value(block, node)

    def keep_comparisons(self, block: str, told: str) -> None:
        """Put by how the local things of a block compare (JSON): it holds until one of them goes."""
        self._database.execute("INSERT OR REPLACE INTO comparison VALUES (?, ?)", (block, told))

    def comparisons(self, block: str) -> str | None:
        """Return what was put by of how the local things of a block compare."""
        row = self._database.execute("SELECT told FROM comparison WHERE block = ?", (block,)).fetchone()
        return str(row[0]) if row else None

    def surround(self, article: str, told: str) -> None:
        """Enter what the sightings of an article have in common (JSON)."""
        self._database.execute("INSERT INTO around VALUES (?, ?)", (article, told))

    def around(self, article: str) -> Mapping[str, Any]:
        """Return what the sightings of an article have in common."""
        told = self._around.get(article)
        if told is None:
            if len(self._around) >= _AROUND:
                self._around.clear()
            row = self._database.execute("SELECT told FROM around WHERE article = ?", (article,)).fetchone()
            told = self._around[article] = json.loads(row[0])
        return told

    def blocks_of(self, node: str) -> Iterable[str]:
        """Return the blocks in which a local thing is a candidate."""
        return self._candidates.sources(node)

    # How known things hang together

    def ties(self, source: str, kind: str) -> Mapping[str, str]:
        """Return where the ties of a kind from a known thing lead, with the value of each, sorted."""
        return self._ties[kind].targets(source)

    def tied_to(self, target: str, kind: str) -> Mapping[str, str]:
        """Return from where the ties of a kind to a known thing come, with the value of each, sorted."""
        return self._ties[kind].sources(target)

    def tie(self, source: str, kind: str, targets: Mapping[str, str]) -> None:
        """Make `targets` with their values all the ties of a kind from a known thing."""
        self._ties[kind].replace(source, targets)


def _opened(path: Path | None) -> sqlite3.Connection:
    database = sqlite3.connect(path or ":memory:", isolation_level=None)
    # What is lost can be computed anew, so nothing needs to wait for the disk.
    database.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;")
    (format_,) = database.execute("PRAGMA user_version").fetchone()
    if format_ != _FORMAT and database.execute("SELECT 1 FROM sqlite_master").fetchone():
        database.close()
        raise sqlite3.DatabaseError(f"format {format_}, not {_FORMAT}")
    database.executescript(f"PRAGMA user_version = {_FORMAT};{_TABLES}")
    return database


def node_in(article: str, saying: Saying) -> str:
    """Return what tells a saying from all others: a minted role has one IRI in all graphs."""
    return f"{article}#{saying.node}" if saying.kind == "role" else saying.node
