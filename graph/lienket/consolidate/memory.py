"""What consolidation remembers from one build to the next, so that it computes again only what new articles touch.

A database file (SQLite) beside the graph: each thing that an article tells of, as its saying, and which known thing it
is. All of it follows from the article graphs; without the file, or with one of another state, everything is computed
anew. The answer is the same.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from lienket.rdf.sayings import Saying, Values, unpacked

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS arrived (article TEXT PRIMARY KEY, digest TEXT, sayings TEXT);
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS thing (node TEXT PRIMARY KEY, article TEXT, kind TEXT, said TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS thing_of_article ON thing (article);
CREATE TABLE IF NOT EXISTS belongs (known TEXT, node TEXT, PRIMARY KEY (known, node)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS belongs_of_node ON belongs (node, known);
CREATE TABLE IF NOT EXISTS candidate (block TEXT, node TEXT, sighting TEXT, PRIMARY KEY (block, node)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS candidate_of_node ON candidate (node);
CREATE TABLE IF NOT EXISTS tie (source TEXT, target TEXT, kind TEXT, value TEXT,
    PRIMARY KEY (source, kind, target)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_of_target ON tie (target, kind);
"""
_CACHED: Final = 100_000
"""Sayings that are kept decoded at most."""


class Memory:
    """The database, open in one transaction: `keep` makes what was written since the last one lasting."""

    def __init__(self, path: Path | None) -> None:
        """Open the file at `path`, made if need be; None for one that is gone when it is closed."""
        try:
            self._database = _opened(path)
        except sqlite3.DatabaseError:
            if path is None:
                raise
            path.unlink(missing_ok=True)  # damaged, and all in it can be computed anew
            self._database = _opened(path)
        self._database.execute("BEGIN")
        self._decoded: dict[str, Values] = {}
        self._of: dict[str, str | None] = {}
        self._tied: set[tuple[str, str]] | None = None
        self._entering: list[tuple[str, str]] = []
        self._article = ""
        self._things: list[tuple[str, str]] = []
        """The things of the article that was asked for last: several ask in turn."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def keep(self) -> None:
        """Make what was written lasting."""
        self._enter_belongings()
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    # What it is a memory of

    def noted(self, name: str) -> str | None:
        """Return what `note` wrote under a name last."""
        row = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def note(self, name: str, value: str) -> None:
        """Write down of what the knowledge was computed."""
        self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))

    def forget(self) -> None:
        """Empty it, but for what arrived."""
        for table in ("state", "article", "thing", "belongs", "candidate", "tie"):
            self._database.execute(f"DELETE FROM {table}")
        self._decoded.clear()
        self._of.clear()
        self._entering.clear()
        self._article = ""
        self._tied = set()

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
        self._article = ""
        self._database.execute("INSERT INTO article VALUES (?, ?)", (article, digest))
        rows = []
        for one in sayings:
            node = node_in(article, one)
            rows.append((node, article, one.kind, one.text))
        self._database.executemany("INSERT INTO thing VALUES (?, ?, ?, ?)", rows)

    def drop(self, article: str) -> None:
        """Take an article and its things out."""
        self._enter_belongings()
        nodes = [(node,) for node, _ in self.things(article)]
        for table in ("belongs", "candidate", "thing"):
            self._database.executemany(f"DELETE FROM {table} WHERE node = ?", nodes)
        self._database.execute("DELETE FROM article WHERE iri = ?", (article,))
        for (node,) in nodes:
            self._decoded.pop(node, None)
            self._of.pop(node, None)
        self._article = ""

    def things(self, article: str) -> list[tuple[str, str]]:
        """Return node and kind of all that an article tells of, sorted."""
        if article != self._article:
            self._things = self._database.execute(
                "SELECT node, kind FROM thing WHERE article = ? ORDER BY node", (article,)
            ).fetchall()
            self._article = article
        return self._things

    def said(self, node: str) -> Values | None:
        """Return what its article says of a thing; None where it stands below the threshold or is none."""
        values = self._decoded.get(node)
        if values is None:
            row = self._database.execute("SELECT said FROM thing WHERE node = ?", (node,)).fetchone()
            if row is None:
                return None
            values = self._decode(node, row[0])
        return values

    def _decode(self, node: str, text: str) -> Values:
        if len(self._decoded) >= _CACHED:
            self._decoded.clear()
        values: Values = json.loads(text)
        self._decoded[node] = values
        return values

    # Which known thing it is

    def of(self, node: str) -> str | None:
        """Return the known thing that a local one is."""
        try:
            return self._of[node]
        except KeyError:
            self._enter_belongings()
            row = self._database.execute("SELECT known FROM belongs WHERE node = ?", (node,)).fetchone()
            return self._remembered(node, row[0] if row else None)

    def _remembered(self, node: str, known: str | None) -> str | None:
        if len(self._of) >= _CACHED:
            self._of.clear()
        self._of[node] = known
        return known

    def assign(self, of: Mapping[str, str]) -> None:
        """Enter which known things local ones are that were none before."""
        self._entering += of.items()
        for node, known in of.items():
            self._remembered(node, known)

    def reassign(self, node: str, known: str | None) -> None:
        """Enter that a local thing is another known one, or none any more."""
        if self.of(node) is not None:
            self._enter_belongings()
            self._database.execute("DELETE FROM belongs WHERE node = ?", (node,))
        if known is not None:
            self._entering.append((node, known))
        self._remembered(node, known)

    def _enter_belongings(self) -> None:
        """Write down what was assigned: one statement for many is faster than one each."""
        if self._entering:
            self._database.executemany("INSERT INTO belongs (node, known) VALUES (?, ?)", self._entering)
            self._entering.clear()

    def members(self, known: str) -> list[str]:
        """Return the local things that are a known one, sorted."""
        self._enter_belongings()
        rows = self._database.execute(
            "SELECT node, said FROM belongs LEFT JOIN thing USING (node) WHERE known = ? ORDER BY node", (known,)
        ).fetchall()
        for node, text in rows:
            if node not in self._decoded:
                self._decode(node, text)
        return [node for node, _ in rows]

    def member(self, known: str) -> str | None:
        """Return the first of the local things that are a known one."""
        self._enter_belongings()
        row = self._database.execute(
            "SELECT node FROM belongs WHERE known = ? ORDER BY node LIMIT 1", (known,)
        ).fetchone()
        return row[0] if row else None

    # Which local things may be one

    def propose(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Enter candidates: block, local thing, and its sighting (JSON)."""
        self._database.executemany("INSERT OR REPLACE INTO candidate VALUES (?, ?, ?)", rows)

    def candidates(self, block: str) -> list[tuple[str, str]]:
        """Return the local things of a block with their sightings, sorted."""
        return self._database.execute(
            "SELECT node, sighting FROM candidate WHERE block = ? ORDER BY node", (block,)
        ).fetchall()

    def articles_in(self, block: str) -> list[str]:
        """Return the articles that have candidates in a block, sorted."""
        rows = self._database.execute(
            "SELECT DISTINCT article FROM candidate JOIN thing USING (node) WHERE block = ? ORDER BY article", (block,)
        )
        return [article for (article,) in rows]

    def blocks_of(self, node: str) -> list[str]:
        """Return the blocks in which a local thing is a candidate."""
        return [block for (block,) in self._database.execute("SELECT block FROM candidate WHERE node = ?", (node,))]

    def blocks(self, article: str) -> list[str]:
        """Return the blocks in which an article has candidates."""
        rows = self._database.execute(
            "SELECT DISTINCT block FROM thing JOIN candidate USING (node) WHERE article = ?", (article,)
        )
        return [block for (block,) in rows]

    # How known things hang together

    def ties(self, source: str, kind: str) -> Mapping[str, str]:
        """Return where the ties of a kind from a known thing lead, with the value of each, sorted."""
        if self._tied is not None and (source, kind) not in self._tied:
            return {}
        rows = self._database.execute(
            "SELECT target, value FROM tie WHERE source = ? AND kind = ? ORDER BY target", (source, kind)
        )
        return dict(rows)

    def tied_to(self, target: str, kind: str) -> Mapping[str, str]:
        """Return from where the ties of a kind to a known thing come, with the value of each, sorted."""
        rows = self._database.execute(
            "SELECT source, value FROM tie WHERE target = ? AND kind = ? ORDER BY source", (target, kind)
        )
        return dict(rows)

    def tie(self, source: str, kind: str, targets: Mapping[str, str]) -> None:
        """Make `targets` with their values all the ties of a kind from a known thing."""
        if self._tied is None or (source, kind) in self._tied:
            self._database.execute("DELETE FROM tie WHERE source = ? AND kind = ?", (source, kind))
        if targets:
            self._database.executemany(
                "INSERT INTO tie VALUES (?, ?, ?, ?)",
                [(source, target, kind, value) for target, value in targets.items()],
            )
            if self._tied is not None:
                self._tied.add((source, kind))

    def tied(self, kind: str) -> set[str]:
        """Return all targets of the ties of a kind."""
        return {
            target for (target,) in self._database.execute("SELECT DISTINCT target FROM tie WHERE kind = ?", (kind,))
        }


def _opened(path: Path | None) -> sqlite3.Connection:
    database = sqlite3.connect(path or ":memory:", isolation_level=None)
    # What is lost can be computed anew, so nothing needs to wait for the disk.
    database.executescript("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -64000;")
    database.executescript(_TABLES)
    return database


def node_in(article: str, saying: Saying) -> str:
    """Return what tells a saying from all others: a minted role has one IRI in all graphs."""
    return f"{article}#{saying.node}" if saying.kind == "role" else saying.node
