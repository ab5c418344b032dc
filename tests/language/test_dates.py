"""How Vietnamese prose prints dates, what is no date, and which year an unprinted one has."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.language.dates import DateKind, DateMention, complete, find_dates
from lienket.language.tokens import tokenise
from lienket.model import PartialDate


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


def completed(text: str, published: PartialDate | None = None) -> list[str]:
    tokens = tokenise(text)
    return [str(date.start) for date in complete(tokens, find_dates(tokens), published=published)]


APRIL = PartialDate(2021, 4, 22)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chiều 20/4, họ họp.", ["2021-04-20"]),
        ("Ngày 28/12, họ họp.", ["2020-12-28"]),  # the last one before publication
        ("Ngày 26/4, đơn vị sẽ họp.", ["2021-04-26"]),  # looks ahead
        ("Ngày 5/1 tới sẽ họp.", ["2022-01-05"]),
        ("Trước đó, ngày 30/4, họ đã họp.", ["2020-04-30"]),  # looks back
        ("Hôm qua, họ họp. Sáng mai họ về.", ["2021-04-21", "2021-04-23"]),
        ("Hồi tháng 9, họ họp.", ["2020-09"]),
        ("Ngày 4/8/2017, họ họp.", ["2017-08-04"]),
    ],
)
def test_the_year_from_the_day_of_publication(text: str, expected: list[str]) -> None:
    assert completed(text, APRIL) == expected


def test_a_stamp_is_a_day_of_publication() -> None:
    assert completed("15:42 ngày 12/08/2017\n\nNgày 4/8, họ họp.") == ["2017-08-12", "2017-08-04"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the same day stands in full elsewhere
        ("Sáng ngày 23/02/2019 họ họp. Buổi sáng ngày 23/02, ông về.", ["2019-02-23", "2019-02-23"]),
        ("Lễ kỷ niệm (7/7/1917 - 7/7/2017). Ngày 7/7, họ dự lễ.", ["1917-07-07", "2017-07-07"]),
        # a full date some weeks away
        ("Ngày 19/7, họ học Kế hoạch ngày 5 tháng 7 năm 2019.", ["2019-07-19", "2019-07-05"]),
        # the month stands with its year
        ("Cuối tháng 3/2017, ông xin. Ngày 22/3, Sở trả lời.", ["2017-03", "2017-03-22"]),
        # a quarter or half a year is reported on while it runs, and some weeks after
        ("Họp về tình hình quý I/2019. Chiều 4/4, ông về.", ["2019-01", "2019-04-04"]),
        ("Sáng 11/7, họ nhìn lại 6 tháng đầu năm 2017.", ["2017-07-11", "2017-01"]),
        ("Ngày 4/4, họ họp. Dự án sẽ xong trong quý I/2020.", ["--04-04", "2020-01"]),
        # the running year is the one after that of the year before, and the one in which so many years are celebrated
        ("Ngày 17/8, họ họp. Số việc tăng so với cùng kỳ năm 2016.", ["2017-08-17", "2016"]),
        ("Sáng 9/2, họ dự lễ kỷ niệm 230 năm ngày xưa (1789 - 2019).", ["2019-02-09"]),
        ("Sáng 9/2, họ dự lễ kỷ niệm 230 năm (1789 - 2019), sau lễ 200 năm (1789 - 1989).", ["2019-02-09"]),
        ("Sáng 31/1, họ kỷ niệm 50 năm Xuân Mậu Thân 1968.", ["2018-01-31", "1968"]),
        ("Sáng 31/1, họ kỷ niệm 20 năm tái lập tỉnh 1997.", ["--01-31"]),
        ("Sáng 9/2, họ dự lễ của khóa học (2015 - 2019).", ["--02-09", "2015"]),
        # something of the year that runs is named with it; not a law, an index or a title won
        ("Ngày 19/5, ông dự APEC 2017.", ["2017-05-19"]),
        ("Ngày 19/5, ông nói về Bộ luật Hình sự 2015.", ["--05-19"]),
        ("Ngày 19/5, chỉ số giảm so với Tết 2016.", ["--05-19"]),
        ("Ngày 19/5, ông gặp Hoa hậu Ví Dụ 2016.", ["--05-19"]),
        ("Ngày 19/5, ông dự APEC 2017. Năm 2018, ông về.", ["--05-19", "2018"]),
        ("Ngày 19/1, ông nhớ APEC 2017.", ["--01-19"]),
        # Tết is named by stem and branch, which come again after sixty years
        ("Ngày 7/2, họ chúc Tết Mậu Tuất.", ["2018-02-07"]),
        ("Ngày 7/12, họ chuẩn bị Tết Mậu Tuất.", ["--12-07"]),
        ("Ngày 7/2, họ nhớ xuân Mậu Thân 1968.", ["--02-07", "1968"]),
        # those elected meet for the first time in the first year of their term
        ("Ngày 28/6, kỳ họp thứ nhất HĐND nhiệm kỳ 2016 - 2021 khai mạc.", ["2016-06-28", "2016"]),
        # years ago is not now
        ("Ngày 9-7, họ bầu ông. Cách đây 1 năm 2 ngày (ngày 7-7-2017), ông nghỉ.", ["--07-09", "2017-07-07"]),
        # nothing settles it: month and day only
        ("Ngày 29/10, họ họp. Chi bộ yếu kém năm 2016.", ["--10-29", "2016"]),
        ("Chiều 8/2, họ bầu chủ tịch nhiệm kỳ 2016 - 2021.", ["--02-08", "2016"]),
        # history does not settle the year of the report
        ("Ngày 21/6, họ thăm nơi đoàn quân xuất phát ngày 20/6/1977.", ["--06-21", "1977-06-20"]),
        # months and relative days that nothing settles are left out
        ("Hồi tháng 9, họ họp. Hôm qua họ về.", []),
    ],
)
def test_the_year_from_the_text_alone(text: str, expected: list[str]) -> None:
    assert completed(text) == expected


def test_lunar_days_have_no_date() -> None:
    (date,) = complete(tokens := tokenise("mùng 6 tháng giêng"), find_dates(tokens), published=APRIL)
    assert date.kind is DateKind.LUNAR
    assert date.start is None


@given(st.dates().map(lambda day: PartialDate(max(day.year, 1900), day.month, min(day.day, 28))))
def test_the_day_of_publication_is_this_year(day: PartialDate) -> None:
    assert completed(f"Ngày {day.day}/{day.month}, họ họp.", day) == [str(day)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Hóa đơn tháng 4/2016 sai. Ngày 19/5, xã họp.", ["2016-04", "2016-05-19"]),
        ("Từ tháng 11/2016, ông giữ chức. Ngày 27/6, tỉnh họp.", ["2016-11", "--06-27"]),
        # what began years ago, and a step of a career before a later term, say nothing of the report's own year
        ("Chiều 19/12, họ công bố sách. Công việc bắt đầu từ tháng 8/2016.", ["--12-19", "2016-08"]),
        ("Tháng 4/2016, ông về quê. Tháng 6/2017, ông đi. Ngày 9/5, tỉnh họp.", ["2016-04", "2017-06", "--05-09"]),
    ],
)
def test_a_month_named_with_its_year_settles_the_days_that_follow_it(text: str, dates: list[str]) -> None:
    assert completed(text) == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        # what the text tells after it as past rules a year out
        ("Ngày 12/6, họ họp. Ngày 18/6/2007, bộ quyết định. Đến năm 2014, xã thu hồi.", "--06-12"),
        # a day in the only year between the past and what is to come
        ("Tháng 1/2017, họ khởi công. Ngày 18/11, họ họp. Dự kiến ngày 24/3/2018 họ khánh thành.", "2017-11-18"),
        ("Tháng 1/2017, họ khởi công. Ngày 18/2, họ họp. Dự kiến ngày 24/3/2018 họ khánh thành.", "--02-18"),
        # a term that runs to a day is no past
        ("Cuối tháng 3/2017, ông xin thuê nhà đến ngày 30/6/2018. Ngày 22/3, bộ trả lời.", "2017-03-22"),
    ],
)
def test_the_year_after_what_is_past_and_before_what_is_to_come(text: str, dates: str) -> None:
    assert dates in completed(text)


def test_a_day_may_begin_a_sentence() -> None:
    assert said("19-7, ông Mẫu đã đến.") == [("day", "--07-19")]
    assert said("Tỉ số là 3-1, họ thắng.") == []


def test_the_same_day_is_none_that_a_bracket_names() -> None:
    assert completed("Ngày 1/6, họ đến. Cùng ngày (21/9/1973 là ngày lập quan hệ), họ họp. Cùng ngày, họ về.")[-1] == (
        "--06-01"
    )
