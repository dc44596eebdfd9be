"""Summaries that answer a query."""

import functools
import json
import math
import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command_line import run
from test_textbook import BUDGETS, LENGTHS, PROPERTY, assert_same, documents, observe
from textbook import content_keys

import tersely

DATA = Path(__file__).resolve().parents[2] / "cpp" / "data"
TAKES_A_QUERY = [name for name, method in tersely.methods().items() if "query" in method.options]

HARBOUR = (
    "The harbour closed on Monday. Engineers inspected the bridge. Bakers sold bread as usual. Schools stayed open. "
    "Trains ran on time. Doctors saw few patients. Farmers ploughed fields. The museum showed old maps. "
    "Painters finished the town hall. A choir sang songs in the square. Nobody bought umbrellas."
)
MEETING = "\n".join(
    [
        "Anna Berg: The buttons should be yellow because users find them faster.",
        "Bob: I would rather make them large. They must glow too.",
        "Anna Berg: Batteries cost more than solar cells do this year.",
        "Carla: Solar cells fail in dark living rooms, as our trial showed.",
        "Bob: Rubber cases survive falls onto stone floors.",
        "Carla: Wooden cases look finer on a shelf.",
        "Bob: The chip must recognise speech in four languages.",
        "Carla: Marketing wants a fruit shape for the spring line.",
        "Anna Berg: The price stays below twelve euros.",
        "Bob: Next week we build two prototypes.",
    ]
)


def indices(summary):
    return [x.index for x in summary]


# By hand

# n = 5, 4 words each. "bridge" is in row 2 only, so its idf is ln(1 + 4.5 / 1.5) = ln 4, and all lengths are the mean:
# b_2 = ln 4 * 2.2 / 2.2 = ln 4. s = b_2 * (.35, .5, 1, .5, .35), which is divided by b_2.
FIVE = (
    "Bakers sold rye bread. Trains reached snowy Rome. Engineers inspected one bridge. Farmers grew red beets. "
    "Choirs sang loud hymns."
)


def test_five_sentences_by_hand():
    doc = tersely.Document(FIVE, language="en")
    summary = doc.summarize(5, query="The bridges? The bridge!", order="score", title="")
    assert {x.index: x.relevance for x in summary} == pytest.approx({0: 0.35, 1: 0.5, 2: 1, 3: 0.5, 4: 0.35})
    # No concept repeats, so that votes are 1 and every weight is .2 * r^2 * max(.5, 1 / (1 + p / 10)). A sentence has 4
    # terms and 3 pairs ("one" is a stop word: 3 terms and 3 pairs), and gains r * weight / sqrt(4 + 10).
    weights = {0: 7 * 0.35**2, 1: 7 * 0.5**2 / 1.1, 2: 6 / 1.2, 3: 7 * 0.5**2 / 1.3, 4: 7 * 0.35**2 / 1.4}
    picks = doc.summarize(4, query="bridge", title="").explain().picks
    for pick in picks:
        assert pick.weight == pytest.approx(0.2 * weights[pick.sentence.index])
        assert pick.gain == pytest.approx(pick.relevance * pick.weight / math.sqrt(14))
    assert [pick.sentence.index for pick in picks] == [2, 1, 3, 0]
    assert [pick.matched for pick in picks] == [("bridge",), (), (), ()]


