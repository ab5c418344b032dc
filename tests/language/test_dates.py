"""How Vietnamese prose prints dates, what is no date, and which year an unprinted one has."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.language.dates import DateMention, find_dates
from lienket.language.tokens import tokenise


def read(text: str) -> list[DateMention]:
    return find_dates(tokenise(text))


def said(text: str) -> list[tuple[str, ...]]:
    """The dates of a text: kind, start and, where there is one, end."""
    return [(date.kind.value, *(str(part) for part in (date.start, date.end) if part)) for date in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ngày 01/12/2016, họp", ("day", "2016-12-01")),  # slashes
        ("ngày 4-8-2017 tại", ("day", "2017-08-04")),  # hyphens
        ("ngày 1.12.2016 tại", ("day", "2016-12-01")),  # full stops
        ("ngày 5 tháng 7 năm 2019 của", ("day", "2019-07-05")),  # in words
        ("ngày 21 tháng 4/2017", ("day", "2017-04-21")),
        ("Chiều 29/5, ông", ("day", "--05-29")),  # part of day, no "ngày"
        ("sáng ngày 27/4 và", ("day", "--04-27")),
        ("Sáng 13.12 họp", ("day", "--12-13")),  # full stop only after a cue
        ("đêm 4-11 khiến", ("day", "--11-04")),
        ("sáng nay 24-12 họp", ("day", "--12-24")),
        ("hôm qua (29/10), họp", ("day", "--10-29")),
        ("thứ bảy (15/12) ở", ("day", "--12-15")),
        ("khai mạc vào 12/4", ("day", "--04-12")),  # weak cue, but no fraction
        ("họp đến 15/12 thì xong", ("day", "--12-15")),
        ("từ ngày 17 đến 19 tháng 4", ("day", "--04-17", "--04-19")),  # ranges share month and year
        ("Trong hai ngày (21-22/11)", ("day", "--11-21", "--11-22")),
        ("Ngày 10 và 11-2", ("day", "--02-10", "--02-11")),
        ("(2-4/12)", ("day", "--12-02", "--12-04")),
        ("từ ngày 29 đến ngày 31/5/2017", ("day", "2017-05-29", "2017-05-31")),
        ("ngày 16, 17 và sáng 18/11", ("day", "--11-16", "--11-18")),
        ("từ ngày 28/12 đến 3/1/2018", ("day", "2017-12-28", "2018-01-03")),  # over New Year
        ("tháng 8/2011", ("month", "2011-08")),
        ("tháng 5 năm 2018", ("month", "2018-05")),
        ("từ tháng 6/2008", ("month", "2008-06")),
        ("Đại hội lần thứ 17 tháng 10-2007", ("month", "2007-10")),  # a number after "thứ" is no day
        ("hội nghị lần thứ nhất ngày 28/9/2015", ("day", "2015-09-28")),  # not "muộn nhất ngày"
        ("năm 2017", ("year", "2017")),
        ("đón Tết Mậu Tuất 2018", ("year", "2018")),
        ("quý I năm 2018", ("period", "2018-01", "2018-03")),
        ("quý 4/2016", ("period", "2016-10", "2016-12")),
        ("6 tháng đầu năm 2017", ("period", "2017-01", "2017-06")),
        ("6 tháng cuối năm 2018", ("period", "2018-07", "2018-12")),
        ("giai đoạn 2013 - 2017 ()", ("period", "2013", "2017")),
        ("từ năm 2013 đến năm 2017", ("period", "2013", "2017")),
        ("nhiệm kỳ 2010-2015.", ("term", "2010", "2015")),
        ("15:42 ngày 12/08/2017", ("stamp", "2017-08-12")),
        ("Thứ Tư, 07/08/2019 (GMT+7)", ("stamp", "2019-08-07")),
        ("báo cáo trước ngày 28/4.", ("deadline", "--04-28")),
        ("ông sinh ngày 26/6/1961", ("birth", "1961-06-26")),
        ("bà Dụ sinh năm 1970", ("birth", "1970")),
        ("(7/7/1917 - 7/7/2017)", ("anniversary", "1917-07-07", "2017-07-07")),
        ("dịp lễ 30/4", ("anniversary", "--04-30")),
        ("28 tháng Chạp năm Canh Tý", ("lunar",)),  # recognised, never converted
        ("mùng 6 tháng giêng", ("lunar",)),
        ("ngày 10/3 âm lịch", ("lunar",)),
        ("tức ngày 21 tháng 7 năm Kỷ Dậu", ("lunar",)),
    ],
)
def test_dates(text: str, expected: tuple[str, ...]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "ngày 32/13",  # impossible
        "ngày 30/2",
        "ngày 31/11/2018",
        "3/4 số hộ",  # fractions, scores, ratios
        "có 22/30 hộ",
        "từ 1/3 nhu cầu",
        "46/47 phiếu",
        "trực 24/24 giờ",
        "từ 5 đến 6-7 triệu đồng",
        "quốc lộ 1",
        "khoá 12",
        "số 524/QĐ-TTg",
        "Nghị định 99/2015 của",
        "Quyết định 12/2013/QĐ",
        "công nghiệp 4.0",
        "3 tháng 5 ngày",
        "số 8-12 đường",
    ],
)
def test_no_dates(text: str) -> None:
    assert said(text) == []


def test_days_that_do_not_follow_each_other_are_each_a_date() -> None:
    assert said("ngày 3, 7 và 12-5") == [("day", "--05-03"), ("day", "--05-07"), ("day", "--05-12")]


def test_the_same_day_is_the_day_named_last() -> None:
    assert said("Sáng 5/6/2018 họp. Chiều cùng ngày, ông về.")[1] == ("day", "2018-06-05")


def test_a_school_is_not_born() -> None:
    assert said("tuyển sinh năm 2018") == [("year", "2018")]


def test_the_span_begins_with_the_words_for_the_day() -> None:
    text = "Họp vào sáng ngày 27/4 tại xã"
    (date,) = read(text)
    assert date.span.of(text) == "sáng ngày 27/4"


@given(st.text(alphabet="ngày tháng năm 0123456789/-.(),–đếnvà\n", max_size=60))
def test_dates_never_overlap_and_slice_back(text: str) -> None:
    tokens = tokenise(text)
    dates = find_dates(tokens)
    assert all(date.span.of(text) == tokens.slice(date.first_token, date.end_token) for date in dates)
    assert all(left.end_token <= right.first_token for left, right in pairwise(dates))


def test_a_day_may_begin_a_sentence() -> None:
    assert said("19-7, ông Mẫu đã đến.") == [("day", "--07-19")]
    assert said("Tỉ số là 3-1, họ thắng.") == []
