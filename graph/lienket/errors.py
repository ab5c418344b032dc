"""The errors that Liên Kết raises. The command line turns each into one line; the library never prints.

An error carries a message key and its parameters, so that the command line can say it in the reader's language;
`str(error)` is the English sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lienket.messages import message


class LienketError(Exception):
    """What every error of this package is: something the caller can be told in one line.

    `key` names the sentence in `messages/messages.csv`; `values` fill its `{placeholders}`.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values
        super().__init__(message(key, lang="en", **values))

    def say(self, lang: str) -> str:
        """Return the sentence in `lang` ("vi" or "en")."""
        return message(self.key, lang=lang, **self.values)


class InputError(LienketError):
    """An article, a file or a record that cannot be read. Exit code 1."""


class StoreError(LienketError):
    """A store that cannot be opened, is in use, or is of another version. Exit code 1."""


class QueryError(LienketError):
    """A SPARQL query that cannot be parsed, or one that took too long or too much. Exit code 1."""


class UsageError(LienketError):
    """A command or call put together wrongly. Exit code 2."""


class AmbiguousError(UsageError):
    """A name that several things have. `candidates` are they."""

    def __init__(self, key: str, candidates: Sequence[Any], **values: object) -> None:
        self.candidates = tuple(candidates)
        super().__init__(key, **values)


class ReferenceDataError(LienketError):
    """A reference data file that breaks its own description: a fault of the installation."""