def test_bm25_by_hand():
    # n = 9. "ferry" is in two rows: idf = ln(1 + 7.5 / 2.5) = ln 4. Lengths: 3 in row 0 (twice the word), 6 in row 8,
    # 3 elsewhere: mean 10 / 3. Rows 0 and 8 are too far apart to be neighbours of each other.
    words = [
        "alpha bravo charlie",
        "delta echo foxtrot",
        "golf hotel india",
        "juliett kilo lima",
        "mike november oscar",
    ]
    words += ["papa quebec romeo", "sierra tango uniform"]
    text = ". ".join(["Ferry ferry docked", *(x.capitalize() for x in words), "Victor whiskey xray yankee zulu ferry"])
    doc = tersely.Document.from_sentences(text.split(". "), language="en")
    found = {x.index: x.relevance for x in doc.summarize(9, query="ferries or a ferry", title="")}
    first = 2.2 * 2 / (2 + 1.2 * (0.25 + 0.75 * 3 / (10 / 3)))
    last = 2.2 * 1 / (1 + 1.2 * (0.25 + 0.75 * 6 / (10 / 3)))
    assert found[0] == 1
    assert found[8] == pytest.approx(last / first)
    assert [found[i] for i in (1, 2, 3)] == pytest.approx([0.5, 0.35, 0.245])
    assert [found[i] for i in (5, 6, 7)] == pytest.approx([x * last / first for x in (0.245, 0.35, 0.5)])
    assert 4 not in found


def test_a_speakers_name_counts_like_a_rare_word_by_hand():
    doc = tersely.Document(MEETING, language="en")
    summary = doc.summarize(11, query="What did Anna say?", title="")
    # All rows are at most three turns away from one of hers, so that all are relevant. Her own have the highest
    # relevance: idf + neighbours within three rows, 3 of 11 rows.
    relevance = [x.relevance for x in summary]
    rows = [1.0, 0, 0, 1.0, 0, 0, 0, 0, 0, 1.0, 0]  # Bob's first turn has two sentences
    points = [
        rows[i] + sum(0.5 * 0.7 ** (h - 1) * rows[j] for h in (1, 2, 3) for j in (i - h, i + h) if 0 <= j < 11)
        for i in range(11)
    ]
    assert relevance == pytest.approx([x / max(points) for x in points])


# The twin

QUERIES = {
    "en": [
        "storm",
        "stormy harbours",
        "the of",
        "summarise the ferries",
        "discuss people",
        "Lisbon 2024 captain",
        "?!",
    ],
    "de": ["Sturm im Hafen", "Fasse die Straße zusammen", "und"],
    "ru": ["шторм", "порты и капитаны"],
    "tr": ["İstanbul liman", "kapalı"],
    "zh": ["渡轮", "港口关闭"],
    "ar": ["عاصفة", "ميناء مغلق"],
}
SPEAKERS = ["What did Anna rescue?", "Bob and Carla", "anna's ferry"]
ANY_QUERY = st.sampled_from([query for queries in QUERIES.values() for query in queries] + SPEAKERS)


@functools.cache
def instruction_words(language):
    path = DATA / f"{language}.txt"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(r"\[instruction_words\]\n([^\[]*)", text)
    return frozenset(found[1].split()) if found else frozenset()


def query_keys(doc, query, stem="prefix"):
    """The keys that count, with the library's words and stop words. None for a blank query."""
    read = tersely.Document.from_sentences([query], language=doc.language)
    words = [(word.text, word.is_stop) for word in read.words]
    others = [(text, is_stop) for text, is_stop in words if text.casefold() not in instruction_words(doc.language)]
    keys = content_keys(others, stem) or content_keys(words, stem)
    return sorted(set(keys)) if query.strip() else None


def assert_same_answer(doc, query, **options):
    return assert_same(doc, query=query, query_keys=query_keys(doc, query), **options)


@PROPERTY
@given(documents(), ANY_QUERY, BUDGETS, st.sampled_from(["summary", "empty"]), st.sampled_from(["document", "score"]))
def test_cover_with_a_query_equals_the_twin(doc, query, budget, unmatched, order):
    observe(assert_same_answer(doc, query, unmatched=unmatched, order=order, **budget))


@PROPERTY
@given(documents(), ANY_QUERY, LENGTHS, st.sampled_from(["auto", "section", "none"]), st.booleans())
def test_a_cut_answer_equals_the_twins(doc, query, budget, position, cut):
    observe(assert_same_answer(doc, query, cut=cut, position=position, **budget))


@PROPERTY
@given(documents(), ANY_QUERY, st.sampled_from([name for name in TAKES_A_QUERY if name != "cover"]), BUDGETS)
def test_other_methods_with_a_query_equal_the_twin(doc, query, method, budget):
    observe(assert_same_answer(doc, query, method=method, **budget))


