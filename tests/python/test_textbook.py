"""tersely chooses the same sentences as its textbook twin; see textbook.py."""

import math
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st
from textbook import Analysis

import tersely

TEXTS = sorted((Path(__file__).parent.parent / "data").glob("*.txt"))
METHODS = [name for name in tersely.methods() if name != "random"]  # its numbers follow no formula of a paper
OF_REDUNDANCY = [name for name in METHODS if "redundancy" in tersely.methods()[name].options]
NEAR = 1.01e-9  # the scores of classic methods are rounded to steps of 1e-9; one step off is equal

PROPERTY = settings(max_examples=120, deadline=None, derandomize=True, database=None)


def assert_same(doc, analysis=None, **options):
    """Compares every number of the summary with the twin's. Returns the twin's choice."""
    analysis = analysis or Analysis(doc)
    expected = analysis.choose(**{name: value for name, value in options.items() if name != "query"})
    for name in ("title_words", "query_keys"):
        options.pop(name, None)
    summary = doc.summarize(**options)
    assert_same_relevance(summary, analysis)
    assert summary.status == expected.status or expected.near_tie  # what is picked may fit, or have to be cut
    if not expected.near_tie:  # with budgets of length, the scores depend on the picks
        assert list(summary.scores) == pytest.approx(list(expected.scores), abs=NEAR, rel=0)
        assert tuple(summary.order) == expected.order
        assert [x.index for x in summary if x.cut] == ([] if expected.cut is None else [expected.cut])
        if expected.status != "whole_text":
            assert summary.n_words == expected.n_words
        assert summary.coverage == pytest.approx(expected.coverage, abs=1e-9)
        assert str(summary) == expected.text
    if options.get("method", "cover") == "cover" and not has_close(expected.scores):
        assert [x.rank for x in summary] == [expected.ranks[x.index] for x in summary]
    return expected


def assert_same_relevance(summary, analysis):
    """The twin has none without a query, and none if the query is unmatched."""
    if analysis.relevances is None:
        assert {x.relevance for x in summary} <= ({0} if "query_unmatched" in summary.flags else {None})
    else:
        of_unit = analysis.by_unit(analysis.relevances, 0)
        assert [x.relevance for x in summary] == pytest.approx([of_unit[x.index] for x in summary], abs=1e-12)


def has_close(scores):
    ordered = sorted(score for score in scores if score > 0)
    return any(b - a < 1e-9 for a, b in zip(ordered, ordered[1:]))


# Worked by hand

