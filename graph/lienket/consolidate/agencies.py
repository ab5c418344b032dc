"""Which agencies are one: those of one type, jurisdiction and parent and, where these leave several, one name."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from lienket.consolidate import periods, places
from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest, links
from lienket.language.folding import name_key
from lienket.language.syllables import is_syllable
from lienket.model import Level
from lienket.rdf import iris, vocabulary
from lienket.rdf.ntriples import Statement, a, labelled, link
from lienket.rdf.terms import LK, ORG, RDF, SKOS, VOCABULARY
from lienket.reference import agencies as reference
from lienket.reference.countries import HOME
from lienket.reference.lexicon import keys_of, lexicon

KIND: Final = "agency"
_COUNTED: Final = (SKOS.prefLabel, SKOS.altLabel, LK.level, RDF.type)
"""Of which properties the description of a known agency takes what most articles say, or all."""
_ABOVE: Final = (ORG.unitOf, ORG.subOrganizationOf)
_TYPES: Final = VOCABULARY + "agency-type/"
_SCHOOLS: Final = (f"{_TYPES}truong-dai-hoc", f"{_TYPES}dai-hoc")
"""The types of universities, which are printed with and without the word for school."""
_COMPANIES: Final = frozenset(
    f"{_TYPES}cong-ty{form}" for form in ("", "-co-phan", "-trach-nhiem-huu-han", "-trach-nhiem-huu-han-mot-thanh-vien")
)
_NATIONWIDE: Final = frozenset(
    _TYPES + of
    for of in (
        *("tap-doan", "tong-cong-ty", "ngan-hang", "bao", "tap-chi", "nha-xuat-ban", "hoc-vien", "dai-su-quan"),
        *("tong-lanh-su-quan", "vuon-quoc-gia"),
    )
)
"""Types of bodies of the whole country, of which there is one of a telling name."""
_OF_STATES: Final = frozenset(
    _TYPES + of
    for of in (
        *("nha-nuoc", "chinh-phu", "bo", "quoc-hoi", "co-quan-cua-quoc-hoi", "dang", "co-quan-dang-trung-uong"),
        *("toa-an-nhan-dan-toi-cao", "vien-kiem-sat-nhan-dan-toi-cao"),
    )
)
"""Types of bodies of which a state has one of a name, which for other states ends with the state's."""
_COMPANY: Final = f"{_TYPES}cong-ty"
_TELLING: Final = 4
"""Syllables of a company's name, its trade included, that no second company has; one less with a foreign word."""
_SECURITY: Final = "cơ quan an ninh điều tra"
_POLICE: Final = "cơ quan cảnh sát điều tra"
_INVESTIGATORS: Final = "cơ quan điều tra"


@dataclass(frozen=True, slots=True)
class Standing:
    """What tells one agency from all others. `type` and `jurisdiction` are IRIs, `parent` is a known agency's."""

    type: str
    jurisdiction: str
    parent: str
    name: str
    """The folded full name; empty where the rest leaves one body only."""
    article: str = ""
    """The article that alone knows which body it means."""

    def iri(self, base: str) -> str:
        """Return the IRI of the agency."""
        key = (self.type, self.jurisdiction, self.parent, self.name)
        return iris.known(base, KIND, *key, self.article) if self.article else iris.known(base, KIND, *key)


def identify(said: Said, nodes: Iterable[str], placed: Mapping[str, str]) -> dict[str, str]:
    """Return the known agency of each agency of one article. `placed` are the known places of its places."""
    of: dict[str, str] = {}
    local = list(nodes)
    named = {node: name_key(said.one(node, SKOS.prefLabel) or "") for node in local}
    if not any(name.startswith(_SECURITY) for name in named.values()):
        named = {node: _in_full(name) for node, name in named.items()}
    for node in local:
        _identify(said, node, (), named, placed, of)
    return of


def _in_full(name: str) -> str:
    """Return the folded name of the investigators of a local police in full; without more these are meant by it."""
    return _POLICE + name.removeprefix(_INVESTIGATORS) if name.startswith(f"{_INVESTIGATORS} công an ") else name


def _identify(
    said: Said,
    node: str,
    inner: tuple[str, ...],
    named: Mapping[str, str],
    placed: Mapping[str, str],
    of: dict[str, str],
) -> str:
    """Return the known agency of a local one; `inner` are the agencies under it that are being identified."""
    known = of.get(node)
    if known is None:
        outer = above(said, node)
        parent = ""
        if outer and outer not in inner:
            parent = _identify(said, outer, (*inner, node), named, placed, of)
        place = said.linked(node, LK.jurisdiction)
        known = of[node] = _standing(said, node, named.get(node, ""), placed.get(place or "", ""), parent).iri(
            said.base
        )
    return known


