"""Sentences that no word of the tables tells, weighed by what readers noted elsewhere."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lienket.extract.article import understand
from lienket.extract.occasions.acts import acts, as_occasion, candidates
from lienket.extract.occasions.events import told
from lienket.extract.occasions.features import of_act
from lienket.model import Article, EventType
from lienket.reference.likelihood import ACT, ALWAYS, TOLD, Likelihood, likelihood

_NEWS = (
    "Bệnh viện Ví Dụ bị xử phạt\n\nNgày 3/5/2018, Sở Y tế tỉnh Thái Bình đã có quyết định xử phạt Bệnh viện Ví Dụ.\n"
    "Sở Y tế tỉnh Thái Bình đã tháo dỡ biển quảng cáo của Bệnh viện Ví Dụ ngày 4/5/2018.\n"
    "Trời hôm nay đẹp.\nÔng Trần Văn Mực cho biết mọi việc như thường lệ.\n"
)


def _sentences(text: str) -> list[str]:
    read = understand(Article(id="a", text=text))
    passage = read.story.passage
    found = told(read.story, read.given, read.said)
    return [passage.slice(act.first, act.limit) for act in candidates(read.story, found, read.said)]


def test_a_sentence_that_tells_an_occasion_is_no_candidate() -> None:
    assert not any("có quyết định" in sentence for sentence in _sentences(_NEWS))


def test_a_sentence_that_tells_an_occasion_of_the_background_is_no_candidate_either() -> None:
    text = "Sở Y tế tháo dỡ biển\n\nTừ năm 2015, Sở Y tế tỉnh Yên Bái đã tháo dỡ biển quảng cáo sai phép ở xã Thí Dụ.\n"
    assert not any("tháo dỡ" in sentence for sentence in _sentences(text))


def test_what_has_gone_on_since_a_day_is_no_candidate() -> None:
    text = "{} năm 2013, Tỉnh đoàn Yên Bái và Ban Dân tộc tỉnh chung sức làm nhiều phần việc cho thanh niên vùng cao.\n"
    assert _sentences(text.format("Trong"))
    assert not _sentences(text.format("Kể từ"))


def test_a_sentence_outside_the_lead_is_a_candidate_where_someone_acts_in_it() -> None:
    after = "Tin trong ngày\n\nTrời đẹp. Mọi việc vẫn như thường lệ.\nGió nhẹ thổi từ phía đông nam đến.\n"
    assert _sentences(after + "Sở Y tế tỉnh Thái Bình tháo dỡ biển quảng cáo.")[-1].startswith("Sở Y tế")
    assert not any("Gió" in sentence for sentence in _sentences(after + "Hết tin trong ngày."))


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        (EventType.APPOINTMENT, {("Trần Văn Mực", "organiser"), ("Lê Thị Mẫu", "subject")}),
        (EventType.MEETING, {("Trần Văn Mực", "attendee"), ("Lê Thị Mẫu", "attendee")}),
        (EventType.SIGNING, {("Trần Văn Mực", "organiser")}),
        (EventType.INSPECTION, set()),
    ],
)
def test_who_leads_an_act_has_the_part_that_its_type_gives(kind: EventType, wanted: set[tuple[str, str]]) -> None:
    read = understand(Article(id="a", text="Ngày 3/5/2018, ông Trần Văn Mực đã có một việc với bà Lê Thị Mẫu."))
    act = next(candidates(read.story, [], read.said))
    occasion = as_occasion(act, kind, 0.9, read.story)
    assert {(who.name, str(part[2])) for part, (who, _) in occasion.parts.items()} == wanted
    assert occasion.likelihood == 0.9


def test_an_official_named_with_an_incident_is_not_its_subject() -> None:
    text = (
        "Ông Vũ Thí Dụ là Phó Giám đốc Sở Y tế tỉnh Thái Bình.\nNgày 3/5/2018, ông Trần Văn Mực cùng ông Vũ Thí Dụ đã"
        " thấy một việc với bà Lê Thị Mẫu."
    )
    read = understand(Article(id="a", text=text))
    act = next(one for one in candidates(read.story, [], read.said) if one.date is not None)
    occasion = as_occasion(act, EventType.INCIDENT, 0.9, read.story)
    assert {who.name for who, _ in occasion.parts.values()} == {"Trần Văn Mực", "Lê Thị Mẫu"}


@pytest.mark.parametrize("verb", ["được chọn làm việc ấy", "giữ chức ấy", "xin nghỉ việc"])
def test_who_undergoes_an_act_is_its_subject(verb: str) -> None:
    read = understand(Article(id="a", text=f"Ngày 3/5/2018, ông Trần Văn Mực {verb} ở tỉnh Thái Bình."))
    occasion = as_occasion(next(candidates(read.story, [], read.said)), EventType.APPOINTMENT, 0.9, read.story)
    assert {(who.name, str(part[2])) for part, (who, _) in occasion.parts.items()} == {("Trần Văn Mực", "subject")}


def test_an_act_has_the_day_and_words_of_its_sentence() -> None:
    text = "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình đã tháo dỡ biển quảng cáo, bà Lê Thị Mẫu nói."
    read = understand(Article(id="a", text=text))
    occasion = as_occasion(next(candidates(read.story, [], read.said)), EventType.OTHER, 0.6, read.story)
    assert occasion.label == "Sở Y tế tỉnh Thái Bình đã tháo dỡ biển quảng cáo"
    assert str(occasion.start) == "2018-05-03"


def test_the_same_deed_told_twice_is_one_act() -> None:
    text = "Tin\n\n" + "Ngày 3/5/2018, Sở Y tế tỉnh Thái Bình đã tháo dỡ biển quảng cáo của Bệnh viện Ví Dụ.\n" * 2
    read = understand(Article(id="a", text=text))
    assert len(acts(read.story, [], read.said)) <= 1


def test_names_numbers_and_days_are_masked() -> None:
    read = understand(Article(id="a", text="Ngày 3/5/2018, ông Trần Văn Mực đã trao 30 áo cho Sở Y tế tỉnh Thái Bình."))
    features = of_act(next(candidates(read.story, [], read.said)), [], read.story)
    assert "after đã trao NUMBER" in features
    assert "after cho AGENCY" in features
    assert not any("mực" in feature or "2018" in feature for feature in features)


def test_the_shipped_weights_name_no_one_and_know_every_model() -> None:
    models = likelihood().weights
    assert {TOLD, ACT} <= models.keys()
    assert models.keys() - {TOLD, ACT} <= {str(kind) for kind in EventType}
    assert all(ALWAYS in weights for weights in models.values())


def test_the_likeliest_type_is_told_with_its_likelihood() -> None:
    model = Likelihood({"meeting": {"after gặp": 1.0, ALWAYS: 0.0}, "visit": {ALWAYS: 0.0}})
    kind, sure = model.type({"after gặp"})
    assert kind is EventType.MEETING
    assert 0.7 < sure < 0.8
    assert model.type(set())[1] == 0.5


@pytest.mark.parametrize(("sure", "wanted"), [(0.9, EventType.APPOINTMENT), (0.45, EventType.OTHER)])
def test_nothing_grave_is_told_of_anyone_unless_it_is_likely(
    sure: float, wanted: EventType, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = math.log((1 - sure) / 2)
    weights = {ACT: {ALWAYS: 5.0}, "appointment": {ALWAYS: math.log(sure)}}
    weights |= {"other": {ALWAYS: rest}, "visit": {ALWAYS: rest}}
    monkeypatch.setattr("lienket.extract.occasions.acts.likelihood", lambda: Likelihood(weights))
    read = understand(Article(id="a", text="Ngày 3/5/2018, ông Trần Văn Mực đã làm một việc khác."))
    assert [one.type for one in acts(read.story, [], read.said)] == [wanted]


@given(st.dictionaries(st.text(), st.floats(-50, 50)), st.sets(st.text()))
def test_a_likelihood_lies_between_none_and_sure(weights: dict[str, float], seen: set[str]) -> None:
    assert 0 <= Likelihood({ACT: weights}).of(ACT, seen) <= 1


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Sở Y tế tỉnh Bắc Ninh giao UBND P. Mẫu lập biên bản.", "Sở Y tế tỉnh Bắc Ninh giao UBND P. Mẫu lập biên bản"),
        (
            "Bà Lê Thị Mẫu (Phó Giám đốc, phụ trách) mở cửa kho thóc cho dân.",
            "Bà Lê Thị Mẫu (Phó Giám đốc, phụ trách) mở cửa kho thóc cho dân",
        ),
        ("Sở Y tế tỉnh Bắc Ninh đã đo, đếm lại kho thóc, rồi về.", "Sở Y tế tỉnh Bắc Ninh đã đo, đếm lại kho thóc"),
        ("tại xã Mẫu Mực, dân làng dựng lại cây cầu tre.", "Dân làng dựng lại cây cầu tre"),
    ],
)
def test_an_act_is_called_by_whole_words_from_who_does_it(sentence: str, label: str) -> None:
    read = understand(Article(id="a", text=f"Tin\n\nNgày 3/5/2018, {sentence}"))
    act = next(candidates(read.story, [], read.said))
    assert as_occasion(act, EventType.OTHER, 0.9, read.story).label == label


@pytest.mark.parametrize(
    ("sentence", "label", "parts"),
    [
        (
            "hơn 90 công nhân Công ty TNHH Ví Dụ xếp hàng lĩnh gạo.",
            "Hơn 90 công nhân Công ty TNHH Ví Dụ xếp hàng lĩnh gạo",
            set(),
        ),
        (
            "dân làng dìu bà Lê Thị Mẫu qua cầu tre.",
            "Dân làng dìu bà Lê Thị Mẫu qua cầu tre",
            set(),
        ),
        (
            "đại diện Sở Y tế tỉnh Bắc Ninh mở cửa kho thóc cho dân.",
            "Sở Y tế tỉnh Bắc Ninh mở cửa kho thóc cho dân",
            {("Sở Y tế tỉnh Bắc Ninh", "organiser")},
        ),
        (
            "Sở Y tế tỉnh Bắc Ninh phối hợp với Trường THCS Ví Dụ dựng lại cầu tre.",
            "Sở Y tế tỉnh Bắc Ninh phối hợp với Trường THCS Ví Dụ dựng lại cầu tre",
            {("Sở Y tế tỉnh Bắc Ninh", "organiser"), ("Trường Trung học cơ sở Ví Dụ", "organiser")},
        ),
    ],
)
def test_whose_name_only_belongs_to_the_words_for_others_does_not_act(
    sentence: str, label: str, parts: set[tuple[str, str]]
) -> None:
    read = understand(Article(id="a", text=f"Tin\n\nNgày 3/5/2018, {sentence}"))
    act = as_occasion(next(candidates(read.story, [], read.said)), EventType.OTHER, 0.9, read.story)
    assert act.label == label
    assert {(who.name, str(part[2])) for part, (who, _) in act.parts.items()} == parts


def test_an_act_of_the_lead_that_is_said_to_be_done_is_a_candidate_without_a_day() -> None:
    assert _sentences("Tin\n\nSở Y tế tỉnh Thái Bình đã dựng lại cây cầu tre.") != []
    assert _sentences("Tin\n\nSở Y tế tỉnh Thái Bình là một sở của tỉnh nhà.") == []


def test_other_deeds_of_the_same_body_on_no_day_are_other_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = {ACT: {ALWAYS: 5.0}, "other": {ALWAYS: 5.0}, "visit": {ALWAYS: 0.0}}
    monkeypatch.setattr("lienket.extract.occasions.acts.likelihood", lambda: Likelihood(sure))
    text = (
        "Tin\n\nNgày 3/5/2018, Sở Y tế tỉnh Thái Bình dựng lại cây cầu tre.\n"
        "Sở Y tế tỉnh Thái Bình đã mở cửa kho thóc cho dân."
    )
    read = understand(Article(id="a", text=text))
    assert [str(one.start) for one in acts(read.story, [], read.said)] == ["2018-05-03", "None"]
