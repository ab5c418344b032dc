#!/usr/bin/env python3
"""Take a picture of a network page with headless Chromium: screenshot.py PAGE.html PICTURE.png.

The network is cut off while the page is open, so what the picture shows needs none.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is looked at. `address` is what follows its name, `find` whose first hit is opened.

    `around` shows what lies so many steps around that; `to` the path from there.
    """

    width: int = 1280
    height: int = 800
    scale: float = 1.0
    dark: bool = False
    address: str = ""
    find: str = ""
    around: int = 0
    to: str = ""


def take(page: Path, picture: Path, look: Look) -> None:
    """Write a PNG of `page` to `picture`."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which("chromium"),
            headless=True,
            args=list(SWITCHES),
            viewport={"width": look.width, "height": look.height},
            device_scale_factor=look.scale,
            color_scheme="dark" if look.dark else "light",
            offline=True,
        )
        tab = context.pages[0] if context.pages else context.new_page()
        tab.on("console", lambda message: print(f"{message.type}: {message.text}", file=sys.stderr))
        tab.on("pageerror", lambda error: print(f"error: {error}", file=sys.stderr))
        tab.goto(page.resolve().as_uri() + look.address)
        tab.wait_for_timeout(1500)
        if look.find:
            _open(tab, look)
        tab.screenshot(path=picture)
        context.close()


def _open(tab: Any, look: Look) -> None:
    tab.fill("#query", look.find)
    tab.press("#query", "Enter")
    if look.around:
        tab.click(f".actions button >> nth={look.around - 1}")
    if look.to:
        tab.click(".actions button >> nth=-1")
        tab.fill("#query", look.to)
        tab.press("#query", "Enter")
    tab.wait_for_timeout(900)


def main() -> int:
    """Read the command line, take the picture, return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument(
        "--size", default="1280x800", help="width x height in CSS pixels (default %(default)s; a phone: 390x844)"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, help="pixels of the device to one of CSS (default %(default)s)"
    )
    parser.add_argument("--dark", action="store_true", help="as a reader sees it whose system is dark")
    parser.add_argument("--address", default="", help="what the page shows, as it stands in its address: #view=all")
    parser.add_argument("--find", default="", metavar="WORDS", help="search for WORDS and open the first hit")
    parser.add_argument("--around", type=int, default=0, metavar="N", help="show what lies N steps around it")
    parser.add_argument("--to", default="", metavar="WORDS", help="show the path from it to the first hit of WORDS")
    options = parser.parse_args()
    if not shutil.which("chromium"):
        print("screenshot.py needs Chromium: apt-get install chromium", file=sys.stderr)
        return 1
    width, height = (int(number) for number in options.size.split("x"))
    look = Look(
        width=width,
        height=height,
        scale=options.scale,
        dark=options.dark,
        address=options.address,
        find=options.find,
        around=options.around,
        to=options.to,
    )
    take(options.page, options.picture, look)
    return 0


if __name__ == "__main__":
    sys.exit(main())
