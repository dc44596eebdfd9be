"""ROUGE equals the package rouge-score in its own mode, and works in any language in the other."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tersely
from tersely import evaluate

TYPES = ("rouge1", "rouge2", "rouge3", "rougeL", "rougeLsum")
# Words with every suffix and exception of Porter's stemmer, and letters whose lower case is ASCII.
ENGLISH = """
relational conditional rationally valenci hesitanci digitizer conformabli radically differentli vileli analogousli
vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti sensitiviti sensibiliti
triplicate formative formalize electriciti electrical hopeful goodness revival allowance inference airliner
gyroscopic adjustable defensible irritant replacement adjustment dependent adoption homologou communism activate
angulariti homologous effective bowdlerize probate rate cease controll roll caresses ponies ties dies caress cats
feed agreed plastered bled motoring sing conflated troubled sized hopping tanned falling hissing fizzed failing
filing happy sky skies dying lying tying news innings outings cannings howe proceed exceed succeed enjoyed spied
died geology logi wholly hopefully yyyy sayyid 1990s b2b a1b2ed
"""
WORDS = [*ENGLISH.split(), "\u212aelvin", "\u0130stanbul", "na\u00efve", "don't", "co-operate"]

texts = st.lists(st.sampled_from([*WORDS, "\n", "the", "of", "bridge"]), max_size=40).map(" ".join) | st.text()


@pytest.fixture(scope="module")
def rouge_score():
    return pytest.importorskip("rouge_score.rouge_scorer")


def assert_equal(scores, expected):
    for name, score in scores.items():
        assert score == pytest.approx(tuple(expected[name]), abs=1e-12), name


@pytest.mark.parametrize("use_stemmer", [False, True])
def test_scores_equal_those_of_rouge_score(rouge_score, use_stemmer):
    judge = rouge_score.RougeScorer(TYPES, use_stemmer=use_stemmer)

    @given(texts, texts)
    @example("a b c\nd a", "a d\nb c a\na")
    @example("", "a")
    def check(summary, reference):
        found = evaluate.rouge(summary, reference, types=TYPES, use_stemmer=use_stemmer)
        assert_equal(found, judge.score(reference, summary))

    check()


def test_the_best_reference_is_that_of_rouge_score(rouge_score):
    judge = rouge_score.RougeScorer(TYPES)

    @given(texts, st.lists(texts, min_size=1, max_size=4))
    def check(summary, references):
        assert_equal(evaluate.rouge(summary, references, types=TYPES), judge.score_multi(references, summary))

    check()


@pytest.mark.parametrize("word", WORDS)
def test_stems_equal_those_of_rouge_score(rouge_score, word):
    from rouge_score import tokenize

    stemmer = pytest.importorskip("nltk.stem.porter").PorterStemmer()
    stem = " ".join(tokenize.tokenize(word, stemmer))

    score = evaluate.rouge(word, stem, types=["rouge1"], use_stemmer=True)["rouge1"]

    assert score == tuple(rouge_score.RougeScorer(["rouge1"], use_stemmer=True).score(stem, word)["rouge1"])


def test_the_letters_whose_lower_case_is_ascii_are_the_two_that_the_core_knows():
    found = [chr(c) for c in range(0x80, 0x110000) if any(x.isascii() and x.isalnum() for x in chr(c).lower())]

    assert found == ["\u0130", "\u212a"]


def test_the_mean_of_several_references():
    one, other = (evaluate.rouge("a b c d", reference) for reference in ("a b", "c x y z"))

    mean = evaluate.rouge("a b c d", ["a b", "c x y z"], multi="mean")

    for name, score in mean.items():
        assert score == pytest.approx([(x + y) / 2 for x, y in zip(one[name], other[name])])


def test_by_hand():
    scores = evaluate.rouge("the cat sat", "the cat sat on the mat")

    assert scores["rouge1"] == pytest.approx((1, 3 / 6, 2 / 3))
    assert scores["rouge2"] == pytest.approx((1, 2 / 5, 4 / 7))
    assert scores["rougeL"] == pytest.approx((1, 3 / 6, 2 / 3))


def test_words_of_any_language():
    assert evaluate.rouge("桥关闭了", "旧桥关闭了")["rouge1"].fmeasure == 0
    assert evaluate.rouge("桥关闭了", "旧桥关闭了", tokens="words")["rouge1"].precision == 1
    assert evaluate.rouge("ДОЖДЬ шёл", "Дождь шёл", tokens="words")["rouge2"].fmeasure == 1


def test_sentences_of_a_summary_count_as_lines(article):
    summary = tersely.summarize(article)

    assert evaluate.rouge(summary, article) == evaluate.rouge("\n".join(map(str, summary)), article)


@given(st.lists(st.tuples(texts, st.lists(texts, min_size=1, max_size=2)), max_size=6), st.integers(1, 3))
def test_many_texts_have_the_scores_of_each(rows, threads):
    summaries, references = ([row[i] for row in rows] for i in (0, 1))

    assert evaluate.rouge_many(summaries, references, threads=threads) == [
        evaluate.rouge(summary, reference) for summary, reference in rows
    ]


def test_progress():
    calls = []

    evaluate.rouge_many(["a"] * 3, ["b"] * 3, progress=lambda done, total: calls.append((done, total)))

    assert calls[-1] == (3, 3)


@pytest.mark.parametrize(
    "options, option",
    [
        ({"types": ["rouge0"]}, "types"),
        ({"types": ["rougeW"]}, "types"),
        ({"types": []}, "types"),
        ({"tokens": "characters"}, "tokens"),
        ({"multi": "min"}, "multi"),
        ({"tokens": "words", "use_stemmer": True}, "use_stemmer"),
        ({"references": []}, "references"),
    ],
)
def test_wrong_options_are_named(options, option):
    with pytest.raises(tersely.InvalidOption, match=option) as caught:
        evaluate.rouge("a", **{"references": "b", **options})

    assert caught.value.option == option


def test_wrong_types():
    with pytest.raises(TypeError, match="summary must be a str"):
        evaluate.rouge(None, "a")
    with pytest.raises(TypeError, match="references must be a str"):
        evaluate.rouge("a", [None])
    with pytest.raises(ValueError, match="2 summaries, but references for 1"):
        evaluate.rouge_many(["a", "b"], ["a"])


def test_lines_that_are_too_long_for_the_union():
    text = "a " * 70_000

    assert evaluate.rouge(text, text, types=["rougeL"])["rougeL"].fmeasure == 1
    with pytest.raises(tersely.LimitExceeded, match="rougeLsum"):
        evaluate.rouge(text, text)
