#!/usr/bin/env python3
"""Run the tests in an environment of their own.

    python3 scripts/test.py           the quick tests, some minutes
    python3 scripts/test.py --all     the slow ones too, and ruff and mypy

Needs only Python 3.11 or newer and a package index. Further arguments go to pytest: scripts/test.py tests/query -x
"""

from __future__ import annotations

import subprocess
import sys

from environment import ROOT, ready


def main(arguments: list[str]) -> int:
    """Run the checks and return 0 where all pass."""
    every = "--all" in arguments
    python = ready(".venv-test", extras="[dev]", wished="[ftm]" if every else "")
    rest = [argument for argument in arguments if argument != "--all"]
    checks = [["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]] if every else []
    checks.append(["pytest", "-n", "auto", *([] if every else ["-m", "not slow"]), *rest])
    failed = []
    for check in checks:
        print(f"== {' '.join(check)}", flush=True)
        if subprocess.run([python, "-m", *check], cwd=ROOT, check=False).returncode:
            failed.append(" ".join(check))
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
