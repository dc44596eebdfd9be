"""Datasets of Ray Data."""

import pytest

import tersely

pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("ray.data")
integration = pytest.importorskip("tersely.integrations.ray")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


def in_order(dataset):
    return sorted(dataset.take_all(), key=lambda row: row["id"])


def test_a_column_more(ray_data, texts, expected):
    table = pyarrow.table({"id": range(len(texts)), "body": texts})

    summaries = integration.summarize(ray_data.from_arrow(table).repartition(3), "body", 2)

    rows = in_order(summaries)
    assert [row["summary"] for row in rows] == expected
    assert [row["body"] for row in rows] == texts


def test_struct_into_a_column_of_another_name(ray_data, texts, expected):
    table = pyarrow.table({"id": range(len(texts)), "body": texts, "short": texts})

    rows = in_order(integration.summarize(ray_data.from_arrow(table), "body", 2, into="short", output="struct"))

    assert [row["short"] and row["short"]["summary"] for row in rows] == expected
    assert [row["short"] and row["short"]["status"] for row in rows][:4] == ["ok", None, "ok", "empty"]


def test_titles_and_languages_may_be_columns(ray_data):
    from ray.data.expressions import col

    table = pyarrow.table({"id": [0, 1], "body": [TITLED] * 2, "t": ["The ferry", None], "l": [None, "de"]})

    rows = in_order(
        integration.summarize(ray_data.from_arrow(table), "body", 1, title=col("t"), language=col("l"), output="struct")
    )

    assert [(row["summary"]["summary"], row["summary"]["language"]) for row in rows] == [
        (str(tersely.summarize(TITLED, 1, title="The ferry")), "en"),
        (str(tersely.summarize(TITLED, 1, language="de")), "de"),
    ]


def test_queries_may_be_columns(ray_data):
    from ray.data.expressions import col

    table = pyarrow.table({"id": [0, 1], "body": [TITLED] * 2, "q": ["the ferry", None]})

    rows = in_order(integration.summarize(ray_data.from_arrow(table), "body", 1, query=col("q")))

    assert [row["summary"] for row in rows] == [
        str(tersely.summarize(TITLED, 1, query="the ferry")),
        str(tersely.summarize(TITLED, 1)),
    ]


def test_numbers_are_refused_with_the_cast(ray_data):
    with pytest.raises(Exception, match="holds no text, its Arrow type is int64: cast it to string"):
        integration.summarize(ray_data.range(3), "id").take_all()


def test_a_wrong_option_is_told_before_anything_runs(ray_data):
    with pytest.raises(TypeError, match="did you mean words"):
        integration.summarize(ray_data.range(3), "id", word_count=3)


def test_a_task_uses_one_thread_whatever_the_environment_says(ray_data, monkeypatch):
    monkeypatch.setenv("TERSELY_NUM_THREADS", "nonsense")  # an error if it is read

    integration.summarize(ray_data.range(3), "id")
    with pytest.raises(tersely.InvalidOption, match="TERSELY_NUM_THREADS"):
        integration.summarize(ray_data.range(3), "id", threads=0)
