"""Who is said to say what, in quotation marks and without."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.extract.speech.quotations import QuotationReading, find_quotations
from lienket.language.sentences import sentences
from lienket.language.tokens import tokenise
from lienket.model import Article
from tests.extract.told import facts


def read(text: str) -> list[QuotationReading]:
    tokens = tokenise(text)
    return find_quotations(tokens, sentences(tokens))


def told(text: str) -> list[tuple[str, str, bool]]:
    """The words between which the speaker stands, the speech, and whether it is direct."""
    tokens = tokenise(text)
    return [(tokens.slice(*one.speaker), one.span.of(text), one.direct) for one in read(text)]


@pytest.mark.parametrize(
    ("text", "speaker", "speech"),
    [
        ("“Việc này phải xong trong năm”, ông Thí Dụ nói.", "ông Thí Dụ", "Việc này phải xong trong năm"),
        ('"Việc này phải xong trong năm" - ông Thí Dụ nói.', "ông Thí Dụ", "Việc này phải xong trong năm"),
        ('"Việc này phải xong trong năm ", bà Ví cũng khẳng định.', "bà Ví", "Việc này phải xong trong năm"),
        ("Ông Thí Dụ nói: “Việc này phải xong trong năm”.", "Ông Thí Dụ", "Việc này phải xong trong năm"),
        ("Ông Thí Dụ cho biết, “việc này phải xong trong năm”.", "Ông Thí Dụ", "việc này phải xong trong năm"),
        ("Ông Thí Dụ: “Việc này phải xong trong năm”.", "Ông Thí Dụ", "Việc này phải xong trong năm"),
        # speech runs over sentences and lines
        ("“Xong rồi.\nViệc này đã làm đúng hạn”, ông Dụ nói.", "ông Dụ", "Xong rồi.\nViệc này đã làm đúng hạn"),
        # quotes inside quotes
        ("“Việc gọi là “thí dụ” này phải xong”, ông Dụ nói.", "ông Dụ", "Việc gọi là “thí dụ” này phải xong"),
    ],
)
def test_direct_speech(text: str, speaker: str, speech: str) -> None:
    assert told(text) == [(speaker, speech, True)]


@pytest.mark.parametrize(
    ("text", "speaker", "speech"),
    [
        (
            "Ông Thí Dụ, Trưởng ban Dân tộc cho biết, những năm qua ban đã làm tốt.",
            "Ông Thí Dụ, Trưởng ban Dân tộc",
            "những năm qua ban đã làm tốt",
        ),
        ("Bà Ví cũng đề nghị hai cơ quan cần gắn kết hơn.", "Bà Ví", "hai cơ quan cần gắn kết hơn"),
        ("Bà Ví khẳng định rằng mọi việc đã xong rồi.", "Bà Ví", "mọi việc đã xong rồi"),
        ("Theo ông Thí Dụ, mọi việc đã xong đúng hạn.", "ông Thí Dụ", "mọi việc đã xong đúng hạn"),
    ],
)
def test_indirect_speech(text: str, speaker: str, speech: str) -> None:
    assert told(text) == [(speaker, speech, False)]


def test_after_according_to_the_speaker_leads() -> None:
    (reading,) = read("Theo ông Thí Dụ, mọi việc đã xong đúng hạn.")
    assert reading.leads


@pytest.mark.parametrize(
    "text",
    [
        "Họ thi “Tiếng hát Thí Dụ” tại xã.",  # a title
        "Họ bị cho là “có lỗi”.",  # irony, too short
        "Ban Chỉ đạo tỉnh họp vào sáng nay ở xã.",  # a body, not a verb
        "Theo yêu cầu của huyện nay xã phải làm lại.",  # a noun
        "Cho biết họ tên và nơi ở của mình.",  # nobody says it
    ],
)
def test_no_speech(text: str) -> None:
    assert told(text) == []


def test_an_open_quotation_mark_swallows_nothing() -> None:
    assert told("“Việc này phải xong\n\nÔng Dụ nói như vậy với chúng tôi hôm nay.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ngoài tài sản của Thứ trưởng Bộ Y tế Lê Thị Mẫu, Thủ tướng đã chỉ đạo các bộ xem xét việc bán vốn.",
        "Nhiều đại biểu Quốc hội cho rằng việc này phải làm sớm hơn. Đại biểu Trần Văn Mực vắng mặt.",
        "Ông Trần Văn Mực được lãnh đạo Bộ tin tưởng, đề nghị giữ một chức vụ mới trong năm nay.",
        "Ông Trần Văn Mực giải thích về việc cơ quan điều tra có văn bản đề nghị cung cấp thông tin.",
        "Ông Trần Văn Mực đánh giá cao công tác phòng chống dịch của cả tỉnh trong năm qua.",
        "Trước việc doanh nghiệp đề nghị “hỗ trợ giảm lệ phí bến cho các xe”, ông Trần Văn Mực im lặng.",
    ],
)
def test_nobody_is_given_words_that_are_not_theirs(text: str) -> None:
    assert extract(Article(id="a", text=text)).quotations == ()


def test_what_is_said_at_an_occasion_names_it_and_what_is_said_elsewhere_none() -> None:
    text = (
        "Sáng 7/6/2017, UBND tỉnh Thái Bình tổ chức hội nghị tổng kết. Phát biểu tại hội nghị, ông Trần Văn Mực,"
        " Giám đốc Sở Y tế, cho biết việc này sẽ xong trong năm.\n"
        "Trao đổi với PV bên hành lang hội nghị, bà Lê Thị Mẫu cho biết việc kia đến nay vẫn chưa xong."
    )
    found = extract(Article(id="a", text=text))
    (event,) = found.events
    people = {one.key: one.name for one in found.people}
    assert {people[one.speaker]: one.event for one in found.quotations} == {
        "Trần Văn Mực": event.key,
        "Lê Thị Mẫu": None,
    }


def test_the_office_of_who_is_named_is_no_part_of_the_speech() -> None:
    said = facts("Họp bàn\n\nTheo bà Hoàng Thị Mực, Giám đốc Sở Y tế tỉnh Nam Định, mọi việc đã xong đúng hạn.")
    assert [one.text for one in said.quotations] == ["mọi việc đã xong đúng hạn"]
