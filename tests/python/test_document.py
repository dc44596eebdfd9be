"""Document: one analysis for several summaries and methods, and its words, terms and matrix."""

from __future__ import annotations

import itertools
import math
import pickle
import sys
from collections import Counter
from collections.abc import Sequence

import pytest
from support.hostile_pages import STORY, STORY_SENTENCES

import tersely

SMALL = "Storms hit the airport. The airport closed. Staff cleared snow. Snow melted at the airport."


def test_a_document_is_the_sequence_of_its_units(article, article_document):
    assert isinstance(article_document, Sequence)
    assert list(article_document) == tersely.split_sentences(article)
    assert article_document.units == tuple(article_document)
    assert len(article_document) == len(article_document.units)
    assert article_document[0].text == article.splitlines()[0]
    assert article_document[-1] == article_document[len(article_document) - 1]
    with pytest.raises(IndexError):
        article_document[len(article_document)]
    assert bool(tersely.Document("")) is False
    assert len(tersely.Document(" \n")) == 0


def test_what_a_document_knows(article, article_document):
    assert article_document.text == article
    assert article_document.language == "en"
    assert article_document.flags == ()
    assert article_document.n_words == len(article_document.words)


def test_candidates(article_document):
    assert isinstance(article_document.candidates, tuple)
    assert list(article_document.candidates) == [x.index for x in article_document if x.candidate]


