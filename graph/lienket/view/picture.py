"""A small picture of a network for notebooks: pyvis, made to work offline and with texts that nobody checked.

pyvis as it comes links two CDNs even where everything is in line, and takes headings and titles for HTML. Its data and
its vis-network stay; the page around them is ours, with a policy that lets nothing in or out.
"""

from __future__ import annotations

import html
import json
import textwrap
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any, Final

import networkx as nx
from pyvis.network import Network

from lienket.view.appearance import SHAPES, visible
from lienket.view.contents import when
from lienket.view.layout import positions
from lienket.view.network import Words, core
from lienket.view.selfcontained import asset, in_html, library, policy, template
from lienket.view.texts import texts

_OPTIONS: Final[Mapping[str, Mapping[str, object]]] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3},
    "edges": {"smooth": False, "hoverWidth": 1, "selectionWidth": 1.5},
    "interaction": {"hover": True, "hideEdgesOnDrag": False, "selectConnectedEdges": False, "zoomSpeed": 0.6},
}
MOST: Final = 300
"""Nodes of a picture unless more are asked for: beyond, it is no longer read but admired."""
_LABELS: Final = {
    "font": {"size": 15, "strokeWidth": 4, "strokeColor": "#fbfbf9"},
    "scaling": {"label": {"enabled": False, "drawThreshold": 3}},
}
"""vis-network draws no label that would be smaller than 5 pixels, which hides all of a picture of some size."""
_LONGEST, _WIDEST = 60, 22
"""Characters of a label, and of a line of it."""
_SPREAD: Final = 2.4
"""How much further apart than on the page, where labels give way to each other, nodes stand."""
_TOLD: Final = 4
"""Ties of one line that its title tells."""


class Picture(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that is shown as one safe page: in a notebook, or written to a file.

    Nodes, edges and options can be added and changed as pyvis documents them; titles are shown as plain text.
    """

    def generate_html(self, name: str = "index.html", local: bool = True, notebook: bool = False) -> str:
        """Return the page; the arguments are pyvis's, and without effect."""
        del name, local, notebook
        nodes, edges, heading, height, width, options = self.get_network_data()
        style, program = asset("sketch.css"), asset("sketch.js")
        return Template(template("sketch.html")).substitute(
            policy=html.escape(policy(scripts=(library(), program), styles=(style,))),
            heading=html.escape(str(heading or "")),
            style=style,
            library=library(),
            program=program,
            data=in_html(
                {"nodes": nodes, "edges": edges, "options": json.loads(options), "height": height, "width": width}
            ),
        )

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the page to the file `name`, in UTF-8; the other arguments are pyvis's, and without effect."""
        del local, notebook, open_browser
        Path(name).write_text(self.generate_html(), encoding="utf-8", newline="\n")

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the page in a frame of its own, which cannot reach the notebook."""
        page = html.escape(self.generate_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts" style="width: 100%; height: 620px; border: 0"></iframe>'
        )


def picture(graph: nx.MultiDiGraph[str], *, max_nodes: int = MOST, lang: str = "vi") -> Picture:
    """Return the picture of a graph of `view.network.network`, of its `max_nodes` most tied nodes.

    It stands still where Python has put it. Titles, shown under the pointer, say what a node or a line is, since when,
    and in which words of which article.
    """
    shown = core(graph, limit=max_nodes)
    drawn = Picture(directed=True, width="100%", height="600px")
    places = positions(shown)
    for node, told in shown.nodes(data=True):
        shape = SHAPES[told["kind"]]
        x, y = places[node]
        about = {"title": _about(told, lang), "color": shape.colour, "size": _size(shown, node)}
        name = textwrap.fill(textwrap.shorten(visible(told["label"]), _LONGEST, placeholder=" …"), _WIDEST)
        drawn.add_node(node, name, shape.vis, x=_SPREAD * x, y=_SPREAD * y, **about)
    numbers = {node: i for i, node in enumerate(shown)}
    names = list(shown)
    ties = [{"from": numbers[one], "to": numbers[other], **told} for one, other, told in shown.edges(data=True)]
    for (first, second), bundle in _bundles(ties).items():
        title = "\n\n".join(_said(ties[i], lang) for i in bundle[:_TOLD])
        drawn.add_edge(names[first], names[second], title=title, arrows="")
    drawn.options = {**_OPTIONS, "nodes": {**_OPTIONS["nodes"], **_LABELS}}
    return drawn


def _size(graph: nx.MultiDiGraph[str], node: str) -> float:
    """Return how large a node is drawn, in vis-network's pixels: larger with the number of its neighbours."""
    across: float = min(7.5 + 2.2 * len(set(nx.all_neighbors(graph, node))) ** 0.5, 24.0)
    return round(across * SHAPES[graph.nodes[node]["kind"]].scale, 1)


def _bundles(ties: Sequence[Mapping[str, Any]]) -> dict[tuple[int, int], list[int]]:
    """Return the indices of the ties between each two nodes: they share one line."""
    found: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i, tie in enumerate(ties):
        if tie["from"] != tie["to"]:
            found[min(tie["from"], tie["to"]), max(tie["from"], tie["to"])].append(i)
    return found


def _about(node: Mapping[str, Any], lang: str) -> str:
    kind = texts(lang)[f"kind-{node['kind']}"]
    return " · ".join(text for text in (visible(node["label"]), _word(node["type"], lang) or kind) if text)


def _said(tie: Mapping[str, Any], lang: str) -> str:
    """Return what a tie is, when, and the first sentence that says so."""
    what = _word(tie["label"], lang) or texts(lang)[f"tie-{tie['kind']}"]
    head = " · ".join(text for text in (what, when(tie, lang)) if text)
    quotes = [f"“{visible(one.quote)}” ({visible(one.headline or one.article)})" for one in tie["evidence"][:1]]
    return "\n".join([head, *quotes])


def _word(words: Words | None, lang: str) -> str:
    return "" if words is None else visible(words.vi if lang == "vi" else words.en)