@PROPERTY
@given(documents(), st.data(), BUDGETS)
def test_given_relevance_equals_the_twin(doc, data, budget):
    numbers = st.sampled_from([0, 0, 0.25, 1, 3.5])
    relevance = data.draw(st.lists(numbers, min_size=len(doc), max_size=len(doc)))
    observe(assert_same(doc, relevance=relevance, **budget))


@PROPERTY
@given(documents(), ANY_QUERY, st.data(), st.integers(1, 5))
def test_included_and_excluded_units_with_a_query_equal_the_twin(doc, query, data, sentences):
    units = list(doc.candidates)
    include = data.draw(st.lists(st.sampled_from(units), max_size=2, unique=True)) if units else []
    rest = [unit for unit in units if unit not in include]
    exclude = data.draw(st.lists(st.sampled_from(rest), max_size=2, unique=True)) if len(rest) > 2 else []
    observe(assert_same_answer(doc, query, include=include, exclude=exclude, sentences=sentences))


@PROPERTY
@given(documents(), ANY_QUERY, st.one_of(st.none(), st.integers(1, 60)))
def test_no_chosen_sentence_is_irrelevant(doc, query, words):
    summary = doc.summarize(**({"sentences": 4} if words is None else {"words": words}), query=query)
    if "query_unmatched" in summary.flags:
        assert all(x.relevance == 0 for x in summary)
    else:
        assert summary.status == "whole_text" or all(0 < x.relevance <= 1 for x in summary)


# What is chosen


def test_the_answer_is_chosen_and_what_is_far_from_it_is_not():
    summary = tersely.summarize(HARBOUR, 9, query="Who inspected the bridge?")
    assert summary.order[0] == 1
    assert indices(summary) == [0, 1, 2, 3, 4]
    assert (summary.status, summary.flags) == ("all_candidates", ())
    assert {unit.reason for unit in summary.explain().units[5:]} == {"irrelevant"}


RULES = """
The garden society is led by a board. The board has seven members. Each district of the gardens elects one delegate to
the board. Any gardener of a district may be its delegate. The board meets on the first Monday of each month. The board
decides by a majority of its members. The board cannot remove a gardener without a hearing. A delegate of the board
speaks for the district and not for a friend. The auditors are not members of the board. The board may remove a hedge
that is taller than two metres. The auditors read the books of the board twice a year. A delegate should tell the
district what the board has decided. The board names a delegate who speaks to the press. A delegate of the board may
bring a guest to a meeting of the board. The members of the board share the work of the board. The board publishes its
minutes within ten days. A gardener may ask the board for a larger plot. The board must answer a gardener within a
month. The auditors may decide to remove a delegate from the board. The board should hear the delegate before that.
Water is free for all gardens. The society pays for water from its fees. The fee for a garden is forty euros a year.
The board sets the fee of the next year in October. A gardener who does not pay the fee by March loses the garden. The
board may lower the fee of a gardener in need. The tool shed opens at eight. Tools go back to the shed on the same day.
The board buys tools for the shed once a year. Fires are forbidden between April and September. Dogs stay on a lead in
all gardens. The board may forbid dogs in a district. The rules of the society can be changed by two thirds of all
gardeners. The board proposes changes of the rules in writing. A gardener may propose changes too. The society was
founded in 1921. The first board had three members.
"""


@pytest.mark.parametrize("method", ["cover", "textrank", "textrank-overlap", "lexrank", "centroid", "lsa"])
@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("How can a delegate of the board be removed?", "auditors may decide to remove"),
        ("What happens if a gardener does not pay the fee?", "loses the garden"),
        ("When are fires forbidden?", "April and September"),
        ("How can the rules of the society be changed?", "two thirds"),
        ("When does the board set the fee?", "October"),
        ("Who pays for the water?", "from its fees"),
    ],
)
def test_the_sentence_that_answers_is_among_the_first_picks(question, answer, method):
    assert answer in str(tersely.summarize(RULES, 5, query=question, method=method, language="en"))


