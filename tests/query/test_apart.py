"""GRAPH blocks evaluated apart: the same answers, and only where it helps and the text is surely understood."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from lienket.query import run
from lienket.query.apart import graphs_apart
from lienket.query.dataset import dataset
from lienket.store.local import LocalStore

DATA = """
@prefix : <http://example.org/> .
:known { }
{
  :chair :label "Chủ tịch"@vi, "chairperson"@en .
  :deputy :label "Phó Chủ tịch"@vi ; :under :chair .
  :a :label "a } {" ; :saidIn :one .
}
:one { :one :id "1" . :m1 :role :chair ; :who "Thí Dụ" ; :sure 0.9 ; :at :a .
       :m2 :role :deputy ; :who "Minh Họa" ; :sure 0.3 . :m3 :role :deputy ; :who "Minh Họa" ; :sure 0.7 }
:two { :two :id "2" . :m4 :role :chair ; :who "Minh Họa" ; :at :a, :b . :m5 :role :none ; :who "a } {" }
"""
PREFIXES = {"": "http://example.org/", "graph": "http://example.org/", "select": "http://example.org/"}

SURE = "FILTER NOT EXISTS { ?m :sure ?c FILTER(?c < 0.5) }"
PLACE = "OPTIONAL { ?m :at ?place }"
BLOCK = f"GRAPH ?g {{ ?g :id ?article . ?m :role ?r ; :who ?who . {PLACE} {SURE} }}"
LABEL = "?r :label ?role ."
VI = 'FILTER(lang(?role) = "vi")'

APART = {
    "the queries of the contract": f"SELECT DISTINCT ?article ?who ?role ?place WHERE {{ {BLOCK} {LABEL} {VI} }}",
    "equal rows stay as many": f"SELECT ?who {{ {BLOCK} {LABEL} }}",
    "all variables, in the same order": f"SELECT * {{ {BLOCK} {LABEL} }}",
    "triples before": f"SELECT * {{ {LABEL} {VI} {BLOCK} }}",
    "small letters, no spaces": "select*{graph?g{?m :role ?r filter(?m!=:m1)}?r :label ?role}",
    "a filter alone": f"SELECT * {{ GRAPH ?g {{ ?m :role ?r {SURE} }} {LABEL} }}",
    "a filter glued to a variable": f"SELECT * {{ GRAPH ?g {{ :m1 :role ?r.FILTER(?r != :none) }} {LABEL} }}",
    "a value computed": f"SELECT * {{ GRAPH ?g {{ ?m :role ?r BIND(STR(?m) AS ?name) }} {LABEL} }}",
    "a union inside": f"SELECT * {{ GRAPH ?g {{ {{ ?m :role ?r }} UNION {{ ?m :at ?r }} }} {LABEL} }}",
    "a union beside": f"SELECT * {{ {BLOCK} {{ ?r :label ?role }} UNION {{ ?r :under ?up }} ?r :label ?any }}",
    "an optional outside": f"SELECT * {{ {BLOCK} {LABEL} OPTIONAL {{ ?r :under ?up }} }}",
    "an optional between": f"SELECT * {{ GRAPH ?g {{ ?m :role ?r }} OPTIONAL {{ ?r :under ?up }} {LABEL} }}",
    "optional variables shared": f"SELECT * {{ {BLOCK} ?place :saidIn ?g . {LABEL} }}",
    "a filter that sees nothing from outside": (
        f"SELECT * {{ {LABEL} GRAPH ?g {{ ?m :role :chair FILTER(!bound(?role)) }} ?r :under ?up }}"
    ),
    "existence beside": f"SELECT * {{ {BLOCK} {LABEL} FILTER EXISTS {{ GRAPH ?g {{ ?x :role :deputy {SURE} }} }} }}",
    "some taken away": f"SELECT * {{ {BLOCK} {LABEL} MINUS {{ GRAPH ?g {{ ?m :sure ?c FILTER(?c > 0.8) }} }} }}",
    "two blocks": f"SELECT * {{ {BLOCK} {LABEL} GRAPH ?h {{ ?n :role ?r FILTER(?n != :m1) }} }}",
    "a sub-select in the block": (
        f"SELECT * {{ GRAPH ?g {{ ?m :role ?r {{ SELECT DISTINCT ?r {{ ?x :role ?r }} LIMIT 9 }} }} {LABEL} }}"
    ),
    "a sub-select beside": f"SELECT * {{ {BLOCK} {LABEL} {{ SELECT ?r {{ GRAPH ?x {{ ?y :role ?r {SURE} }} }} }} }}",
    "a value used after": f"SELECT * {{ {BLOCK} {LABEL} BIND(CONCAT(?who, ?role) AS ?both) }}",
    "given values": f'SELECT * {{ VALUES ?article {{ "1" }} {BLOCK} {LABEL} }}',
    "counting": f"SELECT ?role (COUNT(*) AS ?n) {{ {BLOCK} {LABEL} }} GROUP BY ?role HAVING (COUNT(*) > 1)",
    "an article by name": f"SELECT * {{ GRAPH :one {{ ?m :role ?r {SURE} }} {LABEL} }}",
    "an article by IRI": f"SELECT * {{ GRAPH <http://example.org/one> {{ ?m :role ?r {SURE} }} {LABEL} }}",
    "no variable inside": "SELECT * { GRAPH :one { :m1 :role :chair FILTER(1 < 2) } ?r :label ?role }",
    "nameless nodes": f"SELECT * {{ GRAPH ?g {{ [] :role ?r . _:x :who ?who {SURE} }} {LABEL} }}",
    "comments": f"SELECT * {{ # }} GRAPH ?g {{\n GRAPH # {{\n ?g {{ ?m :role ?r {SURE} # }}\n }} {LABEL} # }}\n }}",
    "braces in strings": "SELECT * { GRAPH ?g { ?m :who ?who FILTER(?who = 'a } {') } ?a :label \"a } {\" }",
    "long strings": f'SELECT * {{ GRAPH ?g {{ ?m :who ?w FILTER(?w != """ }} " GRAPH ?g {{ """) }} {LABEL} }}',
    "names like keywords": f"SELECT ?graph {{ GRAPH ?graph {{ graph:m1 select:role ?r FILTER(true) }} {LABEL} }}",
    "comparison": f"SELECT * {{ GRAPH ?g {{ ?m :sure ?c ; :role ?r FILTER(0.5<?c && ?c < 0.8) }} {LABEL} }}",
    "a construct": f"CONSTRUCT {{ ?m :called ?role }} WHERE {{ {BLOCK} {LABEL} }}",
    "a question": f"ASK {{ {BLOCK} {LABEL} }}",
    "a description": f"DESCRIBE ?r {{ {BLOCK} {LABEL} }}",
    "existence in the head": f"SELECT (EXISTS {{ GRAPH ?x {{ ?m :sure ?s {PLACE} }} }} AS ?e) {{ {BLOCK} {LABEL} }}",
}  # fmt: skip

