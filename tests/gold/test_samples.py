"""The sample articles and their gold facts: each is well formed, belongs to the other, and is worded by ourselves."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from lienket.articles import read_articles
from lienket.language.folding import name_key, word_key
from lienket.model import Article, EventType, Function, Status

ROOT: Final = Path(__file__).resolve().parents[2]
ARTICLES: Final = ROOT / "data" / "articles"
GOLD: Final = ROOT / "data" / "gold"
SHARED: Final = ROOT.parent / "shared"
"""Where the texts lie that the samples restate; not part of the project, so often absent."""
LONGEST_SHARED_RUN: Final = 11
"""Words: titles and names of agencies alone can be this long."""

ISO_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
MONTH_DAY: Final = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")

Facts = dict[str, Any]


def lines_of(path: Path) -> Iterator[Any]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


RECORDS: Final = {record["id"]: record for record in lines_of(GOLD / "articles.jsonl")}
FACTS: Final = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))}
each = pytest.mark.parametrize("facts", FACTS.values(), ids=FACTS.keys())


def test_there_are_enough_samples_in_three_forms() -> None:
    assert len(RECORDS) >= 12
    assert {path.suffix for path in ARTICLES.iterdir()} == {".txt", ".html", ".jsonl"}


def test_every_record_has_one_gold_file() -> None:
    assert sorted(facts["id"] for facts in FACTS.values()) == sorted(RECORDS)


def test_the_records_are_what_the_readers_give() -> None:
    found = list(read_articles([ARTICLES]))
    articles = {article.id: article for article in found if isinstance(article, Article)}
    assert len(articles) == len(found), "a sample was rejected, or two have one id"
    assert articles.keys() == RECORDS.keys()
    for record in RECORDS.values():
        article = articles[record["id"]]
        assert (str(article.published) if article.published else None) == record.get("published")
        assert (article.title, article.url, article.outlet) == tuple(map(record.get, ("title", "url", "outlet")))
        if article.made_by is None:  # the text of a page is the extractor's, and may change with its version
            assert article.text == record["text"]


@each
def test_every_person_stands_in_the_text(facts: Facts) -> None:
    text = name_key(RECORDS[facts["id"]]["text"])
    assert [person["name"] for person in facts["people"] if name_key(person["name"]) not in text] == []


@each
def test_every_document_number_stands_in_the_text(facts: Facts) -> None:
    text = RECORDS[facts["id"]]["text"]
    numbers = [document["number"] for document in facts["documents"] if document["number"]]
    assert [number for number in numbers if number not in text] == []


@each
def test_values_are_of_the_vocabularies(facts: Facts) -> None:
    assert {event["type"] for event in facts["events"]} <= set(EventType)
    assert {part["function"] for part in parts(facts)} <= set(Function)
    assert {role["status"] for role in roles(facts)} <= set(Status)


@each
def test_dates_are_iso(facts: Facts) -> None:
    spans = [*facts["events"], *facts["programmes"]]
    dates = [facts["published"], *(document["date"] for document in facts["documents"])]
    dates += [span[end] for span in spans for end in ("start", "end")]
    assert [date for date in dates if date is not None and not ISO_DATE.fullmatch(date)] == []
    partial = [event["start_partial"] for event in facts["events"] if "start_partial" in event]
    assert [date for date in partial if not MONTH_DAY.fullmatch(date)] == []


@each
def test_facts_name_only_listed_people_and_agencies(facts: Facts) -> None:
    people = {person["name"] for person in facts["people"]}
    agencies = {agency["name"] for agency in facts["agencies"]}
    named = {role["agency"] for role in roles(facts)} | {document["issuer"] for document in facts["documents"]}
    named |= {party for programme in facts["programmes"] for party in programme["parties"]}
    assert named - {None} <= agencies
    assert {part["who"] for part in parts(facts)} <= people | agencies


@each
def test_nothing_is_listed_twice(facts: Facts) -> None:
    for kind in ("people", "agencies"):
        names = [name_key(entity["name"]) for entity in facts[kind]]
        assert len(names) == len(set(names))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the texts that the samples restate are not here")
def test_no_sample_copies_the_texts_it_restates() -> None:
    own = {run: record["id"] for record in RECORDS.values() for run in runs(record["text"])}
    sources = (SHARED / "articles" / "dev.jsonl", SHARED / "gold" / "seeds" / "articles.jsonl")
    copied = {own[run]: " ".join(run) for text in texts(sources) for run in runs(text) if run in own}
    assert copied == {}


def parts(facts: Facts) -> list[Facts]:
    return [part for event in facts["events"] for part in event["participants"]]


def roles(facts: Facts) -> list[Facts]:
    return [role for person in facts["people"] for role in person["roles"]]


def texts(paths: Iterable[Path]) -> Iterator[str]:
    return (record["text"] for path in paths for record in lines_of(path))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of words that is longer than may be shared."""
    words = [word_key(word) for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text))]
    return zip(*(words[begin:] for begin in range(LONGEST_SHARED_RUN + 1)), strict=False)
