"""A store keeps what it said it saved, and says in one line why it cannot."""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store

from lienket.errors import StoreError, UsageError
from lienket.rdf.terms import BASE
from lienket.store import files, local
from lienket.store.local import LocalStore
from lienket.store.verify import findings
from tests.store.article_graphs import dump, graph, known


def keys(store: LocalStore) -> list[str]:
    return [finding.key for finding in findings(store)]


def test_what_is_saved_is_there_when_the_store_is_opened_again(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path / "s") as store:
        store.save([graph("a"), graph("b", quads=3)])
        store.know(known())
    with LocalStore.read(tmp_path / "s") as store:
        assert [entry.id for entry in store.ledger] == ["a", "b"]
        assert len(dump(store)) == 5
        assert store.is_known
        assert keys(store) == []
        assert store.base == BASE


def test_a_new_text_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a", "old", quads=3), graph("b")])
        store.save([graph("a", "new"), graph("c")])
        assert dump(store) == sorted(line for one in "abc" for line in store.lines(f"{BASE}article/{one}"))
        assert b"new" in dump(store)[0]
        assert len(dump(store)) == 3
        store.know([])
        assert keys(store) == []


def test_removing_takes_out_the_graph_and_the_entry(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a"), graph("b")])
        assert store.remove(["a", "nobody", "a"]) == 1
        assert [entry.id for entry in store.ledger] == ["b"]
        assert len(dump(store)) == 1


def test_what_is_known_is_of_the_articles_now_saved(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        assert not store.is_known
        store.save([graph("a")])
        store.know(known("one"))
        store.know(known("two"))
        assert [line for line in store.lines(None) if b"one" in line] == []
        assert store.is_known
        store.save([graph("b")])
        assert not store.is_known
        assert keys(store) == ["verify-knowledge-old"]


class _Watched:
    """A graph that tells whether its files were put in order."""

    def __init__(self, graph: Store) -> None:
        self.graph = graph
        self.ordered = False

    def __getattr__(self, name: str) -> object:
        return getattr(self.graph, name)

    def optimize(self) -> None:
        self.ordered = True
        self.graph.optimize()


@pytest.mark.parametrize(("earlier", "ordered"), [(0, True), (50, False)], ids=["most of it", "the less of it"])
def test_what_was_loaded_just_now_is_put_in_order_if_it_is_most_of_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, earlier: int, ordered: bool
) -> None:
    monkeypatch.setattr(local, "_MANY", 20)
    with LocalStore.write(tmp_path) as store:
        store.save([graph("earlier", quads=earlier)] if earlier else [])
    with LocalStore.write(tmp_path) as store:
        store.save([graph("one", quads=10)])
        store.save([graph("other", quads=10)])
        before, watched = dump(store), _Watched(store.graph)
        monkeypatch.setattr(store, "_graph", watched)
        store.settle()
        assert watched.ordered is ordered
        assert dump(store) == before


def test_a_computation_that_stops_leaves_what_was_known(tmp_path: Path) -> None:
    def stopping() -> object:
        yield from known("new")
        raise KeyboardInterrupt

    with LocalStore.write(tmp_path) as store:
        store.know(known("old"))
        with pytest.raises(KeyboardInterrupt):
            store.know(stopping())  # type: ignore[arg-type]
        assert b"old" in next(store.lines(None))
        assert store.is_known


def test_the_order_of_batches_leaves_no_trace_in_the_files(tmp_path: Path) -> None:
    for name, order in (("one", "abc"), ("two", "cab")):
        with LocalStore.write(tmp_path / name) as store:
            for one in order:
                store.save([graph(one)])
            store.know(known())
    for file in ("ledger.jsonl", "meta.json"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_rejected_records_are_listed_in_the_order_of_their_text(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.reject([{"source": "b"}, {"source": "a"}])
        store.reject([{"source": "d"}, {"source": "c"}])
        assert store.rejected() == [{"source": "c"}, {"source": "d"}]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), min_size=1, max_size=4)))
