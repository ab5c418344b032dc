"""A store: a folder that holds the graph (Oxigraph on disk) and the ledger of what is saved in it.

```
STORE/oxigraph/       the RDF: one named graph an article, what we know in the default graph
STORE/ledger.jsonl    the articles saved: id, graph, hashes of record and text, number of quads, digest of the graph
STORE/pending.jsonl   there only while a batch is being saved: what it is to leave behind
STORE/rejected.jsonl  the records that the last build could not take, with the reasons
STORE/judgements.jsonl  what people decided on who is who, one line a decision, only added to
STORE/suppressed.jsonl  articles that are to stay out
STORE/memory.sqlite   what consolidation remembers; follows from the rest and may be deleted
STORE/meta.json       format, base of the IRIs, and of what the knowledge layer was computed
```

Saved means saved: a batch is announced in `pending.jsonl`, goes into Oxigraph, is flushed and entered in the ledger,
each step on the disk before the next. Whatever moment a crash picks, the next writer finds which of the two states an
article's graph is in, and makes the ledger say so.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, cast

from pyoxigraph import (
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Variable,
    parse,
    serialize,
)

import lienket
from lienket.errors import StoreError, UsageError
from lienket.rdf import iris
from lienket.rdf.ntriples import Statement, link, of_triple, statement
from lienket.rdf.terms import BASE, PROV
from lienket.store import files
from lienket.store.faults import explained
from lienket.store.ledger import ArticleGraph, Entry, Ledger, combined, digest

FORMAT: Final = 1
"""Raised when a store of this program can no longer be read by an older one, or the other way round."""
BATCH: Final = 200_000
"""Quads that are loaded at once at most, unless one article alone has more: of more, Oxigraph would hold too much in
memory, but after each batch it merges files, which costs more than loading (13 to 24 % of a build with 50,000)."""
_PIECE: Final = 2_000
"""Statements that are written to a file at once: few, for which the same memory serves again and again."""
_CHUNK: Final = 50_000
"""Quads that one transaction adds at most."""
_MANY: Final = 1_000_000
"""Quads loaded in bulk from which on it is worth while to order them at once."""
_KNOWLEDGE: Final = DefaultGraph()
_BUT_ORIGINS: Final = f"""
SELECT ?subject ?predicate ?value WHERE {{ ?subject ?predicate ?value FILTER(?predicate != {PROV.wasDerivedFrom}) }}
"""
_JUDGEMENTS: Final = "judgements.jsonl"
_SUPPRESSED: Final = "suppressed.jsonl"
_TRIES: Final = 5
_PAUSE: Final = 0.1
"""Seconds between tries: a writer may be exchanging the files that a reader is opening."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """What a store says of itself. `knowledge_of` is the state of the article graphs that the knowledge layer was
    computed from, None while there is none; `knowledge_digest` and `knowledge_quads` are those of that layer."""

    format: int = FORMAT
    base: str
    knowledge_of: str | None = None
    knowledge_digest: str | None = None
    knowledge_quads: int = 0


class LocalStore:
    """An open store. Open it with `LocalStore.read` or `LocalStore.write`, and as a context manager."""

    def __init__(self, folder: Path, meta: Meta, graph: Store, ledger: Ledger, *, writable: bool) -> None:
        self.folder = folder
        self.meta = meta
        self.ledger = ledger
        self._graph: Store | None = graph
        self._writable = writable
        self._loaded = 0
        """Quads loaded in bulk that Oxigraph may not have put in order yet."""

    @classmethod
    def read(cls, folder: str | Path) -> Self:
        """Open the store in `folder` for reading, also while another process writes; StoreError if it is none.

        The reader goes on seeing what was saved when it opened the store.
        """
        path = Path(folder)
        meta = _meta(path)
        with explained(path):
            return cls(path, meta, _reading(path / "oxigraph"), _ledger(path), writable=False)

    @classmethod
    def write(cls, folder: str | Path, *, base: str | None = None, make: bool = True) -> Self:
        """Open the store in `folder` for writing, made (with `make`) if there is none; one process at a time can.

        `base` begins the IRIs of a new store (the default if None); UsageError when an old one has another.
        """
        path = Path(folder)
        wanted = None if base is None else iris.checked_base(base)
        if make and _is_new(path):
            with explained(path):
                path.mkdir(parents=True, exist_ok=True)
                _write_meta(path, Meta(base=wanted or BASE))
        meta = _meta(path)
        if wanted not in (None, meta.base):
            raise UsageError("store-other-base", store=path, base=meta.base, wanted=wanted)
        with explained(path):
            store = cls(path, meta, Store(path / "oxigraph"), _ledger(path), writable=True)
            store._repair()
            return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # What went wrong before says more than what goes wrong now for the same reason; the next writer repairs.
        with contextlib.suppress(*([StoreError] if kind else [])):
            self.close()

    def close(self) -> None:
        """Let go of the store; a writer leaves whole batches and a sorted ledger."""
        try:
            if self._graph is not None and self._writable:
                with explained(self.folder):
                    self._repair()
                    self.ledger.tidy()
        finally:
            self._graph = None  # Oxigraph closes, and frees its lock, when nothing holds it

    @property
    def base(self) -> str:
        """What the IRIs of this store begin with."""
        return self.meta.base

    @property
    def graph(self) -> Store:
        """The Oxigraph store, for asking. Write through the methods of this class only."""
        if self._graph is None:
            raise ValueError(f"the store is closed: {self.folder}")
        return self._graph

    # Saving

    def save(self, batch: Sequence[ArticleGraph]) -> None:
        """Save articles, in the place of those with the same ids; when this returns they are on the disk.

        A batch that replaces none is loaded in bulk, one that replaces some is one transaction.
        """
        if not batch:
            return
        entries = [one.entry for one in batch]
        with explained(self.folder):
            self._announce(asdict(entry) for entry in entries)
            if any(entry.id in self.ledger for entry in entries):
                self._exchange([entry.graph for entry in entries], batch)
            else:
                # What Oxigraph has written itself it need not check.
                self.graph.bulk_load(b"".join(one.nquads for one in batch), format=RdfFormat.N_QUADS, lenient=True)
                self._loaded += sum(entry.quads for entry in entries)
            self.graph.flush()
            self.ledger.change(saved=entries)
            files.remove(self._pending)

    def remove(self, identifiers: Iterable[str]) -> int:
        """Take articles out, in one transaction; ids that are not saved are passed over. Return how many went."""
        found = [entry for one in dict.fromkeys(identifiers) if (entry := self.ledger.get(one))]
        if found:
            with explained(self.folder):
                self._announce({"id": entry.id, "removed": True} for entry in found)
                self._exchange([entry.graph for entry in found], ())
                self.graph.flush()
                self.ledger.change(removed=[entry.id for entry in found])
                files.remove(self._pending)
        return len(found)

    def know(self, statements: Iterable[Statement]) -> None:
        """Make `statements`, each once, the knowledge layer: what the article graphs now tell.

        They are all computed, into a file, before the old layer goes: stopping before that leaves it as it was.
        """
        with explained(self.folder), tempfile.TemporaryFile(dir=self.folder) as computed:
            layer, count, sizes = digest([]), 0, []
            lines = map(str.encode, statements)
            while piece := list(islice(lines, _PIECE)):
                layer, count = combined(layer, digest(piece)), count + len(piece)
                sizes.append(computed.write(b"\n".join(piece) + b"\n"))
            self._set_meta(knowledge_of=None, knowledge_digest=None, knowledge_quads=0)
            self.graph.clear_graph(_KNOWLEDGE)
            computed.seek(0)
            for first in range(0, len(sizes), BATCH // _PIECE):
                # What the program has written itself need not be checked.
                several = computed.read(sum(sizes[first : first + BATCH // _PIECE]))
                self.graph.bulk_load(several, format=RdfFormat.N_TRIPLES, lenient=True)
            self.graph.flush()
            self._loaded += count
            self._set_meta(knowledge_of=self.state(), knowledge_digest=layer, knowledge_quads=count)

    def settle(self) -> None:
        """Put the files of Oxigraph in order, if most of what a large store holds has been loaded just now.

        It does so by itself, but only while the store is open: the next builds, of an article each, would end before
        it was done, and each would begin it again.
        """
        if self._loaded >= _MANY:
            held = sum(entry.quads for entry in self.ledger) + self.meta.knowledge_quads
            if 2 * self._loaded > held:
                with explained(self.folder):
                    self.graph.optimize()
            self._loaded = 0

    def revise(
        self, subjects: Iterable[str], statements: Iterable[Statement], moved: Mapping[str, Iterable[str]] = {}
    ) -> None:
        """Make `statements` all that is known of `subjects` (IRIs), in one transaction.

        Of the subjects in `moved` all origins stay that are not among these: they may have thousands.
        """
        with explained(self.folder):
            before = {
                line
                for one in subjects
                for line in (self._known_of(one) if one not in moved else self._known_but_origins(one, moved[one]))
            }
            now = set(statements)
            removed, added = sorted(before - now), sorted(now - before)
            layer, count = self.meta.knowledge_digest or digest([]), self.meta.knowledge_quads
            self._set_meta(knowledge_of=None)
            steps = [
                f"{operation} DATA {{ {' '.join(some)} }}"
                for operation, some in (("DELETE", removed), ("INSERT", added))
                if some
            ]
            if steps:
                self.graph.update(" ;\n".join(steps))
                self.graph.flush()
            self._set_meta(
                knowledge_of=self.state(),
                knowledge_digest=combined(layer, digest(map(str.encode, added)), digest(map(str.encode, removed))),
                knowledge_quads=count + len(added) - len(removed),
            )

    def _known_of(self, subject: str) -> Iterator[Statement]:
        for quad in self.graph.quads_for_pattern(NamedNode(subject), None, None, _KNOWLEDGE):
            yield of_triple(quad.triple)

    def _known_but_origins(self, subject: str, origins: Iterable[str]) -> Iterator[Statement]:
        """Yield what is known of a subject, of what it was derived from only `origins`."""
        node = NamedNode(subject)
        found = cast(QuerySolutions, self.graph.query(_BUT_ORIGINS, substitutions={Variable("subject"): node}))
        for solution in found:
            yield statement(
                subject, cast(NamedNode, solution["predicate"]), cast(NamedNode | Literal, solution["value"])
            )
        for origin in origins:
            if Quad(node, PROV.wasDerivedFrom, NamedNode(origin), _KNOWLEDGE) in self.graph:
                yield link(subject, PROV.wasDerivedFrom, origin)

    def judge(self, judgements: Iterable[dict[str, Any]]) -> None:
        """Add decisions on who is who; on the disk when this returns. The knowledge layer does not follow them yet."""
        with explained(self.folder):
            files.append(self.folder / _JUDGEMENTS, files.lines_of(judgements))

    def suppress(self, identifiers: Iterable[str]) -> None:
        """Enter articles that are to stay out: no build takes one with these ids or their texts in."""
        with explained(self.folder):
            known = {one["id"] for one in self.suppressed()}
            lines = [
                {"id": one, "text": entry.text if (entry := self.ledger.get(one)) else None}
                for one in dict.fromkeys(identifiers)
                if one not in known
            ]
            files.append(self.folder / _SUPPRESSED, files.lines_of(lines))

    def reject(self, records: Iterable[dict[str, Any]]) -> None:
        """Replace the list of rejected records; their order is that of their text, whatever order they came in."""
        with explained(self.folder):
            lines = sorted(files.lines_of([record]) for record in records)
            files.write_whole(self.folder / "rejected.jsonl", "".join(lines))

    # Asking

    @property
    def is_known(self) -> bool:
        """Whether the knowledge layer is that of the articles now saved."""
        return self.meta.knowledge_of == self.state()

    def state(self) -> str:
        """Return what the knowledge layer follows from: article graphs, judgements and program."""
        judged = files.lines_of(self.judgements())
        return digest(part.encode() for part in (self.ledger.state(), judged, lienket.__version__))

    def judgements(self) -> list[dict[str, Any]]:
        """Return the decisions on who is who, in the order in which they were made."""
        with explained(self.folder):
            return list(files.read_lines(self.folder / _JUDGEMENTS))

    def suppressed(self) -> list[dict[str, Any]]:
        """Return the articles that are to stay out: id and hash of the text."""
        with explained(self.folder):
            return list(files.read_lines(self.folder / _SUPPRESSED))

    def rejected(self) -> list[dict[str, Any]]:
        """Return the records that the last build rejected."""
        with explained(self.folder):
            return list(files.read_lines(self.folder / "rejected.jsonl"))

    def lines(self, graph: str | None) -> Iterator[bytes]:
        """Yield the N-Quads lines, unordered, of the article graph with this IRI, or of the knowledge layer (None)."""
        name = _KNOWLEDGE if graph is None else NamedNode(graph)
        for chunk in _chunks(self.graph.quads_for_pattern(None, None, None, name)):
            yield from _nquads(chunk).splitlines()

    # How a batch goes in

    @property
    def _pending(self) -> Path:
        return self.folder / "pending.jsonl"

    def _announce(self, lines: Iterable[dict[str, Any]]) -> None:
        files.write_whole(self._pending, files.lines_of(lines))

    def _exchange(self, graphs: Iterable[str], batch: Iterable[ArticleGraph]) -> None:
        """Drop `graphs` and add those of `batch` in one transaction.

        An update of several operations is Oxigraph's transaction. Its text is not pasted: IRIs and triples are written
        by the serialiser, whose N-Triples are SPARQL's.
        """
        steps = [f"DROP SILENT GRAPH {NamedNode(graph)}" for graph in graphs]
        for one in batch:
            text = _ntriples(parse(one.nquads, format=RdfFormat.N_QUADS))
            steps.append(f"INSERT DATA {{ GRAPH {NamedNode(one.entry.graph)} {{ {text} }} }}")
        self.graph.update(" ;\n".join(steps))

    def _repair(self) -> None:
        """Finish or undo the batch that a crash left announced: see which state each graph is in, and say so."""
        if not self._pending.exists():
            return
        saved: list[Entry] = []
        gone: list[str] = []
        for line in files.read_lines(self._pending):
            entry = None if line.get("removed") else Entry(**line)
            before = self.ledger.get(line["id"])
            graph = entry.graph if entry else before.graph if before else None
            if graph is None:
                continue  # a removal that was entered already
            found = digest(self.lines(graph))
            if entry and found == entry.digest:
                saved.append(entry)
            elif not before or found != before.digest:
                self.graph.remove_graph(NamedNode(graph))
                gone.append(line["id"])
        self.graph.flush()
        self.ledger.change(saved=saved, removed=[one for one in gone if one in self.ledger])
        files.remove(self._pending)

    def _set_meta(self, **changes: Any) -> None:
        self.meta = replace(self.meta, **changes)
        _write_meta(self.folder, self.meta)


def _is_new(folder: Path) -> bool:
    """Tell whether a store may be made at `folder`: nothing is there, or an empty folder."""
    if not folder.exists():
        return True
    with explained(folder):
        return folder.is_dir() and not any(folder.iterdir())


def _meta(folder: Path) -> Meta:
    """Return what the store in `folder` says of itself; StoreError when it is no store or of another format."""
    path = folder / "meta.json"
    if not folder.exists():
        raise StoreError("store-missing", store=folder)
    if not path.is_file():
        raise StoreError("store-none", store=folder)
    with explained(folder):
        text = path.read_bytes()
    try:
        found = json.loads(text)
        if found["format"] != FORMAT:
            raise StoreError("store-version", store=folder, found=found["format"], wanted=FORMAT)
        return Meta(**found)
    except (ValueError, TypeError, KeyError) as error:
        raise StoreError("store-broken", store=folder, why=f"meta.json: {error}") from error


def _write_meta(folder: Path, meta: Meta) -> None:
    files.write_whole(folder / "meta.json", json.dumps(asdict(meta), indent=1, sort_keys=True) + "\n")


def _ledger(folder: Path) -> Ledger:
    try:
        return Ledger(folder / "ledger.jsonl")
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise StoreError("store-broken", store=folder, why=f"ledger.jsonl: {error}") from error


def _reading(folder: Path) -> Store:
    """Open Oxigraph for reading; an empty one when a writer was stopped before it had made any."""
    if not (folder / "CURRENT").exists():
        return Store()
    for _ in range(_TRIES - 1):
        try:
            return Store.read_only(str(folder))
        except (OSError, RuntimeError):
            time.sleep(_PAUSE)
    return Store.read_only(str(folder))


def _nquads(quads: Iterable[Quad]) -> bytes:
    return cast(bytes, serialize(quads, format=RdfFormat.N_QUADS))


def _ntriples(quads: Iterable[Quad]) -> str:
    """Return the triples of `quads` as N-Triples, which are SPARQL's too."""
    return cast(bytes, serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES)).decode()


def _chunks(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    rest = iter(quads)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk
