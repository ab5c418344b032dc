"""The terms of the graph as constants, one class a namespace; `ontology/lienket.ttl` is their source.

A misspelt term is an AttributeError here and an error of the type checker before that. The prefixes are those which
queries know and Turtle is written with.
"""

# ruff: noqa: N815 -- the names are those of the terms

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from pyoxigraph import NamedNode

VOCABULARY: Final = "https://w3id.org/lienket/vocab/"
"""What the IRI of every concept and scheme begins with: VOCABULARY + scheme + "/" + notation."""
BASE: Final = "https://w3id.org/lienket/id/"
"""What instances' IRIs begin with unless the user says otherwise."""
PREFIXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "lk": "https://w3id.org/lienket/ontology#",
        "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        "org": "http://www.w3.org/ns/org#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)


def _in(prefix: str) -> Callable[[str], NamedNode]:
    return lambda name: NamedNode(PREFIXES[prefix] + name)


_dct, _eli, _foaf, _lk, _nif, _org = (_in(prefix) for prefix in ("dct", "eli", "foaf", "lk", "nif", "org"))
_prov, _rdf, _rdfs, _schema, _skos, _xsd = (_in(prefix) for prefix in ("prov", "rdf", "rdfs", "schema", "skos", "xsd"))


class LK:
    """The project's own terms, all of them."""

    Abolition: Final = _lk("Abolition")
    Comparison: Final = _lk("Comparison")
    Cooperation: Final = _lk("Cooperation")
    Event: Final = _lk("Event")
    Judgement: Final = _lk("Judgement")
    Known: Final = _lk("Known")
    Merger: Final = _lk("Merger")
    Official: Final = _lk("Official")
    OfficialDocument: Final = _lk("OfficialDocument")
    Origin: Final = _lk("Origin")
    Participation: Final = _lk("Participation")
    Programme: Final = _lk("Programme")
    Rename: Final = _lk("Rename")
    Split: Final = _lk("Split")
    Transfer: Final = _lk("Transfer")

    attestedOn: Final = _lk("attestedOn")
    background: Final = _lk("background")
    born: Final = _lk("born")
    confidence: Final = _lk("confidence")
    cooperatedWith: Final = _lk("cooperatedWith")
    count: Final = _lk("count")
    directSpeech: Final = _lk("directSpeech")
    documentNumber: Final = _lk("documentNumber")
    earliest: Final = _lk("earliest")
    event: Final = _lk("event")
    eventType: Final = _lk("eventType")
    firstAttested: Final = _lk("firstAttested")
    function: Final = _lk("function")
    home: Final = _lk("home")
    inCapacity: Final = _lk("inCapacity")
    joinedBy: Final = _lk("joinedBy")
    jurisdiction: Final = _lk("jurisdiction")
    lastAttested: Final = _lk("lastAttested")
    latest: Final = _lk("latest")
    left: Final = _lk("left")
    legalBasis: Final = _lk("legalBasis")
    level: Final = _lk("level")
    mention: Final = _lk("mention")
    originOf: Final = _lk("originOf")
    participant: Final = _lk("participant")
    partner: Final = _lk("partner")
    post: Final = _lk("post")
    rank: Final = _lk("rank")
    reason: Final = _lk("reason")
    right: Final = _lk("right")
    rule: Final = _lk("rule")
    status: Final = _lk("status")
    textExtractor: Final = _lk("textExtractor")
    textSha256: Final = _lk("textSha256")
    validFrom: Final = _lk("validFrom")
    validThrough: Final = _lk("validThrough")
    verdict: Final = _lk("verdict")


class DCT:
    """Dublin Core terms."""

    identifier: Final = _dct("identifier")
    isReplacedBy: Final = _dct("isReplacedBy")
    issued: Final = _dct("issued")
    publisher: Final = _dct("publisher")
    title: Final = _dct("title")
    type: Final = _dct("type")


class ELI:
    """European Legislation Identifier."""

    LegalResource: Final = _eli("LegalResource")


class FOAF:
    """Friend of a Friend."""

    Document: Final = _foaf("Document")
    Person: Final = _foaf("Person")
    name: Final = _foaf("name")


