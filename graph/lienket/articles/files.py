"""Paths to files, and each file to its articles by the form that its ending names.

What is found in a folder is read, left out by name, or reported. The order is that of the names, whatever the system.
"""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath, PurePosixPath
from typing import BinaryIO, Final

from lienket.articles import archives, pages, records, text, word
from lienket.articles.encoding import HEAD, peeked
from lienket.articles.fields import Names
from lienket.articles.read_error import ReadError, on_one_line
from lienket.errors import InputError
from lienket.model import Article, Rejected

STDIN: Final = "-"
Results = Iterator[Article | Rejected]
_Reader = Callable[..., Results]

_ARTICLES: Final[dict[str, _Reader]] = {
    ".txt": text.read,
    ".md": text.read,
    ".html": pages.read,
    ".htm": pages.read,
    ".docx": word.read,
}
"""Forms of which a file is one article."""
_RECORDS: Final[dict[str, _Reader]] = {
    ".json": records.read_json,
    ".jsonl": records.read_jsonl,
    ".csv": records.read_csv,
}
"""Forms that hold records with named fields."""
_ZIP: Final = ".zip"
READ: Final = (*_ARTICLES, *_RECORDS, _ZIP)
_REFUSED: Final = {
    ".pdf": "pdf-refused",
    **dict.fromkeys((".doc", ".odt", ".rtf"), "document-refused"),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), "sheet-refused"),
}
"""Forms in which people have articles and that are not read: each says what to do."""
_LEFT_OUT: Final = re.compile(
    r"\.(?!\.\Z).*|~\$.*|__macosx|thumbs\.db|desktop\.ini"
    r"|.*\.(?:css|js|map|woff2?|ttf|eot|png|jpe?g|gif|webp|svg|bmp|ico|tiff?|mp3|mp4|webm)",
    re.IGNORECASE | re.DOTALL,
)
"""Names left out in folders: hidden files, Word's lock files, what systems add, and the parts of saved pages."""

_PDF: Final = b"%PDF-"
_BLANK: Final = b" \t\r\n\xef\xbb\xbf\xff\xfe"
_JSON: Final = re.compile(rb'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
_ONE_A_LINE: Final = re.compile(rb"\s*\{.*\}\s*?(?:\n|\Z)")
_HTML: Final = re.compile(rb"\s*<(?:!doctype|!--|\?xml|(?:html|head|body|meta|title|article|main|div|p)\b)", re.I)


def find(path: str | Path) -> Sequence[Path | Rejected]:
    """Return the files that `path` names: itself ("-" is standard input), or all files of a folder, in order.

    An InputError for a path where nothing is, and for a folder in which no file is of a form that holds articles.
    """
    if str(path) == STDIN:
        return [Path(STDIN)]
    path = Path(path)
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise InputError("path-missing", path=shown(path)) from error
    except OSError as error:
        raise InputError("path-unreadable", path=shown(path), reason=error.strerror) from error
    if not stat.S_ISDIR(mode):
        return [path]
    found = list(_walk(path))
    if not any(isinstance(file, Rejected) or file.suffix.lower() in (*READ, *_REFUSED) for file in found):
        raise InputError("folder-without-articles", path=shown(path), endings=" ".join(READ))
    return found


def read(path: Path, named: Names) -> Results:
    """Yield the articles of one file, and what could not be read of it."""
    source = shown(path)
    try:
        if str(path) == STDIN:
            yield from _read_sniffed(sys.stdin.buffer, source, named)
        elif not path.is_file():
            with path.open("rb") as stream:
                yield from _read_sniffed(stream, source, named)
        else:
            with path.open("rb") as stream:
                yield from _read(stream, source, path.suffix.lower(), named)
    except ReadError as error:
        yield error.at(source)
    except OSError as error:
        yield ReadError("file-unreadable", reason=error.strerror or error).at(source)


def shown(path: PurePath) -> str:
    """Return `path` as messages and lists can hold it: with slashes, on one line, in Unicode."""
    return on_one_line(path.as_posix())


def _walk(folder: Path) -> Iterator[Path | Rejected]:
    """Yield the files below `folder` in the order of their names, and a Rejected for each folder not entered."""
    unread: list[Rejected] = []

    def note(error: OSError) -> None:
        unread.append(ReadError("file-unreadable", reason=error.strerror).at(shown(Path(error.filename))))

    files: list[Path] = []
    for at, folders, names in os.walk(folder, onerror=note):
        folders[:] = [name for name in folders if not _left_out(name)]
        links = [Path(at, name) for name in folders if Path(at, name).is_symlink()]
        unread.extend(ReadError("folder-link").at(shown(link)) for link in links)
        files.extend(Path(at, name) for name in names if not _left_out(name))
    yield from sorted(unread, key=lambda rejected: rejected.source)
    yield from sorted(files, key=lambda file: file.parts)


def _left_out(name: str) -> bool:
    """Tell whether a file or folder is left out by its name."""
    return _LEFT_OUT.fullmatch(name) is not None


def _read(stream: BinaryIO, source: str, ending: str, named: Names) -> Results:
    """Yield the articles of a stream of the form `ending`; a ReadError when it holds none or the form is not read."""
    if ending == _ZIP:
        yield from _read_zip(stream, source, named)
        return
    reader = _reader(ending, named)
    head, stream = peeked(stream)
    _look(head)
    none = True
    for result in reader(stream, source=source):
        none = False
        yield result
    if none:
        raise ReadError("file-without-records")


def _reader(ending: str, named: Names) -> _Reader:
    if ending in _REFUSED:
        raise ReadError(_REFUSED[ending])
    if ending in _RECORDS:
        return partial(_RECORDS[ending], named=named)
    if ending not in _ARTICLES:
        raise ReadError("ending-unknown", endings=" ".join(READ))
    return _ARTICLES[ending]


def _look(head: bytes) -> None:
    """Raise a ReadError for a file that is empty, or a PDF under another name."""
    if len(head) < HEAD and not head.strip(_BLANK):
        raise ReadError("file-empty")
    if head.startswith(_PDF):
        raise ReadError("pdf-refused")


def _read_zip(stream: BinaryIO, source: str, named: Names) -> Results:
    """Yield the articles of a zipped folder. A file in it that cannot be read costs no other."""
    none = True
    for name, opener in archives.entries(stream):
        if any(map(_left_out, PurePosixPath(name).parts)):
            continue
        none = False
        inside = f"{source}/{shown(PurePosixPath(name))}"
        try:
            yield from _read_entry(opener, inside, PurePosixPath(name).suffix.lower(), named)
        except ReadError as error:
            yield error.at(inside)
        except (*archives.DAMAGED, OSError):
            yield ReadError("zip-broken").at(inside)
    if none:
        raise ReadError("file-without-records")


def _read_entry(opener: Callable[[], BinaryIO], source: str, ending: str, named: Names) -> Results:
    if ending == _ZIP:
        raise ReadError("zip-in-zip")
    with opener() as stream:
        yield from _read(stream, source, ending, named)


def _read_sniffed(stream: BinaryIO, source: str, named: Names) -> Results:
    """Yield the articles of a stream without a name, of the form that its first bytes show: JSON, JSONL, HTML, text."""
    head, stream = peeked(stream)
    yield from _read(stream, source, _sniffed(head.removeprefix(b"\xef\xbb\xbf")), named)


def _sniffed(head: bytes) -> str:
    if _JSON.match(head):
        return ".jsonl" if _ONE_A_LINE.match(head) or (b"\n" not in head and len(head) == HEAD) else ".json"
    return ".html" if _HTML.match(head) else ".txt"
