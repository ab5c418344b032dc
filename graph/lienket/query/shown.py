"""All that is known of one thing: what it is, then the answers to the questions about a thing of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.errors import AmbiguousError, UsageError
from lienket.language.folding import name_key
from lienket.query.asking import Reply, ask, hinted, label
from lienket.query.named import Named, Names
from lienket.rdf.evidence import Evidence, Quote
from lienket.rdf.terms import DCT, LK, ORG, SCHEMA, SKOS
from lienket.store.local import LocalStore

_QUESTIONS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "person": (
        ("origin-of", "person"),
        ("roles-of", "person"),
        ("done-to", "who"),
        ("events-of", "who"),
        ("said-by", "person"),
        ("perhaps-also", "person"),
    ),
    "agency": (
        ("successors-of", "agency"),
        ("holders", "agency"),
        ("units-of", "agency"),
        ("events-of", "who"),
        ("documents-by", "agency"),
        ("programmes-of", "agency"),
        ("worked-with", "agency"),
    ),
    "event": (("participants", "event"), ("said-at", "event")),
    "document": (),
    "programme": (),
    "place": (("agencies-in", "place"), ("events-in", "place")),
    "article": (("said-in", "article"), ("events-told-in", "article")),
}
"""For each kind of thing the questions about it, each with the parameter that the thing is."""
_SAID: Final = {
    SKOS.altLabel: "also",
    SCHEMA.honorificPrefix: "honorific",
    ORG.classification: "type",
    LK.eventType: "type",
    DCT.type: "type",
    LK.level: "level",
    LK.jurisdiction: "place",
    SCHEMA.location: "place",
    SCHEMA.containedInPlace: "within",
    ORG.unitOf: "within",
    ORG.subOrganizationOf: "within",
    LK.documentNumber: "number",
    DCT.title: "title",
    DCT.issued: "issued",
    DCT.publisher: "issuer",
    LK.partner: "partner",
    SCHEMA.startDate: "start",
    SCHEMA.endDate: "end",
    LK.validFrom: "start",
    LK.validThrough: "end",
    SCHEMA.headline: "headline",
    SCHEMA.datePublished: "published",
    SCHEMA.publisher: "outlet",
    SCHEMA.url: "url",
}
"""What is told of a thing itself, in this order: property → the name of its line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A thing with all that is known of it."""

    thing: Named
    label: str
    said: Mapping[str, tuple[str, ...]]
    """Name of a line → its texts."""
    replies: tuple[Reply, ...]
    """The answers about it, those without rows left out."""
    quotes: tuple[Quote, ...]
    """The words that name or state it."""
    several: int = 1
    """How many people have the name; nothing says yet that they are one, and all are shown."""


def show(store: LocalStore, text: str, *, lang: str = "vi") -> Shown:
    """Return all that is known of the one thing that `text` names: a person, agency, event, document, place or article.

    Raises UsageError where nothing has such a name, AmbiguousError where several things do.
    """
    found = meant(store, text, lang=lang)
    thing = found[0]
    about = thing.iri if len(found) == 1 else thing.label
    replies = (ask(store, question, {parameter: about}, lang=lang) for question, parameter in _QUESTIONS[thing.kind])
    evidence = Evidence(store.graph).of_fact(thing.iri)
    return Shown(
        thing=thing,
        label=thing.label if thing.kind == "article" else label(store, thing.iri, lang=lang),
        said=_said(store, thing, lang) if len(found) == 1 else {},
        replies=tuple(reply for reply in replies if reply),
        quotes=tuple(evidence),
        several=len(found),
    )


def meant(store: LocalStore, text: str, *, lang: str = "vi") -> list[Named]:
    """Return the one thing that `text` names, or all the people of one name. Raises as `show`."""
    found = Names(store).anything(text)
    if not found:
        raise UsageError("show-no-such", value=text)
    people = {one.kind for one in found} == {"person"} and len({name_key(one.label) for one in found}) == 1
    if len(found) > 1 and not people:
        raise AmbiguousError("show-several", hinted(store, found, lang=lang), value=text, count=len(found))
    return found


def _said(store: LocalStore, thing: Named, lang: str) -> dict[str, tuple[str, ...]]:
    node = ox.NamedNode(thing.iri)
    graph = node if thing.kind == "article" else ox.DefaultGraph()
    said: dict[str, list[str]] = {}
    for named_by, name in _SAID.items():
        for quad in store.graph.quads_for_pattern(node, named_by, None, graph):
            value = quad.object
            if isinstance(value, ox.NamedNode):
                said.setdefault(name, []).append(label(store, value.value, lang=lang))
            elif isinstance(value, ox.Literal):
                said.setdefault(name, []).append(value.value)
    return {name: tuple(sorted(set(texts))) for name, texts in said.items()}
