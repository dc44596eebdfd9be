"""Summaries of datasets of Hugging Face."""

import pickle

import pytest

import tersely

datasets = pytest.importorskip("datasets")
tersely_datasets = pytest.importorskip("tersely.integrations.datasets")


@pytest.fixture(autouse=True)
def quiet():
    datasets.disable_progress_bars()


@pytest.fixture
def posts(texts):
    return datasets.Dataset.from_dict({"body": texts, "id": range(len(texts))})


@pytest.mark.parametrize("format_name", [None, "arrow", "pandas", "polars", "numpy"])
def test_every_format(posts, expected, format_name):
    if format_name in ("pandas", "polars"):
        pytest.importorskip(format_name)
    function = tersely_datasets.summarize("body", 2)
    mapped = posts.with_format(format_name).map(function, batched=True, batch_size=3).with_format(None)
    assert mapped.column_names == ["body", "id", "summary"]
    assert mapped["summary"][:] == expected
    assert mapped["body"][:] == posts["body"][:]


@pytest.mark.parametrize("format_name", [None, "arrow"])
def test_streams_and_dictionaries(posts, expected, format_name):
    function = tersely_datasets.summarize("body", 2)
    stream = posts.to_iterable_dataset().with_format(format_name).map(function, batched=True, batch_size=3)
    assert [row["summary"] for row in stream.with_format(None)] == expected
    split = datasets.DatasetDict(train=posts, test=posts).with_format(format_name).map(function, batched=True)
    assert split["test"].with_format(None)["summary"][:] == expected


def test_in_processes(posts, expected):
    mapped = posts.map(tersely_datasets.summarize("body", 2, threads=1), batched=True, num_proc=2)
    assert mapped["summary"][:] == expected


def test_equal_options_have_equal_fingerprints(posts):
    prints = [
        posts.map(tersely_datasets.summarize("body", words=words, stop_words={"the", "a"}), batched=True)._fingerprint
        for words in (40, 40, 41)
    ]
    assert prints[0] == prints[1] != prints[2]
    function = pickle.loads(pickle.dumps(tersely_datasets.summarize("body", words=40, stop_words={"a", "the"})))
    assert posts.map(function, batched=True)._fingerprint == prints[0]


def test_structs(posts, article):
    mapped = posts.map(tersely_datasets.summarize("body", 2, output="struct", into="short"), batched=True)
    summary = tersely.summarize(article, 2)
    assert [(x["start"], x["end"]) for x in mapped[0]["short"]["sentences"]] == [(x.start, x.end) for x in summary]
    assert mapped[1]["short"] is None


@pytest.mark.parametrize("format_name", [None, "arrow"])
def test_a_column_is_replaced_in_its_place(posts, expected, format_name):
    mapped = posts.with_format(format_name).map(tersely_datasets.summarize("body", 2, into="body"), batched=True)
    assert mapped.column_names == ["body", "id"]
    assert mapped.with_format(None)["body"][:] == expected


def test_columns_beside_the_texts(article):
    queries = ["How much money did the town save?", None, "moths"]
    posts = datasets.Dataset.from_dict({"body": [article] * 3, "question": queries})
    mapped = posts.map(tersely_datasets.summarize("body", 1, columns={"query": "question"}), batched=True)
    assert mapped["summary"][:] == [str(tersely.summarize(article, 1, query=query)) for query in queries]
    fixed = posts.map(tersely_datasets.summarize("body", 1, query="moths"), batched=True)
    assert fixed["summary"][:] == [str(tersely.summarize(article, 1, query="moths"))] * 3


def test_wrong_options_are_told_at_once():
    with pytest.raises(TypeError, match="did you mean words"):
        tersely_datasets.summarize("body", word_count=3)
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        tersely_datasets.summarize("body", words=0)
    with pytest.raises(TypeError, match="words"):
        tersely_datasets.summarize("body", columns={"words": "n"})


def test_a_failed_row_is_missing():
    numbers = datasets.Dataset.from_dict({"body": [1, 2]})
    with pytest.raises(TypeError, match="row 0: must be str"):
        numbers.map(tersely_datasets.summarize("body", on_error="raise"), batched=True)
