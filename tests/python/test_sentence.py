"""Sentences: how a text is split, the attributes of a sentence, and the options of splitting."""

from __future__ import annotations

import copy
import itertools
import pickle
import re

import pytest
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

FIELDS = ("text", "start", "end", "index", "kind", "paragraph", "candidate", "reason")
KINDS = {"sentence", "heading", "item", "turn", "fragment", "code"}
REASONS = {None, "heading", "code", "sparse", "repeated", "boilerplate"}


def texts(sentences):
    return [x.text for x in sentences]


# One sentence


def test_a_sentence_is_an_immutable_value():
    first, *_ = tersely.split_sentences(STORY)
    assert first.__match_args__ == (*FIELDS, "source", "source_name")
    same = tersely.Sentence(STORY_SENTENCES[0], 0, len(STORY_SENTENCES[0]), 0, "sentence", 0, True, None)
    assert (first, hash(first), repr(first)) == (same, hash(same), repr(same))
    assert eval(repr(first), {"Sentence": tersely.Sentence}) == first
    with pytest.raises(AttributeError, match="cannot be changed: text"):
        first.text = "Something else."
    with pytest.raises(AttributeError):
        del first.text
    with pytest.raises(AttributeError):
        first.note = "no room for it"


def test_a_scored_sentence_adds_score_rank_and_cut():
    first, *_ = tersely.summarize(STORY)
    assert isinstance(first, tersely.Sentence)
    assert first.__match_args__ == (*FIELDS, "score", "rank", "cut", "relevance", "source", "source_name")
    with pytest.raises(AttributeError):
        first.score = 1.0
    plain = tersely.Sentence(*(getattr(first, name) for name in FIELDS))
    assert plain != first
    assert first != plain


def test_sentences_take_part_in_pattern_matching():
    match tersely.summarize(STORY)[0]:
        case tersely.ScoredSentence(text, kind="sentence", score=score):
            assert text in STORY_SENTENCES
            assert 0 < score <= 1
        case other:
            pytest.fail(f"no match: {other!r}")


def test_sentences_are_copied_and_pickled():
    (cut,) = tersely.summarize(STORY, words=3, cut=True)
    assert cut.cut
    for sentence in (tersely.split_sentences(STORY)[1], tersely.summarize(STORY)[1], cut):
        assert copy.copy(sentence) == sentence
        assert copy.deepcopy(sentence) == sentence
        assert pickle.loads(pickle.dumps(sentence)) == sentence
        assert sentence.__replace__(index=99).index == 99


def test_str_is_the_text_as_printed(samples):
    sentences = tersely.split_sentences(samples["email"])
    wrapped = [x for x in sentences if "\n" in x.text]
    assert wrapped
    for x in sentences:
        assert str(x) == re.sub(r"\s*\n\s*", " ", x.text)


# Splitting


def test_split_sentences_gives_every_unit():
    sentences = tersely.split_sentences(STORY)
    assert texts(sentences) == STORY_SENTENCES
    assert [x.index for x in sentences] == list(range(8))
    assert tersely.split_sentences("") == tersely.split_sentences(" \n") == []


def test_units_and_spans(samples, article):
    for text in [article, *samples.values()]:
        sentences = tersely.split_sentences(text)
        assert texts(sentences) == [text[x.start : x.end] for x in sentences]
        assert [x.index for x in sentences] == list(range(len(sentences)))
        assert {x.kind for x in sentences} <= KINDS
        assert [x.paragraph for x in sentences] == sorted(x.paragraph for x in sentences)
        covered = "".join(text[a.end : b.start] for a, b in itertools.pairwise(sentences))
        assert covered.strip() == ""


@pytest.mark.parametrize(
    ("language", "sample", "count"),
    [("de", "german", 10), ("fr", "french", 10), ("ru", "russian", 10), ("zh", "chinese", 10), ("ar", "arabic", 10)],
)
def test_sentences_of_other_languages(samples, language, sample, count):
    assert len(tersely.split_sentences(samples[sample], language=language)) == count  # counted by hand
    assert len(tersely.split_sentences(samples[sample])) == count


def test_abbreviations_ordinals_and_numbers_end_no_sentence(samples):
    german = texts(tersely.split_sentences(samples["german"], language="de"))
    assert any("Dr. Hanne Vollbrecht" in text for text in german)
    assert any("z.B. die Altwerdaer" in text for text in german)
    assert any("am 3. Mai ein" in text for text in german)
    english = "Mr. Moss paid $3.50 to Dr. Lund of the U.S. Navy at 9 a.m. on Monday. She left, i.e. fled."
    assert len(tersely.split_sentences(english, language="en")) == 2


