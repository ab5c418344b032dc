"""Scores against gold: what counts as right, extra and missed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import lienket
from lienket.errors import InputError
from lienket.evaluate import KINDS, Score, read_gold, score
from lienket.evaluate.facts import Facts, GoldFacts, Occasion
from lienket.evaluate.names import Names, fold, fold_agency, fold_number, fold_role
from lienket.evaluate.score import _article

SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh Hòa Bình", "Ủy ban nhân dân Hoà Bình"),
        ("Uỷ ban Nhân dân  TP. Hà Nội", "ủy ban nhân dân thành phố hà nội"),
        ("Sở NN & PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở Lao động - Thương binh và Xã hội", "Sở Lao động, Thương binh và Xã hội"),
        ("Ban Dân tộc huyện Ví Dụ", "Ban Dân tộc Ví Dụ"),
    ],
)
def test_spellings_of_one_agency_are_one(one: str, other: str) -> None:
    assert fold_agency(one) == fold_agency(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tỉnh ủy Yên Bái", "Thành ủy Yên Bái"), ("Huyện đoàn Ví Dụ", "Quận đoàn Ví Dụ"), ("Sở Y tế", "Sở Nội vụ")],
)
def test_other_agencies_stay_apart(one: str, other: str) -> None:
    assert fold_agency(one) != fold_agency(other)


def test_roles_and_numbers_are_compared_without_their_marks() -> None:
    assert fold_role("Phó Chủ tịch - Thường trực") == "phó chủ tịch thường trực"
    assert fold_number("Số 1.135 / QĐ–TTg") == fold_number("1135/QĐ-TTg")


def test_an_alias_is_its_first_form() -> None:
    names = Names([{"name": "Báo Ví Dụ", "aliases": ["BVD"], "optional": True}], fold)
    assert names("bvd") == "báo ví dụ"
    assert names(None) == ""
    assert ("BVD" in names, "khác" in names) == (True, False)
    assert names.all == names.optional == {"báo ví dụ"}


def test_measures() -> None:
    one = Score(right=3, extra=1, missed=2) + Score()
    assert (one.precision, one.recall, round(one.f1, 4)) == (0.75, 0.6, 0.6667)
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


def test_what_is_optional_is_neither_extra_nor_missed() -> None:
    gold = GoldFacts(facts=Facts(people=frozenset("abc")), optional=Facts(people=frozenset("bc")))
    assert _article(Facts(people=frozenset("bx")), gold)["people"] == Score(right=0, extra=1, missed=1)


def _event(**changes: Any) -> Occasion:
    known: dict[str, Any] = {
        "label": "Hội nghị sơ kết công tác dân tộc",
        "type": "conference",
        "start": "2017-08-04",
        "places": frozenset(["yên bái"]),
        "parts": frozenset([("a", "chair")]),
    }
    return Occasion(**(known | changes))


def _scores(said: list[Occasion], gold: list[Occasion]) -> dict[str, Score]:
    return _article(Facts(events=tuple(said)), GoldFacts(facts=Facts(events=tuple(gold))))


def test_an_event_is_matched_by_likeness_and_then_compared_in_its_parts() -> None:
    said = _event(label="Hội nghị sơ kết", parts=frozenset([("a", "chair"), ("a", "speaker")]))
    found = _scores([said, _event(label="Lễ khác", type="ceremony", start="", parts=frozenset())], [_event()])
    assert found["events"] == Score(right=1, extra=1, missed=0)
    assert found["event dates"] == found["event places"] == Score(right=1)
    assert found["participation"] == Score(right=1, extra=1, missed=0)


def test_a_missed_event_misses_all_its_parts() -> None:
    found = _scores([], [_event()])
    assert [found[kind] for kind in KINDS[3:7]] == [Score(missed=1)] * 4


def test_an_optional_event_is_not_missed_and_its_parts_do_not_count() -> None:
    assert _scores([], [_event(optional=True)])["events"] == Score()
    assert _scores([_event()], [_event(optional=True)])["participation"] == Score()


def test_one_event_answers_one_of_gold() -> None:
    assert _scores([_event()], [_event(), _event()])["events"] == Score(right=1, extra=0, missed=1)


def test_a_day_within_the_month_that_gold_knows_is_like_but_not_right() -> None:
    found = _scores([_event()], [_event(start="2017-08")])
    assert found["events"] == Score(right=1)
    assert found["event dates"] == Score(extra=1, missed=1)


def test_a_place_may_be_named_more_fully() -> None:
    assert _scores([_event(places=frozenset(["ví dụ yên bái"]))], [_event()])["event places"] == Score(right=1)
    assert _scores([_event(places=frozenset(["nơi khác"]))], [_event()])["event places"] == Score(extra=1, missed=1)


@pytest.mark.parametrize("text", ["{", "[]", '{"id": "x"}'])
def test_broken_gold_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.json"):
        read_gold(tmp_path)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=tmp_path.name):
        read_gold(tmp_path)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the other scorer stands beside the checkout only")
def test_the_numbers_are_those_of_the_other_scorer(tmp_path: Path) -> None:
    lienket.build(SHARED / "seeds" / "articles.jsonl", store=tmp_path / "store")
    with lienket.open(tmp_path / "store") as graph:
        graph.export(tmp_path / "graph.nq")
        ours = score(graph.store.graph, read_gold(SHARED / "seeds"))
    command = [sys.executable, SHARED / "facts-score", tmp_path / "graph.nq", SHARED / "seeds", "--json"]
    theirs = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for kind in KINDS:
        counts = {"right": theirs[kind]["tp"], "extra": theirs[kind]["fp"], "missed": theirs[kind]["fn"]}
        assert ours[kind] == Score(**counts), kind
