"""The rows of a table on the command line, on their way from the reader to the writer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..._display.shorten import shorten

if TYPE_CHECKING:
    from ..._summary import Summary

COLUMNS = ("summary", "status", "error")
ERROR, MISSING = "error", "missing"
_NAMES_WIDTH = 1000  # limits the names in a message, because a header may be very long


class WrongCall(Exception):
    """A usage error, some of which are found only when the file is read."""


@dataclass
class Row:
    """A row as bytes of the file. The new columns go between `head` and `tail`."""

    head: bytes
    tail: bytes = b""
    text: str | None = None  # None: missing, or see `error`
    error: str | None = None  # why there is no text to summarise
    is_kept: bool = False  # nothing can be added, so the row is copied unchanged

    def columns(self, summary: Summary | None) -> tuple[str | None, str, str | None]:
        """Returns the values of COLUMNS."""
        if self.error is not None:
            return None, ERROR, self.error
        if summary is None:
            return None, MISSING, None
        if summary.status == ERROR:
            return None, ERROR, summary.error
        return summary.text, summary.status, None


class LineTable(Protocol):
    """A table whose rows are copied as they were read, with columns added. It can be read once."""

    def header(self) -> bytes:
        """Returns what comes before the rows. Call it first. Raises WrongCall, TerselyError."""

    def rows(self) -> Iterator[Row]:
        """Yields the rows. Blank lines are not rows. Raises WrongCall, TerselyError."""

    def added(self, row: Row, summary: Summary | None) -> bytes:
        """Returns the new columns of a row."""

    def close(self) -> None:
        """Detaches from the file, which stays open."""


def check_names(names: Sequence[str], field: str | None, added: Sequence[str]) -> None:
    """Checks the column names. Raises WrongCall."""
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
    """Returns a message if a column to add already exists, otherwise None."""
    taken = [name for name in added if name in names]
    if not taken:
        return None
    return f"already has a column {taken[0]!r}; use --prefix NAME to give the added columns other names"


def tell_names(names: Iterable[str]) -> str:
    return shorten(", ".join(names), _NAMES_WIDTH)