def above(said: Said, node: str) -> str | None:
    """Return the local agency that an article puts a local one under."""
    for one in _ABOVE:
        outer = said.linked(node, one)
        if outer and outer != node:
            return outer
    return None


def _standing(said: Said, node: str, name: str, place: str, parent: str) -> Standing:
    """Return what tells an agency from others, by its folded full name and its article's known place and parent.

    Bodies that exist many times (a committee of every province) are one only where it is settled whose they are:
    else the agency is its article's own.
    """
    central = said.one(node, LK.level) == vocabulary.concepts("level")[Level.CENTRAL].iri.value
    stated = said.one(node, ORG.classification) or ""
    standing, loose = _told_apart(said.base, name, stated, place, parent, central=central)
    return replace(standing, article=iris.article_of(node)) if loose else standing


@functools.lru_cache(maxsize=16384)
def _told_apart(base: str, name: str, stated: str, place: str, parent: str, *, central: bool) -> tuple[Standing, bool]:
    """Return what tells an agency from others, and whether its article alone knows which body it means.

    `stated` is its type as stated; `central` tells whether it is said to be of the central level.
    """
    body = reference.body_named(name)
    if body:
        return Standing(_TYPES + body.type, "", "", name_key(body.name)), False
    of_type = _type(name, stated)
    place = _settled_by_name(base, name, place)
    kind = next(iter(reference.kinds_of(of_type.removeprefix(_TYPES))), None)
    if of_type in _SCHOOLS:
        of_type, name = _SCHOOLS[0], name.removeprefix("trường ")
    if of_type in _COMPANIES | _NATIONWIDE and named_once(of_type, name):
        of_type = _COMPANY if of_type in _COMPANIES else of_type
        return Standing(of_type, "", "", name), False  # whatever form, seat or owner an article names
    if not (place or parent):
        one = central or named_once(of_type, name)
        loose = kind is not None and not (one or (of_type in _OF_STATES and _names_a_state(name)))
        return Standing(of_type, "", "", name), loose
    if place and kind and kind.place != "none":
        parent = ""  # the place settles what it is under, whether or not an article says so
    return Standing(of_type, place, parent, name if is_one_of_several(of_type) else ""), False


def is_settled(said: Said, node: str) -> bool:
    """Tell whether its article settles which body a local agency is."""
    if said.linked(node, LK.jurisdiction) or above(said, node):
        return True
    return not _standing(said, node, name_key(said.one(node, SKOS.prefLabel) or ""), "", "").article


def named_once(of_type: str, name: str) -> bool:
    """Tell whether a firm, paper or university, by type (an IRI) and folded full name, is the only one so named.

    Its name holds words that are for no trade or science ("mường thanh"); a company's, of which there are many, has
    four syllables at least, or three with a foreign word; a university's is not short for that of others.
    """
    keys = keys_of(name)
    keys = keys[_head(keys) :]
    own = _own_words(keys)
    if of_type in _SCHOOLS:
        return bool(own) and not any(school.startswith((f"{name} ", f"{name},")) for school in _schools())
    foreign = any(not is_syllable(word) for word in own)
    if of_type in _COMPANIES and len(keys) < _TELLING - foreign:
        return False
    return of_type in _COMPANIES | _NATIONWIDE and (len(own) > 1 or foreign)


_FOR_CHILDREN: Final = ("trường mầm non", "trường mẫu giáo", "trường tiểu học", "trường trung học")


@functools.lru_cache(maxsize=4096)
def is_telling(name: str) -> bool:
    """Tell whether the folded full name of a body has words after its head that are no trade or science.

    Schools for children bear the names of the same few heroes everywhere.
    """
    keys = keys_of(name)
    return bool(_own_words(keys[_head(keys) :])) and not name.startswith(_FOR_CHILDREN)


def _head(keys: Sequence[str]) -> int:
    """Return the end of the words with which a name tells what kind of body it is: "công ty cổ phần"."""
    return next((end for end, _ in lexicon().heads.all(keys, 0, len(keys))), 0)


@functools.lru_cache(maxsize=4096)
def _names_a_state(name: str) -> bool:
    """Tell whether a folded full name ends with that of another country: "bộ ngoại giao cuba"."""
    keys, countries = keys_of(name), lexicon().countries
    found = (countries.longest(keys, at, len(keys)) for at in range(1, len(keys)))
    return any(match is not None and match[0] == len(keys) and match[1].name != HOME for match in found)


def _own_words(keys: Sequence[str]) -> list[str]:
    """Return the words of a name that do not say what its body does, as many do."""
    words, own, at = lexicon(), list[str](), 0
    while at < len(keys):
        known = words.name_words.longest(keys, at, len(keys)) or words.fields.longest(keys, at, len(keys))
        if known is None and keys[at].isalpha():
            own.append(keys[at])
        at = known[0] if known else at + 1
    return own


