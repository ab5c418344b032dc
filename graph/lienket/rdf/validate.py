"""Validation: SHACL for what is said (`ontology/shapes.ttl`), and closed lists for what SHACL cannot see.

SHACL is silent about a misspelt property, a concept or reference that leads nowhere, and a quote that is not in the
text; these four are checked here, on each quad as it passes.
"""

from __future__ import annotations

import functools
import itertools
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

import pyshacl
import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize
from rdflib.namespace import SH

from lienket import resources
from lienket.messages import message
from lienket.rdf import vocabulary
from lienket.rdf.terms import LK, NIF, PREFIXES, PROV, RDF, SCHEMA, VOCABULARY, XSD

AT_ONCE: Final = 10_000
"""Quads that SHACL looks at together: fewer cost calls, more cost memory."""
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_OWN: Final = PREFIXES["lk"]
_LEADING_OUT: Final = frozenset(
    (
        *(RDF.type, PROV.wasDerivedFrom, PROV.specializationOf, PROV.wasAttributedTo),
        *(SCHEMA.sameAs, SCHEMA.eventStatus, LK.left, LK.right),
    )
)
"""Properties that may lead to what the graph does not describe itself; evidence has a shape of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong with a graph, in words."""

    where: str
    """IRI of the article whose graph it is in; empty for the knowledge layer."""
    focus: str
    """IRI of the node that is wrong."""
    shape: str
    """Name of the shape it breaks ("Membership-status"), or of the check: "unknown-term", "unknown-concept",
    "broken-reference" or "false-quote"."""
    path: str
    """IRI of the property; empty where the node itself is wrong."""
    value: str
    """The value that is wrong; empty where one is missing."""
    vi: str
    en: str

    def say(self, lang: str) -> str:
        """Return what is wrong in `lang` ("vi" or "en")."""
        return self.vi if lang == "vi" else self.en


@dataclass(frozen=True, slots=True)
class _Terms:
    """The closed list of terms: what `ontology/lienket.ttl` declares."""

    classes: frozenset[str]
    links: frozenset[str]
    """Properties whose values are things."""
    values: frozenset[str]
    """Properties whose values are literals."""
    all: frozenset[str]


def validate(data: Iterable[Quad]) -> list[Fault]:
    """Return all that is wrong with the quads, which may come in any order, sorted; empty when nothing is.

    Holds them all: for a large store use `faults`.
    """
    return sorted(faults(sorted(data, key=lambda quad: (str(quad.graph_name), str(quad.subject)))))


def faults(
    data: Iterable[Quad],
    *,
    spread: Callable[[Callable[[bytes], list[Fault]], Iterable[bytes]], Iterable[list[Fault]]] = map,
    progress: Callable[[int], None] = lambda checked: None,
) -> Iterator[Fault]:
    """Yield what is wrong with the quads, holding AT_ONCE of them or one article's graph, whichever is more.

    The quads of one graph must come together, in the default graph those of one subject, as Oxigraph gives them.
    `spread` checks the chunks (N-Quads) in their order, as `map` does, if need be in several processes, holding a few.
    `progress` is told the number of quads checked after each chunk.
    """
    knowledge = _References()
    sizes: deque[int] = deque()

    def pieces() -> Iterator[bytes]:
        for chunk in _chunks(data):
            if isinstance(chunk[0].graph_name, DefaultGraph):
                knowledge.add(chunk)
            sizes.append(len(chunk))
            yield cast(bytes, serialize(chunk, format=RdfFormat.N_QUADS))

    for found in spread(_faults_of_chunk, pieces()):
        yield from found
        progress(sizes.popleft())
    yield from knowledge.faults()


