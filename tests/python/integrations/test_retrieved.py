"""Retrieved texts, shortened together: what the adapters of LangChain, LlamaIndex and Haystack share."""

import itertools

import pytest

import tersely
from tersely.integrations._retrieved import Extract, pack_options, shorten

FERRY = "It rained. The river took the bridge. A ferry is free."
OWL = "An owl called. Nobody was there. The wood was dark."
NONE = [None, None, None]


def test_the_choice_is_that_of_summarize_documents(article, samples):
    texts = [samples["report"], article, samples["meeting"]]
    for query, options in (("street lights", {"words": 80}), (None, {"sentences": 6}), ("bridge", {"tokens": 400})):
        counter = {"count_tokens": len} if "tokens" in options else {}
        extracts = shorten(texts, NONE, query, options | counter)
        summary = tersely.summarize_documents(texts, query=query, **options, **counter)
        for number, extract in enumerate(extracts):
            assert extract.spans == [[x.start, x.end] for x in summary if x.source == number]
        assert "\n".join(extract.text for extract in extracts if extract.spans) == str(summary)


def test_one_text_is_shortened_as_it_is_alone(article, samples):
    for text in (article, *samples.values()):
        for options in ({"words": 60}, {"words": 15, "cut": True}, {"sentences": 4, "order": "score"}):
            [extract] = shorten([text], [None], None, options)
            summary = tersely.summarize(text, **options)
            assert extract == Extract(str(summary), [[x.start, x.end] for x in summary])


def test_with_the_best_first_each_text_keeps_its_sentences(article, samples):
    texts = [article, samples["report"]]
    extracts = shorten(texts, NONE[:2], None, {"sentences": 8, "order": "score"})
    summary = tersely.summarize_documents(texts, 8, order="score")
    sources = [x.source for x in summary]
    assert len(list(itertools.groupby(sources))) > 2, "the sentences of the texts alternate"
    for number, extract in enumerate(extracts):
        assert extract.spans == [[x.start, x.end] for x in summary if x.source == number]
        assert sorted(extract.text) == sorted(" ".join(str(x) for x in summary if x.source == number))


def test_all_is_kept_if_it_fits():
    texts = [f" {FERRY}\n", "", OWL]
    assert [extract.text for extract in shorten(texts, NONE, None, {"words": 100})] == [FERRY, "", OWL]


def test_scores_decide_between_texts():
    texts = ["The ferry is free on Sunday.", "A ferry to the island is free, too.", OWL]
    for scores, best in (([0.9, 0.1, 0.5], 0), ([0.1, 0.9, 0.5], 1), ([-3.0, 0.4, 0.5], 1)):
        extracts = shorten(texts, scores, "Is the ferry free?", {"sentences": 1})
        assert [bool(extract.spans) for extract in extracts] == [number == best for number in range(3)]


@pytest.mark.parametrize("scores", [[None, 0.1, 0.2], [-1.0, -2.0, 0.0], [0.0, 0.0, 0.0], [2, 2, 2]])
def test_scores_that_say_nothing(scores):
    texts = ["The ferry is free on Sunday.", FERRY, OWL]
    assert shorten(texts, scores, "ferry", {"sentences": 2}) == shorten(texts, NONE, "ferry", {"sentences": 2})


def test_without_a_match():
    for options, n_left in (({"sentences": 2}, 2), ({"sentences": 2, "unmatched": "empty"}, 0)):
        extracts = shorten([FERRY, OWL, OWL], NONE, "zebra", options)
        assert sum(len(extract.spans) for extract in extracts) == n_left


def test_texts_that_are_missing_or_blank():
    assert shorten([], [], "ferry", {}) == []
    missing, blank, ferry = shorten([None, " \n", FERRY], NONE, "ferry", {"sentences": 1})
    assert (missing, blank, ferry.text) == (None, Extract(), "A ferry is free.")


def test_options_are_checked():
    assert pack_options("Compressor", None, {"words": 60}) == {"words": 60}
    assert pack_options("Compressor", 3, {}) == {"sentences": 3}
    with pytest.raises(TypeError, match=r"Compressor\(\) has no option 'word_count'; did you mean words"):
        pack_options("Compressor", None, {"word_count": 60})
    with pytest.raises(TypeError, match="title"):
        pack_options("Compressor", None, {"title": "A ferry"})
    with pytest.raises(tersely.InvalidOption, match="words=0"):
        pack_options("Compressor", None, {"words": 0})
    with pytest.raises(tersely.InvalidOption, match="method='lead': must take a query: cover, textrank"):
        pack_options("Compressor", None, {"method": "lead"})


def test_options_can_be_saved_as_json():
    words = ["the", "a"]
    for stop_words in (frozenset(words), (word for word in words)):
        assert pack_options("Compressor", 1, {"stop_words": stop_words}) == {"sentences": 1, "stop_words": ["a", "the"]}
