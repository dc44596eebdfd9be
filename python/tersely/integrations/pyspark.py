"""`summarize(column)` for PySpark, in Arrow batches, without pandas.

>>> from pyspark.sql import SparkSession
>>> from tersely.integrations import pyspark as tersely_spark
>>> spark = SparkSession.builder.getOrCreate()
>>> text = "It rained. The river rose and the river took the bridge."
>>> frame = spark.createDataFrame([(text,), (None,)], "body string")
>>> column = tersely_spark.summarize("body", 1).alias("summary")
>>> [row.summary for row in frame.select(column).collect()]
['The river rose and the river took the bridge.', None]
>>> tersely_spark.register(spark, words=10)
>>> query = "select tersely_summarize(body) as summary from {frame}"
>>> spark.sql(query, frame=frame).first().summary
'The river rose and the river took the bridge.'
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from . import Output, batch_function, documents_function, empty_column, empty_documents_column, missing

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
    from .._option_types import Count
    from . import BatchOptions


def summarize(
    body: str | Column,
    sentences: Count | None = None,
    *,
    output: Output = "text",
    language: str | Column | None = None,
    title: str | Column | None = None,
    query: str | Column | None = None,
    **options: Unpack[BatchOptions],
) -> Column:
    """Returns a Column of type string, or struct with `output="struct"`, with
    one result for each row.

    tersely must be installed on the workers. Each worker process uses one
    thread by default, because Spark starts one process for each core.

    Args:
        body: a column of type string or binary, or its name.
        sentences, options: see tersely.summarize; for on_error and threads, see
            tersely.summarize_column.
        language, title, query: a str for all rows (not the name of a column),
            or a Column.

    Raises:
        pyspark.errors.PythonException: the column does not hold text; raised
            when the query runs. The message names the cast.
    """
    beside = {"language": language, "title": title, "query": query}
    function = _udf(sentences, output, beside, options)
    return function(col(body) if isinstance(body, str) else body, *beside.values())


def summarize_documents(
    bodies: str | Column,
    sentences: Count | None = None,
    *,
    output: Output = "text",
    language: str | Column | None = None,
    query: str | Column | None = None,
    **options: Unpack[BatchOptions],
) -> Column:
    """Summarises a column of arrays of texts, those of each row together; see
    tersely.summarize_documents_column.

    For groups:
    `frame.groupBy("topic").agg(summarize_documents(collect_list("body"),
    3).alias("summary"))`.

    Args:
        bodies: a column of arrays of strings, or its name.
        sentences, output, language, query, options: see summarize.
    """
    beside: dict[str, Any] = {"language": language, "query": query}
    function = documents_function(sentences, output, beside, {"threads": 1, **options})
    run = _of_tuples(function) if beside else _of_arrays(function)
    udf = arrow_udf(run, from_arrow_type(pyarrow.chunked_array(empty_documents_column(output)).type))
    return udf(col(bodies) if isinstance(bodies, str) else bodies, *beside.values())


def register(
    spark: SparkSession,
    name: str = "tersely_summarize",
    sentences: Count | None = None,
    *,
    output: Output = "text",
    language: str | None = None,
    title: str | None = None,
    query: str | None = None,
    **options: Unpack[BatchOptions],
) -> None:
    """Registers the SQL function `name(body)` with these options in the
    session; see summarize."""
    beside = {"language": language, "title": title, "query": query}
    spark.udf.register(name, _udf(sentences, output, beside, options))


def _udf(sentences: Count | None, output: Output, beside: dict[str, Any], options: BatchOptions) -> Any:
    function = batch_function(sentences, output, beside, {"threads": 1, **options})
    run = _of_tuples(function) if beside else _of_arrays(function)
    return arrow_udf(run, from_arrow_type(pyarrow.chunked_array(empty_column(output)).type))


# Spark derives the kind of a function from its type hints.
def _of_arrays(function: Callable[..., SummaryColumn]) -> Any:
    def run(batches: Iterator[pyarrow.Array]) -> Iterator[pyarrow.Array]:
        return (pyarrow.array(function(texts)) for texts in batches)

    return run


def _of_tuples(function: Callable[..., SummaryColumn]) -> Any:
    def run(batches: Iterator[tuple[pyarrow.Array, ...]]) -> Iterator[pyarrow.Array]:
        return (pyarrow.array(function(*columns)) for columns in batches)

    return run
