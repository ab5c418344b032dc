"""What pages that stand alone are made of: programs and styles, the policy under which only they run, and data."""

from __future__ import annotations

import base64
import gzip
import hashlib
import importlib.resources
import json
from importlib.resources.abc import Traversable
from typing import Final

from lienket.errors import ReferenceDataError

_LIBRARY: Final = "lib/vis-9.1.2/vis-network.min.js"
# In JSON inside HTML these could end the block or, in old JavaScript, the line.
_ESCAPES: Final = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"})


def in_html(value: object) -> str:
    """Return `value` as JSON that cannot leave the `<script type="application/json">` it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


_LARGE: Final = 150_000
"""Characters of JSON from which it is worth packing: the browser needs 50 ms to begin to unpack."""


def packed(value: object) -> object:
    """Return `value`; where it is large, as JSON in gzip in base64, a third of the size, for the browser to unpack."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if len(text) < _LARGE:
        return value
    return base64.b64encode(gzip.compress(text.encode(), compresslevel=9, mtime=0)).decode("ascii")


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...]) -> str:
    """Return the Content-Security-Policy under which exactly these scripts and styles run and no request leaves."""
    allowed = {
        "default-src": ("'none'",),
        "script-src": tuple(map(_source, scripts)),
        "style-src": tuple(map(_source, styles)),
        "img-src": ("data:",),
        "connect-src": ("'none'",),
        "base-uri": ("'none'",),
        "form-action": ("'none'",),
    }
    return "; ".join(" ".join((name, *sources)) for name, sources in allowed.items())


def _source(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"


def library() -> str:
    """Return vis-network as pyvis ships it, licence first, without the address of its source map."""
    source = importlib.resources.files("pyvis").joinpath(*_LIBRARY.split("/"))
    if not source.is_file():
        raise ReferenceDataError("page-library", file=_LIBRARY)
    return _read(source).partition("//# sourceMappingURL")[0]


def asset(name: str) -> str:
    """Return a style sheet or program of ours."""
    return _read(importlib.resources.files(__package__).joinpath("assets", name))


def template(name: str) -> str:
    """Return a page's template, for `string.Template`."""
    return _read(importlib.resources.files(__package__).joinpath("templates", name))


def _read(source: Traversable) -> str:
    """Return the text of a file; line ends are those that a browser sees, so that the hashes of the policy hold."""
    return source.read_text(encoding="utf-8")
