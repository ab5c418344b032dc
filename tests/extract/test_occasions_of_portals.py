"""Occasions as the portals of provinces, districts and mass organisations tell them: names, days, places and people."""

from __future__ import annotations

import pytest

from lienket.extract.article import extract
from lienket.model import Article, EventType
from tests.extract.told import by_rules, events, facts


def labels(text: str) -> list[str]:
    """Return the names of the events that the rules read in a text, those told in passing aside."""
    return [event.label for event in extract(Article(id="a", text=text)).events if by_rules(event)]


def types(text: str) -> list[EventType]:
    """Return the types of those events."""
    return [event.type for event in extract(Article(id="a", text=text)).events if by_rules(event)]


def days(text: str) -> list[str]:
    """Return the days of those events."""
    return [str(event.start) for event in extract(Article(id="a", text=text)).events if by_rules(event)]


def places(text: str) -> list[str | None]:
    """Return the places of those events."""
    found = extract(Article(id="a", text=text))
    names = {one.key: one.name for one in found.places}
    return [names.get(event.place or "") for event in found.events if by_rules(event)]


def parts(text: str) -> list[set[tuple[str, str]]]:
    """Return who takes part in each event of a text, with what function."""
    return [parts for _, parts in events(facts(text))]


NAMES = {
    "a title in quotes after its head": (
        'Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức Hội thi "Dân vận khéo" năm 2018.',
        'Hội thi "Dân vận khéo" năm 2018',
    ),
    "a title in quotes, and what is won": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình công bố cuộc thi “Mầm xanh” với tổng giải thưởng 30 triệu đồng.",
        "Cuộc thi “Mầm xanh”",
    ),
    "a title in quotes after its theme": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức diễn đàn “Trẻ em” với chủ đề “Em nói”.",
        "Diễn đàn “Trẻ em” với chủ đề “Em nói”",
    ),
    "a list of what is done": (
        "Sáng 5/6/2018, Sở Y tế tỉnh Thái Bình tổ chức lớp tập huấn giám sát, xử lý ổ dịch cho cán bộ y tế.",
        "Lớp tập huấn giám sát, xử lý ổ dịch",
    ),
    "a list right after a rite": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức lễ khánh thành, bàn giao hai ngôi nhà cho hộ nghèo.",
        "Lễ khánh thành, bàn giao hai ngôi nhà",
    ),
    "people of standing": (
        "Sáng 5/6/2018, Ban Dân tộc tỉnh Thái Bình tổ chức buổi gặp mặt người có uy tín năm 2018.",
        "Buổi gặp mặt người có uy tín năm 2018",
    ),
    "a resolution issued": (
        "Sáng 5/6/2018, Đảng ủy Quân sự tỉnh Thái Bình tổ chức hội nghị ra nghị quyết lãnh đạo quý III.",
        "Hội nghị ra nghị quyết lãnh đạo quý III",
    ),
    "ears lent": (
        "Sáng 5/6/2018, Công an tỉnh Thái Bình tổ chức diễn đàn Công an lắng nghe ý kiến nhân dân.",
        "Diễn đàn Công an lắng nghe ý kiến nhân dân",
    ),
    "part-time classes": (
        "Sáng 5/6/2018, Trường Chính trị tỉnh Thái Bình tổ chức lễ khai giảng lớp trung cấp hệ không tập trung.",
        "Lễ khai giảng lớp trung cấp hệ không tập trung",
    ),
    "not who comes": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức ngày hội hiến máu với sự tham gia của 300 đoàn viên.",
        "Ngày hội hiến máu",
    ),
    "not that it goes on": (
        "Sáng 5/6/2018, kỳ họp thứ tư HĐND tỉnh Thái Bình bước sang ngày làm việc thứ hai.",
        "Kỳ họp thứ tư HĐND tỉnh Thái Bình",
    ),
    "a visit with gifts": (
        "Sáng 5/6/2018, bà Trần Thị Mẫu đã đến thăm, tặng quà các cháu tại Trường Mầm non Ví Dụ.",
        "Bà Trần Thị Mẫu đã đến thăm, tặng quà các cháu",
    ),
    "a delegation of a body": (
        "Sáng 5/6/2018, Đoàn công tác của Ban Dân tộc tỉnh Thái Bình đã khảo sát chợ Ví Dụ.",
        "Đoàn công tác của Ban Dân tộc tỉnh Thái Bình đã khảo sát chợ Ví Dụ",
    ),
    "a delegation by who leads it": (
        "Sáng 5/6/2018, đoàn công tác do ông Trần Văn Mực, Phó Giám đốc Sở Y tế Thái Bình, dẫn đầu đã khảo sát chợ.",
        "Đoàn công tác do ông Trần Văn Mực, Phó Giám đốc Sở Y tế Thái Bình, dẫn đầu đã khảo sát chợ",
    ),
    "a list of festivals": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình khai mạc Ngày hội Văn hóa, Thể thao và Du lịch.",
        "Ngày hội Văn hóa, Thể thao và Du lịch",
    ),
    "two syllables parted": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức buổi truyền thông phòng, chống ma túy cho học sinh.",
        "Buổi truyền thông phòng, chống ma túy",
    ),
    "a programme of free care": (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức chương trình khám bệnh, cấp thuốc miễn phí cho người cao tuổi.",
        "Chương trình khám bệnh, cấp thuốc miễn phí",
    ),
}


