"""Building: whatever the order, the batches and the engine, a store of the same articles is the same store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat

from lienket import pipeline
from lienket.errors import InputError, StoreError
from lienket.extract import article as rules
from lienket.model import Article, ArticleFacts
from lienket.store.local import LocalStore

Record = Mapping[str, object]

RECORDS: tuple[Record, ...] = tuple(
    {"id": f"a{number}", "text": text, "published": "2016-12-02"}
    for number, text in enumerate(
        [
            "Ngày 1/12/2016, Ban Dân tộc tỉnh Thái Nguyên tổ chức Hội nghị sơ kết công tác dân tộc.\n"
            "Ông Nguyễn Văn Thí Dụ, Trưởng ban Dân tộc tỉnh Thái Nguyên, chủ trì hội nghị.",
            "Sáng 3/12/2016, ông Nguyễn Văn Thí Dụ, Trưởng ban Dân tộc tỉnh Thái Nguyên, thăm xã Thí Dụ.",
            "Bà Trần Thị Minh Họa, Giám đốc Sở Nội vụ tỉnh Thái Nguyên, phát biểu tại Hội nghị.",
            "Ủy ban nhân dân tỉnh Thái Nguyên ban hành Kế hoạch số 12/KH-UBND ngày 30/11/2016.",
            "Trời hôm nay đẹp.",
        ]
    )
)


def write(path: Path, records: Sequence[Record]) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def dump(store: Path) -> list[bytes]:
    """Return all that a store holds, and its files of words, in one canonical form."""
    with LocalStore.read(store) as opened:
        lines = opened.graph.dump(format=RdfFormat.N_QUADS)
        assert lines is not None
        return [*sorted(lines.splitlines()), (store / "ledger.jsonl").read_bytes(), (store / "meta.json").read_bytes()]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The store of all records in their order."""
    folder = tmp_path_factory.mktemp("whole")
    pipeline.build([write(folder / "all.jsonl", RECORDS)], store=folder / "s")
    assert pipeline.verify(store=folder / "s") == []
    return dump(folder / "s")


@settings(max_examples=12, deadline=None)
@given(st.permutations(RECORDS), st.lists(st.integers(0, len(RECORDS)), max_size=3), st.sampled_from([1, 60, 50_000]))
def test_any_order_and_any_split_give_the_same_store(
    tmp_path_factory: pytest.TempPathFactory, whole: list[bytes], records: list[Record], cuts: list[int], batch: int
) -> None:
    folder = tmp_path_factory.mktemp("split")
    edges = [0, *sorted(cuts), len(records)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "BATCH", batch)
        for begin, end in pairwise(edges):
            if records[begin:end]:
                pipeline.build([write(folder / "part.jsonl", records[begin:end])], store=folder / "s")
    assert dump(folder / "s") == whole


def test_processes_give_the_same_store(tmp_path: Path, whole: list[bytes]) -> None:
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "s", jobs=2)
    assert dump(tmp_path / "s") == whole


def test_building_again_changes_nothing(tmp_path: Path, whole: list[bytes]) -> None:
    source = write(tmp_path / "all.jsonl", RECORDS)
    first = pipeline.build([source], store=tmp_path / "s")
    assert (first.read, first.saved, first.unchanged, first.consolidated) == (5, 5, 0, True)
    again = pipeline.build([source], store=tmp_path / "s")
    assert (again.read, again.saved, again.unchanged, again.consolidated) == (5, 0, 5, False)
    assert dump(tmp_path / "s") == whole


def test_a_changed_record_replaces_its_article(tmp_path: Path, whole: list[bytes]) -> None:
    old = [{**record, "text": "Bản cũ."} if record["id"] == "a1" else record for record in RECORDS]
    pipeline.build([write(tmp_path / "old.jsonl", old)], store=tmp_path / "s")
    report = pipeline.build([write(tmp_path / "new.jsonl", RECORDS)], store=tmp_path / "s")
    assert (report.saved, report.replaced, report.unchanged) == (1, 1, 4)
    assert dump(tmp_path / "s") == whole


