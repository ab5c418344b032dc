"""The knowledge layer as a networkx graph: who, what, and the ties between them, each with the words that state it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import networkx as nx
import pyoxigraph as ox

from lienket.language.folding import plain_key
from lienket.rdf.terms import FOAF, LK, ORG, RDFS, SKOS
from lienket.store.local import LocalStore
from lienket.view.details import Details, Words, details_of
from lienket.view.likeness import Likeness, likeness_of
from lienket.view.provinces import provinces_of
from lienket.view.reading import known, of_class
from lienket.view.standing import Evidence, Standing
from lienket.view.ties import TIES, Tie, Ties, ties_of

__all__ = ("KINDS", "TIES", "Fact", "Words", "core", "network", "network_of")

_NAMED: Final[Mapping[str, tuple[ox.NamedNode, ox.NamedNode]]] = {
    "person": (FOAF.Person, FOAF.name),
    "agency": (ORG.Organization, SKOS.prefLabel),
    "event": (LK.Event, RDFS.label),
    "document": (LK.OfficialDocument, RDFS.label),
    "programme": (LK.Programme, RDFS.label),
}
"""By kind of node: its class, and by what its label is said."""
KINDS: Final = tuple(_NAMED)
"""Kinds of nodes, in the order in which they are listed."""

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
)
_DATED: Final = frozenset(("role", "organised", "took-part", "became"))
"""Ties with a fact of their own. A unit, a programme's partner and a document's issuer are said by the thing itself:
its dates are not the tie's."""
_QUOTED: Final = 12
"""Pieces of evidence of two agencies that act together: of the events and programmes they share the first."""


class Fact(NamedTuple):
    """A statement about one node: what it tells (`key`) and its value."""

    key: str
    value: Words


def network(
    store: LocalStore,
    *,
    kinds: Collection[str] = KINDS,
    focus: Collection[str] = (),
    hops: int = 1,
    limit: int | None = None,
) -> nx.MultiDiGraph[str]:
    """Return the graph of what `store` knows; see `network_of`."""
    return network_of(store.graph, kinds=kinds, focus=focus, hops=hops, limit=limit)


def network_of(
    graph: ox.Store,
    *,
    kinds: Collection[str] = KINDS,
    focus: Collection[str] = (),
    hops: int = 1,
    limit: int | None = None,
) -> nx.MultiDiGraph[str]:
    """Return the network of the default graph of `graph`: nodes are IRIs of the `kinds` asked for, edges tie them.

    Where there is a `focus`, IRIs of nodes, only what lies at most `hops` ties from one of them, in either direction.
    Where there is a `limit`, of this only the `core`: the rest is never read in full. Agencies that reference data
    alone name are there only where they show what became of others.

    Node attributes: `kind` (of `KINDS`), `label`, `type` (`Words` or None), `also` (other names), `facts` (tuple of
    `Fact`), `provinces` (tuple of `Words`: where an agency, an event or the offices of a person are), `perhaps` (IRIs
    of known things that may be the same), `open_roles` (roles whose agency the texts leave open: a tuple of attributes
    like those of an edge), `evidence` (tuple of `Evidence`: what states it, or, for people and agencies, where each
    article first names it).
    Edge attributes: `kind` (of `TIES`), `label` (`Words` of the role, function or change, else None), `statuses`
    and `capacities` (tuples of `Words`), `first`, `last`, `start`, `end` (dates as stated, or None), `count` (what two
    agencies did together, else None), `evidence`, `confidence` (of the surest evidence, or None). Nodes are in the
    order of kind, label without marks, IRI; edges in that of kind, source, target, fact: the same graph from the same
    knowledge.
    """
    tied = ties_of(graph)
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, kind, label in sorted(_nodes(graph, kinds), key=_node_order):
        if iri not in tied.unnamed:
            found.add_node(iri, kind=kind, label=label)
    for tie in tied.ties:
        if tie.source in found and tie.target in found:
            found.add_edge(tie.source, tie.target, key=f"{tie.kind} {tie.fact}", tie=tie)
    if focus:
        near = _near(found, [iri for iri in focus if iri in found], hops)
        found = _part(found, near)
    if limit is not None:
        found = core(found, limit=limit)
    _fill(found, graph, tied)
    return found


def core(graph: nx.MultiDiGraph[str], *, limit: int) -> nx.MultiDiGraph[str]:
    """Return the part of `graph` made of its `limit` most tied nodes, in its order: all of it when it has no more.

    What has no tie within that part is left out of it too. The graph attribute `of` says how many nodes and ties there
    were before.
    """
    if len(graph) <= limit:
        return graph
    reach = {node: len(_beside(graph, node)) for node in graph}
    ranked = sorted(graph, key=lambda node: (-reach[node], -graph.degree(node), node))
    most = set(ranked[:limit])
    part = _part(graph, {node for node in most if not most.isdisjoint(_beside(graph, node))})
    part.graph["of"] = graph.graph.get("of", (len(graph), graph.size()))
    return part


def _beside(graph: nx.MultiDiGraph[str], node: str) -> set[str]:
    """Return the nodes tied to one, in either direction."""
    return {*graph.predecessors(node), *graph.successors(node)}


def _part(graph: nx.MultiDiGraph[str], kept: Collection[str]) -> nx.MultiDiGraph[str]:
    """Return the nodes of `graph` in `kept` and the ties between them, in its order."""
    part: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    part.add_nodes_from((node, graph.nodes[node]) for node in graph if node in kept)
    for source, target, key, attributes in graph.edges(keys=True, data=True):
        if source in kept and target in kept:
            part.add_edge(source, target, key=key, **attributes)
    return part


