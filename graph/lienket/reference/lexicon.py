"""Every phrase the grammar knows, compiled into tries from the reference data."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise, product
from typing import Final, TypeVar

from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.reference import agencies, countries, names, places
from lienket.reference.agencies import AgencyKind, Body, Field
from lienket.reference.countries import Country
from lienket.reference.names import Honorific
from lienket.reference.places import ReferencePlace
from lienket.reference.roles import role_titles
from lienket.reference.titles import Title, titles

Thing = TypeVar("Thing")

_SHORT: Final[dict[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    ("trung", "ương"): (("tư",), ("tw",), ("t", ".", "ư"), ("t", ".", "w")),
    ("việt", "nam"): (("vn",),),
}
_HEADS: Final = (
    (("trường", "đại", "học"), ("đại", "học"), ("trường", "đh"), ("đh",)),
    (("bệnh", "viện"), ("bv",)),
    (("học", "viện"), ("hv",)),
    (("báo",), ("tờ",), ("nhật", "báo")),
)
"""First words of names of bodies that print takes for each other: "Trường Đại học X" is "ĐH X"."""
_CITY: Final = (
    ("thành", "phố", "hồ", "chí", "minh"), ("tp", ".", "hồ", "chí", "minh"), ("tp", "hồ", "chí", "minh"),
    ("tp", ".", "hcm"), ("tp", "hcm"), ("tphcm",), ("hồ", "chí", "minh"), ("hcm",),
)  # fmt: skip
"""How print names the city with which names of bodies end."""
_DEPUTY: Final = "phó"
_SHORTEST_DEPUTY: Final = 2
"""Syllables of the titles of deputies that are not shortened: "P. Đoàn" may be a ward's name."""
_JOINTS: Final = frozenset({",", "-", "–", "và", "&"})
_PAIR_JOINTS: Final = ("-", "–", "và", "&", "")
_LIST_JOINTS: Final = (",", *_PAIR_JOINTS)
"""What may stand between the parts of a name; a comma between two parts would join what lists only name together."""
_MOST_JOINTS: Final = 2
LEVEL_WORDS: Final = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "thủ đô": "thành phố",
    "huyện": "huyện",
    "huyện đảo": "huyện",
    "quận": "quận",
    "thị xã": "thị xã",
    "tx": "thị xã",
    "xã": "xã",
    "phường": "phường",
    "thị trấn": "thị trấn",
    "tt": "thị trấn",
    "đặc khu": "đặc khu",
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Tries over token keys, one a kind of phrase, and the family names."""

    titles: Trie[Title]
    bodies: Trie[Body]
    heads: Trie[tuple[AgencyKind, ...]]
    agency_starts: frozenset[str]
    """First keys of bodies and heads."""
    fields: Trie[Field]
    place_names: Trie[tuple[ReferencePlace, ...]]
    level_words: Trie[str]
    countries: Trie[Country]
    honorifics: Trie[Honorific]
    surnames: frozenset[str]
    strong_surnames: frozenset[str]
    compounds: frozenset[tuple[str, str]]
    """Syllables that stand next to each other in names of bodies and fields: "xuất", "bản"."""
    first_syllables: frozenset[str]
    """The first of each pair of `compounds` and of each of `name_words`."""
    name_words: Trie[str]
    """Words of which names of bodies are made, each with its kind."""


def keys_of(phrase: str) -> tuple[str, ...]:
    """Return the token keys of `phrase`, as a text that holds it would have them."""
    return tuple(tokenise(phrase).keys)


@functools.cache
def lexicon() -> Lexicon:
    """Return the lexicon of the shipped reference data; built once a process."""
    family = names.family_names()
    named = [(body, (body.name, *body.short)) for body in agencies.bodies()]
    bodies: Trie[Body] = Trie(chain(_forms(named), _reworded(named)))
    heads = Trie(_gathered((kind, (kind.head, *_whole(kind.short))) for kind in agencies.kinds()))
    return Lexicon(
        titles=Trie(chain.from_iterable(map(_title_forms, (*titles(), *role_titles())))),
        bodies=bodies,
        heads=heads,
        agency_starts=frozenset(bodies.starts() | heads.starts()),
        fields=Trie(_forms((field, (field.name, *field.short)) for field in agencies.fields())),
        place_names=Trie(_gathered((place, tuple(_names_of(place))) for place in places.load().all())),
        level_words=Trie((keys_of(form), kind) for form, kind in LEVEL_WORDS.items()),
        countries=Trie(_forms((one, (one.name, *one.other)) for one in countries.countries())),
        honorifics=Trie((keys_of(one.form), one) for one in names.honorifics()),
        surnames=frozenset(one.key for one in family),
        strong_surnames=frozenset(one.key for one in family if one.strong),
        compounds=frozenset(_pairs()),
        first_syllables=frozenset(first for first, _ in _pairs())
        | {keys_of(form)[0] for form, _ in agencies.name_words()},
        name_words=Trie((keys_of(form), kind) for form, kind in agencies.name_words()),
    )


def _title_forms(title: Title) -> Iterator[tuple[tuple[str, ...], Title]]:
    """Yield the words of a title, and those of a deputy with "phó" shortened: "P. Giám đốc"; "P. Đoàn" is a ward."""
    keys = keys_of(title.form)
    yield keys, title
    if keys[0] == _DEPUTY and len(keys) > _SHORTEST_DEPUTY:
        yield ("p", ".", *keys[1:]), title


def _pairs() -> Iterator[tuple[str, str]]:
    """Yield each two words of full names that no mark and no "và" parts."""
    for phrase in (
        *(body.name for body in agencies.bodies()),
        *(field.name for field in agencies.fields()),
        *(kind.head for kind in agencies.kinds()),
        *(title.form for title in role_titles()),
    ):
        keys = keys_of(phrase)
        for first, second in pairwise(keys):
            if first.isalpha() and second.isalpha() and "và" not in (first, second):
                yield first, second


def _whole(forms: Iterable[str]) -> tuple[str, ...]:
    """Return the forms that do not begin with an initial: "P. T. Cường" and "E 24" begin no body's name."""
    return tuple(form for form in forms if len(keys_of(form)[0]) > 1)


