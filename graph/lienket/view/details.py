"""What is known of nodes and of the facts that tie them, in words."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

import pyoxigraph as ox

from lienket import resources
from lienket.rdf.terms import DCT, LK, ORG, RDFS, SCHEMA, SKOS
from lienket.view.reading import Term, known, of_class

_KNOWN: Final = ox.DefaultGraph()
_KEYS: Final[Mapping[ox.NamedNode, str]] = {
    SKOS.altLabel: "also",
    SCHEMA.honorificPrefix: "honorific",
    ORG.classification: "type",
    LK.eventType: "type",
    DCT.type: "type",
    LK.level: "level",
    LK.jurisdiction: "jurisdiction",
    SCHEMA.location: "place",
    LK.documentNumber: "number",
    DCT.title: "title",
    DCT.issued: "issued",
    SCHEMA.startDate: "start",
    SCHEMA.endDate: "end",
    LK.firstAttested: "first",
    LK.lastAttested: "last",
    ORG.role: "role",
    LK.status: "status",
    LK.function: "function",
}
_CHANGES: Final = (LK.Rename, LK.Merger, LK.Split, LK.Transfer, LK.Abolition)


class Words(NamedTuple):
    """One label in both languages; a name reads the same in each."""

    vi: str
    en: str


Details = Mapping[str, Mapping[str, tuple[Words, ...]]]
"""By thing and by what it tells ("type", "start", "role" …), what it is in words, sorted."""


def details_of(graph: ox.Store, of: Collection[str]) -> Details:
    """Return what is known of the things and facts in `of`."""
    words = Labels(graph)
    found: dict[str, dict[str, set[Words]]] = defaultdict(lambda: defaultdict(set))
    for by, table in known(graph, *_KEYS, of=of).items():
        for subject in table.keys() & of:
            found[subject][_KEYS[by]].update(words.of_all(table[subject]))
    capacities = known(graph, LK.inCapacity, of=of)[LK.inCapacity]
    held = {fact: [one.value for one in capacities[fact]] for fact in capacities.keys() & of}
    roles = known(graph, ORG.role, of={one for offices in held.values() for one in offices})[ORG.role]
    for fact, offices in held.items():
        found[fact]["capacity"].update(word for one in offices for word in words.of_all(roles.get(one, ())))
    for change, kind in _changes(graph):
        if change in of:
            found[change]["change"].add(kind)
    return {
        subject: {key: tuple(sorted(values)) for key, values in by_key.items() if values}
        for subject, by_key in found.items()
    }


class Labels:
    """What values are called: a literal is its own words, a thing its labels."""

    def __init__(self, graph: ox.Store) -> None:
        self._graph = graph
        self._of = functools.cache(self._read)

    def of_all(self, values: Iterable[Term]) -> Iterator[Words]:
        """Yield the words of each value that has any."""
        for value in values:
            words = Words(value.value, value.value) if isinstance(value, ox.Literal) else self._of(value)
            if words:
                yield words

    def _read(self, thing: ox.NamedNode) -> Words | None:
        labels = [
            quad.object
            for by in (SKOS.prefLabel, RDFS.label)
            for quad in self._graph.quads_for_pattern(thing, by, None, _KNOWN)
            if isinstance(quad.object, ox.Literal)
        ]
        return _both(labels)


def _both(labels: Iterable[ox.Literal]) -> Words | None:
    """Return labels as words; what one language lacks the other has. None where there are none."""
    by_language: dict[str, str] = {}
    for label in sorted(labels, key=lambda one: one.value):
        by_language.setdefault(label.language or "vi", label.value)
    if not by_language:
        return None
    first = next(by_language[lang] for lang in ("vi", "en", *by_language) if lang in by_language)
    return Words(by_language.get("vi", first), by_language.get("en", first))


def _changes(graph: ox.Store) -> Iterator[tuple[str, Words]]:
    """Yield changes of agencies and what each is."""
    for kind in _CHANGES:
        for change in of_class(graph, kind):
            yield change, _class_labels()[kind]


@functools.cache
def _class_labels() -> Mapping[ox.NamedNode, Words]:
    """Return what the ontology calls the kinds of changes."""
    labels: dict[ox.NamedNode, list[ox.Literal]] = {kind: [] for kind in _CHANGES}
    for quad in ox.parse(path=resources.ontology("lienket.ttl"), format=ox.RdfFormat.TURTLE):
        if quad.predicate == RDFS.label and quad.subject in labels and isinstance(quad.object, ox.Literal):
            labels[quad.subject].append(quad.object)
    return {kind: words for kind, of in labels.items() if (words := _both(of))}