def _faults_of_chunk(nquads: bytes) -> list[Fault]:
    """Return what is wrong with a chunk by itself."""
    chunk = list(parse(nquads, format=RdfFormat.N_QUADS))
    homes = {quad.subject.value: _name(quad) for quad in chunk if isinstance(quad.subject, NamedNode)}
    found = sorted(_shape_faults(chunk, homes))  # the report has no order
    for quad in chunk:
        found += _term_faults(quad)
    if not isinstance(chunk[0].graph_name, DefaultGraph):
        for _, graph in itertools.groupby(chunk, key=_name):
            found += _article_faults(list(graph))
    return found


def _name(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""


def _chunks(data: Iterable[Quad]) -> Iterator[list[Quad]]:
    """Yield the quads in chunks that part no article's graph and, in the default graph, no subject.

    Graphs that describe one node (a minted role) go apart, for together they would seem to say too much of it.
    """
    chunk: list[Quad] = []
    described: set[NamedNode | BlankNode | Triple] = set()
    for in_default, unit in _units(data):
        subjects = set() if in_default else {quad.subject for quad in unit}
        mixed = bool(chunk) and isinstance(chunk[0].graph_name, DefaultGraph) != in_default
        if chunk and (mixed or len(chunk) + len(unit) > AT_ONCE or not subjects.isdisjoint(described)):
            yield chunk
            chunk, described = [], set()
        chunk += unit
        described |= subjects
    if chunk:
        yield chunk


def _units(data: Iterable[Quad]) -> Iterator[tuple[bool, list[Quad]]]:
    for graph, quads in itertools.groupby(data, key=lambda quad: quad.graph_name):
        if isinstance(graph, DefaultGraph):
            for _, about in itertools.groupby(quads, key=lambda quad: quad.subject):
                yield True, list(about)
        else:
            yield False, list(quads)


def _shape_faults(chunk: Iterable[Quad], homes: dict[str, str]) -> Iterator[Fault]:
    """Yield what SHACL finds. `homes` says which graph describes a node."""
    graph = rdflib.Graph()
    graph.addN((_node(q.subject), _node(q.predicate), _node(q.object), graph) for q in chunk)
    # In place: pySHACL would copy the graph, but nothing here writes to it.
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
    if conforms:
        return
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        said = {words.language: str(words) for words in report.objects(result, SH.resultMessage)}
        focus, shape, path, value = (
            str(report.value(result, term) or "") for term in (SH.focusNode, SH.sourceShape, SH.resultPath, SH.value)
        )
        yield Fault(homes.get(focus, ""), focus, shape.partition("#")[2], path, value, said["vi"], said["en"])


@functools.cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.ontology("shapes.ttl"), format="turtle")


@functools.lru_cache(maxsize=65536)
def _iri(value: str) -> rdflib.URIRef:
    return rdflib.URIRef(value)


