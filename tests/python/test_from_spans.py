"""Document.from_spans: the sentences of another tool, with their places in the text."""

from __future__ import annotations

import itertools
import pickle

import pytest

import tersely

TEXT = (
    "REPORT: Dr. Müller closed the old bridge 😀 for repairs [1] Engineers found cracks in the bridge [2]\n"
    "A ferry carries people across the river\n\n[page 2]  The ferry is free while the bridge is closed  "
)
SENTENCES = [
    "Dr. Müller closed the old bridge 😀 for repairs",
    "Engineers found cracks in the bridge",
    "A ferry carries people across the river",
    "The ferry is free while the bridge is closed",
]
SPANS = [(TEXT.index(x), TEXT.index(x) + len(x)) for x in SENTENCES]


@pytest.fixture
def document():
    return tersely.Document.from_spans(TEXT, SPANS, language="en")


def test_units_are_the_spans(document):
    assert document.text == TEXT
    assert [(x.start, x.end) for x in document] == SPANS
    assert [x.text for x in document] == SENTENCES
    assert all(TEXT[x.start : x.end] == x.text for x in document)
    assert document.candidates == (0, 1, 2, 3)
    assert {word.text for word in document.words} == set(" ".join(SENTENCES).replace(" 😀", "").split()) - {"Dr."} | {
        "Dr"
    }


def test_a_line_break_begins_a_paragraph(document):
    assert [x.paragraph for x in document] == [0, 0, 1, 2]


def test_the_choice_is_that_of_the_same_sentences(document):
    given = tersely.Document.from_sentences(SENTENCES, language="en")
    for method in set(tersely.methods()) - {"edmundson"}:  # which reads paragraphs
        assert document.summarize(2, method=method).order == given.summarize(2, method=method).order
    assert [x.text for x in document.keyphrases()] == [x.text for x in given.keyphrases()]
    assert document.summarize(2, query="ferry").order == given.summarize(2, query="ferry").order


def test_a_summary_has_places_in_the_text(document):
    summary = document.summarize(words=20)
    assert all(TEXT[x.start : x.end] == x.text for x in summary)
    assert summary.text == " ".join(x.text for x in summary)
    for phrase in document.keyphrases():
        assert all(TEXT[start:end].casefold() == phrase.text.casefold() for start, end in phrase.spans)
    cut = document.summarize(words=5, cut=True)[0]
    assert TEXT[cut.start : cut.end] == cut.text
    for position in ("auto", "start", "section", "none"):
        assert len(document.summarize(2, position=position)) == 2


def test_text_between_the_spans_is_never_printed(document):
    whole = document.summarize(ratio=1)
    assert whole.status == "whole_text"
    assert str(whole) == " ".join(SENTENCES)


def test_everything_else_works(document):
    summary = document.summarize(2, include=[3], exclude=[0])
    explanation = summary.explain()
    assert [pick.sentence.index for pick in explanation.picks] == list(summary.order)
    assert explanation.unit(0).reason == "excluded"
    assert summary.at(1, include=[3]).order == (3,)
    assert "[page 2]" in summary.to_html()
    assert "Müller" in document._repr_html_()
    assert 1 <= summary.suggest() <= 4
    utf16 = summary.to_dict(offsets="utf16")["sentences"]
    encoded = TEXT.encode("utf-16-le")
    assert [encoded[2 * x["start"] : 2 * x["end"]].decode("utf-16-le") for x in utf16] == [x["text"] for x in utf16]


def test_documents_and_summaries_are_pickled_and_compared(document):
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert hash(again) == hash(document)
    assert list(again) == list(document)
    assert again != tersely.Document(TEXT, language="en")
    assert again != tersely.Document.from_spans(TEXT, SPANS[:3], language="en")
    assert again != tersely.Document.from_spans(TEXT, SPANS)
    summary = document.summarize(2)
    loaded = pickle.loads(pickle.dumps(summary))
    assert loaded == summary
    assert loaded.document == document
    assert loaded.at(3) == summary.at(3)
    assert loaded.explain() == summary.explain()


def test_spans_of_bytes_count_bytes(document):
    data = TEXT.encode()
    spans = [(len(TEXT[:start].encode()), len(TEXT[:end].encode())) for start, end in SPANS]
    of_bytes = tersely.Document.from_spans(data, spans, language="en")
    assert [(x.start, x.end) for x in of_bytes] == spans
    assert all(data[x.start : x.end].decode() == x.text for x in of_bytes)
    assert of_bytes.summarize(2).order == document.summarize(2).order


def test_white_space_at_the_ends_is_left_out_and_blank_spans_keep_their_place():
    document = tersely.Document.from_spans(
        "  A ferry sails. \n\n  A bridge rusts.", [(0, 18), (18, 20), (20, 20), (20, 36)]
    )
    assert [x.text for x in document] == ["A ferry sails.", "", "", "A bridge rusts."]
    assert [(x.start, x.end) for x in document][::3] == [(2, 16), (21, 36)]
    assert [x.reason for x in document] == [None, "blank", "blank", None]


