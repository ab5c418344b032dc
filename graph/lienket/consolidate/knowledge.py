"""What we know: the knowledge layer, a function of what articles say, of judgements and of the reference data.

It is computed once, for all articles, and again for those that come and go later. Then only what these touch is
written anew: the things that they tell of, those of one name or one day with them, and what hangs on these.
"""

from __future__ import annotations

import contextlib
import functools
import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pyoxigraph import NamedNode

from lienket.consolidate import (
    agencies,
    changes,
    cooperation,
    doubts,
    events,
    facts,
    memberships,
    namesakes,
    occasions,
    people,
    places,
    settling,
    sightings,
)
from lienket.consolidate.judgements import Judged
from lienket.consolidate.memory import Memory
from lienket.consolidate.resolution import Resolution
from lienket.consolidate.said import Said
from lienket.consolidate.settling import Settled
from lienket.consolidate.statements import is_one
from lienket.rdf import iris, vocabulary
from lienket.rdf.ntriples import Statement, of_triple
from lienket.rdf.sayings import packed, sayings
from lienket.rdf.terms import ORG
from lienket.store.local import LocalStore

_ENTITIES: Final = frozenset(("place", "agency", "person"))
_COMPARED: Final = ("person", "event")
"""Kinds of which local things are candidates to be one."""
_FACTS: Final[Mapping[str, Callable[[Said, str], str | None]]] = {
    "membership": memberships.membership,
    "participation": facts.participation,
    "quotation": facts.quotation,
    "origin": facts.origin,
}
"""Facts whose known ones depend on who is who, and in which order: a role before what is done in it."""

_SHARE: Final[Mapping[str, Callable[[Said, str], str]]] = {
    "person": people.share,
    "membership": memberships.share,
}
"""Kinds of which thousands of articles tell the same, as they do of what an article settles by itself: those that say
the same are counted, not read one by one."""

_ANEW: Final = 3
"""When more than one in so many articles has come or gone, all is computed anew: that is faster then."""


def consolidate(store: LocalStore, memory: Memory, *, anew: bool = False) -> bool:
    """Bring the knowledge layer of `store` to what its articles and judgements now tell, and tell whether it changed.

    With `anew` all of it is computed again.
    """
    if store.is_known and not anew:
        return False
    judged = Judged(store.judgements())
    now = {entry.graph: entry.digest for entry in store.ledger}
    before = memory.articles() if memory.noted(_STATE) == store.meta.knowledge_of else {}
    stale = judged.articles_touched(memory) if before else set()
    gone = [one for one, digest in sorted(before.items()) if now.get(one) != digest or one in stale]
    come = [one for one, digest in sorted(now.items()) if before.get(one) != digest or one in stale]
    whole = anew or len(gone) + len(come) > len(now) / _ANEW
    if whole:
        memory.forget()
        gone, come = [], sorted(now)
    with _no_collection():
        revision = Revision(memory, store.base, judged)
        revision.make(gone, (_arrival(store, memory, one, now[one]) for one in come))
        statements = chain(judged.statements(store.base), revision.statements(all_origins=whole))
        if whole:
            vocabularies = (of_triple(quad.triple) for quad in vocabulary.quads())
            store.know(chain(vocabularies, statements, _unloaded(memory)))
        else:
            store.revise(revision.subjects | judged.subjects(store.base, memory), statements, revision.moved)
    memory.clear_arrived()
    memory.note(_STATE, store.state())
    judged.remember(memory)
    memory.keep()
    return True


_STATE: Final = "knowledge"


def _none(said: Said, node: str) -> str:
    return ""


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the search for circular garbage out: there is none here, and it took a quarter of the time.

    What was made meanwhile counts as old afterwards, else all of it would be searched at once.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def _arrival(store: LocalStore, memory: Memory, article: str, digest: str) -> Arrival:
    arrived = memory.arrived(article, digest)
    if arrived is not None:
        return Arrival(article, digest, *arrived)
    graph = store.graph.quads_for_pattern(None, None, None, NamedNode(article))
    return Arrival(article, digest, packed(sayings(graph)))


