"""What is known of articles whose facts are given, without an extractor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from pyoxigraph import NamedNode, RdfFormat, parse, serialize

from lienket.consolidate import settling
from lienket.consolidate.judgements import Judged
from lienket.consolidate.knowledge import Arrival, Revision
from lienket.consolidate.memory import Memory
from lienket.model import ArticleFacts
from lienket.rdf import iris, vocabulary
from lienket.rdf.describe import describe
from lienket.rdf.sayings import packed, sayings
from lienket.rdf.terms import BASE, PROV, RDF


def arrival(facts: ArticleFacts) -> Arrival:
    """Return an article as it comes to be consolidated."""
    iri, told = iris.article(BASE, facts.article.id), sayings(describe(facts, base=BASE))
    return Arrival(iri, "", packed(told), settling.packed(BASE, iri, told))


class Knowledge:
    """What is known of some articles, for asking."""

    def __init__(self, articles: Iterable[ArticleFacts], judgements: Iterable[dict[str, Any]] = ()) -> None:
        with Memory(None) as memory:
            revision = Revision(memory, BASE, Judged(judgements))
            revision.make((), map(arrival, articles))
            known = "\n".join(revision.statements())
        self.quads = [*vocabulary.quads(), *parse(known, format=RdfFormat.N_TRIPLES)]

    def lines(self) -> list[bytes]:
        """Return the layer as sorted N-Quads."""
        return sorted(cast(bytes, serialize(self.quads, format=RdfFormat.N_QUADS)).splitlines())

    def objects(self, subject: str, predicate: NamedNode) -> list[str]:
        """Return the values of a property, sorted."""
        node = NamedNode(subject)
        return sorted(quad.object.value for quad in self.quads if (quad.subject, quad.predicate) == (node, predicate))

    def one(self, subject: str, predicate: NamedNode) -> str:
        """Return the one value of a property."""
        (value,) = self.objects(subject, predicate)
        return value

    def of_class(self, kind: NamedNode) -> list[str]:
        """Return the instances (not the vocabularies' concepts) of a class, sorted."""
        found = [quad.subject.value for quad in self.quads if (quad.predicate, quad.object) == (RDF.type, kind)]
        return sorted(one for one in found if one.startswith(BASE))

    def who(self, article: str, kind: str, key: str) -> str:
        """Return the known thing that a local one is."""
        return self.one(iris.local(iris.article(BASE, article), kind, key), PROV.specializationOf)
