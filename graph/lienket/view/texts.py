"""The words of the network page, from `templates/texts.csv` (columns: key, vi, en), and dates as readers write them."""

from __future__ import annotations

import csv
import functools
import importlib.resources
import re
from collections.abc import Mapping
from typing import Final

from lienket.messages import LANGUAGES

_DATE: Final = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?|--(?P<m>\d\d)(?:-(?P<d>\d\d))?")


@functools.cache
def texts(lang: str) -> Mapping[str, str]:
    """Return the words of the page in `lang` ("vi" or "en"; any other is English)."""
    source = importlib.resources.files(__package__).joinpath("templates", "texts.csv")
    rows = csv.DictReader(source.read_text(encoding="utf-8").splitlines())
    return {row["key"]: row[lang if lang in LANGUAGES else "en"] for row in rows}


def date_text(date: str, lang: str) -> str:
    """Return an XML Schema date as it is written in `lang`, no more precise than it is: "2017-08" is "8/2017" in vi.

    English keeps the ISO form, which readers of every country understand; a month alone is told as one. What is no date
    stays as it is.
    """
    match = _DATE.match(date)
    if match and match["m"] and not match["d"]:
        return f"tháng {match['m'].lstrip('0')}" if lang == "vi" else f"month {match['m']}"
    if lang != "vi" or not match:
        return date.removeprefix("--")
    parts = (match["day"] or match["d"], match["month"] or match["m"], match["year"])
    return "/".join(part.lstrip("0") for part in parts if part)
