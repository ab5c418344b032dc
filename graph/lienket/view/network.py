"""The knowledge layer as a networkx graph: who, what, and the ties between them, each with the words that state it."""

from __future__ import annotations

import importlib.resources
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, Protocol, TypeVar

import networkx as nx
import pyoxigraph as ox

from lienket.language.folding import plain_key
from lienket.store.local import LocalStore

KINDS: Final = ("person", "agency", "event", "document", "programme")
"""Kinds of nodes, in the order in which they are listed."""
TIES: Final = ("role", "organised", "took-part", "unit-of", "partner-of", "issued", "about")
"""Kinds of edges, the most telling first."""

_Key = TypeVar("_Key")

# Which statements about a node are shown as its facts, in this order; the rest (type) has a place of its own.
_SHOWN: Final = ("honorific", "also", "start", "end", "place", "number", "issued", "title", "level", "jurisdiction")


class Queryable(Protocol):
    """What a network is read from: a `pyoxigraph.Store`, or anything that answers SPARQL as it does."""

    def query(self, query: str, /) -> Any:
        """Return the solutions of `query`."""
        ...


class Words(NamedTuple):
    """One label in both languages; a name reads the same in each."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence that states a fact, verbatim, and the article it stands in. Unknown texts are empty.

    Sorts by date of publication (ISO; an undated article comes last), article and place in the text.
    """

    undated: bool
    date: str
    article: str
    begin: int
    quote: str
    headline: str
    outlet: str
    url: str
    confidence: float


class Fact(NamedTuple):
    """A statement about one node: what it tells (`key`) and its value."""

    key: str
    value: Words


@dataclass(frozen=True, slots=True)
class _Knowledge:
    """The answers to the queries, by subject."""

    details: Mapping[str, Mapping[str, tuple[Words, ...]]]
    """subject → key → values."""
    evidence: Mapping[str, tuple[Evidence, ...]]
    """fact or entity → evidence."""
    units: Mapping[tuple[str, str], tuple[Evidence, ...]]
    """unit, what it belongs to → evidence."""


def network(store: LocalStore, *, kinds: Collection[str] = KINDS) -> nx.MultiDiGraph[str]:
    """Return the graph of what `store` knows; see `network_of`."""
    return network_of(store.graph, kinds=kinds)


def network_of(graph: Queryable, *, kinds: Collection[str] = KINDS) -> nx.MultiDiGraph[str]:
    """Return the network of the default graph of `graph`: nodes are IRIs of the `kinds` asked for, edges tie them.

    Node attributes: `kind` (of `KINDS`), `label`, `type` (`Words` or None), `also` (other names), `facts` (tuple of
    `Fact`), `open_roles` (roles whose agency the texts leave open: a tuple of attributes like those of an edge),
    `evidence` (tuple of `Evidence`: what states it, or, for people and agencies, where each article first names it).
    Edge attributes: `kind` (of `TIES`), `label` (`Words` of the role or function, else None), `statuses`
    and `capacities` (tuples of `Words`), `first`, `last`, `start`, `end` (dates as stated, or None), `evidence`,
    `confidence` (of the surest evidence, or None). Nodes are in the order of kind, label without marks, IRI; edges in
    that of kind, source, target, fact: the same graph from the same knowledge.
    """
    known = _read(graph)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, kind, label in sorted(_nodes(graph, known, kinds), key=_node_order):
        found.add_node(iri, **_node(iri, kind, label, known))
    for person, fact in sorted((row["person"], row["fact"]) for row in _rows(graph, "open-roles")):
        if person in found:
            found.nodes[person]["open_roles"] += (_tie("role", person, "", fact, known),)
    for kind, source, target, fact in sorted(_ties(graph)):
        if source in found and target in found:
            found.add_edge(source, target, key=f"{kind} {fact}", **_tie(kind, source, target, fact, known))
    return found


def _node_order(node: tuple[str, str, str]) -> tuple[int, str, str]:
    iri, kind, label = node
    return KINDS.index(kind), plain_key(label), iri