def test_an_answer_is_not_covered_by_several_picks_that_share_its_words():
    assert "seven members" in str(tersely.summarize(RULES, 8, query="How many members does the board have?"))


COUNCIL = (
    "The council met in spring. The council discussed the bridge, the school and the harbour with the council of the "
    "county. The harbour and the bridge belong to the county. The council will decide in November. The county asked "
    "the council for money for the bridge and the school. The school asked the council of the county for a bridge to "
    "the harbour. Choirs sang."
)


@pytest.mark.parametrize("method", ["textrank", "textrank-overlap", "centroid"])
def test_the_most_relevant_sentence_wins_against_those_that_are_like_many_others(method):
    assert str(tersely.summarize(COUNCIL, 1, query="When will the council decide?", method=method)) == (
        "The council will decide in November."
    )


def test_irrelevant_sentences_do_not_fill_a_budget_in_which_the_whole_text_fits():
    summary = tersely.summarize(HARBOUR, words=1000, query="bridge")
    assert indices(summary) == [0, 1, 2, 3, 4]
    assert tersely.summarize(HARBOUR, words=1000).status == "whole_text"


def test_a_text_of_which_everything_is_relevant_stays_whole():
    assert tersely.summarize(FIVE, words=1000, query="bridge").status == "whole_text"


@pytest.mark.parametrize("query", [None, "", " \n\t"])
def test_a_blank_query_is_none(query):
    plain = tersely.summarize(HARBOUR, 2)
    assert tersely.summarize(HARBOUR, 2, query=query) == plain
    assert [x.relevance for x in plain] == [None, None]
    assert "relevance" not in json.dumps(plain.to_dict()) + json.dumps(plain.explain().to_dict())
    assert tersely.summarize(HARBOUR, 2, query=query, method="lead").method == "lead"


@pytest.mark.parametrize("query", ["zebras", "Wer hat gefragt?", "who and what", "?!", "a", "цирк"])
def test_an_unmatched_query(query):
    plain = tersely.summarize(HARBOUR, 2)
    summary = tersely.summarize(HARBOUR, 2, query=query)
    assert summary.flags == ("query_unmatched",)
    assert (str(summary), summary.order, list(summary.scores)) == (str(plain), plain.order, list(plain.scores))
    assert [x.relevance for x in summary] == [0, 0]

    empty = tersely.summarize(HARBOUR, 2, query=query, unmatched="empty")
    assert (len(empty), str(empty), empty.status, empty.flags) == (0, "", "empty", ("query_unmatched",))
    assert (empty.coverage, empty.n_words, empty.suggest(), len(empty.at(5))) == (0, 0, 0, 0)
    assert {unit.reason for unit in empty.explain().units} == {"irrelevant"}
    assert "matches the query" in empty._repr_html_()
    assert "matches the query" in empty.to_html()


def test_unmatched_does_not_matter_for_a_query_that_matches():
    options = {"query": "Who inspected the bridge?"}
    assert tersely.summarize(HARBOUR, 2, **options, unmatched="empty") == tersely.summarize(HARBOUR, 2, **options)


def test_a_query_that_only_an_excluded_sentence_matches_is_unmatched():
    reach = [0, 1, 2, 3]  # the sentence and its neighbours
    summary = tersely.Document(HARBOUR).summarize(2, query="harbour", exclude=reach)
    assert summary.flags == ("query_unmatched",)
    assert not set(indices(summary)) & set(reach)


def test_included_units_are_chosen_even_if_they_are_irrelevant():
    doc = tersely.Document(HARBOUR)
    summary = doc.summarize(2, query="bridge", include=[9])
    assert indices(summary) == [1, 9]
    assert [x.relevance for x in summary] == [1, 0]
    assert indices(doc.summarize(5, query="zebra", unmatched="empty", include=[9])) == [9]


