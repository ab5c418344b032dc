"""Nouns and verbs that tell an occasion, from `event_heads.csv`."""

from __future__ import annotations

import csv
import functools
from dataclasses import dataclass
from typing import Literal, cast

from lienket import resources
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.model import EventType, Function

Kind = Literal["noun", "verb", "either", "affair", "happening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventHead:
    """A form of words that tells an occasion of `type`."""

    form: str
    type: EventType
    kind: Kind
    function: Function | None
    """What part the one has who is named after a verb."""


@functools.cache
def event_heads() -> Trie[EventHead]:
    """Return the rows of `event_heads.csv` over token keys."""
    heads: Trie[EventHead] = Trie()
    with resources.reference("event_heads.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            head = EventHead(
                form=row["form"],
                type=EventType(row["type"]),
                kind=cast(Kind, row["kind"]),
                function=Function(row["with"]) if row["with"] else None,
            )
            heads.add(tokenise(head.form).keys, head)
    return heads
