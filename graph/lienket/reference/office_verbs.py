"""Verbs that give, take or tell offices, from `office_verbs.csv`."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from lienket.language.tokens import tokenise
from lienket.language.trie import Trie
from lienket.model import Status
from lienket.reference.tables import read

_FILE = "office_verbs.csv"
_STATUSES = tuple(str(status) for status in (Status.APPOINTED, Status.FORMER, Status.ATTESTED))


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeVerb:
    """A verb over offices; `office_verbs.csv` explains each field."""

    status: Status
    decides: bool
    by_subject: bool
    """Whether the office is the subject's: "ông X trúng cử", not "HĐND bầu"."""

    @property
    def ends(self) -> bool:
        """Whether it tells only that whoever is named has left the office named beside: "ông X qua đời"."""
        return self.status is Status.FORMER and not self.decides and not self.by_subject


@functools.cache
def office_verbs() -> Trie[OfficeVerb]:
    """Return the rows of `office_verbs.csv` over token keys."""
    verbs: Trie[OfficeVerb] = Trie()
    for row in read(_FILE, ("form", "status", "decides", "taker")):
        verb = OfficeVerb(
            status=Status(row.one_of("status", _STATUSES)),
            decides=row.yes("decides"),
            by_subject=row.one_of("taker", ("object", "subject")) == "subject",
        )
        verbs.add(tokenise(row.text("form")).keys, verb)
    return verbs