TOLD = {
    "en": "We had a discussion. Ann summarised it. It rained. Choirs sang. Dogs barked. Cats slept. The bridge fell.",
    "de": "Jemand fasste es. Es wurde gesagt. Züge kamen. Es regnete. Chöre sangen. Hunde bellten. Die Brücke fiel.",
    "fr": "La discussion dura. Paul résume tout. Il plut. Luc dormit. Un chien aboya. Un coq chanta. Le pont tomba.",
    "es": "La discusión duró. Todos dicen algo. Llovió. Luis durmió. Un perro ladró. Cantó un gallo. El puente cayó.",
}


@pytest.mark.parametrize(
    ("language", "query", "content"),
    [
        ("en", "Summarise the discussion about the bridge", "bridge"),
        ("de", "Fasse zusammen, was über die Brücke gesagt wurde", "Brücke"),
        ("fr", "Résume la discussion sur le pont", "pont"),
        ("es", "Resume lo que dicen sobre el puente", "puente"),
    ],
)
def test_words_of_instruction_do_not_count(language, query, content):
    doc = tersely.Document(TOLD[language], language=language)
    options = {"sentences": 3, "title": ""}
    assert doc.summarize(**options, query=query) == doc.summarize(**options, query=content)


def test_words_of_instruction_count_if_there_are_no_others():
    text = "Trains ran late. Choirs sang. Dogs barked. Cats slept. The discussion lasted for hours."
    summary = tersely.summarize(text, 1, query="Summarise the discussion.", language="en")
    assert indices(summary) == [4]
    assert summary.explain().picks[0].matched == ("discussion",)


def test_a_query_in_capitals_in_another_form_and_repeated():
    doc = tersely.Document(HARBOUR)
    assert doc.summarize(3, query="ENGINEERING bridges bridge") == doc.summarize(3, query="engineers, bridge")


def test_own_stop_words_and_whole_words():
    doc = tersely.Document(HARBOUR, stop_words=["bridge"])
    assert doc.summarize(1, query="bridge").flags == ("query_unmatched",)
    assert tersely.summarize(HARBOUR, 1, query="bridges", stem="none").flags == ("query_unmatched",)


def test_a_query_of_many_words():
    words = [f"word{i}" for i in range(10_000)]
    summary = tersely.summarize(HARBOUR, 1, query=" ".join([*words, "umbrellas"]))
    assert indices(summary) == [10]


def test_a_query_about_a_speaker():
    summary = tersely.summarize(MEETING, 3, query="What did Carla say?")
    assert all("Carla" in pick.matched for pick in summary.explain().picks if pick.relevance > 0.9)
    assert summary.explain().picks[0].matched == ("Carla",)
    told = tersely.summarize(MEETING, 3, query="Carla on solar cells").explain().picks
    assert ("Carla", "Solar", "cells") in [pick.matched for pick in told]


def test_times_are_no_names():
    chat = "\n".join(f"[10:{10 + i}] {name}: {text}" for i, (name, text) in enumerate([
        ("anna", "The bridge has deep cracks in its beams."), ("bob", "Then close the bridge before the storm."),
        ("anna", "We need twelve divers to look below."), ("carla", "Divers cost 10 euros an hour."),
    ]))  # fmt: skip
    assert [pick.matched for pick in tersely.summarize(chat, 1, query="10").explain().picks] == [("10",)]


def test_bytes_and_surrogates():
    assert str(tersely.summarize(HARBOUR.encode(), 1, query="bridge")) == "Engineers inspected the bridge."
    assert str(tersely.summarize(HARBOUR, 1, query="bridge \ud800")) == "Engineers inspected the bridge."


# Given relevance


def test_given_relevance_replaces_that_of_the_query():
    doc = tersely.Document(HARBOUR)
    relevance = [0.0] * len(doc)
    relevance[7], relevance[10] = 4, 1
    for query in (None, "bridge"):
        summary = doc.summarize(5, relevance=relevance, query=query)
        assert {x.index: x.relevance for x in summary} == {7: 1, 10: 0.25}
        assert summary.explain().picks[0].matched == ()
    assert doc.summarize(5, relevance=[0] * len(doc)).flags == ("query_unmatched",)
    assert len(doc.summarize(5, relevance=[0] * len(doc), unmatched="empty")) == 0
    assert doc.summarize(2, relevance=[7] * len(doc)).flags == ()


