"""Validation: what is wrong is found wherever it stands, named in two languages, and nothing else is."""

from __future__ import annotations

import random
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from lienket import resources
from lienket.engines.processes import spread
from lienket.rdf import validate as module
from lienket.rdf.terms import DCT, LK, ORG, RDF, SCHEMA, SKOS, VOCABULARY, XSD
from lienket.rdf.validate import faults, validate

EXAMPLES = resources.ontology("examples")
BASE = "https://w3id.org/lienket/id/"


def article(number: int) -> list[Quad]:
    """Return the graph of an article like the example's, under an IRI of its own."""
    text = (EXAMPLES / "Participation.ttl").read_text("utf-8").replace("article/thi-du>", f"article/thi-du-{number}>")
    graph = NamedNode(f"{BASE}article/thi-du-{number}")
    return [Quad(quad.subject, quad.predicate, quad.object, graph) for quad in parse(text, format=RdfFormat.TURTLE)]


def known(name: str = "Known") -> list[Quad]:
    return list(parse(path=EXAMPLES / f"{name}.ttl", format=RdfFormat.TURTLE))


def found(data: list[Quad]) -> list[tuple[str, str]]:
    return [(fault.where.removeprefix(BASE), fault.shape) for fault in validate(data)]


def test_nothing_is_wrong_with_nothing() -> None:
    assert validate([]) == []


def test_both_layers_together_are_well() -> None:
    assert validate([*known(), *article(1), *article(2)]) == []


@pytest.mark.parametrize(
    ("predicate", "value", "check"),
    [
        (NamedNode(LK.status.value + "z"), LK.Event, "unknown-term"),  # a property of ours that is none
        (NamedNode("http://www.w3.org/ns/org#heldBy"), LK.Event, "unknown-term"),  # real, but not on the list
        (RDF.type, NamedNode("https://w3id.org/lienket/ontology#Evnt"), "unknown-term"),  # a class
        (SCHEMA.about, NamedNode("https://w3id.org/lienket/ontology#Evnt"), "unknown-term"),  # as a value
        (LK.level, NamedNode(f"{VOCABULARY}level/provnice"), "unknown-concept"),
        (LK.level, Literal("province"), "unknown-term"),  # words where a thing is wanted
        (DCT.identifier, LK.Event, "unknown-term"),  # a thing where words are wanted
        (ORG.organization, NamedNode(f"{BASE}article/thi-du-1#agency-nowhere"), "broken-reference"),
    ],
)
def test_what_shapes_cannot_see_is_found(predicate: NamedNode, value: NamedNode | Literal, check: str) -> None:
    data = article(1)
    graph = NamedNode(f"{BASE}article/thi-du-1")
    assert ("article/thi-du-1", check) in found([*data, Quad(graph, predicate, value, graph)])


def test_says_in_which_article_and_in_two_languages() -> None:
    data = [quad for quad in article(2) if quad.predicate != LK.status]
    (fault,) = validate([*article(1), *data, *article(3)])
    assert (fault.where, fault.shape) == (f"{BASE}article/thi-du-2", "Membership-status")
    assert fault.focus.startswith(f"{BASE}article/thi-du-2#membership-")
    assert fault.path == LK.status.value
    assert "lk:status" in fault.say("vi") and "lk:status" in fault.say("en")
    assert fault.say("vi") != fault.say("en")


def test_several_processes_find_the_same_in_the_same_order() -> None:
    data = [quad for number in (1, 2, 3) for quad in article(number) if quad.predicate != LK.status]
    told: list[int] = []
    assert list(faults(data, spread=partial(spread, jobs=2), progress=told.append)) == list(faults(data))
    assert sum(told) == len(data)


def test_a_fault_of_the_knowledge_layer_is_of_no_article() -> None:
    data = [quad for quad in known() if quad.predicate != ORG.member]
    assert found(data) == [("", "Membership-member")]


def test_articles_that_mint_one_role_do_not_disturb_each_other() -> None:
    # Each spells the role in its own way; both are right, and together they would be one role with two labels.
    def minting(number: int, label: str) -> list[Quad]:
        role, graph = NamedNode(f"{BASE}role/thi-du"), NamedNode(f"{BASE}article/thi-du-{number}")
        said = ((RDF.type, ORG.Role), (RDF.type, SKOS.Concept), (SKOS.prefLabel, Literal(label, language="vi")))
        return [*article(number), *(Quad(role, predicate, value, graph) for predicate, value in said)]

    assert validate([*minting(1, "Trưởng quầy"), *minting(2, "Trưởng Quầy")]) == []


def test_a_quote_must_be_verbatim() -> None:
    words = Literal("Giám đốc Sở Nội vụ tỉnh Thí Dụ")
    data = [
        Quad(quad.subject, quad.predicate, words, quad.graph_name) if quad.object == Literal("tỉnh Thí Dụ") else quad
        for quad in article(1)
    ]
    assert found(data) == [("article/thi-du-1", "false-quote")]


def test_a_broken_number_is_the_shapes_concern() -> None:
    data = [
        Quad(quad.subject, quad.predicate, Literal("một"), quad.graph_name)
        if quad.object == Literal("57", datatype=XSD.integer)
        else quad
        for quad in article(1)
    ]
    assert set(found(data)) == {("article/thi-du-1", "Span-begin")}


@settings(max_examples=10, deadline=None)
@given(st.integers())
def test_order_does_not_matter(seed: int) -> None:
    data = [*article(1), *[quad for quad in known() if quad.predicate != LK.status]]
    random.Random(seed).shuffle(data)
    assert found(data) == [("", "Membership-status")]


def test_chunks_change_nothing_and_tell_their_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    data = [*known(), *(quad for number in range(5) for quad in article(number) if quad.predicate != LK.function)]
    whole = sorted(faults(data))
    monkeypatch.setattr(module, "AT_ONCE", 100)
    told: list[int] = []
    assert sorted(faults(data, progress=told.append)) == whole
    assert len(told) > 1
    assert sum(told) == len(data)
    assert [fault.shape for fault in whole] == ["Participation-function"] * 5
