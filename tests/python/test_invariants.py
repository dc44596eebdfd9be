"""Property tests of the invariants that hold for every text."""

from __future__ import annotations

import itertools
import pickle

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from support.checks import check_budget, check_summary, check_units, indices
from support.random_texts import PIECES, WHITE_SPACE

import tersely

METHODS = sorted(tersely.methods())
WORDS = {
    "en": "the,a,of,whale,hall,bridge,museum,bone,bones,floor,glass,visitor,opened,closed,in,188,2.5,£3,don't",
    "de": "die,der,und,Brücke,Wal,Halle,Knochen,öffnet,schließt,Straße,im,3.,Größe",
    "ru": "и,в,мост,зал,кит,кости,открыт,музей,стекло,по",
    "ar": "في,من,جسر,قاعة,حوت,متحف,عظام,زجاج",
    "zh": "鲸鱼,博物馆,开放,骨头,玻璃,的,了,桥",
    "hi": "और,में,पुल,हॉल,व्हेल,काँच",
}
STOPS = {"en": [".", "!", "?", ".", "..."], "zh": ["。", "！", "？"], "hi": ["।"], "ar": [".", "؟"]}


@st.composite
def sentences(draw):
    script = draw(st.sampled_from(sorted(WORDS)))
    words = draw(st.lists(st.sampled_from(WORDS[script].split(",")), min_size=1, max_size=14))
    line = ("" if script == "zh" else " ").join(words)
    return line[:1].upper() + line[1:] + draw(st.sampled_from(STOPS.get(script, STOPS["en"])))


@st.composite
def prose(draw):
    parts = draw(st.lists(sentences(), min_size=1, max_size=12))
    return "".join(part + draw(st.sampled_from([" ", " ", " ", "\n", "\n\n"])) for part in parts)


characters = st.text(st.characters(), max_size=80)  # all scripts, controls and lone surrogates
soup = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = st.one_of(prose(), soup, characters)
methods = st.sampled_from(METHODS)
counts = st.integers(1, 12)


def shape(summary):
    """Everything that must not depend on how a text was passed; that is all except the offsets."""
    found = [(x.text, x.index, x.score, x.rank, x.kind, x.paragraph) for x in summary]
    return found, summary.order, summary.status, summary.flags, summary.coverage, summary.language, list(summary.scores)


# 1. Units


@given(texts)
@example("\u200b")
@example("\ufeff \u202e")
@example("\x1c")
def test_units_are_verbatim_disjoint_and_complete(text):
    units = tersely.split_sentences(text)
    check_units(text, units)
    assert list(tersely.Document(text)) == units


@given(texts, st.sampled_from(["break", "join", "blank"]), st.sampled_from(["text", "markdown"]), st.booleans())
def test_units_under_all_options(text, newline, markup, keep_quotes):
    check_units(text, tersely.split_sentences(text, newline=newline, markup=markup, keep_quotes=keep_quotes))


@given(texts)
def test_spans_of_bytes(text):
    assume(not any("\ud800" <= c <= "\udfff" for c in text))
    data = text.encode()
    from_bytes = tersely.summarize(data, 3)
    assert all(data[x.start : x.end].decode() == x.text for x in from_bytes)
    assert shape(from_bytes) == shape(tersely.summarize(text, 3))


@given(texts)
def test_words_lie_inside_their_units(text):
    document = tersely.Document(text)
    end = 0
    for word in document.words:
        unit = document[word.unit]
        assert text[word.start : word.end] == word.text != ""
        assert end <= word.start
        assert unit.start <= word.start < word.end <= unit.end
        end = word.end


# 2. Summaries are parts of their documents


@given(texts, counts, methods)
def test_a_summary_is_a_part_of_its_document(text, k, method):
    document = tersely.Document(text)
    summary = document.summarize(k, method=method)
    check_summary(document, summary)
    check_budget(summary, sentences=k)
    by_score = document.summarize(k, method=method, order="score")
    assert sorted(indices(by_score)) == indices(summary)


@given(texts)
def test_the_whole_text_is_unchanged(text):
    assume(text.strip())
    units = tersely.split_sentences(text)
    summary = tersely.summarize(text, 10**6)
    assert summary.status == "whole_text"
    assert str(summary) == text[units[0].start : units[-1].end]


# 3. Budgets


@given(texts, st.integers(1, 60), methods, st.booleans())
def test_budgets_of_words(text, words, method, cut):
    document = tersely.Document(text)
    summary = document.summarize(words=words, method=method, cut=cut)
    check_summary(document, summary)
    check_budget(summary, words=words)


@given(texts, st.integers(1, 300), methods, st.booleans())
def test_budgets_of_characters(text, chars, method, cut):
    document = tersely.Document(text)
    summary = document.summarize(chars=chars, method=method, cut=cut)
    check_summary(document, summary)
    check_budget(summary, chars=chars)


@given(texts, counts, st.integers(1, 60), st.integers(1, 300))
def test_budgets_hold_together(text, k, words, chars):
    check_budget(tersely.summarize(text, k, words=words, chars=chars), sentences=k, words=words, chars=chars)


