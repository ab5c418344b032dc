#!/usr/bin/env python3
"""Compare the rules with underthesea's `ner` on gold: articles a CPU-second, and F1 of people and agencies.

    pip install -e ".[bench]"
    python scripts/bench/against_underthesea.py data/gold

`ner` is its default tagger, whose model comes in its package: nothing is downloaded (`deep=True` would need to, and is
not measured). It tags names of people (PER) and
organisations (ORG); the rules do all their work, roles and events too, in the time that is compared. A tagged name is
scored as it stands in the text, with the leniency that gold's aliases and the folding of names give to both.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from lienket.articles import read_articles
from lienket.evaluate import ARTICLES, read_gold, score
from lienket.extract import article as rules
from lienket.extract.extractor import Extractor
from lienket.language.folding import name_key
from lienket.model import Agency, Article, ArticleFacts, Evidence, Person, Span
from lienket.rdf.describe import describe

_KINDS = ("people", "agencies")


def tagged(article: Article) -> ArticleFacts:
    """Return what underthesea's `ner` takes for names in `article`, paragraph by paragraph."""
    found: dict[str, dict[str, tuple[str, list[Span]]]] = {"PER": {}, "ORG": {}}
    for line in re.finditer(r"[^\n]+", article.text):
        at = line.start()
        for label, words in _names(_ner(line[0])):
            # The tagger evens out spaces, so that its words have to be found again.
            match = re.compile(r"\s*".join(map(re.escape, words))).search(article.text, at, line.end())
            if match is not None and label in found:
                at = match.end()
                name = " ".join(match[0].split())
                found[label].setdefault(name_key(name), (name, []))[1].append(Span(*match.span()))
    people = (Person(key=key, name=name, evidence=_evidence(spans)) for key, (name, spans) in found["PER"].items())
    agencies = (_agency(key, name, spans) for key, (name, spans) in found["ORG"].items())
    return ArticleFacts(article=article, people=tuple(people), agencies=tuple(agencies))


def _ner(text: str) -> list[tuple[str, ...]]:
    from underthesea import ner

    tags: list[tuple[str, ...]] = ner(text)
    return tags


def _names(tags: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, list[str]]]:
    """Yield label and syllables of each name that the tags B-X, I-X … make."""
    label, words = "", list[str]()
    for word, *_, tag in [*tags, ("", "O")]:
        if tag == f"I-{label}":
            words += word.split()
            continue
        if words:
            yield label, words
        label, words = (tag[2:], word.split()) if tag.startswith("B-") else ("", [])


def _evidence(spans: list[Span]) -> Evidence:
    return Evidence(spans=tuple(sorted(set(spans))), rule="underthesea", confidence=1)


def _agency(key: str, name: str, spans: list[Span]) -> Agency:
    return Agency(
        key=key, name=name, type=None, level=None, jurisdiction=None, parent=None, unit=False, evidence=_evidence(spans)
    )


def main() -> int:
    """Run both over the articles of a folder of gold, print what they do in what time."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("gold", type=Path, help="a folder of gold facts with its articles.jsonl")
    options = parser.parse_args()
    wanted = read_gold(options.gold)
    ids = {one.id for one in wanted}
    news = [one for one in read_articles([options.gold / ARTICLES]) if isinstance(one, Article) and one.id in ids]
    print(f"{len(news)} articles with gold")
    print(f"{'':<14}{'articles/CPU s':>15}" + "".join(f"{kind:>27}" for kind in _KINDS))
    speeds = []
    for extract in (Extractor("rules", rules.extract), Extractor("underthesea", tagged)):
        extract(news[0])  # models and reference data are loaded once
        begin = time.process_time()
        facts = [extract(one) for one in news]
        speeds.append(len(news) / (time.process_time() - begin))
        store = ox.Store()
        for one in facts:
            store.extend(describe(one, base="https://example.org/"))
        scores = score(store, wanted)
        told = (f"  P {one.precision:.3f} R {one.recall:.3f} F1 {one.f1:.3f}" for one in (scores[k] for k in _KINDS))
        print(f"{extract.name:<14}{speeds[-1]:>15.1f}" + "".join(told))
    print(f"The rules are {speeds[0] / speeds[1]:.1f} times as fast.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
