#!/usr/bin/env python3
"""Show that extraction is linear in the length of the text: double hostile texts, print how the time grows.

    python scripts/bench/linear.py
    python scripts/bench/linear.py --shape names --profile

Runs where lienket is installed, on POSIX. A ratio of 2 is linear, of 4 quadratic; exits with 1 where one is above
--most, or extraction fails or does not end.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import signal
import sys
import time
from itertools import pairwise

from shapes import SHAPES, Shape

from lienket.extract.article import extract
from lienket.model import Article

_PATIENCE = 30
"""CPU seconds after which a text counts as one that extraction does not end on."""
_NOISE = 0.02
"""CPU seconds below which a time says nothing."""
_LONGEST = 4_000_000
"""Characters beyond which a shape that is still fast is not made longer."""


def seconds(text: str, *, times: int) -> float:
    """Return the CPU seconds of extraction from `text`: the least of so many times."""
    article = Article(id="a", text=text)
    taken = []
    for _ in range(times):
        gc.collect()
        signal.setitimer(signal.ITIMER_VIRTUAL, _PATIENCE)
        begin = time.process_time()
        extract(article)
        taken.append(time.process_time() - begin)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return min(taken)


def give_up(*_: object) -> None:
    """Answer the signal that a text takes too long."""
    raise TimeoutError(f"more than {_PATIENCE} CPU seconds")


def sized(shape: Shape, *, least: float) -> int:
    """Return a size at which the shape takes `least` CPU seconds, so that what is compared is not noise."""
    size = 2000
    while size < _LONGEST and seconds(shape(size), times=1) < least:
        size *= 2
    return size


def doubled(shape: Shape, size: int, *, times: int) -> list[float]:
    """Return the CPU seconds of the shape at its size, at twice and at four times that."""
    return [seconds(shape(size * factor), times=times) for factor in (1, 2, 4)]


def growth(taken: list[float]) -> float:
    """Return the greatest ratio of one to the next; what is too short to be measured has grown by nothing."""
    return max(more / max(less, _NOISE) for less, more in pairwise(taken))


def profile(text: str, *, rows: int) -> None:
    """Print where the time goes."""
    article = Article(id="a", text=text)
    profiler = cProfile.Profile()
    profiler.runcall(extract, article)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(rows)


def stands(name: str, options: argparse.Namespace) -> bool:
    """Measure a shape, print its line, and tell whether it grows no faster than it may. A crash is no fault of growth,
    but one all the same."""
    shape = SHAPES[name]
    try:
        size = sized(shape, least=options.least)
        taken = doubled(shape, size, times=options.times)
        if growth(taken) > options.most:  # once more, for others may have used the machine meanwhile
            taken = list(map(min, taken, doubled(shape, size, times=options.times + 1)))
    except Exception as error:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print(f"{name:<32}  {type(error).__name__}: {error}  !", flush=True)
        return False
    fault = growth(taken) > options.most
    ratios = "".join(f"{more / less:>7.2f}" for less, more in pairwise(taken))
    print(f"{name:<32}{size:>11,}{taken[0]:>8.3f}{ratios}{'  !' if fault else ''}", flush=True)
    if fault and options.profile:
        profile(shape(size * 2), rows=8)
    return not fault


def main() -> int:
    """Measure each shape and return 1 where one grows too fast."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--shape", action="append", choices=tuple(SHAPES), metavar="SHAPE", help="only this one; can be given again"
    )
    parser.add_argument("--least", type=float, default=0.15, help="CPU seconds of the shortest text (%(default)s)")
    parser.add_argument("--times", type=int, default=2, help="how often each is measured (%(default)s)")
    parser.add_argument("--most", type=float, default=2.5, help="ratio above which a shape is at fault (%(default)s)")
    parser.add_argument("--profile", action="store_true", help="print where the time of those at fault goes")
    options = parser.parse_args()
    signal.signal(signal.SIGVTALRM, give_up)
    extract(Article(id="a", text=SHAPES["sample articles"](20_000)))  # the reference data is read once
    print(f"{'shape':<32}{'characters':>11}{'CPU s':>8}{'x2':>7}{'x4':>7}")
    at_fault = [name for name in options.shape or SHAPES if not stands(name, options)]
    print(f"{len(at_fault)} above {options.most}" + (f": {', '.join(at_fault)}" if at_fault else ""))
    return 1 if at_fault else 0


if __name__ == "__main__":
    sys.exit(main())
