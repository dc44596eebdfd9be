"""Summaries, documents and explanations in notebooks.

The golden files in tests/data/display were written by `python tests/python/test_display.py` and checked by eye in a
browser, on a light and a dark page.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_texts import random_text

import tersely
from tersely._explanation import Explanation

DATA = Path(__file__).resolve().parent.parent / "data"
TAGS = {"div", "span", "mark", "details", "summary"}
TABLE_TAGS = {"table", "tr", "th", "td"}
ATTRIBUTES = {"style", "title", "dir"}
ENGLISH = (
    "The ferry to Skarn Island stops at the end of March. The council says that the boat, built in 1961, cannot be "
    "repaired for less than $2 million. A new boat would cost $9 million.\n\nThe islanders want to keep the ferry. "
    "They have collected 4,100 signatures, and the fishermen offer to carry mail on their own boats."
)
HOSTILE = (
    'The page says <script>alert("1 & 2")</script> and closes </mark></div> early. The clerk wrote '
    "\u202ethis from right to left in the book. A lone \ud83d surrogate and a \0 NUL end the book of the clerk."
)


def read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


GOLDEN = {
    "english": lambda: tersely.summarize(ENGLISH, 2),
    "arabic": lambda: tersely.summarize(read("arabic.txt")),
    "chinese": lambda: tersely.summarize(read("chinese.txt")),
    "report": lambda: tersely.summarize(read("report.md")),
    "report_document": lambda: tersely.Document(read("report.md")),
    "hostile": lambda: tersely.summarize(HOSTILE, 2),
    "empty": lambda: tersely.summarize(" \n"),
    "english_explanation": lambda: tersely.summarize(ENGLISH, 2).explain(),
    "arabic_explanation": lambda: tersely.summarize(read("arabic.txt")).explain(),
    "report_explanation": lambda: tersely.summarize(read("report.md")).explain(),
    "hostile_explanation": lambda: tersely.summarize(HOSTILE, 2).explain(),
}


class Page(HTMLParser):
    """Checks the tags. Collects all text, the text of the marks and the text in folds."""

    tags = TAGS

    def __init__(self, shown: tersely.Summary | tersely.Document | Explanation) -> None:
        super().__init__()
        self.html = shown._repr_html_()
        self.html.encode()
        assert "var(" not in self.html
        self.open: list[str] = []
        self.marks: list[str] = []
        self.titles: list[str] = []
        self.text = self.folded = ""
        self.feed(self.html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        names = {name for name, _ in attributes}
        assert tag in self.tags
        # Only the outermost tag has a class, for MathJax.
        assert names <= (ATTRIBUTES if self.open else {"class", "style", "dir"})
        assert not re.search(r"(^|;)color:(?!inherit)", dict(attributes).get("style", ""))
        self.open.append(tag)
        if tag == "mark":
            self.marks.append("")
            self.titles.append(dict(attributes).get("title", ""))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if "mark" in self.open:
            self.marks[-1] += data
        if "details" in self.open and "summary" not in self.open:
            self.folded += data

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def printable(text: str) -> str:
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text)


def in_order(summary: tersely.Summary) -> list[str]:
    return [printable(x.text) for x in sorted(summary, key=lambda x: x.index)]


def long_text(n: int) -> str:
    return " ".join(f"The {i}th boat brings {i % 7} whales & {i % 11} seals to harbour {i % 13}." for i in range(n))


@pytest.mark.parametrize("name", GOLDEN)
def test_golden(name):
    expected = read(f"display/{name}.html")
    assert GOLDEN[name]()._repr_html_() == expected


@given(st.builds(random_text, st.randoms(use_true_random=False)), st.integers(1, 4))
def test_any_text_is_shown_as_text(text, n):
    summary = tersely.summarize(text, n)
    assert Page(summary).marks == in_order(summary)
    assert Page(tersely.Document(text)).marks == []


@given(st.lists(st.builds(random_text, st.randoms(use_true_random=False)), max_size=8))
def test_given_sentences_are_shown(sentences):
    summary = tersely.summarize_sentences(sentences, 2)
    assert Page(summary).marks == in_order(summary)


def test_bytes_are_shown_as_their_text_is():
    for name in ("arabic.txt", "chinese.txt", "report.md"):
        text = read(name)
        assert tersely.summarize(text.encode())._repr_html_() == tersely.summarize(text)._repr_html_()
        assert tersely.Document(text.encode())._repr_html_() == tersely.Document(text)._repr_html_()


def test_all_of_a_short_text_stands_there_unchanged():
    assert read("chinese.txt").strip() in Page(tersely.summarize(read("chinese.txt"))).text
    for paragraph in ENGLISH.split("\n\n"):
        assert paragraph in Page(tersely.summarize(ENGLISH)).text


def test_marks_tell_rank_and_score_whatever_the_order(article):
    for order in ("document", "score"):
        summary = tersely.summarize(article, 4, order=order)
        page = Page(summary)
        assert page.marks == in_order(summary)
        n = len(summary.document.candidates)
        ranked = sorted(summary, key=lambda x: x.index)
        assert page.titles == [f"rank {x.rank} of {n}, score {x.score:.2f}" for x in ranked]


def test_text_that_is_all_marked_keeps_its_direction():
    page = Page(tersely.summarize("أُغلق الجسر. والعبّارة مجانية.", 9))
    assert page.html.count('<div dir="rtl"') == 1
    assert ' dir="rtl" style="max-width' in page.html  # the facts stand at the right, too
    assert 'style="white-space:pre"' not in page.html


def test_header_tells_what_was_chosen_of_what():
    assert "2 of 5 sentences · 28 of 58 words (48\xa0%) · " in Page(tersely.summarize(ENGLISH, 2)).text
    assert "English · lead\n" in Page(tersely.summarize(ENGLISH, 2, method="lead")).text
    assert "the whole text fits" in Page(tersely.summarize(ENGLISH, 9)).text
    assert "not even one sentence fits the budget" in Page(tersely.summarize(ENGLISH, words=2)).text


def test_blank_given_sentences_do_not_count():
    sentences = ["We close the bridge.", None, " ", "The ferry is free."]
    assert "1 of 2 sentences · " in Page(tersely.summarize_sentences(sentences, 1)).text
    assert "2 sentences · 8 words" in Page(tersely.Document.from_sentences(sentences)).text
    assert Page(tersely.Document.from_sentences(["", None])).text.strip() == "The text is blank."


def test_behind_a_fold_a_line_goes_on_without_an_indent():
    summary = tersely.Document(long_text(40)).summarize(2, include=[3, 30])
    assert re.search(r"</details>\n<div[^>]*>The 29th boat", Page(summary).html)


def test_of_a_cut_sentence_only_what_is_left_is_marked():
    summary = tersely.summarize(ENGLISH, words=4, cut=True)
    page = Page(summary)
    assert page.marks == [summary[0].text]
    assert summary.document[summary[0].index].text in page.text


def test_a_failed_row_says_why():
    (summary,) = tersely.summarize_many([b"caf\xe9 <b>"], on_error="status")
    assert f"could not be summarised: {summary.error}" in Page(summary).text


def test_the_query_and_the_relevance_are_told(article):
    summary = tersely.summarize(article, 2, query="How much money did the <town> save?")
    page = Page(summary)
    assert "query “How much money did the <town> save?”" in page.text
    told = {x.index: f", relevance {x.relevance:.2f}" for x in summary}
    assert all(title.endswith(told[x.index]) for title, x in zip(page.titles, sorted(summary, key=lambda x: x.index)))


def test_a_sentence_says_what_and_where_it_is(article):
    summary = tersely.summarize(article, 1, query="money")
    page = Page(summary[0])
    assert page.marks == [summary[0].text]
    told = f"sentence [{summary[0].index}] · from {summary[0].start:,} to {summary[0].end:,} · paragraph "
    assert told in page.text
    assert f"rank 1 · score 1.00 · relevance {summary[0].relevance:.2f}" in page.text
    heading = summary.document[0]
    assert Page(heading).marks == []
    assert "heading [0] · from 0 to 65 · paragraph 0 · cannot be chosen: heading" in Page(heading).text
    assert Page(tersely.split_sentences(HOSTILE)[0]).text.endswith(tersely.split_sentences(HOSTILE)[0].text)
    (cut,) = tersely.summarize(ENGLISH, words=4, cut=True)
    assert Page(cut).marks == [str(cut)]


def test_far_from_the_chosen_is_folded(article):
    summary = tersely.summarize(article)
    page = Page(summary)
    units = list(summary.document)
    near = {x.index + step for x in summary for step in (-1, 0, 1)}
    assert all(units[i].text not in page.folded for i in near if 0 <= i < len(units))
    assert units[-1].text in page.folded
    assert "8 sentences" in page.text


def test_of_a_document_the_first_forty_units_are_open():
    document = tersely.Document(long_text(100))
    page = Page(document)
    assert document[39].text not in page.folded
    assert document[40].text in page.folded
    assert "60 sentences" in page.text


@pytest.mark.parametrize("n", [3, 400, 2000])
def test_long_texts_stay_small(n):
    summary = tersely.summarize(long_text(2000), n)
    page = Page(summary)
    assert len(page.html.encode()) < 300_000
    assert page.marks == in_order(summary)[: len(page.marks)]
    assert len(page.marks) == n or "of them chosen" in page.text


def test_a_long_unit_stays_small():
    for text in ("x" * 1_000_000, "<&" * 1_000_000, "a " * 500_000):
        assert len(Page(tersely.summarize(text)).html.encode()) < 300_000
        assert len(Page(tersely.Document(text)).html.encode()) < 300_000


def write_golden() -> None:
    for name, make in GOLDEN.items():
        (DATA / "display" / f"{name}.html").write_text(make()._repr_html_(), encoding="utf-8")


if __name__ == "__main__":
    write_golden()
