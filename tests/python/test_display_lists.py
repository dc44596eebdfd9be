"""Lists of summaries, comparisons of two summaries, and the slider in notebooks."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_texts import random_text
from test_display import ENGLISH, HOSTILE, TABLE_TAGS, TAGS, Page, printable, read

import tersely


class Table(Page):
    tags = TAGS | TABLE_TAGS


# Lists


def test_a_list_of_summaries_is_a_list():
    summaries = tersely.summarize_many([ENGLISH, None], 1)
    assert isinstance(summaries, list)
    assert summaries == [tersely.summarize(ENGLISH, 1), None]
    assert pickle.loads(pickle.dumps(summaries)) == summaries
    assert tersely.Summarizer(1).many([ENGLISH, None]) == summaries


def test_each_summary_of_a_list_has_a_row():
    texts = [ENGLISH, None, "", b"caf\xe9 <b>", HOSTILE]
    summaries = tersely.summarize_many(texts, 1, on_error="status")
    page = Table(summaries)
    assert page.html.count("<tr>") == 1 + len(texts)
    assert printable(str(summaries[0])) in page.text
    assert "1 of 5 sentences" in page.text
    assert "missing" in page.text
    assert "The text is blank" in page.text
    assert f"could not be summarised: {summaries[3].error}" in page.text
    assert printable(str(summaries[4])) in page.text
    assert "lexrank" not in page.text


def test_methods_are_told_if_they_differ():
    document = tersely.Document(ENGLISH)
    page = Table(tersely.Summaries(document.summarize(1, method=name) for name in ("cover", "lexrank")))
    assert "cover" in page.text
    assert "lexrank" in page.text


def test_long_lists_stay_small():
    page = Table(tersely.summarize_many([ENGLISH + " word" * 10_000] * 1000, 10))
    assert "and 950 more" in page.text
    assert len(page.html.encode()) < 100_000
    assert "The list is empty." in Table(tersely.Summaries()).text


# Comparisons


def test_a_comparison_has_what_both_share_and_what_only_one_has(article):
    document = tersely.Document(article)
    for options in ({"method": "lexrank"}, {"order": "score", "method": "lead"}, {"words": 30, "sentences": None}):
        first, second = document.summarize(4), document.summarize(**{"sentences": 5, **options})
        compared = first.compare(second)
        sets = [{x.index for x in part} for part in (compared.both, compared.only_first, compared.only_second)]
        chosen = {x.index for x in first}, {x.index for x in second}
        assert sets == [chosen[0] & chosen[1], chosen[0] - chosen[1], chosen[1] - chosen[0]]
        page = Page(compared)
        assert page.marks[3:] == [document[index].text for index in sorted(chosen[0] | chosen[1])]
        assert [mark.rpartition(": ")[2] for mark in page.marks[:3]] == [str(len(sets[i])) for i in (1, 2, 0)]
        assert str(compared).count("\n   [") == len(chosen[0] | chosen[1])


def test_summaries_are_called_by_their_methods_if_these_differ():
    document = tersely.Document(ENGLISH)
    page = Page(document.summarize(2).compare(document.summarize(2, method="lexrank")))
    assert {"only cover", "only lexrank", "both"} == {mark.partition(":")[0] for mark in page.marks[:3]}
    assert set(page.titles[3:]) <= {"only cover", "only lexrank", "both"}
    page = Page(document.summarize(2).compare(document.summarize(1)))
    assert page.marks[0] == "only the first: 1"


def test_only_summaries_of_one_text_can_be_compared():
    for other in (tersely.summarize(HOSTILE), tersely.summarize_sentences([ENGLISH])):  # the second has one unit
        with pytest.raises(tersely.InvalidOption, match="must be a summary of the same text and units"):
            tersely.summarize(ENGLISH).compare(other)
    empty = tersely.summarize(" ")
    assert "Both summaries are empty." in Page(empty.compare(empty)).text


@given(st.builds(random_text, st.randoms(use_true_random=False)), st.integers(1, 4))
def test_any_two_summaries_are_compared_as_text(text, n):
    document = tersely.Document(text)
    compared = document.summarize(n).compare(document.summarize(n, method="lead"))
    chosen = sorted([*compared.both, *compared.only_first, *compared.only_second], key=lambda x: x.index)
    assert Page(compared).marks[3:] == [printable(x.text) for x in chosen]


def test_right_to_left_text_is_compared_on_its_side():
    document = tersely.Document(read("arabic.txt"))
    assert ' dir="rtl" style="max-width' in Page(document.summarize(1).compare(document.summarize(2))).html


# The slider


@pytest.fixture
def widgets():
    return pytest.importorskip("ipywidgets")


def controls(box):
    slider, field, _ = box.children[0].children
    return slider, field, box.children[1]


def test_slider_and_field_show_the_summary_of_their_length(widgets, article):
    summary = tersely.summarize(article, words=40)
    slider, field, shown = controls(summary.slider())
    assert shown.value == summary._repr_html_()
    field.value = 5
    assert shown.value == summary.at(5)._repr_html_()
    assert slider.value == 5
    slider.value = 1
    assert field.value == 1
    assert shown.value == summary.at(1)._repr_html_()


def test_the_slider_ends_where_it_is_useful_and_the_field_at_the_end(widgets):
    text = " ".join(f"The {i}th boat brings {i % 7} whales to harbour {i % 13}." for i in range(300))
    summary = tersely.summarize(text)
    slider, field, shown = controls(summary.slider())
    assert (slider.max, field.max) == (2 * summary.suggest(), 300)
    field.value = 250
    assert field.value == 250
    assert slider.value == slider.max
    assert shown.value == summary.at(250)._repr_html_()


def test_the_slider_keeps_what_was_asked_for(widgets, article):
    document = tersely.Document(article)
    slider, field, shown = controls(document.summarize(4, include=[0, 3], exclude=[5]).slider())
    assert (slider.min, field.min) == (2, 2)
    field.value = 3
    assert shown.value == document.summarize(3, include=[0, 3], exclude=[5])._repr_html_()


def test_a_text_of_one_sentence_needs_no_slider(widgets):
    for text in ("One boat.", " "):
        (shown,) = tersely.summarize(text).slider().children
        assert shown.value == tersely.summarize(text)._repr_html_()


def test_a_failed_row_has_no_slider(widgets):
    (failed,) = tersely.summarize_many([b"caf\xe9"], on_error="status")
    with pytest.raises(tersely.TerselyError, match="could not be summarised"):
        failed.slider()