@pytest.mark.parametrize(("text", "label"), NAMES.values(), ids=NAMES)
def test_the_name_of_an_occasion_is_whole(text: str, label: str) -> None:
    assert labels(text) == [label]


HEADS = {
    "a drill": ("Bộ Chỉ huy quân sự tỉnh Thái Bình tổ chức diễn tập phòng thủ.", EventType.TRAINING),
    "a reception": ("ông Trần Văn Mực chủ trì phiên tiếp công dân.", EventType.MEETING),
    "houses handed over": ("Hội Nông dân tỉnh Thái Bình tổ chức bàn giao nhà cho hộ nghèo.", EventType.CEREMONY),
    "a club founded": ("Hội Nông dân tỉnh Thái Bình tổ chức ra mắt Câu lạc bộ Mẫu.", EventType.CEREMONY),
    "a year reviewed": ("Sở Y tế tỉnh Thái Bình tổ chức tổng kết năm học.", EventType.CONFERENCE),
    "a routine meeting": ("Sở Y tế tỉnh Thái Bình tổ chức giao ban tháng 5.", EventType.MEETING),
    "games": ("Sở Y tế tỉnh Thái Bình tổ chức Đại hội thể dục thể thao ngành.", EventType.CONTEST),
    "a reception and talks": ("ông Trần Văn Mực đã tiếp, làm việc với Ngân hàng Thế giới.", EventType.MEETING),
}


@pytest.mark.parametrize(("deed", "kind"), HEADS.values(), ids=HEADS)
def test_words_of_portals_tell_occasions(deed: str, kind: EventType) -> None:
    assert types(f"Sáng 5/6/2018, {deed}") == [kind]


def test_the_lead_names_what_the_title_tells_by_its_verb() -> None:
    text = (
        "Tỉnh đoàn Thái Bình phát động Tháng Mẫu\n\nSáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức Lễ phát động “Tháng Mẫu”"
        " năm 2018. Dự lễ có ông Trần Văn Mực."
    )
    assert labels(text) == ["Lễ phát động “Tháng Mẫu” năm 2018"]
    assert parts(text) == [{("Tỉnh đoàn Thái Bình", "organiser"), ("Trần Văn Mực", "attendee")}]


def test_who_cuts_the_ribbon_is_at_the_opening() -> None:
    text = "Sáng 5/6/2018, UBND tỉnh Thái Bình khai trương chợ. Bà Lê Thị Mẫu và ông Trần Văn Mực cắt băng khai trương."
    ((*found,),) = parts(text)
    assert {("Lê Thị Mẫu", "attendee"), ("Trần Văn Mực", "attendee")} <= set(found)


def test_a_gift_on_a_visit_is_part_of_it() -> None:
    text = (
        "Hội Nông dân tỉnh Thái Bình tặng quà các cháu\n\nSáng 5/6/2018, Hội Nông dân tỉnh Thái Bình đã đến thăm, tặng"
        " quà các cháu tại Trường Mầm non Ví Dụ."
    )
    assert len(labels(text)) == 1


def test_the_lead_says_in_other_words_whom_the_title_meets() -> None:
    text = (
        "Thủ tướng tiếp ông Johann Muster\n\nChiều 5/6/2018, tại trụ sở Chính phủ, Thủ tướng Trần Văn Mực đã tiếp thân"
        " mật ông Johann Muster, tân Đại sứ nước bạn đến chào."
    )
    assert len(labels(text)) == 1


