"""What the grammar reads in a passage, in token numbers, before the article as a whole decides what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field

from lienket.language.records import record
from lienket.model import Status
from lienket.reference.agencies import AgencyKind, Body
from lienket.reference.open_bodies import ShortBody
from lienket.reference.places import ReferencePlace
from lienket.reference.titles import Title


@record(kw_only=True)
class PlaceReading:
    """A place named ("huyện Tri Tôn"), or a level word that stands for one ("tỉnh": `name` is None)."""

    begin: int
    end: int
    kind: str | None
    """The level word in full ("thành phố"), None for a bare name."""
    name: str | None
    candidates: tuple[ReferencePlace, ...] = ()
    within: PlaceReading | None = None


@record(kw_only=True)
class AgencyReading:
    """An agency named: a particular body, or a kind with its field, jurisdiction and parent as far as printed."""

    begin: int
    end: int
    name: str
    """Full name without jurisdiction and parent: "Sở Nội vụ", "Ủy ban nhân dân"."""
    kind: AgencyKind | None = None
    body: Body | None = None
    field: str | None = None
    place: PlaceReading | None = None
    parent: AgencyReading | None = None
    country: str | None = None
    """The foreign country, or party of one, whose body it is."""
    guessed: bool = False
    """True where only what stands around tells the country."""
    bare: bool = False
    """True for a head that needs a name or parent and has none here: "Bí thư Đảng đoàn, Chủ tịch Hội X"."""
    certain: bool = True
    """False where its field is in no list."""
    common: bool = False
    """True where its words alone are common words too, outside an office: "Công an", "Thanh tra"."""
    headless: bool = False
    """True where a list prints its head once, before another of its bodies: "các Bộ Y tế, [Xây dựng]"."""

    @property
    def explicit(self) -> bool:
        """Whether its words name the one agency in any text: a particular body, or a place or parent that is named."""
        if self.country is not None:
            return True
        if self.parent is not None:
            return self.parent.explicit
        return self.body is not None or (self.place is not None and self.place.name is not None)

    @property
    def spelt_out(self) -> bool:
        """Whether it is explicit by words of its own, none that a list shares: no "HĐND" of "HĐND, UBND tỉnh X"."""
        outer = self.parent or self.place
        return self.explicit and not self.headless and (outer is None or outer.end <= self.end)


@record(kw_only=True)
class RoleReading:
    """A title with the agency that follows it or that it implies."""

    begin: int
    end: int
    title: Title
    status: Status = Status.ATTESTED
    agency: AgencyReading | None = None
    implied: bool = False
    """True where the agency is not written as such ("Thủ tướng", "Chủ tịch huyện X")."""
    short: ShortBody | None = None
    """The common word that stands for the agency: "Phó Giám đốc [Sở]"."""
    country: str | None = None
    """The foreign country whose office it is: "Tổng thống [Hoa Kỳ]"."""


@record(kw_only=True)
class NameReading:
    """The words of a name."""

    begin: int
    end: int
    name: str


@record(kw_only=True)
class PersonReading:
    """A person mentioned: by name with honorifics and roles, or (`name` None) by an office alone."""

    begin: int
    end: int
    name: NameReading | None
    honorifics: tuple[str, ...] = ()
    roles: tuple[RoleReading, ...] = field(default=())
    rule: str = ""


Reading = PlaceReading | AgencyReading | PersonReading


def agency_readings(readings: Iterable[Reading]) -> Iterable[AgencyReading]:
    """Yield every agency read, those inside offices and parents included."""
    for reading in readings:
        if isinstance(reading, AgencyReading):
            yield from _with_parents(reading)
        elif isinstance(reading, PersonReading):
            for role in reading.roles:
                if role.agency is not None:
                    yield from _with_parents(role.agency)


def _with_parents(reading: AgencyReading) -> Iterable[AgencyReading]:
    yield reading
    if reading.parent is not None:
        yield from _with_parents(reading.parent)