FOUR = "Storms hit Lisbon airport. Lisbon airport closed. Airport staff cleared snow. Snow melted."
# Keys (first six letters): storms hit lisbon airpor | lisbon airpor closed | airpor staff cleare snow | snow melted.
# n = 4; df: airpor 3, lisbon 2, snow 2, the others 1.
# idf = ln(5 / (df + 1)) + 1:        df 1: ln 2.5 + 1 = 1.916291   df 2: ln 1.666667 + 1 = 1.510826   df 3: 1.223144
# |a_i|: sqrt(2 * 3.672170 + 2.282594 + 1.496080) = 3.335118;  sqrt(2.282594 + 1.496080 + 3.672170) = 2.729623;
#        3.335118 (the same idfs as the first);  sqrt(2.282594 + 3.672170) = 2.440239;  mean 2.960025
# divisors .25 * 2.960025 + .75 * |a_i|:  3.241345  2.787224  3.241345  2.570185
IDF = {"airpor": 1.223144, "lisbon": 1.510826, "snow": 1.510826}  # the others 1.916291
DIVISORS = [3.241345, 2.787224, 3.241345, 2.570185]
# x_i . x_j:  12: (2.282594 + 1.496080) / (3.241345 * 2.787224) = .418256   13: 1.496080 / 3.241345^2 = .142398
#             23: 1.496080 / (2.787224 * 3.241345) = .165599   34: 2.282594 / (3.241345 * 2.570185) = .273993
# mean degree 2 * 1.000246 / 4 = .500123;  alpha = .5 / .500123 = .999754
# votes: y4 = 1;  y3 = 1 + alpha * .273993 = 1.273925;  y2 = 1 + alpha * .165599 * 1.273925 = 1.210909;
#        y1 = 1 + alpha * (.418256 * 1.210909 + .142398 * 1.273925) = 1.687706
VOTES = [1.687706, 1.210909, 1.273925, 1.0]
# evidence y^2 / (1 + p / 10):  2.848350;  1.466300 / 1.1 = 1.333000;  1.622886 / 1.2 = 1.352405;  1 / 1.3 = .769231
# concepts: airpor 2.848350 + 1.333000 + 1.352405 = 5.533755;  lisbon 2.848350 + 1.333000 = 4.181350;
#           snow 1.352405 + .769231 = 2.121636;  the pair (lisbon, airpor) 4.181350;
#           everything else occurs once: .2 * evidence = .569670, .266600, .270481, .153846 in sentence 1, 2, 3, 4
WEIGHTS = {
    "airpor": 5.533755,
    "lisbon": 4.181350,
    "snow": 2.121636,
    "storms": 0.569670,
    "closed": 0.266600,
    "staff": 0.270481,
    "melted": 0.153846,
}
# gains with the divisor sqrt(words + 10):
#   1: storms, hit, storms-hit, hit-lisbon: 4 * .569670, + 5.533755 + 2 * 4.181350 = 16.175135, / sqrt(14) = 4.322987
#   2: closed, airpor-closed: 2 * .266600, + 5.533755 + 2 * 4.181350 = 14.429655, / sqrt(13) = 4.002066
#   3: staff, cleare, 3 pairs: 5 * .270481, + 5.533755 + 2.121636 = 9.007795, / sqrt(14) = 2.407435
#   4: melted, snow-melted: 2 * .153846, + 2.121636 = 2.429328, / sqrt(12) = .701287
SCORES = [1.0, 0.925764, 0.556892, 0.162223]
# After sentence 1, the gain of 2 is .533200 / sqrt(13) = .147883, of 3 3.474040 / sqrt(14) = .928476: next is 3.
# The whole weight is 16.175135 + .533200 + 3.474040 + .307692 = 20.490068. The two cover 19.649175 of it: .958961.
COVERAGE = 0.958961


def test_four_sentences_by_hand_in_the_twin():
    analysis = Analysis(tersely.Document(FOUR, language="en"))
    idf = {term: IDF.get(term, 1.916291) for term in analysis.term_ids}
    for row, terms, divisor in zip(analysis.x, analysis.terms, DIVISORS):
        assert {t: row[analysis.term_ids[t]] for t in terms} == pytest.approx(
            {t: idf[t] / divisor for t in terms}, abs=1e-6
        )
    assert analysis.votes == pytest.approx(VOTES, abs=1e-6)
    weights = analysis.concept_weights(None, None, "start")
    assert {t: weights[analysis.term_ids[t]] for t in WEIGHTS} == pytest.approx(WEIGHTS, abs=2e-6)
    choice = analysis.choose(sentences=2)
    assert (choice.order, choice.status) == ((0, 2), "ok")
    assert choice.scores == pytest.approx(SCORES, abs=1e-6)
    assert choice.coverage == pytest.approx(COVERAGE, abs=1e-6)


def test_four_sentences_by_hand_in_tersely():
    doc = tersely.Document(FOUR, language="en")
    data, columns, limits = doc.tfidf.data, doc.tfidf.indices, doc.tfidf.indptr
    surface = [term.casefold() for term in doc.terms]
    for i, divisor in enumerate(DIVISORS):
        row = {surface[columns[k]]: data[k] for k in range(limits[i], limits[i + 1])}
        assert row == pytest.approx({t: IDF.get(t[:6], 1.916291) / divisor for t in row}, abs=1e-6)
    summary = doc.summarize(2)
    assert (tuple(summary.order), summary.status) == ((0, 2), "ok")
    assert list(summary.scores) == pytest.approx(SCORES, abs=1e-6)
    assert summary.coverage == pytest.approx(COVERAGE, abs=1e-6)
    assert [x.rank for x in summary] == [1, 3]
    assert str(summary) == "Storms hit Lisbon airport. Airport staff cleared snow."


