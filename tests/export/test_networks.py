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
