"""What the disk, the system and Oxigraph complain of, as errors a reader can act on."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lienket.errors import StoreError

# RocksDB hands on the system's words without its error numbers; these are its words on Linux, macOS and Windows.
_WORDS: Final = (
    ("store-in-use", ("lock hold by", "while lock file", "lock file", "used by another process")),
    (
        "store-full",
        ("no space left", "not enough space", "database or disk is full", "disk quota exceeded", "file too large"),
    ),
    ("store-read-only", ("permission denied", "read-only file system", "access is denied", "readonly database")),
)
_DAMAGE: Final = ("corruption", "invalid data", "unexpected")
_NUMBERS: Final = {
    errno.ENOSPC: "store-full",
    errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC: "store-full",
    errno.EFBIG: "store-full",
    errno.EACCES: "store-read-only",
    errno.EPERM: "store-read-only",
    errno.EROFS: "store-read-only",
}


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what goes wrong inside, on the store at `path`, into a StoreError that says what to do."""
    try:
        yield
    except (OSError, RuntimeError, sqlite3.Error) as error:
        kind = _kind(error)
        if kind is None:
            raise
        raise StoreError(kind, store=path, why=" ".join(str(error).split())) from error


def _kind(error: OSError | RuntimeError | sqlite3.Error) -> str | None:
    """Return the sentence that says it; None for what is no complaint of a disk or of Oxigraph, but a fault of ours."""
    number = getattr(error, "errno", None)
    if number in _NUMBERS:
        return _NUMBERS[number]
    words = str(error).lower()
    # A lock that may not be made ("While lock file: …: Permission denied") is a matter of rights, not of use.
    for kind, signs in reversed(_WORDS):
        if any(sign in words for sign in signs):
            return kind
    if isinstance(error, OSError | sqlite3.Error) or words.startswith(_DAMAGE):
        return "store-broken"
    return None
