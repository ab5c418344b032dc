"""Extraction on this machine: in this process, or in a pool of processes."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from typing import Final

from lienket.engines.article_graph import Settle, article_graph
from lienket.engines.processes import spread
from lienket.extract.extractor import RULES, load
from lienket.model import Article, Rejected
from lienket.store.ledger import ArticleGraph

_CHUNK_ARTICLES: Final = 32
_CHUNK_CHARACTERS: Final = 400_000
"""A chunk of work ends at either: enough to pay for its way to a process, little enough to hold several."""

Made = ArticleGraph | Rejected


def run(
    articles: Iterable[Article], *, base: str, settle: Settle, jobs: int = 1, extractor: str = RULES
) -> Iterator[Made]:
    """Yield the graph of each article, or why there is none, in the order of the articles.

    With `jobs` > 1 so many processes work on them. InputError when one of these is lost (the system ended it, mostly
    for want of memory), UsageError for an `extractor` that is not installed.
    """
    extract = load(extractor)
    if jobs <= 1:
        for article in articles:
            yield article_graph(article, base=base, extract=extract, settle=settle)
        return
    work = functools.partial(_work, base=base, extractor=extractor, settle=settle)
    for made in spread(work, _chunks(articles), jobs=jobs):
        yield from made


def _work(articles: list[Article], *, base: str, extractor: str, settle: Settle) -> list[Made]:
    extract = load(extractor)  # by its name, for what another package brings need not be fit to be sent
    return [article_graph(article, base=base, extract=extract, settle=settle) for article in articles]


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    chunk: list[Article] = []
    characters = 0
    for article in articles:
        chunk.append(article)
        characters += len(article.text)
        if len(chunk) == _CHUNK_ARTICLES or characters >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk
