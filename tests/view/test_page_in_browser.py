"""In a browser without network: the page stands, finds, tells, can be used by keyboard, and nothing hostile runs."""

from __future__ import annotations

import csv
import importlib.resources
import io
import itertools
import re
import shutil
import socket
import statistics
import struct
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest

from lienket.view.appearance import visible
from lienket.view.network import network_of
from lienket.view.page import page
from lienket.view.picture import picture
from tests.view.fictional import crowd, demo, drawn, drawn_all, hamlet, names
from tests.view.hostile import HOSTILE, HOSTILE_FRAGMENTS, HOSTILE_LINKS, NOT_XML

CHROMIUM = shutil.which("chromium")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
SVG = "{http://www.w3.org/2000/svg}"
PATIENCE = 8_000
"""Milliseconds after which something that should be seen is missed."""

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
        self.go("")

    def go(self, fragment: str) -> None:
        """Open the page at an address of its own, as one who was sent it does."""
        self.tab.goto("about:blank")
        self.tab.goto(f"{self.address}{fragment}")

    def check(self) -> None:
        """Assert that the page ran as it is, alone."""
        asked = {
            url.partition("#")[0] for url in self.requests if not url.startswith(("data:", "blob:", "about:"))
        }  # in the page
        assert asked == {self.address}
        assert self.complaints == []
        assert self.tab.evaluate("window.ran") is None

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds; Playwright's own way needs `eval`, which the page's policy forbids."""
        for _ in range(PATIENCE // 25):
            if holds():
                return
            self.tab.wait_for_timeout(25)
        assert holds()

    # What it shows

    def text(self, selector: str) -> str:
        return str(self.tab.inner_text(selector))

    @property
    def fragment(self) -> str:
        return str(self.tab.evaluate("location.hash"))

    def listed(self) -> list[str]:
        """Return the names in the list."""
        return list(self.tab.eval_on_selector_all("#results .name", "all => all.map(each => each.textContent)"))

    def items(self) -> int:
        return int(self._counted()[0])

    def lines(self) -> int:
        return int(self._counted()[1])

    def _counted(self) -> list[str]:
        return re.findall(r"\d+", self.text("#shown").replace(".", ""))

    def look(self) -> dict[str, Any]:
        """Return what a reader sees: what is in the picture, of when, through which filters, and in which words."""
        return dict(self.tab.evaluate(LOOK))

    # What a reader does

    def find(self, words: str) -> None:
        self.tab.fill("#query", words)

    def open(self, name: str) -> None:
        """Find something by its whole name and open what is known of it."""
        self.find(name)
        self.tab.click("#results button >> nth=0")
        self.tab.wait_for_selector("#detail:not([hidden])")
        assert self.text("#detail h2") == name

    def press(self, label: str) -> None:
        """Press the button of the details that is called so."""
        self.tab.get_by_role("button", name=label, exact=True).first.click()

    def back(self) -> None:
        self.tab.click("#detail .back")

    def choose(self, select: str, word: str) -> None:
        """Choose in a list of choices the one that begins so."""
        self.open_filters()
        value = self.tab.eval_on_selector_all(
            f"#filter-{select} option",
            "(all, word) => all.find(each => each.textContent.startsWith(word)).value",
            word,
        )
        self.tab.select_option(f"#filter-{select}", value)

    def open_filters(self) -> None:
        if not self.tab.evaluate("filters => filters.open", self.tab.query_selector("#filters")):
            self.tab.click("#filters summary")
            self.until(lambda: self.tab.locator("#filter-role option").count() > 1)

    def saved(self, kind: str) -> bytes:
        """Return the file that the page gives to keep."""
        if not self.tab.is_visible("#save-svg"):
            self.tab.click("#save summary")
        with self.tab.expect_download() as download:
            self.tab.click(f"#save-{kind}")
        assert download.value.suggested_filename == f"lienket.{kind}"
        return Path(download.value.path()).read_bytes()

    def marks(self) -> list[tuple[float, float]]:
        """Return where the marks of people lie in the window: their discs in the picture as it is saved."""
        box = self.tab.locator("#picture").bounding_box()
        drawn_ = ElementTree.fromstring(self.saved("svg")).findall(f"./{SVG}g/{SVG}path")
        discs = re.findall(r"M([-\d.]+) ([-\d.]+)a([\d.]+)", "".join(path.get("d", "") for path in drawn_))
        places = [(float(left) + float(radius), float(middle)) for left, middle, radius in discs]
        inside = [(x, y) for x, y in places if y < box["height"]]  # those of the key lie below
        return [(box["x"] + x, box["y"] + y) for x, y in inside]


LOOK = """() => {
  const text = (id) => document.getElementById(id).textContent;
  const value = (id) => document.getElementById(id).value;
  const shown = (id) => !document.getElementById(id).hidden;
  return {
    shown: text("shown"), time: text("time"), place: shown("place") ? text("place-name") : "",
    since: value("since"), until: value("until"), undated: document.getElementById("undated").checked,
    kinds: [...document.querySelectorAll("#kinds :checked")].map((each) => each.value),
    views: [...document.querySelectorAll("#views :checked")].map((each) => each.value),
    clear: shown("clear"), sure: text("sure-value"), coloured: document.getElementById("filter-coloured").checked,
    listed: shown("list") ? [...document.querySelectorAll("#results .name")].map((each) => each.textContent) : [],
    told: shown("detail") ? text("detail") : "",
  };
}"""


class Sink:
    """A server on this machine that answers nothing and counts who asks."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._server.getsockname()[1]}"
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:  # closed: the test is over
                return
            self.asked += 1
            connection.close()

    def close(self) -> None:
        self._server.close()

    def asks(self, text: str) -> str:
        """Return a hostile text that asks this server."""
        return text.replace("sink.example", self.address)


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
        context.set_default_timeout(PATIENCE)
        yield context
        context.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Callable[[str], Visit]]:
    """Open a page from disk; at the end of the test, assert that it asked nobody and complained of nothing."""
    visits: list[Visit] = []

    def opened(html: str) -> Visit:
        file = tmp_path / f"{len(visits)}.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        visits.append(Visit(browser.new_page(), file))
        return visits[-1]

    yield opened
    for each in visits:
        each.check()
        each.tab.close()


