"""The import order of the house: each part imports only what stands below it; who prints; who composes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "graph" / "lienket"

ORDER = (
    ("messages",),
    ("errors", "model", "resources"),
    ("language",),
    ("reference",),
    ("articles", "extract"),
    ("rdf",),
    ("store",),
    ("consolidate", "engines"),
    # Within these four one way too: an export may draw on the network, a query's answer is written as an export is.
    ("view",),
    ("export",),
    ("query", "evaluate"),
    ("pipeline",),
    ("api",),
    ("bilingual",),
    ("cli",),
    ("__main__",),
)
RANK = {part: rank for rank, parts in enumerate(ORDER) for part in parts}
STAGES = {"articles", "extract", "consolidate"}
"""What only the pipeline, and the engines for extraction, may put together."""
PROGRAMS = {"cli.py", "query/child.py"}
"""Modules that run as programs: the commands, and the process that evaluates a query."""

MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def _imports(path: Path) -> Iterator[str]:
    """Yield the parts of the package that the module at `path` imports, also inside functions and for typing."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == "lienket" and len(parts) > 1 and (parts[1] in RANK or parts[1] == "api"):
                yield parts[1]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    part = _part(path)
    assert part in RANK, f"{part} has no place in the order"
    for other in _imports(path):
        assert other == part or RANK[other] < RANK[part], f"{part} imports {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_programs_print_and_exit(path: Path) -> None:
    if path.relative_to(PACKAGE).as_posix() in PROGRAMS:
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in ("print", "exit", "quit", "sys.exit", "os._exit", "click.echo")
        assert not (isinstance(node, ast.Name) and node.id == "SystemExit")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_pipeline_composes(path: Path) -> None:
    part = _part(path)
    allowed = {"pipeline": STAGES, "engines": {"extract"}}.get(part, {part})
    assert STAGES.intersection(_imports(path)) <= allowed


def test_every_part_stands_in_the_order() -> None:
    parts = {_part(path) for path in MODULES}
    assert parts == set(RANK)