class NIF:
    """NLP Interchange Format 2.0 core: stretches of text."""

    Context: Final = _nif("Context")
    RFC5147String: Final = _nif("RFC5147String")
    anchorOf: Final = _nif("anchorOf")
    beginIndex: Final = _nif("beginIndex")
    endIndex: Final = _nif("endIndex")
    isString: Final = _nif("isString")
    referenceContext: Final = _nif("referenceContext")


class ORG:
    """The W3C Organization Ontology."""

    ChangeEvent: Final = _org("ChangeEvent")
    FormalOrganization: Final = _org("FormalOrganization")
    Membership: Final = _org("Membership")
    Organization: Final = _org("Organization")
    OrganizationalUnit: Final = _org("OrganizationalUnit")
    Post: Final = _org("Post")
    Role: Final = _org("Role")
    changedBy: Final = _org("changedBy")
    classification: Final = _org("classification")
    member: Final = _org("member")
    organization: Final = _org("organization")
    originalOrganization: Final = _org("originalOrganization")
    postIn: Final = _org("postIn")
    resultedFrom: Final = _org("resultedFrom")
    resultingOrganization: Final = _org("resultingOrganization")
    role: Final = _org("role")
    subOrganizationOf: Final = _org("subOrganizationOf")
    unitOf: Final = _org("unitOf")


class PROV:
    """PROV-O: where things come from."""

    Agent: Final = _prov("Agent")
    Entity: Final = _prov("Entity")
    Plan: Final = _prov("Plan")
    generatedAtTime: Final = _prov("generatedAtTime")
    specializationOf: Final = _prov("specializationOf")
    startedAtTime: Final = _prov("startedAtTime")
    wasAttributedTo: Final = _prov("wasAttributedTo")
    wasDerivedFrom: Final = _prov("wasDerivedFrom")


class RDF:
    """RDF itself."""

    langString: Final = _rdf("langString")
    type: Final = _rdf("type")


class RDFS:
    """RDF Schema."""

    comment: Final = _rdfs("comment")
    label: Final = _rdfs("label")


class SCHEMA:
    """Schema.org, with https."""

    AdministrativeArea: Final = _schema("AdministrativeArea")
    Event: Final = _schema("Event")
    EventPostponed: Final = _schema("EventPostponed")
    EventScheduled: Final = _schema("EventScheduled")
    NewsArticle: Final = _schema("NewsArticle")
    NewsMediaOrganization: Final = _schema("NewsMediaOrganization")
    Quotation: Final = _schema("Quotation")
    about: Final = _schema("about")
    author: Final = _schema("author")
    containedInPlace: Final = _schema("containedInPlace")
    datePublished: Final = _schema("datePublished")
    endDate: Final = _schema("endDate")
    eventStatus: Final = _schema("eventStatus")
    headline: Final = _schema("headline")
    honorificPrefix: Final = _schema("honorificPrefix")
    inLanguage: Final = _schema("inLanguage")
    location: Final = _schema("location")
    name: Final = _schema("name")
    organizer: Final = _schema("organizer")
    publisher: Final = _schema("publisher")
    sameAs: Final = _schema("sameAs")
    spokenByCharacter: Final = _schema("spokenByCharacter")
    startDate: Final = _schema("startDate")
    text: Final = _schema("text")
    url: Final = _schema("url")


class SKOS:
    """Simple Knowledge Organization System."""

    Concept: Final = _skos("Concept")
    ConceptScheme: Final = _skos("ConceptScheme")
    altLabel: Final = _skos("altLabel")
    broader: Final = _skos("broader")
    definition: Final = _skos("definition")
    inScheme: Final = _skos("inScheme")
    notation: Final = _skos("notation")
    prefLabel: Final = _skos("prefLabel")


class XSD:
    """The datatypes of the graph's literals."""

    anyURI: Final = _xsd("anyURI")
    boolean: Final = _xsd("boolean")
    date: Final = _xsd("date")
    dateTime: Final = _xsd("dateTime")
    decimal: Final = _xsd("decimal")
    gMonth: Final = _xsd("gMonth")
    gMonthDay: Final = _xsd("gMonthDay")
    gYear: Final = _xsd("gYear")
    gYearMonth: Final = _xsd("gYearMonth")
    integer: Final = _xsd("integer")
    nonNegativeInteger: Final = _xsd("nonNegativeInteger")
    string: Final = _xsd("string")
