"""The page is one file that loads nothing, says everything in both languages, and lets no article's text act."""

from __future__ import annotations

import base64
import csv
import dataclasses
import gzip
import hashlib
import importlib.resources
import json
import re
from html.parser import HTMLParser
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.view.appearance import SHAPES, STROKES, safe_url, visible
from lienket.view.contents import CORE, drawing, tellings
from lienket.view.network import KINDS, TIES, core, network_of
from lienket.view.page import page
from lienket.view.selfcontained import in_html, packed
from lienket.view.texts import date_text, texts
from tests.view.fictional import Sketch, crowd, demo, drawn, hamlet
from tests.view.hostile import HOSTILE, HOSTILE_LINKS, NOT_XML

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

    @property
    def drawing(self) -> Any:
        return unpacked(self.data["drawing"])

    @property
    def tellings(self) -> Any:
        return unpacked(self.data["tellings"])


def unpacked(value: object) -> Any:
    """Return what `packed` was given, as a browser finds it."""
    return json.loads(gzip.decompress(base64.b64decode(value))) if isinstance(value, str) else value


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


def test_large_data_are_packed_and_come_back_the_same_bytes() -> None:
    small, large = {"nodes": ["Lê Thị Mẫu"]}, {"nodes": ["Lê Thị Mẫu </script> \u2028"] * 20_000}
    assert packed(small) is small
    text = packed(large)
    assert isinstance(text, str)
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", text)
    assert len(text) < 100_000
    assert unpacked(text) == large
    assert packed(large) == text


def test_the_same_graph_gives_the_same_bytes(html: str) -> None:
    assert page(network_of(demo()), lang="vi") == html


def test_the_page_tells_how_much_it_holds_and_what_it_leaves_out() -> None:
    graph = network_of(demo())
    assert f"{len(graph)} items · {graph.size()} ties" in page(graph, lang="en")
    cut = page(graph, lang="en", limit=20)
    shown = Parts(cut).drawing["nodes"]["id"]
    assert 15 < len(shown) <= 20
    assert f"{len(shown)} of {len(graph)} items, the most tied" in cut


def test_large_numbers_are_written_as_readers_do() -> None:
    assert "1.200 mục · " in page(crowd(1200), lang="vi")


def test_a_cut_keeps_the_most_tied() -> None:
    graph = network_of(demo())
    reach = {graph.nodes[node]["label"]: len(set(nx.all_neighbors(graph, node))) for node in graph}
    kept = {graph.nodes[node]["label"] for node in core(graph, limit=20)}
    assert min(reach[label] for label in kept) >= sorted(reach.values(), reverse=True)[19]
    assert core(graph, limit=len(graph)) is graph


def test_an_empty_network_is_a_page_that_says_so() -> None:
    parts = Parts(page(nx.MultiDiGraph()))
    assert parts.drawing["nodes"]["id"] == []
    assert parts.drawing["core"] is None
    assert parts.data["texts"]["empty"]


def test_columns_are_as_long_as_what_they_tell_of() -> None:
    graph = crowd(CORE + 50)
    drawn_, told = drawing(graph, lang="vi"), tellings(graph, lang="vi")
    columns = {name: column for name, column in drawn_["nodes"].items() if name != "also"}
    assert {len(column) for column in columns.values()} == {len(graph)} == {len(told["nodes"])}
    assert {len(column) for column in drawn_["ties"].values()} == {graph.size()} == {len(told["ties"])}
    assert len(set(drawn_["nodes"]["id"])) == len(graph)
    assert {len(drawn_["core"][name]) for name in ("nodes", "x", "y")} == {len(core(graph, limit=CORE))}
    places = [*drawn_["ties"]["from"], *drawn_["ties"]["to"], *drawn_["core"]["nodes"], *drawn_["groups"]]
    assert 0 <= min(places) <= max(places) < len(graph)


