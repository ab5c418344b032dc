"""What speaks for and against two sightings being one person, and how much."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import Final

from lienket.consolidate import agencies, particulars, places
from lienket.consolidate.likeness import Weight
from lienket.consolidate.sightings import Sighting
from lienket.language.folding import name_key
from lienket.language.syllables import is_syllable
from lienket.reference import names

_WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        "same-text": 8,
        "same-post": 5,
        "same-title": 3,
        "same-agency": 4,
        "successive-agencies": 4,
        "same-birth": 3,
        "same-home": 1,
        "same-rank": 1,
        "same-trade": 1.5,
        "same-paper": 1.5,
        "other-sex": -8,
        "other-trade": -2,
        "distant-posts": -5,
        "other-place": -2,
        "other-posts": -1,
        "other-seats": -3,
        "other-birth": -6,
        "other-home": -2,
        "other-rank": -2,
    }
)
"""What one piece of evidence weighs; measured on the gold pairs."""
AGAINST: Final = frozenset(("common-name", *(notation for notation, weight in _WEIGHTS.items() if weight < 0)))
"""Evidence that does not tell why two are one."""


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


_CROSSED: Final = 2.5
"""What a body weighs that is one's and that the article of the other names."""
_CROSSED_COMMON: Final = 1.0
"""The same where both have offices, each at other bodies, and many bear the name."""
_CROSSED_CENTRAL: Final = 0.5
"""The same of a body of the state as a whole: any article may name it."""
_AROUND: Final = 4.0
"""What bodies beside weigh at most."""
_SOMETHING: Final = 1.0
"""What bodies beside both must weigh to be evidence where there is no other."""
_SAME_DUTY: Final = 1.5
"""What the same title weighs at bodies whose name many have: "Trưởng phòng Tổ chức cán bộ"."""
_TOGETHER: Final = -1.5
"""What articles of different provinces weigh where others are named beside both, and for reporters."""
_IN_ONE_PROVINCE: Final = -2.0
"""What offices at several bodies of one province weigh where the name is one that many bear."""


def weigh(name: str, one: Sighting, other: Sighting) -> Weight:
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
    elif one.titles & other.titles:
        telling = any(agencies.is_telling(body) for _, body in one.titles & other.titles)
        note("same-title", None if telling else _SAME_DUTY)
    elsewhere = bool(one.offices and other.offices) and not found.keys() - {"same-text"}
    beside = len(one.beside & other.beside)
    if beside:
        note("same-colleagues", min(1.0 + 1.5 * beside, 5.0))
    local = len(one.bodies & other.local) + len(other.bodies & one.local)
    central = len(one.bodies & other.common) + len(other.bodies & one.common)
    around = len(one.local & other.local) + 0.5 * min(len((one.common & other.common) - (one.papers & other.papers)), 3)
    rare = rarity(name)
    crossed, crossed_central = (_CROSSED_COMMON, _CROSSED_CENTRAL) if elsewhere and rare <= 0 else (_CROSSED, _CROSSED)
    around += crossed * min(local, 2) + crossed_central * min(central, max(2 - local, 0))
    leading = len(one.bodies & other.seats) + len(other.bodies & one.seats)
    around += 0.25 * bool(one.seats & other.seats) + 0.5 * min(leading, 2)
    if around:
        note("same-bodies", min(around, _AROUND))
    for evidence, weight in _place(one, other, accompanied=beside > 0):
        note(evidence, weight)
    if elsewhere and not found.keys() & {"distant-posts", "other-place"} and all(map(is_syllable, name.split())):
        if not one.places & other.places:
            note("other-posts")
        elif rare <= 0:
            note("other-posts", _IN_ONE_PROVINCE)
    if one.sexes and other.sexes and not one.sexes & other.sexes:
        note("other-sex")
    for evidence, weight in particulars.weigh(one, other):
        note(evidence, weight)
    for evidence in _trade(one, other):
        note(evidence)
    if one.press and other.press and rare > _INITIALS:
        rare = 0.0  # few write for the papers
    if found.keys() == {"same-bodies"} and found["same-bodies"] < _SOMETHING:
        found.clear()  # half the news names the Government
    if rare and found:
        note("rare-name" if rare > 0 else "common-name", rare)
    return sum(found.values()), tuple(sorted(found)) or ("name-only",)


def _place(one: Sighting, other: Sighting, *, accompanied: bool) -> Iterator[tuple[str, float | None]]:
    """Yield what the places of offices and articles tell; `accompanied` if others are named beside both."""
    here, there = one.places | one.around, other.places | other.around
    if one.places & other.places:
        yield "same-place", 2.0
    elif one.places & other.around or one.around & other.places:
        yield "same-place", 1.5
    elif one.around & other.around:
        yield "same-place", 1.0
    elif one.bodies & other.bodies:
        return
    elif one.places and other.places and particulars.distant(one, other):
        yield "distant-posts", None
    elif here and there and not any(places.became(*pair) for pair in product(here, there)):
        yield "other-place", _TOGETHER if accompanied or (one.press and other.press) else None


def _trade(one: Sighting, other: Sighting) -> Iterator[str]:
    """Yield whether they are of one trade."""
    if one.press and other.press:
        yield "same-trade"
        if one.papers & other.papers:
            yield "same-paper"
    elif one.press or other.press:
        yield "other-trade"
    elif one.trades & other.trades:
        yield "same-trade"
