"""What an article without a headline is called."""

from __future__ import annotations

from typing import Final

import pyoxigraph as ox

from lienket.rdf.terms import NIF, SCHEMA

_LONGEST_HEADLINE: Final = 200
"""Code points of a first line that may be a headline."""


def headline(store: ox.Store, article: ox.NamedNode) -> str | None:
    """Return the headline of an article's record, else the first line of its text; None where that is no line."""
    for named_by, cut in ((SCHEMA.headline, None), (NIF.isString, first_line)):
        subject = article if cut is None else None
        for quad in store.quads_for_pattern(subject, named_by, None, article):
            if isinstance(quad.object, ox.Literal):
                return quad.object.value if cut is None else cut(quad.object.value)
    return None


def first_line(text: str) -> str | None:
    """Return the first line of an article's text, by which one without a headline is called; None where it is long."""
    first = text.lstrip().partition("\n")[0].strip()
    return first if 0 < len(first) <= _LONGEST_HEADLINE else None
