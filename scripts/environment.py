"""An environment of its own for a script: made with nothing but Python, kept and reused until its needs change."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NEEDS = ("pyproject.toml", "constraints.txt")


def ready(name: str, *, extras: str = "", wished: str = "") -> Path:
    """Return the Python of the environment `ROOT/name`, in which the project is installed with `extras` ("[dev]").

    Installs what `constraints.txt` pins from the package index that pip is set to use. Exits in one line where Python
    is too old or pip fails. The extras that are only `wished` ("[ftm]") are left out where they cannot be built.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 -- whoever runs a script may have any Python
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    folder = ROOT / name
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp, wishes = folder / "installed-for", folder / "wished-for"
    if not (_says(stamp, _needs(extras)) and python.exists()):
        print(f"Making the environment {name} (once; this can take some minutes) …", flush=True)
        _make(folder, python, extras)
        stamp.write_text(_needs(extras), encoding="ascii")
    if wished and not _says(wishes, _needs(wished)):
        if _install(python, wished).returncode:
            print(f"Without {wished}, which cannot be built here: what needs it is skipped.", flush=True)
        wishes.write_text(_needs(wished), encoding="ascii")
    return python


def _says(stamp: Path, digest: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="ascii") == digest


def _needs(extras: str) -> str:
    """Return a digest of all that decides what must be installed."""
    parts = [(ROOT / need).read_bytes() for need in _NEEDS]
    return hashlib.sha256(b"\0".join([*parts, extras.encode(), sys.version.encode(), str(ROOT).encode()])).hexdigest()


def _make(folder: Path, python: Path, extras: str) -> None:
    try:
        venv.EnvBuilder(with_pip=True, clear=True).create(folder)
    except subprocess.CalledProcessError:
        sys.exit("Python cannot make environments here: install its venv module (on Debian: apt install python3-venv).")
    (folder / ".gitignore").write_text("*\n", encoding="ascii")
    if _install(python, extras).returncode:
        sys.exit("pip could not install the project (see above): is the package index within reach?")


def _install(python: Path, extras: str) -> subprocess.CompletedProcess[bytes]:
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*install, "-c", ROOT / "constraints.txt", "-e", f"{ROOT}{extras}"], check=False)
