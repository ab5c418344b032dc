"""The vocabularies: each concept complete, each label one concept's, and the words of the program in them."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.errors import ReferenceDataError
from lienket.language.folding import name_key, plain_key
from lienket.model import EventType, Function, Level, Status
from lienket.rdf import vocabulary
from lienket.rdf.terms import VOCABULARY
from lienket.rdf.validate import validate
from lienket.rdf.vocabulary import Concept

SCHEMES = ("agency-type", "document-type", "event-type", "function", "level", "role", "status")


def test_breaks_no_shape() -> None:
    assert validate(vocabulary.quads()) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_label_names_one_concept(scheme: str) -> None:
    labels = [name_key(label) for one in vocabulary.concepts(scheme).values() for label in (one.vi, *one.alternatives)]
    assert len(labels) == len(set(labels)), [label for label in labels if labels.count(label) > 1]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_iri_is_made_of_scheme_and_notation(scheme: str) -> None:
    for concept in vocabulary.concepts(scheme).values():
        assert concept.iri.value == f"{VOCABULARY}{scheme}/{concept.notation}"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_broader_leads_to_another_concept_of_the_scheme_and_never_back(scheme: str) -> None:
    known = {concept.iri: concept for concept in vocabulary.concepts(scheme).values()}
    for concept in known.values():
        passed = {concept.iri}
        while concept.broader is not None:
            assert concept.broader not in passed
            passed.add(concept.broader)
            concept = known[concept.broader]


@pytest.mark.parametrize("scheme", ["role", "document-type"])
def test_the_notation_is_the_label_without_marks(scheme: str) -> None:
    for concept in vocabulary.concepts(scheme).values():
        words = plain_key(concept.vi).replace(" - ", " ").replace(" ", "-")
        # Two titles may differ by marks alone ("Thứ trưởng", "Thủ trưởng"): the rarer one ends in "-2".
        assert concept.notation in (words, f"{words}-2")


@pytest.mark.parametrize(
    ("scheme", "words"), [("status", Status), ("event-type", EventType), ("function", Function), ("level", Level)]
)
def test_english_labels_are_the_words_of_the_model(scheme: str, words: type[StrEnum]) -> None:
    said = {concept.notation: concept.en for concept in vocabulary.concepts(scheme).values()}
    assert said == {word.value: word.value for word in words}


def test_roles_are_many_and_ranked() -> None:
    roles = vocabulary.concepts("role")
    assert len(roles) >= 150
    assert all(role.rank for role in roles.values())


@pytest.mark.parametrize(
    ("deputy", "head"),
    [
        ("Phó Chủ tịch Thường trực", "Phó Chủ tịch"),
        ("Phó Bí thư Thường trực", "Phó Bí thư"),
        ("Phó Trưởng ban Thường trực", "Phó Trưởng ban"),
        ("Phó Thủ tướng Thường trực", "Phó Thủ tướng"),
        ("Ủy viên Thường trực", "Ủy viên"),
    ],
)
def test_a_standing_deputy_is_a_deputy_and_before_him(deputy: str, head: str) -> None:
    narrow, wide = vocabulary.find("role", deputy), vocabulary.find("role", head)
    assert narrow is not None and wide is not None
    assert narrow.broader == wide.iri
    assert (narrow.rank or 0) < (wide.rank or 0)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("phó ban", "Phó Trưởng ban"),  # one title, two wordings
        ("Uỷ viên", "Ủy viên"),  # old place of the tone mark
        ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng"),  # a heading
        ("Bí thư thứ nhất", "Bí thư Thứ nhất"),
        ("Thứ trưởng", "Thứ trưởng"),  # not the head of an agency, "Thủ trưởng"
        ("Trưởng bản", "Trưởng bản"),  # of a village, not of a board, "Trưởng ban"
    ],
)
def test_a_title_is_found_however_written(written: str, meant: str) -> None:
    found = vocabulary.find("role", written)
    assert found is not None
    assert found.vi == meant
    assert vocabulary.role(written) == found.iri


@given(st.sampled_from(list(vocabulary.concepts("role").values())), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_never_matters(role: Concept, written: Callable[[str], str]) -> None:
    assert vocabulary.role(written(role.vi)) == role.iri


def test_an_unknown_title_is_none() -> None:
    assert vocabulary.role("Trưởng quầy") is None


def test_an_unknown_notation_or_scheme_is_a_fault_of_ours() -> None:
    with pytest.raises(ReferenceDataError, match="statuz"):
        vocabulary.concepts("statuz")
    with pytest.raises(ReferenceDataError, match="atested"):
        vocabulary.concept("status", "atested")
    with pytest.raises(ReferenceDataError, match="Kế hoặch"):
        vocabulary.document_type("Kế hoặch")
