"""Identifiers follow the contract's scheme to the letter, for they cannot change later."""

import base64
import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from lienket.errors import UsageError
from lienket.rdf import iris

BASE = "https://example.org/id/"


def test_h_is_the_first_16_characters_of_lower_case_base32_sha256() -> None:
    whole = base64.b32encode(hashlib.sha256("nguyễn văn thí dụ".encode()).digest()).decode().lower()
    assert iris.h("nguyễn văn thí dụ") == whole[:16]


def test_the_parts_of_a_key_do_not_run_together() -> None:
    assert iris.h("ab", "c") != iris.h("a", "bc")


@pytest.mark.parametrize(
    ("given_base", "base"),
    [
        ("https://example.org/id/", "https://example.org/id/"),
        ("http://localhost:8000/x", "http://localhost:8000/x/"),  # a slash keeps "x" and "article" apart
        ("urn:example:", "urn:example:"),
        ("urn:example:x", "urn:example:x/"),
        ("https://ví-dụ.example/", "https://ví-dụ.example/"),
    ],
)
def test_a_base_that_fits(given_base: str, base: str) -> None:
    assert iris.checked_base(given_base) == base


@pytest.mark.parametrize(
    "base",
    [
        "https://example.org/#",  # the article's own fragments come after it
        "https://example.org/?q=",
        "example.org/id/",  # not absolute
        "/id/",
        "https:///id/",  # no host
        "ftp://example.org/",
        "urn:",
        "https://example.org/a b/",  # no IRI
        "https://example.org/<x>",
        "http://[::1/",  # no URL either
        "",
    ],
)
def test_a_base_that_does_not_fit_is_refused_by_name(base: str) -> None:
    with pytest.raises(UsageError) as caught:
        iris.checked_base(base)
    assert base in caught.value.say("vi")


@pytest.mark.parametrize(
    ("identifier", "tail"),
    [
        ("seed-000", "seed-000"),
        ("a.b_c~d", "a.b_c~d"),  # unreserved characters stay
        ("tin/2016?x=1#y", "tin%2F2016%3Fx%3D1%23y"),
        ("Hòa", "H%C3%B2a"),
        ("..", iris.h("..")),  # would vanish when resolved
        ("x" * 128, "x" * 128),
        ("x" * 129, iris.h("x" * 129)),
    ],
)
def test_article(identifier: str, tail: str) -> None:
    assert iris.article(BASE, identifier) == f"{BASE}article/{tail}"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_id_gives_one_valid_iri_however_it_is_composed(identifier: str) -> None:
    made = iris.article(BASE, identifier)
    assert NamedNode(made).value == made
    assert "#" not in made
    assert iris.article(BASE, unicodedata.normalize("NFD", identifier)) == made


def test_local_things_and_spans_are_fragments_of_the_article() -> None:
    article = iris.article(BASE, "seed-000")
    assert iris.local(article, "person", "nguyễn văn thí dụ") == f"{article}#person-{iris.h('nguyễn văn thí dụ')}"
    assert iris.span(article, 0, 17) == f"{article}#char=0,17"


def test_known_things_stand_under_the_base() -> None:
    assert iris.known(BASE, "post", "a", "b") == f"{BASE}post/{iris.h('a', 'b')}"
