"""The command line for tables: adds a summary to each row, in constant
memory."""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import BinaryIO

from ..._errors import TerselyError
from ..._output import STANDARD_OUTPUT
from ..._summarizer import Summarizer
from ..compression import split_ending
from ..kinds import SEPARATED, TABLES, kind_of
from ..notes import budget_words
from ..outputs import Job, make_folder, open_target
from ..progress import Meter, make_meter
from ..sources import STANDARD_INPUT, Source, open_source, size_of
from ..streams import reason, tell
from ..wording import WrongCall
from .counts import Counts
from .csv_file import Csv, read_delimiter
from .jsonl_file import JsonLines
from .parquet_file import ParquetCopy, ParquetRows, open_parquet
from .parquet_file import modules as parquet_modules
from .rows import COLUMNS, LineTable, Row, Table
from .targets import Convert, Copy, RowTarget

BATCH_ROWS = 1024
BATCH_BYTES = 8 << 20


def check_call(files: Sequence[str], kinds: set[str | None], parsed: argparse.Namespace) -> str:
    """Returns the kind of the files. At least one of `kinds` is a table. Raises
    WrongCall before a file is read."""
    kind = next(iter(kinds))
    if kind is None or len(kinds) > 1:
        raise WrongCall("all files must be tables of one format")
    if parsed.scores:
        raise WrongCall("--scores is not for tables; --json gives the scores too")
    if parsed.highlight or parsed.explain:
        raise WrongCall("--highlight and --explain are for texts, not for tables")
    if not _is_unicode(parsed.prefix or ""):
        raise WrongCall(f"--prefix {parsed.prefix}: must be UTF-8")
    if parsed.delimiter is not None:
        if kind not in SEPARATED:
            raise WrongCall(f"--delimiter is for csv and tsv, not for {kind}")
        read_delimiter(parsed.delimiter)
    if kind == "parquet":
        _check_parquet(files, parsed)
    return kind


def _check_parquet(files: Sequence[str], parsed: argparse.Namespace) -> None:
    if STANDARD_INPUT in files:
        raise WrongCall("parquet cannot be read from standard input: name a file")
    if parsed.out is None and parsed.out_dir is None:
        raise WrongCall("parquet needs --out FILE or --out-dir DIR")
    if parsed.encoding is not None:
        raise WrongCall("--encoding is not for parquet, which is UTF-8")


def run(jobs: Sequence[Job], kind: str, parsed: argparse.Namespace, summarizer: Summarizer) -> bool:
    """Returns whether all files could be read and no row failed; reports what
    failed.

    Raises:
        WrongCall: the first file does not match the arguments.
        OSError: an output cannot be written.
    """
    files = [file for job in jobs for file in job.files]
    with closing(make_meter(parsed, "rows", files)) as meter:
        tables = _Tables(kind, parsed, summarizer, meter, len(files))
        for job in jobs:
            tables.do(job)
    tables.counts.tell(budget_words(summarizer), parsed.quiet)
    if tables.n_bad:
        tell(f"{tables.n_bad} of {len(files)} could not be summarised")
    return tables.n_bad + tables.counts.failed == 0


