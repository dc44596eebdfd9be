"""Keyphrases: agreement with the textbook, exact spans, and the interface."""

from __future__ import annotations

import copy
import math
import pickle
from pathlib import Path

import pytest
import textbook_keyphrases
from hypothesis import given, seed
from hypothesis import strategies as st
from support import hostile
from support.random_texts import random_text

import tersely

DATA = Path(__file__).resolve().parents[1] / "data"
TEXT = """The carbon tax is back. Ministers want a carbon tax on fuel, because dear fuel makes people drive less.
Critics of the Carbon Tax say that it hits the poor. A carbon tax in New Zealand, said one, failed."""
WORDS = [
    "solar",
    "Panel",
    "panels",
    "the",
    "of",
    "and",
    "proposed",
    "New",
    "12",
    "x",
    "state-of-the-art",
    "R&D",
    "cell's",
]
WORDS += ["U.S.", "J.", "&", ",", "\n\n", "\n", "l'", "'s", "网络", "的", "e\u0301", "9", "deep"]


def check_sound(text: str | bytes, phrases: tersely.Keyphrases) -> None:
    scores = [x.score for x in phrases]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    assert scores[:1] in ([], [1.0])
    for x in phrases:
        assert x.count == len(x.spans) > 0
        flat = [offset for span in x.spans for offset in span]
        assert flat == sorted(set(flat))  # ascending, disjoint and not empty
        pieces = [text[start:end] for start, end in x.spans]
        forms = [piece if isinstance(piece, str) else piece.decode() for piece in pieces]
        assert x.text == max(forms, key=forms.count)


def check_twin(text: str, language: str, n: int, max_words: int) -> None:
    document = tersely.Document(text, language=language)
    phrases = document.keyphrases(n, max_words)
    expected = textbook_keyphrases.keyphrases(document, n, max_words)
    assert [(x.text, x.spans) for x in phrases] == [(form, spans) for form, _, spans in expected]
    for x, (_, score, _) in zip(phrases, expected):
        assert math.isclose(x.score, score, rel_tol=1e-9)


@pytest.mark.parametrize(
    "name, language",
    [("article.txt", "en"), ("german.txt", "de"), ("french.txt", "fr"), ("russian.txt", "ru"), ("chinese.txt", "zh")],
)
def test_equals_the_textbook(name, language):
    check_twin((DATA / name).read_text("utf-8"), language, 15, 4)


@pytest.mark.parametrize("language", ["en", "fr", "zh"])
@seed(584)
@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(1, 5), st.booleans())
def test_equals_the_textbook_on_random_words(language, words, max_words, tight):
    check_twin(("" if tight else " ").join(words) + ".", language, 100, max_words)


@seed(585)
@given(st.builds(random_text, st.randoms(use_true_random=False)))
def test_spans_of_random_texts_are_exact(text):
    check_sound(text, tersely.keyphrases(text, 100))
    data = text.encode("utf-8", "replace")
    check_sound(data, tersely.keyphrases(data, 100))


@pytest.mark.parametrize("text", [x.text for x in hostile.TEXTS.values()], ids=[*hostile.TEXTS])
def test_hostile_texts(text):
    check_sound(text, tersely.keyphrases(text))


def test_the_best_phrase_comes_with_all_its_places():
    best = tersely.keyphrases(TEXT)[0]
    assert (best.text, best.score, best.count) == ("carbon tax", 1.0, 4)
    assert [TEXT[start:end] for start, end in best.spans] == ["carbon tax", "carbon tax", "Carbon Tax", "carbon tax"]


def test_names_keep_their_adjectives():
    assert "New Zealand" in tersely.keyphrases(TEXT).texts


@pytest.mark.parametrize("text", ["", " \n", "It was not for them."])
def test_no_keyphrases(text):
    phrases = tersely.keyphrases(text)
    assert len(phrases) == 0
    assert repr(phrases) == "Keyphrases(0 phrases)"


def test_fewer_are_the_first_of_more():
    assert tersely.keyphrases(TEXT, 2) == tersely.Keyphrases._of(tersely.keyphrases(TEXT)[:2], "en")


@pytest.mark.parametrize("n", [0, -1, 1.5, True, "many", float("nan"), [3]])
def test_wrong_n(n):
    with pytest.raises(tersely.InvalidOption, match=r"n=.*a whole number of 1 or more") as caught:
        tersely.keyphrases(TEXT, n)
    assert caught.value.option == "n"


