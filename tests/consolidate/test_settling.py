"""What an article settles by itself: as text the same, and the same whether it comes with the article or not."""

from __future__ import annotations

import dataclasses

from lienket.consolidate import settling
from lienket.consolidate.judgements import Judged
from lienket.consolidate.knowledge import Arrival, Revision
from lienket.consolidate.memory import Memory
from lienket.rdf import iris
from lienket.rdf.terms import BASE
from tests.consolidate.known import arrival
from tests.facts import THAI_NGUYEN, Post, facts

ARTICLE = facts("bai", [Post("Nguyễn Văn Thí Dụ")], places=[THAI_NGUYEN], published="2016-12-02")


def test_as_text_it_stays_what_it_is() -> None:
    told = arrival(ARTICLE).settled
    assert settling.unpacked(told).packed() == told


def test_it_knows_places_agencies_and_candidates() -> None:
    own = settling.unpacked(arrival(ARTICLE).settled)
    assert set(own.known) >= {"place", "agency", "role", "document", "programme"}
    assert [block for block, _, _ in own.candidates] == ["person nguyễn văn thí dụ"]


def _known(come: Arrival, judged: Judged) -> list[str]:
    with Memory(None) as memory:
        revision = Revision(memory, BASE, judged)
        revision.make((), [come])
        return list(revision.statements())


def test_what_is_known_is_the_same_whether_it_comes_with_the_article_or_not() -> None:
    come = arrival(ARTICLE)
    assert _known(come, Judged()) == _known(dataclasses.replace(come, settled=""), Judged())


def test_a_judgement_on_an_agency_goes_before_it() -> None:
    come = arrival(ARTICLE)
    ((node, known),) = settling.unpacked(come.settled).known["agency"].items()
    senior = f"{BASE}agency/{'2' * 16}"  # the least of the two stands for both
    same = {
        "left": node,
        "right": iris.local(iris.article(BASE, "bai-khac"), "agency", "một cơ quan khác"),
        "left_name": "",
        "right_name": "",
        "left_known": known,
        "right_known": senior,
        "verdict": "same",
        "by": "Thí Dụ",
        "at": "2031-06-01T08:00:00Z",
        "why": "",
    }
    judged = _known(come, Judged([same]))
    assert any(senior in line for line in judged)
    assert not any(known in line for line in judged)
