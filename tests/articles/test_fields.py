"""The fields of a record: which become what, what rejects a record, and what is only noted."""

from __future__ import annotations

import pytest

from lienket.articles import bounds
from lienket.articles.fields import articles, names, text_id
from lienket.errors import UsageError
from lienket.model import Article, PartialDate
from tests.articles.article_files import NEWS, keys, texts


def only(record: object) -> Article:
    [article] = articles(record, source="s")
    assert isinstance(article, Article)
    return article


def test_a_whole_record() -> None:
    record = {
        "id": "a-1",
        "title": " Hội nghị ",
        "text": NEWS,
        "published": "04/08/2017",
        "url": "https://example.org/a-1",
        "outlet": "Báo Thí Dụ",
        "authors": ["Nguyễn Văn Thí Dụ", "Trần Thị Ví Dụ"],
    }
    assert only(record) == Article(
        id="a-1",
        title="Hội nghị",
        text=NEWS,
        published=PartialDate(2017, 8, 4),
        url="https://example.org/a-1",
        outlet="Báo Thí Dụ",
        authors=("Nguyễn Văn Thí Dụ", "Trần Thị Ví Dụ"),
    )


IDS = [
    ({"id": "a", "url": "https://example.org/1"}, "a", "the record's id"),
    ({"id": 7, "url": "https://example.org/1"}, "7", "a whole number is an id, as in CSV"),
    ({"id": " ", "url": "https://example.org/1"}, "https://example.org/1", "else its url"),
    ({}, text_id(NEWS), "else a hash of its text"),
]


@pytest.mark.parametrize(("record", "expected", "reason"), IDS)
def test_ids(record: dict[str, object], expected: str, reason: str) -> None:
    assert only({"text": NEWS, **record}).id == expected, reason


def test_the_hash_is_sixteen_characters_of_base32() -> None:
    assert text_id("") == "4oymiquy7qobjgx3"  # SHA-256 of nothing is e3b0c44298fc1c14…


TEXTS = [
    ({"text": "  giữ nguyên \r\n"}, "  giữ nguyên \r\n", "never changed, not even at its ends"),
    ({"body": "b"}, "b", "body works like text"),
    ({"text": "", "body": "b"}, "b", "an empty text is none"),
    ({"text": "t", "body": "b"}, "t", "text comes first"),
]


@pytest.mark.parametrize(("record", "expected", "reason"), TEXTS)
def test_texts(record: dict[str, object], expected: str, reason: str) -> None:
    assert only(record).text == expected, reason


AUTHORS = [
    ("Nguyễn Văn Thí Dụ", ("Nguyễn Văn Thí Dụ",), "one"),
    ("Thí Dụ, Ví Dụ", ("Thí Dụ", "Ví Dụ"), "commas"),
    ("Thí Dụ, phóng viên; Ví Dụ", ("Thí Dụ, phóng viên", "Ví Dụ"), "semicolons come before commas"),
    (["Thí Dụ", " Thí Dụ ", ""], ("Thí Dụ",), "each once"),
    (None, (), "none"),
]


@pytest.mark.parametrize(("value", "expected", "reason"), AUTHORS)
def test_authors(value: object, expected: tuple[str, ...], reason: str) -> None:
    assert only({"text": "t", "authors": value}).authors == expected, reason


REJECTED = [
    ({}, "text-missing", "no text at all"),
    ({"text": None}, "text-missing", "null"),
    ({"text": " \n"}, "text-missing", "nothing but space"),
    ({"title": "t"}, "text-missing", "a title is no text"),
    ({"text": 5}, "text-not-a-string", "a number"),
    ({"text": ["a"]}, "text-not-a-string", "a list"),
    ({"text": float("nan")}, "text-not-a-string", "NaN"),
    ({"text": "a\ud800"}, "text-not-unicode", "half of a pair cannot be stored"),
    ({"text": "a\0"}, "text-not-unicode", "nor can NUL in XML"),
    ({"text": "t", "id": True}, "id-not-text", "identity is not guessed"),
    ({"text": "t", "id": 1.5}, "id-not-text", "nor rounded"),
    ({"text": "t", "id": ["a"]}, "id-not-text", "a list"),
    (["t"], "record-not-an-object", "a list for a record"),
    (None, "record-not-an-object", "null for a record"),
]


@pytest.mark.parametrize(("record", "key", "reason"), REJECTED)
def test_rejected_records(record: object, key: str, reason: str) -> None:
    found = list(articles(record, source="s"))
    assert (keys(found), texts(found)) == ([key], []), reason


NOTED = [
    ({"published": "hôm qua"}, "published-not-a-date", "no date"),
    ({"published": {"y": 1}}, "field-not-text", "no words"),
    ({"published": True}, "field-not-text", "true is no number here"),
    ({"published": float("nan")}, "field-not-text", "NaN"),
    ({"title": ["a"]}, "field-not-text", "a list"),
    ({"url": 5}, "field-not-text", "a number"),
    ({"outlet": "a\udc80"}, "field-not-text", "an undecodable byte"),
    ({"authors": [{"name": "x"}]}, "field-not-text", "an author that is an object"),
]


@pytest.mark.parametrize(("record", "key", "reason"), NOTED)
def test_bad_metadata_never_costs_an_article(record: dict[str, object], key: str, reason: str) -> None:
    found = list(articles({"id": "a", "text": "t", **record}, source="s"))
    assert (keys(found), found[-1]) == ([key], Article(id="a", text="t")), reason


def test_a_text_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_TEXT", 6)
    assert keys(list(articles({"text": "hộ"}, source="s"))) == []  # 4 bytes
    assert keys(list(articles({"text": "hộiii"}, source="s"))) == ["text-too-large"]


def test_mapping_replaces_the_names_of_a_field() -> None:
    named = names({"text": "noi_dung", "id": "ma"})
    [article] = articles({"noi_dung": "t", "ma": "1", "text": "another"}, source="s", named=named)
    assert article == Article(id="1", text="t")


def test_mapping_an_unknown_field_is_wrong_usage() -> None:
    with pytest.raises(UsageError) as raised:
        names({"txt": "noi_dung"})
    assert "txt" in raised.value.say("vi")
