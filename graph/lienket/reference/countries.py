"""Countries and regions of the world, from `countries.csv`."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, cast

from lienket.reference.tables import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or a region that is none, with its other names."""

    name: str
    other: tuple[str, ...]
    kind: Literal["country", "region"]
    party: str | None
    """The Party that leads the state by its constitution."""
    state: str | None
    """The full name of a state so led."""


HOME = "Việt Nam"
"""The country whose bodies need no country in their names."""


@functools.cache
def countries() -> tuple[Country, ...]:
    """Return the rows of `countries.csv`, in their order."""
    return tuple(
        Country(
            name=row.text("name"),
            other=row.items("other"),
            kind=cast(Literal["country", "region"], row.one_of("kind", ("country", "region"))),
            party=row.optional("party") or None,
            state=row.optional("state") or None,
        )
        for row in read("countries.csv", ("name", "other", "kind", "party", "state"))
    )


def party_of(country: str) -> str | None:
    """Return the Party that leads the state `country`; None where none does or no such country is known."""
    return _parties().get(country)


def full_name_of(country: str) -> str | None:
    """Return the full name of a state that a Party leads; None for others."""
    return next((one.state for one in countries() if one.name == country), None)


def state_led_by(party: str) -> str | None:
    """Return the state that `party` leads; None where it leads none."""
    return next((country for country, leading in _parties().items() if leading == party), None)


def led_by_party_in(name: str) -> str | None:
    """Return the foreign state led by a Party with which a body's name ends: "Quân ủy Trung ương [Trung Quốc]"."""
    return next((country for country in _parties() if country != HOME and name.endswith(f" {country}")), None)


@functools.cache
def _parties() -> dict[str, str]:
    return {one.name: one.party for one in countries() if one.party is not None}
