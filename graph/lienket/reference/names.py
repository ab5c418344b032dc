"""Words that tell a person's name: family names, honorifics, ethnic groups."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Literal, cast

from lienket.language.folding import name_key
from lienket.reference.tables import Row, read

HonorificKind = Literal["honorific", "rank", "degree", "profession"]
NameKind = Literal["family", "prefix"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyName:
    """A family name or the word in its place; `strong` when the capitalised word is seldom anything else."""

    name: str
    key: str
    kind: NameKind
    strong: bool
    groups: tuple[str, ...]
    share: float
    """How many in a hundred people have it; 0 where fewer than in any published count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """Words before a name that are no office; `plural` when several names may follow."""

    form: str
    kind: HonorificKind
    plural: bool
    standing: tuple[str, ...]
    """The ranks and degrees that it tells, the same for all forms: "GS.TS" is "giáo sư" and "tiến sĩ"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EthnicGroup:
    """One of the 54 ethnic groups, with other spellings of its name."""

    name: str
    other_names: tuple[str, ...]


@functools.cache
def family_names() -> tuple[FamilyName, ...]:
    """Return the rows of `family_names.csv`, in their order."""
    columns = ("name", "kind", "strength", "groups", "share")
    return tuple(_family_name(row) for row in read("family_names.csv", columns))


@functools.cache
def common_given_names() -> frozenset[str]:
    """Return the middle and given names of `given_names.csv`, folded, which many bear: "minh tuấn"."""
    return frozenset(name_key(row.text("name")) for row in read("given_names.csv", ("name", "families")))


@functools.cache
def honorifics() -> tuple[Honorific, ...]:
    """Return the rows of `honorifics.csv`, in their order."""
    return tuple(_honorific(row) for row in read("honorifics.csv", ("form", "kind", "plural", "standing")))


@functools.cache
def ethnic_groups() -> tuple[EthnicGroup, ...]:
    """Return the rows of `ethnic_groups.csv`, in the order of the official list."""
    return tuple(
        EthnicGroup(name=row.text("name"), other_names=row.items("other_names"))
        for row in read("ethnic_groups.csv", ("name", "other_names"))
    )


def _family_name(row: Row) -> FamilyName:
    name = row.text("name")
    return FamilyName(
        name=name,
        key=name_key(name),
        kind=cast(NameKind, row.one_of("kind", ("family", "prefix"))),
        strong=row.one_of("strength", ("strong", "weak")) == "strong",
        groups=row.items("groups"),
        share=row.number("share"),
    )


def _honorific(row: Row) -> Honorific:
    return Honorific(
        form=row.text("form"),
        kind=cast(HonorificKind, row.one_of("kind", ("honorific", "rank", "degree", "profession"))),
        plural=row.yes("plural"),
        standing=row.items("standing"),
    )
