#!/usr/bin/env python3
"""Take a picture of a network page with headless Chromium: screenshot.py PAGE.html PICTURE.png.

The network is cut off while the page is open, so what the picture shows needs none.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def take(page: Path, picture: Path, *, width: int, height: int, dark: bool, find: str | None, scale: float) -> None:
    """Write a PNG of `page` to `picture`; `find` opens the first hit of a search before."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which("chromium"),
            headless=True,
            args=list(SWITCHES),
            viewport={"width": width, "height": height},
            device_scale_factor=scale,
            color_scheme="dark" if dark else "light",
            offline=True,
        )
        tab = context.pages[0] if context.pages else context.new_page()
        tab.on("console", lambda message: print(f"{message.type}: {message.text}", file=sys.stderr))
        tab.on("pageerror", lambda error: print(f"error: {error}", file=sys.stderr))
        tab.goto(page.resolve().as_uri())
        if find:
            tab.fill("#query", find)
            tab.press("#query", "Enter")
        tab.wait_for_timeout(900)
        tab.screenshot(path=picture)
        context.close()


def main() -> int:
    """Read the command line, take the picture, return the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("page", type=Path)
    parser.add_argument("picture", type=Path)
    parser.add_argument(
        "--size", default="1440x900", help="width x height in CSS pixels (default %(default)s; a phone: 390x844)"
    )
    parser.add_argument(
        "--scale", type=float, default=1.0, help="pixels of the device to one of CSS (default %(default)s)"
    )
    parser.add_argument("--dark", action="store_true", help="as a reader sees it whose system is dark")
    parser.add_argument("--find", metavar="WORDS", help="search for WORDS and open the first hit")
    options = parser.parse_args()
    if not shutil.which("chromium"):
        print("screenshot.py needs Chromium: apt-get install chromium", file=sys.stderr)
        return 1
    width, height = (int(number) for number in options.size.split("x"))
    take(
        options.page,
        options.picture,
        width=width,
        height=height,
        dark=options.dark,
        find=options.find,
        scale=options.scale,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
