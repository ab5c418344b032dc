"""What people decided on who is who, and what follows from it.

Decisions are only added to. Of one pair the last one holds; taking one back is a decision too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from pyoxigraph import Literal, NamedNode

from lienket.consolidate.memory import Memory
from lienket.consolidate.resolution import Joining
from lienket.language.folding import name_key
from lienket.model import Judgement, Verdict
from lienket.rdf import iris
from lienket.rdf.literals import vietnamese
from lienket.rdf.ntriples import Statement, statement
from lienket.rdf.terms import FOAF, LK, PROV, RDF, RDFS, XSD

_NOTED: Final = "judged"


class Judged:
    """The judgements that hold."""

    def __init__(self, records: Iterable[Mapping[str, Any]] = ()) -> None:
        """Take the records of a store's judgements, in the order in which they were made."""
        self._of: dict[tuple[str, str], Judgement] = {}
        for record in records:
            low, high = sorted((record["left"], record["right"]))
            if record.get("undo"):
                self._of.pop((low, high), None)
            else:
                self._of[low, high] = Judgement(**{**record, "verdict": Verdict(record["verdict"])})
        self._names = Joining()
        self._agencies = Joining()
        self._on: dict[str, list[Judgement]] = {}
        self._apart: set[str] = set()
        for one in self:
            for node in one.pair:
                self._on.setdefault(node, []).append(one)
            if one.verdict is Verdict.SAME and one.of_agencies:
                self._agencies.join(one.left_known, one.right_known)
            elif one.verdict is Verdict.SAME:
                self._names.join(name_key(one.left_name), name_key(one.right_name))
            elif one.of_agencies and one.left_known == one.right_known:
                self._apart.add(one.pair[1])

    def __iter__(self) -> Iterator[Judgement]:
        """Yield the judgements, sorted by pair."""
        return iter(self._of[pair] for pair in sorted(self._of))

    def name(self, key: str) -> str:
        """Return the name under which people of the folded name `key` are compared: judged names go together."""
        return self._names.leader(key)

    def on(self, nodes: Iterable[str]) -> list[Judgement]:
        """Return the judgements on pairs of `nodes`, sorted."""
        among = set(nodes)
        found = {one.pair: one for node in among for one in self._on.get(node, ()) if among.issuperset(one.pair)}
        return [found[pair] for pair in sorted(found)]

    def agencies(self, of: Mapping[str, str]) -> dict[str, str]:
        """Return the known agency of each local one of an article, given those that it has by its key."""
        return {
            node: iris.known_apart(known, node) if node in self._apart else self._agencies.leader(known)
            for node, known in of.items()
        }

    def contradictions(self) -> list[tuple[Judgement, ...]]:
        """Return the judgements that cannot all hold: two are different, and one by way of others."""
        same: dict[str, list[Judgement]] = {}
        joining = Joining()
        for one in self:
            if one.verdict is Verdict.SAME:
                joining.join(*one.pair)
        for one in self:
            if one.verdict is Verdict.SAME:
                same.setdefault(joining.leader(one.left), []).append(one)
        return [
            (one, *same[joining.leader(one.left)])
            for one in self
            if one.verdict is Verdict.DIFFERENT and joining.leader(one.left) == joining.leader(one.right)
        ]

    # What follows for what was computed before

    def articles_touched(self, memory: Memory) -> set[str]:
        """Return the articles whose people, events or agencies are to be compared anew."""
        before = _noted(memory)
        touched: set[str] = set()
        for judged, other in ((self, before), (before, self)):
            for one in judged:
                if other._of.get(one.pair) != one:
                    touched |= self._touched_by(one, before, memory)
        return touched

    def _touched_by(self, one: Judgement, before: Judged, memory: Memory) -> set[str]:
        if one.of_agencies:
            known = {one.left_known, one.right_known, *(memory.of(node) or "" for node in one.pair)}
            return {iris.article_of(node) for each in known for node in memory.members(each)}
        keys = {name_key(name) for name in (one.left_name, one.right_name)}
        names = keys | {judged.name(key) for judged in (self, before) for key in keys}
        blocks = {f"person {name}" for name in names} | {block for node in one.pair for block in memory.blocks_of(node)}
        return {iris.article_of(node) for block in blocks for node in memory.candidates(block)}

    def remember(self, memory: Memory) -> None:
        """Note that these judgements were heeded."""
        memory.note(_NOTED, json.dumps([asdict(one) for one in self]))

    # As statements

    def subjects(self, base: str, memory: Memory) -> set[str]:
        """Return the IRIs of these judgements and of those heeded before, and of who made them."""
        return {iri for one in (*self, *_noted(memory)) for iri in (_iri(base, one), _agent(base, one.by))}

    def statements(self, base: str) -> list[Statement]:
        """Return what the knowledge layer says of them."""
        found: dict[Statement, None] = {}

        def add(node: str, predicate: NamedNode, value: NamedNode | Literal) -> None:
            found[statement(node, predicate, value)] = None

        for one in self:
            iri, agent = _iri(base, one), _agent(base, one.by)
            add(iri, RDF.type, LK.Judgement)
            add(iri, LK.left, NamedNode(one.left))
            add(iri, LK.right, NamedNode(one.right))
            add(iri, LK.verdict, Literal(one.verdict))
            add(iri, PROV.wasAttributedTo, NamedNode(agent))
            add(iri, PROV.generatedAtTime, Literal(one.at, datatype=XSD.dateTime))
            if one.why:
                add(iri, RDFS.comment, vietnamese(one.why))
            add(agent, RDF.type, PROV.Agent)
            add(agent, FOAF.name, Literal(one.by))
        return list(found)


def _iri(base: str, one: Judgement) -> str:
    return iris.known(base, "judgement", *one.pair, one.by, one.at)


def _agent(base: str, name: str) -> str:
    return iris.known(base, "agent", name)


def _noted(memory: Memory) -> Judged:
    return Judged(json.loads(memory.noted(_NOTED) or "[]"))
