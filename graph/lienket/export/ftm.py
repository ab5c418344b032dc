"""The knowledge as FollowTheMoney entities, which Aleph, OpenSanctions and yente read: one JSON object a line.

Schemata and properties are those of FollowTheMoney 4 (https://followthemoney.tech/explorer/). A person's role at an
agency is an Occupancy of a Position; how somebody took part in an event is an UnknownLink with the function as its
role, because Event only has organisers and those involved. Every entity names the articles that state it (`proof`),
facts quote them (`summary`), and people and agencies are tied to them by Documentation. Nobody is called a politically
exposed person, no post is called current, and a country stands only where the agency is one of Viet Nam.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from lienket.rdf.iris import h
from lienket.store.local import LocalStore
from lienket.view.network import Words, network
from lienket.view.standing import Evidence

if TYPE_CHECKING:
    import networkx as nx

    Network = nx.MultiDiGraph[str]

_DATE: Final = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEB: Final = re.compile(r"https?://\S+")
_OF_VIETNAM: Final = frozenset(("central", "province", "district", "commune"))
_NOT_OF_ONE_COUNTRY: Final = frozenset(("Foreign Body", "International Organisation"))
_ORGANISES: Final = frozenset(("organiser", "host"))
_ENDED, _UNKNOWN = "ended", "unknown"


def write_entities(store: LocalStore, out: BinaryIO) -> None:
    """Write what `store` knows to `out`, entities in the order of their ids."""
    found: dict[str, dict[str, Any]] = {}
    for entity in _entities(network(store)):
        found.setdefault(entity["id"], entity)
    for identifier in sorted(found):
        out.write(json.dumps(found[identifier], ensure_ascii=False).encode("utf-8") + b"\n")


def _entities(graph: Network) -> Iterator[dict[str, Any]]:
    for node, told in graph.nodes(data=True):
        yield _THINGS[told["kind"]](graph, node, told)
        for evidence in told["evidence"]:
            yield _article(evidence)
            yield _documentation(node, evidence)
        for role in told["open_roles"]:
            yield from _role(graph, node, None, role)
    for source, target, tie in graph.edges(data=True):
        for evidence in tie["evidence"]:
            yield _article(evidence)
        if tie["kind"] == "role":
            yield from _role(graph, source, target, tie)
        elif tie["kind"] == "partner-of":
            yield _partner(source, target, tie)
        elif tie["kind"] in _LINKS:
            yield _link(source, target, tie)


def _person(_: Network, node: str, told: Mapping[str, Any]) -> dict[str, Any]:
    return _entity("Person", _id(node), name=[told["label"]], alias=told["also"], proof=_proof(told["evidence"]))


def _agency(graph: Network, node: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a PublicBody where the agency is one of the state's levels, else an Organization."""
    public = _in_vietnam(told)
    return _entity(
        "PublicBody" if public else "Organization",
        _id(node),
        name=[told["label"]],
        weakAlias=told["also"],
        classification=[told["type"].vi] if told["type"] else (),
        country=["vn"] if public else (),
        parent=[_id(target) for _, target, tie in graph.out_edges(node, data=True) if tie["kind"] == "unit-of"],
        proof=_proof(told["evidence"]),
    )


def _event(graph: Network, node: str, told: Mapping[str, Any]) -> dict[str, Any]:
    ties = list(graph.in_edges(node, data=True))
    return _entity(
        "Event",
        _id(node),
        name=[told["label"]],
        startDate=[_fact(told, "start")],
        endDate=[_fact(told, "end")],
        location=_facts(told, "place"),
        keywords=[told["type"].vi] if told["type"] else (),
        organizer=[_id(source) for source, _, tie in ties if _organises(tie)],
        involved=[_id(source) for source, _, tie in ties if tie["kind"] in ("took-part", "organised")],
        summary=_quotes(told["evidence"]),
        proof=_proof(told["evidence"]),
    )


def _document(graph: Network, node: str, told: Mapping[str, Any]) -> dict[str, Any]:
    issuers = (source for source, _, tie in graph.in_edges(node, data=True) if tie["kind"] == "issued")
    return _entity(
        "Document",
        _id(node),
        fileName=[told["label"]],
        title=[*_facts(told, "title"), told["label"]],
        date=[_fact(told, "issued")],
        publisher=sorted({graph.nodes[source]["label"] for source in issuers}),
        proof=_proof(told["evidence"]),
    )


def _programme(_: Network, node: str, told: Mapping[str, Any]) -> dict[str, Any]:
    return _entity(
        "Project",
        _id(node),
        name=[told["label"]],
        startDate=[_fact(told, "start")],
        endDate=[_fact(told, "end")],
        summary=_quotes(told["evidence"]),
        proof=_proof(told["evidence"]),
    )


_THINGS: Final = {
    "person": _person,
    "agency": _agency,
    "event": _event,
    "document": _document,
    "programme": _programme,
}


