"""The accessor of a pandas Series."""

import pytest

import tersely

pandas = pytest.importorskip("pandas")
pyarrow = pytest.importorskip("pyarrow")
pytest.importorskip("tersely.integrations.pandas")

TITLED = "The bridge over the river is old and long. The ferry that crosses the river is new and fast."


def as_list(series):
    return [None if pandas.isna(value) else value for value in series]


@pytest.mark.parametrize(
    "dtype, result",
    [
        ("object", "object"),
        ("string", "string"),
        ("string[pyarrow]", "string[pyarrow]"),
        ("str", "str" if pandas.__version__ >= "3" else "object"),
        (pandas.ArrowDtype(pyarrow.string()), pandas.ArrowDtype(pyarrow.string())),
        (pandas.ArrowDtype(pyarrow.large_string()), pandas.ArrowDtype(pyarrow.string())),
        (pandas.ArrowDtype(pyarrow.dictionary(pyarrow.int32(), pyarrow.string())), pandas.ArrowDtype(pyarrow.string())),
    ],
)
def test_every_type_of_text_gives_the_same_summaries(texts, expected, dtype, result):
    index = [f"row {row}" for row in range(len(texts))]
    series = pandas.Series(texts, index, dtype, name="body")

    summaries = series.tersely.summarize(2)

    assert as_list(summaries) == expected
    assert summaries.index.equals(series.index)
    assert summaries.name == "body"
    assert summaries.dtype == result


def test_a_category_gives_texts(texts, expected):
    series = pandas.Series(pandas.Categorical(texts))

    summaries = series.tersely.summarize(2)

    assert as_list(summaries) == expected
    assert summaries.dtype == series.cat.categories.dtype


def test_bytes_are_texts(texts, expected):
    encoded = [None if text is None else text.encode() for text in texts]

    assert as_list(pandas.Series(encoded, dtype=object).tersely.summarize(2)) == expected
    assert as_list(pandas.Series(encoded, dtype="binary[pyarrow]").tersely.summarize(2)) == expected


@pytest.mark.parametrize("missing", [None, float("nan"), pandas.NA, pandas.NaT])
def test_what_is_missing_stays_missing(missing):
    summaries = pandas.Series([missing, "It rained."], dtype=object).tersely.summarize()

    assert as_list(summaries) == [None, "It rained."]


def test_an_empty_series_and_one_without_texts_are_columns_too():
    assert pandas.Series([], dtype=object).tersely.summarize().to_list() == []
    nothing = pandas.Series([float("nan")] * 2)
    assert as_list(nothing.tersely.summarize()) == [None, None]
    assert tersely.summarize_column(nothing).to_list() == [None, None]
    texts = pandas.Series(["It rained."] * 2)
    assert as_list(texts.tersely.summarize(query=nothing, title=nothing, language=nothing)) == ["It rained."] * 2


def test_a_slice_and_a_repeated_index_keep_their_rows(texts, expected):
    series = pandas.Series(texts, [0] * len(texts))

    summaries = series[2:].tersely.summarize(2)

    assert as_list(summaries) == expected[2:]
    assert summaries.index.to_list() == [0] * (len(texts) - 2)


def test_titles_and_languages_come_along_by_the_index():
    texts = pandas.Series([TITLED, TITLED], ["a", "b"])
    titles = pandas.Series(["The ferry", "The bridge"], ["b", "a"])
    languages = pandas.Series(["de", None], ["b", "a"])

    summaries = texts.tersely.summarize(1, title=titles, language=languages, output="struct")

    expected = [
        tersely.summarize(TITLED, 1, title="The bridge"),
        tersely.summarize(TITLED, 1, title="The ferry", language="de"),
    ]
    assert str(expected[0]) != str(expected[1])
    assert [row["summary"] for row in summaries] == [str(summary) for summary in expected]
    assert [row["language"] for row in summaries] == ["en", "de"]


def test_queries_come_along_by_the_index():
    texts = pandas.Series([TITLED, TITLED, TITLED], ["a", "b", "c"])
    queries = pandas.Series([None, "the ferry", "the bridge"], ["c", "b", "a"])

    expected = [str(tersely.summarize(TITLED, 1, query=query)) for query in ("the bridge", "the ferry", None)]
    assert texts.tersely.summarize(1, query=queries).to_list() == expected
    assert texts.tersely.summarize(1, query="the ferry").to_list() == [expected[1]] * 3


def test_struct_has_the_positions():
    row = pandas.Series(["It rained. The river rose and took the bridge."]).tersely.summarize(1, output="struct")[0]

    assert (row["status"], row["summary"]) == ("ok", "The river rose and took the bridge.")
    assert [(x["start"], x["end"], x["index"]) for x in row["sentences"]] == [(11, 46, 1)]


def test_struct_of_an_arrow_type_is_arrows(texts, expected):
    series = pandas.Series(texts, dtype="string[pyarrow]").astype(pandas.ArrowDtype(pyarrow.string()))

    summaries = series.tersely.summarize(2, output="struct")

    assert as_list(summaries.struct.field("summary")) == expected


@pytest.mark.parametrize("values", [[1, 2], [1.5, None], [True, False], pandas.to_datetime(["2024-01-01"])])
def test_other_types_are_refused_with_the_cast(values):
    with pytest.raises(TypeError, match=r"not text; cast it: series\.astype\('string'\)"):
        pandas.Series(values).tersely.summarize()


def test_a_row_of_another_type_is_missing_and_told():
    series = pandas.Series(["It rained.", 3])

    with pytest.warns(RuntimeWarning, match="1 of 2 rows failed[^\n]*row 1: must be str"):
        assert as_list(series.tersely.summarize()) == ["It rained.", None]
    with pytest.raises(TypeError, match="row 1: must be str"):
        series.tersely.summarize(on_error="raise")


def test_a_row_that_fails_is_missing_and_told_once():
    series = pandas.Series([b"\xff", b"It rained."])

    with pytest.warns(RuntimeWarning, match="1 of 2 rows failed"):
        assert as_list(series.tersely.summarize()) == [None, "It rained."]
    with pytest.raises(tersely.InvalidText, match="row 0"):
        series.tersely.summarize(on_error="raise")


def test_an_unknown_option_names_the_nearest():
    with pytest.raises(TypeError, match="did you mean words"):
        pandas.Series(["It rained."]).tersely.summarize(word_count=3)


def test_progress():
    calls = []

    pandas.Series(["It rained."] * 3).tersely.summarize(progress=lambda done, total: calls.append((done, total)))

    assert calls[-1] == (3, 3)


def test_keyphrases_of_an_object_series_are_dicts_and_of_an_arrow_series_arrow_lists(texts):
    expected = tersely.keyphrases_column(texts, 3, language="en").to_list()
    index = [f"row {row}" for row in range(len(texts))]
    of_objects = pandas.Series(texts, index, dtype=object).tersely.keyphrases(3, language="en")
    of_arrow = pandas.Series(texts, index, pandas.ArrowDtype(pyarrow.string())).tersely.keyphrases(3, language="en")

    assert as_list(of_objects.map(lambda value: None if value is None else str(value))) == [
        None if value is None else str(value) for value in expected
    ]
    assert of_arrow.index.equals(of_objects.index)
    assert pyarrow.array(of_arrow).to_pylist() == expected


def test_the_warning_names_the_line_of_the_user():
    with pytest.warns(RuntimeWarning, match="1 of 2 rows failed") as warned:
        pandas.Series(["It rained.", 7]).tersely.summarize()
    assert [warning.filename for warning in warned] == [__file__]