def _near(graph: nx.MultiDiGraph[str], focus: Sequence[str], hops: int) -> set[str]:
    """Return the nodes at most `hops` ties from the focus."""
    near, edge = set(focus), set(focus)
    for _ in range(hops):
        edge = {other for node in edge for other in _beside(graph, node)} - near
        near |= edge
    return near


def _node_order(node: tuple[str, str, str]) -> tuple[int, str, str]:
    iri, kind, label = node
    return KINDS.index(kind), plain_key(label), iri


def _nodes(graph: ox.Store, kinds: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """Yield IRI, kind and label of each node; the least of several labels is taken, an agency's Vietnamese one."""
    wanted = {kind: _NAMED[kind] for kind in KINDS if kind in kinds}
    names = known(graph, *{by for _, by in wanted.values()})
    for kind, (cls, by) in wanted.items():
        for thing in of_class(graph, cls):
            labels = [
                name.value
                for name in names[by].get(thing, ())
                if isinstance(name, ox.Literal) and (kind != "agency" or name.language == "vi")
            ]
            if labels:
                yield thing, kind, min(labels)
            elif kind == "document":
                yield thing, kind, _document_label(details_of(graph, {thing}).get(thing, {}))


def _document_label(details: Mapping[str, tuple[Words, ...]]) -> str:
    """Return what a document without a label is called: its type and number."""
    return " ".join(values[0].vi for values in (details.get("type", ()), details.get("number", ())) if values)


class _Known(NamedTuple):
    """What is known of the nodes and ties of one network."""

    details: Details
    provinces: Mapping[str, tuple[Words, ...]]
    likeness: Mapping[str, Likeness]
    standing: Standing
    shared: Mapping[str, tuple[str, ...]]
    """By cooperation of two agencies, the events and programmes that show it."""
    counts: Mapping[str, int]
    """By cooperation, how many of these there are, copies of one text counted once."""


def _fill(found: nx.MultiDiGraph[str], graph: ox.Store, tied: Ties) -> None:
    """Give the nodes and ties of `found` all their attributes."""
    open_roles = [role for role in tied.open_roles if role.source in found]
    about = _known(found, graph, tied, open_roles)
    for iri, attributes in found.nodes(data=True):
        attributes.update(_node(iri, attributes["kind"], attributes["label"], about))
    for role in open_roles:
        found.nodes[role.source]["open_roles"] += (_tie(role, about),)
    for *_, attributes in found.edges(data=True):
        attributes.update(_tie(attributes.pop("tie"), about))


def _known(found: nx.MultiDiGraph[str], graph: ox.Store, tied: Ties, open_roles: Sequence[Tie]) -> _Known:
    ties: list[Tie] = [attributes["tie"] for *_, attributes in found.edges(data=True)]
    together = known(graph, LK.reason, LK.count, of={tie.fact for tie in ties if tie.kind == "together"})
    shared = {fact: tuple(reason.value for reason in reasons) for fact, reasons in together[LK.reason].items()}
    facts = {tie.fact for tie in (*ties, *open_roles)}
    details = details_of(graph, {*found, *facts})
    offices: dict[str, list[Tie]] = defaultdict(list)
    for role in (*tied.ties, *tied.open_roles):
        if role.kind == "role":
            offices[role.source].append(role)
    # People and agencies are marked where they are mentioned.
    names = {
        iri: (node["label"], *(number.vi for number in details.get(iri, {}).get("number", ())))
        for iri, node in found.nodes(data=True)
        if node["kind"] not in ("person", "agency")
    }
    return _Known(
        details=details,
        provinces=provinces_of(graph, found, offices),
        likeness=likeness_of(graph, found, offices),
        standing=Standing(graph, {*found, *facts, *(one for reasons in shared.values() for one in reasons)}, names),
        shared=shared,
        counts={fact: int(counts[0].value) for fact, counts in together[LK.count].items()},
    )


def _node(iri: str, kind: str, label: str, about: _Known) -> dict[str, object]:
    details = about.details.get(iri, {})
    alike = about.likeness.get(iri, Likeness())
    return {
        "kind": kind,
        "label": label,
        "type": next(iter(details.get("type", ())), None),
        "also": tuple(words.vi for words in details.get("also", ())),
        "facts": (
            *(Fact(key, value) for key in _SHOWN for value in details.get(key, ())),
            *(Fact("perhaps", words) for words in alike.words),
        ),
        "provinces": about.provinces.get(iri, ()),
        "perhaps": alike.iris,
        "open_roles": (),
        "evidence": about.standing.of(iri, (iri,)),
    }


def _tie(tie: Tie, about: _Known) -> dict[str, object]:
    own = about.details.get(tie.fact, {}) if tie.kind in _DATED else {}
    label = next(iter(own.get("role", ()) or own.get("function", ()) or own.get("change", ())), None)
    evidence = _evidence(tie, label.vi if label and tie.kind == "role" else "", about)
    return {
        "kind": tie.kind,
        "label": label,
        "statuses": own.get("status", ()),
        "capacities": own.get("capacity", ()),
        **{key: own[key][0].vi if key in own else None for key in ("first", "last", "start", "end")},
        "count": about.counts.get(tie.fact),
        "evidence": evidence,
        "confidence": max((each.confidence for each in evidence), default=None),
    }


def _evidence(tie: Tie, role: str, about: _Known) -> tuple[Evidence, ...]:
    ends = (tie.source, tie.target)
    if tie.kind == "unit-of":
        return about.standing.of_unit(*ends)
    if tie.kind == "together":
        shown = {each for one in about.shared.get(tie.fact, ()) for each in about.standing.of(one, ends)}
        return tuple(sorted(shown))[:_QUOTED]
    return about.standing.of(tie.fact, ends, role)
