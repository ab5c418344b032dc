"""What consolidation remembers from one build to the next, so that it computes again only what new articles touch.

A database file (SQLite) beside the graph: of each article its sayings and which known things its own are. All of it
follows from the article graphs; without the file, or with one of another state, everything is computed anew. The answer
is the same.

While everything is computed anew, it is held in memory and written at the end.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from lienket.consolidate.belonging import Belonging
from lienket.consolidate.relation import Relation
from lienket.rdf import iris
from lienket.rdf.sayings import Values, read_values, unpacked

_FORMAT: Final = 9
"""Raised when the tables change, or what pairs weigh, which they keep: a file of another format is made anew."""
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS said (article TEXT, digest TEXT, sayings TEXT, PRIMARY KEY (article, digest));
CREATE TABLE IF NOT EXISTS article (iri TEXT PRIMARY KEY, digest TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS around (article TEXT PRIMARY KEY, told TEXT);
CREATE TABLE IF NOT EXISTS comparison (block TEXT PRIMARY KEY, told TEXT);
CREATE TEMP TABLE settled (article TEXT PRIMARY KEY, told TEXT);
"""
_TIES: Final = (
    "member", "role", "post", "of", "label", "together", "pair", "unit", "through-time", "compared", "joined"
)  # fmt: skip
"""How known things hang together."""
_CACHED: Final = 200_000
"""Sayings that are kept in memory at most."""
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
        self._belongs = Belonging(self._database)
        self.of = self._belongs.of
        """Return the known thing that a local one is."""
        self._candidates = Relation(self._database, "candidate")
        self._ties = {kind: Relation(self._database, f"tie {kind}") for kind in _TIES}
        self._database.execute("BEGIN")
        self._decoded: dict[str, Values] = {}
        self._packed: dict[str, str] = {}
        """Sayings that nothing has asked for yet, as they are stored."""
        self._things: dict[str, dict[str, list[str]]] = {}
        self._around: dict[str, Mapping[str, Any]] = {}
        self._arrived: set[tuple[str, str]] = set()
        self._entered = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def keep(self) -> None:
        """Make what was written lasting."""
        self.settle()
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    @property
    def _relations(self) -> tuple[Relation, ...]:
        return (self._candidates, *self._ties.values())

    def settle(self) -> None:
        """Write what is held in memory only while all is computed anew."""
        self._belongs.settle()
        for relation in self._relations:
            relation.settle()

    def unload(self) -> None:
        """Let go of what need not be held in memory."""
        self.settle()
        self._clear()

    def _clear(self) -> None:
        for cache in (self._decoded, self._packed, self._things, self._around):
            cache.clear()

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
        self._database.execute("DELETE FROM said WHERE (article, digest) IN (SELECT iri, digest FROM article)")
        for table in ("state", "article", "around", "comparison"):
            self._database.execute(f"DELETE FROM {table}")
        self._belongs.begin()
        for relation in self._relations:
            relation.begin()
        self._clear()
        self._entered = 0

    # What articles say

    def arrive(self, article: str, digest: str, sayings: str, settled: str = "") -> None:
        """Put by what an article says and settles, packed, until it is consolidated. `digest` is its graph's."""
        known = self._database.execute("SELECT 1 FROM article WHERE iri = ? AND digest = ?", (article, digest))
        if known.fetchone():
            return  # it is entered as it is
        self._database.execute("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", (article, digest, sayings))
        self._database.execute("INSERT OR REPLACE INTO settled VALUES (?, ?)", (article, settled))
        self._arrived.add((article, digest))

    def arrived(self, article: str, digest: str) -> tuple[str, str] | None:
        """Return what was put by of the article's graph with this digest: what it says and what it settles."""
        if (article, digest) not in self._arrived:
            return None
        (settled,) = self._database.execute("SELECT told FROM settled WHERE article = ?", (article,)).fetchone()
        return self._said(article, digest) or "", settled

    def clear_arrived(self) -> None:
        """Drop what was put by and not entered."""
        self._database.executemany("DELETE FROM said WHERE article = ? AND digest = ?", sorted(self._arrived))
        self._arrived.clear()
        self._database.execute("DELETE FROM settled")

    def articles(self) -> dict[str, str]:
        """Return the digests of the consolidated articles' graphs by IRI."""
        return dict(self._database.execute("SELECT iri, digest FROM article"))

    def add(self, article: str, digest: str, sayings: str) -> None:
        """Enter an article with its packed sayings."""
        self._entered += 1
        if self._entered == _HELD:
            self.settle()
        self._database.execute("INSERT INTO article VALUES (?, ?)", (article, digest))
        if (article, digest) in self._arrived:
            self._arrived.remove((article, digest))
        else:
            self._database.execute("INSERT OR REPLACE INTO said VALUES (?, ?, ?)", (article, digest, sayings))
        packed = self._index(article, sayings)
        # All of an article that is entered is asked for.
        self._decoded.update(zip(packed, read_values(packed.values()), strict=True))

    def drop(self, article: str) -> None:
        """Take an article and its things out."""
        for nodes in self.things(article).values():
            for node in nodes:
                for block in self.blocks_of(node):
                    self._database.execute("DELETE FROM comparison WHERE block = ?", (block,))
                self._candidates.drop(node)
                self._decoded.pop(node, None)
                self._packed.pop(node, None)
        self._belongs.drop(article)
        self._database.execute(
            "DELETE FROM said WHERE (article, digest) IN (SELECT iri, digest FROM article WHERE iri = ?)", (article,)
        )
        self._database.execute("DELETE FROM article WHERE iri = ?", (article,))
        self._database.execute("DELETE FROM around WHERE article = ?", (article,))
        del self._things[article]
        self._around.pop(article, None)

    def things(self, article: str) -> Mapping[str, list[str]]:
        """Return the nodes of all that an article tells of by kind, sorted."""
        things = self._things.get(article)
        if things is None:
            row = self._database.execute("SELECT digest FROM article WHERE iri = ?", (article,)).fetchone()
            self._packed.update(self._index(article, (row and self._said(article, row[0])) or ""))
            things = self._things[article]
        return things

    def _said(self, article: str, digest: str) -> str | None:
        row = self._database.execute(
            "SELECT sayings FROM said WHERE article = ? AND digest = ?", (article, digest)
        ).fetchone()
        return str(row[0]) if row else None

    def _index(self, article: str, sayings: str) -> dict[str, str]:
        """Hold which things an article tells of, and return what it says of each, packed."""
        if len(self._decoded) + len(self._packed) >= _CACHED:
            self._decoded.clear()
            self._packed.clear()
            self._things.clear()
        packed: dict[str, str] = {}
        things: dict[str, list[str]] = {}
        for node, kind, values in unpacked(sayings):
            packed[node] = values
            things.setdefault(kind, []).append(node)
        self._things[article] = things
        return packed

    def said(self, node: str) -> Values | None:
        """Return what its article says of a thing; None where it stands below the threshold or is none."""
        values = self._decoded.get(node)
        if values is None:
            article = iris.article_of(node)
            if article not in self._things:
                self.things(article)
            packed = self._packed.pop(node, None)
            if packed is not None:
                values = self._decoded[node] = json.loads(packed)
        return values

    # Which known thing it is

    def known_in(self, article: str) -> Mapping[str, str]:
        """Return the known things of an article's."""
        return self._belongs.in_article(article)

    def assign(self, article: str, of: Mapping[str, str], share: Callable[[str], str]) -> None:
        """Enter which known things those of an article are that were none before.

        `share` is the same of those that say the same of a known thing.
        """
        self._belongs.assign(article, of, share)

    def reassign(self, article: str, of: Mapping[str, str | None], share: Callable[[str], str]) -> None:
        """Enter that things of an article are other known ones, or none any more."""
        self._belongs.reassign(article, of, share)

    def members(self, known: str) -> list[str]:
        """Return the local things that are a known one, sorted."""
        return self._belongs.members(known)

    def member(self, known: str) -> str | None:
        """Return the first of the local things that are a known one."""
        return self._belongs.member(known)

    def alike(self, known: str) -> Mapping[str, int]:
        """Return, of the local things that are a known one, the first of each share, sorted, and how many have it."""
        return self._belongs.alike(known)

    # Which local things may be one

    def propose(self, rows: Iterable[tuple[str, str, str]]) -> None:
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
    # With pages larger than usual, writing it all takes a third to a half less.
    database.executescript(
        "PRAGMA page_size = 16384; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -16000;"
    )
    (format_,) = database.execute("PRAGMA user_version").fetchone()
    if format_ != _FORMAT and database.execute("SELECT 1 FROM sqlite_master").fetchone():
        database.close()
        raise sqlite3.DatabaseError(f"format {format_}, not {_FORMAT}")
    database.executescript(f"PRAGMA user_version = {_FORMAT};{_TABLES}")
    return database
