"""Parquet with pyarrow. Reads slices of rows, writes row groups. From Parquet
to Parquet, texts stay in Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..._catalog import build_info
from ..._column import SummaryColumn
from ..._errors import TerselyError
from ..._summarize import summarize_column
from ..wording import WrongCall
from .rows import MISSING, Row, Table, check_names, check_same_names, find

if TYPE_CHECKING:
    from ..._summarizer import Summarizer
    from .counts import Counts

GROUP_BYTES = 16 << 20  # the size of what is summarised together, and of a row group of the output
GROUP_ROWS = 1 << 16
SLICE_ROWS = 256
READ_BYTES = 1 << 20  # without a buffer, pyarrow reads a whole column of a row group


def modules() -> tuple[Any, Any]:
    """Returns pyarrow and pyarrow.parquet. Raises ImportError."""
    try:
        import pyarrow
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        raise ImportError('Parquet needs pyarrow: pip install "tersely[parquet]"') from None
    return pyarrow, pyarrow.parquet


@contextmanager
def open_parquet(path: str, field: str | None, added: Sequence[str]) -> Iterator[Any]:
    """Yields a pyarrow.parquet.ParquetFile. Raises WrongCall, OSError,
    ImportError, pyarrow.ArrowException."""
    arrow, parquet = modules()
    with (
        Path(path).open("rb") as source,  # open() has the clearer errors
        parquet.ParquetFile(source, buffer_size=READ_BYTES, pre_buffer=False) as file,
    ):
        check_names(file.schema_arrow.names, field, added, list(_nested_names(arrow, file.schema_arrow)))
        yield file


class ParquetCopy:
    """Adds summaries to the tables that it gets and writes them to one file.
    The texts stay in Arrow.

    Args:
        added: the names of the columns to add; a single one gets the whole
            struct.
    """

    def __init__(
        self, summarizer: Summarizer, field: str | None, added: Sequence[str], out: BinaryIO, threads: int
    ) -> None:
        self._arrow, self._parquet = modules()
        self._summarizer = summarizer
        self._field = field or ""
        self._added = added
        self._out = out
        self._threads = threads
        self._schema: Any = None
        self._writer: Any = None

    def begin(self, table: Table) -> None:
        """Raises WrongCall if the columns are not those of the first table."""
        assert isinstance(table, ParquetRows)
        schema = table.file.schema_arrow
        for name, kind in zip(self._added, _added_types(self._arrow, self._added), strict=True):
            schema = schema.append(self._arrow.field(name, kind))
        if self._schema is None:
            self._schema = _with_ruleset(schema)
        elif not self._schema.equals(schema):
            check_same_names(schema.names, self._schema.names)
            raise WrongCall("its columns have other types than those of the first table; --out-dir makes one of each")

    def copy(self, table: Table, counts: Counts, show: Callable[[], None]) -> None:
        """Raises WrongCall if the column does not hold text; OSError,
        ArrowException."""
        assert isinstance(table, ParquetRows)
        if self._writer is None:
            compression = _compression(table.file.metadata, self._field)
            self._writer = self._parquet.ParquetWriter(self._out, self._schema, compression=compression)
        for part in table.tables():
            try:
                texts = _column_at(self._arrow, part, table.path)
                column = self._summarizer.column(texts, output="struct", on_error="status", threads=self._threads)
            except TypeError as error:
                raise WrongCall(f"column {self._field!r}: {error}") from None
            columns = [*part.columns, *self._columns(column, counts)]
            self._writer.write_table(self._arrow.Table.from_arrays(columns, schema=self._schema))
            show()

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()

    def _columns(self, column: SummaryColumn, counts: Counts) -> list[Any]:
        values = self._arrow.chunked_array(column)
        parts = dict(zip([field.name for field in values.type], values.flatten(), strict=True))
        counts.report.add(column.report())
        if len(self._added) == 1:
            return [values]
        return [parts["summary"], parts["status"].fill_null(MISSING), parts["error"]]


class ParquetRows:
    """See Table. Its rows can be written in another format."""

    def __init__(self, file: Any, field: str) -> None:
        self.file = file
        self.path = _find_path(modules()[0], file.schema_arrow, field)
        self._field = field
        self._n_read = 0
        self.names: list[str] = list(file.schema_arrow.names)

    @property
    def done(self) -> float:
        """The share of the rows that were read."""
        return self._n_read / max(int(self.file.metadata.num_rows), 1)

    def header(self) -> bytes:
        return b""

    def rows(self) -> Iterator[Row]:
        for batch in self._batches():
            first = self._n_read - batch.num_rows + 1
            for number, record in enumerate(_as_records(batch, first), first):
                text, problem = _as_text(find(record, self._field)[1])
                yield Row(b"", text=text, error=f"row {number}: {problem}" if problem else None, record=record)

    def tables(self) -> Iterator[Any]:
        """Yields the same as Arrow tables of up to GROUP_ROWS and about
        GROUP_BYTES."""
        arrow, _ = modules()
        batches: list[Any] = []
        n_rows = n_bytes = 0
        for batch in self._batches():
            batches.append(batch)
            n_rows += batch.num_rows
            n_bytes += batch.nbytes
            if n_rows >= GROUP_ROWS or n_bytes >= GROUP_BYTES:
                yield arrow.Table.from_batches(batches)
                batches, n_rows, n_bytes = [], 0, 0
        if batches:
            yield arrow.Table.from_batches(batches)

    def close(self) -> None:
        """Does nothing; the file is closed by `open_parquet`."""

    def _batches(self) -> Iterator[Any]:
        for batch in self.file.iter_batches(batch_size=_slice_rows(self.file.metadata)):
            self._n_read += batch.num_rows
            yield batch


class ParquetWriter:
    """Writes rows of another format. See Writer. The first rows decide the
    types of the columns."""

    def __init__(self, out: BinaryIO, names: Sequence[str], added: Sequence[str]) -> None:
        self._arrow, self._parquet = modules()
        self._out = out
        self._names = names
        self._added = added
        self._schema: Any = None
        self._writer: Any = None
        self._waiting: list[Any] = []  # tables for the next row group

    def write(self, records: Sequence[dict[str, Any]], added: Sequence[Sequence[Any]]) -> None:
        columns = {name: [record.get(name) for record in records] for name in self._names}
        arrays = [self._array(name, values) for name, values in columns.items()]
        new = zip(*added, strict=True) if added else [[] for _ in self._added]
        kinds = _added_types(self._arrow, self._added)
        arrays += map(self._make, self._added, map(list, new), kinds)
        if self._schema is None:
            schema = _with_ruleset(self._make_schema([array.type for array in arrays]))
            self._writer = self._parquet.ParquetWriter(self._out, schema)  # it may refuse the schema
            self._schema = schema
        self._waiting.append(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        if sum(t.nbytes for t in self._waiting) >= GROUP_BYTES or sum(map(len, self._waiting)) >= GROUP_ROWS:
            self._flush()

    def _make_schema(self, kinds: Sequence[Any]) -> Any:
        try:
            return self._arrow.schema(zip([*self._names, *self._added], kinds, strict=True))
        except UnicodeError as error:
            raise TerselyError(f"the name of a column: {error}; write JSON Lines instead") from None

    def close(self) -> None:
        if self._writer is None:
            self.write([], [])
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        if self._waiting:
            self._writer.write_table(self._arrow.concat_tables(self._waiting))
            self._waiting = []

    def _array(self, name: str, values: list[Any]) -> Any:
        if self._schema is None:
            array = self._make(name, values, None)
            return array.cast(self._arrow.string()) if array.type == self._arrow.null() else array
        kind = self._schema.field(name).type
        if self._arrow.types.is_nested(kind):  # with a type, pyarrow would drop the fields that it does not have
            array = self._make(name, values, None)
            if array.type == kind or array.type == self._arrow.null():
                return array.cast(kind)
            raise TerselyError(f"column {name!r} holds {array.type}, in the rows before {kind}; {_ADVICE}")
        return self._make(name, values, kind)

    def _make(self, name: str, values: list[Any], kind: Any) -> Any:
        if any(_is_deeper(value, MOST_LEVELS) for value in values):
            message = f"column {name!r}: has more than {MOST_LEVELS} objects or lists one inside the other"
            raise TerselyError(f"{message}; write JSON Lines instead")
        try:
            return self._arrow.array(values, kind)
        except (self._arrow.ArrowException, OverflowError, UnicodeError) as error:
            raise TerselyError(f"column {name!r}: {error}; {_ADVICE}") from None


# Arrow describes each level with all those around it, so a line of 8 kB could take gigabytes.
MOST_LEVELS = 100
_ADVICE = "Parquet needs one type in a column; write JSON Lines instead"


def _is_deeper(value: Any, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deeper(one, levels - 1) for one in inner)


def _added_types(arrow: Any, added: Sequence[str]) -> list[Any]:
    if len(added) > 1:
        return [arrow.string()] * len(added)
    return [arrow.chunked_array(summarize_column([], output="struct")).type]


def _with_ruleset(schema: Any) -> Any:
    """Adds to the metadata by which rules the summaries are made:
    build_info()["ruleset"]."""
    return schema.with_metadata({**(schema.metadata or {}), "tersely.ruleset": build_info()["ruleset"]})


def _as_text(value: Any) -> tuple[str | None, str | None]:
    """Returns the text and why there is none."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8"), None
        except UnicodeDecodeError:
            return None, "is not UTF-8"
    if value is None or isinstance(value, str):
        return value, None
    return None, f"the field holds {type(value).__name__}, not text"


