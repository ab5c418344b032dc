"""Which part of a text is title, stamp, body, caption, byline or boilerplate, and who wrote and photographed it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from lienket.extract.page.credits import Credit, byline, picture_credits
from lienket.language.dates import DateKind, DateMention
from lienket.language.records import record
from lienket.language.tokens import BREAK, Tokens, tokenise
from lienket.language.wordlist import positions, wordlist
from lienket.model import PartialDate
from lienket.reference.page_words import page_words


class BlockKind(StrEnum):
    """What a block of a text is for."""

    TITLE = "title"
    STAMP = "stamp"
    DATELINE = "dateline"
    """A source tag before the first sentence: "(PL&XH) -"."""
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@record()
class Block:
    """Tokens `first` to `end` (exclusive) and what they are."""

    kind: BlockKind
    first: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The blocks of a text in order, the date of its stamp, and the people of its bylines and picture credits."""

    blocks: tuple[Block, ...]
    published: PartialDate | None = None
    source: str | None = None
    """The outlet of a source tag: "PL&XH"."""
    bylines: tuple[Credit, ...] = ()
    credits: tuple[Credit, ...] = ()

    def of(self, kind: BlockKind) -> list[Block]:
        """Return the blocks of one kind."""
        return [block for block in self.blocks if block.kind is kind]


@record()
class _Line:
    """A line of tokens, and how many line breaks stand before it."""

    first: int
    end: int
    breaks: int

    def __len__(self) -> int:
        return self.end - self.first


_ENDS: Final = frozenset({".", "?", "!", "…", "”", '"', ":", ";"})
_BEFORE_CREDITS: Final = frozenset({"-", "–", "(", ".", ",", BREAK})
_PEOPLE: Final = wordlist("đ đc đồng ông bà anh chị các lãnh đại toàn quang đoàn")
_LONGEST_CAPTION: Final = 70
_LONGEST_HEADING: Final = 40
_CALLING: Final = frozenset({"?", "!"})
"""Marks with which a headline may end as a sentence does."""
_SHORTEST_HEADLINE: Final = 5
_LONGEST_FURNITURE: Final = 25
_BULLETS: Final = frozenset({"•", "-", "*", "+", "»"})


def layout(tokens: Tokens, *, title: str | None = None, dates: Sequence[DateMention] = ()) -> Layout:
    """Return the layout of a text; `title` is the record's, `dates` are those of `find_dates`, for the stamp.

    Blocks cover every token but line breaks, in order and without overlap.
    """
    lines = _lines(tokens)
    kinds = _kinds(tokens, lines, title, dates)
    author = _author_line(tokens, lines, kinds)
    bylines: tuple[Credit, ...] = ()
    blocks: list[Block] = []
    for number, line in enumerate(lines):
        cut = line.end
        if number == author:
            cut, bylines = byline(tokens, line.first, line.end)
        tag = _source_tag(tokens, line) if kinds[number] is BlockKind.BODY else line.first
        if tag > line.first:
            blocks.append(Block(BlockKind.DATELINE, line.first, tag))
        if cut > tag:
            blocks.append(Block(kinds[number], tag, cut))
        if line.end > cut:
            blocks.append(Block(BlockKind.BYLINE, cut, line.end))
    stamp = next((date.start for date in dates if date.kind is DateKind.STAMP), None)
    return Layout(
        blocks=tuple(blocks),
        published=stamp,
        source=_source(tokens, blocks),
        bylines=bylines,
        credits=picture_credits(tokens),
    )


def _lines(tokens: Tokens) -> list[_Line]:
    """Return the lines that hold tokens."""
    lines: list[_Line] = []
    first = breaks = 0
    for index in [*positions(tokens.keys, BREAK), len(tokens)]:
        if index > first:
            lines.append(_Line(first, index, breaks))
            breaks = 0
        breaks += tokens.breaks(index) if index < len(tokens) else 0
        first = index + 1
    return lines


