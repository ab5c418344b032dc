"""Score a store against gold facts: for each kind of fact how much is right, extra and missed."""

from lienket.evaluate.gold import ARTICLES, read_gold
from lienket.evaluate.score import KINDS, Score, score

__all__ = ["ARTICLES", "KINDS", "Score", "read_gold", "score"]
