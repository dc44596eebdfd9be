"""Property tests of what callers store: pickles and dictionaries are read back as they were, and damaged offsets are
refused or give sentences that match the text."""

from __future__ import annotations

import copy
import json
import pickle

from hypothesis import given, settings
from hypothesis import strategies as st
from support.hostile_pages import STORY
from support.random_texts import random_text
from support.random_values import ANYTHING, attempt

import tersely
from tersely import evaluate

texts = st.one_of(
    st.just(STORY),
    st.builds(random_text, st.randoms(use_true_random=False)),
    st.text(st.sampled_from("ab. \n🐋é\ud800"), max_size=30),
)
clean_texts = texts.map(lambda text: text.encode("utf-8", "replace").decode())
options = st.sampled_from(
    [
        {},
        {"words": 9, "cut": True},
        {"query": "whale bone", "unmatched": "empty"},
        {"method": "lexrank", "threshold": None, "order": "score"},
        {"method": "edmundson", "bonus_words": {"whale"}, "language": "en", "title": "The hall"},
        {"stop_words": ["the", "a"], "newline": "join", "ratio": "50%"},
    ]
)
DOCUMENT = tersely.Document(STORY)
UNITS = {"codepoint": "utf-32-le", "utf16": "utf-16-le", "byte": "utf-8"}
WIDTH = {"codepoint": 4, "utf16": 2, "byte": 1}


def again(value, protocol):
    return pickle.loads(pickle.dumps(value, protocol))


# Pickles and copies


