"""Columns: a row in, a row out, for any type of column. For the columns of engines, see tests/python/integrations."""

from __future__ import annotations

import gc
import math
import warnings

import pytest
from support.hand_made_column import HandMade
from support.hostile_pages import STORY

import tersely

BAD = b"The caf\xe9 is closed."
ROWS = [STORY, None, "", " \n", "Der Fluss stieg über die Ufer. Es regnete.", STORY.upper(), math.nan]


@pytest.fixture(scope="module")
def expected():
    return [None if row is None or row != row else str(tersely.summarize(row, 1)) for row in ROWS]


def test_a_row_in_a_row_out(expected):
    column = tersely.summarize_column(ROWS, 1)
    assert len(column) == len(ROWS)
    assert column.to_list() == list(column) == expected
    assert column[0] == expected[0]
    assert column[-2] == expected[-2]
    assert column[1:3] == expected[1:3]
    assert expected[0] in column
    with pytest.raises(IndexError):
        column[len(ROWS)]


@pytest.mark.parametrize("make", [tuple, iter, lambda rows: (row for row in rows)])
def test_any_iterable(expected, make):
    assert tersely.summarize_column(make(ROWS), 1).to_list() == expected


def test_a_summarizer_has_columns_too(expected):
    assert tersely.Summarizer(1).column(ROWS).to_list() == expected


@pytest.mark.parametrize("threads", [0, 1, 2, 16])
def test_threads_change_nothing(samples, threads):
    rows = [*samples.values(), None, ""] * 5
    structs = tersely.summarize_column(rows, words=40, output="struct", threads=threads).to_list()
    assert structs == tersely.summarize_column(rows, words=40, output="struct", threads=1).to_list()


def test_structs_tell_what_a_summary_tells(samples):
    texts = [*samples.values(), STORY, ""]
    for text, row in zip(texts, tersely.summarize_column(texts, words=50, output="struct")):
        summary = tersely.summarize(text, words=50)
        record = summary.to_dict()
        sentences = [{key: s[key] for key in ("start", "end", "index", "score")} for s in record["sentences"]]
        assert row == {
            "summary": str(summary),
            "sentences": sentences,
            "status": record["status"],
            "language": record["language"],
            "coverage": record["coverage"],
            "flags": record["flags"],
            "error": None,
        }


def test_offsets_of_structs_lead_to_the_sentences(samples):
    for text in samples.values():
        (row,) = tersely.summarize_column([text], output="struct")
        (same,) = tersely.summarize_column([text.encode()], output="struct")
        spans = [text[s["start"] : s["end"]] for s in row["sentences"]]
        assert spans == [s.text for s in tersely.summarize(text)]
        assert spans == [text.encode()[s["start"] : s["end"]].decode() for s in same["sentences"]]


def test_structs_in_the_order_asked_for(article):
    (row,) = tersely.summarize_column([article], 4, output="struct", order="score")
    summary = tersely.summarize(article, 4, order="score")
    assert [s["index"] for s in row["sentences"]] == [s.index for s in summary]
    assert [s["start"] for s in row["sentences"]] == [s.start for s in summary]


def test_an_empty_column():
    assert tersely.summarize_column([]).to_list() == []
    assert tersely.summarize_column([None], output="struct").to_list() == [None]


def test_lone_surrogates_become_replacement_characters():
    assert tersely.summarize_column(["The \ud800 bridge is closed."]).to_list() == ["The \ufffd bridge is closed."]


# Failures


def test_a_row_that_fails_costs_itself_and_is_told_once():
    with pytest.warns(
        RuntimeWarning, match=r"2 of 4 rows failed and are null; the first is row 1: invalid UTF-8"
    ) as told:
        column = tersely.summarize_column([STORY, BAD, None, b"\xff"], 1)
    assert len(told) == 1
    assert told[0].filename == __file__
    assert column.to_list() == [str(tersely.summarize(STORY, 1)), None, None, None]
    assert column.n_failed == 2


def test_structs_tell_why_a_row_failed():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        column = tersely.summarize_column([STORY, BAD, None], 1, output="struct")
    good, bad, missing = column
    assert (good["status"], good["error"]) == ("ok", None)
    assert (bad["summary"], bad["status"], bad["sentences"]) == (None, "error", [])
    assert "invalid UTF-8 at byte 7" in bad["error"]
    assert missing is None
    assert column.n_failed == 1


def test_the_first_failure_may_be_raised():
    for threads in (1, 4):
        with pytest.raises(tersely.InvalidText) as raised:
            tersely.summarize_column([STORY] * 30 + [BAD, b"\xff"], on_error="raise", threads=threads)
        assert (raised.value.row, raised.value.position) == (30, 7)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"output": "json"}, "output"),
        ({"on_error": "ignore"}, "on_error"),
        ({"threads": -1}, "threads"),
        ({"progress": 3}, "progress"),
        ({"words": 0}, "words"),
        ({"language": "klingon!!"}, "language"),
    ],
)
def test_wrong_options(options, named):
    with pytest.raises(tersely.InvalidOption, match=named) as raised:
        tersely.summarize_column([STORY], **options)
    assert raised.value.option == named


