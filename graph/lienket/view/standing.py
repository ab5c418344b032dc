"""The words on which nodes and ties stand: one quote an article, with the words in it that tell marked."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from lienket.rdf.iris import article_of
from lienket.rdf.sources import cited, text_of
from lienket.view.reading import asked

Marks = tuple[tuple[int, int], ...]
"""Begin and end of stretches of a text in code points, sorted; none shares text with another."""


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A sentence that states a fact, verbatim, and the article it stands in. Unknown texts are empty.

    Sorts by date of publication (ISO; an undated article comes last), article and place in the text.
    """

    undated: bool
    date: str
    article: str
    begin: int
    quote: str
    headline: str
    outlet: str
    url: str
    confidence: float
    marks: Marks = ()
    """The words in the quote that say it: who, in which role, and of what."""


class Standing:
    """What the articles of a store say of known things and facts, those in `of`.

    `names` are those of the things that are marked by their names: of an event the spans are whole sentences.
    """

    def __init__(self, graph: ox.Store, of: Collection[str], names: Mapping[str, Collection[str]]) -> None:
        self._names = names
        self._source = functools.cache(functools.partial(cited, graph))
        self._text = functools.cache(functools.partial(text_of, graph))
        self._locals = {thing: _by_article(found.split()) for thing, found in asked(graph, "locals", of)}
        locals_ = {local for thing in self._locals.keys() & of for local in self._all(thing)}
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._confidence: dict[str, float] = {}
        for local, spans, confidence in asked(graph, "spans", locals_):
            if local in locals_:
                self._spans[local] = [_span(span) for span in spans.split()]
                self._confidence[local] = float(confidence)
        self._units: dict[str, set[str]] = defaultdict(set)
        for local, above in asked(graph, "units", locals_):
            self._units[local].add(above)

    def of(self, iri: str, things: Iterable[str], role: str = "") -> tuple[Evidence, ...]:
        """Return what states a known fact, or where each article first names a thing, sorted.

        Marked are the words for `things`, and those for the `role` that the first of them has.
        """
        return self._of(self._all(iri), things, role)

    def of_unit(self, unit: str, above: str) -> tuple[Evidence, ...]:
        """Return where a unit is named in articles that tell what it belongs to, sorted."""
        parents = set(self._all(above))
        told = (one for one in self._all(unit) if not parents.isdisjoint(self._units.get(one, ())))
        return self._of(told, (unit,))

    def _all(self, thing: str) -> Iterator[str]:
        """Yield what stands in articles for a thing or a fact."""
        return chain.from_iterable(self._locals.get(thing, {}).values())

    def _of(self, locals_: Iterable[str], things: Iterable[str], role: str = "") -> tuple[Evidence, ...]:
        return tuple(sorted({self._evidence(one, things, role) for one in locals_ if self._spans.get(one)}))

    def _evidence(self, local: str, things: Iterable[str], role: str) -> Evidence:
        """Return the first span of what an article says, the longest that begins so.

        That is the sentence for a fact and the first mention for an entity.
        """
        source = self._source(article_of(local))
        date = source.date or ""
        begin, end = min(self._spans[local], key=lambda span: (span[0], -span[1]))
        return Evidence(
            undated=not date,
            date=date,
            article=source.identifier,
            begin=begin,
            quote=self._text(source.iri)[begin:end],
            headline=source.headline or "",
            outlet=source.outlet or "",
            url=source.url or "",
            confidence=self._confidence[local],
            marks=self._marks(source.iri, (begin, end), things, role),
        )

    def _marks(self, article: str, sentence: tuple[int, int], things: Iterable[str], role: str) -> Marks:
        """Return the words for things in a sentence of an article, and those for the role beside the first of them."""
        begin, end = sentence
        quote = self._text(article)[begin:end]
        found: list[tuple[int, int]] = []
        for thing in things:
            named = thing in self._names
            found += self._called(thing, quote) if named else self._mentions(thing, article, sentence)
            if role and found:
                # Where several people stand in a sentence each has the title that stands nearest.
                holder = found[0]
                found += sorted(_occurrences(role, quote), key=lambda at: _apart(at, holder))[:1]
            role = ""
        return _disjoint(found)

    def _mentions(self, thing: str, article: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
        """Return where a sentence of an article mentions a thing, counted from its begin."""
        begin, end = sentence
        return [
            (first - begin, last - begin)
            for local in self._locals.get(thing, {}).get(article, ())
            for first, last in self._spans.get(local, ())
            if begin <= first and last <= end
        ]

    def _called(self, thing: str, quote: str) -> list[tuple[int, int]]:
        """Return where a quote first has one of the names of a thing."""
        return next(([at] for name in self._names.get(thing, ()) for at in _occurrences(name, quote)), [])


def _by_article(locals_: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for local in dict.fromkeys(locals_):
        found.setdefault(article_of(local), []).append(local)
    return found


def _span(place: str) -> tuple[int, int]:
    begin, _, end = place.partition(",")
    return int(begin), int(end)


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where `text` has `words`, whole and in whatever case."""
    sought, among = words.lower(), text.lower()
    at = among.find(sought) if sought and len(among) == len(text) else -1
    while at >= 0:
        end = at + len(sought)
        if not (among[at - 1 : at].isalnum() or among[end : end + 1].isalnum()):
            yield at, end
        at = among.find(sought, end)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(one[0] - other[1], other[0] - one[1])


def _disjoint(spans: Iterable[tuple[int, int]]) -> Marks:
    """Return spans sorted, those that share text made one."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if found and begin < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        elif begin < end:
            found.append((begin, end))
    return tuple(found)
