"""Explanations: the numbers add up, and every unit has one reason."""

from __future__ import annotations

import json
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textbook import Analysis

import tersely
from tersely._display.facts import REASONS

METHODS = list(tersely.methods())
WITH_VOTES = {"cover", "textrank", "textrank-overlap", "lexrank", "reduction"}
VERDICTS = {"chosen", "excluded", "title", "budget", "covered", "gained_less"}
NO_CANDIDATE = {"heading", "code", "sparse", "repeated", "boilerplate", "blank"}
BUDGETS = [
    {"sentences": 1},
    {"sentences": 4},
    {"words": 60},
    {"chars": 300},
    {"ratio": 0.2},
    {"words": 2},
    {"sentences": 999},
    {"words": 25, "cut": True},
    {"chars": 120, "cut": True},
]
BRIDGE = (
    "The old bridge across the river is closed for repairs. The bridge needs repairs. A ferry carries people across "
    "the river. The ferry is free. Shops fear for their customers."
)

VOCABULARY = "bridge river council ferry the of repair beam repairs closed and mayor month report"
words = st.sampled_from(VOCABULARY.split())
texts = st.lists(st.lists(words, min_size=1, max_size=9), min_size=1, max_size=20).map(
    lambda rows: " ".join("It " + " ".join(row) + "." for row in rows)
)


def in_order(concepts, document):
    """Are they sorted by weight, with pairs that have a stop word after all others?"""
    stop_words = {word.text for word in document.words if word.is_stop}
    keys = [(" " in text and not stop_words.isdisjoint(text.split(" ")), -weight) for text, weight in concepts]
    return keys == sorted(keys)


def check(summary):
    """Checks what holds for every explanation."""
    explained = summary.explain()
    document = summary.document
    assert tuple(pick.sentence.index for pick in explained.picks) == summary.order
    assert sorted(summary.order) == sorted({sentence.index for sentence in summary})
    assert {pick.sentence for pick in explained.picks} == set(summary)

    before = 0.0
    for pick in explained.picks:
        assert pick.coverage_before == before
        assert pick.coverage_after >= before
        before = pick.coverage_after
        assert math.isclose(sum(weight for _, weight in pick.concepts), pick.weight, rel_tol=1e-12, abs_tol=1e-12)
        assert in_order(pick.concepts, document)
        if pick.sentence.cut:
            assert pick is explained.picks[-1]
        elif summary.method == "cover":
            assert pick.gain == pick.factor * pick.weight / pick.divisor
            assert 0 < pick.factor <= 1
        else:
            assert pick.divisor == pick.factor == 1
        assert (pick.runner_up is None) == (pick.margin is None)
        assert pick.margin is None or pick.margin >= 0
        assert len(pick.voters) <= 5
        assert all(0 < weight <= 1 + 1e-12 and voter != pick.sentence for voter, weight in pick.voters)
        assert [w for _, w in pick.voters] == sorted((w for _, w in pick.voters), reverse=True)
    if explained.picks:
        assert before == summary.coverage
        if explained.total_weight > 0:
            share = math.fsum(pick.weight for pick in explained.picks) / explained.total_weight
            assert abs(share - summary.coverage) <= 1e-12

        assert len(explained.uncovered) <= 20
        left = [weight for _, weight in explained.uncovered]
        assert in_order(explained.uncovered, document)
        rest = explained.total_weight * (1 - summary.coverage)
        assert math.fsum(left) <= rest + 1e-9 * explained.total_weight
        if len(left) < 20:
            assert math.isclose(math.fsum(left), rest, rel_tol=1e-9, abs_tol=1e-9 * explained.total_weight)

    assert [unit.index for unit in explained.units] == list(range(len(document)))
    for unit, told in zip(document, explained.units):
        assert explained.unit(unit.index) is told
        assert told.sentence == unit
        assert (told.reason == "chosen") == (unit.index in summary.order)
        if told.reason != "chosen":
            assert told.reason == unit.reason if unit.reason else told.reason in VERDICTS
        assert bool(told.covered_by) == (told.reason == "covered")
        assert set(told.covered_by) <= set(summary.order)
        assert told.stands_for is None or told.stands_for in summary.order
        if told.reason == "chosen":
            assert told.stands_for == unit.index

    assert json.loads(json.dumps(explained.to_dict())) == explained.to_dict()
    for reason in {told.reason for told in explained.units} - {"chosen"}:
        assert f"{REASONS[reason]} ({sum(told.reason == reason for told in explained.units)}):" in str(explained)
    assert summary.explain() == explained
    return explained


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("budget", BUDGETS, ids=str)
def test_numbers_add_up_in_the_article(article_document, method, budget):
    check(article_document.summarize(method=method, **budget))


def test_numbers_add_up_in_other_texts(samples):
    for text in samples.values():
        check(tersely.summarize(text, 3))
        check(tersely.summarize(text, words=50, method="lexrank", redundancy=0.3, order="score"))


