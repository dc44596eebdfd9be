"""The same column through every engine: functions that take a list of texts and return (summary, status) of each row.

Each engine gets the list in its own types and divides the work its own way: in chunks, partitions or processes.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from unittest import mock

import tersely

Rows = list[tuple[str | None, str] | None]
OPTIONS: dict[str, Any] = {"sentences": 2, "output": "struct"}
PARTS = 3


def one_by_one(texts: list[Any]) -> Rows:
    """The expected result of every engine, computed without a batch."""
    return [None if text is None else _alone(text) for text in texts]


def _alone(text: Any) -> tuple[str | None, str]:
    try:
        summary = tersely.summarize(text, 2)
    except tersely.TerselyError:
        return None, "error"
    return str(summary), summary.status


def _rows(structs: Iterable[Any]) -> Rows:
    return [None if row is None else (row["summary"], row["status"]) for row in structs]


def _column(column: Any) -> Rows:
    return _rows(tersely.summarize_column(column, **OPTIONS))


def _accessor(engine: str) -> None:
    importlib.import_module(f"tersely.integrations.{engine}")


def _arrow(type_name: str) -> Callable[[list[Any]], Rows]:
    def run(texts: list[Any]) -> Rows:
        import pyarrow

        return _column(pyarrow.array(texts, getattr(pyarrow, type_name)()))

    return run


def _arrow_dictionary(texts: list[Any]) -> Rows:
    import pyarrow

    return _column(pyarrow.array(texts).dictionary_encode())


def _arrow_chunks(texts: list[Any]) -> Rows:
    import pyarrow

    ends = [0, 0, 1, len(texts) // 3, len(texts)]  # with an empty chunk and a chunk of one row
    kind = pyarrow.array(texts).type
    return _column(pyarrow.chunked_array([texts[a:b] for a, b in zip(ends, ends[1:])], kind))


def _arrow_slice(texts: list[Any]) -> Rows:
    import pyarrow

    around = [None, *texts[:2], *texts, None]
    return _column(pyarrow.array(around).slice(3, len(texts)))


def _arrow_stream(texts: list[Any]) -> Rows:
    import pyarrow

    table = pyarrow.table({"id": range(len(texts)), "body": texts})
    reader = pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=1000))
    return _rows(tersely.summarize_column(reader, field="body", **OPTIONS))


def _pandas(dtype: str) -> Callable[[list[Any]], Rows]:
    def run(texts: list[Any]) -> Rows:
        import pandas

        _accessor("pandas")
        summaries = pandas.Series(texts, dtype=dtype).tersely.summarize(**OPTIONS)
        return _rows(None if summary is pandas.NA else summary for summary in summaries)

    return run


def _pandas_category(texts: list[Any]) -> Rows:
    import pyarrow

    _accessor("pandas")
    series = (
        pyarrow.array(texts).dictionary_encode().to_pandas()
    )  # pandas' own categories merge texts that differ after a NUL
    return _rows(series.tersely.summarize(**OPTIONS))


def _polars(engine: str) -> Callable[[list[Any]], Rows]:
    def run(texts: list[Any]) -> Rows:
        import polars as pl

        _accessor("polars")
        query = pl.LazyFrame({"body": texts}).select(pl.col("body").tersely.summarize(**OPTIONS))
        return _rows(query.collect(engine=engine)["body"])

    return run


def _duckdb(texts: list[Any]) -> Rows:
    import duckdb
    import pyarrow

    import tersely.integrations.duckdb

    with duckdb.connect() as connection:
        tersely.integrations.duckdb.register(connection)
        connection.register("post", pyarrow.table({"id": range(len(texts)), "body": texts}))
        query = "select tersely_summarize_struct(body, 2) from post order by id"
        return _rows(row[0] for row in connection.execute(query).fetchall())


def _spark(texts: list[Any]) -> Rows:
    import pyarrow

    import tersely.integrations.pyspark

    with spark_session() as spark:
        table = pyarrow.table({"id": range(len(texts)), "body": texts})
        summary = tersely.integrations.pyspark.summarize("body", **OPTIONS).alias("s")
        rows = spark.createDataFrame(table).repartition(PARTS).select("id", summary).collect()
        return _rows(row.s for row in sorted(rows, key=lambda row: row.id))


def _dask(texts: list[Any]) -> Rows:
    import dask.dataframe
    import pandas

    _accessor("dask")
    frame = dask.dataframe.from_pandas(pandas.DataFrame({"body": texts}), npartitions=PARTS)
    return _rows(frame.body.tersely.summarize(**OPTIONS).compute(scheduler="processes", num_workers=2))


def _ray(texts: list[Any]) -> Rows:
    import pyarrow

    import tersely.integrations.ray

    with ray_data() as data:
        table = pyarrow.table({"id": range(len(texts)), "body": texts})
        summaries = tersely.integrations.ray.summarize(data.from_arrow(table).repartition(PARTS), "body", **OPTIONS)
        return _rows(row["summary"] for row in sorted(summaries.take_all(), key=lambda row: row["id"]))


@contextlib.contextmanager
def spark_session() -> Iterator[Any]:
    """PySpark in local mode with two workers, or the running session if there is one."""
    from pyspark.sql import SparkSession

    if SparkSession.getActiveSession() is not None:
        yield SparkSession.getActiveSession()
        return
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
    # Otherwise the workers run the first python of the PATH.
    with mock.patch.dict(os.environ, PYSPARK_PYTHON=sys.executable):
        session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@contextlib.contextmanager
def ray_data() -> Iterator[Any]:
    """Ray Data on this machine with two workers, or the running instance if there is one."""
    import ray
    import ray.data

    ray.data.DataContext.get_current().enable_progress_bars = False
    if ray.is_initialized():
        yield ray.data
        return
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    yield ray.data
    ray.shutdown()


# name: (what it needs, function)
OF_TEXT: dict[str, tuple[tuple[str, ...], Callable[[list[Any]], Rows]]] = {
    "list": ((), _column),
    "iterable": ((), lambda texts: _column(text for text in texts)),
    "pandas object": (("pandas",), _pandas("object")),
    "pandas string": (("pandas",), _pandas("string")),
    "pandas category": (("pandas", "pyarrow"), _pandas_category),
    "pandas Arrow": (("pandas", "pyarrow"), _pandas("large_string[pyarrow]")),
    "Polars": (("polars",), _polars("in-memory")),
    "Polars streaming": (("polars",), _polars("streaming")),
    "Arrow string": (("pyarrow",), _arrow("string")),
    "Arrow large_string": (("pyarrow",), _arrow("large_string")),
    "Arrow string_view": (("pyarrow",), _arrow("string_view")),
    "Arrow dictionary": (("pyarrow",), _arrow_dictionary),
    "Arrow chunks": (("pyarrow",), _arrow_chunks),
    "Arrow slice": (("pyarrow",), _arrow_slice),
    "Arrow stream": (("pyarrow",), _arrow_stream),
    "DuckDB": (("duckdb", "pyarrow"), _duckdb),
    "Dask processes": (("dask.dataframe",), _dask),
    "Spark": (("pyspark.sql", "pyarrow"), _spark),
    "Ray": (("ray.data", "pyarrow"), _ray),
}
OF_BYTES = {
    "list": ((), _column),
    "pandas object": (("pandas",), _pandas("object")),
    "pandas Arrow": (("pandas", "pyarrow"), _pandas("binary[pyarrow]")),
    "Polars": (("polars",), _polars("streaming")),
    "Arrow binary": (("pyarrow",), _arrow("binary")),
    "Arrow large_binary": (("pyarrow",), _arrow("large_binary")),
    "Arrow binary_view": (("pyarrow",), _arrow("binary_view")),
    "Arrow dictionary": (("pyarrow",), _arrow_dictionary),
    "Arrow chunks": (("pyarrow",), _arrow_chunks),
    "Arrow slice": (("pyarrow",), _arrow_slice),
    "Spark": (("pyspark.sql", "pyarrow"), _spark),
    "Ray": (("ray.data", "pyarrow"), _ray),
}
