"""What the network page knows: marks and lines as pyvis gives them, and beside them things, ties and their evidence."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

import networkx as nx
from pyvis.network import Network

from lienket.language.folding import plain_key
from lienket.model import Status
from lienket.view.layout import positions
from lienket.view.network import TIES, Fact, Words
from lienket.view.network import core as core
from lienket.view.standing import Evidence
from lienket.view.texts import date_text, texts


class Shape(NamedTuple):
    """How a kind is drawn: vis-network's name, a factor that makes areas look alike, outline in 16 × 16, and colour.

    The colours are of Okabe and Ito, which the colour-blind tell apart; `page.css` has them for light and dark.
    """

    name: str
    scale: float
    outline: str
    colour: str


class Stroke(NamedTuple):
    """How a kind of tie is drawn: width, and lengths of dashes and gaps."""

    width: float
    dashes: tuple[int, ...] = ()


SHAPES: Final[Mapping[str, Shape]] = {
    "person": Shape("dot", 1.0, "M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12z", "#0072b2"),
    "agency": Shape("square", 0.88, "M3 3h10v10h-10z", "#e69f00"),
    "event": Shape("diamond", 1.15, "M8 1l7 7l-7 7l-7-7z", "#009e73"),
    "document": Shape("triangle", 1.0, "M8 2l7 12h-14z", "#cc79a7"),
    "programme": Shape("hexagon", 1.05, "M4.5 2h7l3.5 6l-3.5 6h-7l-3.5-6z", "#d55e00"),
}

STROKES: Final[Mapping[str, Stroke]] = {
    "role": Stroke(1.8),
    "organised": Stroke(1.4, (9, 4)),
    "took-part": Stroke(0.8),
    "together": Stroke(1.4, (12, 3)),
    "became": Stroke(1.8, (2, 2)),
    "unit-of": Stroke(1.4, (2, 4)),
    "partner-of": Stroke(1.4, (9, 4, 2, 4)),
    "issued": Stroke(1.4, (5, 3)),
    "about": Stroke(0.8, (3, 3)),
}

OPTIONS: Final[Mapping[str, Mapping[str, object]]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {"smooth": False, "hoverWidth": 1, "selectionWidth": 1.5},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "selectConnectedEdges": False, "zoomSpeed": 0.6},
}

QUOTED: Final = 12
"""Pieces of evidence shown of one fact; how many more there are is said."""

_DATES: Final = ("start", "end", "issued")
_UNSEEN: Final = re.compile("[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+")


def contents(graph: nx.MultiDiGraph[str], *, lang: str) -> dict[str, object]:
    """Return all that the page shows of `graph`, ready for JSON: lists in which things refer to each other by index."""
    book = _Sources(lang)
    index = {node: i for i, node in enumerate(graph)}
    ties = [
        _tie(index[source], index[target], attributes, book)
        for source, target, attributes in sorted(graph.edges(data=True), key=lambda edge: TIES.index(edge[2]["kind"]))
    ]
    open_roles = [_tie(i, None, role, book) for node, i in index.items() for role in graph.nodes[node]["open_roles"]]
    things = [_thing(graph.nodes[node], graph.degree(node), book) for node in graph]
    return {
        **_drawing(graph, ties),
        "things": things,
        "ties": ties + open_roles,
        "evidence": book.evidence,
        "articles": book.articles,
        "shapes": {kind: {"outline": shape.outline} for kind, shape in SHAPES.items()},
        "strokes": {kind: stroke._asdict() for kind, stroke in STROKES.items()},
        "texts": texts(lang),
    }


class _Sources:
    """Evidence and articles met so far, each listed once."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.evidence: list[dict[str, object]] = []
        self.articles: list[dict[str, str]] = []
        self._evidence: dict[Evidence, int] = {}
        self._articles: dict[str, int] = {}

    def cite(self, evidence: Iterable[Evidence]) -> dict[str, object]:
        """Return the indices of the newest pieces of `evidence`, undated ones last, and how many more there are."""
        pieces = sorted(evidence, reverse=True)
        ordered = [each for each in pieces if not each.undated] + [each for each in pieces if each.undated]
        return {"evidence": [self._index(each) for each in ordered[:QUOTED]], "more": max(0, len(ordered) - QUOTED)}

    def _index(self, each: Evidence) -> int:
        if each not in self._evidence:
            if each.article not in self._articles:
                self._articles[each.article] = len(self.articles)
                self.articles.append(
                    {
                        "headline": visible(each.headline)
                        or _say("untitled", self.lang, article=visible(each.article)),
                        "outlet": visible(each.outlet),
                        "date": date_text(each.date, self.lang),
                        "url": safe_url(each.url),
                    }
                )
            self._evidence[each] = len(self.evidence)
            self.evidence.append(
                {
                    "quote": each.quote,
                    "article": self._articles[each.article],
                    "confidence": f"{each.confidence:.0%}",
                }
            )
        return self._evidence[each]