def test_given_relevance_of_given_sentences_and_of_a_text():
    sentences = ["It rained.", None, "The river rose.", "Cows slept."]
    assert indices(tersely.summarize_sentences(sentences, 2, relevance=(0, 0, 0, 0.1))) == [3]
    assert indices(tersely.summarize("It rained. The river rose.", 1, relevance=[1, 0])) == [0]


def test_relevance_of_other_libraries():
    numpy = pytest.importorskip("numpy")
    doc = tersely.Document(HARBOUR)
    numbers = [0.0] * 10 + [0.5]
    for given_as in (numpy.array(numbers), numpy.array(numbers, "float32"), (x for x in numbers), tuple(numbers)):
        summary = doc.summarize(2, relevance=given_as)
        assert indices(summary) == indices(summary.at(3)) == [10]


def test_relevance_of_the_text_is_kept_by_at_and_explain():
    doc = tersely.Document(HARBOUR)
    summary = doc.summarize(1, relevance=[0.0] * 9 + [1, 0.5])
    assert indices(summary.at(5)) == [9, 10]
    assert pickle.loads(pickle.dumps(summary)).at(5) == summary.at(5)
    assert summary.suggest() in (1, 2)


@pytest.mark.parametrize(
    "relevance", [[1.0], [], "0" * 11, 5, [-0.1] * 11, [math.nan] * 11, [math.inf] * 11, ["1"] * 11, [None] * 11]
)
def test_wrong_relevance(relevance):
    with pytest.raises(tersely.InvalidOption, match=r"relevance") as raised:
        tersely.Document(HARBOUR).summarize(relevance=relevance)
    assert raised.value.option == "relevance"


def test_the_number_of_units_is_told():
    with pytest.raises(
        tersely.InvalidOption, match=r"relevance=2 numbers: must be one number for each of the 11 units"
    ):
        tersely.summarize(HARBOUR, relevance=[1, 2])


# Every call


@pytest.mark.parametrize("method", tersely.methods())
def test_methods_that_take_no_query_name_those_that_do(method):
    if method in TAKES_A_QUERY:
        assert 1 in indices(tersely.summarize(HARBOUR, 3, query="bridge", method=method))
        return
    with pytest.raises(tersely.InvalidOption, match=r"query=\"bridge\"[\s\S]*option of cover, textrank"):
        tersely.summarize(HARBOUR, query="bridge", method=method)
    row = tersely.summarize_column([HARBOUR], query=["bridge"], method=method, output="struct")[0]
    assert "option of cover, textrank" in row["error"]
    assert tersely.summarize_column([HARBOUR, HARBOUR], query=[None, ""], method=method)[1] is not None


def test_all_calls_agree():
    expected = tersely.summarize(HARBOUR, 2, query="bridge")
    summarizer = tersely.Summarizer(2, query="bridge")
    assert summarizer(HARBOUR) == expected
    assert tersely.Summarizer(2)(HARBOUR, query="bridge") == expected
    assert tersely.summarize_many([HARBOUR], 2, query="bridge") == [expected]
    assert list(summarizer.pipe([HARBOUR])) == [expected]
    assert tersely.Document(HARBOUR).summarize(2, query="bridge") == expected
    assert expected.at(1).at(2) == expected
    assert expected.at(1) == tersely.summarize(HARBOUR, 1, query="bridge")
    assert tersely.summarize_column([HARBOUR], 2, query="bridge").to_list() == [str(expected)]
    assert pickle.loads(pickle.dumps(expected)) == expected
    assert expected.document.summarize(1).flags == ()


