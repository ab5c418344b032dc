"""In a browser: what is seen stands in the address and in the files that are saved."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

import pytest

from lienket.view.page import page
from tests.view.browsing import SVG, Sink, Visit, rows
from tests.view.fictional import drawn, hamlet
from tests.view.hostile import HOSTILE_FRAGMENTS

pytestmark = pytest.mark.slow


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


def test_the_ties_of_a_line_stand_in_the_address(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    seen.tab.mouse.click(*seen.between())
    seen.tab.wait_for_selector("#detail:not([hidden])")
    assert seen.fragment


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


def test_paper_is_white_though_the_screen_is_dark(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    white = "document.querySelector('#paper svg rect').getAttribute('fill')"
    seen.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    light = seen.tab.evaluate(white)
    seen.tab.emulate_media(color_scheme="dark")
    seen.go("")
    seen.tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert seen.tab.evaluate(white) == light
