"""Records (.json, .jsonl, .csv): each an article with named fields; other fields are left alone.

JSONL and CSV are streamed, so that a file may be larger than memory. Undecodable bytes become lone surrogates here,
which the checks of the fields refuse: one bad byte costs one record.
"""

from __future__ import annotations

import csv
import itertools
import json
import re
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from typing import BinaryIO, Final

from lienket.articles import bounds
from lienket.articles.encoding import decode, utf8_stream
from lienket.articles.fields import DEFAULT, Names, articles
from lienket.articles.read_error import ReadError
from lienket.model import Article, Rejected

_LISTS: Final = ("articles", "items", "data")
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_DELIMITERS: Final = (",", ";", "\t")
_MOST_DIGITS: Final = 40


def read_json(stream: BinaryIO, *, source: str, named: Names = DEFAULT) -> Iterator[Article | Rejected]:
    """Yield the articles of a JSON file: a list of records, records one after another, or {"articles": [records]}.

    Record n is said to be at "file#n". Broken JSON is a ReadError; the records before it have been yielded.
    """
    text = decode(bounds.whole(stream, largest=bounds.LARGEST_FILE))
    records = itertools.chain.from_iterable(_unpacked(value, named) for value in _values(text))
    for number, record in enumerate(records, start=1):
        yield from _articles(record, source=f"{source}#{number}", named=named)


def read_jsonl(stream: BinaryIO, *, source: str, named: Names = DEFAULT) -> Iterator[Article | Rejected]:
    """Yield the articles of a JSONL file, one record a line; a broken line is rejected and the next one read."""
    stream = utf8_stream(stream)
    for number in itertools.count(1):
        try:
            line = _line(stream)
            if not line:
                return
            record = _line_value(line) if line.strip() else None
        except ReadError as error:
            yield error.at(source, line=number)
            continue
        if line.strip():
            yield from _articles(record, source=f"{source}:{number}", named=named)


def read_csv(stream: BinaryIO, *, source: str, named: Names = DEFAULT) -> Iterator[Article | Rejected]:
    """Yield the articles of a CSV file, whose first line names the columns; parted by comma, semicolon or tab.

    A row with too few or too many cells is rejected and the next one read. Where quotation marks do not match, nothing
    after them can be trusted: a ReadError at the line where the row begins; the rows before it have been yielded.
    """
    csv.field_size_limit(max(csv.field_size_limit(), bounds.LONGEST_RECORD))
    lines = _lines(utf8_stream(stream))
    first = next(lines, "")
    rows = _rows(itertools.chain([first], lines), delimiter=_delimiter(first, named))
    columns = _columns(rows, named)
    for number, row in rows:
        if len(row) != len(columns):
            yield ReadError("csv-cells", wanted=len(columns), found=len(row)).at(source, line=number)
        else:
            record = dict(zip(columns, row, strict=True))
            yield from articles(record, source=f"{source}:{number}", named=named)


def _articles(record: object, *, source: str, named: Names) -> Iterator[Article | Rejected]:
    if isinstance(record, ReadError):
        yield record.at(source)
    else:
        yield from articles(record, source=source, named=named)


# JSON


def _object(pairs: list[tuple[str, object]]) -> object:
    """Return the object of `pairs`; one that says a name twice is returned as the ReadError that it is."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    names = Counter(name for name, _ in pairs)
    return ReadError("json-name-twice", name=max(names, key=names.__getitem__))


def _integer(digits: str) -> object:
    """Return a whole number; of one too long to be meant as a number, nothing that a field could take."""
    return int(digits) if len(digits) <= _MOST_DIGITS else float("nan")


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_object, parse_int=_integer)


def _values(text: str) -> Iterator[object]:
    """Yield the values that stand one after another in `text`; of a list its items, each as soon as it is read."""
    at = _after_space(text, 0)
    while at < len(text):
        if text[at] == "[":
            at = yield from _items(text, at)
        else:
            value, at = _value(text, at)
            yield value
        at = _after_space(text, at)


def _items(text: str, at: int) -> Generator[object, None, int]:
    """Yield the items of the list that begins at `at`; return where it ends."""
    at = _after_space(text, at + 1)
    if text.startswith("]", at):
        return at + 1
    while True:
        value, at = _value(text, at)
        yield value
        at = _after_space(text, at)
        if text.startswith("]", at):
            return at + 1
        if not text.startswith(",", at):
            raise _broken(json.JSONDecodeError("", text, at))
        at = _after_space(text, at + 1)


def _value(text: str, at: int) -> tuple[object, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except json.JSONDecodeError as error:
        raise _broken(error) from error
    except RecursionError as error:
        raise ReadError("json-too-deep", line=text.count("\n", 0, at) + 1) from error


def _broken(error: json.JSONDecodeError) -> ReadError:
    return ReadError("json-broken", line=error.lineno, column=error.colno)


def _after_space(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]


def _line_value(line: bytes) -> object:
    """Return the one value on a line of JSONL."""
    text = line.decode("utf-8", "surrogateescape")
    value, at = _value(text, _after_space(text, 0))
    if _after_space(text, at) < len(text):
        raise _broken(json.JSONDecodeError("", text, at))
    return value


def _unpacked(value: object, named: Names) -> Sequence[object]:
    """Return the records that `value` holds under "articles", "items" or "data", or `value` as the one record."""
    if isinstance(value, dict) and not any(name in value for name in named["text"]):
        return next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    return [value]


# CSV


def _rows(lines: Iterator[str], *, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not blank, with the number of the line where it begins."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise ReadError("csv-line-ends" if "new-line" in str(error) else "csv-quotes", line=number) from error
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield number, row


def _columns(rows: Iterator[tuple[int, list[str]]], named: Names) -> list[str]:
    """Return the names of the columns; a ReadError when none holds the text or a name we read stands twice."""
    columns = [cell.strip() for cell in next(rows, (1, []))[1]]
    if not any(name in columns for name in named["text"]):
        raise ReadError("csv-no-text", wanted=named["text"][0], columns=", ".join(columns)[:200])
    for name in itertools.chain.from_iterable(named.values()):
        if columns.count(name) > 1:
            raise ReadError("csv-column-twice", name=name)
    return columns


def _delimiter(line: str, named: Names) -> str:
    """Return the delimiter that parts the first line into most names that we read, then into most cells."""
    known = set(itertools.chain.from_iterable(named.values()))

    def score(delimiter: str) -> tuple[int, int]:
        cells = [cell.strip(' "\r\n') for cell in line.split(delimiter)]
        return sum(cell in known for cell in cells), len(cells)

    return max(_DELIMITERS, key=score)


# Lines


def _lines(stream: BinaryIO) -> Iterator[str]:
    while line := _line(stream):
        yield line.decode("utf-8", "surrogateescape")


def _line(stream: BinaryIO) -> bytes:
    """Return the next line with its end, b"" after the last; a ReadError for one too long, which is then behind us."""
    line = stream.readline(bounds.LONGEST_RECORD)
    if len(line) < bounds.LONGEST_RECORD or line.endswith(b"\n"):
        return line
    while (rest := stream.readline(bounds.LONGEST_RECORD)) and not rest.endswith(b"\n"):
        continue
    raise ReadError("line-too-long", largest=bounds.LONGEST_RECORD // 1_000_000)
