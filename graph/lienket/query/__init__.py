"""Ask the graph with SPARQL: check the text, run it in a child process that can be stopped, return an `Answer`."""

from lienket.query.answer import FORMATS, Answer, Term
from lienket.query.runner import DEFAULT_TIMEOUT, run

__all__ = ["DEFAULT_TIMEOUT", "FORMATS", "Answer", "Term", "run"]
