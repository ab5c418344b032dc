"""Clauses that someone tells: the event is what the clause says, on its own day, without who tells it."""

from __future__ import annotations

import pytest

from lienket.extract.article import understand
from lienket.extract.occasions.acts import as_occasion, candidates
from lienket.extract.occasions.events import told
from lienket.extract.occasions.occasions import Occasion
from lienket.model import Article, EventType
from tests.extract.told import events, facts, parts_by_event

_TITLE = "Tin trong ngày\n\n"


def _act(sentence: str) -> Occasion:
    read = understand(Article(id="a", text=_TITLE + sentence))
    act = next(candidates(read.story, told(read.story, read.given, read.said), read.said))
    return as_occasion(act, EventType.OTHER, 0.9, read.story)


def _parts(act: Occasion) -> set[tuple[str, str]]:
    return {(who.name, str(part[2])) for part, (who, _) in act.parts.items()}


@pytest.mark.parametrize(
    ("sentence", "label", "by"),
    [
        (
            "Ngày 11/4/2019, ông Trần Thí Dụ, Giám đốc Sở Y tế tỉnh Phú Yên cho biết, Sở này đã hủy giấy mời thầu.",
            "Sở này đã hủy giấy mời thầu",
            "Sở Y tế tỉnh Phú Yên",
        ),
        (
            "Theo Công an tỉnh Đắk Nông, đơn vị đã đưa 3 xe tải về trụ sở.",
            "Đơn vị đã đưa 3 xe tải về trụ sở",
            "Công an tỉnh Đắk Nông",
        ),
        (
            "Sáng 3/5/2019, bà Lê Ví Dụ, Giám đốc Bệnh viện Mẫu Mực, xác nhận bệnh viện đã hoàn tiền cho người bệnh.",
            "Bệnh viện đã hoàn tiền cho người bệnh",
            "Bệnh viện Mẫu Mực",
        ),
        (
            "Chiều 3/5/2019, ông Trần Thí Dụ, Giám đốc Sở Y tế tỉnh Phú Yên, cho hay ông đã mở niêm phong kho thuốc.",
            "Ông đã mở niêm phong kho thuốc",
            "Trần Thí Dụ",
        ),
        (
            "UBND tỉnh Đồng Nai cho biết đã giao lại 5 ha đất cho người dân.",
            "UBND tỉnh Đồng Nai đã giao lại 5 ha đất cho người dân",
            "Ủy ban nhân dân tỉnh Đồng Nai",
        ),
    ],
)
def test_what_is_told_is_done_by_whom_the_clause_names_on_no_day_of_telling(sentence: str, label: str, by: str) -> None:
    act = _act(sentence)
    assert act.label == label
    assert act.start is None
    assert _parts(act) == {(by, "organiser")}


def test_an_act_that_is_told_has_its_own_day() -> None:
    act = _act("Ngày 4/5/2019, Sở Y tế tỉnh Phú Yên cho biết, sáng 2/5/2019, đơn vị đã mở niêm phong kho thuốc.")
    assert str(act.start) == "2019-05-02"


def test_what_has_just_been_done_was_done_on_the_day_of_telling() -> None:
    act = _act("Ngày 4/5/2019, Sở Y tế tỉnh Phú Yên cho biết vừa mở niêm phong kho thuốc.")
    assert str(act.start) == "2019-05-04"


def test_who_tells_it_after_the_clause_has_no_part_in_it() -> None:
    act = _act("Ngày 4/5/2019, Sở Y tế tỉnh Phú Yên đã mở niêm phong kho thuốc, bà Lê Ví Dụ cho biết.")
    assert _parts(act) == {("Sở Y tế tỉnh Phú Yên", "organiser")}


def test_how_many_there_are_is_nothing_that_was_done() -> None:
    read = understand(Article(id="a", text=_TITLE + "Sở Y tế tỉnh Phú Yên cho biết đã có 5 người khỏi bệnh."))
    assert [one.told for one in candidates(read.story, [], read.said)] == [None]


@pytest.mark.parametrize("said", ["cho biết đã", "xác nhận đã", "thông báo đã", ", cho hay đã"])
def test_a_body_that_tells_what_it_did_is_named_without_the_telling(said: str) -> None:
    found = parts_by_event(f"{_TITLE}Chiều 7/9/2023, Công an thành phố Huế {said} bắt giữ ông Nguyễn Ví Dụ.")
    assert found == {
        "incident: Công an thành phố Huế đã bắt giữ ông Nguyễn Ví Dụ": {
            ("Công an thành phố Huế", "organiser"),
            ("Nguyễn Ví Dụ", "subject"),
        }
    }


def test_the_day_on_which_a_body_tells_what_it_did_is_not_the_day_of_it() -> None:
    sentence = "Chiều 7/9/2023, Công an thành phố Huế cho biết {} bắt giữ ông Nguyễn Ví Dụ."
    days = [str(events(facts(_TITLE + sentence.format(when)))[0][0].start) for when in ("đã", "vừa")]
    assert days == ["None", "2023-09-07"]


def test_the_body_of_who_tells_it_charges_someone() -> None:
    found = parts_by_event(_TITLE + "Theo Công an tỉnh Đắk Nông, ngày 5/3/2020, đơn vị đã khởi tố bà Lê Ví Dụ.")
    assert found == {
        "incident: Đơn vị đã khởi tố bà Lê Ví Dụ": {
            ("Công an tỉnh Đắk Nông", "organiser"),
            ("Lê Ví Dụ", "subject"),
        }
    }


def test_a_common_word_means_no_body_of_another_kind() -> None:
    found = parts_by_event(_TITLE + "Theo Công an tỉnh Đắk Nông, bệnh viện đã xin lỗi bà Lê Ví Dụ ngày 5/3/2020.")
    assert ("Công an tỉnh Đắk Nông", "organiser") not in {part for parts in found.values() for part in parts}


