"""The built-in questions: a SPARQL query each, headed by its question in Vietnamese and English and its parameters.

A file of `questions/` begins with comments of the form `# key: value`:

```
# vi: …                          the question
# en: …
# parameter: agency agency       a variable of the query and what kind of thing it is; `optional` may follow
# example: agency=Ban Dân tộc tỉnh Yên Bái
# order: first person            columns by whose text the rows are sorted
# search: path                   the query gives ties, and the way between its two parameters is the answer
# search: gaps                   between the rows of one role, the times of which no article says who held it
```

Values are handed to the engine as terms (SEP-0007), never pasted into the query.
"""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FACT: Final = "fact"
"""The variable of the fact that a row stands on; its evidence is shown, not itself."""
SPAN: Final = "span"
"""The variable of the span of text that a row quotes, where the query asks the articles themselves."""

SORTED_BY: Final = "earliest"
"""The variable by which rows are sorted and which they do not show: the first day that a date may mean."""
SINCE, UNTIL, TEXT = "since", "until", "text"
"""Kinds of parameters that name no thing: the first and last day of a period, and words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A variable of a question that the user may give."""

    name: str
    kind: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question that users ask by its name."""

    name: str
    vi: str
    en: str
    parameters: tuple[Parameter, ...]
    example: Mapping[str, str]
    order: tuple[str, ...]
    search: str | None
    """"path" where the rows of the query are ties, among which the way between the two parameters is searched.

    "gaps" where the times without evidence are told between the rows.
    """
    sparql: str

    def text(self, lang: str) -> str:
        """Return the question itself in "vi" or "en"."""
        return self.vi if lang == "vi" else self.en


@functools.cache
def questions() -> Mapping[str, Question]:
    """Return the built-in questions by name, in alphabetical order."""
    folder = importlib.resources.files(__package__).joinpath("questions")
    files = sorted((one for one in folder.iterdir() if one.name.endswith(".rq")), key=lambda one: one.name)
    found = (_read(one.name.removesuffix(".rq"), one.read_text(encoding="utf-8")) for one in files)
    return {one.name: one for one in found}


def _read(name: str, text: str) -> Question:
    said: dict[str, list[str]] = {}
    for line in text.splitlines():
        if not line.startswith("# "):
            break
        key, _, value = line.removeprefix("# ").partition(": ")
        said.setdefault(key, []).append(value)
    return Question(
        name=name,
        vi=said["vi"][0],
        en=said["en"][0],
        parameters=tuple(map(_parameter, said.get("parameter", ()))),
        example={key: value for key, _, value in (one.partition("=") for one in said.get("example", ()))},
        order=tuple(" ".join(said.get("order", ())).split()),
        search=said["search"][0] if "search" in said else None,
        sparql=text,
    )


def _parameter(line: str) -> Parameter:
    name, kind, *more = line.split()
    return Parameter(name=name, kind=kind, optional="optional" in more)
