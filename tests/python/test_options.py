"""Every option: its effect, its values, and the messages for wrong calls."""

from __future__ import annotations

import math
import re

import pytest
from support.hostile_pages import STORY

import tersely

DISJOINT = [
    "Bakers kneaded dough at dawn.",
    "Sailors mended torn nets quietly.",
    "Teachers marked essays until midnight.",
    "Walnut harvests doubled since autumn.",
    "Doctors vaccinated forty nervous horses.",
    "Painters varnished three oak doors.",
    "Gardeners pruned roses behind walls.",
    "Clerks stamped yellow envelopes slowly.",
]
WALNUTS = 3


def indices(summary):
    return [x.index for x in summary]


def sixteen_sentences(before_last=""):
    """15 sentences of five words and one of ten, without common words: they differ only in length and position."""
    lines = [f"Kite{c} lamp{c} tree{c} bell{c} stone{c}." for c in "abcdefghijklmno"]
    return "\n".join([*lines, *filter(None, [before_last]), "Rain corn ship moon fern gold salt wolf drum leaf."])


# Unknown options


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("word_count", "words"),
        ("num_sentences", "sentences"),
        ("sentences_count", "sentences"),
        ("limit", "sentences"),
        ("n", "sentences"),
        ("k", "sentences"),
        ("top_n", "sentences"),
        ("max_tokens", "tokens"),
        ("max_length", "chars"),
        ("lang", "language"),
        ("stopwords", "stop_words"),
        ("algorithm", "method"),
        ("sentense", "sentences"),
        ("langauge", "language"),
        ("split", "iterate (over )?the summary"),
        ("scores", "iterate (over )?the summary"),
    ],
)
@pytest.mark.parametrize(
    "call",
    [tersely.summarize, lambda text, **options: tersely.Summarizer(**options)],
    ids=["summarize", "Summarizer"],
)
def test_unknown_option_names_the_nearest(call, wrong, right):
    with pytest.raises(TypeError, match=rf"\b{wrong}\b[\s\S]*\b{right}\b"):
        call(STORY, **{wrong: 3})


@pytest.mark.parametrize("wrong", ["n_jobs", "n_process", "workers"])
def test_unknown_option_of_a_batch_names_threads(wrong):
    with pytest.raises(TypeError, match=rf"\b{wrong}\b[\s\S]*\bthreads\b"):
        tersely.summarize_many([STORY], **{wrong: 2})


def test_unknown_option_of_at_and_of_a_document():
    with pytest.raises(TypeError, match=r"\bword_count\b[\s\S]*\bwords\b"):
        tersely.summarize(STORY).at(word_count=50)
    with pytest.raises(TypeError, match=r"\balgorithm\b[\s\S]*\bmethod\b"):
        tersely.Document(STORY).summarize(algorithm="lead")
    with pytest.raises(TypeError, match=r"\blang\b[\s\S]*\blanguage\b"):
        tersely.split_sentences(STORY, lang="en")


@pytest.mark.parametrize("name", ["include", "exclude"])
def test_an_option_of_a_document_is_told_where_it_belongs(name):
    with pytest.raises(TypeError, match=rf"Document\(text\)\.summarize\({name}="):
        tersely.summarize(STORY, **{name: [0]})


def test_an_option_that_resembles_nothing_is_named_too():
    with pytest.raises(TypeError, match="frobnicate"):
        tersely.summarize(STORY, frobnicate=1)


def test_only_the_number_of_sentences_is_positional():
    assert len(tersely.summarize(STORY, 2)) == 2
    with pytest.raises(TypeError):
        tersely.summarize(STORY, 2, 50)
    with pytest.raises(TypeError):
        tersely.Summarizer(2, 50)


def test_options_belong_to_their_call():
    with pytest.raises(TypeError, match="words"):
        tersely.Document(STORY, words=50)
    with pytest.raises(TypeError, match="language"):
        tersely.Document(STORY).summarize(language="de")
    with pytest.raises(TypeError, match="include"):
        tersely.summarize(STORY, include=[1])
    with pytest.raises(TypeError, match="exclude"):
        tersely.Summarizer(exclude=[1])
    with pytest.raises(TypeError, match="method"):
        tersely.summarize(STORY).at(2, method="lead")
    with pytest.raises(TypeError, match="method"):
        tersely.split_sentences(STORY, method="lead")