# Small texts of any shape

VOCABULARIES = {
    "en": [
        "storm",
        "Storms",
        "stormy",
        "harbour",
        "ferry",
        "ferries",
        "captain",
        "closed",
        "the",
        "of",
        "and",
        "it's",
        "Lisbon",
        "2024",
        "A320",
        "rescued",
    ],
    "de": [
        "Sturm",
        "Stürme",
        "Hafen",
        "Fähre",
        "die",
        "und",
        "geschlossen",
        "Straße",
        "STRASSE",
        "2024",
        "Rettung",
        "Kapitän",
    ],
    "ru": ["шторм", "шторма", "порт", "паром", "и", "в", "закрыт", "капитан", "спасение", "2024"],
    "tr": ["fırtına", "liman", "İstanbul", "vapur", "ve", "kapalı", "kaptan", "IŞIK"],
    "zh": ["港口", "渡轮", "关闭", "风暴", "的", "下雪", "船长", "救援"],
    "ar": ["عاصفة", "ميناء", "عبّارة", "في", "مغلق", "قبطان", "إنقاذ"],
}
# Composed and decomposed, sharp s, ligature, final sigma, dotted I, both apostrophes, all kinds of digits, cased or not
UNUSUAL = [
    "café",
    "café",
    "CAFÉS",
    "Straße",
    "STRASSEN",
    "straßen",
    "ﬁnally",
    "finally",
    "ΟΔΟΣΣΣ",
    "οδοςςς",
    "οδοσσσ",
    "İstanbullu",
    "istanbullu",
    "O’Neills",
    "O'Neills",
    "ǰamesian",
    "J̌amesian",
    "naïvetés",
    "x²",
    "H₂Obottle",
    "ªbcdefgh",
    "Ⅳteenth",
    "აბგდევზ",
    "ᲐᲑᲒᲓᲔᲕᲖ",
    "ᎠᎡᎢᎣᎤᎥᎦ",
    "ꭰꭱꭲꭳꭴꭵꭶ",
    "٣٤٥٦٧٨٩",
    "abc٣defgh",
    "ⓐbcdefg",
    "𐐀𐐁𐐂𐐃𐐄𐐅𐐆",
    "𐐨𐐩𐐪𐐫𐐬𐐭𐐮",
    "mixedЖжжж",
    "עברית한국어",
    "ŉeuropean",
]
STOPS = {"zh": "。", "ar": "."}


@st.composite
def sentences(draw, language):
    words = draw(st.lists(st.sampled_from(VOCABULARIES[language]), min_size=1, max_size=9))
    space = "" if language == "zh" else " "
    return words[0][:1].upper() + space.join(words)[1:] + STOPS.get(language, draw(st.sampled_from(".....!?")))


@st.composite
def paragraphs(draw, language):
    shape = draw(st.sampled_from(["prose"] * 6 + ["heading", "items", "turns"]))
    lines = draw(st.lists(sentences(language), min_size=1, max_size=5))
    if shape == "heading":
        return lines[0][:-1]
    if shape == "items":
        return "\n".join("- " + line for line in lines)
    if shape == "turns":
        return "\n".join(name + ": " + line for name, line in zip(["Anna", "Bob", "Anna", "Carla", "Bob"], lines))
    return ("" if language == "zh" else " ").join(lines)


@st.composite
def documents(draw):
    language = draw(st.sampled_from(["en"] * 4 + ["de", "ru", "tr", "zh", "ar"]))
    text = "\n\n".join(draw(st.lists(paragraphs(language), min_size=1, max_size=6)))
    return tersely.Document(text, language=draw(st.sampled_from([language, language, "auto", "und"])))


