"""Budgets are ceilings: what counts, what the status says, and which numbers are accepted."""

from __future__ import annotations

import itertools
import math
import pickle
import threading

import pytest
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

HEADED = "Whale hall reopens\n" + "\n".join(STORY_SENTENCES)  # one heading, eight sentences
BUDGETS = ["sentences", "words", "chars", "tokens", "ratio"]


def indices(summary):
    return [x.index for x in summary]


def count(text):
    """Counts the words, in place of a tokenizer."""
    return len(text.split())


class Counter:
    """Counts the words, and keeps the texts."""

    def __init__(self):
        self.texts = []

    def __call__(self, text):
        self.texts.append(text)
        return count(text)


def with_counter(options):
    return options | ({"count_tokens": count} if "tokens" in options else {})


# Ceilings


def test_three_sentences_is_the_default(article):
    assert len(tersely.summarize(article)) == 3
    assert tersely.summarize(article) == tersely.summarize(article, 3) == tersely.summarize(article, sentences=3)
    assert tersely.summarize(article, None) == tersely.summarize(article, 3)


@pytest.mark.parametrize("method", tersely.methods())
def test_no_budget_is_exceeded(article_document, method):
    for words in (40, 61, 100, 150):
        assert 0 < article_document.summarize(words=words, method=method).n_words <= words
    for chars in (200, 333, 800):
        assert 0 < len(str(article_document.summarize(chars=chars, method=method))) <= chars
    for sentences in (1, 2, 5, 11):
        assert len(article_document.summarize(sentences, method=method)) == sentences
    for tokens in (45, 90):
        summary = article_document.summarize(tokens=tokens, count_tokens=count, method=method)
        assert 0 < count(str(summary)) <= tokens


def test_words_are_the_words_of_the_document(article_document):
    summary = article_document.summarize(words=80)
    chosen = set(indices(summary))
    assert summary.n_words == sum(word.unit in chosen for word in article_document.words)


def test_words_of_a_script_without_spaces(samples):
    summary = tersely.summarize(samples["chinese"], words=60)
    assert 0 < summary.n_words <= 60
    assert summary.n_words > 5  # not one word per sentence


def test_chars_are_code_points():
    text = "🐋 swam north. 🦀 ran sideways. 🐙 hid its ink. 🦑 left at once."
    summary = tersely.summarize(text, chars=32)  # two sentences: 29 code points, 35 bytes
    assert len(summary) == 2
    assert len(str(summary)) <= 32 < len(str(summary).encode())


@pytest.mark.parametrize("ratio", [0.05, 0.2, 0.5, 0.9])
def test_ratio_is_a_share_of_all_words(article_document, ratio):
    summary = article_document.summarize(ratio=ratio)
    assert 0 < summary.n_words <= max(1, math.ceil(ratio * article_document.n_words))
    assert indices(summary) == indices(article_document.summarize(words=math.ceil(ratio * article_document.n_words)))


def test_several_budgets_hold_together(article_document):
    summary = article_document.summarize(4, words=70, chars=400, ratio=0.2, tokens=65, count_tokens=count)
    assert 0 < len(summary) <= 4
    assert summary.n_words <= 70
    assert len(str(summary)) <= 400
    assert count(str(summary)) <= 65
    assert summary.n_words <= math.ceil(0.2 * article_document.n_words)


def test_what_does_not_fit_is_skipped():
    text = " ".join(["One two three four five six seven eight nine ten.", "Rain fell.", "Snow came.", "Ice stayed on."])
    summary = tersely.summarize(text, words=4, method="lead")
    assert str(summary) == "Rain fell. Snow came."
    assert summary.status == "ok"


def test_selection_stops_at_nine_tenths():
    sentences = [
        "Alpha beta gamma delta epsilon zeta eta theta iota.",
        "Yes.",
        "Rain fell over the whole valley today.",
    ]
    assert str(tersely.summarize(" ".join(sentences), words=10, method="lead")) == sentences[0]  # 9 of 10 are enough


def test_sentence_budgets_nest(article_document):
    for method in ("cover", "lexrank", "random"):
        cuts = [set(indices(article_document.summarize(k, method=method))) for k in range(1, 15)]
        assert [len(cut) for cut in cuts] == list(range(1, 15))
        assert all(small < large for small, large in itertools.pairwise(cuts))