# Values

CHOICES = {
    "method": ("pagerank", list(tersely.methods())),
    "unmatched": ("none", ["summary", "empty"]),
    "position": ("end", ["auto", "start", "section", "none"]),
    "coherence": ("strict", ["light", "full"]),
    "order": ("rank", ["document", "score"]),
    "stem": ("porter", ["prefix", "none"]),
    "newline": ("wrap", ["auto", "break", "join", "blank"]),
    "markup": ("rst", ["auto", "text", "markdown"]),
}


@pytest.mark.parametrize("option", CHOICES)
def test_a_wrong_choice_is_told_all_right_ones(option):
    wrong, allowed = CHOICES[option]
    with pytest.raises(tersely.InvalidOption) as raised:
        tersely.summarize(STORY, **{option: wrong})
    assert raised.value.option == option
    assert raised.value.value == wrong
    message = str(raised.value)
    assert option in message
    assert wrong in message
    assert [choice for choice in allowed if choice not in message] == []


@pytest.mark.parametrize("option", CHOICES)
def test_every_right_choice_is_accepted(option):
    for choice in CHOICES[option][1]:
        assert tersely.summarize(STORY, **{option: choice})


def test_html_markup_is_reserved():
    with pytest.raises(tersely.InvalidOption, match="html"):
        tersely.summarize(STORY, markup="html")


@pytest.mark.parametrize(
    ("options", "culprit"),
    [
        ({"method": "centroid", "redundancy": -0.1}, "redundancy"),
        ({"method": "centroid", "redundancy": 1.1}, "redundancy"),
        ({"method": "centroid", "redundancy": math.nan}, "redundancy"),
        ({"method": "textrank", "damping": -0.5}, "damping"),
        ({"method": "textrank", "damping": 1.5}, "damping"),
        ({"method": "textrank", "damping": math.nan}, "damping"),
        ({"method": "lexrank", "threshold": -0.1}, "threshold"),
        ({"method": "lexrank", "threshold": math.nan}, "threshold"),
        ({"method": "textrank-overlap", "max_sentences": 0}, "max_sentences"),
        ({"method": "textrank-overlap", "max_sentences": True}, "max_sentences"),
        ({"method": "random", "seed": 1.5}, "seed"),
        ({"method": "random", "seed": "dice"}, "seed"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": -1}, "timeout"),
        ({"timeout": math.nan}, "timeout"),
        ({"max_bytes": 0}, "max_bytes"),
        ({"max_bytes": -5}, "max_bytes"),
        ({"max_bytes": True}, "max_bytes"),
    ],
)
def test_numbers_out_of_range(options, culprit):
    with pytest.raises(tersely.InvalidOption, match=culprit) as raised:
        tersely.summarize(STORY, **options)
    assert raised.value.option == culprit
    assert str(options[culprit]) in str(raised.value)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("sentences", [3]),
        ("words", {}),
        ("ratio", object()),
        ("language", 3),
        ("method", 3),
        ("title", 3),
        ("title", ["a", "b"]),
        ("position", 0),
        ("coherence", True),
        ("stop_words", "the"),
        ("stop_words", [1, 2]),
        ("stop_words", 3),
        ("abbreviations", "Obst"),
        ("abbreviations", [1]),
        ("bonus_words", "whale"),
        ("stigma_words", [1]),
        ("null_words", 3),
        ("lsa_selection", 1),
        ("lsa_selection", "topic"),
        ("timeout", "soon"),
        ("count_tokens", 3),
    ],
)
def test_wrong_types_name_the_option(option, value):
    with pytest.raises((TypeError, tersely.InvalidOption), match=option):
        tersely.summarize(STORY, **({"tokens": 50} if option == "count_tokens" else {}), **{option: value})


@pytest.mark.parametrize("option", ["cut", "keep_quotes"])
def test_switches_take_no_words(option):
    with pytest.raises((TypeError, tersely.InvalidOption), match=option):
        tersely.summarize(STORY, **{option: "yes"})


