"""What an article's graph says above the threshold, as small records: all that who-is-who and the facts are made of.

Most of a graph is its spans of text. A saying leaves them out and holds one thing: what kind it is and the values of
its properties.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from lienket.model import THRESHOLD
from lienket.rdf.terms import DCT, ELI, FOAF, LK, ORG, RDF, RDFS, SCHEMA, SKOS

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        SCHEMA.NewsArticle.value: "article",
        SCHEMA.AdministrativeArea.value: "place",
        ORG.Organization.value: "agency",
        FOAF.Person.value: "person",
        ORG.Role.value: "role",
        ORG.Membership.value: "membership",
        LK.Origin.value: "origin",
        LK.Event.value: "event",
        LK.Participation.value: "participation",
        LK.OfficialDocument.value: "document",
        LK.Programme.value: "programme",
        SCHEMA.Quotation.value: "quotation",
    }
)
_ALSO: Final = frozenset((ORG.OrganizationalUnit.value, ELI.LegalResource.value))
"""Classes beside the kind that are kept."""
_STATED: Final = frozenset(("article", "role"))
"""Kinds without a confidence: the record, and titles that the vocabulary does not have."""
KEPT: Final[Mapping[NamedNode, str]] = MappingProxyType(
    {
        RDF.type: "type",
        DCT.identifier: "identifier",
        DCT.issued: "issued",
        DCT.publisher: "publisher",
        DCT.title: "title",
        DCT.type: "sort",
        FOAF.name: "name",
        LK.attestedOn: "attestedOn",
        LK.background: "background",
        LK.born: "born",
        LK.directSpeech: "directSpeech",
        LK.documentNumber: "documentNumber",
        LK.event: "event",
        LK.eventType: "eventType",
        LK.function: "function",
        LK.home: "home",
        LK.inCapacity: "inCapacity",
        LK.jurisdiction: "jurisdiction",
        LK.level: "level",
        LK.originOf: "originOf",
        LK.participant: "participant",
        LK.partner: "partner",
        LK.rule: "rule",
        LK.status: "status",
        LK.textSha256: "textSha256",
        LK.validFrom: "validFrom",
        LK.validThrough: "validThrough",
        ORG.classification: "classification",
        ORG.member: "member",
        ORG.organization: "organization",
        ORG.role: "role",
        ORG.subOrganizationOf: "subOrganizationOf",
        ORG.unitOf: "unitOf",
        RDFS.label: "label",
        SCHEMA.about: "about",
        SCHEMA.author: "author",
        SCHEMA.containedInPlace: "containedInPlace",
        SCHEMA.datePublished: "datePublished",
        SCHEMA.endDate: "endDate",
        SCHEMA.eventStatus: "eventStatus",
        SCHEMA.honorificPrefix: "honorificPrefix",
        SCHEMA.location: "location",
        SCHEMA.organizer: "organizer",
        SCHEMA.publisher: "outlet",
        SCHEMA.spokenByCharacter: "spokenByCharacter",
        SCHEMA.startDate: "startDate",
        SCHEMA.text: "text",
        SKOS.altLabel: "altLabel",
        SKOS.prefLabel: "prefLabel",
    }
)
"""The properties that are kept, with what a saying calls each."""

_encode: Final = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` makes an encoder each time."""

Values = dict[str, list[str]]
"""By property, as `KEPT` calls it: the values, IRIs and lexical forms, sorted."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing as one article tells of it."""

    node: str
    """Its IRI in the article's graph; of a minted role, which has one IRI in all graphs, what `local_role` returns."""
    kind: str
    values: Values


def sayings(graph: Iterable[Quad]) -> list[Saying]:
    """Return what the graph of one article says at or above the threshold of confidence, sorted by node."""
    values: dict[NamedNode, Values] = {}
    sure: set[NamedNode] = set()
    article = ""
    for quad in graph:
        subject, predicate = quad.subject, quad.predicate
        assert isinstance(subject, NamedNode)
        kept = KEPT.get(predicate)
        if kept is None:
            if predicate == LK.confidence and float(_text(quad.object)) >= THRESHOLD:
                sure.add(subject)
            continue
        article = article or _text(quad.graph_name)
        values.setdefault(subject, {}).setdefault(kept, []).append(_text(quad.object))
    found: list[Saying] = []
    for node, said in values.items():
        classes = said.pop("type", ())
        kind = next((_KINDS[one] for one in classes if one in _KINDS), None)
        if kind and (node in sure or kind in _STATED):
            if kind != "person":
                said.pop("rule", None)
            also = [one for one in classes if one in _ALSO]
            if also:
                said["type"] = also
            values_of = {name: sorted(set(of)) for name, of in said.items()}
            local = local_role(article, node.value) if kind == "role" else node.value
            found.append(Saying(local, kind, values_of))
    return sorted(found, key=lambda one: one.node)


def local_role(article: str, role: str) -> str:
    """Return what tells a minted role in one article's graph from that in others."""
    return f"{article}#{role}"


def role_of(local: str) -> str:
    """Return the IRI of the role that `local_role` told apart."""
    return local.partition("#")[2]


def _text(term: object) -> str:
    assert isinstance(term, NamedNode | Literal)
    return term.value


def packed(of: Iterable[Saying]) -> str:
    """Return sayings as lines of node, kind and values (JSON), so that one can be read without the others."""
    return "\n".join(f"{one.node} {one.kind} {_encode(one.values)}" for one in of)


def unpacked(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield node, kind and values of each of the sayings that `packed` wrote; the values as JSON."""
    for line in text.split("\n") if text else ():
        node, kind, values = line.split(" ", 2)
        yield node, kind, values


def read_values(texts: Iterable[str]) -> list[Values]:
    """Return the values whose JSON `unpacked` gave, all at once: that is faster than one by one."""
    values: list[Values] = json.loads(f"[{','.join(texts)}]")
    return values
