#!/usr/bin/env python3
"""Measure the memory that extraction needs, and the time that importing the package takes, each in a fresh process.

    python scripts/bench/footprint.py
    python scripts/bench/footprint.py news.jsonl --count 4000

Runs where lienket is installed; needs POSIX.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from articles import SAMPLES

_MEGABYTE = 2**20
_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts a peak."""

_EXTRACT = """
import sys
from itertools import cycle, islice
from lienket.articles import read_articles
from lienket.extract.article import extract
from lienket.model import Article
path, count = sys.argv[1], int(sys.argv[2])
def endless():
    while True:
        yield from read_articles([path])
done = sum(1 for one in islice(endless(), count) if isinstance(one, Article) and extract(one))
"""
"""Reads as it goes, so that what is measured is the work and not a list of articles."""


def child(code: str, *arguments: object) -> tuple[float, float]:
    """Run Python code in a process of its own; return its CPU seconds and its peak of memory in MB."""
    told = subprocess.run(
        [sys.executable, "-c", code + _TELL, *map(str, arguments)], capture_output=True, text=True, check=True
    ).stdout
    seconds, peak = told.split()
    return float(seconds), int(peak) * _UNIT / _MEGABYTE


_TELL = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("articles", nargs="?", type=Path, default=SAMPLES, help="a file (default: the sample articles)")
    parser.add_argument("--count", type=int, default=1000, help="articles to extract, again and again (%(default)s)")
    options = parser.parse_args()
    bare = min(child("")[0] for _ in range(3))
    for name in ("lienket", "lienket.cli", "lienket.extract.article", "lienket.pipeline"):
        seconds = min(child(f"import {name}")[0] for _ in range(3))
        print(f"import {name:<26}{seconds - bare:>8.3f} CPU s beyond bare Python ({bare:.3f})")
    for count in (1, options.count):
        seconds, peak = child(_EXTRACT, options.articles, count)
        print(f"extract {count:>6,} articles{'':<12}{seconds:>8.2f} CPU s{peak:>10.1f} MB at its peak")
    return 0


if __name__ == "__main__":
    sys.exit(main())
