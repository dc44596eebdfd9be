"""Several texts together: DocumentSet, summarize_documents, seen."""

import datetime
import json
import pickle
import random
import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from textbook import Analysis

import tersely

DATA = Path(__file__).parent.parent / "data"
ARTICLE = (DATA / "article.txt").read_text("utf-8")
MEETING = (DATA / "meeting.txt").read_text("utf-8")
REPORTS = [
    "The old bridge over the river is closed. Engineers found cracks in its steel beams on Monday. A ferry will carry "
    "people until the repair is done. The mayor asked for patience.",
    "Cracks in the steel beams have closed the old bridge. Shops near the river fear for their trade. Nobody is hurt.",
    "Commuters now wait for a ferry. The ferry carries sixty people. The repair of the bridge will take until spring.",
]
FEW = settings(max_examples=60, deadline=None, derandomize=True, database=None)

VOCABULARY = ["bridge", "river", "ferry", "crack", "steel", "mayor", "shop", "repair", "the", "of", "is", "spring"]
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
TEXTS = st.lists(SENTENCES, max_size=7).map(" ".join)
SETS = st.lists(TEXTS, min_size=1, max_size=5)
BUDGETS = st.sampled_from(
    [{}, {"sentences": 1}, {"sentences": 5}, {"words": 12}, {"words": 40}, {"chars": 90}, {"ratio": 0.3}]
)


def content(summary):
    """Everything but source, source_name and what depends on the numbers of other texts."""
    return (
        [(x.text, x.start, x.end, x.index, x.kind, x.paragraph, x.score, x.rank, x.relevance) for x in summary],
        summary.text,
        summary.order,
        summary.status,
        summary.coverage,
        summary.n_words,
        summary.language,
        summary.flags,
        list(summary.scores),
    )


def picks(summary, order=None):
    return {(x.source if order is None else order[x.source], x.start, x.end) for x in summary}


# One text is that text


@FEW
@given(TEXTS, BUDGETS, st.sampled_from(list(tersely.methods())))
def test_a_set_of_one_text_is_summarised_as_that_text(text, budget, method):
    assert content(tersely.DocumentSet([text]).summarize(method=method, **budget)) == content(
        tersely.Document(text).summarize(method=method, **budget)
    )


@pytest.mark.parametrize("name", ["article", "meeting", "german", "chinese"])
@pytest.mark.parametrize("options", [{"words": 80}, {"query": "bridge engineers"}, {"coherence": "full", "words": 60}])
def test_a_set_of_one_real_text_is_summarised_as_that_text(name, options):
    text = (DATA / f"{name}.txt").read_text("utf-8")
    expected = content(tersely.Document(text).summarize(**options))
    assert content(tersely.DocumentSet([text]).summarize(**options)) == expected
    with_blank_ones = tersely.DocumentSet(["", text, None, " \n"]).summarize(**options)
    assert content(with_blank_ones) == expected
    assert {x.source for x in with_blank_ones} == {1}


# The order does not matter


