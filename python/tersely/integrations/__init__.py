"""Adapters of `summarize_column` to engines, a module each. A module needs its engine; importing it is all set-up.

All take the options of `tersely.summarize`, keep missing texts missing, and give what `summarize_column` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from .._options import ColumnOptions
from .._progress import ProgressFunction
from .._summarizer import Summarizer

if TYPE_CHECKING:
    from .._column import SummaryColumn
    from .._options import Count

Output = Literal["text", "struct"]


class BatchOptions(ColumnOptions, total=False):
    """Of engines that call with a part of the column at a time."""

    on_error: Literal["raise", "status"]
    threads: int


class SeriesOptions(BatchOptions, total=False):
    """Of engines that have the whole column at hand."""

    progress: bool | ProgressFunction


def missing(engine: str, extra: str) -> ImportError:
    """What to raise where the engine cannot be imported."""
    return ImportError(f'{engine} is missing: pip install "tersely[{extra}]"', name=engine)


def empty_column(output: Output) -> SummaryColumn:
    """Its Arrow type is that of every column with this output: engines derive theirs from it."""
    return Summarizer().column([], output=output, threads=1)


def take_fixed(beside: dict[str, Any]) -> dict[str, Any]:
    """Takes what is the same for all rows, a str, out of language and title; columns of an engine remain."""
    given = {name: value for name, value in beside.items() if value is not None}
    beside.clear()
    beside.update((name, value) for name, value in given.items() if not isinstance(value, str))
    return {name: value for name, value in given.items() if isinstance(value, str)}


def check_progress(options: Mapping[str, Any]) -> None:
    """Raises TypeError."""
    if "progress" in options:
        raise TypeError(
            "progress is not for expressions and lazy columns, which the engine reads a part at a time; "
            "for a Series that is in memory there is series.tersely.summarize(progress=True)"
        )


def batch_function(
    sentences: Count | None, output: Output, beside: dict[str, Any], options: dict[str, Any]
) -> Callable[..., SummaryColumn]:
    """`summarize_column` with its options fixed and checked, for a part of a column at a time. Picklable.

    Args:
        beside: language and title. A str is fixed and taken out; what remains are columns of the engine, which the
            function takes behind the texts, in this order.
        options: BatchOptions, as a dict of the caller's own.
    """
    check_progress(options)
    batch = {name: options.pop(name) for name in ("threads", "on_error") if name in options}
    column: Callable[..., SummaryColumn] = partial(
        Summarizer(sentences, **take_fixed(beside), **options).column, output=output, **batch
    )
    column([])  # a wrong option is told before the engine starts
    return partial(_call, column, tuple(beside))


def _call(column: Callable[..., SummaryColumn], names: tuple[str, ...], texts: Any, *beside: Any) -> SummaryColumn:
    return column(texts, **dict(zip(names, beside, strict=True)))
