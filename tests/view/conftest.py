"""What tests of pages in a browser share; without Playwright or Chromium they are skipped."""

from __future__ import annotations

import functools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lienket.view.page import page
from tests.view.browsing import PATIENCE, Sink, Visit
from tests.view.fictional import crowd, hamlet

CHROMIUM = shutil.which("chromium")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    """Return a browser, closed after the last test here: while it is open, no other test can use `asyncio`."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install playwright")
    if not CHROMIUM:
        pytest.skip("needs Chromium: apt-get install chromium")
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
    return lambda graph, **told: open_page(page(graph, **told))


@pytest.fixture
def sink() -> Iterator[Sink]:
    made = Sink()
    yield made
    made.close()


@pytest.fixture(scope="package")
def crowded() -> Callable[[int], str]:
    """Return the page of a network of so many nodes, made once."""
    return functools.cache(lambda size: page(crowd(size)))


@pytest.fixture(scope="package")
def hamlet_page() -> str:
    return page(hamlet())
