"""Summary.join: sentences with marks of what was left out between them. Golden values are written by hand."""

import pytest
from support.hostile_pages import STORY

import tersely

RAIN = ["The ferry to the old town sank on Monday.", "It rained.", "The old town needs a ferry.", "Ann left."]


def choose(*indices, sentences=RAIN, **options):
    """A summary of these sentences, and of no others."""
    document = tersely.Document.from_sentences(sentences, language="en")
    others = [i for i in range(len(sentences)) if i not in indices]
    return document.summarize(len(indices), include=indices, exclude=others, **options)


def test_a_mark_stands_where_something_was_left_out():
    assert choose(0, 2).join(gap=" […] ") == f"{RAIN[0]} […] {RAIN[2]}"
    assert choose(0, 1).join(gap=" […] ") == f"{RAIN[0]} {RAIN[1]}"
    assert choose(0, 1, 3).join(gap=" […] ") == f"{RAIN[0]} {RAIN[1]} […] {RAIN[3]}"
    assert choose(3).join(gap=" […] ") == RAIN[3]
    assert choose(0, 1, 2, 3).join(gap=" […] ") == str(choose(0, 1, 2, 3))
    assert tersely.summarize("").join(gap=" […] ") == ""


def test_separators_of_the_other_sentences():
    assert choose(0, 1, 3).join("\n", gap="\n[…]\n") == f"{RAIN[0]}\n{RAIN[1]}\n[…]\n{RAIN[3]}"
    assert choose(0, 1, 3).join("|") == f"{RAIN[0]}|{RAIN[1]}|{RAIN[3]}"
    assert choose(0, 3).join() == str(choose(0, 3))
    assert choose(0, 3).join(gap=None) == str(choose(0, 3))


def test_sentences_in_the_order_of_their_scores(article_document):
    summary = article_document.summarize(6, order="score")
    places = [x.index for x in summary]
    expected = str(summary[0])
    for before, sentence in zip(summary, summary[1:]):
        expected += (" " if sentence.index == before.index + 1 else " […] ") + str(sentence)
    assert places != sorted(places)
    assert summary.join(gap=" […] ") == expected


def test_the_mark_stands_on_a_line_of_its_own_if_the_sentences_do():
    text = "ANN: The bridge is closed today.\nBOB: Why?\nANN: The beams have cracks.\nBOB: Oh.\nANN: A ferry goes."
    summary = tersely.Document(text).summarize(2, include=[0, 2], exclude=[1, 3, 4])
    assert summary.join(gap=" […] ") == "ANN: The bridge is closed today.\n[…]\nANN: The beams have cracks."


def test_nothing_stands_after_a_full_width_stop_but_the_mark():
    text = "天气很好。我们去公园散步。孩子们在玩。公园里有很多花。"
    summary = tersely.Document(text).summarize(3, include=[0, 1, 3], exclude=[2])
    assert summary.join(gap="……") == "天气很好。我们去公园散步。……公园里有很多花。"


def test_an_unchanged_text_has_no_mark():
    summary = tersely.summarize("It rained.\n\nAnn left.", 5)
    assert summary.status == "whole_text"
    assert summary.join(gap=" […] ") == "It rained.\n\nAnn left."


@pytest.mark.parametrize("chars", [60, 120, 200, 300, 500])
@pytest.mark.parametrize("gap", [" […] ", " [some of the text has been left out here] "])
def test_the_marks_count_as_characters(article_document, chars, gap):
    summary = article_document.summarize(chars=str(chars))
    text = summary.join(gap=gap)
    if summary.status != "over_budget":
        assert len(text) <= chars
    assert summary.join(gap="").replace(" ", "").startswith(str(summary[0])[:20].replace(" ", "")) or len(summary) > 1
    kept = [x for x in summary if str(x) in text]
    assert kept
    # Only those picked last are missing, and the next one would not fit.
    n = len(kept)
    assert {x.index for x in kept} == set(summary.order[:n])
    if n < len(summary):
        more = article_document.summarize(n + 1, include=summary.order[: n + 1])
        assert len(more.join(gap=gap)) > chars


def test_the_marks_count_as_tokens_and_words(article_document):
    pieces = article_document.summarize(tokens=120, count_tokens=str.split).join(gap=" [ … ] ")
    assert len(pieces.split()) <= 120
    assert "[ … ]" in pieces
    words = article_document.summarize(words=60)
    assert words.n_words == 60
    assert tersely.Document(words.join(gap=" (left out) "), language="en").n_words <= 60
    assert words.join(gap=" […] ").count("[…]") >= 1  # no word, so nothing more is left out
    assert all(str(x) in words.join(gap=" […] ") for x in words)


def test_what_must_be_included_stays():
    summary = tersely.Document(STORY).summarize(chars=10, include=[0, 2])
    assert summary.status == "over_budget"
    assert summary.join(gap=" […] ") == f"{summary[0]} […] {summary[1]}"


def test_a_sentence_that_is_cut(article_document):
    summary = article_document.summarize(chars=400, cut=True)
    assert summary.status == "cut"
    assert len(summary.join(gap="[…]")) <= 400


@pytest.mark.parametrize("name", ["sep", "gap"])
def test_what_stands_between_sentences_is_a_str(name):
    with pytest.raises(TypeError, match=f"{name} must be str or None, not int"):
        choose(0, 2).join(**{name: 3})


def test_words_are_counted_as_the_budget_counts_them(article_path):
    meeting = article_path.with_name("meeting.txt").read_text(encoding="utf-8")
    for words in range(8, 60):
        summary = tersely.summarize(meeting, words=words)  # names of speakers are no words
        assert all(str(x) in summary.join(gap=" … ") for x in summary)


def test_several_texts():
    reports = ["The ferry sank in May. It rained. Ann left the town.", "Divers raised the old ferry. Bo paid for it."]
    summary = tersely.DocumentSet(reports).summarize(words=14)
    assert len(summary) > 1
    assert all(str(x) in summary.join(gap=" […] ") for x in summary)
    assert tersely.DocumentSet([summary.join(gap=" left out ")]).n_words <= 14
