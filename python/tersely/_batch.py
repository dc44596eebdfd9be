"""Batches of Python objects: a list of texts, or a stream of unknown length."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sized
from contextlib import closing
from typing import TYPE_CHECKING, Any

from . import _core
from ._document import make_failed_summary, make_summary
from ._errors import InvalidOption, quote
from ._inputs import as_index, check_row, check_source, read_row
from ._options import ValidOptions
from ._progress import Progress, ProgressFunction
from ._summaries import Summaries
from ._threads import resolve_threads

if TYPE_CHECKING:
    from ._summary import Summary

Row = str | bytes | TypeError | None
_Reader = Callable[[int, object], Row]
BATCH_CHARACTERS = 16 << 20  # a batch of a stream ends here even before it has batch_size texts


def check_on_error(on_error: object) -> None:
    if not isinstance(on_error, str) or on_error not in ("raise", "status"):
        raise InvalidOption(f'on_error={quote(on_error)}: must be "raise" or "status"', "on_error", on_error)


def many(
    texts: Iterable[str | bytes | None],
    options: ValidOptions,
    threads: int,
    on_error: str,
    progress: bool | ProgressFunction,
) -> Summaries:
    check_on_error(on_error)
    threads = resolve_threads(threads)
    rows = read_rows(texts, on_error)
    with closing(Progress(progress, len(rows))) as shown:
        results = Summaries(_summaries(rows, options, 0, threads, on_error, shown))
        shown.update(len(rows))
    return results


def pipe(
    texts: Iterable[Any],
    options: ValidOptions,
    as_tuples: bool,
    batch_size: int,
    threads: int,
    on_error: str,
    progress: bool | ProgressFunction,
) -> Iterator[Any]:
    """Checks the arguments at once. The texts are read later, when results are
    asked for."""
    check_on_error(on_error)
    size = as_index(batch_size)
    if size is None or size < 1:
        message = f"batch_size={quote(batch_size)}: must be a whole number of 1 or more"
        raise InvalidOption(message, "batch_size", batch_size)
    shown = Progress(progress, len(texts) if isinstance(texts, Sized) else None)
    batches = _Batches(check_source(texts), as_tuples, size, _reader(on_error))
    return _stream(batches, options, as_tuples, resolve_threads(threads), on_error, shown)


def _stream(
    batches: _Batches, options: ValidOptions, as_tuples: bool, threads: int, on_error: str, progress: Progress
) -> Iterator[Any]:
    first = 0
    with closing(progress):
        for rows, contexts in batches:
            results = _summaries(rows, options, first, threads, on_error, progress)
            yield from zip(results, contexts, strict=True) if as_tuples else results
            first += len(rows)
            progress.update(first)


class _Batches:
    """Yields lists of texts and of their contexts. If the source raises, the
    texts before the error come first."""

    def __init__(self, source: Iterable[Any], as_tuples: bool, batch_size: int, read: _Reader) -> None:
        self._source = source
        self._as_tuples = as_tuples
        self._batch_size = batch_size
        self._read = read

    def __iter__(self) -> Iterator[tuple[list[Row], list[Any]]]:
        rows: list[Row] = []
        contexts: list[Any] = []
        characters = 0
        try:
            for number, item in enumerate(self._source):
                text, context = _pair(number, item) if self._as_tuples else (item, None)
                row = self._read(number, text)
                rows.append(row)
                contexts.append(context)
                characters += len(row) if isinstance(row, str | bytes) else 0
                if len(rows) >= self._batch_size or characters >= BATCH_CHARACTERS:
                    yield rows, contexts
                    rows, contexts, characters = [], [], 0
        except Exception:
            if rows:
                yield rows, contexts
            raise
        if rows:
            yield rows, contexts


def _pair(row: int, item: Any) -> tuple[Any, Any]:
    if isinstance(item, tuple) and len(item) == 2:
        return item
    raise TypeError(f"row {row}: must be a tuple (text, context) with as_tuples=True, not {type(item).__name__}")


def _summaries(
    rows: list[Row],
    options: ValidOptions,
    first: int,
    threads: int,
    on_error: str,
    progress: Progress,
) -> Iterator[Summary | None]:
    """`first`: the number of the first row, for messages."""
    update = progress.callback
    callback = None if update is None else lambda done: update(first + done)
    results = _core.summarize_many(texts_of(rows), first, options.core, threads, callback)
    for row, result in zip(rows, results, strict=True):
        yield _result(row, options, result, on_error)


def read_rows(texts: Any, on_error: str) -> list[Row]:
    return list(itertools.starmap(_reader(on_error), enumerate(check_source(texts))))


def _reader(on_error: str) -> _Reader:
    """What is no text raises an error, or is one."""
    return check_row if on_error == "raise" else read_row


def texts_of(rows: list[Row]) -> list[str | bytes | None]:
    """Replaces the errors by missing texts, for the core."""
    return [None if isinstance(row, TypeError) else row for row in rows]


def _result(
    text: Row, options: ValidOptions, result: _core.Summary | Exception | None, on_error: str
) -> Summary | None:
    if isinstance(text, TypeError):
        return make_failed_summary("", options.given, text)
    if text is None or result is None:
        return None
    if not isinstance(result, Exception):
        return make_summary(text, options.given, result)
    if on_error == "raise":
        raise result
    return make_failed_summary(text, options.given, result)