@FEW
@given(SETS, BUDGETS, st.sampled_from(list(tersely.methods())), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_changes_no_choice(texts, budget, method, generator):
    texts = list(dict.fromkeys(texts))  # equal texts have nothing that tells them apart
    order = list(range(len(texts)))
    generator.shuffle(order)
    summary = tersely.summarize_documents(texts, method=method, **budget)
    shuffled = tersely.summarize_documents([texts[number] for number in order], method=method, **budget)
    assert picks(summary) == picks(shuffled, order)
    assert sorted(x.score for x in summary) == sorted(x.score for x in shuffled)
    assert summary.coverage == shuffled.coverage


@pytest.mark.parametrize("options", [{"query": "ferry repair"}, {"words": 30}, {"order": "score", "sentences": 4}])
def test_the_order_of_reports_changes_no_choice(options):
    texts = [*REPORTS, *ARTICLE.split("\n\n"), MEETING]
    summary = tersely.summarize_documents(texts, **options)
    for seed in range(5):
        order = list(range(len(texts)))
        random.Random(seed).shuffle(order)
        shuffled = tersely.summarize_documents([texts[number] for number in order], **options)
        assert picks(summary) == picks(shuffled, order)


# Sentences have places in their own texts


@FEW
@given(SETS, BUDGETS)
def test_spans_are_those_of_each_text(texts, budget):
    documents = tersely.DocumentSet(texts, names=[f"n{number}" for number in range(len(texts))])
    summary = documents.summarize(**budget)
    for x in (*summary, *documents.units):
        assert texts[x.source][x.start : x.end] == x.text
        assert x.source_name == f"n{x.source}"
    for word in documents.words:
        assert texts[documents[word.unit].source][word.start : word.end] == word.text
    assert [x.index for x in documents] == list(range(len(documents)))
    assert [x.index for x in summary] == sorted(x.index for x in summary)


def test_spans_of_bytes_count_bytes_and_those_of_str_code_points():
    texts = ["Die Brücke ist gesperrt. Der Fluss steigt.", "Die Brücke ist gesperrt, sagt die Stadt.".encode(), "𝔸 ok."]
    documents = tersely.DocumentSet(texts)
    for x in documents:
        part = texts[x.source][x.start : x.end]
        assert (part if isinstance(part, str) else part.decode()) == x.text
    rows = documents.summarize(9).to_dict(offsets="byte")["sentences"]
    for row in rows:
        whole = texts[row["source"]]
        encoded = whole if isinstance(whole, bytes) else whole.encode()
        assert encoded[row["start"] : row["end"]].decode() == row["text"]


def test_surrogates_are_returned_as_they_were():
    summary = tersely.DocumentSet(["A \ud800 word.", "Another one is here."]).summarize(9)
    assert summary[0].text == "A \ud800 word."
    assert "\ud800" in str(summary)


# Votes


@FEW
@given(SETS, BUDGETS, st.sampled_from([None, ["bridge"], ["ferry", "repair"]]))
def test_choices_are_those_of_the_twin(texts, budget, query):
    documents = tersely.DocumentSet(texts, language="en")
    assume(documents.candidates)
    asked = {} if query is None else {"query": " ".join(query)}
    summary = documents.summarize(**budget, **asked)
    expected = Analysis(documents).choose(**budget, query_keys=query)
    if expected.near_tie:
        return
    assert summary.order == expected.order
    assert list(summary.scores) == pytest.approx(list(expected.scores), abs=1e-9)
    assert summary.coverage == pytest.approx(expected.coverage, abs=1e-9)
    assert str(summary) == expected.text


@pytest.mark.parametrize("method", ["cover", "lead", "edmundson", "textrank", "lexrank", "centroid", "kl"])
def test_every_method_chooses_as_its_twin(method):
    documents = tersely.DocumentSet([*REPORTS, ARTICLE])
    for budget in ({"sentences": 3}, {"words": 60}):
        expected = Analysis(documents).choose(method=method, **budget)
        assert expected.near_tie or documents.summarize(method=method, **budget).order == expected.order


def test_scores_weigh_the_texts_as_in_the_twin():
    documents = tersely.DocumentSet(REPORTS, scores=[0.2, 0.9, 0])
    for options in ({}, {"query": "ferry bridge", "query_keys": ["ferry", "bridge"]}):
        keys = options.pop("query_keys", None)
        summary = documents.summarize(3, **options)
        expected = Analysis(documents).choose(sentences=3, query_keys=keys)
        assert summary.order == expected.order
        assert 2 not in {x.source for x in summary}


def test_what_several_texts_say_weighs_more_than_what_one_says_first():
    texts = [
        "A lamp was lit in the harbour. The storm damaged the harbour wall.",
        "A cat slept on the pier. The storm damaged the harbour wall badly.",
        "Music played in the square. The harbour wall was damaged by the storm.",
    ]
    (best,) = tersely.summarize_documents(texts, 1)
    assert "damaged" in best.text


def test_lead_takes_the_first_sentence_of_every_text_first():
    summary = tersely.summarize_documents(REPORTS, 4, method="lead")
    assert sorted(x.start for x in summary)[:3] == [0, 0, 0]
    assert {x.source for x in summary} == {0, 1, 2}


def test_a_sentence_that_stands_in_several_texts_is_chosen_once():
    same = "The old bridge over the river is closed."
    texts = [f"Good morning. {same} More follows.", f"{same} A ferry runs.", f"Read on. {same}"]
    summary = tersely.summarize_documents(texts, 6)
    assert (len(summary), summary.status) == (5, "all_candidates")
    assert [x.text for x in summary].count(same) == 1
    assert next(x.source for x in summary if x.text == same) == 1  # where it stands first
    assert "repeated" in summary.flags


def test_equal_texts_count_as_one():
    once = tersely.summarize_documents(REPORTS, 3)
    twice = tersely.summarize_documents([*REPORTS, *REPORTS], 3)
    assert [x.text for x in once] == [x.text for x in twice]


def test_one_text_a_thousand_times_as_long_does_not_hide_the_others():
    rng = random.Random(1)
    nouns = ["apple", "pear", "plum", "cherry", "quince", "melon", "orange", "lemon", "fig", "date"]
    long = " ".join(f"The {rng.choice(nouns)} fell near the {rng.choice(nouns)} tree {n}." for n in range(2000))
    summary = tersely.summarize_documents([long, "The old bridge is closed."], query="bridge")
    assert [(x.source, x.text) for x in summary] == [(1, "The old bridge is closed.")]
    assert tersely.summarize_documents([long, "The old bridge is closed."], words=50).status == "ok"


# Printing


def test_sentences_of_different_texts_stand_on_lines_of_their_own():
    summary = tersely.summarize_documents(["The bridge is closed. It has cracks.", "A ferry runs."], 2, method="lead")
    assert str(summary) == "The bridge is closed.\nA ferry runs."
    whole = tersely.summarize_documents([" The bridge is closed. It has cracks. ", "", "A ferry runs."], 9)
    assert (str(whole), whole.status) == ("The bridge is closed. It has cracks.\n\nA ferry runs.", "whole_text")


@pytest.mark.parametrize("chars", range(20, 200, 17))
def test_budgets_are_ceilings_over_all_texts(chars):
    summary = tersely.summarize_documents(REPORTS, chars=chars)
    assert len(str(summary)) <= chars or summary.status == "over_budget"
    counted = tersely.summarize_documents(REPORTS, tokens=chars // 4, count_tokens=lambda text: len(text.split()))
    assert len(str(counted).split()) <= chars // 4 or counted.status == "over_budget"


def test_dates_order_the_texts():
    dates = [datetime.date(2024, 5, 3), None, datetime.date(2024, 5, 1)]
    documents = tersely.DocumentSet(REPORTS, names=["c", "undated", "a"], dates=dates)
    summary = documents.summarize(9)
    assert list(dict.fromkeys(x.source_name for x in summary)) == ["a", "c", "undated"]
    assert all(REPORTS[x.source][x.start : x.end] == x.text for x in summary)
    assert picks(documents.summarize(2)) == picks(tersely.summarize_documents(REPORTS, 2))


def test_a_missing_date_of_numpy_is_no_date():
    numpy = pytest.importorskip("numpy")
    dates = numpy.array(["2024-05-03", "NaT", "2024-05-01"], dtype="datetime64[D]")
    summary = tersely.DocumentSet(REPORTS, dates=dates).summarize(9)
    assert list(dict.fromkeys(x.source for x in summary)) == [2, 0, 1]


# Everything else that a summary does


def test_a_summary_of_several_texts_does_what_others_do():
    documents = tersely.DocumentSet(REPORTS, names=["Post", None, "Times"])
    summary = documents.summarize(3, query="ferry")
    again = pickle.loads(pickle.dumps(summary))
    assert again == summary
    assert list(again.scores) == list(summary.scores)
    assert again.at(1) == summary.at(1)
    assert pickle.loads(pickle.dumps(documents)) == documents
    assert hash(documents) == hash(tersely.DocumentSet(REPORTS, names=["Post", None, "Times"]))
    assert summary.join(" / ").count(" / ") == len(summary) - 1
    row = json.loads(json.dumps(summary.to_dict()))["sentences"][0]
    assert (row["source"], row["source_name"]) == (summary[0].source, summary[0].source_name)
    assert isinstance(summary.suggest(), int)
    assert documents.summarize(2, include=[0], exclude=[1]).order[0] == 0
    assert "source=" in repr(summary[0])
    assert "source=" not in repr(tersely.summarize(REPORTS[0])[0])
    assert tersely.summarize(REPORTS[0])[0].source is None


def test_relevance_is_one_number_for_each_unit():
    documents = tersely.DocumentSet(REPORTS)
    relevance = [float("ferry" in unit.text) for unit in documents]
    assert all("ferry" in x.text for x in documents.summarize(9, relevance=relevance))


def test_explanations_say_how_many_texts_say_it():
    documents = tersely.DocumentSet(REPORTS, names=["Post", "News", "Times"])
    explanation = documents.summarize(2).explain()
    assert explanation.n_sources == 3
    for pick in explanation.picks:
        assert pick.sentence.source in pick.said_by
    most = max(explanation.picks, key=lambda pick: len(pick.said_by))
    assert f"said by {len(most.said_by)} of 3 sources" in str(explanation)
    assert f"from {most.sentence.source_name}" in str(explanation)
    assert explanation.to_dict()["picks"][0]["said_by"] == list(explanation.picks[0].said_by)
    assert tersely.summarize(REPORTS[0], 1).explain().picks[0].said_by == ()


def test_a_repeated_sentence_is_said_by_all_that_have_it():
    same = "The old bridge over the river is closed."
    summary = tersely.summarize_documents([f"{same} A ferry runs.", f"Hello there. {same}", "Cats sleep all day."], 1)
    (pick,) = summary.explain().picks
    assert (pick.sentence.text, pick.said_by) == (same, (0, 1))


def test_notebooks_and_pages_name_the_texts():
    summary = tersely.DocumentSet(REPORTS, names=["Post", "N<e>ws", None]).summarize(2)
    for html in (summary._repr_html_(), summary.to_html(), summary.document._repr_html_()):
        assert "Post" in html
        assert "N&lt;e&gt;ws" in html
        assert "text 2" in html
    assert "of 3 sources" in summary.explain()._repr_html_()


# What was seen


def test_what_was_read_weighs_nothing():
    read = tersely.summarize("The old bridge is closed.", 1)
    texts = ["The old bridge is closed. The old bridge has cracks.", "A ferry carries people to the market."]
    assert tersely.summarize_documents(texts, 1, seen=read)[0].source == 1
    seen_words = [[(word.text, word.is_stop) for word in read.document.words]]
    documents = tersely.DocumentSet(texts, language="en")
    expected = Analysis(documents).choose(sentences=2, seen=seen_words)
    summary = documents.summarize(2, seen=read)
    assert summary.order == expected.order
    assert summary.coverage == pytest.approx(expected.coverage)


@pytest.mark.parametrize("query", [None, "ferry"])
def test_what_documents_said_weighs_less_as_in_the_twin(query):
    before, after = tersely.DocumentSet(REPORTS[:2]), tersely.DocumentSet([REPORTS[2], ARTICLE])
    summary = after.summarize(3, seen=before, query=query)
    expected = Analysis(after).choose(
        sentences=3, seen=Analysis(before), query_keys=None if query is None else query.split()
    )
    assert summary.order == expected.order
    assert summary.coverage == pytest.approx(expected.coverage)


def test_seen_takes_several_and_is_kept():
    read = tersely.summarize(REPORTS[0], 1)
    documents = tersely.DocumentSet(REPORTS[1:])
    summary = documents.summarize(1, seen=[read, tersely.Document(REPORTS[0])])
    assert summary.at(1) == summary
    assert pickle.loads(pickle.dumps(summary)).at(1) == summary
    assert summary.explain().picks[0].weight > 0
    assert tersely.Document(REPORTS[1]).summarize(1, seen=read) != tersely.Document(REPORTS[1]).summarize(1)
    assert documents.summarize(1, seen=None) == documents.summarize(1, seen=[]) == documents.summarize(1)


def test_everything_seen_is_still_an_answer():
    documents = tersely.DocumentSet(REPORTS)
    summary = documents.summarize(2, seen=documents.summarize(99))
    assert (len(summary), summary.status) == (2, "ok")


def test_seen_must_be_known():
    with pytest.raises(tersely.InvalidOption, match=r"seen='It rained.'.*seen=tersely.Document"):
        tersely.DocumentSet(REPORTS).summarize(seen="It rained.")
    with pytest.raises(tersely.InvalidOption, match=r"seen=.*lead.*cover"):
        tersely.DocumentSet(REPORTS).summarize(seen=tersely.Document("It rained."), method="lead")


# Odd input


@pytest.mark.parametrize("texts", [[], [None], ["", " "], [None, float("nan"), ""]])
def test_nothing_gives_an_empty_summary(texts):
    summary = tersely.summarize_documents(texts)
    assert (len(summary), str(summary), summary.status) == (0, "", "empty")
    assert summary.explain().picks == ()
    assert tersely.DocumentSet(texts).units == ()


def test_missing_texts_keep_their_place():
    summary = tersely.summarize_documents([None, REPORTS[0], float("nan"), REPORTS[1]], 9)
    assert {x.source for x in summary} == {1, 3}


@pytest.mark.parametrize("query", ["", "  ", "wo ist die Brücke", "xyzzy", "\ud800"])
def test_odd_queries_give_an_answer(query):
    assert len(tersely.summarize_documents(REPORTS, query=query)) == 3


def test_texts_in_several_languages_are_each_split_in_their_own():
    german = "Am 3. Oktober stieg der Fluss. Die Brücke wurde gesperrt, weil die Stadt es so wollte."
    documents = tersely.DocumentSet([german, *REPORTS])
    assert [x.text for x in documents if x.source == 0] == [
        "Am 3. Oktober stieg der Fluss.",
        "Die Brücke wurde gesperrt, weil die Stadt es so wollte.",
    ]
    assert documents.language == "en"


@pytest.mark.parametrize(
    "arguments, error, message",
    [
        (("one text",), TypeError, r"\[text\]"),
        (({"a": "b"},), TypeError, r"names=list\(d.keys\(\)\)"),
        (({"a", "b"},), TypeError, "sorted"),
        ((3,), TypeError, "iterable"),
        ((["a", 3],), TypeError, "text 1: must be str, bytes or missing, not int"),
        ((["a"], ["b", "c"]), tersely.InvalidOption, "names=2 values.*each of the 1 texts"),
        ((["a"], [3]), tersely.InvalidOption, "names=3: must be str or None"),
        ((["a", "b"], None, [1, "x"]), tersely.InvalidOption, "dates=.*compared"),
        ((["a"], None, None, [-1]), tersely.InvalidOption, "scores=-1: must be finite numbers of 0 or more"),
        ((["a"], None, None, [float("nan")]), tersely.InvalidOption, "scores=nan"),
        ((["a"], None, None, ["1"]), tersely.InvalidOption, "scores='1'"),
        ((["a"], None, None, 1), tersely.InvalidOption, "scores=1: must be a list"),
        ((["a"], {"x"}), tersely.InvalidOption, "names=.*in the order of the texts, not a set"),
        ((["a"], None, {"x": 1}), tersely.InvalidOption, "dates=.*in the order of the texts, not a dict"),
        (([b"ok", b"\xff"],), tersely.InvalidText, "text 1: "),
        (([b"ok", b"\xff"], None, [2, 1]), tersely.InvalidText, "text 1: "),
    ],
)
def test_errors_name_the_way_out(arguments, error, message):
    with pytest.raises(error, match=message):
        tersely.DocumentSet(*arguments)


def test_options_that_do_not_exist_are_named():
    with pytest.raises(TypeError, match="did you mean words"):
        tersely.summarize_documents(REPORTS, word_count=9)
    with pytest.raises(tersely.LimitExceeded, match="together"):
        tersely.DocumentSet(REPORTS, max_bytes=100)
    with pytest.raises(TypeError, match=r"documents\.text"):
        tersely.DocumentSet(REPORTS).keyphrases()
    with pytest.raises(TypeError, match="DocumentSet"):
        tersely.DocumentSet.from_sentences(["a"])


def test_scores_may_be_numbers_of_any_library():
    numpy = pytest.importorskip("numpy")
    documents = tersely.DocumentSet(REPORTS, scores=numpy.array([0.5, 1, 0], dtype="float32"))
    assert documents.scores == (0.5, 1.0, 0.0)


# Columns


def test_each_row_of_a_column_is_summarised_together():
    rows = [REPORTS, None, [], [None, REPORTS[0]], REPORTS[:1]]
    column = tersely.summarize_documents_column(rows, 2)
    expected = [None if row is None else str(tersely.summarize_documents(row, 2)) for row in rows]
    assert column.to_list() == expected


def test_structs_name_the_text_of_each_sentence():
    (row,) = tersely.summarize_documents_column([REPORTS], 3, output="struct")
    summary = tersely.summarize_documents(REPORTS, 3)
    assert [(x["source"], x["start"], x["end"], x["index"], x["score"]) for x in row["sentences"]] == [
        (x.source, x.start, x.end, x.index, x.score) for x in summary
    ]


def test_a_column_of_queries():
    queries = ["ferry", None, "shops"]
    column = tersely.summarize_documents_column([REPORTS] * 3, 1, query=queries)
    assert column.to_list() == [str(tersely.summarize_documents(REPORTS, 1, query=query)) for query in queries]
    with pytest.raises(tersely.InvalidOption, match="as many rows as the texts, 3, not 2"):
        tersely.summarize_documents_column([REPORTS] * 3, query=["a", "b"])


def test_a_row_that_is_no_list_fails():
    with pytest.warns(RuntimeWarning, match=r"2 of 3 rows failed.*row 0: must be a list of texts or missing, not str"):
        column = tersely.summarize_documents_column(["one text", REPORTS, [3]], 1)
    assert [row is None for row in column] == [True, False, True]
    with pytest.raises(TypeError, match="row 0: must be a list of texts"):
        tersely.summarize_documents_column(["one text"], on_error="raise")


def test_tables_and_options_of_columns():
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({"hits": [REPORTS, None]})
    expected = [str(tersely.summarize_documents(REPORTS, 1)), None]
    assert tersely.summarize_documents_column(table, 1, field="hits").to_list() == expected
    assert tersely.summarize_documents_column(table["hits"], 1).to_list() == expected
    with pytest.raises(TypeError, match="field"):
        tersely.summarize_documents_column(table, 1)
    with pytest.raises(TypeError, match="no option 'title'"):
        tersely.summarize_documents_column([REPORTS], title="x")


def test_a_notebook_names_the_text_of_each_sentence_that_it_shows():
    summary = tersely.summarize_documents([REPORTS[0], ARTICLE], 4, names=["bridge", "harrow.txt"])
    assert summary[-1].source_name == "harrow.txt"
    assert summary.document[summary[-1].index - 6].source_name == "harrow.txt"  # folded, with the beginning of its text

    shown = re.sub(r"<details.*?</details>", "", summary._repr_html_(), flags=re.DOTALL)

    assert "harrow.txt" in shown[: shown.index(summary[-1].text)]


def test_a_blank_text_has_no_unit_to_include():
    with pytest.raises(tersely.InvalidOption, match="include=5: must be left out, because the text is blank"):
        tersely.Document(" ").summarize(1, include=[5])