class _Tables:
    """The tables of a call, which have one kind."""

    def __init__(
        self, kind: str, parsed: argparse.Namespace, summarizer: Summarizer, meter: Meter, n_files: int
    ) -> None:
        self._kind = kind
        self._parsed = parsed
        self._summarizer = summarizer
        self._meter = meter
        self._n_files = n_files
        names = COLUMNS[:1] if parsed.json else COLUMNS
        self._added = tuple(f"{parsed.prefix or ''}{name}" for name in names)
        self._position = 0  # bytes of the files before this one
        self._is_first = True  # a wrong call is one for all tables, if it shows at the first
        self._current = ""
        self.counts = Counts()
        self.n_bad = 0

    def do(self, job: Job) -> None:
        """Reports tables that fail. A file to write is then left as it was;
        standard output gets the other tables."""
        if job.out is None:
            with open_target(None) as out:
                copy = Copy(out)
                for file in job.files:
                    with self._reporting([file], None):
                        self._add(file, copy)
            return
        with self._reporting(job.files, job.out):
            self._check(job)
            make_folder(self._parsed)
            with open_target(job.out) as out, closing(self._make_target(out, job.out)) as target:
                for file in job.files:
                    self._add(file, target)

    def _check(self, job: Job) -> None:
        """Raises WrongCall before the first row is summarised."""
        if self._out_kind(job.out) == "parquet" and split_ending(job.out or "")[1]:
            raise WrongCall(f"{job.out}: parquet is compressed inside; let the name end in .parquet")
        if len(job.files) > 1:
            target = self._make_target(io.BytesIO(), job.out)
            for file in filter(size_of, job.files):
                self._current = file
                with self._open(file) as (table, _):
                    target.begin(table)

    @contextmanager
    def _reporting(self, files: Sequence[str], out: str | None) -> Iterator[None]:
        """Goes on after a table that cannot be summarised."""
        self._current = files[0]
        named = self._n_files > 1
        try:
            yield
        except WrongCall as error:
            message = f"{self._current}: {error}" if named else str(error)
            if self._is_first:
                raise WrongCall(message) from None
            self._fail(message, files)
        except _reading_errors() as error:
            if isinstance(error, OSError) and error.filename in {STANDARD_OUTPUT, out, self._parsed.out_dir} - {None}:
                raise
            self._fail(reason(error, self._current), files)
        self._is_first = False

    def _fail(self, message: str, files: Sequence[str]) -> None:
        self.n_bad += len(files)
        self._meter.tell(f"{message}; the output of all {len(files)} is not written" if len(files) > 1 else message)

    def _out_kind(self, out: str | None) -> str:
        named = None if out is None else kind_of(out)
        return named if named in TABLES else self._kind

    def _make_target(self, out: BinaryIO, name: str | None) -> RowTarget | ParquetCopy:
        kind = self._out_kind(name)
        if kind != self._kind:
            return Convert(out, kind, self._added)
        if kind != "parquet":
            return Copy(out)
        return ParquetCopy(self._summarizer, self._parsed.field, self._added, out, self._parsed.threads)

    @contextmanager
    def _open(self, file: str) -> Iterator[tuple[Table, Callable[[], float]]]:
        """Yields the table, and a function that returns how many bytes of the
        file are done."""
        field, added = self._parsed.field, self._added
        if self._kind == "parquet":
            with open_parquet(file, field, added) as opened:
                rows = ParquetRows(opened, field)
                yield rows, lambda: rows.done * (size_of(file) or 0)
            return
        with open_source(file, self._parsed.encoding) as source, closing(self._line_table(source)) as table:
            yield table, lambda: source.position

    def _line_table(self, source: Source) -> LineTable:
        field, delimiter = self._parsed.field, self._parsed.delimiter
        if self._kind == "jsonl":
            return JsonLines(source.stream, field, self._added, self._out_kind(self._parsed.out) != "jsonl")
        if delimiter is not None:
            return Csv(source.stream, field, self._added, read_delimiter(delimiter))
        return Csv(source.stream, field, self._added, "\t" if self._kind == "tsv" else None)

    def _add(self, file: str, target: RowTarget | ParquetCopy) -> None:
        self._current = file
        n_before = self.counts.rows
        with self._open(file) as (table, position):
            target.begin(table)

            def show() -> None:
                self._meter.update(self.counts.rows, self._position + int(position()))

            if isinstance(target, ParquetCopy):
                target.copy(table, self.counts, show)
            else:
                self._summarize(file, table, target, show)
        self._position += size_of(file) or 0
        if self.counts.rows == n_before and not self._parsed.quiet:
            self._meter.tell(f"{'standard input' if file == STANDARD_INPUT else file}: no rows")

    def _summarize(self, file: str, table: Table, target: RowTarget, show: Callable[[], None]) -> None:
        for batch in _batches(table.rows()):
            texts = [row.text for row in batch]
            summaries = self._summarizer.many(texts, on_error="status", threads=self._parsed.threads)
            target.write(batch, summaries)
            for row, summary in zip(batch, summaries, strict=True):
                self.counts.add(row, summary, file)
            show()


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += max(len(row.head), len(row.text or ""))
        if len(batch) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


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
        return (*ours, parquet_modules()[0].ArrowException)
    except ImportError:
        return ours