class Raising:
    """Looks like a number, but raises when it is used as one."""

    def __init__(self, error):
        self.error = error

    def __index__(self):
        raise self.error

    __float__ = __len__ = __index__


class Unspeakable:
    def __repr__(self):
        raise RuntimeError("no words")


CALLS = {
    "sentences": lambda value: tersely.summarize(STORY, sentences=value),
    "ratio": lambda value: tersely.summarize(STORY, ratio=value),
    "include": lambda value: tersely.Document(STORY).summarize(1, include=[value]),
    "count_tokens": lambda value: tersely.summarize(STORY, tokens=9, count_tokens=lambda text: value),
    "threads": lambda value: tersely.summarize_many([STORY], threads=value),
    "batch_size": lambda value: tersely.Summarizer().pipe([STORY], batch_size=value),
    "on_error": lambda value: tersely.summarize_many([STORY], on_error=value),
    "output": lambda value: tersely.summarize_column([STORY], output=value),
    "offsets": lambda value: tersely.summarize(STORY).to_dict(offsets=value),
    "language": lambda value: tersely.summarize(STORY, language=value),
}


@pytest.mark.parametrize("option", CALLS)
@pytest.mark.parametrize("value", [Raising(ValueError("no")), Unspeakable()], ids=["raising", "unspeakable"])
def test_values_whose_methods_raise_are_refused(option, value):
    with pytest.raises(tersely.InvalidOption, match=option):
        CALLS[option](value)


@pytest.mark.parametrize(
    "option", [option for option in CALLS if option != "count_tokens"]
)  # counts an array of tokens
def test_arrays_are_no_numbers_and_no_words(option):
    numpy = pytest.importorskip("numpy")
    with pytest.raises(tersely.InvalidOption, match=option):
        CALLS[option](numpy.array([1, 2]))


@pytest.mark.parametrize("option", ["sentences", "ratio", "count_tokens"])
def test_ctrl_c_in_a_method_of_a_value_is_no_wrong_value(option):
    with pytest.raises(KeyboardInterrupt):
        CALLS[option](Raising(KeyboardInterrupt()))


@pytest.mark.parametrize("option", [option for option in CALLS if option != "count_tokens"])  # counts characters
def test_messages_quote_the_beginning_of_a_value(option):
    for value in ("ü" * 1000, "ü" * 999 + "%"):
        with pytest.raises(tersely.InvalidOption) as raised:
            CALLS[option](value)
        assert raised.value.option == option
        assert "ü" * 90 in str(raised.value)
        assert "ü" * 101 not in str(raised.value)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"words": -(10**30)}, "words=-1e+30: must be a whole number"),
        ({"title": 10**30}, "title=1e+30: must be a text"),
        ({"sentences": "a\0b"}, 'sentences="a b": must be a whole number'),
    ],
)
def test_messages_show_what_was_given(options, told):
    with pytest.raises(tersely.InvalidOption, match=re.escape(told)):
        tersely.summarize(STORY, **options)


def test_a_column_of_languages_that_is_none():
    with pytest.raises(tersely.InvalidOption, match="language=3: must be one text for all rows, or a column"):
        tersely.summarize_column([STORY], language=3)


def test_options_are_checked_when_a_summarizer_is_made():
    with pytest.raises(tersely.InvalidOption, match="words"):
        tersely.Summarizer(words=0)
    with pytest.raises(tersely.InvalidOption, match="pagerank"):
        tersely.Summarizer(method="pagerank")


# Language


@pytest.mark.parametrize("name", ["de", "DE", "de-DE", "de_de", "de-Latn-AT", "German", "german", "GERMAN"])
def test_ways_to_name_a_language(samples, name):
    assert tersely.summarize(samples["german"], language=name).language == "de"


@pytest.mark.parametrize(
    ("sample", "code"),
    [
        ("german", "de"),
        ("french", "fr"),
        ("russian", "ru"),
        ("chinese", "zh"),
        ("arabic", "ar"),
        ("email", "en"),
        ("report", "en"),
    ],
)
def test_language_is_recognised(samples, sample, code):
    assert tersely.summarize(samples[sample]).language == code
    assert tersely.summarize(samples[sample], language="auto").language == code