def test_a_congress_told_with_its_number_later_is_that_of_the_title() -> None:
    text = (
        "Đại hội Hội Nông dân xã Hoàn Mẫu nhiệm kỳ 2018-2023\n\nNgày 5/6/2018, Hội Nông dân xã Hoàn Mẫu tổ chức Đại hội"
        " đại biểu nông dân lần thứ XII."
    )
    assert len(labels(text)) == 1


def test_a_contest_named_again_by_its_title_is_the_same() -> None:
    text = (
        "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức cuộc thi viết thư “Gửi mẹ” năm 2018.\n"
        "Cuộc thi “Gửi mẹ” nhận được 90 bài."
    )
    assert labels(text) == ["Cuộc thi viết thư “Gửi mẹ” năm 2018"]


@pytest.mark.parametrize(
    "chairs",
    [
        "Chủ trì hội nghị có các đồng chí: {}.",
        "Các đồng chí: {} đồng chủ trì hội nghị.",
    ],
)
def test_all_chairs_of_a_list_are_read(chairs: str) -> None:
    people = "Trần Văn Mực, Bí thư Tỉnh ủy; Lê Văn Mẫu, Chủ tịch UBND tỉnh"
    text = f"Sáng 5/6/2018, UBND tỉnh Thái Bình tổ chức hội nghị sơ kết. {chairs.format(people)}"
    assert {who for who, function in parts(text)[0] if function == "chair"} == {"Trần Văn Mực", "Lê Văn Mẫu"}


def test_who_chairs_and_speaks_does_both() -> None:
    text = (
        "Sáng 5/6/2018, UBND tỉnh Thái Bình tổ chức hội nghị sơ kết. Ông Trần Văn Mực chủ trì và phát biểu khai mạc hội"
        " nghị."
    )
    assert {("Trần Văn Mực", "chair"), ("Trần Văn Mực", "speaker")} <= parts(text)[0]


def test_who_chairs_a_meeting_by_the_verb_attends_it_only_if_told() -> None:
    assert parts("Sáng 5/6/2018, ông Trần Văn Mực chủ trì họp về chống hạn.") == [{("Trần Văn Mực", "chair")}]


def test_who_holds_a_gathering_organises_it() -> None:
    text = (
        "Sáng 5/6/2018, Tỉnh ủy - HĐND - UBND tỉnh Thái Bình tổ chức gặp mặt cán bộ hưu trí nhân kỷ niệm ngày thành lập"
        " Hội Nông dân Việt Nam."
    )
    assert parts(text) == [
        {
            ("Tỉnh ủy Thái Bình", "organiser"),
            ("Hội đồng nhân dân tỉnh Thái Bình", "organiser"),
            ("Ủy ban nhân dân tỉnh Thái Bình", "organiser"),
        }
    ]


@pytest.mark.parametrize("verb", ["mở lớp tập huấn chăn nuôi", "làm lễ khởi công cầu Mẫu"])
def test_classes_are_opened_and_rites_made(verb: str) -> None:
    text = f"Sáng 5/6/2018, Hội Nông dân tỉnh Thái Bình {verb}."
    assert parts(text) == [{("Hội Nông dân tỉnh Thái Bình", "organiser")}]


def test_who_takes_the_lead_with_others_organises_with_them() -> None:
    text = "Sáng 5/6/2018, Sở Y tế tỉnh Thái Bình chủ trì, phối hợp với Tỉnh đoàn Thái Bình tổ chức giao ban quý II."
    assert parts(text) == [{("Sở Y tế tỉnh Thái Bình", "organiser"), ("Tỉnh đoàn Thái Bình", "organiser")}]


@pytest.mark.parametrize("house", ["Nhà Quốc hội", "Trung đoàn 92, Sư đoàn 301"])
def test_a_house_is_not_who_organises(house: str) -> None:
    text = f"Sáng 5/6/2018, tại {house}, Bộ Y tế tổ chức hội nghị sơ kết."
    assert parts(text) == [{("Bộ Y tế", "organiser")}]


def test_who_speaks_at_the_opening_is_at_what_is_opened() -> None:
    text = (
        "Ngày hội Văn hóa huyện Tiền Hải\n\nTối 5/6/2018, tỉnh Thái Bình tổ chức khai mạc Ngày hội Văn hóa huyện Tiền"
        " Hải. Ông Trần Văn Mực dự và phát biểu tại lễ khai mạc."
    )
    (found,) = parts(text)
    assert {("Trần Văn Mực", "attendee"), ("Trần Văn Mực", "speaker")} <= found