BUDGETS = st.one_of(
    st.fixed_dictionaries({"sentences": st.integers(1, 8)}),
    st.fixed_dictionaries({"words": st.integers(1, 60)}),
    st.fixed_dictionaries({"chars": st.integers(1, 400)}),
    st.fixed_dictionaries({"ratio": st.floats(0.02, 1)}),
    st.fixed_dictionaries(
        {},
        optional={
            "sentences": st.integers(1, 8),
            "words": st.integers(5, 60),
            "chars": st.integers(20, 400),
            "ratio": st.floats(0.1, 1),
        },
    ),
)
TOKENS = st.fixed_dictionaries({"tokens": st.integers(1, 150), "count_tokens": st.just(len)})  # a space is a token too
LENGTHS = st.one_of(
    st.fixed_dictionaries({"words": st.integers(1, 40)}),
    st.fixed_dictionaries({"chars": st.integers(1, 250)}),
    st.fixed_dictionaries({"words": st.integers(1, 40), "chars": st.integers(1, 250)}),
    st.fixed_dictionaries({"sentences": st.integers(1, 4), "words": st.integers(1, 40)}),
    st.fixed_dictionaries({"ratio": st.floats(0.02, 1)}),
    TOKENS,
)
TITLES = st.sampled_from(
    [
        None,
        "",
        "Storms and ferries",
        "Captain rescued 2024",
        "The harbours' captaincy",
        "Die Straßen",
        "渡轮",
        "портовый",
    ]
)


def observe(choice):
    event(choice.status)
    event("near tie" if choice.near_tie else "no tie")


@PROPERTY
@given(
    documents(),
    BUDGETS,
    TITLES,
    st.sampled_from(["auto", "start", "section", "none"]),
    st.sampled_from(["document", "score"]),
)
def test_cover_equals_the_twin(doc, budget, title, position, order):
    observe(assert_same(doc, title=title, position=position, order=order, **budget))


BEGINNINGS = {
    "en": [
        "The",
        "He",
        "But",
        "However,",
        '"It',
        "It is clear that",
        "As a result,",
        "This week",
        "(They",
        "So-called",
    ],
    "de": ["Die", "Er", "Aber", "Das ist", "Das", "Es gibt", "Darüber hinaus", "Diese Woche", "»Sie"],
    "fr": ["Le", "Il", "Mais", "Il y a", "C’est pourquoi", "C'est", "Par ailleurs,", "Celui-ci", "« Elle"],
    "ru": ["Он", "Но"],
}


@st.composite
def referring_documents(draw):
    language = draw(st.sampled_from(["en", "en", "en", "de", "fr", "ru"]))
    sentence = st.tuples(
        st.sampled_from(BEGINNINGS[language]),
        st.lists(st.sampled_from(VOCABULARIES["en"]), min_size=1, max_size=8),
        st.sampled_from([". ", ". ", ". ", "! ", ".\n\n", ".\n\nHarbour\n\n"]),
    )
    parts = draw(st.lists(sentence, min_size=2, max_size=16))
    text = "".join(f"{beginning} {' '.join(words)}{end}" for beginning, words, end in parts)
    return tersely.Document(text, language=language)


@PROPERTY
@given(
    referring_documents(),
    st.one_of(BUDGETS, LENGTHS),
    st.sampled_from(["light", "full", "full"]),
    st.sampled_from(["document", "score"]),
    st.booleans(),
)
def test_coherence_equals_the_twin(doc, budget, coherence, order, cut):
    analysis = Analysis(doc)
    choice = assert_same(doc, analysis, coherence=coherence, order=order, cut=cut, **budget)
    observe(choice)
    event("differs" if choice.order != analysis.choose(order=order, cut=cut, **budget).order else "same as without")


