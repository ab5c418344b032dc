"""The sentences the program says, in Vietnamese and English, from `messages.csv` (columns: key, vi, en)."""

from __future__ import annotations

import csv
import functools
import importlib.resources
import io
from collections.abc import Mapping
from typing import Final, Literal

Lang = Literal["vi", "en"]
LANGUAGES: Final = ("vi", "en")


@functools.cache
def _sentences() -> Mapping[str, Mapping[str, str]]:
    source = importlib.resources.files(__package__).joinpath("messages.csv")
    lines = io.StringIO(source.read_text(encoding="utf-8"))
    return {row["key"]: row for row in csv.DictReader(lines)}


def message(key: str, *, lang: str, **values: object) -> str:
    """Return the sentence `key` in `lang`, its placeholders filled. An unknown key is a KeyError: a fault of ours."""
    return _sentences()[key][lang if lang in LANGUAGES else "en"].format_map(values)
