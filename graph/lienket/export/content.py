"""What an export holds: a layer of the store as blocks, the subjects of each graph in the order of their IRIs.

One article's graph is held in memory at a time, and of what we know the names of its subjects: millions of quads pass.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import pyoxigraph as ox

from lienket.export.writers import Block, Pair, Subject, ordered, subject_order
from lienket.rdf.iris import article_of
from lienket.rdf.terms import LK, NIF, PROV, SCHEMA

Layer = Literal["knowledge", "articles", "all"]

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
        yield from _known(store, without=set())
    for graph in sorted(store.named_graphs(), key=str):
        content = _content(store, graph, with_text=with_text)
        for subject in sorted(content, key=subject_order):
            yield Block(graph, subject, ordered(content[subject]))


def _known(store: ox.Store, *, without: set[ox.NamedNode]) -> Iterator[Block]:
    """Yield what is known of each subject that is not in `without`."""
    subjects = {quad.subject for quad in store.quads_for_pattern(None, None, None, _KNOWN)}
    for subject in sorted(subjects - without, key=subject_order):
        yield Block(None, subject, ordered(_pairs(store, subject)))


def _pairs(store: ox.Store, subject: Subject) -> Iterator[Pair]:
    for quad in store.quads_for_pattern(subject, None, None, _KNOWN):
        yield quad.predicate, quad.object


def _content(
    store: ox.Store, graph: ox.NamedNode | ox.BlankNode, *, with_text: bool
) -> defaultdict[Subject, list[Pair]]:
    content: defaultdict[Subject, list[Pair]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, None, None, graph):
        if with_text or quad.predicate != NIF.isString:
            content[quad.subject].append((quad.predicate, quad.object))
    return content


def _known_with_evidence(store: ox.Store) -> Iterator[Block]:
    sources: defaultdict[str, set[ox.NamedNode]] = defaultdict(set)
    for local in _sources(store):
        sources[article_of(local.value)].add(local)
    known = _known(store, without=set().union(*sources.values()))
    # Both are in the order of IRIs: nothing that may stand in an article's IRI comes before the "#" of its parts.
    evidence = (block for graph in sorted(sources) for block in _evidence(store, ox.NamedNode(graph), sources[graph]))
    yield from heapq.merge(known, evidence, key=lambda block: subject_order(block.subject))


def _sources(store: ox.Store) -> set[ox.NamedNode]:
    """Return the local facts and entities that the default graph names."""
    facts = {quad.object for quad in store.quads_for_pattern(None, PROV.wasDerivedFrom, None, _KNOWN)}
    entities = {quad.subject for quad in store.quads_for_pattern(None, PROV.specializationOf, None, _KNOWN)}
    return {term for term in facts | entities if isinstance(term, ox.NamedNode)}


def _evidence(store: ox.Store, graph: ox.NamedNode, sources: set[ox.NamedNode]) -> Iterator[Block]:
    """Yield what what we know stands on in one article: how `sources` stand in it, their spans, the article's record.

    The record comes with its publisher, the spans with the text's context, but without the text.
    """
    content = _content(store, graph, with_text=False)
    chosen: dict[Subject, list[Pair]] = {}
    for local in sources:
        standing = [pair for pair in content[local] if pair[0] in _STANDING]
        chosen[local] = [*standing, *_pairs(store, local)]
    spans = _named(pair for pairs in chosen.values() for pair in pairs if pair[0] in _STANDING)
    contexts = _named(pair for span in spans for pair in content[span] if pair[0] == NIF.referenceContext)
    publishers = _named(pair for pair in content[graph] if pair[0] == SCHEMA.publisher)
    for node in {graph} | spans | contexts | publishers:
        chosen.setdefault(node, content[node])
    for subject in sorted(chosen, key=subject_order):
        yield Block(None, subject, ordered(chosen[subject]))


def _named(pairs: Iterable[Pair]) -> set[ox.NamedNode]:
    return {value for _, value in pairs if isinstance(value, ox.NamedNode)}