def _node(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return _iri(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        if term.datatype == XSD.string:  # for rdflib "a" and "a"^^xsd:string are two, and the shapes have the first
            return rdflib.Literal(term.value)
        return rdflib.Literal(term.value, datatype=_iri(term.datatype.value), normalize=False)
    return rdflib.BNode(str(term))


@functools.cache
def _terms() -> _Terms:
    """Return the closed list. rdf:type belongs to it undeclared."""
    declared: dict[str, set[str]] = {}
    for quad in parse(path=resources.ontology("lienket.ttl"), format=RdfFormat.TURTLE):
        if quad.predicate == RDF.type and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            declared.setdefault(quad.object.value.removeprefix(_OWL), set()).add(quad.subject.value)
    links = declared["ObjectProperty"] | {RDF.type.value}
    values = declared["DatatypeProperty"] | declared["AnnotationProperty"]
    return _Terms(
        frozenset(declared["Class"]),
        frozenset(links),
        frozenset(values),
        frozenset(itertools.chain(links, *declared.values())),
    )


def _term_faults(quad: Quad) -> Iterator[Fault]:
    """Yield the terms and concepts of a quad that do not exist, and a thing where words are wanted or the reverse."""
    terms, predicate = _terms(), quad.predicate.value
    if predicate not in terms.links and predicate not in terms.values:
        yield _fault(quad, "unknown-term", "fault-property-unknown", term=predicate)
    elif predicate in terms.links and isinstance(quad.object, Literal):
        yield _fault(quad, "unknown-term", "fault-thing-wanted", term=predicate)
    elif predicate in terms.values and not isinstance(quad.object, Literal):
        yield _fault(quad, "unknown-term", "fault-words-wanted", term=predicate)
    if quad.predicate == RDF.type and isinstance(quad.object, NamedNode) and quad.object.value not in terms.classes:
        yield _fault(quad, "unknown-term", "fault-class-unknown", term=quad.object.value)
    for node in (quad.subject, quad.object):
        if not isinstance(node, NamedNode):
            continue
        if node.value.startswith(VOCABULARY) and node.value not in vocabulary.iris():
            yield _fault(quad, "unknown-concept", "fault-concept-unknown", term=node.value)
        elif node.value.startswith(_OWN) and node.value not in terms.all and quad.predicate != RDF.type:
            yield _fault(quad, "unknown-term", "fault-term-unknown", term=node.value)


def _fault(quad: Quad, check: str, key: str, **values: str) -> Fault:
    value = quad.object.value if isinstance(quad.object, NamedNode | Literal) else str(quad.object)
    focus = quad.subject.value if isinstance(quad.subject, NamedNode) else str(quad.subject)
    vi, en = (message(key, lang=lang, **values) for lang in ("vi", "en"))
    return Fault(_name(quad), focus, check, quad.predicate.value, value, vi, en)


class _References:
    """What a graph describes and what it refers to, gathered as its quads pass by."""

    def __init__(self) -> None:
        self._described: set[str] = set()
        self._sought: dict[str, Quad] = {}

    def add(self, quads: Iterable[Quad]) -> None:
        """Take note of what the quads describe and refer to; of each thing sought the first quad is kept."""
        for quad in quads:
            if isinstance(quad.subject, NamedNode):
                self._described.add(quad.subject.value)
                self._sought.pop(quad.subject.value, None)
            thing = quad.object
            if not isinstance(thing, NamedNode) or quad.predicate in _LEADING_OUT:
                continue
            if thing.value not in self._described and not thing.value.startswith(VOCABULARY):
                self._sought.setdefault(thing.value, quad)

    def faults(self) -> Iterator[Fault]:
        """Yield the references to things that no quad described."""
        for iri, quad in self._sought.items():
            if iri not in self._described:
                yield _fault(quad, "broken-reference", "fault-reference", term=iri)


def _article_faults(graph: Sequence[Quad]) -> Iterator[Fault]:
    """Yield the references of one article's graph that lead nowhere, and its quotes that are not in its text."""
    references = _References()
    references.add(graph)
    yield from references.faults()
    said = {(quad.subject, quad.predicate): quad.object for quad in graph}
    for quad in graph:
        if quad.predicate == NIF.anchorOf:
            context = said.get((quad.subject, NIF.referenceContext))
            text = said.get((context, NIF.isString)) if isinstance(context, NamedNode) else None
            bounds = [said.get((quad.subject, bound)) for bound in (NIF.beginIndex, NIF.endIndex)]
            if not _verbatim(quad.object, text, bounds):
                yield _fault(quad, "false-quote", "fault-quote")


def _verbatim(quote: object, text: object, bounds: Sequence[object]) -> bool:
    """Tell whether the quote stands in the text at its bounds. Bounds that are no numbers are the shapes' concern."""
    if not isinstance(quote, Literal) or not isinstance(text, Literal):
        return False
    lexical = [bound.value for bound in bounds if isinstance(bound, Literal)]
    if len(lexical) < len(bounds) or not all(each.isdecimal() for each in lexical):
        return True
    begin, end = map(int, lexical)
    return text.value[begin:end] == quote.value
