"""Who says what: quotation readings tied to the people of the story, and to the occasion at which they spoke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.organisations import Organisation
from lienket.extract.speech.quotations import QuotationReading
from lienket.extract.story import Actor, Story
from lienket.language.records import record
from lienket.language.tokens import Tokens
from lienket.language.wordlist import wordlist
from lienket.model import Span

_PRONOUNS: Final = wordlist("ông bà anh chị")
_REPRESENTED: Final = wordlist("diện đạo")
"""Last syllables of "đại diện", "lãnh đạo"."""
_ACTS: Final = wordlist("chỉ yêu kết quyết đồng công thông xác thống giao ra phê")
"""First syllables of "chỉ đạo", "yêu cầu", "kết luận", "quyết định", "công bố", "xác định" …"""
_OTHER_SIDE: Final = wordlist("với tới đến gửi gặp tiếp của cho")
"""Words right before someone to whom or of whom the speaker does something: "A gặp B, khẳng định …"."""
_MANY: Final = wordlist("nhiều các những số mọi một vài")
"""Last words of "nhiều", "một số" … before an office of which several people are meant."""
_PASSIVE: Final = frozenset({"được", "bị"})
_FURTHEST: Final = 250
"""Tokens looked back for the person a pronoun stands for."""


@record()
class Statement:
    """Speech at `span` by `speaker`; `at` is the token of the passage at which its sentence names the speaker."""

    speaker: Someone | Organisation
    """A person, or an agency whose representative is not named."""
    span: Span
    at: int
    direct: bool
    spoken: bool
    """False for verbs that may tell an act rather than speech: "chỉ đạo", "yêu cầu", "kết luận"."""
    confidence: float
    rule: str


def statements(story: Story, tokens: Tokens, readings: Sequence[QuotationReading]) -> list[Statement]:
    """Return the quotations whose speaker is known, in text order."""
    found: list[Statement] = []
    for reading in readings:
        begin, end = story.passage.range_of_tokens(tokens, *reading.speaker)
        if begin >= end:
            continue
        speaker = _speaker(story, begin, end, leads=reading.leads)
        if speaker is not None:
            acts = tokens.keys[reading.verb] in _ACTS and not reading.direct
            span = _past_office(story, reading.span, begin, end) if reading.leads else reading.span
            found.append(Statement(speaker, span, begin, reading.direct, not acts, reading.confidence, reading.rule))
    return found


def _past_office(story: Story, span: Span, begin: int, end: int) -> Span:
    """Return the speech without the offices of who is named before it: "Theo ông A, [Giám đốc Sở X,] việc đã xong"."""
    named = next((one for one in story.between(begin, end) if one.person is not None), None)
    if named is None or named.end <= end + 1:
        return span
    first = named.end + (story.passage.key(named.end) == ",")
    said = story.passage.tokens.begins[first] if first < story.passage.limit(begin) else span.end
    return Span(said, span.end) if said < span.end else span


def _acted_upon(keys: Sequence[str], one: Actor, verb: int) -> bool:
    """Tell whether someone before a verb is not its subject: "tài sản của bà A, Thủ tướng nói", "A được B khen"."""
    aside = keys[one.begin - 1] in _OTHER_SIDE and "," in keys[one.end : verb - 1]
    return aside or not _PASSIVE.isdisjoint(keys[one.end : min(one.end + 2, verb)])


def _body_speaks(story: Story, someone: Actor, verb: int) -> bool:
    """Tell whether a body after someone is the subject of a verb: "Về trường hợp bà A, Ủy ban B đề nghị …"."""
    after = [one for one in story.between(someone.end, verb) if one.organisation is not None and not one.office_only]
    return bool(after) and story.passage.keys[after[0].begin - 1] == "," and after[0].begin == someone.end + 1


def _speaker(story: Story, begin: int, end: int, *, leads: bool) -> Someone | Organisation | None:
    keys = story.passage.keys
    people = [one for one in story.between(begin, end) if one.person is not None and keys[one.begin - 1] not in _MANY]
    if len(people) > 1 and not leads:
        people = [one for one in people if keys[one.begin - 1] not in _OTHER_SIDE] or people
    if people and not leads and (_acted_upon(keys, people[-1], end) or _body_speaks(story, people[-1], end)):
        return None
    if people:
        return (people[0] if leads else people[-1]).person
    first = story.passage.sentences[story.passage.sentence_of[begin]][0]
    before = [one for one in story.between(first, begin) if one.person is not None and one.end > begin]
    if before:
        return before[-1].person
    bodies = [one for one in story.between(begin, end) if one.organisation is not None and not one.office_only]
    if bodies and _REPRESENTED & set(story.passage.keys[max(first, bodies[-1].begin - 3) : bodies[-1].begin]):
        return bodies[-1].organisation
    last = story.passage.keys[end - 1 if not leads else begin]
    if last in _PRONOUNS:
        earlier = [one for one in story.between(max(0, begin - _FURTHEST), begin) if one.person is not None]
        return earlier[-1].person if earlier else None
    return None
