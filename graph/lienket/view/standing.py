"""The words on which nodes and ties stand: one quote an article, looked up for each as it is drawn."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.rdf.headline import headline
from lienket.rdf.terms import DCT, LK, NIF, ORG, PROV, RDF, SCHEMA

_KNOWN: Final = ox.DefaultGraph()
_SPAN: Final = re.compile(r"#char=(\d+),(\d+)\Z")
_ABOVE: Final = (ORG.unitOf, ORG.subOrganizationOf)


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
    marks: tuple[tuple[int, int], ...] = ()


class Standing:
    """What the articles of a store say of facts and things that are known."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph
        self._article = functools.cache(self._read_article)

    def of_fact(self, iri: str) -> tuple[Evidence, ...]:
        """Return what states a fact that is known, sorted."""
        fact = ox.NamedNode(iri)
        if not any(self._graph.quads_for_pattern(fact, RDF.type, LK.Known, _KNOWN)):
            return ()
        locals_ = self._objects(fact, PROV.wasDerivedFrom, _KNOWN)
        return self._evidence(locals_, PROV.wasDerivedFrom)

    def of_thing(self, iri: str) -> tuple[Evidence, ...]:
        """Return where each article first names a person, an agency …, sorted."""
        return self._evidence(self._named(iri), LK.mention)

    def of_unit(self, unit: str, above: str) -> tuple[Evidence, ...]:
        """Return where a unit is named in articles that tell what it belongs to, sorted."""
        parents = set(self._named(above))
        told = (one for one in self._named(unit) if any(parents & set(self._objects(one, by, None)) for by in _ABOVE))
        return self._evidence(told, LK.mention)

    def _named(self, iri: str) -> list[ox.NamedNode]:
        """Return what stands for a thing in articles."""
        quads = self._graph.quads_for_pattern(None, PROV.specializationOf, ox.NamedNode(iri), _KNOWN)
        return [quad.subject for quad in quads if isinstance(quad.subject, ox.NamedNode)]

    def _objects(
        self, subject: ox.NamedNode, predicate: ox.NamedNode, graph: ox.NamedNode | ox.DefaultGraph | None
    ) -> Iterator[ox.NamedNode]:
        for quad in self._graph.quads_for_pattern(subject, predicate, None, graph):
            if isinstance(quad.object, ox.NamedNode):
                yield quad.object

    def _evidence(self, locals_: Iterable[ox.NamedNode], by: ox.NamedNode) -> tuple[Evidence, ...]:
        return tuple(sorted({found for local in locals_ if (found := self._first(local, by)) is not None}))

    def _first(self, local: ox.NamedNode, by: ox.NamedNode) -> Evidence | None:
        """Return the first span of a statement of an article, the longest that begins so.

        That is the sentence for a fact and the first mention for an entity: spans of a statement are in text order.
        """
        graph = ox.NamedNode(local.value.partition("#")[0])
        spans = [
            (int(place[1]), -int(place[2]), span.value)
            for span in self._objects(local, by, graph)
            if (place := _SPAN.search(span.value))
        ]
        if not spans:
            return None
        begin, _, span = min(spans)
        article = self._article(graph.value)
        return Evidence(
            undated=not article["date"],
            date=article["date"],
            article=article["article"] or graph.value,
            begin=begin,
            quote=self._value(ox.NamedNode(span), NIF.anchorOf, graph),
            headline=article["headline"],
            outlet=article["outlet"],
            url=article["url"],
            confidence=float(self._value(local, LK.confidence, graph) or 1),
        )

    def _read_article(self, iri: str) -> dict[str, str]:
        graph = ox.NamedNode(iri)
        outlets = list(self._objects(graph, SCHEMA.publisher, graph))
        outlet = self._value(outlets[0], SCHEMA.name, graph) if outlets else ""
        told = {"article": DCT.identifier, "date": SCHEMA.datePublished, "url": SCHEMA.url}
        called = {"outlet": outlet, "headline": headline(self._graph, graph) or ""}
        return {name: self._value(graph, by, graph) for name, by in told.items()} | called

    def _value(self, subject: ox.NamedNode, predicate: ox.NamedNode, graph: ox.NamedNode) -> str:
        """Return the text of a property; of several the least, of none the empty text."""
        quads = self._graph.quads_for_pattern(subject, predicate, None, graph)
        return min((quad.object.value for quad in quads if isinstance(quad.object, ox.Literal)), default="")
