"""The built-in questions, asked of the sample articles: each has its two languages, an example, and evidence."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import lienket
from lienket.errors import AmbiguousError, UsageError
from lienket.messages import message
from lienket.query.asking import Reply, ask, suggestions
from lienket.query.named import KINDS, Names
from lienket.query.question import FACT, SINCE, SORTED_BY, SPAN, TEXT, UNTIL, Question, questions
from lienket.query.shown import show
from lienket.store.local import LocalStore

ARTICLES = Path(__file__).resolve().parents[2] / "data" / "articles"
ENDS = {"source", "target"}
"""Variables of the ties among which a way is searched: the answer calls them "from" and "to"."""
EMPTY = {"conflicts", "perhaps-also", "most-tied", "planned", "programmes-of"}
"""Questions to which the sample articles hold no answer."""
DECREED = {"successors-of", "heads-through-time"}
"""Questions that the reference data answers: what the state decided, with the document."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStore]:
    folder = tmp_path_factory.mktemp("asked") / "store"
    lienket.build([ARTICLES], store=folder)
    with LocalStore.read(folder) as opened:
        yield opened


each = pytest.mark.parametrize("question", questions().values(), ids=questions().keys())


def test_there_are_enough_questions() -> None:
    assert len(questions()) >= 25


@each
def test_a_question_says_what_it_asks_and_how(question: Question) -> None:
    assert question.vi.endswith("?")
    assert question.en.endswith("?")
    assert {one.kind for one in question.parameters} <= {*KINDS, SINCE, UNTIL, TEXT}
    assert set(question.example) <= {one.name for one in question.parameters}
    assert {one.name for one in question.parameters if not one.optional} <= set(question.example)


@each
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_column_has_a_heading(question: Question, lang: str) -> None:
    variables = set(re.findall(r"\?(\w+)", question.sparql.partition("WHERE")[0].rpartition("SELECT")[2]))
    for name in {*variables} - {FACT, SPAN, SORTED_BY, "since", "until", "article", *ENDS}:
        assert message(f"column-{name}", lang=lang)


@each
def test_the_example_is_answered_with_the_words_and_article_of_each_row(store: LocalStore, question: Question) -> None:
    reply = ask(store, question.name, question.example)
    assert (len(reply) == 0) is (question.name in EMPTY)
    for row in reply.rows if question.name not in DECREED else ():
        assert row.quote is not None
        assert row.quote.text
        assert row.quote.source.identifier
        assert row.articles >= 1


def test_rows_are_sorted_and_their_things_named(store: LocalStore) -> None:
    reply = ask(store, "roles-of", {"person": "Nguyễn Thái Nam"})
    assert [(row["role"], row["agency"]) for row in reply] == [
        ("Trưởng ban", "Ban Dân tộc tỉnh Thái Nguyên"),
        ("Ủy viên", "Ủy ban nhân dân tỉnh Thái Nguyên"),
    ]


@pytest.mark.parametrize(("lang", "role"), [("vi", "Trưởng ban"), ("en", "Head of a Board or Committee")])
def test_labels_are_in_the_language_of_the_answer(store: LocalStore, lang: str, role: str) -> None:
    first, *_ = ask(store, "roles-of", {"person": "Nguyễn Thái Nam"}, lang=lang)
    assert first["role"] == role


@pytest.mark.parametrize(
    "written",
    [
        "Nguyễn Thái Nam",
        "nguyễn thái nam",
        "nguyen thai nam",
        " Nguyễn  Thái Nam ",
        "Nguyễn Thái Năm",
        "Nguyen Thai Nm",
    ],
)
def test_names_are_found_without_diacritics_and_with_a_slip(store: LocalStore, written: str) -> None:
    assert len(ask(store, "roles-of", {"person": written})) == 2


def test_short_forms_and_codes_are_names_too(store: LocalStore) -> None:
    (found,) = Names(store).find("agency", "UBND tỉnh Yên Bái")
    assert Names(store).find("agency", found.code)[0].iri == found.iri
    assert Names(store).find("agency", found.iri)[0].iri == found.iri


@pytest.mark.parametrize(
    "written", ["ban dan toc thai nguyen", "Ban Dân tộc Thái Nguyên", "ban dan toc tinh thai nguyn"]
)
def test_the_level_of_a_place_may_be_left_out(store: LocalStore, written: str) -> None:
    assert [one.label for one in Names(store).find("agency", written)] == ["Ban Dân tộc tỉnh Thái Nguyên"]


