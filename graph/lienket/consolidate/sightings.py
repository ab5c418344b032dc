"""What the articles tell of someone that could tell who it is: the sightings of people, by name."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lienket.consolidate import agencies, changes, places
from lienket.consolidate.said import Said
from lienket.language.folding import name_key
from lienket.model import Level
from lienket.rdf import iris
from lienket.rdf.terms import FOAF, LK, ORG, SCHEMA, SKOS
from lienket.reference import names

BLOCK: Final = "person "
"""What the names of the blocks of people begin with."""
_PRESS: Final = frozenset(("person/byline", "person/credit"))
"""Rules that find who wrote an article or took its pictures."""
_COMMON: Final = frozenset(
    (
        "bo", "co-quan-ngang-bo", "co-quan-thuoc-chinh-phu", "chinh-phu", "nha-nuoc", "quoc-hoi",
        "co-quan-cua-quoc-hoi",
        "dang", "co-quan-dang-trung-uong", "doan-the-trung-uong", "mat-tran-to-quoc-viet-nam",
        "vien-kiem-sat-nhan-dan-toi-cao", "toa-an-nhan-dan-toi-cao", "kiem-toan-nha-nuoc", "to-chuc-quoc-te",
        "bao", "thong-tan-xa", "dai-phat-thanh", "dai-truyen-hinh",
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
_COLLEGIAL: Final = frozenset(
    ("dai-bieu", "uy-vien", "uy-vien-du-khuyet", "uy-vien-thuong-vu", "uy-vien-thuong-truc", "thanh-vien")
)
"""Roles that go with another office: many have them at one body."""
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
            posts.setdefault(person, []).append({"role": role, **where[agency]})
    common = {name for node, name in named.items() if _is_common(said, node)}
    seats = {name for node, name in named.items() if _is_seat(said, node)}
    provinces = sorted({province for node in things.get("place", ()) if (province := places.province(said, node))})
    key = {node: name_key(said.one(node, FOAF.name) or "") for node in people}
    authors = set(said.many(article, SCHEMA.author))
    press = {node for node in people if node in authors or said.one(node, LK.rule) in _PRESS}
    # Who holds an office of the state as a whole, leads a province or writes for the paper is named beside everybody.
    wide = press | {node for node in people if any(_is_wide(post) for post in posts.get(node, ()))}
    local = sorted({key[node] for node in people if node not in wide})
    shared = {
        "text": said.text_of(article),
        "beside": local[:_BESIDE],
        "bodies": sorted(set(named.values()) - common - seats)[:_BESIDE],
        "seats": sorted(seats)[:_BESIDE],
        "common": sorted(common)[:_BESIDE],
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
            },
        )
        for node in people
    ]


def _where(said: Said, agency: str | None, named: Mapping[str, str]) -> dict[str, Any]:
    """Return what an agency tells of those who have a role there; `named` are the bodies of its article."""
    return {
        "body": named.get(agency or ""),
        "above": named.get((agencies.above(said, agency) if agency else None) or ""),
        "next": changes.later(said, agency) if agency else [],
        "known": said.of(agency),
        "province": _province_of_agency(said, agency) if agency else None,
        "central": agency is not None and _is_central(said, agency),
        "seat": agency is not None and _is_seat(said, agency),
    }


def _is_wide(post: Mapping[str, Any]) -> bool:
    """Tell whether all news of the country or of a province names who has a post."""
    return bool(post["central"] or (post["seat"] and post["role"] not in _COLLEGIAL))


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

    def packed(self) -> list[Any]:
        """Return it as JSON can hold it."""
        return [self.node, self.order[0], sorted(self.posts), sorted(self.offices), sorted(self.sexes)]


def brief_of(node: str, published: str, posts: list[list[str]], offices: list[str], sexes: list[str]) -> Brief:
    """Return what `Brief.packed` told."""
    article = iris.article_of(node)
    held = frozenset((role, body) for role, body in posts)
    return Brief(node, (published, article, node), article, held, frozenset(offices), frozenset(sexes))


@dataclass(frozen=True, slots=True)
class Sighting(Brief):
    """What one article tells of someone. Sets hold folded names, `known` and `later` known agencies."""

    text: str
    bodies: frozenset[str]
    """Where they have a role, and the bodies right above."""
    known: frozenset[str]
    later: frozenset[str]
    """The known agencies of the roles, and those which these became."""
    places: frozenset[str]
    """Provinces of the roles below the central level."""
    beside: frozenset[str]
    """Others named who hold no central office."""
    local: frozenset[str]
    seats: frozenset[str]
    common: frozenset[str]
    """Other bodies that the article names: those that few articles name, those that lead a province, and those of the
    state as a whole."""
    around: frozenset[str]
    """Provinces that the article names, where these are few."""
    ranks: frozenset[str]
    trades: frozenset[str]
    press: bool
    """Whether they wrote the article or took its pictures."""

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
        yield from (f"known {one}" for one in self.known | self.later)
        yield f"text {self.text}"


def sighting_of(name: str, node: str, told: dict[str, Any]) -> Sighting:
    settled = [post for post in told["posts"] if post["body"]]
    bodies = {post["body"] for post in settled} | {post["above"] for post in settled if post["above"]}
    called = [(word, *_called().get(word, ("", ""))) for word in told["called"]]
    return Sighting(
        node=node,
        order=tuple(told["order"]),
        article=iris.article_of(node),
        text=told["text"],
        posts=frozenset((post["role"], post["body"]) for post in settled),
        offices=frozenset(post["body"] or post["role"] for post in told["posts"] if post["role"] not in _COLLEGIAL),
        bodies=frozenset(bodies),
        known=frozenset(post["known"] for post in settled if post["known"]),
        later=frozenset(known for post in settled for known in post["next"]),
        places=frozenset(post["province"] for post in told["posts"] if post["province"] and not post["central"]),
        beside=frozenset(told["beside"]) - {name},
        local=frozenset(told["bodies"]) - bodies,
        seats=frozenset(told["seats"]) - bodies,
        common=frozenset(told["common"]) - bodies,
        around=frozenset(told["provinces"] if len(told["provinces"]) <= _FEW else ()),
        sexes=frozenset(sex for _, _, sex in called if sex),
        ranks=frozenset(word for word, kind, _ in called if kind in ("rank", "degree")),
        trades=frozenset(word for word, kind, _ in called if kind == "profession"),
        press=told["press"],
    )


_MALE: Final = frozenset(("ông", "anh", "chú", "cậu"))
_FEMALE: Final = frozenset(("bà", "chị", "dì", "cô", "mợ", "thím"))


@functools.cache
def _called() -> Mapping[str, tuple[str, str]]:
    """Return kind and sex ("m", "f" or "") of the words that stand before names."""
    return {
        one.form.lower(): (one.kind, "m" if one.form in _MALE else "f" if one.form in _FEMALE else "")
        for one in names.honorifics()
    }