@given(texts, st.integers(1, 60), st.integers(1, 300), st.booleans(), st.sampled_from(["document", "score"]))
def test_budgets_of_tokens(text, tokens, chars, cut, order):
    options = {"tokens": tokens, "chars": chars, "count_tokens": lambda text: len(text) // 3 + text.count(" ")}
    summary = tersely.summarize(text, cut=cut, order=order, **options)
    assert bool(summary) == bool(text.strip())
    if summary.status != "over_budget":
        assert options["count_tokens"](str(summary)) <= tokens
        assert len(str(summary)) <= chars


@given(texts, st.sampled_from(["words", "chars"]), st.integers(1, 80), methods)
def test_if_something_fits_a_cut_does_not_exceed_the_budget(text, unit, size, method):
    whole, cut = (tersely.summarize(text, **{unit: size}, method=method, cut=cut) for cut in (False, True))
    assert bool(cut) == bool(text.strip())
    if whole.status != "over_budget":
        assert cut.status != "over_budget"
    if cut.status == "over_budget":  # not even the first word of any candidate fits
        document = cut.document
        assert unit == "chars" or not any(word.unit in document.candidates for word in document.words)
        assert cut == whole


@given(prose(), methods)
def test_a_cut_fills_any_larger_budget_as_well(text, method):
    document = tersely.Document(text)
    for words in range(1, min(document.n_words, 40)):
        summary = document.summarize(words=words, method=method, cut=True)
        if summary.status == "cut":
            assert summary.n_words == words


@given(texts, methods)
def test_cuts_nest(text, method):
    summary = tersely.summarize(text, 1, method=method)
    chosen = [set(indices(summary.at(k))) for k in range(1, 8)]
    assert all(small <= large for small, large in itertools.pairwise(chosen))


@given(texts, methods, st.sampled_from([{}, {"words": 9}, {"title": "The hall is open."}]), st.data())
def test_the_curve_holds_every_choice(text, method, options, data):
    candidates = tersely.Document(text).candidates
    include = data.draw(st.sets(st.sampled_from(candidates), max_size=2)) if candidates else ()
    summary = tersely.Document(text).summarize(method=method, include=include, **options)
    curve = summary._curve()
    assert len(curve.order) == len(curve.coverage) == len(set(curve.order))
    for k, coverage in enumerate(curve.coverage, 1):
        choice = summary.at(sentences=k, include=include)
        chosen = {sentence.index for sentence in choice}
        assert chosen == set(curve.order[: max(k, len(include))])
        if k >= len(include):
            assert choice.coverage == pytest.approx(coverage, abs=1e-12)
    assert min(1, len(curve.order)) <= summary.suggest() <= len(curve.order)


@given(texts, st.data())
def test_include_and_exclude(text, data):
    document = tersely.Document(text)
    assume(len(document.candidates) >= 2)
    included, excluded = data.draw(st.permutations(document.candidates))[:2]
    summary = document.summarize(2, include=[included], exclude=[excluded])
    assert included in indices(summary)
    assert excluded not in indices(summary)


# 4. The summary is never empty


@given(texts, methods)
def test_something_comes_out(text, method):
    summary = tersely.summarize(text, 1, method=method)
    assert bool(summary) == bool(text.strip()) == bool(str(summary))
    if summary and summary.status == "ok":
        assert max(summary.scores) in (0, 1)


# 5. The same text, the same summary


@given(st.lists(texts, min_size=1, max_size=6), methods)
def test_batches_and_pickles_change_nothing(several, method):
    singles = [tersely.summarize(text, 2, method=method) for text in several]
    for threads in (1, 3):
        batch = tersely.summarize_many(several, 2, method=method, threads=threads)
        assert batch == singles
        assert [shape(s) for s in pickle.loads(pickle.dumps(batch))] == [shape(s) for s in singles]


@given(texts, counts)
def test_a_new_analysis_changes_nothing(text, k):
    summary = tersely.summarize(text, k)
    assert shape(summary) == shape(tersely.Document(text).summarize(k))
    assert shape(summary) == shape(summary.at(k + 1).at(k)) == shape(summary.document.summarize(k))
    assert pickle.loads(pickle.dumps(summary)) == summary


# 6. White space at the ends, and kinds of line ends


@given(texts, st.text(WHITE_SPACE, max_size=6), st.text(WHITE_SPACE, max_size=6))
@example("The hall is open. It closes at six.", "    ", "    ")
@example("- The hall is open.\n- It closes at six.", "\t", "")
@example("+", "\t", "")
@example("x = 1\ny = 2", "    ", "")
@example("The hall is open.\n\n    x = 1\n\nIt closes at six.", "    ", "")
@example("HTTP://0", "", " \x85")
def test_white_space_at_the_ends_changes_nothing(text, before, after):
    plain, padded = tersely.summarize(text, 2), tersely.summarize(before + text + after, 2)
    assert shape(plain) == shape(padded)
    assert [x.start + len(before) for x in plain] == [x.start for x in padded]


@given(texts)
def test_the_way_lines_end_changes_nothing(text):
    assume("\r" not in text)
    plain, changed = tersely.summarize(text, 2), tersely.summarize(text.replace("\n", "\r\n"), 2)
    found = [(x.text.replace("\r\n", "\n"), *rest) for x, (_, *rest) in zip(changed, shape(changed)[0], strict=True)]
    assert (found, *shape(changed)[1:]) == shape(plain)


# 7. Ties


@pytest.mark.parametrize("method", [method for method in METHODS if method not in ("random", "edmundson")])
@given(st.integers(2, 7), st.permutations("abcdefg"))
def test_ties_go_to_the_earlier_unit(method, n, letters):
    # Equal numbers of words, no common words, no position: for each method all sentences are worth the same, except for
    # edmundson, where the first and the last are worth more.
    lines = [f"Kite{c} lamp{c} tree{c} bell{c}." for c in letters[:n]]
    options = {"position": "none"} if method == "cover" else {}
    summary = tersely.summarize(" ".join(lines), n - 1, method=method, language="en", **options)
    assert indices(summary) == list(range(n - 1)) == list(summary.order)
