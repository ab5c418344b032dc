"""The names of JSON-LD: the terms of `ontology/context.jsonld`, and what IRIs are shortened with."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import Any, Final

from lienket import resources
from lienket.rdf.terms import BASE

_PERSON: Final = "person"


@functools.cache
def context() -> Mapping[str, Any]:
    """Return what `ontology/context.jsonld` defines: prefix → namespace, term → IRI or `{"@id", "@type"}`."""
    text = resources.ontology("context.jsonld").read_text(encoding="utf-8")
    defined: Mapping[str, Any] = json.loads(text)["@context"]
    return defined


class JsonNames:
    """What the terms and things of a graph are called in JSON-LD.

    Things are `id:person/…`, concepts `vocab:status/…`: the prefixes that queries know (`event:`, `status:`) would take
    the names of properties.
    """

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        base = prefixes.get(_PERSON, f"{BASE}{_PERSON}/").removesuffix(f"{_PERSON}/")
        self.context: dict[str, Any] = {**context(), "id": base}
        namespaces = {name: value for name, value in self.context.items() if isinstance(value, str) and "/" in value}
        self._namespaces = sorted(namespaces.items(), key=lambda pair: -len(pair[1]))
        defined = {name: value for name, value in self.context.items() if name not in namespaces}
        iris = {name: self._full(value if isinstance(value, str) else value["@id"]) for name, value in defined.items()}
        self._terms = {iri: name for name, iri in iris.items()}
        self.links = frozenset(iris[name] for name, value in defined.items() if not isinstance(value, str))
        """IRIs of the properties whose values are written as names, without `{"@id": …}` around them."""
        self.short = functools.cache(self._short)

    def term(self, iri: str) -> str | None:
        """Return the term for a class or property; None where the context has none."""
        return self._terms.get(iri)

    def _full(self, name: str) -> str:
        prefix, _, rest = name.partition(":")
        return f"{self.context[prefix]}{rest}"

    def _short(self, iri: str) -> str:
        """Return an IRI with its prefix, as it is where none fits; JSON-LD takes no prefix before "//"."""
        for prefix, namespace in self._namespaces:
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri
