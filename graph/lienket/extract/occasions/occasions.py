"""Occasions while they are gathered: one telling of each, and which tellings are of one occasion."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from lienket.extract.coreference import Someone
from lienket.extract.grammar.passage import Passage
from lienket.extract.jurisdiction import Unit
from lienket.extract.organisations import Organisation
from lienket.language.records import record
from lienket.language.wordlist import first_form
from lienket.model import EventType, Function, PartialDate, Span
from lienket.reference.events import EventHead

_LEAST_ALIKE: Final = 0.5
_COMPARED: Final = 8
"""Tellings of an occasion whose words are compared."""

GOING: Final = frozenset({EventType.VISIT, EventType.INSPECTION, EventType.MEETING})
"""Types of occasions for which someone goes to others."""
_ORDINALS: Final = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8"}


@record()
class Telling:
    """One mention of an occasion: tokens `begin` to `end`; `bare` when only its head stands there."""

    begin: int
    end: int
    head: EventHead
    head_end: int
    sentence: int
    bare: bool
    doer: int | None = None
    """Token at which who does it begins, where that stands after the clause: "Làm việc tại X sáng 3/5, ông Y …"."""
    subject: tuple[int, int] | None = None
    """Tokens at which a verb's subject stands: right before it, or before the verb told before it in a series."""
    passive: bool = False
    """True for "ông A bị … kỷ luật": who stands before the verb is whom it is done to."""
    proposed: bool = False
    """True for "Ủy ban A đề nghị B kỷ luật ông C": A proposes it, B has not decided yet."""
    told: int | None = None
    """Token at which what is done begins where its subject tells it: "Công an A cho biết | đã bắt ông B"."""

    def words(self, passage: Passage) -> str:
        """Return its words as a label: without those that only say that someone tells it."""
        if self.told is None or self.subject is None:
            words = passage.slice(self.begin, self.end)
        else:
            words = f"{passage.slice(*self.subject)} {passage.slice(self.told, self.end)}"
        return words[0].upper() + words[1:]


@dataclass(slots=True)
class Occasion:
    """One occasion while its tellings are gathered."""

    label: str
    type: EventType
    head: str
    begin: int
    tellings: list[Telling] = field(default_factory=list)
    start: PartialDate | None = None
    end: PartialDate | None = None
    place: Unit | None = None
    parts: dict[tuple[str, str, Function], tuple[Someone | Organisation, Span]] = field(default_factory=dict)
    speeches: list[Span] = field(default_factory=list)
    """Where the text quotes what was said at it."""
    planned: bool = False
    background: bool = False
    in_passing: bool = False
    """True where it is told once, outside the lead, without its day: the text does not go on about it."""
    in_title: bool = False
    attended: bool = False
    """True where its very words say who holds it or comes to it."""
    of_several: bool = False
    """True where it is first told as done to people who are named only later: "kỷ luật 7 cá nhân"."""
    likelihood: float = 1.0
    """How likely it is one that a reader notes, 0 to 1."""
    concerned: set[str] = field(default_factory=set)
    """Keys of the people to whom, or with whom, its verbs say that it is done."""

    @property
    def journey(self) -> bool:
        """Whether it is a journey, on which other occasions take place."""
        return self.head.startswith("chuyến")

    def take_part(self, who: Someone | Organisation, function: Function, sentence: Span) -> None:
        """Note that `who` has `function` in the occasion, as `sentence` says."""
        kind = "person" if isinstance(who, Someone) else "agency"
        self.parts.setdefault((kind, who.key, function), (who, sentence))

    def leave_out(self, people: Set[str]) -> None:
        """Drop the parts of the people with these keys."""
        for part in [one for one in self.parts if one[0] == "person" and one[1] in people]:
            del self.parts[part]

    def told_in(self, sentence: int) -> Sequence[Telling]:
        """Return the tellings in one sentence."""
        first = bisect_left(self.tellings, sentence, key=lambda one: one.sentence)
        return self.tellings[first : bisect_right(self.tellings, sentence, key=lambda one: one.sentence)]

    def has(self, function: Function) -> bool:
        """Tell whether someone is known to have `function` in the occasion."""
        return any(one is function for _, _, one in self.parts)


def same_occasion(one: Occasion, telling: Telling, passage: Passage) -> bool:
    """Tell whether a telling with words of its own is of the occasion `one`: most of the words, and no other number."""
    if telling.head.type != one.type:
        return False
    before = one.tellings[:_COMPARED]
    number = ordinal(telling, passage)
    numbers = {ordinal(each, passage) for each in before} - {None} if number is not None else set()
    if numbers and number not in numbers:
        return False
    words = set(passage.keys[telling.begin : telling.end])
    theirs = {word for each in before for word in passage.keys[each.begin : each.end]}
    return len(words & theirs) >= _LEAST_ALIKE * max(1, min(len(words), len(theirs)))


def ordinal(telling: Telling, passage: Passage) -> str | None:
    """Return the number in the name of an occasion: "kỳ họp thứ 8", "đại hội X lần thứ nhất", "phiên họp đầu tiên"."""
    keys = passage.keys
    at = telling.head_end
    if keys[at : at + 2] == ["đầu", "tiên"]:
        return "1"
    if passage.key(at) != "thứ":
        at = first_form(keys, at, telling.end, (("lần", "thứ"),)) or -1
        if at < 0:
            return None
        at += 1
    return _ORDINALS.get(passage.key(at + 1), passage.key(at + 1))
