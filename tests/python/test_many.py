"""Many texts in one call: order, missing texts, wrong rows, threads."""

from __future__ import annotations

import json
import math
import pickle

import pytest
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

BAD = b"The caf\xe9 is closed."


@pytest.fixture(scope="module")
def texts(samples, article):
    return [article, *samples.values(), "", STORY, " \n", STORY.encode()]


def test_a_batch_gives_what_single_calls_give(texts):
    results = tersely.summarize_many(texts, words=60)
    assert isinstance(results, list)
    assert results == [tersely.summarize(text, words=60) for text in texts]
    assert [r.status for r in results] == [tersely.summarize(text, words=60).status for text in texts]


def test_the_number_of_sentences_is_positional(texts):
    assert tersely.summarize_many(texts, 2) == [tersely.summarize(text, 2) for text in texts]
    assert tersely.summarize_many(texts) == [tersely.summarize(text) for text in texts]
    assert tersely.Summarizer(2).many(texts) == tersely.summarize_many(texts, 2)


def test_options_of_a_batch(texts):
    options = {"method": "lexrank", "order": "score", "language": "en", "title": "Moths", "chars": 300}
    assert tersely.summarize_many(texts, **options) == [tersely.summarize(text, **options) for text in texts]


def test_a_batch_with_a_token_counter(texts):
    def count(text):
        return len(text.split())

    results = tersely.summarize_many(texts, tokens=40, count_tokens=count)
    assert results == [tersely.summarize(text, tokens=40, count_tokens=count) for text in texts]


@pytest.mark.parametrize("threads", [0, 1, 2, 5, 64])
def test_threads_change_nothing(texts, threads):
    assert tersely.summarize_many(texts * 3, threads=threads) == tersely.summarize_many(texts, threads=1) * 3
    assert tersely.Summarizer().many(texts, threads=threads) == tersely.summarize_many(texts, threads=1)


@pytest.mark.parametrize("threads", [-1, 1.5, True, "many", None], ids=repr)
def test_wrong_numbers_of_threads(threads):
    with pytest.raises((tersely.InvalidOption, TypeError), match="threads"):
        tersely.summarize_many([STORY], threads=threads)


@pytest.mark.parametrize("make", [tuple, iter, lambda texts: (t for t in texts)])
def test_any_iterable_of_texts(make):
    texts = [STORY, STORY.upper(), ""]
    assert tersely.summarize_many(make(texts)) == tersely.summarize_many(texts)


def test_an_empty_batch():
    assert tersely.summarize_many([]) == []
    assert tersely.summarize_many([None]) == [None]


def test_errors_of_the_source_come_through():
    def source():
        yield STORY
        raise OSError("disk on fire")

    with pytest.raises(OSError, match="disk on fire"):
        tersely.summarize_many(source())


# Missing texts


def test_gaps_stay_gaps():
    results = tersely.summarize_many([STORY, None, math.nan, STORY, float("nan")])
    assert [r is None for r in results] == [False, True, True, False, True]
    assert results[0] == results[3] == tersely.summarize(STORY)


def test_gaps_of_pandas():
    pandas = pytest.importorskip("pandas")
    results = tersely.summarize_many([pandas.NA, STORY, pandas.NaT, None])
    assert [r is None for r in results] == [True, False, True, True]
    column = pandas.Series([STORY, None, pandas.NA, STORY.upper()])
    assert [r is None for r in tersely.summarize_many(column)] == [False, True, True, False]


def test_numpy_arrays_of_objects():
    numpy = pytest.importorskip("numpy")
    texts = numpy.array([STORY, None, STORY.lower(), numpy.nan], dtype=object)
    assert [r is None for r in tersely.summarize_many(texts)] == [False, True, False, True]
    assert str(tersely.summarize_many(numpy.array([STORY]))[0]) == str(tersely.summarize(STORY))


# Wrong rows


@pytest.mark.parametrize("wrong", [7, 2.5, ["a", "list"], object(), True], ids=lambda wrong: type(wrong).__name__)
def test_a_row_that_is_no_text_is_named(wrong):
    with pytest.raises(TypeError, match=rf"row 2[\s\S]*{type(wrong).__name__}"):
        tersely.summarize_many([STORY, None, wrong, STORY])


@pytest.mark.parametrize(
    ("thing", "telling"),
    [
        (STORY, r"summarize\(|\[text\]|list"),
        (STORY.encode(), r"summarize\(|\[text\]|list"),
        ({"a": STORY}, r"dict[\s\S]*values\(\)"),
        ({STORY}, r"set[\s\S]*(list|order)"),
        (None, "None"),
        (7, "int"),
    ],
    ids=["str", "bytes", "dict", "set", "None", "int"],
)
def test_things_that_are_no_batch(thing, telling):
    with pytest.raises(TypeError, match=telling):
        tersely.summarize_many(thing)
    with pytest.raises(TypeError, match=telling):
        tersely.Summarizer().many(thing)


