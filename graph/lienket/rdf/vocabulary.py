"""The project's vocabularies (`ontology/vocab/*.ttl`): roles, types, functions, statuses, levels."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from lienket import resources
from lienket.errors import ReferenceDataError
from lienket.language.folding import name_key
from lienket.rdf.terms import LK, RDF, SKOS, VOCABULARY


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One concept of a scheme: a role, an event type, a status …"""

    iri: NamedNode
    scheme: str
    notation: str
    vi: str
    en: str
    alternatives: tuple[str, ...]
    """Other Vietnamese wordings and abbreviations, sorted."""
    broader: NamedNode | None
    rank: int | None
    """For roles: lower is higher among the titles of one kind of agency."""


@functools.cache
def quads() -> tuple[Quad, ...]:
    """Return all that the vocabularies say, as quads of the default graph, in the order of the files."""
    files = sorted(resources.ontology("vocab").glob("*.ttl"))
    return tuple(quad for file in files for quad in _read(file))


def concepts(scheme: str) -> Mapping[str, Concept]:
    """Return the concepts of `scheme` ("role", "event-type" …) by notation, in the order of the file.

    A scheme that is in no file is a ReferenceDataError.
    """
    try:
        return _schemes()[scheme]
    except KeyError:
        raise ReferenceDataError("vocabulary-scheme-unknown", scheme=scheme) from None


def find(scheme: str, label: str) -> Concept | None:
    """Return the concept of `scheme` that `label` names in Vietnamese, however written; None where none does."""
    return _by_label(scheme).get(name_key(label))


def concept(scheme: str, notation: str) -> NamedNode:
    """Return the IRI of the concept of `scheme` with that notation; ReferenceDataError where there is none."""
    try:
        return concepts(scheme)[notation].iri
    except KeyError:
        raise ReferenceDataError("vocabulary-concept-unknown", scheme=scheme, concept=notation) from None


def document_type(label: str) -> NamedNode:
    """Return the IRI of the document type that `label` names ("Kế hoạch"); ReferenceDataError where none does."""
    named = find("document-type", label)
    if named is None:
        raise ReferenceDataError("vocabulary-concept-unknown", scheme="document-type", concept=label)
    return named.iri


def role(label: str) -> NamedNode | None:
    """Return the IRI of the role that `label` names ("Phó Trưởng ban", "phó ban"); None for one to be minted."""
    named = find("role", label)
    return named.iri if named else None


@functools.cache
def iris() -> frozenset[str]:
    """Return the IRIs of all concepts and schemes."""
    return frozenset(quad.subject.value for quad in quads() if isinstance(quad.subject, NamedNode))


@functools.cache
def _by_label(scheme: str) -> Mapping[str, Concept]:
    named: dict[str, Concept] = {}
    for each in concepts(scheme).values():
        for label in (each.vi, *each.alternatives):
            named.setdefault(name_key(label), each)
    return MappingProxyType(named)


@functools.cache
def _schemes() -> Mapping[str, Mapping[str, Concept]]:
    said: dict[NamedNode, list[Quad]] = defaultdict(list)
    for quad in quads():
        if isinstance(quad.subject, NamedNode):
            said[quad.subject].append(quad)
    schemes: dict[str, dict[str, Concept]] = defaultdict(dict)
    for iri, about in said.items():
        if any(quad.predicate == RDF.type and quad.object == SKOS.Concept for quad in about):
            described = _concept(iri, about)
            schemes[described.scheme][described.notation] = described
    return MappingProxyType({scheme: MappingProxyType(known) for scheme, known in schemes.items()})


def _read(file: Path) -> list[Quad]:
    try:
        return list(parse(path=file, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise ReferenceDataError("vocabulary-file-broken", file=file.name, detail=error) from error


def _concept(iri: NamedNode, about: Iterable[Quad]) -> Concept:
    objects: dict[NamedNode, list[NamedNode | Literal]] = defaultdict(list)
    for quad in about:
        if isinstance(quad.object, NamedNode | Literal):
            objects[quad.predicate].append(quad.object)
    scheme, _, notation = iri.value.removeprefix(VOCABULARY).partition("/")
    label = {each.language: each.value for each in objects[SKOS.prefLabel] if isinstance(each, Literal)}
    missing = [name for name in ("vi", "en") if name not in label]
    if missing or [each.value for each in objects[SKOS.notation]] != [notation]:
        raise ReferenceDataError("vocabulary-concept-broken", iri=iri.value)
    return Concept(
        iri=iri,
        scheme=scheme,
        notation=notation,
        vi=label["vi"],
        en=label["en"],
        alternatives=tuple(sorted(each.value for each in objects[SKOS.altLabel])),
        broader=next((each for each in objects[SKOS.broader] if isinstance(each, NamedNode)), None),
        rank=next((int(each.value) for each in objects[LK.rank]), None),
    )
