"""An article's graph says what the contract promises of it."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from lienket.model import ArticleFacts, Document, PartialDate, Span
from lienket.rdf import iris, vocabulary
from lienket.rdf.describe import describe
from lienket.rdf.literals import read_date
from lienket.rdf.terms import BASE, DCT, ELI, FOAF, LK, NIF, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD
from tests.facts import BAN_DAN_TOC, TEXT, THAI_NGUYEN, Post, agency, facts, rich, said

ARTICLE = iris.article(BASE, "a")


class Graph:
    """The quads of an article's graph, for asking."""

    def __init__(self, facts: ArticleFacts) -> None:
        self.quads = describe(facts, base=BASE)

    def objects(self, subject: str, predicate: NamedNode) -> list[object]:
        return [quad.object for quad in self.quads if (quad.subject, quad.predicate) == (NamedNode(subject), predicate)]

    def of_class(self, kind: NamedNode) -> list[str]:
        return [quad.subject.value for quad in self.quads if (quad.predicate, quad.object) == (RDF.type, kind)]


def local(kind: str, key: str) -> str:
    return iris.local(ARTICLE, kind, key)


def vi(text: str) -> Literal:
    return Literal(text, language="vi")


def test_all_quads_are_in_the_articles_graph_and_none_stands_twice() -> None:
    quads = describe(rich("a"), base=BASE)
    assert {quad.graph_name for quad in quads} == {NamedNode(ARTICLE)}
    assert len(set(quads)) == len(quads)


def test_the_record() -> None:
    graph = Graph(rich("a"))
    assert graph.of_class(SCHEMA.NewsArticle) == [ARTICLE]
    assert graph.objects(ARTICLE, DCT.identifier) == [Literal("a")]
    assert graph.objects(ARTICLE, SCHEMA.headline) == [vi("Hội nghị sơ kết")]
    assert graph.objects(ARTICLE, SCHEMA.datePublished) == [Literal("2016-12-02", datatype=XSD.date)]
    assert graph.objects(ARTICLE, SCHEMA.url) == [Literal("https://example.org/a", datatype=XSD.anyURI)]
    (publisher,) = graph.of_class(SCHEMA.NewsMediaOrganization)
    assert graph.objects(publisher, SCHEMA.name) == [Literal("Báo Thí dụ")]


def test_no_date_is_published_when_none_is_stated() -> None:
    graph = Graph(facts("a", published=None))
    assert graph.objects(ARTICLE, SCHEMA.datePublished) == graph.objects(ARTICLE, LK.earliest) == []


def test_the_text_is_kept_as_given() -> None:
    graph = Graph(rich("a", text=TEXT))
    assert graph.of_class(NIF.Context) == [f"{ARTICLE}#char=0,{len(TEXT)}"]
    assert graph.objects(f"{ARTICLE}#char=0,{len(TEXT)}", NIF.isString) == [Literal(TEXT)]


def test_a_span_is_described_once_with_its_exact_words() -> None:
    graph = Graph(rich("a", text=TEXT))
    span = f"{ARTICLE}#char=71,130"
    assert graph.objects(span, NIF.anchorOf) == [Literal(TEXT[71:130])]
    assert graph.objects(span, NIF.beginIndex) == [Literal("71", datatype=XSD.integer)]
    assert graph.objects(span, NIF.endIndex) == [Literal("130", datatype=XSD.integer)]
    assert graph.objects(span, NIF.referenceContext) == [NamedNode(f"{ARTICLE}#char=0,{len(TEXT)}")]


def test_a_span_of_the_whole_text_is_the_context() -> None:
    whole = dataclasses.replace(BAN_DAN_TOC, evidence=said(begin=0, end=len(TEXT)))
    graph = Graph(facts("a", agencies=[whole], text=TEXT))
    assert graph.objects(f"{ARTICLE}#char=0,{len(TEXT)}", NIF.beginIndex) == [Literal("0", datatype=XSD.integer)]


ENTITIES = (FOAF.Person, ORG.Organization, SCHEMA.AdministrativeArea)
FACTS = (ORG.Membership, LK.Event, LK.Participation, LK.OfficialDocument, LK.Programme, SCHEMA.Quotation)


@pytest.mark.parametrize("kind", [*ENTITIES, *FACTS], ids=str)
def test_every_entity_and_fact_has_evidence_confidence_and_rule(kind: NamedNode) -> None:
    graph = Graph(rich("a"))
    things = graph.of_class(kind)
    assert things
    for thing in things:
        assert graph.objects(thing, LK.mention if kind in ENTITIES else PROV.wasDerivedFrom)
        assert len(graph.objects(thing, LK.confidence)) == len(graph.objects(thing, LK.rule)) == 1


def test_a_place_tells_which_legal_unit_it_is() -> None:
    graph, place = Graph(facts("a")), local("place", THAI_NGUYEN.key)
    assert graph.objects(place, RDFS.label) == [vi("tỉnh Thái Nguyên")]
    assert graph.objects(place, DCT.identifier) == [Literal("19")]
    assert graph.objects(place, LK.validThrough) == [Literal("2025-06-30", datatype=XSD.date)]


def test_a_body_stands_under_its_parent_and_a_unit_is_a_unit_of_it() -> None:
    unit = agency("Văn phòng, Ban Dân tộc tỉnh Thái Nguyên", of_type="van-phong", parent=BAN_DAN_TOC.name)
    graph = Graph(facts("a", agencies=[BAN_DAN_TOC, unit]))
    body, inside = local("agency", BAN_DAN_TOC.key), local("agency", unit.key)
    assert graph.of_class(ORG.FormalOrganization) == [body]
    assert graph.of_class(ORG.OrganizationalUnit) == [inside]
    assert graph.objects(inside, ORG.unitOf) == [NamedNode(body)]
    assert graph.objects(inside, ORG.subOrganizationOf) == []
    assert graph.objects(body, ORG.classification) == [vocabulary.concepts("agency-type")["ban-dan-toc"].iri]


