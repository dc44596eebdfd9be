"""JSON Lines. Each line is copied as it was read, with fields added at its
end."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from ..json_line import dump
from ..wording import WrongCall, tell_names, tell_near
from .rows import Row, Table, find, nested_names, tell_taken

if TYPE_CHECKING:
    from ..._summary import Summary

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n"  # white space in JSON
_BEGINS_ARRAY = re.compile(rb"\s*\[\s*(?:\{|$)")
_ADVICE = "one JSON array, not JSON Lines; jq -c '.[]' FILE > FILE.jsonl puts each of its objects on a line"
# A file that has the field in none of so many rows is taken for one that does not have it.
SAMPLE_ROWS = 1024
SAMPLE_BYTES = 8 << 20
# Where lines are copied, the values of numbers are not needed. This avoids the cost of converting long ones.
_COPYING = json.JSONDecoder(parse_int=len, parse_float=len)
_CONVERTING = json.JSONDecoder()


class JsonLines:
    """See LineTable. `added`: the names of the fields to add; a single field
    gets all of Summary.to_dict().

    A line that is not an object, or that already has one of these names, is
    copied unchanged. A byte order mark is dropped, because the lines of several
    files may follow each other. `converts`: the rows need their records.
    """

    def __init__(self, file: BinaryIO, field: str | None, added: Sequence[str], converts: bool = False) -> None:
        self._file = file
        self._field = field
        self._added = added
        self._decoder = _CONVERTING if converts else _COPYING
        self._sample: list[Row] = []
        self.names: list[str] = []

    def header(self) -> bytes:
        """Reads the first rows, up to one that has the field."""
        self._lines = self._read_all()
        first: dict[str, Any] | None = None
        n_bytes = 0
        for row in self._lines:
            self._sample.append(row)
            n_bytes += len(row.head)
            if row.record is not None:
                first = self._check(row.record) if first is None else first
                if find(row.record, self._field or "")[0]:
                    self.names = list(first)
                    return b""
            if len(self._sample) >= SAMPLE_ROWS or n_bytes >= SAMPLE_BYTES:
                break
        if first is not None:
            raise WrongCall(self._tell_missing(first))
        return b""

    def rows(self) -> Iterator[Row]:
        sample, self._sample = self._sample, []
        return itertools.chain(sample, self._lines)

    def added(self, row: Row, summary: Summary | None) -> bytes:
        if len(self._added) > 1:
            return dump(dict(zip(self._added, row.columns(summary), strict=True)))[1:-1]
        return dump({self._added[0]: row.whole(summary)})[1:-1]

    def check_like(self, first: Table) -> None:
        """Does nothing; any lines may follow each other."""

    def close(self) -> None:
        """Does nothing; there is nothing to close."""

    def _read_all(self) -> Iterator[Row]:
        seen = False
        for number, line in enumerate(self._file, 1):
            line = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
            if not line.strip(_SPACE):
                continue
            if not seen and _BEGINS_ARRAY.match(line):
                raise WrongCall(_ADVICE)
            seen = True
            row = self._read(line if line.endswith(b"\n") else line + b"\n")
            if row.error is not None:
                row.error = f"line {number}: {row.error}"
            yield row

    def _check(self, first: dict[str, Any]) -> dict[str, Any]:
        if self._field is None:
            raise WrongCall(
                f"a table needs --field NAME, the field with the texts; the first row has {tell_names(first)}"
            )
        taken = tell_taken(first, self._added)
        if taken is not None:
            raise WrongCall(f"the first row {taken}")
        return first

    def _tell_missing(self, first: dict[str, Any]) -> str:
        field, n = self._field or "", len(self._sample)
        rows = f"none of the first {n:,} rows" if n >= SAMPLE_ROWS else "no row"
        near = tell_near(field, [*first, *nested_names(first)])
        return f"{rows} has a field {field!r}; the first has {tell_names(first)}{near}"

    def _read(self, line: bytes) -> Row:
        try:
            record = _parse(line.strip(_SPACE), self._decoder)
        except ValueError as error:
            return Row(line, error=str(error), is_kept=True)
        taken = tell_taken(record, self._added)
        if taken is not None:
            return Row(line, error=taken, is_kept=True, record=record)
        head, _, tail = line.rpartition(b"}")
        row = Row(head.rstrip(_SPACE) + (b", " if record else b""), b"}" + tail, record=record)
        _, text = find(record, self._field or "")
        if isinstance(text, str):
            row.text = text
        elif text is not None:
            row.error = f"field {self._field!r} is not a string"
        return row


class JsonWriter:
    """Writes rows of another format. See `Writer`."""

    def __init__(self, out: BinaryIO, added: Sequence[str]) -> None:
        self._out = out
        self._added = added

    def write(self, records: Sequence[dict[str, Any]], added: Sequence[Sequence[Any]]) -> None:
        for record, values in zip(records, added, strict=True):
            self._out.write(dump({**record, **dict(zip(self._added, values, strict=True))}) + b"\n")

    def close(self) -> None:
        """Does nothing; there is nothing to close."""


def _parse(line: bytes, decoder: json.JSONDecoder) -> dict[str, Any]:
    """Raises ValueError."""
    try:
        record = decoder.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start} of it") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    return record