def _unloaded(memory: Memory) -> Iterator[Statement]:
    """Yield nothing, but when all statements before are told let the memory make room for loading them."""
    memory.unload()
    yield from ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an article says now, as packed sayings, and what it settles, packed too, where that is known already.

    `digest` is its graph's.
    """

    article: str
    digest: str
    sayings: str
    settled: str = ""


class Revision:
    """What changes in the knowledge layer when articles come and go.

    `subjects` are the IRIs of all that may be told of in another way, or no more; `statements` is all that is now
    known of them.
    """

    def __init__(self, memory: Memory, base: str, judged: Judged) -> None:
        self._said = Said(memory, base)
        self._memory = memory
        self._base = base
        self._judged = judged
        self._touched: set[str] = set()
        self._locals: set[str] = set()
        """Of `subjects` the things of articles, of which only what they are is known."""
        self._blocks: set[str] = set()
        self._articles: set[str] = set()
        self._moved: dict[str, set[str]] = {}
        """By membership: the articles' own that came to it or left it."""
        self._posts: dict[str, tuple[set[str], str]] = {}
        """By agency: the roles that someone has there, and its label; a large one has hundreds of posts."""

    @property
    def subjects(self) -> set[str]:
        """The IRIs of what may have changed."""
        return self._touched | self._locals

    @property
    def moved(self) -> Mapping[str, set[str]]:
        """Of the memberships among `subjects`: the articles' own that were or are it and may not have been before."""
        return {one: self._moved.get(one, set()) for one in self._those("membership")}

    def make(self, gone: Iterable[str], come: Iterable[Arrival]) -> None:
        """Bring the memory from the articles that were to those that are; those replaced are in both."""
        for article in gone:
            self._leave(article)
        for arrival in come:
            self._enter(arrival)
        for block in sorted(self._blocks):
            self._resolve(block)
        for article in sorted(self._articles):
            self._tell(article)
        self._tie_memberships()
        self._tie_cooperation()
        self._tie_posts()
        self._reach_units()
        self._reach_changes()

    def statements(self, *, all_origins: bool = True) -> Iterator[Statement]:
        """Return what is now known of `subjects`, in an order that is always the same.

        Without `all_origins` only those origins of a membership are told that `moved` holds.
        """
        of = self._memory.of
        return chain(
            (is_one(local, known) for local in sorted(self._locals) if (known := of(local))),
            chain.from_iterable(self._of(subject, all_origins=all_origins) for subject in sorted(self._touched)),
        )

    # Who is who

    def _touch(self, *known: str | None) -> None:
        self._touched.update(filter(None, known))

    def _move(self, node: str, *known: str | None) -> None:
        for one in known:
            if one:
                self._moved.setdefault(one, set()).add(node)

    def _leave(self, article: str) -> None:
        memory = self._memory
        things = memory.things(article)
        self._touch(*memory.known_in(article).values())
        self._locals.update(node for kind in _ENTITIES for node in things.get(kind, ()))
        for node in things.get("membership", ()):
            self._move(node, memory.of(node))
        for kind in _COMPARED:
            for node in things.get(kind, ()):
                self._blocks.update(memory.blocks_of(node))
        memory.drop(article)

    def _enter(self, arrival: Arrival) -> None:
        memory, article = self._memory, arrival.article
        memory.add(article, arrival.digest, arrival.sayings)
        self._articles.add(article)
        own = self._settled(arrival)

        def share(node: str) -> str:
            return own.shares.get(node, "")

        for kind, of in own.known.items():
            memory.assign(article, of, share)
            self._touch(*of.values())
            if kind in _ENTITIES:
                self._locals.update(of)
        if own.around:
            memory.surround(article, own.around)
        rows = [(self._judged_block(block), node, sighting) for block, node, sighting in own.candidates]
        memory.propose(rows)
        self._blocks.update(block for block, _, _ in rows)

    def _settled(self, arrival: Arrival) -> Settled:
        """Return what an article settles by itself, or by judgements on its agencies."""
        if arrival.settled:
            own = settling.unpacked(arrival.settled)
            bodies = own.known["agency"]
            if self._judged.agencies(bodies) == bodies:
                return own
        things = self._memory.things(arrival.article)
        values = {node: self._memory.said(node) or {} for nodes in things.values() for node in nodes}
        return settling.settle(self._base, arrival.article, things, values, self._judged.agencies)

    def _judged_block(self, block: str) -> str:
        name = block.removeprefix(sightings.BLOCK)
        return block if name == block else sightings.BLOCK + self._judged.name(name)

    def _share(self, kind: str) -> Callable[[str], str]:
        return functools.partial(_SHARE.get(kind, _none), self._said)

    def _resolve(self, block: str) -> None:
        """Decide anew who in a block is who."""
        memory = self._memory
        resolve: Callable[[Memory, str, Judged], Resolution]
        resolve, kind = (
            (namesakes.resolve, people.KIND) if block.startswith(sightings.BLOCK) else (occasions.resolve, events.KIND)
        )
        resolution = resolve(memory, block, self._judged)
        share = self._share(kind)
        for group in resolution.groups:
            known = group.iri(self._base, kind)
            evidence = dict.fromkeys(group.evidence, "")
            if memory.ties(known, doubts.JOINED) != evidence:
                memory.tie(known, doubts.JOINED, evidence)
                self._touch(known)
            for node in sorted(set(group.members).difference(memory.members(known))):
                self._touch(memory.of(node), known)
                article = iris.article_of(node)
                memory.reassign(article, {node: known}, share)
                if kind in _ENTITIES:
                    self._locals.add(node)
                self._articles.add(article)
        before, now = memory.ties(block, doubts.TIE), doubts.packed(self._base, kind, resolution)
        if before != now:
            memory.tie(block, doubts.TIE, now)
            self._touch(*(one for one, _ in before.items() ^ now.items()))

    def _tell(self, article: str) -> None:
        """Enter which known facts the facts of an article are."""
        memory = self._memory
        things = memory.things(article)
        of = memory.known_in(article)
        for kind, known_of in _FACTS.items():
            before = {node: of.get(node) for node in things.get(kind, ())}
            now = {node: known_of(self._said, node) for node in before}
            other = {node: known for node, known in now.items() if known != before[node]}
            if other:
                memory.reassign(article, other, self._share(kind))
            if kind == "membership":
                for node in other:
                    self._move(node, before[node], now[node])
            self._touch(*before.values(), *now.values())
        self._touch(*map(of.get, things.get("event", ())))

    # What hangs on what

    def _those(self, kind: str) -> list[str]:
        begin = f"{self._base}{kind}/"
        return sorted([one for one in self._touched if one.startswith(begin)])

    def _tie_memberships(self) -> None:
        memory, said = self._memory, self._said
        for known in self._those("membership"):
            before = (*memory.ties(known, "member"), *memory.ties(known, "role"))
            first = memory.member(known) or ""
            person = said.of(said.one(first, ORG.member))
            role = said.one(first, ORG.role)
            agency = said.of(said.one(first, ORG.organization))
            for post_in, of_role in memory.ties(known, "post").items():
                self._touch(memberships.post(self._base, of_role, post_in))
            memory.tie(known, "member", {person: ""} if person else {})
            memory.tie(known, "role", {role: ""} if role else {})
            memory.tie(known, "post", {agency: role} if agency and role else {})
            if agency and role:
                self._touch(memberships.post(self._base, role, agency))
                memory.tie(memberships.post(self._base, role, agency), "of", {agency: role})
            self._touch(*(one for one in before if one.startswith(self._base)), person)

    def _tie_cooperation(self) -> None:
        memory = self._memory
        for kind, pairs_in in (("event", cooperation.pairs_in_event), ("programme", cooperation.pairs_in_programme)):
            for known in self._those(kind):
                before = memory.ties(known, "together")
                pairs = pairs_in(self._said, memory.members(known))
                now = {cooperation.iri(self._base, *pair): told for pair, told in pairs.items()}
                memory.tie(known, "together", now)
                for pair in pairs:
                    memory.tie(cooperation.iri(self._base, *pair), "pair", dict.fromkeys(pair, ""))
                for one in (*before, *now):
                    self._touch(one, *memory.ties(one, "pair"))

    def _tie_posts(self) -> None:
        """Touch the posts whose names follow from what was touched."""
        memory = self._memory
        for agency in self._those(agencies.KIND):
            roles = set(memory.tied_to(agency, "post").values())
            label = agencies.label(self._said, memory.alike(agency)) if roles else ""
            if label not in memory.ties(agency, "label"):
                memory.tie(agency, "label", {label: ""})
                self._touch(*(memberships.post(self._base, role, agency) for role in roles))
        for role in self._those("role"):
            for membership in memory.tied_to(role, "role"):
                self._touch(*(memberships.post(self._base, role, agency) for agency in memory.ties(membership, "post")))

    def _reach_units(self) -> None:
        memory, units = self._memory, places.units(self._base)
        for known in [one for one in self._those("place") if one in units]:
            before = memory.ties(known, "unit")
            reached = places.reached([units[known]]).values() if memory.member(known) else ()
            now = {places.unit_iri(self._base, unit): "" for unit in reached}
            if before.keys() != now.keys():
                memory.tie(known, "unit", now)
                self._touch(*before, *now)

    def _reach_changes(self) -> None:
        memory = self._memory
        for known in self._those(agencies.KIND):
            before = memory.ties(known, changes.TIE)
            member = memory.member(known)
            now = changes.reached(self._said, known, member) if member else {}
            if before != now:
                memory.tie(known, changes.TIE, now)
                lying = memory.ties(known, "unit")
                memory.tie(known, "unit", dict.fromkeys(changes.places_of(self._base, now.values()), ""))
                self._touch(*before, *now, *lying, *memory.ties(known, "unit"))

    # What is known of it

    def _of(self, subject: str, *, all_origins: bool) -> Iterable[Statement]:
        memory, said = self._memory, self._said
        kind = subject.removeprefix(self._base).partition("/")[0]
        if kind in _BY_MEMBERS:
            every = memory.members(subject)
            return _BY_MEMBERS[kind](said, subject, every) if every else ()
        if kind == events.KIND:
            every = memory.members(subject)
            evidence = memory.ties(subject, doubts.JOINED)
            return events.statements(said, subject, every) + doubts.joined(subject, evidence) if every else ()
        if kind == "membership":
            members = memory.alike(subject)
            origins = self._origins(subject, every=all_origins)
            return memberships.statements(said, subject, members, origins) if members else ()
        return self._of_rarer(subject, kind)

    def _of_rarer(self, subject: str, kind: str) -> Iterator[Statement]:
        memory, said = self._memory, self._said
        members = memory.alike(subject)
        if kind == "person":
            if members:
                yield from people.statements(said, subject, members, official=bool(memory.tied_to(subject, "member")))
                yield from doubts.joined(subject, memory.ties(subject, doubts.JOINED))
        elif kind == "role":
            if members:
                yield from memberships.role_statements(said, subject, members)
        elif kind == "place":
            unit = places.units(self._base).get(subject)
            if unit and memory.tied_to(subject, "unit"):
                yield from places.unit_statements(self._base, unit)
            elif members and not unit:
                yield from places.statements(said, subject, members)
        elif kind == "agency":
            if members:
                yield from agencies.statements(said, subject, members)
                yield from cooperation.with_whom(memory, subject)
            yield from changes.agency_statements(subject, memory.tied_to(subject, changes.TIE), named=bool(members))
        elif kind == "post":
            for agency, role in memory.ties(subject, "of").items():
                if agency not in self._posts:
                    self._posts[agency] = (
                        set(memory.tied_to(agency, "post").values()),
                        next(iter(memory.ties(agency, "label")), ""),
                    )
                roles, label = self._posts[agency]
                if role in roles:
                    title = memberships.titles().get(role) or memberships.role_label(said, memory.alike(role))
                    yield from memberships.post_statements(self._base, role, agency, f"{title}, {label}")
        elif kind == "cooperation":
            reasons = memory.tied_to(subject, "together")
            if reasons:
                yield from cooperation.statements(subject, list(memory.ties(subject, "pair")), reasons)
        elif kind in changes.KINDS:
            yield from changes.statements(subject, memory.tied_to(subject, changes.TIE))
        elif kind == doubts.KIND:
            yield from doubts.statements(subject, memory.tied_to(subject, doubts.TIE))

    def _origins(self, membership: str, *, every: bool) -> Iterable[str]:
        memory = self._memory
        if every:
            return memory.members(membership)
        return [one for one in self._moved.get(membership, ()) if memory.of(one) == membership]


_BY_MEMBERS: Final[Mapping[str, Callable[[Said, str, list[str]], list[Statement]]]] = {
    "document": facts.document_statements,
    "programme": facts.programme_statements,
    "participation": facts.participation_statements,
    "quotation": facts.quotation_statements,
    "origin": facts.origin_statements,
}
