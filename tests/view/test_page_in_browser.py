"""In a browser without network: the page stands, finds, tells, and shows the part that is asked for."""

from __future__ import annotations

import itertools
import statistics
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from lienket.view.network import network_of
from lienket.view.picture import picture
from tests.view.browsing import COLOURS, Visit
from tests.view.fictional import demo, drawn, hamlet, names
from tests.view.hostile import HOSTILE

pytestmark = pytest.mark.slow


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
    seen.until(lambda: seen.tab.eval_on_selector("#canvas", COLOURS)[0] != paper)
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
    seen.tab.mouse.click(*seen.between())  # the line from one to the other, which lies left or right
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert "Liên hệ giữa hai mục" in seen.text("#detail h3")
    assert seen.tab.locator("#detail .other").all_inner_texts() == ["Thí dụ A", "Thí dụ B"]
    assert seen.tab.locator("#detail .tie blockquote").count() == 1
    box = seen.tab.locator("#picture").bounding_box()
    seen.tab.mouse.click(box["x"] + 5, box["y"] + 5)  # where nothing is
    assert seen.tab.is_visible("#results")


def test_a_click_on_a_line_tells_all_ties_that_share_it(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.go("#view=path&at=person%2F00000&to=agency%2F00005")  # she was deputy first: two ties, one line
    assert seen.lines() == 1
    seen.tab.mouse.click(*seen.between())
    seen.until(lambda: seen.tab.locator("#detail .steps").count() == 0)
    assert seen.tab.locator("#detail .what").all_inner_texts() == ["Giám đốc", "Phó Giám đốc"]
    assert seen.tab.locator("#detail .tag").all_inner_texts() == ["nguyên"]
    assert seen.tab.locator("#detail blockquote mark").count() == 4


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