def _nodes(graph: Queryable, known: _Knowledge, kinds: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield IRI, kind and label of each node once; the least of several labels is taken."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _rows(graph, "nodes"):
        if row["kind"] in kinds:
            labels[row["node"], row["kind"]].add(row["label"])
    for (iri, kind), names in labels.items():
        yield iri, kind, min(names) or _document_label(known.details.get(iri, {}))


def _document_label(details: Mapping[str, tuple[Words, ...]]) -> str:
    """Return what a document without a label is called: its type and number."""
    return " ".join(values[0].vi for values in (details.get("type", ()), details.get("number", ())) if values)


def _node(iri: str, kind: str, label: str, known: _Knowledge) -> dict[str, object]:
    details = known.details.get(iri, {})
    return {
        "kind": kind,
        "label": label,
        "type": next(iter(details.get("type", ())), None),
        "also": tuple(words.vi for words in details.get("also", ())),
        "facts": tuple(Fact(key, value) for key in _SHOWN for value in details.get(key, ())),
        "open_roles": (),
        "evidence": known.evidence.get(iri, ()),
    }


def _ties(graph: Queryable) -> Iterator[tuple[str, str, str, str]]:
    for row in _rows(graph, "ties"):
        yield row["kind"], row["source"], row["target"], row["fact"]


def _tie(kind: str, source: str, target: str, fact: str, known: _Knowledge) -> dict[str, object]:
    # A unit, a programme's partner and a document's issuer are said by the thing itself: its dates are not the tie's.
    own = known.details.get(fact, {}) if kind in ("role", "took-part", "organised") else {}
    evidence = known.units.get((source, target), ()) if kind == "unit-of" else known.evidence.get(fact, ())
    label = next(iter(own.get("role", ()) or own.get("function", ())), None)
    dates = {key: own[key][0].vi if key in own else None for key in ("first", "last", "start", "end")}
    return {
        "kind": kind,
        "label": label,
        "statuses": own.get("status", ()),
        "capacities": own.get("capacity", ()),
        **dates,
        "evidence": evidence,
        "confidence": max((each.confidence for each in evidence), default=None),
    }


def _read(graph: Queryable) -> _Knowledge:
    articles = {row["graph"]: row for row in _rows(graph, "articles")}
    facts = _evidence(_rows(graph, "evidence"), articles, by=lambda row: row["fact"])
    mentions = _evidence(_rows(graph, "mentions"), articles, by=lambda row: row["fact"])
    units = _evidence(_rows(graph, "units"), articles, by=lambda row: (row["fact"], row["target"]))
    return _Knowledge(_details(graph), {**mentions, **facts}, units)


def _details(graph: Queryable) -> dict[str, dict[str, tuple[Words, ...]]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for solution in _solutions(graph, "words"):
        labels[solution["thing"].value].setdefault(solution["label"].language or "vi", solution["label"].value)
    found: dict[str, dict[str, set[Words]]] = defaultdict(lambda: defaultdict(set))
    for name in ("details", "capacities"):
        for solution in _solutions(graph, name):
            words = _words(solution["value"], labels)
            if words:
                found[solution["subject"].value][solution["key"].value].add(words)
    return {
        subject: {key: tuple(sorted(values)) for key, values in by_key.items()} for subject, by_key in found.items()
    }


def _words(value: ox.NamedNode | ox.Literal | ox.BlankNode, labels: Mapping[str, Mapping[str, str]]) -> Words | None:
    """Return what a value is called: a literal is its own words, a thing its labels; None for a thing without."""
    if isinstance(value, ox.Literal):
        return Words(value.value, value.value)
    label = labels.get(value.value, {})
    if not label:
        return None
    first = next(label[lang] for lang in ("vi", "en", *label) if lang in label)
    return Words(label.get("vi", first), label.get("en", first))


def _evidence(
    rows: Iterable[Mapping[str, str]],
    articles: Mapping[str, Mapping[str, str]],
    *,
    by: Callable[[Mapping[str, str]], _Key],
) -> dict[_Key, tuple[Evidence, ...]]:
    """Return the evidence by key, sorted: of each statement of an article the first span, the longest that begins so.

    That is the sentence for a fact and the first mention for an entity: spans of a statement are in text order.
    """
    first: dict[tuple[_Key, str], tuple[tuple[int, int], Mapping[str, str]]] = {}
    for row in rows:
        key, order = (by(row), row["local"]), (int(row["begin"]), -int(row["end"]))
        if key not in first or order < first[key][0]:
            first[key] = order, row
    found: dict[_Key, set[Evidence]] = defaultdict(set)
    for (key_of_fact, _), (_, row) in first.items():
        found[key_of_fact].add(_one_evidence(row, articles.get(row["graph"], {})))
    return {key_of_fact: tuple(sorted(all_of_it)) for key_of_fact, all_of_it in found.items()}


def _one_evidence(row: Mapping[str, str], article: Mapping[str, str]) -> Evidence:
    date = article.get("date", "")
    return Evidence(
        undated=not date,
        date=date,
        article=article.get("article", row["graph"]),
        begin=int(row["begin"]),
        quote=row["quote"],
        headline=article.get("headline", ""),
        outlet=article.get("outlet", ""),
        url=article.get("url", ""),
        confidence=float(row["confidence"] or 1),
    )


def _solutions(graph: Queryable, name: str) -> Iterable[Any]:
    source = importlib.resources.files(__package__).joinpath("queries", f"{name}.rq")
    solutions: Iterable[Any] = graph.query(source.read_text(encoding="utf-8"))
    return solutions


def _rows(graph: Queryable, name: str) -> Iterator[dict[str, str]]:
    """Yield the answers to the query `name` as plain texts; what is unbound is empty."""
    solutions: Any = _solutions(graph, name)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: term.value if (term := solution[name]) is not None else "" for name in names}