def _role(graph: Network, person: str, agency: str | None, tie: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the position, which has no time, and that the person was seen in it: on the first and the last day."""
    role: Words = tie["label"] or Words("", "")
    told = graph.nodes[agency] if agency is not None else None
    name = role.vi if told is None else f"{role.vi}, {told['label']}"
    position = _made("position", role.vi, agency or "")
    statuses = {status.en for status in tie["statuses"]}
    yield _entity(
        "Position",
        position,
        name=[name],
        organization=[_id(agency)] if agency is not None else (),
        country=["vn"] if told is not None and _in_vietnam(told) else (),
    )
    yield _entity(
        "Occupancy",
        _made("occupancy", person, position),
        holder=[_id(person)],
        post=[position],
        startDate=[tie["start"]],
        endDate=[tie["end"]],
        date=[tie["first"], tie["last"]],
        status=[_ENDED if tie["end"] or statuses == {"former"} else _UNKNOWN],
        description=[", ".join(status.vi for status in tie["statuses"])],
        summary=_quotes(tie["evidence"]),
        proof=_proof(tie["evidence"]),
        sourceUrl=_addresses(tie["evidence"]),
    )


def _partner(agency: str, programme: str, tie: Mapping[str, Any]) -> dict[str, Any]:
    return _entity(
        "ProjectParticipant",
        _made("partner", agency, programme),
        project=[_id(programme)],
        participant=[_id(agency)],
        summary=_quotes(tie["evidence"]),
        proof=_proof(tie["evidence"]),
    )


_LINKS: Final = {"took-part": "tham dự", "organised": "tổ chức", "issued": "ban hành", "about": "về"}
"""Ties that FollowTheMoney has no schema for, and their role where the text gives none."""


def _link(source: str, target: str, tie: Mapping[str, Any]) -> dict[str, Any]:
    role = tie["label"].vi if tie["label"] else _LINKS[tie["kind"]]
    return _entity(
        "UnknownLink",
        _made("link", source, target, role),
        subject=[_id(source)],
        object=[_id(target)],
        role=[role],
        description=[", ".join(words.vi for words in tie["capacities"])],
        summary=_quotes(tie["evidence"]),
        proof=_proof(tie["evidence"]),
        sourceUrl=_addresses(tie["evidence"]),
    )


def _article(evidence: Evidence) -> dict[str, Any]:
    return _entity(
        "Article",
        _id(evidence.article),
        title=[evidence.headline or evidence.article],
        publishedAt=[evidence.date],
        publisher=[evidence.outlet],
        sourceUrl=_addresses([evidence]),
        language=["vie"],
    )


def _documentation(thing: str, evidence: Evidence) -> dict[str, Any]:
    return _entity(
        "Documentation",
        _made("documentation", thing, evidence.article),
        document=[_id(evidence.article)],
        entity=[_id(thing)],
        date=[evidence.date],
        summary=[evidence.quote],
    )


def _entity(schema: str, identifier: str, **properties: Iterable[str | None]) -> dict[str, Any]:
    """Return an entity with its values once each, sorted; no property without a value."""
    found = {name: sorted({_clean(value) for value in values if value}) for name, values in properties.items()}
    for name in found.keys() & {"startDate", "endDate", "date", "publishedAt"}:
        found[name] = [value for value in found[name] if _DATE.fullmatch(value)]
    return {"id": identifier, "schema": schema, "properties": {name: v for name, v in sorted(found.items()) if v}}


def _clean(text: str) -> str:
    """Return `text` as FollowTheMoney keeps texts: NFC, on one line, without characters that are not seen."""
    seen = (" " if char.isspace() else char for char in unicodedata.normalize("NFC", text))
    return " ".join("".join(char for char in seen if unicodedata.category(char)[0] != "C").split())


def _organises(tie: Mapping[str, Any]) -> bool:
    return tie["kind"] == "organised" or bool(tie["label"] and tie["label"].en in _ORGANISES)


def _in_vietnam(agency: Mapping[str, Any]) -> bool:
    foreign = agency["type"] is not None and agency["type"].en in _NOT_OF_ONE_COUNTRY
    return not foreign and any(fact.key == "level" and fact.value.en in _OF_VIETNAM for fact in agency["facts"])


def _facts(told: Mapping[str, Any], key: str) -> list[str]:
    return [fact.value.vi for fact in told["facts"] if fact.key == key]


def _fact(told: Mapping[str, Any], key: str) -> str | None:
    return next(iter(_facts(told, key)), None)


def _quotes(evidence: Iterable[Evidence]) -> list[str]:
    return [one.quote for one in evidence]


def _proof(evidence: Iterable[Evidence]) -> list[str]:
    return [_id(one.article) for one in evidence]


def _addresses(evidence: Iterable[Evidence]) -> list[str]:
    return [one.url for one in evidence if _WEB.fullmatch(one.url)]


def _id(thing: str) -> str:
    """Return the id of a thing by its IRI, or of an article by its identifier: FollowTheMoney's allow no "/" or "#"."""
    return _made("thing", thing)


def _made(kind: str, *key: str) -> str:
    return f"lienket-{h(kind, *key)}"
