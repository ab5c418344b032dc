"""Bytes to text: UTF-8, UTF-16 (with and without BOM) and Windows-1258; anything else is refused, never guessed.

Only the BOM is dropped. Windows-1258 writes tone marks after their vowel and Python decodes them so (ô + U+0323):
that, like any NFD text, is the text as given and is not composed.
"""

from __future__ import annotations

import codecs
import io
import re
from typing import BinaryIO, Final

from lienket.articles.bounds import LARGEST_FILE, whole
from lienket.articles.read_error import ReadError

HEAD: Final = 65_536
"""How many bytes are looked at to tell what a stream is."""

# In Windows-1258 a tone stands after its vowel; the letters below are all that Vietnamese writes with it. Text of the
# old 8-bit fonts (TCVN3, VNI, VISCII) decodes too, but its letters fall elsewhere.
_LETTERS: Final = "ăâđêôơưĂÂĐÊÔƠƯàáèéíóùúÀÁÈÉÍÓÙÚ"
_MARKS: Final = "\u00a0“”‘’–—…•«»°²³½€"
_TONED: Final = re.compile(f"[aeiouy{_LETTERS}AEIOUY][\u0300\u0301\u0303\u0309\u0323]")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_USUAL: Final = re.compile(f"[{_LETTERS}{_MARKS}]")
_ODD_SHARE: Final = 0.05

_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE: Final = 0.01
_VIETNAMESE_BLOCKS: Final = re.compile(r"[\t\n\r\x20-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f]")
_BLOCKS_SHARE: Final = 0.9


def decode(data: bytes) -> str:
    """Return the text that `data` encodes, without BOM; a ReadError for binary data and for any other encoding."""
    text = _decoded(data)
    if "\0" in text or len(_CONTROL.findall(text)) > _CONTROL_SHARE * len(text):
        raise ReadError("file-binary")
    return text


def utf8_stream(stream: BinaryIO) -> BinaryIO:
    """Return `stream` as UTF-8 without BOM, to be read line by line.

    UTF-8 passes through, faults and all (they are a line's, not the file's); what looks otherwise is decoded whole.
    """
    head, stream = peeked(stream)
    if head.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
        return stream
    if b"\0" not in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and _mostly_utf8(head):
        return stream
    return io.BytesIO(decode(whole(stream, largest=LARGEST_FILE)).encode())


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first `HEAD` bytes of `stream` (fewer at its end) and a stream that still begins with them."""
    head = stream.read(HEAD)
    return head, io.BufferedReader(_Resumed(head, stream), buffer_size=HEAD)


class _Resumed(io.RawIOBase):
    """A stream that gives back what was already read of another, then the rest of that."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head.read(len(buffer)) or self._rest.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _strictly(data, "utf-16")
    if b"\0" in data:
        return _utf16_without_bom(data)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not _mostly_utf8(data) and (text := _windows_1258(data)) is not None:
            return text
        raise _unknown(data, error.start) from error


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(data, error.start) from error


def _unknown(data: bytes, position: int) -> ReadError:
    return ReadError("encoding-unknown", line=data.count(b"\n", 0, position) + 1)


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether `data` is UTF-8, perhaps with faults: more of its non-ASCII is well-formed than not."""
    text = codecs.getincrementaldecoder("utf-8")("replace").decode(data)
    broken = text.count("\ufffd")
    return broken == 0 or len(_NOT_ASCII.findall(text)) > 2 * broken


def _utf16_without_bom(data: bytes) -> str:
    """Return the reading of `data` as UTF-16, in either byte order, that looks like Vietnamese text."""
    readings = []
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            readings.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    # Spaces and plain consonants are the better part of any Vietnamese text; in the wrong order they are none.
    text = max(readings, key=lambda reading: sum(map(str.isascii, reading)), default="")
    if len(_VIETNAMESE_BLOCKS.findall(text)) < _BLOCKS_SHARE * len(text) or not text:
        raise ReadError("file-binary")
    return text


def _windows_1258(data: bytes) -> str | None:
    """Return `data` read as Windows-1258 if that gives Vietnamese letters with tones in their places, else None."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    total = len(_NOT_ASCII.findall(text))
    usual = len(_USUAL.findall(text)) + len(_TONED.findall(text))
    return text if total - usual <= _ODD_SHARE * total else None
