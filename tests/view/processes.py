"""What other processes answer, under other seeds of Python's hashes."""

from __future__ import annotations

import subprocess
import sys


def printed(code: str) -> set[bytes]:
    """Return all that `code` prints in two processes whose hashes have different seeds."""
    return {
        subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path[:] = {sys.path!r}; {code}"],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
