"""What is taken from one article: read from its graph, the facts below the threshold too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import Final

import pyoxigraph as ox

from lienket.errors import AmbiguousError, UsageError
from lienket.query.asking import label
from lienket.query.named import ARTICLE, Names
from lienket.rdf.sources import cited, text_of
from lienket.rdf.terms import FOAF, LK, NIF, ORG, PROV, RDF, RDFS, SCHEMA
from lienket.store.local import LocalStore
from lienket.view.marked import Fact, Mark, Marked

_NAMED: Final = {FOAF.Person: "person", ORG.Organization: "agency", SCHEMA.AdministrativeArea: "place"}
_FACTS: Final = {
    LK.Origin: "origin",
    ORG.Membership: "office",
    LK.Event: "event",
    LK.Participation: "part",
    LK.OfficialDocument: "document",
    LK.Programme: "programme",
    SCHEMA.Quotation: "said",
}


def explain(store: LocalStore, article: str, *, lang: str = "vi") -> Marked:
    """Return the article that `article` names, by its id or headline, with all that is taken from it.

    Raises UsageError where there is none, AmbiguousError where there are several.
    """
    found = Names(store).find(ARTICLE, article)
    if not found:
        raise UsageError("show-no-such", value=article)
    if len(found) > 1:
        raise AmbiguousError("show-several", found, value=article, count=len(found))
    return _Reading(store, ox.NamedNode(found[0].iri), lang).marked()


class _Reading:
    def __init__(self, store: LocalStore, graph: ox.NamedNode, lang: str) -> None:
        self._store = store
        self._graph = graph
        self._label: Callable[[str], str] = cache(partial(label, store, lang=lang))

    def marked(self) -> Marked:
        """Return the article."""
        source = cited(self._store.graph, self._graph.value)
        return Marked(
            identifier=source.identifier,
            headline=source.headline,
            date=source.date,
            url=source.url,
            text=text_of(self._store.graph, self._graph.value),
            marks=tuple(self._marks()),
            facts=tuple(sorted(self._facts(), key=lambda one: (one.begin, one.end, one.kind, one.told))),
        )

    def _marks(self) -> Iterator[Mark]:
        for of_class, kind in _NAMED.items():
            for thing in self._of_class(of_class):
                name = self._label(thing.value)
                for begin, end in self._spans(thing, LK.mention):
                    yield Mark(
                        begin=begin,
                        end=end,
                        kind=kind,
                        label=name,
                        rule=self._rule(thing),
                        confidence=self._sure(thing),
                    )

    def _facts(self) -> Iterator[Fact]:
        for of_class, kind in _FACTS.items():
            for fact in self._of_class(of_class):
                told = self._told(fact, kind)
                for begin, end in self._spans(fact, PROV.wasDerivedFrom):
                    yield Fact(
                        begin=begin, end=end, kind=kind, told=told, rule=self._rule(fact), confidence=self._sure(fact)
                    )

    def _told(self, fact: ox.NamedNode, kind: str) -> str:
        """Return in a line what a fact says."""
        say = partial(self._say, fact)
        match kind:
            case "office":
                return f"{say(ORG.member)}: {_joined(say(ORG.role), say(ORG.organization))} ({say(LK.status)})"
            case "origin":
                return f"{say(LK.originOf)}: {_joined(say(LK.born), say(LK.home))}"
            case "part":
                return f"{say(LK.participant)}: {say(LK.function)} — {say(LK.event)}"
            case "said":
                return f"{say(SCHEMA.spokenByCharacter)}: {say(SCHEMA.text)}"
            case "event":
                more = _joined(say(LK.eventType), say(SCHEMA.startDate), say(SCHEMA.location))
                return f"{say(RDFS.label)} ({more})"
            case _:
                return say(RDFS.label)

    def _say(self, fact: ox.NamedNode, predicate: ox.NamedNode) -> str:
        for quad in self._store.graph.quads_for_pattern(fact, predicate, None, self._graph):
            if isinstance(quad.object, ox.NamedNode):
                return self._label(quad.object.value)
            if isinstance(quad.object, ox.Literal):
                return quad.object.value
        return "–"

    def _rule(self, thing: ox.NamedNode) -> str:
        return self._say(thing, LK.rule)

    def _sure(self, thing: ox.NamedNode) -> float:
        return float(self._say(thing, LK.confidence))

    def _spans(self, thing: ox.NamedNode, predicate: ox.NamedNode) -> Iterator[tuple[int, int]]:
        for quad in self._store.graph.quads_for_pattern(thing, predicate, None, self._graph):
            if isinstance(quad.object, ox.NamedNode):
                yield int(self._say(quad.object, NIF.beginIndex)), int(self._say(quad.object, NIF.endIndex))

    def _of_class(self, of_class: ox.NamedNode) -> Iterator[ox.NamedNode]:
        for quad in self._store.graph.quads_for_pattern(None, RDF.type, of_class, self._graph):
            if isinstance(quad.subject, ox.NamedNode):
                yield quad.subject


def _joined(*texts: str) -> str:
    return ", ".join(text for text in texts if text != "–") or "–"
