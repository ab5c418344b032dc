"""Which local things of one block are one, which are two, and of which that is open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from lienket.model import Judgement, Verdict
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


def alone(nodes: Iterable[str]) -> Resolution:
    """Return the resolution of a block in which nothing can be another."""
    return Resolution(tuple(Group((node,), node, ()) for node in nodes), ())


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


class Sighting(Protocol):
    """What one article tells of a thing."""

    @property
    def article(self) -> str:
        """The IRI of the article."""

    @property
    def order(self) -> tuple[str, str, str]:
        """What makes it senior to others: date published, article, local IRI."""


class Joined:
    """The sightings of one block while they are put in groups, beginning with those that were judged to be one."""

    def __init__(self, sightings: Mapping[str, Sighting], judgements: Sequence[Judgement]) -> None:
        self._sightings = sightings
        self._joining = Joining()
        self._articles = {node: {one.article} for node, one in sightings.items()}
        self._why: dict[str, set[str]] = {}
        self._apart = {one.pair for one in judgements if one.verdict is not Verdict.SAME}
        for one in judgements:
            if one.verdict is Verdict.SAME:
                left, right = map(self.leader, one.pair)
                if left != right:
                    self._join(left, right, ("judged",))

    def leader(self, node: str) -> str:
        """Return what stands for the group of a local thing: its least member."""
        return self._joining.leader(node)

    def join(self, one: str, other: str, evidence: Iterable[str]) -> None:
        """Make two groups one, unless an article tells the two apart or someone decided that they are two."""
        left, right = self.leader(one), self.leader(other)
        if left != right and self._articles[left].isdisjoint(self._articles[right]):
            self._join(left, right, evidence)

    def _join(self, left: str, right: str, evidence: Iterable[str]) -> None:
        if self._apart and self.judged_apart(left, right):
            return
        why = self._why.pop(left, set()) | self._why.pop(right, set()) | set(evidence)
        fewer, more = sorted((self._articles[left], self._articles[right]), key=len)
        more |= fewer
        leader = self._joining.join(left, right)
        self._articles[leader] = more
        self._why[leader] = why

    def in_one_article(self, one: str, other: str) -> bool:
        """Tell whether some article tells of both groups."""
        return not self._articles[self.leader(one)].isdisjoint(self._articles[self.leader(other)])

    def judged_apart(self, one: str, other: str) -> bool:
        """Tell whether someone decided that two groups are two."""
        both = {self.leader(one), self.leader(other)} if self._apart else set()
        return any({self.leader(each) for each in pair} == both for pair in self._apart)

    def groups(self) -> dict[str, Group]:
        """Return the groups by what stands for each, sorted."""
        found = self._joining.groups(self._sightings)
        return {
            leader: Group(
                members=tuple(sorted(found[leader])),
                first=min(found[leader], key=lambda node: self._sightings[node].order),
                evidence=tuple(sorted(self._why.get(leader, ()))),
            )
            for leader in sorted(found)
        }
