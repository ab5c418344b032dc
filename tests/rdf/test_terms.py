"""The constants are the ontology's terms: no more of our own, no fewer, and none of others that it does not declare."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from lienket import resources
from lienket.rdf import terms
from lienket.rdf.terms import PREFIXES

NAMESPACES = {name: value for name, value in vars(terms).items() if isinstance(value, type) and name.isupper()}
DECLARED = {
    quad.subject.value
    for quad in parse(path=resources.ontology("lienket.ttl"), format=RdfFormat.TURTLE)
    if isinstance(quad.subject, NamedNode)
}
BUILT_IN = (PREFIXES["rdf"], PREFIXES["xsd"])


def constants(name: str) -> dict[str, NamedNode]:
    return {key: value for key, value in vars(NAMESPACES[name]).items() if isinstance(value, NamedNode)}


def test_every_own_term_has_its_constant_and_every_constant_its_term() -> None:
    own = {iri for iri in DECLARED if iri.startswith(PREFIXES["lk"])}
    assert {term.value for term in constants("LK").values()} == own


@pytest.mark.parametrize("name", NAMESPACES)
def test_a_constant_is_named_after_its_term(name: str) -> None:
    for key, term in constants(name).items():
        assert term.value == PREFIXES[name.lower()] + key


@pytest.mark.parametrize("name", NAMESPACES)
def test_reused_terms_are_declared_in_the_ontology(name: str) -> None:
    undeclared = {term.value for term in constants(name).values()} - DECLARED
    assert not {iri for iri in undeclared if not iri.startswith(BUILT_IN)}


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = terms.LK.statuz  # type: ignore[attr-defined]
