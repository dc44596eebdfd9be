"""Adapters for other packages, one module for each. Importing a module is all
the set-up.

All adapters take the options of `tersely.summarize`.

- pandas, polars, duckdb, pyspark, dask, ray, datasets and sklearn return the
  same results as `summarize_column`. Missing texts stay missing. Those of
  pandas, Polars and DuckDB also have `keyphrases`, with the results of
  `keyphrases_column`, and those of pandas, Polars, DuckDB and PySpark have
  `summarize_documents`, with those of `summarize_documents_column`.
- langchain, llama_index and haystack shorten retrieved documents to the
  sentences that answer a query. langchain and llama_index also split documents
  into chunks of whole sentences.
- spacy sets the sentences of a Doc, and adds its summary.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

from .._errors import missing as missing
from .._option_types import ColumnAnalysisOptions, ColumnOptions
from .._options import TABLE
from .._progress import ProgressFunction
from .._summarize import summarize_documents_column
from .._summarizer import Summarizer

if TYPE_CHECKING:
    from .._column import SummaryColumn
    from .._option_types import Count

Output = Literal["text", "struct"]


class BatchOptions(ColumnOptions, total=False):
    """Options for engines that pass one part of the column at a time."""

    on_error: Literal["raise", "status"]
    threads: int


class SeriesOptions(BatchOptions, total=False):
    """Options for engines that pass the whole column."""

    progress: bool | ProgressFunction


class KeyphraseBatchOptions(ColumnAnalysisOptions, total=False):
    """Options of keyphrases for engines that pass one part of the column at a
    time."""

    on_error: Literal["raise", "status"]
    threads: int


class KeyphraseSeriesOptions(KeyphraseBatchOptions, total=False):
    """Options of keyphrases for engines that pass the whole column."""

    progress: bool | ProgressFunction


def empty_column(output: Output) -> SummaryColumn:
    """Returns an empty column. Engines derive their type from its Arrow type,
    which all columns of this output have."""
    return Summarizer().column([], output=output, threads=1)


def empty_documents_column(output: Output) -> SummaryColumn:
    """The same for lists of texts."""
    return summarize_documents_column([], output=output, threads=1)


def take_fixed(beside: dict[str, Any]) -> dict[str, Any]:
    """Removes and returns the values that are a str, the same for all rows.
    Columns remain."""
    given = {name: value for name, value in beside.items() if value is not None}
    beside.clear()
    beside.update((name, value) for name, value in given.items() if not isinstance(value, str))
    return {name: value for name, value in given.items() if isinstance(value, str)}


def defaults_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Returns the defaults of the options of a function with `show_signature`,
    except `sentences`."""
    from inspect import signature

    parameters = signature(function).parameters
    return {name: p.default for name, p in parameters.items() if name in TABLE and name != "sentences"}


def changed(given: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Returns the options that are not at their defaults, because a method
    refuses options that it does not use."""
    return {name: value for name, value in given.items() if not _equal(value, defaults[name])}


def _equal(value: Any, default: Any) -> bool:
    return type(value) is type(default) and bool(value == default)


def with_column(table: Any, name: str, column: Any) -> Any:
    """Returns a pyarrow.Table with an additional column. An existing column of
    that name is replaced in its place."""
    if name in table.column_names:
        return table.set_column(table.column_names.index(name), name, column)
    return table.append_column(name, column)


def check_progress(options: Mapping[str, Any]) -> None:
    """Raises TypeError if the options include progress."""
    if "progress" in options:
        raise TypeError(
            "progress is not for expressions and lazy columns, because the engine reads them in parts; "
            "for a Series in memory, use series.tersely.summarize(progress=True)"
        )


def batch_function(
    sentences: Count | None, output: Output, beside: dict[str, Any], options: dict[str, Any]
) -> Callable[..., SummaryColumn]:
    """Returns `summarize_column` with its options fixed and checked, for one
    part of a column at a time. Picklable.

    Args:
        beside: language, title and query. A str is fixed and removed from the
            dict. The rest are columns of the engine, which the function takes
            after the texts, in this order.
        options: BatchOptions, in a dict that this function may change.
    """
    check_progress(options)
    batch = {name: options.pop(name) for name in ("threads", "on_error") if name in options}
    column: Callable[..., SummaryColumn] = partial(
        Summarizer(sentences, **take_fixed(beside), **options).column, output=output, **batch
    )
    column([])  # reports a wrong option before the engine starts
    return partial(_call, column, tuple(beside))


def documents_function(
    sentences: Count | None, output: Output, beside: dict[str, Any], options: dict[str, Any]
) -> Callable[..., SummaryColumn]:
    """The same for columns of lists of texts. `beside`: language and query."""
    check_progress(options)
    fixed = {**options, **take_fixed(beside)}
    column: Callable[..., SummaryColumn] = partial(
        summarize_documents_column, sentences=sentences, output=output, **fixed
    )
    column([])  # reports a wrong option before the engine starts
    return partial(_call, column, tuple(beside))


def _call(column: Callable[..., SummaryColumn], names: tuple[str, ...], texts: Any, *beside: Any) -> SummaryColumn:
    return column(texts, **dict(zip(names, beside, strict=True)))
