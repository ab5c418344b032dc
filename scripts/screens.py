#!/usr/bin/env python3
"""Take the screens of the documents: terminal answers as SVG, pages as PNG with headless Chromium, into docs/screens.

To be run with the Python of an environment in which `lienket` is installed with the extra `dev`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.text import Text
from screenshot import Look, take

ROOT = Path(__file__).resolve().parent.parent
SCREENS = ROOT / "docs" / "screens"
WIDTH: Final = 120
TERMINAL: Final = {
    "ask": ("ask", "roles-of", "person=nguyen thai nam"),
    "path": ("ask", "path", "one=Nguyễn Thái Nam", "other=Lê Ngọc Linh"),
    "show": ("show", "do duc duy"),
    "explain": ("explain", "bac-lieu-sap-xep-so"),
}
PAGES: Final = {
    "network": Look(find="nguyen thai nam"),
    "around": Look(find="do duc duy", around=2),
    "way": Look(find="do duc duy", to="do van chien"),
    "time": Look(address="#since=2016-06&until=2017-12&undated=no"),
    "dark": Look(dark=True, find="pham thi thanh tra"),
    "phone": Look(width=390, height=844, scale=2.0, find="do duc duy"),
}
_LINES: Final = 44
"""Lines of an answer that its screen shows."""
_FONTS: Final = re.compile(r"@font-face \{[^}]*\}\s*")


def terminal(arguments: tuple[str, ...], store: Path, lang: str) -> str:
    """Return what a command prints on a terminal as SVG that loads nothing."""
    command = [sys.executable, "-m", "lienket", *arguments, "--store", str(store), "--lang", lang]
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(WIDTH), "PYTHONUTF8": "1"}
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    shown = done.stdout.decode().rstrip().splitlines()
    console = Console(record=True, width=WIDTH, file=Path(os.devnull).open("w"))  # noqa: SIM115 -- lives as long
    console.print(Text.from_ansi("\n".join(shown[:_LINES] + (["…"] if len(shown) > _LINES else []))))
    title = " ".join(["lienket", *(f'"{one}"' if " " in one else one for one in arguments)])
    svg = console.export_svg(title=title, unique_id=f"lienket-{arguments[0]}")
    return _FONTS.sub("", svg).replace("Fira Code, ", "DejaVu Sans Mono, Consolas, Menlo, ")


def main() -> int:
    """Build the sample articles, take all screens, and return 0."""
    SCREENS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        run = [sys.executable, "-m", "lienket"]
        common = ["--store", str(store), "--lang", "vi", "--quiet"]
        subprocess.run([*run, "build", str(ROOT / "data" / "articles"), *common], check=True)
        for name, arguments in TERMINAL.items():
            (SCREENS / f"{name}.svg").write_text(terminal(arguments, store, "vi"), encoding="utf-8", newline="\n")
        network, explained = Path(folder) / "network.html", Path(folder) / "explained.html"
        subprocess.run([*run, "view", "-o", str(network), *common], check=True)
        subprocess.run([*run, "explain", "bac-lieu-sap-xep-so", "-o", str(explained), *common], check=True)
        for name, look in PAGES.items():
            take(network, SCREENS / f"{name}.png", look)
        take(explained, SCREENS / "explained.png", Look())
    return 0


if __name__ == "__main__":
    sys.exit(main())