def _names_of(place: ReferencePlace) -> Iterator[str]:
    """Yield the names of a place without level words: of "TP.HCM" too what follows the level word."""
    yield place.name
    for name in place.other_names:
        yield name
        if "-" in name:
            yield name.replace("-", "–")
        if name.startswith("TP") and name[2:].lstrip(". "):
            yield name[2:].lstrip(". ")


def _forms(things: Iterable[tuple[Thing, Iterable[str]]]) -> Iterator[tuple[tuple[str, ...], Thing]]:
    """Yield each form of each thing; full names of all come before short forms, and these before other spellings."""
    kept = [(thing, [keys_of(form) for form in forms]) for thing, forms in things]
    for thing, forms in kept:
        yield forms[0], thing
    for thing, forms in kept:
        for form in forms[1:]:
            yield form, thing
    for thing, forms in kept:
        for form in forms:
            for spelling in _spellings(form):
                yield spelling, thing


def _reworded(named: Iterable[tuple[Thing, Iterable[str]]]) -> Iterator[tuple[tuple[str, ...], Thing]]:
    """Yield each form of each thing with every other word for its head and for the city that it ends with."""
    for thing, forms in named:
        for keys in map(keys_of, forms):
            every = [head for heads in _HEADS for head in heads if any(keys[: len(one)] == one for one in heads)]
            first = max((len(head) for head in every if keys[: len(head)] == head), default=0)
            city = _CITY[0] if keys[-len(_CITY[0]) :] == _CITY[0] else ()
            middle = keys[first : len(keys) - len(city)]
            for head, last in product(every or ((),), _CITY if city else ((),)):
                yield (*head, *middle, *last), thing


def _spellings(keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield other ways to print a name: "Trung ương" and "Việt Nam" shortened, its parts joined by other marks."""
    for at in range(len(keys) - 1):
        for short in _SHORT.get(keys[at : at + 2], ()):
            yield (*keys[:at], *short, *keys[at + 2 :])
    joints = [at for at, key in enumerate(keys) if key in _JOINTS]
    if not 0 < len(joints) <= _MOST_JOINTS:
        return
    listed = len(joints) > 1 or keys[joints[0]] == ","
    choices = _LIST_JOINTS if listed else _PAIR_JOINTS
    for chosen in product(choices, repeat=len(joints)):
        marks = dict(zip(joints, chosen, strict=True))
        yield tuple(mark for at, key in enumerate(keys) if (mark := marks.get(at, key)))


def _gathered(things: Iterable[tuple[Thing, Iterable[str]]]) -> Iterator[tuple[tuple[str, ...], tuple[Thing, ...]]]:
    """Yield each form with all the things it stands for, in their order; place names of one digit are kept."""
    by_keys: dict[tuple[str, ...], list[Thing]] = {}
    for thing, forms in things:
        for keys in {keys_of(form): None for form in forms}:
            by_keys.setdefault(keys, []).append(thing)
    for keys, found in by_keys.items():
        yield keys, tuple(found)
