"""CSV and TSV with a header. Each row is copied as it was read, with cells
added at its end."""

from __future__ import annotations

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from ..._errors import TerselyError
from ..json_line import as_text, dump
from ..wording import WrongCall
from .rows import Row, Table, check_names, check_same_names

if TYPE_CHECKING:
    from ..._summary import Summary

# Enough for any text. Without a limit, a quotation mark that is never closed would read the whole file into one cell.
MAX_CELL_CHARACTERS = 1 << 28
_BYTE_ORDER_MARK = "\ufeff"
_SURROGATE = re.compile("[\ud800-\udfff]")
_BAD_BYTE = re.compile("[\udc80-\udcff]")  # how surrogateescape represents an invalid byte
_QUOTE = '"'
_DELIMITERS = (",", ";", "\t", "|")  # candidates for the guess; the first of equally good ones wins


def read_delimiter(told: str) -> str:
    """Reads the argument; "tab" and "\\t" mean a tab, which is hard to type in
    a shell. Raises WrongCall."""
    delimiter = "\t" if told in ("tab", "\\t") else told
    if len(delimiter) != 1 or delimiter in f"{_QUOTE} \r\n" or _SURROGATE.fullmatch(delimiter):
        raise WrongCall(f"--delimiter {told}: must be one character (not a space or a quotation mark) or tab")
    return delimiter


class Csv:
    """See LineTable. `delimiter`: None guesses it from the header.

    `added`: the names of the columns to add; a single one gets all of
        Summary.to_dict() as JSON.

    Every output row has as many cells as the header. A short row is padded. The
    extra cells of a long row move into `error`, unchanged. Line ends and a byte
    order mark are kept.
    """

    def __init__(self, file: BinaryIO, field: str | None, added: Sequence[str], delimiter: str | None) -> None:
        csv.field_size_limit(MAX_CELL_CHARACTERS)
        self._field = field
        self._added = added
        self._text = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape", newline="")
        self._mark = ""  # the byte order mark, if there is one
        self._taken: list[str] = []  # the lines of the current row
        self._is_open = False  # the file ends inside a quotation
        self._first: list[str] = []  # the lines that were read for the guess
        self._delimiter = delimiter or self._guess()
        self._reader = csv.reader(self._lines(), delimiter=self._delimiter)
        self._cells = _Cells(self._delimiter)
        self.names: list[str] = []
        self._end = "\n"

    def header(self) -> bytes:
        first = next(self._records(), None)
        if first is None:
            return b""  # an empty file, without columns and rows
        self.names, raw, _ = first
        if any(map(_BAD_BYTE.search, self.names)):
            raise TerselyError("the header is not UTF-8")
        check_names(self.names, self._field, self._added)
        if self._is_open:
            raise TerselyError("the header has a quotation mark that is never closed")
        head, end = _split_end(raw)
        self._end = end or self._end
        return _encode(self._mark + head) + self._dump(self._added) + _encode(self._end)

    def rows(self) -> Iterator[Row]:
        if not self.names:
            return
        place = self.names.index(self._field or "")
        for cells, raw, line in self._records():
            head, end, errors = self._shape(cells, raw)
            padded = itertools.chain(cells, itertools.repeat(""))
            row = Row(_encode(head), _encode(end), record=dict(zip(self.names, padded, strict=False)))
            if errors:
                row.error = f"line {line}: {', '.join(errors)}"
            else:
                row.text = cells[place]
            yield row

    def added(self, row: Row, summary: Summary | None) -> bytes:
        if len(self._added) == 1:
            return self._dump([as_cell(row.whole(summary))])
        return self._dump([value or "" for value in row.columns(summary)])

    def check_like(self, first: Table) -> None:
        assert isinstance(first, Csv)
        check_same_names(self.names, first.names)
        if self._delimiter != first._delimiter:
            raise WrongCall(f"its delimiter is {self._delimiter!r}, that of the first table {first._delimiter!r}")

    def close(self) -> None:
        self._text.detach()

    def _guess(self) -> str:
        """Returns the delimiter with which the header has a column `field`, or
        otherwise the most columns."""
        for line in self._text:
            self._first.append(line)
            if line.strip(f"{_BYTE_ORDER_MARK}\r\n"):
                break
        header = "".join(self._first[-1:]).removeprefix(_BYTE_ORDER_MARK)
        names = {delimiter: _split_header(header, delimiter) for delimiter in _DELIMITERS}
        return max(_DELIMITERS, key=lambda delimiter: (self._field in names[delimiter], len(names[delimiter])))

    def _records(self) -> Iterator[tuple[list[str], str, int]]:
        """Yields the cells of each row, the row as it stands in the file, and
        the number of its first line."""
        try:
            line = self._reader.line_num + 1
            for cells in self._reader:
                raw = "".join(self._taken)
                self._taken.clear()
                if cells:
                    yield cells, raw, line
                line = self._reader.line_num + 1
        except csv.Error as error:
            raise TerselyError(f"line {self._reader.line_num}: {error}") from None

    def _lines(self) -> Iterator[str]:
        """Yields lines to csv.reader, which takes only as many as it needs for
        a row."""
        for number, line in enumerate(itertools.chain(self._first, self._text)):
            if number == 0 and line.startswith(_BYTE_ORDER_MARK):
                self._mark, line = line[:1], line[1:]
            self._taken.append(line)
            yield line
        self._is_open = bool(self._taken)

    def _shape(self, cells: Sequence[str], raw: str) -> tuple[str, str, list[str]]:
        """Returns the row with as many cells as the header, its line end, and
        its errors."""
        errors = []
        n, width = len(cells), len(self.names)
        head, end = (raw + _QUOTE, "") if self._is_open else _split_end(raw)
        if any(map(_BAD_BYTE.search, cells)):
            errors.append("is not UTF-8")
        if self._is_open:
            errors.append("has a quotation mark that is never closed")
        if n != width:
            errors.append(f"has {n} cell{'' if n == 1 else 's'}, the header {width}")
        if n > width:
            head, beyond = _split_cells(head, width, self._delimiter)
            errors.append(f"beyond them: {beyond.removesuffix(_QUOTE) if self._is_open else beyond}")
        return head + self._delimiter * (width - n), end or self._end, errors

    def _dump(self, cells: Sequence[str]) -> bytes:
        """Returns the cells to add to a row."""
        return _encode(self._delimiter + self._cells.join(cells))


