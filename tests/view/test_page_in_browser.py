"""In a browser without network: the page stands, finds, tells, can be used by keyboard, and nothing hostile runs."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from lienket.view.network import network_of
from lienket.view.page import page
from lienket.view.picture import picture
from tests.view.fictional import HOSTILE, HOSTILE_LINKS, demo, drawn

CHROMIUM = shutil.which("chromium")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium")]


class Visit:
    """A page opened from disk; what it asked of the network and what it complained of."""

    def __init__(self, tab: Any, file: Path) -> None:
        self.tab = tab
        self.requests: list[str] = []
        self.complaints: list[str] = []
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.address = file.as_uri()
        tab.goto(self.address)

    def check(self) -> None:
        """Assert that the page ran as it is, alone."""
        assert self.requests == [self.address]
        assert self.complaints == []
        assert self.tab.evaluate("window.ran") is None

    def text(self, selector: str) -> str:
        return str(self.tab.inner_text(selector))

    def find(self, words: str) -> None:
        self.tab.fill("#query", words)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=CHROMIUM,
            headless=True,
            args=list(SWITCHES),
            viewport={"width": 1280, "height": 800},
            reduced_motion="reduce",
        )
        # Every request but that for the file itself would be seen by the listener and go nowhere.
        context.route(
            "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
        )
        yield context
        context.close()


@pytest.fixture
def visit(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    tabs = []

    def opened(graph: nx.MultiDiGraph[str], *, lang: str = "vi") -> Visit:
        file = tmp_path / f"{len(tabs)}.html"
        file.write_text(page(graph, lang=lang), encoding="utf-8", newline="\n")
        tabs.append(browser.new_page())
        return Visit(tabs[-1], file)

    yield opened
    for tab in tabs:
        tab.close()


def test_the_picture_of_a_notebook_draws_and_shows_titles_as_text(browser: Any, tmp_path: Path) -> None:
    drawn = picture(network_of(demo()))
    drawn.heading = " ".join(HOSTILE)
    middle = drawn.nodes[0]
    middle.update(x=0, y=0, size=40, title=" ".join(HOSTILE))
    file = tmp_path / "picture.html"
    drawn.write_html(str(file))
    tab = browser.new_page()
    seen = Visit(tab, file)
    tab.wait_for_selector("#picture canvas")
    seen.check()
    tab.close()


def test_it_opens_without_network_and_draws(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    drawn_on = (
        "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
    )
    assert seen.tab.eval_on_selector("#picture canvas", drawn_on) > 100
    assert seen.text("#count") == "Nhiều liên hệ nhất"
    assert seen.tab.locator("#kinds input").count() == 5
    seen.check()


def test_search_without_marks_finds_and_a_click_shows_the_sentence(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    seen.find("NGUYEN thai duong")
    assert seen.text("#count") == "1 kết quả"
    seen.tab.click("#results button")
    assert seen.text("h2") == "Nguyễn Thái Đường"
    assert "Trưởng ban Dân tộc tỉnh Sông Mây phát biểu khai mạc." in seen.text("#detail blockquote >> nth=0")
    link = seen.tab.locator("#detail cite a").first
    assert link.get_attribute("href") == "https://bao.example/phoi-hop"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "Chánh Văn phòng" in seen.text("#detail")
    assert "không rõ cơ quan" in seen.text("#detail")
    seen.check()


def test_full_recall_without_marks(visit: Callable[..., Visit]) -> None:
    graph = network_of(demo())
    seen = visit(graph)
    for node in graph:
        label = graph.nodes[node]["label"]
        seen.find(label.translate(str.maketrans("đĐ", "dD")))
        assert label in seen.tab.locator("#results .name").all_inner_texts()


def test_a_click_in_the_picture_shows_a_node_or_a_tie(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    box = seen.tab.locator("#picture").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.tab.wait_for_timeout(300)
    seen.tab.mouse.click(*middle)  # two tied nodes lie left and right of the middle
    seen.tab.wait_for_selector("#detail blockquote")
    assert "Liên hệ giữa hai mục" in seen.text("#detail h3")
    seen.tab.click("#detail .other >> nth=0")
    assert seen.text("h2") == "Thí dụ A"
    seen.check()


def test_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    keyboard = seen.tab.keyboard
    keyboard.press("/")
    keyboard.type("so y te")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    second = seen.tab.evaluate("document.activeElement.querySelector('.name').textContent")
    keyboard.press("Enter")
    assert seen.text("h2") == second
    keyboard.press("Escape")
    assert seen.tab.evaluate("document.activeElement.id") == "query"
    assert seen.tab.is_visible("#results")
    seen.check()


def test_unticking_a_kind_takes_it_off_the_picture_and_the_list(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    seen.tab.uncheck("#kinds input >> nth=1")
    assert not [kind for kind in seen.tab.locator("#results .kind").all_inner_texts() if kind.startswith("Cơ quan")]
    seen.check()


def test_dark_and_phone(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()), lang="en")
    background = "getComputedStyle(document.body).backgroundColor"
    light = seen.tab.evaluate(background)
    seen.tab.emulate_media(color_scheme="dark")
    assert seen.tab.evaluate(background) != light
    seen.tab.set_viewport_size({"width": 390, "height": 844})
    assert seen.tab.evaluate("document.documentElement.scrollWidth") <= 390
    seen.check()


def test_an_empty_network_says_so(visit: Callable[..., Visit]) -> None:
    seen = visit(nx.MultiDiGraph())
    assert "Chưa có gì để hiện" in seen.text("#picture")
    seen.check()


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_runs(visit: Callable[..., Visit], text: str) -> None:
    seen = visit(drawn(text))
    seen.tab.click("#results button >> nth=0")
    seen.tab.wait_for_selector("#detail blockquote")
    for summary in seen.tab.locator("#detail summary").all():
        summary.click()
    quote = seen.tab.eval_on_selector("#detail blockquote", "quote => quote.textContent")
    assert quote == f"“{text}”"
    seen.tab.click("#detail .other >> nth=0")
    seen.tab.mouse.move(500, 400)
    assert seen.tab.locator("script").count() == 3
    assert seen.tab.locator("iframe, img, base, object, embed, form").count() == 0
    seen.check()


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_the_page_checks_links_once_more(
    visit: Callable[..., Visit], url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lienket.view.contents.safe_url", lambda address: address)
    seen = visit(drawn("Thí dụ", url=url))
    seen.tab.click("#results button >> nth=0")
    schemes = seen.tab.eval_on_selector_all("#detail a", "links => links.map(link => link.protocol)")
    assert set(schemes) <= {"http:", "https:"}
    seen.check()
