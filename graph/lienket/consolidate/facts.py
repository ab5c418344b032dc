"""One node for each fact that we know, standing on all the articles' facts that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from lienket.consolidate.agencies import KnownAgencies
from lienket.consolidate.people import KnownPeople
from lienket.consolidate.places import KnownPlaces
from lienket.consolidate.said import Said
from lienket.consolidate.statements import Statement, commonest, dated, fact, links, settled
from lienket.language.folding import name_key
from lienket.model import PartialDate
from lienket.rdf import iris
from lienket.rdf.literals import TRUE, flag, vietnamese
from lienket.rdf.terms import DCT, ELI, LK, RDF, RDFS, SCHEMA


@dataclass(frozen=True, slots=True)
class Known:
    """What facts are about: the columns of the articles, the base of IRIs, and who is who."""

    said: Said
    base: str
    places: KnownPlaces
    agencies: KnownAgencies
    people: KnownPeople

    def agent(self, node: str | None) -> str | None:
        """Return the known person or agency of a local one; None for one below the threshold."""
        return None if node is None else self.people.of.get(node) or self.agencies.of.get(node)


class Groups:
    """Local facts of one class in groups that tell one known fact each. `of` maps local IRIs to known ones."""

    def __init__(self, known: Known, kind: str) -> None:
        self._known = known
        self._kind = kind
        self.of: dict[str, str] = {}
        self.members: dict[str, list[str]] = {}

    def put(self, node: str, *key: str) -> None:
        """Put a local fact, given in sorted order, among those with this key."""
        known = iris.known(self._known.base, self._kind, *key)
        self.of[node] = known
        self.members.setdefault(known, []).append(node)

    def __iter__(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the known facts in the order of their IRIs, each with its local ones, sorted."""
        yield from sorted(self.members.items())


def documents(known: Known) -> Groups:
    """Return the documents: one where type, full number, issuer and day are the same and issuer or day is known."""
    said, groups = known.said, Groups(known, "document")
    for node in said.things(LK.OfficialDocument):
        number = said.one(node, LK.documentNumber) or ""
        issuer = known.agent(said.linked(node, DCT.publisher)) or ""
        issued = said.one(node, DCT.issued) or ""
        if "/" in number and (issuer or issued):
            groups.put(node, said.one(node, DCT.type) or "", name_key(number), issuer, issued)
        else:
            groups.put(node, node)
    return groups


def document_statements(known: Known, groups: Groups) -> Iterator[Statement]:
    """Yield the known documents."""
    said = known.said
    normative = frozenset(said.things(ELI.LegalResource))
    for iri, members in groups:
        node = NamedNode(iri)
        yield from fact(iri, LK.OfficialDocument, members)
        if not normative.isdisjoint(members):
            yield node, RDF.type, ELI.LegalResource
        yield node, RDFS.label, vietnamese(commonest(said.many(one, RDFS.label) for one in members))
        yield from links(iri, DCT.type, said.many(members[0], DCT.type))
        numbers = [said.many(one, LK.documentNumber) for one in members]
        if any(numbers):
            yield node, LK.documentNumber, Literal(commonest(numbers))
        yield from links(iri, DCT.publisher, [known.agent(said.linked(one, DCT.publisher)) for one in members])
        titles = [said.many(one, DCT.title) for one in members]
        if any(titles):
            yield node, DCT.title, vietnamese(commonest(titles))
        yield from dated(iri, {DCT.issued: settled(said.date(one, DCT.issued) for one in members)})


def programmes(known: Known) -> Groups:
    """Return the programmes: one where label, partners and beginning are the same and a partner is known."""
    said, groups = known.said, Groups(known, "programme")
    for node in said.things(LK.Programme):
        partners = sorted(partners_of(known, [node]))
        label = name_key(said.one(node, RDFS.label) or "")
        if partners:
            groups.put(node, label, said.one(node, SCHEMA.startDate) or "", *partners)
        else:
            groups.put(node, node)
    return groups


def partners_of(known: Known, members: Iterable[str]) -> set[str]:
    """Return the known agencies that local programmes name as partners."""
    named = {partner for one in members for partner in known.said.many(one, LK.partner)}
    return {agency for one in named if (agency := known.agencies.of.get(one))}


