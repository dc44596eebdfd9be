"""CSV and TSV with a header: values are put out as they were read, in quotes where they need them."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from ._errors import TerselyError
from ._table_rows import COLUMNS, Row, check_names

if TYPE_CHECKING:
    from ._summary import Summary

# Of a cell. Enough for any text; a quotation mark that is never closed must not read all of the file into one.
MAX_CELL_CHARACTERS = 1 << 28
_BAD_BYTE = re.compile("[\udc80-\udcff]")  # as surrogateescape reads it, and writes it back


class Csv:
    """`read` and `write`, once each."""

    def __init__(self, field: str | None, delimiter: str) -> None:
        self._field = field
        self._delimiter = delimiter
        self._header: list[str] = []

    def read(self, file: BinaryIO) -> Iterator[Row[list[str]]]:
        """Blank lines are no rows. Raises WrongCall, TerselyError."""
        csv.field_size_limit(MAX_CELL_CHARACTERS)
        text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="")
        # Behind the last line one more: a blank row, or nothing where a quotation mark is still open.
        reader = csv.reader(chain(text, [""]), delimiter=self._delimiter)
        try:
            self._header = next(filter(None, reader), [])
            if any(map(_BAD_BYTE.search, self._header)):
                raise TerselyError("the header is not UTF-8")
            check_names(self._header, self._field)
            place = self._header.index(self._field or "")
            row, line = None, reader.line_num + 1
            for cells in reader:
                if row is not None:
                    yield row
                row, start, line = self._row(cells, place, line) if cells else None, line, reader.line_num + 1
            if row is not None:
                row.text = None
                row.error = f"line {start}: has a quotation mark that is never closed"
                yield row
        except csv.Error as error:
            raise TerselyError(f"line {reader.line_num}: {error}") from None
        finally:
            text.detach()  # who opened the file closes it

    def write(self, rows: Iterable[tuple[Row[list[str]], Summary | None]]) -> Iterator[bytes]:
        """A short row is filled up, and what is too much in a long one stands behind the columns that are added, so
        that these are where the header has them."""
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=self._delimiter, lineterminator="\n")
        rows = iter(rows)
        first = next(rows, None)  # only then the header has been read
        writer.writerow([*self._header, *COLUMNS])
        width = len(self._header)
        for row, summary in chain([] if first is None else [first], rows):
            writer.writerow([*row.raw[:width], *[""] * (width - len(row.raw)), *row.columns(summary), *row.raw[width:]])
            yield _take(text)
        yield _take(text)  # the header, where there is no row

    def _row(self, cells: list[str], place: int, line: int) -> Row[list[str]]:
        row = Row(cells, sum(map(len, cells)))
        if any(map(_BAD_BYTE.search, cells)):
            row.error = f"line {line}: not UTF-8"
        elif len(cells) != len(self._header):
            row.error = f"line {line}: has {len(cells)} cells, the header {len(self._header)}"
        else:
            row.text = cells[place]
        return row


def _take(text: io.StringIO) -> bytes:
    taken = text.getvalue().encode("utf-8", "surrogateescape")
    text.seek(0)
    text.truncate()
    return taken
