"""What a text of the tests' own states, as plain tuples."""

from __future__ import annotations

from lienket.extract.article import extract
from lienket.model import Article, ArticleFacts, Event, PartialDate

LEAD = "Tin trong ngày của tỉnh Thái Bình\n\nTrời hôm nay đẹp. Mọi việc như thường lệ.\n"
"""A title and lead that tell nothing."""


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


def events(found: ArticleFacts) -> list[tuple[Event, set[tuple[str, str]]]]:
    """Return each event that the rules read, with who takes part in it, and how."""
    names = {one.key: one.name for one in (*found.agencies, *found.people)}
    return [
        (
            event,
            {
                (names[one.person or one.agency or ""], str(one.function))
                for one in found.participations
                if one.event == event.key
            },
        )
        for event in found.events
        if by_rules(event)
    ]


def parts_by_event(text: str) -> dict[str, set[tuple[str, str]]]:
    """Return who takes part in each event that the rules read in a text, and how, by its type and label."""
    return {f"{event.type}: {event.label}": parts for event, parts in events(facts(text))}