def programme_statements(known: Known, groups: Groups) -> Iterator[Statement]:
    """Yield the known programmes."""
    said = known.said
    for iri, members in groups:
        yield from fact(iri, LK.Programme, members)
        label = commonest(said.many(one, RDFS.label) for one in members)
        yield NamedNode(iri), RDFS.label, vietnamese(label)
        yield from links(iri, LK.partner, partners_of(known, members))
        yield from dated(iri, period(said, members))


def events(known: Known) -> Groups:
    """Return the events: for now each article's own."""
    groups = Groups(known, "event")
    for node in known.said.things(LK.Event):
        groups.put(node, node)
    return groups


def event_statements(known: Known, groups: Groups, abouts: Iterable[Groups]) -> Iterator[Statement]:
    """Yield the known events. `abouts` are the things that an event can be about."""
    said = known.said
    subjects = {local: iri for group in abouts for local, iri in group.of.items()}
    for iri, members in groups:
        node = NamedNode(iri)
        yield from fact(iri, LK.Event, members)
        yield node, RDFS.label, vietnamese(commonest(said.many(one, RDFS.label) for one in members))
        yield from links(iri, LK.eventType, said.many(members[0], LK.eventType))
        yield from dated(iri, period(said, members))
        locations = [said.linked(one, SCHEMA.location) for one in members]
        yield from links(iri, SCHEMA.location, [known.places.of[one] for one in locations if one])
        organisers = [one for member in members for one in said.many(member, SCHEMA.organizer)]
        yield from links(iri, SCHEMA.organizer, map(known.agent, organisers))
        about = [one for member in members for one in said.many(member, SCHEMA.about)]
        yield from links(iri, SCHEMA.about, map(subjects.get, about))
        yield from links(iri, SCHEMA.eventStatus, [said.one(one, SCHEMA.eventStatus) for one in members])
        if all(said.one(one, LK.background) for one in members):
            yield node, LK.background, TRUE


def participations(known: Known, happened: Groups) -> Groups:
    """Return the parts that known people and agencies have in known events."""
    said, groups = known.said, Groups(known, "participation")
    for node in said.things(LK.Participation):
        event = happened.of.get(said.one(node, LK.event) or "")
        agent = known.agent(said.one(node, LK.participant))
        if event and agent:
            groups.put(node, event, agent, said.one(node, LK.function) or "")
    return groups


def participation_statements(known: Known, groups: Groups, happened: Groups, held: Groups) -> Iterator[Statement]:
    """Yield the known participations. `held` are the memberships in which people took part."""
    said = known.said
    for iri, members in groups:
        yield from fact(iri, LK.Participation, members)
        yield from links(iri, LK.event, [happened.of[said.one(members[0], LK.event) or ""]])
        yield from links(iri, LK.participant, [known.agent(said.one(members[0], LK.participant))])
        yield from links(iri, LK.function, said.many(members[0], LK.function))
        yield from links(iri, LK.inCapacity, [held.of.get(said.one(one, LK.inCapacity) or "") for one in members])


def quotations(known: Known) -> Groups:
    """Return the quotations: one where one person says the same words."""
    said, groups = known.said, Groups(known, "quotation")
    for node in said.things(SCHEMA.Quotation):
        speaker = known.agent(said.one(node, SCHEMA.spokenByCharacter))
        if speaker:
            groups.put(node, speaker, name_key(said.one(node, SCHEMA.text) or ""))
    return groups


def quotation_statements(known: Known, groups: Groups, happened: Groups, held: Groups) -> Iterator[Statement]:
    """Yield the known quotations."""
    said = known.said
    for iri, members in groups:
        node = NamedNode(iri)
        yield from fact(iri, SCHEMA.Quotation, members)
        yield node, SCHEMA.text, vietnamese(commonest(said.many(one, SCHEMA.text) for one in members))
        yield from links(iri, SCHEMA.spokenByCharacter, [known.agent(said.one(members[0], SCHEMA.spokenByCharacter))])
        yield from links(iri, LK.inCapacity, [held.of.get(said.one(one, LK.inCapacity) or "") for one in members])
        yield from links(iri, LK.event, [happened.of.get(said.one(one, LK.event) or "") for one in members])
        direct = any(said.one(one, LK.directSpeech) == TRUE.value for one in members)
        yield node, LK.directSpeech, flag(direct)


def period(said: Said, members: Iterable[str]) -> dict[NamedNode, PartialDate | None]:
    """Return the begin and the end that local facts agree on, by property."""
    kept = list(members)
    return {
        predicate: settled(said.date(one, predicate) for one in kept)
        for predicate in (SCHEMA.startDate, SCHEMA.endDate)
    }
