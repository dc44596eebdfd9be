"""Rows of a table on the command line, from its reader to its writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..._display.shorten import shorten

if TYPE_CHECKING:
    from ..._summary import Summary

COLUMNS = ("summary", "status", "error")
ERROR, MISSING = "error", "missing"
_NAMES_WIDTH = 1000  # columns of a message: a header may be anything


class WrongCall(Exception):
    """A usage error that shows only when the file is read."""


@dataclass
class Row:
    """Bytes of the file: the new columns go between `head` and `tail`."""

    head: bytes
    tail: bytes = b""
    text: str | None = None  # None: missing, or see `error`
    error: str | None = None  # why there is no text to summarise
    is_kept: bool = False  # nothing can be added; it is put out as it was

    def columns(self, summary: Summary | None) -> tuple[str | None, str, str | None]:
        """The values of COLUMNS."""
        if self.error is not None:
            return None, ERROR, self.error
        if summary is None:
            return None, MISSING, None
        if summary.status == ERROR:
            return None, ERROR, summary.error
        return summary.text, summary.status, None


class LineTable(Protocol):
    """A table whose rows are put out as they were read, with columns added to each. Read it once."""

    def header(self) -> bytes:
        """What comes before the rows; read it first. Raises WrongCall, TerselyError."""

    def rows(self) -> Iterator[Row]:
        """Blank lines are no rows. Raises WrongCall, TerselyError."""

    def added(self, row: Row, summary: Summary | None) -> bytes:
        """The new columns of a row."""

    def close(self) -> None:
        """Lets go of the file, which stays open."""


def check_names(names: Sequence[str], field: str | None, added: Sequence[str]) -> None:
    """Of the columns that there are. Raises WrongCall."""
    there = f"it has {tell_names(names)}" if names else "it has none"
    if field is None:
        raise WrongCall(f"a table needs --field NAME, the column with the texts; {there}")
    if field not in names:
        raise WrongCall(f"no column {field!r}; {there}")
    if names.count(field) > 1:
        raise WrongCall(f"{names.count(field)} columns are called {field!r}: rename them first")
    taken = tell_taken(names, added)
    if taken is not None:
        raise WrongCall(f"the input {taken}")


def tell_taken(names: Iterable[str], added: Sequence[str]) -> str | None:
    """Which of the columns to add is there already, or None."""
    taken = [name for name in added if name in names]
    return (
        f"has a column {taken[0]!r}, which would be added; --prefix NAME gives new columns other names"
        if taken
        else None
    )


def tell_names(names: Iterable[str]) -> str:
    return shorten(", ".join(names), _NAMES_WIDTH)
