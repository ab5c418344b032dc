"""A store as an rdflib Dataset: its default graph is what is known, each named graph an article."""

from __future__ import annotations

import rdflib
from oxrdflib import OxigraphStore

from lienket.export.prefixes import known
from lienket.store.local import LocalStore


class _Reading(OxigraphStore):
    """An Oxigraph that is read only: to name a graph in order to look at it changes nothing."""

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Do nothing: rdflib announces every graph that is asked for; one that is not there stays empty."""


def dataset(store: LocalStore) -> rdflib.Dataset:
    """Return `store`, which must stay open, as a Dataset that reads from disk as it is asked and cannot write."""
    # Never a union default graph: it would count facts twice.
    found = rdflib.Dataset(store=_Reading(store=store.graph), default_union=False)
    for prefix, namespace in known(base=store.base).items():
        found.bind(prefix, namespace)
    return found