def test_words(article, article_document):
    words = article_document.words
    assert isinstance(words, tuple)
    assert all(article[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    for w in words:
        unit = article_document[w.unit]
        assert unit.start <= w.start < w.end <= unit.end
    assert [w.text for w in words if w.unit == 1] == ["NORTHERN", "PRESS", "AGENCY"]
    stop = tersely.stop_words("en")
    assert {w.text.lower() for w in words if w.is_stop} <= stop
    assert not {w.text.lower() for w in words if not w.is_stop} & stop


def test_labels_of_turns_are_no_words(samples):
    document = tersely.Document(samples["meeting"])
    assert not {"Ines", "Tomas", "Gwen"} & {w.text for w in document.words}
    assert {w.unit for w in document.words} == set(range(len(document)))


def test_terms_are_words_of_the_text(article, article_document):
    terms = article_document.terms
    assert len(terms) == len(set(terms)) > 50
    words = {w.text for w in article_document.words if not w.is_stop}
    assert set(terms) <= words | {word.lower() for word in words}


def test_numbers_of_dates_are_no_terms_where_their_counter_is_another_word():
    document = tersely.Document("会議は12月2日に開かれた。議員12人のうち2人が2021年の案に反対した。", language="ja")
    assert "2021" in document.terms
    assert not {"2", "12"} & set(document.terms)


def test_a_term_is_the_most_frequent_form_of_its_key():
    document = tersely.Document("A bridge fell. Two bridges held. Old bridges rust.", language="en")
    assert "bridges" in document.terms
    assert "bridge" not in document.terms


def test_tfidf_by_the_formula():
    document = tersely.Document(SMALL, language="en")
    assert list(document.candidates) == [0, 1, 2, 3]
    rows = [Counter(), Counter(), Counter(), Counter()]
    for w in document.words:
        if not w.is_stop:
            rows[w.unit][w.text.lower()[:6]] += 1
    df = Counter(term for row in rows for term in row)
    weighted = [{t: tf * (math.log((4 + 1) / (df[t] + 1)) + 1) for t, tf in row.items()} for row in rows]
    lengths = [math.sqrt(sum(a * a for a in row.values())) for row in weighted]
    divisors = [0.25 * sum(lengths) / 4 + 0.75 * length for length in lengths]
    matrix = document.tfidf
    assert matrix.shape == (4, len(document.terms)) == (4, len(df))
    for i, row in enumerate(weighted):
        start, end = matrix.indptr[i], matrix.indptr[i + 1]
        columns = list(matrix.indices[start:end])
        assert columns == sorted(set(columns))
        found = {document.terms[t][:6].lower(): x for t, x in zip(columns, matrix.data[start:end], strict=True)}
        assert found == pytest.approx({t: a / divisors[i] for t, a in row.items()}, rel=1e-12)


def test_tfidf_is_made_of_read_only_views(article_document):
    matrix = article_document.tfidf
    for view in map(memoryview, (matrix.data, matrix.indices, matrix.indptr)):
        assert view.readonly
        assert view.ndim == 1
        with pytest.raises(TypeError):
            view[0] = 0
    assert memoryview(matrix.data).format == "d"
    rows, columns = matrix.shape
    assert rows == len(article_document.candidates)
    assert columns == len(article_document.terms)
    assert len(matrix.indptr) == rows + 1
    assert matrix.indptr[0] == 0
    assert matrix.indptr[-1] == len(matrix.data) == len(matrix.indices)
    assert all(0 <= t < columns for t in matrix.indices)


def test_tfidf_shares_memory_with_numpy(article_document):
    numpy = pytest.importorskip("numpy")
    matrix = article_document.tfidf
    for view in (matrix.data, matrix.indices, matrix.indptr):
        array = numpy.asarray(view)
        assert not array.flags.writeable
        assert numpy.shares_memory(array, numpy.asarray(view))
        assert array.tolist() == list(view)
    assert numpy.asarray(matrix.data).dtype == numpy.float64


def test_tfidf_as_a_scipy_array_shares_its_memory(article_document):
    numpy, sparse = pytest.importorskip("numpy"), pytest.importorskip("scipy.sparse")
    matrix = article_document.tfidf
    array = matrix.to_scipy()
    assert isinstance(array, sparse.csr_array)
    assert array.shape == matrix.shape
    for name in ("data", "indices", "indptr"):
        part = getattr(array, name)
        assert numpy.shares_memory(part, numpy.asarray(getattr(matrix, name)))
        assert not part.flags.writeable
        assert part.tolist() == list(getattr(matrix, name))


def test_tfidf_as_a_scipy_array_can_be_reckoned_with():
    numpy, linalg = pytest.importorskip("numpy"), pytest.importorskip("scipy.sparse.linalg")
    array = tersely.Document(SMALL, language="en").tfidf.to_scipy()
    dense = array.toarray()
    assert (dense != 0).sum() == array.nnz == len(array.data)
    assert numpy.allclose((array @ array.T).toarray(), dense @ dense.T)
    assert numpy.allclose(linalg.norm(array, axis=1), numpy.linalg.norm(dense, axis=1))
    assert numpy.array_equal(array[1:3, ::2].toarray(), dense[1:3, ::2])
    assert numpy.array_equal(array.tocsc().sum(axis=0), dense.sum(axis=0))
    assert array.has_sorted_indices
    assert array.has_canonical_format
    assert numpy.array_equal((array * 2).toarray(), dense * 2)


def test_tfidf_of_a_blank_text_as_a_scipy_array():
    pytest.importorskip("scipy")
    assert tersely.Document(" ").tfidf.to_scipy().shape == (0, 0)


def test_a_scipy_array_outlives_its_document():
    pytest.importorskip("scipy")
    array = tersely.Document(SMALL).tfidf.to_scipy()
    assert array.toarray().tolist() == tersely.Document(SMALL).tfidf.to_scipy().toarray().tolist()


def test_without_scipy_the_message_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy.sparse", None)
    with pytest.raises(ImportError, match="pip install 'tersely\\[scipy\\]'"):
        tersely.Document(SMALL).tfidf.to_scipy()


def test_an_empty_document():
    document = tersely.Document("")
    assert list(document) == []
    assert document.words == ()
    assert document.candidates == ()
    assert len(document.terms) == 0
    assert document.tfidf.shape == (0, 0)
    assert document.n_words == 0
    assert document.summarize().status == "empty"


def test_several_cuts_and_methods_of_one_analysis(article, article_document):
    for options in ({"words": 50}, {"sentences": 4}, {"method": "lexrank"}, {"method": "lead", "chars": 400}):
        assert article_document.summarize(**options) == tersely.summarize(article, **options)
    assert article_document.summarize(4) == article_document.summarize(sentences=4)


def test_a_document_takes_analysis_options():
    document = tersely.Document(STORY, language="en", newline="break", stem="none", stop_words=["the"], markup="text")
    options = {"newline": "break", "stem": "none", "stop_words": ["the"], "markup": "text"}
    assert document.summarize(2) == tersely.summarize(STORY, 2, language="en", **options)


def test_documents_are_immutable(article_document):
    with pytest.raises(AttributeError):
        article_document.language = "de"
    with pytest.raises(TypeError):
        article_document[0] = article_document[1]


def test_documents_are_pickled(article_document):
    loaded = pickle.loads(pickle.dumps(article_document))
    assert list(loaded) == list(article_document)
    assert loaded.summarize(4) == article_document.summarize(4)


# Catalogues


def test_methods():
    methods = tersely.methods()
    assert list(methods) == [method.name for method in methods.values()]
    assert next(iter(methods)) == "cover"
    assert {"textrank", "textrank-overlap", "lexrank", "centroid", "lead", "random"} <= set(methods)
    for method in methods.values():
        assert method.description.strip()
        assert isinstance(method.paper, str)
        assert method.cost.startswith("O(")
        assert list(method.options) == list(dict.fromkeys(method.options))
    assert "Mihalcea" in methods["textrank-overlap"].paper
    assert "Erkan" in methods["lexrank"].paper


def test_languages():
    languages = tersely.languages()
    assert len(languages) >= 23
    assert {"en": "English", "de": "German", "fr": "French", "zh": "Chinese"}.items() <= languages.items()
    for code, name in languages.items():
        assert tersely.summarize(STORY, language=code).language == code
        assert tersely.summarize(STORY, language=name).language == code


def test_stop_words():
    words = tersely.stop_words("en")
    assert isinstance(words, frozenset)
    assert {"the", "and", "of"} <= words
    assert "bridge" not in words
    assert tersely.stop_words("English") == tersely.stop_words("en-GB") == words
    assert {"der", "und"} <= tersely.stop_words("de")
    assert tersely.stop_words("xx") == frozenset()
    with pytest.raises(tersely.InvalidOption, match="klingon!!"):
        tersely.stop_words("klingon!!")


def test_all_languages_have_stop_words():
    for code in tersely.languages():
        assert len(tersely.stop_words(code)) >= 130, code


def test_a_language_without_tables_is_told_from_a_wrong_name():
    assert tersely.Document(STORY, language="sw").language == "und"
    with pytest.raises(tersely.InvalidOption, match=r"a language that has tables .* give its tag or leave it out"):
        tersely.Document(STORY, language="Swahili")


BADGES = "".join(f"[![Build {n}](https://ci.example.org/{n}.svg)](https://ci.example.org/{n})\n" for n in range(10))
LOGOS = '<a href="https://example.org/docs"><img src="logo.png" alt="logo" width="100" align="center"></a>\n' * 20
README = (
    "# Skein\n\n{}\n\nSkein is a small tool that sorts the photographs of a bridge by their date. It reads the time "
    "from each picture, and it asks for the camera if there is none. You can undo what it did.\n"
)


@pytest.mark.parametrize("start", [BADGES, LOGOS], ids=["badges", "logos"])
def test_the_language_of_a_readme_is_that_of_its_prose(start):
    document = tersely.Document(README.format(start))
    assert document.language == "en"
    assert "language_unknown" not in document.flags
    phrases = {x.text.lower() for x in document.keyphrases(10)}
    assert not phrases & {"the", "for", "a href", "href", "https", "img", "src"}


def test_tags_that_never_end_are_read_in_linear_time():
    for text in ("<a" * 200_000, "<!--" * 100_000, "`" * 300_000, "![" * 200_000, "](" * 200_000, "a <b " * 100_000):
        assert len(tersely.Document(text + ". It rained.")) > 0


def test_build_info():
    info = tersely.build_info()
    assert set(info) >= {"version", "icu", "unicode", "eigen", "compiler", "options", "icu_of_digests"}
    assert all(str(info[key]) for key in ("version", "icu", "unicode", "eigen", "compiler"))


def test_sentences_of_the_story_are_all_candidates():
    document = tersely.Document(STORY)
    assert [document[i].text for i in document.candidates] == STORY_SENTENCES
