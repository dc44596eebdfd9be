"""Rows of a table on the command line, from its reader to its writer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from ._summary import Summary

COLUMNS = ("summary", "status", "error")
ERROR, MISSING = "error", "missing"

_Raw = TypeVar("_Raw")


class WrongCall(Exception):
    """A usage error that shows only when the file is read."""


@dataclass
class Row(Generic[_Raw]):
    """`raw`: all that was read, as the writer wants it. `size`: of that, about, in bytes."""

    raw: _Raw
    size: int
    text: str | None = None  # None: missing, or see `error`
    error: str | None = None  # why there is no text to summarise

    def columns(self, summary: Summary | None) -> tuple[str | None, str, str | None]:
        """The values of COLUMNS."""
        if self.error is not None:
            return None, ERROR, self.error
        if summary is None:
            return None, MISSING, None
        if summary.status == ERROR:
            return None, ERROR, summary.error
        return summary.text, summary.status, None


def check_names(names: Sequence[str], field: str | None) -> None:
    """Of the columns that there are. Raises WrongCall."""
    there = f"it has {', '.join(map(str, names))}" if names else "it has none"
    if field is None:
        raise WrongCall(f"a table needs --field NAME, the column with the texts; {there}")
    if field not in names:
        raise WrongCall(f"no column {field!r}; {there}")
    if names.count(field) > 1:
        raise WrongCall(f"{names.count(field)} columns are called {field!r}: rename them first")
    check_free(names, COLUMNS)


def check_free(names: Sequence[str], added: Sequence[str]) -> None:
    taken = [name for name in added if name in names]
    if taken:
        raise WrongCall(f"the input has a column {taken[0]!r}, which would be added: rename it first")
