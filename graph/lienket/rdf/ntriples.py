"""Statements as lines of N-Triples, without line ends.

The knowledge layer is written so: of each statement an object with three terms would be made only to be printed.
"""

from __future__ import annotations

from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Triple

Statement: TypeAlias = str
"""A line: subject, predicate, value and the dot."""


class _Written(dict[NamedNode, str]):
    """The text of each predicate, written once."""

    def __missing__(self, predicate: NamedNode) -> str:
        text = self[predicate] = str(predicate)
        return text


_WRITTEN = _Written()


def link(subject: str, predicate: NamedNode, target: str) -> Statement:
    """Return the statement that one thing is linked to another, both by IRI."""
    return f"<{subject}> {_WRITTEN[predicate]} <{target}> ."


def statement(subject: str, predicate: NamedNode, value: NamedNode | Literal) -> Statement:
    """Return the statement that the thing of this IRI has a value."""
    return f"<{subject}> {_WRITTEN[predicate]} {value} ."


def of_triple(triple: Triple) -> Statement:
    """Return a triple as a statement."""
    return f"{triple} ."
