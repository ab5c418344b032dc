"""Work in a pool of processes, its results in the order of the work."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Final, TypeVar

from lienket.errors import InputError

_WAITING: Final = 3
"""Pieces under way for each process: none is idle, and memory is bounded."""

Piece = TypeVar("Piece")
Result = TypeVar("Result")


def spread(work: Callable[[Piece], Result], pieces: Iterable[Piece], *, jobs: int) -> Iterator[Result]:
    """Yield what `work` returns of each piece, in their order; with `jobs` > 1 so many processes work on them.

    InputError when one of these is lost (the system ended it, mostly for want of memory).
    """
    if jobs <= 1:
        yield from map(work, pieces)
        return
    # "spawn" is the one way of starting processes that all systems have, and threads and locks survive.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_parent)
    try:
        waiting: deque[Future[Result]] = deque()
        for piece in pieces:
            waiting.append(pool.submit(work, piece))
            if len(waiting) >= jobs * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise InputError("engine-process-lost", jobs=jobs) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
