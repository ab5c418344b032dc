"""The prefixes that queries know and exports are written with, and the short form of an IRI."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from lienket.rdf.terms import PREFIXES, VOCABULARY

SCHEMES: Final = ("agency-type", "document-type", "event-type", "function", "level", "role", "status")
KINDS: Final = (
    "agency",
    "article",
    "cooperation",
    "document",
    "event",
    "membership",
    "origin",
    "participation",
    "person",
    "place",
    "post",
    "programme",
    "quotation",
)
"""Kinds of consolidated things. A role minted under the base has no short form: `role:` is the vocabulary's."""
_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")


def known(*, base: str) -> dict[str, str]:
    """Return prefix → namespace: the standard ones, `status:` … for concepts, `person:` … for things at `base`."""
    concepts = {scheme: f"{VOCABULARY}{scheme}/" for scheme in SCHEMES}
    return dict(sorted({**PREFIXES, **concepts, **{kind: f"{base}{kind}/" for kind in KINDS}}.items()))


def shortener(prefixes: Mapping[str, str]) -> Callable[[str], str | None]:
    """Return the function from an IRI to its short form, None where it has none that needs no escape."""
    names = {namespace: prefix for prefix, namespace in prefixes.items()}

    def short(iri: str) -> str | None:
        cut = max(iri.rfind("#"), iri.rfind("/")) + 1
        prefix = names.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix is not None and _LOCAL.fullmatch(iri, cut) else None

    return short
