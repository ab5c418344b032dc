"""Documents, programmes, participations, quotations, origins: one node for each, on all that articles say of it.

Of each kind there is the known one that a local fact is, and the statements on a known one, given its local facts.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, dated, fact, linked, links, settled
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


def document_statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known document."""
    numbers = [said.many(one, LK.documentNumber) for one in members]
    titles = [said.many(one, DCT.title) for one in members]
    return [
        *fact(iri, LK.OfficialDocument, members),
        *([a(iri, ELI.LegalResource)] if any(said.is_a(one, ELI.LegalResource) for one in members) else []),
        labelled(iri, RDFS.label, commonest(said.many(one, RDFS.label) for one in members)),
        *links(iri, DCT.type, said.many(members[0], DCT.type)),
        *([worded(iri, LK.documentNumber, commonest(numbers))] if any(numbers) else []),
        *links(iri, DCT.publisher, [said.of(said.linked(one, DCT.publisher)) for one in members]),
        *([labelled(iri, DCT.title, commonest(titles))] if any(titles) else []),
        *dated(iri, {DCT.issued: settled(said.date(one, DCT.issued) for one in members)}),
    ]


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


def programme_statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known programme."""
    return [
        *fact(iri, LK.Programme, members),
        labelled(iri, RDFS.label, commonest(said.many(one, RDFS.label) for one in members)),
        *links(iri, LK.partner, partners_of(said, members)),
        *dated(iri, period(said, members)),
    ]


def participation(said: Said, node: str) -> str | None:
    """Return the part that a known person or agency has in a known event; None where one of them is not known."""
    event, agent = said.of(said.one(node, LK.event)), said.of(said.one(node, LK.participant))
    if not (event and agent):
        return None
    return iris.known(said.base, "participation", event, agent, said.one(node, LK.function) or "")


def participation_statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known participation."""
    first = members[0]
    return [
        *fact(iri, LK.Participation, members),
        *linked(iri, LK.event, said.of(said.one(first, LK.event))),
        *linked(iri, LK.participant, said.of(said.one(first, LK.participant))),
        *links(iri, LK.function, said.many(first, LK.function)),
        *links(iri, LK.inCapacity, [said.of(said.one(one, LK.inCapacity)) for one in members]),
    ]


def quotation(said: Said, node: str) -> str | None:
    """Return the quotation: one where one person says the same words; None where the speaker is not known."""
    speaker = said.of(said.one(node, SCHEMA.spokenByCharacter))
    if not speaker:
        return None
    return iris.known(said.base, "quotation", speaker, name_key(said.one(node, SCHEMA.text) or ""))


def quotation_statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known quotation."""
    direct = any(said.one(one, LK.directSpeech) == TRUE.value for one in members)
    return [
        *fact(iri, SCHEMA.Quotation, members),
        labelled(iri, SCHEMA.text, commonest([said.many(one, SCHEMA.text) for one in members])),
        *linked(iri, SCHEMA.spokenByCharacter, said.of(said.one(members[0], SCHEMA.spokenByCharacter))),
        *links(iri, LK.inCapacity, [said.of(said.one(one, LK.inCapacity)) for one in members]),
        *links(iri, LK.event, [said.of(said.one(one, LK.event)) for one in members]),
        statement(iri, LK.directSpeech, flag(direct)),
    ]


def origin(said: Said, node: str) -> str | None:
    """Return where someone comes from: one where one person is told to be born then and there; None for no person, and
    where neither is known."""
    person, home = said.of(said.one(node, LK.originOf)), said.of(said.linked(node, LK.home)) or ""
    born = said.one(node, LK.born) or ""
    return iris.known(said.base, "origin", person, born, home) if person and (born or home) else None


def origin_statements(said: Said, iri: str, members: list[str]) -> list[Statement]:
    """Return a known origin."""
    first = members[0]
    return [
        *fact(iri, LK.Origin, members),
        *linked(iri, LK.originOf, said.of(said.one(first, LK.originOf))),
        *linked(iri, LK.home, said.of(said.linked(first, LK.home))),
        *dated(iri, {LK.born: said.date(first, LK.born)}),
    ]


def period(said: Said, members: Iterable[str]) -> dict[NamedNode, PartialDate | None]:
    """Return the begin and the end that local facts agree on, by property."""
    kept = list(members)
    return {
        predicate: settled([said.date(one, predicate) for one in kept])
        for predicate in (SCHEMA.startDate, SCHEMA.endDate)
    }
