"""Knowledge is one function of articles, judgements and reference data, however these came together."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lienket import pipeline
from lienket.consolidate import namesakes
from lienket.consolidate.judgements import Judged
from lienket.consolidate.knowledge import Revision
from lienket.consolidate.memory import Memory
from lienket.export import export
from lienket.language.folding import name_key
from lienket.model import Agency, ArticleFacts, Function, Origin, Status
from lienket.rdf import iris
from lienket.rdf.ntriples import Statement
from lienket.rdf.terms import BASE
from lienket.store.local import LocalStore
from tests.consolidate.known import arrival
from tests.facts import BAN_DAN_TOC, THAI_NGUYEN, Post, agency, conference, date, facts, part, said

NAMES = ["Nguyễn Văn Thí Dụ", "NGUYỄN VĂN THÍ DỤ", "Trần Thị Minh Họa", "Lê Mẫu"]
BODIES: list[Agency] = [
    BAN_DAN_TOC,
    agency("Sở Nội vụ tỉnh Thái Nguyên", of_type="so"),
    agency("Sở Dân tộc và Tôn giáo tỉnh Thái Nguyên", of_type="so"),
    agency("Ủy ban nhân dân tỉnh Thái Nguyên", of_type="uy-ban-nhan-dan"),
    agency("Văn phòng Ban Dân tộc tỉnh Thái Nguyên", of_type="van-phong", parent=BAN_DAN_TOC.name),
]
HOMES = [("1972", THAI_NGUYEN.key), (None, THAI_NGUYEN.key)]
LATER = dataclasses.replace(THAI_NGUYEN, reference="p-19-2025")

ROOT = Path(__file__).resolve().parents[2]


@st.composite
def articles(draw: st.DrawFn, identifier: str) -> ArticleFacts:
    """Return an article of a few people in a few offices, at an event or none."""
    posts = draw(
        st.lists(
            st.builds(
                Post,
                st.sampled_from(NAMES),
                role=st.sampled_from(["Trưởng ban", "Giám đốc", "Người giữ vườn thí dụ"]),
                agency=st.sampled_from([*(body.name for body in BODIES), None]),
                status=st.sampled_from(Status),
                on=st.sampled_from(["2016-12-01", "2017-03", None]),
                confidence=st.sampled_from([0.3, 0.9]),
            ),
            max_size=3,
        )
    )
    held = dataclasses.replace(
        conference(),
        start=date(draw(st.sampled_from(["2016-12-01", "2016-12-02"]))),
        label=draw(st.sampled_from(["Hội nghị sơ kết", "Hội nghị sơ kết công tác thanh niên vùng dân tộc"])),
    )
    parts = [
        part(body.name, draw(st.sampled_from(Function)))
        for body in draw(st.lists(st.sampled_from(BODIES), max_size=3, unique_by=lambda one: one.name))
    ]
    births = [
        Origin(key=key, person=key, born=date(born), home=home, evidence=said())
        for key in dict.fromkeys(name_key(post.person) for post in posts)
        for born, home in [draw(st.sampled_from([(None, None), ("1965", None), ("1965-03-01", None), *HOMES]))]
        if born or home
    ]
    return facts(
        identifier,
        posts,
        origins=births,
        agencies=BODIES,
        places=[draw(st.sampled_from([THAI_NGUYEN, LATER]))],
        events=[held] if draw(st.booleans()) else [],
        participations=parts,
        published=draw(st.sampled_from(["2016-12-02", "2017", None])),
        text=draw(st.sampled_from([None, "Ngày 1/12/2016, một văn bản đăng ở nhiều nơi, đủ dài để trích. " * 3])),
    )


class Layer:
    """A knowledge layer that is revised step by step, as a store's is."""

    def __init__(self) -> None:
        self.memory = Memory(None)
        self.statements: set[Statement] = set()
        self.facts: dict[str, ArticleFacts] = {}

    def change(self, gone: Iterable[str], come: Sequence[ArticleFacts]) -> None:
        """Take articles out and put others in; one that is in already is replaced."""
        out = {one for one in gone if one in self.facts} | {
            one.article.id for one in come if one.article.id in self.facts
        }
        revision = Revision(self.memory, BASE, Judged())
        revision.make([iris.article(BASE, one) for one in sorted(out)], map(arrival, come))
        self.statements = {one for one in self.statements if one.partition(" ")[0][1:-1] not in revision.subjects}
        self.statements.update(revision.statements())
        self.facts = {key: value for key, value in self.facts.items() if key not in out}
        self.facts |= {one.article.id: one for one in come}