@PROPERTY
@given(documents(), TOKENS, st.sampled_from(["document", "score"]))
def test_tokens_equal_the_twin(doc, budget, order):
    observe(assert_same(doc, order=order, **budget))


@PROPERTY
@given(documents(), LENGTHS, st.sampled_from(METHODS), st.sampled_from(["document", "score"]))
def test_a_cut_sentence_equals_the_twins(doc, budget, method, order):
    observe(assert_same(doc, cut=True, method=method, order=order, **budget))


# Three sentences of 5, 2 and 8 words without a common word, so that each concept weighs .2 / (1 + position / 10) and a
# sentence of n words has 2n - 1 of them: 9 * .2 = 1.8, 3 * .2 / 1.1 = .545, 15 * .2 / 1.2 = 2.5. All: 4.845.
# Gains by the square root of the length: .805, .386, .884; by 1: 1.8, .545, 2.5; by the length: .36, .273, .3125.
PLAIN = "Alpha bravo charlie delta echo. Foxtrot golf. Hotel india juliett kilo lima mike november oscar."


@pytest.mark.parametrize(
    "options, order, n_words, weight, divisors",
    [
        # 8 + 2 of 10 words by the root and by 1, against 5 + 2 by the length
        ({"words": 10}, (2, 1), 10, 2.5 + 0.6 / 1.1, [8**0.5, 2**0.5]),
        # 5 and 2 of 7 words, whatever the divisor; of equal choices, that by the root is taken
        ({"words": 7}, (0, 1), 7, 1.8 + 0.6 / 1.1, [5**0.5, 2**0.5]),
        # 7 words of the last sentence have 13 concepts: 2.167; by the length, 2 words of it with 3 come after the first
        ({"words": 7, "cut": True}, (0, 2), 7, 1.8 + 0.6 / 1.2, [5, 8]),
        # 4 words of the last sentence have 7 concepts: 1.167; 4 of the first by the length: 7 * .2 = 1.4
        ({"words": 4, "cut": True}, (0,), 4, 1.4, [5]),
    ],
)
def test_the_best_of_three_divisors_by_hand(options, order, n_words, weight, divisors):
    doc = tersely.Document(PLAIN, language="en")
    assert_same(doc, **options)
    summary = doc.summarize(**options)
    assert tuple(summary.order) == order
    assert summary.coverage == pytest.approx(weight / (1.8 + 0.6 / 1.1 + 2.5))
    assert [pick.divisor for pick in summary.explain().picks] == pytest.approx(divisors)
    assert summary.n_words == n_words
    assert [x.index for x in summary if x.cut] == ([order[-1]] if "cut" in options else [])


def test_a_title_weighs_by_keys_also_where_the_text_has_other_forms_of_its_words():
    doc = tersely.Document("The ferry sailed. The captain slept. Nobody reimburses anybody.", language="en")
    reimbursed = assert_same(doc, title="Reimbursed", sentences=1)
    assert reimbursed.scores != assert_same(doc, title="", sentences=1).scores


@PROPERTY
@given(documents(), st.sampled_from([m for m in METHODS if m != "cover"]), BUDGETS)
def test_classic_methods_equal_the_twin(doc, method, budget):
    observe(assert_same(doc, method=method, **budget))


@PROPERTY
@given(
    documents(),
    st.sampled_from(OF_REDUNDANCY),
    BUDGETS,
    st.sampled_from([0.25, 0.5, 0.75, 1.0]),
)
def test_marginal_relevance_equals_the_twin(doc, method, budget, redundancy):
    observe(assert_same(doc, method=method, redundancy=redundancy, **budget))


@PROPERTY
@given(documents(), st.sampled_from([0.1, 0.5, 0.85, 0.99]), st.sampled_from([None, 0.0, 0.1, 0.3]))
def test_options_of_the_classic_methods_equal_the_twin(doc, damping, threshold):
    analysis = Analysis(doc)
    assert_same(doc, analysis, method="lexrank", damping=damping, threshold=threshold)
    assert_same(doc, analysis, method="textrank", damping=damping)
    assert_same(doc, analysis, method="textrank-overlap", damping=damping)


