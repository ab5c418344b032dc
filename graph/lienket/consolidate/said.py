"""What articles say, for asking: of a thing the values of a property, and which known thing it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from pyoxigraph import NamedNode

from lienket.model import PartialDate
from lienket.rdf import iris
from lienket.rdf.literals import read_date
from lienket.rdf.sayings import KEPT, Values
from lienket.rdf.terms import LK, SCHEMA

UNDATED: Final = "9999"
_NAMES: Final = dict(KEPT)
"""It is asked millions of times, and a dictionary answers faster than the view of one."""


class Sayings(Protocol):
    """Who is asked: the memory of all articles, or one article alone."""

    def said(self, node: str) -> Values | None:
        """Return what its article says of a thing; None where it stands below the threshold or is none."""

    def things(self, article: str) -> Mapping[str, Sequence[str]]:
        """Return the nodes of all that an article tells of by kind, sorted."""

    def of(self, node: str) -> str | None:
        """Return the known thing that a local one is."""


class Said:
    """What articles say above the threshold, by local IRI. All that it gives is sorted: order leaves no trace."""

    def __init__(self, sayings: Sayings, base: str) -> None:
        self.base = base
        self.things = sayings.things
        self._said = sayings.said
        self._of = sayings.of

    def sure(self, node: str) -> bool:
        """Tell whether the thing stands at or above the threshold."""
        return self._said(node) is not None

    def many(self, node: str, predicate: NamedNode) -> Sequence[str]:
        """Return the values, sorted: IRIs and lexical forms."""
        values = self._said(node)
        return values.get(_NAMES[predicate], ()) if values else ()

    def one(self, node: str, predicate: NamedNode) -> str | None:
        """Return the value of a property that has one at most; the first where there are more."""
        values = self._said(node)
        found = values.get(_NAMES[predicate]) if values else None
        return found[0] if found else None

    def is_a(self, node: str, also: NamedNode) -> bool:
        """Tell whether a thing is of a class beside that of its kind."""
        values = self._said(node)
        return bool(values) and also.value in values.get("type", ())  # type: ignore[union-attr]

    def linked(self, node: str, predicate: NamedNode) -> str | None:
        """Return the local thing that a property leads to, if it stands above the threshold."""
        value = self.one(node, predicate)
        return value if value and self.sure(value) else None

    def of(self, node: str | None) -> str | None:
        """Return the known thing that a local one is; None for one below the threshold."""
        return None if node is None else self._of(node)

    def all_of(self, nodes: Iterable[str]) -> list[str]:
        """Return the known things that local ones are."""
        return [known for node in nodes if (known := self._of(node))]

    def share(self, node: str, counted: Iterable[NamedNode], *linked: str | None) -> str:
        """Return what stands for the values of the `counted` properties and for known things that are `linked`."""
        values = self._said(node) or {}
        return iris.h(*[one or "" for one in linked], *[repr(values.get(_NAMES[one])) for one in counted])

    def date(self, node: str, predicate: NamedNode) -> PartialDate | None:
        """Return the date that a property states."""
        value = self.one(node, predicate)
        return None if value is None else read_date(value)

    def seniority(self, node: str) -> tuple[str, str, str]:
        """Return what members of one person or event are ordered by: date published, article, local IRI."""
        article = iris.article_of(node)
        published = self.one(article, SCHEMA.datePublished) or UNDATED
        return (UNDATED if published.startswith("-") else published, article, node)

    def text_of(self, node: str) -> str:
        """Return the hash of the text that tells of a thing: the same for copies under several ids."""
        return self.one(iris.article_of(node), LK.textSha256) or iris.article_of(node)
