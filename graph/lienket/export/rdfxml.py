"""RDF/XML, subject by subject, with the characters that XML 1.0 cannot hold replaced by U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from lienket.errors import UsageError
from lienket.rdf.terms import PREFIXES, XSD

_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*\Z")
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def xml_text(text: str) -> str:
    """Return `text` without the control characters that no XML 1.0 document may hold, each replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def rdfxml(
    content: Iterable[tuple[object, _Term, list[tuple[ox.NamedNode, _Term]]]], prefixes: Mapping[str, str]
) -> Iterator[str]:
    """Yield RDF/XML of blocks (graph, subject, pairs); graphs are dropped."""
    declared = {**prefixes, "rdf": PREFIXES["rdf"]}
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF'
    yield from (f"\n    xmlns:{prefix}={quoteattr(namespace)}" for prefix, namespace in sorted(declared.items()))
    yield ">\n"
    names = {namespace: prefix for prefix, namespace in declared.items()}
    for _, subject, pairs in content:
        yield f"<rdf:Description {_reference(subject, 'rdf:about')}>\n"
        yield from (_property(predicate, value, names) for predicate, value in pairs)
        yield "</rdf:Description>\n"
    yield "</rdf:RDF>\n"


def _property(predicate: ox.NamedNode, value: _Term, names: Mapping[str, str]) -> str:
    start = _NAME.search(predicate.value, max(predicate.value.rfind("#"), predicate.value.rfind("/")) + 1)
    if start is None:
        raise UsageError("export-no-xml-name", name=predicate.value)
    namespace, local = predicate.value[: start.start()], start.group()
    prefix = names.get(namespace)
    tag = f"{prefix}:{local}" if prefix else f"ns:{local}"
    opening = tag if prefix else f"{tag} xmlns:ns={quoteattr(namespace)}"
    if not isinstance(value, ox.Literal):
        return f"    <{opening} {_reference(value, 'rdf:resource')}/>\n"
    if value.language is not None:
        opening += f" xml:lang={quoteattr(value.language)}"
    elif value.datatype != XSD.string:
        opening += f" rdf:datatype={quoteattr(value.datatype.value)}"
    # A carriage return as such would be read back as a line feed.
    return f"    <{opening}>{escape(xml_text(value.value), {chr(13): '&#13;'})}</{tag}>\n"


def _reference(term: _Term, attribute: str) -> str:
    if isinstance(term, ox.NamedNode):
        return f"{attribute}={quoteattr(term.value)}"
    if isinstance(term, ox.BlankNode):
        return f"rdf:nodeID={quoteattr('b' + term.value)}"
    raise UsageError("export-no-rdf11", name=str(term))
