"""Verbs that report speech, from `reporting_verbs.csv`."""

from __future__ import annotations

import functools

from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.reference import tables


@functools.cache
def reporting_verbs() -> Trie[bool]:
    """Return the verbs over token keys; the value tells whether the verb brings speech without quotation marks."""
    rows = tables.read("reporting_verbs.csv", ("form", "indirect"))
    return Trie((tokenise(row.text("form")).keys, row.yes("indirect")) for row in rows)
