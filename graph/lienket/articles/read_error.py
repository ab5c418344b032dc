"""What is wrong with a file or record, on its way from where it is found to the list of rejected records."""

from __future__ import annotations

from typing import Final

from lienket.model import Rejected

LONGEST_VALUE: Final = 200
"""Characters of a value from a file that a message shows."""


class ReadError(Exception):
    """A reason why something cannot be read: a sentence of `messages.csv` and its values. Never leaves this package.

    `line` is the line of the file where it is, from 1, if that is known.
    """

    def __init__(self, key: str, *, line: int | None = None, **values: object) -> None:
        self.key = key
        self.line = line
        self.values = values
        super().__init__(key, line, values)

    def at(self, source: str, *, line: int | None = None) -> Rejected:
        """Return it as the record of what was found wrong in `source`, at `line` or else where it says itself."""
        line = line or self.line
        return Rejected(
            source=f"{source}:{line}" if line else source,
            key=self.key,
            values=tuple((name, on_one_line(str(value))[:LONGEST_VALUE]) for name, value in self.values.items()),
        )


def on_one_line(words: str) -> str:
    """Return `words` with "?" for what a line of a message or of a UTF-8 file cannot hold (line ends, lone halves)."""
    return "".join(char if char.isprintable() else "?" for char in words)
