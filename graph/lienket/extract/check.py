"""What facts must keep to whoever extracted them: evidence inside the text, keys that resolve, shares in [0, 1]."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from lienket.errors import InputError
from lienket.model import Article, ArticleFacts, Evidence, Span

_KINDS: Final = (
    *("places", "agencies", "people", "origins", "memberships", "events"),
    *("participations", "documents", "programmes", "quotations"),
)
_REFERENCES: Final = (
    ("places", "within", ("places",)),
    ("agencies", "jurisdiction", ("places",)),
    ("agencies", "parent", ("agencies",)),
    ("origins", "person", ("people",)),
    ("origins", "home", ("places",)),
    ("memberships", "person", ("people",)),
    ("memberships", "agency", ("agencies",)),
    ("events", "place", ("places",)),
    ("events", "about", ("programmes", "documents")),
    ("participations", "event", ("events",)),
    ("participations", "person", ("people",)),
    ("participations", "agency", ("agencies",)),
    ("participations", "capacity", ("memberships",)),
    ("documents", "issuer", ("agencies",)),
    ("quotations", "speaker", ("people",)),
    ("quotations", "capacity", ("memberships",)),
    ("quotations", "event", ("events",)),
)
"""Kind, field, and the kinds among whose keys its value must be (a value None refers to nothing)."""
_WITHIN: Final = (("places", "within"), ("agencies", "parent"))
"""Fields that put a thing into another of its kind, so that nothing may come to stand in itself."""


def check(facts: object, article: Article, *, extractor: str) -> ArticleFacts:
    """Return `facts` if they are well-formed facts of `article`; InputError with the first fault if not."""
    if not isinstance(facts, ArticleFacts):
        raise _fault(article, extractor, "facts-type", got=type(facts).__name__)
    if facts.article != article:
        raise _fault(article, extractor, "facts-article", got=facts.article.id)
    for key, values in _faults(facts):
        raise _fault(article, extractor, key, **values)
    return facts


def _fault(article: Article, extractor: str, key: str, **values: object) -> InputError:
    return InputError(key, source=article.source or article.id, extractor=extractor, **values)


Fault = tuple[str, Mapping[str, object]]
"""The key of a sentence in `messages.csv`, and what fills it."""


def _faults(facts: ArticleFacts) -> Iterator[Fault]:
    keys: dict[str, set[str]] = {}
    length = len(facts.article.text)
    for kind in _KINDS:
        keys[kind] = set()
        for record in getattr(facts, kind):
            if record.key in keys[kind]:
                yield "facts-key", {"kind": kind, "name": record.key}
            keys[kind].add(record.key)
            yield from _of_evidence(record.evidence, length, kind=kind, name=record.key)
    for unread in facts.unread:
        yield from _of_span(unread.span, length, kind="unread", name=unread.kind)
    yield from _of_references(facts, keys)
    for kind, field in _WITHIN:
        yield from _of_circles({one.key: getattr(one, field) for one in getattr(facts, kind)}, kind, field)


def _of_evidence(evidence: Evidence, length: int, *, kind: str, name: str) -> Iterator[Fault]:
    if not evidence.spans:
        yield "facts-no-span", {"kind": kind, "name": name}
    for span in evidence.spans:
        yield from _of_span(span, length, kind=kind, name=name)
    if not 0 <= evidence.confidence <= 1:
        yield "facts-confidence", {"kind": kind, "name": name, "got": evidence.confidence}


def _of_span(span: Span, length: int, *, kind: str, name: str) -> Iterator[Fault]:
    if not 0 <= span.begin < span.end <= length:
        yield "facts-span", {"kind": kind, "name": name, "begin": span.begin, "end": span.end, "length": length}


def _of_references(facts: ArticleFacts, keys: Mapping[str, Collection[str]]) -> Iterator[Fault]:
    for kind, field, others in _REFERENCES:
        for record in getattr(facts, kind):
            yield from _unknown(getattr(record, field), others, keys, kind=kind, name=record.key, field=field)
    for programme in facts.programmes:
        for partner in programme.partners:
            yield from _unknown(partner, ("agencies",), keys, kind="programmes", name=programme.key, field="partners")
    for author in facts.authors:
        yield from _unknown(author, ("people",), keys, kind="article", name=facts.article.id, field="authors")


def _unknown(
    target: str | None, others: tuple[str, ...], keys: Mapping[str, Collection[str]], **where: Any
) -> Iterator[Fault]:
    if target is not None and not any(target in keys[other] for other in others):
        yield "facts-reference", {**where, "target": target, "others": "/".join(others)}


def _of_circles(above: Mapping[str, str | None], kind: str, field: str) -> Iterator[Fault]:
    settled: set[str] = set()
    for key in above:
        way: set[str] = set()
        one: str | None = key
        while one is not None and one not in settled:
            if one in way:
                yield "facts-circle", {"kind": kind, "name": one, "field": field}
                return
            way.add(one)
            one = above[one]
        settled |= way