def test_who_starts_a_campaign_is_there() -> None:
    text = "Sáng 5/6/2018, Tỉnh đoàn Thái Bình tổ chức lễ ra quân mùa hè. Ông Trần Văn Mực, Bí thư Tỉnh đoàn phát động."
    assert parts(text) == [{("Tỉnh đoàn Thái Bình", "organiser"), ("Trần Văn Mực", "attendee")}]


def test_who_leads_and_who_receives_a_delegation_are_there() -> None:
    text = (
        "Sáng 5/6/2018, Bộ Y tế đã có buổi làm việc với UBND tỉnh Thái Bình. Đoàn do ông Trần Văn Mực, Vụ trưởng, làm"
        " trưởng đoàn. Tiếp và làm việc với đoàn có các ông: Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh."
    )
    assert {("Trần Văn Mực", "attendee"), ("Lê Văn Mẫu", "host"), ("Lê Văn Mẫu", "attendee")} <= parts(text)[0]


def test_those_who_come_to_a_rite_of_another_kind_are_there() -> None:
    text = "Sáng 5/6/2018, Bộ Y tế và Bộ Nội vụ đã ký kết thỏa thuận hợp tác. Dự lễ ký có ông Trần Văn Mực."
    assert ("Trần Văn Mực", "attendee") in parts(text)[0]


def test_a_month_may_belong_to_the_name_of_what_is_held_on_a_day() -> None:
    assert days("Sáng 1/8/2018, Sở Y tế tỉnh Thái Bình tổ chức hội nghị giao ban tháng 7/2018.") == ["2018-08-01"]
    assert days("Sáng 1/8/2018, ông Trần Văn Mực nói về kỳ họp HĐND tỉnh Thái Bình hồi tháng 7/2018.") != ["2018-08-01"]


def test_voters_are_met_on_several_days_in_one_round() -> None:
    text = (
        "Trong các ngày từ 20 đến 22/6/2018, Đoàn đại biểu Quốc hội tỉnh Thái Bình đã có các buổi tiếp xúc cử tri"
        " tại huyện Tiền Hải."
    )
    assert days(text) == ["2018-06-20"]


def test_a_commune_of_the_lead_may_lie_in_the_district_of_the_title() -> None:
    text = (
        "Đoàn đại biểu Quốc hội tỉnh tiếp xúc cử tri huyện Tiền Hải\n\nSáng 5/6/2018, tại xã Hoàn Mẫu, Đoàn đại biểu"
        " Quốc hội tỉnh Thái Bình tiếp xúc cử tri trước kỳ họp."
    )
    assert places(text)[0] == "xã Hoàn Mẫu"


def test_a_visit_may_be_on_the_ground_of_a_district() -> None:
    text = "Sáng 5/6/2018, ông Trần Văn Mực đi thăm các chốt kiểm dịch trên địa bàn huyện Tiền Hải."
    assert places(text) == ["huyện Tiền Hải"]


def test_the_scene_of_an_accident_is_visited() -> None:
    text = (
        "Sáng 5/6/2018, Bí thư Tỉnh ủy Thái Bình Trần Văn Mực đã trực tiếp đến hiện trường vụ sạt lở tại xã Hoàn Mẫu."
    )
    assert EventType.VISIT in types(text)


def test_an_office_is_not_said() -> None:
    text = (
        "Sáng 5/6/2018, UBND tỉnh Thái Bình tổ chức hội nghị sơ kết. Ông Trần Văn Mực, Phó Chủ tịch UBND tỉnh, Trưởng"
        " Ban Chỉ đạo chủ trì hội nghị."
    )
    assert parts(text) == [{("Ủy ban nhân dân tỉnh Thái Bình", "organiser"), ("Trần Văn Mực", "chair")}]


def test_who_heads_those_that_hold_a_contest_tells_no_contest() -> None:
    text = (
        "Sáng 5/6/2018, UBND tỉnh Thái Bình tổ chức hội nghị sơ kết. Ông Trần Văn Mực, Trưởng Ban Tổ chức cuộc thi dự"
        " hội nghị."
    )
    assert labels(text) == ["Hội nghị sơ kết"]


def test_a_badge_is_given_to_people_not_to_whose_it_is() -> None:
    text = "Sáng 5/6/2018, ông Trần Văn Mực đã trao huy hiệu “Tuổi trẻ” của Tỉnh đoàn Thái Bình cho em Lê Thị Mẫu."
    assert ("Tỉnh đoàn Thái Bình", "recipient") not in parts(text)[0]
