"""How kinds of things and ties look: shapes, strokes, colours. The same on the page, in notebooks and in exports."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urlsplit

_UNSEEN: Final = re.compile("[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]+")


class Shape(NamedTuple):
    """How a kind is drawn: its corners around (0, 0), none for a circle of radius 1, all of one area; and its colour.

    `vis` and `scale` are vis-network's name for it and the factor that makes its areas look alike. The colours are of
    Okabe and Ito, which the colour-blind tell apart; `page.css` has them for light and dark.
    """

    corners: tuple[tuple[float, float], ...]
    colour: str
    vis: str
    scale: float = 1.0


class Stroke(NamedTuple):
    """How a kind of tie is drawn: width, and lengths of dashes and gaps."""

    width: float
    dashes: tuple[int, ...] = ()


def _corners(count: int, *, turned: float) -> tuple[tuple[float, float], ...]:
    """Return the corners of a regular polygon of a circle's area, the first `turned` degrees from the right."""
    radius = math.sqrt(2 * math.pi / (count * math.sin(2 * math.pi / count)))
    angles = (math.radians(turned + 360 * i / count) for i in range(count))
    return tuple((round(radius * math.cos(a), 3), round(radius * math.sin(a), 3)) for a in angles)


SHAPES: Final[Mapping[str, Shape]] = {
    "person": Shape((), "#0072b2", "dot"),
    "agency": Shape(_corners(4, turned=45), "#e69f00", "square", 0.88),
    "event": Shape(_corners(4, turned=0), "#009e73", "diamond", 1.15),
    "document": Shape(_corners(3, turned=-90), "#cc79a7", "triangle"),
    "programme": Shape(_corners(6, turned=0), "#d55e00", "hexagon", 1.05),
}

STROKES: Final[Mapping[str, Stroke]] = {
    "role": Stroke(1.8),
    "organised": Stroke(1.4, (9, 4)),
    "took-part": Stroke(0.8),
    "together": Stroke(1.4, (1, 3)),
    "became": Stroke(2.4, (12, 4)),
    "unit-of": Stroke(1.4, (2, 4)),
    "partner-of": Stroke(1.4, (9, 4, 2, 4)),
    "issued": Stroke(1.4, (5, 3)),
    "about": Stroke(0.8, (3, 3)),
}


def visible(text: str) -> str:
    """Return a label without control characters and without those that turn the direction of what stands around."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def safe_url(url: str) -> str:
    """Return `url` if it is an http or https address without anything odd in it, else nothing."""
    if re.search(r"[\s\u0000-\u001f\\\"<>]", url) or _UNSEEN.search(url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.hostname else ""
