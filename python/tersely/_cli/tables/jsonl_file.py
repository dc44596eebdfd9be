"""JSON Lines. Each line is copied as it was read, with fields added at its end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from ..._document import make_failed_summary
from ..._summary import Summary
from ..json_line import dump
from .rows import Row, WrongCall, tell_names, tell_taken

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n"  # white space in JSON
_BEGINS_ARRAY = re.compile(rb"\s*\[\s*(?:\{|$)")
_ADVICE = "one JSON array, not JSON Lines; jq -c '.[]' FILE > FILE.jsonl puts each of its objects on a line"
# The values of numbers are not needed. This avoids the cost of converting long ones.
_DECODER = json.JSONDecoder(parse_int=len, parse_float=len)


class JsonLines:
    """See LineTable. `added`: the names of the fields to add; a single field gets all of Summary.to_dict().

    A line that is not an object, or that already has one of these names, is copied unchanged. A byte order mark is
    dropped, because the lines of several files may follow each other.
    """

    def __init__(self, file: BinaryIO, field: str | None, added: Sequence[str]) -> None:
        self._file = file
        self._field = field
        self._added = added

    def header(self) -> bytes:
        return b""

    def rows(self) -> Iterator[Row]:
        """Raises WrongCall: at once if the names of the first object are wrong, at the end if no row has the field."""
        first: dict[str, Any] | None = None
        found = False
        for number, line in enumerate(self._file, 1):
            line = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
            if not line.strip(_SPACE):
                continue
            if first is None and not found and _BEGINS_ARRAY.match(line):
                raise WrongCall(_ADVICE)
            row, record = self._read(line if line.endswith(b"\n") else line + b"\n")
            if first is None and record is not None:
                first = record
                self._check(first)
            found = found or (record is not None and self._field in record)
            if row.error is not None:
                row.error = f"line {number}: {row.error}"
            yield row
        if first is not None and not found:
            raise WrongCall(f"no row has a field {self._field!r}; the first has {tell_names(first)}")

    def added(self, row: Row, summary: Summary | None) -> bytes:
        if len(self._added) > 1:
            return dump(dict(zip(self._added, row.columns(summary), strict=True)))[1:-1]
        if row.error is not None:
            summary = make_failed_summary("", {}, ValueError(row.error))
        return dump({self._added[0]: None if summary is None else summary.to_dict()})[1:-1]

    def close(self) -> None:
        """Does nothing; there is nothing to close."""

    def _check(self, first: dict[str, Any]) -> None:
        if self._field is None:
            raise WrongCall(
                f"a table needs --field NAME, the field with the texts; the first row has {tell_names(first)}"
            )
        taken = tell_taken(first, self._added)
        if taken is not None:
            raise WrongCall(f"the first row {taken}")

    def _read(self, line: bytes) -> tuple[Row, dict[str, Any] | None]:
        """Returns the row and its object."""
        try:
            record = _parse(line.strip(_SPACE))
        except ValueError as error:
            return Row(line, error=str(error), is_kept=True), None
        taken = tell_taken(record, self._added)
        if taken is not None:
            return Row(line, error=taken, is_kept=True), record
        head, _, tail = line.rpartition(b"}")
        row = Row(head.rstrip(_SPACE) + (b", " if record else b""), b"}" + tail)
        text = record.get(self._field or "")
        if isinstance(text, str):
            row.text = text
        elif text is not None:
            row.error = f"field {self._field!r} is not a string"
        return row, record


def _parse(line: bytes) -> dict[str, Any]:
    """Raises ValueError."""
    try:
        record = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start} of it") from None
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
    except RecursionError as error:
        raise ValueError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    return record
