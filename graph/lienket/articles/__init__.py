"""Reading: files, folders, zipped folders and standard input to Article records, one form a module."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lienket.articles import fields, files
from lienket.model import Article, Rejected

__all__ = ["read_articles"]


def read_articles(
    paths: Sequence[str | Path], *, mapping: Mapping[str, str] = {}, limit: int | None = None
) -> Iterator[Article | Rejected]:
    """Yield the articles at `paths` in order, at most `limit` of them, and a Rejected for all that could not be read.

    A path is a file (.txt .md .html .htm .docx .json .jsonl .csv .zip), a folder, or "-" for standard input.
    `mapping` says under which name records hold a field: {"text": "noi_dung"}. What is wrong with an article's metadata
    is a Rejected too; it stands before the article, which is read all the same. The sentence of a Rejected is
    `message(rejected.key, lang=…, source=rejected.source, **dict(rejected.values))`.
    An InputError, raised at once: a path where nothing is, or a folder without articles. A UsageError: a field in
    `mapping` that records do not have.
    """
    named = fields.names(mapping)
    found = [file for path in paths for file in files.find(path)]
    return _up_to(limit, _all(found, named))


def _all(found: Sequence[Path | Rejected], named: fields.Names) -> Iterator[Article | Rejected]:
    for file in found:
        if isinstance(file, Rejected):
            yield file
        else:
            yield from files.read(file, named)


def _up_to(limit: int | None, results: Iterator[Article | Rejected]) -> Iterator[Article | Rejected]:
    """Yield `results` until `limit` articles have been."""
    count = 0
    while count != limit and (result := next(results, None)) is not None:
        count += isinstance(result, Article)
        yield result
