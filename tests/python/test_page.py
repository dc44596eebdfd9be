"""The interactive page as a file. test_page_in_browser.py tests it in a browser."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.random_texts import random_text

import tersely

VOID = {"meta", "input"}
HOSTILE = (
    'The page says <script>alert("1 & 2")</script> and closes </script></span> early. <!--data--> is nobody\'s. The '
    "clerk wrote \u202ethis from right to left in the book.\r\nA lone \ud83d surrogate and a \0 NUL end the\u2028book."
)


def printable(text):
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text)


class Page(HTMLParser):
    """Collects the tags, the texts of the units, and which units are marked."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.open = [], []
        self.units, self.chosen = [], []
        self.content = {"title": "", "script": "", "footer": "", "article": ""}
        self.feed(html)
        self.close()
        assert self.open == []
        self.data = json.loads(self.content["script"].partition('"use strict"')[0])

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append((tag, attributes))
        classes = (attributes.get("class") or "").split()
        if tag not in VOID:
            self.open.append((tag, classes))
        if "u" in classes:
            if "on" in classes:
                self.chosen.append(len(self.units))
            self.units.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for tag, classes in self.open:
            if tag in self.content:
                self.content[tag] += data
            if "u" in classes:
                self.units[-1] += data


def check_page(summary):
    html = summary.to_html()
    html.encode()
    page = Page(html)
    assert page.units == [printable(unit.text) for unit in summary.document]
    assert page.chosen == sorted(summary.order)
    return page


def test_a_path_is_written_and_without_one_the_page_is_returned(article, tmp_path):
    summary = tersely.summarize(article)
    page = summary.to_html()
    for path in (tmp_path / "a.html", str(tmp_path / "b.html")):
        assert summary.to_html(path) is None
        with open(path, encoding="utf-8", newline="") as file:
            assert file.read() == page
    with pytest.raises(FileNotFoundError):
        summary.to_html(tmp_path / "no folder" / "c.html")


def test_all_of_the_text_is_there_and_the_choice_is_marked_without_the_script(article, samples):
    for text in (article, *samples.values()):
        check_page(tersely.summarize(text))
    check_page(tersely.summarize(article, 10**6))


@given(st.builds(random_text, st.randoms(use_true_random=False)), st.integers(1, 4))
def test_any_text_is_shown_as_text(text, n):
    summary = tersely.summarize(text, n)
    if summary:
        check_page(summary)


@given(st.lists(st.builds(random_text, st.randoms(use_true_random=False)), max_size=8))
def test_given_sentences_are_shown(sentences):
    summary = tersely.summarize_sentences(sentences, 2)
    if summary:
        check_page(summary)


def test_nothing_can_be_injected():
    page = check_page(tersely.summarize(HOSTILE, 2, title=HOSTILE))
    harmless = Page(tersely.summarize("One boat. Two boats came. Three boats went.", 2).to_html())
    assert {tag for tag, _ in page.tags} == {tag for tag, _ in harmless.tags}
    assert sum(tag == "script" for tag, _ in page.tags) == 2
    assert page.content["title"].startswith('The page says <script>alert("1 & 2")')


def test_the_page_needs_nothing_else(samples):
    page = check_page(tersely.summarize(samples["german"]))
    assert all(attributes.keys().isdisjoint({"src", "href", "style", "onclick"}) for _, attributes in page.tags)
    assert "http" not in page.content["script"]
    (policy,) = [x["content"] for _, x in page.tags if x.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_the_language_of_the_text_is_told(samples):
    for name, code in (("chinese", "zh"), ("arabic", "ar")):
        (article,) = [x for tag, x in check_page(tersely.summarize(samples[name])).tags if tag == "article"]
        assert article["lang"] == code


def test_the_title_is_the_one_given_or_how_the_text_begins(article):
    assert check_page(tersely.summarize(article, title="Moths")).content["title"] == "Moths"
    assert check_page(tersely.summarize("It rained.\nAll day.")).content["title"] == "It rained."
    assert check_page(tersely.summarize("rain " * 100)).content["title"].endswith("…")


def test_the_footer_tells_how_it_was_chosen():
    short = tersely.summarize("It rained. All of the boats stayed.", method="lead")
    assert check_page(short).content["footer"] == "English · lead · the whole text fits"


def test_bytes_are_shown_as_their_text_is(samples):
    for text in samples.values():
        assert tersely.summarize(text.encode()).to_html() == tersely.summarize(text).to_html()


def test_a_blank_text_and_a_failed_row_say_so():
    failed = tersely.summarize_many([b"caf\xe9 <b>"], on_error="status")[0]
    for summary, told in (
        (tersely.summarize(" \n"), "The text is blank"),
        (tersely.summarize_sentences([None, ""]), "The text is blank"),
        (failed, f"could not be summarised: {failed.error}"),
    ):
        page = Page(summary.to_html())
        assert told in page.content["article"]
        assert page.units == []


def test_a_batch_and_a_pickle_make_the_same_page(article):
    import pickle

    summary = tersely.summarize(article, words=70)
    assert tersely.summarize_many([article], words=70)[0].to_html() == summary.to_html()
    assert pickle.loads(pickle.dumps(summary)).to_html() == summary.to_html()


def test_what_is_never_chosen_has_a_reason():
    text = "Boats\n\nThe boat is old. It leaks. The boat is old.\n\nNobody wants to sail it. It will be sold in May."
    document = tersely.Document(text)
    found = {unit.text: unit.index for unit in document}
    summary = document.summarize(1, title="It leaks.", exclude=[found["Nobody wants to sail it."]])
    never = SimpleNamespace(**check_page(summary).data).never
    assert never == {
        str(found["Boats"]): "heading, caption or credit",
        str(found["It leaks."]): "the title",
        str(found["The boat is old."]): "stood before",
        str(found["Nobody wants to sail it."]): "excluded, as asked for",
    }
