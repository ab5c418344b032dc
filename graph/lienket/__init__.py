"""Liên Kết: an evidence-backed linked-data graph from Vietnamese public-affairs articles.

    import lienket

    lienket.build(["data/articles"], store="lienket-store")
    with lienket.open("lienket-store") as graph:
        for row in graph.query("SELECT ?name WHERE { ?p a lk:Official ; foaf:name ?name } LIMIT 5"):
            print(row["name"])

What is heavy is loaded when it is used: importing this package is cheap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from lienket.errors import InputError, LienketError, QueryError, StoreError, UsageError

if TYPE_CHECKING:
    from lienket.api import KnowledgeGraph
    from lienket.pipeline import BuildReport, Progress

    __version__: str

__all__ = [
    "InputError",
    "LienketError",
    "QueryError",
    "StoreError",
    "UsageError",
    "__version__",
    "build",
    "open",
]


def build(
    paths: str | Path | Iterable[str | Path],
    *,
    store: str | Path,
    base: str | None = None,
    mapping: Mapping[str, str] = {},
    jobs: int = 1,
    limit: int | None = None,
    strict: bool = False,
    extractor: str = "rules",
    progress: Progress | None = None,
) -> BuildReport:
    """Read the articles at `paths` (files, folders, "-") into the store in the folder `store`, made if need be.

    `base` begins the IRIs of a new store, `mapping` says what records call a field ({"text": "noi_dung"}), `jobs` is
    the number of processes, `limit` the most records to read. `progress` is told (stage, done, total or None).
    Records that cannot be taken are in the report's `rejected` and the store's `rejected.jsonl`; with `strict` the
    first raises InputError. `extractor` names who reads the articles: the rules, or one that another package brings.
    Building again with the same articles changes nothing. Raises StoreError where the store cannot be written,
    InputError where a path is not there, UsageError where there is no such extractor.
    """
    from lienket import pipeline

    wanted = [paths] if isinstance(paths, str | Path) else list(paths)
    return pipeline.build(
        wanted,
        store=store,
        base=base,
        mapping=mapping,
        jobs=jobs,
        limit=limit,
        strict=strict,
        extractor=extractor,
        progress=progress,
    )


def open(store: str | Path) -> KnowledgeGraph:  # noqa: A001 -- read as lienket.open
    """Open the store in the folder `store` for reading; use it as a context manager. StoreError where there is none."""
    from lienket.api import KnowledgeGraph

    return KnowledgeGraph.at(store)


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("lienket")
    raise AttributeError(f"module 'lienket' has no attribute {name!r}")
