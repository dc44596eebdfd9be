"""Summaries of a dataset of Hugging Face.

>>> from datasets import Dataset
>>> from tersely.integrations import datasets as tersely_datasets
>>> text = "It rained. The river rose and the river took the bridge."
>>> posts = Dataset.from_dict({"body": [text, None]})
>>> posts.map(tersely_datasets.summarize("body", 1), batched=True)["summary"][:]
['The river rose and the river took the bridge.', None]
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from .._options import check_names
from . import Output, batch_function, missing, with_column

try:
    import datasets  # noqa: F401  # so that the error below comes early
    import pyarrow
except ImportError as error:
    raise missing("datasets", "datasets") from error

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import Unpack

    from .._column import SummaryColumn
    from .._option_types import Count
    from . import BatchOptions


def summarize(
    field: str,
    sentences: Count | None = None,
    *,
    into: str = "summary",
    output: Output = "text",
    language: str | None = None,
    title: str | None = None,
    query: str | None = None,
    columns: Mapping[str, str] | None = None,
    **options: Unpack[BatchOptions],
) -> Callable[[Any], Any]:
    """Returns a function for `map(..., batched=True)` that adds a column of
    summaries.

    It takes batches of a Dataset, IterableDataset or DatasetDict in any format.
    Those of the formats "arrow" and "polars" are read and returned without a
    copy. In the others, the first batch decides the type of the new column: if
    all its texts may be missing, pass `features` to `map`. It can be pickled,
    for `num_proc`. Equal options have the same fingerprint, so that
    `map` finds its cached result. By default, it uses all cores; with
    `num_proc`, pass `threads=1`.

    Args:
        field: the name of the column of texts.
        into: the name of the new column. An existing column of that name is
            replaced.
        sentences, options: see tersely.summarize; for on_error and threads, see
            tersely.summarize_column.
        language, title, query: a str for all rows.
        columns: which of these three are in columns instead, by the names of
            the columns: {"query": "question"}.
    """
    check_names("columns", columns or {}, ("language", "title", "query"))
    named = {name: (column,) for name, column in (columns or {}).items()}  # a str would be the value for all rows
    beside: dict[str, Any] = {"language": language, "title": title, "query": query, **named}
    function = batch_function(sentences, output, beside, {**options})
    fields = [field, *(column for (column,) in beside.values())]
    return partial(_summarize, function, fields, into)


def _summarize(function: Callable[..., SummaryColumn], fields: list[str], into: str, batch: Any) -> Any:
    column = function(*(batch[field] for field in fields))
    if isinstance(batch, Mapping):
        return {into: column.to_list()}  # map adds it to the batch; below, it does not
    if isinstance(batch, pyarrow.Table):
        return with_column(batch, into, pyarrow.chunked_array(column))
    if hasattr(batch, "with_columns"):  # Polars
        return batch.with_columns(column.to_polars().alias(into))
    return batch.assign(**{into: column.to_list()})