def test_who_has_a_membership_is_an_official() -> None:
    graph = Graph(rich("a"))
    assert set(graph.of_class(LK.Official)) == set(graph.of_class(FOAF.Person))
    person = local("person", "nguyễn văn thí dụ")
    assert graph.objects(person, FOAF.name) == [Literal("Nguyễn Văn Thí Dụ")]
    assert graph.objects(person, SCHEMA.honorificPrefix) == [Literal("Ông")]


def test_a_role_of_the_vocabulary_and_one_that_is_minted_with_its_label() -> None:
    graph = Graph(rich("a"))
    roles = {role for one in graph.of_class(ORG.Membership) for role in graph.objects(one, ORG.role)}
    minted = iris.known(BASE, "role", "trợ giảng vườn thí dụ")
    assert roles == {vocabulary.role("Trưởng ban"), NamedNode(minted)}
    assert graph.objects(minted, SKOS.prefLabel) == [vi("Trợ giảng vườn thí dụ")]


def test_an_event_names_its_organiser_directly_too() -> None:
    graph = Graph(rich("a"))
    event = local("event", "55")
    assert graph.objects(event, SCHEMA.organizer) == [NamedNode(local("agency", BAN_DAN_TOC.key))]
    assert graph.objects(event, SCHEMA.startDate) == [Literal("2016-12-01", datatype=XSD.date)]
    assert graph.objects(event, SCHEMA.location) == [NamedNode(local("place", THAI_NGUYEN.key))]


@pytest.mark.parametrize(
    ("date", "datatype", "earliest", "latest"),
    [
        (PartialDate(2017, 8, 4), XSD.date, "2017-08-04", "2017-08-04"),
        (PartialDate(2017, 2), XSD.gYearMonth, "2017-02-01", "2017-02-28"),
        (PartialDate(2017), XSD.gYear, "2017-01-01", "2017-12-31"),
        (PartialDate(None, 8, 4), XSD.gMonthDay, None, None),  # nothing settles the year: no bounds
        (PartialDate(None, 8), XSD.gMonth, None, None),
    ],
    ids=str,
)
def test_a_date_is_as_precise_as_stated(
    date: PartialDate, datatype: NamedNode, earliest: str | None, latest: str | None
) -> None:
    document = Document(key="d", type="Luật", number="1", issued=date, evidence=said())
    graph, node = Graph(facts("a", documents=[document])), local("document", "d")
    assert graph.objects(node, DCT.issued) == [Literal(str(date), datatype=datatype)]
    assert graph.objects(node, LK.earliest) == ([Literal(earliest, datatype=XSD.date)] if earliest else [])
    assert graph.objects(node, LK.latest) == ([Literal(latest, datatype=XSD.date)] if latest else [])
    assert read_date(str(date)) == date


@pytest.mark.parametrize(
    ("kind", "number", "issued", "label", "normative"),
    [
        ("Luật", None, PartialDate(2013, 11, 29), "Luật ngày 29/11/2013", True),
        ("Quyết định", "12/2020/QĐ-UBND", None, "Quyết định số 12/2020/QĐ-UBND", True),  # a year in its number
        ("Quyết định", "135/QĐ-TTg", None, "Quyết định số 135/QĐ-TTg", False),
        ("Kế hoạch", "166", None, "Kế hoạch số 166", False),
    ],
)
def test_a_document_is_labelled_and_known_as_law_or_not(
    kind: str, number: str | None, issued: PartialDate | None, label: str, normative: bool
) -> None:
    document = Document(key="d", type=kind, number=number, issued=issued, evidence=said())
    graph = Graph(facts("a", documents=[document]))
    assert graph.objects(local("document", "d"), RDFS.label) == [vi(label)]
    assert (graph.of_class(ELI.LegalResource) == [local("document", "d")]) is normative


def test_an_unsure_fact_is_told_with_how_unsure_it_is() -> None:
    graph = Graph(facts("a", [Post("Nguyễn Văn Thí Dụ", confidence=0.3)]))
    (membership,) = graph.of_class(ORG.Membership)
    assert graph.objects(membership, LK.confidence) == [Literal("0.3", datatype=XSD.decimal)]


@given(st.floats(0, 1), st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_what_is_written_is_what_a_store_gives_back(confidence: float, text: str) -> None:
    whole = dataclasses.replace(said(confidence), spans=(Span(0, len(text)),))
    quads = describe(
        facts("a", text=text, agencies=[dataclasses.replace(BAN_DAN_TOC, evidence=whole)], places=()), base=BASE
    )
    store = Store()
    store.extend(quads)
    lines = serialize(quads, format=RdfFormat.N_QUADS).splitlines()
    assert sorted(lines) == sorted(store.dump(format=RdfFormat.N_QUADS).splitlines())
    assert set(parse(b"\n".join(lines), format=RdfFormat.N_QUADS)) == set[Quad](quads)


def test_names_are_composed_while_quoted_words_are_as_they_stand() -> None:
    taken_apart = unicodedata.normalize("NFD", "Nguyễn Văn Thí Dụ")
    graph = Graph(facts("a", [Post(taken_apart)], text=unicodedata.normalize("NFD", TEXT)))
    (person,) = graph.of_class(FOAF.Person)
    assert graph.objects(person, FOAF.name) == [Literal("Nguyễn Văn Thí Dụ")]
    quoted = [quad.object.value for quad in graph.quads if quad.predicate == NIF.anchorOf]  # type: ignore[union-attr]
    assert all(unicodedata.is_normalized("NFD", text) for text in quoted)