def test_at_replaces_all_budgets(article):
    summary = tersely.summarize(article, 2, words=60)
    assert len(summary.at(8)) == 8
    assert summary.at(8).n_words > 60
    assert summary.at(words=120).n_words <= 120
    assert len(summary.at(words=120)) > 2
    assert summary.at(2, words=60) == summary


# Tokens


def test_tokens_need_a_counter():
    with pytest.raises(tersely.InvalidOption, match=r"count_tokens[\s\S]*tiktoken") as raised:
        tersely.summarize(STORY, tokens=50)
    assert raised.value.option == "tokens"
    with pytest.raises(tersely.InvalidOption, match="count_tokens"):
        tersely.Summarizer(tokens=50)
    with pytest.raises(tersely.InvalidOption, match="count_tokens"):
        tersely.summarize(STORY).at(tokens=50)


def test_a_counter_may_return_something_sized():
    by_number = tersely.summarize(STORY, tokens=30, count_tokens=lambda text: len(text.split()))
    assert tersely.summarize(STORY, tokens=30, count_tokens=str.split) == by_number
    assert tersely.summarize(STORY, tokens=30, count_tokens=lambda text: tuple(text.split())) == by_number


def test_the_counter_sees_printed_text_in_the_calling_thread(samples):
    seen = []

    def counter(text):
        seen.append((text, threading.get_ident()))
        return count(text)

    document = tersely.Document(samples["email"])
    summary = document.summarize(tokens=70, count_tokens=counter)
    assert {thread for _, thread in seen} == {threading.get_ident()}
    texts = [text for text, _ in seen]
    for i in document.candidates:
        assert texts.count(str(document[i])) >= 1
    assert str(summary) in texts
    assert not any("\n" in str(document[i]) for i in document.candidates if document[i].kind == "sentence")


@pytest.mark.parametrize("method", ["cover", "lead", "lexrank"])
def test_each_candidate_is_counted_once_and_the_summary_once(article_document, method):
    candidates = [str(article_document[i]) for i in article_document.candidates]
    for tokens in (60, 90, 200):
        counter = Counter()
        summary = article_document.summarize(tokens=tokens, count_tokens=counter, method=method)
        assert len(summary) > 1
        assert sorted(counter.texts) == sorted([*candidates, str(summary)])


def test_the_summary_is_counted_again_after_each_drop(article_document):
    texts = []

    def joined_costs_more(text):
        texts.append(text)
        return count(text) + 10 * text.count(". ")

    summary = article_document.summarize(tokens=300, count_tokens=joined_costs_more, method="lead")
    printed = texts[len(article_document.candidates) :]
    assert len(printed) > 1
    assert printed[-1] == str(summary)
    assert [len(text) for text in printed] == sorted({len(text) for text in printed}, reverse=True)


def test_an_included_heading_is_counted_once(article_document):
    heading = next(unit for unit in article_document if unit.kind == "heading")
    counter = Counter()
    article_document.summarize(tokens=90, count_tokens=counter, include=[heading.index])
    assert counter.texts.count(str(heading)) == 1
    assert len(counter.texts) == len(article_document.candidates) + 2


def test_the_printed_summary_is_what_counts(article_document):
    def joined_costs_more(text):  # like a tokenizer for which spaces between sentences are expensive
        return count(text) + 10 * text.count(". ")

    summary = article_document.summarize(tokens=80, count_tokens=joined_costs_more)
    assert 0 < joined_costs_more(str(summary)) <= 80


def test_errors_of_the_counter_come_through():
    class Broken(Exception):
        pass

    def counter(text):
        raise Broken("no vocabulary")

    with pytest.raises(Broken, match="no vocabulary"):
        tersely.summarize(STORY, tokens=50, count_tokens=counter)


@pytest.mark.parametrize("result", [None, 2.5, -1], ids=str)
def test_a_counter_that_returns_no_count(result):
    with pytest.raises((TypeError, ValueError), match="count_tokens"):
        tersely.summarize(STORY, tokens=50, count_tokens=lambda text: result)


def test_a_counter_may_return_very_much():
    summary = tersely.summarize(STORY, tokens=50, count_tokens=lambda text: 10**30)
    assert summary.status == "over_budget"
    assert len(summary) == 1


# Status


