"""Web pages: the article's text, the metadata the page states, and no page lost in silence."""

from __future__ import annotations

import logging
import socket
import unicodedata
from pathlib import Path

import pytest
import trafilatura

from lienket.articles import bounds
from lienket.model import Article, PartialDate
from tests.articles.article_files import NEWS, articles, keys, page, results, windows_1258

META = (
    "<title>Hội nghị dân vận</title>"
    "<link rel='canonical' href='https://example.org/tin/hoi-nghi-1.html?x=1'>"
    "<meta property='og:site_name' content='Cổng thông tin huyện Thí Dụ'>"
    "<meta property='article:published_time' content='2017-08-04T10:00:00+07:00'>"
    "<meta name='author' content='Trần Thị Ví Dụ'>"
)


def one(tmp_path: Path, content: str | bytes) -> Article:
    (tmp_path / "a.html").write_bytes(content.encode() if isinstance(content, str) else content)
    [article] = articles(tmp_path / "a.html")
    return article


def refused(tmp_path: Path, content: str | bytes) -> list[str]:
    (tmp_path / "a.html").write_bytes(content.encode() if isinstance(content, str) else content)
    return keys(results(tmp_path / "a.html"))


def test_a_page_with_its_metadata(tmp_path: Path) -> None:
    article = one(tmp_path, page(head=META))
    assert all(line in article.text for line in NEWS.splitlines())
    assert "Trang chủ" not in article.text
    assert article.id == article.url == "https://example.org/tin/hoi-nghi-1.html?x=1"
    assert article.title == "Hội nghị"
    assert article.published == PartialDate(2017, 8, 4)
    assert article.outlet == "Cổng thông tin huyện Thí Dụ"
    assert article.authors == ("Trần Thị Ví Dụ",)
    assert article.made_by == f"trafilatura {trafilatura.__version__}"


def test_a_page_that_states_nothing_has_no_metadata(tmp_path: Path) -> None:
    article = one(tmp_path, page(body=f"<p>{NEWS}</p><p>Tin đăng ngày 5/8/2017, cập nhật 2017-08-06.</p>"))
    assert (article.published, article.url, article.outlet, article.authors) == (None, None, None, ())
    assert len(article.id) == 16


def test_the_network_is_never_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    one(tmp_path, page(head=META + "<link rel='stylesheet' href='https://example.org/a.css'>"))


JSON_LD = '<script type=\'application/ld+json\'>{{"@type": "NewsArticle", {}}}</script>'
DATES = [
    ("<meta name='pubdate' content='04/08/2017 10:30'>", "2017-08-04", "day before month"),
    ("<meta itemprop='datePublished' content='2017-08-04'>", "2017-08-04", "microdata"),
    (JSON_LD.format('"datePublished": "2017-08-04T10:00:00+07:00"'), "2017-08-04", "linked data"),
    (
        "<time itemprop='datePublished' datetime='2017-08-04'>hôm qua</time>",
        "2017-08-04",
        "an element that says so",
    ),
    ("<meta property='article:modified_time' content='2017-08-05'>", None, "when it was changed is another matter"),
    ("<meta name='copyright' content='2017'>", None, "nor is a copyright a date of publication"),
    ("<link rel='canonical' href='https://example.org/2017/08/04/a.html'>", None, "nor an address"),
    ("<meta name='date' content='2017-08-04'><meta name='pubdate' content='2017-08-05'>", None, "which of the two?"),
    ("<meta name='date' content='2099-01-01'>", "2099-01-01", "today's date has no say"),
]


@pytest.mark.parametrize(("head", "date", "reason"), DATES)
def test_dates_only_as_stated(tmp_path: Path, head: str, date: str | None, reason: str) -> None:
    article = one(tmp_path, page(head=head))
    assert (str(article.published) if article.published else None) == date, reason


def test_a_stated_date_that_is_none_is_noted(tmp_path: Path) -> None:
    assert refused(tmp_path, page(head="<meta name='date' content='hôm nay'>")) == ["published-not-a-date"]


OG_URL = "<meta property='og:url' content='https://example.org/a'>"
ADDRESSES = [
    ("<link rel='canonical' href='https://example.org/'>", None, "a front page is no article's address"),
    ("<link rel='canonical' href='/tin/1'>", None, "nor is half an address"),
    ("<link rel='canonical' href='http://[::1'>", None, "nor a broken one"),
    ("<link rel='canonical' href='/'>" + OG_URL, "https://example.org/a", "the next that is one"),
]


@pytest.mark.parametrize(("head", "address", "reason"), ADDRESSES)
def test_addresses(tmp_path: Path, head: str, address: str | None, reason: str) -> None:
    assert one(tmp_path, page(head=head)).url == address, reason


def test_encodings(tmp_path: Path) -> None:
    expected = one(tmp_path, page()).text
    declared = page(head="<meta http-equiv='Content-Type' content='text/html; charset=windows-1258'>")
    for data in (windows_1258(declared), page().encode("utf-16"), page().encode("utf-8-sig")):
        assert unicodedata.normalize("NFC", one(tmp_path, data).text) == expected


def test_nfd_stays_nfd(tmp_path: Path) -> None:
    text = one(tmp_path, unicodedata.normalize("NFD", page())).text
    assert text == unicodedata.normalize("NFD", text)


def nested(depth: int) -> str:
    paragraphs = "".join(f"<p>Đoạn {n}. {NEWS}</p>" for n in range(3))
    return page(body=f"<p>{NEWS}</p>{'<div>' * depth}{paragraphs}{'</div>' * depth}")


def test_a_deep_page_is_read_whole(tmp_path: Path) -> None:
    assert "Đoạn 2." in one(tmp_path, nested(400)).text


REFUSED = [
    (nested(3000), "page-too-deep", "the parser would drop all below in silence"),
    ("<html><body></body></html>", "page-without-text", "nothing there"),
    ("<html><body><script>var a = 1;</script><img src='a.png'></body></html>", "page-without-text", "no words"),
    ("<!-- -->", "page-without-text", "a comment"),
    (b"<html>\x00\x01\x02</html>", "file-binary", "binary data"),
    ("<p>Tỉnh".encode() + b"\xff\xfe</p>", "encoding-unknown", "no known encoding"),
    ("", "file-empty", "an empty file"),
]


@pytest.mark.parametrize(("content", "key", "reason"), REFUSED)
def test_a_page_given_up_on_is_reported(tmp_path: Path, content: str | bytes, key: str, reason: str) -> None:
    assert refused(tmp_path, content) == [key], reason


def test_a_page_that_makes_the_extractor_fail_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error, key in ((RecursionError(), "page-too-deep"), (AttributeError("x"), "page-without-text")):

        def fail(*_: object, error: Exception = error, **__: object) -> None:
            raise error

        monkeypatch.setattr(trafilatura, "bare_extraction", fail)
        assert refused(tmp_path, page()) == [key]


def test_a_page_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "LARGEST_TEXT", 100)
    assert refused(tmp_path, page()) == ["file-too-large"]


def test_nothing_is_printed(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    refused(tmp_path, "<html><body></body></html>")
    refused(tmp_path, nested(3000))
    assert capfd.readouterr() == ("", "")
