"""What a person needs to judge who is who: the thing of one article that is meant, and the pairs worth judging."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from lienket.errors import AmbiguousError, UsageError
from lienket.query.asking import hinted, label
from lienket.query.named import Names
from lienket.rdf import iris
from lienket.rdf.evidence import Evidence, Quote
from lienket.rdf.terms import FOAF, LK, ORG, PROV, RDF, RDFS, SKOS
from lienket.store.local import LocalStore

_KNOWN: Final = ox.DefaultGraph()
_KINDS: Final = ("person", "agency", "event")
_MEMBERS: Final = {"person": PROV.specializationOf, "agency": PROV.specializationOf, "event": PROV.wasDerivedFrom}
_NAMED_BY: Final = {"person": FOAF.name, "agency": SKOS.prefLabel, "event": RDFS.label}
_QUOTES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a judgement: a thing as one article tells of it, and the known thing that it now is."""

    node: str
    known: str
    name: str
    kind: str


def side(store: LocalStore, text: str, *, lang: str = "vi") -> Side:
    """Return the person, agency or event that `text` means: a name, a code, an IRI, or NAME@ARTICLE.

    Without an article it is the one of the article by which the known thing has its IRI. UsageError where nothing is
    meant, AmbiguousError where several things are.
    """
    if "#" in text and text.startswith(store.base):
        return _of_node(store, text)
    name, sign, article = text.rpartition("@")
    if not sign:
        return _first_of(store, _one(store, text, lang))
    graph = iris.article(store.base, article)
    if next(store.graph.quads_for_pattern(None, None, None, ox.NamedNode(graph)), None) is None:
        raise UsageError("judge-no-article", article=article)
    found = Names(store)
    for kind in _KINDS:
        for one in found.find(kind, name) if _has(found, kind, name) else ():
            nodes = [node for node in _nodes(store, kind, one.iri) if node.startswith(graph + "#")]
            if nodes:
                return _of_node(store, nodes[0])
    raise UsageError("judge-not-in-article", value=name, article=article)


def _has(names: Names, kind: str, name: str) -> bool:
    try:
        return bool(names.find(kind, name))
    except UsageError:
        return False


def _one(store: LocalStore, text: str, lang: str) -> tuple[str, str]:
    """Return IRI and kind of the one thing that `text` names."""
    found = [one for one in Names(store).anything(text) if one.kind in _KINDS]
    if not found:
        raise UsageError("show-no-such", value=text)
    if len(found) > 1:
        raise AmbiguousError("judge-several", hinted(store, found, lang=lang), value=text, count=len(found))
    return found[0].iri, iri_kind(store, found[0].iri)


def iri_kind(store: LocalStore, iri: str) -> str:
    """Return what kind of thing a known IRI is of."""
    return iri.removeprefix(store.base).partition("/")[0]


def _nodes(store: LocalStore, kind: str, iri: str) -> list[str]:
    """Return the local things that a known one is, sorted."""
    node, link = ox.NamedNode(iri), _MEMBERS[kind]
    if kind == "event":
        of = (quad.object for quad in store.graph.quads_for_pattern(node, link, None, _KNOWN))
    else:
        of = (quad.subject for quad in store.graph.quads_for_pattern(None, link, node, _KNOWN))
    return sorted(one.value for one in of if isinstance(one, ox.NamedNode))


def _first_of(store: LocalStore, thing: tuple[str, str]) -> Side:
    iri, kind = thing
    nodes = _nodes(store, kind, iri)
    if not nodes:
        raise UsageError("judge-of-no-article", value=iri)
    first = next((node for node in nodes if iris.known(store.base, kind, node) == iri), nodes[0])
    return _of_node(store, first)


