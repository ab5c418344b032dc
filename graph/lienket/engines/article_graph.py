"""From an article to its graph, the work that every engine spreads over its processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias, cast

from pyoxigraph import RdfFormat, serialize

from lienket.errors import InputError
from lienket.extract.extractor import RULES, Extractor
from lienket.model import Article, Rejected
from lienket.rdf import iris
from lienket.rdf.describe import describe
from lienket.rdf.sayings import Saying, packed, sayings
from lienket.store.intake import record_hash, text_hash
from lienket.store.ledger import ArticleGraph, Entry, digest

Settle: TypeAlias = Callable[[str, str, Sequence[Saying]], str]
"""Tells what an article settles by itself, packed, given the base of IRIs, the article's IRI and its sayings."""


def article_graph(article: Article, *, base: str, extract: Extractor, settle: Settle) -> ArticleGraph | Rejected:
    """Return what `article` says as its graph, or why that could not be made: one article must not stop the others."""
    try:
        graph = describe(extract(article), base=base)
        nquads = serialize(graph, format=RdfFormat.N_QUADS)
        told = sayings(graph)
        settled = settle(base, iris.article(base, article.id), told)
    except InputError as error:
        return _rejected(article, error.key, error.values)
    except Exception as error:  # whatever a text does to a rule, it is that text's affair
        why = " ".join(f"{type(error).__name__}: {error}".split())
        if extract.name == RULES:
            return _rejected(article, "extraction-failed", {"why": why})
        return _rejected(article, "extractor-failed", {"extractor": extract.name, "why": why})
    lines = set(cast(bytes, nquads).splitlines())  # a graph is a set
    entry = Entry(
        id=iris.article_id(article.id),
        graph=iris.article(base, article.id),
        record=record_hash(article, extractor=extract.name),
        text=text_hash(article),
        quads=len(lines),
        digest=digest(lines),
    )
    return ArticleGraph(entry=entry, nquads=cast(bytes, nquads), sayings=packed(told), settled=settled)


def _rejected(article: Article, key: str, values: Mapping[str, object]) -> Rejected:
    told = tuple((name, str(value)) for name, value in values.items() if name != "source")
    return Rejected(source=article.source or article.id, key=key, values=told)
