"""The command line for tables: adds a summary to each row, in constant memory."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import BinaryIO

from ..._errors import TerselyError
from ..._output import STANDARD_OUTPUT, open_output
from ..._progress import Progress
from ..._summarizer import Summarizer
from ..._summary import Summary
from ..kinds import TABLES, kind_of
from ..streams import STANDARD_INPUT, is_terminal, open_input, reason, tell
from . import parquet_file
from .csv_file import Csv, read_delimiter
from .jsonl_file import JsonLines
from .rows import COLUMNS, ERROR, LineTable, Row, WrongCall

BATCH_ROWS = 1024
BATCH_BYTES = 8 << 20


def check_call(kinds: set[str | None], parsed: argparse.Namespace) -> str:
    """Returns the kind of the files. At least one of `kinds` is a table. Raises WrongCall before a file is read."""
    kind = next(iter(kinds))
    if kind is None or len(kinds) > 1:
        raise WrongCall("all files must be tables of one format")
    several = len(parsed.files) > 1
    out_kind = None if parsed.out is None else kind_of(parsed.out)
    if parsed.scores:
        raise WrongCall("--scores is not for tables; for jsonl, --json prints the scores too")
    if parsed.highlight or parsed.explain:
        raise WrongCall("--highlight and --explain are for texts, not for tables")
    if parsed.json and kind != "jsonl":
        raise WrongCall(f"--json is for jsonl, not for {kind}")
    if several and (parsed.out is not None or kind != "jsonl"):
        raise WrongCall("only one table at a time; several jsonl files are allowed without --out")
    if out_kind in TABLES and out_kind != kind:
        raise WrongCall(f"--out {parsed.out}: the output has the format of the input, {kind}")
    if not _is_unicode(parsed.prefix or ""):
        raise WrongCall(f"--prefix {parsed.prefix}: must be UTF-8")
    if parsed.delimiter is not None:
        if kind not in ("csv", "tsv"):
            raise WrongCall(f"--delimiter is for csv and tsv, not for {kind}")
        read_delimiter(parsed.delimiter)
    if kind == "parquet" and parsed.files in ([], [STANDARD_INPUT]):
        raise WrongCall("parquet cannot be read from standard input: name a file")
    return kind


@dataclass
class Counts:
    rows: int = 0
    failed: int = 0
    kept: int = 0  # failed rows that are copied unchanged
    first_kept: str | None = None

    def add(self, row: Row, summary: Summary | None, file: str) -> None:
        self.rows += 1
        self.failed += row.columns(summary)[1] == ERROR
        if row.is_kept:
            self.kept += 1
            self.first_kept = self.first_kept or f"{file}: {row.error}"

    def tell(self) -> None:
        if self.failed:
            kept = f"; {self.kept} of them copied unchanged, the first: {self.first_kept}" if self.kept else ""
            tell(f"{self.failed} of {self.rows} rows failed{kept}")


def run(files: list[str], kind: str, parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether all files could be read and no row failed; reports what failed.

    Raises:
        WrongCall: the first file does not match the arguments.
        OSError: the output cannot be written.
    """
    counts = Counts()
    n_bad = 0
    for number, file in enumerate(files):
        try:
            _summarize(summarizer, file, kind, parsed, counts)
        except WrongCall as error:
            if number == 0:
                raise
            n_bad += 1
            tell(f"{file}: {error}")
        except _reading_errors() as error:
            if isinstance(error, OSError) and error.filename in (STANDARD_OUTPUT, parsed.out):
                raise
            n_bad += 1
            tell(reason(error, file))
    counts.tell()
    if n_bad:
        tell(f"{n_bad} of {len(files)} could not be summarised")
    return n_bad + counts.failed == 0


def _summarize(summarizer: Summarizer, file: str, kind: str, parsed: argparse.Namespace, counts: Counts) -> None:
    names = COLUMNS[:1] if parsed.json else COLUMNS
    added = tuple(f"{parsed.prefix or ''}{name}" for name in names)
    if kind == "parquet":
        parquet_file.check(file, parsed.field, added)
        if parsed.out is None:
            raise WrongCall("parquet needs --out FILE")
        with open_output(parsed.out) as out, closing(_progress(parsed)) as progress:
            failed, rows = parquet_file.summarize(summarizer, file, parsed.field, added, out, parsed.threads, progress)
            counts.failed += failed
            counts.rows += rows
        return
    with (
        open_output(parsed.out) as out,  # outermost: when it replaces the source, that must be closed
        open_input(file) as source,
        closing(_table(source, kind, parsed, added)) as table,
        closing(_progress(parsed)) as progress,
    ):
        out.write(table.header())
        for batch in _batches(table.rows()):
            summaries = summarizer.many([row.text for row in batch], on_error="status", threads=parsed.threads)
            for row, summary in zip(batch, summaries, strict=True):
                counts.add(row, summary, file)
                out.write(row.head if row.is_kept else row.head + table.added(row, summary) + row.tail)
            out.flush()  # the reader of a pipe gets finished rows at once
            progress.update(counts.rows)


def _table(source: BinaryIO, kind: str, parsed: argparse.Namespace, added: Sequence[str]) -> LineTable:
    if kind == "jsonl":
        return JsonLines(source, parsed.field, added)
    if parsed.delimiter is not None:
        return Csv(source, parsed.field, added, read_delimiter(parsed.delimiter))
    return Csv(source, parsed.field, added, "\t" if kind == "tsv" else None)


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += len(row.head)
        if len(batch) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _progress(parsed: argparse.Namespace) -> Progress:
    """Shows a bar if standard error is a terminal, tqdm is installed, and the output does not go to a terminal."""
    free = parsed.out is not None or not is_terminal(sys.stdout)
    return Progress(free and is_terminal(sys.stderr) and importlib.util.find_spec("tqdm") is not None, None)


def _is_unicode(text: str) -> bool:
    """Arguments that are not UTF-8 hold lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _reading_errors() -> tuple[type[Exception], ...]:
    ours = (OSError, ImportError, TerselyError)
    try:
        return (*ours, parquet_file.modules()[0].ArrowException)
    except ImportError:
        return ours
