"""What the network page holds: the drawing as columns, and the tellings, which are read when first asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import networkx as nx

from lienket.model import Status
from lienket.view.appearance import safe_url, visible
from lienket.view.communities import communities, levels
from lienket.view.layout import evened, positions
from lienket.view.network import KINDS, TIES, Fact, Words, core
from lienket.view.standing import Evidence
from lienket.view.texts import date_text, texts

CORE: Final = 150
"""Nodes that a big network opens with: more cannot be read at first sight."""
_BIG: Final = 500
_QUOTED, _QUOTED_OF_MANY = 12, 2
"""Pieces of evidence shown of one fact, and of one in a network of more than `_BIG` nodes; how many more is said."""
_DATES: Final = ("start", "end", "issued")
_EVENT_TIES: Final = ("took-part", "organised", "about")

Column = list[Any]


def drawing(graph: nx.MultiDiGraph[str], *, lang: str) -> dict[str, Any]:
    """Return what is drawn of `graph`, ready for JSON: columns in which things refer to each other by index.

    `words` are shared by the columns. Times are months since year 0, [first, last] or None; confidence is in percent,
    None for what reference data says. `core` is the part that the page opens with, with places of its own, or None.
    """
    index = {node: i for i, node in enumerate(graph)}
    book = _Words(lang)
    grouped = levels(graph)
    groups = communities(graph, grouped=grouped)
    group_of = {node: i for i, group in enumerate(groups) for node in group}
    told = [graph.nodes[node] for node in graph]
    times = [_span(_stated(each["facts"], "start", "end", "issued")) for each in told]
    edges = _edges(graph)
    first = core(graph, limit=CORE)
    return {
        "nodes": {
            "id": [_short(node) for node in graph],
            "kind": [KINDS.index(each["kind"]) for each in told],
            "label": [visible(each["label"]) for each in told],
            "also": {str(i): names for i, each in enumerate(told) if (names := _also(each))},
            "type": [book.index(each["type"]) for each in told],
            "provinces": [[book.index(one) for one in each["provinces"]] for each in told],
            "group": [group_of.get(node) for node in graph],
            **_axes(positions(graph, grouped=grouped)),
        },
        "ties": {
            "kind": [TIES.index(each["kind"]) for _, _, each in edges],
            "from": [index[source] for source, _, _ in edges],
            "to": [index[target] for _, target, _ in edges],
            "label": [book.index(each["label"]) for _, _, each in edges],
            "time": [_time(each, times[index[source]], times[index[target]]) for source, target, each in edges],
            "confidence": [None if each["confidence"] is None else _percent(each["confidence"]) for *_, each in edges],
        },
        "groups": [index[_main(graph, group)] for group in groups],
        "core": _opening(first, index) if 0 < len(first) < len(graph) else None,
        "words": book.words,
    }


def tellings(graph: nx.MultiDiGraph[str], *, lang: str) -> dict[str, Any]:
    """Return what is told of each node and tie of `drawing`, in its order: facts, times, and the words that say it."""
    index = {node: i for i, node in enumerate(graph)}
    book = _Sources(lang, quoted=_QUOTED if len(graph) <= _BIG else _QUOTED_OF_MANY)
    return {
        "nodes": [
            {
                "facts": [_fact(fact, lang) for fact in graph.nodes[node]["facts"]],
                "perhaps": [index[other] for other in graph.nodes[node]["perhaps"] if other in index],
                "open": [_open(role, book) for role in graph.nodes[node]["open_roles"]],
                **book.cite(graph.nodes[node]["evidence"]),
            }
            for node in graph
        ],
        "ties": [_tie(attributes, book) for _, _, attributes in _edges(graph)],
        "evidence": book.evidence,
        "articles": book.articles,
    }


def _opening(first: nx.MultiDiGraph[str], index: Mapping[str, int]) -> dict[str, Column]:
    return {"nodes": [index[node] for node in first], **_axes(evened(positions(first)))}


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, Mapping[str, Any]]]:
    """Return the edges in the order of the kinds of ties, the most telling first."""
    return sorted(graph.edges(data=True), key=lambda edge: TIES.index(edge[2]["kind"]))


def _axes(places: Mapping[str, tuple[int, int]]) -> dict[str, Column]:
    return {"x": [x for x, _ in places.values()], "y": [y for _, y in places.values()]}


def _main(graph: nx.MultiDiGraph[str], group: Sequence[str]) -> str:
    """Return the node a community is called after: its most tied agency, else its most tied node."""
    return min(group, key=lambda node: (graph.nodes[node]["kind"] != "agency", -graph.degree(node), node))


def _short(iri: str) -> str:
    """Return what tells a thing from all others within its graph: kind and code."""
    return "/".join(iri.rsplit("/", 2)[-2:])


def _also(attributes: Mapping[str, Any]) -> list[str]:
    numbers = (fact.value.vi for fact in attributes["facts"] if fact.key == "number")
    return [visible(name) for name in (*attributes["also"], *numbers)]


# Times


def _stated(facts: Iterable[Fact], *keys: str) -> list[str]:
    return [fact.value.vi for key in keys for fact in facts if fact.key == key]


def _time(
    tie: Mapping[str, Any], source: tuple[int, int] | None, target: tuple[int, int] | None
) -> tuple[int, int] | None:
    """Return when a tie is known to have been: by its own dates, or by those of the event or document it ties."""
    own = _span([tie[key] for key in ("start", "first", "last", "end") if tie[key]])
    if own or tie["kind"] not in (*_EVENT_TIES, "issued"):
        return own
    return (source or target) if tie["kind"] == "about" else target


def _span(dates: Iterable[str]) -> tuple[int, int] | None:
    """Return the first and last month that ISO dates, of any precision, can mean."""
    months = [month for date in dates for month in _months(date)]
    return (min(months), max(months)) if months else None


def _months(date: str) -> tuple[int, ...]:
    year, month = date[:4], date[5:7]
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return ()
    begin = 12 * int(year)
    return (begin + int(month) - 1,) if month.isascii() and month.isdigit() else (begin, begin + 11)


# Words


class _Words:
    """Words that several things share, each listed once."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._index: dict[str, int] = {}

    @property
    def words(self) -> list[str]:
        return list(self._index)

    def index(self, words: Words | None) -> int | None:
        text = _text(words, self._lang)
        return self._index.setdefault(text, len(self._index)) if text else None


