"""What one article says, as the quads of its named graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from lienket.language.folding import name_key
from lienket.model import (
    THRESHOLD,
    Agency,
    Article,
    ArticleFacts,
    Document,
    Event,
    Evidence,
    Function,
    Membership,
    Origin,
    PartialDate,
    Participation,
    Person,
    Place,
    Programme,
    Quotation,
    Span,
)
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import TRUE, composed, day, flag, number, partial_date, share, vietnamese
from lienket.rdf.terms import DCT, ELI, FOAF, LK, NIF, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD
from lienket.reference import places

_NORMATIVE: Final = frozenset(
    ("Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị định", "Thông tư", "Thông tư liên tịch")
)
"""Types whose every document lays down law; of resolutions and decisions only the number tells ("12/2020/QĐ-UBND")."""


def describe(facts: ArticleFacts, *, base: str) -> list[Quad]:
    """Return the quads of the graph of `facts.article`, whose IRIs begin with `base` (ended by "/" or ":").

    The order of the quads follows the facts; no quad stands twice.
    """
    graph = _Graph(facts.article, base)
    graph.record(facts)
    for place in facts.places:
        graph.place(place)
    for agency in facts.agencies:
        graph.agency(agency)
    holders = {one.person for one in facts.memberships}
    for person in facts.people:
        graph.person(person, official=person.key in holders)
    for origin in facts.origins:
        graph.origin(origin)
    for membership in facts.memberships:
        graph.membership(membership)
    organisers = _organisers(facts.participations)
    documents = {one.key for one in facts.documents}
    for event in facts.events:
        graph.event(event, organisers.get(event.key, ()), about_document=event.about in documents)
    for participation in facts.participations:
        graph.participation(participation)
    for document in facts.documents:
        graph.document(document)
    for programme in facts.programmes:
        graph.programme(programme)
    for quotation in facts.quotations:
        graph.quotation(quotation)
    return graph.quads


def _organisers(participations: Iterable[Participation]) -> dict[str, list[Participation]]:
    found: dict[str, list[Participation]] = {}
    for one in participations:
        if one.function is Function.ORGANISER and one.evidence.confidence >= THRESHOLD:
            found.setdefault(one.event, []).append(one)
    return found


class _Graph:
    """The quads of one article's graph while they are gathered; remembers which nodes and spans it has described."""

    def __init__(self, article: Article, base: str) -> None:
        self.base = base
        self.iri = iris.article(base, article.id)
        self.node = NamedNode(self.iri)
        self.text = article.text
        self.context = NamedNode(iris.span(self.iri, 0, len(article.text)))
        self.quads: list[Quad] = []
        self._locals: dict[tuple[str, str], NamedNode] = {}
        self._spans: dict[Span, NamedNode] = {}
        self._minted: set[NamedNode] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal) -> None:
        self.quads.append(Quad(subject, predicate, value, self.node))

    def local(self, kind: str, key: str) -> NamedNode:
        """Return the node of the thing of this article that has the key `key` among its kind."""
        node = self._locals.get((kind, key))
        if node is None:
            node = self._locals[kind, key] = NamedNode(iris.local(self.iri, kind, key))
        return node

    def record(self, facts: ArticleFacts) -> None:
        """Add the article's record and its text."""
        article, node = facts.article, self.node
        self.add(node, RDF.type, SCHEMA.NewsArticle)
        self.add(node, RDF.type, PROV.Entity)
        self.add(node, DCT.identifier, Literal(iris.article_id(article.id)))
        self.add(node, SCHEMA.inLanguage, Literal("vi"))
        self.add(node, LK.textSha256, Literal(hashlib.sha256(article.text.encode()).hexdigest()))
        if article.title:
            self.add(node, SCHEMA.headline, vietnamese(article.title))
        if article.url:
            self.add(node, SCHEMA.url, Literal(article.url, datatype=XSD.anyURI))
        if article.outlet:
            self._publisher(article.outlet)
        for author in dict.fromkeys(facts.authors):
            self.add(node, SCHEMA.author, self.local("person", author))
        self._dated(node, {SCHEMA.datePublished: facts.published})
        self._text(article)

    def _publisher(self, outlet: str) -> None:
        publisher = self.local("publisher", name_key(outlet))
        self.add(self.node, SCHEMA.publisher, publisher)
        self.add(publisher, RDF.type, SCHEMA.NewsMediaOrganization)
        self.add(publisher, SCHEMA.name, Literal(outlet))

    def _text(self, article: Article) -> None:
        self.add(self.context, RDF.type, NIF.Context)
        self.add(self.context, RDF.type, NIF.RFC5147String)
        self.add(self.context, NIF.isString, Literal(article.text))
        self.add(self.context, NIF.beginIndex, number(0))
        self.add(self.context, NIF.endIndex, number(len(article.text)))
        self.add(self.context, NIF.referenceContext, self.context)
        if article.made_by:
            self.add(self.context, LK.textExtractor, Literal(article.made_by))

    def _span(self, span: Span) -> NamedNode:
        node = self._spans.get(span)
        if node is None:
            node = self._spans[span] = NamedNode(iris.span(self.iri, span.begin, span.end))
            self.add(node, NIF.anchorOf, Literal(span.of(self.text)))
            if node != self.context:  # a fact may stand on the whole text, which is described already
                self.add(node, RDF.type, NIF.RFC5147String)
                self.add(node, NIF.beginIndex, number(span.begin))
                self.add(node, NIF.endIndex, number(span.end))
                self.add(node, NIF.referenceContext, self.context)
        return node

    def _standing(self, node: NamedNode, evidence: Evidence, predicate: NamedNode) -> None:
        """Add what every entity (`lk:mention`) and every fact (`prov:wasDerivedFrom`) carries."""
        for span in dict.fromkeys(evidence.spans):
            self.add(node, predicate, self._span(span))
        self.add(node, LK.confidence, share(evidence.confidence))
        self.add(node, LK.rule, Literal(evidence.rule))

    def _dated(self, node: NamedNode, dates: dict[NamedNode, PartialDate | None]) -> None:
        """Add dates as precise as stated and, where every stated one has its year, the bounds of them all."""
        stated = [(predicate, date) for predicate, date in dates.items() if date]
        for predicate, date in stated:
            self.add(node, predicate, partial_date(date))
        earliest = [date.earliest for _, date in stated if date.earliest]
        latest = [date.latest for _, date in stated if date.latest]
        if stated and len(earliest) == len(stated):
            self.add(node, LK.earliest, day(min(earliest)))
            self.add(node, LK.latest, day(max(latest)))

    def place(self, place: Place) -> None:
        node = self.local("place", place.key)
        self.add(node, RDF.type, SCHEMA.AdministrativeArea)
        self.add(node, RDFS.label, vietnamese(place.name))
        if place.level:
            self.add(node, LK.level, _concept("level", place.level))
        if place.within:
            self.add(node, SCHEMA.containedInPlace, self.local("place", place.within))
        if place.reference:
            self._unit(node, place.reference)
        self._standing(node, place.evidence, LK.mention)

    def _unit(self, node: NamedNode, reference: str) -> None:
        """Add what tells which legal unit it is: its code and, as codes outlive units, its days."""
        unit = places.load().by_id(reference)
        if unit.code:
            self.add(node, DCT.identifier, Literal(unit.code))
        if unit.valid_from:
            self.add(node, LK.validFrom, day(unit.valid_from))
        if unit.valid_through:
            self.add(node, LK.validThrough, day(unit.valid_through))

    def agency(self, agency: Agency) -> None:
        node = self.local("agency", agency.key)
        self.add(node, RDF.type, ORG.Organization)
        self.add(node, RDF.type, ORG.OrganizationalUnit if agency.unit else ORG.FormalOrganization)
        self.add(node, SKOS.prefLabel, vietnamese(agency.name))
        for other in dict.fromkeys(map(composed, agency.alternatives)):
            if other != composed(agency.name):
                self.add(node, SKOS.altLabel, vietnamese(other))
        if agency.type:
            self.add(node, ORG.classification, _concept("agency-type", agency.type))
        if agency.level:
            self.add(node, LK.level, _concept("level", agency.level))
        if agency.jurisdiction:
            self.add(node, LK.jurisdiction, self.local("place", agency.jurisdiction))
        if agency.parent:
            self.add(node, ORG.unitOf if agency.unit else ORG.subOrganizationOf, self.local("agency", agency.parent))
        self._standing(node, agency.evidence, LK.mention)

    def person(self, person: Person, *, official: bool) -> None:
        node = self.local("person", person.key)
        self.add(node, RDF.type, FOAF.Person)
        if official:
            self.add(node, RDF.type, LK.Official)
        self.add(node, FOAF.name, Literal(composed(person.name)))
        for other in dict.fromkeys(map(composed, person.alternatives)):
            if other != composed(person.name):
                self.add(node, SKOS.altLabel, Literal(other))
        for honorific in dict.fromkeys(map(composed, person.honorifics)):
            self.add(node, SCHEMA.honorificPrefix, Literal(honorific))
        self._standing(node, person.evidence, LK.mention)

    def origin(self, origin: Origin) -> None:
        node = self.local("origin", origin.key)
        self.add(node, RDF.type, LK.Origin)
        self.add(node, LK.originOf, self.local("person", origin.person))
        self._dated(node, {LK.born: origin.born})
        if origin.home:
            self.add(node, LK.home, self.local("place", origin.home))
        self._standing(node, origin.evidence, PROV.wasDerivedFrom)

    def membership(self, membership: Membership) -> None:
        node = self.local("membership", membership.key)
        self.add(node, RDF.type, ORG.Membership)
        self.add(node, ORG.member, self.local("person", membership.person))
        if membership.agency:
            self.add(node, ORG.organization, self.local("agency", membership.agency))
        self.add(node, ORG.role, self._role(membership.role))
        self.add(node, LK.status, _concept("status", membership.status))
        self._dated(
            node,
            {
                LK.attestedOn: membership.attested_on,
                SCHEMA.startDate: membership.start,
                SCHEMA.endDate: membership.end,
            },
        )
        self._standing(node, membership.evidence, PROV.wasDerivedFrom)

    def _role(self, label: str) -> NamedNode:
        """Return the vocabulary's role, or one minted for a title it does not have, which then is described here."""
        node = vocabulary.role(label)
        if node is not None:
            return node
        minted = NamedNode(iris.known(self.base, "role", name_key(label)))
        if minted not in self._minted:
            self._minted.add(minted)
            self.add(minted, RDF.type, ORG.Role)
            self.add(minted, RDF.type, SKOS.Concept)
            self.add(minted, SKOS.prefLabel, vietnamese(label))
        return minted

    def event(self, event: Event, organisers: Iterable[Participation], *, about_document: bool) -> None:
        node = self.local("event", event.key)
        self.add(node, RDF.type, LK.Event)
        self.add(node, RDFS.label, vietnamese(event.label))
        self.add(node, LK.eventType, _concept("event-type", event.type))
        self._dated(node, {SCHEMA.startDate: event.start, SCHEMA.endDate: event.end})
        if event.place:
            self.add(node, SCHEMA.location, self.local("place", event.place))
        for who in dict.fromkeys(self._participant(one) for one in organisers):
            self.add(node, SCHEMA.organizer, who)
        if event.about:
            self.add(node, SCHEMA.about, self.local("document" if about_document else "programme", event.about))
        if event.planned:
            self.add(node, SCHEMA.eventStatus, SCHEMA.EventScheduled)
        if event.background:
            self.add(node, LK.background, TRUE)
        self._standing(node, event.evidence, PROV.wasDerivedFrom)

    def _participant(self, one: Participation) -> NamedNode:
        return self.local("person", one.person) if one.person else self.local("agency", one.agency or "")

    def participation(self, one: Participation) -> None:
        node = self.local("participation", one.key)
        self.add(node, RDF.type, LK.Participation)
        self.add(node, LK.event, self.local("event", one.event))
        self.add(node, LK.participant, self._participant(one))
        self.add(node, LK.function, _concept("function", one.function))
        if one.capacity:
            self.add(node, LK.inCapacity, self.local("membership", one.capacity))
        self._standing(node, one.evidence, PROV.wasDerivedFrom)

    def document(self, document: Document) -> None:
        node = self.local("document", document.key)
        self.add(node, RDF.type, LK.OfficialDocument)
        if _is_normative(document):
            self.add(node, RDF.type, ELI.LegalResource)
        self.add(node, RDFS.label, vietnamese(_label(document)))
        self.add(node, DCT.type, _document_type(document.type))
        if document.number:
            self.add(node, LK.documentNumber, Literal(document.number))
        if document.issuer:
            self.add(node, DCT.publisher, self.local("agency", document.issuer))
        if document.title:
            self.add(node, DCT.title, vietnamese(document.title))
        self._dated(node, {DCT.issued: document.issued})
        self._standing(node, document.evidence, PROV.wasDerivedFrom)

    def programme(self, programme: Programme) -> None:
        node = self.local("programme", programme.key)
        self.add(node, RDF.type, LK.Programme)
        self.add(node, RDFS.label, vietnamese(programme.label))
        for partner in dict.fromkeys(programme.partners):
            self.add(node, LK.partner, self.local("agency", partner))
        self._dated(node, {SCHEMA.startDate: programme.start, SCHEMA.endDate: programme.end})
        self._standing(node, programme.evidence, PROV.wasDerivedFrom)

    def quotation(self, quotation: Quotation) -> None:
        node = self.local("quotation", quotation.key)
        self.add(node, RDF.type, SCHEMA.Quotation)
        self.add(node, SCHEMA.text, vietnamese(quotation.text))
        self.add(node, SCHEMA.spokenByCharacter, self.local("person", quotation.speaker))
        if quotation.capacity:
            self.add(node, LK.inCapacity, self.local("membership", quotation.capacity))
        if quotation.event:
            self.add(node, LK.event, self.local("event", quotation.event))
        self.add(node, LK.directSpeech, flag(quotation.direct))
        self._standing(node, quotation.evidence, PROV.wasDerivedFrom)


def _concept(scheme: str, notation: str) -> NamedNode:
    """Return the concept of a scheme; KeyError for a notation it does not have, a fault of the extractor."""
    return vocabulary.concepts(scheme)[notation].iri


def _document_type(label: str) -> NamedNode:
    concept = vocabulary.find("document-type", label)
    if concept is None:
        raise KeyError(label)
    return concept.iri


def _is_normative(document: Document) -> bool:
    """Tell whether it lays down law: its type says so, or a year inside its number ("12/2020/QĐ-UBND") does."""
    parts = (document.number or "").split("/")
    dated = len(parts) > 2 and len(parts[1]) == 4 and parts[1].isdecimal()
    return document.type in _NORMATIVE or dated


def _label(document: Document) -> str:
    """Return the short name by which a document goes: type and number, else type and day, else its title."""
    if document.number:
        return f"{document.type} số {document.number}"
    if document.issued and document.issued.day:
        date = document.issued
        year = f"/{date.year}" if date.year else ""
        return f"{document.type} ngày {date.day}/{date.month}{year}"
    return document.title or document.type