def _drawing(graph: nx.MultiDiGraph[str], ties: list[dict[str, Any]]) -> dict[str, object]:
    """Return nodes, edges and options as pyvis hands them to vis-network."""
    # Undirected pyvis drops parallel edges by comparing all with all; we bundle ours, and need no arrow heads.
    picture = Network(directed=True)
    places = positions(graph)
    for i, node in enumerate(graph):
        kind, label = graph.nodes[node]["kind"], visible(graph.nodes[node]["label"])
        x, y = places[node]
        picture.add_node(i, label, SHAPES[kind].name, group=kind, size=size(graph, node), x=x, y=y)
    for (one, other), bundle in bundles(ties).items():
        stroke = STROKES[ties[bundle[0]]["kind"]]
        width = stroke.width * 1.4 + 0.5 * (len(bundle) - 1) ** 0.5
        dashes = list(stroke.dashes) or False
        picture.add_edge(one, other, width=round(width, 2), dashes=dashes, arrows="", ties=bundle)
    # set_options would strip every space out of what it is given.
    picture.options = dict(OPTIONS)
    nodes, edges, _, _, _, options = picture.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def size(graph: nx.MultiDiGraph[str], node: str) -> float:
    """Return how large a node is drawn, in vis-network's pixels: larger with the number of its neighbours."""
    across: float = min(7.5 + 2.2 * len(set(nx.all_neighbors(graph, node))) ** 0.5, 24.0)
    return round(across * SHAPES[graph.nodes[node]["kind"]].scale, 1)


def bundles(ties: Sequence[Mapping[str, Any]]) -> dict[tuple[int, int], list[int]]:
    """Return the indices of the ties between each two nodes: they share one line, drawn as the first of them."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, tie in enumerate(ties):
        if tie["from"] != tie["to"]:
            found[min(tie["from"], tie["to"]), max(tie["from"], tie["to"])].append(i)
    return found


def _thing(attributes: Mapping[str, Any], degree: int, book: _Sources) -> dict[str, object]:
    names = (attributes["label"], *attributes["also"])
    numbers = tuple(fact.value.vi for fact in attributes["facts"] if fact.key == "number")
    return {
        "kind": attributes["kind"],
        "label": visible(attributes["label"]),
        "type": _text(attributes["type"], book.lang),
        "keys": sorted({plain_key(visible(name)) for name in (*names, *numbers)}),
        "degree": degree,
        "facts": [_fact(fact, book.lang) for fact in attributes["facts"]],
        **book.cite(attributes["evidence"]),
    }


def _fact(fact: Fact, lang: str) -> dict[str, str]:
    value = _text(fact.value, lang)
    return {"key": fact.key, "value": date_text(value, lang) if fact.key in _DATES else value}


def _tie(source: int, target: int | None, attributes: Mapping[str, Any], book: _Sources) -> dict[str, Any]:
    capacities = ", ".join(_text(capacity, book.lang) for capacity in attributes["capacities"])
    return {
        "kind": attributes["kind"],
        "from": source,
        "to": target,
        "label": _text(attributes["label"], book.lang),
        # That someone simply holds a role is what a role says already.
        "statuses": [_text(status, book.lang) for status in attributes["statuses"] if status.en != Status.ATTESTED],
        "capacity": _say("in-capacity", book.lang, role=capacities) if capacities else "",
        "when": when(attributes, book.lang),
        **book.cite(attributes["evidence"]),
    }


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


def _say(key: str, lang: str, **values: str) -> str:
    return texts(lang)[key].format_map(values)


def _text(words: Words | None, lang: str) -> str:
    return "" if words is None else visible(words.vi if lang == "vi" else words.en)


def visible(text: str) -> str:
    """Return a label without control characters and without those that turn the direction of what stands around."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def safe_url(url: str) -> str:
    """Return `url` if it is an http or https address without anything odd in it, else nothing."""
    if re.search(r"[\s\u0000-\u001f\\\"<>]", url) or _UNSEEN.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
