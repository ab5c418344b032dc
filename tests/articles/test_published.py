"""Dates of publication: the forms that records have, as precise as they are, and no guess."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.articles.published import published

DATES = [
    ("2017-08-04", "2017-08-04", "ISO"),
    ("2017/08/04", "2017-08-04", "ISO with slashes"),
    ("20170804", "2017-08-04", "ISO without hyphens"),
    ("2017-08-04T10:30:00.000+07:00", "2017-08-04", "the time is passed over"),
    ("2017-08-03T22:00:00Z", "2017-08-03", "the date is the printed one, whatever its zone"),
    ("2017-08-04 10:30:00", "2017-08-04", "as databases write it"),
    ("04/08/2017", "2017-08-04", "day before month"),
    ("4-8-2017 10:30", "2017-08-04", "day-month-year with time"),
    ("10:30 | 04/08/2017", "2017-08-04", "time first"),
    ("14h30 ngày 04/08/2017", "2017-08-04", "time as Vietnamese writes it"),
    ("04/08/2017 2:30:00 CH", "2017-08-04", "SA and CH are AM and PM"),
    ("Thứ sáu, 04/08/2017, 10:30 (GMT+7)", "2017-08-04", "as newspapers print it"),
    (unicodedata.normalize("NFD", "Thứ sáu, 04/08/2017"), "2017-08-04", "the same, decomposed"),
    ("ngày 4 tháng 8 năm 2017", "2017-08-04", "in words"),
    ("Fri, 04 Aug 2017 10:30:00 +0700", "2017-08-04", "as RSS writes it"),
    ("2017-08", "2017-08", "a month stays a month"),
    ("08/2017", "2017-08", "the same in Vietnamese order"),
    ("2017", "2017", "a year stays a year"),
    ("04/25/2017", None, "month before day is not guessed"),
    ("31/02/2017", None, "no such day"),
    ("04/08/17", None, "which century?"),
    ("04/08", None, "which year?"),
    ("0001-01-01", None, "a program's filler"),
    ("1501804800", None, "seconds since 1970 are no printed date"),
    ("hôm qua", None, "words that need today's date"),
    ("2017-08-04 và 2017-08-05", None, "two dates"),
    ("4" * 1000, None, "noise"),
]


@pytest.mark.parametrize(("value", "date", "reason"), DATES)
def test_dates(value: str, date: str | None, reason: str) -> None:
    found = published(value)
    assert (str(found) if found else None) == date, reason


@given(day=st.dates())
def test_iso_and_vietnamese_forms_agree(day) -> None:
    assert published(day.isoformat()) == published(f"{day:%d/%m/}{day.year:04}")


@given(value=st.text())
def test_any_text_is_a_date_or_none(value: str) -> None:
    published(value)
