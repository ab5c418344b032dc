#!/usr/bin/env python3
"""Measure how many articles a CPU-second extracts, describes and builds; each also as a share of the whole build.

    python scripts/bench/speed.py
    python scripts/bench/speed.py news.jsonl --count 1000

Runs where lienket is installed. All is measured in one process, so that the ratios hold on any machine.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from articles import articles

from lienket import pipeline
from lienket.extract.article import extract
from lienket.model import Article, ArticleFacts
from lienket.rdf.describe import describe


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of `work`."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def build(news: Sequence[Article]) -> float:
    """Return the CPU seconds of building a store of `news`, reading and consolidation among them."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "news.jsonl"
        records = ({"id": one.id, "text": one.text, "title": one.title, "url": one.url} for one in news)
        source.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return cpu(lambda: pipeline.build([source], store=Path(folder) / "store"))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", nargs="*", type=Path, help="files or folders (default: the sample articles)")
    parser.add_argument("--count", type=int, default=0, help="how many articles (default: all; 500 of the samples)")
    options = parser.parse_args()
    news = articles(options.articles, count=options.count)
    build(news[:20])  # the reference data and vocabularies are read once
    facts: list[ArticleFacts] = []
    taken = {
        "extract": cpu(lambda: facts.extend(map(extract, news))),
        "describe": cpu(lambda: [describe(one, base="https://example.org/") for one in facts]),
        "build": build(news),
    }
    characters = sum(len(one.text) for one in news)
    print(f"{len(news):,} articles, {characters:,} characters, {characters // max(1, len(news)):,} an article")
    print(f"{'':<10}{'CPU s':>8}{'articles/CPU s':>16}{'characters/CPU s':>18}{'of build':>10}")
    for name, seconds in taken.items():
        share = seconds / taken["build"]
        print(f"{name:<10}{seconds:>8.2f}{len(news) / seconds:>16.1f}{characters / seconds:>18,.0f}{share:>10.0%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
