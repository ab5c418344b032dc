"""Plain text files (.txt, .md): the file's decoded characters are the article's text, line ends and all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lienket.articles import bounds
from lienket.articles.encoding import decode
from lienket.articles.fields import articles
from lienket.model import Article, Rejected


def read(stream: BinaryIO, *, source: str) -> Iterator[Article | Rejected]:
    """Yield the one article of a text file. It has no metadata: its title and date are for extraction to find."""
    text = decode(bounds.whole(stream, largest=bounds.LARGEST_TEXT))
    yield from articles({"text": text}, source=source)