def test_many_nodes_without_a_tie_among_the_most_tied_are_a_page() -> None:
    made = Sketch()
    for i in range(CORE + 50):
        made.item("person", f"Lê Thị Mẫu {i}")
    assert Parts(page(made.graph)).drawing["core"] is None


def test_other_names_and_numbers_can_be_searched_for(html: str) -> None:
    nodes = Parts(html).drawing["nodes"]
    also = {nodes["label"][int(place)]: names for place, names in nodes["also"].items()}
    assert also["Nguyễn Thái Đường"] == ["Thái Đường"]
    assert also["Kế hoạch 166/KH-UBND"] == ["166/KH-UBND"]


def test_ties_tell_when_they_are_known_to_have_been() -> None:
    graph = hamlet()
    ties = drawing(graph, lang="vi")["ties"]
    labels = [told["label"] for _, told in graph.nodes(data=True)]
    ends = [(labels[one], labels[other]) for one, other in zip(ties["from"], ties["to"], strict=True)]
    by_name = dict(zip(ends, ties["time"], strict=True))
    assert by_name["Nguyễn Thái Đường", "Ban Dân tộc tỉnh Đồi Thông"] == (12 * 2018 + 1, 12 * 2019 + 9)
    august = 12 * 2017 + 7
    assert by_name["Trần Văn Thí Dụ", "Hội nghị phòng chống thiên tai"] == (august, august)  # as its event
    assert by_name["Trần Văn Thí Dụ", "Sở Y tế tỉnh Sông Mây"] is None


def test_a_year_is_all_of_its_months() -> None:
    made = Sketch()
    person, agency = made.item("person", "Lê Thị Mẫu"), made.item("agency", "Sở Thí Dụ")
    made.tie("role", person, agency, start="2012")
    made.tie("role", person, agency, start="--08-04")
    made.tie("role", person, agency, start="mùa thu")
    assert drawing(made.graph, lang="vi")["ties"]["time"] == [(12 * 2012, 12 * 2012 + 11), None, None]


def test_confidence_is_in_percent_and_none_where_no_article_says_it() -> None:
    ties = drawing(hamlet(), lang="vi")["ties"]
    by_kind = {TIES[kind]: sure for kind, sure in zip(ties["kind"], ties["confidence"], strict=True)}
    assert by_kind["organised"] == 90
    assert by_kind["unit-of"] is None


def test_evidence_and_articles_are_listed_once_with_their_marks() -> None:
    told = tellings(hamlet(), lang="vi")
    assert len({tuple(each) for each in told["evidence"]}) == len(told["evidence"])
    quote, article, confidence, marks = told["evidence"][0]
    assert [quote[marks[0] : marks[1]], confidence] == ["Lê Thị Mẫu", 90]
    assert told["articles"][article][0] == "Tin về Lê Thị Mẫu"


def test_much_evidence_is_cut_and_counted() -> None:
    graph = drawn("Thí dụ")
    (tie,) = (told for *_, told in graph.edges(data=True))
    (said,) = tie["evidence"]
    dates = [f"2017-{month:02}-01" for month in range(1, 13)] + ["2018-01-01", "2018-02-01", ""]
    tie["evidence"] = tuple(dataclasses.replace(said, article=date, date=date, undated=not date) for date in dates)
    told = tellings(graph, lang="en")
    (cited,) = told["ties"]
    assert (len(cited["evidence"]), cited["more"]) == (12, 3)
    assert told["articles"][told["evidence"][cited["evidence"][0]][1]][2] == "2018-02-01"  # the newest first


def test_provinces_are_words_that_nodes_share() -> None:
    drawn_ = drawing(hamlet(), lang="vi")
    provinces = {
        label: [drawn_["words"][place] for place in places]
        for label, places in zip(drawn_["nodes"]["label"], drawn_["nodes"]["provinces"], strict=True)
    }
    assert provinces["Sở Y tế tỉnh Sông Mây"] == ["Sông Mây"]
    assert provinces["Lê Thị Mẫu"] == []
    assert len(set(drawn_["words"])) == len(drawn_["words"])


