"""Gold facts: a folder with one NAME.json an article beside the articles themselves, `articles.jsonl`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from lienket.errors import InputError
from lienket.evaluate.facts import Document, Facts, GoldFacts, Occasion, Part, Role
from lienket.evaluate.names import Names, fold, fold_agency, fold_number, fold_role

ARTICLES: Final = "articles.jsonl"


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The gold of the article `id`, and the names by which the graph's facts are brought to gold's forms."""

    id: str
    people: Names
    agencies: Names
    gold: GoldFacts

    def who(self, name: str) -> str:
        """Return what a participant is compared by: a person of the gold, else an agency."""
        return self.people(name) if name in self.people else self.agencies(name)


def read_gold(folder: str | Path) -> list[GoldArticle]:
    """Return the gold of the articles in `folder`, by file name; InputError where there is none or a file is broken."""
    files = sorted(Path(folder).glob("*.json"))
    if not files:
        raise InputError("gold-none", folder=str(folder))
    return [_read(file) for file in files]


def _read(file: Path) -> GoldArticle:
    try:
        return _article(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError("gold-broken", file=str(file), why=f"{type(error).__name__}: {error}") from error


def _article(record: Mapping[str, Any]) -> GoldArticle:
    people, agencies = Names(record["people"], fold), Names(record["agencies"], fold_agency)
    article = GoldArticle(record["id"], people, agencies, GoldFacts(facts=Facts()))
    roles = [(person, role) for person in record["people"] for role in person["roles"]]
    documents = record.get("documents", [])
    gold = GoldFacts(
        facts=Facts(
            people=people.all,
            agencies=agencies.all,
            roles=frozenset(_role(article, person, role) for person, role in roles),
            documents=frozenset(map(_document, documents)),
            events=tuple(_event(article, event) for event in record["events"]),
        ),
        optional=Facts(
            people=people.optional,
            agencies=agencies.optional,
            roles=frozenset(_role(article, person, role) for person, role in roles if role.get("optional")),
            documents=frozenset(_document(document) for document in documents if document.get("optional")),
        ),
    )
    return GoldArticle(record["id"], people, agencies, gold)


def _role(article: GoldArticle, person: Mapping[str, Any], role: Mapping[str, Any]) -> Role:
    return article.people(person["name"]), fold_role(role["role"]), article.agencies(role.get("agency"))


def _document(document: Mapping[str, Any]) -> Document:
    return fold(document["type"]), fold_number(document.get("number") or ""), document.get("date") or ""


def _event(article: GoldArticle, event: Mapping[str, Any]) -> Occasion:
    return Occasion(
        label=event["label"],
        type=event["type"],
        start=event.get("start") or event.get("start_partial") or "",
        places=frozenset([fold_agency(event["place"])] if event.get("place") else []),
        parts=_parts(article, event["participants"]),
        optional=event.get("optional", False),
        may=_parts(article, (part for part in event["participants"] if part.get("optional"))),
    )


def _parts(article: GoldArticle, participants: Iterable[Mapping[str, Any]]) -> frozenset[Part]:
    return frozenset((article.who(part["who"]), part["function"]) for part in participants)
