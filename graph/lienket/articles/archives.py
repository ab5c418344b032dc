"""Zipped folders: their files one after another. Nothing is ever written to disk, and no more read than is bounded."""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, Final, cast

from lienket.articles.read_error import ReadError

DAMAGED: Final = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError)
"""What `zipfile` raises while it unpacks damaged data."""
BROKEN: Final = (*DAMAGED, struct.error, KeyError, OverflowError, RuntimeError, ValueError)
"""What it raises for an archive whose lists are damaged, or a file packed by an unknown method."""
MOST_FILES: Final = 100_000
LARGEST_RATIO: Final = 200
"""Text packs 3 to 10 times smaller; an archive that unpacks to more than this many times its size is a trap."""
SMALL: Final = 20_000_000
"""Bytes up to which an archive may unpack to as much as it likes."""
_LOCKED: Final = 0x1


def entries(archive: BinaryIO) -> Iterator[tuple[str, Callable[[], BinaryIO]]]:
    """Yield the name of each file in a zip archive and what opens it, in the order of the names; folders are left out.

    A ReadError for an archive that is broken, or unpacks to too much; openers raise one for a file not to be opened.
    """
    try:
        opened = zipfile.ZipFile(archive)
    except BROKEN as error:
        raise ReadError("zip-broken") from error
    with opened:
        files = sorted((info for info in opened.infolist() if not info.is_dir()), key=lambda info: info.filename)
        unpacked = sum(info.file_size for info in files)
        packed = archive.seek(0, io.SEEK_END)
        if len(files) > MOST_FILES or unpacked > max(SMALL, LARGEST_RATIO * packed):
            raise ReadError("zip-too-large", files=len(files), megabytes=unpacked // 1_000_000)
        for info in files:
            yield _name(info), partial(_open, opened, info)


def _name(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/")


def _open(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    name = _name(info)
    outside = PurePosixPath(name).is_absolute() or PureWindowsPath(name).drive or ".." in PurePosixPath(name).parts
    if outside or stat.S_ISLNK(info.external_attr >> 16):
        raise ReadError("zip-outside")
    if info.flag_bits & _LOCKED:
        raise ReadError("zip-locked")
    try:
        return cast(BinaryIO, opened.open(info))
    except BROKEN as error:
        raise ReadError("zip-broken") from error
