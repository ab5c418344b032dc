"""Statements as lines of N-Triples, without line ends.

The knowledge layer is written so: of each statement an object with three terms would be made only to be printed.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from lienket.rdf.terms import RDF

Statement: TypeAlias = str
"""A line: subject, predicate, value and the dot."""


class _Written(dict[NamedNode, str]):
    """The text of each predicate and class, written once."""

    def __missing__(self, term: NamedNode) -> str:
        text = self[term] = str(term)
        return text


_WRITTEN: Final = _Written()
_TYPE: Final = str(RDF.type)


def a(subject: str, of_class: NamedNode) -> Statement:
    """Return the statement that the thing of this IRI is of a class."""
    return f"<{subject}> {_TYPE} {_WRITTEN[of_class]} ."


def link(subject: str, predicate: NamedNode, target: str) -> Statement:
    """Return the statement that one thing is linked to another, both by IRI."""
    return f"<{subject}> {_WRITTEN[predicate]} <{target}> ."


def statement(subject: str, predicate: NamedNode, value: NamedNode | Literal) -> Statement:
    """Return the statement that the thing of this IRI has a value."""
    return f"<{subject}> {_WRITTEN[predicate]} {value} ."


def of_triple(triple: Triple) -> Statement:
    """Return a triple as a statement."""
    return f"{triple} ."
