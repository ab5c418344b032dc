"""Who is perhaps also who: the comparisons of namesakes that were not found to be one, each with its reasons."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from lienket.consolidate.resolution import Resolution
from lienket.consolidate.statements import links
from lienket.rdf import iris, vocabulary
from lienket.rdf.ntriples import Statement, a, worded
from lienket.rdf.terms import LK

KIND: Final = "comparison"
TIE: Final = "compared"
JOINED: Final = "joined"


def packed(base: str, kind: str, resolution: Resolution) -> dict[str, str]:
    """Return the comparisons of a block, as JSON by the IRI of each."""
    found: dict[str, str] = {}
    for one in resolution.comparisons:
        pair = sorted((iris.known(base, kind, one.one), iris.known(base, kind, one.other)))
        told = {"pair": pair, "verdict": one.verdict, "evidence": one.evidence}
        found[iris.known(base, KIND, *pair)] = json.dumps(told)
    return found


def joined(iri: str, evidence: Iterable[str]) -> list[Statement]:
    """Return by what the sightings of a known person or event were found to be one."""
    return links(iri, LK.joinedBy, [vocabulary.concept("identity-evidence", each).value for each in evidence])


def statements(iri: str, told: Mapping[str, str]) -> Iterator[Statement]:
    """Yield a comparison, as a block tells of it; nothing where none does any more."""
    for text in told.values():
        comparison = json.loads(text)
        left, right = comparison["pair"]
        yield a(iri, LK.Comparison)
        yield from links(iri, LK.left, [left])
        yield from links(iri, LK.right, [right])
        yield worded(iri, LK.verdict, comparison["verdict"])
        of = (vocabulary.concept("identity-evidence", each).value for each in comparison["evidence"])
        yield from links(iri, LK.reason, of)
