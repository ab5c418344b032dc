"""The knowledge layer as a networkx graph: who, what, and the ties between them, each with the words that state it."""

from __future__ import annotations

import importlib.resources
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple, cast

import networkx as nx
import pyoxigraph as ox

from lienket.language.folding import plain_key
from lienket.store.local import LocalStore
from lienket.view.standing import Standing

KINDS: Final = ("person", "agency", "event", "document", "programme")
"""Kinds of nodes, in the order in which they are listed."""
TIES: Final = ("role", "organised", "took-part", "together", "became", "unit-of", "partner-of", "issued", "about")
"""Kinds of edges, the most telling first."""

# Which statements about a node are shown as its facts, in this order; the rest (type) has a place of its own.
_SHOWN: Final = (
    "honorific",
    "also",
    "start",
    "end",
    "place",
    "number",
    "issued",
    "title",
    "level",
    "jurisdiction",
    "perhaps",
)


class Words(NamedTuple):
    """One label in both languages; a name reads the same in each."""

    vi: str
    en: str


class Fact(NamedTuple):
    """A statement about one node: what it tells (`key`) and its value."""

    key: str
    value: Words


class _Known(NamedTuple):
    """What is known of nodes and facts: subject → key → values, and the words on which it stands."""

    details: Mapping[str, Mapping[str, tuple[Words, ...]]]
    standing: Standing


def network(
    store: LocalStore, *, kinds: Collection[str] = KINDS, focus: Collection[str] = (), hops: int = 1
) -> nx.MultiDiGraph[str]:
    """Return the graph of what `store` knows; see `network_of`."""
    return network_of(store.graph, kinds=kinds, focus=focus, hops=hops)


def network_of(
    graph: ox.Store, *, kinds: Collection[str] = KINDS, focus: Collection[str] = (), hops: int = 1
) -> nx.MultiDiGraph[str]:
    """Return the network of the default graph of `graph`: nodes are IRIs of the `kinds` asked for, edges tie them.

    Where there is a `focus`, IRIs of nodes, only what lies at most `hops` ties from one of them, in either direction.

    Node attributes: `kind` (of `KINDS`), `label`, `type` (`Words` or None), `also` (other names), `facts` (tuple of
    `Fact`), `open_roles` (roles whose agency the texts leave open: a tuple of attributes like those of an edge),
    `evidence` (tuple of `Evidence`: what states it, or, for people and agencies, where each article first names it).
    Edge attributes: `kind` (of `TIES`), `label` (`Words` of the role or function, else None), `statuses`
    and `capacities` (tuples of `Words`), `first`, `last`, `start`, `end` (dates as stated, or None), `evidence`,
    `confidence` (of the surest evidence, or None). Nodes are in the order of kind, label without marks, IRI; edges in
    that of kind, source, target, fact: the same graph from the same knowledge.
    """
    details = _details(graph)
    nodes = {node[0]: node for node in sorted(_nodes(graph, details, kinds), key=_node_order)}
    ties = [tie for tie in sorted(_ties(graph)) if tie[1] in nodes and tie[2] in nodes]
    if focus:
        near = _near(ties, [iri for iri in focus if iri in nodes], hops)
        nodes = {iri: node for iri, node in nodes.items() if iri in near}
        ties = [tie for tie in ties if tie[1] in nodes and tie[2] in nodes]
    known = _Known(details, Standing(graph))
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, kind, label in nodes.values():
        found.add_node(iri, **_node(iri, kind, label, known))
    for person, fact in sorted((row["person"], row["fact"]) for row in _rows(graph, "open-roles")):
        if person in found:
            found.nodes[person]["open_roles"] += (_tie("role", person, "", fact, known),)
    for kind, source, target, fact in ties:
        found.add_edge(source, target, key=f"{kind} {fact}", **_tie(kind, source, target, fact, known))
    return found


