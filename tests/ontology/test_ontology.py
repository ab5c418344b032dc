"""The ontology file: complete, in two languages, light, and readable by the usual tools."""

from __future__ import annotations

from pathlib import Path

import owlready2
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from lienket import resources

LK = rdflib.Namespace("https://w3id.org/lienket/ontology#")
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.ontology("lienket.ttl"))


@pytest.fixture(scope="module")
def own(ontology: rdflib.Graph) -> list[rdflib.URIRef]:
    return sorted({term for term in ontology.subjects() if isinstance(term, rdflib.URIRef) and term in LK})


def test_names_itself_and_its_version(ontology: rdflib.Graph) -> None:
    iri = rdflib.URIRef("https://w3id.org/lienket/ontology")
    assert (iri, RDF.type, OWL.Ontology) in ontology
    version = ontology.value(iri, OWL.versionInfo)
    assert ontology.value(iri, OWL.versionIRI) == rdflib.URIRef(f"{iri}/{version}")


def test_every_own_term_has_label_and_definition_in_both_languages(
    ontology: rdflib.Graph, own: list[rdflib.URIRef]
) -> None:
    for term in own:
        for predicate in (RDFS.label, SKOS.definition):
            assert sorted(text.language for text in ontology.objects(term, predicate)) == ["en", "vi"], (
                term,
                predicate,
            )


def test_every_term_is_of_one_kind(ontology: rdflib.Graph) -> None:
    # What OWL 2 DL asks of names: a property is a link, a value or a note, and no two of these.
    for term in set(ontology.subjects(RDF.type)):
        kinds = [kind for kind in ontology.objects(term, RDF.type) if kind in KINDS]
        assert len(kinds) <= 1, term


def test_every_term_that_is_used_is_declared(ontology: rdflib.Graph) -> None:
    declared = set(ontology.subjects(RDF.type))
    builtin = (str(OWL), str(RDF), str(RDFS))
    for subject, predicate, value in ontology:
        named = [predicate, *([value] if isinstance(value, rdflib.URIRef) and predicate != OWL.versionIRI else [])]
        for term in named:
            assert term in declared or str(term).startswith(builtin), (subject, term)


def test_constrains_nothing(ontology: rdflib.Graph) -> None:
    # Shapes constrain; a domain or range would make reasoners infer classes from mistakes.
    assert not {RDFS.domain, RDFS.range, OWL.onProperty, OWL.disjointWith} & set(ontology.predicates())


def test_is_aligned_with_the_vocabularies_of_the_field(ontology: rdflib.Graph) -> None:
    aligned = {str(value) for _, _, value in ontology.triples((None, SKOS.closeMatch, None))}
    for namespace in ("http://data.europa.eu/m8g/", "http://semanticweb.cs.vu.nl/", "http://www.w3.org/ns/opengov#"):
        assert any(term.startswith(namespace) for term in aligned), namespace


def test_opens_in_owlready2(ontology: rdflib.Graph, own: list[rdflib.URIRef], tmp_path: Path) -> None:
    file = tmp_path / "lienket.nt"
    ontology.serialize(file, format="nt", encoding="utf-8")
    opened = owlready2.World().get_ontology(file.as_uri()).load()
    names = {f"{LK}{entity.name}" for entity in (*opened.classes(), *opened.properties())}
    assert {str(term) for term in own} <= names