def test_what_is_told_at_an_occasion_is_an_act_besides() -> None:
    text = (
        "Chiều 16/6/2023, tại buổi họp báo, ông Lê Ví Dụ, Giám đốc Sở Y tế tỉnh Phú Yên, cho biết Sở đã mở kho thuốc."
    )
    read = understand(Article(id="a", text=_TITLE + text))
    found = told(read.story, read.given, read.said)
    act = next(candidates(read.story, found, read.said))
    assert [one.head for one in found] == ["buổi họp báo"]
    assert as_occasion(act, EventType.OTHER, 0.9, read.story).label == "Sở đã mở kho thuốc"


def test_a_deed_that_a_word_of_the_tables_tells_is_no_act_besides() -> None:
    read = understand(Article(id="a", text=_TITLE + "Công an thành phố Huế cho biết đã bắt giữ ông Nguyễn Ví Dụ."))
    assert list(candidates(read.story, told(read.story, read.given, read.said), read.said)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        'Ông Trần Thí Dụ, Chủ tịch UBND huyện Bình Chánh, cho biết: "Chúng tôi đã mở kho thóc từ ngày 2/3/2019".',
        "Theo UBND huyện Bình Chánh, trước tình hình mưa lũ, ngày 2/3/2019, đơn vị đã mở kho thóc.",
    ],
)
def test_a_body_is_meant_by_chung_toi_and_after_what_says_why(sentence: str) -> None:
    act = _act(sentence)
    assert str(act.start) == "2019-03-02"
    assert _parts(act) == {("Ủy ban nhân dân huyện Bình Chánh", "organiser")}


def test_a_source_that_is_not_named_has_no_part() -> None:
    act = _act("Ngày 4/5/2019, một nguồn tin cho hay Sở Y tế tỉnh Phú Yên đã mở niêm phong kho thuốc.")
    assert act.label == "Sở Y tế tỉnh Phú Yên đã mở niêm phong kho thuốc"
    assert act.start is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 3/5/2019, bà Lê Thị Mẫu, Chánh Văn phòng UBND tỉnh Phú Yên, xác nhận ông vừa bị kỷ luật.",
        "Ngày 3/5/2019, ông Trần Thí Dụ, Giám đốc Sở Y tế tỉnh Phú Yên, cho hay bà đã bị khởi tố.",
        "Có ông Lê Văn Mực. Ngày 3/5/2019, ông Trần Thí Dụ, Giám đốc Sở Y tế tỉnh Phú Yên, cho biết ông đã bỏ phiếu.",
        "Ngày 3/5/2019, ông Trần Thí Dụ, Chủ tịch UBND huyện Tuy An, cho biết đã bắt giữ Lê Văn Mực.",
        "Ngày 3/5/2019, ông Trần Thí Dụ, Phó Chủ tịch UBND tỉnh Phú Yên, xác nhận đã xảy ra vụ sập cầu.",
        "Ngày 3/5/2019, bà Lê Thị Mẫu, Giám đốc Sở Y tế tỉnh Phú Yên, cho biết đã bị ông Trần Thí Dụ kiện ra tòa.",
    ],
)
def test_who_tells_it_is_not_who_it_was_done_to_or_by(sentence: str) -> None:
    found = facts(_TITLE + sentence)
    tellers = {one.key for one in found.people if one.name in {"Lê Thị Mẫu", "Trần Thí Dụ"}}
    assert not [one for one in found.participations if one.person in tellers and one.evidence.confidence >= 0.5]


@pytest.mark.parametrize(
    "text",
    [
        "Công ty Mẫu Mực xả thải. Theo Công an tỉnh Phú Yên, đơn vị này đã xả thải ra sông ngày 5/3/2022.",
        "Ngày 5/3/2022, ông Lê Mẫu, nguyên Giám đốc Sở Y tế tỉnh Phú Yên, cho biết đơn vị đã tháo dỡ biển quảng cáo.",
        "Ngày 5/3/2022, Tạp chí Cộng sản thông tin đã khởi tố bà Trần Thị Mẫu.",
    ],
)
def test_a_body_that_may_be_another_does_nothing(text: str) -> None:
    found = facts(_TITLE + text)
    bodies = {one.key for one in found.agencies}
    assert not [one for one in found.participations if one.agency in bodies and one.evidence.confidence >= 0.5]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 5/3/2022, UBND tỉnh Phú Yên không phê duyệt đề án của Sở Y tế.",
        "Ngày 5/3/2022, Sở Y tế tỉnh Phú Yên đã tháo dỡ biển quảng cáo chưa?",
        "Theo tin đồn, ngày 5/3/2022, Sở Y tế tỉnh Phú Yên đã trả lại đất.",
        "Theo kế hoạch của ngành, ngày 5/3/2022 đã trả lại đất cho người dân ở đó.",
    ],
)
def test_what_is_denied_asked_or_only_alleged_is_no_act(sentence: str) -> None:
    read = understand(Article(id="a", text=_TITLE + sentence))
    assert not list(candidates(read.story, [], read.said))


def test_who_is_punished_in_some_form_does_not_punish() -> None:
    text = (
        "Ngày 5/3/2022, ông Trần Thí Dụ, Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy Phú Yên, cho biết cơ quan này đã họp và"
        " thống nhất kỷ luật ông Lê Văn Mực với hình thức khiển trách."
    )
    parts = {one for found in parts_by_event(_TITLE + text).values() for one in found}
    assert ("Lê Văn Mực", "subject") in parts
    assert ("Lê Văn Mực", "organiser") not in parts
