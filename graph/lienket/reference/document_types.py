"""The kinds of official document, from the vocabulary of the ontology."""

from __future__ import annotations

import functools
from typing import Final

import pyoxigraph

from lienket import resources
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"


@functools.cache
def document_types() -> Trie[str]:
    """Return the preferred Vietnamese label of each kind of document, over the token keys of all its labels."""
    labels: dict[str, str] = {}
    forms: list[tuple[str, str]] = []
    path = resources.ontology("vocab/document-types.ttl")
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        label = quad.object
        if isinstance(label, pyoxigraph.Literal) and label.language == "vi" and "Scheme" not in str(quad.subject):
            if quad.predicate.value == f"{_SKOS}prefLabel":
                labels[str(quad.subject)] = label.value
            if quad.predicate.value in {f"{_SKOS}prefLabel", f"{_SKOS}altLabel"}:
                forms.append((label.value, str(quad.subject)))
    return Trie((tokenise(form).keys, labels[subject]) for form, subject in forms if labels[subject] not in _SCHEME)


_SCHEME: Final = frozenset({"Loại văn bản"})
"""The label of the vocabulary itself."""