def test_every_split_of_our_own_can_be_given_back(samples):
    for text in samples.values():
        units = tersely.split_sentences(text)
        document = tersely.Document.from_spans(text, units.spans)
        assert [x.text for x in document] == units.texts
        assert document.summarize(3).status in ("ok", "whole_text", "all_candidates")


@pytest.mark.parametrize("nothing", [[], (), iter(())])
def test_no_spans(nothing):
    document = tersely.Document.from_spans(TEXT, nothing)
    assert len(document) == 0
    assert document.summarize().status == "empty"
    assert len(document.keyphrases()) == 0


def test_lone_surrogates():
    text = "A ferry \ud800 sails. A bridge rusts."
    document = tersely.Document.from_spans(text, [(0, 16), (17, 32)])
    assert [x.text for x in document] == ["A ferry \ud800 sails.", "A bridge rusts."]


def test_all_kinds_of_pairs(document):
    assert tersely.Document.from_spans(TEXT, iter(SPANS), language="en") == document
    assert tersely.Document.from_spans(TEXT, tuple(map(list, SPANS)), language="en") == document
    assert tersely.Document.from_spans(TEXT, (pair for pair in SPANS), language="en") == document


@pytest.mark.parametrize("kind", ["int64", "int32", "uint32", "uint16"])
def test_arrays_of_two_columns(document, kind):
    numpy = pytest.importorskip("numpy")
    assert tersely.Document.from_spans(TEXT, numpy.array(SPANS, kind), language="en") == document
    assert tersely.Document.from_spans(TEXT, list(numpy.array(SPANS, kind)), language="en") == document


def bad(index, start, end):
    return [*SPANS[:index], (start, end), *SPANS[index + 1 :]]


@pytest.mark.parametrize(
    ("spans", "told"),
    [
        (
            bad(1, SPANS[0][1] - 1, SPANS[1][1]),
            rf"at index 1: must be at {SPANS[0][1]} or later, where the span before",
        ),
        (list(reversed(SPANS)), r"at index 1: must be at"),
        (bad(3, SPANS[3][0], len(TEXT) + 1), rf"at index 3: must be inside the text, which ends at {len(TEXT)}"),
        (bad(0, -1, 5), r"\(-1, 5\) at index 0: must be inside the text"),
        (bad(2, SPANS[2][1], SPANS[2][0]), r"at index 2: must be a start and an end that is not before it"),
        (bad(2, 10**30, 10**31), r"at index 2: must be inside the text"),
        (bad(2, -(10**30), 5), r"at index 2: must be inside the text"),
    ],
)
def test_errors_name_the_first_bad_span(spans, told):
    with pytest.raises(tersely.InvalidOption, match=told) as raised:
        tersely.Document.from_spans(TEXT, spans)
    assert raised.value.option == "spans"


def test_a_span_of_bytes_does_not_cut_a_character():
    with pytest.raises(tersely.InvalidOption, match=r"\(0, 1\) at index 0: must be made of whole characters"):
        tersely.Document.from_spans("ü".encode(), [(0, 1)])


@pytest.mark.parametrize("wrong", [5, None, "0 5", {0: 5}, {(0, 5)}])
def test_what_is_no_sequence_of_spans(wrong):
    with pytest.raises(TypeError, match=r"spans must be a sequence of pairs \(start, end\)"):
        tersely.Document.from_spans(TEXT, wrong)


@pytest.mark.parametrize("wrong", [5, None, "05", (1,), (1, 2, 3), (1.0, 2.0), (True, 2), ("1", "2"), (0, None)])
def test_what_is_no_span(wrong):
    with pytest.raises(TypeError, match=r"span 1: must be a pair of whole numbers \(start, end\)"):
        tersely.Document.from_spans(TEXT, [(0, 1), wrong])


def test_arrays_of_other_shapes_and_types_are_no_spans():
    numpy = pytest.importorskip("numpy")
    for wrong in (numpy.zeros((2, 3), int), numpy.zeros(4, int), numpy.zeros((2, 2))):
        with pytest.raises(TypeError, match=r"span 0: must be a pair"):
            tersely.Document.from_spans(TEXT, wrong)


def test_options_and_texts_are_checked():
    with pytest.raises(TypeError, match="words"):
        tersely.Document.from_spans(TEXT, SPANS, words=5)
    with pytest.raises(TypeError, match="str or bytes"):
        tersely.Document.from_spans(None, SPANS)
    with pytest.raises(tersely.InvalidText):
        tersely.Document.from_spans(b"A ferry \xff sails.", [(0, 5)])
    with pytest.raises(tersely.LimitExceeded):
        tersely.Document.from_spans(TEXT, SPANS, max_bytes=10)


def test_many_spans_of_a_long_text():
    sentence = "A ferry number %d sails to harbour %d. "
    parts = [sentence % (i, i % 7) for i in range(2000)]
    ends = list(itertools.accumulate(map(len, parts)))
    document = tersely.Document.from_spans("".join(parts), zip([0, *ends], ends, strict=False))
    assert len(document) == 2000
    assert [x.text for x in document] == [part.strip() for part in parts]
