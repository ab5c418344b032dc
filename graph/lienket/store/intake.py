"""Which of the records read are new to a store: one id, one text."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import json
import pickle
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Self

import lienket
from lienket.model import Article, Rejected
from lienket.rdf import iris
from lienket.store.faults import explained
from lienket.store.ledger import Ledger


@dataclass(slots=True)
class _Seen:
    """What came under one id: hash of the text, rank and hash of the record chosen, where each record was read."""

    text: str
    chosen: tuple[int, str]
    sources: list[str] = field(default_factory=list)
    conflict: bool = False


class Intake:
    """The records of one build on their way in.

    All are taken before the first goes on, for a second text under an id makes both unfit, and the order in which they
    came must not matter. What waits is in a file in `folder`, gone when the intake is closed; in memory are a few
    hashes an id.
    """

    def __init__(self, ledger: Ledger, folder: Path, *, extractor: str) -> None:
        self._ledger = ledger
        self._extractor = extractor
        self._folder = folder
        with explained(folder):
            self._spool: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- __exit__ closes it
        self._spooled = 0
        self._seen: dict[str, _Seen] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # what a full disk did not take is not wanted any more
            self._spool.close()

    def take(self, article: Article) -> None:
        """Take a record. Of several with one id and one text, that with the most metadata is chosen."""
        identifier, text, record = iris.article_id(article.id), text_hash(article), self._hash(article)
        rank = (_unstated(article), record)
        seen = self._seen.setdefault(identifier, _Seen(text, rank))
        seen.sources.append(article.source or article.id)
        seen.conflict = seen.conflict or seen.text != text
        seen.chosen = min(seen.chosen, rank)
        saved = self._ledger.get(identifier)
        if not saved or saved.record != record:
            with explained(self._folder):
                pickle.dump((identifier, record, article), self._spool, protocol=pickle.HIGHEST_PROTOCOL)
            self._spooled += 1

    def _hash(self, article: Article) -> str:
        return record_hash(article, extractor=self._extractor)

    def conflicts(self) -> Iterator[Rejected]:
        """Yield a rejection for each record whose id came with different texts, by id, then place."""
        for identifier, seen in sorted(self._seen.items()):
            if seen.conflict:
                for source in sorted(seen.sources):
                    yield Rejected(source=source, key="id-twice", values=(("id", identifier),))

    def new(self) -> Iterator[Article]:
        """Yield the chosen records that the store does not have in this form, each once, in the order they came."""
        with explained(self._folder):
            self._spool.seek(0)
        given: set[str] = set()
        for _ in range(self._spooled):
            identifier, record, article = pickle.load(self._spool)
            seen = self._seen[identifier]
            if not seen.conflict and seen.chosen[1] == record and identifier not in given:
                given.add(identifier)
                yield article

    def counts(self) -> tuple[int, int, int]:
        """Return how many records were read, how many articles of them are new and how many are saved as they are."""
        read = sum(len(seen.sources) for seen in self._seen.values())
        fit = [(one, seen.chosen[1]) for one, seen in self._seen.items() if not seen.conflict]
        unchanged = sum((saved := self._ledger.get(one)) is not None and saved.record == record for one, record in fit)
        return read, len(fit) - unchanged, unchanged


class Suppressed:
    """The articles that are to stay out of a store, by id and by text."""

    def __init__(self, lines: Iterable[Mapping[str, Any]]) -> None:
        """Take the lines of the store's list."""
        kept = list(lines)
        self._ids = {one["id"] for one in kept}
        self._texts = {one["text"] for one in kept if one["text"]}

    def __contains__(self, article: Article) -> bool:
        return iris.article_id(article.id) in self._ids or (bool(self._texts) and text_hash(article) in self._texts)


def record_hash(article: Article, *, extractor: str) -> str:
    """Return the SHA-256 of a record as read and of who extracts its facts: equal for equal ones, wherever read.

    The version of the program belongs to it: articles are read again when the rules have changed with it.
    """
    record = dataclasses.asdict(article) | {
        "id": iris.article_id(article.id),
        "published": article.published and str(article.published),
        "source": None,
        "extractor": f"{extractor} {_version()}",
    }
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()


@functools.cache
def _version() -> str:
    return lienket.__version__


def text_hash(article: Article) -> str:
    """Return the SHA-256 of an article's text; a lone surrogate, which no store takes, has one too."""
    return hashlib.sha256(article.text.encode(errors="surrogatepass")).hexdigest()


def _unstated(article: Article) -> int:
    """Return how much of its metadata a record leaves out."""
    return [article.title, article.published, article.url, article.outlet, article.authors or None].count(None)
