"""Summaries of pages do not contain their menus, captions, teasers and credits (support/junk.py)."""

from pathlib import Path

import pytest
from support.junk import load, pick, snippets

import tersely

PAGES = dict(load(Path(__file__).resolve().parent.parent / "data"))


@pytest.mark.parametrize("key", ["text", "boilerpipe_text", "noisy_text"])
def test_only_sentences_of_the_article_are_picked(key):
    picked = pick(PAGES["noisy_web_marked"], key, size=5)
    assert picked.sentences == 5  # the whole article
    assert (picked.junk, picked.fragments, picked.altered, picked.glued) == ([], [], [], [])


def test_no_unwanted_snippet_is_in_the_summary():
    found = snippets(PAGES["noisy_web_snippets"], size=5)
    assert found.unwanted == 3
    assert found.bad == []
    assert found.good == 1


def test_junk_is_seen_where_there_is_some():
    page = {
        "text": "The ferry is free. " * 3,
        "noisy_text": "Our cookies are stored on your device for a year. " * 5,
    }
    assert len(pick([page], "noisy_text", size=1).junk) == 1
    page["must_not_contain"] = ["Our cookies are  stored"]
    assert len(snippets([page], size=1).bad) == 1


def test_a_caption_begins_a_word():
    cells = "5 6 7 8 9 10 11 12 13 "
    caption = "Table 1: The values of the river in the year before the flood."
    assert tersely.split_sentences(f"{cells} {caption}").texts == [cells.strip(), caption]
    assert len(tersely.split_sentences(f"{cells}voilà{caption}").texts) == 1  # the last byte of "à" is no space