def test_the_name_of_a_person_is_not_taken_for_the_level_of_a_place(tmp_path: Path) -> None:
    text = "Dự hội nghị có ông Nguyễn Quân, Giám đốc Sở Y tế tỉnh Thái Bình, và ông Nguyễn Văn Thí Dụ."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    lienket.build(tmp_path / "a.txt", store=tmp_path / "store")
    with LocalStore.read(tmp_path / "store") as store:
        assert {one.label for one in Names(store).find("person", "Nguyễn")} == {"Nguyễn Quân", "Nguyễn Văn Thí Dụ"}
        assert [one.label for one in Names(store).find("person", "[ nguyen quan ]")] == ["Nguyễn Quân"]
        assert Names(store).anything(" ") == []


@pytest.mark.parametrize("written", ["UBND tinh Yen Bai", "ubnd yên bái", "Uỷ ban nhân dân Yên Bái"])
def test_abbreviations_are_spelt_out(store: LocalStore, written: str) -> None:
    (found,) = Names(store).find("agency", written)
    assert found.iri == Names(store).find("agency", "Ủy ban nhân dân tỉnh Yên Bái")[0].iri


def test_a_name_that_was_not_there_is_said_to_be_taken_for_the_nearest(store: LocalStore) -> None:
    assert ask(store, "roles-of", {"person": "nguyen thai nam"}).taken == {}
    assert ask(store, "roles-of", {"person": "Nguyễn Thái Nim"}).taken == {"Nguyễn Thái Nim": "Nguyễn Thái Nam"}


def test_articles_are_told_apart_where_they_are_the_answer(store: LocalStore) -> None:
    told = list(ask(store, "sources-of", {"person": "Nguyễn Thái Nam", "agency": "Ban Dân tộc tỉnh Thái Nguyên"}))
    assert len({row["article"] for row in told}) == 3


def test_what_has_no_date_is_told_only_where_no_period_is_asked_for(store: LocalStore) -> None:
    every = list(ask(store, "events-between", {}))
    dated = list(ask(store, "events-between", {"since": "1900", "until": "2100"}))
    assert len(dated) < len(every)
    assert all(row["start"] and not row["start"].startswith("--") for row in dated)


def test_what_an_article_says_unsurely_is_left_out(store: LocalStore) -> None:
    told = {row["event"] for row in ask(store, "events-told-in", {"article": "7cnmabnj2hvcwoxc"})}
    assert told
    assert "Buổi lễ mở đầu" not in told


def test_a_name_of_several_things_is_never_guessed(store: LocalStore) -> None:
    with pytest.raises(AmbiguousError) as told:
        ask(store, "roles-of", {"person": "Nguyễn"})
    assert {"Nguyễn Thái Nam", "Nguyễn Xuân Phúc"} <= {one.label for one in told.value.candidates}


@pytest.mark.parametrize(
    ("question", "values", "key"),
    [
        ("no-such", {}, "ask-no-question"),
        ("roles-of", {}, "ask-missing"),
        ("roles-of", {"person": "  "}, "ask-missing"),
        ("roles-of", {"person": "Không Ai Cả Tên Này"}, "ask-no-such"),
        ("roles-of", {"people": "Nguyễn Thái Nam"}, "ask-no-parameter"),
        ("events-between", {"since": "2017-13", "until": "2018"}, "ask-day"),
        ("events-between", {"since": "31/2/2017", "until": "2018"}, "ask-day"),
        ("events-between", {"since": "hôm qua", "until": "2018"}, "ask-day"),
    ],
)
def test_faults_are_told(store: LocalStore, question: str, values: dict[str, str], key: str) -> None:
    with pytest.raises(UsageError) as told:
        ask(store, question, values)
    assert told.value.key == key


@pytest.mark.parametrize(
    "text",
    [
        '"} UNION { ?x ?y ?z } #',
        "> } DROP ALL #",
        "\\",
        "'''",
        "\u202egnaiG",
        "\x00",
        "<https://example.org/>",
        "?person",
    ],
)
@pytest.mark.parametrize(("question", "name"), [("roles-of", "person"), ("homonyms", "name"), ("said-in", "article")])
def test_what_users_write_is_never_part_of_the_query(store: LocalStore, question: str, name: str, text: str) -> None:
    try:
        assert len(ask(store, question, {name: text})) == 0
    except UsageError as error:
        assert error.key in {"ask-no-such", "ask-missing"}


@pytest.mark.parametrize(
    ("since", "until", "count"),
    [("2017-02-08", "2017-02-08", 4), ("8/2/2017", "8/2/2017", 4), ("2/2017", "2/2017", 4), ("2016", "2016", 0)],
)
def test_periods_may_be_days_months_and_years(store: LocalStore, since: str, until: str, count: int) -> None:
    assert len(ask(store, "appointments", {"since": since, "until": until})) == count


