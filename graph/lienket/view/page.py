"""One HTML file that shows a network, opens offline, loads and sends nothing, and runs nothing but its own parts."""

from __future__ import annotations

import html
from string import Template
from typing import Final

import networkx as nx

from lienket.messages import LANGUAGES
from lienket.view.contents import contents, core
from lienket.view.selfcontained import asset, in_html, library, policy, template
from lienket.view.texts import texts

LIMIT: Final = 1500
"""Nodes that a page shows at most: beyond, it shows the most tied ones and says so."""
_PROGRAM: Final = ("words.js", "labels.js", "picture.js", "panel.js")


def page(graph: nx.MultiDiGraph[str], *, lang: str = "vi", limit: int = LIMIT) -> str:
    """Return the page of `graph` (of `view.network.network`) in `lang` ("vi" or "en"; any other is English).

    Same graph, same bytes. A graph of more than `limit` nodes is cut to its most tied ones, and the page says so.
    """
    lang = lang if lang in LANGUAGES else "en"
    shown = core(graph, limit=limit)
    style, vis_network, program = asset("page.css"), library(), _program()
    words = texts(lang)
    return Template(template("page.html")).substitute(
        {key.replace("-", "_"): html.escape(text) for key, text in words.items()},
        lang=lang,
        policy=html.escape(policy(scripts=(vis_network, program), styles=(style,))),
        shown=html.escape(_shown(shown, graph, lang)),
        style=style,
        library=vis_network,
        program=program,
        data=in_html(contents(shown, lang=lang)),
    )


def _shown(shown: nx.MultiDiGraph[str], graph: nx.MultiDiGraph[str], lang: str) -> str:
    numbers = {"nodes": len(shown), "ties": shown.size(), "all": len(graph), "all_ties": graph.size()}
    key = "shown-all" if len(shown) == len(graph) else "shown-core"
    return texts(lang)[key].format_map({name: _number(number, lang) for name, number in numbers.items()})


def _number(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def _program() -> str:
    return '(() => {\n"use strict";\n' + "\n".join(map(asset, _PROGRAM)) + "})();\n"
