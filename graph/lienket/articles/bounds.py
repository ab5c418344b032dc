"""How large what we read may be, and reading no further than that. Sizes are bytes.

What is larger is no article: it is a wrong file, a whole database, or made to exhaust memory.
"""

from __future__ import annotations

from typing import BinaryIO, Final

from lienket.articles.read_error import ReadError

LARGEST_TEXT: Final = 20_000_000
"""An article's text, and a file that is one article: from this size on refused."""
LARGEST_FILE: Final = 64_000_000
"""A file that must be in memory whole to be read (JSON, Word, UTF-16)."""
LONGEST_RECORD: Final = 40_000_000
"""A line of JSONL, or a cell of CSV: a text below `LARGEST_TEXT` with the usual escapes fits."""


def whole(stream: BinaryIO, *, largest: int) -> bytes:
    """Return all bytes of `stream`; a ReadError when there are `largest` or more of them."""
    data = stream.read(largest)
    if len(data) >= largest:
        raise ReadError("file-too-large", largest=largest // 1_000_000)
    return data
