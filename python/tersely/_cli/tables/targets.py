"""What becomes of the rows of a table: they are copied as they were read, or
converted to another format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from ..json_line import dump
from .csv_file import Csv, CsvWriter
from .jsonl_file import JsonLines, JsonWriter
from .parquet_file import ParquetWriter
from .rows import LineTable, Row, Table, Writer, check_same_names, check_unique

if TYPE_CHECKING:
    from ..._summary import Summary


class RowTarget(Protocol):
    """Takes the rows of one table after the other."""

    def begin(self, table: Table) -> None:
        """Call it before the rows of a table. Raises WrongCall if they cannot
        follow those of the first table."""

    def write(self, rows: Sequence[Row], summaries: Sequence[Summary | None]) -> None: ...

    def close(self) -> None: ...


class Copy:
    """Copies the rows byte for byte, with columns added. All tables have one
    format."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._first: LineTable | None = None
        self._table: LineTable | None = None

    def begin(self, table: Table) -> None:
        assert isinstance(table, Csv | JsonLines)
        header = table.header()
        if isinstance(table, Csv) and not table.names:
            return  # the file is empty
        if self._first is None:
            self._first = table
            self._out.write(header)
        else:
            table.check_like(self._first)
        self._table = table

    def write(self, rows: Sequence[Row], summaries: Sequence[Summary | None]) -> None:
        assert self._table is not None
        for row, summary in zip(rows, summaries, strict=True):
            self._out.write(row.head if row.is_kept else row.head + self._table.added(row, summary) + row.tail)
        self._out.flush()  # the reader of a pipe gets finished rows at once

    def close(self) -> None:
        """Does nothing; everything is written."""


class Convert:
    """Writes the rows in another format.

    CSV and Parquet have the columns of the first rows of JSON Lines. What does
    not fit in them goes into the error of its row, which fails.
    """

    def __init__(self, out: BinaryIO, kind: str, added: Sequence[str]) -> None:
        self._out = out
        self._kind = kind
        self._added = added
        self._names: list[str] | None = None
        self._has_bytes = False
        self._writer: Writer | None = None

    def begin(self, table: Table) -> None:
        table.header()
        self._has_bytes = isinstance(table, Csv)
        if isinstance(table, JsonLines) or not table.names:
            return
        check_unique(table.names, table.names)
        if self._names is None:
            self._names = table.names
        check_same_names(table.names, self._names)

    def write(self, rows: Sequence[Row], summaries: Sequence[Summary | None]) -> None:
        if self._names is None:
            self._names = list(
                dict.fromkeys(name for row in rows for name in row.record or () if name not in self._added)
            )
        writer = self._open()
        records = [self._fit(row) for row in rows]
        pairs = zip(rows, summaries, strict=True)
        if len(self._added) == 1:
            added: list[Sequence[Any]] = [(row.whole(summary),) for row, summary in pairs]
        else:
            added = [row.columns(summary) for row, summary in pairs]
        writer.write(records, added)
        self._out.flush()

    def close(self) -> None:
        self._open().close()

    def _open(self) -> Writer:
        if self._writer is None:
            names = self._names or []
            if self._kind == "jsonl":
                self._writer = JsonWriter(self._out, self._added)
            elif self._kind == "parquet":
                self._writer = ParquetWriter(self._out, names, self._added)
            else:
                delimiter = "\t" if self._kind == "tsv" else ","
                self._writer = CsvWriter(self._out, delimiter, names, self._added, self._has_bytes)
        return self._writer

    def _fit(self, row: Row) -> dict[str, Any]:
        """Returns what the output has columns for; the rest goes into the error
        of the row."""
        row.is_kept = False
        if row.record is None:
            row.error = f"{row.error}, the line: {row.head.decode('utf-8', 'backslashreplace').rstrip()}"
            return {}
        if self._kind == "jsonl":
            return dict(row.record)
        names = self._names or []
        beyond = {name: value for name, value in row.record.items() if name not in names}
        if beyond:
            what = row.error or "has fields that the first rows do not have"
            row.error = f"{what}, beyond the columns: {dump(beyond).decode('utf-8', 'surrogateescape')}"
        return {name: value for name, value in row.record.items() if name in names}
