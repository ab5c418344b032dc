"""From an article to its graph, the work that every engine spreads over its processes."""

from __future__ import annotations

from typing import cast

from pyoxigraph import RdfFormat, serialize

from lienket.extract.article import extract
from lienket.model import Article, Rejected
from lienket.rdf import iris
from lienket.rdf.describe import describe
from lienket.store.intake import record_hash, text_hash
from lienket.store.ledger import ArticleGraph, Entry, digest


def article_graph(article: Article, *, base: str) -> ArticleGraph | Rejected:
    """Return what `article` says as its graph, or why that could not be made: one article must not stop the others."""
    try:
        nquads = serialize(describe(extract(article), base=base), format=RdfFormat.N_QUADS)
    except Exception as error:  # whatever a text does to a rule, it is that text's affair
        why = " ".join(f"{type(error).__name__}: {error}".split())
        return Rejected(source=article.source or article.id, key="extraction-failed", values=(("why", why),))
    lines = set(cast(bytes, nquads).splitlines())  # a graph is a set
    entry = Entry(
        id=iris.article_id(article.id),
        graph=iris.article(base, article.id),
        record=record_hash(article),
        text=text_hash(article),
        quads=len(lines),
        digest=digest(lines),
    )
    return ArticleGraph(entry=entry, nquads=cast(bytes, nquads))