AS_IT_IS = {
    "nothing beside": f"SELECT DISTINCT ?who {{ {BLOCK} }}",
    "only filters and values beside": f"SELECT * {{ VALUES ?article {{ '1' }} {BLOCK} FILTER EXISTS {{ {LABEL} }} }}",
    "plain triples, which may be one person's": "SELECT * { ?x :saidIn ?g . GRAPH ?g { ?m :at ?x ; :who ?who } }",
    "plain triples and an optional": f"SELECT * {{ {LABEL} GRAPH ?g {{ ?m :role ?r }} OPTIONAL {{ ?r :under ?u }} }}",
    "existence": f"SELECT * {{ {LABEL} FILTER EXISTS {{ {BLOCK} ?r :label ?other }} }}",
    "no existence": f"SELECT * {{ {LABEL} FILTER NOT EXISTS {{ {BLOCK} ?r :under ?other }} }}",
    "an optional block": f"SELECT * {{ {LABEL} OPTIONAL {{ {BLOCK} }} }}",
    "a union's block": f"SELECT * {{ ?r :label ?any {{ {BLOCK} {LABEL} }} UNION {{ ?r :under ?up }} }}",
    "a sub-select's block": f"SELECT * {{ ?r :label ?any {{ SELECT ?r ?who {{ {BLOCK} {LABEL} }} }} }}",
    "a sub-select as the group": f"SELECT * {{ SELECT ?who {{ {BLOCK} {LABEL} }} }}",
    "a name that ends like the keyword": f"SELECT * {{ ?s :la\\/GRAPH ?g {{ ?m :role ?r {SURE} }} {LABEL} }}",
    "a name with a letter in two parts": f"SELECT * {{ ?s :a\u0323GRAPH ?g {{ ?m :role ?r {SURE} }} {LABEL} }}",
    "a comparison that looks like an IRI": (
        f"SELECT * {{ GRAPH ?g {{ ?m :sure ?c ; :role ?r FILTER(?c<?c&&?c>0 || ?m = :m1) }} {LABEL} }}"
    ),
}


@pytest.fixture(scope="module")
def data() -> ox.Store:
    found = ox.Store()
    found.load(DATA.encode(), format=ox.RdfFormat.TRIG)
    return found


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_what_is_evaluated_apart_answers_the_same(data: ox.Store, text: str) -> None:
    apart = graphs_apart(text)
    assert apart != text
    assert graphs_apart(apart) == apart
    assert _answer(data, apart) == _answer(data, text)


def test_the_table_asks_for_something(data: ox.Store) -> None:
    assert [what for what, text in APART.items() if not _answer(data, text)[1]] == []


@pytest.mark.parametrize("text", AS_IT_IS.values(), ids=AS_IT_IS)
def test_the_rest_stays_as_it_is(data: ox.Store, text: str) -> None:
    _answer(data, text)
    assert graphs_apart(text) == text