@pytest.mark.parametrize("max_words", [0, 11, False, "long", -4])
def test_wrong_max_words(max_words):
    with pytest.raises(tersely.InvalidOption, match=r"max_words=.*a whole number from 1 to 10"):
        tersely.Document(TEXT).keyphrases(max_words=max_words)


def test_numbers_of_other_types():
    assert tersely.keyphrases(TEXT, "3") == tersely.keyphrases(TEXT, 3.0) == tersely.keyphrases(TEXT, 3)


def test_options_of_a_summary_are_unknown():
    with pytest.raises(TypeError, match="no option 'method'"):
        tersely.keyphrases(TEXT, method="lead")
    with pytest.raises(TypeError, match="no option 'n'"):
        tersely.summarize(TEXT, n=3)


def test_own_stop_words():
    assert "carbon" in tersely.keyphrases(TEXT, stop_words=["tax"]).texts


def test_is_an_immutable_sequence():
    phrases = tersely.keyphrases(TEXT, 3)
    assert [x.text for x in phrases] == phrases.texts
    assert phrases[:2] == tuple(phrases)[:2]
    assert pickle.loads(pickle.dumps(phrases)) == phrases == copy.copy(phrases)
    assert len({phrases, tersely.keyphrases(TEXT, 3)}) == 1
    with pytest.raises(AttributeError):
        phrases[0].text = "other"  # type: ignore[misc]
    match phrases[0]:
        case tersely.Keyphrase(text, score, count, spans):
            assert (text, score, count, len(spans)) == ("carbon tax", 1.0, 4, 4)


def test_repr():
    assert repr(tersely.keyphrases(TEXT, 1)) == "Keyphrases(1 phrase, 'carbon tax')"
    assert repr(tersely.keyphrases(TEXT, 4)).endswith(", …)")


def test_table_for_notebooks():
    page = tersely.keyphrases("The <b>bold</b> & brave <script> fox. A brave fox.")._repr_html_()
    assert "<script" not in page
    assert "<td" in page
    assert "no keyphrases" in tersely.keyphrases("")._repr_html_()


def test_plot():
    pytest.importorskip("matplotlib").use("Agg")
    phrases = tersely.keyphrases(TEXT, 5)
    axes = phrases.plot()
    assert [label.get_text() for label in axes.get_yticklabels()] == phrases.texts
    assert [bar.get_width() for bar in axes.patches] == [x.score for x in phrases]
    assert tersely.keyphrases("").plot().texts[0].get_text() == "The text has no keyphrases."


# Columns


def as_dicts(phrases: tersely.Keyphrases) -> list[dict[str, object]]:
    return [
        {
            "text": x.text,
            "score": x.score,
            "count": x.count,
            "spans": [{"start": start, "end": end} for start, end in x.spans],
        }
        for x in phrases
    ]


def test_column_equals_single_calls():
    texts = [TEXT, None, "", TEXT.upper(), "网络是网络。"]
    column = tersely.keyphrases_column(texts, 5, 3)
    assert column.to_list() == [None if x is None else as_dicts(tersely.keyphrases(x, 5, 3)) for x in texts]


def test_column_of_bytes_counts_bytes():
    text = "Été: la fusée Falcon."
    assert tersely.keyphrases_column([text.encode()], language="fr")[0] == as_dicts(
        tersely.keyphrases(text.encode(), language="fr")
    )


def test_column_exports_arrow():
    pyarrow = pytest.importorskip("pyarrow")
    array = pyarrow.chunked_array(tersely.keyphrases_column([TEXT, None]))
    spans = "list<item: struct<start: int64, end: int64>>"
    assert str(array.type) == f"list<item: struct<text: string, score: double, count: int64, spans: {spans}>>"
    assert array.to_pylist() == [as_dicts(tersely.keyphrases(TEXT)), None]


def test_column_with_failures():
    with pytest.warns(RuntimeWarning, match="1 of 2 rows failed"):
        column = tersely.keyphrases_column([TEXT, 3])
    assert (column.n_failed, column[1]) == (1, None)
    with pytest.raises(TypeError):
        tersely.keyphrases_column([TEXT, 3], on_error="raise")
    with pytest.raises(tersely.InvalidOption, match="max_words"):
        tersely.keyphrases_column([TEXT], max_words=0)
