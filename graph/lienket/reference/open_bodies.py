"""What body an office or a common word can stand for: `office_bodies.csv` and `short_bodies.csv`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from lienket.language.folding import name_key
from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.reference.tables import read


@dataclass(frozen=True, slots=True)
class ShortBody:
    """A common word that stands for a body; `begins` are the keys with which its full name begins."""

    form: str
    begins: tuple[str, ...]

    def stands_for(self, key: str) -> bool:
        """Tell whether a body whose name has the key `key` can be meant."""
        return any(key.startswith(f"{word} ") for word in self.begins)


@functools.cache
def short_bodies() -> Trie[ShortBody]:
    """Return the rows of `short_bodies.csv` over token keys."""
    words: Trie[ShortBody] = Trie()
    for row in read("short_bodies.csv", ("form", "begins")):
        short = ShortBody(row.text("form"), tuple(name_key(begin) for begin in row.items("begins")))
        words.add(tokenise(short.form).keys, short)
    return words


@functools.cache
def has_office(role: str, agency_type: str, agency: str = "") -> bool:
    """Tell whether bodies of the type `agency_type`, or the body `agency`, have the office `role`, a deputy's too."""
    types = _types().get(plain_office(role), ())
    return any(one in (agency_type, agency) or (one[-1] == "*" and agency_type.startswith(one[:-1])) for one in types)


def plain_office(role: str) -> str:
    """Return the key of an office without "Phó" and "Thường trực", which its deputies have beside it."""
    return name_key(role).removeprefix("phó ").removesuffix(" thường trực")


@functools.cache
def _types() -> dict[str, tuple[str, ...]]:
    return {name_key(row.text("role")): row.items("types") for row in read("office_bodies.csv", ("role", "types"))}
