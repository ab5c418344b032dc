"""What a text of the tests' own states, as plain tuples."""

from __future__ import annotations

from lienket.extract.article import extract
from lienket.model import Article, ArticleFacts, Event, PartialDate


def facts(text: str, *, published: PartialDate | None = None) -> ArticleFacts:
    return extract(Article(id="a", text=text, published=published))


def held(found: ArticleFacts) -> set[tuple[str, str, str | None, str]]:
    """Return (person, role, agency, status) of what is surer than not."""
    names = {one.key: one.name for one in found.agencies}
    people = {one.key: one.name for one in found.people}
    return {
        (people[one.person], one.role, names.get(one.agency or ""), str(one.status))
        for one in found.memberships
        if one.evidence.confidence >= 0.5
    }


def by_rules(event: Event) -> bool:
    """Tell whether the rules read an event, and none told in passing: whatever the weights make of it."""
    return event.evidence.rule != "event/act" and not event.background
