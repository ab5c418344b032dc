"""People, agencies and events as Python records: what is known of each, every statement with its quote.

A record stands for one thing of the graph: two people of one name are two records.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyoxigraph as ox

from lienket.errors import AmbiguousError, UsageError
from lienket.language.folding import name_key
from lienket.model import PartialDate
from lienket.query.asking import Reply, ask, hinted, label
from lienket.query.named import Named, Names
from lienket.query.rows import Row
from lienket.rdf.evidence import Quote
from lienket.rdf.literals import read_date
from lienket.rdf.terms import LK, ORG, SCHEMA, SKOS
from lienket.store.local import LocalStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing by its IRI and its label."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement with the first words on which it stands."""

    quote: Quote | None = field(repr=False)
    articles: int
    """How many articles say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Stated):
    """That a person held a role at an agency. No end never means that they still do."""

    person: Thing
    role: str
    agency: Thing | None
    """None where the text leaves it open."""
    statuses: tuple[str, ...]
    first_attested: PartialDate | None
    last_attested: PartialDate | None
    since: PartialDate | None
    """Only where a text says since when."""
    until: PartialDate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Stated):
    """That a person or an agency took part in an event."""

    who: Thing
    event: Thing
    function: str
    date: PartialDate | None
    place: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying(Stated):
    """What a person said."""

    text: str
    direct: bool
    """True for the speaker's own words, False for reported speech."""
    event: Thing | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Thing):
    """A person, as all articles together tell of them."""

    other_names: tuple[str, ...]
    honorifics: tuple[str, ...]
    roles: tuple[Tenure, ...]
    events: tuple[Attendance, ...]
    said: tuple[Saying, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency(Thing):
    """An agency with those who held its roles."""

    other_names: tuple[str, ...]
    type: str | None
    level: str | None
    jurisdiction: str | None
    part_of: tuple[str, ...]
    holders: tuple[Tenure, ...]
    events: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Thing):
    """An event with those who took part in it."""

    type: str | None
    start: PartialDate | None
    end: PartialDate | None
    place: str | None
    participants: tuple[Attendance, ...]