@pytest.mark.parametrize(
    ("column", "telling"),
    [
        (STORY, "list"),
        ({"a": STORY}, "dict"),
        ({STORY}, "set"),
        (None, "None"),
    ],
    ids=["str", "dict", "set", "None"],
)
def test_things_that_are_no_column(column, telling):
    with pytest.raises(TypeError, match=telling):
        tersely.summarize_column(column)


@pytest.mark.parametrize("value", [7, 2.5, True, [STORY], {"a": STORY}, object(), ValueError("x"), TypeError("\ud800")])
def test_a_value_of_another_type_is_a_row_that_fails(value):
    wanted = f"must be str, bytes or missing, not {type(value).__name__}"
    rows = [STORY, value, None, STORY]
    with pytest.warns(RuntimeWarning, match=f"1 of 4 rows failed and are null; the first is row 1: {wanted}"):
        column = tersely.summarize_column(rows, 1)
    good = str(tersely.summarize(STORY, 1))
    assert (column.to_list(), column.n_failed) == ([good, None, None, good], 1)
    structs = tersely.summarize_column(rows, 1, output="struct").to_list()
    assert [row and (row["summary"], row["status"], row["error"]) for row in structs] == [
        (good, "ok", None),
        (None, "error", wanted),
        None,
        (good, "ok", None),
    ]


def test_a_value_of_another_type_is_raised_where_failures_are():
    with pytest.raises(TypeError, match=r"^row 1: must be str, bytes or missing, not int$"):
        tersely.summarize_column([STORY, 7], on_error="raise")
    with pytest.raises(TypeError, match=r"^row 1: must be str, bytes or missing, not int$"):
        tersely.summarize_many([STORY, 7])


def test_titles_and_languages_of_another_type_cost_their_row():
    rows = tersely.summarize_column([STORY] * 3, title=["a", 7, None], language=["en", "en", 2.5], output="struct")
    assert [row["error"] for row in rows] == [
        None,
        "title: must be str, bytes or missing, not int",
        "language: must be str, bytes or missing, not float",
    ]


@pytest.mark.parametrize("dtype", [object, "category"])
def test_a_number_among_the_texts_of_a_series(dtype):
    pandas = pytest.importorskip("pandas")
    series = pandas.Series([STORY, 7, None], dtype=dtype)
    rows = tersely.summarize_column(series, 1, output="struct").to_list()
    assert [row and row["status"] for row in rows] == ["ok", "error", None]


def test_a_field_of_what_has_none():
    with pytest.raises(TypeError, match="field='body' is for tables"):
        tersely.summarize_column([STORY], field="body")


def test_the_name_of_a_field_is_a_str():
    structs = tersely.summarize_column([STORY], output="struct")
    with pytest.raises(TypeError, match="field=3: must be the name of a column"):
        tersely.summarize_column(structs, field=3)


def test_more_threads_than_there_can_be(expected):
    assert tersely.summarize_column(ROWS, 1, threads=10**30).to_list() == expected


def test_a_frame_needs_the_name_of_its_column():
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": [1], "body": [STORY]})
    with pytest.raises(TypeError, match=r"field=[\s\S]*id, body"):
        tersely.summarize_column(frame)
    with pytest.raises(TypeError, match=r"no field 'text'[\s\S]*id, body"):
        tersely.summarize_column(frame, field="text")
    frame["summary"] = tersely.summarize_column(frame, 1, field="body")
    assert frame["summary"].tolist() == [str(tersely.summarize(STORY, 1))]


# Titles and languages


def test_titles_and_languages_of_their_own(article):
    texts = [article, article, None, article]
    titles = ["Moths", None, "x", ""]
    languages = ["de", "en", "fr", None]
    rows = tersely.summarize_column(texts, 2, title=titles, language=languages, output="struct").to_list()
    assert rows[2] is None
    for row, title, language in zip(rows, titles, languages):
        if row is not None:
            single = tersely.summarize(article, 2, title=title, language=language or "auto")
            assert (row["summary"], row["language"]) == (str(single), single.language)


def test_one_title_and_one_language_for_all(article):
    expected = [str(tersely.summarize(article, 2, title="Moths", language="de"))] * 2
    assert tersely.summarize_column([article] * 2, 2, title="Moths", language="de").to_list() == expected
    assert (
        tersely.Summarizer(2, language="fr").column([article] * 2, title="Moths", language="de").to_list() == expected
    )


