"""Summaries of a Ray Data dataset.

>>> import ray.data
>>> from tersely.integrations import ray as tersely_ray
>>> text = "It rained. The river rose and the river took the bridge."
>>> posts = ray.data.from_items([{"body": text}])
>>> summarized = tersely_ray.summarize(posts, "body", 1)
>>> [row["summary"] for row in summarized.take_all()]
['The river rose and the river took the bridge.']
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from . import Output, batch_function, missing, with_column

try:
    import pyarrow
    import ray.data
except ImportError as error:
    raise missing("ray.data", "ray") from error

if TYPE_CHECKING:
    from collections.abc import Callable

    from ray.data.expressions import ColumnExpr
    from typing_extensions import Unpack

    from .._column import SummaryColumn
    from .._option_types import Count
    from . import BatchOptions


def summarize(
    dataset: ray.data.Dataset,
    field: str,
    sentences: Count | None = None,
    *,
    into: str = "summary",
    output: Output = "text",
    language: str | ColumnExpr | None = None,
    title: str | ColumnExpr | None = None,
    query: str | ColumnExpr | None = None,
    **options: Unpack[BatchOptions],
) -> ray.data.Dataset:
    """Returns the dataset with an additional column of summaries. It is lazy.
    Each task uses one thread by default.

    Args:
        field: the name of the column of texts (string or binary).
        into: the name of the new column. An existing column of that name is
            replaced.
        sentences, options: see tersely.summarize; for on_error and threads, see
            tersely.summarize_column.
        language, title, query: a str for all rows, or a column:
            ray.data.expressions.col("title").

    Raises:
        ray.exceptions.RayTaskError: the column does not hold text; raised when
            the dataset is executed. The message names the cast.
    """
    beside: dict[str, Any] = {"language": language, "title": title, "query": query}
    function = batch_function(sentences, output, beside, {"threads": 1, **options})
    fields = [field, *(column.name for column in beside.values())]
    return dataset.map_batches(
        partial(_summarize, function, fields, into), batch_format="pyarrow", zero_copy_batch=True
    )


def _summarize(
    function: Callable[..., SummaryColumn], fields: list[str], into: str, table: pyarrow.Table
) -> pyarrow.Table:
    return with_column(table, into, pyarrow.chunked_array(function(*(table[field] for field in fields))))
