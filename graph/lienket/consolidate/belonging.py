"""Which known thing each local one is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from typing import Final

from lienket.rdf import iris

_TABLES: Final = """
CREATE TABLE IF NOT EXISTS known (article TEXT PRIMARY KEY, of TEXT);
CREATE TABLE IF NOT EXISTS member (known TEXT, node TEXT, share TEXT, PRIMARY KEY (known, node)) WITHOUT ROWID;
"""
_CACHED: Final = 200_000
"""Things of which the known ones are kept in memory at most."""


class Belonging:
    """From local things to known ones and back: a record an article, as its things are asked for together, and an index
    of the known ones, with what each local one has a share in them by: those of one share say the same. After `begin`
    it is in memory only, until `settle` writes all of it at once.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        """Open the tables, made if need be."""
        self._database = database
        self._of: dict[str, dict[str, str]] = {}
        self._cached = 0
        self._changed: set[str] = set()
        self._members: dict[str, dict[str, str]] | None = None
        database.executescript(_TABLES)

    def begin(self) -> None:
        """Forget all, and keep in memory what comes."""
        self._database.execute("DELETE FROM known")
        self._database.execute("DELETE FROM member")
        self._of, self._members, self._cached = {}, {}, 0
        self._changed.clear()

    def settle(self) -> None:
        """Write what is in memory only: sorted, which is much faster than one by one."""
        if self._members is not None:
            held, self._members = self._members, None
            self._database.executemany(
                "INSERT INTO member VALUES (?, ?, ?)",
                ((known, *one) for known in sorted(held) for one in sorted(held[known].items())),
            )
            self._changed.update(self._of)
        self._database.executemany(
            "INSERT OR REPLACE INTO known VALUES (?, ?)",
            ((article, json.dumps(self._of[article])) for article in sorted(self._changed)),
        )
        self._changed.clear()

    def in_article(self, article: str) -> dict[str, str]:
        """Return the known things of an article's."""
        found = self._of.get(article)
        if found is None:
            row = None
            if self._members is None:
                if self._cached >= _CACHED:
                    self.settle()
                    self._of, self._cached = {}, 0
                row = self._database.execute("SELECT of FROM known WHERE article = ?", (article,)).fetchone()
            found = self._of[article] = json.loads(row[0]) if row else {}
            self._cached += len(found)
        return found

    def of(self, node: str) -> str | None:
        """Return the known thing that a local one is."""
        article = iris.article_of(node)
        return (self._of.get(article) or self.in_article(article)).get(node)

    def members(self, known: str) -> list[str]:
        """Return the local things that are a known one, sorted."""
        if self._members is not None:
            found = self._members.get(known, {})
            return list(found) if len(found) < 2 else sorted(found)
        rows = self._database.execute("SELECT node FROM member WHERE known = ? ORDER BY node", (known,))
        return [node for (node,) in rows]

    def member(self, known: str) -> str | None:
        """Return the first of the local things that are a known one."""
        if self._members is not None:
            return min(self._members.get(known, ()), default=None)
        (node,) = self._database.execute("SELECT min(node) FROM member WHERE known = ?", (known,)).fetchone()
        return None if node is None else str(node)

    def alike(self, known: str) -> dict[str, int]:
        """Return, of the local things that are a known one, the first of each share, sorted, and how many have it."""
        if self._members is None:
            rows = "SELECT min(node), count(*) FROM member WHERE known = ? GROUP BY share ORDER BY 1"
            return dict(self._database.execute(rows, (known,)))
        found = self._members.get(known, {})
        if len(found) < 2:
            return dict.fromkeys(found, 1)
        first: dict[str, str] = {}
        counts: dict[str, int] = {}
        for node, share in sorted(found.items()):
            one = first.setdefault(share, node)
            counts[one] = counts.get(one, 0) + 1
        return counts

    def assign(self, article: str, of: Mapping[str, str], share: Callable[[str], str]) -> None:
        """Enter which known things those of an article are that were none before."""
        self.in_article(article).update(of)  # before their shares, which may depend on what others of it are
        self._cached += len(of)
        self._changed.add(article)
        if self._members is None:
            self._database.executemany(
                "INSERT INTO member VALUES (?, ?, ?)", [(known, node, share(node)) for node, known in of.items()]
            )
            return
        for node, known in of.items():
            self._members.setdefault(known, {})[node] = share(node)

    def reassign(self, article: str, of: Mapping[str, str | None], share: Callable[[str], str]) -> None:
        """Enter that things of an article are other known ones, or none any more."""
        held = self.in_article(article)
        for node in of:
            before = held.pop(node, None)
            if before is not None:
                self._expel(before, node)
        self.assign(article, {node: known for node, known in of.items() if known is not None}, share)

    def drop(self, article: str) -> None:
        """Take out the things of an article."""
        for node, known in self.in_article(article).items():
            self._expel(known, node)
        self._database.execute("DELETE FROM known WHERE article = ?", (article,))
        del self._of[article]
        self._changed.discard(article)

    def _expel(self, known: str, node: str) -> None:
        if self._members is None:
            self._database.execute("DELETE FROM member WHERE known = ? AND node = ?", (known, node))
        else:
            del self._members[known][node]
