"""Words of pages and newspapers that are not part of the report, from `page_words.csv`."""

from __future__ import annotations

import functools
from typing import Final, Literal

from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.reference import tables

Kind = Literal["furniture", "related", "lead", "outlet", "not-name"]
_KINDS: Final = ("furniture", "related", "lead", "outlet", "not-name")


@functools.cache
def page_words(kind: Kind) -> Trie[str]:
    """Return the words of one kind over token keys."""
    words: Trie[str] = Trie()
    for row in tables.read("page_words.csv", ("kind", "words")):
        if row.one_of("kind", _KINDS) == kind:
            words.add(tokenise(row.text("words")).keys, row.text("words"))
    return words