def _kinds(tokens: Tokens, lines: Sequence[_Line], title: str | None, dates: Sequence[DateMention]) -> list[BlockKind]:
    """Return what each line is, byline apart."""
    stamps = [date.first_token for date in dates if date.kind is DateKind.STAMP]
    pictures = [index for index in positions(tokens.keys, "ảnh") if _picture_mark(tokens, index)]
    kinds = [_kind(tokens, line, stamps, pictures) for line in lines]
    for number in _of_other_articles(tokens, lines):
        kinds[number] = BlockKind.BOILERPLATE
    for number in _titles(tokens, lines, kinds, title):
        kinds[number] = BlockKind.TITLE
    for number in _trailing_captions(lines, kinds):
        if kinds[number] is not BlockKind.BOILERPLATE:
            kinds[number] = BlockKind.CAPTION
    _other_captions(tokens, lines, kinds)
    return kinds


def _kind(tokens: Tokens, line: _Line, stamps: Sequence[int], pictures: Sequence[int]) -> BlockKind:
    """Return what a line looks like by itself."""
    if _holds(line, stamps):
        return BlockKind.STAMP
    if _is_boilerplate(tokens, line):
        return BlockKind.BOILERPLATE
    if len(line) <= _LONGEST_CAPTION and _holds(line, pictures):
        return BlockKind.CAPTION
    finished = tokens.keys[line.end - 1] in _ENDS
    if not finished and line.breaks > 1 and len(line) <= _LONGEST_HEADING:
        return BlockKind.CAPTION if tokens.keys[line.first] in _PEOPLE else BlockKind.HEADING
    return BlockKind.BODY


def _holds(line: _Line, places: Sequence[int]) -> bool:
    """Tell whether one of the ascending token numbers `places` lies in the line."""
    at = bisect_left(places, line.first)
    return at < len(places) and places[at] < line.end


def _is_boilerplate(tokens: Tokens, line: _Line) -> bool:
    """Tell whether a line begins like the furniture of a web page and is short."""
    first = _past_bullet(tokens, line)
    words = (page_words("furniture"), page_words("related"))
    return len(line) <= _LONGEST_FURNITURE and any(one.longest(tokens.keys, first, line.end) for one in words)


def _past_bullet(tokens: Tokens, line: _Line) -> int:
    return line.first + (tokens.keys[line.first] in _BULLETS)


def _of_other_articles(tokens: Tokens, lines: Sequence[_Line]) -> Iterator[int]:
    """Yield the lines under "Các tin khác", "Xem thêm:" that are headlines: no sentence is finished there."""
    listed = False
    for number, line in enumerate(lines):
        first = _past_bullet(tokens, line)
        heading = page_words("related").longest(tokens.keys, first, line.end)
        if heading is not None:
            listed = tokens.keys[heading[0] : line.end] in ([], [":"])
            continue
        if len(line) < _SHORTEST_HEADLINE:
            continue
        asks = tokens.keys[line.end - 1] in _CALLING
        listed = listed and len(line) <= _LONGEST_HEADING and (asks or tokens.keys[line.end - 1] not in _ENDS)
        if listed:
            yield number


def _picture_mark(tokens: Tokens, index: int) -> bool:
    """Tell whether "ảnh" at `index` opens a credit: "Ảnh: …", "- Ảnh tư liệu", "(Ảnh minh họa)"."""
    after = tokens.keys[index + 1] if index + 1 < len(tokens) else ""
    before = tokens.keys[index - 1] if index else BREAK
    return before in _BEFORE_CREDITS and after in {":", "tư", "minh"}


def _titles(tokens: Tokens, lines: Sequence[_Line], kinds: Sequence[BlockKind], title: str | None) -> range:
    """Return the lines at the top that are the title: the record's, or short unfinished lines before a blank one.

    In a text without blank lines, the one before a finished paragraph, after what belongs to the page.
    """
    if len(lines) < 2:
        return range(0)
    if title:
        wanted = tokenise(title).keys
        first = tokens.keys[lines[0].first : lines[0].end]
        if first == wanted or _marks_off(first) == _marks_off(wanted):
            return range(1)
    if all(line.breaks < 2 for line in lines[1:]):
        return _headline_of_a_page(tokens, lines, kinds)
    count = 0
    while count < min(3, len(lines) - 1):
        line, after = lines[count], lines[count + 1]
        closed = tokens.keys[line.end - 1] in {".", ";", ","}
        if closed or len(line) > _LONGEST_HEADING or after.breaks < 2 or kinds[count] is BlockKind.STAMP:
            break
        count += 1
    return range(count)


