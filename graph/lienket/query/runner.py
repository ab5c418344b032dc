"""Run a query in a child process that a time limit, a memory limit or Ctrl-C can stop."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from lienket.errors import QueryError, StoreError
from lienket.export.prefixes import known
from lienket.query.answer import Answer
from lienket.query.apart import graphs_apart
from lienket.query.guard import check, without_service
from lienket.store.local import LocalStore

DEFAULT_TIMEOUT: Final = 60.0
"""Seconds."""
MEMORY: Final = 4 * 1024**3
"""Bytes of address space of the child; Oxigraph itself maps some hundred megabytes of it."""
_CHILD: Final = Path(__file__).with_name("child.py")
_OUT_OF_MEMORY: Final = (
    b"memory allocation",
    b"bad_alloc",
    b"MemoryError",
    b"cannot allocate memory",
    b"Resource temporarily unavailable",
)
"""What Rust, C++, Python and the system's threads, whose stacks count as well, say where memory ends."""

_POSITION: Final = re.compile(r"error at (\d+):(\d+): ", re.DOTALL)


def run(
    store: LocalStore,
    text: str,
    *,
    timeout: float | None = DEFAULT_TIMEOUT,
    limit: int | None = None,
    memory: int | None = MEMORY,
) -> Answer:
    """Answer the SPARQL query `text` (SELECT, ASK, CONSTRUCT, DESCRIBE) over `store`.

    The prefixes of `export.prefixes.known` need no declaration. `timeout` is in seconds of the clock, `limit` the rows
    or triples after which the answer is cut (`Answer.more`), `memory` in bytes (not on Windows). Raises QueryError for
    a query that cannot be read, leaves the store, or takes too long or too much; StoreError for a store that cannot be
    read.
    """
    check(text)
    query = graphs_apart(text)
    job = {
        "store": str(store.folder / "oxigraph"),
        "query": query,
        "respelt": [without_service(text), without_service(query)],
        "prefixes": known(base=store.base),
        "limit": limit,
        "memory": memory,
        "seconds": timeout,
    }
    with tempfile.TemporaryFile() as content:
        code, said = _evaluate(json.dumps(job).encode(), content.fileno(), timeout)
        if code != 0:
            raise _error(store, text, code, said)
        content.seek(0)
        header = json.loads(content.readline())
        return Answer(
            kind=header["kind"],
            variables=tuple(header["variables"]),
            content=content.read(),
            more=b'"more"' in said,
        )


def _evaluate(job: bytes, out: int, timeout: float | None) -> tuple[int, bytes]:
    """Return the child's exit code and what it said on standard error; `-P` keeps this folder off its import path."""
    command = [sys.executable, "-P", str(_CHILD)]
    try:
        done = subprocess.run(command, input=job, stdout=out, stderr=subprocess.PIPE, timeout=timeout, check=False)
    except subprocess.TimeoutExpired as expired:
        raise QueryError("query-timeout", seconds=f"{timeout:g}") from expired
    return done.returncode, done.stderr


def _error(store: LocalStore, text: str, code: int, said: bytes) -> QueryError | StoreError:
    """Return what to tell the user of a child that ended with `code` and `said` this."""
    if code != 3:
        return QueryError("query-memory" if any(word in said for word in _OUT_OF_MEMORY) else "query-crashed")
    failure = json.loads(said.decode().splitlines()[-1])
    kind, detail = failure["error"], " ".join(failure["text"].split())
    if kind == "store":
        return StoreError("store-broken", store=store.folder, why=detail)
    if kind == "syntax":
        return _syntax_error(text, failure["text"])
    return QueryError("query-memory") if kind == "memory" else QueryError("query-evaluation", detail=detail)


def _syntax_error(text: str, detail: str) -> QueryError:
    """Say where the query stops making sense; the parser's list of everything it expected is of no help."""
    position = _POSITION.match(detail)
    if position is None:
        return QueryError("query-syntax", line="?", column="?", near=" ".join(detail.split()))
    line, column = int(position[1]), int(position[2])
    lines = text.splitlines()
    here = lines[line - 1][max(column - 1, 0) :].strip() if line <= len(lines) else ""
    key = "query-prefix" if "Prefix not found" in detail else "query-syntax" if here else "query-unfinished"
    if key == "query-prefix":
        here = lines[line - 1][: max(column - 1, 0)].split()[-1] if column > 1 else here
    return QueryError(key, line=line, column=column, near=here[:60])
