"""The facts of one article in the form in which gold and graph are compared."""

from __future__ import annotations

from dataclasses import dataclass, field

Role = tuple[str, str, str]
"""Person, role, agency ("" where it is open), all folded."""
Document = tuple[str, str, str]
"""Type, number, date of issue."""
Part = tuple[str, str]
"""Person or agency, function."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An event. `start` is a date as precise as stated, "" for none; `quotes` are empty in gold, `may` in the graph."""

    label: str
    type: str
    start: str
    places: frozenset[str]
    parts: frozenset[Part]
    quotes: tuple[str, ...] = ()
    optional: bool = False
    may: frozenset[Part] = frozenset()
    """Parts that are right when found and not missed when not."""

    @property
    def who(self) -> frozenset[str]:
        """Those who have a part in it."""
        return frozenset(name for name, _ in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is said of one article: folded names, roles, documents and events."""

    people: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    documents: frozenset[Document] = frozenset()
    events: tuple[Occasion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldFacts:
    """The gold of one article: all of it, and (without events) what of it is optional."""

    facts: Facts
    optional: Facts = field(default_factory=Facts)
