"""One HTML file that shows a network, opens offline, loads and sends nothing, and runs nothing but its own parts."""

from __future__ import annotations

import html
from collections.abc import Mapping
from string import Template
from typing import Final
from urllib.parse import urlencode

import networkx as nx

from lienket.messages import LANGUAGES
from lienket.view.appearance import SHAPES, STROKES
from lienket.view.contents import drawing, tellings
from lienket.view.network import KINDS, TIES, core
from lienket.view.selfcontained import asset, in_html, packed, policy, template
from lienket.view.texts import texts

LIMIT: Final = 20_000
"""Nodes that a page holds at most: beyond, it holds the most tied ones and says so."""
_PROGRAM: Final = (
    "words.js",
    "network.js",
    "search.js",
    "walk.js",
    "state.js",
    "arrange.js",
    "shown.js",
    "labels.js",
    "picture.js",
    "pointer.js",
    "filters.js",
    "timeline.js",
    "panel.js",
    "save.js",
    "page.js",
)


def page(
    graph: nx.MultiDiGraph[str], *, lang: str = "vi", limit: int = LIMIT, opening: Mapping[str, str] | None = None
) -> str:
    """Return the page of `graph` (of `view.network.network`) in `lang` ("vi" or "en"; any other is English).

    Same graph, same bytes. A graph of more than `limit` nodes is cut to its most tied ones, and the page says so.
    `opening` is what the page shows first, by the names that stand in its address (`since`, `until` as YYYY-MM …).
    """
    lang = lang if lang in LANGUAGES else "en"
    shown = core(graph, limit=limit)
    style, program = asset("page.css"), _program()
    words = texts(lang)
    data = {
        "texts": words,
        "kinds": KINDS,
        "ties": TIES,
        "shapes": {kind: shape.corners for kind, shape in SHAPES.items()},
        "strokes": [STROKES[kind]._asdict() for kind in TIES],
        "drawing": packed(drawing(shown, lang=lang)),
        "tellings": packed(tellings(shown, lang=lang)),
        "opening": urlencode(opening or {}),
    }
    return Template(template("page.html")).substitute(
        {key.replace("-", "_"): html.escape(text) for key, text in words.items()},
        lang=lang,
        policy=html.escape(policy(scripts=(program,), styles=(style,))),
        given=html.escape(_given(shown, lang)),
        style=style,
        program=program,
        data=in_html(data),
    )


def _given(shown: nx.MultiDiGraph[str], lang: str) -> str:
    every, _ = shown.graph.get("of", (len(shown), 0))
    numbers = {"nodes": len(shown), "ties": shown.size(), "all": every}
    key = "shown-all" if len(shown) == every else "shown-core"
    return texts(lang)[key].format_map({name: _number(number, lang) for name, number in numbers.items()})


def _number(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def _program() -> str:
    return '(async () => {\n"use strict";\n' + "\n".join(map(asset, _PROGRAM)) + "})();\n"
