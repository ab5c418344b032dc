"""People decide on who is who: their decisions hold, can be taken back, and are kept as text."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

import lienket
from lienket import pipeline
from lienket.consolidate.judgements import Judged
from lienket.errors import AmbiguousError, InputError, UsageError
from lienket.model import Verdict
from lienket.query.judging import review
from lienket.store.local import LocalStore

RECORDS = [
    {
        "id": "yen-bai",
        "published": "2016-12-03",
        "text": "Ông Nguyễn Văn Thí Dụ, Giám đốc Sở Nội vụ tỉnh Yên Bái, phát biểu tại hội nghị ngày 2/12/2016.",
    },
    {
        "id": "hoa-binh",
        "published": "2017-05-03",
        "text": "Ông Nguyễn Văn Thí Dụ, Giám đốc Sở Y tế tỉnh Hòa Bình, phát biểu tại hội nghị ngày 2/5/2017.",
    },
    {
        "id": "yen-bai-2",
        "published": "2016-12-09",
        "text": "Ông Nguyễn Văn Thí Dụ, Giám đốc Sở Nội vụ tỉnh Yên Bái, dự buổi gặp mặt ngày 8/12/2016.",
    },
]
NAME = "Nguyễn Văn Thí Dụ"
WHEN = datetime.datetime(2031, 6, 1, 8, tzinfo=datetime.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store of articles on two people of one name."""
    file = tmp_path / "some.jsonl"
    file.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in RECORDS), encoding="utf-8")
    pipeline.build([file], store=tmp_path / "store")
    return tmp_path / "store"


def people(store: Path) -> int:
    """Return how many people are known."""
    with lienket.open(store) as graph:
        return len(graph.people(NAME))


def judge(store: Path, left: str, right: str, verdict: Verdict | None, *, minute: int = 0) -> int:
    """Judge two sides, each the person of one article, and return how many contradictions there are."""
    at = WHEN + datetime.timedelta(minutes=minute)
    return len(
        pipeline.judge(f"{NAME}@{left}", f"{NAME}@{right}", verdict, by="Biên tập viên Thí Dụ", at=at, store=store)
    )


def test_what_is_judged_to_be_one_is_one_and_two_again_when_that_is_taken_back(store: Path) -> None:
    assert people(store) == 2
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    assert people(store) == 1
    judge(store, "yen-bai", "hoa-binh", None)
    assert people(store) == 2


def test_what_is_judged_to_be_two_is_two(store: Path) -> None:
    judge(store, "yen-bai", "yen-bai-2", Verdict.DIFFERENT)
    assert people(store) == 3


def test_judgements_hold_in_a_rebuild_and_when_articles_go_and_come_back(store: Path, tmp_path: Path) -> None:
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    pipeline.rebuild(store=store)
    assert people(store) == 1
    pipeline.remove(["hoa-binh"], store=store)
    pipeline.build([tmp_path / "some.jsonl"], store=store)
    assert people(store) == 1


def test_judgements_never_touch_what_articles_say(store: Path) -> None:
    def said() -> list[str]:
        with LocalStore.read(store) as opened:
            return [entry.digest for entry in opened.ledger]

    before = said()
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    assert said() == before


def test_of_one_pair_the_last_judgement_holds(store: Path) -> None:
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    judge(store, "hoa-binh", "yen-bai", Verdict.UNSURE, minute=1)
    assert people(store) == 2


def test_judgements_that_contradict_each_other_are_told_and_those_apart_hold(store: Path) -> None:
    assert judge(store, "yen-bai", "yen-bai-2", Verdict.SAME) == 0
    assert judge(store, "yen-bai", "hoa-binh", Verdict.SAME, minute=1) == 0
    assert judge(store, "yen-bai-2", "hoa-binh", Verdict.DIFFERENT, minute=2) == 1
    assert people(store) == 2


def test_judgements_are_lines_that_another_store_can_take(store: Path, tmp_path: Path) -> None:
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    pipeline.build([tmp_path / "some.jsonl"], store=tmp_path / "other")
    assert pipeline.take_judgements(store / "judgements.jsonl", store=tmp_path / "other") == 1
    assert pipeline.take_judgements(store / "judgements.jsonl", store=tmp_path / "other") == 0
    assert people(tmp_path / "other") == 1


def test_a_file_of_something_else_is_refused_by_line(store: Path, tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"left": "a"}\n', encoding="utf-8")
    with pytest.raises(InputError, match="1"):
        pipeline.take_judgements(tmp_path / "x.jsonl", store=store)


def test_the_graph_names_who_decided_and_when(store: Path) -> None:
    judge(store, "yen-bai", "hoa-binh", Verdict.SAME)
    with lienket.open(store) as graph:
        (row,) = graph.query(
            "SELECT ?verdict ?by ?at WHERE { ?j a lk:Judgement ; lk:verdict ?verdict ; "
            "prov:wasAttributedTo/foaf:name ?by ; prov:generatedAtTime ?at }"
        )
    assert row == {"verdict": "same", "by": "Biên tập viên Thí Dụ", "at": "2031-06-01T08:00:00Z"}


def test_two_agencies_that_are_judged_one_are_one(store: Path) -> None:
    one, other = "Sở Nội vụ tỉnh Yên Bái@yen-bai", "Sở Y tế tỉnh Hòa Bình@hoa-binh"
    pipeline.judge(one, other, Verdict.SAME, by="Thí Dụ", at=WHEN, store=store)
    with LocalStore.read(store) as opened:
        judged = list(Judged(opened.judgements()))
        assert len(judged) == 1
    with lienket.open(store) as graph:
        held = graph.ask("roles-of", person=NAME)
        assert len({row["agency"] for row in held}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (NAME, f"{NAME}@hoa-binh"),  # which of the two?
        ("Trần Không Có", f"{NAME}@hoa-binh"),
        (f"{NAME}@khong-co", f"{NAME}@hoa-binh"),
        ("Sở Y tế tỉnh Hòa Bình@yen-bai", f"{NAME}@hoa-binh"),
        ("Sở Nội vụ tỉnh Yên Bái@yen-bai", f"{NAME}@hoa-binh"),
        (f"{NAME}@hoa-binh", f"{NAME}@hoa-binh"),
    ],
)
def test_what_cannot_be_judged_is_said(store: Path, left: str, right: str) -> None:
    with pytest.raises((UsageError, AmbiguousError)):
        pipeline.judge(left, right, Verdict.SAME, by="Thí Dụ", store=store)


def test_what_was_not_judged_cannot_be_taken_back(store: Path) -> None:
    with pytest.raises(UsageError):
        judge(store, "yen-bai", "hoa-binh", None)


def test_open_pairs_are_shown_with_the_words_of_both_sides(tmp_path: Path) -> None:
    other = {**RECORDS[1], "text": "Ông Nguyễn Văn Thí Dụ, hưu trí, kể chuyện xưa ở tỉnh Yên Bái."}
    file = tmp_path / "some.jsonl"
    file.write_text(
        "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in (RECORDS[0], other)), encoding="utf-8"
    )
    pipeline.build([file], store=tmp_path / "store")
    with LocalStore.read(tmp_path / "store") as opened:
        (pair,) = review(opened, limit=5)
    assert pair.evidence
    assert all(side.quotes and side.name == NAME for side in (pair.left, pair.right))
