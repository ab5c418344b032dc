"""Which people of one name are one person.

Each person of an article is a sighting: what the article tells of them that could tell who it is. Sightings of one name
are joined best evidence first, as long as nothing stands against it; a name alone joins nobody. Where the evidence is
too weak either way the two stay apart, and the comparison says so.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lienket.consolidate.judgements import Judged
from lienket.consolidate.likeness import Likeness, Pair, Weight
from lienket.consolidate.memory import Memory
from lienket.consolidate.particulars import born_apart
from lienket.consolidate.resolution import Comparison, Group, Joined, Joining, Resolution, alone
from lienket.consolidate.sightings import Brief, Sighting, brief_of, sighting_of
from lienket.consolidate.weighing import AGAINST, rarity, weigh
from lienket.language.folding import name_key
from lienket.model import Verdict
from lienket.rdf import iris

_JOINED: Final = 2.25
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


def resolve(memory: Memory, block: str, judged: Judged) -> Resolution:
    """Decide which of the sightings of a block are one person."""
    nodes = memory.in_block(block)
    return alone(nodes) if len(nodes) < 2 else _Block(memory, block, nodes, judged).resolution()


class _Block:
    """The sightings of one name while they are put in groups."""

    def __init__(self, memory: Memory, block: str, nodes: list[str], judged: Judged) -> None:
        self._memory = memory
        self._block = block
        self._read: dict[str, Sighting] = {}
        kept = memory.comparisons(block) if len(nodes) >= _KEPT else None
        told = json.loads(kept) if kept else {"name": None, "briefly": [], "likeness": None}
        before = {brief[0]: brief for brief in told["briefly"]}
        self._name = told["name"] if nodes[0] in before else self._name_of(nodes[0])
        if self._name != told["name"]:
            told, before = {"likeness": None}, {}  # what names weigh is another
        self._new = [node for node in nodes if node not in before]
        self._sightings: dict[str, Brief] = {
            node: brief_of(*before[node]) if node in before else self._sighting(node) for node in nodes
        }
        self._likeness = Likeness(told["likeness"])
        self._judged = judged.on(self._sightings)
        self._joined = Joined(self._sightings, self._judged)

    def _name_of(self, node: str) -> str:
        return name_key(json.loads(self._memory.candidate(self._block, node))["name"])

    def _sighting(self, node: str) -> Sighting:
        sighting = self._read.get(node)
        if sighting is None:
            told = json.loads(self._memory.candidate(self._block, node)) | self._memory.around(iris.article_of(node))
            sighting = self._read[node] = sighting_of(name_key(told["name"]), node, told)
        return sighting

    def _weighed(self, one: str, other: str) -> Weight:
        return weigh(self._name, self._sighting(one), self._sighting(other))

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
        births = self._of_groups(lambda sighting: sighting.born)
        for one, other in holding:
            if torn.isdisjoint((one, other)):
                self._join(one, other, ("same-post",), births)
        offices = self._of_groups(lambda sighting: sighting.offices)
        for weight, one, other, evidence in pairs:
            if weight >= _JOINED and torn.isdisjoint((one, other)) and not self._bridges(one, other, offices):
                self._join(one, other, set(evidence) - AGAINST, births, offices)
        groups = self._joined.groups()
        return Resolution(tuple(groups.values()), tuple(self._compared(groups, pairs)))

    def _of_groups(self, told: Callable[[Brief], frozenset[str]]) -> dict[str, frozenset[str]]:
        """Return what is told of the people of each group, by what stands for it."""
        found: dict[str, frozenset[str]] = {}
        for node, sighting in self._sightings.items():
            leader = self._joined.leader(node)
            found[leader] = found.get(leader, frozenset()) | told(sighting)
        return found

    def _join(
        self,
        one: str,
        other: str,
        evidence: Iterable[str],
        births: dict[str, frozenset[str]],
        offices: dict[str, frozenset[str]] | None = None,
    ) -> None:
        """Make two groups one, unless their births lie apart; and what is told of the two what is told of it."""
        here, there = self._joined.leader(one), self._joined.leader(other)
        if here == there or born_apart(births[here], births[there]):
            return
        self._joined.join(here, there, evidence)
        leader = self._joined.leader(here)
        if leader == self._joined.leader(there):
            births[leader] = births[here] | births[there]
            if offices is not None:
                offices[leader] = offices[here] | offices[there]

    def _bridges(self, one: str, other: str, offices: Mapping[str, frozenset[str]]) -> bool:
        """Tell whether one told without an office would join two groups that hold offices at other bodies.

        That is no evidence where many bear the name.
        """
        here, there = offices[self._joined.leader(one)], offices[self._joined.leader(other)]
        told = self._sightings[one].offices and self._sightings[other].offices
        return rarity(self._name) <= 0 and bool(here and there) and here.isdisjoint(there) and not told

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
                if not (one.sexes and two.sexes and not one.sexes & two.sexes) and not born_apart(one.born, two.born):
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
        largest, second = sorted(groups, key=lambda leader: (-len(groups[leader].members), leader))[:2]
        for leader in sorted(groups):
            if not any(leader in pair for pair in best):
                low, high = sorted((leader, largest if leader != largest else second))
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
