"""RDF exports: they re-read as the graph they were made from, and the same graph gives the same bytes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import OWL
from rdflib.compare import isomorphic

from lienket import resources
from lienket.errors import UsageError
from lienket.export import export, format_of
from lienket.export.writers import QUAD_FORMATS, TRIPLE_FORMATS, blocks, write
from lienket.rdf.terms import DCT, LK, NIF, PREFIXES, PROV, SCHEMA
from lienket.store.local import LocalStore

ALSO_CALLED_SO = {SCHEMA.name.value, DCT.publisher.value, SCHEMA.publisher.value, PREFIXES["schema"] + "Event"}
"""Terms whose name is another's too: they keep their prefix in JSON-LD."""
READERS = {"turtle": "turtle", "ntriples": "nt", "jsonld": "json-ld", "rdfxml": "xml"}


def _export(store: LocalStore, **options: object) -> bytes:
    out = io.BytesIO()
    export(store, out, **options)  # type: ignore[arg-type]
    return out.getvalue()


def _quads(data: bytes, format_: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=format_))


@pytest.mark.parametrize("format_", [*TRIPLE_FORMATS, *QUAD_FORMATS])
def test_same_content_same_bytes(store: LocalStore, other_order: LocalStore, format_: str) -> None:
    assert _export(store, format=format_) == _export(other_order, format=format_)


@pytest.mark.parametrize("format_", ["turtle", "jsonld"])
def test_rdflib_reads_what_oxigraph_holds(store: LocalStore, format_: str) -> None:
    known = rdflib.Graph().parse(data=_export(store, format="ntriples"), format="nt")
    assert len(known) > 100
    assert isomorphic(rdflib.Graph().parse(data=_export(store, format=format_), format=READERS[format_]), known)


@pytest.mark.parametrize(("format_", "syntax"), [("trig", ox.RdfFormat.TRIG), ("nquads", ox.RdfFormat.N_QUADS)])
def test_quads_are_the_whole_store(store: LocalStore, format_: str, syntax: ox.RdfFormat) -> None:
    assert _quads(_export(store, format=format_), syntax) == set(store.graph)


def test_articles_are_the_named_graphs(store: LocalStore) -> None:
    found = _quads(_export(store, format="nquads", layer="articles"), ox.RdfFormat.N_QUADS)
    assert found == {quad for quad in store.graph if quad.graph_name != ox.DefaultGraph()}


def test_subjects_are_sorted_by_their_iris(store: LocalStore) -> None:
    subjects = [line.split("> ")[0] for line in _export(store, format="ntriples").decode().splitlines()]
    assert subjects == sorted(subjects)


def test_knowledge_carries_its_evidence_and_no_text(store: LocalStore) -> None:
    known = ox.Store()
    known.load(_export(store, format="turtle"), format=ox.RdfFormat.TURTLE)
    spans = known.query(
        "SELECT DISTINCT ?q { ?f a lk:Known ; prov:wasDerivedFrom/prov:wasDerivedFrom/nif:anchorOf ?q }",
        prefixes={
            "lk": "https://w3id.org/lienket/ontology#",
            "prov": "http://www.w3.org/ns/prov#",
            "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
        },
    )
    assert [row["q"].value for row in spans] == ["Ông Nguyễn Văn Thí Dụ, Trưởng ban Ban Thử nghiệm, dự hội nghị.\r\n"]
    assert len(list(known.quads_for_pattern(None, SCHEMA.headline, None))) == 3
    assert not list(known.quads_for_pattern(None, NIF.isString, None))


def test_every_source_of_the_knowledge_is_in_its_export(store: LocalStore) -> None:
    known = _quads(_export(store, format="turtle"), ox.RdfFormat.TURTLE)
    subjects = {quad.subject for quad in known}
    assert all(quad.object in subjects for quad in known if quad.predicate == PROV.wasDerivedFrom)


def test_without_text_only_the_full_texts_are_gone(store: LocalStore) -> None:
    found = _quads(_export(store, format="trig", with_text=False), ox.RdfFormat.TRIG)
    assert found == {quad for quad in store.graph if quad.predicate != NIF.isString}


