"""The whole way: articles → facts → article graphs → store → what we know. The only module that puts stages together."""

from __future__ import annotations

import contextlib
import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from pyoxigraph import NamedNode, QuerySolutions, Variable

from lienket.articles import read_articles
from lienket.consolidate.knowledge import knowledge
from lienket.engines import local
from lienket.engines.article_graph import record_hash, text_hash
from lienket.errors import InputError
from lienket.messages import message
from lienket.model import Article, Rejected
from lienket.rdf import iris
from lienket.store.faults import explained
from lienket.store.ledger import ArticleGraph, Ledger
from lienket.store.local import BATCH, LocalStore
from lienket.store.verify import Finding, findings

Progress = Callable[[str, int, int | None], None]
"""Told the stage ("read", "extract", "consolidate"), what is done of it, and how much there is where that is known."""

_COUNT: Final = "SELECT (COUNT(?thing) AS ?count) WHERE { ?thing a ?class }"


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did, in articles. `rejected` holds each record that was not taken, and what was left out of others."""

    read: int
    saved: int
    replaced: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    consolidated: bool
    """Whether the knowledge layer was computed: not when nothing had changed."""


def build(
    paths: Sequence[str | Path],
    *,
    store: str | Path,
    base: str | None = None,
    mapping: Mapping[str, str] = {},
    jobs: int = 1,
    limit: int | None = None,
    strict: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles at `paths` into the store in the folder `store`, made if need be, and compute what we know.

    A record with an id that is saved takes its place; one that is saved already is passed over. Records of one build
    with one id and different texts are all rejected. Rejected records are listed in the store's `rejected.jsonl`;
    with `strict` the first is an InputError. Whatever stops a build leaves its last whole batch saved.
    """
    tell = progress or (lambda stage, done, total: None)
    records = read_articles(paths, mapping=mapping, limit=limit)
    with LocalStore.write(store, base=base) as opened, _spool(opened.folder) as spool:
        intake = _Intake(opened.ledger, spool, strict=strict)
        for number, record in enumerate(records, 1):
            intake.take(record)
            tell("read", number, None)
        rejected = [*intake.rejected, *intake.conflicts()]
        if strict and rejected:
            raise _error(rejected[0])
        saved, replaced, failed = _save(opened, intake, jobs=jobs, strict=strict, tell=tell)
        rejected += failed
        opened.reject(map(_line, rejected))
        consolidated = _consolidate(opened, tell)
        return BuildReport(
            read=intake.read,
            saved=saved,
            replaced=replaced,
            unchanged=intake.unchanged(),
            rejected=tuple(rejected),
            consolidated=consolidated,
        )


def remove(identifiers: Iterable[str], *, store: str | Path) -> tuple[str, ...]:
    """Take the articles with these ids out of the store, and out of what we know all that stood only on them.

    Return the ids, as given, that are not in the store.
    """
    with LocalStore.write(_existing(store)) as opened:
        given = {one: iris.article_id(one) for one in identifiers}
        missing = tuple(one for one, identifier in given.items() if identifier not in opened.ledger)
        opened.remove(given.values())
        _consolidate(opened, lambda stage, done, total: None)
        return missing


def rebuild(*, store: str | Path, progress: Progress | None = None) -> None:
    """Compute the knowledge layer anew from the article graphs."""
    with LocalStore.write(_existing(store)) as opened:
        _know(opened, progress or (lambda stage, done, total: None))


def verify(*, store: str | Path) -> list[Finding]:
    """Compare the store's ledger with what is in it, and return what does not agree; nothing when all is well."""
    with LocalStore.read(store) as opened:
        return list(findings(opened))
