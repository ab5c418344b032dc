"""The years of days and months printed without one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.extract.years.completion import complete
from lienket.language.dates import DateKind, find_dates
from lienket.language.tokens import tokenise
from lienket.model import PartialDate


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
        # a month is kept, a relative day left out
        ("Hồi tháng 9, họ họp. Hôm qua họ về.", ["--09"]),
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


def test_the_same_day_is_none_that_a_bracket_names() -> None:
    assert completed("Ngày 1/6, họ đến. Cùng ngày (21/9/1973 là ngày lập quan hệ), họ họp. Cùng ngày, họ về.")[-1] == (
        "--06-01"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what happened early in the latest year that is named, and what is planned in it
        ("Ngày 9/5, huyện họp. Đầu năm 2017, huyện mở lớp.", "2017-05-09"),
        ("Ngày 9/5, ông nói dự án phải theo kế hoạch xong trong năm 2017.", "2017-05-09"),
        ("Ngày 9/5, huyện bàn mục tiêu, nhiệm vụ năm 2019.", "2019-05-09"),
        ("Ngày 9/5, họ mừng tăng so với cùng kì năm 2016.", "2017-05-09"),
        # but not what looks back on it, what is only expected, or a plan beside "năm nay"
        ("Ngày 9/5, xã họp. Vào đầu năm 2016, xã cấp đất.", "--05-09"),
        ("Ngày 9/5, xã họp. Dự kiến đầu năm 2019 cầu xong.", "--05-09"),
        ("Ngày 9/5, xã họp. Năm nay còn thiếu vốn, kế hoạch xong trong năm 2018.", "--05-09"),
        # late in the year plans are for the next
        ("Ngày 29/12, huyện bàn mục tiêu, nhiệm vụ năm 2019.", "--12-29"),
        # shortly before what is still to come
        ("Ngày 4/6, sở họp. Xã phải trả lời trước ngày 15/6/2017.", "2017-06-04"),
        ("Ngày 4/3, sở họp. Xã phải trả lời trước ngày 15/6/2017.", "--03-04"),
        # months before what will be, unless more than a year later it will be over
        ("Ngày 9/11, sở họp. Tháng 1/2019 quy định sẽ có hiệu lực.", "2018-11-09"),
        ("Ngày 4/4, sở họp. Mỏ mở từ ngày 5/7/2017 và sẽ đóng ngày 5/7/2019.", "--04-04"),
        # what is named with its year, but not in January, nor what the day stands before
        ("Ngày 9/2, họ họp về Hội Xuân 2018.", "2018-02-09"),
        ("Ngày 9/1, họ họp về Hội Xuân 2018.", "--01-09"),
        ("Ngày 9/11, họ hứa xong trước Tết Nguyên đán 2018.", "--11-09"),
    ],
)
def test_the_year_of_plans(text: str, expected: str) -> None:
    assert completed(text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a full date nearby is no date of the news when those named took office long after it
        ("Sáng 29/4, Thủ tướng Nguyễn Xuân Phúc đến xã. Xã lập ngày 29/4/2005.", "--04-29"),
        ("Sáng 29/4, nguyên Thủ tướng Nguyễn Xuân Phúc đến xã. Xã lập ngày 29/4/2005.", "2005-04-29"),
        ("Sáng 29/4, ông Nguyễn Xuân Phúc Mẫu đến xã. Xã lập ngày 29/4/2005.", "2005-04-29"),
        # what happened after they left is told with their offices too
        ("Sáng 29/4, tòa xử vụ Bộ trưởng Vũ Huy Hoàng ký. Ngày 27/4/2018, tòa nghỉ.", "2018-04-29"),
        # of two offices before a name the nearest is the holder's; a deputy's is another
        ("Ngày 9/5/2012, Phó Thủ tướng Nguyễn Xuân Phúc đến xã. Ngày 12/5, ông về.", "2012-05-09"),
    ],
)
def test_a_year_long_before_those_named_took_office_is_ruled_out(text: str, expected: str) -> None:
    assert completed(text)[0] == expected
