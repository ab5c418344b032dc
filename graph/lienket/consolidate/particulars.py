"""What speaks for and against two sightings being one person by what each tells of the person alone: birth, home, ranks
and degrees, and posts that one person cannot hold at one time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lienket.consolidate import places, tenures
from lienket.consolidate.sightings import ARMY, FEW_HAVE, Sighting

_YEAR: Final = 4
"""Characters of a birth that tells the year alone."""
_DAY: Final = 10
"""Characters of one that tells the day."""
_SLIP: Final = 2
"""Years by which two papers may differ on the birth of one person."""
_SAME_DAY: Final = 6.0
"""What the same day of birth weighs, the same year being `same-birth`."""
_SAME_PLACE: Final = 2.5
"""What the same commune or district to come from weighs, the same province being `same-home`."""
_INSIDE: Final = ", "
"""Between a place and its province."""
_HIGH: Final = 2.0
"""What a rank or degree weighs that few have."""
_SCALES: Final = (ARMY, ("cử nhân", "thạc sĩ", "tiến sĩ", "tiến sĩ khoa học"), ("phó giáo sư", "giáo sư"))
"""Ranks, degrees and titles that one has one of at a time, the lowest first: nobody falls back."""


def weigh(one: Sighting, other: Sighting) -> Iterator[tuple[str, float | None]]:
    """Yield what speaks for or against, by its notation, with what it weighs where that is not what it usually does."""
    yield from _born(one, other)
    yield from _home(one, other)
    yield from _standing(one, other)
    if _in_two_seats(one, other):
        yield "other-seats", None


def distant(one: Sighting, other: Sighting) -> bool:
    """Tell whether two hold offices in provinces apart that are not known to have been held one after the other."""
    return any(
        here.province
        and there.province
        and not places.became(here.province, there.province)
        and not tenures.apart(here.held, there.held)
        for here in one.tenures
        for there in other.tenures
    )


def born_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the births that are told (ISO) lie further apart than papers err."""
    return bool(one and other) and _between(one, other) > _SLIP


def _born(one: Sighting, other: Sighting) -> Iterator[tuple[str, float | None]]:
    if not (one.born and other.born):
        return
    if any(len(born) == _DAY for born in one.born & other.born):
        yield "same-birth", _SAME_DAY
    elif born_apart(one.born, other.born):
        yield "other-birth", None
    elif _between(one.born, other.born) == 0:
        yield "same-birth", None


def _between(one: frozenset[str], other: frozenset[str]) -> int:
    """Return how many years the nearest births lie apart, two days or months that differ at least one."""
    return min(
        max(abs(int(mine[:_YEAR]) - int(theirs[:_YEAR])), not mine.startswith(theirs) and not theirs.startswith(mine))
        for mine in one
        for theirs in other
    )


def _home(one: Sighting, other: Sighting) -> Iterator[tuple[str, float | None]]:
    if not (one.homes and other.homes):
        return
    shared = one.homes & other.homes
    if any(_INSIDE in home for home in shared):
        yield "same-home", _SAME_PLACE
    elif shared:
        yield "same-home", None
    elif not any(
        places.became(mine, theirs)
        for mine in one.homes
        for theirs in other.homes
        if _INSIDE not in mine and _INSIDE not in theirs
    ):
        yield "other-home", None


def _standing(one: Sighting, other: Sighting) -> Iterator[tuple[str, float | None]]:
    """Tell whether ranks and degrees agree; they differ only where both are of one time, or the later one is lower."""
    shared = one.standing & other.standing
    if shared:
        yield "same-rank", _HIGH if shared & FEW_HAVE else None
    if one.seen and other.seen:
        first, second = sorted((one, other), key=lambda sighting: sighting.order)
        orders = [(first, second)] if one.seen.apart(other.seen) else [(first, second), (second, first)]
        if any(_fell(before.standing, after.standing, scale) for before, after in orders for scale in _SCALES):
            yield "other-rank", None


def _fell(before: frozenset[str], after: frozenset[str], scale: Sequence[str]) -> bool:
    """Tell whether someone who had what `before` holds of a scale has less of it after."""
    had, has = ([at for at, word in enumerate(scale) if word in each] for each in (before, after))
    return bool(had and has) and max(has) < max(had)


def _in_two_seats(one: Sighting, other: Sighting) -> bool:
    """Tell whether two are the head of a body and its deputy on one day: "Giám đốc", "Phó Giám đốc"."""
    return not one.posts & other.posts and any(
        here.body
        and here.body == there.body
        and (_deputy_of(here.role, there.role) or _deputy_of(there.role, here.role))
        and tenures.together(here.held, there.held)
        for here in one.tenures
        for there in other.tenures
    )


def _deputy_of(role: str, head: str) -> bool:
    return role.removesuffix("-thuong-truc") == f"pho-{head}"