@pytest.mark.parametrize("nonsense", ["klingon!!", "no such language", "e", "12"])
def test_nonsense_is_no_language(nonsense):
    with pytest.raises(tersely.InvalidOption) as raised:
        tersely.summarize(STORY, language=nonsense)
    assert raised.value.option == "language"
    assert nonsense in str(raised.value)


def test_a_language_without_tables_is_analysed_as_undetermined():
    summary = tersely.summarize(STORY, language="xx")
    assert summary.language == "und"
    assert "language_unknown" in summary.flags
    assert "language_unknown" not in tersely.summarize(STORY, language="en").flags


# Method


@pytest.mark.parametrize("name", ["textrank-overlap", "TextRank-Overlap", "TEXTRANK_OVERLAP", "textrank_overlap"])
def test_case_hyphen_and_underscore_of_a_method_do_not_matter(name):
    summary = tersely.summarize(STORY, method=name)
    assert summary.method == "textrank-overlap"
    assert summary == tersely.summarize(STORY, method="textrank-overlap")


def test_cover_is_the_default():
    assert tersely.summarize(STORY).method == "cover"
    assert tersely.summarize(STORY) == tersely.summarize(STORY, method="cover")


OF_METHODS = {
    "coherence": "full",
    "redundancy": 0.3,
    "damping": 0.5,
    "threshold": 0.2,
    "max_sentences": 5000,
    "seed": 7,
    "bonus_words": ("whale",),
    "stigma_words": ("whale",),
    "null_words": ("whale",),
    "query": "whale",
    "unmatched": "empty",
    "lsa_selection": "topics",
}


@pytest.mark.parametrize("method", tersely.methods())
@pytest.mark.parametrize("option", OF_METHODS)
def test_an_option_that_the_method_does_not_use_is_an_error(method, option):
    options = {option: OF_METHODS[option]}
    if option in tersely.methods()[method].options:
        assert tersely.summarize(STORY, method=method, **options).method == method
    else:
        with pytest.raises(tersely.InvalidOption, match=option) as raised:
            tersely.summarize(STORY, method=method, **options)
        assert raised.value.option == option
        assert method in str(raised.value)


def test_which_methods_use_which_options():
    used = {name: set(method.options) for name, method in tersely.methods().items()}
    assert "redundancy" not in used["cover"]
    assert "redundancy" in used["centroid"]
    assert {name for name in used if "coherence" in used[name]} == {"cover"}
    assert {name for name in used if "damping" in used[name]} == {"textrank", "textrank-overlap", "lexrank"}
    assert {name for name in used if "threshold" in used[name]} == {"lexrank"}
    assert {name for name in used if "seed" in used[name]} == {"random"}
    assert {name for name in used if "query" not in used[name]} == {"lead", "random", "sumbasic", "kl"}
    assert {name for name in used if "bonus_words" in used[name]} == {"edmundson"}
    assert "max_sentences" in used["textrank-overlap"]
    assert "max_sentences" not in used["cover"]


def test_lexrank_with_and_without_a_threshold(article_document):
    thresholded = article_document.summarize(method="lexrank")
    continuous = article_document.summarize(method="lexrank", threshold=None)
    assert list(thresholded.scores) == list(article_document.summarize(method="lexrank", threshold=0.1).scores)
    assert list(thresholded.scores) != list(continuous.scores)


def test_damping_changes_scores(article_document):
    usual = article_document.summarize(method="textrank")
    assert list(usual.scores) == list(article_document.summarize(method="textrank", damping=0.85).scores)
    assert list(usual.scores) != list(article_document.summarize(method="textrank", damping=0.5).scores)


def test_lead_takes_the_first_sentences():
    summary = tersely.summarize(STORY, 2, method="lead")
    assert indices(summary) == [0, 1]
    assert list(summary.scores) == pytest.approx([(8 - i) / 8 for i in range(8)])  # (n - i) / n


def test_random_depends_on_the_seed_only():
    picks = {seed: tuple(tersely.summarize(STORY, method="random", seed=seed).order) for seed in range(20)}
    assert len(set(picks.values())) > 5
    assert picks[0] == tuple(tersely.summarize(STORY, method="random").order)
    assert picks[7] == tuple(tersely.summarize(STORY, method="random", seed=7).order)


