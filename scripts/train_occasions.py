"""Learn what readers note as an occasion, and write data/reference/occasion_weights.csv.

    python scripts/train_occasions.py FOLDER [FOLDER ...]

Each FOLDER holds articles.jsonl and one gold file NAME.json an article, as `lienket evaluate` reads them. Needs the
extra `train` (scikit-learn). The weights hold single words and short runs of them, with names, days and numbers masked:
nothing of the articles can be read from them.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from lienket import resources
from lienket.articles import read_articles
from lienket.evaluate.facts import Occasion as Event
from lienket.evaluate.gold import ARTICLES, GoldArticle, read_gold
from lienket.evaluate.score import alike, likeness, matches
from lienket.extract.article import Understood, understand
from lienket.extract.occasions.acts import as_occasion, candidates
from lienket.extract.occasions.events import told
from lienket.extract.occasions.features import Act, of_act, of_occasion
from lienket.extract.occasions.occasions import Occasion
from lienket.model import Article, EventType
from lienket.reference.likelihood import ACT, ALWAYS, COLUMNS, FILE, TOLD

LEAST_SEEN = 3
"""Cases in which a feature is seen at least: what is rarer is chance, or a name."""
TYPE = "type"
LEAST_WEIGHT = {TOLD: 0.05, ACT: 0.05, TYPE: 0.15}
"""What weighs less is left out."""
STRENGTH = {TOLD: 0.1, ACT: 0.05, TYPE: 1.0}
"""Inverse strength of the penalty, chosen on articles that neither the rules nor the weights were made from."""
LEAST_LIKE, LEAST_ALIKE = 0.25, 0.23
"""How like a gold event, its type aside, a sentence is at least, and how alike their words are, to tell it."""
HEAD = """\
# How much each feature speaks for an occasion that a reader notes: weights of logistic regressions.
# Learned by scripts/train_occasions.py from {count} articles annotated by hand (docs/quality.md), and written by it.
# model    told: occasions that the rules read; act: sentences in which they read none; else: the type of such an act
# feature  what is seen; names, days and numbers are masked by capitals ("after đã gửi AGENCY"); always: in every case
# weight   added to the log-odds where it is seen
"""


@dataclass
class Cases:
    """What a model is learned from: the features of each case, and what it is."""

    features: list[set[str]] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def add(self, features: set[str], label: str) -> None:
        self.features.append(features)
        self.labels.append(label)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="+", type=Path)
    folders: list[Path] = parser.parse_args().folder
    cases = {TOLD: Cases(), ACT: Cases(), TYPE: Cases()}
    count = 0
    for folder in folders:
        for read, gold in annotated(folder):
            learn_from(read, gold, cases)
            count += 1
    rows = [row for model, one in cases.items() for row in weights(model, one)]
    with resources.reference(FILE).open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD.format(count=count))
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    sys.stderr.write(f"{count} articles, {len(rows)} weights\n")


def annotated(folder: Path) -> Iterator[tuple[Understood, GoldArticle]]:
    gold = {one.id: one for one in read_gold(folder)}
    for article in read_articles([folder / ARTICLES]):
        if isinstance(article, Article) and article.id in gold:
            yield understand(article), gold[article.id]


def learn_from(read: Understood, gold: GoldArticle, cases: dict[str, Cases]) -> None:
    story, wanted = read.story, gold.gold.facts.events
    found = told(story, read.given, read.said)
    events = [_event(one, read, gold) for one in found]
    right = {id(one) for one in matches(events, wanted).values()}
    for one, event in zip(found, events, strict=True):
        cases[TOLD].add(of_occasion(one, found, story), str(id(event) in right))
    known = matches([event for one, event in zip(found, events, strict=True) if not one.background], wanted)
    acts = list(candidates(story, found, read.said))
    best = _tellers(acts, [event for number, event in enumerate(wanted) if number not in known], read, gold)
    for number, act in enumerate(acts):
        features = of_act(act, found, story)
        cases[ACT].add(features, str(number in best))
        if number in best:
            cases[TYPE].add(features, best[number].type)


def _tellers(acts: Sequence[Act], missed: Iterable[Event], read: Understood, gold: GoldArticle) -> dict[int, Event]:
    """Return the acts, by number, that tell the events which the rules missed: the likest for each."""
    told_by: dict[int, Event] = {}
    events = [_act_event(act, read, gold) for act in acts]
    for event in missed:
        like = [(likeness(one, replace(event, type="-")), number) for number, one in enumerate(events)]
        score, number = max(like, default=(0.0, -1))
        if score >= LEAST_LIKE and _alike(events[number], event) >= LEAST_ALIKE:
            told_by[number] = event
    return told_by


def _alike(event: Event, other: Event) -> float:
    return max(alike(event.label, other.label), *(0.8 * alike(quote, other.label) for quote in event.quotes))


def _event(occasion: Occasion, read: Understood, gold: GoldArticle) -> Event:
    story = read.story
    return Event(
        label=occasion.label,
        type=str(occasion.type),
        start=str(occasion.start) if occasion.start is not None else "",
        places=frozenset(),
        parts=frozenset((gold.who(who.name), str(part[2])) for part, (who, _) in occasion.parts.items()),
        quotes=(story.passage.sentence_span(occasion.begin).of(story.passage.tokens.text),),
    )


def _act_event(act: Act, read: Understood, gold: GoldArticle) -> Event:
    event = _event(as_occasion(act, EventType.OTHER, 1.0, read.story), read, gold)
    actors = [one.person or one.organisation for one in (act.subject, *act.others) if one is not None]
    return replace(event, parts=frozenset((gold.who(who.name), "") for who in actors if who is not None))


def weights(model: str, cases: Cases) -> Iterator[tuple[str, str, str]]:
    """Yield the rows of a model, of each of its classes where they are types of events."""
    seen = Counter(feature for features in cases.features for feature in features)
    kept = [{name: 1 for name in features if seen[name] >= LEAST_SEEN} for features in cases.features]
    vectors = DictVectorizer()
    regression = LogisticRegression(C=STRENGTH[model], max_iter=2000).fit(vectors.fit_transform(kept), cases.labels)
    classes = regression.classes_ if len(regression.classes_) > 2 else [model]
    for name, bias, row in zip(classes, regression.intercept_, regression.coef_, strict=True):
        yield str(name), ALWAYS, f"{bias:.3f}"
        for feature, weight in sorted(zip(vectors.feature_names_, row, strict=True)):
            if abs(weight) >= LEAST_WEIGHT[model]:
                yield str(name), feature, f"{weight:.3f}"


if __name__ == "__main__":
    main()