def test_a_frame_is_told_to_name_its_column():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"body": [STORY]})
    with pytest.raises(TypeError, match=r"column"):
        tersely.summarize_many(frame)


def test_invalid_bytes_raise_with_their_row():
    for call in (tersely.summarize_many, tersely.Summarizer().many):
        with pytest.raises(tersely.InvalidText, match="row 2") as raised:
            call([STORY, STORY, BAD, STORY], on_error="raise")
        assert (raised.value.row, raised.value.position) == (2, 7)


def test_the_first_wrong_row_is_named_whatever_the_threads():
    texts = [STORY] * 40 + [BAD] + [STORY] * 40 + [b"\xff"] + [STORY] * 40
    for threads in (1, 2, 8):
        with pytest.raises(tersely.InvalidText) as raised:
            tersely.summarize_many(texts, threads=threads)
        assert raised.value.row == 40


def test_limits_of_a_row():
    with pytest.raises(tersely.LimitExceeded, match="row 1"):
        tersely.summarize_many(["Short.", STORY], max_bytes=50)
    results = tersely.summarize_many(["Short.", STORY], max_bytes=50, on_error="status")
    assert [r.status for r in results] == ["whole_text", "error"]


def test_on_error_status_keeps_the_other_rows():
    results = tersely.summarize_many([STORY, BAD, None, STORY], on_error="status")
    good, bad, gap, _ = results
    assert good == tersely.summarize(STORY)
    assert gap is None
    assert bad.status == "error"
    assert "7" in str(bad.error)
    assert "UTF-8" in str(bad.error)
    assert good.error is None
    assert not bad
    assert str(bad) == ""
    assert list(bad) == []
    assert tersely.Summarizer().many([STORY, BAD], on_error="status")[1].status == "error"


def test_on_error_status_keeps_the_other_rows_if_a_value_is_no_text():
    message = "row 1: must be str, bytes or missing, not int"
    for results in (
        tersely.summarize_many([STORY, 7, None], on_error="status"),
        list(tersely.Summarizer().pipe(iter([STORY, 7, None]), on_error="status", batch_size=1)),
    ):
        assert results[0] == tersely.summarize(STORY)
        assert (results[1].status, results[1].error) == ("error", message)
        assert results[2] is None
    split = tersely.split_many([STORY, 7, None], on_error="status")
    assert (list(split[0]), split[1].error, split[2]) == (list(tersely.split_sentences(STORY)), message, None)


def test_an_array_of_arrow_is_a_list_of_texts():
    arrow = pytest.importorskip("pyarrow")
    column = arrow.array([STORY, None])
    assert tersely.summarize_many(column) == [tersely.summarize(STORY), None]
    assert tersely.DocumentSet(column).summarize(2) == tersely.DocumentSet([STORY, None]).summarize(2)
    assert tersely.summarize_sentences(arrow.array(["It rained.", None]), 1).text == "It rained."


def test_an_error_as_a_record():
    bad = tersely.summarize_many([BAD], on_error="status")[0]
    assert "invalid UTF-8" in repr(bad)
    record = bad.to_dict()
    assert record["status"] == "error"
    assert record["summary"] == ""
    assert record["sentences"] == []
    assert isinstance(record["error"], str)
    assert "UTF-8" in record["error"]
    assert json.loads(json.dumps(record)) == record
    assert pickle.loads(pickle.dumps(bad)).status == "error"


def test_wrong_values_of_on_error():
    with pytest.raises(tersely.InvalidOption, match=r"on_error[\s\S]*raise[\s\S]*status"):
        tersely.summarize_many([STORY], on_error="ignore")


def test_wrong_options_are_no_matter_of_rows():
    with pytest.raises(tersely.InvalidOption, match="words"):
        tersely.summarize_many([STORY], words=0, on_error="status")
    with pytest.raises(tersely.InvalidOption, match="words"):
        tersely.summarize_many([], words=0)


# Results of a batch


def test_a_summary_of_a_batch_can_do_all(article):
    single = tersely.summarize(article, words=60)
    (batched,) = tersely.summarize_many([article], words=60)
    assert batched == single
    assert hash(batched) == hash(single)
    assert list(batched) == list(single)
    assert batched.at(5) == single.at(5)
    assert list(batched.scores) == list(single.scores)
    assert batched.order == single.order
    assert batched.coverage == single.coverage
    assert batched.n_words == single.n_words
    assert batched.flags == single.flags
    assert list(batched.document) == list(single.document)
    assert batched.to_dict() == single.to_dict()


def test_pickled_results_of_a_batch(texts):
    results = tersely.summarize_many(texts)
    assert pickle.loads(pickle.dumps(results)) == results
    assert [r.at(2) for r in pickle.loads(pickle.dumps(results))] == tersely.summarize_many(texts, 2)


def test_rows_do_not_see_each_other(texts):
    for i, text in enumerate(texts):
        neighbours = [*texts[:i], *STORY_SENTENCES, text, *texts[i:]]
        assert tersely.summarize_many(neighbours)[i + len(STORY_SENTENCES)] == tersely.summarize(text)
