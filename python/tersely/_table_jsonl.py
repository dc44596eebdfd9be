"""JSON Lines: each line is put out as it was read, byte by byte, with fields behind its own."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from ._summary import Summary
from ._table_rows import COLUMNS, Row, WrongCall, check_free

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# Numbers are looked at by nobody: neither long ones nor NaN shall cost anything.
_DECODER = json.JSONDecoder(parse_int=len, parse_float=len)


class JsonLines:
    """`read` and `write`, each once a file. `whole`: the field `summary` is a dict that has all (Summary.to_dict)."""

    def __init__(self, field: str | None, whole: bool) -> None:
        self._field = field
        self._whole = whole
        self._added = COLUMNS[:1] if whole else COLUMNS

    def read(self, file: BinaryIO) -> Iterator[Row[bytes]]:
        """Blank lines are no rows. Raises WrongCall: of the first object's names at once, else at the end."""
        first: dict[str, Any] | None = None
        found = False
        for number, line in enumerate(file, 1):
            line = (line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line).strip()
            if not line:
                continue
            row = Row(line, len(line))
            record = _parse(line, row)
            if record is not None:
                if first is None:
                    first = record
                    self._check(first)
                self._fill(row, record)
                found = found or self._field in record
            else:
                row.raw = b"{}"
            if row.error is not None:
                row.error = f"line {number}: {row.error}"
            yield row
        if first is not None and not found:
            raise WrongCall(f"no row has a field {self._field!r}; the first has {', '.join(first)}")

    def write(self, rows: Iterable[tuple[Row[bytes], Summary | None]]) -> Iterator[bytes]:
        for row, summary in rows:
            comma = b"" if row.raw[1:-1].isspace() or len(row.raw) == 2 else b", "
            yield row.raw[:-1].rstrip() + comma + _dump(self._fields(row, summary))[1:] + b"\n"

    def _check(self, first: dict[str, Any]) -> None:
        if self._field is None:
            raise WrongCall(
                f"a table needs --field NAME, the field with the texts; the first row has {', '.join(first)}"
            )
        check_free(list(first), self._added)

    def _fill(self, row: Row[bytes], record: dict[str, Any]) -> None:
        taken = [name for name in self._added if name in record]
        text = record.get(self._field or "")
        if taken:  # it cannot have two of that name
            row.raw = b"{}"
            row.error = f"has a field {taken[0]!r}, which would be added"
        elif isinstance(text, str):
            row.text = text
        elif text is not None:
            row.error = f"field {self._field!r} is no string"

    def _fields(self, row: Row[bytes], summary: Summary | None) -> dict[str, Any]:
        if not self._whole:
            return dict(zip(COLUMNS, row.columns(summary), strict=True))
        if row.error is not None:
            summary = Summary._of_error("", {}, ValueError(row.error))
        return {"summary": None if summary is None else summary.to_dict()}


def _parse(line: bytes, row: Row[bytes]) -> dict[str, Any] | None:
    """The object, or None and an error in the row."""
    try:
        record = _DECODER.decode(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        row.error = f"not UTF-8: byte {error.start} of it"
    except json.JSONDecodeError as error:
        row.error = f"not JSON: {error.msg} at column {error.colno}"
    except RecursionError as error:
        row.error = f"not JSON: {error}"
    else:
        if isinstance(record, dict):
            return record
        row.error = "not a JSON object"
    return None


def _dump(fields: dict[str, Any]) -> bytes:
    """A lone surrogate of the text is escaped, as it was."""
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "backslashreplace")