def test_removing_leaves_a_store_that_never_had_the_article(tmp_path: Path) -> None:
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "all")
    pipeline.build([write(tmp_path / "few.jsonl", RECORDS[2:])], store=tmp_path / "few")
    assert pipeline.remove(["a0", "a1", "nobody"], store=tmp_path / "all") == ("nobody",)
    assert dump(tmp_path / "all") == dump(tmp_path / "few")


@pytest.mark.parametrize("damage", [b"", b"no database" * 100])
def test_without_its_memory_a_store_computes_all_again(tmp_path: Path, whole: list[bytes], damage: bytes) -> None:
    pipeline.build([write(tmp_path / "few.jsonl", RECORDS[1:])], store=tmp_path / "s")
    (tmp_path / "s" / "memory.sqlite").write_bytes(damage)
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "s")
    assert dump(tmp_path / "s") == whole


def test_what_is_suppressed_stays_out_by_id_and_by_text(tmp_path: Path) -> None:
    pipeline.build([write(tmp_path / "few.jsonl", RECORDS[1:])], store=tmp_path / "few")
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "all")
    assert pipeline.remove(["a0"], store=tmp_path / "all", suppress=True) == ()
    copies = [RECORDS[0], {**RECORDS[0], "id": "ban-sao"}]
    report = pipeline.build([write(tmp_path / "again.jsonl", copies)], store=tmp_path / "all")
    assert (report.saved, [one.key for one in report.rejected]) == (0, ["article-suppressed"] * 2)
    assert dump(tmp_path / "all") == dump(tmp_path / "few")


def test_rebuilding_gives_what_is_there(tmp_path: Path, whole: list[bytes]) -> None:
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "s")
    with LocalStore.write(tmp_path / "s") as store:
        store.know([])
    pipeline.rebuild(store=tmp_path / "s")
    assert dump(tmp_path / "s") == whole


# One id, one text


@pytest.mark.parametrize("turned", [False, True])
def test_two_texts_under_one_id_are_both_rejected(tmp_path: Path, turned: bool) -> None:
    twice = [RECORDS[0], {**RECORDS[0], "text": "Khác."}, RECORDS[1]]
    report = pipeline.build([write(tmp_path / "x.jsonl", twice[::-1] if turned else twice)], store=tmp_path / "s")
    assert [one.key for one in report.rejected] == ["id-twice", "id-twice"]
    with LocalStore.read(tmp_path / "s") as store:
        assert [entry.id for entry in store.ledger] == ["a1"]
        assert len(store.rejected()) == 2


def test_a_conflict_leaves_what_was_saved_before(tmp_path: Path, whole: list[bytes]) -> None:
    pipeline.build([write(tmp_path / "all.jsonl", RECORDS)], store=tmp_path / "s")
    twice = [RECORDS[0], {**RECORDS[0], "text": "Khác."}]
    assert len(pipeline.build([write(tmp_path / "x.jsonl", twice)], store=tmp_path / "s").rejected) == 2
    assert dump(tmp_path / "s") == whole


@pytest.mark.parametrize("turned", [False, True])
def test_of_one_text_under_one_id_the_record_that_says_most_is_taken(tmp_path: Path, turned: bool) -> None:
    poor, rich = RECORDS[0], {**RECORDS[0], "title": "Hội nghị", "outlet": "Báo Thí dụ"}
    source = write(tmp_path / "x.jsonl", [rich, poor, rich] if turned else [poor, rich, poor])
    report = pipeline.build([source], store=tmp_path / "s")
    assert (report.read, report.saved, report.rejected) == (3, 1, ())
    assert any("Báo Thí dụ".encode() in line for line in dump(tmp_path / "s"))
    assert pipeline.build([source], store=tmp_path / "s").unchanged == 1


def test_ids_that_look_the_same_are_the_same(tmp_path: Path) -> None:
    composed, decomposed = "H\u00f2a", "Ho\u0300a"
    records = [{"id": composed, "text": "Một."}, {"id": decomposed, "text": "Hai."}]
    assert len(pipeline.build([write(tmp_path / "x.jsonl", records)], store=tmp_path / "s").rejected) == 2


# What goes wrong


