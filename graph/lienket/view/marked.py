"""An article with its facts marked: what is named where, what each line is taken to say, by which rule, how surely."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from string import Template
from typing import Final

from lienket.messages import LANGUAGES, message
from lienket.view.appearance import safe_url, visible

UNSURE: Final = 0.5
"""Confidence below which a fact stays out of what is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of the text that names something, in code points."""

    begin: int
    end: int
    kind: str
    """person, agency or place."""
    label: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a stretch of the text is taken to say."""

    begin: int
    end: int
    kind: str
    """origin, office, event, part, document, programme or said."""
    told: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text with the marks in it, none inside another, and the facts that begin in it."""

    text: str
    begin: int
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]

    def stretches(self) -> Iterator[tuple[str, Mark | None]]:
        """Yield the text of the line in order, each stretch with the mark it is, if any."""
        at = self.begin
        for mark in self.marks:
            yield self._slice(at, mark.begin), None
            yield self._slice(mark.begin, mark.end), mark
            at = mark.end
        yield self._slice(at, self.begin + len(self.text)), None

    def _slice(self, begin: int, end: int) -> str:
        return self.text[begin - self.begin : end - self.begin]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An article and what is taken from it."""

    identifier: str
    headline: str | None
    date: str | None
    url: str | None
    text: str
    marks: tuple[Mark, ...]
    facts: tuple[Fact, ...]

    def lines(self) -> list[Line]:
        """Return the lines of the text that are not empty."""
        found, at = [], 0
        marks = list(_outermost(self.marks))
        for text in self.text.splitlines(keepends=True):
            line, end = text.rstrip(), at + len(text)
            if line:
                found.append(
                    Line(
                        text=line,
                        begin=at,
                        marks=tuple(one for one in marks if at <= one.begin and one.end <= at + len(line)),
                        facts=tuple(one for one in self.facts if at <= one.begin < end),
                    )
                )
            at = end
        return found


def _outermost(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks in text order, of those that share text only the first and longest."""
    done = 0
    for mark in sorted(marks, key=lambda one: (one.begin, -one.end, one.kind, one.label)):
        if mark.begin >= done and mark.end > mark.begin:
            yield mark
            done = mark.end


_STYLE: Final = """
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
mark { background: none; color: inherit; border-bottom: 0.15em solid; }
mark.person { border-color: #c2410c; } mark.agency { border-color: #1d4ed8; } mark.place { border-color: #15803d; }
ul { margin: 0 0 1.2rem; padding-left: 1.2rem; font-size: 0.88rem; }
li.unsure { opacity: 0.75; } li.unsure .kind::before { content: "? "; }
.kind { font-weight: 600; } .rule, .about { color: #6b7280; }
"""
_PAGE: Final = Template("""<!doctype html>
<html lang="$lang">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title</title>
<style>$style</style>
</head>
<body>
<h1>$title</h1>
<p class="about">$about</p>
<p>$legend</p>
<main>
$lines
</main>
</body>
</html>
""")


def page(marked: Marked, *, lang: str = "vi") -> str:
    """Return the article as one HTML page that loads, sends and runs nothing, in "vi" or "en"."""
    lang = lang if lang in LANGUAGES else "en"
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode("ascii")
    url = safe_url(marked.url or "")
    link = f'<a href="{html.escape(url)}">{html.escape(url)}</a>' if url else ""
    about = [html.escape(visible(text)) for text in (marked.identifier, marked.date) if text]
    kinds = ("person", "agency", "place")
    return _PAGE.substitute(
        lang=lang,
        policy=html.escape(f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"),
        title=html.escape(visible(marked.headline or marked.identifier)),
        style=_STYLE,
        about=" · ".join([*about, link] if link else about),
        legend=" · ".join(f'<mark class="{kind}">{message(f"kind-{kind}", lang=lang)}</mark>' for kind in kinds),
        lines="\n".join(_line(line, lang) for line in marked.lines()),
    )


def _line(line: Line, lang: str) -> str:
    text = "".join(
        html.escape(stretch) if mark is None else _marked(stretch, mark) for stretch, mark in line.stretches()
    )
    facts = "".join(_fact(fact, lang) for fact in line.facts)
    return f"<p>{text}</p>" + (f"\n<ul>{facts}</ul>" if facts else "")


def _marked(stretch: str, mark: Mark) -> str:
    title = html.escape(f"{visible(mark.label)} · {mark.rule} · {mark.confidence:g}")
    return f'<mark class="{mark.kind}" title="{title}">{html.escape(stretch)}</mark>'


def _fact(fact: Fact, lang: str) -> str:
    unsure = ' class="unsure"' if fact.confidence < UNSURE else ""
    kind = message(f"fact-{fact.kind}", lang=lang)
    return (
        f'<li{unsure}><span class="kind">{kind}</span>: {html.escape(visible(fact.told))}'
        f' <span class="rule">({html.escape(fact.rule)}, {fact.confidence:g})</span></li>'
    )
