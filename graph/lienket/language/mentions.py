"""What is read of a date: the records that finding and completing dates share."""

from __future__ import annotations

from enum import StrEnum

from lienket.language.records import record
from lienket.model import PartialDate, Span


class DateKind(StrEnum):
    """What a date in a text stands for."""

    DAY = "day"
    """A day or a few days on end; `start` and, for several, `end`."""
    MONTH = "month"
    YEAR = "year"
    PERIOD = "period"
    """A stretch a plan or report covers: "giai đoạn 2013 - 2017", "6 tháng đầu năm 2017", "quý I/2021"."""
    TERM = "term"
    """A term of office: "nhiệm kỳ 2021-2026"."""
    STAMP = "stamp"
    """When the article was published, on a line of its own."""
    DEADLINE = "deadline"
    BIRTH = "birth"
    ANNIVERSARY = "anniversary"
    """The same day in two years: "(7/7/1917 - 7/7/2017)", or a feast: "lễ 30/4"."""
    LUNAR = "lunar"
    """Recognised, never converted: `start` is None."""
    RELATIVE = "relative"
    """"hôm nay", "sáng mai": `offset` days from the day of publication."""


@record(kw_only=True)
class DateMention:
    """One date expression: tokens `first_token` to `end_token` (exclusive), with "ngày", "sáng" before it.

    `start` is None where words alone give no date: lunar days, relative days, and a month without its year (`month`).
    """

    span: Span
    first_token: int
    end_token: int
    start: PartialDate | None
    end: PartialDate | None = None
    kind: DateKind
    month: int | None = None
    offset: int | None = None