def test_a_bad_record_is_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    source = write(tmp_path / "x.jsonl", [RECORDS[0], {"id": "empty"}, RECORDS[1]])
    report = pipeline.build([source], store=tmp_path / "s")
    assert (report.saved, len(report.rejected)) == (2, 1)
    (line,) = [json.loads(line) for line in (tmp_path / "s" / "rejected.jsonl").read_text("utf-8").splitlines()]
    assert line["key"] == report.rejected[0].key
    assert line["reason"]


def test_strict_stops_at_the_first_bad_record_and_saves_nothing(tmp_path: Path) -> None:
    source = write(tmp_path / "x.jsonl", [RECORDS[0], {"id": "empty"}])
    with pytest.raises(InputError):
        pipeline.build([source], store=tmp_path / "s", strict=True)
    assert pipeline.stats(store=tmp_path / "s")["articles"] == 0


def test_an_article_that_breaks_a_rule_of_ours_is_rejected_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = rules.extract

    def breaking(article: Article) -> ArticleFacts:
        if article.id == "a1":
            raise RecursionError("too\ndeep")
        return real(article)

    monkeypatch.setattr(rules, "extract", breaking)
    report = pipeline.build([write(tmp_path / "x.jsonl", RECORDS)], store=tmp_path / "s")
    assert report.saved == 4
    (rejected,) = report.rejected
    assert (rejected.key, rejected.values) == ("extraction-failed", (("why", "RecursionError: too deep"),))


def test_nothing_is_made_of_a_path_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        pipeline.build([tmp_path / "none.jsonl"], store=tmp_path / "s")
    assert not (tmp_path / "s").exists()


def test_interrupted_a_build_leaves_its_whole_batches_and_goes_on_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: list[bytes]
) -> None:
    source = write(tmp_path / "x.jsonl", RECORDS)

    def interrupt(stage: str, done: int, total: int | None) -> None:
        if (stage, done) == ("extract", 3):
            raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "BATCH", 1)
    with pytest.raises(KeyboardInterrupt):
        pipeline.build([source], store=tmp_path / "s", progress=interrupt)
    with LocalStore.read(tmp_path / "s") as store:
        assert [entry.id for entry in store.ledger] == ["a0", "a1", "a2"]
    report = pipeline.build([source], store=tmp_path / "s")
    assert (report.unchanged, report.saved) == (3, 2)
    assert dump(tmp_path / "s") == whole


def test_interrupted_while_processes_work(tmp_path: Path, whole: list[bytes]) -> None:
    source = write(tmp_path / "x.jsonl", RECORDS)

    def interrupt(stage: str, done: int, total: int | None) -> None:
        if stage == "extract":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        pipeline.build([source], store=tmp_path / "s", jobs=2, progress=interrupt)
    pipeline.build([source], store=tmp_path / "s")
    assert dump(tmp_path / "s") == whole


@pytest.mark.parametrize("command", [pipeline.rebuild, pipeline.verify, pipeline.stats])
def test_nothing_can_be_done_with_no_store(tmp_path: Path, command: object) -> None:
    with pytest.raises(StoreError):
        command(store=tmp_path / "none")  # type: ignore[operator]


# What is told


def test_progress_is_told_by_stage(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    source = write(tmp_path / "x.jsonl", RECORDS[:2])
    pipeline.build([source], store=tmp_path / "s", progress=lambda *one: told.append(one))
    assert told == [
        ("read", 1, None),
        ("read", 2, None),
        ("extract", 1, 2),
        ("extract", 2, 2),
        ("consolidate", 0, 1),
        ("consolidate", 1, 1),
    ]


def test_stats_count_articles_and_what_is_known(tmp_path: Path) -> None:
    pipeline.build([write(tmp_path / "x.jsonl", RECORDS)], store=tmp_path / "s")
    stats = pipeline.stats(store=tmp_path / "s")
    assert (stats["articles"], stats["rejected"]) == (5, 0)
    assert stats["people"] == stats["officials"] == 2
    assert stats["article-quads"] > 0 < stats["knowledge-quads"]


def test_a_disk_without_room_for_what_waits_is_a_store_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> Iterator[None]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("lienket.store.intake.pickle.dump", full)
    with pytest.raises(StoreError) as caught:
        pipeline.build([write(tmp_path / "x.jsonl", RECORDS)], store=tmp_path / "s")
    assert caught.value.key == "store-full"