class CsvWriter:
    """Writes rows of another format. See `Writer`.

    `has_bytes`: the other format has surrogates for bytes that are not UTF-8,
        which are written again. Otherwise, lone surrogates become escapes.
    """

    def __init__(
        self, out: BinaryIO, delimiter: str, names: Sequence[str], added: Sequence[str], has_bytes: bool
    ) -> None:
        self._out = out
        self._errors = "surrogateescape" if has_bytes else "backslashreplace"
        self._cells = _Cells(delimiter)
        self._names = names
        self._write([*names, *added])

    def write(self, records: Sequence[dict[str, Any]], added: Sequence[Sequence[Any]]) -> None:
        for record, values in zip(records, added, strict=True):
            self._write([as_cell(value) for value in (*map(record.get, self._names), *values)])

    def close(self) -> None:
        """Does nothing; everything is written."""

    def _write(self, cells: Sequence[str]) -> None:
        self._out.write(f"{self._cells.join(cells)}\n".encode("utf-8", self._errors))


class _Cells:
    """Joins cells to a row without a line end."""

    def __init__(self, delimiter: str) -> None:
        self._text = io.StringIO(newline="")
        # csv quotes a carriage return only if it is part of the line terminator.
        self._writer = csv.writer(self._text, delimiter=delimiter, lineterminator="\r\n")

    def join(self, cells: Sequence[str]) -> str:
        self._writer.writerow(cells)
        row = self._text.getvalue().removesuffix("\r\n")
        self._text.seek(0)
        self._text.truncate()
        return row


def as_cell(value: Any) -> str:
    """Returns a value as text: "" for None, JSON for numbers, lists and
    objects. A number may be NaN or Infinity."""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list | tuple | dict):
        return dump(value).decode("utf-8", "surrogateescape")
    return "" if value is None else as_text(value)


def _split_header(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []  # the error is reported when the row is read


def _split_end(row: str) -> tuple[str, str]:
    head = row.rstrip("\r\n")
    return head, row[len(head) :]


def _split_cells(row: str, n: int, delimiter: str) -> tuple[str, str]:
    """Splits a row of more than n cells after the n-th."""
    limit = re.escape(delimiter)
    cell = f'(?:"[^"]*(?:""[^"]*)*")?[^{limit}]*'
    found = re.match(f"(?:{cell}{limit}){{{n - 1}}}{cell}", row)
    end = found.end() if found else 0
    return row[:end], row[end + 1 :]


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
