"""Does the store hold what its ledger says?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lienket.messages import message
from lienket.store.ledger import digest
from lienket.store.local import LocalStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in a store that does not agree: a sentence of `messages.csv` and what fills it."""

    key: str
    values: tuple[tuple[str, str], ...] = ()

    def say(self, lang: str) -> str:
        """Return the sentence in `lang` ("vi" or "en")."""
        return message(self.key, lang=lang, **dict(self.values))


def findings(store: LocalStore) -> Iterator[Finding]:
    """Yield what does not agree in `store`: graphs without an entry, entries without their graph, an old layer."""
    entered = set()
    for entry in store.ledger:
        entered.add(entry.graph)
        lines = list(store.lines(entry.graph))
        if not lines:
            yield Finding(key="verify-graph-missing", values=(("id", entry.id),))
        elif digest(lines) != entry.digest:
            yield Finding(key="verify-graph-differs", values=(("id", entry.id),))
    for graph in sorted(name.value for name in store.graph.named_graphs()):
        if graph not in entered:
            yield Finding(key="verify-graph-unknown", values=(("graph", graph),))
    if not store.is_known:
        yield Finding(key="verify-knowledge-old")
    elif digest(store.lines(None)) != store.meta.knowledge_digest:
        yield Finding(key="verify-knowledge-differs")