def test_the_way_between_two_people_has_a_sentence_at_each_step(store: LocalStore) -> None:
    steps = list(ask(store, "path", {"one": "Nguyễn Thái Nam", "other": "Lê Ngọc Linh"}))
    assert (steps[0]["from"], steps[-1]["to"]) == ("Nguyễn Thái Nam", "Lê Ngọc Linh")
    assert all(one["to"] == following["from"] for one, following in itertools.pairwise(steps))


def test_a_way_to_oneself_has_no_steps(store: LocalStore) -> None:
    assert len(ask(store, "path", {"one": "Nguyễn Thái Nam", "other": "Nguyễn Thái Nam"})) == 0


@pytest.fixture(scope="module")
def reply(store: LocalStore) -> Reply:
    return ask(store, "roles-of", {"person": "Nguyễn Thái Nam"})


def test_csv_has_a_line_a_row_and_the_evidence(reply: Reply) -> None:
    rows = list(csv.DictReader(io.StringIO(reply.csv())))
    assert [row["role"] for row in rows] == ["Trưởng ban", "Ủy viên"]
    assert {"quote", "article", "headline", "date", "url", "articles"} <= rows[0].keys()


def test_json_has_the_iris_of_things(reply: Reply) -> None:
    first, *_ = json.loads(reply.json())
    assert first["agency"]["label"] == "Ban Dân tộc tỉnh Thái Nguyên"
    assert first["agency"]["iri"].startswith("https://w3id.org/lienket/id/agency/")


def test_parameters_complete(store: LocalStore) -> None:
    assert suggestions(store, "roles-of", "") == ["person="]
    assert suggestions(store, "roles-of", "person=nguyen th") == [
        *("person=Nguyễn Thanh Bình", "person=Nguyễn Thiện Nhân", "person=Nguyễn Thái Nam", "person=Nguyễn Thế Kỷ"),
        "person=Nguyễn Thị Kim Ngân",
    ]
    assert suggestions(store, "no-such", "x") == []


@each
def test_a_question_is_documented(question: Question) -> None:
    page = (ARTICLES.parents[1] / "docs" / "questions.md").read_text(encoding="utf-8")
    example = "".join(f' {name}="{value}"' for name, value in question.example.items())
    assert f"## `{question.name}`\n\n{question.vi}\n*{question.en}*\n" in page
    assert f"\nlienket ask {question.name}{example}\n" in page


@pytest.mark.parametrize(
    ("name", "kind", "section"),
    [
        ("Nguyễn Thái Nam", "person", "roles-of"),
        ("Ban Dân tộc tỉnh Thái Nguyên", "agency", "holders"),
        ("Lễ khai mạc Năm du lịch Yên Bái 2017", "event", "participants"),
        ("tỉnh Yên Bái", "place", "events-in"),
        ("bac-lieu-sap-xep-so", "article", "said-in"),
    ],
)
def test_all_that_is_known_of_a_thing(store: LocalStore, name: str, kind: str, section: str) -> None:
    shown = show(store, name)
    assert shown.thing.kind == kind
    assert section in {reply.question.name for reply in shown.replies}


def test_a_document_is_shown_by_what_is_said_of_it(store: LocalStore) -> None:
    shown = show(store, "Quyết định số 136/QĐ-UBND")
    assert shown.said["number"] == ("136/QĐ-UBND",)
    assert "Quyết định số 136/QĐ-UBND" in shown.quotes[0].text


def test_people_of_one_name_are_told_apart_by_their_offices(store: LocalStore) -> None:
    with pytest.raises(AmbiguousError) as told:
        show(store, "Nguyễn")
    hints = {one.label: one.hint for one in told.value.candidates}
    assert "Trưởng ban, Ban Dân tộc tỉnh Thái Nguyên" in hints["Nguyễn Thái Nam"]


def test_people_of_one_name_are_shown_together_and_counted(tmp_path: Path) -> None:
    for name, place in (("a", "Yên Bái"), ("b", "Cà Mau")):
        text = f"Ông Nguyễn Văn Thí Dụ, Giám đốc Sở Y tế tỉnh {place}, dự họp."
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    lienket.build([tmp_path / "a.txt", tmp_path / "b.txt"], store=tmp_path / "store")
    with LocalStore.read(tmp_path / "store") as opened:
        shown = show(opened, "Nguyễn Văn Thí Dụ")
    assert shown.several == 2
    assert {row["agency"] for row in shown.replies[0]} == {"Sở Y tế tỉnh Yên Bái", "Sở Y tế tỉnh Cà Mau"}
