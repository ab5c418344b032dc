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
        return self._quote(ox.NamedNode(iri))

    def _behind(self, fact: ox.NamedNode, *, hops: int) -> Iterator[Quote]:
        """Yield a quote for each sighting of a fact in an article, or those of the facts from which it is derived."""
        for quad in self._graph.quads_for_pattern(fact, PROV.wasDerivedFrom, None, _KNOWN):
            if not isinstance(quad.object, ox.NamedNode):
                continue
            quote = self._first(quad.object, PROV.wasDerivedFrom)
            if quote is not None:
                yield quote
            elif hops:
                yield from self._behind(quad.object, hops=hops - 1)

    def _naming(self, thing: ox.NamedNode) -> Iterator[Quote]:
        """Yield the words by which each article first names a thing."""
        for quad in self._graph.quads_for_pattern(None, PROV.specializationOf, thing, _KNOWN):
            quote = self._first(quad.subject, LK.mention) if isinstance(quad.subject, ox.NamedNode) else None
            if quote is not None:
                yield quote

    def _first(self, local: ox.NamedNode, by: ox.NamedNode) -> Quote | None:
        """Return the first span, of those the longest, of what an article says; None for what no article says."""
        quads = self._graph.quads_for_pattern(local, by, None, _article(local))
        spans = [quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)]
        return self._quote(min(spans, key=_place)) if spans and "#" in local.value else None

    def _quote(self, span: ox.NamedNode) -> Quote | None:
        article = _article(span)
        for quad in self._graph.quads_for_pattern(span, NIF.anchorOf, None, article):
            if isinstance(quad.object, ox.Literal):
                return Quote(text=quad.object.value, begin=_place(span)[0], source=self.source(article.value))
        return None

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


def _article(local: ox.NamedNode) -> ox.NamedNode:
    """Return the article, and its graph, of a span or of anything that is local to one."""
    return ox.NamedNode(local.value.partition("#")[0])


def _place(span: ox.NamedNode) -> tuple[int, int]:
    """Return begin and negative end of a span, which its IRI says: `<article>#char=BEGIN,END`."""
    begin, _, end = span.value.rpartition("#char=")[2].partition(",")
    return (int(begin), -int(end)) if begin.isdigit() and end.isdigit() else (0, 0)


def _sorted(quotes: Iterable[Quote]) -> list[Quote]:
    return sorted(set(quotes), key=lambda one: (one.source.date or _DATELESS, one.source.iri, one.begin, one.text))
