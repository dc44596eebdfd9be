"""Hostile texts and arguments: each gets an answer that keeps the usual invariants."""

from __future__ import annotations

import pytest
from support.checks import check_budget, check_summary, check_units, indices
from support.hostile import ARGUMENTS, TEXTS

import tersely

PATIENCE = 120  # seconds; after that the call raises SummaryTimeout
SMALL = 20_000


@pytest.fixture(params=TEXTS)
def hostile(request):
    return TEXTS[request.param]


def analyse(hostile):
    return tersely.Document(hostile.text, language=hostile.language, timeout=PATIENCE)


def test_every_text_gets_an_answer(hostile):
    document = analyse(hostile)
    check_units(hostile.text, document)
    summary = document.summarize(hostile.n, timeout=PATIENCE)
    check_summary(document, summary)
    check_budget(summary, sentences=hostile.n)
    assert summary == tersely.summarize(hostile.text, hostile.n, language=hostile.language)
    assert set(indices(summary.at(1))) <= set(indices(summary.at(2)))


def test_every_text_fits_into_lengths(hostile):
    document = analyse(hostile)
    for budget in ({"words": 50}, {"chars": 240}, {"words": 7, "cut": True}, {"chars": 30, "cut": True}):
        summary = document.summarize(**budget, timeout=PATIENCE)
        check_summary(document, summary)
        check_budget(summary, **budget)
    if hostile.text.strip() and len(str(summary)) > 30:  # not even the first word fits
        assert summary.status == "over_budget"
        ends = [word.end for word in document.words if word.unit == summary[0].index]
        assert not ends or len(hostile.text[summary[0].start : ends[0]] + "…") > 30


@pytest.mark.parametrize("method", sorted(tersely.methods()))
def test_every_method_answers_every_small_text(method):
    for hostile in TEXTS.values():
        if len(hostile.text) <= SMALL or method in ("lead", "random"):
            document = analyse(hostile)
            summary = document.summarize(hostile.n, method=method, timeout=PATIENCE)
            check_summary(document, summary)
            check_budget(summary, sentences=hostile.n)


def test_all_of_them_in_one_batch():
    several = [hostile.text for hostile in TEXTS.values()]
    batch = tersely.summarize_many(several, threads=2)
    assert batch == [tersely.summarize(text) for text in several]
    assert batch == tersely.summarize_many(several[::-1], threads=2)[::-1]


def test_no_monster_units(hostile):
    # A text without full stops is split into fragments, so that it can fit a budget of words.
    document = analyse(hostile)
    words = [0] * len(document)
    for word in document.words:
        words[word.unit] += 1
    stopless = [n for n, unit in zip(words, document, strict=True) if unit.kind == "fragment"]
    assert max(stopless, default=0) <= 100


def test_bytes_of_every_text(hostile):
    if any("\ud800" <= c <= "\udfff" for c in hostile.text):
        with pytest.raises(tersely.InvalidText):
            tersely.summarize(hostile.text.encode("utf-8", "surrogatepass"))
        return
    data = hostile.text.encode()
    from_bytes = tersely.summarize(data, hostile.n)
    assert [data[x.start : x.end].decode() for x in from_bytes] == [x.text for x in from_bytes]
    assert indices(from_bytes) == indices(tersely.summarize(hostile.text, hostile.n))


def test_white_space_and_line_ends_of_every_text(hostile):
    plain = tersely.summarize(hostile.text)
    padded = tersely.summarize(f"\n \t\n{hostile.text}\n\n ")
    assert [x.text for x in padded] == [x.text for x in plain]
    if "\r" not in hostile.text:
        changed = tersely.summarize(hostile.text.replace("\n", "\r\n"))
        assert [x.text.replace("\r\n", "\n") for x in changed] == [x.text for x in plain]


@pytest.mark.parametrize("argument", ARGUMENTS, ids=lambda argument: argument.id)
def test_arguments(argument):
    if isinstance(argument.expected, int):
        assert len(tersely.summarize(argument.text, argument.sentences)) == argument.expected
        return
    with pytest.raises(argument.expected) as raised:
        tersely.summarize(argument.text, argument.sentences)
    assert [word for word in argument.telling if word not in str(raised.value)] == []
