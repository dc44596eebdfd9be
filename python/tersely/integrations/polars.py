"""`pl.col("body").tersely` and `series.tersely` for Polars.

>>> import polars as pl
>>> import tersely.integrations.polars
>>> text = "It rained. The river rose and the river took the bridge."
>>> frame = pl.DataFrame({"body": [text, None]})
>>> frame.select(pl.col("body").tersely.summarize(1)).to_series().to_list()
['The river rose and the river took the bridge.', None]
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .._keyphrase_functions import keyphrases_column
from .._summarize import summarize_column, summarize_documents_column
from . import (
    Output,
    batch_function,
    check_progress,
    documents_function,
    empty_column,
    empty_documents_column,
    missing,
)

try:
    import polars as pl
except ImportError as error:
    raise missing("polars", "polars") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from typing_extensions import Unpack

    from .._column import ResultColumn
    from .._option_types import Count
    from . import BatchOptions, KeyphraseBatchOptions, KeyphraseSeriesOptions, SeriesOptions


def _to_series(name: str, column: ResultColumn) -> pl.Series:
    return column.to_polars().alias(name)


@pl.api.register_expr_namespace("tersely")
class ExpressionNamespace:
    """Summarises an expression of texts (String, Categorical, Enum or Binary):
    eager, lazy and streaming."""

    def __init__(self, expression: pl.Expr) -> None:
        self._expression = expression

    def summarize(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pl.Expr | None = None,
        title: str | pl.Expr | None = None,
        query: str | pl.Expr | None = None,
        **options: Unpack[BatchOptions],
    ) -> pl.Expr:
        """Returns an expression of type String, or Struct with
        `output="struct"`, with one result for each row.

        Args:
            sentences, options: see tersely.summarize; for on_error and threads,
                see tersely.summarize_column.
            language, title, query: a str for all rows, or an expression.

        Raises:
            TypeError: the column does not hold text; raised when the query
                runs. The message names the cast.
        """
        beside = {"language": language, "title": title, "query": query}
        function = batch_function(sentences, output, beside, dict(options))
        dtype = _to_series("", empty_column(output)).dtype
        columns = [self._expression, *beside.values()]
        return pl.map_batches(columns, partial(_summarize, function), dtype, is_elementwise=True)

    def summarize_documents(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pl.Expr | None = None,
        query: str | pl.Expr | None = None,
        **options: Unpack[BatchOptions],
    ) -> pl.Expr:
        """Summarises an expression of lists of texts, those of each row
        together.

        >>> bodies = ["The bridge is closed.", "A ferry runs. It is free."]
        >>> posts = pl.DataFrame({"topic": ["bridge"] * 2, "body": bodies})
        >>> bodies = posts.group_by("topic").agg(pl.col("body"))
        >>> summary = pl.col("body").tersely.summarize_documents(1)
        >>> bodies.select(summary).to_series().to_list()
        ['The bridge is closed.']

        Args:
            sentences, output, language, query, options: see summarize and
                tersely.summarize_documents_column.
        """
        beside = {"language": language, "query": query}
        function = documents_function(sentences, output, beside, dict(options))
        dtype = _to_series("", empty_documents_column(output)).dtype
        columns = [self._expression, *beside.values()]
        return pl.map_batches(columns, partial(_summarize, function), dtype, is_elementwise=True)

    def keyphrases(
        self,
        n: Count = 10,
        max_words: Count = 4,
        *,
        language: str | pl.Expr | None = None,
        **options: Unpack[KeyphraseBatchOptions],
    ) -> pl.Expr:
        """Returns an expression of lists of structs (text, score, count,
        spans), one list for each row.

        Args:
            n, max_words, options: see tersely.keyphrases; for on_error and
                threads, see tersely.keyphrases_column.
            language: a str for all rows, or an expression.
        """
        check_progress(options)
        beside = [] if language is None or isinstance(language, str) else [language]
        fixed = {"language": language} if isinstance(language, str) else {}
        find = partial(_find, n, max_words, {**options, **fixed})
        dtype = find([pl.Series([], dtype=pl.String)]).dtype  # reports a wrong option before the query runs
        return pl.map_batches([self._expression, *beside], find, dtype, is_elementwise=True)


@pl.api.register_series_namespace("tersely")
class SeriesNamespace:
    """Summarises a Series of texts."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series

    def summarize(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pl.Series | None = None,
        title: str | pl.Series | None = None,
        query: str | pl.Series | None = None,
        **options: Unpack[SeriesOptions],
    ) -> pl.Series:
        """Returns a Series of summaries with the same name and length.

        Args:
            language, title, query: a str for all rows, or a Series.
            sentences, output, options: see ExpressionNamespace.summarize; for
                progress, see tersely.summarize_column.
        """
        series = self._series
        beside = {"language": language, "title": title, "query": query}
        column = summarize_column(series, sentences, output=output, **beside, **options)
        return _to_series(series.name, column)

    def summarize_documents(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pl.Series | None = None,
        query: str | pl.Series | None = None,
        **options: Unpack[SeriesOptions],
    ) -> pl.Series:
        """Summarises a Series of lists of texts; see
        ExpressionNamespace.summarize_documents."""
        series = self._series
        beside = {"language": language, "query": query}
        column = summarize_documents_column(series, sentences, output=output, **beside, **options)
        return _to_series(series.name, column)

    def keyphrases(
        self,
        n: Count = 10,
        max_words: Count = 4,
        *,
        language: str | pl.Series | None = None,
        **options: Unpack[KeyphraseSeriesOptions],
    ) -> pl.Series:
        """Returns a Series of lists of structs with the same name and length.

        Args:
            language: a str for all rows, or a Series.
            n, max_words, options: see ExpressionNamespace.keyphrases; for
                progress, see tersely.keyphrases_column.
        """
        series = self._series
        return _to_series(series.name, keyphrases_column(series, n, max_words, language=language, **options))


def _summarize(function: Callable[..., ResultColumn], columns: Sequence[pl.Series]) -> pl.Series:
    texts, *beside = columns
    return _to_series(texts.name, function(texts, *_as_long(beside, texts)))


def _find(n: Count, max_words: Count, options: dict[str, Any], columns: Sequence[pl.Series]) -> pl.Series:
    texts, *beside = columns
    languages = dict(zip(("language",), _as_long(beside, texts), strict=False))
    return _to_series(texts.name, keyphrases_column(texts, n, max_words, **options, **languages))


def _as_long(columns: Sequence[pl.Series], texts: pl.Series) -> list[pl.Series]:
    """Repeats literals, which are columns of one row."""
    return [column.new_from_index(0, len(texts)) if len(column) == 1 else column for column in columns]
