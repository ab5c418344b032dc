"""What the documents say is run: the README's commands and code, and the example of every help text."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from scripts.docs import pages

from lienket import cli
from lienket.bilingual import translate

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
README_VI = (ROOT / "README.vi.md").read_text(encoding="utf-8")


def _blocks(language: str, text: str = README) -> Iterator[str]:
    yield from re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def _steps() -> Iterator[tuple[str, str]]:
    """Yield each command of the consoles in both READMEs and the output printed below it ("" where none is)."""
    for block in (*_blocks("console"), *_blocks("console", README_VI)):
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = step.partition("\n")
            yield command, output


def _run(words: list[str], folder: Path) -> str:
    """Run a command of the documents in `folder` and return its output without trailing spaces."""
    assert words.pop(0) == "lienket"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "LC_ALL": "C.UTF-8"}
    for name in ("LIENKET_STORE", "COLUMNS"):
        environment.pop(name, None)
    command = [sys.executable, "-m", "lienket", *words]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return "\n".join(line.rstrip() for line in done.stdout.decode().splitlines())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample data, in which the articles have been built."""
    place: Path = tmp_path_factory.mktemp("tour")
    (place / "data").symlink_to(ROOT / "data", target_is_directory=True)
    _run(["lienket", "build", "data/articles"], place)
    return place


@pytest.mark.parametrize(("command", "output"), list(_steps()), ids=[command.split("'")[0] for command, _ in _steps()])
def test_the_tour_runs_as_printed(folder: Path, command: str, output: str) -> None:
    found = _run(shlex.split(command), folder)
    if output.strip():
        # The length of the rule under the head depends on the terminal.
        assert _table(found) == _table(output)


def _table(text: str) -> list[str]:
    lines = (re.sub(r"─+", "─", line).rstrip() for line in text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("code", list(_blocks("python")))
def test_the_python_example_runs(folder: Path, code: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert len(done.stdout.decode().splitlines()) == 3
    assert (folder / "graph.trig").stat().st_size > 100_000


def _examples() -> Iterator[str]:
    translate(cli.commands, lang="en")
    for command in (cli.commands, *cli.commands.commands.values()):
        yield from re.findall(r"^ +(lienket .+)$", command.help or "", re.MULTILINE)


@pytest.mark.parametrize("example", sorted(set(_examples()), key=lambda line: ("remove" in line, line)))
def test_the_example_of_every_help_runs(folder: Path, example: str) -> None:
    _run(shlex.split(example), folder)


def test_every_script_and_folder_the_readme_names_is_there() -> None:
    for name in re.findall(r"`((?:scripts|data|ontology|docs)/[\w./]*|[A-Z]+\.md|[\w-]+\.txt)`", README):
        assert (ROOT / name).exists(), name


def test_documents_name_no_machine() -> None:
    here = {str(ROOT), str(Path.home())} - {Path.home().anchor}
    texts = [*ROOT.glob("*.md"), *ROOT.glob("*.toml"), *ROOT.glob("*.txt"), *ROOT.glob("*.yml")]
    for file in [*texts, *(ROOT / "docs").rglob("*.md"), *(ROOT / "docs").rglob("*.svg")]:
        text = file.read_text(encoding="utf-8")
        assert not any(place in text for place in here), file.name


@pytest.mark.parametrize("name", list(pages()))
def test_pages_made_by_the_program_are_as_it_makes_them(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run scripts/docs.py"


def test_every_link_of_the_documents_leads_somewhere() -> None:
    for file in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", file.read_text(encoding="utf-8")):
            assert "://" in link or (file.parent / link).exists(), (file.name, link)


@pytest.mark.slow
def test_the_site_is_built_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for page in (tmp_path / "site").rglob("*.html"):
        loaded = re.findall(
            r"<(?:script|img|link)[^>]+(?:src|href)=\"(https?:[^\"]+)\"", page.read_text(encoding="utf-8")
        )
        assert not [address for address in loaded if "canonical" not in address], page.name


def test_constraints_are_names_and_versions() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="ascii").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert len(pins) > 20
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][\w.]*", pin) for pin in pins)
    names = [pin.partition("==")[0] for pin in pins]
    assert names == sorted(names)


def test_the_ci_runs_what_the_readme_says() -> None:
    assert "python3 scripts/test.py --all" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 scripts/test.py\n" in README
