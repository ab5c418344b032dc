"""Where the shipped data files are: inside the installed package, or in the checkout it runs from."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


@functools.cache
def _root() -> Path:
    """Return the folder that holds `ontology/` and `data/`: the package in a wheel, the top of a checkout otherwise."""
    if (_PACKAGE / "ontology").is_dir():
        return _PACKAGE
    return _PACKAGE.parent.parent


def ontology(name: str) -> Path:
    """Return the path of the ontology file `name`, e.g. "lienket.ttl" or "vocab/roles.ttl"."""
    return _root() / "ontology" / name


def reference(name: str) -> Path:
    """Return the path of the reference data file `name`, e.g. "places.csv"."""
    return _root() / "data" / "reference" / name