@pytest.fixture
def visit(open_page: Callable[[str], Visit]) -> Callable[..., Visit]:
    return lambda graph, *, lang="vi": open_page(page(graph, lang=lang))


@pytest.fixture
def sink() -> Iterator[Sink]:
    made = Sink()
    yield made
    made.close()


@pytest.fixture(scope="module")
def crowded() -> Callable[[int], str]:
    """Return the page of a network of so many nodes, made once."""
    made: dict[int, str] = {}
    return lambda size: made.setdefault(size, "") or made.update({size: page(crowd(size))}) or made[size]


@pytest.fixture(scope="module")
def hamlet_page() -> str:
    return page(hamlet())


# It opens


def test_the_picture_of_a_notebook_draws_and_shows_titles_as_text(browser: Any, tmp_path: Path) -> None:
    drawn_ = picture(network_of(demo()))
    drawn_.heading = " ".join(HOSTILE)
    middle = drawn_.nodes[0]
    middle.update(x=0, y=0, size=40, title=" ".join(HOSTILE))
    file = tmp_path / "picture.html"
    drawn_.write_html(str(file))
    tab = browser.new_page()
    seen = Visit(tab, file)
    tab.wait_for_selector("#picture canvas")
    seen.check()
    tab.close()


COLOURS = """canvas => {
  const copy = document.createElement("canvas");
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  return [...new Set(new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer))];
}"""


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_opens_without_network_and_draws(browser: Any, visit: Callable[..., Visit], lang: str) -> None:
    browser.set_offline(True)
    seen = visit(network_of(demo()), lang=lang)
    assert len(seen.tab.eval_on_selector("#canvas", COLOURS)) > 100
    assert seen.items() == len(seen.listed()) > 40
    assert seen.tab.locator("#kinds input").count() == 5
    assert seen.tab.get_attribute("html", "lang") == lang
    browser.set_offline(False)


def test_a_large_network_is_unpacked_and_opens_with_its_core(
    crowded: Callable[[int], str], open_page: Callable[[str], Visit]
) -> None:
    seen = open_page(crowded(3000))
    assert seen.items() <= 150
    seen.tab.check("#views input[value=all]", force=True)
    assert seen.items() == 3000
    seen.open(names(3000)[1])
    assert seen.tab.locator("#detail blockquote mark").count()


def test_dark_and_phone(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet(), lang="en")
    background = "getComputedStyle(document.body).backgroundColor"
    light, paper = seen.tab.evaluate(background), seen.tab.eval_on_selector("#canvas", COLOURS)[0]
    seen.tab.emulate_media(color_scheme="dark")
    assert seen.tab.evaluate(background) != light
    assert seen.tab.eval_on_selector("#canvas", COLOURS)[0] != paper
    seen.tab.set_viewport_size({"width": 390, "height": 844})
    for step in (lambda: None, seen.open_filters, lambda: seen.open("Lê Thị Mẫu")):
        step()
        assert seen.tab.evaluate("document.documentElement.scrollWidth") <= 390
    box = seen.tab.locator("#canvas").bounding_box()
    assert box["height"] > 200
    assert box["width"] <= 390


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_empty_network_says_so(visit: Callable[..., Visit], lang: str) -> None:
    seen = visit(nx.MultiDiGraph(), lang=lang)
    assert {"vi": "Chưa có gì để hiện", "en": "Nothing to show"}[lang] in seen.text("#picture")
    seen.find("ai")
    assert seen.listed() == []
    assert not seen.tab.is_visible("#timeline")
    for kind in ("svg", "csv", "png"):
        assert seen.saved(kind)