@pytest.mark.parametrize(
    "options",
    [
        {"sentences": 9},
        {"sentences": 10**6},
        {"sentences": 10**30},
        {"words": 1e300},
        {"words": 500},
        {"chars": 5000},
        {"tokens": 500},
        {"ratio": 1},
    ],
)
def test_whole_text(options):
    text = "\n  " + HEADED + " \n"
    summary = tersely.summarize(text, **with_counter(options))
    assert summary.status == "whole_text"
    assert str(summary) == HEADED  # unchanged, line feeds and all
    assert summary.coverage == 1
    assert [x.kind for x in summary] == ["heading"] + ["sentence"] * 8
    assert (summary[0].score, summary[0].rank) == (0, None)
    assert sorted(x.rank for x in summary[1:]) == list(range(1, 9))


def test_whole_text_needs_every_budget():
    assert tersely.summarize(HEADED, 9, words=500).status == "whole_text"
    assert tersely.summarize(HEADED, 9, words=30).status == "ok"


def test_all_candidates():
    summary = tersely.summarize(HEADED, 8)
    assert summary.status == "all_candidates"
    assert [x.text for x in summary] == STORY_SENTENCES
    assert summary.coverage == pytest.approx(1)


def test_ok(article):
    assert tersely.summarize(article).status == "ok"
    assert tersely.summarize(article, words=100).status == "ok"


@pytest.mark.parametrize("options", [{"words": 2}, {"chars": 5}, {"tokens": 2}, {"ratio": 0.001}])
def test_over_budget(options):
    summary = tersely.summarize(STORY, **with_counter(options))
    assert summary.status == "over_budget"
    assert len(summary) == 1
    assert summary[0].rank == 1
    assert summary[0].text in STORY_SENTENCES


@pytest.mark.parametrize("blank", ["", " ", "\n\t\x1c\x85\u2028\u3000"])
def test_empty(blank):
    summary = tersely.summarize(blank)
    assert summary.status == "empty"
    assert not summary
    assert len(summary) == 0
    assert str(summary) == ""
    assert summary.n_words == 0
    assert list(summary.scores) == []
    assert summary.order == ()
    assert summary.at(words=50).status == "empty"


# Cut


def test_a_cut_sentence_is_a_verbatim_beginning():
    summary = tersely.summarize(STORY, words=3, cut=True)
    (sentence,) = summary
    assert (summary.status, summary.n_words, sentence.cut) == ("cut", 3, True)
    assert STORY[sentence.start : sentence.end] == sentence.text
    assert len(sentence.text.split()) == 3
    assert any(whole.startswith(sentence.text + " ") for whole in STORY_SENTENCES)
    assert str(summary) == str(sentence) == summary.join("") == sentence.text + "…"


def test_the_best_sentence_is_cut_rather_than_passed_over():
    text = "One two three four five six seven eight nine ten. Rain fell. Snow came. Ice stayed on."
    assert str(tersely.summarize(text, words=6, method="lead")) == "Rain fell. Snow came."  # 2 more would be 7
    assert str(tersely.summarize(text, words=6, method="lead", cut=True)) == "One two three four five six…"


def test_only_the_last_sentence_picked_is_cut():
    text = "The pump costs 900 euros. Rain fell on the whole valley today. Snow came."
    summary = tersely.summarize(text, words=9, method="lead", cut=True)
    assert str(summary) == "The pump costs 900 euros. Rain fell on the…"
    assert [x.cut for x in summary] == [False, True]
    assert (summary.n_words, summary.status) == (9, "cut")


def test_a_cut_sentence_stands_at_its_place_in_the_order():
    text = "Rain fell on the whole valley today. The valley lost its bridge, and rain took the valley road."
    document = tersely.Document(text)
    summary = document.summarize(words=15, include=[1], cut=True)
    assert summary.order == (1, 0)
    assert str(summary) == "Rain fell on the… The valley lost its bridge, and rain took the valley road."


def test_nothing_is_cut_where_the_last_sentence_fits():
    text = "The pump costs 900 euros. Rain fell again. Snow came."
    for cut in (False, True):
        summary = tersely.summarize(text, words=8, method="lead", cut=cut)
        assert (str(summary), summary.status) == ("The pump costs 900 euros. Rain fell again.", "ok")


@pytest.mark.parametrize(
    "chars, text", [(20, "Restorers cleaned…"), (22, "Restorers cleaned 188…"), (21, "Restorers cleaned…")]
)
def test_the_ellipsis_is_one_of_the_characters(chars, text):
    summary = tersely.summarize("Restorers cleaned 188 bones with brushes.", chars=chars, cut=True)
    assert (str(summary), summary.status) == (text, "cut")


