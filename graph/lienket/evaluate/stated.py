"""What a graph says of each article, read with the queries of `queries/` (which decide what counts as stated)."""

from __future__ import annotations

import importlib.resources
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final

import pyoxigraph as ox

from lienket.evaluate.facts import Facts, Occasion
from lienket.evaluate.gold import GoldArticle
from lienket.evaluate.names import fold, fold_agency, fold_number, fold_role

Row = Mapping[str, str]
_QUERIES: Final = ("people", "agencies", "roles", "documents", "events", "participation")


class Stated:
    """The rows of each query by article; `facts` gives one article's in the names of its gold."""

    def __init__(self, store: ox.Store) -> None:
        self._rows: dict[str, dict[str, list[Row]]] = {}
        for name in _QUERIES:
            by_article = self._rows[name] = defaultdict(list)
            for row in _rows(store, name):
                by_article[row["article"]].append(row)

    def facts(self, article: GoldArticle) -> Facts:
        """Return what the graph says of `article`; an unbound value is ""."""
        return Facts(
            people=frozenset(article.people(row["name"]) for row in self._of("people", article)),
            agencies=frozenset(article.agencies(row["name"]) for row in self._of("agencies", article)),
            roles=frozenset(
                (article.people(row["name"]), fold_role(row["role"]), article.agencies(row["agency"]))
                for row in self._of("roles", article)
            ),
            documents=frozenset(
                (fold(row["type"]), fold_number(row["number"]), row["date"][:10])
                for row in self._of("documents", article)
            ),
            events=tuple(self._events(article)),
        )

    def _of(self, name: str, article: GoldArticle) -> list[Row]:
        return self._rows[name].get(article.id, [])

    def _events(self, article: GoldArticle) -> Iterator[Occasion]:
        rows: dict[str, list[Row]] = defaultdict(list)
        for row in self._of("events", article):
            rows[row["event"]].append(row)
        parts = defaultdict(set)
        for row in self._of("participation", article):
            parts[row["event"]].add((article.who(row["who"]), row["function"]))
        for event, same in sorted(rows.items()):
            yield Occasion(
                label=same[0]["label"],
                type=same[0]["type"],
                start=same[0]["start"][:10],
                places=frozenset(fold_agency(row["place"]) for row in same if row["place"]),
                parts=frozenset(parts[event]),
                quotes=tuple(sorted({row["quote"] for row in same})),
            )


def _rows(store: ox.Store, name: str) -> Iterator[Row]:
    query = importlib.resources.files(__package__).joinpath("queries", f"{name}.rq").read_text(encoding="utf-8")
    solutions: Any = store.query(query)
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {name: "" if (term := solution[name]) is None else term.value for name in names}
