"""The recipes of docs/cookbook.md, each run over the sample articles: each has an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import lienket
from lienket.query import run
from lienket.store.local import LocalStore

ROOT = Path(__file__).resolve().parents[2]


def recipes() -> Mapping[str, str]:
    """Return the heading and the query of each recipe."""
    page = (ROOT / "docs" / "cookbook.md").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for section in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        heading, _, text = section.partition("\n")
        (found[heading],) = re.findall(r"^```sparql\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL)
    assert len(found) == page.count("```sparql\n"), "a heading that stands twice, or a query without one"
    return found


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    folder = tmp_path_factory.mktemp("cooked") / "store"
    lienket.build([ROOT / "data" / "articles"], store=folder)
    with LocalStore.read(folder) as opened:
        yield opened


@pytest.mark.parametrize("query", recipes().values(), ids=recipes().keys())
def test_a_recipe_is_answered(store: LocalStore, query: str) -> None:
    assert "PREFIX" not in query
    assert bool(run(store, query))