def test_kinds(article, samples):
    kinds = {x.text: x.kind for x in tersely.split_sentences(article)}
    assert kinds["NORTHERN PRESS AGENCY"] == "heading"
    assert kinds["Harrow Sound harbour at half past midnight, seen from Gull Hill"] == "heading"
    assert kinds["The bats followed the moths, and the visitors followed the stars."] == "sentence"
    turns = [x for x in tersely.split_sentences(samples["meeting"]) if x.kind == "turn"]
    lines = samples["meeting"].splitlines()
    assert len(turns) == len(lines) == 12
    assert all(line.startswith(x.text) for x, line in zip(turns, lines, strict=True))


def test_paragraphs(article):
    sentences = tersely.split_sentences(article)
    lines = article.splitlines()
    assert sentences[0].paragraph == 0
    for x in sentences:
        assert x.text in lines[x.paragraph]
    dark = [x for x in sentences if x.text.startswith(("Not everybody", "Rosalind"))]
    assert dark[0].paragraph == dark[1].paragraph


def test_candidates_and_reasons(article, samples):
    by_text = {x.text: x for x in tersely.split_sentences(article)}
    caption = by_text["Volunteers count moths in the churchyard of St Brannock"]
    assert (caption.candidate, caption.reason) == (False, "heading")
    moths = by_text["The bats followed the moths, and the visitors followed the stars."]
    assert (moths.candidate, moths.reason) == (True, None)
    repeated = tersely.split_sentences("It rained. Nobody came. It rained. The hall closed. All left.")
    assert [x.reason for x in repeated] == [None, None, "repeated", None, None]
    code = [x for x in tersely.split_sentences(samples["report"]) if x.kind == "code"]
    assert code
    assert all((x.candidate, x.reason) == (False, "code") for x in code)
    for text in [article, *samples.values()]:
        for x in tersely.split_sentences(text):
            assert x.reason in REASONS
            assert x.candidate == (x.reason is None)


def test_a_long_stretch_without_stops_is_split_into_fragments():
    speech = "so we met on monday and um we talked about the bridge for an hour and nobody wrote it down " * 15
    fragments = tersely.split_sentences(speech)
    assert {x.kind for x in fragments} == {"fragment"}
    assert all(len(x.text.split()) <= 100 for x in fragments)
    assert " ".join(texts(fragments)) == speech.strip()  # never inside a word


# Segmentation

TWO_LINES = "the council met in the old town hall on monday and\nspoke about the bridge for hours."


@pytest.mark.parametrize(("newline", "units"), [("break", 2), ("join", 1), ("blank", 1)])
def test_newline(newline, units):
    assert len(tersely.split_sentences(TWO_LINES, newline=newline)) == units
    assert len(tersely.Document(TWO_LINES, newline=newline)) == units


def test_newline_blank_ends_units_at_blank_lines():
    text = "the first part of it\n\nthe second part of it"
    assert [x.text for x in tersely.split_sentences(text, newline="blank")] == text.split("\n\n")


def test_newline_auto_joins_hard_wrapped_lines(samples):
    expected = (
        "I would like to order the second pair of stones before the end of June, because the quarry closes in July "
        "and will not cut again until October."
    )
    (wrapped,) = [x for x in tersely.split_sentences(samples["email"]) if x.text.startswith("I would like to order")]
    assert wrapped.text.count("\n") == 1
    assert str(wrapped) == expected


def test_keep_quotes():
    text = '"It moved. I saw it. It was awake," she said. They left.'
    assert len(tersely.split_sentences(text, keep_quotes=True)) == 2
    assert len(tersely.split_sentences(text)) > 2


@pytest.mark.parametrize("abbreviation", ["Obst", "Obst.", "obst"])
def test_abbreviations(abbreviation):
    text = "The report names Obst. Miller as the owner. He denies it."
    assert len(tersely.split_sentences(text, language="en")) == 3
    assert len(tersely.split_sentences(text, language="en", abbreviations=[abbreviation])) == 2
    assert len(tersely.Document(text, language="en", abbreviations=(abbreviation,))) == 2


def test_markup():
    text = "Before the block.\n\n```\nx = 1\n```\n\nAfter the block."
    assert [x.kind for x in tersely.split_sentences(text, markup="markdown")].count("code") >= 1
    assert "code" not in [x.kind for x in tersely.split_sentences(text, markup="text")]


def test_markdown_is_recognised(samples):
    kinds = {x.text: x.kind for x in tersely.split_sentences(samples["report"])}
    assert kinds["# Beavers on the River Ashel"] == "heading"
    assert [kind for text, kind in kinds.items() if re.match(r"\|", text)] == ["code"] * 5
    assert [kind for text, kind in kinds.items() if "return {2021" in text] == ["code"]
    assert [kind for text, kind in kinds.items() if "Forty poplars" in text] == ["item"]
