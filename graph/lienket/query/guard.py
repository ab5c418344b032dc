"""What a query may be: one SPARQL query over the store alone, of a length and depth that the parser survives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from lienket.errors import QueryError

Token = tuple[str, str]
"""Its kind (a group of the pattern below) and what it says."""

MAX_LENGTH: Final = 100_000
"""Characters of a query."""
MAX_DEPTH: Final = 128
"""Brackets and braces inside each other. The SPARQL parser descends recursively and overflows at a few thousand."""

_UPDATES: Final = frozenset(
    ("ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE", "USING", "WITH")
)
_REFUSED: Final = {"SERVICE": "query-service", "FROM": "query-from"} | dict.fromkeys(_UPDATES, "query-update")

_TOKEN: Final = re.compile(
    r"""
      (?P<comment> \#[^\n\r]* )
    | (?P<iri>     <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string>  \"""(?:"{0,2}(?:[^"\\]|\\.))*\""" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
                 | "(?:[^"\\\n\r]|\\.)*"             | '(?:[^'\\\n\r]|\\.)*' )
    | (?P<open>    [({\[] )
    | (?P<close>   [)}\]] )
    | (?P<name>    [?$@:\w][\w:.\-%\\]* )
    | (?P<other>   . )
    """,
    re.VERBOSE | re.DOTALL,
)


def check(text: str) -> None:
    """Raise QueryError where `text` is too long, too deep, an update, or would leave the store (SERVICE, FROM)."""
    if not text.strip():
        raise QueryError("query-empty")
    if len(text) > MAX_LENGTH:
        raise QueryError("query-long", length=len(text), limit=MAX_LENGTH)
    depth = 0
    for kind, word in tokens(text):
        if kind == "open":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "name" and word.upper() in _REFUSED:
            raise QueryError(_REFUSED[word.upper()], word=word.upper())
        if depth > MAX_DEPTH:
            raise QueryError("query-deep", limit=MAX_DEPTH)


def without_service(text: str) -> str:
    """Return `text` with every "service" respelt so that it is no keyword; equal length, so positions stay true.

    SPARQL cannot be split into tokens without parsing it (`?a<?b` may begin an IRI or compare), so `check` alone could
    be led past a SERVICE clause. Where the respelt text parses, no "service" in it was a keyword.
    """
    return re.sub("(?i)service", "serv1ce", text)


def tokens(text: str) -> Iterator[Token]:
    """Split `text` into tokens that joined are `text` again; near enough to SPARQL's own for what is not disguised."""
    for match in _TOKEN.finditer(text):
        yield match.lastgroup or "", match.group()
