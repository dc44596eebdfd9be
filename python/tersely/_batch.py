"""Batches of Python objects: a list of texts, or a stream of unknown length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from contextlib import closing
from typing import TYPE_CHECKING, Any

from . import _core
from ._document import make_failed_summary, make_summary
from ._errors import InvalidOption, quote
from ._inputs import as_index, check_row, check_source
from ._options import ValidOptions
from ._progress import Progress, ProgressFunction
from ._summaries import Summaries
from ._threads import resolve_threads

if TYPE_CHECKING:
    from ._summary import Summary

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
    rows = [check_row(row, text) for row, text in enumerate(check_source(texts))]
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
    batches = _Batches(check_source(texts), as_tuples, size)
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

    def __init__(self, source: Iterable[Any], as_tuples: bool, batch_size: int) -> None:
        self._source = source
        self._as_tuples = as_tuples
        self._batch_size = batch_size

    def __iter__(self) -> Iterator[tuple[list[str | bytes | None], list[Any]]]:
        rows: list[str | bytes | None] = []
        contexts: list[Any] = []
        characters = 0
        try:
            for number, item in enumerate(self._source):
                text, context = _pair(number, item) if self._as_tuples else (item, None)
                rows.append(check_row(number, text))
                contexts.append(context)
                characters += len(rows[-1] or "")
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
    rows: list[str | bytes | None],
    options: ValidOptions,
    first: int,
    threads: int,
    on_error: str,
    progress: Progress,
) -> Iterator[Summary | None]:
    """`first`: the number of the first row, for messages."""
    update = progress.callback
    callback = None if update is None else lambda done: update(first + done)
    results = _core.summarize_many(rows, first, options.core, threads, callback)
    for text, result in zip(rows, results, strict=True):
        yield _result(text, options, result, on_error)


def _result(
    text: str | bytes | None, options: ValidOptions, result: _core.Summary | Exception | None, on_error: str
) -> Summary | None:
    if text is None or result is None:
        return None
    if not isinstance(result, Exception):
        return make_summary(text, options.given, result)
    if on_error == "raise":
        raise result
    return make_failed_summary(text, options.given, result)
