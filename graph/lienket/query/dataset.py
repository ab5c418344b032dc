"""A store as an rdflib Dataset: its default graph is what is known, each named graph an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import rdflib
from oxrdflib import OxigraphStore
from rdflib.plugins.sparql.sparql import Query
from rdflib.query import Result
from rdflib.term import Identifier

from lienket.export.prefixes import known
from lienket.query.apart import graphs_apart
from lienket.store.local import LocalStore


class _Reading(OxigraphStore):
    """An Oxigraph that is read only: to name a graph in order to look at it changes nothing."""

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: rdflib announces every graph that is asked for; one that is not there stays empty."""

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],  # noqa: N803 -- rdflib's names
        initBindings: Mapping[str, Identifier],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **kwargs: object,
    ) -> Result:
        """Answer a query as `run` would; with values given for its variables just as it is: a sub-select hides some."""
        if isinstance(query, str) and not initBindings:
            query = graphs_apart(query)
        return super().query(query, initNs, initBindings, queryGraph, **kwargs)


def dataset(store: LocalStore) -> rdflib.Dataset:
    """Return `store`, which must stay open, as a Dataset that reads from disk as it is asked and cannot write."""
    # Never a union default graph: it would count facts twice.
    found = rdflib.Dataset(store=_Reading(store=store.graph), default_union=False)
    for prefix, namespace in known(base=store.base).items():
        found.bind(prefix, namespace)
    return found
