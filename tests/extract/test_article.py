"""What an article as a whole states: who is meant, by which name, in which status, at which occasion."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lienket.model import ArticleFacts, Evidence
from tests.extract.told import facts, held

NOTICE = """Hội nghị tổng kết công tác dân tộc năm 2019

Ngày 20/12/2019, Ban Dân tộc tỉnh phối hợp với Tỉnh đoàn Yên Bái tổ chức Hội nghị tổng kết công tác dân tộc năm 2019. \
Dự Hội nghị có đồng chí Nguyễn Văn Thí Dụ - Ủy viên UBND tỉnh, Trưởng Ban Dân tộc, đồng chí Trần Thị Ví Dụ - Phó Bí \
thư Tỉnh đoàn cùng lãnh đạo Sở Nội vụ.

Phát biểu tại Hội nghị, đồng chí Thí Dụ nêu rõ kết quả của năm. Đồng chí Trưởng Ban Dân tộc đề nghị hai cơ quan gắn \
kết hơn trong công tác tuyên truyền.

Lê Văn Mẫu
"""


def parts(found: ArticleFacts) -> set[tuple[str, str]]:
    """Return (who, function) over all events."""
    names = {one.key: one.name for one in (*found.agencies, *found.people)}
    return {(names[one.person or one.agency or ""], str(one.function)) for one in found.participations}


def test_a_notice_is_understood() -> None:
    found = facts(NOTICE)
    assert held(found) == {
        ("Nguyễn Văn Thí Dụ", "Ủy viên", "Ủy ban nhân dân tỉnh Yên Bái", "attested"),
        ("Nguyễn Văn Thí Dụ", "Trưởng ban", "Ban Dân tộc tỉnh Yên Bái", "attested"),
        ("Trần Thị Ví Dụ", "Phó Bí thư", "Tỉnh đoàn Yên Bái", "attested"),
    }
    (event,) = found.events
    assert (event.label, str(event.type), str(event.start)) == (
        "Hội nghị tổng kết công tác dân tộc năm 2019",
        "conference",
        "2019-12-20",
    )
    assert parts(found) == {
        ("Ban Dân tộc tỉnh Yên Bái", "organiser"),
        ("Tỉnh đoàn Yên Bái", "organiser"),
        ("Sở Nội vụ tỉnh Yên Bái", "attendee"),
        ("Nguyễn Văn Thí Dụ", "attendee"),
        ("Nguyễn Văn Thí Dụ", "speaker"),
        ("Trần Thị Ví Dụ", "attendee"),
    }


def test_an_agency_without_place_is_of_the_home_province() -> None:
    assert "Sở Nội vụ tỉnh Yên Bái" in {one.name for one in facts(NOTICE).agencies}


def test_the_byline_is_an_author_and_no_guest() -> None:
    found = facts(NOTICE)
    assert found.authors == ("lê văn mẫu",)
    assert ("Lê Văn Mẫu", "attendee") not in parts(found)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "HĐND tỉnh Bạc Liêu bầu ông Lê Văn Mẫu, Giám đốc Sở Nội vụ, giữ chức Phó Chủ tịch UBND tỉnh.",
            {
                ("Lê Văn Mẫu", "Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu", "attested"),
                ("Lê Văn Mẫu", "Phó Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "appointed"),
            },
            "the old office before 'giữ chức', the new one after it",
        ),
        (
            "HĐND tỉnh Bạc Liêu miễn nhiệm chức Chủ tịch UBND tỉnh đối với bà Trần Thị Mẫu.",
            {("Trần Thị Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "former")},
            "the person stands after the office",
        ),
        (
            "Từ năm 2008 đến 2011, ông Lê Văn Mẫu giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.",
            {("Lê Văn Mẫu", "Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu", "former")},
            "a career told in years",
        ),
        (
            "HĐND tỉnh Bạc Liêu bầu 2 thành viên UBND tỉnh gồm ông Lê Văn Mẫu, bà Trần Thị Mẫu.",
            {
                ("Lê Văn Mẫu", "Thành viên", "Ủy ban nhân dân tỉnh Bạc Liêu", "appointed"),
                ("Trần Thị Mẫu", "Thành viên", "Ủy ban nhân dân tỉnh Bạc Liêu", "appointed"),
            },
            "one office for several people",
        ),
        (
            "Dự có các đồng chí: Lê Văn Mẫu, Chủ tịch HĐND tỉnh Bạc Liêu; Trần Thị Mẫu, Giám đốc Sở Nội vụ.",
            {
                ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
                ("Trần Thị Mẫu", "Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu", "attested"),
            },
            "a semicolon closes an item of the list",
        ),
        (
            "Thứ trưởng Bộ Y tế, bà Trần Thị Mẫu cho biết.",
            {("Trần Thị Mẫu", "Thứ trưởng", "Bộ Y tế", "attested")},
            "an office that opens the sentence is of whoever stands after the comma",
        ),
        (
            "Giám đốc Công an tỉnh Bạc Liêu, Đại tá Lê Văn Mẫu cho biết.",
            {("Lê Văn Mẫu", "Giám đốc", "Công an tỉnh Bạc Liêu", "attested")},
            "a rank after the comma is that of the officer",
        ),
        (
            "Danh sách: Chủ tịch HĐND tỉnh Bạc Liêu: Lê Văn Mẫu; Chủ tịch UBND tỉnh Bạc Liêu - Trần Thị Mẫu.",
            {
                ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
                ("Trần Thị Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "attested"),
            },
            "a list of offices with who has them",
        ),
        (
            "Chủ tịch HĐND tỉnh Bạc Liêu lúc này là ông Lê Văn Mẫu; Chủ tịch UBND tỉnh khi đó là bà Trần Thị Mẫu.",
            {
                ("Lê Văn Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Bạc Liêu", "attested"),
                ("Trần Thị Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Bạc Liêu", "former"),
            },
            "'lúc này' is now, 'khi đó' was then",
        ),
        (
            "Nguyên Chủ tịch nước, Đại tướng Lê Thí Dụ từ trần.",
            {("Lê Thí Dụ", "Chủ tịch nước", "Nhà nước Cộng hòa xã hội chủ nghĩa Việt Nam", "former")},
            "a head of state with a rank",
        ),
        (
            "Chủ tịch UBND quận 12 TP. HCM Lê Trương Văn Mẫu cho biết.",
            {("Lê Trương Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân quận 12", "attested")},
            "the city after the district with nothing between",
        ),
        (
            "Ông Lê Văn Mẫu, nguyên sư đoàn trưởng sư đoàn 9367, có mặt.",
            {("Lê Văn Mẫu", "Sư đoàn trưởng", "Sư đoàn 9367", "former")},
            "a numbered unit in small letters",
        ),
        (
            "Ông Lê Văn Mẫu, cán bộ Địa chính xã Thí Dụ, cho biết.",
            {("Lê Văn Mẫu", "Cán bộ địa chính", "Ủy ban nhân dân xã Thí Dụ", "attested")},
            "who works for a commune works for its government",
        ),
        (
            "Ông Lê Văn Mẫu, thư ký Bộ trưởng Bộ Y tế, cho biết.",
            {("Lê Văn Mẫu", "Thư ký", "Bộ Y tế", "attested")},
            "a minister's secretary is no minister",
        ),
        ("Quốc hội nghe ứng viên Bộ trưởng Bộ Y tế Lê Thị Mẫu trình bày.", set(), "a candidate has no office yet"),
        (
            "Bộ trưởng Bộ Y tế tiền nhiệm Lê Thị Mẫu đã ký văn bản.",
            {("Lê Thị Mẫu", "Bộ trưởng", "Bộ Y tế", "former")},
            "who had it before",
        ),
        (
            "Ông Lê Văn Mực gặp Thứ trưởng Bộ Y tế, bà Trần Thị Mẫu cũng đến.",
            set(),
            "in the middle of a sentence the comma may part two people",
        ),
        ("Đề xuất ông Lê Văn Mẫu giữ chức Giám đốc Sở Nội vụ tỉnh Bạc Liêu.", set(), "what is proposed is not held"),
        (
            "Ông Trần Văn Mực được điều động làm Giám đốc Sở Nội vụ tỉnh Bạc Liêu, nguyên Chủ tịch HĐND tỉnh Bạc Liêu"
            " Lê Thị Mẫu cho biết.",
            {
                ("Trần Văn Mực", "Giám đốc", "Sở Nội vụ tỉnh Bạc Liêu", "appointed"),
                ("Lê Thị Mẫu", "Chủ tịch", "Hội đồng nhân dân tỉnh Bạc Liêu", "former"),
            },
            "the office given is not of the one named after it",
        ),
        (
            "Trước khi chuyển về tỉnh, ông Lê Văn Mẫu là Vụ trưởng Vụ Tổ chức cán bộ Bộ Công Thương.",
            {("Lê Văn Mẫu", "Vụ trưởng", "Vụ Tổ chức cán bộ, Bộ Công Thương", "former")},
            "what someone was before",
        ),
        (
            "Phó Thủ tướng Lê Văn Mẫu, Bộ trưởng Bộ Y tế và các bộ trưởng khác cùng dự.",
            {("Lê Văn Mẫu", "Phó Thủ tướng", "Chính phủ", "attested")},
            "an office that a list of others goes on with is not his",
        ),
        (
            "UBND thành phố Cần Thơ họp. HĐND thành phố Cần Thơ họp. Tại tỉnh Cà Mau, ông Lê Văn Mẫu (Chủ tịch UBND"
            " tỉnh) dự.",
            {("Lê Văn Mẫu", "Chủ tịch", "Ủy ban nhân dân tỉnh Cà Mau", "attested")},
            "'tỉnh' is no city",
        ),
    ],
)
def test_offices_in_context(text: str, expected: set[tuple[str, str, str | None, str]], reason: str) -> None:
    assert held(facts(text)) == expected, reason


def test_a_title_in_the_last_agency_s_place_spreads_left() -> None:
    found = facts("Thành ủy, HĐND, UBND TP Hà Nội họp.")
    assert {one.name for one in found.agencies} == {
        "Thành ủy Hà Nội",
        "Hội đồng nhân dân thành phố Hà Nội",
        "Ủy ban nhân dân thành phố Hà Nội",
    }


def test_a_career_of_two_provinces_gives_each_its_own_bodies() -> None:
    found = facts(
        "Phó Chủ tịch UBND tỉnh Quảng Trị Lê Văn Mẫu tiếp đoàn. Phó Chủ tịch UBND tỉnh Quảng Bình Trần Thị Mẫu và Giám "
        "đốc Sở Nội vụ Phạm Văn Mẫu dẫn đầu đoàn."
    )
    assert ("Phạm Văn Mẫu", "Giám đốc", "Sở Nội vụ tỉnh Quảng Bình", "attested") in held(found)


def test_a_cooperation_programme_names_its_partners_and_period() -> None:
    text = "Ban Dân tộc tỉnh Yên Bái ký Chương trình phối hợp giữa Ban Dân tộc và Tỉnh đoàn giai đoạn 2021 - 2025."
    (plan,) = facts(text).programmes
    assert plan.partners == ("ban dân tộc tỉnh yên bái", "tỉnh đoàn yên bái")
    assert (str(plan.start), str(plan.end)) == ("2021", "2025")


def test_an_issuer_of_a_document_is_found() -> None:
    text = "UBND tỉnh Yên Bái đã ban hành Kế hoạch số 901 ngày 15-7-2016 về công tác dân tộc."
    (plan,) = facts(text).documents
    assert (plan.type, plan.number, str(plan.issued), plan.issuer) == (
        "Kế hoạch",
        "901",
        "2016-07-15",
        "ủy ban nhân dân tỉnh yên bái",
    )


def test_indirect_speech_has_its_speaker() -> None:
    (said,) = facts("Ông Lê Văn Mẫu cho biết, công trình sẽ xong trong năm tới theo đúng kế hoạch đề ra.").quotations
    assert (said.speaker, said.direct) == ("lê văn mẫu", False)


def every_evidence(found: ArticleFacts) -> Iterator[Evidence]:
    for records in (
        *(found.places, found.agencies, found.people, found.memberships, found.events),
        *(found.participations, found.documents, found.programmes, found.quotations),
    ):
        yield from (record.evidence for record in records)


WORDS = [
    *("Ông", "bà", "đồng chí", "Nguyễn Văn Mẫu", "Trần Thị Thí Dụ", "Chủ tịch", "Bí thư", "Trưởng Ban Dân tộc", "UBND"),
    *("tỉnh", "huyện", "Yên Bái", "Sở Nội vụ", ",", ".", ";", ":", "(", ")", "-", "\n", "\n\n", "Hội nghị", "tổ chức"),
    *("ngày 5/6/2019", "Kế hoạch số 12", "bầu", "giữ chức", "Phòng", "và", "của", "nguyên", "dự", "“", "”", "cho biết"),
    *("Quận 1", "Đ/c", "TP.HCM", "\u200b", "\u0301", "kỷ luật", "bị", "thôi", "Đảng đoàn", "gồm", "các", "lễ trao"),
]
VIETNAMESE = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@example("Nguyễn Văn Mẫu (")
@given(VIETNAMESE | st.text(max_size=400))
def test_every_fact_of_any_text_has_evidence_that_slices_back(text: str) -> None:
    found = facts(text)
    for evidence in every_evidence(found):
        assert evidence.spans
        assert all(0 <= span.begin < span.end <= len(text) for span in evidence.spans)
        assert 0 <= evidence.confidence <= 1
    agencies, people = {one.key for one in found.agencies}, {one.key for one in found.people}
    events, offices = {one.key for one in found.events}, {one.key for one in found.memberships}
    assert all(one.person in people and (one.agency is None or one.agency in agencies) for one in found.memberships)
    assert all(one.event in events for one in found.participations)
    assert all(one.capacity is None or one.capacity in offices for one in found.participations)
    assert len(offices) == len(found.memberships)


def test_a_decomposed_text_states_the_same() -> None:
    assert held(facts(unicodedata.normalize("NFD", NOTICE))) != set()
    composed = {tuple(unicodedata.normalize("NFC", cell or "") for cell in row) for row in held(facts(NOTICE))}
    decomposed = held(facts(unicodedata.normalize("NFD", NOTICE)))
    assert {tuple(unicodedata.normalize("NFC", cell or "") for cell in row) for row in decomposed} == composed


def test_extraction_is_a_function() -> None:
    assert facts(NOTICE) == facts(NOTICE)


def test_a_list_of_ministries_names_their_head_once() -> None:
    found = facts("Dự họp có đại diện các Bộ: Y tế, Xây dựng và Tư pháp.")
    assert {one.name for one in found.agencies} == {"Bộ Y tế", "Bộ Xây dựng", "Bộ Tư pháp"}


def test_an_implied_agency_is_not_called_by_the_title() -> None:
    found = facts("Thủ tướng Lê Văn Mẫu phát biểu.")
    assert [(one.name, one.alternatives) for one in found.agencies] == [("Chính phủ", ())]


def test_today_is_the_day_the_text_calls_so() -> None:
    found = facts(
        "Sáng nay, 22-6, Sở Y tế tỉnh Thái Bình họp. Hôm nay, Sở Nội vụ tỉnh Thái Bình tổ chức hội thảo về Ví Dụ."
    )
    assert {str(one.start) for one in found.events} == {"--06-22"}


def test_who_is_remembered_is_not_there() -> None:
    found = facts("Sáng 28/6/2018, tang lễ Giáo sư Trần Văn Mẫu được tổ chức. Ông Lê Văn Mực dự và phát biểu.")
    names = {one.key: one.name for one in found.people}
    assert {names[one.person] for one in found.participations if one.person} == {"Lê Văn Mực"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sáng 3/5/2018, Thủ tướng Lê Văn Mẫu đã tiếp Đại sứ Trần Văn Mực.", {"Lê Văn Mẫu", "Trần Văn Mực"}),
        ("Sáng 3/5/2018, Sở Y tế tỉnh Thái Bình trao 50 suất quà.", {"Sở Y tế tỉnh Thái Bình"}),
    ],
)
def test_verbs_that_need_what_follows_tell_events(text: str, names: set[str]) -> None:
    found = facts(text)
    called = {one.key: one.name for one in (*found.people, *found.agencies)}
    assert {called[one.person or one.agency or ""] for one in found.participations} >= names


def test_a_day_of_no_known_year_tells_no_document_apart() -> None:
    found = facts("Trong công văn ngày 11/5 trả lời Sở Y tế tỉnh Thái Bình.")
    assert all(one.evidence.confidence < 0.5 for one in found.documents)


def test_a_day_in_a_bracket_is_not_the_day_of_what_stands_outside() -> None:
    found = facts("Bà Trần Thị Mẫu (nghỉ hưu hôm 20/2/2018) vắng mặt tại hội thảo về Ví Dụ tổ chức ở tỉnh Thái Bình.")
    assert {one.start for one in found.events} <= {None}


def test_a_plenum_decides_on_its_day() -> None:
    found = facts(
        "Sáng 9/5/2018, Hội nghị Trung ương 7 họp phiên thứ ba.\n"
        "Trung ương Đảng đã bầu ông Lê Văn Mẫu giữ chức Chủ nhiệm Ủy ban Kiểm tra Trung ương."
    )
    decided = [one for one in found.events if str(one.type) == "appointment"]
    assert [str(one.start) for one in decided] == ["2018-05-09"]


def test_a_clause_that_opens_its_sentence_has_its_doer_after_the_comma() -> None:
    found = facts("Làm việc tại tỉnh Thái Bình sáng 3/5/2018, Thủ tướng Lê Văn Mẫu cho biết sẽ xem xét.")
    (event,) = found.events
    names = {one.key: one.name for one in found.people}
    assert str(event.start) == "2018-05-03"
    assert {names[one.person] for one in found.participations if one.person} == {"Lê Văn Mẫu"}


def test_the_day_of_the_news_is_not_the_day_of_the_decision() -> None:
    found = facts("Ngày 21/12/2018, Sở Nội vụ tỉnh Thái Bình xác nhận Tỉnh ủy Thái Bình đã kỷ luật ông Lê Văn Mẫu.")
    assert [one.start for one in found.events] == [None]


def test_a_place_is_quoted_where_it_is_named() -> None:
    text = "Sáng 7/6/2017, UBND tỉnh Thái Bình tổ chức hội nghị tại Trung tâm Hội nghị Mẫu."
    found = facts(text)
    quoted = {place.name: {span.of(text) for span in place.evidence.spans} for place in found.places}
    assert "Trung tâm Hội nghị Mẫu" in quoted["Trung tâm Hội nghị Mẫu"]
    assert all("hội nghị" not in spans for spans in quoted.values())


def test_who_is_named_apart_has_not_the_office_of_those_before() -> None:
    found = facts(
        "Khởi tố hai cựu Bộ trưởng Bộ Y tế Lê Văn Mẫu, Trần Văn Mẫu và ông Phạm Văn Mực - nguyên chủ tịch VMX."
    )
    assert {person for person, role, _, _ in held(found) if role == "Bộ trưởng"} == {"Lê Văn Mẫu", "Trần Văn Mẫu"}


def test_an_office_without_a_place_is_of_the_province_of_the_others() -> None:
    found = facts(
        "UBND tỉnh Đắk Nông, Tỉnh ủy Đắk Nông họp. Ông Lê Văn Mẫu, Tỉnh ủy viên, Phó Ban Dân vận Tỉnh ủy Bạc Liêu."
    )
    assert ("Lê Văn Mẫu", "Ủy viên", "Tỉnh ủy Bạc Liêu", "attested") in held(found)


def test_those_listed_with_honorifics_share_the_office_announced() -> None:
    found = facts("Thủ tướng bổ nhiệm hai Thứ trưởng Bộ Y tế, gồm các ông: Lê Văn Mẫu và ông Trần Mực - nhà báo.")
    assert {person for person, role, _, _ in held(found) if role == "Thứ trưởng"} == {"Lê Văn Mẫu", "Trần Mực"}
