"""What a query may be."""

from __future__ import annotations

import pytest

from lienket.errors import QueryError
from lienket.query.guard import MAX_DEPTH, MAX_LENGTH, check, without_service


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?from WHERE { ?from lk:service ?load }",  # variables and names are no keywords
        'SELECT * { ?s ?p "SERVICE <http://example.org> FROM" }',  # nor are strings
        "SELECT * { ?s ?p '''it's \"LOAD\" ''' }",
        "SELECT * { ?s <http://example.org/SERVICE#FROM> ?o } # INSERT DATA",  # nor IRIs, nor comments
        'ASK { ?s ?p "x"@from }',  # nor language tags
        "SELECT * WHERE " + "{" * MAX_DEPTH + "}" * MAX_DEPTH,
    ],
)
def test_words_count_as_keywords_only_where_they_are(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "query-empty"),
        (" \n", "query-empty"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "query-service"),
        ("SELECT * { service silent ?where { ?s ?p ?o } }", "query-service"),
        ("SELECT * FROM <http://example.org/> { ?s ?p ?o }", "query-from"),
        ("SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }", "query-from"),
        ("INSERT DATA { <a:a> <a:b> 1 }", "query-update"),
        ("PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }", "query-update"),
        ("LOAD <http://example.org/>", "query-update"),
        ("drop all", "query-update"),
        ("SELECT * WHERE " + "{" * (MAX_DEPTH + 1), "query-deep"),
        ("SELECT * { FILTER(" + "(" * 5000 + "1", "query-deep"),
        ("SELECT * { } " + " " * MAX_LENGTH, "query-long"),
    ],
)
def test_what_leaves_the_store_or_breaks_the_parser_is_refused(text: str, key: str) -> None:
    with pytest.raises(QueryError) as refused:
        check(text)
    assert refused.value.key == key
    assert all("\n" not in refused.value.say(lang) for lang in ("vi", "en"))


def test_respelling_keeps_positions() -> None:
    text = "SELECT * { Service ?service 'SERVICE' }"
    assert len(without_service(text)) == len(text)
    assert "service" not in without_service(text).lower()