class Records:
    """Reads records out of a store, labelled in one language."""

    def __init__(self, store: LocalStore, *, lang: str) -> None:
        self._store = store
        self._lang = lang
        self._names = Names(store)

    def person(self, name: str) -> Person:
        """Return the one person of that name or IRI; UsageError for none, AmbiguousError for several."""
        return self._person(self._one("person", name))

    def people(self, name: str) -> tuple[Person, ...]:
        """Return all people whom that name means best, which may be none."""
        return tuple(map(self._person, self._names.find("person", name)))

    def agency(self, name: str) -> Agency:
        """Return the one agency of that name or IRI; UsageError for none, AmbiguousError for several."""
        thing = self._one("agency", name)
        return Agency(
            iri=thing.iri,
            label=thing.label,
            other_names=self._texts(thing.iri, SKOS.altLabel),
            type=self._text(thing.iri, ORG.classification),
            level=self._text(thing.iri, LK.level),
            jurisdiction=self._text(thing.iri, LK.jurisdiction),
            part_of=(*self._texts(thing.iri, ORG.unitOf), *self._texts(thing.iri, ORG.subOrganizationOf)),
            holders=self._tenures(self._ask("holders", agency=thing.iri), agency=thing),
            events=self._attendances(self._ask("events-of", who=thing.iri), who=thing),
        )

    def event(self, name: str) -> Event:
        """Return the one event of that label or IRI; UsageError for none, AmbiguousError for several."""
        thing = self._one("event", name)
        start, end = self._text(thing.iri, SCHEMA.startDate), self._text(thing.iri, SCHEMA.endDate)
        place = self._text(thing.iri, SCHEMA.location)
        return Event(
            iri=thing.iri,
            label=thing.label,
            type=self._text(thing.iri, LK.eventType),
            start=_date(start),
            end=_date(end),
            place=place,
            participants=tuple(
                Attendance(
                    who=_named(row, "who"),
                    event=thing,
                    function=_cell(row, "function") or "",
                    date=_date(start),
                    place=place,
                    quote=row.quote,
                    articles=row.articles,
                )
                for row in self._ask("participants", event=thing.iri).rows
            ),
        )

    def _one(self, kind: str, name: str) -> Thing:
        found = self._names.find(kind, name)
        if not found:
            raise UsageError("show-no-such", value=name)
        if len(found) > 1:
            told = hinted(self._store, found, lang=self._lang)
            same = len({name_key(one.label) for one in found}) == 1
            raise AmbiguousError("record-homonyms" if same else "show-several", told, value=name, count=len(found))
        return self._thing(found[0])

    def _thing(self, named: Named) -> Thing:
        return Thing(iri=named.iri, label=label(self._store, named.iri, lang=self._lang))

    def _person(self, named: Named | Thing) -> Person:
        thing = named if isinstance(named, Thing) else self._thing(named)
        return Person(
            iri=thing.iri,
            label=thing.label,
            other_names=self._texts(thing.iri, SKOS.altLabel),
            honorifics=self._texts(thing.iri, SCHEMA.honorificPrefix),
            roles=self._tenures(self._ask("roles-of", person=thing.iri), person=thing),
            events=self._attendances(self._ask("events-of", who=thing.iri), who=thing),
            said=tuple(
                Saying(
                    text=_cell(row, "said") or "",
                    direct=_cell(row, "direct") == "true",
                    event=_thing(row, "event"),
                    role=_cell(row, "role"),
                    quote=row.quote,
                    articles=row.articles,
                )
                for row in self._ask("said-by", person=thing.iri).rows
            ),
        )

    def _ask(self, question: str, **values: str) -> Reply:
        return ask(self._store, question, values, lang=self._lang)

    def _tenures(self, reply: Reply, *, person: Thing | None = None, agency: Thing | None = None) -> tuple[Tenure, ...]:
        return tuple(
            Tenure(
                person=person or _named(row, "person"),
                role=_cell(row, "role") or "",
                agency=agency or _thing(row, "agency"),
                statuses=tuple((_cell(row, "status") or "").split(", ")),
                first_attested=_date(_cell(row, "first")),
                last_attested=_date(_cell(row, "last")),
                since=_date(_cell(row, "since")),
                until=_date(_cell(row, "until")),
                quote=row.quote,
                articles=row.articles,
            )
            for row in reply.rows
        )

    def _attendances(self, reply: Reply, *, who: Thing) -> tuple[Attendance, ...]:
        return tuple(
            Attendance(
                who=who,
                event=_named(row, "event"),
                function=_cell(row, "function") or "",
                date=_date(_cell(row, "start")),
                place=_cell(row, "place"),
                quote=row.quote,
                articles=row.articles,
            )
            for row in reply.rows
        )

    def _text(self, iri: str, predicate: ox.NamedNode) -> str | None:
        return next(iter(self._texts(iri, predicate)), None)

    def _texts(self, iri: str, predicate: ox.NamedNode) -> tuple[str, ...]:
        quads = self._store.graph.quads_for_pattern(ox.NamedNode(iri), predicate, None, ox.DefaultGraph())
        return tuple(sorted(set(self._labels(quad.object for quad in quads))))

    def _labels(self, terms: Iterable[object]) -> Iterable[str]:
        for term in terms:
            if isinstance(term, ox.NamedNode):
                yield label(self._store, term.value, lang=self._lang)
            elif isinstance(term, ox.Literal):
                yield term.value


def _cell(row: Row, name: str) -> str | None:
    cell = row.cells.get(name)
    return cell.text or None if cell is not None else None


def _thing(row: Row, name: str) -> Thing | None:
    cell = row.cells.get(name)
    return Thing(iri=cell.iri, label=cell.text) if cell is not None and cell.iri else None


def _named(row: Row, name: str) -> Thing:
    """Return the thing in a column that the question never leaves empty."""
    thing = _thing(row, name)
    assert thing is not None
    return thing


def _date(text: str | None) -> PartialDate | None:
    return read_date(text) if text else None
