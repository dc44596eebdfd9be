"""`summarize(column)` for PySpark, by batches of Arrow, without pandas.

>>> from pyspark.sql import SparkSession
>>> from tersely.integrations import pyspark as tersely_spark
>>> spark = SparkSession.builder.getOrCreate()
>>> text = "It rained. The river rose and the river took the bridge."
>>> frame = spark.createDataFrame([(text,), (None,)], "body string")
>>> frame.select(tersely_spark.summarize("body", 1).alias("summary")).collect()
[Row(summary='The river rose and the river took the bridge.'), Row(summary=None)]
>>> tersely_spark.register(spark, words=10)
>>> spark.sql("select tersely_summarize(body) as summary from {frame}", frame=frame).first().summary
'The river rose and the river took the bridge.'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from . import Output, batch_function, empty_column, missing

try:
    import pyarrow
    from pyspark.sql.functions import arrow_udf, col
    from pyspark.sql.pandas.types import from_arrow_type
except ImportError as error:
    raise missing("pyspark 4.1 or newer with pyarrow", "pyspark") from error

if TYPE_CHECKING:
    from pyspark.sql import Column, SparkSession
    from typing_extensions import Unpack

    from .._column import SummaryColumn
    from .._options import Count
    from . import BatchOptions


def summarize(
    body: str | Column,
    sentences: Count | None = None,
    *,
    output: Output = "text",
    language: str | Column | None = None,
    title: str | Column | None = None,
    **options: Unpack[BatchOptions],
) -> Column:
    """A column of string, or of struct (`output="struct"`), a row for each row.

    The options travel with the query; the workers, one process a core, need tersely installed and use one thread each.

    Args:
        body: a column of string or binary, or its name.
        sentences, options: see tersely.summarize, and on_error, threads of tersely.summarize_column.
        language, title: one for all as a str (no name of a column), or a Column.

    Raises:
        pyspark.errors.PythonException: when the query runs, the column holds no text; the message names the cast.
    """
    beside = {"language": language, "title": title}
    function = _udf(sentences, output, beside, options)
    return function(col(body) if isinstance(body, str) else body, *beside.values())


def register(
    spark: SparkSession,
    name: str = "tersely_summarize",
    sentences: Count | None = None,
    *,
    output: Output = "text",
    language: str | None = None,
    title: str | None = None,
    **options: Unpack[BatchOptions],
) -> None:
    """Adds the function `name(body)` with these options to the session's SQL; see summarize."""
    spark.udf.register(name, _udf(sentences, output, {"language": language, "title": title}, options))


def _udf(sentences: Count | None, output: Output, beside: dict[str, Any], options: BatchOptions) -> Any:
    function = batch_function(sentences, output, beside, {"threads": 1, **options})
    run = _of_tuples(function) if beside else _of_arrays(function)
    return arrow_udf(run, from_arrow_type(pyarrow.chunked_array(empty_column(output)).type))


# Spark reads the kind of a function off its type hints.
def _of_arrays(function: Callable[..., SummaryColumn]) -> Any:
    def run(batches: Iterator[pyarrow.Array]) -> Iterator[pyarrow.Array]:
        return (pyarrow.array(function(texts)) for texts in batches)

    return run


def _of_tuples(function: Callable[..., SummaryColumn]) -> Any:
    def run(batches: Iterator[tuple[pyarrow.Array, ...]]) -> Iterator[pyarrow.Array]:
        return (pyarrow.array(function(*columns)) for columns in batches)

    return run
