"""Parquet with pyarrow. Reads slices of rows, writes row groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ..._column import SummaryColumn
from .rows import MISSING, WrongCall, check_names

if TYPE_CHECKING:
    from ..._progress import Progress
    from ..._summarizer import Summarizer

GROUP_BYTES = 16 << 20  # the size of what is summarised together, and of a row group of the output
GROUP_ROWS = 1 << 16
SLICE_ROWS = 256
READ_BYTES = 1 << 20  # without a buffer, pyarrow reads a whole column of a row group


def modules() -> tuple[Any, Any]:
    """Returns pyarrow and pyarrow.parquet. Raises ImportError."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise ImportError('Parquet needs pyarrow: pip install "tersely[parquet]"') from None
    return pyarrow, pyarrow.parquet


def check(path: str, field: str | None, added: Sequence[str]) -> None:
    """Raises WrongCall, OSError, ImportError, pyarrow.ArrowException."""
    _, parquet = modules()
    with Path(path).open("rb") as source, parquet.ParquetFile(source) as file:  # open() has the clearer errors
        check_names(file.schema_arrow.names, field, added)


def summarize(
    summarizer: Summarizer,
    path: str,
    field: str,
    added: Sequence[str],
    out: BinaryIO,
    threads: int,
    progress: Progress,
) -> tuple[int, int]:
    """Returns the number of failed rows and of all rows. `added`: the names of the columns to add.

    Raises:
        WrongCall: the column does not hold text.
        OSError, pyarrow.ArrowException: a file cannot be read or written.
    """
    arrow, parquet = modules()
    done = failed = 0
    with parquet.ParquetFile(path, buffer_size=READ_BYTES, pre_buffer=False) as file:
        schema = file.schema_arrow
        for name in added:
            schema = schema.append(arrow.field(name, arrow.string()))
        with parquet.ParquetWriter(out, schema, compression=_compression(file.metadata, field)) as writer:
            for table in _tables(arrow, file):
                try:
                    column = summarizer.column(table[field], output="struct", on_error="status", threads=threads)
                except TypeError as error:
                    raise WrongCall(f"column {field!r}: {error}") from None
                columns = [*table.columns, *_columns(arrow, column)]
                writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
                done += len(column)
                failed += column.n_failed
                progress.update(done)
    return failed, done


def _compression(metadata: Any, field: str) -> str:
    """Returns the compression of the column of texts."""
    for i in range(metadata.num_columns if metadata.num_row_groups else 0):
        column = metadata.row_group(0).column(i)
        if column.path_in_schema == field:
            return "none" if column.compression == "UNCOMPRESSED" else str(column.compression)
    return "snappy"  # pyarrow's default


def _tables(arrow: Any, file: Any) -> Iterator[Any]:
    batches: list[Any] = []
    n_rows = n_bytes = 0
    for batch in file.iter_batches(batch_size=_slice_rows(file.metadata)):
        batches.append(batch)
        n_rows += batch.num_rows
        n_bytes += batch.nbytes
        if n_rows >= GROUP_ROWS or n_bytes >= GROUP_BYTES:
            yield arrow.Table.from_batches(batches)
            batches, n_rows, n_bytes = [], 0, 0
    if batches:
        yield arrow.Table.from_batches(batches)


def _slice_rows(metadata: Any) -> int:
    """Returns the number of rows in a slice: fewer if rows are long, so that a slice has at most about GROUP_BYTES."""
    groups = [metadata.row_group(i) for i in range(metadata.num_row_groups)]
    longest = max((group.total_byte_size / group.num_rows for group in groups if group.num_rows), default=0)
    return max(1, min(SLICE_ROWS, int(GROUP_BYTES / max(longest, 1))))


def _columns(arrow: Any, column: SummaryColumn) -> list[Any]:
    values = arrow.chunked_array(column)
    parts = dict(zip([field.name for field in values.type], values.flatten(), strict=True))
    return [parts["summary"], parts["status"].fill_null(MISSING), parts["error"]]