def test_turtle_reads_well(store: LocalStore) -> None:
    text = _export(store, format="turtle").decode()
    assert "@prefix person: <https://w3id.org/lienket/id/person/> .\n" in text
    assert ' foaf:name "Nguyễn Văn Thí Dụ"' in text
    assert "lk:status status:attested" in text


def test_the_ending_names_the_form(store: LocalStore, tmp_path: Path) -> None:
    export(store, tmp_path / "graph.nt")
    assert (tmp_path / "graph.nt").read_bytes() == _export(store, format="ntriples")
    assert [path.name for path in tmp_path.iterdir()] == ["graph.nt"]
    with pytest.raises(UsageError, match=r"graph\.docx"):
        format_of("graph.docx")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"format": "turtle", "layer": "all"}, "trig or nquads"),
        ({"format": "csv"}, "folder"),
        ({"format": "gexf", "layer": "articles"}, "knowledge layer only"),
        ({"format": "word"}, "turtle, ntriples"),
        ({"format": "turtle", "layer": "both"}, "knowledge, articles, all"),
    ],
)
def test_what_does_not_go_together_is_refused(store: LocalStore, options: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        _export(store, **options)


# Whatever characters a text holds; XML cannot hold some, and rdflib's readers split lines at others.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_PLAIN = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n\r"), max_size=12)


def _triples(texts: list[str]) -> list[ox.Triple]:
    node = ox.NamedNode("https://example.org/a#char=0,5")
    literals = [ox.Literal(text) for text in texts] + [ox.Literal(text, language="vi") for text in texts]
    named = [ox.NamedNode("https://example.org/vocab/x.y"), ox.NamedNode("https://w3id.org/lienket/ontology#Event")]
    return [ox.Triple(node, said, value) for said in (SCHEMA.text, LK.participant) for value in (*literals, *named)]


def test_the_context_file_names_every_term_of_the_ontology() -> None:
    ontology = rdflib.Graph().parse(resources.ontology("lienket.ttl"))
    context = json.loads(resources.ontology("context.jsonld").read_text(encoding="utf-8"))["@context"]
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for iri in map(str, ontology.subjects(rdflib.RDF.type, kind)):
            term = context.get(iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :])
            if iri not in ALSO_CALLED_SO and iri.startswith(tuple(PREFIXES.values())):
                is_link = isinstance(term, dict)
                prefix, _, name = (term["@id"] if is_link else term).partition(":")
                assert context[prefix] + name == iri
                assert is_link == (kind == OWL.ObjectProperty)


def test_jsonld_is_plain_to_read(store: LocalStore) -> None:
    document = json.loads(_export(store, format="jsonld"))
    (role,) = [node for node in document["@graph"] if "Membership" in node.get("@type", ())][:1]
    assert role["member"][0].startswith("id:person/")
    assert role["status"] == ["vocab:status/attested"]
    assert document["@context"]["id"] == store.base


@given(st.lists(_TEXTS, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    triples = _triples(texts)
    for format_, syntax in (
        ("turtle", ox.RdfFormat.TURTLE),
        ("ntriples", ox.RdfFormat.N_TRIPLES),
        ("jsonld", ox.RdfFormat.JSON_LD),
    ):
        out = io.BytesIO()
        write(blocks(triples), out, format=format_)
        assert {quad.triple for quad in ox.parse(out.getvalue(), format=syntax)} == set(triples)


@given(st.lists(_PLAIN, max_size=4))
def test_text_without_controls_comes_back_from_xml(texts: list[str]) -> None:
    triples = _triples(texts)
    out = io.BytesIO()
    write(blocks(triples), out, format="rdfxml")
    assert {quad.triple for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.RDF_XML)} == set(triples)


def test_controls_do_not_break_xml(store: LocalStore) -> None:
    graph = rdflib.Graph().parse(data=_export(store, format="rdfxml", layer="articles"), format="xml")
    texts = [str(text) for text in graph.objects(None, rdflib.URIRef(NIF.isString.value))]
    assert all("\ufffd" in text and "\r\n" in text for text in texts)
    assert len(texts) == 3