def test_those_who_are_perhaps_the_same_are_told_where_both_are_shown() -> None:
    made = Sketch()
    one = made.item("person", "Lê Thị Mẫu")
    other = made.item("person", "Lê Thị Mẫu", perhaps=(one, "https://bao.example/nobody"))
    made.graph.nodes[one]["perhaps"] = (other,)
    assert [node["perhaps"] for node in tellings(made.graph, lang="vi")["nodes"]] == [[1], [0]]


def test_what_the_page_opens_with_stands_in_it() -> None:
    given_ = Parts(page(drawn("Thí dụ"), opening={"since": "2017-01", "role": "Giám đốc & phó"})).data["opening"]
    assert given_ == "since=2017-01&role=Gi%C3%A1m+%C4%91%E1%BB%91c+%26+ph%C3%B3"
    assert Parts(page(drawn("Thí dụ"))).data["opening"] == ""


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_hostile_text_stays_text(text: str, lang: str) -> None:
    tame, hostile = Parts(page(drawn("Thí dụ"), lang=lang)), Parts(page(drawn(text), lang=lang))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in tame.tags]
    assert hostile.policy == tame.policy
    assert [each for each in hostile.blocks if "type" not in each[1]] == [
        each for each in tame.blocks if "type" not in each[1]
    ]
    assert hostile.tellings["evidence"][0][0] == text  # verbatim all the same
    assert hostile.drawing["nodes"]["label"][0] == visible(f"{text} A")


def test_hostile_texts_are_many_and_no_two_alike() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 120


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_in_html_comes_back_and_cannot_end_its_block(value: object) -> None:
    text = in_html(value)
    assert not re.search("[<>&\u2028\u2029]", text)
    assert json.loads(text) == value


@pytest.mark.parametrize("url", HOSTILE_LINKS)
def test_hostile_addresses_are_no_links(url: str) -> None:
    assert safe_url(url) == ""
    assert Parts(page(drawn("Thí dụ", url=url))).tellings["articles"][0][3] == ""


@pytest.mark.parametrize("url", ["https://bao.example/a?b=c&d=%C4%91#e", "http://báo.example/tin-tức"])
def test_addresses_of_articles_are_kept(url: str) -> None:
    assert safe_url(url) == url


def test_turning_and_control_characters_are_not_shown_in_labels() -> None:
    assert visible("Lê\u202e  Thị\u0000\nMẫu\u2069") == "Lê Thị Mẫu"


@pytest.mark.parametrize("text", [NOT_XML, "\u061ckhông là chữ"])
def test_labels_hold_nothing_that_no_reader_can_see(text: str) -> None:
    assert visible(text) == "không là chữ"


@pytest.mark.parametrize(
    ("stated", "vi", "en"),
    [
        ("2017-08-04", "4/8/2017", "2017-08-04"),
        ("2017-08", "8/2017", "2017-08"),
        ("2017", "2017", "2017"),
        ("--08-04", "4/8", "08-04"),
        ("--08", "tháng 8", "month 08"),
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
    asked = set(re.findall(r'say\("([\w-]+)"', script))
    asked |= {key for pair in re.findall(r'countOf\("([\w-]+)", "([\w-]+)"', script) for key in pair}
    asked |= {f"column-{name}" for name in re.search(r'\[("from".*?)\]\.map', script)[1].replace('"', "").split(", ")}
    assert asked <= texts("en").keys()


def test_texts_are_in_the_language_asked_for() -> None:
    graph = network_of(demo())
    assert '<html lang="en">' in page(graph, lang="en")
    assert "speaker" in Parts(page(graph, lang="en")).drawing["words"]
    assert "phát biểu" in Parts(page(graph, lang="vi")).drawing["words"]
