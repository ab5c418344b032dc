"""The titles that the role vocabulary of the ontology names: its labels are the titles' usual words."""

from __future__ import annotations

import functools
from typing import Final

import pyoxigraph

from lienket import resources
from lienket.reference.titles import Title

_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_LABELS: Final = {f"{_SKOS}prefLabel": True, f"{_SKOS}altLabel": False}


_GENERIC: Final = frozenset({"Chức vụ"})
"""Concepts that group roles and are no one's title; two offices joined by a dash are read as two."""


@functools.cache
def role_titles() -> tuple[Title, ...]:
    """Return a title for each Vietnamese label of `ontology/vocab/roles.ttl`, preferred labels before others."""
    preferred: dict[str, str] = {}
    others: list[tuple[str, str]] = []
    path = resources.ontology("vocab/roles.ttl")
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
        label = quad.object
        if not isinstance(label, pyoxigraph.Literal) or label.language != "vi":
            continue
        main = _LABELS.get(quad.predicate.value)
        if main:
            preferred[quad.subject.value] = label.value
        elif main is False:
            others.append((quad.subject.value, label.value))
    named = [Title(form=label, role=label) for label in preferred.values()]
    named += [Title(form=form, role=preferred[subject]) for subject, form in others]
    return tuple(title for title in named if title.role not in _GENERIC and " - " not in title.role)