def _headline_of_a_page(tokens: Tokens, lines: Sequence[_Line], kinds: Sequence[BlockKind]) -> range:
    """Return the line that is the headline of a page copied without blank lines: unfinished, a paragraph after it."""
    report = [number for number, kind in enumerate(kinds) if kind is BlockKind.BODY][:2]
    if len(report) < 2:
        return range(0)
    first, after = lines[report[0]], lines[report[1]]
    headline = _SHORTEST_HEADLINE <= len(first) <= _LONGEST_HEADING and tokens.keys[first.end - 1] not in _ENDS | {","}
    paragraph = len(after) > len(first) and tokens.keys[after.end - 1] in _ENDS
    return range(report[0], report[0] + 1) if headline and paragraph else range(0)


def _marks_off(keys: Sequence[str]) -> list[str]:
    """Return the words of a title alone: printings differ in quotes and dashes."""
    return [key for key in keys if key[0].isalnum()]


def _trailing_captions(lines: Sequence[_Line], kinds: Sequence[BlockKind]) -> range:
    """Return the lines after the last blank line that only name pictures, as corpora without pages keep them.

    The paragraphs of such texts stand on lines without blanks between; where blanks part paragraphs there are none.
    """
    start = max((number for number, line in enumerate(lines) if line.breaks > 1), default=0)
    before = [number for number in range(start) if kinds[number] is BlockKind.BODY and lines[number].breaks == 1]
    tail = sum(map(len, lines[start:]))
    if start < 2 or len(before) < 2 or tail > sum(map(len, lines[:start])) * 0.6:
        return range(0)
    if any(len(line) > _LONGEST_CAPTION for line in lines[start:]):
        return range(0)
    return range(start, len(lines))


def _other_captions(tokens: Tokens, lines: Sequence[_Line], kinds: list[BlockKind]) -> None:
    """Make captions of lines that go with one: wrapped, before "Ảnh: …" on a line of its own, or printed twice."""
    captions = [line for line, kind in zip(lines, kinds, strict=True) if kind is BlockKind.CAPTION]
    said = {tuple(tokens.keys[line.first : line.end]) for line in captions}
    for number, line in enumerate(lines):
        if kinds[number] not in {BlockKind.BODY, BlockKind.HEADING}:
            continue
        small = tokens.word(line.first) and not tokens.capital(line.first)
        wrapped = line.breaks == 1 and small and len(line) <= _LONGEST_HEADING
        after = lines[number + 1] if number + 1 < len(lines) else None
        credited = (
            after is not None and after.breaks == 1 and tokens.keys[after.first : after.first + 2] == ["ảnh", ":"]
        )
        twice = len(line) <= _LONGEST_CAPTION and tuple(tokens.keys[line.first : line.end]) in said
        follows = wrapped and number > 0 and kinds[number - 1] is BlockKind.CAPTION
        if follows or twice or (credited and len(line) <= _LONGEST_CAPTION):
            kinds[number] = BlockKind.CAPTION


def _author_line(tokens: Tokens, lines: Sequence[_Line], kinds: Sequence[BlockKind]) -> int:
    """Return the line at whose end the author may stand: the last before captions and boilerplate."""
    aside = {BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.STAMP}
    for number in range(len(lines) - 1, 0, -1):
        if kinds[number] not in aside:
            return number
    return len(lines) - 1


def _source_tag(tokens: Tokens, line: _Line) -> int:
    """Return the token after a source tag "(PL&XH) -" that begins a line; the line's first token without one."""
    keys = tokens.keys
    if keys[line.first] not in {"(", "["}:
        return line.first
    for index in range(line.first + 1, min(line.first + 8, line.end - 1)):
        if keys[index] in {")", "]"} and keys[index + 1] in {"-", "–", "—", ":"} and tokens.capital(line.first + 1):
            return index + 2
    return line.first


def _source(tokens: Tokens, blocks: Sequence[Block]) -> str | None:
    """Return the outlet of the first source tag."""
    for block in blocks:
        if block.kind is BlockKind.DATELINE:
            return tokens.slice(block.first + 1, block.end - 2)
    return None
