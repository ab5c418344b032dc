"""All that one article states: the order of the stages of extraction. Pure but for reading the reference data."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from lienket.extract import assemble
from lienket.extract.coreference import People
from lienket.extract.grammar.abroad import in_foreign_state
from lienket.extract.grammar.brands import brands, held_at
from lienket.extract.grammar.coordination import spread_heads, spread_places
from lienket.extract.grammar.passage import Passage, passage
from lienket.extract.grammar.scan import scan
from lienket.extract.grammar.shared_offices import share_offices
from lienket.extract.jurisdiction import gazetteer
from lienket.extract.occasions.events import events
from lienket.extract.occasions.reports import meant
from lienket.extract.offices.appointments import Appointment, appointments
from lienket.extract.offices.careers import Now
from lienket.extract.offices.memberships import Offices
from lienket.extract.offices.open_offices import settle_open_offices
from lienket.extract.organisations import Resolver, explicit, firms, listed, studied, wholes
from lienket.extract.origins import OriginReading, origins
from lienket.extract.page.layout import Block, BlockKind, Layout, layout
from lienket.extract.papers.documents import DocumentReading, find_documents
from lienket.extract.papers.issuers import documents
from lienket.extract.papers.partners import programmes
from lienket.extract.papers.programmes import find_programmes
from lienket.extract.speech.quotations import find_quotations
from lienket.extract.speech.statements import Statement, statements
from lienket.extract.story import Story
from lienket.extract.years.completion import complete
from lienket.extract.years.open_days import is_open_month
from lienket.language.dates import DateKind, DateMention, find_dates
from lienket.language.records import record
from lienket.language.sentences import sentences
from lienket.language.tokens import tokenise
from lienket.model import Article, ArticleFacts, Document, PartialDate, Programme

_LEAD: Final = 2
"""Sentences after the title that say what an article is about."""
_PROSE: Final = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BODY, BlockKind.CAPTION, BlockKind.BYLINE})


@record(kw_only=True)
class Understood:
    """An article with its people, bodies and offices understood: all that its occasions are made of."""

    story: Story
    page: Layout
    published: PartialDate | None
    given: Sequence[Appointment]
    said: Sequence[Statement]
    issued: tuple[Document, ...]
    plans: tuple[Programme, ...]
    origins: Sequence[OriginReading]


def extract(article: Article) -> ArticleFacts:
    """Return the facts that `article` states.

    The collector of reference cycles rests meanwhile: an article makes many objects and no cycles, and to look for
    them costs up to a fifth of the time.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        return _facts(article)
    finally:
        if collecting:
            gc.enable()


def _facts(article: Article) -> ArticleFacts:
    read = understand(article)
    occasions = events(read.story, read.given, read.said)
    return assemble.facts(
        article, read.story, read.page, read.published, occasions, read.issued, read.plans, read.said, read.origins
    )


def understand(article: Article) -> Understood:
    """Return `article` as far as it is understood before its occasions are put together."""
    tokens = tokenise(article.text)
    dates = find_dates(tokens)
    page = layout(tokens, title=article.title, dates=dates)
    published = article.published or page.published
    completed = complete(tokens, dates, published=published)
    settled = [date for date in completed if not is_open_month(date)]
    ranges = sentences(tokens)
    prose = passage(tokens, list(_in_prose(ranges, page)))
    scanned = scan(prose)
    named = brands(prose, scanned)
    if held_at(prose, scanned, named):
        prose = replace(prose, brands=named)
        scanned = scan(prose)
    readings = share_offices(prose, spread_places(prose, spread_heads(prose, scanned)))
    readings = in_foreign_state(prose, readings)
    title = page.of(BlockKind.TITLE)
    title_end = prose.range_of_tokens(tokens, title[-1].first, title[-1].end)[1] if title else 0
    papers = find_documents(tokens, settled)
    as_of = _as_of(published, settled)
    places = gazetteer(readings, prose, as_of=as_of, title_end=title_end)
    story = Story(
        passage=prose,
        readings=readings,
        gazetteer=places,
        dates=_in_passage(settled, prose, papers),
        paper_dates=_in_passage(settled, prose, papers, of_papers=True),
        open_months=_in_passage(filter(is_open_month, completed), prose, papers),
        now=Now(as_of.year if as_of is not None else None, published),
        title_end=title_end,
        lead=(prose.sentence_of[title_end] if title_end < len(prose) else 0) + _LEAD,
        captions=[
            prose.range_of_tokens(tokens, block.first, block.end)
            for block in page.blocks
            if block.kind is BlockKind.CAPTION
        ],
        resolver=Resolver(
            places,
            explicit(readings),
            wholes(readings),
            firms(readings),
            listed=listed(readings),
            studied=studied(readings, prose),
        ),
        people=People(prose),
        offices=Offices(prose),
    )
    story.understand()
    given = appointments(story)
    settle_open_offices(story)
    said = statements(story, tokens, find_quotations(tokens, ranges))
    story.meet(list(meant(story)))
    return Understood(
        story=story,
        page=page,
        published=published,
        given=given,
        said=said,
        issued=documents(story, tokens, papers),
        plans=programmes(story, tokens, find_programmes(tokens, settled)),
        origins=origins(story, _in_passage((one for one in dates if one.kind is DateKind.BIRTH), prose, ())),
    )


def _in_prose(ranges: Sequence[tuple[int, int]], page: Layout) -> Iterator[tuple[int, int]]:
    """Yield the sentences of the blocks that are prose, none reaching over the end of its block."""
    blocks = iter(_joined([block for block in page.blocks if block.kind in _PROSE]))
    block: Block | None = next(blocks, None)
    for first, end in ranges:
        while block is not None and block.end <= first:
            block = next(blocks, None)
        while block is not None and block.first < end:
            yield max(first, block.first), min(end, block.end)
            if block.end > end:
                break
            block = next(blocks, None)


def _joined(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks with lines of one kind that follow each other as one: their sentences may wrap."""
    first = 0
    for at, block in enumerate(blocks, 1):
        if at == len(blocks) or blocks[at].kind is not block.kind or blocks[at].first - block.end > 1:
            yield Block(block.kind, blocks[first].first, block.end)
            first = at


def _in_passage(
    dates: Iterable[DateMention], prose: Passage, papers: Sequence[DocumentReading], *, of_papers: bool = False
) -> list[DateMention]:
    """Return the dates that stand in the prose, those of documents aside or alone, with its token numbers."""
    found = []
    theirs = {paper.date.span for paper in papers if paper.date is not None}
    for date in dates:
        if (date.span in theirs) is not of_papers:
            continue
        first, end = prose.range_of(date.span)
        if first < end:
            found.append(replace(date, first_token=first, end_token=end))
    return found


def _as_of(published: PartialDate | None, dates: Sequence[DateMention]) -> datetime.date | None:
    """Return a day at which the places and bodies named are meant: of publication, else the latest full date stated."""
    if published is not None:
        return published.latest
    stated = [date.start.latest for date in dates if date.start is not None and date.start.latest is not None]
    return max(stated, default=None)
