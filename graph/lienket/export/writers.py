"""Write triples and quads, subject by subject, in a stable order: the same graph gives the same bytes.

Our own writers, because pyoxigraph's keep no order of prefixes and rdflib's hold the whole graph in memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import BinaryIO, Final, NamedTuple

import pyoxigraph as ox

from lienket.errors import UsageError
from lienket.export.context import JsonNames
from lienket.export.prefixes import shortener
from lienket.export.rdfxml import rdfxml
from lienket.rdf.terms import FOAF, PREFIXES, RDF, RDFS, SCHEMA, SKOS, XSD

Subject = ox.NamedNode | ox.BlankNode | ox.Triple
Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Pair = tuple[ox.NamedNode, Object]
Render = Callable[[Object], str]


class Block(NamedTuple):
    """All that one graph (None: the default graph) says of one subject, in the order of `ordered`."""

    graph: ox.NamedNode | ox.BlankNode | None
    subject: Subject
    pairs: list[Pair]


_FIRST: Final = {
    term.value: f" {rank}"
    for rank, term in enumerate((RDF.type, SKOS.prefLabel, FOAF.name, RDFS.label, SCHEMA.name, SCHEMA.headline))
}


def ordered(pairs: Iterable[Pair]) -> list[Pair]:
    """Return `pairs` once each: the type and the names first, then by the predicate's IRI, then by the object."""
    return sorted(set(pairs), key=lambda pair: (_FIRST.get(pair[0].value, pair[0].value), str(pair[1])))


def subject_order(subject: Subject) -> str:
    """Return what subjects are sorted by: the IRI, so that an article comes before its parts (`<article>#…`)."""
    return str(subject) if isinstance(subject, ox.Triple) else subject.value


def blocks(triples: Iterable[ox.Triple]) -> Iterator[Block]:
    """Yield the blocks of `triples` by subject."""
    by_subject: dict[Subject, list[Pair]] = {}
    for triple in triples:
        by_subject.setdefault(triple.subject, []).append((triple.predicate, triple.object))
    for subject in sorted(by_subject, key=subject_order):
        yield Block(None, subject, ordered(by_subject[subject]))


def write(
    content: Iterable[Block],
    out: BinaryIO,
    *,
    format: str,  # noqa: A002 -- the name that users know
    prefixes: Mapping[str, str] = PREFIXES,
) -> None:
    """Write `content` to `out` as `format`, one of `TRIPLE_FORMATS` (which drop the graphs) or `QUAD_FORMATS`."""
    for text in _WRITERS[format](content, prefixes):
        out.write(text.encode("utf-8"))


def _turtle(content: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    yield from _declarations(prefixes)
    render = _renderer(prefixes)
    for block in content:
        yield "\n" + _block(block, render, indent="")


def _trig(content: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    yield from _declarations(prefixes)
    render = _renderer(prefixes)
    for graph, members in groupby(content, key=attrgetter("graph")):
        if graph is None:
            yield from ("\n" + _block(block, render, indent="") for block in members)
            continue
        yield f"\n{render(graph)} {{\n"
        yield from (_block(block, render, indent="    ") for block in members)
        yield "}\n"


def _declarations(prefixes: Mapping[str, str]) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in prefixes.items())


def _block(block: Block, render: Render, *, indent: str) -> str:
    lines = []
    for predicate, group in groupby(block.pairs, key=lambda pair: pair[0]):
        verb = "a" if predicate == RDF.type else render(predicate)
        lines.append(f"{verb} {', '.join(render(value) for _, value in group)}")
    return f"{indent}{render(block.subject)} " + f" ;\n{indent}    ".join(lines) + " .\n"


def _renderer(prefixes: Mapping[str, str]) -> Render:
    """Return the function from a term to Turtle; terms that come again and again (not texts) are rendered once."""
    short, seen = shortener(prefixes), dict[str, str]()

    def name(iri: ox.NamedNode) -> str:
        if (text := seen.get(iri.value)) is None:
            text = seen[iri.value] = short(iri.value) or str(iri)
        return text

    def render(term: Object) -> str:
        if isinstance(term, ox.NamedNode):
            return name(term)
        if isinstance(term, ox.Literal) and term.language is None and term.datatype != XSD.string:
            if term.datatype == XSD.integer and term.value.isascii() and term.value.isdigit():
                return term.value
            return f"{ox.Literal(term.value)}^^{name(term.datatype)}"
        return str(term)

    return render


def _lines(content: Iterable[Block], *, graphs: bool) -> Iterator[str]:
    for block in content:
        end = f" {block.graph} .\n" if graphs and block.graph is not None else " .\n"
        yield "".join(sorted(f"{block.subject} {predicate} {value}{end}" for predicate, value in block.pairs))


def _jsonld(content: Iterable[Block], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield JSON-LD 1.1: one node a line, with the names of the context file, literals in their given form.

    The context stands in the document, so that whoever reads it need not fetch anything.
    """
    names = JsonNames(prefixes)
    yield '{"@context": ' + json.dumps(names.context, ensure_ascii=False) + ',\n"@graph": ['
    for count, block in enumerate(content):
        node: dict[str, object] = {"@id": _json_name(block.subject, names)}
        for predicate, group in groupby(block.pairs, key=lambda pair: pair[0]):
            values = [value for _, value in group]
            if predicate == RDF.type:
                node["@type"] = [names.term(value.value) or _json_name(value, names) for value in map(_named, values)]
                continue
            links = predicate.value in names.links
            name = names.term(predicate.value) or names.short(predicate.value)
            node[name] = [_json_value(value, names, link=links) for value in values]
        yield (",\n" if count else "\n") + json.dumps(node, ensure_ascii=False)
    yield "\n]}\n"


def _named(term: Object) -> ox.NamedNode | ox.BlankNode:
    if isinstance(term, ox.NamedNode | ox.BlankNode):
        return term
    raise UsageError("export-no-rdf11", name=str(term))


def _json_name(term: Object, names: JsonNames) -> str:
    named = _named(term)
    return names.short(named.value) if isinstance(named, ox.NamedNode) else str(named)


def _json_value(term: Object, names: JsonNames, *, link: bool) -> object:
    if not isinstance(term, ox.Literal):
        name = _json_name(term, names)
        return name if link else {"@id": name}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    if term.datatype == XSD.string:
        return {"@value": term.value} if link else term.value
    return {"@value": term.value, "@type": names.short(term.datatype.value)}


_WRITERS: Final[Mapping[str, Callable[[Iterable[Block], Mapping[str, str]], Iterator[str]]]] = {
    "turtle": _turtle,
    "ntriples": lambda content, _: _lines(content, graphs=False),
    "jsonld": _jsonld,
    "rdfxml": rdfxml,
    "trig": _trig,
    "nquads": lambda content, _: _lines(content, graphs=True),
}
TRIPLE_FORMATS: Final = ("turtle", "ntriples", "jsonld", "rdfxml")
QUAD_FORMATS: Final = ("trig", "nquads")
