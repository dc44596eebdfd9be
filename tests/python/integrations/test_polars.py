"""The namespaces of Polars: eager, lazy, streaming."""

import pytest

import tersely

pl = pytest.importorskip("polars")
pytest.importorskip("tersely.integrations.polars")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


@pytest.fixture
def frame(texts):
    return pl.DataFrame({"body": texts})


def test_an_expression_gives_a_column_of_the_same_name(frame, expected):
    summaries = frame.select(pl.col("body").tersely.summarize(2))

    assert summaries.schema == {"body": pl.String}
    assert summaries["body"].to_list() == expected


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
def test_lazy_queries_know_their_type_and_give_the_same(frame, expected, engine):
    query = frame.lazy().with_columns(summary=pl.col("body").tersely.summarize(2))

    assert query.collect_schema() == {"body": pl.String, "summary": pl.String}
    assert query.collect(engine=engine)["summary"].to_list() == expected


def test_streaming_keeps_the_order_of_many_batches():
    texts = [f"It rained on day {day}. The river took the bridge." for day in range(20_000)]
    query = pl.LazyFrame({"body": texts}).select(pl.col("body").tersely.summarize(1, method="lead"))

    assert query.collect(engine="streaming")["body"].to_list() == [f"It rained on day {day}." for day in range(20_000)]


def test_rows_may_be_filtered_first(frame, expected):
    query = frame.lazy().with_columns(s=pl.col("body").tersely.summarize(2)).filter(pl.col("body").is_not_null())

    assert query.collect()["s"].to_list() == [summary for summary in expected if summary is not None]


def test_a_series_has_it_too(frame, expected):
    summaries = frame["body"].tersely.summarize(2)

    assert (summaries.name, summaries.dtype, summaries.to_list()) == ("body", pl.String, expected)


@pytest.mark.parametrize("dtype", [pl.Categorical, pl.Binary])
def test_other_types_of_text(frame, expected, dtype):
    summaries = frame.select(pl.col("body").cast(dtype).tersely.summarize(2))

    assert summaries["body"].to_list() == expected


def test_a_column_without_rows_or_texts_keeps_its_type():
    for series in (pl.Series("body", [], pl.String), pl.Series("body", [None], pl.Null)):
        for output in ("text", "struct"):
            eager = series.tersely.summarize(output=output)
            lazy = series.to_frame().select(pl.col("body").tersely.summarize(output=output))["body"]
            assert eager.dtype == lazy.dtype != pl.Null
            assert eager.to_list() == lazy.to_list() == [None] * len(series)


def test_struct_can_be_unnested(frame, expected):
    query = frame.lazy().select(pl.col("body").tersely.summarize(2, output="struct").alias("s")).unnest("s")

    result = query.collect(engine="streaming")

    assert result.schema == query.collect_schema()
    assert result["summary"].to_list() == expected
    assert result["status"].to_list() == ["ok", None, "ok", "empty", "empty", "ok", "whole_text"]
    first = tersely.summarize(frame["body"][0], 2)[0]
    assert result["sentences"][0][0]["start"] == first.start


def test_titles_and_languages_may_be_columns():
    frame = pl.DataFrame({"body": [TITLED] * 2, "title": ["The ferry", "The bridge"], "language": [None, "de"]})

    one = frame.select(
        pl.col("body").tersely.summarize(1, title=pl.col("title"), language=pl.col("language"), output="struct")
    )["body"]
    other = frame["body"].tersely.summarize(1, title=frame["title"], language=frame["language"], output="struct")

    expected = [
        tersely.summarize(TITLED, 1, title="The ferry"),
        tersely.summarize(TITLED, 1, title="The bridge", language="de"),
    ]
    assert one.struct.field("summary").to_list() == [str(summary) for summary in expected]
    assert one.struct.field("language").to_list() == ["en", "de"]
    assert other.to_list() == one.to_list()


def test_queries_may_be_columns():
    frame = pl.DataFrame({"body": [TITLED] * 3, "query": ["the ferry", "the bridge", None]})

    one = frame.select(pl.col("body").tersely.summarize(1, query=pl.col("query")))["body"]
    other = frame["body"].tersely.summarize(1, query=frame["query"])

    assert one.to_list() == [str(tersely.summarize(TITLED, 1, query=query)) for query in frame["query"]]
    assert other.to_list() == one.to_list()
    assert frame["body"].tersely.summarize(1, query="the ferry").to_list() == [one[0]] * 3


