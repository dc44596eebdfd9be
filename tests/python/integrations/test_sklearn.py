"""The transformer of scikit-learn."""

import pickle

import pytest

import tersely

numpy = pytest.importorskip("numpy")
pandas = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
base = pytest.importorskip("sklearn.base")
compose = pytest.importorskip("sklearn.compose")
text = pytest.importorskip("sklearn.feature_extraction.text")
search = pytest.importorskip("sklearn.model_selection")
bayes = pytest.importorskip("sklearn.naive_bayes")
pipeline = pytest.importorskip("sklearn.pipeline")
TextSummarizer = pytest.importorskip("tersely.integrations.sklearn").TextSummarizer


def test_lists_arrays_and_series_give_an_array(texts, expected):
    for column in (texts, numpy.array(texts, dtype=object), pandas.Series(texts), pl.Series(texts)):
        summaries = TextSummarizer(2).fit_transform(column)
        assert summaries.shape == (len(texts),)
        assert summaries.tolist() == expected


def test_one_column_of_a_table_gives_one_column(texts, expected):
    for table in (
        pandas.DataFrame({"body": texts}),
        pl.DataFrame({"body": texts}),
        numpy.array(texts, dtype=object).reshape(-1, 1),
    ):
        summaries = TextSummarizer(2).fit_transform(table)
        assert summaries.shape == (len(texts), 1)
        assert summaries[:, 0].tolist() == expected


def test_several_columns_are_refused():
    with pytest.raises(TypeError, match="one column of texts, not 2"):
        TextSummarizer().fit_transform(pandas.DataFrame({"a": ["It rained."], "b": ["It snowed."]}))


def test_parameters_are_the_options():
    summarizer = TextSummarizer(2, words=60, method="lexrank", threshold=None)

    parameters = summarizer.get_params()

    assert {"sentences", "words", "method", "stop_words", "on_error", "threads"} <= parameters.keys()
    assert (parameters["words"], parameters["method"], parameters["threshold"]) == (60, "lexrank", None)
    assert base.clone(summarizer).get_params() == parameters
    assert repr(summarizer) == "TextSummarizer(method='lexrank', sentences=2, threshold=None, words=60)"
    assert summarizer.set_params(words=10).get_params()["words"] == 10


def test_parameters_count(article):
    for options in ({"words": 40}, {"method": "lexrank", "threshold": None}, {"method": "textrank", "damping": 0.5}):
        expected = [str(tersely.summarize(article, **options))]
        summarizer = TextSummarizer(**options)
        assert summarizer.fit_transform([article]).tolist() == expected
        assert pickle.loads(pickle.dumps(base.clone(summarizer))).transform([article]).tolist() == expected


def test_wrong_parameters_are_told():
    with pytest.raises(TypeError, match="did you mean words"):
        TextSummarizer(word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        TextSummarizer(words=0).fit(["It rained."])


def test_output_as_a_frame(texts, expected):
    frame = pandas.DataFrame({"body": texts}, index=range(10, 10 + len(texts)))

    as_pandas = TextSummarizer(2).set_output(transform="pandas").fit_transform(frame)
    as_polars = TextSummarizer(2).set_output(transform="polars").fit_transform(frame)

    assert as_pandas.columns.to_list() == as_polars.columns == ["summary"]
    assert as_pandas.index.equals(frame.index)
    assert [None if pandas.isna(row) else row for row in as_pandas["summary"]] == expected
    assert as_polars["summary"].to_list() == expected


def test_in_a_pipeline_and_a_search():
    rain, snow = (
        "It rained. The river rose and the river fell.",
        "It snowed. The road was closed and the road was white.",
    )
    steps = pipeline.make_pipeline(TextSummarizer(1), text.TfidfVectorizer(), bayes.MultinomialNB())
    grid = search.GridSearchCV(steps, {"textsummarizer__sentences": [1, 2]}, cv=2)

    grid.fit([rain, snow] * 4, [0, 1] * 4)

    assert grid.predict([snow, rain]).tolist() == [1, 0]


def test_in_a_column_transformer(texts, expected):
    frame = pandas.DataFrame({"body": texts, "n": range(len(texts))})
    columns = compose.ColumnTransformer([("short", TextSummarizer(2), ["body"])], remainder="passthrough")

    table = columns.fit_transform(frame)

    assert table[:, 0].tolist() == expected
    assert columns.get_feature_names_out().tolist() == ["short__summary", "remainder__n"]


def test_what_is_no_text_is_a_failed_row():
    with pytest.warns(RuntimeWarning, match="row 1: must be str"):
        summaries = TextSummarizer().fit_transform(["It rained.", 3])
    assert list(summaries) == ["It rained.", None]
    with pytest.raises(TypeError, match="row 0: must be str"):
        TextSummarizer(on_error="raise").fit_transform([3])