def test_the_ellipsis_counts_towards_the_tokens():
    text = "Restorers cleaned 188 bones with brushes."
    counts = {count: tersely.summarize(text, tokens=4, count_tokens=count, cut=True) for count in (words, signs)}
    assert str(counts[words]) == "Restorers cleaned 188 bones…"
    assert str(counts[signs]) == "Restorers cleaned 188…"


def words(text):
    return len(text.split())


def signs(text):
    return words(text) + text.count("…")


def test_tokens_of_the_printed_summary_decide_where_it_is_cut(article_document):
    def joined_costs_more(text):
        return words(text) + 10 * text.count(". ")

    summary = article_document.summarize(tokens=80, count_tokens=joined_costs_more, cut=True)
    assert 70 < joined_costs_more(str(summary)) <= 80


def test_a_sentence_whose_first_word_does_not_fit_is_passed_over():
    text = "Antidisestablishmentarianism won the vote of the valley. Rain fell."
    assert str(tersely.summarize(text, chars=10, method="lead", cut=True)) == "Rain fell."
    assert str(tersely.summarize(text, chars=9, method="lead", cut=True)) == "Rain…"
    summary = tersely.summarize(text, chars=4, method="lead", cut=True)
    assert (summary.status, str(summary)) == ("over_budget", "Antidisestablishmentarianism won the vote of the valley.")


def test_the_coverage_of_a_cut_sentence_is_that_of_its_beginning():
    # By hand: 5 of 9 concepts of equal weight are in the first three words.
    summary = tersely.summarize("Alpha bravo charlie delta echo.", words=3, cut=True)
    assert summary.coverage == pytest.approx(5 / 9)
    assert [text for text, _ in summary.explain().picks[0].concepts] == [
        *("Alpha", "bravo", "charlie"),
        *("Alpha bravo", "bravo charlie"),
    ]
    assert "of the whole sentence" in str(summary.explain())


def test_sentences_are_not_cut(article):
    assert tersely.summarize(article, 3, cut=True) == tersely.summarize(article, 3)
    assert tersely.summarize(article, 1, words=10, cut=True)[0].cut


def test_a_cut_summary_is_the_same_everywhere(article):
    summary = tersely.summarize(article, words=25, cut=True)
    assert summary.status == "cut"
    assert summary.to_dict()["summary"].count("…") == 1
    assert [x["cut"] for x in summary.to_dict()["sentences"]] == [x.cut for x in summary]
    assert tersely.summarize_column([article], words=25, cut=True).to_list() == [str(summary)]
    (row,) = tersely.summarize_column([article], words=25, cut=True, output="struct").to_list()
    assert (row["summary"], row["status"]) == (str(summary), "cut")
    assert [(x["start"], x["end"]) for x in row["sentences"]] == [(x.start, x.end) for x in summary]
    assert pickle.loads(pickle.dumps(summary)) == summary
    assert summary.at(3) == tersely.summarize(article, 3)
    assert not any(x.cut for x in summary.at(3))


# Numbers


@pytest.mark.parametrize("three", ["3", 3.0, " 3 ", "03"], ids=repr)
def test_whole_numbers_in_other_clothes(three):
    assert tersely.summarize(STORY, three) == tersely.summarize(STORY, 3)


def test_other_budgets_in_other_clothes():
    assert tersely.summarize(STORY, words="30") == tersely.summarize(STORY, words=30)
    assert tersely.summarize(STORY, words=30.0) == tersely.summarize(STORY, words=30)
    assert tersely.summarize(STORY, chars="200") == tersely.summarize(STORY, chars=200)
    assert tersely.summarize(STORY, ratio="20%") == tersely.summarize(STORY, ratio=0.2)
    assert tersely.summarize(STORY, ratio="0.2") == tersely.summarize(STORY, ratio=0.2)
    assert tersely.summarize(STORY, ratio="12.5%") == tersely.summarize(STORY, ratio=0.125)
    assert tersely.summarize(STORY, ratio="100%").status == "whole_text"


