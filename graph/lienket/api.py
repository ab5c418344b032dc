"""An open store as Python sees it: ask it, walk it with rdflib or networkx, export it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from lienket.export import export
from lienket.export.prefixes import known
from lienket.query import DEFAULT_TIMEOUT, Answer, run
from lienket.query.asking import Reply, ask
from lienket.query.explained import explain
from lienket.query.records import Agency, Event, Person, Records
from lienket.query.shown import Shown, meant, show
from lienket.store.local import LocalStore

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from lienket.export import Layer
    from lienket.view.marked import Marked
    from lienket.view.picture import Picture


class KnowledgeGraph:
    """A store opened for reading. It goes on seeing what was saved when it was opened."""

    def __init__(self, store: LocalStore) -> None:
        self.store = store

    @classmethod
    def at(cls, folder: str | Path) -> Self:
        """Open the store in `folder`; StoreError where there is none, or one of another version."""
        return cls(LocalStore.read(folder))

    @property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries need not declare → what they stand for."""
        return known(base=self.store.base)

    def query(self, sparql: str, *, timeout: float | None = DEFAULT_TIMEOUT, limit: int | None = None) -> Answer:
        """Answer a SELECT, ASK, CONSTRUCT or DESCRIBE query; plain patterns ask what is known, GRAPH who says so.

        Iterating the answer of a SELECT gives one dict a row, variable → text or None; `bool()` of an ASK its truth;
        `.triples()` of the others a graph. `timeout` is in seconds, `limit` in rows or triples. Raises QueryError.
        """
        return run(self.store, sparql, timeout=timeout, limit=limit)

    def ask(self, question: str, *, lang: str = "vi", **values: str) -> Reply:
        """Answer a built-in question by its name: `ask("roles-of", person="Nguyễn Văn A")`.

        Iterating the reply gives one dict a row: its columns, then quote, article, headline, date, url, articles.
        `query.question.questions()` lists the questions. Raises UsageError, AmbiguousError.
        """
        return ask(self.store, question, values, lang=lang)

    def show(self, name: str, *, lang: str = "vi") -> Shown:
        """Return all that is known of the person, agency, event, document, place or article that `name` means."""
        return show(self.store, name, lang=lang)

    def explain(self, article: str, *, lang: str = "vi") -> Marked:
        """Return an article, by its id or headline, with what is taken from it: spans, rules, confidence."""
        return explain(self.store, article, lang=lang)

    def person(self, name: str, *, lang: str = "vi") -> Person:
        """Return the person of that name, IRI or code with their roles, events and words.

        Raises UsageError where there is none, and AmbiguousError, which lists them, where there are several: people of
        one name are not taken for one. `people` returns all.
        """
        return Records(self.store, lang=lang).person(name)

    def people(self, name: str, *, lang: str = "vi") -> tuple[Person, ...]:
        """Return all the people whom `name` means best; none where nobody has such a name."""
        return Records(self.store, lang=lang).people(name)

    def agency(self, name: str, *, lang: str = "vi") -> Agency:
        """Return the agency of that name, IRI or code with those who held its roles; errors as `person`."""
        return Records(self.store, lang=lang).agency(name)

    def event(self, name: str, *, lang: str = "vi") -> Event:
        """Return the event of that label, IRI or code with those who took part in it; errors as `person`."""
        return Records(self.store, lang=lang).event(name)

    def dataset(self) -> rdflib.Dataset:
        """Return the store as an rdflib Dataset: its default graph is what is known, each named graph an article.

        It reads from the store's files as it is asked, and cannot write. Not to be used after `close`.
        """
        from lienket.query.dataset import dataset

        return dataset(self.store)

    def network(
        self,
        *,
        kinds: Collection[str] | None = None,
        focus: str | None = None,
        hops: int = 1,
        max_nodes: int | None = None,
    ) -> nx.MultiDiGraph[str]:
        """Return what is known as a networkx graph: nodes are IRIs, their attributes as `view.network.network` says.

        `kinds` are those of the nodes wanted: person, agency, event, document, programme (all if None). With a `focus`,
        a name, only what lies at most `hops` ties from what has the name; of that at most the `max_nodes` most tied.
        Raises UsageError where nothing has the name.
        """
        from lienket.view.network import KINDS, network

        named = () if focus is None else [one.iri for one in meant(self.store, focus)]
        return network(self.store, kinds=KINDS if kinds is None else kinds, focus=named, hops=hops, limit=max_nodes)

    def to_pyvis(
        self,
        *,
        focus: str | None = None,
        hops: int = 1,
        kinds: Collection[str] | None = None,
        max_nodes: int = 300,
        lang: str = "vi",
    ) -> Picture:
        """Return a pyvis network for a notebook, of the `max_nodes` most tied nodes of `network(…)`.

        It shows itself as the last value of a cell, offline, and `.write_html("picture.html")` writes it to a file.
        """
        from lienket.view.picture import picture

        shown = self.network(kinds=kinds, focus=focus, hops=hops, max_nodes=max_nodes)
        return picture(shown, max_nodes=max_nodes, lang=lang)

    def export(
        self,
        target: BinaryIO | str | Path,
        *,
        format: str | None = None,  # noqa: A002 -- the name that users know
        layer: Layer | None = None,
        with_text: bool = True,
    ) -> None:
        """Write the graph to a path or binary stream in a form of `export.FORMATS`; see `export.export`."""
        export(self.store, target, format=format, layer=layer, with_text=with_text)

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