def core(graph: nx.MultiDiGraph[str], *, limit: int) -> nx.MultiDiGraph[str]:
    """Return the part of `graph` made of its `limit` most tied nodes, in its order: all of it when it has no more.

    What has no tie within that part is left out of it too.
    """
    if len(graph) <= limit:
        return graph
    reach = {node: len(set(nx.all_neighbors(graph, node))) for node in graph}
    ranked = sorted(graph, key=lambda node: (-reach[node], -graph.degree(node), node))
    most = set(ranked[:limit])
    kept = {
        node
        for node in ranked[:limit]
        if not most.isdisjoint(graph.predecessors(node)) or not most.isdisjoint(graph[node])
    }
    smaller: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    smaller.add_nodes_from((node, graph.nodes[node]) for node in graph if node in kept)
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if source in kept and target in kept:
            smaller.add_edge(source, target, key=key, **attributes)
    return smaller


def _near(ties: Iterable[tuple[str, str, str, str]], focus: Sequence[str], hops: int) -> set[str]:
    """Return the nodes at most `hops` ties from the focus."""
    beside: dict[str, list[str]] = defaultdict(list)
    for _, source, target, _ in ties:
        beside[source].append(target)
        beside[target].append(source)
    near, edge = set(focus), list(focus)
    for _ in range(hops):
        edge = list({other for node in edge for other in beside[node]} - near)
        near.update(edge)
    return near


def _node_order(node: tuple[str, str, str]) -> tuple[int, str, str]:
    iri, kind, label = node
    return KINDS.index(kind), plain_key(label), iri


def _nodes(
    graph: ox.Store, details: Mapping[str, Mapping[str, tuple[Words, ...]]], kinds: Collection[str]
) -> Iterator[tuple[str, str, str]]:
    """Yield IRI, kind and label of each node once; the least of several labels is taken."""
    labels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in _rows(graph, "nodes"):
        if row["kind"] in kinds:
            labels[row["node"], row["kind"]].add(row["label"])
    for (iri, kind), names in labels.items():
        yield iri, kind, min(names) or _document_label(details.get(iri, {}))


def _document_label(details: Mapping[str, tuple[Words, ...]]) -> str:
    """Return what a document without a label is called: its type and number."""
    return " ".join(values[0].vi for values in (details.get("type", ()), details.get("number", ())) if values)


def _node(iri: str, kind: str, label: str, known: _Known) -> dict[str, object]:
    details = known.details.get(iri, {})
    return {
        "kind": kind,
        "label": label,
        "type": next(iter(details.get("type", ())), None),
        "also": tuple(words.vi for words in details.get("also", ())),
        "facts": tuple(Fact(key, value) for key in _SHOWN for value in details.get(key, ())),
        "open_roles": (),
        "provinces": (),
        "perhaps": (),
        "evidence": known.standing.of_fact(iri) or known.standing.of_thing(iri),
    }


def _ties(graph: ox.Store) -> Iterator[tuple[str, str, str, str]]:
    for row in _rows(graph, "ties"):
        yield row["kind"], row["source"], row["target"], row["fact"]


def _tie(kind: str, source: str, target: str, fact: str, known: _Known) -> dict[str, object]:
    # A unit, a programme's partner and a document's issuer are said by the thing itself: its dates are not the tie's.
    own = known.details.get(fact, {}) if kind in ("role", "took-part", "organised") else {}
    standing = known.standing
    evidence = standing.of_unit(source, target) if kind == "unit-of" else standing.of_fact(fact)
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


def _details(graph: ox.Store) -> dict[str, dict[str, tuple[Words, ...]]]:
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


def _solutions(graph: ox.Store, name: str) -> ox.QuerySolutions:
    source = importlib.resources.files(__package__).joinpath("queries", f"{name}.rq")
    return cast(ox.QuerySolutions, graph.query(source.read_text(encoding="utf-8")))


def _rows(graph: ox.Store, name: str) -> Iterator[dict[str, str]]:
    """Yield the answers to the query `name` as plain texts; what is unbound is empty."""
    solutions = _solutions(graph, name)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: term.value if (term := solution[name]) is not None else "" for name in names}