def test_a_missing_language_is_the_summarizers(article):
    rows = tersely.Summarizer(1, language="de").column([article] * 2, language=[None, "fr"], output="struct")
    assert [row["language"] for row in rows] == ["de", "fr"]


def test_a_wrong_language_costs_its_row():
    rows = tersely.summarize_column([STORY] * 3, 1, language=["en", "klingon!!", None], output="struct").to_list()
    assert [row["status"] for row in rows] == ["ok", "error", "ok"]
    assert "klingon!!" in rows[1]["error"]


def test_columns_of_different_lengths():
    with pytest.raises(tersely.InvalidOption, match=r"title[\s\S]*2, not 1"):
        tersely.summarize_column([STORY, STORY], title=["Moths"])


# Arrow, without an Arrow library


def test_a_hand_made_column_is_read_and_released_once():
    made = HandMade([STORY, "", "Zwölf Brücken."])
    expected = [str(tersely.summarize(text, 1)) for text in (STORY, "", "Zwölf Brücken.")]
    assert tersely.summarize_column(made, 1).to_list() == expected
    gc.collect()
    assert sorted(made.released) == ["array", "schema"]


@pytest.mark.parametrize("form", [b"\xff\xfe", b"w:\xe9", b"q"])
def test_formats_that_are_no_text_nor_utf8(form):
    made = HandMade([STORY])
    made.schema.format = form
    with pytest.raises(TypeError, match="cast it to string"):
        tersely.summarize_column(made)


def test_a_schema_without_format():
    made = HandMade([STORY])
    made.schema.format = None
    with pytest.raises(tersely.InvalidColumn, match="format"):
        tersely.summarize_column(made)
    assert sorted(made.released) == ["array", "schema"]


@pytest.mark.parametrize("threads", [1, 2])
def test_nulls_of_any_number_are_stopped(threads):
    class Stop(Exception):
        pass

    def stop(done, total):
        raise Stop

    made = HandMade([STORY])
    made.schema.format = b"n"
    made.array.length = 2**62
    with pytest.raises(Stop):
        tersely.summarize_column(made, threads=threads, progress=stop)


@pytest.mark.parametrize("beside", ["title", "language"])
def test_a_title_or_language_that_is_not_utf8_fails_its_row(beside):
    (row,) = tersely.summarize_column([STORY], output="struct", on_error="status", **{beside: [b"caf\xe9"]})
    assert row["status"] == "error"
    assert f"{beside}=caf\ufffd" in row["error"].replace('"', "")


def test_a_hand_made_column_can_be_used_once():
    made = HandMade([STORY])
    tersely.summarize_column(made)
    with pytest.raises(tersely.InvalidColumn, match=r"released[\s\S]*once"):
        tersely.summarize_column(made)


@pytest.mark.parametrize("names", [(b"schema", b"arrow_array"), (b"arrow_schema", b"arrow_array_stream")])
def test_capsules_of_other_names_are_refused_and_left_alone(names):
    made = HandMade([STORY], names)
    with pytest.raises(TypeError, match="capsule"):
        tersely.summarize_column(made)
    assert made.released == []


@pytest.mark.parametrize("exported", [None, (), (1, 2), "capsules"], ids=repr)
def test_exports_that_are_no_capsules(exported):
    class Producer:
        def __arrow_c_array__(self, requested_schema=None):
            return exported

    with pytest.raises(TypeError, match="capsule"):
        tersely.summarize_column(Producer())


def test_errors_of_a_producer_come_through():
    class Producer:
        def __arrow_c_stream__(self, requested_schema=None):
            raise OSError("disk on fire")

    with pytest.raises(OSError, match="disk on fire"):
        tersely.summarize_column(Producer())


def test_a_result_is_a_column_again(expected):
    column = tersely.summarize_column(ROWS, 1)
    assert tersely.summarize_column(column, 5).to_list() == expected
    structs = tersely.summarize_column(ROWS, 1, output="struct")
    assert tersely.summarize_column(structs, 5, field="summary").to_list() == expected
    assert tersely.summarize_column(structs, 5, field="status").to_list()[1] is None


def test_a_result_outlives_its_source_and_its_exports_outlive_it():
    made = HandMade([STORY])
    column = tersely.summarize_column(made, 1)
    capsule = column.__arrow_c_stream__()
    del made, column
    gc.collect()

    class Again:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    assert tersely.summarize_column(Again(), 1).to_list() == [str(tersely.summarize(STORY, 1))]


def test_a_column_of_numbers_is_told_the_cast():
    structs = tersely.summarize_column([STORY], output="struct")
    with pytest.raises(TypeError, match="Arrow type is double: cast it to string"):
        tersely.summarize_column(structs, field="coverage")
    with pytest.raises(TypeError, match=r"needs field=[\s\S]*summary, sentences, status"):
        tersely.summarize_column(structs)
