"""Files that survive a crash: written whole or not at all, and on the disk before anything is said of them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

_ENCODED: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
"""`json.dumps` would make an encoder for each record."""
_DECODED: Final = json.JSONDecoder().raw_decode
"""`json.loads` takes twice as long for a short line."""


def write_whole(path: Path, text: str) -> None:
    """Replace the file at `path` by `text` in one step; a crash leaves the old file or the new one."""
    draft = path.with_name(path.name + ".new")
    with draft.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
        _to_disk(out.fileno())
    draft.replace(path)
    _folder_to_disk(path.parent)


def append(path: Path, text: str) -> None:
    """Add `text` to the end of the file at `path`, made if it is not there, and see it onto the disk."""
    with path.open("a", encoding="utf-8", newline="\n") as out:
        out.write(text)
        _to_disk(out.fileno())


def remove(path: Path) -> None:
    """Delete the file at `path` if it is there."""
    path.unlink(missing_ok=True)
    _folder_to_disk(path.parent)


def lines_of(records: Iterable[Mapping[str, Any]]) -> str:
    """Return JSON lines, one a record, the same for the same records."""
    return "".join(_ENCODED(record) + "\n" for record in records)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON lines; nothing if there is no file.

    A last line that a crash cut short is left out; any other broken line is a ValueError.
    """
    return (record for record, _ in read_records(path))


def read_records(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the records of a file as `read_lines` does, each with its line."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.endswith("\n"):
                record, end = _DECODED(line)
                if line[end:].strip():
                    raise ValueError(f"more than a record: {line[end:]!r}")
                yield record, line


def _to_disk(descriptor: int) -> None:
    os.fsync(descriptor)


def _folder_to_disk(folder: Path) -> None:
    """See a folder's entries onto the disk; Windows has no such call and does it by itself."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
