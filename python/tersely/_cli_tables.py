"""The command line for tables: a column of texts in, the same table with a summary a row out, in constant memory."""

from __future__ import annotations

import argparse
import importlib.util
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, BinaryIO

from . import _table_parquet
from ._cli_out import open_output
from ._errors import TerselyError
from ._progress import Progress
from ._summarizer import Summarizer
from ._summary import Summary
from ._table_csv import Csv
from ._table_jsonl import JsonLines
from ._table_rows import ERROR, Row, WrongCall

KINDS = ("jsonl", "csv", "tsv", "parquet")
ENDINGS = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet"}
BATCH_ROWS = 1024
BATCH_BYTES = 8 << 20
STANDARD_INPUT = "-"


def check_call(kinds: set[str | None], parsed: argparse.Namespace) -> str:
    """The one kind of the files, of whose `kinds` at least one is of KINDS. Raises WrongCall, before a file is read."""
    kind = next(iter(kinds))
    if kind is None or len(kinds) > 1:
        raise WrongCall("tables of one format at a time, and nothing else beside them")
    several = len(parsed.files) > 1
    out_kind = None if parsed.out is None else ENDINGS.get(Path(parsed.out).suffix.lower())
    if parsed.scores:
        raise WrongCall("--scores is not for tables; with jsonl, --json has all about each summary")
    if parsed.highlight or parsed.explain:
        raise WrongCall("--highlight and --explain are for texts, not for tables")
    if parsed.json and kind != "jsonl":
        raise WrongCall(f"--json is for jsonl, not for {kind}")
    if several and (parsed.out is not None or kind != "jsonl"):
        raise WrongCall("one table at a time; only jsonl may be several, to standard output")
    if out_kind not in (None, kind):
        raise WrongCall(f"--out {parsed.out}: the output has the format of the input, {kind}")
    if kind == "parquet" and parsed.files in ([], [STANDARD_INPUT]):
        raise WrongCall("parquet cannot be read from standard input: name a file")
    return kind


def run(files: list[str], kind: str, parsed: argparse.Namespace, options: dict[str, Any]) -> int:
    """How many files and rows failed; they are told. Raises WrongCall."""
    summarizer = Summarizer(**options)
    bad_files = bad_rows = n_rows = 0
    for file in files:
        try:
            failed, rows = _summarize(summarizer, file, kind, parsed)
            bad_rows += failed
            n_rows += rows
        except BrokenPipeError:
            raise
        except _reading_errors() as error:
            bad_files += 1
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            named = error.filename if isinstance(error, OSError) and error.filename else file
            print(f"tersely: {named}: {reason}", file=sys.stderr)
    if bad_rows:
        print(f"tersely: {bad_rows} of {n_rows} rows failed", file=sys.stderr)
    if bad_files:
        print(f"tersely: {bad_files} of {len(files)} could not be summarised", file=sys.stderr)
    return bad_files + bad_rows


def _summarize(summarizer: Summarizer, file: str, kind: str, parsed: argparse.Namespace) -> tuple[int, int]:
    """How many rows failed, and how many there are."""
    if kind == "parquet":
        _table_parquet.check(file, parsed.field)
        if parsed.out is None:
            raise WrongCall("parquet needs --out FILE")
        with open_output(parsed.out) as out, closing(_progress(parsed)) as progress:
            return _table_parquet.summarize(summarizer, file, parsed.field, out, parsed.threads, progress)
    with ExitStack() as stack:
        source = sys.stdin.buffer if file == STANDARD_INPUT else stack.enter_context(Path(file).open("rb"))
        out = stack.enter_context(open_output(parsed.out))
        progress = stack.enter_context(closing(_progress(parsed)))
        return _summarize_lines(summarizer, source, kind, out, parsed, progress)


def _summarize_lines(
    summarizer: Summarizer, source: BinaryIO, kind: str, out: BinaryIO, parsed: argparse.Namespace, progress: Progress
) -> tuple[int, int]:
    table: Any  # a reader and writer that agree on what a row is
    table = (
        JsonLines(parsed.field, parsed.json) if kind == "jsonl" else Csv(parsed.field, "\t" if kind == "tsv" else ",")
    )
    counts = [0, 0]
    rows = table.read(source)

    def counted() -> Iterator[tuple[Row[Any], Summary | None]]:
        for batch in _batches(rows):
            summaries = summarizer.many([row.text for row in batch], on_error="status", threads=parsed.threads)
            for row, summary in zip(batch, summaries, strict=True):
                counts[0] += row.columns(summary)[1] == ERROR
                counts[1] += 1
                yield row, summary
            out.flush()  # who reads a pipe gets what is done
            progress.update(counts[1])

    for written in table.write(counted()):
        out.write(written)
    return counts[0], counts[1]


def _batches(rows: Iterable[Row[Any]]) -> Iterator[list[Row[Any]]]:
    batch: list[Row[Any]] = []
    size = 0
    for row in rows:
        batch.append(row)
        size += row.size
        if len(batch) >= BATCH_ROWS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _progress(parsed: argparse.Namespace) -> Progress:
    """A bar on a terminal, where tqdm is installed and the output does not go to the same terminal."""
    free = parsed.out is not None or not sys.stdout.isatty()
    return Progress(free and sys.stderr.isatty() and importlib.util.find_spec("tqdm") is not None, None)


def _reading_errors() -> tuple[type[Exception], ...]:
    ours = (OSError, ImportError, TerselyError)
    try:
        return (*ours, _table_parquet.modules()[0].ArrowException)
    except ImportError:
        return ours
