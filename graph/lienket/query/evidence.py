"""The words on which a fact stands: quoted from the articles that say so."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.rdf.headline import headline
from lienket.rdf.terms import DCT, LK, NIF, PROV, SCHEMA
from lienket.store.local import LocalStore

_KNOWN: Final = ox.DefaultGraph()
_DATELESS: Final = "9999"
"""Articles without a date come after the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it is cited."""

    iri: str
    identifier: str
    headline: str | None
    """The headline of the record, else the first line of the text; None where that is no line."""
    date: str | None
    """ISO day of publication; None where the record has none."""
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A span of an article's text, word for word."""

    text: str
    begin: int
    """Code points from the begin of the article's text."""
    source: Source


class Evidence:
    """The quotes behind the facts of a store."""

    def __init__(self, store: LocalStore) -> None:
        self._graph = store.graph
        self.source = functools.cache(self._cited)

    def of_fact(self, iri: str) -> list[Quote]:
        """Return what states a fact of the default graph, or names a thing of it.

        By date of the article, the undated last, then by place in the text.
        """
        return _sorted(self._behind(ox.NamedNode(iri), hops=3)) or _sorted(self._naming(ox.NamedNode(iri)))

    def of_span(self, iri: str) -> Quote | None:
        """Return the quote that a span IRI stands for; None where there is no such span."""
        span = ox.NamedNode(iri)
        return next(self._quotes(span), None)

    def _behind(self, fact: ox.NamedNode, *, hops: int) -> Iterator[Quote]:
        """Yield the quotes of a fact: of its sightings in articles, or of the facts from which it is derived."""
        for quad in self._graph.quads_for_pattern(fact, PROV.wasDerivedFrom, None, _KNOWN):
            if not isinstance(quad.object, ox.NamedNode):
                continue
            spans = list(self._graph.quads_for_pattern(quad.object, PROV.wasDerivedFrom, None, None))
            local = [one.object for one in spans if one.graph_name != _KNOWN]
            for span in local:
                if isinstance(span, ox.NamedNode):
                    yield from self._quotes(span)
            if not local and hops:
                yield from self._behind(quad.object, hops=hops - 1)

    def _naming(self, thing: ox.NamedNode) -> Iterator[Quote]:
        """Yield the words by which each article first names a thing."""
        for quad in self._graph.quads_for_pattern(None, PROV.specializationOf, thing, _KNOWN):
            mentions = self._graph.quads_for_pattern(quad.subject, LK.mention, None, None)
            spans = [one.object for one in mentions if isinstance(one.object, ox.NamedNode)]
            if spans:
                yield from self._quotes(min(spans, key=_begin))

    def _quotes(self, span: ox.NamedNode) -> Iterator[Quote]:
        for quad in self._graph.quads_for_pattern(span, NIF.anchorOf, None, None):
            begins = self._graph.quads_for_pattern(span, NIF.beginIndex, None, quad.graph_name)
            begin = next((one.object.value for one in begins if isinstance(one.object, ox.Literal)), "0")
            if isinstance(quad.object, ox.Literal) and isinstance(quad.graph_name, ox.NamedNode):
                yield Quote(text=quad.object.value, begin=int(begin), source=self.source(quad.graph_name.value))

    def _cited(self, graph: str) -> Source:
        article = ox.NamedNode(graph)

        def said(predicate: ox.NamedNode) -> str | None:
            quads = self._graph.quads_for_pattern(article, predicate, None, article)
            return next((quad.object.value for quad in quads if not isinstance(quad.object, ox.Triple)), None)

        return Source(
            iri=graph,
            identifier=said(DCT.identifier) or graph,
            headline=headline(self._graph, article),
            date=said(SCHEMA.datePublished),
            url=said(SCHEMA.url),
        )


def _begin(span: ox.NamedNode) -> int:
    """Return where a span begins, which its IRI says: `<article>#char=BEGIN,END`."""
    begin = span.value.rpartition("#char=")[2].partition(",")[0]
    return int(begin) if begin.isdigit() else 0


def _sorted(quotes: Iterable[Quote]) -> list[Quote]:
    return sorted(set(quotes), key=lambda one: (one.source.date or _DATELESS, one.source.iri, one.begin, one.text))