def whole(of: Iterable[ArticleFacts]) -> set[Statement]:
    """Return what is known of articles that come all at once, with the memory held as it is then."""
    layer = Layer()
    layer.memory.forget()
    layer.change((), list(of))
    return layer.statements


@pytest.mark.parametrize(("kept", "more"), [(2, 0), (2, 1), (40, 8)], ids=["kept", "kept at times", "never kept"])
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_batches_and_removals_give_what_all_at_once_gives(
    kept: int, more: int, monkeypatch: pytest.MonkeyPatch, data: st.DataObject
) -> None:
    monkeypatch.setattr(namesakes, "_KEPT", kept)
    monkeypatch.setattr(namesakes, "_MORE", more)
    identifiers = ["a", "b", "c", "d"]
    layer = Layer()
    for _ in range(data.draw(st.integers(1, 5))):
        gone = data.draw(st.lists(st.sampled_from(identifiers), max_size=2, unique=True))
        coming = data.draw(st.lists(st.sampled_from(identifiers), max_size=3, unique=True))
        layer.change(gone, [data.draw(articles(one)) for one in coming])
    assert layer.statements == whole(sorted(layer.facts.values(), key=lambda one: one.article.id))


WORDS = (
    "Ông {name}, {role} {body}, {verb} tại Hội nghị tổng kết công tác dân tộc ngày {day}/12/2016. "
    "Cùng dự có bà {other}, Phó Giám đốc Sở Nội vụ tỉnh Yên Bái."
)
RECORDS = [
    {
        "id": f"bai-{number}",
        "published": f"2016-12-{3 + number:02}",
        "text": WORDS.format(
            name=["Nguyễn Văn Thí Dụ", "Lê Văn Mẫu"][number % 2],
            role=["Trưởng ban", "Phó Trưởng ban"][number // 2 % 2],
            body=["Ban Dân tộc tỉnh Yên Bái", "Ban Dân tộc tỉnh Hòa Bình"][number // 3 % 2],
            verb=["phát biểu", "chủ trì"][number % 2],
            day=2 + number // 2,
            other="Trần Thị Minh Họa",
        ),
    }
    for number in range(6)
]


def _build(store: Path, numbers: Iterable[int]) -> None:
    file = store.parent / "some.jsonl"
    file.write_text("".join(json.dumps(RECORDS[one], ensure_ascii=False) + "\n" for one in numbers), encoding="utf-8")
    pipeline.build([file], store=store)


def _exported(store: Path) -> bytes:
    with LocalStore.read(store) as opened:
        export(opened, store.parent / "all.nq", layer="all")
    return (store.parent / "all.nq").read_bytes()


@pytest.mark.parametrize("seed", range(30))
def test_the_whole_program_exports_the_same_bytes_however_articles_came(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    kept = sorted(dice.sample(range(6), dice.randint(1, 5)))
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one, other = tmp_path / "one" / "store", tmp_path / "other" / "store"
    _build(one, kept)
    waiting = list(range(6))
    dice.shuffle(waiting)
    while waiting:
        batch, waiting = waiting[: dice.randint(1, 3)], waiting[3:] if len(waiting) < 3 else waiting[1:]
        _build(other, batch)
        if dice.random() < 0.5:
            pipeline.remove([f"bai-{dice.randrange(6)}"], store=other)
    pipeline.remove([f"bai-{number}" for number in range(6) if number not in kept], store=other)
    _build(other, kept)
    assert _exported(other) == _exported(one)
    assert pipeline.verify(store=other) == []


def test_the_same_bytes_come_of_other_hash_seeds_and_more_processes(tmp_path: Path) -> None:
    files = [str(ROOT / "data" / "articles"), str(ROOT / "data" / "reform-2025")]
    found = set()
    for seed, jobs in (("1", "1"), ("2", "2")):
        store = tmp_path / seed / "store"
        store.parent.mkdir()
        subprocess.run(
            [sys.executable, "-m", "lienket", "build", "-q", *files, "--store", str(store), "--jobs", jobs],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        found.add(_exported(store))
    assert len(found) == 1


def test_an_article_that_arrives_as_it_is_known_already_stays_known(tmp_path: Path) -> None:
    told = arrival(facts("bai", [Post("Nguyễn Văn Thí Dụ", role="Trưởng ban")]))
    with Memory(tmp_path / "memory.sqlite") as memory:
        memory.add(told.article, told.digest, told.sayings)
        memory.keep()
        memory.arrive(told.article, told.digest, told.sayings)
        memory.clear_arrived()
        memory.keep()
    with Memory(tmp_path / "memory.sqlite") as memory:
        assert memory.things(told.article)["person"]