def _as_records(batch: Any, first: int) -> list[dict[str, Any]]:
    """Returns the rows as dicts. `first`: the number of the first row. Raises
    TerselyError for values that Python does not have, such as text that is not
    UTF-8, years above 9999, and nanoseconds."""
    try:
        records: list[dict[str, Any]] = batch.to_pylist()
    except (ValueError, OverflowError) as error:
        rows = f"rows {first} to {first + batch.num_rows - 1}"
        raise TerselyError(f"{rows} cannot be converted: {error}; write Parquet instead") from None
    return records


def _find_path(arrow: Any, fields: Any, field: str) -> tuple[int, ...]:
    """Returns the index of the column, and inside structs those of its fields;
    () if there is none. `rows.find` does the same with records."""
    names = [one.name for one in fields]
    if field in names:
        return (names.index(field),)
    for index, one in enumerate(fields):
        if arrow.types.is_struct(one.type) and field.startswith(f"{one.name}."):
            inner = _find_path(arrow, one.type, field[len(one.name) + 1 :])
            if inner:
                return (index, *inner)
    return ()


def _column_at(arrow: Any, part: Any, path: Sequence[int]) -> Any:
    first, *inner = path
    return reduce(arrow.compute.struct_field, inner, part.column(first))


def _nested_names(arrow: Any, fields: Any, prefix: str = "") -> Iterator[str]:
    for field in fields:
        if arrow.types.is_struct(field.type):
            yield from (f"{prefix}{field.name}.{inner.name}" for inner in field.type)
            yield from _nested_names(arrow, field.type, f"{prefix}{field.name}.")


def _compression(metadata: Any, field: str) -> str:
    """Returns the compression of the column of texts."""
    for i in range(metadata.num_columns if metadata.num_row_groups else 0):
        column = metadata.row_group(0).column(i)
        if column.path_in_schema == field:
            return "none" if column.compression == "UNCOMPRESSED" else str(column.compression)
    return "snappy"  # pyarrow's default


def _slice_rows(metadata: Any) -> int:
    """Returns the number of rows in a slice: fewer if rows are long, so that a
    slice has at most about GROUP_BYTES."""
    groups = [metadata.row_group(i) for i in range(metadata.num_row_groups)]
    longest = max((group.total_byte_size / group.num_rows for group in groups if group.num_rows), default=0)
    return max(1, min(SLICE_ROWS, int(GROUP_BYTES / max(longest, 1))))
