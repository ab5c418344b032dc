"""Begin and end of a period, as readers write them: "2021", "4/2021", "2021-04-05", "5/4/2021"."""

from __future__ import annotations

import datetime
import re
from typing import Final

from lienket.errors import UsageError
from lienket.model import PartialDate

_DAY: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])(\d{4})")


def bound(text: str, *, begins: bool, name: str) -> datetime.date:
    """Return the first day `text` can mean where it begins a period, else the last; `name` is what it was given as.

    Raises UsageError for what is no date.
    """
    match = _DAY.fullmatch(text)
    if match is not None:
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        try:
            date = PartialDate(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            date = None
        found = None if date is None else date.earliest if begins else date.latest
        if found is not None:
            return found
    raise UsageError("ask-day", name=name, value=text)