def test_a_document_serves_any_number_of_queries():
    doc = tersely.Document(MEETING)
    queries = ["solar cells", "Anna", "fruit", "zebra", "", "prototypes"]
    expected = [tersely.summarize(MEETING, 2, query=query) for query in queries]
    assert [doc.summarize(2, query=query) for query in queries] == expected
    assert [doc.summarize(2, query=query) for query in reversed(queries)] == expected[::-1]


def test_a_column_of_queries():
    queries = ["bridge", None, "", "zebra", "maps"]
    rows = tersely.summarize_column([HARBOUR] * 5, 1, query=queries, output="struct").to_list()
    for row, query in zip(rows, queries, strict=True):
        single = tersely.summarize(HARBOUR, 1, query=query)
        assert (row["summary"], row["flags"], row["status"]) == (str(single), list(single.flags), single.status)
    assert rows[3]["flags"] == ["query_unmatched"]
    assert tersely.Summarizer(1, query="maps").column([HARBOUR], query=[None])[0] == rows[4]["summary"]


def test_wrong_columns_of_queries():
    with pytest.raises(tersely.InvalidOption, match=r"query[\s\S]*2, not 1"):
        tersely.summarize_column([HARBOUR] * 2, query=["bridge"])
    rows = tersely.summarize_column([HARBOUR] * 2, query=["bridge", 7], output="struct").to_list()
    assert [row["error"] for row in rows] == [None, "query: must be str, bytes or missing, not int"]


@pytest.mark.parametrize("query", [5, b"bridge", ["bridge"]])
def test_a_query_is_a_text(query):
    with pytest.raises(tersely.InvalidOption, match="query"):
        tersely.summarize(HARBOUR, query=query)


# What is told


def test_relevance_is_told():
    summary = tersely.summarize(HARBOUR, 2, query="Who inspected the bridge?")
    assert [x["relevance"] for x in summary.to_dict()["sentences"]] == [x.relevance for x in summary]
    told = summary.explain()
    assert told.picks[0].relevance == 1
    assert told.picks[0].matched == ("inspected", "bridge")
    assert "relevance 1: inspected, bridge" in str(told)
    assert "has nothing to do with the query (6)" in str(told)
    assert "relevance 1: inspected, bridge" in told._repr_html_()
    assert told.to_dict()["picks"][0]["matched"] == ["inspected", "bridge"]
    assert told.to_dict()["picks"][0]["relevance"] == 1


def test_relevance_is_part_of_the_value_of_a_sentence():
    plain, asked = (tersely.summarize(HARBOUR, 1, query=query)[0] for query in ("", "harbour"))
    assert plain.text == asked.text
    assert plain != asked
    assert "relevance=1.0" in repr(asked)
    assert pickle.loads(pickle.dumps(asked)) == asked


def test_the_command_line(tmp_path):
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, encoding="utf-8")
    assert run(path, "-n", "1", "--query", "Who inspected the bridge?").out == "Engineers inspected the bridge.\n"
    assert run(path, "--query", "zebra", "--unmatched", "empty").out == "\n"
    assert json.loads(run(path, "-n", "1", "--query", "bridge", "--json").out)["sentences"][0]["relevance"] == 1
    assert "relevance 1: bridge" in run(path, "-n", "1", "--query", "bridge", "--explain").out
    rows = tmp_path / "rows.jsonl"
    rows.write_text(json.dumps({"body": HARBOUR}) + "\n", encoding="utf-8")
    done = run(rows, "--field", "body", "-n", "1", "--query", "bridge")
    assert json.loads(done.out)["summary"] == "Engineers inspected the bridge."


def test_the_text_of_an_explanation_holds_no_wrong_equation(article):
    told = str(tersely.summarize(article, 3, query="How many moths were found?").explain())
    equations = re.findall(r"gain (\S+) = (?:(\S+) \* )?weight (\S+) / (\S+);", told)

    assert len(equations) < 3
    assert "and what no single pick says" in told
    for gain, factor, weight, divisor in equations:
        assert float(gain) == pytest.approx(float(factor or 1) * float(weight) / float(divisor), rel=0.01)
