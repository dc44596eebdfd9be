"""Columns of lists of texts through the engines, and groups."""

import importlib

import pytest
from support.engines import spark_session

import tersely

TOPICS = {
    "bridge": ["The old bridge is closed. Engineers found cracks.", "Cracks closed the old bridge. A ferry runs."],
    "market": ["The market opens on Monday. It sells fruit.", "Fruit is cheap on the market."],
}
POSTS = [(topic, body) for topic, bodies in TOPICS.items() for body in bodies]
EXPECTED = {topic: str(tersely.summarize_documents(bodies, 1)) for topic, bodies in TOPICS.items()}
ROWS = [TOPICS["bridge"], None, [], [None, *TOPICS["market"]]]
QUERIES = ["ferry", None, "x", "fruit"]


def expected(rows=ROWS, queries=(None,) * 4):
    return [
        None if row is None else str(tersely.summarize_documents(row, 1, query=query))
        for row, query in zip(rows, queries)
    ]


@pytest.mark.parametrize("dtype", ["object", "arrow"])
def test_pandas(dtype):
    pandas = pytest.importorskip("pandas")
    importlib.import_module("tersely.integrations.pandas")
    if dtype == "arrow":
        pyarrow = pytest.importorskip("pyarrow")
        dtype = pandas.ArrowDtype(pyarrow.list_(pyarrow.string()))
    series = pandas.Series(ROWS, index=[3, 1, 4, 2], dtype=dtype, name="hits")
    found = series.tersely.summarize_documents(1)
    assert (found.name, list(found.index)) == ("hits", [3, 1, 4, 2])
    assert [None if pandas.isna(x) else x for x in found] == expected()
    queries = pandas.Series(QUERIES, index=[3, 1, 4, 2])[::-1]
    found = series.tersely.summarize_documents(1, query=queries)
    assert [None if pandas.isna(x) else x for x in found] == expected(queries=QUERIES)


def test_groups_of_pandas():
    pandas = pytest.importorskip("pandas")
    importlib.import_module("tersely.integrations.pandas")
    posts = pandas.DataFrame(POSTS, columns=["topic", "body"])
    assert posts.groupby("topic").body.agg(list).tersely.summarize_documents(1).to_dict() == EXPECTED


def test_polars():
    pl = pytest.importorskip("polars")
    importlib.import_module("tersely.integrations.polars")
    frame = pl.DataFrame({"hits": ROWS, "query": QUERIES})
    assert frame["hits"].tersely.summarize_documents(1).to_list() == expected()
    asked = pl.col("hits").tersely.summarize_documents(1, query=pl.col("query"))
    assert frame.lazy().select(asked).collect()["hits"].to_list() == expected(queries=QUERIES)
    posts = pl.DataFrame(POSTS, schema=["topic", "body"], orient="row")
    groups = posts.group_by("topic").agg(pl.col("body").alias("bodies"))
    summaries = groups.select("topic", pl.col("bodies").tersely.summarize_documents(1))
    assert dict(summaries.iter_rows()) == EXPECTED
    structs = frame.select(pl.col("hits").tersely.summarize_documents(1, output="struct"))["hits"]
    assert structs[0]["sentences"][0]["source"] in (0, 1)


def test_duckdb():
    duckdb, pyarrow = pytest.importorskip("duckdb"), pytest.importorskip("pyarrow")
    engine = importlib.import_module("tersely.integrations.duckdb")
    with duckdb.connect() as connection:
        engine.register(connection)
        kinds = {"id": pyarrow.int64(), "hits": pyarrow.list_(pyarrow.string()), "query": pyarrow.string()}
        columns = {"id": range(4), "hits": ROWS, "query": QUERIES}
        connection.register("search", pyarrow.table(columns, pyarrow.schema(kinds)))
        asked = "select tersely_summarize_documents(hits, 1, query := query) from search order by id"
        assert [row[0] for row in connection.execute(asked).fetchall()] == expected(queries=QUERIES)
        topics, bodies = zip(*POSTS)
        connection.register("post", pyarrow.table({"id": range(4), "topic": topics, "body": bodies}))
        groups = "select topic, tersely_summarize_documents(list(body order by id), 1) from post group by topic"
        assert dict(connection.execute(groups).fetchall()) == EXPECTED


def test_spark():
    pytest.importorskip("pyspark.sql")
    pytest.importorskip("pyarrow")
    engine = importlib.import_module("tersely.integrations.pyspark")
    from pyspark.sql.functions import col, collect_list

    with spark_session() as spark:
        rows = [(number, *row) for number, row in enumerate(zip(ROWS, QUERIES))]
        frame = spark.createDataFrame(rows, "id long, hits array<string>, query string")
        asked = engine.summarize_documents("hits", 1, query=col("query")).alias("summary")
        found = sorted(frame.select("id", asked).collect())
        assert [row.summary for row in found] == expected(queries=QUERIES)
        posts = spark.createDataFrame(POSTS, "topic string, body string").coalesce(1)
        found = posts.groupBy("topic").agg(engine.summarize_documents(collect_list("body"), 1)).collect()
        assert dict(found) == EXPECTED
