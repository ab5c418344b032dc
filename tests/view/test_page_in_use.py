"""In a browser, over a longer while: what one thing does to the next, and that nothing breaks the page."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from tests.view.browsing import Visit
from tests.view.fictional import crowd, drawn, hamlet

pytestmark = pytest.mark.slow

FOCUSED = "document.activeElement.id"


def test_a_slider_keeps_the_focus_while_details_are_open(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Lê Thị Mẫu")
    seen.tab.focus("#until")
    for _ in range(3):
        seen.tab.keyboard.press("ArrowLeft")
        seen.tab.wait_for_timeout(50)
    assert seen.tab.evaluate(FOCUSED) == "until"


def test_a_search_from_a_path_is_typed_to_its_end(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Lê Thị Mẫu")
    seen.press("Tìm đường tới …")
    seen.find("Trần Văn Thí Dụ")
    seen.tab.click("#results button")
    seen.tab.wait_for_selector("#detail .steps")
    seen.tab.click("#detail .other >> nth=1")
    seen.tab.wait_for_selector("#detail .head")
    seen.tab.click("#query")
    seen.tab.keyboard.press("Control+a")
    seen.tab.keyboard.type("duong", delay=30)
    seen.tab.wait_for_timeout(300)
    assert seen.listed() == ["Nguyễn Thái Đường"]


def test_an_open_line_whose_ties_are_filtered_out_is_still_told(visit: Callable[..., Visit]) -> None:
    seen = visit(drawn("Thí dụ"))
    seen.go("#line=person/~agency/")
    seen.tab.wait_for_selector("#detail:not([hidden])")
    seen.open_filters()
    seen.tab.focus("#filter-sure")
    seen.tab.keyboard.press("End")
    seen.tab.wait_for_timeout(200)
    assert seen.tab.locator("#detail .other").count() == 2


def test_back_leads_to_what_the_page_opened_with(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet(), opening={"since": "2019-01"})
    assert "1/2019" in seen.text("#time")
    seen.open("Phạm Giả Định")
    seen.tab.go_back()
    seen.until(lambda: not seen.tab.is_visible("#detail"))
    assert "1/2019" in seen.text("#time")


def test_an_agency_type_and_an_event_type_are_met_by_the_two_ends_of_a_tie(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.choose("body", "Ban")
    seen.choose("event", "lễ")
    assert set(seen.listed()) == {"Ban Dân tộc tỉnh Đồi Thông", "Lễ khai giảng thí dụ"}


def test_filters_leave_what_lies_around_a_node_where_it_is(visit: Callable[..., Visit]) -> None:
    seen = visit(hamlet())
    seen.open("Sở Y tế tỉnh Sông Mây")
    seen.press("2 bước")
    before = seen.saved("svg")
    seen.tab.focus("#until")
    seen.tab.keyboard.press("ArrowLeft")
    seen.tab.keyboard.press("ArrowRight")
    seen.tab.wait_for_timeout(300)
    assert seen.saved("svg") == before


@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_that_a_reader_does_breaks_the_page(visit: Callable[..., Visit], seed: int) -> None:
    seen, chance = visit(crowd(400)), random.Random(seed)
    tab = seen.tab
    tab.set_default_timeout(700)

    def point() -> tuple[int, int]:
        return chance.randrange(20, 860), chance.randrange(130, 700)

    def turn() -> None:
        tab.mouse.move(*point())
        tab.mouse.wheel(0, chance.choice((-900, -300, 300, 900)))

    def press() -> None:
        buttons = tab.query_selector_all("aside button:visible, .bar label, .timeline button, .zoom button, summary")
        chosen = chance.choice([each for each in buttons if each.get_attribute("id") not in ("print",)])
        chosen.evaluate("each => each.click()")

    def pick() -> None:
        name, part = chance.choice(("province", "body", "role", "event", "group")), chance.random()
        seen.open_filters()
        tab.evaluate(
            """([name, part]) => {
              const select = document.getElementById(`filter-${name}`);
              select.selectedIndex = Math.floor(part * select.length);
              select.dispatchEvent(new Event("change"));
            }""",
            [name, part],
        )

    keys = ("Escape", "/", "ArrowDown", "ArrowUp", "Enter", "Tab", "+", "-", "0")
    actions = (
        lambda: tab.mouse.click(*point(), click_count=chance.choice((1, 1, 1, 2))),
        turn,
        press,
        pick,
        lambda: tab.fill("#query", chance.choice(("a", "so", "ban dan toc", "zzzz", ""))),
        lambda: tab.keyboard.press(chance.choice(keys)),
        lambda: tab.evaluate("if (navigation.currentEntry.index > 0) history.back()"),
        lambda: tab.evaluate("history.forward()"),
    )
    for _ in range(120):
        chance.choice(actions)()
        assert not seen.complaints
