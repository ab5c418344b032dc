"""The knowledge as GraphML or GEXF, for Gephi, Cytoscape, yEd and networkx: attributes are texts and numbers."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable
from typing import Any, BinaryIO, Final
from xml.etree import ElementTree

import networkx as nx

from lienket.export.rdfxml import xml_text
from lienket.rdf.literals import read_date
from lienket.store.local import LocalStore
from lienket.view.appearance import SHAPES
from lienket.view.network import Fact, Words, network
from lienket.view.standing import Evidence

_GEXF: Final = "http://www.gexf.net/1.2draft"
_SMALLEST, _STEP = 4.0, 4.0
"""Size of a node without ties, and by how much it grows when its ties double."""


def write_network(store: LocalStore, out: BinaryIO, *, format: str) -> None:  # noqa: A002 -- the name that users know
    """Write the network of what `store` knows to `out`; `format` is "graphml" or "gexf".

    Nodes and edges keep their kind, labels, dates as stated (`since`, `until`: said; `first`, `last`: attested) and the
    first evidence (quote, article, date, url); lists are joined by "; ". GEXF has colours by kind and sizes by the
    number of ties, and for a timeline the first and the last day of all these dates (`start`, `end`).
    """
    full = network(store)
    if format == "graphml":
        nx.write_graphml_xml(_flat(full), out)
    else:
        _write_gexf(_drawn(full), out)


_STATED: Final = {"start": "since", "end": "until"}
"""Dates as stated are not called as the days that GEXF's timeline needs."""


def _drawn(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    """Return the flat graph as Gephi shows it: coloured, sized, and with the days between which its dates lie."""
    flat = _flat(graph)
    for node, attributes in flat.nodes(data=True):
        red, green, blue = bytes.fromhex(SHAPES[attributes["kind"]].colour.removeprefix("#"))
        size = _SMALLEST + _STEP * math.log2(1 + graph.degree(node))
        attributes["viz"] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": round(size, 2)}
        stated = {fact.key: fact.value.vi for fact in graph.nodes[node]["facts"]}
        attributes.update(_days(stated.get(key) for key in ("start", "end", "issued")))
    for (*_, attributes), (*_, told) in zip(flat.edges(data=True), graph.edges(data=True), strict=True):
        attributes.update(_days(told[key] for key in ("start", "first", "last", "end")))
    return flat


def _days(stated: Iterable[str | None]) -> dict[str, str]:
    """Return the first and the last day of dates in their XML Schema form; none where no year is told."""
    dates = [read_date(text) for text in stated if text]
    first = [day for date in dates if (day := date.earliest)]
    last = [day for date in dates if (day := date.latest)]
    return {"start": min(first).isoformat(), "end": max(last).isoformat()} if first and last else {}


def _flat(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(node, **_flat_attributes(attributes))
    for number, (source, target, attributes) in enumerate(graph.edges(data=True)):
        flat.add_edge(source, target, key=str(number), **_flat_attributes(attributes))
    return flat


def _flat_attributes(attributes: dict[str, Any]) -> dict[str, str | int | float]:
    flat: dict[str, str | int | float] = {}
    for name, value in attributes.items():
        key = _STATED.get(name, name)
        if key == "evidence":
            flat.update(_first_evidence(value))
        elif isinstance(value, bool) or not isinstance(value, int | float):
            if text := _text(value):
                flat[key] = text
        else:
            flat[key] = value
    return flat


def _first_evidence(evidence: tuple[Evidence, ...]) -> dict[str, str | int | float]:
    if not evidence:
        return {}
    first = evidence[0]
    told = {"quote": first.quote, "article": first.article, "date": first.date, "url": first.url}
    return {"sources": len(evidence), **{key: xml_text(text) for key, text in told.items() if text}}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Words):
        return xml_text(value.vi)
    if isinstance(value, Fact):
        return f"{value.key}: {_text(value.value)}"
    if isinstance(value, tuple):
        return "; ".join(_text(item) for item in value)
    return xml_text(str(value))


def _write_gexf(graph: nx.MultiDiGraph[str], out: BinaryIO) -> None:
    """Write GEXF without the day of writing that networkx puts into it: the same graph gives the same bytes."""
    raw = io.BytesIO()
    nx.write_gexf(graph, raw)
    ElementTree.register_namespace("", _GEXF)
    tree = ElementTree.fromstring(raw.getvalue())
    for meta in tree.iter(f"{{{_GEXF}}}meta"):
        meta.attrib.pop("lastmodifieddate", None)
    out.write(ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True))
