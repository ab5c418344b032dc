"""The examples: one file a class, all of which conform; and what must fail, each file named after what finds it."""

from __future__ import annotations

from pathlib import Path

import pyshacl
import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse
from rdflib.namespace import OWL

from lienket import resources
from lienket.rdf.terms import RDF, SCHEMA
from lienket.rdf.validate import validate

FOLDER = resources.ontology("examples")
GOOD = sorted(FOLDER.glob("*.ttl"))
BAD = sorted(FOLDER.glob("invalid/*.ttl"))
NATIVE = ("unknown-term", "unknown-concept", "broken-reference", "false-quote")


def quads(file: Path) -> list[Quad]:
    """Return what an example says, in the graph of its article if it has one."""
    said = list(parse(path=file, format=RdfFormat.TURTLE))
    articles = [quad.subject for quad in said if quad.predicate == RDF.type and quad.object == SCHEMA.NewsArticle]
    return [Quad(quad.subject, quad.predicate, quad.object, *articles) for quad in said]


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_conforms(file: Path) -> None:
    assert validate(quads(file)) == []


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_conforms_for_pyshacl_alone(file: Path) -> None:
    # A user has pySHACL and the shapes, and none of our code; the shapes themselves are checked too.
    shapes = rdflib.Graph().parse(resources.ontology("shapes.ttl"))
    conforms, _, words = pyshacl.validate(rdflib.Graph().parse(file), shacl_graph=shapes, meta_shacl=file == GOOD[0])
    assert conforms, words


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_fails_by_name(file: Path) -> None:
    found = validate(quads(file))
    assert file.stem in {fault.shape for fault in found}
    assert all(fault.vi and fault.en and fault.vi != fault.en for fault in found)


def test_every_kind_of_thing_has_an_example() -> None:
    ontology = rdflib.Graph().parse(resources.ontology("lienket.ttl"))
    shown = {value for file in GOOD for value in rdflib.Graph().parse(file).objects(None, rdflib.RDF.type)}
    own = {term for term in ontology.subjects(rdflib.RDF.type, OWL.Class) if "lienket" in str(term)}
    assert own <= shown


def test_every_target_of_a_shape_has_an_example() -> None:
    shapes = rdflib.Graph().parse(resources.ontology("shapes.ttl"))
    shown = {value for file in GOOD for value in rdflib.Graph().parse(file).objects(None, rdflib.RDF.type)}
    assert set(shapes.objects(None, rdflib.SH.targetClass)) <= shown


def test_every_shape_speaks_two_languages() -> None:
    shapes = rdflib.Graph().parse(resources.ontology("shapes.ttl"))
    named = {shape for shape in shapes.subjects(rdflib.RDF.type) if "#" in str(shape)}
    assert len(named) > 50
    for shape in named:
        assert sorted(words.language for words in shapes.objects(shape, rdflib.SH.message)) == ["en", "vi"], shape