@functools.cache
def _schools() -> frozenset[str]:
    """Return the folded names of the universities of the list, without the word for school."""
    names = (name_key(body.name).removeprefix("trường ") for body in reference.bodies())
    return frozenset(name for name in names if name.startswith("đại học "))


@functools.lru_cache(maxsize=16384)
def _type(label: str, stated: str) -> str:
    """Return the type of a body: that of the longest head its full name begins with, else the stated one."""
    words = name_key(label).split()
    heads = _heads()
    for length in range(min(len(words), _longest_head()), 0, -1):
        types = heads.get(" ".join(words[:length]))
        if types:
            return types[0] if len(types) == 1 else stated
    return stated


@functools.cache
def _heads() -> Mapping[str, tuple[str, ...]]:
    """Return, by folded full head of two words or more without a field, the types of the kinds that have it."""
    found: dict[str, dict[str, None]] = {}
    for kind in reference.kinds():
        if kind.field == "none" and " " in kind.head:
            found.setdefault(name_key(kind.head), {})[_TYPES + kind.type] = None
    return {head: tuple(types) for head, types in found.items()}


@functools.cache
def _longest_head() -> int:
    return max(len(head.split()) for head in _heads())


def _settled_by_name(base: str, label: str, place: str) -> str:
    """Return the legal unit of a body of a province, where the body's name tells the time: it goes before the date."""
    before = periods.before_reform(base).get(place)
    if before is None or not periods.ended_before_reform(label, before):
        return place
    return places.unit_iri(base, before)


def is_one_of_several(of_type: str) -> bool:
    """Tell whether one place or parent can have several bodies of a type (an IRI), which only names tell apart."""
    return _several().get(of_type, True)


@functools.cache
def _several() -> Mapping[str, bool]:
    """Return the types of bodies that exist many times, and whether one place or parent can have several of it.

    A province has one committee, but many departments and schools, which only their names tell apart.
    """
    several: dict[str, bool] = {}
    for kind in reference.kinds():
        iri = _TYPES + kind.type
        several[iri] = several.get(iri, False) or kind.field != "none"
    return several


def share(said: Said, node: str) -> str:
    """Return what stands for all that an article's agency adds to the description of the known one."""
    return said.share(node, _COUNTED, said.of(above(said, node)))


def statements(said: Said, iri: str, members: Mapping[str, int]) -> Iterator[Statement]:
    """Yield the description of a known agency. `members`: the first of those alike, with how many these are."""
    yield a(iri, ORG.Organization)
    name = label(said, members)
    yield labelled(iri, SKOS.prefLabel, name)
    others = {
        other
        for one in members
        for other in (*said.many(one, SKOS.prefLabel), *said.many(one, SKOS.altLabel))
        if other != name
    }
    for other in sorted(others):
        yield labelled(iri, SKOS.altLabel, other)
    first = next(iter(members))
    stated = said.one(first, ORG.classification)
    body = reference.body_named(name)
    if body:
        stated = _TYPES + body.type
    elif stated:
        stated = _type(name, stated)
    yield from links(iri, ORG.classification, [stated])
    levels = [said.many(one, LK.level) for one in members]
    if any(levels):
        yield link(iri, LK.level, commonest(levels, members.values()))
    yield from links(iri, LK.jurisdiction, [jurisdiction(said, first)])
    yield from _under(said, iri, members)


def _under(said: Said, iri: str, members: Mapping[str, int]) -> Iterator[Statement]:
    """Yield whether it is a body of its own or a unit, as most articles say, and what it is under."""
    units = sum(alike for one, alike in members.items() if said.is_a(one, ORG.OrganizationalUnit))
    unit = 2 * units > sum(members.values())
    yield a(iri, ORG.OrganizationalUnit if unit else ORG.FormalOrganization)
    whole = parent(said, members)
    if whole and whole != iri:
        yield link(iri, ORG.unitOf if unit else ORG.subOrganizationOf, whole)


def label(said: Said, members: Mapping[str, int]) -> str:
    """Return the name that most articles give a known agency."""
    return commonest((said.many(one, SKOS.prefLabel) for one in members), members.values())


def parent(said: Said, members: Mapping[str, int]) -> str | None:
    """Return the known agency above a known one: the one that most articles name."""
    named = [said.all_of(filter(None, [above(said, one)])) for one in members]
    return commonest(named, members.values()) if any(named) else None


def jurisdiction(said: Said, member: str) -> str | None:
    """Return the known place of a known agency, of which `member` is a local one."""
    place = said.of(said.linked(member, LK.jurisdiction))
    return _settled_by_name(said.base, said.one(member, SKOS.prefLabel) or "", place) if place else None
