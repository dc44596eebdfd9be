"""Summary: a sequence of sentences with their positions, scores and status, and a way to summarise again."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Hashable, Sequence

import pytest
from support.checks import FLAGS
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

KEYS = [
    "schema",
    "ruleset",
    "summary",
    "sentences",
    "status",
    "language",
    "method",
    "coverage",
    "n_words",
    "flags",
    "error",
]
SENTENCE_KEYS = ["text", "start", "end", "index", "score", "rank", "kind", "paragraph", "cut"]


@pytest.fixture
def summary(article):
    return tersely.summarize(article, 5)


# Sequence


def test_a_summary_is_a_sequence_of_sentences(summary):
    assert isinstance(summary, tersely.Summary)
    assert isinstance(summary, Sequence)
    assert len(summary) == 5
    assert bool(summary)
    assert all(isinstance(x, tersely.ScoredSentence) and isinstance(x, tersely.Sentence) for x in summary)
    assert list(summary) == list(summary.sentences) == [summary[i] for i in range(5)]
    assert summary[-1] == summary[4]
    assert list(summary[1:3]) == [summary[1], summary[2]]
    assert list(reversed(summary)) == list(summary)[::-1]
    assert summary[2] in summary
    assert summary.index(summary[2]) == 2
    assert summary.count(summary[2]) == 1
    with pytest.raises(IndexError):
        summary[5]
    with pytest.raises(TypeError):
        summary["first"]


def test_the_best_sentences_of_the_article(article):
    # Judged by hand: the decision, what it saved, and its effect; no headline, caption or credit.
    assert [x.text.split()[:4] for x in tersely.summarize(article)] == [
        ["When", "the", "councillors", "of"],
        ["The", "fishing", "town", "of"],
        ["In", "the", "last", "summer"],
    ]


def test_headline_captions_and_credits_are_never_chosen(article):
    junk = [line for line in article.splitlines() if not line.endswith((".", '"'))]
    assert junk
    for method in tersely.methods():
        assert not {x.text for x in tersely.summarize(article, 15, method=method)} & set(junk)


def test_spans_are_slices_of_the_text(article, summary):
    for x in summary:
        assert article[x.start : x.end] == x.text == x.text.strip()


def test_a_summary_is_immutable(summary):
    with pytest.raises(AttributeError):
        summary.status = "ok"
    with pytest.raises(TypeError):
        summary[0] = summary[1]


# Text


def test_text_is_the_sentences_joined_by_spaces(summary):
    assert str(summary) == summary.text == " ".join(x.text for x in summary)
    assert f"{summary}" == str(summary)


def test_join(summary):
    assert summary.join("\n* ") == "\n* ".join(str(x) for x in summary)
    assert summary.join("") == "".join(str(x) for x in summary)


def test_nothing_is_put_after_a_full_width_stop(samples):
    summary = tersely.summarize(samples["chinese"], 3)
    assert str(summary) == "".join(x.text for x in summary)
    assert " " not in str(summary)


def test_hard_wrapped_sentences_are_printed_on_one_line(samples):
    summary = tersely.summarize(samples["email"], 3)
    assert any("\n" in x.text for x in summary)
    assert "\n" not in str(summary)
    assert str(summary) == " ".join(" ".join(x.text.split()) for x in summary)


def test_only_white_space_with_a_line_break_in_it_is_changed():
    text = (
        "The   hall\topened  \n\t on Sunday  at noon. It rained.\u2028Nobody\r\ncame. The guide read a book. He slept."
    )
    summary = tersely.summarize(text, 4, newline="join")
    printed = [str(x) for x in tersely.Document(text, newline="join")]
    assert printed[0] == "The   hall\topened on Sunday  at noon."
    assert "Nobody came." in printed
    assert summary.join("|") == "|".join(str(x) for x in summary)


def test_turns_items_and_code_stand_on_lines_of_their_own():
    chat = "Ann: The bus is late.\nBob: It stands in the snow.\nAnn: Then we walk home.\nBob: Wait for me."
    turns = tersely.summarize(chat, 3)
    assert [x.kind for x in turns] == ["turn"] * 3
    assert str(turns) == "\n".join(x.text for x in turns)
    text = (
        "The hall opens on Monday. It has three rules.\n\n"
        "- Dogs must wait outside.\n- Umbrellas must be shut.\n\nGuides help."
    )
    items = tersely.summarize(text, 4, method="lead")
    assert str(items) == (
        "The hall opens on Monday. It has three rules.\n- Dogs must wait outside.\n- Umbrellas must be shut."
    )
    assert str(items.at(include=[3], exclude=[2, 1, 0])) == "- Umbrellas must be shut.\nGuides help."


# Numbers


def test_scores_ranks_and_order(article_document):
    summary = article_document.summarize(6)
    scores = list(summary.scores)
    assert len(scores) == len(article_document)
    assert all(0 <= score <= 1 for score in scores)
    assert max(scores) == 1
    candidates = set(article_document.candidates)
    assert all(scores[i] == 0 for i in range(len(scores)) if i not in candidates)
    for x in summary:
        assert x.score == scores[x.index]
        higher = sum(score > x.score for score in scores)
        assert higher < x.rank <= higher + sum(scores[i] == x.score for i in candidates)
    assert sorted(summary.order) == [x.index for x in summary]
    assert scores[summary.order[0]] == 1
    assert summary[[x.index for x in summary].index(summary.order[0])].rank == 1


def test_order_is_the_order_of_picking(article_document):
    order = article_document.summarize(8).order
    assert isinstance(order, tuple)
    assert [article_document.summarize(k).order for k in range(1, 9)] == [order[:k] for k in range(1, 9)]


def test_scores_are_a_read_only_view(summary):
    view = memoryview(summary.scores)
    assert view.readonly
    assert (view.format, view.itemsize, view.ndim) == ("d", 8, 1)
    with pytest.raises(TypeError):
        view[0] = 1.0


def test_scores_share_memory_with_numpy(summary):
    numpy = pytest.importorskip("numpy")
    scores = summary.scores
    array = numpy.asarray(scores)
    assert array.dtype == numpy.float64
    assert not array.flags.writeable
    assert numpy.shares_memory(array, numpy.asarray(scores))
    assert array.tolist() == list(scores)


def test_scores_outlive_their_summary(article):
    view = tersely.summarize(article).scores
    expected = list(tersely.summarize(article).scores)
    assert list(view) == expected


def test_coverage_grows_with_the_summary(article_document):
    coverage = [article_document.summarize(k).coverage for k in range(1, 15)]
    assert all(0 < c < 1 for c in coverage)
    assert coverage == sorted(coverage)
    for method in tersely.methods():
        assert 0 < article_document.summarize(3, method=method).coverage < 1


def test_language_and_method(summary):
    assert (summary.language, summary.method, summary.status) == ("en", "cover", "ok")


# Flags


def test_flags(samples):
    assert tersely.summarize(STORY).flags == ()
    speech = "so we met on monday and um we talked about the bridge for an hour and nobody wrote it down " * 15
    assert "no_punctuation" in tersely.summarize(speech).flags
    page = "<html><body><h1>Hall</h1><p>The hall is open. It closes at six.</p><p>Come in.</p></body></html>"
    assert "looks_like_html" in tersely.summarize(page).flags
    assert "looks_like_html" in tersely.summarize("The hall is open.<br /><br />It closes at six.").flags
    assert "looks_like_html" in tersely.summarize("They said &quot;we are open.&quot; It closes at six.").flags
    assert tersely.summarize("If a < b and b > c & d, the hall is open. It closes at six.").flags == ()
    assert "written_newlines" in tersely.summarize("The hall is open.\\n\\nIt closes at six.").flags
    assert tersely.summarize("The hall is in C:\\new. It closes at six.").flags == ()
    bullets = "\n".join(f"- {thing} for the hall" for thing in ("boots", "a torch", "gloves", "a rope", "sand"))
    assert "headings_used" in tersely.summarize(bullets).flags
    assert "repeated" in tersely.summarize("The hall is open today. " * 5).flags
    for text in [STORY, speech, page, bullets, *samples.values()]:
        assert set(tersely.summarize(text).flags) <= FLAGS


def test_repetitions_are_chosen_once():
    text = "The hall is open today. Nobody came. The hall  is open\ttoday. Nobody came. It rained. " * 2
    assert sorted(str(x) for x in tersely.summarize(text, 5)) == [
        "It rained.",
        "Nobody came.",
        "The hall is open today.",
    ]


# Another budget, the same analysis


def test_at(article, summary):
    assert summary.at(8) == tersely.summarize(article, 8)
    assert summary.at(words=50) == tersely.summarize(article, words=50)
    assert summary.at(8).at(5) == summary
    assert len(summary) == 5


def test_at_keeps_what_must_be_included_and_excluded(article_document):
    summary = article_document.summarize(3, include=[12], exclude=[3])
    assert summary.at() == summary
    assert {x.index for x in summary.at(5)} >= {12}
    assert 3 not in {x.index for x in summary.at(summary.suggest())}
    assert summary.at(include=(), exclude=()) == article_document.summarize(3)
    assert summary.at(exclude=[12]) == article_document.summarize(3, exclude=[12])
    assert summary.at(include=[3]) == article_document.summarize(3, include=[3])


def test_at_keeps_all_options_but_the_budgets(article):
    summary = tersely.summarize(article, method="lexrank", order="score", title="Moths", language="en")
    assert summary.at(6) == tersely.summarize(article, 6, method="lexrank", order="score", title="Moths", language="en")


def test_document_of_a_summary(article, summary):
    document = summary.document
    assert isinstance(document, tersely.Document)
    assert document.text == article
    assert all(document[x.index].text == x.text for x in summary)
    assert document.summarize(5) == summary


# Values


def test_equal_summaries(article, summary):
    again = tersely.summarize(article, 5)
    assert summary == again
    assert hash(summary) == hash(again)
    assert isinstance(summary, Hashable)
    assert {summary, again} == {summary}
    assert summary != tersely.summarize(article, 4)
    assert summary != tersely.summarize(article + " More.", 5)
    assert summary != str(summary)
    assert summary != list(summary)


def test_repr_is_one_short_line(article, summary):
    for x in (summary, tersely.summarize(""), tersely.summarize("a\nb\n" * 500), tersely.Summarizer(words=60)):
        assert "\n" not in repr(x)
        assert len(repr(x)) < 250
    assert "Summary" in repr(summary)
    assert "\n" not in repr(tersely.Document(article))
    assert "Document" in repr(tersely.Document(article))


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_summaries_are_equal(article, summary, protocol):
    loaded = pickle.loads(pickle.dumps(summary, protocol))
    assert loaded == summary
    assert hash(loaded) == hash(summary)
    assert str(loaded) == str(summary)
    assert list(loaded) == list(summary)
    assert loaded.to_dict() == summary.to_dict()
    assert list(loaded.scores) == list(summary.scores)
    assert loaded.order == summary.order
    assert loaded.coverage == summary.coverage
    assert loaded.at(8) == summary.at(8)
    assert loaded.document.text == article


def test_a_pickled_summary_holds_little_more_than_its_text(article):
    text = article * 40
    assert len(pickle.dumps(tersely.summarize(text))) < len(text.encode()) + 3000


def test_copies_are_equal(summary):
    assert copy.copy(summary) == summary
    assert copy.deepcopy(summary) == summary
    assert copy.deepcopy(summary).at(8) == summary.at(8)


# Dictionaries


def test_to_dict_passes_json(article, summary):
    record = summary.to_dict()
    assert list(record) == KEYS
    assert json.loads(json.dumps(record)) == record
    assert record["schema"] == 1
    assert record["ruleset"] == tersely.build_info()["ruleset"]
    assert record["error"] is None
    assert record["summary"] == str(summary)
    assert record["n_words"] == summary.n_words
    assert record["coverage"] == summary.coverage
    assert (record["status"], record["language"], record["method"]) == ("ok", "en", "cover")
    assert record["flags"] == list(summary.flags)
    for x, entry in zip(summary, record["sentences"], strict=True):
        assert list(entry) == SENTENCE_KEYS
        assert entry == {key: getattr(x, key) for key in SENTENCE_KEYS}
        assert article[entry["start"] : entry["end"]] == entry["text"]


def test_offsets_of_to_dict():
    text = "🐋 swam to Ærø. The 🦀 stayed at home. Öl is oil. Nothing else happened."
    summary = tersely.summarize(text, 3)
    assert summary.to_dict() == summary.to_dict(offsets="codepoint")
    encodings = {"byte": ("utf-8", 1), "utf16": ("utf-16-le", 2)}
    for offsets, (encoding, size) in encodings.items():
        encoded = text.encode(encoding)
        for entry in summary.to_dict(offsets=offsets)["sentences"]:
            assert encoded[entry["start"] * size : entry["end"] * size].decode(encoding) == entry["text"]
    with pytest.raises(ValueError, match=r"codepoint[\s\S]*utf16[\s\S]*byte"):
        summary.to_dict(offsets="utf32")


def test_offsets_of_to_dict_from_bytes():
    text = "🐋 swam to Ærø. The 🦀 stayed at home. Öl is oil. Nothing else happened."
    from_str, from_bytes = tersely.summarize(text, 3), tersely.summarize(text.encode(), 3)
    for offsets in ("byte", "utf16", "codepoint"):
        assert from_bytes.to_dict(offsets=offsets) == from_str.to_dict(offsets=offsets)


def test_to_dict_of_an_empty_summary():
    record = tersely.summarize(" ").to_dict()
    assert list(record) == KEYS
    assert (record["summary"], record["sentences"], record["status"]) == ("", [], "empty")
    assert json.loads(json.dumps(record)) == record


# Bring your own sentences


def test_summarize_sentences():
    summary = tersely.summarize_sentences(STORY_SENTENCES, 3)
    assert [x.text for x in summary] == [STORY_SENTENCES[x.index] for x in summary]
    assert [x.text for x in summary] == [x.text for x in tersely.summarize(STORY, 3)]


def test_summarize_sentences_counts_blanks():
    sentences = ["", STORY_SENTENCES[0], None, " \n", *STORY_SENTENCES[1:]]
    summary = tersely.summarize_sentences(sentences, 3)
    assert len(summary) == 3
    assert all(sentences[x.index] == x.text for x in summary)


def test_given_sentences_are_not_split():
    sentences = ["First. Second! Third?", "No stop at all", "One more. And another one."]
    assert [x.text for x in tersely.summarize_sentences(sentences, 3)] == sentences
    assert len(tersely.summarize_sentences(sentences, 2)) == 2
    assert {x.text for x in tersely.summarize_sentences(sentences, 2)} <= set(sentences)


@pytest.mark.parametrize("nothing", [[], [""], [None, " "]], ids=repr)
def test_summarize_no_sentences(nothing):
    assert tersely.summarize_sentences(nothing).status == "empty"


def test_summarize_sentences_takes_no_text():
    with pytest.raises(TypeError, match=r"\bsummarize\b"):
        tersely.summarize_sentences(STORY)
    with pytest.raises(TypeError, match=r"\b1\b"):
        tersely.summarize_sentences(["A sentence.", 7, "Another one."])


# Summarizer


def test_a_summarizer_is_summarize_with_fixed_options(article):
    summarizer = tersely.Summarizer(words=60, method="lexrank")
    assert summarizer(article) == tersely.summarize(article, words=60, method="lexrank")
    assert tersely.Summarizer(2)(article) == tersely.summarize(article, 2)
    assert tersely.Summarizer()(article) == tersely.summarize(article)


def test_budget_title_and_language_per_call(samples):
    summarizer = tersely.Summarizer(sentences=2, position="none")
    german = samples["german"]
    assert summarizer(german, sentences=4) == tersely.summarize(german, 4, position="none")
    assert summarizer(german, 4) == summarizer(german, sentences=4)
    assert summarizer(german, title="Regen") == tersely.summarize(german, 2, position="none", title="Regen")
    assert summarizer(german, language="xx").language == "und"
    assert summarizer(german).language == "de"
    assert len(summarizer(german)) == 2
    with pytest.raises(TypeError, match="method"):
        summarizer(german, method="lead")


def test_a_summarizer_is_a_value():
    summarizer = tersely.Summarizer(words=60, stop_words=["b", "a"])
    same = tersely.Summarizer(words=60, stop_words=["b", "a"])
    assert summarizer == same
    assert hash(summarizer) == hash(same)
    assert summarizer != tersely.Summarizer(words=61)
    assert "words=60" in repr(summarizer)
    with pytest.raises(AttributeError):
        summarizer.words = 70
    loaded = pickle.loads(pickle.dumps(summarizer))
    assert loaded == summarizer
    assert hash(loaded) == hash(summarizer)
    assert loaded(STORY) == summarizer(STORY)
    assert copy.deepcopy(summarizer) == summarizer


def test_the_suggestion_is_the_knee_of_the_curve():
    # Worked by hand in tests/cpp: 7, 3 / 1.1 and 1 / 1.2 of the weight, so the first is furthest above its third.
    summary = tersely.summarize("Alpha bravo charlie delta. Echo foxtrot. Golf!", sentences=2)
    assert summary.suggest() == 1
    assert tersely.summarize(" ").suggest() == 0
