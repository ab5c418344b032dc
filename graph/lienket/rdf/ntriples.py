"""Statements as lines of N-Triples, without line ends.

The knowledge layer is written so: of each statement an object with three terms would be made only to be printed.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

from lienket.rdf.literals import composed
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


def worded(subject: str, predicate: NamedNode, value: str) -> Statement:
    """Return the statement that the thing of this IRI has a text, without a language."""
    return f"<{subject}> {_WRITTEN[predicate]} {_quoted(value)} ."


def labelled(subject: str, predicate: NamedNode, value: str) -> Statement:
    """Return the statement that the thing of this IRI has a label: composed, and tagged @vi."""
    return f"<{subject}> {_WRITTEN[predicate]} {_quoted(composed(value))}@vi ."


def _quoted(value: str) -> str:
    # A text in which nothing is to be escaped need not be a term first, which takes five times as long.
    plain = value.isprintable() and '"' not in value and "\\" not in value
    return f'"{value}"' if plain else str(Literal(value))


def of_triple(triple: Triple) -> Statement:
    """Return a triple as a statement."""
    return f"{triple} ."
