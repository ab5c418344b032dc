"""Which mentions are one person: full names by their key, short names by the last full name that ends in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from lienket.extract.grammar.passage import Passage
from lienket.extract.grammar.readings import PersonReading
from lienket.language.folding import name_key
from lienket.model import Evidence, Person, Span
from lienket.reference.lexicon import lexicon

_RULES: Final = {
    "office-name": 0.95,
    "office-name-office": 0.95,
    "honorific-name-office": 0.96,
    "honorific-name": 0.92,
    "name-alone-office": 0.93,
    "name-alone": 0.6,
    "byline": 0.85,
    "credit": 0.85,
}
_UNKNOWN_FAMILY: Final = 0.75
"""Factor for a name that does not begin with a known family name and is not the byline's."""
_LONGEST_USUAL: Final = 3
"""Syllables of most full names: a longer one may be a name with the next sentence's first word."""
_FOREIGN_MARKS: Final = frozenset(".-")
"""Marks inside a foreign name, which says more than one syllable: "V.Pu-tin"."""
_CLAN: Final = ("K'", "K’")
"""What the full names of Cơ Ho and Mạ men begin with, of one syllable more: "K'Brêu"."""
_LONE_SYLLABLE: Final = 0.3
"""Confidence of "ông Tú" where no full name ends in it: kept, but not known."""


@dataclass(slots=True)
class Someone:
    """One person of the article as its mentions are met."""

    name: str
    spans: list[Span] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    honorifics: set[str] = field(default_factory=set)
    confidence: float = 0.0
    rule: str = ""

    @property
    def key(self) -> str:
        return name_key(self.name)


@dataclass(slots=True)
class People:
    """The people of one article, by the key of their full name."""

    passage: Passage
    known: dict[str, Someone] = field(default_factory=dict)
    by_ending: dict[str, str] = field(default_factory=dict)
    """The person met last, or else expected first, whose name ends so."""

    def expect(self, reading: PersonReading) -> None:
        """Make the full name of `reading` known before its mentions are met, for short names that stand earlier."""
        if reading.name is None:
            return
        name = proper_case(reading.name.name)
        words = name_key(name).split()
        if len(words) >= 3 or (len(words) == 2 and words[0] in lexicon().strong_surnames):
            self._enter(name)

    def key_of(self, name: str) -> str:
        """Return the key of the person whom `name` most likely names, in full or in short."""
        key = name_key(proper_case(name))
        return key if key in self.known else self.by_ending.get(key, key)

    def meet(self, reading: PersonReading) -> Someone | None:
        """Return the person that `reading` names, new or met before; None where it names none."""
        if reading.name is None:
            return None
        name = self._without_next_word(proper_case(reading.name.name))
        span = self.passage.span(reading.name.begin, reading.name.end)
        someone = self._short(name) if self._is_short(name) else None
        if someone is None:
            someone = self.note(name, span, reading.rule, self._confidence(name, reading.rule))
        else:
            someone.spans.append(span)
            if name_key(name) != someone.key:
                someone.forms.add(name)
        someone.honorifics.update(reading.honorifics)
        words = someone.key.split()
        for length in range(1, len(words)):
            self.by_ending[" ".join(words[-length:])] = someone.key
        return someone

    def _without_next_word(self, name: str) -> str:
        """Return `name` without its last word where the rest is a full name of the text: "Trần Văn Mẫu [Báo] chí …"."""
        words = name.split()
        shorter = " ".join(words[:-1])
        return shorter if len(words) > _LONGEST_USUAL and name_key(shorter) in self.known else name

    def note(self, name: str, span: Span, rule: str, confidence: float) -> Someone:
        """Return the person of the full name `name`, met at `span`."""
        someone = self._enter(name)
        someone.spans.append(span)
        if confidence > someone.confidence:
            someone.confidence, someone.rule = confidence, rule
        return someone

    def _enter(self, name: str) -> Someone:
        key = name_key(name)
        someone = self.known.get(key)
        if someone is None:
            someone = self.known[key] = Someone(name)
            words = key.split()
            for length in range(1, len(words)):
                self.by_ending.setdefault(" ".join(words[-length:]), key)
        return someone

    def _is_short(self, name: str) -> bool:
        key = name_key(name)
        return len(key.split()) == 1 or (len(key.split()) == 2 and key in self.by_ending and key not in self.known)

    def _short(self, name: str) -> Someone | None:
        """Return the person met last whose name ends in `name`; of several, the one mentioned last."""
        key = self.by_ending.get(name_key(name))
        return self.known[key] if key is not None else None

    def _confidence(self, name: str, rule: str) -> float:
        words = name_key(name).split()
        sure = _RULES.get(rule, 0.6)
        if len(words) == 1 and name.startswith(_CLAN):
            return sure
        if len(words) == 1 and not _FOREIGN_MARKS & set(name):
            return _LONE_SYLLABLE
        return sure if words[0] in lexicon().surnames else sure * _UNKNOWN_FAMILY

    def people(self) -> tuple[Person, ...]:
        """Return the person records in text order."""
        records = [_record(someone) for someone in self.known.values() if someone.spans]
        return tuple(sorted(records, key=lambda one: (one.evidence.spans[0], one.key)))


def _record(someone: Someone) -> Person:
    spans = tuple(sorted(set(someone.spans)))
    return Person(
        key=someone.key,
        name=someone.name,
        alternatives=tuple(sorted(someone.forms)),
        honorifics=tuple(sorted(someone.honorifics)),
        evidence=Evidence(spans=spans, rule=f"person/{someone.rule}", confidence=round(someone.confidence, 2)),
    )


def proper_case(name: str) -> str:
    """Return a name printed in capitals ("NGỌC HÂN") as names are written; others as they are."""
    words = name.split()
    if all(word.isupper() for word in words) and any(len(word) > 1 for word in words):
        return " ".join(word[0] + word[1:].lower() for word in words)
    return name
