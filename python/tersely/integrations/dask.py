"""`series.tersely` for Dask: the accessor of pandas, partition by partition.

>>> import dask.dataframe, pandas
>>> import tersely.integrations.dask
>>> text = "It rained. The river rose and the river took the bridge."
>>> frame = pandas.DataFrame({"body": [text, None]})
>>> lazy = dask.dataframe.from_pandas(frame, npartitions=2)
>>> lazy.body.tersely.summarize(1).compute().to_list()
['The river rose and the river took the bridge.', <NA>]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import Output, check_progress, missing, take_fixed

try:
    import dask.dataframe
    from dask.dataframe.extensions import register_series_accessor
except ImportError as error:
    raise missing("dask.dataframe", "dask") from error

from .pandas import SeriesAccessor as PartitionAccessor

if TYPE_CHECKING:
    import pandas
    from typing_extensions import Unpack

    from .._option_types import Count
    from . import BatchOptions


@register_series_accessor("tersely")
class SeriesAccessor:
    """Summarises a Series of texts."""

    def __init__(self, series: dask.dataframe.Series) -> None:
        self._series = series

    def summarize(
        self,
        sentences: Count | None = None,
        *,
        output: Output = "text",
        language: str | dask.dataframe.Series | None = None,
        title: str | dask.dataframe.Series | None = None,
        query: str | dask.dataframe.Series | None = None,
        **options: Unpack[BatchOptions],
    ) -> dask.dataframe.Series:
        """Returns a lazy Series of summaries with the same index, name and
        partitions.

        Each partition uses one thread by default.

        Args:
            language, title, query: a str for all rows, or a Series with the
                same partitions.
            sentences, output, options: see tersely.integrations.pandas.
        """
        check_progress(options)
        beside: dict[str, Any] = {"language": language, "title": title, "query": query}
        given = {"threads": 1, **options, **take_fixed(beside), "sentences": sentences, "output": output}
        meta = _summarize(self._series._meta, *(series._meta for series in beside.values()), names=(*beside,), **given)
        return self._series.map_partitions(_summarize, *beside.values(), names=(*beside,), meta=meta, **given)


def _summarize(texts: pandas.Series, *beside: pandas.Series, names: tuple[str, ...], **options: Any) -> pandas.Series:
    return PartitionAccessor(texts).summarize(**dict(zip(names, beside, strict=True)), **options)
