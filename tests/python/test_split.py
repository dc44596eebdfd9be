"""split_sentences, split_many and split_column: splitting without analysis."""

from __future__ import annotations

import copy
import pickle
import threading
from random import Random

import pytest
from support.random_texts import random_text

import tersely

TEXT = "Dr. Smith left. It wäs 5 p.m. already.\n\nTHE END\n\n- One item.\n"
BROKEN = b"One. \xff Two."


def test_texts_and_spans_are_those_of_the_document(samples):
    for source in samples.values():
        for text in (source, source.encode()):
            sentences = tersely.split_sentences(text)
            units = tersely.Document(text).units
            assert sentences.texts == [unit.text for unit in units]
            assert sentences.spans.tolist() == [[unit.start, unit.end] for unit in units]
            assert list(sentences) == list(units)


def test_spans_are_slices_of_any_text():
    rng = Random(7)
    for _ in range(300):
        text = random_text(rng)
        sentences = tersely.split_sentences(text)
        assert [text[start:end] for start, end in sentences.spans.tolist()] == sentences.texts
        assert [sentence.text for sentence in sentences] == sentences.texts


def test_it_is_used_like_a_list():
    sentences = tersely.split_sentences(TEXT)
    assert len(sentences) == 4
    assert sentences[0].text == "Dr. Smith left."
    assert sentences[-1].kind == "item"
    assert [x.text for x in sentences[1:3]] == ["It wäs 5 p.m. already.", "THE END"]
    assert sentences == list(sentences) == tersely.split_sentences(TEXT)
    assert sentences != list(sentences)[:3]
    assert sentences != sentences.texts
    assert sentences[1] in sentences
    assert sentences.index(sentences[2]) == 2
    assert next(reversed(sentences)) == sentences[3]
    with pytest.raises(IndexError):
        sentences[4]


def test_a_blank_text_has_no_units():
    for blank in ("", " \n\t", b""):
        sentences = tersely.split_sentences(blank)
        assert sentences == []
        assert not sentences
        assert sentences.texts == []
        assert sentences.spans.shape == (0, 2)


def test_spans_are_a_read_only_table():
    spans = tersely.split_sentences(TEXT).spans
    assert (spans.shape, spans.itemsize, spans.readonly) == ((4, 2), 8, True)
    with pytest.raises(TypeError):
        spans[0, 0] = 1


def test_numpy_takes_spans_without_a_copy():
    numpy = pytest.importorskip("numpy")
    sentences = tersely.split_sentences(TEXT)
    spans = sentences.spans
    array = numpy.asarray(spans)
    assert array.shape == (4, 2)
    assert array.dtype == numpy.int64
    assert numpy.shares_memory(array, numpy.asarray(spans))
    del spans, sentences
    assert array[0].tolist() == [0, 15]


def test_it_outlives_its_options_and_is_copied_and_pickled():
    sentences = tersely.split_sentences("Bd. 3 ist da. Gut.", abbreviations=["bd"], language="de")
    for other in (pickle.loads(pickle.dumps(sentences)), copy.copy(sentences), copy.deepcopy(sentences)):
        assert other == sentences
        assert other.texts == ["Bd. 3 ist da.", "Gut."]
        assert hash(other) == hash(sentences)
    assert sentences.language == sentences.document.language == "de"


def test_it_shows_itself():
    sentences = tersely.split_sentences(TEXT)
    assert repr(sentences) == f"Sentences(4 units, language={sentences.document.language!r})"
    assert sentences._repr_html_() == sentences.document._repr_html_()


def test_arrow_without_a_copy_of_its_meaning():
    pyarrow = pytest.importorskip("pyarrow")
    sentences = tersely.split_sentences(TEXT)
    batch = pyarrow.record_batch(sentences)
    assert batch.schema.names == ["text", "start", "end", "kind", "paragraph"]
    assert batch.to_pylist() == [
        {"text": x.text, "start": x.start, "end": x.end, "kind": x.kind, "paragraph": x.paragraph} for x in sentences
    ]
    assert pyarrow.table(sentences).num_rows == 4


def test_lone_surrogates_stay_in_texts():
    text = "One \ud800 two. Three."
    sentences = tersely.split_sentences(text)
    assert sentences.texts == ["One \ud800 two.", "Three."]
    assert sentences.spans.tolist() == [[0, 10], [11, 17]]


# Many texts


