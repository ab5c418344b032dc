"""What the articles tell of someone that could tell who it is: the sightings of people, by name."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lienket.consolidate import agencies, changes, places, tenures
from lienket.consolidate.said import UNDATED, Said
from lienket.consolidate.tenures import Held
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.rdf import iris, vocabulary
from lienket.rdf.literals import read_date
from lienket.rdf.terms import FOAF, LK, ORG, SCHEMA, SKOS
from lienket.reference import names
from lienket.reference.names import Honorific

BLOCK: Final = "person "
"""What the names of the blocks of people begin with."""
_PRESS: Final = frozenset(("person/byline", "person/credit"))
"""Rules that find who wrote an article or took its pictures."""
_PAPERS: Final = frozenset(("bao", "thong-tan-xa", "dai-phat-thanh", "dai-truyen-hinh"))
"""Types of those for which people write."""
_COMMON: Final = frozenset(
    (
        "bo", "co-quan-ngang-bo", "co-quan-thuoc-chinh-phu", "chinh-phu", "nha-nuoc", "quoc-hoi",
        "co-quan-cua-quoc-hoi",
        "dang", "co-quan-dang-trung-uong", "doan-the-trung-uong", "mat-tran-to-quoc-viet-nam",
        "vien-kiem-sat-nhan-dan-toi-cao", "toa-an-nhan-dan-toi-cao", "kiem-toan-nha-nuoc", "to-chuc-quoc-te",
        *_PAPERS,
    )
)  # fmt: skip
"""Types of central bodies that articles of every kind name."""
_SEATS: Final = frozenset(
    (
        "uy-ban-nhan-dan", "hoi-dong-nhan-dan", "thuong-truc-uy-ban-nhan-dan", "thuong-truc-hoi-dong-nhan-dan",
        "doan-dai-bieu-quoc-hoi", "tinh-uy", "thanh-uy", "ban-thuong-vu",
    )
)  # fmt: skip
"""Types of the bodies that lead a province, which every article about it names."""
COLLEGIAL: Final = frozenset(
    ("dai-bieu", "uy-vien", "uy-vien-du-khuyet", "uy-vien-thuong-vu", "uy-vien-thuong-truc", "thanh-vien")
)
"""Roles that go with another office: many have them at one body."""
_OF_PLACES: Final = frozenset(
    vocabulary.concepts("level")[level].iri.value for level in (Level.PROVINCE, Level.DISTRICT, Level.COMMUNE)
)
"""Levels of bodies that every place has."""
ARMY: Final = (
    *("binh nhì", "binh nhất", "hạ sĩ", "trung sĩ", "thượng sĩ", "chuẩn úy", "thiếu úy", "trung úy", "thượng úy"),
    *("đại úy", "thiếu tá", "trung tá", "thượng tá", "đại tá", "thiếu tướng", "trung tướng", "thượng tướng"),
    "đại tướng",
)
"""Ranks of army and police, the lowest first."""
FEW_HAVE: Final = frozenset((*ARMY[ARMY.index("thiếu tướng") :], "giáo sư", "tiến sĩ khoa học", "viện sĩ"))
"""Ranks and titles that say something where two of a name have them."""
_BESIDE: Final = 60
"""Others named beside someone who are looked at, at most."""


def candidates(said: Said, article: str) -> tuple[dict[str, Any], list[tuple[str, str, dict[str, Any]]]]:
    """Return the people of one article as candidates: what their sightings have in common, and of each its block (as
    long as no judgement joins its name with another), its local IRI and its sighting."""
    things = said.things(article)
    people = things.get("person", ())
    if not people:
        return {}, []
    named = {node: name for node in things.get("agency", ()) if (name := _local_body(said, node))}
    posts: dict[str, list[dict[str, Any]]] = {}
    where: dict[str | None, dict[str, Any]] = {}
    for node in things.get("membership", ()):
        person = said.linked(node, ORG.member)
        if person:
            agency = said.linked(node, ORG.organization)
            if agency not in where:
                where[agency] = _where(said, agency, named)
            role = (said.one(node, ORG.role) or "").rpartition("/")[2]
            held = tenures.held(said, node)
            posts.setdefault(person, []).append({"role": role, "held": held and held.packed(), **where[agency]})
    born, homes = _origins(said, things.get("origin", ()))
    seats = {name for node, name in named.items() if _is_seat(said, node)}
    provinces = sorted({province for node in things.get("place", ()) if (province := places.province(said, node))})
    key = {node: name_key(said.one(node, FOAF.name) or "") for node in people}
    authors = set(said.many(article, SCHEMA.author))
    press = {node for node in people if node in authors or said.one(node, LK.rule) in _PRESS}
    common = {name for node, name in named.items() if _is_common(said, node)}
    papers = {name for node, name in named.items() if _kind(said, node) in _PAPERS} if press else set()
    # Who holds an office of the state as a whole, leads a province or writes for the paper is named beside everybody.
    wide = press | {node for node in people if any(_is_wide(post) for post in posts.get(node, ()))}
    local = sorted({key[node] for node in people if node not in wide})
    shared = {
        "text": said.text_of(article),
        "beside": local[:_BESIDE],
        "bodies": sorted(set(named.values()) - common - seats)[:_BESIDE],
        "seats": sorted(seats)[:_BESIDE],
        "common": sorted(common)[:_BESIDE],
        "papers": sorted(papers)[:_BESIDE],
        "provinces": provinces,
    }
    return shared, [
        (
            BLOCK + key[node],
            node,
            {
                "name": said.one(node, FOAF.name) or "",
                "order": said.seniority(node),
                "called": [word.lower() for word in said.many(node, SCHEMA.honorificPrefix)],
                "press": node in press,
                "posts": posts.get(node, []),
                **({"born": sorted(born[node])} if born.get(node) else {}),
                **({"homes": sorted(homes[node])} if node in homes else {}),
            },
        )
        for node in people
    ]


def _where(said: Said, agency: str | None, named: Mapping[str, str]) -> dict[str, Any]:
    """Return what an agency tells of those who have a role there; `named` are the bodies of its article."""
    return {
        "body": named.get(agency or ""),
        "called": _title(said, agency) if agency and agency not in named else None,
        "above": named.get((agencies.above(said, agency) if agency else None) or ""),
        "next": changes.later(said, agency) if agency else [],
        "known": said.of(agency),
        "province": _province_of_agency(said, agency) if agency else None,
        "central": agency is not None and _is_central(said, agency),
        "seat": agency is not None and _is_seat(said, agency),
    }


def _origins(said: Said, nodes: Iterable[str]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return by person the births told, and the places they come from: "hà nam", "huyện kim bảng, hà nam"."""
    born: dict[str, set[str]] = {}
    homes: dict[str, set[str]] = {}
    for node in nodes:
        person = said.one(node, LK.originOf) or ""
        born.setdefault(person, set()).update(one for one in said.many(node, LK.born) if not one.startswith("-"))
        home = said.linked(node, LK.home)
        province = places.province(said, home) if home else None
        if home and province:
            homes.setdefault(person, set()).update((province, *places.inside(said, home, province)))
    return born, homes


