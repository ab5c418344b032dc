"""What an export holds: a layer of the store as blocks, each graph's subjects in the order of their IRIs.

Only the subjects of one graph are held in memory (and the names of evidence), so that millions of quads pass through.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal

import pyoxigraph as ox

from lienket.export.writers import Block, Object, Subject, ordered
from lienket.rdf.terms import LK, NIF, PROV, SCHEMA

Layer = Literal["knowledge", "articles", "all"]

GraphName = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_KNOWN: Final = ox.DefaultGraph()
_STANDING: Final = (PROV.wasDerivedFrom, LK.mention, LK.confidence)
"""What the knowledge layer's export tells of an article's own fact or entity: where it stands, and how sure it is."""


def layer_blocks(store: ox.Store, *, layer: Layer, with_text: bool) -> Iterator[Block]:
    """Yield the blocks of `layer`; "knowledge" with the spans and article records it stands on.

    Without text, the articles' full texts (`nif:isString`) are left out; the knowledge layer never has them.
    """
    if layer == "knowledge":
        yield from _known_with_evidence(store)
        return
    if layer == "all":
        yield from _graph(store, _KNOWN, with_text=with_text)
    for graph in sorted(store.named_graphs(), key=str):
        yield from _graph(store, graph, with_text=with_text)


def _graph(store: ox.Store, graph: GraphName, *, with_text: bool) -> Iterator[Block]:
    name = None if isinstance(graph, ox.DefaultGraph) else graph
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, graph)}
    for subject in sorted(subjects, key=str):
        pairs = ordered(_pairs(store, subject, graph))
        if not with_text:
            pairs = [pair for pair in pairs if pair[0] != NIF.isString]
        if pairs:
            yield Block(name, subject, pairs)


def _known_with_evidence(store: ox.Store) -> Iterator[Block]:
    sources = _sources(store)
    evidence = _evidence(store, sources)
    subjects: set[Subject] = {quad.subject for quad in store.quads_for_pattern(None, None, None, _KNOWN)}
    for subject in sorted(subjects | evidence.keys(), key=str):
        pairs = list(_pairs(store, subject, _KNOWN))
        if subject in evidence:
            told = (pair for pair in _pairs(store, subject, evidence[subject]) if pair[0] != NIF.isString)
            pairs += (pair for pair in told if subject not in sources or pair[0] in _STANDING)
        yield Block(None, subject, ordered(pairs))


def _evidence(store: ox.Store, sources: set[ox.NamedNode]) -> dict[Subject, ox.NamedNode]:
    """Return the subjects of article graphs that what we know stands on → their graph.

    These are the local facts and entities that the default graph names, their spans, the texts' contexts, and the
    article records with their publishers.
    """
    found: dict[Subject, ox.NamedNode] = {}
    for local in sources:
        graph = found[local] = ox.NamedNode(local.value.partition("#")[0])
        for link in (PROV.wasDerivedFrom, LK.mention):
            found.update(dict.fromkeys(_objects(store, local, link, graph), graph))
    # A publisher may stand in several graphs: the order settles which one describes it.
    for graph in sorted(set(found.values()), key=str):
        found[graph] = graph
        found.update(dict.fromkeys(_objects(store, graph, SCHEMA.publisher, graph), graph))
        contexts = {quad.object for quad in store.quads_for_pattern(None, NIF.referenceContext, None, graph)}
        found.update({context: graph for context in contexts if isinstance(context, ox.NamedNode)})
    return found


def _sources(store: ox.Store) -> set[ox.NamedNode]:
    """Return the local facts and entities that the default graph names."""
    facts = {quad.object for quad in store.quads_for_pattern(None, PROV.wasDerivedFrom, None, _KNOWN)}
    entities = {quad.subject for quad in store.quads_for_pattern(None, PROV.specializationOf, None, _KNOWN)}
    return {term for term in facts | entities if isinstance(term, ox.NamedNode)}


def _objects(store: ox.Store, subject: Subject, link: ox.NamedNode, graph: ox.NamedNode) -> Iterator[ox.NamedNode]:
    for quad in store.quads_for_pattern(subject, link, None, graph):
        if isinstance(quad.object, ox.NamedNode):
            yield quad.object


def _pairs(store: ox.Store, subject: Subject, graph: GraphName) -> Iterator[tuple[ox.NamedNode, Object]]:
    for quad in store.quads_for_pattern(subject, None, None, graph):
        yield quad.predicate, quad.object
