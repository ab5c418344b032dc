"""A network of made-up people, agencies, events and documents of any size, in the shape of `view.network.network`.

Its ties are as in networks of real articles: most nodes have one or two, a few have hundreds (the more a node has, the
more often it gets another), and most ties stay within a province. Names and sentences are invented syllables, as many
as in sentences of the news (160 characters) and as hard to compress (some 60 bytes a sentence in gzip).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import Any, Final

import networkx as nx

from lienket.view.network import Fact, Words
from lienket.view.standing import Evidence

TIES: Final = 1.7
"""Ties a node."""
_LOYAL: Final = 0.88
"""Share of ties that stay within the province."""
_CITED: Final = 25
"""Nodes for each article."""
_KINDS: Final = {"person": 45, "agency": 17, "event": 32, "document": 6}
"""Kinds of nodes, in their order, and their shares in percent."""
_BETWEEN: Final = {
    ("person", "agency"): ("role", Words("Giám đốc", "Director")),
    ("person", "event"): ("took-part", Words("tham dự", "attendee")),
    ("agency", "event"): ("organised", None),
    ("agency", "agency"): ("unit-of", None),
    ("agency", "document"): ("issued", None),
    ("event", "document"): ("about", None),
}
"""Which kinds tie, by what, and with which words."""
_TYPES: Final = {
    "person": None,
    "agency": Words("Sở", "Department"),
    "event": Words("hội nghị", "conference"),
    "document": Words("Kế hoạch", "Plan"),
}
_ONSETS: Final = "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x"
_RIMES: Final = "a ai ao ân anh át âu ê én ia iên iêu ít o oan ô ông ơi u ưa uân úc ưng ương uy"


class _Tongue:
    """Speaks invented syllables, a few often and many rarely."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._syllables = ["".join(pair) for pair in product(_ONSETS.split(), _RIMES.split())]
        chance.shuffle(self._syllables)
        self._weights = list(accumulate(1 / (rank + 150) for rank in range(len(self._syllables))))

    def words(self, count: int) -> str:
        return " ".join(self._chance.choices(self._syllables, cum_weights=self._weights, k=count))

    def name(self, count: int) -> str:
        return self.words(count).title()

    def sentence(self, about: str) -> str:
        """Return a sentence on `about`, with a number and a date in it as news have."""
        chance = self._chance
        day = f"{chance.randint(1, 28)}/{chance.randint(1, 12)}"
        return f"{about} {self.words(chance.randint(6, 20))} {chance.randint(2, 900)} {self.words(8)}, {day}."


def fictional_network(size: int, *, seed: int = 7) -> nx.MultiDiGraph[str]:
    """Return a network of `size` nodes and 1.7 times as many ties, the same for the same seed."""
    chance = random.Random(seed)
    tongue = _Tongue(chance)
    provinces = [tongue.name(2) for _ in range(max(3, size // 300))]
    kinds = sorted(chance.choices(list(_KINDS), weights=list(_KINDS.values()), k=size), key=list(_KINDS).index)
    articles = [_article(number, tongue, chance) for number in range(max(1, size // _CITED))]
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    home = chance.choices(range(len(provinces)), weights=[1 / (rank + 3) for rank in range(len(provinces))], k=size)
    for number, (kind, province) in enumerate(zip(kinds, home, strict=True)):
        label = _label(kind, provinces[province], tongue, chance)
        stated = label if kind in ("person", "agency") else tongue.sentence(label)
        graph.add_node(
            f"https://fiction.example/{kind}/{number:08x}",
            kind=kind,
            label=label,
            type=_TYPES[kind],
            also=(),
            facts=(Fact("start", Words(*2 * (_date(chance),))),) if kind == "event" else (),
            open_roles=(),
            provinces=(Words(*2 * (provinces[province],)),) if kind == "agency" else (),
            perhaps=(),
            evidence=(_evidence(stated, chance.choice(articles), chance),),
        )
    names = list(graph)
    for number, (one, other) in enumerate(_pairs(kinds, home, round(TIES * size), chance)):
        kind, words = _BETWEEN[kinds[one], kinds[other]]
        about = f"{graph.nodes[names[one]]['label']}, {graph.nodes[names[other]]['label']}"
        said = _evidence(tongue.sentence(about), chance.choice(articles), chance, marks=((0, len(about)),))
        told: dict[str, Any] = {"kind": kind, "label": words, "statuses": (), "capacities": (), "count": None}
        told |= {"first": said.date, "last": said.date, "start": None, "end": None, "confidence": said.confidence}
        graph.add_edge(names[one], names[other], key=f"{kind} {number}", evidence=(said,), **told)
    return graph


def _pairs(kinds: Sequence[str], home: Sequence[int], count: int, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Yield `count` pairs of nodes whose kinds can tie, those of many ties more often, each node at least once."""
    size = len(kinds)
    urns: dict[tuple[str, int | None], list[int]] = {}

    def drop(node: int) -> None:
        for province in (home[node], None):
            urns.setdefault((kinds[node], province), []).append(node)

    order = list(range(size))
    chance.shuffle(order)
    for node in range(0, size, 15):
        drop(node)
    for turn in range(count):
        node = order[turn] if turn < size else chance.randrange(size)
        place = home[node] if chance.random() < _LOYAL else None
        partners = [kind for kind in _KINDS if (kinds[node], kind) in _BETWEEN or (kind, kinds[node]) in _BETWEEN]
        urn = urns.get((chance.choice(partners), place)) or urns[chance.choice(partners), None]
        other = chance.choice(urn)
        drop(node)
        drop(other)
        yield (node, other) if (kinds[node], kinds[other]) in _BETWEEN else (other, node)


def _label(kind: str, province: str, tongue: _Tongue, chance: random.Random) -> str:
    if kind == "person":
        return tongue.name(3)
    if kind == "agency":
        return f"Sở {tongue.name(chance.randint(1, 3))} tỉnh {province}"
    if kind == "event":
        return f"Hội nghị {tongue.words(chance.randint(3, 7))} tỉnh {province}"
    return f"Kế hoạch {chance.randint(1, 900)}/KH-UBND"


def _date(chance: random.Random) -> str:
    return f"{chance.randint(2012, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _article(number: int, tongue: _Tongue, chance: random.Random) -> dict[str, Any]:
    return {
        "undated": False,
        "date": _date(chance),
        "article": f"bai-{number:06}",
        "headline": tongue.words(12).capitalize(),
        "outlet": "Báo Hư Cấu",
        "url": f"https://bao.example/{tongue.words(9).replace(' ', '-')}-{number}",
    }


def _evidence(
    quote: str, article: dict[str, Any], chance: random.Random, *, marks: tuple[tuple[int, int], ...] = ()
) -> Evidence:
    confidence = chance.choice((0.6, 0.8, 0.9, 0.95))
    return Evidence(**article, begin=chance.randrange(4000), quote=quote, confidence=confidence, marks=marks)
