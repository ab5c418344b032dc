"""The ledger: which articles are saved, by what record and text, and what their graphs hold."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from operator import attrgetter, methodcaller
from pathlib import Path
from typing import Final

from lienket.store import files

_MODULUS: Final = 2**256
_sha256: Final = methodcaller("digest")


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Entry:
    """One saved article. `graph` is its IRI, `record` and `text` are SHA-256 of the record as read (with
    the name of the extractor) and of its text,
    `digest` is that of its graph's N-Quads lines, of which there are `quads`."""

    id: str
    graph: str
    record: str
    text: str
    quads: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleGraph:
    """An article's graph on its way into a store: its ledger entry, its N-Quads, and its sayings and what it
    settles by itself, packed (empty where they are still to be read from the graph)."""

    entry: Entry
    nquads: bytes
    sayings: str = ""
    settled: str = ""


def digest(lines: Iterable[bytes]) -> str:
    """Return the digest of a set of N-Quads lines (without line ends) in whatever order: the sum of their SHA-256."""
    return _hex(_total(lines))


def combined(one: str, added: str, removed: str = "0") -> str:
    """Return the digest of a set to which lines are added and from which others are removed, given the digests."""
    return _hex(int(one, 16) + int(added, 16) - int(removed, 16))


def _total(lines: Iterable[bytes]) -> int:
    return sum(map(int.from_bytes, map(_sha256, map(hashlib.sha256, lines))))


def _summed(entries: Iterable[Entry]) -> int:
    return _total(f"{entry.graph}\x1f{entry.digest}".encode() for entry in entries)


def _hex(total: int) -> str:
    return f"{total % _MODULUS:064x}"


class Ledger:
    """The entries by article id, kept in a file to which changes are added as they are made.

    A later line on an id goes before an earlier one; `{"id": …, "removed": true}` takes it out. `tidy` leaves one line
    an article, sorted, so that the file tells nothing of the order in which articles came.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._entries: dict[str, Entry] = {}
        self._lines: dict[str, str] = {}  # of each entry: `tidy` need not make them again
        self._sum: int | None = None  # what `state` tells, once it was asked for: kept up, not summed anew
        lines = 0
        for record, line in files.read_records(path):
            lines += 1
            self._take(record, line)
        self._torn = self._is_cut_short()
        self._untidy = self._torn or lines != len(self._entries)

    def _take(self, record: Mapping[str, object], line: str) -> None:
        identifier = str(record["id"])
        before, after = self._entries.pop(identifier, None), None
        self._lines.pop(identifier, None)
        if not record.get("removed"):
            after = self._entries[identifier] = Entry(**record)  # type: ignore[arg-type]
            self._lines[identifier] = line
        if self._sum is not None:
            self._sum += _summed(filter(None, [after])) - _summed(filter(None, [before]))

    def _is_cut_short(self) -> bool:
        if not self._path.exists() or not self._path.stat().st_size:
            return False
        with self._path.open("rb") as file:
            file.seek(-1, 2)
            return file.read(1) != b"\n"

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._entries

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries, sorted by id."""
        return iter(sorted(self._entries.values(), key=attrgetter("id")))  # whole entries compare slowly

    def __len__(self) -> int:
        return len(self._entries)

    def get(self, identifier: str) -> Entry | None:
        """Return the entry of the article with this id, if it is saved."""
        return self._entries.get(identifier)

    def change(self, saved: Iterable[Entry] = (), removed: Iterable[str] = ()) -> None:
        """Enter and take out articles; on the disk when this returns."""
        records: list[Mapping[str, object]] = [asdict(entry) for entry in saved]
        records += [{"id": identifier, "removed": True} for identifier in removed]
        lines = [files.lines_of([record]) for record in records]
        if self._torn:
            self.tidy()  # a line that a crash cut short must not swallow the next one
        files.append(self._path, "".join(lines))
        for record, line in zip(records, lines, strict=True):
            self._take(record, line)
        self._untidy = True

    def tidy(self) -> None:
        """Write the file anew, one line an article, sorted; nothing to do when it is so already."""
        if self._untidy:
            files.write_whole(self._path, "".join(self._lines[one] for one in sorted(self._lines)))
            self._untidy = self._torn = False

    def state(self) -> str:
        """Return what tells one collection of article graphs from another."""
        if self._sum is None:
            self._sum = _summed(self._entries.values())
        return _hex(self._sum)
