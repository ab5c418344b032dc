"""The notebook of the documents runs from its first cell to its last."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
RUN = """
import sys
import nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
nbformat.write(notebook, sys.argv[2])
"""


@pytest.mark.slow
def test_the_notebook_runs_and_shows_what_it_says(tmp_path: Path) -> None:
    for library in ("nbclient", "ipykernel", "pandas", "polars"):
        pytest.importorskip(library)
    done = tmp_path / "done.ipynb"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "graph"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", RUN, str(NOTEBOOK), str(done)]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    shown = json.dumps([cell.get("outputs", []) for cell in json.loads(done.read_text(encoding="utf-8"))["cells"]])
    for words in ("Nguyễn Thái Nam", "Trưởng ban", "<iframe srcdoc="):
        assert json.dumps(words).strip('"') in shown


def test_the_notebook_is_kept_without_what_a_run_left_in_it() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in cells)
