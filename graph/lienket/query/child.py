"""The process that evaluates one query: a job as JSON on standard input, the answer on standard output.

It opens the store read-only, limits its own memory and life where the system can (POSIX), and imports nothing of the
package, so that it starts in a few hundredths of a second. Run as a file by `runner`; never imported by it.

The answer is one JSON line `{"kind", "variables"}`, then the content: SPARQL 1.1 JSON for SELECT and ASK, N-Triples for
CONSTRUCT and DESCRIBE; where the limit cut it, standard error says `{"more": true}`. A failure is one JSON line on
standard error `{"error": "syntax" | "evaluation" | "store" | "memory", "text"}` and exit code 3.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import pyoxigraph as ox


def main() -> int:
    """Read the job, answer it, and return the exit code."""
    job = json.load(sys.stdin.buffer)
    _limit(memory=job["memory"], seconds=job["seconds"])
    try:
        store = _open(Path(job["store"]))
    except (OSError, RuntimeError) as error:
        return _fail("store", error)
    try:
        # What does not parse with "service" respelt has it as a keyword: it never reaches the evaluator. The query as
        # it came is the first of them, so that syntax errors have its positions.
        for respelt in job["respelt"]:
            ox.Store().query(respelt, prefixes=job["prefixes"])
        result = store.query(job["query"], prefixes=job["prefixes"])
        more = _write(result, sys.stdout.buffer, limit=job["limit"])
    except SyntaxError as error:
        return _fail("syntax", error)
    except MemoryError as error:
        return _fail("memory", error)
    except (OSError, RuntimeError, ValueError) as error:
        return _fail("evaluation", error)
    if more:
        sys.stderr.write('{"more": true}\n')
    return 0


def _limit(*, memory: int | None, seconds: float | None) -> None:
    """Bound address space (bytes) and life (seconds, also when the parent is gone); nothing where POSIX is missing."""
    if sys.platform == "win32":
        return
    import resource
    import signal

    if memory is not None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    if seconds is not None:
        signal.alarm(math.ceil(seconds) + 1)


def _open(folder: Path) -> ox.Store:
    """Open Oxigraph read-only; again after a moment where a writer was exchanging files, empty where there is none."""
    if not (folder / "CURRENT").exists():
        return ox.Store()
    for pause in (0.1, 0.2, 0.4):
        try:
            return ox.Store.read_only(str(folder))
        except (OSError, RuntimeError):
            time.sleep(pause)
    return ox.Store.read_only(str(folder))


def _write(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, out: BinaryIO, *, limit: int | None) -> bool:
    """Write the header and the content of `result`; True when `limit` rows or triples were not all."""
    if isinstance(result, ox.QueryBoolean):
        out.write(b'{"kind": "ask", "variables": []}\n')
        result.serialize(out, ox.QueryResultsFormat.JSON)
        return False
    if isinstance(result, ox.QueryTriples):
        out.write(b'{"kind": "graph", "variables": []}\n')
        return _lines((f"{triple} .\n" for triple in result), out, limit=limit)
    variables = [variable.value for variable in result.variables]
    out.write(json.dumps({"kind": "select", "variables": variables}).encode() + b"\n")
    out.write(b'{"head":' + json.dumps({"vars": variables}).encode() + b',"results":{"bindings":[')
    rows = (_row(variables, solution) for solution in result)
    more = _lines((("," if i else "") + row + "\n" for i, row in enumerate(rows)), out, limit=limit)
    out.write(b"]}}")
    return more


def _lines(lines: Iterable[str], out: BinaryIO, *, limit: int | None) -> bool:
    for count, line in enumerate(lines):
        if count == limit:
            return True
        out.write(line.encode())
    return False


def _row(variables: Iterable[str], solution: Any) -> str:
    bound = {name: _term(solution[name]) for name in variables if solution[name] is not None}
    return json.dumps(bound, ensure_ascii=False, separators=(",", ":"))


def _term(term: object) -> Mapping[str, object]:
    """Return `term` as SPARQL 1.1 JSON; RDF 1.2's quoted triples and text directions as Oxigraph spells them."""
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _term(part) for name, part in parts.items()}}
    if isinstance(term, ox.Literal):
        return _literal(term)
    raise TypeError(f"not an RDF term: {term!r}")


def _literal(literal: ox.Literal) -> Mapping[str, object]:
    said: dict[str, object] = {"type": "literal", "value": literal.value}
    if literal.language is not None:
        said["xml:lang"] = literal.language
        if literal.direction is not None:
            said["its:dir"] = str(literal.direction)
    elif literal.datatype.value != "http://www.w3.org/2001/XMLSchema#string":
        said["datatype"] = literal.datatype.value
    return said


def _fail(kind: str, error: BaseException) -> int:
    sys.stderr.write(json.dumps({"error": kind, "text": str(error)}) + "\n")
    return 3


if __name__ == "__main__":
    sys.exit(main())
