"""The compiled module is private, but a wrong call must be an error, not a crash."""

from __future__ import annotations

import pytest

import tersely
from tersely import _core

TEXT = "The ferry is full. A bridge is planned."


@pytest.fixture
def options():
    return _core.Options({})


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("abc", [0, 100]),
        ("abc", [0, 3, 4, 4]),
        ("abc", [0, 2**32 + 1]),
        ("abc", [-1, 2]),
        ("abc def", [0, 5, 4, 7]),
        ("\u00fc", [0, 2]),
        ("\u00fc".encode(), [0, 1]),  # half a character
    ],
)
def test_sentences_lie_within_their_text(options, text, bounds):
    with pytest.raises(tersely.InvalidOption, match=r"spans=\(-?\d+, \d+\) at index \d: must be"):
        _core.Document(text, bounds, options)


def test_a_begin_without_an_end_is_no_span(options):
    with pytest.raises(TypeError, match="pairs"):
        _core.Document("abc", [0], options)


def test_sentences_that_fit(options):
    bounds = [0, 3, 4, 4, 5, 8]
    assert [(unit.start, unit.end) for unit in _core.Document("abc\n\ndef", bounds, options).units()] == [
        (0, 3),
        (4, 4),
        (5, 8),
    ]


@pytest.mark.parametrize("text", [None, 5, [TEXT]])
def test_a_text_is_str_or_bytes(options, text):
    with pytest.raises(TypeError, match="str or bytes"):
        _core.Document(text, options)
    with pytest.raises(TypeError, match="str or bytes"):
        _core.convert_offsets(text, [0], "utf16")


def test_units_are_those_of_the_document(options):
    document = _core.Document(TEXT, options)
    for call in (document.summarize, document.curve):
        with pytest.raises(ValueError, match="include"):
            call(options, [5], [])
    with pytest.raises(ValueError, match="exclude"):
        _core.explain(document, options, [], [2**32 - 1])


def test_columns_are_as_long_as_the_texts(options):
    texts, short = _core.SourceRows([TEXT] * 3), _core.SourceRows(["A title"])
    for beside in ((short, None, None), (None, short, None), (None, None, short)):
        with pytest.raises(tersely.TerselyError, match="3, not 1"):
            _core.summarize_column(texts, *beside, options, True, 1, False, None)


def test_rows_are_those_of_the_column(options):
    column, _, _ = _core.summarize_column(_core.SourceRows([TEXT]), None, None, None, options, True, 1, False, None)
    assert column.value(0)["status"] == "whole_text"
    with pytest.raises(IndexError):
        column.value(1)


def test_offsets_ascend_and_have_a_unit():
    with pytest.raises(ValueError, match="ascend"):
        _core.convert_offsets(TEXT, [3, 1], "utf16")
    with pytest.raises(ValueError, match="unit"):
        _core.convert_offsets(TEXT, [1, 3], "utf8")


def test_none_is_no_object():
    with pytest.raises(TypeError):
        _core.Document.tfidf(None)
    with pytest.raises(TypeError):
        _core.Summary.scores.fget(None)