# Search


@pytest.mark.parametrize(
    "typed",
    [
        "nguyen thai duong",  # without marks, d for đ
        "NGUYEN  Thai DUONG ",
        "Nguyễn Thái Đường",
        "duong nguyen",  # in any order
        "nguyen tahi duong",  # two letters exchanged
        "nguyen thai duonh",  # one letter wrong
        "nguyen tha duong",  # one missing
        "thai duong",  # another name of his
    ],
)
def test_search_finds_a_name_as_it_is_typed(open_page: Callable[[str], Visit], hamlet_page: str, typed: str) -> None:
    seen = open_page(hamlet_page)
    seen.find(typed)
    assert seen.listed()[0] == "Nguyễn Thái Đường"
    assert seen.text("#count") == "1 kết quả"


def test_search_that_finds_nothing_says_so(open_page: Callable[[str], Visit], hamlet_page: str) -> None:
    seen = open_page(hamlet_page)
    seen.find("xyz không ai")
    assert seen.listed() == []
    assert seen.text("#count").startswith("Không có kết quả")


SEARCH_ALL = """(typed) => {
  const query = document.getElementById("query");
  return typed.map((text) => {
    const begin = performance.now();
    query.value = text;
    query.dispatchEvent(new Event("input"));
    document.getElementById("results").offsetHeight; // laid out too
    const took = performance.now() - begin;
    return [took, [...document.querySelectorAll("#results .name")].map((each) => each.textContent)];
  });
}"""


def without_marks(name: str) -> str:
    """Return a name as it is typed on a keyboard without Vietnamese letters."""
    plain = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()


def test_full_recall_of_names_typed_without_marks(
    crowded: Callable[[int], str], open_page: Callable[[str], Visit]
) -> None:
    seen = open_page(crowded(3000))
    wanted = [name for i, name in enumerate(names(3000)) if i % 4][:200]
    answers = seen.tab.evaluate(SEARCH_ALL, [without_marks(name) for name in wanted])
    assert [name for name, (_, found) in zip(wanted, answers, strict=True) if name not in " | ".join(found)] == []
    assert statistics.median(took for took, _ in answers) <= 50


# The picture and the details


