"""Documents, programmes, participations and quotations: one node for each, standing on all that articles say of it.

Of each kind there is the known one that a local fact is, and the statements on a known one, given its local facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, dated, fact, links, settled
from lienket.language.folding import name_key
from lienket.model import PartialDate
from lienket.rdf import iris
from lienket.rdf.literals import TRUE, flag
from lienket.rdf.ntriples import Statement, a, labelled, statement, worded
from lienket.rdf.terms import DCT, ELI, LK, RDFS, SCHEMA


def document(said: Said, node: str) -> str:
    """Return the document: one where type, full number, issuer and day are the same and issuer or day is known."""
    number = said.one(node, LK.documentNumber) or ""
    issuer = said.of(said.linked(node, DCT.publisher)) or ""
    issued = said.one(node, DCT.issued) or ""
    if "/" in number and (issuer or issued):
        return iris.known(said.base, "document", said.one(node, DCT.type) or "", name_key(number), issuer, issued)
    return iris.known(said.base, "document", node)


def document_statements(said: Said, iri: str, members: list[str]) -> Iterator[Statement]:
    """Yield a known document."""
    yield from fact(iri, LK.OfficialDocument, members)
    if any(said.is_a(one, ELI.LegalResource) for one in members):
        yield a(iri, ELI.LegalResource)
    yield labelled(iri, RDFS.label, commonest(said.many(one, RDFS.label) for one in members))
    yield from links(iri, DCT.type, said.many(members[0], DCT.type))
    numbers = [said.many(one, LK.documentNumber) for one in members]
    if any(numbers):
        yield worded(iri, LK.documentNumber, commonest(numbers))
    yield from links(iri, DCT.publisher, [said.of(said.linked(one, DCT.publisher)) for one in members])
    titles = [said.many(one, DCT.title) for one in members]
    if any(titles):
        yield labelled(iri, DCT.title, commonest(titles))
    yield from dated(iri, {DCT.issued: settled(said.date(one, DCT.issued) for one in members)})


def programme(said: Said, node: str) -> str:
    """Return the programme: one where label, partners and beginning are the same and a partner is known."""
    partners = sorted(partners_of(said, [node]))
    label = name_key(said.one(node, RDFS.label) or "")
    if partners:
        return iris.known(said.base, "programme", label, said.one(node, SCHEMA.startDate) or "", *partners)
    return iris.known(said.base, "programme", node)


def partners_of(said: Said, members: Iterable[str]) -> set[str]:
    """Return the known agencies that local programmes name as partners."""
    return {known for one in members for known in said.all_of(said.many(one, LK.partner))}


def programme_statements(said: Said, iri: str, members: list[str]) -> Iterator[Statement]:
    """Yield a known programme."""
    yield from fact(iri, LK.Programme, members)
    yield labelled(iri, RDFS.label, commonest(said.many(one, RDFS.label) for one in members))
    yield from links(iri, LK.partner, partners_of(said, members))
    yield from dated(iri, period(said, members))


def participation(said: Said, node: str) -> str | None:
    """Return the part that a known person or agency has in a known event; None where one of them is not known."""
    event, agent = said.of(said.one(node, LK.event)), said.of(said.one(node, LK.participant))
    if not (event and agent):
        return None
    return iris.known(said.base, "participation", event, agent, said.one(node, LK.function) or "")


def participation_statements(said: Said, iri: str, members: list[str]) -> Iterator[Statement]:
    """Yield a known participation."""
    first = members[0]
    yield from fact(iri, LK.Participation, members)
    yield from links(iri, LK.event, [said.of(said.one(first, LK.event))])
    yield from links(iri, LK.participant, [said.of(said.one(first, LK.participant))])
    yield from links(iri, LK.function, said.many(first, LK.function))
    yield from links(iri, LK.inCapacity, [said.of(said.one(one, LK.inCapacity)) for one in members])


def quotation(said: Said, node: str) -> str | None:
    """Return the quotation: one where one person says the same words; None where the speaker is not known."""
    speaker = said.of(said.one(node, SCHEMA.spokenByCharacter))
    if not speaker:
        return None
    return iris.known(said.base, "quotation", speaker, name_key(said.one(node, SCHEMA.text) or ""))


def quotation_statements(said: Said, iri: str, members: list[str]) -> Iterator[Statement]:
    """Yield a known quotation."""
    yield from fact(iri, SCHEMA.Quotation, members)
    yield labelled(iri, SCHEMA.text, commonest(said.many(one, SCHEMA.text) for one in members))
    yield from links(iri, SCHEMA.spokenByCharacter, [said.of(said.one(members[0], SCHEMA.spokenByCharacter))])
    yield from links(iri, LK.inCapacity, [said.of(said.one(one, LK.inCapacity)) for one in members])
    yield from links(iri, LK.event, [said.of(said.one(one, LK.event)) for one in members])
    direct = any(said.one(one, LK.directSpeech) == TRUE.value for one in members)
    yield statement(iri, LK.directSpeech, flag(direct))


def period(said: Said, members: Iterable[str]) -> dict[NamedNode, PartialDate | None]:
    """Return the begin and the end that local facts agree on, by property."""
    kept = list(members)
    return {
        predicate: settled(said.date(one, predicate) for one in kept)
        for predicate in (SCHEMA.startDate, SCHEMA.endDate)
    }
