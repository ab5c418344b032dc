"""A page as one who reads it sees and uses it, in a browser."""

from __future__ import annotations

import csv
import io
import itertools
import re
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"
PATIENCE = 8_000
"""Milliseconds after which something that should be seen is missed."""
WITHIN = ("data:", "blob:")
"""Beginnings of addresses that lead nowhere but into the page itself."""

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


COLOURS = """canvas => {
  const copy = document.createElement("canvas");
  Object.assign(copy, { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  return [...new Set(new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer))];
}"""


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
        self.opened = itertools.count()
        self.go("")

    def go(self, fragment: str) -> None:
        """Open the page at an address, as one who was sent it does: the number makes the browser read it anew."""
        self.tab.goto(f"{self.address}?{next(self.opened)}{fragment}")

    def check(self) -> None:
        """Assert that the page ran as it is, alone."""
        asked = {url.partition("?")[0] for url in self.requests if not url.startswith(WITHIN)}
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
        self.tab.wait_for_timeout(300)  # the address follows a slider only when it rests
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

    def between(self) -> tuple[float, float]:
        """Return where the line from a person to something else lies, half way, if nothing more is in the picture."""
        box = self.tab.locator("#picture").bounding_box()
        ((_, height),) = self.marks()
        return box["x"] + box["width"] / 2, height

    def marks(self) -> list[tuple[float, float]]:
        """Return where the marks of people lie in the window: their discs in the picture as it is saved."""
        box = self.tab.locator("#picture").bounding_box()
        drawn_ = ElementTree.fromstring(self.saved("svg")).findall(f"./{SVG}g/{SVG}path")
        discs = re.findall(r"M([-\d.]+) ([-\d.]+)a([\d.]+)", "".join(path.get("d", "") for path in drawn_))
        places = [(float(left) + float(radius), float(middle)) for left, middle, radius in discs]
        inside = [(x, y) for x, y in places if y < box["height"]]  # those of the key lie below
        return [(box["x"] + x, box["y"] + y) for x, y in inside]


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


def rows(kept: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(kept.decode("utf-8-sig"), newline="")))