def test_what_is_opened_shows_facts_and_the_sentence_with_the_marked_words(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Nguyễn Thái Đường")
    quotes = seen.tab.locator("#detail blockquote")
    assert "“𝕋heo tin: Nguyễn Thái Đường, Trưởng ban, Ban Dân tộc tỉnh Đồi Thông.”" in quotes.all_inner_texts()
    assert quotes.first.locator("mark").all_inner_texts() == ["Nguyễn Thái Đường", "Ban Dân tộc tỉnh Đồi Thông"]
    link = seen.tab.locator("#detail cite a").first
    assert link.get_attribute("href").startswith("https://bao.example/")
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert "từ 2/2018 · đến 10/2019" in seen.text("#detail")
    seen.press("Ban Dân tộc tỉnh Đồi Thông")
    assert seen.text("#detail h2") == "Ban Dân tộc tỉnh Đồi Thông"
    seen.open("Sở Y tế tỉnh Sông Mây")
    assert "Theo dữ liệu tham chiếu" in seen.text("#detail")  # it belongs to the committee, and no article says so
    seen.open("Hội nghị phòng chống thiên tai")
    assert "4/8/2017" in seen.text("#detail dl")


def test_roles_whose_agency_is_not_stated_are_told(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    seen.open("Nguyễn Thái Đường")
    assert "Chánh Văn phòng" in seen.text("#detail")
    assert "không rõ cơ quan" in seen.text("#detail")


def test_a_click_in_the_picture_shows_a_node_or_a_tie(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    ((x, y),) = seen.marks()
    seen.tab.mouse.click(x, y)
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert seen.text("#detail h2") == "Thí dụ A"
    assert seen.tab.locator("#detail blockquote mark").count()
    seen.back()
    box = seen.tab.locator("#picture").bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.tab.mouse.click(*middle)  # the line from one to the other, which lies left or right
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert "Liên hệ giữa hai mục" in seen.text("#detail h3")
    assert seen.tab.locator("#detail .other").all_inner_texts() == ["Thí dụ A", "Thí dụ B"]
    assert seen.tab.locator("#detail .tie blockquote").count() == 1
    seen.tab.mouse.click(box["x"] + 5, box["y"] + 5)  # where nothing is
    assert seen.tab.is_visible("#results")


def test_what_is_under_the_pointer_is_named(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    assert seen.tab.eval_on_selector("#over", COLOURS) == [0]  # nothing but what can be seen through
    seen.tab.mouse.move(*seen.marks()[0])
    seen.until(lambda: len(seen.tab.eval_on_selector("#over", COLOURS)) > 10)
    assert seen.tab.eval_on_selector("#over", "over => getComputedStyle(over).cursor") == "pointer"
    box = seen.tab.locator("#picture").bounding_box()
    seen.tab.mouse.move(box["x"] + 5, box["y"] + 5)
    seen.until(lambda: seen.tab.eval_on_selector("#over", COLOURS) == [0])


# Views


NEAR = {
    1: {"Lê Thị Mẫu", "Sở Y tế tỉnh Sông Mây"},
    2: {"Trần Văn Thí Dụ", "Ủy ban nhân dân tỉnh Sông Mây"},
    3: {"Hội nghị phòng chống thiên tai", "Kế hoạch 166/KH-UBND"},
}


def test_views_around_one_of_one_to_three_steps(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Lê Thị Mẫu")
    within: set[str] = set()
    for hops, label in ((1, "Quanh 1 bước"), (2, "2 bước"), (3, "3 bước")):
        within |= NEAR[hops]
        seen.press(label)
        assert seen.tab.get_by_role("button", name=label, exact=True).get_attribute("aria-pressed") == "true"
        assert seen.text("#place-name") == f"Quanh Lê Thị Mẫu, {hops} bước"
        seen.back()
        seen.find("")
        assert set(seen.listed()) == within
        assert seen.items() == len(within)
        seen.open("Lê Thị Mẫu")
    seen.tab.click("#leave-place")
    assert seen.items() == len(hamlet())


def test_the_path_from_one_to_another_tells_each_step(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Lê Thị Mẫu")
    seen.press("Tìm đường tới …")
    assert seen.text("#seeking-name") == "Đường từ Lê Thị Mẫu tới: tìm và chọn đích."
    seen.find("nguyen thai duong")
    seen.tab.keyboard.press("Enter")
    seen.tab.wait_for_selector("#detail .steps")
    assert seen.text("#detail h2") == "Từ Lê Thị Mẫu đến Nguyễn Thái Đường"
    assert "4 bước" in seen.text("#detail")
    steps = seen.tab.locator("#detail .steps > li").all()
    ends = [step.locator(".other").all_inner_texts() for step in steps]
    way = ["Lê Thị Mẫu", "Sở Y tế tỉnh Sông Mây", "Trần Văn Thí Dụ", "Hội nghị phòng chống thiên tai"]
    assert ends == [list(pair) for pair in itertools.pairwise([*way, "Nguyễn Thái Đường"])]
    assert all(step.locator("blockquote mark").count() for step in steps)
    assert seen.items() == 5


def test_a_path_that_is_not_there_is_said_not_to_be(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Lê Thị Mẫu")
    seen.press("Tìm đường tới …")
    seen.find("hoang bai tap")
    seen.tab.keyboard.press("Enter")
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert "Không có đường nào" in seen.text("#detail")
    assert seen.items() == 2


def test_a_path_takes_no_tie_that_is_filtered_out(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.go("#view=path&at=person%2F00000&to=person%2F00003&sure=80")  # the deputy's role is at 60 percent
    assert "Không có đường nào" in seen.text("#detail")


def test_the_core_grows_outwards(crowded: Callable[[int], str], open_page: Callable[[str], Visit]) -> None:
    seen = open_page(crowded(1000))
    before = seen.items()
    seen.tab.click("#results button >> nth=0")
    seen.tab.wait_for_selector("#detail:not([hidden])")
    seen.press("Mở thêm")
    assert seen.items() > before
    assert "grown=" in seen.fragment
    assert seen.tab.get_by_role("button", name="Mở thêm", exact=True).count() == 0


# Filters


@pytest.mark.parametrize(
    ("select", "word", "left"),
    [
        ("province", "Đồi Thông", {"Nguyễn Thái Đường", "Phạm Giả Định", "Ban Dân tộc tỉnh Đồi Thông"}),
        ("body", "Ủy ban", {"Ủy ban nhân dân tỉnh Sông Mây", "Sở Y tế tỉnh Sông Mây", "Kế hoạch 166/KH-UBND"}),
        ("role", "Trưởng ban", {"Nguyễn Thái Đường", "Ban Dân tộc tỉnh Đồi Thông"}),
        ("event", "hội nghị", {"Hội nghị phòng chống thiên tai", "Trần Văn Thí Dụ", "Nguyễn Thái Đường"}),
    ],
)
def test_a_filter_narrows_picture_and_list(visit: Callable[..., Visit], select: str, word: str, left: set[str]) -> None:
    seen = visit(hamlet())
    assert not seen.tab.is_visible("#clear")
    seen.choose(select, word)
    assert left - {"Phạm Giả Định", "Sở Y tế tỉnh Sông Mây"} <= set(seen.listed())
    assert "Hoàng Bài Tập" not in seen.listed()
    assert seen.items() == len(seen.listed()) < len(hamlet())
    seen.tab.click("#clear")
    assert seen.items() == len(hamlet())
    assert not seen.tab.is_visible("#clear")
    assert seen.tab.input_value(f"#filter-{select}") == ""


def test_unticking_a_kind_takes_it_off_the_picture_and_the_list(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.tab.uncheck("#kinds input[value=agency]")
    kinds = seen.tab.locator("#results .kind").all_inner_texts()
    assert not [kind for kind in kinds if kind.startswith("Cơ quan")]
    assert seen.items() == len(kinds) == 8


def test_a_tie_less_sure_than_asked_for_is_left_out(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    before = seen.lines()
    seen.open_filters()
    seen.tab.fill("#filter-sure", "80")
    assert seen.text("#sure-value") == "từ 80%"
    assert seen.lines() == before - 2
    assert "Phạm Giả Định" not in seen.listed()


def test_a_group_is_a_view(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open_filters()
    name = seen.text("#filter-group option >> nth=1")
    seen.choose("group", name)
    assert seen.text("#place-name") == f"Nhóm quanh {name}"
    assert name in seen.listed()
    assert 4 <= seen.items() < len(hamlet())
    seen.tab.check("#filter-coloured")
    assert "coloured=group" in seen.fragment


# Time


def test_the_time_slider_by_keyboard(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    assert seen.text("#time") == "Mọi thời gian (1/2012 – 10/2019)"
    seen.tab.focus("#since")
    seen.tab.keyboard.press("ArrowRight")
    assert seen.tab.get_attribute("#since", "aria-valuetext") == "2/2012"
    assert "since=2012-02" in seen.fragment
    seen.tab.keyboard.press("ArrowLeft")
    assert seen.fragment == ""
    seen.tab.focus("#until")
    seen.tab.keyboard.press("Home")
    assert seen.text("#time") == "1/2012 – 1/2012"
    assert "until=2012-01" in seen.fragment
    assert "Lê Thị Mẫu" in seen.listed()  # she was a deputy then
    assert "Hoàng Bài Tập" not in seen.listed()


def test_ties_without_a_date_are_shown_unless_they_are_not_wanted(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.tab.fill("#until", "0")
    with_undated = seen.lines()
    assert seen.text("#undated-count") == "cả 3 liên hệ không rõ ngày"
    seen.tab.uncheck("#undated")
    assert seen.lines() == with_undated - 3
    assert seen.items() == 2
    assert "undated=no" in seen.fragment
    seen.tab.click("#clear")
    assert not seen.tab.is_visible("#clear")


def test_time_plays_and_pauses(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.tab.emulate_media(reduced_motion="no-preference")
    seen.tab.click("#play")
    assert seen.tab.get_attribute("#play", "aria-label") == "Dừng"
    seen.until(lambda: "until=2012-0" in seen.fragment)
    seen.tab.click("#play")
    assert seen.tab.get_attribute("#play", "aria-label") == "Chạy theo thời gian"
    stopped = seen.fragment
    seen.tab.wait_for_timeout(700)
    assert seen.fragment == stopped


def test_time_plays_to_the_end_and_stops(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.tab.emulate_media(reduced_motion="no-preference")
    seen.tab.eval_on_selector("#until", "slider => { slider.value = slider.max - 2; }")
    seen.tab.dispatch_event("#until", "input")
    seen.tab.click("#play")
    seen.until(lambda: seen.text("#play") == "▶")
    assert seen.text("#time").startswith("Mọi thời gian")


# By keyboard


def test_by_keyboard_alone(visit: Callable[..., Visit]) -> None:
    seen = visit(network_of(demo()))
    keyboard = seen.tab.keyboard
    keyboard.press("/")
    keyboard.type("so y te")
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    second = seen.tab.evaluate("document.activeElement.querySelector('.name').textContent")
    keyboard.press("ArrowUp")
    keyboard.press("ArrowUp")
    assert seen.tab.evaluate("document.activeElement.id") == "query"
    keyboard.press("ArrowDown")
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert seen.text("#detail h2") == second
    assert seen.tab.evaluate("document.activeElement.id") == "detail"
    keyboard.press("Escape")
    assert seen.tab.evaluate("document.activeElement.id") == "query"
    assert seen.tab.is_visible("#results")
    keyboard.type(" tinh song may")
    keyboard.press("Enter")
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert seen.text("#detail h2") == "Sở Y tế tỉnh Sông Mây"


FOCUS = """() => {
  const at = document.activeElement;
  const style = getComputedStyle(at.closest(".views label") ?? at);
  return [at.id || at.value || at.parentElement.id || at.tagName, style.outlineStyle !== "none"];
}"""


def test_the_tab_key_leads_through_everything_in_the_order_of_the_page(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    reached = []
    for _ in range(30):
        seen.tab.keyboard.press("Tab")
        reached.append(tuple(seen.tab.evaluate(FOCUS)))
    order = [name for name, _ in reached]
    order = order[: order.index("BODY")] if "BODY" in order else order
    picture_ = ["person", "agency", "over", "zoom-in", "zoom-out", "fit"]
    assert order[:7] == [*picture_, "query"]
    assert order[7:9] == ["filters", "save"]
    assert len(order) == 11  # and the two in the list
    assert all(outlined for _, outlined in reached[: len(order)])


def test_keys_move_the_picture(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    ((x, y),) = seen.marks()
    seen.tab.focus("#over")
    seen.tab.keyboard.press("ArrowLeft")
    assert seen.marks() == [pytest.approx((x + 60, y), abs=0.1)]
    seen.tab.focus("#over")
    seen.tab.keyboard.press("ArrowDown")
    assert seen.marks() == [pytest.approx((x + 60, y - 60), abs=0.1)]
    seen.tab.focus("#over")
    seen.tab.keyboard.press("0")
    assert seen.marks() == [pytest.approx((x, y), abs=0.1)]
    middle = seen.tab.locator("#picture").bounding_box()
    away = abs(x - middle["x"] - middle["width"] / 2)
    for key, factor in (("+", 1.35), ("-", 1.0)):
        seen.tab.focus("#over")
        seen.tab.keyboard.press(key)
        ((x, _),) = seen.marks()
        assert abs(x - middle["x"] - middle["width"] / 2) == pytest.approx(away * factor, rel=0.02)


def test_the_list_holds_what_the_picture_holds(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    root = ElementTree.fromstring(seen.saved("svg"))
    shapes = [path for path in root.findall(f"./{SVG}g[@clip-path]/{SVG}path") if path.get("fill") != "none"]
    marks = sum(path.get("d", "").count("M") for path in shapes)
    assert marks == len(seen.listed()) == seen.items() == len(hamlet())
    assert set(seen.listed()) == {told["label"] for _, told in hamlet().nodes(data=True)}
    for name in ("Lê Thị Mẫu", "Ban Dân tộc tỉnh Đồi Thông"):  # and their ties are told as they are drawn
        seen.open(name)
        (iri,) = [each for each, told in hamlet().nodes(data=True) if told["label"] == name]
        assert seen.tab.locator("#detail .tie").count() == hamlet().degree(iri)


def test_a_list_that_is_cut_says_so(crowded: Callable[[int], str], open_page: Callable[[str], Visit]) -> None:
    seen = open_page(crowded(200))
    assert len(seen.listed()) < seen.items()
    assert f"đang hiện {len(seen.listed())}" in seen.text("#count")


# The address


def steps(seen: Visit) -> Iterator[None]:
    """Do one thing after another that changes what is seen."""
    seen.open("Lê Thị Mẫu")
    yield
    seen.press("2 bước")
    yield
    seen.press("Sở Y tế tỉnh Sông Mây")
    yield
    seen.press("Tìm đường tới …")
    seen.find("pham gia dinh")
    seen.tab.keyboard.press("Enter")
    seen.tab.wait_for_selector("#detail .steps")
    yield
    seen.tab.click("#leave-place")
    seen.find("")  # what is typed is no part of the address
    yield
    seen.tab.uncheck("#kinds input[value=document]")
    yield
    seen.choose("province", "Sông Mây")
    yield
    seen.choose("role", "Giám đốc")
    yield
    seen.tab.fill("#filter-sure", "50")
    yield
    seen.tab.fill("#until", "70")
    yield
    seen.tab.fill("#since", "3")
    yield
    seen.tab.uncheck("#undated")
    yield
    seen.tab.check("#filter-coloured")
    yield
    seen.tab.click("#clear")
    yield
    seen.choose("body", "Sở")
    seen.choose("event", "lễ")
    yield
    seen.choose("group", seen.text("#filter-group option >> nth=1"))
    yield


def test_every_change_stands_in_the_address_which_shows_the_same_again(visit: Callable[..., Visit]) -> None:
    seen, again = visit(hamlet()), visit(hamlet())
    before = ""
    for _ in steps(seen):
        assert seen.fragment != before
        before = seen.fragment
        again.go(seen.fragment)
        again.until(lambda: again.tab.is_visible("#detail") == seen.tab.is_visible("#detail"))
        assert again.look() == seen.look()
        assert again.fragment == seen.fragment


def test_the_browser_goes_back_and_forth(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    start = seen.look()
    seen.open("Lê Thị Mẫu")
    seen.press("2 bước")
    seen.press("Sở Y tế tỉnh Sông Mây")
    seen.tab.go_back()
    seen.until(lambda: seen.text("#detail h2") == "Lê Thị Mẫu")
    assert seen.text("#place-name") == "Quanh Lê Thị Mẫu, 2 bước"
    seen.tab.go_back()
    seen.until(lambda: not seen.tab.is_visible("#place"))
    assert seen.text("#detail h2") == "Lê Thị Mẫu"
    seen.tab.go_back()
    seen.until(lambda: not seen.tab.is_visible("#detail"))
    seen.find("")
    assert seen.look() == start
    seen.tab.go_forward()
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert seen.text("#detail h2") == "Lê Thị Mẫu"


def test_addresses_that_tell_nothing_true_do_nothing(visit: Callable[..., Visit], sink: Sink) -> None:
    seen = visit(hamlet())
    start = seen.look()
    for fragment in HOSTILE_FRAGMENTS:
        seen.go(f"#{sink.asks(fragment)}")
        assert seen.look() == start, fragment[:80]
        assert seen.tab.evaluate("Object.keys(Object.prototype).length") == 0
    seen.go("")
    for fragment in HOSTILE_FRAGMENTS:  # and where they are typed into a page that is open
        seen.tab.evaluate("fragment => { location.hash = fragment; }", sink.asks(fragment))
    seen.tab.wait_for_timeout(200)
    assert seen.look() == start
    assert sink.asked == 0


def test_what_is_opened_first_can_be_given(open_page: Callable[[str], Visit]) -> None:
    seen = open_page(page(hamlet(), opening={"since": "2018-01", "until": "2019-12", "undated": "no"}))
    assert seen.text("#time") == "1/2018 – 10/2019" or seen.text("#time") == "1/2018 – 12/2019"
    assert set(seen.listed()) == {
        "Nguyễn Thái Đường",
        "Ban Dân tộc tỉnh Đồi Thông",
        "Lễ khai giảng thí dụ",
        "Phạm Giả Định",
    }


# Files


def test_the_png_is_a_picture_of_what_is_seen(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    kept = seen.saved("png")
    assert kept.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", kept[16:24])
    box = seen.tab.locator("#picture").bounding_box()
    assert width == 2 * int(box["width"])
    assert 2 * box["height"] < height < 2 * box["height"] + 200
    assert len(kept) > 20_000


def test_the_svg_is_xml_that_loads_and_runs_nothing(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    root = ElementTree.fromstring(seen.saved("svg"))
    every = list(root.iter())
    assert {each.tag.removeprefix(SVG) for each in every} <= {"svg", "g", "rect", "clipPath", "path", "text"}
    assert not [name for each in every for name in each.attrib if "href" in name or name.startswith(("on", "style"))]
    words = " ".join(str(each.text) for each in every if each.get("class") == "label")
    written = [told["label"] for _, told in hamlet().nodes(data=True) if told["label"] in words]
    assert len(written) >= len(hamlet()) - 2  # one whose label would cover another's has none
    title = next(each.text for each in every if each.tag == f"{SVG}text")
    assert title == "Liên Kết · Toàn bộ · Mọi thời gian (1/2012 – 10/2019)"


def rows(kept: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(kept.decode("utf-8-sig"), newline="")))


def test_the_csv_holds_the_ties_in_view(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    kept = seen.saved("csv")
    assert kept.startswith(b"\xef\xbb\xbf")
    head, *body = rows(kept)
    assert head[:4] == ["từ", "liên hệ", "chức vụ hoặc vai trò", "đến"]
    assert len(body) == hamlet().size()
    assert ["Phạm Giả Định", "Tham dự", "chủ trì", "Lễ khai giảng thí dụ"] in [row[:4] for row in body]
    assert {len(row) for row in body} == {len(head)}
    seen.choose("role", "Giám đốc")
    assert [row[2] for row in rows(seen.saved("csv"))[1:]] == ["Giám đốc", "Giám đốc"]


def test_print_gives_the_picture_alone_on_one_page(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    seen.tab.emulate_media(media="print")
    seen_on_paper = "[...document.body.children].filter(each => each.getClientRects().length).map(each => each.id)"
    assert seen.tab.evaluate(seen_on_paper) == ["paper"]
    assert seen.tab.locator("#paper svg text.label").count() >= 10
    seen.tab.emulate_media(media="screen")
    seen.tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    seen.tab.emulate_media(media="null")
    printed = seen.tab.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    assert b"/Type /Font" in printed
    assert seen.tab.locator("#paper svg").count() == 0


# Labels


INKED = """([size, family, labels]) => {
  const context = document.createElement("canvas").getContext("2d");
  context.textAlign = "center";
  return labels.map(({ text, x, y, weight }) => {
    context.font = `${weight} ${size}px ${family}`;
    const ink = context.measureText(text);
    const { actualBoundingBoxLeft: left, actualBoundingBoxAscent: above } = ink;
    return [x - left, y - above, x + ink.actualBoundingBoxRight, y + ink.actualBoundingBoxDescent];
  });
}"""


def inked(seen: Visit) -> list[tuple[float, float, float, float]]:
    """Return left, top, right and bottom of what each line of a label inks."""
    root = ElementTree.fromstring(seen.saved("svg"))
    labels = [each for each in root.iter(f"{SVG}text") if each.get("class") == "label"]
    written = [
        {
            "text": each.text,
            "x": float(each.attrib["x"]),
            "y": float(each.attrib["y"]),
            "weight": each.get("font-weight"),
        }
        for each in labels
    ]
    return [
        tuple(box) for box in seen.tab.evaluate(INKED, [labels[0].get("font-size"), root.get("font-family"), written])
    ]


@pytest.mark.parametrize("size", [200, 1000, 3000])
@pytest.mark.parametrize("fragment", ["", "#view=all"])
def test_labels_are_many_and_none_covers_another(
    crowded: Callable[[int], str], open_page: Callable[[str], Visit], size: int, fragment: str
) -> None:
    seen = open_page(crowded(size))
    seen.go(fragment)
    boxes = inked(seen)
    assert len(boxes) >= 40
    meeting = [
        (a, b)
        for a, b in itertools.combinations(boxes, 2)
        if min(a[2], b[2]) - max(a[0], b[0]) > 1 and min(a[3], b[3]) - max(a[1], b[1]) > 1  # pixels
    ]
    assert meeting == []


# For everyone


@pytest.fixture(scope="module")
def axe() -> str:
    """Return axe-core, which finds faults that keep people out."""
    package = pytest.importorskip("axe_playwright_python", reason="needs axe-core: pip install axe-playwright-python")
    return importlib.resources.files(package).joinpath("axe.min.js").read_text(encoding="utf-8")


FAULTS = """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
  .filter(({ impact }) => ["serious", "critical"].includes(impact))
  .map(({ id, nodes }) => [id, nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`)])"""

STATES = {
    "list": "",
    "details": "#chosen=person%2F00003",
    "around": "#view=near&at=person%2F00000&hops=2",
    "path": "#view=path&at=person%2F00000&to=person%2F00003",
    "filtered": "#role=Gi%C3%A1m+%C4%91%E1%BB%91c&sure=50&until=2018-01",
}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_axe_finds_no_serious_fault(visit: Callable[..., Visit], axe: str, lang: str) -> None:
    seen = visit(hamlet(), lang=lang)
    for scheme, (state, fragment) in itertools.product(("light", "dark"), STATES.items()):
        seen.tab.emulate_media(color_scheme=scheme)
        seen.go(fragment)
        seen.tab.wait_for_timeout(50)
        if state == "filtered":
            seen.open_filters()
            seen.tab.click("#save summary")
        seen.tab.evaluate(axe)
        assert seen.tab.evaluate(FAULTS) == [], (scheme, state)


COLOUR = "name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()"


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, as WCAG 2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_labels_of_the_picture_can_be_read_and_marks_be_seen(visit: Callable[..., Visit], scheme: str) -> None:
    seen = visit(hamlet())
    seen.tab.emulate_media(color_scheme=scheme)
    paper, halo, ink, quiet = (seen.tab.evaluate(COLOUR, name) for name in ("paper", "halo", "ink", "quiet"))
    assert min(contrast(ink, paper), contrast(ink, halo), contrast(quiet, halo)) >= 4.5
    assert contrast(seen.tab.evaluate(COLOUR, "marked"), ink) >= 4.5


# Hostile texts


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
    box = seen.tab.locator("#picture").bounding_box()
    seen.tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    seen.until(lambda: len(seen.tab.eval_on_selector("#over", COLOURS)) > 1)
    assert sink.asked == 0


@pytest.mark.parametrize("texts", HALVES, ids=["first", "second"])
def test_hostile_names_leave_the_svg_well_formed(visit: Callable[..., Visit], texts: tuple[str, ...]) -> None:
    seen = visit(drawn_all(texts))
    for i in range(len(texts)):
        seen.tab.evaluate("place => { location.hash = place; }", f"view=near&at=person%2F{i}&chosen=person%2F{i}")
        root = ElementTree.fromstring(seen.tab.evaluate(SVG_TEXT))
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {"svg", "g", "rect", "clipPath", "path", "text"}


@pytest.mark.xfail(strict=True, reason="view.appearance.visible keeps U+FFFE and U+FFFF, which XML cannot hold")
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