class _Sources:
    """Evidence and articles met so far, each listed once."""

    def __init__(self, lang: str, *, quoted: int) -> None:
        self.lang = lang
        self.evidence: list[tuple[str, int, int, tuple[int, ...]]] = []
        self.articles: list[tuple[str, str, str, str]] = []
        self._quoted = quoted
        self._evidence: dict[Evidence, int] = {}
        self._articles: dict[str, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> dict[str, Any]:
        """Return the indices of the newest pieces of `evidence`, undated ones last, and how many more there are."""
        pieces = sorted(evidence, reverse=True)
        ordered = [each for each in pieces if not each.undated] + [each for each in pieces if each.undated]
        return {
            "evidence": [self._cited(each) for each in ordered[: self._quoted]],
            "more": max(0, len(ordered) - self._quoted),
        }

    def _cited(self, each: Evidence) -> int:
        if each not in self._evidence:
            self._evidence[each] = len(self.evidence)
            marks = tuple(place for mark in each.marks for place in mark)
            self.evidence.append((each.quote, self._article(each), _percent(each.confidence), marks))
        return self._evidence[each]

    def _article(self, each: Evidence) -> int:
        if each.article not in self._articles:
            self._articles[each.article] = len(self.articles)
            headline = visible(each.headline) or _say("untitled", self.lang, article=visible(each.article))
            day = date_text(each.date, self.lang)
            self.articles.append((headline, visible(each.outlet), day, safe_url(each.url)))
        return self._articles[each.article]


def _fact(fact: Fact, lang: str) -> tuple[str, str]:
    value = _text(fact.value, lang)
    return fact.key, date_text(value, lang) if fact.key in _DATES else value


def _open(role: Mapping[str, Any], book: _Sources) -> dict[str, Any]:
    return {"label": _text(role["label"], book.lang), **_tie(role, book)}


def _tie(attributes: Mapping[str, Any], book: _Sources) -> dict[str, Any]:
    capacities = ", ".join(_text(capacity, book.lang) for capacity in attributes["capacities"])
    count = attributes["count"]
    told = {
        # That someone simply holds a role is what a role says already.
        "statuses": [_text(status, book.lang) for status in attributes["statuses"] if status.en != Status.ATTESTED],
        "capacity": _say("in-capacity", book.lang, role=capacities) if capacities else "",
        "count": _say("shared", book.lang, count=str(count)) if count else "",
        "when": when(attributes, book.lang),
        **book.cite(attributes["evidence"]),
    }
    return {key: value for key, value in told.items() if value}


def when(attributes: Mapping[str, Any], lang: str) -> str:
    """Return what is known of the time of a tie: when it began and ended, and when it was sighted."""
    first, last, start, end = (date_text(attributes[key] or "", lang) for key in ("first", "last", "start", "end"))
    sighted = _say("sighted-once", lang, day=first) if first == last else _say("sighted", lang, first=first, last=last)
    return " · ".join(
        text
        for text, known in (
            (_say("from", lang, day=start), start),
            (_say("until", lang, day=end), end),
            (sighted, first and last),
        )
        if known
    )


def _percent(confidence: float) -> int:
    return round(100 * confidence)


def _say(key: str, lang: str, **values: str) -> str:
    return texts(lang)[key].format_map(values)


def _text(words: Words | None, lang: str) -> str:
    return "" if words is None else visible(words.vi if lang == "vi" else words.en)
