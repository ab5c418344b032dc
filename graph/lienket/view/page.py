"""One HTML file that shows a network, opens offline, loads and sends nothing, and runs nothing but its own parts."""

from __future__ import annotations

import base64
import hashlib
import html
import importlib.resources
import json
from importlib.resources.abc import Traversable
from string import Template
from typing import Final

import networkx as nx

from lienket.errors import ReferenceDataError
from lienket.messages import LANGUAGES
from lienket.view.contents import contents, core
from lienket.view.texts import texts

LIMIT: Final = 1500
"""Nodes that a page shows at most: beyond, it shows the most tied ones and says so."""
_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
_PROGRAM: Final = ("words.js", "labels.js", "picture.js", "panel.js")
# In JSON inside HTML these could end the block or, in old JavaScript, the line.
_ESCAPES: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def page(graph: nx.MultiDiGraph[str], *, lang: str = "vi", limit: int = LIMIT) -> str:
    """Return the page of `graph` (of `view.network.network`) in `lang` ("vi" or "en"; any other is English).

    Same graph, same bytes. A graph of more than `limit` nodes is cut to its most tied ones, and the page says so.
    """
    lang = lang if lang in LANGUAGES else "en"
    shown = core(graph, limit=limit)
    style, library, program = _asset("page.css"), _library(), _program()
    words = texts(lang)
    return Template(_template()).substitute(
        {key.replace("-", "_"): html.escape(text) for key, text in words.items()},
        lang=lang,
        policy=html.escape(_policy(scripts=(library, program), styles=(style,))),
        shown=html.escape(_shown(shown, graph, lang)),
        style=style,
        library=library,
        program=program,
        data=in_html(contents(shown, lang=lang)),
    )


def in_html(value: object) -> str:
    """Return `value` as JSON that cannot leave the `<script type="application/json">` it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def _shown(shown: nx.MultiDiGraph[str], graph: nx.MultiDiGraph[str], lang: str) -> str:
    numbers = {"nodes": len(shown), "ties": shown.size(), "all": len(graph), "all_ties": graph.size()}
    key = "shown-all" if len(shown) == len(graph) else "shown-core"
    return texts(lang)[key].format_map({name: _number(number, lang) for name, number in numbers.items()})


def _number(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "." if lang == "vi" else ",")


def _policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Return the Content-Security-Policy under which exactly these scripts and styles run and no request leaves."""
    allowed = {
        "default-src": ("'none'",),
        "script-src": tuple(map(_source, scripts)),
        "style-src": tuple(map(_source, styles)),
        "img-src": ("data:",),
        "connect-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in allowed.items())


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def _program() -> str:
    return '(() => {\n"use strict";\n' + "\n".join(map(_asset, _PROGRAM)) + "})();\n"


def _library() -> str:
    """Return vis-network as pyvis ships it, licence first, without the address of its source map."""
    source = importlib.resources.files("pyvis").joinpath(*_LIBRARY.split("/"))
    if not source.is_file():
        raise ReferenceDataError("page-library", file=_LIBRARY)
    return _read(source).partition("//# sourceMappingURL")[0]


def _asset(name: str) -> str:
    return _read(importlib.resources.files(__package__).joinpath("assets", name))


def _template() -> str:
    return _read(importlib.resources.files(__package__).joinpath("templates", "page.html"))


def _read(source: Traversable) -> str:
    """Return the text of a file; line ends are those that a browser sees, so that the hashes of the policy hold."""
    return source.read_text(encoding="utf-8")
