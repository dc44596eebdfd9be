"""Explanations in notebooks. test_display.py says how the golden files are made."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_texts import random_text
from test_display import ENGLISH, Page, in_order, long_text, printable, read

import tersely
from tersely._display.facts import REASONS


def in_picking_order(summary: tersely.Summary) -> list[str]:
    chosen = {x.index: printable(x.text) for x in summary}
    return [chosen[index] for index in summary.order]


@given(st.builds(random_text, st.randoms(use_true_random=False)), st.integers(1, 4))
def test_any_text_is_explained_as_text(text, n):
    summary = tersely.summarize(text, n)
    assert Page(summary.explain()).marks == in_picking_order(summary) + in_order(summary)


@given(st.lists(st.builds(random_text, st.randoms(use_true_random=False)), max_size=8))
def test_given_sentences_are_explained(sentences):
    summary = tersely.summarize_sentences(sentences, 2)
    assert Page(summary.explain()).marks == in_picking_order(summary) + in_order(summary)


def test_a_pick_has_its_numbers_and_what_it_adds():
    summary = tersely.summarize(ENGLISH, 1)
    (pick,) = summary.explain().picks
    page = Page(summary.explain())
    assert f"covers 0\xa0% → {100 * pick.coverage_after:.0f}\xa0%next best: {pick.runner_up}" in page.text
    assert "weigh" not in page.text.replace(page.folded, "").replace("How it was weighed", "")
    assert f"weighs {pick.weight:.3g}, divided by {pick.divisor:.3g} for its length: its gain is {pick.gain:.3g}." in (
        page.folded
    )
    assert f"The next best gained {pick.gain - pick.margin:.3g}." in page.folded
    assert f"{pick.voters[0][1]:.2f} {pick.voters[0][0]}" in page.folded
    for text, _ in pick.concepts[:12]:
        assert f">{text}</span>" in page.html
    assert f"and {len(pick.concepts) - 12} more" in page.text
    widths = re.findall(r"width:([\d.]+)%", page.html)
    assert widths == ["0.0", f"{100 * pick.coverage_after:.1f}"]


def test_every_unit_has_its_reason(article):
    summary = tersely.summarize(article)
    explained = summary.explain()
    page = Page(explained)
    for unit in summary.document:
        assert unit.text in page.folded
    for told in explained.units:
        if told.reason == "covered":
            places = " ".join(str(1 + summary.order.index(index)) for index in told.covered_by)
            assert f"{summary.document[told.index].text} — most of its words are in {places}" in page.text
        elif told.reason != "chosen":
            assert f"{summary.document[told.index].text} — {REASONS[told.reason]}" in page.text


def test_a_short_text_is_not_folded_and_a_long_one_is():
    short, long = (Page(tersely.summarize(long_text(n), 2, method="lead").explain()) for n in (20, 21))
    assert "and why they were chosen or not" not in short.text
    assert "All 21 sentences, and why they were chosen or not" in long.text
    assert "The 20th boat" in long.folded
    assert "The 19th boat" not in short.folded


def test_other_methods_and_statuses_are_explained():
    document = tersely.Document(ENGLISH)
    for method in tersely.methods():
        page = Page(document.summarize(2, method=method).explain())
        assert ("for its length" in page.text) == (method == "cover")
    assert "All of it is chosen." in Page(document.summarize(9).explain()).text
    assert "excluded, as asked for" in Page(document.summarize(1, include=[1], exclude=[0]).explain()).text
    assert "did not fit the budget" in Page(document.summarize(words=20).explain()).text
    assert "there is nothing to explain" in Page(tersely.summarize("").explain()).text


def test_right_to_left_text_has_one_side():
    for text, side in ((read("arabic.txt"), "rtl"), (ENGLISH, "ltr")):
        html = Page(tersely.summarize(text).explain()).html
        assert re.findall(r'<div [^>]*dir="(\w+)"', html) == [side]  # only the outermost block has a direction
        assert re.findall(r"float:(\w+)", html)[0] == ("right" if side == "rtl" else "left")


@pytest.mark.parametrize("n", [3, 400, 2000])
def test_explanations_of_long_texts_stay_small(n):
    summary = tersely.summarize(long_text(2000), n)
    page = Page(summary.explain())
    assert len(page.html.encode()) < 300_000
    assert page.marks[:3] == in_picking_order(summary)[:3]
    assert n == 3 or re.search(r"… [\d,]+ more picks", page.text)
    assert re.search(r"… [\d,]+ sentences", page.text)


def test_the_explanation_of_a_long_unit_stays_small():
    for text in ("x" * 1_000_000, "<&" * 1_000_000, "a " * 500_000):
        assert len(Page(tersely.summarize(text).explain()).html.encode()) < 300_000
