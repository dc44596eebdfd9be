"""A text is a str or UTF-8 bytes. For everything else, the error suggests the right call."""

from __future__ import annotations

import gzip
import io
import math
import pathlib
import zipfile

import pytest
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

WIDE = "🐋 swam to Ærø. The 🦀 stayed at home. Öl is oil. 市议会投票。Nothing else happened."

CALLS = {
    "summarize": tersely.summarize,
    "Document": tersely.Document,
    "split_sentences": tersely.split_sentences,
    "Summarizer": tersely.Summarizer(),
}


@pytest.fixture(params=CALLS)
def call(request):
    return CALLS[request.param]


# str and bytes


def test_spans_of_a_str_are_code_points():
    for x in tersely.split_sentences(WIDE):
        assert WIDE[x.start : x.end] == x.text
    for x in tersely.summarize(WIDE, 2):
        assert WIDE[x.start : x.end] == x.text


def test_spans_of_bytes_are_bytes():
    encoded = WIDE.encode()
    from_bytes, from_str = tersely.summarize(encoded, 3), tersely.summarize(WIDE, 3)
    for x in from_bytes:
        assert encoded[x.start : x.end].decode() == x.text
    assert [x.text for x in from_bytes] == [x.text for x in from_str]
    assert isinstance(str(from_bytes), str)
    assert str(from_bytes) == str(from_str)
    assert list(from_bytes.scores) == list(from_str.scores)
    for x in tersely.split_sentences(encoded):
        assert encoded[x.start : x.end].decode() == x.text


def test_a_document_of_bytes():
    encoded = WIDE.encode()
    document = tersely.Document(encoded)
    assert document.text == encoded
    for x in [*document, *document.words]:
        assert encoded[x.start : x.end].decode() == x.text
    assert document.summarize(2) == tersely.summarize(encoded, 2)
    assert document.summarize(2).document.text == encoded


def test_subclasses_of_str():
    class Tagged(str):
        pass

    assert str(tersely.summarize(Tagged(STORY))) == str(tersely.summarize(STORY))


def test_numpy_str():
    numpy = pytest.importorskip("numpy")
    assert str(tersely.summarize(numpy.str_(STORY))) == str(tersely.summarize(STORY))


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""], ids=["mark", "none"])
def test_byte_order_mark(mark):
    encoded = mark + STORY.encode()
    summary = tersely.summarize(encoded, 3)
    assert str(summary) == str(tersely.summarize(STORY, 3))
    assert [encoded[x.start : x.end].decode() for x in summary] == [x.text for x in summary]
    marked = "\ufeff" + STORY
    assert [marked[x.start : x.end] for x in tersely.split_sentences(marked)] == STORY_SENTENCES


def test_lone_surrogates_are_returned_as_they_were():
    text = "Half an emoji \ud83d is here. The other \udc0b is there! \udcff\ud800"
    sentences = tersely.split_sentences(text)
    assert [x.text for x in sentences][:2] == ["Half an emoji \ud83d is here.", "The other \udc0b is there!"]
    assert all(text[x.start : x.end] == x.text for x in sentences)
    assert str(tersely.summarize(text, 10)) == text
    summary = tersely.summarize(STORY + " Half \ud83d whale bones of the museum.", 9)
    assert "\ud83d" in str(summary)
    assert summary.status == "whole_text"


def test_a_pair_of_surrogates_escapes_stays_two_code_points():
    text = "First \ud83d\udc0b and last. Then the end."  # for Python, two lone surrogates and not a whale
    assert [text[x.start : x.end] for x in tersely.split_sentences(text)] == text.replace(". ", ".|").split("|")


def test_nul_and_controls_are_ordinary():
    text = "A zero\x00 is here. Another\x00\x01\x7f there. The end is near."
    assert [x.text for x in tersely.split_sentences(text)] == text.replace(". ", ".|").split("|")
    assert str(tersely.summarize(text)) == text


# Bytes that are not UTF-8


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (b"\xff", 0),
        (b"The caf\xe9 is closed.", 7),
        (b"abc\x80", 3),
        (b"abc\xc3", 3),
        ("é".encode() + b"\xe2\x82 cut short", 2),
        (b"overlong \xc0\xaf", 9),
        (b"surrogate \xed\xa0\x80", 10),
        (b"too large \xf4\x90\x80\x80", 10),
    ],
)
def test_invalid_utf8(call, data, position):
    with pytest.raises(tersely.InvalidText) as raised:
        call(data)
    assert raised.value.position == position
    assert str(position) in str(raised.value)
    assert 'data.decode("latin-1")' in str(raised.value)
    assert 'errors="replace"' in str(raised.value)


def zip_file():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>" * 100)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "PDF"),
        (zip_file(), "zip|ZIP|docx"),
        (gzip.compress(STORY.encode()), "gzip"),
        (STORY.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), "UTF-16"),
    ],
    ids=["pdf", "zip", "gzip", "utf-16-le", "utf-16-be"],
)
def test_other_files_are_named(call, data, name):
    with pytest.raises(tersely.InvalidText, match=name):
        call(data)


# Other types


@pytest.mark.parametrize(
    ("thing", "telling"),
    [
        (None, r"None[\s\S]*summarize_many"),
        (math.nan, r"(nan|float)[\s\S]*summarize_many"),
        (STORY_SENTENCES, r"list[\s\S]*summarize_many"),
        (STORY_SENTENCES, r"summarize_sentences"),
        (tuple(STORY_SENTENCES), r"summarize_(many|sentences)"),
        (pathlib.Path("article.txt"), r"read_text\("),
        (io.StringIO(STORY), r"\.read\(\)"),
        (io.BytesIO(STORY.encode()), r"\.read\(\)"),
        (7, r"int"),
        ({"text": STORY}, r"dict"),
        (object(), r"object"),
    ],
    ids=["None", "nan", "list", "list-sentences", "tuple", "Path", "StringIO", "BytesIO", "int", "dict", "object"],
)
def test_things_that_are_no_text(thing, telling):
    with pytest.raises(TypeError, match=telling):
        tersely.summarize(thing)


def test_no_call_takes_a_thing_that_is_no_text(call):
    for thing in (None, math.nan, STORY_SENTENCES, pathlib.Path("x"), io.StringIO("x"), 7, object()):
        with pytest.raises(TypeError):
            call(thing)


def test_an_open_file_is_told_to_be_read(article_path):
    with article_path.open(encoding="utf-8") as file, pytest.raises(TypeError, match=r"\.read\(\)"):
        tersely.summarize(file)


def test_a_missing_text_is_an_ordinary_type_error():
    with pytest.raises(TypeError):
        tersely.summarize()


# Lifetime of the text


def test_views_outlive_the_text():
    document = tersely.Document("".join([STORY, " And so on."]))
    words, tfidf = document.words, document.tfidf
    values = list(tfidf.data)
    del document
    assert [w.text for w in words][:2] == ["The", "museum"]
    assert list(tfidf.data) == values