@PROPERTY
@given(documents(), BUDGETS)
def test_topics_of_lsa_equal_the_twin(doc, budget):
    observe(assert_same(doc, method="lsa", lsa_selection="topics", **budget))


WORDS = st.lists(st.sampled_from([word for words in VOCABULARIES.values() for word in words]), max_size=4)


@PROPERTY
@given(documents(), BUDGETS, TITLES, WORDS, WORDS, WORDS)
def test_cue_words_equal_the_twin(doc, budget, title, bonus, stigma, null):
    lists = {"bonus_words": bonus, "stigma_words": stigma, "null_words": null}
    observe(assert_same(doc, method="edmundson", title=title, **lists, **budget))


@PROPERTY
@given(documents(), BUDGETS, st.sampled_from(METHODS), st.data())
def test_units_asked_for_and_refused_equal_the_twin(doc, budget, method, data):
    shuffled = data.draw(st.permutations(doc.candidates))
    wanted = data.draw(st.integers(0, 2))
    refused = data.draw(st.integers(0, max(0, len(shuffled) - wanted - 1)))
    include, exclude = shuffled[:wanted], shuffled[wanted : wanted + refused]
    observe(assert_same(doc, method=method, include=include, exclude=exclude, **budget))


@PROPERTY
@given(documents(), BUDGETS, st.data())
def test_a_unit_equal_to_the_title_is_refused_as_by_the_twin(doc, budget, data):
    title = doc[data.draw(st.sampled_from(doc.candidates))].text
    words = [(word.text, word.is_stop) for word in doc.words if doc[word.unit].text == title]
    n_same = sum(unit.text == title for unit in doc)
    observe(assert_same(doc, title=title, title_words=words[: len(words) // n_same], **budget))


@PROPERTY
@given(documents())
def test_rows_equal_the_twin(doc):
    assert_same_rows(doc)


@PROPERTY
@given(st.lists(st.lists(st.sampled_from(UNUSUAL), min_size=1, max_size=8), min_size=1, max_size=5))
def test_unusual_words_have_the_twins_keys(lines):
    text = "\n".join(" ".join(words) + "." for words in lines)
    assert_same_rows(tersely.Document(text, newline="break", language="und"))


def assert_same_rows(doc):
    analysis = Analysis(doc)
    n_rows, n_columns = doc.tfidf.shape
    dense = [[0.0] * n_columns for _ in range(n_rows)]
    for i in range(n_rows):
        for k in range(doc.tfidf.indptr[i], doc.tfidf.indptr[i + 1]):
            dense[i][doc.tfidf.indices[k]] = doc.tfidf.data[k]
    assert len(doc.terms) == n_columns == len(analysis.term_ids)
    assert dense == [pytest.approx(row, abs=1e-12) for row in analysis.x]


@PROPERTY
@given(
    st.lists(sentences("en"), min_size=1, max_size=12),
    st.sampled_from(["prefix", "none"]),
    st.lists(st.sampled_from(VOCABULARIES["en"]), max_size=4),
)
def test_stems_and_stop_words_of_the_caller_equal_the_twin(lines, stem, stop_words):
    doc = tersely.Document(" ".join(lines), language="en", stem=stem, stop_words=stop_words)
    assert_same(doc, Analysis(doc, stem), words=30)


@PROPERTY
@given(documents(), st.integers(0, 3))
def test_random_gives_every_candidate_a_rank_of_its_own(doc, seed):
    scores = doc.summarize(method="random", seed=seed).scores
    n = len(doc.candidates)
    assert sorted(scores[i] for i in doc.candidates) == pytest.approx([k / n for k in range(1, n + 1)])


# Real texts


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_real_texts_equal_the_twin(path):
    doc = tersely.Document(path.read_text(encoding="utf-8"))
    analysis = Analysis(doc)
    for method in METHODS:
        for budget in (
            {"sentences": 3},
            {"words": 60},
            {"chars": 500},
            {"ratio": 0.2},
            {"sentences": 4, "words": 80, "chars": 450},
            {"words": 1},
            {"words": 25, "cut": True},
            {"chars": 150, "cut": True},
        ):
            assert_same(doc, analysis, method=method, **budget)
    for position in ("start", "section", "none"):
        assert_same(doc, analysis, words=60, position=position)
    assert_same(doc, analysis, sentences=5, method="textrank", redundancy=0.5)
    assert_same(doc, analysis, sentences=5, method="lsa", lsa_selection="topics")


NEWS = "Harbour news today\n\nLisbon airport closed after storms hit runways everywhere. Storms hit. Snow."


@pytest.mark.parametrize(
    "options, order, status",
    [
        # words of the units: 3, 8, 2, 1
        ({"words": 11}, (1, 2, 3), "all_candidates"),
        ({"words": 11, "exclude": [0]}, (1, 2, 3), "all_candidates"),
        ({"words": 11, "include": [3]}, (1, 2, 3), "all_candidates"),
        ({"words": 10, "title": "Snow."}, (1, 2), "all_candidates"),
        ({"words": 10, "exclude": [3]}, (1, 2), "all_candidates"),
        ({"words": 9, "include": [1]}, (1, 3), "ok"),
        ({"words": 13, "include": [1, 2], "title": "Snow."}, (1, 2), "all_candidates"),
        ({"sentences": 1, "include": [1, 2]}, (1, 2), "over_budget"),
        ({"words": 14, "include": [3]}, (0, 1, 2, 3), "whole_text"),
    ],
)
def test_all_that_may_be_chosen_is_returned_where_it_fits(options, order, status):
    choice = assert_same(tersely.Document(NEWS, language="en"), **options)
    assert (tuple(sorted(choice.order)), choice.status) == (order, status)


def test_long_documents_count_positions_from_the_last_heading():
    chapters = [
        "\n\n".join(
            [
                f"Chapter number {c}",
                *(
                    f"Ferry {c * 7 % 5} met storm {(c + s) % 11} near harbour {s % 4}{c} and {c}{s}."
                    for s in range(101)
                ),
            ]
        )
        for c in range(10)
    ]
    doc = tersely.Document("\n\n".join(chapters), language="en")
    assert len(doc.candidates) > 1000
    analysis = Analysis(doc)
    by_section = assert_same(doc, analysis, sentences=3, position="section")
    assert assert_same(doc, analysis, sentences=3).scores == by_section.scores
    assert assert_same(doc, analysis, sentences=3, position="start").scores != by_section.scores


REMARKS = ["Okay.", "Um, yeah.", "The pump {a} costs {b} euros", "So the council of {a} closed bridge {b}.", "Why {a}?"]


@pytest.mark.parametrize("n_turns", [20, 60, 130])
def test_transcripts_equal_the_twin(n_turns):
    """Turns that say little count less, and picks spread."""
    lines = [
        f"{'ABC'[i % 3]}: {REMARKS[i * i % 11 % 5].format(a=f'item{i % 7}', b=i // 9)} Then point {i} of {i % 13}."
        for i in range(n_turns)
    ]
    doc = tersely.Document("\n".join(lines), language="en")
    analysis = Analysis(doc)
    assert analysis.n_turns == n_turns
    assert min(analysis.factors) == 0.5 * (0.5 if n_turns >= 50 else 0.3 * 0.75)  # a brief question
    for options in ({"sentences": 5}, {"words": 120}, {"sentences": 12, "position": "start"}, {"ratio": 0.5}):
        assert_same(doc, analysis, **options)
    assert analysis.choose(sentences=5).order != analysis.choose(sentences=5, position="start").order


def test_blank_text_equals_the_twin():
    doc = tersely.Document(" \n\t ")
    assert math.isfinite(doc.summarize().coverage)
    assert_same(doc)