@settings(max_examples=40)
@given(texts, options, st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_what_belongs_to_a_text_is_read_back(text, given, protocol):
    summary = tersely.summarize(text, **given)
    document = summary.document
    of_document = document.summarize(2, include=document.candidates[:1], seen=tersely.summarize(STORY, 1))
    units = tersely.split_sentences(text)
    phrases = document.keyphrases(3)
    for value in (summary, document, of_document, units, phrases, *summary, *units[:2], *phrases, *document.words[:2]):
        read = again(value, protocol)
        assert type(read) is type(value)
        assert read == value == copy.copy(value) == copy.deepcopy(value)
        assert hash(read) == hash(value)
        assert repr(read) == repr(value)
    read = again(of_document, protocol)
    assert read.order == of_document.order
    assert list(read.scores) == list(of_document.scores)
    assert read.at(1) == of_document.at(1)
    assert again(summary.explain(), protocol) == summary.explain()


@settings(max_examples=40)
@given(st.lists(st.one_of(texts, st.none(), st.just(STORY.encode())), max_size=3), st.integers(0, 5), st.randoms())
def test_what_belongs_to_several_texts_is_read_back(several, protocol, random):
    numbers = list(range(len(several)))
    random.shuffle(numbers)
    documents = tersely.DocumentSet(several, names=[f"text {i}" for i in numbers], dates=numbers, scores=numbers)
    summary = documents.summarize(2)
    for value in (documents, summary, *summary):
        read = again(value, protocol)
        assert (type(read), read, repr(read)) == (type(value), value, repr(value))
        assert hash(read) == hash(value)
    assert again(documents, protocol).texts == tuple(several)
    assert again(summary, protocol).at(1) == summary.at(1)


@settings(max_examples=40)
@given(st.lists(st.one_of(texts, st.none(), st.sampled_from([b"caf\xe9", b"\xff"])), max_size=3), st.integers(0, 5))
def test_what_belongs_to_a_batch_is_read_back(several, protocol):
    for made in (tersely.summarize_many, tersely.split_many):
        results = made(several, on_error="status")
        read = again(results, protocol)
        assert read == results
        assert [x and x.error for x in read] == [x and x.error for x in results]
    report = tersely.summarize_column(several, output="struct").report()
    protocol = max(2, protocol)  # a class with slots needs it
    assert again(report, protocol) == report
    assert str(again(report, protocol)) == str(report)


@settings(max_examples=40)
@given(options, st.integers(0, pickle.HIGHEST_PROTOCOL))
def test_a_summarizer_is_read_back(given, protocol):
    summarizer = tersely.Summarizer(**given)
    read = again(summarizer, protocol)
    assert read == summarizer
    assert hash(read) == hash(summarizer)
    assert eval(repr(summarizer), {"Summarizer": tersely.Summarizer}) == summarizer
    assert read(STORY) == summarizer(STORY)


# Dictionaries


def cut(text, start, end, offsets):
    encoded = text.encode(UNITS[offsets], "surrogatepass")
    return encoded[start * WIDTH[offsets] : end * WIDTH[offsets]].decode(UNITS[offsets], "surrogatepass")


@settings(max_examples=40)
@given(texts, options, st.sampled_from(sorted(UNITS)))
def test_a_dictionary_says_what_the_summary_says(text, given, offsets):
    summary = tersely.summarize(text, **given)
    read = json.loads(json.dumps(summary.to_dict(offsets=offsets), allow_nan=False))
    assert read == summary.to_dict(offsets=offsets)
    assert read["summary"] == str(summary)
    assert (read["status"], read["language"], read["method"]) == (summary.status, summary.language, summary.method)
    for sentence, x in zip(read["sentences"], summary, strict=True):
        assert cut(text, sentence["start"], sentence["end"], offsets) == sentence["text"] == x.text
        assert (sentence["index"], sentence["score"], sentence["rank"]) == (x.index, x.score, x.rank)
    told = summary.explain().to_dict()
    assert json.loads(json.dumps(told, allow_nan=False)) == told


@settings(max_examples=40)
@given(texts, st.booleans())
def test_stored_spans_give_the_sentences_again(text, as_json):
    units = tersely.split_sentences(text)
    spans = json.loads(json.dumps(units.spans.tolist())) if as_json else units.spans
    document = tersely.Document.from_spans(text, spans)
    assert [(x.text, x.start, x.end) for x in document] == [(x.text, x.start, x.end) for x in units]
    for x in document.summarize(2):
        assert text[x.start : x.end] == x.text


@st.composite
def damaged_spans(draw, spans):
    """Spans of which up to three are missing, repeated, exchanged, or hold something else."""
    spans = [list(span) for span in spans]
    for _ in range(draw(st.integers(1, 3))):
        i = draw(st.integers(0, len(spans)))
        wrong = st.one_of(ANYTHING, st.integers(-9, 999), st.sampled_from([2**31, 2**32, 2**63, -(2**63), 10**400]))
        new = draw(st.one_of(st.lists(st.one_of(st.integers(0, 99), wrong), max_size=3), ANYTHING))
        kind = draw(st.sampled_from(["remove", "insert", "exchange", "change", "shuffle"]))
        if kind == "insert" or i == len(spans):
            spans.insert(i, new)
        elif kind == "remove":
            del spans[i]
        elif kind == "exchange":
            spans[i] = new
        elif kind == "change" and isinstance(spans[i], list) and len(spans[i]) == 2:
            spans[i][draw(st.integers(0, 1))] = draw(wrong)
        else:
            spans = draw(st.permutations(spans))
    return spans


@settings(max_examples=40)
@given(st.data(), texts, st.booleans())
def test_damaged_spans_are_refused_or_match_the_text(data, text, as_bytes):
    source = text.encode("utf-8", "replace") if as_bytes else text
    spans = data.draw(damaged_spans(tersely.split_sentences(source).spans.tolist()))
    document = attempt(tersely.Document.from_spans, source, spans)
    if isinstance(document, Exception):
        check_refusal(document, "span")
        return
    assert len(document) == len(spans)
    for x, (start, end) in zip(document, spans):
        part = source[start:end]
        assert as_text(source[x.start : x.end]) == x.text
        assert x.text in as_text(part)
        assert start <= x.start <= x.end <= end or not x.text
    for x in document.summarize(2):
        assert as_text(source[x.start : x.end]) == x.text


def as_text(part):
    return part if isinstance(part, str) else part.decode()


def check_refusal(error, name):
    assert isinstance(error, TypeError | tersely.InvalidOption)
    assert getattr(error, "option", name).startswith(name)
    assert str(error).startswith(name)


damaged_indices = st.one_of(st.lists(st.one_of(st.integers(-2, 9), ANYTHING), max_size=4), ANYTHING)


@settings(max_examples=40)
@given(damaged_indices, st.sampled_from(["include", "exclude"]))
def test_damaged_indices_are_refused(stored, name):
    summary = attempt(DOCUMENT.summarize, 3, **{name: stored})
    if isinstance(summary, Exception):
        check_refusal(summary, name)
        return
    chosen = set(summary.order)
    assert chosen >= set(stored) if name == "include" else not chosen & set(stored)


@settings(max_examples=40)
@given(damaged_indices, st.one_of(damaged_indices, st.lists(damaged_indices, max_size=3)))
def test_damaged_indices_of_people_are_refused(picked, gold):
    score = attempt(evaluate.score_picks, picked, gold)
    if isinstance(score, Exception):
        check_refusal(score, score.option)
        assert score.option in ("picked", "gold")
    else:
        assert all(0 <= value <= 1 for value in score[:3])


# A row of a table that another program changed


@settings(max_examples=40)
@given(st.lists(st.one_of(st.none(), clean_texts), max_size=3))
def test_structs_lead_to_the_sentences(several):
    for text, row in zip(several, tersely.summarize_column(several, 2, output="struct")):
        if text is None:
            assert row is None
            continue
        read = json.loads(json.dumps(row, allow_nan=False))
        assert read == row
        document = tersely.Document.from_spans(text, sorted((x["start"], x["end"]) for x in read["sentences"]))
        assert [x.text for x in document] == [x.text for x in sorted(tersely.summarize(text, 2), key=lambda x: x.start)]
