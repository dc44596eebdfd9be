"""The option `coherence`: sentences that begin with a pronoun or connective, and the sentences before them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command_line import USAGE, run
from test_display import Page

import tersely
from tersely import evaluate

# The third sentence says most, and begins with a connective.
SNOW = (
    "Shops sold bread. Snow fell on Monday. As a result, the council of the town closed the old bridge over the river, "
    "the council of the town said. Nobody came."
)
CHAIN = (
    "Nobody slept. Anna saw a ship. She called Ben. He ran to the tower over the harbour and rang the largest bell of "
    "the harbour tower."
)


def order(text, n, **options):
    return tersely.summarize(text, n, language="en", **options).order


def test_by_default_nothing_is_done():
    assert order(SNOW, 1) == (2,)
    assert order(SNOW, 1) == order(SNOW, 1, coherence=None)


def test_full_takes_the_sentence_before_along():
    assert order(SNOW, 2, coherence="full") == (1, 2)


def test_full_takes_three_sentences_at_most():
    assert order(CHAIN, 3, coherence="full") == (1, 2, 3)
    longer = CHAIN.replace("Anna saw", "She saw")
    assert order(longer, 3, coherence="full") == (1, 2, 3)


def test_light_takes_nothing_along():
    assert order(SNOW, 2, coherence="light")[0] == 2


def test_light_prefers_a_sentence_without_a_connective_of_equal_worth():
    text = "Storms came. Alpha bravo charlie. But delta echo foxtrot golf."
    assert order(text, 1, position="none") == (2,)
    assert order(text, 1, position="none", coherence="light") == (1,)
    pronoun = text.replace("But", "He")
    assert order(pronoun, 1, position="none", coherence="light") == (2,)


def test_a_sentence_counts_in_full_once_the_one_before_it_is_picked():
    pick = tersely.summarize(SNOW, 2, language="en", coherence="full").explain().picks[1]
    assert (pick.sentence.index, pick.factor) == (2, 1)


def test_a_sentence_that_does_not_fit_with_the_one_before_it_comes_alone():
    text = "Grey snow fell all morning over hills and harbours. It closed the old bridge over the river. Nobody came."
    assert tersely.summarize(text, words=8, language="en", coherence="full").order == (1,)
    assert tersely.summarize(text, words=17, language="en", coherence="full").order == (0, 1)


def test_an_excluded_sentence_is_not_taken_along():
    document = tersely.Document(SNOW, language="en")
    assert 1 not in document.summarize(3, coherence="full", exclude=[1]).order
    assert document.summarize(1, coherence="full", include=[1]).order == (1,)


def test_a_heading_separates_sentences():
    text = SNOW.replace("Monday. ", "Monday.\n\nThe bridge over the river\n\n")
    found = tersely.summarize(text, 1, language="en", coherence="full", title="")
    assert str(found).startswith("As a result")


def test_languages_without_lists_stay_as_they_are():
    assert tersely.summarize(SNOW, 2, language="pl", coherence="full") == tersely.summarize(SNOW, 2, language="pl")


BEGINNINGS = ["The", "He", "But", "However,", "It", "Ferries and", "These"]
WORDS = ["bridge", "river", "council", "ferry", "repair", "beam", "closed", "mayor", "month", "report"]
sentences = st.tuples(st.sampled_from(BEGINNINGS), st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
texts = st.lists(sentences, min_size=2, max_size=18).map(
    lambda rows: " ".join(f"{beginning} {' '.join(words)}." for beginning, words in rows)
)
LEVELS = st.sampled_from(["light", "full"])


@given(texts, LEVELS)
def test_a_shorter_summary_is_the_beginning_of_a_longer_one(text, coherence):
    document = tersely.Document(text, language="en")
    summaries = [document.summarize(n, coherence=coherence) for n in range(1, 8)]
    chosen = [summary.order for summary in summaries if summary.status == "ok"]
    for shorter, longer in zip(chosen, chosen[1:]):
        assert longer[: len(shorter)] == shorter
        assert summaries[0].at(len(longer)).order == longer


@given(texts, LEVELS, st.integers(1, 60))
def test_budgets_stay_ceilings(text, coherence, size):
    for budget in ({"words": size}, {"chars": 5 * size}, {"words": size, "cut": True}):
        summary = tersely.summarize(text, language="en", coherence=coherence, **budget)
        if summary.status != "over_budget":
            assert summary.n_words <= budget.get("words", size * 5)
            assert len(str(summary)) <= budget.get("chars", len(text) + 1)


@given(texts, st.integers(1, 6))
def test_the_sentence_before_is_picked_first(text, n):
    explained = tersely.summarize(text, n, language="en", coherence="full").explain()
    order = [pick.sentence.index for pick in explained.picks]
    for place, pick in enumerate(explained.picks):
        if pick.taken_for is None:
            continue
        sentence, words = pick.taken_for
        between = range(pick.sentence.index + 1, sentence.index)  # repetitions
        assert not any(explained.summary.document[index].candidate for index in between)
        assert sentence.text.startswith(words)
        assert order[place + 1 : place + 2] in ([sentence.index], [])
        assert pick.runner_up is None


# What is said about it


def test_the_explanation_says_which_sentence_was_taken_for_which():
    explained = tersely.summarize(SNOW, 2, language="en", coherence="full").explain()
    first, second = explained.picks
    assert (first.taken_for[0].index, first.taken_for[1]) == (2, "As a result")
    assert second.taken_for is None
    assert "taken because [2] begins with “As a result”" in str(explained)
    assert "taken because [2] begins with “As a result”" in Page(explained).text
    told = json.loads(json.dumps(explained.to_dict()))["picks"]
    assert told[0]["taken_for"] == {"index": 2, "words": "As a result"}
    assert "taken_for" not in told[1]


def test_a_description_has_the_share_of_dangling_sentences():
    document = tersely.Document(SNOW, language="en")
    assert evaluate.describe(document, document.summarize(1)).dangling == 1
    assert evaluate.describe(document, document.summarize(2, coherence="full")).dangling == 0
    assert evaluate.describe(SNOW, "Nobody came. As a result, nobody came.").dangling == 0
    assert evaluate.describe(SNOW, "").dangling == 0


# Every way to call it


def test_every_call_has_the_option():
    expected = str(tersely.summarize(SNOW, 2, coherence="full"))
    options = {"coherence": "full"}
    assert str(tersely.Document(SNOW).summarize(2, **options)) == expected
    assert str(tersely.Summarizer(2, **options)(SNOW)) == expected
    assert [str(x) for x in tersely.summarize_many([SNOW], 2, **options)] == [expected]
    assert tersely.summarize_column([SNOW], 2, **options).to_list() == [expected]


def test_the_command_line_has_the_option(tmp_path):
    path = tmp_path / "snow.txt"
    path.write_text(SNOW, encoding="utf-8")
    done = run("-n", "2", "--coherence", "full", path)
    assert done.out == f"{tersely.summarize(SNOW, 2, coherence='full')}\n"
    assert run("--coherence", "strict", path).returncode == USAGE


@pytest.mark.parametrize("method", ["textrank", "lead", "kl"])
def test_only_cover_uses_it(method):
    with pytest.raises(tersely.InvalidOption, match="coherence"):
        tersely.summarize(SNOW, method=method, coherence="full")
