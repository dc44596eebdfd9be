"""The column function and the SQL function of PySpark, in local mode."""

import pytest

import tersely

pytest.importorskip("pyarrow")
functions = pytest.importorskip("pyspark.sql.functions")
integration = pytest.importorskip("tersely.integrations.pyspark")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


@pytest.fixture
def frame(spark, texts):
    return spark.createDataFrame(list(enumerate(texts)), "id int, body string").repartition(3)


def by_id(frame, *columns):
    return [tuple(row[1:]) for row in sorted(frame.select("id", *columns).collect())]


def test_a_column_by_name_or_as_column(frame, expected):
    rows = by_id(frame, integration.summarize("body", 2), integration.summarize(functions.col("body"), sentences=2))

    assert rows == [(summary, summary) for summary in expected]


def test_struct(frame, texts, expected):
    summaries = frame.withColumn("s", integration.summarize("body", 2, output="struct"))

    rows = by_id(summaries, "s.summary", "s.status", functions.get("s.sentences", functions.lit(0)).start)

    assert [row[0] for row in rows] == expected
    assert [row[1] for row in rows][:4] == ["ok", None, "ok", "empty"]
    assert rows[0][2] == tersely.summarize(texts[0], 2)[0].start


def test_binary_columns_may_hold_damaged_text(spark):
    frame = spark.createDataFrame(
        [(0, bytearray(b"\xff")), (1, bytearray(b"It rained.")), (2, None)], "id int, body binary"
    )

    rows = by_id(frame.withColumn("s", integration.summarize("body", output="struct")), "s.summary", "s.status")

    assert rows == [(None, "error"), ("It rained.", "whole_text"), (None, None)]


def test_titles_and_languages_may_be_columns(spark):
    frame = spark.createDataFrame(
        [(0, TITLED, "The ferry", None), (1, TITLED, None, "de")], "id int, body string, t string, l string"
    )
    summary = integration.summarize("body", 1, title=functions.col("t"), language=functions.col("l"), output="struct")

    rows = by_id(frame.withColumn("s", summary), "s.summary", "s.language")

    assert rows == [
        (str(tersely.summarize(TITLED, 1, title="The ferry")), "en"),
        (str(tersely.summarize(TITLED, 1, language="de")), "de"),
    ]


def test_queries_may_be_columns(spark):
    frame = spark.createDataFrame([(0, TITLED, "the ferry"), (1, TITLED, None)], "id int, body string, q string")

    rows = by_id(
        frame.withColumn("s", integration.summarize("body", 1, query=functions.col("q"), output="struct")), "s.summary"
    )

    assert [row[0] for row in rows] == [str(tersely.summarize(TITLED, 1, query=query)) for query in ("the ferry", None)]


def test_sql(spark, frame, expected):
    integration.register(spark, sentences=2)
    integration.register(spark, "shortest", words=10, title="Rain")
    frame.createOrReplaceTempView("post")

    rows = spark.sql("select id, tersely_summarize(body) as two, shortest(body) as shortest from post").collect()

    assert [row.two for row in sorted(rows)] == expected
    assert all(row.shortest is None or len(row.shortest) <= len(row.two) for row in rows)


def test_numbers_are_refused_with_the_cast(frame):
    with pytest.raises(Exception, match="holds no text, its Arrow type is int32: cast it to string"):
        frame.select(integration.summarize("id")).collect()


def test_a_wrong_option_is_told_before_the_query_runs(spark):
    with pytest.raises(TypeError, match="did you mean words"):
        integration.summarize("body", word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        integration.register(spark, words=0)


def test_a_worker_uses_one_thread_whatever_the_environment_says(spark, monkeypatch):
    monkeypatch.setenv("TERSELY_NUM_THREADS", "nonsense")  # an error if it is read

    integration.summarize("body")
    with pytest.raises(tersely.InvalidOption, match="TERSELY_NUM_THREADS"):
        integration.summarize("body", threads=0)
