"""The rows of a table on the command line, on their way from the reader to the
writer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ..._document import make_failed_summary
from ..wording import WrongCall, tell_names, tell_near

if TYPE_CHECKING:
    from ..._summary import Summary

COLUMNS = ("summary", "status", "error")
ERROR, MISSING = "error", "missing"
MOST_LEVELS = 10


@dataclass
class Row:
    """A row as bytes of the file. The new columns go between `head` and
    `tail`."""

    head: bytes
    tail: bytes = b""
    text: str | None = None  # None: missing, or see `error`
    error: str | None = None  # why there is no text to summarise
    is_kept: bool = False  # nothing can be added, so the row is copied unchanged
    record: dict[str, Any] | None = None  # its values by column, for another format; None: it is not a row of values

    def columns(self, summary: Summary | None) -> tuple[str | None, str, str | None]:
        """Returns the values of COLUMNS."""
        if self.error is not None:
            return None, ERROR, self.error
        if summary is None:
            return None, MISSING, None
        if summary.status == ERROR:
            return None, ERROR, summary.error
        return summary.text, summary.status, None

    def whole(self, summary: Summary | None) -> dict[str, Any] | None:
        """Returns everything about the summary, None if the text is missing."""
        if self.error is not None:
            summary = make_failed_summary("", {}, ValueError(self.error))
        return None if summary is None else summary.to_dict()


class Table(Protocol):
    """A table that is read row by row, once."""

    names: list[str]  # the columns, once `header` is called; those of JSON Lines may differ from row to row

    def header(self) -> bytes:
        """Returns what comes before the rows. Call it first. Raises WrongCall,
        TerselyError."""

    def rows(self) -> Iterator[Row]:
        """Yields the rows. Blank lines are not rows. Raises TerselyError."""

    def close(self) -> None:
        """Detaches from the file, which stays open."""


class LineTable(Table, Protocol):
    """A table whose rows can be copied as they were read, with columns
    added."""

    def added(self, row: Row, summary: Summary | None) -> bytes:
        """Returns the new columns of a row."""

    def check_like(self, first: Table) -> None:
        """Raises WrongCall if the rows cannot follow those of another table of
        the same format."""


class Writer(Protocol):
    """Writes rows that were read from another format."""

    def write(self, records: Sequence[dict[str, Any]], added: Sequence[Sequence[Any]]) -> None:
        """`added`: the values of the new columns of each row. Raises
        TerselyError if the format cannot hold a value."""

    def close(self) -> None:
        """Writes what is left. The file stays open."""


def check_names(names: Sequence[str], field: str | None, added: Sequence[str], nested: Sequence[str] = ()) -> None:
    """Checks the column names. `nested`: names inside columns, such as
    "meta.body". Raises WrongCall."""
    there = f"it has {tell_names(names)}" if names else "it has none"
    if field is None:
        raise WrongCall(f"a table needs --field NAME, the column with the texts; {there}")
    if field not in names and field not in nested:
        raise WrongCall(f"no column {field!r}; {there}{tell_near(field, [*names, *nested])}")
    check_unique(names, [field])
    taken = tell_taken(names, added)
    if taken is not None:
        raise WrongCall(f"the input {taken}")


def check_unique(names: Sequence[str], wanted: Iterable[str]) -> None:
    """Raises WrongCall if several columns have a wanted name."""
    counts = Counter(names)
    for name in wanted:
        if counts[name] > 1:
            raise WrongCall(f"{counts[name]} columns are called {name!r}: rename them first")


def check_same_names(names: Sequence[str], first: Sequence[str]) -> None:
    """Raises WrongCall if a table has other columns than the first one."""
    if list(names) != list(first):
        raise WrongCall(
            f"its columns are not those of the first table: {tell_names(names)}, not {tell_names(first)}; "
            "--out-dir makes a table of each"
        )


def tell_taken(names: Iterable[str], added: Sequence[str]) -> str | None:
    """Returns a message if a column to add already exists, otherwise None."""
    taken = [name for name in added if name in names]
    if not taken:
        return None
    return f"already has a column {taken[0]!r}; use --prefix NAME to give the added columns other names"


def find(record: dict[str, Any], field: str) -> tuple[bool, Any]:
    """Returns whether a record has the field, and its value. "meta.body" may be
    a name, or `body` inside `meta`; each name may have dots itself."""
    if field in record:
        return True, record[field]
    for name, value in record.items():
        if isinstance(value, dict) and field.startswith(f"{name}."):
            has, inner = find(value, field[len(name) + 1 :])
            if has:
                return has, inner
    return False, None


def nested_names(record: dict[str, Any], prefix: str = "", levels: int = MOST_LEVELS) -> Iterator[str]:
    """Yields the names inside the objects of a record: "meta.body". Not those
    further inside than `levels`, for an object may be as deep as its line is
    long."""
    for name, value in record.items():
        if isinstance(value, dict) and levels:
            for inner in value:
                yield f"{prefix}{name}.{inner}"
            yield from nested_names(value, f"{prefix}{name}.", levels - 1)
