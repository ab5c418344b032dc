"""What the articles of a store say, as columns: for a property, the values by subject.

A subject is a local IRI, and only those are given that stand at or above the confidence threshold. A column is read by
one query when it is first asked for: reading costs as much as there are values, and most of a graph (its spans of
text) is never read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple, Variable

from lienket.model import THRESHOLD, PartialDate
from lienket.rdf.literals import read_date
from lienket.rdf.terms import LK, RDF, SCHEMA

_COLUMN: Final = "SELECT ?subject ?property ?value WHERE { GRAPH ?article { ?subject ?property ?value } }"
_MEMBERS: Final = "SELECT ?subject ?property ?value WHERE { GRAPH ?article { ?subject ?property ?value } }"
_UNDATED: Final = "9999"


class Said:
    """The columns of a store's article graphs. Everything it gives is sorted: the order of arrival leaves no trace."""

    def __init__(self, graph: Store) -> None:
        self._graph = graph
        self._columns: dict[NamedNode, dict[str, tuple[str, ...]]] = {}
        self._words: dict[str, str] = {}
        stated = self._rows(_COLUMN, {"property": LK.confidence})
        self._sure = frozenset(self._word(node) for node, confidence in stated if float(confidence) >= THRESHOLD)

    def things(self, of_class: NamedNode) -> list[str]:
        """Return the local IRIs of the things of a class, sorted."""
        rows = self._rows(_MEMBERS, {"property": RDF.type, "value": of_class})
        return sorted({self._word(node) for node, _ in rows} & self._sure)

    def sure(self, node: str) -> bool:
        """Tell whether the thing stands at or above the threshold."""
        return node in self._sure

    def many(self, node: str, predicate: NamedNode) -> Sequence[str]:
        """Return the values, sorted: IRIs and lexical forms."""
        return self._column(predicate).get(node, ())

    def one(self, node: str, predicate: NamedNode) -> str | None:
        """Return the value of a property that has one at most; the first where there are more."""
        values = self.many(node, predicate)
        return values[0] if values else None

    def linked(self, node: str, predicate: NamedNode) -> str | None:
        """Return the local thing that a property leads to, if it stands above the threshold."""
        value = self.one(node, predicate)
        return value if value in self._sure else None

    def date(self, node: str, predicate: NamedNode) -> PartialDate | None:
        """Return the date that a property states."""
        value = self.one(node, predicate)
        return None if value is None else read_date(value)

    def seniority(self, node: str) -> tuple[str, str, str]:
        """Return what members of one person or event are ordered by: date published, article, local IRI."""
        article = article_of(node)
        published = self.one(article, SCHEMA.datePublished) or _UNDATED
        return (_UNDATED if published.startswith("-") else published, article, node)

    def text_of(self, node: str) -> str:
        """Return the hash of the text that tells of a thing: the same for copies under several ids."""
        return self.one(article_of(node), LK.textSha256) or article_of(node)

    def _column(self, predicate: NamedNode) -> Mapping[str, tuple[str, ...]]:
        column = self._columns.get(predicate)
        if column is None:
            column = {}
            for node, value in self._rows(_COLUMN, {"property": predicate}):
                others = column.get(node, ())
                if value not in others:
                    column[self._word(node)] = tuple(sorted((*others, self._word(value))))
            self._columns[predicate] = column
        return column

    def _rows(self, query: str, given: Mapping[str, NamedNode]) -> Iterator[tuple[str, str]]:
        substitutions: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
            Variable(name): value for name, value in given.items()
        }
        found = cast(QuerySolutions, self._graph.query(query, substitutions=substitutions))
        for row in found:
            yield cast(NamedNode, row[0]).value, cast(NamedNode | Literal, row[2]).value

    def _word(self, word: str) -> str:
        """Return the one copy of a word: an IRI stands in many columns."""
        return self._words.setdefault(word, word)


def article_of(node: str) -> str:
    """Return the IRI of the article that a local IRI belongs to."""
    return node.partition("#")[0]