def test_numpy_numbers():
    numpy = pytest.importorskip("numpy")
    for three in (numpy.int64(3), numpy.uint8(3), numpy.float64(3), numpy.float32(3)):
        assert tersely.summarize(STORY, three) == tersely.summarize(STORY, 3)
    assert tersely.summarize(STORY, ratio=numpy.float64(0.5)) == tersely.summarize(STORY, ratio=0.5)
    with pytest.raises(tersely.InvalidOption, match="sentences"):
        tersely.summarize(STORY, numpy.bool_(True))
    with pytest.raises(tersely.InvalidOption, match="words"):
        tersely.summarize(STORY, words=numpy.float64("nan"))


NOT_COUNTS = [0, -1, True, False, math.nan, math.inf, 2.5, "0", "-3", "2.5", "three", "", "20%"]


@pytest.mark.parametrize("value", NOT_COUNTS, ids=repr)
@pytest.mark.parametrize("option", ["sentences", "words", "chars", "tokens"])
def test_what_is_no_count(option, value):
    with pytest.raises(tersely.InvalidOption) as raised:
        tersely.summarize(STORY, **with_counter({option: value}))
    assert raised.value.option == option
    assert str(raised.value.value) == str(value)
    assert option in str(raised.value)
    assert str(value) in str(raised.value)


@pytest.mark.parametrize(
    "value", [0, -0.1, 1.5, 2, True, False, math.nan, math.inf, "0%", "120%", "-5%", "most", ""], ids=repr
)
def test_what_is_no_ratio(value):
    with pytest.raises(tersely.InvalidOption) as raised:
        tersely.summarize(STORY, ratio=value)
    assert raised.value.option == "ratio"
    assert "ratio" in str(raised.value)
    assert str(value) in str(raised.value)


def test_a_fraction_of_sentences_is_a_ratio():
    with pytest.raises(tersely.InvalidOption, match=r"did you mean ratio=0\.2\?"):
        tersely.summarize(STORY, 0.2)
    with pytest.raises(tersely.InvalidOption, match=r"ratio"):
        tersely.summarize(STORY, "20%")


@pytest.mark.parametrize("option", BUDGETS)
def test_none_is_no_budget(option):
    assert tersely.summarize(STORY, **{option: None}) == tersely.summarize(STORY)


# Include and exclude


def test_include_and_exclude(article_document):
    best = article_document.summarize(3)
    last = article_document.candidates[-1]
    assert last not in indices(best)
    included = article_document.summarize(3, include=[last])
    assert last in indices(included)
    assert len(included) == 3
    assert included.order[0] == last
    excluded = article_document.summarize(3, exclude=indices(best))
    assert len(excluded) == 3
    assert not set(indices(excluded)) & set(indices(best))
    assert best.at(3, include=[last]) == included
    assert best.at(3, exclude=indices(best)) == excluded
    assert best.at(include=[last]) == included  # without a new budget, the old one holds


def test_included_units_come_first_and_in_ascending_order(article_document):
    first, second, *_ = reversed(article_document.candidates)
    summary = article_document.summarize(4, include=[first, second])
    assert summary.order[:2] == (second, first)


def test_include_that_breaks_the_budget(article_document):
    wanted = list(article_document.candidates[:3])
    summary = article_document.summarize(words=10, include=wanted)
    assert summary.status == "over_budget"
    assert indices(summary) == wanted


@pytest.mark.parametrize("option", ["include", "exclude"])
@pytest.mark.parametrize("unit", [-1, 10_000, 2**40, 2**70, 1.5, True, "first"], ids=repr)
def test_units_that_do_not_exist(article_document, option, unit):
    with pytest.raises((tersely.InvalidOption, TypeError), match=rf"^{option}"):
        article_document.summarize(3, **{option: [unit]})


@pytest.mark.parametrize("option", ["include", "exclude"])
@pytest.mark.parametrize("units", [5, "12", None], ids=repr)
def test_units_come_in_a_list(article_document, option, units):
    with pytest.raises((tersely.InvalidOption, TypeError), match=option):
        article_document.summarize(3, **{option: units})


def test_a_unit_cannot_be_included_and_excluded(article_document):
    with pytest.raises(tersely.InvalidOption, match=r"include|exclude"):
        article_document.summarize(3, include=[5], exclude=[5, 6])


def test_all_units_cannot_be_excluded(article_document):
    with pytest.raises(tersely.InvalidOption, match="exclude"):
        article_document.summarize(3, exclude=article_document.candidates)
