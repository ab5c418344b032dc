"""Facts of invented articles about invented people, as an extractor would hand them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lienket.language.folding import name_key
from lienket.model import (
    Agency,
    Article,
    ArticleFacts,
    Document,
    Event,
    EventType,
    Evidence,
    Function,
    Level,
    Membership,
    Origin,
    PartialDate,
    Participation,
    Person,
    Place,
    Programme,
    Quotation,
    Span,
    Status,
)
from lienket.rdf.literals import read_date

TEXT = (
    "Ngày 1/12/2016, Ban Dân tộc tỉnh Thái Nguyên tổ chức Hội nghị sơ kết. "
    "Ông Nguyễn Văn Thí Dụ, Trưởng ban Dân tộc tỉnh, chủ trì.\n"
    "Theo Kế hoạch số 12/KH-UBND, chương trình còn tiếp tục."
)


@dataclass(frozen=True)
class Post:
    """Someone's role at an agency, as one article has it."""

    person: str
    role: str = "Trưởng ban"
    agency: str | None = "Ban Dân tộc tỉnh Thái Nguyên"
    status: Status = Status.ATTESTED
    on: str | None = "2016-12-01"
    confidence: float = 0.9


def said(confidence: float = 0.9, begin: int = 0, end: int = 10) -> Evidence:
    """Return evidence of one span."""
    return Evidence(spans=(Span(begin, end),), rule="test", confidence=confidence)


def date(iso: str | None) -> PartialDate | None:
    """Return the date of "2016", "2016-12", "2016-12-01", "--12" or "--12-01"."""
    return read_date(iso) if iso else None


THAI_NGUYEN = Place(
    key="tỉnh thái nguyên",
    name="tỉnh Thái Nguyên",
    level=Level.PROVINCE,
    reference="p-19",
    within=None,
    evidence=said(),
)


def agency(
    name: str,
    *,
    of_type: str | None = "ban-dan-toc",
    jurisdiction: str | None = THAI_NGUYEN.key,
    parent: str | None = None,
) -> Agency:
    """Return an agency of the province."""
    return Agency(
        key=name_key(name),
        name=name,
        type=of_type,
        level=Level.PROVINCE,
        jurisdiction=jurisdiction,
        parent=parent and name_key(parent),
        unit=parent is not None,
        evidence=said(),
    )


BAN_DAN_TOC = agency("Ban Dân tộc tỉnh Thái Nguyên")


def article(identifier: str, text: str = TEXT, **metadata: object) -> Article:
    """Return a record."""
    return Article(id=identifier, text=text, **metadata)  # type: ignore[arg-type]


def facts(
    identifier: str,
    posts: Sequence[Post] = (),
    *,
    agencies: Sequence[Agency] = (BAN_DAN_TOC,),
    places: Sequence[Place] = (THAI_NGUYEN,),
    events: Sequence[Event] = (),
    participations: Sequence[Participation] = (),
    documents: Sequence[Document] = (),
    programmes: Sequence[Programme] = (),
    quotations: Sequence[Quotation] = (),
    origins: Sequence[Origin] = (),
    published: str | None = "2016-12-02",
    text: str | None = None,
) -> ArticleFacts:
    """Return the facts of an article in which people hold `posts`; without `text` no other has its text."""
    names = list(dict.fromkeys(post.person for post in posts))
    return ArticleFacts(
        article=article(
            identifier,
            f"{TEXT}\nMã bài: {identifier}." if text is None else text,
            title="Hội nghị sơ kết",
            outlet="Báo Thí dụ",
            url=f"https://example.org/{identifier}",
        ),
        published=date(published),
        places=tuple(places),
        agencies=tuple(agencies),
        people=tuple(Person(key=name_key(name), name=name, honorifics=("Ông",), evidence=said()) for name in names),
        memberships=tuple(
            Membership(
                key=f"{number} {post.person}",
                person=name_key(post.person),
                role=post.role,
                agency=post.agency and name_key(post.agency),
                status=post.status,
                attested_on=date(post.on),
                evidence=said(post.confidence, 71, 130),
            )
            for number, post in enumerate(posts)
        ),
        events=tuple(events),
        participations=tuple(participations),
        documents=tuple(documents),
        programmes=tuple(programmes),
        quotations=tuple(quotations),
        origins=tuple(origins),
    )


def conference(key: str = "55", *, of_type: EventType = EventType.CONFERENCE, confidence: float = 0.9) -> Event:
    """Return an event of 1 December 2016 in the province."""
    return Event(
        key=key,
        label="Hội nghị sơ kết",
        type=of_type,
        start=PartialDate(2016, 12, 1),
        place=THAI_NGUYEN.key,
        evidence=said(confidence, 0, 70),
    )


def part(who: str, function: Function, *, event: str = "55", agency: bool = True) -> Participation:
    """Return the part that an agency (or a person) has in an event."""
    key = name_key(who)
    return Participation(
        key=f"{event} {key} {function}",
        event=event,
        person=None if agency else key,
        agency=key if agency else None,
        function=function,
        evidence=said(0.9, 0, 70),
    )


def rich(identifier: str, **changes: object) -> ArticleFacts:
    """Return the facts of an article that has something of every kind."""
    return facts(
        identifier,
        [Post("Nguyễn Văn Thí Dụ"), Post("Trần Thị Minh Họa", role="Trợ giảng vườn thí dụ", agency=None, on=None)],
        agencies=(BAN_DAN_TOC, agency("Sở Nội vụ tỉnh Thái Nguyên", of_type="so")),
        events=(conference(),),
        participations=(
            part("Ban Dân tộc tỉnh Thái Nguyên", Function.ORGANISER),
            part("Sở Nội vụ tỉnh Thái Nguyên", Function.ATTENDEE),
            part("Nguyễn Văn Thí Dụ", Function.CHAIR, agency=False),
        ),
        documents=(
            Document(
                key="kh 12",
                type="Kế hoạch",
                number="12/KH-UBND",
                issued=PartialDate(2016, 11, 30),
                issuer=BAN_DAN_TOC.key,
                evidence=said(0.8, 133, 160),
            ),
        ),
        programmes=(
            Programme(
                key="chương trình",
                label="Chương trình phối hợp",
                partners=(BAN_DAN_TOC.key, "sở nội vụ tỉnh thái nguyên"),
                start=PartialDate(2016),
                evidence=said(0.8, 160, 180),
            ),
        ),
        origins=(
            Origin(
                key="71",
                person="nguyễn văn thí dụ",
                born=PartialDate(1965),
                home=THAI_NGUYEN.key,
                evidence=said(0.9, 71, 130),
            ),
        ),
        quotations=(
            Quotation(
                key="71",
                text="Sẽ còn tiếp tục",
                speaker="nguyễn văn thí dụ",
                capacity="0 Nguyễn Văn Thí Dụ",
                event="55",
                direct=True,
                evidence=said(0.8, 71, 130),
            ),
        ),
        **changes,  # type: ignore[arg-type]
    )
