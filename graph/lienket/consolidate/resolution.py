"""Which local things of one block are one, which are two, and of which that is open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lienket.model import Verdict
from lienket.rdf import iris


@dataclass(frozen=True, slots=True)
class Group:
    """Local things that are one: sorted, the senior one first named apart, and what holds them together."""

    members: tuple[str, ...]
    first: str
    evidence: tuple[str, ...]
    """Notations of the scheme identity-evidence, sorted."""

    def iri(self, base: str, kind: str) -> str:
        """Return the IRI of the known thing."""
        return iris.known(base, kind, self.first)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two groups, by their senior members, that are not one, or not surely."""

    one: str
    other: str
    verdict: Verdict
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """What was decided on a block."""

    groups: tuple[Group, ...]
    comparisons: tuple[Comparison, ...]


class Joining:
    """Things in groups that grow: a union-find whose answers do not depend on the order of joining."""

    def __init__(self) -> None:
        self._leader: dict[str, str] = {}

    def leader(self, one: str) -> str:
        """Return what stands for the group of `one`: its least member."""
        while (above := self._leader.get(one, one)) != one:
            self._leader[one] = self._leader.get(above, above)
            one = above
        return one

    def join(self, one: str, other: str) -> str:
        """Make the groups of two things one, and return what stands for it."""
        low, high = sorted((self.leader(one), self.leader(other)))
        self._leader[high] = low
        return low

    def groups(self, things: Mapping[str, object]) -> dict[str, list[str]]:
        """Return the groups among `things` by what stands for each."""
        found: dict[str, list[str]] = {}
        for one in things:
            found.setdefault(self.leader(one), []).append(one)
        return found