def _title(said: Said, agency: str) -> str | None:
    """Return the folded name of an agency that its article does not settle, unless every place has such a body."""
    if said.one(agency, LK.level) in _OF_PLACES:
        return None
    return name_key(said.one(agency, SKOS.prefLabel) or "") or None


def _is_wide(post: Mapping[str, Any]) -> bool:
    """Tell whether all news of the country or of a province names who has a post."""
    return bool(post["central"] or (post["seat"] and post["role"] not in COLLEGIAL))


def _is_central(said: Said, agency: str) -> bool:
    return (said.one(agency, LK.level) or "").endswith(f"/{Level.CENTRAL}")


def _is_common(said: Said, agency: str) -> bool:
    return _kind(said, agency) in _COMMON and _is_central(said, agency)


def _is_seat(said: Said, agency: str) -> bool:
    return _kind(said, agency) in _SEATS and (said.one(agency, LK.level) or "").endswith(f"/{Level.PROVINCE}")


def _kind(said: Said, agency: str) -> str:
    return (said.one(agency, ORG.classification) or "").rpartition("/")[2]


def _local_body(said: Said, agency: str) -> str:
    """Return the folded full name of an agency that its article settles; "" where many bodies bear the name."""
    return name_key(said.one(agency, SKOS.prefLabel) or "") if agencies.is_settled(said, agency) else ""


def _province_of_agency(said: Said, agency: str) -> str | None:
    place = said.linked(agency, LK.jurisdiction)
    above = agencies.above(said, agency)
    if place is None and above:
        place = said.linked(above, LK.jurisdiction)
    return places.province(said, place) if place else None


_FEW: Final = 3
"""Provinces that an article may name and still be about one place."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What must be told of someone to put them in groups, once all pairs are weighed."""

    node: str
    order: tuple[str, str, str]
    article: str
    posts: frozenset[tuple[str, str]]
    """Role and body."""
    offices: frozenset[str]
    """The bodies of the posts that few share; where the body is not settled, the role."""
    sexes: frozenset[str]
    born: frozenset[str]
    """Days or years of birth, in ISO form."""

    def packed(self) -> list[Any]:
        """Return it as JSON can hold it."""
        return [
            self.node,
            self.order[0],
            sorted(self.posts),
            sorted(self.offices),
            sorted(self.sexes),
            sorted(self.born),
        ]


