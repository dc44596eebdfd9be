"""The oracle, the agreement with annotators, and the description without references."""

from __future__ import annotations

import math

import pytest
import textbook_evaluation as textbook
from hypothesis import given
from hypothesis import strategies as st

import tersely
from tersely import evaluate

word = st.sampled_from(["bridge", "ferry", "council", "closed", "river", "rose"])
sentence = st.lists(word, min_size=3, max_size=8).map(lambda words: " ".join(words).capitalize() + ".")
sentences = st.lists(sentence, min_size=1, max_size=8, unique=True)
TEXT = "It rained. The council closed the old bridge. The ferry is free. Nobody has to pay."


def words_of(text):
    return text.lower().replace(".", " ").split()


@given(
    sentences, st.lists(sentence, min_size=1, max_size=3), st.none() | st.integers(1, 4), st.none() | st.integers(3, 20)
)
def test_the_oracle_follows_the_textbook(units, references, n_sentences, n_words):
    document = tersely.Document.from_sentences(units)
    lists = [words_of(unit) for unit in units]
    wanted = [words_of(reference) for reference in references]
    for multi in ("max", "mean"):
        found = evaluate.oracle(document, references, sentences=n_sentences, words=n_words, multi=multi)

        expected = textbook.oracle(lists, wanted, n_sentences, n_words, mean=multi == "mean")

        assert list(found.order) == expected


def test_the_choice_of_the_oracle():
    chosen = evaluate.oracle(TEXT, "The council closed the bridge. The ferry is free.")

    assert chosen.order == (2, 1)
    assert str(chosen) == "The council closed the old bridge. The ferry is free."
    assert [TEXT[x.start : x.end] for x in chosen.sentences] == [x.text for x in chosen.sentences]
    assert chosen.rouge["rouge1"].recall == 1
    assert evaluate.oracle(TEXT, "The council closed the bridge. The ferry is free.", words=4).order == (2,)


def test_the_oracle_chooses_nothing_if_nothing_is_shared():
    chosen = evaluate.oracle(TEXT, "Xylophones.")

    assert (chosen.sentences, chosen.order, chosen.text) == ((), (), "")


def test_the_oracle_reads_any_language():
    assert evaluate.oracle("下雨了。桥关闭了。", "桥关闭", tokens="words").text == "桥关闭了。"


def test_wrong_budgets_of_the_oracle():
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        evaluate.oracle(TEXT, "a", words=0)


def test_picks_by_hand():
    score = evaluate.score_picks([1, 2, 3], [2, 3, 4, 5])

    assert score == (pytest.approx(2 / 3), 1 / 2, pytest.approx(4 / 7), None)


def test_several_annotators():
    score = evaluate.score_picks([0, 1], [[0, 1], [0, 2], [3]])

    assert score.fmeasure == pytest.approx((1 + 1 / 2 + 0) / 3)
    assert score.agreement == pytest.approx((1 / 2 + 0 + 0) / 3)


def test_picks_of_a_summary():
    summary = tersely.summarize(TEXT, 1, method="lead")

    assert evaluate.score_picks(summary, [0]).fmeasure == 1


def test_choices_of_nothing():
    assert evaluate.score_picks([], []) == (1, 1, 1, None)
    assert evaluate.score_picks([], [1]) == (0, 0, 0, None)


@pytest.mark.parametrize("picked, gold", [([-1], [0]), ([0.5], [0]), ([0], ["0"]), (3, [0]), ([0], [[0], None])])
def test_wrong_picks(picked, gold):
    with pytest.raises(tersely.InvalidOption, match="must be indices"):
        evaluate.score_picks(picked, gold)


@given(st.lists(word, min_size=1, max_size=30), st.lists(word, min_size=1, max_size=20))
def test_fragments_follow_the_textbook(text, summary):
    lengths = textbook.fragments(text, summary)

    told = evaluate.describe(" ".join(text), " ".join(summary))

    assert told.copied == sum(lengths) / len(summary)
    assert told.density == sum(n * n for n in lengths) / len(summary)
    assert told.compression == len(text) / len(summary)


def test_a_verbatim_summary():
    summary = tersely.summarize(TEXT, 2)

    told = evaluate.describe(TEXT, summary)

    assert (told.copied, told.verbatim, told.redundancy) == (1, 1, 0)
    assert told.coverage == summary.coverage
    assert told.n_words == summary.n_words
    assert sum(told.positions) == 2
    assert evaluate.describe(TEXT, str(summary)) == told._replace(coverage=None)


def test_a_summary_in_other_words():
    told = evaluate.describe(TEXT, "The old bridge is closed. Nobody has to pay.")

    assert told.verbatim == 1 / 2
    assert told.copied == 1
    assert told.density == pytest.approx((3**2 + 1 + 1 + 4**2) / 9)
    assert told.positions == (0, 0, 0, 0, 0, 0, 0, 1, 0, 0)
    assert told.relative_length == pytest.approx(4.5 / (15 / 4), rel=0.35)


def test_redundancy():
    assert evaluate.describe(TEXT, "the ferry is the ferry is").redundancy == pytest.approx(2 / 5)


def test_a_blank_summary():
    told = evaluate.describe(TEXT, "")

    assert (told.n_words, told.copied, told.density, told.relative_length, sum(told.positions)) == (0, 0, 0, 0, 0)
    assert not any(isinstance(x, float) and math.isnan(x) for x in told)


def test_a_summary_of_another_type():
    with pytest.raises(TypeError, match="summary must be"):
        evaluate.describe(TEXT, None)
    with pytest.raises(tersely.InvalidOption, match="must be a summary of the same text"):
        evaluate.describe("It rained.", tersely.summarize(TEXT))
