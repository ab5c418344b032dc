"""Dates of publication as records and pages write them: ISO 8601, day/month/year, RSS; never a guess."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from lienket.model import PartialDate

_TIME: Final = r"\d{1,2}(?::|h|giờ)\s*\d{2}(?:[:.]\d+)*(?:\s*(?:[ap]m|sa|ch))?"
_ZONE: Final = r"(?:\s*\(?(?:z|(?:gmt|utc)?\s*[+-]\d{1,2}:?(?:\d{2})?|gmt|utc|ict)\)?)?"
_WEEKDAY: Final = r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật|cn|mon|tue|wed|thu|fri|sat|sun)[\s,.-]+)?"
_AFTER: Final = rf"(?:(?:\s*[T|,-]\s*|\s+)(?:lúc\s+)?{_TIME}{_ZONE})?"
_BEFORE: Final = rf"(?:{_TIME}{_ZONE}(?:\s*[|,-]\s*|\s+))?"
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _form(date: str) -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}{_WEEKDAY}(?:ngày\s+)?{date}{_AFTER}", re.IGNORECASE)


_FORMS: Final = (
    _form(r"(?P<year>\d{4})(?P<part>[-/.])(?P<month>\d{1,2})(?P=part)(?P<day>\d{1,2})"),
    _form(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"),
    _form(r"(?P<day>\d{1,2})(?P<part>[-/.])(?P<month>\d{1,2})(?P=part)(?P<year>\d{4})"),
    _form(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"),
    _form(rf"(?P<day>\d{{1,2}})\s+(?P<name>{'|'.join(_MONTHS)})\s+(?P<year>\d{{4}})"),
    re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?"),
    re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})"),
)
_YEARS: Final = range(1800, 2200)
"""Years an article can be of; others are a program's filler ("0001-01-01")."""
_LONGEST: Final = 64


def published(value: str) -> PartialDate | None:
    """Return the date that `value` states, as precise as it is, or None when it is no date.

    Day comes before month, as Vietnamese writes it: "04/25/2017" is no date. A time and its zone are passed over:
    the date is the one that is printed.
    """
    if len(value) > _LONGEST:
        return None
    value = unicodedata.normalize("NFC", value.strip())
    for form in _FORMS:
        if found := form.fullmatch(value):
            return _date(found.groupdict())
    return None


def _date(parts: dict[str, str | None]) -> PartialDate | None:
    name, month, day = parts.get("name"), parts.get("month"), parts.get("day")
    year = int(parts["year"] or 0)
    if year not in _YEARS:
        return None
    if name:
        month = str(_MONTHS.index(name.lower()) + 1)
    try:
        return PartialDate(year, int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None
