"""The knowledge as GraphML or GEXF, for Gephi, Cytoscape, yEd and networkx: attributes are texts and numbers."""

from __future__ import annotations

import io
from typing import Any, BinaryIO, Final
from xml.etree import ElementTree

import networkx as nx

from lienket.export.rdfxml import xml_text
from lienket.store.local import LocalStore
from lienket.view.network import Evidence, Fact, Words, network

_GEXF: Final = "http://www.gexf.net/1.2draft"


def write_network(store: LocalStore, out: BinaryIO, *, format: str) -> None:  # noqa: A002 -- the name that users know
    """Write the network of what `store` knows to `out`; `format` is "graphml" or "gexf".

    Nodes and edges keep their kind, labels, dates and the first evidence (quote, article, date, url); lists are joined
    by "; ".
    """
    graph = _flat(network(store))
    if format == "graphml":
        nx.write_graphml_xml(graph, out)
    else:
        _write_gexf(graph, out)


def _flat(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, attributes in graph.nodes(data=True):
        flat.add_node(node, **_flat_attributes(attributes))
    for number, (source, target, attributes) in enumerate(graph.edges(data=True)):
        flat.add_edge(source, target, key=str(number), **_flat_attributes(attributes))
    return flat


def _flat_attributes(attributes: dict[str, Any]) -> dict[str, str | int | float]:
    flat: dict[str, str | int | float] = {}
    for key, value in attributes.items():
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