@given(texts, st.sampled_from(METHODS), st.sampled_from(BUDGETS), st.sampled_from([0, 0.5]))
def test_numbers_add_up_in_random_texts(text, method, budget, redundancy):
    options = {"redundancy": redundancy} if "redundancy" in tersely.methods()[method].options else {}
    check(tersely.summarize(text, method=method, **options, **budget))


@given(texts, st.sampled_from(BUDGETS[:4]), st.sampled_from(METHODS), st.data())
def test_units_asked_for_and_refused(text, budget, method, data):
    document = tersely.Document(text)
    include = data.draw(st.sets(st.integers(0, len(document) - 1), max_size=3))
    exclude = data.draw(st.sets(st.integers(0, len(document) - 1), max_size=3)) - include
    try:
        summary = document.summarize(include=include, exclude=exclude, method=method, **budget)
    except tersely.InvalidOption:  # no candidate is left
        return
    explained = check(summary)
    for unit in exclude:
        assert explained.unit(unit).reason == (document[unit].reason or "excluded")
    if summary.status != "whole_text":
        assert all(pick.runner_up is None for pick in explained.picks[: len(include)])


@given(texts, st.sampled_from(BUDGETS))
def test_newly_covered_concepts_equal_the_twins(text, budget):
    document = tersely.Document(text)
    twin = Analysis(document)
    weights = twin.concept_weights(None, None, "auto")
    summary = document.summarize(**budget)
    explained = summary.explain()
    assert explained.total_weight == pytest.approx(sum(weights), rel=1e-12)
    covered = set()
    for pick in explained.picks:
        if pick.sentence.index not in twin.row_of:
            assert pick.concepts == ()
            continue
        kept = sum(word.unit == pick.sentence.index and word.end <= pick.sentence.end for word in document.words)
        fresh = set(twin.concepts_of(twin.words[pick.sentence.index][:kept])) - covered
        expected = sorted((weights[c] for c in fresh), reverse=True)
        assert sorted((weight for _, weight in pick.concepts), reverse=True) == pytest.approx(expected, rel=1e-9)
        covered |= fresh


@given(texts, st.integers(1, 6))
def test_runners_up_are_the_best_of_the_others(text, sentences):
    document = tersely.Document(text)
    twin = Analysis(document)
    weights = twin.concept_weights(None, None, "auto")
    summary = document.summarize(sentences)
    picked = []
    for pick in summary.explain().picks:
        row = twin.row_of.get(pick.sentence.index)
        if row is None:
            continue
        covered = {c for other in picked for c in twin.concepts[other]}
        gains = [
            sum(weights[c] for c in twin.concepts[i] if c not in covered) / math.sqrt(twin.n_words[i] + 10)
            for i in range(twin.n)
            if i != row and i not in picked
        ]
        if gains:
            assert pick.gain - pick.margin == pytest.approx(max(gains), rel=1e-9, abs=1e-12)
        else:
            assert pick.runner_up is None
        picked.append(row)


def test_concepts_are_shown_as_the_text_spells_them():
    (pick,) = tersely.summarize(BRIDGE, 1).explain().picks
    shown = {text for text, _ in pick.concepts}
    assert shown <= {"old", "bridge", "river", "closed", "repairs", "ferry", "carries", "people", "free", "needs"} | {
        text for text in shown if " " in text
    }
    # Both words of a pair stand side by side in the text.
    assert all(text in BRIDGE for text in shown)


def test_pairs_with_a_stop_word_come_last():
    # "the ferry" occurs three times, "old pier" once. Only the words of two sentences weigh more than the others.
    text = "The ferry leaves the old pier. The ferry is free. The ferry stops in winter."
    (pick,) = tersely.summarize(text, 1).explain().picks
    assert [shown for shown, _ in pick.concepts] == ["ferry", "leaves", "old", "pier", "ferry leaves", "old pier"] + [
        "The ferry", "leaves the", "the old"
    ]  # fmt: skip
    weights = dict(pick.concepts)
    assert weights["The ferry"] > weights["old pier"]


def test_a_sentence_that_says_nothing_new_is_covered():
    # The second sentence has only words and pairs of the first.
    text = "The council closed the bridge on Monday for repairs. The council closed the bridge. Ferries run at night."
    explained = tersely.Document(text).summarize(2).explain()
    assert [unit.reason for unit in explained.units] == ["chosen", "covered", "chosen"]
    assert explained.unit(1).covered_by == (0,)
    assert explained.unit(1).stands_for == 0


def test_a_unit_can_be_asked_for_by_a_part_of_its_text(article):
    explanation = tersely.summarize(article).explain()

    assert explanation.unit("Volunteers count").reason == "heading"
    assert explanation.unit("Volunteers count") is explanation.unit(explanation.unit("Volunteers count").index)
    with pytest.raises(ValueError, match="no unit of the document contains 'zebra'"):
        explanation.unit("zebra")