def _of_node(store: LocalStore, node: str) -> Side:
    """Return the side that a local IRI is."""
    kind = node.partition("#")[2].partition("-")[0]
    try:
        thing = ox.NamedNode(node)
    except ValueError:
        raise UsageError("show-no-such", value=node) from None
    if kind not in _KINDS:
        raise UsageError("judge-kind", value=node)
    if kind == "event":
        facts = store.graph.quads_for_pattern(None, PROV.wasDerivedFrom, thing, _KNOWN)
        known: object = next((quad.subject for quad in facts), None)
    else:
        quads = store.graph.quads_for_pattern(thing, PROV.specializationOf, None, _KNOWN)
        known = next((quad.object for quad in quads), None)
    graph = ox.NamedNode(iris.article_of(node))
    names = store.graph.quads_for_pattern(thing, _NAMED_BY[kind], None, graph)
    name = next((quad.object.value for quad in names if isinstance(quad.object, ox.Literal)), "")
    if not isinstance(known, ox.NamedNode):
        raise UsageError("show-no-such", value=node)
    return Side(node=node, known=known.value, name=name, kind=kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A known thing as it is shown to who judges it: what it is called, its offices, words on it, and its articles."""

    iri: str
    name: str
    offices: tuple[str, ...]
    quotes: tuple[Quote, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two known things of which it is open whether they are one; `evidence` are labels of what was weighed."""

    left: Seen
    right: Seen
    evidence: tuple[str, ...]


def review(store: LocalStore, *, limit: int, lang: str = "vi") -> list[Pair]:
    """Return the open pairs, those first of which most hangs on the answer: both are in many articles."""
    found: list[tuple[int, int, str, str, str]] = []
    for row in _rows(store):
        comparison, left, right = row
        sizes = sorted(len(_nodes(store, iri_kind(store, iri), iri)) for iri in (left, right))
        found.append((-sizes[0], -sizes[1], comparison, left, right))
    evidence = Evidence(store.graph)
    pairs: list[Pair] = []
    for _, _, comparison, left, right in sorted(found)[:limit]:
        reasons = store.graph.quads_for_pattern(ox.NamedNode(comparison), LK.reason, None, _KNOWN)
        told = sorted(
            label(store, one.object.value, lang=lang) for one in reasons if isinstance(one.object, ox.NamedNode)
        )
        pairs.append(
            Pair(
                left=_seen(store, evidence, left, lang),
                right=_seen(store, evidence, right, lang),
                evidence=tuple(told),
            )
        )
    return pairs


def _rows(store: LocalStore) -> Iterator[tuple[str, str, str]]:
    for quad in store.graph.quads_for_pattern(None, LK.verdict, ox.Literal("unsure"), _KNOWN):
        comparison = quad.subject
        if ox.Quad(comparison, RDF.type, LK.Comparison, _KNOWN) not in store.graph:
            continue
        ends = [
            each.object.value
            for by in (LK.left, LK.right)
            for each in store.graph.quads_for_pattern(comparison, by, None, _KNOWN)
            if isinstance(each.object, ox.NamedNode)
        ]
        if len(ends) == 2 and isinstance(comparison, ox.NamedNode):
            yield comparison.value, ends[0], ends[1]


def _seen(store: LocalStore, evidence: Evidence, iri: str, lang: str) -> Seen:
    node = ox.NamedNode(iri)
    offices: list[str] = []
    quotes: list[Quote] = []
    for quad in store.graph.quads_for_pattern(None, ORG.member, node, _KNOWN):
        if isinstance(quad.subject, ox.NamedNode):
            offices.append(_office(store, quad.subject, lang))
            quotes += evidence.of_fact(quad.subject.value)[:1]
    quotes = quotes or evidence.of_fact(iri)
    return Seen(
        iri=iri,
        name=label(store, iri, lang=lang),
        offices=tuple(sorted(set(offices))),
        quotes=tuple(sorted(quotes, key=lambda one: (one.source.date or "9999", one.source.iri, one.begin))[:_QUOTES]),
        articles=len({iris.article_of(one) for one in _nodes(store, iri_kind(store, iri), iri)}),
    )


def _office(store: LocalStore, membership: ox.NamedNode, lang: str) -> str:
    told = [
        label(store, quad.object.value, lang=lang)
        for by in (ORG.role, ORG.organization)
        for quad in store.graph.quads_for_pattern(membership, by, None, _KNOWN)
        if isinstance(quad.object, ox.NamedNode)
    ]
    return ", ".join(told)
