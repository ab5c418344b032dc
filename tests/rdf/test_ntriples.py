"""Statements written as lines are read back as they were, by the loader and inside an update, whatever their text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Triple

from lienket.rdf.literals import vietnamese
from lienket.rdf.ntriples import a, labelled, link, of_triple, statement, worded
from lienket.rdf.terms import LK, RDF, SKOS

THING = "https://example.org/thing"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXTS)
@example('" } ; CLEAR ALL ; INSERT DATA { <a:a> <a:b> "')
@example("\\u0022 } ; CLEAR ALL ; # \\U00000022")
@example("a line\nanother\r\\\t\x00")
def test_any_text_is_read_back_by_the_loader_and_in_an_update(text: str) -> None:
    line = statement(THING, SKOS.prefLabel, Literal(text, language="vi"))
    loaded, updated = Store(), Store()
    loaded.bulk_load(line.encode(), format=RdfFormat.N_TRIPLES, lenient=True)
    updated.update(f"INSERT DATA {{ {line} }}")
    for store in (loaded, updated):
        assert [quad.object.value for quad in store] == [text]


@given(TEXTS | st.sampled_from(["\uffff", "\x7f", "a\u00a0b", "\u2028", "e\u0301", 'a "b" \\']))
def test_a_text_is_written_as_the_serialiser_writes_it(text: str) -> None:
    thing = NamedNode(THING)
    assert worded(THING, SKOS.notation, text) == of_triple(Triple(thing, SKOS.notation, Literal(text)))
    assert labelled(THING, SKOS.prefLabel, text) == of_triple(Triple(thing, SKOS.prefLabel, vietnamese(text)))


@pytest.mark.parametrize(
    ("line", "triple"),
    [
        (a(THING, LK.Known), Triple(NamedNode(THING), RDF.type, LK.Known)),
        (link(THING, SKOS.broader, f"{THING}/2"), Triple(NamedNode(THING), SKOS.broader, NamedNode(f"{THING}/2"))),
    ],
)
def test_lines_made_directly_are_those_of_the_serialiser(line: str, triple: Triple) -> None:
    assert line == of_triple(triple)
