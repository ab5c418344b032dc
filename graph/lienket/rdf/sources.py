"""An article as its facts cite it: its record and its text, read from its graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.rdf.terms import DCT, NIF, SCHEMA

_LONGEST_HEADLINE: Final = 200
"""Code points of a first line that may be a headline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as it is cited."""

    iri: str
    identifier: str
    headline: str | None
    """The headline of the record, else the first line of the text; None where that is no line."""
    outlet: str | None
    date: str | None
    """ISO day of publication; None where the record has none."""
    url: str | None


def cited(graph: ox.Store, article: str) -> Source:
    """Return how the article with the IRI `article` is cited."""
    node = ox.NamedNode(article)

    def said(predicate: ox.NamedNode, of: ox.NamedNode = node) -> str | None:
        return _said(graph, node, of, predicate)

    publisher = said(SCHEMA.publisher)
    return Source(
        iri=article,
        identifier=said(DCT.identifier) or article,
        headline=said(SCHEMA.headline) or first_line(text_of(graph, article)),
        outlet=said(SCHEMA.name, ox.NamedNode(publisher)) if publisher else None,
        date=said(SCHEMA.datePublished),
        url=said(SCHEMA.url),
    )


def text_of(graph: ox.Store, article: str) -> str:
    """Return the text of the article with the IRI `article`; the empty text where the graph has none."""
    return _said(graph, ox.NamedNode(article), None, NIF.isString) or ""


def _said(graph: ox.Store, article: ox.NamedNode, of: ox.NamedNode | None, predicate: ox.NamedNode) -> str | None:
    """Return what an article's graph says of a thing, or of any; what is asked for here it says once."""
    quads = graph.quads_for_pattern(of, predicate, None, article)
    return next((quad.object.value for quad in quads if not isinstance(quad.object, ox.Triple)), None)


def first_line(text: str) -> str | None:
    """Return the first line of an article's text, by which one without a headline is called; None where it is long."""
    first = text.lstrip().partition("\n")[0].strip()
    return first if 0 < len(first) <= _LONGEST_HEADLINE else None