def brief_of(
    node: str, published: str, posts: list[list[str]], offices: list[str], sexes: list[str], born: list[str]
) -> Brief:
    """Return what `Brief.packed` told."""
    article = iris.article_of(node)
    held = frozenset((role, body) for role, body in posts)
    of = (frozenset(offices), frozenset(sexes), frozenset(born))
    return Brief(node, (published, article, node), article, held, *of)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post with the province it is in, where below the central level, and when it is known to have been held."""

    role: str
    body: str | None
    province: str | None
    held: Held | None


@dataclass(frozen=True, slots=True)
class Sighting(Brief):
    """What one article tells of someone. Sets hold folded names, `known` and `later` known agencies."""

    text: str
    bodies: frozenset[str]
    """Where they have a role, and the bodies right above."""
    known: frozenset[str]
    later: frozenset[str]
    """The known agencies of the roles, and those which these became."""
    titles: frozenset[tuple[str, str]]
    """Role and name of the body, where that is not settled."""
    places: frozenset[str]
    """Provinces of the roles below the central level."""
    tenures: tuple[Tenure, ...]
    homes: frozenset[str]
    """Where they come from: the province, and what lies in it with its name, "huyện kim bảng, hà nam"."""
    seen: Held | None
    """When the article was published."""
    beside: frozenset[str]
    """Others named who hold no central office."""
    local: frozenset[str]
    seats: frozenset[str]
    common: frozenset[str]
    """Other bodies that the article names: those that few articles name, those that lead a province, and those of the
    state as a whole."""
    around: frozenset[str]
    """Provinces that the article names, where these are few, but for those they come from."""
    standing: frozenset[str]
    """Ranks and degrees."""
    trades: frozenset[str]
    press: bool
    """Whether they wrote the article or took its pictures."""
    papers: frozenset[str]
    """If so, the papers, broadcasters and agencies that the article names."""

    @property
    def features(self) -> Iterator[str]:
        """What sightings of one person may share, for finding them."""
        for kind, names_ in (
            ("body", self.bodies | self.local | self.seats | self.common),
            ("name", self.beside),
            ("place", self.places),
        ):
            yield from (f"{kind} {name}" for name in names_)
        if self.press:
            yield "press"
        yield from (f"standing {one}" for one in self.standing & FEW_HAVE)
        yield from (f"born {one[:4]}" for one in self.born)
        yield from (f"home {one}" for one in self.homes)
        yield from (f"known {one}" for one in self.known | self.later)
        yield from (f"title {role} {body}" for role, body in self.titles)
        yield f"text {self.text}"


def sighting_of(name: str, node: str, told: dict[str, Any]) -> Sighting:
    settled = [post for post in told["posts"] if post["body"]]
    bodies = {post["body"] for post in settled} | {post["above"] for post in settled if post["above"]}
    homes = frozenset(told.get("homes", ()))
    called = [_called()[word] for word in told["called"] if word in _called()]
    return Sighting(
        node=node,
        order=tuple(told["order"]),
        article=iris.article_of(node),
        text=told["text"],
        posts=frozenset((post["role"], post["body"]) for post in settled),
        offices=frozenset(post["body"] or post["role"] for post in told["posts"] if post["role"] not in COLLEGIAL),
        bodies=frozenset(bodies),
        known=frozenset(post["known"] for post in settled if post["known"]),
        later=frozenset(known for post in settled for known in post["next"]),
        titles=frozenset((post["role"], post["called"]) for post in told["posts"] if post["called"]),
        places=frozenset(post["province"] for post in told["posts"] if post["province"] and not post["central"]),
        tenures=tuple(
            Tenure(
                post["role"],
                post["body"],
                None if post["central"] else post["province"],
                tenures.unpacked(post["held"]) if post["held"] else None,
            )
            for post in told["posts"]
        ),
        born=frozenset(told.get("born", ())),
        homes=homes,
        seen=tenures.of(read_date(told["order"][0])) if told["order"][0] != UNDATED else None,
        beside=frozenset(told["beside"]) - {name},
        local=frozenset(told["bodies"]) - bodies,
        seats=frozenset(told["seats"]) - bodies,
        common=frozenset(told["common"]) - bodies,
        around=frozenset(told["provinces"] if len(told["provinces"]) <= _FEW else ()) - homes,
        sexes=frozenset(_SEX[one.form] for one in called if one.form in _SEX),
        standing=frozenset(standing for one in called for standing in one.standing),
        trades=frozenset(one.form for one in called if one.kind == "profession"),
        press=told["press"],
        papers=frozenset(told["papers"] if told["press"] else ()),
    )


_SEX: Final = {
    **dict.fromkeys(("ông", "anh", "chú", "cậu"), "m"),
    **dict.fromkeys(("bà", "chị", "dì", "cô", "mợ", "thím"), "f"),
}


@functools.cache
def _called() -> Mapping[str, Honorific]:
    """Return the words that stand before names, by their folded form."""
    return {one.form.lower(): one for one in names.honorifics()}
