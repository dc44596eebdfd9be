"""`series.tersely` for pandas.

>>> import pandas
>>> import tersely.integrations.pandas
>>> text = "It rained. The river rose and the river took the bridge."
>>> frame = pandas.DataFrame({"body": [text, None]})
>>> frame["summary"] = frame.body.tersely.summarize(1)
>>> frame.summary[0], frame.summary.isna()[1].item()
('The river rose and the river took the bridge.', True)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._keyphrase_functions import keyphrases_column
from .._summarize import summarize_column, summarize_documents_column
from . import Output, missing

try:
    import pandas
except ImportError as error:
    raise missing("pandas", "pandas") from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .._column import ResultColumn
    from .._option_types import Count
    from . import KeyphraseSeriesOptions, SeriesOptions


@pandas.api.extensions.register_series_accessor("tersely")
class SeriesAccessor:
    """Summarises a Series of texts: object, str, string, category, or a string
    or binary type of Arrow."""

    def __init__(self, series: pandas.Series) -> None:
        self._series = series

    def summarize(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pandas.Series | None = None,
        title: str | pandas.Series | None = None,
        query: str | pandas.Series | None = None,
        **options: Unpack[SeriesOptions],
    ) -> pandas.Series:
        """Returns a Series of summaries with the same index and name.

        Args:
            sentences, options: see tersely.summarize; for on_error, threads and
                progress, see tersely.summarize_column.
            output: "text" returns the dtype of the Series (for a category, the
                dtype of its categories). "struct" returns dicts, or Arrow
                structs for a Series of an Arrow type; see
                tersely.summarize_column.
            language, title, query: one value for all rows, or a Series, which
                is aligned by its index.

        Raises:
            TypeError: the Series does not hold text; the message names the
                cast.
        """
        series = self._series
        given = {"language": language, "title": title, "query": query}
        beside = {name: _aligned(value, series) for name, value in given.items()}
        column = summarize_column(_texts(series), sentences, output=output, **beside, **options)
        return _to_series(column, output == "text", series)

    def summarize_documents(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | pandas.Series | None = None,
        query: str | pandas.Series | None = None,
        **options: Unpack[SeriesOptions],
    ) -> pandas.Series:
        """Summarises a Series of lists of texts, those of each row together;
        see tersely.summarize_documents_column.

        >>> bodies = ["The bridge is closed.", "A ferry runs. It is free."]
        >>> posts = pandas.DataFrame({"topic": ["bridge"] * 2, "body": bodies})
        >>> by_topic = posts.groupby("topic").body.agg(list)
        >>> by_topic.tersely.summarize_documents(1).to_list()
        ['The bridge is closed.']

        Args:
            sentences, output, language, query, options: see summarize.
        """
        series = self._series
        beside = {name: _aligned(value, series) for name, value in {"language": language, "query": query}.items()}
        column = summarize_documents_column(series, sentences, output=output, **beside, **options)
        if isinstance(series.dtype, pandas.ArrowDtype):
            return _to_series(column, output == "text", series)
        return pandas.Series(list(column), series.index, object, name=series.name)

    def keyphrases(
        self,
        n: Count = 10,
        max_words: Count = 4,
        *,
        language: str | pandas.Series | None = None,
        **options: Unpack[KeyphraseSeriesOptions],
    ) -> pandas.Series:
        """Returns a Series of lists of dicts (text, score, count, spans), or of
        Arrow lists for an Arrow type.

        Args:
            n, max_words, options: see tersely.keyphrases; for on_error, threads
                and progress, see tersely.keyphrases_column.
            language: one value for all rows, or a Series, which is aligned by
                its index.
        """
        series = self._series
        column = keyphrases_column(_texts(series), n, max_words, language=_aligned(language, series), **options)
        return _to_series(column, False, series)


def _texts(series: pandas.Series) -> pandas.Series:
    types, dtype = pandas.api.types, series.dtype
    if types.is_float_dtype(dtype) and series.isna().all():  # without any value, which is a column of missing texts
        return series
    if types.is_numeric_dtype(dtype) or types.is_datetime64_any_dtype(dtype):
        raise TypeError(f"the Series holds {dtype}, not text; cast it: series.astype('string')")
    return series


def _aligned(beside: Any, series: pandas.Series) -> Any:
    if isinstance(beside, pandas.Series) and not beside.index.equals(series.index):
        return beside.reindex(series.index)
    return beside


def _to_series(column: ResultColumn, is_text: bool, series: pandas.Series) -> pandas.Series:
    dtype = series.dtype.categories.dtype if isinstance(series.dtype, pandas.CategoricalDtype) else series.dtype
    if isinstance(dtype, pandas.ArrowDtype):
        import pyarrow

        data = pandas.arrays.ArrowExtensionArray(pyarrow.chunked_array(column))
        return pandas.Series(data, series.index, name=series.name)
    is_string = is_text and isinstance(dtype, pandas.StringDtype)
    return pandas.Series(list(column), series.index, dtype if is_string else object, name=series.name)