def test_what_does_not_fit_is_told_as_budget():
    # 4 + 4 of 9 words are less than nine tenths, so the choice goes on, and the long sentence does not fit.
    text = "The bridge is closed. Engineers found cracks in two beams during their yearly visit. The ferry is free."
    explained = check(tersely.summarize(text, words=9))
    assert [unit.reason for unit in explained.units] == ["chosen", "budget", "chosen"]


def test_an_included_heading_takes_its_tokens(article_document):
    summary = article_document.summarize(tokens=30, count_tokens=str.split, include=[0])
    room = 30 - len(article_document[0].text.split())
    told = check(summary)
    assert len(told.picks) > 1
    for pick in told.picks[1:]:
        assert pick.runner_up is None or (len(pick.runner_up.text.split()) <= room and pick.margin >= 0)
    assert told.unit(3).reason == "budget"


def test_statuses():
    document = tersely.Document("A headline\n\nIt rained all day long. The river rose. The bridge was closed.")
    for options, status in [
        ({"sentences": 9}, "whole_text"),
        ({"sentences": 3}, "all_candidates"),
        ({"words": 2}, "over_budget"),
        ({"words": 2, "cut": True}, "cut"),
    ]:
        summary = document.summarize(**options)
        assert summary.status == status
        explained = check(summary)
        assert explained.unit(0).reason == ("chosen" if status == "whole_text" else "heading")
    cut = document.summarize(words=2, cut=True)
    assert cut.explain().picks[0].sentence == cut[0]


def test_the_title_is_told():
    explained = tersely.summarize(BRIDGE, 2, title="The bridge needs repairs.").explain()
    assert explained.unit(1).reason == "title"


@pytest.mark.parametrize("text", ["", " \n", b""])
def test_a_blank_text_has_an_empty_explanation(text):
    explained = check(tersely.summarize(text))
    assert explained.picks == explained.units == ()
    assert str(explained) == ""


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        (b"It rained. \xff", {}, "invalid UTF-8 at byte 11"),
        (BRIDGE, {"max_bytes": 20}, "more than max_bytes=20"),
        (BRIDGE * 20_000, {"timeout": 1e-9}, "no summary within"),
    ],
    ids=["encoding", "size", "timeout"],
)
def test_a_failed_row_says_why_it_has_no_explanation(text, options, reason):
    _, failed = tersely.summarize_many(["It rained.", text], on_error="status", **options)
    for summary in (failed, pickle.loads(pickle.dumps(failed))):
        with pytest.raises(tersely.TerselyError, match=f"nothing to explain, .*row 1: .*{reason}"):
            summary.explain()


def test_given_sentences():
    sentences = ["The bridge is closed.", None, "The ferry is free.", "The bridge is closed.", "Shops fear the winter."]
    explained = check(tersely.summarize_sentences(sentences, 2))
    assert explained.unit(1).reason == "blank"
    assert explained.unit(3).reason == "repeated"
    blank = tersely.summarize_sentences([None, ""], 2)
    assert list(blank.scores) == [0, 0]
    assert [unit.reason for unit in check(blank).units] == ["blank", "blank"]


def test_summaries_of_batches_and_pickles_explain_alike(article, article_document):
    summary = article_document.summarize(3)
    (of_batch,) = tersely.summarize_many([article], 3)
    assert of_batch.explain() == summary.explain()
    wished = article_document.summarize(3, include=[4], exclude=[9])
    assert pickle.loads(pickle.dumps(wished)).explain() == wished.explain()
    assert wished.explain().unit(9).reason == (article_document[9].reason or "excluded")


def test_a_summary_of_another_ruleset_cannot_be_explained(article_document):
    function, (source, given, _content, analyse) = article_document.summarize(3).__reduce__()
    other = article_document.summarize(3, exclude=[3])
    old = function(source, given, other._content, analyse)
    with pytest.raises(tersely.TerselyError, match="another ruleset"):
        old.explain()


def test_bytes_and_str_explain_alike():
    assert tersely.summarize(BRIDGE.encode(), 2).explain().to_dict() == tersely.summarize(BRIDGE, 2).explain().to_dict()


def test_votes_are_told_where_there_are_votes(article_document):
    for method in METHODS:
        voters = [pick.voters for pick in article_document.summarize(3, method=method).explain().picks]
        assert any(voters) == (method in WITH_VOTES)
    for pick in article_document.summarize(3).explain().picks:
        assert all(voter.index > pick.sentence.index for voter, _ in pick.voters)


def test_the_text_form_is_for_reading():
    told = str(tersely.summarize(BRIDGE, 1).explain())
    assert told.startswith("1. [0] The old bridge across the river is closed for repairs.\n   gain ")
    assert "ahead of [" in told
    # The second sentence adds nothing to the first.
    assert "Not chosen:\n   others gained more (" in told
    assert "   most of its words are in chosen sentences (2):\n" in told
    assert "\n      [1] by [0]: The bridge needs repairs." in told