def test_redundancy_keeps_near_copies_out():
    copies = ["The harbour ferry carries walnut crates daily.", "The harbour ferry carries walnut crates nightly."]
    text = " ".join([*copies, "Walnut prices fell.", "The harbour froze twice.", "Nobody missed the ferry."])
    assert indices(tersely.summarize(text, 2, method="centroid")) == [0, 1]
    assert set(indices(tersely.summarize(text, 2, method="centroid", redundancy=0.8))) != {0, 1}


# Title


def test_words_of_the_title_weigh_more():
    text = " ".join(DISJOINT)
    assert indices(tersely.summarize(text, 1, title="A walnut harvest")) == [WALNUTS]
    assert indices(tersely.summarize(text, 1, title="")) != [WALNUTS]
    assert tersely.summarize(text, 1, title=None) == tersely.summarize(text, 1)


def test_a_leading_heading_is_the_title():
    text = "A walnut harvest\n" + "\n".join(DISJOINT)
    assert [x.text for x in tersely.summarize(text, 1)] == [DISJOINT[WALNUTS]]
    assert [x.text for x in tersely.summarize(text, 1, title="")] != [DISJOINT[WALNUTS]]
    assert [x.text for x in tersely.summarize(text, 1, title="Painters varnished")] == [DISJOINT[5]]


def test_the_title_is_never_chosen():
    text = " ".join(DISJOINT)
    summary = tersely.summarize(text, 7, title="  Walnut harvests\n doubled since autumn. ")
    assert WALNUTS not in indices(summary)
    assert len(summary) == 7


# Position


def test_position_from_the_start_damps_late_sentences():
    text = sixteen_sentences()
    assert indices(tersely.summarize(text, 1, position="start", language="en")) == [0]
    assert indices(tersely.summarize(text, 1, position="none", language="en")) == [15]
    assert tersely.summarize(text, 1, language="en") == tersely.summarize(text, 1, position="auto", language="en")
    assert indices(tersely.summarize(text, 1, language="en")) == [0]


def test_position_within_a_section():
    text = sixteen_sentences("Second part")
    assert [x.text[:4] for x in tersely.summarize(text, 1, position="section", language="en")] == ["Rain"]
    assert [x.text[:4] for x in tersely.summarize(text, 1, position="start", language="en")] == ["Kite"]


# Order


def test_order_of_the_sentences(article_document):
    by_place = article_document.summarize(5)
    by_score = article_document.summarize(5, order="score")
    assert indices(by_place) == sorted(indices(by_place))
    assert [x.rank for x in by_score] == sorted(x.rank for x in by_score)
    assert sorted(indices(by_score)) == indices(by_place)
    assert indices(by_score) != indices(by_place)
    assert str(by_score).startswith(str(by_score[0]))


# Words


def test_stop_words_replace_the_list_of_the_language():
    document = tersely.Document("The council met the mayor. The mayor left.", language="en", stop_words=["Council"])
    assert {word.text for word in document.words if word.is_stop} == {"council"}
    usual = tersely.Document("The council met the mayor. The mayor left.", language="en")
    assert {word.text for word in usual.words if word.is_stop} == {"The", "the"}


@pytest.mark.parametrize("make", [list, tuple, set, frozenset, iter], ids=lambda make: make.__name__)
def test_stop_words_are_any_iterable(make):
    words = ["whale", "hall", "museum"]
    assert tersely.summarize(STORY, stop_words=make(words)) == tersely.summarize(STORY, stop_words=words)


def test_stop_words_of_a_language_can_be_extended():
    words = tersely.stop_words("en") | {"whale"}
    document = tersely.Document("The whale is here. A jaw is not.", stop_words=words, language="en")
    assert [word.text for word in document.words if not word.is_stop] == ["jaw"]


def test_stem_decides_which_words_are_the_same():
    text = "Bridges fell. Bridge builders wept. Bridging costs money."
    # prefix of 6: bridge(s) | bridgi(ng); none: bridges | bridge | bridging
    assert len(tersely.Document(text, language="en").terms) == 7
    assert len(tersely.Document(text, language="en", stem="none").terms) == 8
