#!/usr/bin/env python3
"""Measure the network page in headless Chromium without GPU, beside pyvis's own page and force-graph's.

    python scripts/bench/page.py
    npm pack force-graph && tar xzf force-graph-*.tgz
    python scripts/bench/page.py --force-graph package/dist/force-graph.min.js

Runs where lienket and Playwright are installed, with Chromium. All pages show the same made-up network; the window is
1280 x 800; everything is measured in one run. Printed as a table in Markdown:

- still: seconds from the navigation to the frame after everything stands in its place: median (least) of several loads;
- pan, zoom, hover: frames a second while a mouse drags, turns its wheel, or wanders over the picture for 3 s each,
  each after the page has rested for 1 s, and in parentheses the longest frame in milliseconds;
- file: megabytes; layout: CPU seconds that the places took in Python; written: those of all of the page.

pyvis is as it comes, its vis-network taken from its package: it simulates forces in the browser, and is no longer
waited for after a minute. "pyvis, our places" and force-graph are given the places of our layout and simulate nothing.
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import networkx as nx
from fictional_network import fictional_network
from playwright.sync_api import Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout
from pyvis.network import Network

from lienket.view.appearance import SHAPES
from lienket.view.layout import positions
from lienket.view.page import page
from lienket.view.selfcontained import in_html

SWITCHES: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
WAITED: Final = 60
"""Seconds after which a page is given up that does not stand still."""
_GESTURE: Final = 3
_REST: Final = 1
_PATIENCE: Final = 5

# Every page sets the mark "still" when it has drawn; what was drawn is to be seen a frame later.
_SEEN: Final = "seen at "
_WATCH: Final = f"""
new PerformanceObserver(() => requestAnimationFrame(() => requestAnimationFrame(
  () => console.debug("{_SEEN}" + performance.now())
))).observe({{type: "mark"}});
"""
_COUNT: Final = """() => {
  const frames = window.frames_ = [];
  const frame = (now) => { frames.push(now); if (window.frames_ === frames) requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}"""
_COUNTED: Final = "() => { const found = window.frames_; window.frames_ = null; return found; }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """A page to be measured; `opening` is what stands in its address, the times are CPU seconds of Python."""

    name: str
    file: Path
    opening: str = ""
    layout: float | None = None
    written: float


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames a second, and milliseconds of the longest."""

    rate: float
    longest: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a page took: seconds of each load until it stood still (infinite if it did not), frames by gesture."""

    contender: Contender
    still: tuple[float, ...]
    frames: Mapping[str, Frames]


# The pages


def contenders(size: int, folder: Path, force_graph: Path | None) -> Iterator[Contender]:
    """Write the pages of a network of `size` nodes into `folder` and yield them, ours first."""
    graph = fictional_network(size)
    begin = time.process_time()
    places = positions(graph)
    layout = time.process_time() - begin
    ours, written = written_to(folder / f"lienket-{size}.html", lambda: page(graph))
    yield Contender(name="lienket, as it opens", file=ours, layout=layout, written=written)
    yield Contender(name="lienket, everything", file=ours, opening="#view=all", layout=layout, written=written)
    file, written = written_to(folder / f"pyvis-{size}.html", lambda: pyvis_page(graph))
    yield Contender(name="pyvis", file=file, written=written)
    file, written = written_to(folder / f"pyvis-placed-{size}.html", lambda: pyvis_page(graph, places))
    yield Contender(name="pyvis, our places", file=file, layout=layout, written=written)
    if force_graph is not None:
        library = force_graph.read_text(encoding="utf-8")
        file, written = written_to(folder / f"force-{size}.html", lambda: force_page(graph, places, library))
        yield Contender(name="force-graph", file=file, layout=layout, written=written)


def written_to(file: Path, make: Callable[[], str]) -> tuple[Path, float]:
    """Write the page that `make` makes, return its file and the CPU seconds it took to make."""
    begin = time.process_time()
    text = make()
    seconds = time.process_time() - begin
    file.write_text(text, encoding="utf-8", newline="\n")
    return file, seconds


def pyvis_page(graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]] | None = None) -> str:
    """Return pyvis's own page of `graph`, without what it would load from elsewhere; with `places`, without forces."""
    drawn = Network(directed=True, cdn_resources="in_line")
    for node, told in graph.nodes(data=True):
        place = dict(zip("xy", places[node], strict=True)) if places else {}
        drawn.add_node(node, told["label"], color=SHAPES[told["kind"]].colour, title=quote(told), **place)
    for one, other, told in graph.edges(data=True):
        drawn.add_edge(one, other, title=quote(told))
    if places:
        drawn.toggle_physics(False)
        drawn.set_edge_smooth("continuous")
    text = re.sub(r'<(?:link|script)\s[^>]*="https:[^>]*>(?:\s*</script>)?', "", drawn.generate_html())
    drawn_once = f'network.once("{"afterDrawing" if places else "stabilized"}", () => performance.mark("still"));'
    return text.replace("drawGraph();", f"drawGraph(); {drawn_once}")


def force_page(graph: nx.MultiDiGraph[str], places: Mapping[str, tuple[int, int]], library: str) -> str:
    """Return a page that draws `graph` with force-graph, every node where `places` has it."""
    nodes = []
    for node, told in graph.nodes(data=True):
        x, y = places[node]
        look = {"name": told["label"], "color": SHAPES[told["kind"]].colour}
        nodes.append({"id": node, **look, "x": x, "y": y, "fx": x, "fy": y})
    links = [{"source": one, "target": other, "name": quote(told)} for one, other, told in graph.edges(data=True)]
    return f"""<!DOCTYPE html><meta charset="utf-8"><style>body {{ margin: 0 }}</style><div id="picture"></div>
<script type="application/json" id="data">{in_html({"nodes": nodes, "links": links})}</script>
<script>{library}</script>
<script>
const shown = ForceGraph()(document.getElementById("picture"))
  .linkLabel("name").warmupTicks(0).cooldownTicks(0)
  .graphData(JSON.parse(document.getElementById("data").textContent));
setTimeout(() => {{
  shown.zoomToFit(0, 20).onRenderFramePost(() => {{ shown.onRenderFramePost(null); performance.mark("still"); }});
}});
</script>"""


def quote(told: Mapping[str, Any]) -> str:
    """Return the sentence on which a node or a tie stands."""
    return str(told["evidence"][0].quote)


# The browser


@contextmanager
def browser() -> Iterator[Callable[[], Page]]:
    """Yield what opens an empty tab, each in a process of its own; without network."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(SWITCHES))

        def tab() -> Page:
            made = running.new_context(viewport={"width": 1280, "height": 800}, offline=True).new_page()
            made.add_init_script(_WATCH)
            return made

        yield tab
        running.close()


def measure(contender: Contender, *, runs: int) -> Measured:
    """Load a page `runs` times, and move in it the last time."""
    still: list[float] = []
    frames: dict[str, Frames] = {}
    with browser() as opened:
        opened().goto("about:blank")
        for run in range(runs):
            tab = opened()
            still.append(seconds_until_still(tab, contender))
            last = run == runs - 1 or still[-1] == math.inf
            if last and answers(tab):
                frames = {name: frames_during(tab, gesture) for name, gesture in GESTURES.items()}
            if last:
                break
            tab.context.close()
    return Measured(contender=contender, still=tuple(still), frames=frames)


def seconds_until_still(tab: Page, contender: Contender) -> float:
    """Open the page and return when it is seen to stand still, in seconds since the navigation."""
    try:
        with tab.expect_console_message(lambda one: one.text.startswith(_SEEN), timeout=1000 * WAITED) as seen:
            tab.goto(contender.file.resolve().as_uri() + contender.opening, wait_until="commit")
    except PlaywrightTimeout:
        return math.inf
    return float(seen.value.text.removeprefix(_SEEN)) / 1000


def answers(tab: Page) -> bool:
    """Tell whether a page does anything but compute."""
    try:
        tab.wait_for_selector("canvas", timeout=1000 * _PATIENCE)
    except PlaywrightTimeout:
        return False
    return True


def frames_during(tab: Page, gesture: Callable[[Page, float], None]) -> Frames:
    """Return how often the page was drawn while a gesture was made."""
    # At the left edge there is paper in every picture: a drag from there moves it, not a node.
    tab.mouse.move(30, 420)
    tab.wait_for_timeout(1000 * _REST)
    if gesture is pan:
        tab.mouse.down()
    tab.evaluate(_COUNT)
    begin = time.monotonic()
    while (now := time.monotonic() - begin) < _GESTURE:
        gesture(tab, now)
    found = tab.evaluate(_COUNTED)
    tab.mouse.up()
    gaps = [later - earlier for earlier, later in pairwise(found)]
    return Frames(1000 * len(gaps) / sum(gaps), max(gaps)) if gaps else Frames(0, 1000 * _GESTURE)


def pan(tab: Page, now: float) -> None:
    """Drag to where a hand that goes to and fro is `now`, in seconds."""
    tab.mouse.move(330 - 300 * math.cos(4 * now), 420 - 120 * math.sin(5 * now))


def zoom(tab: Page, now: float) -> None:
    """Turn the wheel by one notch, half a second in, half a second out."""
    tab.mouse.move(400, 420)
    tab.mouse.wheel(0, -60 if now % 1 < 0.5 else 60)


def hover(tab: Page, now: float) -> None:
    """Wander over the middle of the picture."""
    tab.mouse.move(430 + 260 * math.cos(2.1 * now), 420 + 170 * math.sin(3.3 * now))


GESTURES: Final = {"pan": pan, "zoom": zoom, "hover": hover}


# The table


def table(found: Sequence[Measured], size: int) -> Iterator[str]:
    """Yield the rows of a network of `size` nodes."""
    for each in found:
        page_ = each.contender
        frames = [f"{one.rate:.0f} ({one.longest:.0f})" if one else "–" for one in map(each.frames.get, GESTURES)]
        layout = "–" if page_.layout is None else f"{page_.layout:.1f}"
        megabytes = f"{page_.file.stat().st_size / 1e6:.2f}"
        cells = (f"{size:,}", page_.name, still_text(each.still), *frames, megabytes, layout, f"{page_.written:.1f}")
        yield f"| {' | '.join(cells)} |"


def still_text(still: Sequence[float]) -> str:
    """Return the median and the least of several loads."""
    middle = statistics.median(still)
    return f"> {WAITED}" if middle == math.inf else f"{middle:.2f} ({min(still):.2f})"


def ratios(found: Sequence[Measured], size: int) -> Iterator[str]:
    """Yield how the two ways of ours compare with the others, one line each."""
    for ours in found[:2]:
        for other in found[2:]:
            sooner = min(statistics.median(other.still), WAITED) / statistics.median(ours.still)
            least = "at least " if statistics.median(other.still) == math.inf else ""
            smaller = other.contender.file.stat().st_size / ours.contender.file.stat().st_size
            frames = "".join(
                f", {name} {ours.frames[name].rate / other.frames[name].rate:.1f} times the frames"
                for name in other.frames
                if name in ours.frames and other.frames[name].rate
            )
            names = f"{ours.contender.name} / {other.contender.name}"
            yield f"- {size:,} nodes, {names}: still {least}{sooner:.1f} times as soon{frames}, file 1/{smaller:.2f}"


def main() -> int:
    """Read the command line, measure, print, return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[1000, 5000, 20_000])
    parser.add_argument("--runs", type=int, default=3, help="loads of each page (default %(default)s)")
    parser.add_argument("--force-graph", type=Path, metavar="FILE", help="force-graph.min.js of npm's force-graph")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="write the pages there, and leave them")
    given = parser.parse_args()
    if not shutil.which("chromium"):
        print("page.py needs Chromium: apt-get install chromium", file=sys.stderr)
        return 1
    if given.force_graph is None:
        print("force-graph is not measured: --force-graph FILE", file=sys.stderr)
    compared: list[str] = []
    print("| nodes | page | still, s | pan | zoom | hover | file, MB | layout, CPU s | written, CPU s |")
    print("|---" * 9 + "|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for size in given.nodes:
            found = []
            for each in contenders(size, given.keep or Path(folder), given.force_graph):
                found.append(measure(each, runs=given.runs))
                print(*table(found[-1:], size), sep="\n", flush=True)
            compared += ratios(found, size)
    print("", *compared, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
