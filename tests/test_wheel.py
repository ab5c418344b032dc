"""What is shipped: the wheel in an empty environment, run from another folder; and the demonstration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("graph", "ontology", "data", "scripts", "pyproject.toml", "constraints.txt", "README.md", "LICENSE")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the project is made of, without anything that was made here."""
    place: Path = tmp_path_factory.mktemp("checkout")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, place / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, place / part)
    return place


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the built wheel."""
    out: Path = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--outdir", out, checkout])
    (built,) = out.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of programs of an environment that holds only the wheel and what it needs."""
    place: Path = tmp_path_factory.mktemp("empty")
    venv.EnvBuilder(with_pip=True).create(place)
    folder = place / ("Scripts" if os.name == "nt" else "bin")
    _run([folder / "python", "-m", "pip", "install", "--quiet", "-c", ROOT / "constraints.txt", wheel])
    return folder


def _run(command: list[object], cwd: Path | None = None) -> str:
    kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "LIENKET_STORE")}
    environment = {**kept, "LC_ALL": "C.UTF-8"}
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout.decode()


def test_the_wheel_holds_the_data_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    tops = {name.split("/")[0] for name in names}
    assert len(tops) == 2
    assert "lienket" in tops
    for wanted in (
        "lienket/py.typed",
        "lienket/ontology/lienket.ttl",
        "lienket/data/reference/places.csv",
        "lienket/messages/messages.csv",
        "lienket/query/child.py",
    ):
        assert wanted in names
    assert not [name for name in names if name.startswith("lienket/data/articles")]


def test_it_does_the_whole_way_from_another_folder(programs: Path, tmp_path: Path) -> None:
    lienket = programs / "lienket"
    shutil.copytree(ROOT / "data" / "articles", tmp_path / "articles")
    _run([lienket, "build", "articles"], tmp_path)
    names = _run([lienket, "query", "SELECT ?n { ?p a lk:Official ; foaf:name ?n }", "--format", "csv"], tmp_path)
    assert len(names.splitlines()) > 10
    _run([lienket, "validate"], tmp_path)
    _run([lienket, "verify"], tmp_path)
    _run([lienket, "view", "-o", "network.html"], tmp_path)
    for target in ("graph.ttl", "graph.nq", "graph.gexf", "graph.jsonld", "graph.rdf", "graph.graphml", "tables"):
        _run([lienket, "export", "-o", target], tmp_path)
        assert (tmp_path / target).exists()
    assert _run([programs / "python", "-m", "lienket", "--version"], tmp_path).startswith("lienket ")


def test_the_wheel_gives_the_bytes_of_the_checkout(programs: Path, tmp_path: Path) -> None:
    articles = ROOT / "data" / "articles"
    for name, command in (("wheel", [programs / "lienket"]), ("checkout", [sys.executable, "-m", "lienket"])):
        _run([*command, "build", articles, "--store", tmp_path / name])
        _run([*command, "export", "-o", tmp_path / f"{name}.nq", "--store", tmp_path / name])
    assert (tmp_path / "wheel.nq").read_bytes() == (tmp_path / "checkout.nq").read_bytes()


def test_the_demonstration_runs_where_there_is_only_python(checkout: Path) -> None:
    said = _run([sys.executable, checkout / "scripts" / "demo.py"], checkout)
    assert (checkout / "demo-output" / "network.html").stat().st_size > 100_000
    assert "foaf:Person" in (checkout / "demo-output" / "graph.ttl").read_text(encoding="utf-8")
    assert str(checkout / "demo-output" / "graph.ttl") in said
    assert said.count("──") > 2