def test_many_is_the_same_as_one_by_one(samples):
    given_texts = [*samples.values(), None, "", float("nan"), TEXT.encode()]
    alone = [None if t is None or t != t else tersely.split_sentences(t) for t in given_texts]
    for threads in (0, 1, 3):
        assert tersely.split_many(given_texts, threads=threads) == alone


def test_options_hold_for_each_text():
    (sentences,) = tersely.split_many(["Bd. 3 ist da. Gut."], abbreviations=["bd"], language="de")
    assert sentences.texts == ["Bd. 3 ist da.", "Gut."]
    assert [x.text for x in sentences] == sentences.texts


def test_a_text_that_cannot_be_split_names_its_row():
    with pytest.raises(tersely.InvalidText, match="row 1") as caught:
        tersely.split_many(["One.", BROKEN])
    assert (caught.value.row, caught.value.position) == (1, 5)
    good, bad = tersely.split_many(["One.", BROKEN], on_error="status")
    assert (good.texts, good.error) == (["One."], None)
    assert (bad.texts, list(bad), len(bad)) == ([], [], 0)
    assert "byte" in bad.error
    assert pickle.loads(pickle.dumps(bad)).error == bad.error
    assert bad.error in repr(bad)
    with pytest.raises(tersely.InvalidText):
        _ = bad.document


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: tersely.split_many("One text."), "one text"),
        (lambda: tersely.split_many([1]), "row 0"),
        (lambda: tersely.split_many([], on_error="skip"), "on_error"),
        (lambda: tersely.split_many([], n_jobs=2), "did you mean threads"),
        (lambda: tersely.split_sentences(None), "text must be str or bytes"),
        (lambda: tersely.split_sentences("a", words=3), "words"),
        (lambda: tersely.split_column(["a"], output="list"), "output"),
        (lambda: tersely.split_column(["a"], stem="none"), "stem"),
    ],
)
def test_mistakes_name_the_way_out(call, message):
    with pytest.raises((TypeError, tersely.InvalidOption), match=message):
        call()


def test_progress_counts_the_texts():
    calls = []
    tersely.split_many(["One. Two."] * 10, progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (10, 10)


def test_threads_share_one():
    sentences = tersely.split_sentences(TEXT * 50)
    found = []
    workers = [threading.Thread(target=lambda: found.append(list(sentences))) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(found) == 8
    assert all(units == found[0] for units in found)


# Columns


def test_a_column_becomes_a_column_of_lists():
    column = tersely.split_column(["One. Two.", None, "", "Drei."])
    assert column.to_list() == [["One.", "Two."], None, [], ["Drei."]]
    assert repr(column) == "SentenceColumn(4 rows)"


def test_structs_tell_where_and_what():
    (row,) = tersely.split_column([TEXT], output="struct")
    assert row == [
        {"text": x.text, "start": x.start, "end": x.end, "kind": x.kind, "paragraph": x.paragraph}
        for x in tersely.split_sentences(TEXT)
    ]


def test_languages_may_be_a_column():
    texts_of_two = ["Er kam am 3. Mai an. Gut.", "He came 3. Mai left."]
    column = tersely.split_column(texts_of_two, language=["de", None])
    assert column[0] == tersely.split_sentences(texts_of_two[0], language="de").texts
    assert column[1] == tersely.split_sentences(texts_of_two[1]).texts
    assert tersely.split_column(texts_of_two, language="de")[0] == column[0]


def test_a_row_that_fails_costs_no_other():
    with pytest.warns(RuntimeWarning, match="1 of 3 rows failed and are null; the first is row 1"):
        column = tersely.split_column(["One.", BROKEN, "Two."])
    assert column.to_list() == [["One."], None, ["Two."]]
    assert column.n_failed == 1
    with pytest.raises(tersely.InvalidText, match="row 1"):
        tersely.split_column(["One.", BROKEN], on_error="raise")


def test_arrow_in_and_out():
    pyarrow = pytest.importorskip("pyarrow")
    given_texts = ["Eins. Zwö.", None, "", TEXT] * 5
    for column in (pyarrow.array(given_texts), pyarrow.chunked_array([given_texts[:7], given_texts[7:]])):
        result = pyarrow.chunked_array(tersely.split_column(column))
        assert result.type == pyarrow.list_(pyarrow.string())
        assert result.to_pylist() == [None if t is None else tersely.split_sentences(t).texts for t in given_texts]
    (spans,) = tersely.split_column(pyarrow.array(["Zwö. Drei.".encode()]), output="struct")
    assert [row["start"] for row in spans] == [0, 6]  # a binary column counts bytes
