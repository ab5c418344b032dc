"""Queries over a store: kinds of answers, forms, limits, and faults that each take one line to tell."""

from __future__ import annotations

import io
import json
import time

import pyoxigraph as ox
import pytest

from lienket.errors import QueryError, UsageError
from lienket.query import FORMATS, Answer, run
from lienket.store.local import LocalStore

NAMES = "SELECT ?name WHERE { ?p a foaf:Person ; foaf:name ?name } ORDER BY ?name"
ENDLESS = "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} ?b{i} ?c{i} ." for i in range(16)) + " }"


def test_plain_queries_ask_what_is_known(store: LocalStore) -> None:
    assert [row["name"] for row in run(store, NAMES)] == ["Nguyễn Văn Thí Dụ", "Trần Thị Minh Họa"]


def test_graph_asks_who_says_so(store: LocalStore) -> None:
    answer = run(store, "SELECT ?name WHERE { GRAPH ?article { ?p foaf:name ?name } }")
    assert [row["name"] for row in answer] == ["Nguyễn Văn Thí Dụ"]


def test_things_and_concepts_have_prefixes_too(store: LocalStore) -> None:
    assert run(store, "ASK { person:a foaf:name ?name FILTER NOT EXISTS { ?m lk:status status:attested } }")


def test_rows_hold_terms_and_none_where_unbound(store: LocalStore) -> None:
    answer = run(store, "SELECT ?rank ?nothing { person:a lk:rank ?rank }")
    assert answer.variables == ("rank", "nothing")
    integer = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
    assert list(answer.terms()) == [{"rank": ox.Literal("1", datatype=integer), "nothing": None}]


@pytest.mark.parametrize(("text", "truth"), [("ASK { ?s a foaf:Person }", True), ("ASK { ?s a lk:Nothing }", False)])
def test_ask_is_a_truth(store: LocalStore, text: str, truth: bool) -> None:
    assert bool(run(store, text)) is truth


def test_construct_and_describe_are_graphs(store: LocalStore) -> None:
    built = run(store, "CONSTRUCT { ?p lk:calls ?name } WHERE { ?p foaf:name ?name }")
    assert len(list(built.triples())) == 2
    assert len(list(run(store, "DESCRIBE person:a").triples())) == 3
    assert "person:a" not in built.text(format="ntriples")


@pytest.mark.parametrize("format_", [name for name in FORMATS["select"] if name != "table"])
def test_every_form_of_rows_names_everyone(store: LocalStore, format_: str) -> None:
    assert "Trần Thị Minh Họa" in run(store, NAMES).text(format=format_)


@pytest.mark.parametrize("format_", [name for name in FORMATS["graph"] if name != "table"])
def test_every_form_of_a_graph_names_everyone(store: LocalStore, format_: str) -> None:
    answer = run(store, "CONSTRUCT WHERE { ?p foaf:name ?name }")
    assert "Trần Thị Minh Họa" in answer.text(format=format_)


def test_json_is_sparql_json(store: LocalStore) -> None:
    found = json.loads(run(store, NAMES).text(format="json"))
    assert found["head"]["vars"] == ["name"]
    assert found["results"]["bindings"][0]["name"] == {"type": "literal", "value": "Nguyễn Văn Thí Dụ"}


def test_odd_terms_pass_through(store: LocalStore) -> None:
    odd = "BIND(<<( <a:a> <a:b> 'x'@vi )>> AS ?t) BIND('x'@ar--rtl AS ?l) BIND(0.50 AS ?d) BIND(BNODE() AS ?b)"
    (row,) = run(store, f"SELECT ?t ?l ?d ?b {{ {odd} }}").terms()
    assert isinstance(row["t"], ox.Triple)
    assert isinstance(row["b"], ox.BlankNode)
    assert (str(row["l"]), str(row["d"])) == (
        '"x"@ar--rtl',
        '"0.5"^^<http://www.w3.org/2001/XMLSchema#decimal>',
    )


def test_a_form_of_another_kind_is_refused(store: LocalStore) -> None:
    with pytest.raises(UsageError, match="turtle"):
        run(store, NAMES).write(io.BytesIO(), format="turtle")
    with pytest.raises(UsageError, match="only CONSTRUCT"):
        next(run(store, NAMES).triples())


@pytest.mark.parametrize(("limit", "rows", "more"), [(0, 0, True), (1, 1, True), (2, 2, False), (None, 2, False)])
def test_the_limit_cuts_and_says_so(store: LocalStore, limit: int | None, rows: int, more: bool) -> None:
    answer = run(store, NAMES, limit=limit)
    assert (len(list(answer)), answer.more) == (rows, more)


@pytest.mark.parametrize(
    ("text", "key", "said"),
    [
        ("SELECT * WHERE { ?s a foaf:Person", "query-unfinished", "line 1"),
        ("SELECT *\nWHERE { ?s ?p ?o } LIMIT many", "query-syntax", "line 2, column 26, near “many”"),
        ("SELECT * { ?s nowhere:at ?o }", "query-prefix", "nowhere"),
        ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", "query-syntax", "near"),
        # For the tokens `<?b)SERVICE?s#>` may be an IRI, for the parser it is a comparison, a clause and a comment.
        ("SELECT * { FILTER(?a<?b)SERVICE?s#>\n{ ?x ?y ?z } }", "query-syntax", "line 1"),
        ("SELECT * { FILTER(" + "!" * 90_000 + "true) }", "query-crashed", "complex"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(store: LocalStore, text: str, key: str, said: str) -> None:
    with pytest.raises(QueryError) as failed:
        run(store, text)
    assert failed.value.key == key
    assert said in str(failed.value)
    assert "\n" not in str(failed.value)


def test_a_query_that_takes_too_long_is_stopped(store: LocalStore) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0\.5 seconds"):
        run(store, ENDLESS, timeout=0.5)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("mebibytes", [600, 300])  # Of 300, the threads of the store may leave nothing to a query.
def test_a_query_that_takes_too_much_memory_is_stopped(store: LocalStore, mebibytes: int) -> None:
    pytest.importorskip("resource", reason="memory is limited on POSIX only")
    doubled = " ".join(f"BIND(CONCAT(?x{i}, ?x{i}) AS ?x{i + 1})" for i in range(40))
    hungry = f"SELECT (STRLEN(?x40) AS ?length) {{ BIND('x' AS ?x0) {doubled} }}"
    with pytest.raises(QueryError, match="memory"):
        run(store, hungry, memory=mebibytes * 1024**2)


def test_an_answer_without_rows_is_false() -> None:
    assert not Answer(kind="graph", content=b"")
