"""What is known of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lienket.consolidate.said import Said
from lienket.consolidate.statements import commonest
from lienket.rdf.ntriples import Statement, a, worded
from lienket.rdf.terms import FOAF, LK, SCHEMA, SKOS

KIND = "person"
_COUNTED: Final = (FOAF.name, SKOS.altLabel, SCHEMA.honorificPrefix)


def share(said: Said, node: str) -> str:
    """Return what stands for all that an article's person adds to the description of the known one."""
    return said.share(node, _COUNTED)


def statements(said: Said, iri: str, members: Mapping[str, int], *, official: bool) -> Iterator[Statement]:
    """Yield the description of a known person. `official`: someone of whom a role is known.

    `members`: the first of those alike, with how many these are.
    """
    yield a(iri, FOAF.Person)
    if official:
        yield a(iri, LK.Official)
    name = commonest((said.many(one, FOAF.name) for one in members), members.values())
    yield worded(iri, FOAF.name, name)
    written = {other for one in members for other in (*said.many(one, FOAF.name), *said.many(one, SKOS.altLabel))}
    for other in sorted(written - {name}):
        yield worded(iri, SKOS.altLabel, other)
    for honorific in sorted({each for one in members for each in said.many(one, SCHEMA.honorificPrefix)}):
        yield worded(iri, SCHEMA.honorificPrefix, honorific)
