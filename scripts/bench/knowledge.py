#!/usr/bin/env python3
"""Show what it costs to compute what is known: against extraction, and of one more article in a small and a big store.

    python scripts/bench/knowledge.py ARTICLES.jsonl
    python scripts/bench/knowledge.py ARTICLES.jsonl --small 200 --big 20000

Runs where lienket is installed. Ratios of CPU seconds, measured in one run: of consolidation to the extraction
of the same articles, and of `lienket build` of one more article with the big store to that with the
small one (POSIX). Where there are fewer articles than wanted, copies with other ids and other names of people fill up.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from lienket.articles import read_articles
from lienket.consolidate import settling
from lienket.engines.article_graph import article_graph
from lienket.extract.extractor import load
from lienket.model import Article
from lienket.pipeline import build
from lienket.rdf.terms import BASE

_PIECE = 2000
"""Articles that one command reads: what a user does who fills a store bit by bit."""
_QUIET: Final = 0.5
"""Seconds in which no thread of the process works, when none of them has work left."""


def records(file: Path, wanted: int) -> Iterator[dict[str, str]]:
    """Yield so many records; from the second round on the ids, and a word of each text, are new."""
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    for number, record in enumerate(islice(cycle(lines), wanted)):
        turn = number // len(lines)
        if turn:
            yield {**record, "id": f"{record['id']}-{turn}", "text": f"{record['text']}\nLần {turn}."}
        else:
            yield record


def cpu(*arguments: object) -> float:
    """Return the CPU seconds of one run of the program."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "lienket", *map(str, arguments)], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def share(folder: Path, file: Path, count: int) -> float:
    """Return what consolidating so many articles costs, as a share of extracting them and making their graphs.

    The store merges the files of the articles' graphs in threads of its own, which are waited for first.
    """
    times: dict[int, float] = {}

    def told(stage: str, done: int, _: int | None) -> None:
        if stage == "consolidate":
            if not done:
                _wait_for_quiet()
            times[done] = time.process_time()

    build([file], store=folder / "share", limit=count, progress=told)
    begin = time.process_time()
    extract = load("rules")
    for article in read_articles([file], limit=count):
        if isinstance(article, Article):
            article_graph(article, base=BASE, extract=extract, settle=settling.packed)
    return (times[1] - times[0]) / (time.process_time() - begin)


def _wait_for_quiet() -> None:
    before = -1.0
    while time.process_time() - before > _QUIET / 10:
        before = time.process_time()
        time.sleep(_QUIET)


def filled(folder: Path, file: Path, count: int) -> Path:
    """Return a store of so many articles, made in `folder`."""
    waiting = records(file, count)
    store = folder / f"store-{count}"
    while piece := list(islice(waiting, _PIECE)):
        part = folder / "part.jsonl"
        part.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in piece), encoding="utf-8")
        cpu("build", "-q", part, "--store", store)
    return store


def one_more(folder: Path, file: Path, store: Path, times: int) -> float:
    """Return the CPU seconds of adding one article to a store: the least of so many, each another article."""
    taken = []
    for number, record in enumerate(islice(records(file, times), times)):
        new = {**record, "id": f"mot-bai-nua-{number}", "text": record["text"] + "\nMột bài nữa."}
        part = folder / "more.jsonl"
        part.write_text(json.dumps(new, ensure_ascii=False) + "\n", encoding="utf-8")
        taken.append(cpu("build", "-q", part, "--store", store))
    return min(taken)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--small", type=int, default=200)
    parser.add_argument("--big", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        print(f"consolidation / extraction: {share(Path(folder), given.articles, given.small):.2f}")
        small = filled(Path(folder), given.articles, given.small)
        big = filled(Path(folder), given.articles, given.big)
        least = one_more(Path(folder), given.articles, small, given.times)
        most = one_more(Path(folder), given.articles, big, given.times)
        print(f"one more article, {given.big} / {given.small}: {most / least:.2f}")


if __name__ == "__main__":
    main()
