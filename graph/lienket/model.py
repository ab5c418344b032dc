"""The records that pass between stages: articles, and the facts an article states.

Every record is frozen. Facts refer to entities of the same article by key. A key is unique among the records of its
kind in one article and is what the article-local IRI is made from: the folded name for entities, the begin of the head
span plus the arguments for facts, with "-2", "-3" … in text order where two would be equal.
Spans count code points of `Article.text`, the text as given.
"""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

THRESHOLD: Final = 0.5
"""Confidence from which a fact enters the knowledge layer."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text: code points `begin` (inclusive) to `end` (exclusive)."""

    begin: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.begin : self.end]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as precise as the text: a day, month or year, or a day or month whose year nothing settles."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError(f"a day needs a month: {self}")
        if self.year is None and self.month is None:
            raise ValueError(f"a date needs a year or a month: {self}")
        datetime.date(self.year or 2000, self.month or 1, self.day or 1)

    @property
    def earliest(self) -> datetime.date | None:
        """The first day it can mean; None when the year is open."""
        return None if self.year is None else datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> datetime.date | None:
        """The last day it can mean; None when the year is open."""
        if self.year is None:
            return None
        month = self.month or 12
        return datetime.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return the XML Schema form: 2017-08-04, 2017-08, 2017, --08-04 or --08."""
        year = "-" if self.year is None else f"{self.year:04}"
        return "-".join([year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as given. `text` is never changed; `title` is separate metadata and a hint, never evidence."""

    id: str
    text: str
    title: str | None = None
    published: PartialDate | None = None
    url: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    made_by: str | None = None
    """What made `text` from a page or document file ("trafilatura 2.0.0"); None when the text came as text."""
    source: str = field(default="", compare=False)
    """Where the record was read, for messages only ("news.jsonl:12"); never stored in the graph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A record that could not become an article: where it was, and why, in a sentence of `messages.csv`."""

    source: str
    key: str
    values: tuple[tuple[str, str], ...] = ()


class Status(StrEnum):
    """How a text says that someone holds a role; values are the concepts' notations."""

    ATTESTED = "attested"
    ACTING = "acting"
    APPOINTED = "appointed"
    FORMER = "former"
    HONORARY = "honorary"


class Verdict(StrEnum):
    """Whether two things that articles tell of are one."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision on who is who: `left` and `right` are local IRIs, with the names and known IRIs they then had."""

    left: str
    right: str
    verdict: Verdict
    by: str
    why: str
    at: str
    """When: xsd:dateTime, UTC."""
    left_name: str
    right_name: str
    left_known: str
    right_known: str

    @property
    def pair(self) -> tuple[str, str]:
        """The two things, sorted."""
        low, high = sorted((self.left, self.right))
        return low, high

    @property
    def of_agencies(self) -> bool:
        """Whether it is on two agencies."""
        return "#agency-" in self.left


class EventType(StrEnum):
    """What kind of occasion an event is; values are the concepts' notations."""

    CONFERENCE = "conference"
    MEETING = "meeting"
    VISIT = "visit"
    CEREMONY = "ceremony"
    CONGRESS = "congress"
    TRAINING = "training"
    CONTEST = "contest"
    CAMPAIGN = "campaign"
    APPOINTMENT = "appointment"
    INSPECTION = "inspection"
    SIGNING = "signing"
    INCIDENT = "incident"
    OTHER = "other"


class Function(StrEnum):
    """The part someone has in an event; values are the concepts' notations."""

    ORGANISER = "organiser"
    HOST = "host"
    CHAIR = "chair"
    SPEAKER = "speaker"
    ATTENDEE = "attendee"
    RECIPIENT = "recipient"
    SUBJECT = "subject"


class Level(StrEnum):
    """The level of a place or of the agency that governs it; values are the concepts' notations."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What every extracted record carries: where the text says it, the rule that read it, and how sure it is.

    `spans` is never empty and in text order; for a fact the first is the sentence (or block) that states it, for an
    entity they are its mentions. `confidence` is in [0, 1].
    """

    spans: tuple[Span, ...]
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place an article names. `reference` is its id in the reference data where one unit is settled, else None."""

    key: str
    name: str
    """The label with its level word: "tỉnh Thái Nguyên", "thành phố Hà Nội"; a name alone where no level is known."""
    level: Level | None
    reference: str | None
    within: str | None
    """Key of the place that contains it."""
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """An organisation an article names. `name` is its full name with jurisdiction."""

    key: str
    name: str
    type: str | None
    """Notation in the scheme agency-type; None where no type of the reference data fits."""
    level: Level | None
    jurisdiction: str | None
    """Key of a place."""
    parent: str | None
    """Key of the agency it is a unit of, or stands under."""
    unit: bool
    """True for a unit inside its parent (org:unitOf), False for a body of its own (org:subOrganizationOf)."""
    alternatives: tuple[str, ...] = ()
    """Other ways in which the text names it, sorted."""
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A natural person an article names, by the fullest form of the name in the text."""

    key: str
    name: str
    alternatives: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    """Titles, ranks and degrees as printed, sorted: "Đại tá", "PGS.TS"."""
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """When someone was born or where they come from, as one sentence tells; one of the two at least."""

    key: str
    person: str
    born: PartialDate | None = None
    home: str | None = None
    """Key of a place: the native one ("quê"), else that of birth."""
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A person held a role, at an agency where the text says which."""

    key: str
    person: str
    role: str
    """The title without the agency, as the vocabulary spells it ("Phó Bí thư Thường trực")."""
    agency: str | None
    status: Status
    attested_on: PartialDate | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An occasion the article reports."""

    key: str
    label: str
    type: EventType
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: str | None = None
    about: str | None = None
    """Key of a programme or document."""
    planned: bool = False
    background: bool = False
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """The part a person or an agency (exactly one of the two) has in an event."""

    key: str
    event: str
    person: str | None = None
    agency: str | None = None
    function: Function
    capacity: str | None = None
    """Key of the membership in which a person took part."""
    evidence: Evidence = field(compare=False)

    def __post_init__(self) -> None:
        if (self.person is None) == (self.agency is None):
            raise ValueError(f"a participation is a person's or an agency's: {self.key}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A plan, decision, resolution … identified by number or exact date."""

    key: str
    type: str
    """Label in the scheme document-type ("Kế hoạch")."""
    number: str | None = None
    issued: PartialDate | None = None
    issuer: str | None = None
    title: str | None = None
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A named programme or plan of cooperation, with its partners and period."""

    key: str
    label: str
    partners: tuple[str, ...] = ()
    """Keys of agencies, in text order."""
    start: PartialDate | None = None
    end: PartialDate | None = None
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """What someone said, in their words (`direct`) or reported."""

    key: str
    text: str
    speaker: str
    capacity: str | None = None
    event: str | None = None
    direct: bool
    evidence: Evidence = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A title or agency head that looks like one but is in no reference list: reported, never made a generic fact."""

    kind: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFacts:
    """All that one article states. Each tuple is in text order of first evidence, then key."""

    article: Article
    published: PartialDate | None = None
    """The record's date, else the stamp in the text."""
    authors: tuple[str, ...] = ()
    """Keys of people."""
    places: tuple[Place, ...] = ()
    agencies: tuple[Agency, ...] = ()
    people: tuple[Person, ...] = ()
    origins: tuple[Origin, ...] = ()
    memberships: tuple[Membership, ...] = ()
    events: tuple[Event, ...] = ()
    participations: tuple[Participation, ...] = ()
    documents: tuple[Document, ...] = ()
    programmes: tuple[Programme, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    unread: tuple[Unread, ...] = ()