@pytest.mark.parametrize("engine", ["in-memory", "streaming"])
@pytest.mark.parametrize("n_rows", [0, 1, 2])
def test_literals_hold_for_all_rows(engine, n_rows):
    query = pl.LazyFrame({"body": [TITLED] * n_rows}, {"body": pl.String}).select(
        pl.col("body").tersely.summarize(1, title=pl.lit("The ferry"), language=pl.lit(None, pl.String))
    )

    assert (
        query.collect(engine=engine)["body"].to_list()
        == [str(tersely.summarize(TITLED, 1, title="The ferry"))] * n_rows
    )


def test_groups_and_windows(frame, expected):
    grouped = frame.with_columns(g=pl.Series([1, 2, 1, 2, 1, 2, 1])).group_by("g", maintain_order=True)
    window = pl.col("body").tersely.summarize(2).over(pl.int_range(pl.len()) % 2)

    assert grouped.agg(pl.col("body").tersely.summarize(2))["body"].to_list() == [expected[::2], expected[1::2]]
    assert frame.select(window)["body"].to_list() == expected


def test_an_error_of_a_row_keeps_its_type():
    frame = pl.DataFrame({"body": [b"It rained.", b"\xff"]})

    with pytest.raises(tersely.InvalidText, match="row 1: invalid UTF-8 at byte 0"):
        frame.select(pl.col("body").tersely.summarize(on_error="raise"))


def test_lists_of_texts_are_refused_with_the_call_that_takes_them():
    frame = pl.DataFrame({"body": [["It rained.", "It snowed."]]})

    with pytest.raises(TypeError, match="Arrow type is large_list: for lists of texts, use summarize_documents"):
        frame.select(pl.col("body").tersely.summarize())


def test_numbers_are_refused_with_the_cast():
    frame = pl.DataFrame({"n": [1, 2]})

    with pytest.raises(TypeError, match=r"holds no text.*cast it to string"):
        frame.select(pl.col("n").tersely.summarize())
    with pytest.raises(TypeError, match=r"holds no text.*cast it to string"):
        frame["n"].tersely.summarize()


def test_a_wrong_option_is_told_before_the_query_runs():
    with pytest.raises(TypeError, match="did you mean words"):
        pl.col("body").tersely.summarize(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        pl.col("body").tersely.summarize(words=0)
    with pytest.raises(tersely.InvalidOption, match="output"):
        pl.col("body").tersely.summarize(output="table")


def test_progress_is_for_series_and_not_for_expressions():
    calls = []

    with pytest.raises(TypeError, match="progress is not for expressions"):
        pl.col("body").tersely.summarize(progress=True)
    pl.Series("body", ["It rained."]).tersely.summarize(progress=lambda done, total: calls.append((done, total)))

    assert calls[-1] == (1, 1)


def test_a_value_of_another_type_is_null_and_told():
    series = pl.Series("body", ["It rained.", 3], pl.Object)

    with pytest.warns(RuntimeWarning, match="1 of 2 rows failed"):
        assert series.tersely.summarize().to_list() == ["It rained.", None]


def test_an_expression_can_be_pickled():
    import pickle

    expression = pickle.loads(pickle.dumps(pl.col("body").tersely.summarize(1)))

    assert pl.DataFrame({"body": ["It rained."]}).select(expression).item() == "It rained."


def test_keyphrases_are_lists_of_structs(frame, texts):
    expected = tersely.keyphrases_column(texts, 3, 2, language="en").to_list()
    query = frame.lazy().select(pl.col("body").tersely.keyphrases(3, 2, language="en"))
    span = pl.Struct({"start": pl.Int64, "end": pl.Int64})
    item = pl.Struct({"text": pl.String, "score": pl.Float64, "count": pl.Int64, "spans": pl.List(span)})

    assert query.collect_schema() == {"body": pl.List(item)}
    assert query.collect()["body"].to_list() == expected
    assert frame["body"].tersely.keyphrases(3, 2, language="en").to_list() == expected
    assert frame.select(pl.col("body").tersely.keyphrases(3, 2, language=pl.lit("en")))["body"].to_list() == expected


def test_a_wrong_option_of_keyphrases_is_reported_before_the_query_runs():
    with pytest.raises(tersely.InvalidOption, match="max_words"):
        pl.col("body").tersely.keyphrases(max_words=11)
