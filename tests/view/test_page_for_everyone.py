"""In a browser: all can be reached by keyboard, heard and read, in light and dark."""

from __future__ import annotations

import importlib.resources
import itertools
from collections.abc import Callable
from xml.etree import ElementTree

import pytest

from lienket.view.network import network_of
from tests.view.browsing import SVG, Visit
from tests.view.fictional import demo, drawn, hamlet

pytestmark = pytest.mark.slow


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


def test_a_long_list_goes_on_as_far_as_the_picture(
    crowded: Callable[[int], str], open_page: Callable[[str], Visit]
) -> None:
    seen = open_page(crowded(200))
    first = seen.listed()
    assert f"còn {seen.items() - len(first)}" in seen.text("#results .more")
    seen.tab.focus("#results .more button")
    seen.tab.keyboard.press("Enter")
    assert seen.tab.evaluate("document.activeElement.querySelector('.name').textContent") == seen.listed()[len(first)]
    while seen.tab.locator("#results .more").count():
        seen.tab.click("#results .more button")
    assert len(set(seen.listed())) == len(seen.listed()) == seen.items()
    assert seen.listed()[: len(first)] == first


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
