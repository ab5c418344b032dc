"""The time in which those whom a text names were all in office."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from lienket.extract.years.open_days import SENTENCE
from lienket.language.tokens import Tokens
from lienket.language.wordlist import wordlist
from lienket.reference.office_holders import Tenure, tenures

_PAST: Final = wordlist("nguyên cựu cố")
_DEPUTY: Final = "phó"
_MARKS: Final = SENTENCE | {","}
_OFFICE: Final = 12
"""Tokens before a name in which its office stands."""


def time_in_office(tokens: Tokens) -> tuple[datetime.date, datetime.date] | None:
    """Return the first and the last day on which all holders named were in office; None where there is no such day."""
    held = _held(tokens)
    since = max((tenure.since for tenure in held), default=datetime.date.max)
    until = min((tenure.until for tenure in held), default=datetime.date.min)
    return (since, until) if since <= until else None


def _held(tokens: Tokens) -> set[Tenure]:
    """Return the tenures of the holders named with their office, but not of those anywhere named as former ones.

    Of several offices before a name the nearest counts.
    """
    known, keys = tenures(), tokens.keys
    held: set[Tenure] = set()
    former: set[tuple[str, ...]] = set()
    for at, key in enumerate(keys[:-1]):
        if key not in known or keys[at + 1] not in known[key] or not tokens.capital(at):
            continue
        named = [one for one in known[key][keys[at + 1]] if tuple(keys[at : at + len(one.name)]) == one.name]
        before = _clause(keys, at) if named else ()
        if not _PAST.isdisjoint(before):
            former.add(named[0].name)
            continue
        offices = [(_last(before, one.office), one) for one in named]
        nearest = max((index for index, _ in offices), default=-1)
        held.update(one for index, one in offices if index == nearest >= 0)
    return {one for one in held if one.name not in former}


def _clause(keys: Sequence[str], at: int) -> Sequence[str]:
    """Return the words before a name, back to a mark, among which its office is looked for."""
    before = keys[max(0, at - _OFFICE) : at]
    begin = next((index for index in range(len(before), 0, -1) if before[index - 1] in _MARKS), 0)
    return before[begin:]


def _last(words: Sequence[str], office: tuple[str, ...]) -> int:
    """Return where `office` stands last among `words`; -1 where it does not, or is another's deputy."""
    for index in range(len(words) - len(office), -1, -1):
        if tuple(words[index : index + len(office)]) == office:
            return -1 if index and words[index - 1] == _DEPUTY else index
    return -1
