"""The articles that a measurement runs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from lienket.articles import read_articles
from lienket.model import Article

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "data" / "gold" / "articles.jsonl"


def articles(paths: Sequence[Path], *, count: int) -> list[Article]:
    """Return `count` articles: the first of `paths`, or the sample articles again and again; all of `paths` for 0."""
    given = [one for one in read_articles(paths or [SAMPLES], limit=count or None) if isinstance(one, Article)]
    if paths:
        return given
    return [replace(one, id=f"{one.id}-{number}") for number, one in enumerate(islice(cycle(given), count or 500))]
