"""Network files for other programs."""

from __future__ import annotations

import io
from collections.abc import Callable

import networkx as nx
import pytest

from lienket.export import export
from lienket.store.local import LocalStore

READERS: dict[str, Callable[..., nx.Graph[str]]] = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def _export(store: LocalStore, format_: str) -> bytes:
    out = io.BytesIO()
    export(store, out, format=format_)
    return out.getvalue()


@pytest.mark.parametrize("format_", READERS)
def test_networkx_opens_it(store: LocalStore, format_: str) -> None:
    graph = READERS[format_](io.BytesIO(_export(store, format_)))
    kinds = sorted({attributes["kind"] for _, attributes in graph.nodes(data=True)})
    assert kinds == ["agency", "document", "event", "person"]
    ties = [attributes for _, _, attributes in graph.edges(data=True) if attributes["kind"] == "role"]
    assert ties
    assert all(tie["quote"].startswith("Ông Nguyễn Văn Thí Dụ") for tie in ties)


@pytest.mark.parametrize("format_", READERS)
def test_same_content_same_bytes(store: LocalStore, other_order: LocalStore, format_: str) -> None:
    assert _export(store, format_) == _export(other_order, format_)
    assert b"lastmodified" not in _export(store, format_)


def test_gephi_gets_a_colour_a_kind_and_the_days_of_its_timeline(store: LocalStore) -> None:
    graph = nx.read_gexf(io.BytesIO(_export(store, "gexf")))
    colours = {
        (attributes["kind"], tuple(attributes["viz"]["color"].values())) for _, attributes in graph.nodes(data=True)
    }
    assert len(colours) == len({kind for kind, _ in colours}) == len({colour for _, colour in colours})
    events = [attributes for _, attributes in graph.nodes(data=True) if attributes["kind"] == "event"]
    assert {(event["start"], event["end"]) for event in events} == {("2017-08-01", "2017-08-31")}
    roles = [attributes for *_, attributes in graph.edges(data=True) if attributes["kind"] == "role"]
    assert {(role["start"], role["end"], role["first"]) for role in roles} == {
        ("2017-08-04", "2017-08-04", "2017-08-04")
    }
