"""In a browser: no text of an article makes a page run, load or look otherwise."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from lienket.view.appearance import visible
from tests.view.browsing import COLOURS, SVG, Sink, Visit, rows
from tests.view.fictional import drawn, drawn_all
from tests.view.hostile import HOSTILE, HOSTILE_LINKS, NOT_XML

pytestmark = pytest.mark.slow


TOLD = """async ([id, name]) => {
  location.hash = `chosen=${encodeURIComponent(id)}`;
  const texts = (selector) => [...document.querySelectorAll(`#detail ${selector}`)].map((each) => each.textContent);
  for (let i = 0; i < 100 && texts("h2")[0] !== name; i++) await new Promise((done) => setTimeout(done, 5));
  return {
    name: texts("h2"), kind: texts(".head .kind"), facts: texts("dd"), what: texts(".what"), tags: texts(".tag"),
    quotes: texts("blockquote"), marked: texts("mark"), headlines: texts("cite .headline"), others: texts(".other"),
    links: [...document.querySelectorAll("#detail a")].map((each) => each.protocol),
  };
}"""

ELEMENTS = "[...new Set([...document.querySelectorAll('body *')].map((each) => each.localName))].sort()"
HALVES = (HOSTILE[: len(HOSTILE) // 2], HOSTILE[len(HOSTILE) // 2 :])
"""As many as fit into a picture at once."""


@pytest.mark.parametrize("texts", HALVES, ids=["first", "second"])
def test_hostile_texts_are_shown_as_they_are_and_nothing_runs(
    visit: Callable[..., Visit], sink: Sink, texts: tuple[str, ...]
) -> None:
    hostile = [sink.asks(text) for text in texts]
    seen, tame = visit(drawn_all(hostile)), visit(drawn_all(["Thí dụ"]))
    for i, text in enumerate(hostile):
        label = visible(text)
        told = seen.tab.evaluate(TOLD, [f"person/{i}", visible(f"{text} A{i}")])
        assert told["name"] == [visible(f"{text} A{i}")], text
        assert told["kind"] == [f"Người · {label}" if label else "Người"], text
        assert set(told["quotes"]) == {f"“{text}”"}, text
        assert "".join(told["marked"][:2]) in (text[0] + text[len(text) // 2 :], ""), text
        assert told["others"] == [visible(f"{text} B{i}")], text
        assert label in told["facts"], text
        if label:
            assert set(told["what"]) == set(told["tags"]) == set(told["headlines"]) == {label}, text
        assert set(told["links"]) <= {"https:"}, text
    tame.tab.evaluate(TOLD, ["person/0", "Thí dụ A0"])
    assert set(seen.tab.evaluate(ELEMENTS)) <= set(tame.tab.evaluate(ELEMENTS)) | {"a"}
    assert sink.asked == 0


@pytest.mark.parametrize("texts", HALVES, ids=["first", "second"])
def test_hostile_texts_in_filters_paths_labels_and_files(
    visit: Callable[..., Visit], sink: Sink, texts: tuple[str, ...]
) -> None:
    hostile = [sink.asks(text) for text in texts]
    seen = visit(drawn_all(hostile))
    seen.open_filters()
    labels = {visible(text) for text in hostile} - {""}
    for select in ("province", "body", "role"):
        offered = seen.tab.eval_on_selector_all(f"#filter-{select} option", "all => all.map(each => each.textContent)")
        assert {re.sub(r" \(\d+\)$", "", each) for each in offered[1:]} == labels
    if seen.tab.is_visible("#views"):
        seen.tab.check("#views input[value=all]", force=True)
    (head, *body) = rows(seen.saved("csv"))
    assert len(body) == len(hostile)
    assert {len(row) for row in body} == {len(head)}
    assert not [cell for row in body for cell in row if re.match(r"\s*[=+\-@\t\r]", cell)]
    quotes = [row[head.index("trích dẫn")] for row in body]
    assert {quote.removeprefix("'") for quote in quotes} == {text.removeprefix("'") for text in hostile}
    for i in range(0, len(hostile), 16):
        seen.tab.evaluate("place => { location.hash = place; }", f"view=path&at=person%2F{i}&to=agency%2F{i}")
        quote = f"“{hostile[i]}”"
        seen.until(lambda quote=quote: seen.tab.locator("#detail .steps blockquote").all_text_contents() == [quote])
    assert seen.saved("png").startswith(b"\x89PNG")
    seen.tab.mouse.move(*seen.between())
    seen.until(lambda: len(seen.tab.eval_on_selector("#over", COLOURS)) > 1)
    assert sink.asked == 0


@pytest.mark.parametrize("texts", HALVES, ids=["first", "second"])
def test_hostile_names_leave_the_svg_well_formed(visit: Callable[..., Visit], texts: tuple[str, ...]) -> None:
    seen = visit(drawn_all(texts))
    for i in range(len(texts)):
        seen.tab.evaluate("place => { location.hash = place; }", f"view=near&at=person%2F{i}&chosen=person%2F{i}")
        root = ElementTree.fromstring(seen.tab.evaluate(SVG_TEXT))
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {"svg", "g", "rect", "clipPath", "path", "text"}


def test_what_xml_cannot_hold_is_not_in_the_svg(visit: Callable[..., Visit]) -> None:
    ElementTree.fromstring(visit(drawn(NOT_XML)).tab.evaluate(SVG_TEXT))


SVG_TEXT = """() => {
  window.dispatchEvent(new Event("beforeprint"));
  const text = new XMLSerializer().serializeToString(document.querySelector("#paper svg"));
  window.dispatchEvent(new Event("afterprint"));
  return text;
}"""


@pytest.mark.parametrize(
    "text",
    [
        "</script><script>window.ran = 1</script>",
        "<img src=https://sink.example/i.png onerror=window.ran=1>",
        "\"><iframe srcdoc='<script>parent.ran=1</script>'>",
        "__proto__",
        "\u202eđảo ngược\u202c \u2066cách ly",
    ],
)
def test_nothing_hostile_runs_where_it_is_alone(visit: Callable[..., Visit], sink: Sink, text: str) -> None:
    seen = visit(drawn(sink.asks(text)))
    seen.tab.click("#results button >> nth=0")
    seen.tab.wait_for_selector("#detail blockquote")
    for summary in seen.tab.locator("#detail summary").all():
        summary.click()
    assert seen.tab.locator("script").count() == 2
    assert seen.tab.locator("iframe, img, base, object, embed, form").count() == 0
    seen.tab.hover("#detail blockquote >> nth=0")
    assert sink.asked == 0


def test_the_sink_counts_who_asks(sink: Sink) -> None:
    host, port = sink.address.split(":")
    with socket.create_connection((host, int(port))) as connection:
        assert connection.recv(1) == b""
    assert sink.asked == 1


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_the_page_checks_links_once_more(
    visit: Callable[..., Visit], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lienket.view.contents.safe_url", lambda address: address)
    seen = visit(drawn("Thí dụ", url=url))
    seen.tab.click("#results button >> nth=0")
    seen.tab.wait_for_selector("#detail blockquote")
    schemes = seen.tab.eval_on_selector_all("#detail a", "links => links.map(link => link.protocol)")
    assert set(schemes) <= {"http:", "https:"}
