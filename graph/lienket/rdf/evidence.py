"""The words on which a fact stands: quoted from the articles that say so."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.rdf.iris import article_of
from lienket.rdf.sources import Source, cited
from lienket.rdf.terms import LK, NIF, PROV

_KNOWN: Final = ox.DefaultGraph()
_DATELESS: Final = "9999"
"""Articles without a date come after the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A span of an article's text, word for word."""

    text: str
    begin: int
    """Code points from the begin of the article's text."""
    source: Source

    @property
    def end(self) -> int:
        """Where the span ends, counted as its begin is."""
        return self.begin + len(self.text)


class Evidence:
    """The quotes behind the facts of a store; each article's record is read once."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph
        self.source = functools.cache(functools.partial(cited, graph))

    def of_fact(self, iri: str) -> list[Quote]:
        """Return what states a fact of the default graph, or names a thing of it, each quote once.

        By date of the article, the undated last, then by place in the text.
        """
        return sorted(
            set(self.sightings(iri)),
            key=lambda one: (one.source.date or _DATELESS, one.source.iri, one.begin, one.text),
        )

    def sightings(self, iri: str) -> list[Quote]:
        """Return a quote for each fact or thing of an article that the known one stands on, in no order."""
        node = ox.NamedNode(iri)
        return list(self._behind(node, hops=3)) or list(self._naming(node))

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
        quads = self._graph.quads_for_pattern(local, by, None, ox.NamedNode(article_of(local.value)))
        spans = [quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)]
        return self._quote(min(spans, key=_place)) if spans else None

    def _quote(self, span: ox.NamedNode) -> Quote | None:
        article = article_of(span.value)
        for quad in self._graph.quads_for_pattern(span, NIF.anchorOf, None, ox.NamedNode(article)):
            if isinstance(quad.object, ox.Literal):
                return Quote(text=quad.object.value, begin=_place(span)[0], source=self.source(article))
        return None


def _place(span: ox.NamedNode) -> tuple[int, int]:
    """Return begin and negative end of a span, which its IRI says: `<article>#char=BEGIN,END`."""
    begin, _, end = span.value.rpartition("#char=")[2].partition(",")
    return (int(begin), -int(end)) if begin.isdigit() and end.isdigit() else (0, 0)
