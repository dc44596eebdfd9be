"""The accessor of a Dask Series."""

import pytest

import tersely

pandas = pytest.importorskip("pandas")
dask = pytest.importorskip("dask")
dataframe = pytest.importorskip("dask.dataframe")
pytest.importorskip("tersely.integrations.dask")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


@pytest.fixture
def series(texts):
    return dataframe.from_pandas(pandas.DataFrame({"body": texts}), npartitions=3).body


def as_list(series):
    return [None if pandas.isna(value) else value for value in series]


@pytest.mark.parametrize("scheduler", ["sync", "threads", "processes"])
def test_every_scheduler_gives_the_same(series, expected, scheduler):
    lazy = series.tersely.summarize(2)

    summaries = lazy.compute(scheduler=scheduler)

    assert as_list(summaries) == expected
    assert summaries.index.to_list() == list(range(len(expected)))
    assert (lazy.name, lazy.dtype) == (summaries.name, summaries.dtype) == ("body", series.dtype)
    assert lazy.npartitions == series.npartitions


def test_struct(series, expected):
    lazy = series.tersely.summarize(2, output="struct")

    rows = lazy.compute()

    assert rows.dtype == lazy.dtype
    assert [row["summary"] if row is not None else None for row in rows] == expected


def test_titles_may_be_columns():
    frame = pandas.DataFrame({"body": [TITLED] * 2, "title": ["The ferry", "The bridge"], "language": [None, "de"]})
    lazy = dataframe.from_pandas(frame, npartitions=2)

    rows = lazy.body.tersely.summarize(1, title=lazy.title, language=lazy.language, output="struct").compute()

    expected = [
        tersely.summarize(TITLED, 1, title="The ferry"),
        tersely.summarize(TITLED, 1, title="The bridge", language="de"),
    ]
    assert [row["summary"] for row in rows] == [str(summary) for summary in expected]
    assert [row["language"] for row in rows] == ["en", "de"]


def test_queries_may_be_columns():
    frame = pandas.DataFrame({"body": [TITLED] * 2, "query": ["the ferry", "the bridge"]})
    lazy = dataframe.from_pandas(frame, npartitions=2)

    expected = [str(tersely.summarize(TITLED, 1, query=query)) for query in frame["query"]]
    assert lazy.body.tersely.summarize(1, query=lazy["query"]).compute().to_list() == expected


def test_what_is_wrong_is_told_before_anything_runs(series):
    numbers = dataframe.from_pandas(pandas.Series([1, 2]), npartitions=1)

    with pytest.raises(TypeError, match="did you mean words"):
        series.tersely.summarize(word_count=3)
    with pytest.raises(TypeError, match="not text; cast it"):
        numbers.tersely.summarize()
    with pytest.raises(TypeError, match="progress is not for expressions and lazy columns"):
        series.tersely.summarize(progress=True)


def test_a_partition_uses_one_thread_whatever_the_environment_says(series, monkeypatch):
    monkeypatch.setenv("TERSELY_NUM_THREADS", "nonsense")  # an error if it is read

    assert len(series.tersely.summarize().compute(scheduler="sync")) == len(series)
    with pytest.raises(tersely.InvalidOption, match="TERSELY_NUM_THREADS"):
        series.tersely.summarize(threads=0)