def test_a_store_is_its_last_text_of_each_id(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[tuple[str, str]]]
) -> None:
    final: dict[str, str] = {}
    with LocalStore.write(tmp_path_factory.mktemp("s")) as store:
        for batch in map(dict, batches):
            store.save([graph(one, text) for one, text in batch.items()])
            final |= batch
        assert {entry.id: entry.text for entry in store.ledger} == final
        expected = [line for one, text in final.items() for line in graph(one, text).nquads.splitlines()]
        assert dump(store) == sorted(expected)


# Crashes: between any two steps of saving


class Killed(BaseException):
    """Stands for the end of the process."""


STEPS = [
    pytest.param("lienket.store.local.LocalStore._exchange", id="announced"),
    pytest.param("lienket.store.ledger.Ledger.change", id="in the graph, not in the ledger"),
    pytest.param("lienket.store.files.remove", id="in the ledger, still announced"),
]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("change", ["replace", "remove"])
def test_after_a_crash_a_store_has_the_old_state_or_the_new_and_says_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, change: str
) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a", "old", quads=2), graph("b")])
    store = LocalStore.write(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(step, _killed)
        with pytest.raises(Killed):
            store.save([graph("a", "new")]) if change == "replace" else store.remove(["a"])
    del store
    with LocalStore.write(tmp_path) as store:
        texts = {entry.id: entry.text for entry in store.ledger}
        done = {"a": "new", "b": "x"} if change == "replace" else {"b": "x"}
        assert texts == (done if "_exchange" not in step else {"a": "old", "b": "x"})
        store.know([])
        assert keys(store) == []
        assert not (tmp_path / "pending.jsonl").exists()


def _killed(*_: object, **__: object) -> None:
    raise Killed


def test_half_of_a_batch_in_the_graph_is_dropped(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a")])
        whole, half = graph("b", quads=2), graph("c", quads=2)
        store._announce(
            dataclasses.asdict(one.entry) for one in (whole, half)
        )  # what a bulk load cut short by a crash leaves behind
        for quad in whole.nquads.splitlines() + half.nquads.splitlines()[:1]:
            store.graph.load(quad, format=RdfFormat.N_QUADS)
        store.graph.flush()
        store._graph = None
    with LocalStore.write(tmp_path) as store:
        assert [entry.id for entry in store.ledger] == ["a", "b"]
        store.know([])
        assert keys(store) == []


def test_a_ledger_line_cut_short_is_no_line(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a")])
    with (tmp_path / "ledger.jsonl").open("a") as out:
        out.write('{"id": "b", "gra')
    with LocalStore.write(tmp_path) as store:
        store.save([graph("c")])
    with LocalStore.read(tmp_path) as store:
        assert [entry.id for entry in store.ledger] == ["a", "c"]


@pytest.mark.slow
def test_killed_in_the_middle_a_store_holds_whole_batches(tmp_path: Path) -> None:
    program = (
        "from tests.store.article_graphs import graph\nfrom lienket.store.local import LocalStore\n"
        f"store = LocalStore.write({str(tmp_path / 's')!r})\n"
        "for n in range(10**6):\n"
        "    store.save([graph(f'{n}-{m}', quads=20) for m in range(5)])\n"
        "    print(n, flush=True)\n"
    )
    path = os.pathsep.join(sys.path)
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": path}, text=True
        ) as child:
            assert child.stdout
            acknowledged = [child.stdout.readline() for _ in range(7)]
            child.kill()
        with LocalStore.write(tmp_path / "s") as store:
            saved = {entry.id for entry in store.ledger}
            assert {f"{int(line)}-{m}" for line in acknowledged for m in range(5)} <= saved
            store.know([])
            assert keys(store) == []


# What cannot be opened


def refused(caught: pytest.ExceptionInfo[StoreError], key: str) -> None:
    assert caught.value.key == key
    assert "\n" not in caught.value.say("vi")


@pytest.mark.parametrize("opening", [LocalStore.read, lambda path: LocalStore.write(path, make=False)])
def test_no_store_is_made_by_asking(tmp_path: Path, opening: object) -> None:
    with pytest.raises(StoreError) as caught:
        opening(tmp_path / "none")  # type: ignore[operator]
    refused(caught, "store-missing")
    assert not (tmp_path / "none").exists()


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("x")
    for opening in (LocalStore.read, LocalStore.write):
        with pytest.raises(StoreError) as caught:
            opening(tmp_path)
        refused(caught, "store-none")
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("x")
    with pytest.raises(StoreError) as caught:
        LocalStore.write(tmp_path / "s")
    refused(caught, "store-none")


def test_a_store_of_another_version(tmp_path: Path) -> None:
    LocalStore.write(tmp_path).close()
    meta = json.loads((tmp_path / "meta.json").read_text()) | {"format": 99}
    (tmp_path / "meta.json").write_text(json.dumps(meta))
    for opening in (LocalStore.read, LocalStore.write):
        with pytest.raises(StoreError) as caught:
            opening(tmp_path)
        refused(caught, "store-version")


@pytest.mark.parametrize("file", ["meta.json", "ledger.jsonl", "oxigraph/CURRENT"])
def test_a_damaged_store(tmp_path: Path, file: str) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a")])
    (tmp_path / file).write_text("[1]\n")
    for opening in (LocalStore.read, LocalStore.write):
        with pytest.raises(StoreError) as caught:
            opening(tmp_path)
        refused(caught, "store-broken")


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    LocalStore.write(tmp_path, base="https://example.org/id").close()
    with LocalStore.write(tmp_path) as store:
        assert store.base == "https://example.org/id/"
    with pytest.raises(UsageError) as caught:
        LocalStore.write(tmp_path, base="https://example.com/")
    assert caught.value.key == "store-other-base"


def test_one_writer_at_a_time_and_readers_beside_it(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as writer:
        writer.save([graph("a")])
        with pytest.raises(StoreError) as caught:
            LocalStore.write(tmp_path)
        refused(caught, "store-in-use")
        with LocalStore.read(tmp_path) as reader:
            writer.save([graph("b")])
            assert [entry.id for entry in reader.ledger] == ["a"]
    LocalStore.write(tmp_path).close()


def test_a_writer_in_another_process(tmp_path: Path) -> None:
    program = f"from lienket.store.local import LocalStore\nLocalStore.write({str(tmp_path)!r})"
    with LocalStore.write(tmp_path):
        child = subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert "Another program is writing to the store" in child.stderr


def test_a_full_disk_loses_only_what_was_not_acknowledged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a")])
        with monkeypatch.context() as patch:
            patch.setattr(files, "append", _full)
            with pytest.raises(StoreError) as caught:
                store.save([graph("b")])
            refused(caught, "store-full")
    with LocalStore.write(tmp_path) as store:
        store.know([])
        assert keys(store) == []
        assert "a" in store.ledger


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a user whom rights can stop")
def test_a_store_that_may_not_be_written(tmp_path: Path) -> None:
    LocalStore.write(tmp_path / "s").close()
    for folder in (tmp_path / "s" / "oxigraph", tmp_path / "s"):
        folder.chmod(0o555)
    with pytest.raises(StoreError) as caught:
        LocalStore.write(tmp_path / "s")
    refused(caught, "store-read-only")
    LocalStore.read(tmp_path / "s").close()


def test_a_graph_that_came_in_by_another_way_is_found(tmp_path: Path) -> None:
    with LocalStore.write(tmp_path) as store:
        store.save([graph("a", quads=2), graph("b")])
        store.know(known())
        store.graph.load(graph("c").nquads, format=RdfFormat.N_QUADS)
        store.graph.update(f"DELETE WHERE {{ GRAPH <{BASE}article/a> {{ ?s ?p 'x \"1\"\\n\\\\' }} }}")
        store.graph.update(f"DROP GRAPH <{BASE}article/b>")
        store.graph.update("INSERT DATA { <urn:x> <urn:x> <urn:x> }")
        assert keys(store) == [
            "verify-graph-differs",
            "verify-graph-missing",
            "verify-graph-unknown",
            "verify-knowledge-differs",
        ]
