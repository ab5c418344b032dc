"""The page is one file that loads nothing, says everything in both languages, and lets no article's text act."""

from __future__ import annotations

import base64
import csv
import hashlib
import importlib.resources
import json
import re
from html.parser import HTMLParser
from typing import Any
from unittest import mock

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyvis.network import Network

from lienket.view.contents import SHAPES, STROKES, core, safe_url, visible
from lienket.view.network import KINDS, TIES, network_of
from lienket.view.page import in_html, page
from lienket.view.texts import date_text, texts
from tests.view.fictional import HOSTILE, HOSTILE_LINKS, demo, drawn

LOADING = {
    "src",
    "srcset",
    "href",
    "data",
    "action",
    "formaction",
    "poster",
    "background",
    "ping",
    "manifest",
    "xlink:href",
}


class Parts(HTMLParser):
    """What a page is made of: its tags with their attributes, and the text of its scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.blocks.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.blocks and self.cdata_elem:
            tag, attributes, text = self.blocks[-1]
            self.blocks[-1] = (tag, attributes, text + data)

    @property
    def policy(self) -> dict[str, list[str]]:
        (text,) = (
            str(attributes["content"])
            for tag, attributes in self.tags
            if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
        )
        return {name: sources for name, *sources in (part.split() for part in text.split(";"))}

    @property
    def data(self) -> Any:
        (text,) = (text for _, attributes, text in self.blocks if attributes.get("type") == "application/json")
        return json.loads(text)


@pytest.fixture(scope="module")
def html() -> str:
    return page(network_of(demo()), lang="vi")


def test_nothing_is_loaded_from_anywhere(html: str) -> None:
    named = [
        (tag, value) for tag, attributes in Parts(html).tags for name, value in attributes.items() if name in LOADING
    ]
    assert named == [("link", "data:,")]
    assert "@import" not in html
    style = next(text for tag, _, text in Parts(html).blocks if tag == "style")
    assert "url(" not in style
    assert "sourceMappingURL" not in html


def test_the_policy_lets_its_own_parts_run_and_no_others(html: str) -> None:
    parts = Parts(html)
    hashes = {
        tag: [
            f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
            for each, attributes, text in parts.blocks
            if each == tag and "type" not in attributes
        ]
        for tag in ("script", "style")
    }
    assert parts.policy == {
        "default-src": ["'none'"],
        "script-src": hashes["script"],
        "style-src": hashes["style"],
        "img-src": ["data:"],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }
    assert not [name for _, attributes in parts.tags for name in attributes if name == "style" or name.startswith("on")]


def test_our_scripts_write_text_and_never_markup() -> None:
    for source in importlib.resources.files("lienket.view").joinpath("assets").iterdir():
        if source.name.endswith(".js"):
            banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser|\.title\s*="
            assert not re.search(banned, source.read_text(encoding="utf-8")), source.name


def test_pyvis_gives_nodes_edges_and_the_library(html: str) -> None:
    library = importlib.resources.files("pyvis").joinpath("lib", "vis-9.1.2", "vis-network.min.js")
    assert library.read_text(encoding="utf-8").partition("//# sourceMappingURL")[0] in html
    assert "@license" in html  # its licence stands in the page
    with mock.patch.object(Network, "add_edge", autospec=True) as add_edge:
        assert Parts(page(network_of(demo()))).data["edges"] == []
    assert add_edge.called


def test_the_same_graph_gives_the_same_bytes(html: str) -> None:
    assert page(network_of(demo()), lang="vi") == html


def test_the_page_tells_what_it_leaves_out() -> None:
    graph = network_of(demo())
    cut = Parts(page(graph, lang="en", limit=20))
    shown = len(cut.data["things"])
    assert 15 < shown <= 20
    assert f"Showing {shown} of {len(graph)} items" in page(graph, lang="en", limit=20)
    assert all(thing["degree"] for thing in cut.data["things"])


def test_a_cut_keeps_the_most_tied() -> None:
    graph = network_of(demo())
    reach = {graph.nodes[node]["label"]: len(set(nx.all_neighbors(graph, node))) for node in graph}
    kept = {graph.nodes[node]["label"] for node in core(graph, limit=20)}
    assert min(reach[label] for label in kept) >= sorted(reach.values(), reverse=True)[19]
    assert core(graph, limit=len(graph)) is graph


def test_an_empty_network_is_a_page_that_says_so() -> None:
    parts = Parts(page(nx.MultiDiGraph()))
    assert parts.data["things"] == []
    assert parts.data["texts"]["empty"]


def test_search_keys_have_no_marks_and_hold_other_names_and_numbers(html: str) -> None:
    things = {thing["label"]: thing["keys"] for thing in Parts(html).data["things"]}
    assert things["Nguyễn Thái Đường"] == ["nguyen thai duong", "thai duong"]
    assert "166/kh-ubnd" in things["Kế hoạch 166/KH-UBND"]


def test_ties_of_two_nodes_share_one_line() -> None:
    graph = drawn("Thí dụ")
    graph.add_edge("a", "b", key="other", **graph["a"]["b"]["role"])
    graph.add_edge("b", "a", key="third", **graph["a"]["b"]["role"])
    (line,) = Parts(page(graph)).data["edges"]
    assert line["ties"] == [0, 1, 2]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hostile_text_stays_text(text: str, lang: str) -> None:
    tame, hostile = Parts(page(drawn("Thí dụ"), lang=lang)), Parts(page(drawn(text), lang=lang))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in tame.tags]
    assert hostile.policy == tame.policy
    assert [each for each in hostile.blocks if "type" not in each[1]] == [
        each for each in tame.blocks if "type" not in each[1]
    ]
    assert hostile.data["evidence"][0]["quote"] == text  # verbatim all the same
    assert hostile.data["things"][0]["label"] == visible(f"{text} A")


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_html_comes_back_and_cannot_end_its_block(value: object) -> None:
    text = in_html(value)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == value


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_hostile_addresses_are_no_links(url: str) -> None:
    assert safe_url(url) == ""
    assert Parts(page(drawn("Thí dụ", url=url))).data["articles"][0]["url"] == ""


@pytest.mark.parametrize("url", ["https://bao.example/a?b=c&d=%C4%91#e", "http://báo.example/tin-tức"])
def test_addresses_of_articles_are_kept(url: str) -> None:
    assert safe_url(url) == url


def test_turning_and_control_characters_are_not_shown_in_labels() -> None:
    assert visible("Lê\u202e  Thị\u0000\nMẫu\u2069") == "Lê Thị Mẫu"


@pytest.mark.parametrize(
    ("stated", "vi", "en"),
    [
        ("2017-08-04", "4/8/2017", "2017-08-04"),
        ("2017-08", "8/2017", "2017-08"),
        ("2017", "2017", "2017"),
        ("--08-04", "4/8", "08-04"),
        ("2017-08-04T07:30:00", "4/8/2017", "2017-08-04T07:30:00"),
        ("", "", ""),
        ("mùa thu", "mùa thu", "mùa thu"),
    ],
)
def test_dates_are_written_as_readers_do_and_no_more_precise(stated: str, vi: str, en: str) -> None:
    assert (date_text(stated, "vi"), date_text(stated, "en")) == (vi, en)


def test_the_words_of_the_page_are_complete_in_both_languages() -> None:
    source = importlib.resources.files("lienket.view").joinpath("templates", "texts.csv")
    rows = list(csv.DictReader(source.read_text(encoding="utf-8").splitlines()))
    assert len({row["key"] for row in rows}) == len(rows)
    for row in rows:
        assert row["vi"].strip(), row
        assert row["en"].strip(), row
        assert re.findall(r"{\w+}", row["vi"]) == re.findall(r"{\w+}", row["en"]), row


def test_every_kind_has_its_words_shape_and_stroke() -> None:
    keys = texts("vi").keys()
    assert {f"kind-{kind}" for kind in KINDS} | {f"tie-{kind}" for kind in TIES} <= keys
    assert {f"{kind}-{way}" for kind in TIES for way in ("out", "in")} <= keys
    assert (tuple(SHAPES), tuple(STROKES)) == (KINDS, TIES)


def test_every_text_that_the_scripts_ask_for_exists() -> None:
    assets = importlib.resources.files("lienket.view").joinpath("assets")
    script = "".join(each.read_text(encoding="utf-8") for each in assets.iterdir() if each.name.endswith(".js"))
    asked = set(re.findall(r'say\("([\w-]+)"', script)) | set(re.findall(r'countOf\("([\w-]+)", "([\w-]+)"', script)[0])
    assert asked <= texts("en").keys()


def test_texts_are_in_the_language_asked_for() -> None:
    graph = network_of(demo())
    assert '<html lang="en">' in page(graph, lang="en")
    assert "speaker" in {tie["label"] for tie in Parts(page(graph, lang="en")).data["ties"]}
    assert "phát biểu" in {tie["label"] for tie in Parts(page(graph, lang="vi")).data["ties"]}
