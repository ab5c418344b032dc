"""Which extractor reads the articles: the rules, or another that an installed package brings.

A package brings one as an entry point of the group `lienket.extractors`: a name, and a function from an Article to its
ArticleFacts. What such a function returns is checked before it goes on. It must be pure, as the rules are: the same
article gives the same facts, in every process.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from lienket.errors import UsageError
from lienket.extract import article as rules
from lienket.extract.check import check
from lienket.model import Article, ArticleFacts

GROUP: Final = "lienket.extractors"
RULES: Final = "rules"
"""The name of the default, which needs no look-up, and which no other package can take."""


@dataclass(frozen=True, slots=True)
class Extractor:
    """A function from articles to facts, with the name under which it was asked for."""

    name: str
    function: Callable[[Article], ArticleFacts]

    def __call__(self, article: Article) -> ArticleFacts:
        """Return the facts of `article`; InputError where another's facts are not well formed."""
        facts = self.function(article)
        return facts if self.name == RULES else check(facts, article, extractor=self.name)


def extractors() -> tuple[str, ...]:
    """Return the names of the extractors that are installed, sorted."""
    return tuple(sorted({RULES, *(point.name for point in entry_points(group=GROUP))}))


def load(name: str) -> Extractor:
    """Return the extractor `name`; UsageError for one that is not installed, or cannot be loaded."""
    if name == RULES:
        return Extractor(name, rules.extract)
    point = _find(name)
    try:
        function = point.load()
    except Exception as error:  # whatever another's module does when it is imported
        why = " ".join(f"{type(error).__name__}: {error}".split())
        raise UsageError("extractor-broken", name=name, value=point.value, why=why) from error
    if not callable(function):
        raise UsageError("extractor-broken", name=name, value=point.value, why=f"not callable: {type(function)}")
    return Extractor(name, function)


def _find(name: str) -> EntryPoint:
    points = {point.value: point for point in entry_points(group=GROUP, name=name)}
    if not points:
        raise UsageError("extractor-unknown", name=name, known=", ".join(extractors()))
    if len(points) > 1:
        raise UsageError("extractor-twice", name=name, values=", ".join(sorted(points)))
    return next(iter(points.values()))