def test_the_block_becomes_a_sub_select() -> None:
    text = "SELECT * { GRAPH ?g { ?m :role ?r FILTER(1 < 2) } ?r :label ?l }"
    apart = "SELECT * { { SELECT * WHERE { GRAPH ?g { ?m :role ?r FILTER(1 < 2) } } } ?r :label ?l }"
    assert graphs_apart(text) == apart


def test_the_queries_that_evaluation_asks_a_store_directly_are_written_apart() -> None:
    queries = [file.read_text(encoding="utf-8") for file in (files("lienket.evaluate") / "queries").iterdir()]
    assert len(queries) == 6
    assert [text for text in queries if graphs_apart(text) != text] == []


def test_the_template_of_a_construct_is_no_group() -> None:
    text = f"CONSTRUCT {{ ?m :called ?role }} {{ {BLOCK} {LABEL} }}"
    assert graphs_apart(text).startswith("CONSTRUCT { ?m :called ?role } { { SELECT")


@pytest.mark.parametrize("text", ["", "SELECT", "SELECT * {", "SELECT * { GRAPH ?g { ?a ?b ?c ) }", "}{", "GRAPH", "<"])
def test_what_is_no_query_stays_as_it_is(text: str) -> None:
    assert graphs_apart(text) == text


PIECES = st.sampled_from(
    [
        BLOCK,
        LABEL,
        VI,
        "?r :under ?up .",
        "?m :at ?place .",
        "GRAPH ?g { ?m :role ?r }",
        "GRAPH ?g { ?m :who ?who FILTER(?who != ?role) }",
        "GRAPH ?h { ?n :role ?r OPTIONAL { ?n :at ?place } }",
        "GRAPH :two { ?m :role ?r MINUS { ?m :sure ?c } }",
        "OPTIONAL { ?r :under ?up }",
        "OPTIONAL { GRAPH ?g { ?m :sure ?c FILTER(?c > 0.5) } }",
        "{ ?r :label ?role } UNION { GRAPH ?g { ?m :at ?place FILTER(true) } }",
        "{ SELECT ?r (COUNT(*) AS ?n) { GRAPH ?x { ?y :role ?r FILTER(true) } ?r :label ?z } GROUP BY ?r }",
        "FILTER EXISTS { ?r :under ?up GRAPH ?g { ?m :sure ?c FILTER(?c > 0.5) } }",
        "MINUS { GRAPH ?g { ?m :sure ?c FILTER(?c > 0.8) } }",
        'VALUES (?who ?l) { ("Minh Họa" UNDEF) ("}" 1) }',
        "# GRAPH ?g {\n",
    ]
)


@given(pieces=st.lists(PIECES, min_size=1, max_size=5))
def test_any_group_answers_the_same(pieces: list[str]) -> None:
    data = ox.Store()
    data.load(DATA.encode(), format=ox.RdfFormat.TRIG)
    text = f"SELECT * WHERE {{ {' '.join(pieces)} }}"
    assert _answer(data, graphs_apart(text)) == _answer(data, text)


def test_queries_of_a_store_and_of_its_dataset_are_evaluated_apart(
    store: LocalStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "SELECT ?p ?name { GRAPH ?g { ?said foaf:name ?name FILTER(1 < 2) } ?p foaf:name ?name }"
    asked = []
    for module in ("runner", "dataset"):
        monkeypatch.setattr(
            f"lienket.query.{module}.graphs_apart", lambda query: asked.append(query) or graphs_apart(query)
        )
    rows = [(row["p"], row["name"]) for row in run(store, text)]
    assert rows == [("https://w3id.org/lienket/id/person/a", "Nguyễn Văn Thí Dụ")]
    assert [tuple(map(str, row)) for row in dataset(store).query(text)] == rows  # type: ignore[arg-type]
    assert asked == [text, text]


def test_a_dataset_takes_values_for_variables_that_a_sub_select_would_hide(store: LocalStore) -> None:
    text = "SELECT ?p ?wanted { GRAPH ?g { ?said foaf:name ?name FILTER(?name = ?wanted) } ?p foaf:name ?name }"
    for name, people in (("Nguyễn Văn Thí Dụ", ["https://w3id.org/lienket/id/person/a"]), ("Trần Thị Minh Họa", [])):
        found = dataset(store).query(text, initBindings={"wanted": Literal(name)})
        assert [row[0] for row in found] == [URIRef(person) for person in people]  # type: ignore[index]


def _answer(data: ox.Store, text: str) -> tuple[list[str], Counter[str] | bool]:
    """Return the variables and how often each row or triple is in the answer, or the truth."""
    found = data.query(text, prefixes=PREFIXES)
    if isinstance(found, ox.QueryBoolean):
        return [], bool(found)
    if isinstance(found, ox.QueryTriples):
        return [], Counter(map(str, found))
    return [str(variable) for variable in found.variables], Counter(str(list(row)) for row in found)
