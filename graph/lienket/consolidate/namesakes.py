"""Which people of one name are one person.

Each person of an article is a sighting: what the article tells of them that could tell who it is. Sightings of one name
are joined best evidence first, as long as nothing stands against it; a name alone joins nobody. Where the evidence is
too weak either way the two stay apart, and the comparison says so.
"""

from __future__ import annotations

import functools
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from lienket.consolidate import agencies, changes, places
from lienket.consolidate.judgements import Judged
from lienket.consolidate.likeness import Likeness, Pair, Weight
from lienket.consolidate.memory import Memory
from lienket.consolidate.resolution import Comparison, Group, Joined, Joining, Resolution, alone
from lienket.consolidate.said import Said
from lienket.language.folding import name_key
from lienket.language.syllables import is_syllable
from lienket.model import Level, Verdict
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
_BESIDE: Final = 60
"""Others named beside someone who are looked at, at most."""


def candidates(
    said: Said, people: Sequence[str], held: Iterable[str], judged: Judged
) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the people of one article as candidates: block, local IRI and sighting. `held` are its memberships.

    What the sightings have in common is entered at once.
    """
    if not people:
        return []
    article = iris.article_of(people[0])
    things = said.memory.things(article)
    named = {node: name for node in things.get("agency", ()) if (name := _local_body(said, node))}
    posts: dict[str, list[dict[str, Any]]] = {}
    for node in held:
        person = said.linked(node, ORG.member)
        if person:
            posts.setdefault(person, []).append(_post(said, node, named))
    common = {name for node, name in named.items() if _is_common(said, node)}
    seats = {name for node, name in named.items() if _is_seat(said, node)}
    provinces = sorted({province for node in things.get("place", ()) if (province := places.province(said, node))})
    key = {node: name_key(said.one(node, FOAF.name) or "") for node in people}
    authors = set(said.many(article, SCHEMA.author))
    press = {node for node in people if node in authors or said.one(node, LK.rule) in _PRESS}
    # Who holds an office of the state as a whole, or writes for the paper, is named beside everybody.
    wide = press | {node for node in people if any(post["central"] for post in posts.get(node, ()))}
    local = sorted({key[node] for node in people if node not in wide})
    shared = {
        "text": said.text_of(article),
        "beside": local[:_BESIDE],
        "bodies": sorted(set(named.values()) - common - seats)[:_BESIDE],
        "seats": sorted(seats)[:_BESIDE],
        "common": sorted(common)[:_BESIDE],
        "provinces": provinces,
    }
    said.memory.surround(article, shared)
    return [
        (
            BLOCK + judged.name(key[node]),
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


def _post(said: Said, node: str, named: Mapping[str, str]) -> dict[str, Any]:
    """Return what a membership tells of its holder; `named` are the bodies of its article."""
    agency = said.linked(node, ORG.organization)
    date = said.date(node, LK.attestedOn)
    return {
        "role": (said.one(node, ORG.role) or "").rpartition("/")[2],
        "status": (said.one(node, LK.status) or "").rpartition("/")[2],
        "body": named.get(agency or ""),
        "above": named.get((agencies.above(said, agency) if agency else None) or ""),
        "next": changes.later(said, agency) if agency else [],
        "known": said.of(agency),
        "province": _province_of_agency(said, agency) if agency else None,
        "central": agency is not None and _is_central(said, agency),
        "since": date.earliest.isoformat() if date and date.earliest else None,
        "until": date.latest.isoformat() if date and date.latest else None,
    }


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


# Deciding

_JOINED: Final = 2.5
"""Evidence from which two are one."""
_APART: Final = -3.0
"""Evidence from which two are two. Between the two it is open."""
_KEPT: Final = 40
"""Sightings of a block from which on its comparisons are kept."""
_MORE: Final = 8
"""Sightings beyond those whose comparisons are kept from which on these are kept anew: writing thousands takes longer
than comparing a few again."""
_SHOWN: Final = 3
"""Comparisons that are told of one group, at most."""
_FEW: Final = 3
"""Provinces that an article may name and still be about one place."""
_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "same-text": 8,
        "same-post": 5,
        "same-agency": 4,
        "successive-agencies": 4,
        "same-rank": 1,
        "same-trade": 1.5,
        "other-sex": -8,
        "other-trade": -2,
        "distant-posts": -5,
        "other-place": -2,
    }
)
"""What one piece of evidence weighs; measured on the gold pairs."""
_AGAINST: Final = frozenset(("common-name", "other-place"))
"""Evidence that does not tell why two are one."""


@dataclass(frozen=True, slots=True)
class _Brief:
    """What must be told of someone to put them in groups, once all pairs are weighed."""

    node: str
    order: tuple[str, str, str]
    article: str
    posts: frozenset[tuple[str, str]]
    """Role and body."""
    sexes: frozenset[str]

    def packed(self) -> list[Any]:
        """Return it as JSON can hold it."""
        return [self.node, self.order[0], sorted(self.posts), sorted(self.sexes)]


def _brief(node: str, published: str, posts: list[list[str]], sexes: list[str]) -> _Brief:
    """Return what `_Brief.packed` told."""
    article = iris.article_of(node)
    held = frozenset((role, body) for role, body in posts)
    return _Brief(node, (published, article, node), article, held, frozenset(sexes))


@dataclass(frozen=True, slots=True)
class _Sighting(_Brief):
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


def _sighting(name: str, node: str, told: dict[str, Any]) -> _Sighting:
    settled = [post for post in told["posts"] if post["body"]]
    bodies = {post["body"] for post in settled} | {post["above"] for post in settled if post["above"]}
    called = [(word, *_called().get(word, ("", ""))) for word in told["called"]]
    return _Sighting(
        node=node,
        order=tuple(told["order"]),
        article=iris.article_of(node),
        text=told["text"],
        posts=frozenset((post["role"], post["body"]) for post in settled),
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


@functools.lru_cache(maxsize=4096)
def rarity(name: str) -> float:
    """Return what the folded name itself weighs: little where many bear it, more where hardly two can."""
    words = name.split()
    if any(_is_initial(words, at) for at in range(len(words))):
        return _INITIALS
    if not all(map(is_syllable, words)):
        return 1.5  # of another language: among the people of one country's news hardly two
    family = _families().get(words[0])
    if len(words) < 3:
        return -1.0 if family is not None else -1.5
    telling = [word for word in words[1:] if word not in ("văn", "thị")]
    given = 1.5 if len(telling) > 2 else 0.0 if len(telling) > 1 else -1.0
    if len(telling) == 2 == len(words) - 1 and " ".join(telling) not in names.common_given_names():
        given += 0.5
    return given + next((weight for least, weight in _OF_FAMILY if (family or 0.0) >= least), 0.0)


def _is_initial(words: Sequence[str], at: int) -> bool:
    """Tell whether a word of a name is one letter that stands for another; "A" inside is a word of Mông names."""
    inside = words[at] == "a" and 0 < at < len(words) - 1
    return len(words[at].strip(".")) < 2 and words[at] not in _SHORT and not inside


_INITIALS: Final = -3.0
_SHORT: Final = frozenset(["y", "á", "à", "ổ", "ý", "ô"])
"""Syllables of one letter that are names."""
_OF_FAMILY: Final = ((3.0, 0.0), (0.5, 1.0), (0.0, 1.5))
"""What a family name weighs that at least so many in a hundred people have."""


@functools.cache
def _families() -> Mapping[str, float]:
    """Return how many in a hundred people have a family name, by its folded form; 0 for few."""
    return {name_key(one.name): one.share for one in names.family_names()}


def _weigh(name: str, one: _Sighting, other: _Sighting) -> Weight:
    """Return what speaks for two sightings being one person, in sum and by its notations; negative: against."""
    found: dict[str, float] = {}

    def note(evidence: str, weight: float | None = None) -> None:
        found[evidence] = _WEIGHTS[evidence] if weight is None else weight

    if one.text == other.text:
        note("same-text")
    if one.posts & other.posts:
        note("same-post")
    elif one.bodies & other.bodies:
        note("same-agency")
    elif one.known & other.later or one.later & other.known:
        note("successive-agencies")
    beside = len(one.beside & other.beside)
    if beside:
        note("same-colleagues", min(1.0 + 1.5 * beside, 5.0))
    crossed = len(one.bodies & (other.local | other.common)) + len(other.bodies & (one.local | one.common))
    around = len(one.local & other.local) + 0.5 * min(len(one.common & other.common), 3) + 2.5 * min(crossed, 2)
    leading = len(one.bodies & other.seats) + len(other.bodies & one.seats)
    around += 0.25 * bool(one.seats & other.seats) + 0.5 * min(leading, 2)
    if around:
        note("same-bodies", min(around, 4.0))
    here, there = one.places | one.around, other.places | other.around
    if one.places & other.places:
        note("same-place", 2.0)
    elif one.places & other.around or one.around & other.places:
        note("same-place", 1.5)
    elif one.around & other.around:
        note("same-place", 1.0)
    elif one.places and other.places and not one.bodies & other.bodies:
        note("distant-posts")
    elif here and there and not one.bodies & other.bodies:
        note("other-place")
    if one.sexes and other.sexes and not one.sexes & other.sexes:
        note("other-sex")
    if one.ranks & other.ranks:
        note("same-rank")
    if one.press and other.press:
        note("same-trade")
    elif one.press or other.press:
        note("other-trade")
    elif one.trades & other.trades:
        note("same-trade")
    rare = rarity(name)
    if one.press and other.press and rare > _INITIALS:
        rare = 0.0  # few write for the papers
    if rare and found:
        note("rare-name" if rare > 0 else "common-name", rare)
    return sum(found.values()), tuple(sorted(found)) or ("name-only",)


def resolve(memory: Memory, block: str, judged: Judged) -> Resolution:
    """Decide which of the sightings of a block are one person."""
    nodes = memory.in_block(block)
    return alone(nodes) if len(nodes) < 2 else _Block(memory, block, nodes, judged).resolution()


class _Block:
    """The sightings of one name while they are put in groups."""

    def __init__(self, memory: Memory, block: str, nodes: list[str], judged: Judged) -> None:
        self._memory = memory
        self._block = block
        self._read: dict[str, _Sighting] = {}
        kept = memory.comparisons(block) if len(nodes) >= _KEPT else None
        told = json.loads(kept) if kept else {"name": self._name_of(nodes[0]), "briefly": [], "likeness": None}
        before = {brief[0]: brief for brief in told["briefly"]}
        if nodes[0] not in before and self._name_of(nodes[0]) != told["name"]:
            told, before = {"name": self._name_of(nodes[0]), "likeness": None}, {}  # what names weigh is another
        self._name = told["name"]
        self._new = [node for node in nodes if node not in before]
        self._sightings: dict[str, _Brief] = {
            node: _brief(*before[node]) if node in before else self._sighting(node) for node in nodes
        }
        self._likeness = Likeness(told["likeness"])
        self._judged = judged.on(self._sightings)
        self._joined = Joined(self._sightings, self._judged)

    def _name_of(self, node: str) -> str:
        return name_key(json.loads(self._memory.candidate(self._block, node))["name"])

    def _sighting(self, node: str) -> _Sighting:
        sighting = self._read.get(node)
        if sighting is None:
            told = json.loads(self._memory.candidate(self._block, node)) | self._memory.around(iris.article_of(node))
            sighting = self._read[node] = _sighting(name_key(told["name"]), node, told)
        return sighting

    def _weighed(self, one: str, other: str) -> Weight:
        return _weigh(self._name, self._sighting(one), self._sighting(other))

    def resolution(self) -> Resolution:
        """Return who is who."""
        holding = list(self._same_posts())
        together = Joining()
        for one, other in holding:
            together.join(one, other)
        new = ((node, self._sighting(node).features) for node in self._new)
        self._likeness.take(new, together.leader, self._weighed)
        self._keep()
        pairs = self._likeness.strongest()
        for weight, one, other, _ in pairs:
            if weight >= _JOINED:
                together.join(one, other)
        torn = self._torn(together)
        if torn or self._judged:
            # Else those who hold the same posts become one, and weaker pairs of the same two groups tell nothing more.
            pairs = self._likeness.pairs()
        for one, other in holding:
            if torn.isdisjoint((one, other)):
                self._joined.join(one, other, ("same-post",))
        for weight, one, other, evidence in pairs:
            if weight >= _JOINED and torn.isdisjoint((one, other)):
                self._joined.join(one, other, set(evidence) - _AGAINST)
        groups = self._joined.groups()
        return Resolution(tuple(groups.values()), tuple(self._compared(groups, pairs)))

    def _torn(self, together: Joining) -> set[str]:
        """Return whom one article tells apart though all evidence holds them together: nobody knows which is which."""
        torn: set[str] = set()
        for members in together.groups(self._sightings).values():
            of_article: dict[str, list[str]] = {}
            for node in members:
                of_article.setdefault(self._sightings[node].article, []).append(node)
            torn.update(node for nodes in of_article.values() if len(nodes) > 1 for node in nodes)
        return torn

    def _same_posts(self) -> Iterator[tuple[str, str]]:
        """Yield who hold the same post: no other evidence is needed, and it need not be weighed pair by pair."""
        holders: dict[tuple[str, str], list[str]] = {}
        for node in sorted(self._sightings):
            for post in sorted(self._sightings[node].posts):
                holders.setdefault(post, []).append(node)
        for post in sorted(holders):
            first, *others = holders[post]
            for other in others:
                one, two = self._sightings[first], self._sightings[other]
                if not (one.sexes and two.sexes and not one.sexes & two.sexes):
                    yield first, other

    def _keep(self) -> None:
        """Keep the comparisons of a large block, if there are some more than before."""
        if len(self._sightings) >= _KEPT and len(self._new) > _MORE:
            briefly = [one.packed() for one in self._sightings.values()]
            told = {"name": self._name, "briefly": briefly, "likeness": self._likeness.packed()}
            self._memory.keep_comparisons(self._block, json.dumps(told, ensure_ascii=False))

    def _compared(self, groups: Mapping[str, Group], pairs: Iterable[Pair]) -> Iterator[Comparison]:
        """Yield how groups compare that were not joined: each with the few that it is likest, or with the largest."""
        if len(groups) < 2:
            return
        best: dict[tuple[str, str], Weight] = {}
        for weight, one, other, why in pairs:
            low, high = sorted((self._joined.leader(one), self._joined.leader(other)))
            if low != high:
                best.setdefault((low, high), (weight, why))
        largest = min(groups, key=lambda leader: (-len(groups[leader].members), leader))
        for leader in sorted(groups):
            if leader != largest and not any(leader in pair for pair in best):
                low, high = sorted((leader, largest))
                best[low, high] = self._weighed(groups[low].first, groups[high].first)
        told: Counter[str] = Counter()
        for (low, high), (weight, why) in sorted(best.items(), key=lambda item: (-item[1][0], item[0])):
            if told[low] < _SHOWN or told[high] < _SHOWN:
                told.update((low, high))
                yield self._comparison(groups[low], groups[high], weight, why)

    def _comparison(self, one: Group, other: Group, weight: float, why: tuple[str, ...]) -> Comparison:
        first, second = sorted((one.first, other.first))
        if self._joined.judged_apart(first, second):
            return Comparison(first, second, Verdict.DIFFERENT, ("judged",))
        if self._joined.in_one_article(first, second):
            return Comparison(first, second, Verdict.DIFFERENT, tuple(sorted({*why, "same-article"} - {"name-only"})))
        return Comparison(first, second, Verdict.DIFFERENT if weight <= _APART else Verdict.UNSURE, why)
