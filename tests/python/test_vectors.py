"""Document.summarize(vectors=...): a vector for each candidate in place of its TF-IDF row."""

from __future__ import annotations

import array
import pickle
import sys

import pytest
from textbook import Analysis

import tersely

numpy = pytest.importorskip("numpy")

COMPARING = ("cover", "textrank", "lexrank", "centroid")
LEXICAL = ("luhn", "edmundson", "lsa", "reduction", "textrank-overlap")  # vectors serve for redundancy only


def dense_tfidf(document):
    matrix = document.tfidf
    dense = numpy.zeros(matrix.shape)
    for row in range(matrix.shape[0]):
        part = slice(matrix.indptr[row], matrix.indptr[row + 1])
        dense[row, matrix.indices[part]] = matrix.data[part]
    return dense


@pytest.fixture
def vectors(article_document):
    return numpy.random.default_rng(0).normal(size=(len(article_document.candidates), 16)) + 0.3


def cosines(vectors):
    unit = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
    return unit @ unit.T


# What they do


@pytest.mark.parametrize("method", COMPARING)
def test_vectors_change_the_choice(article_document, vectors, method):
    without = article_document.summarize(5, method=method)
    assert article_document.summarize(5, method=method, vectors=vectors).order != without.order


@pytest.mark.parametrize("method", sorted({*COMPARING, *LEXICAL} - {"lexrank"}))
def test_the_rows_of_tfidf_change_nothing(article_document, method):
    vectors = dense_tfidf(article_document)
    redundancies = [{"redundancy": 0.5}, {}] if "redundancy" in tersely.methods()[method].options else [{}]
    for budget in ({"sentences": 4}, {"words": 60}, {"chars": 500}, {"words": 80, "query": "lights"}):
        for options in redundancies:
            plain = article_document.summarize(method=method, **budget, **options)
            assert article_document.summarize(method=method, vectors=vectors, **budget, **options).order == plain.order


def test_votes_by_the_textbook(article_document, vectors):
    analysis = Analysis(article_document)
    lengths = numpy.sqrt([sum(value * value for value in row) for row in analysis.x])
    similarity = cosines(vectors) * numpy.outer(lengths, lengths)
    numpy.fill_diagonal(similarity, 0)
    alpha = 0.5 / similarity.sum(axis=1).mean()
    votes = [1.0] * analysis.n
    for i in reversed(range(analysis.n)):
        votes[i] = min(8.0, max(1.0, 1 + alpha * (similarity[i, i + 1 :] @ votes[i + 1 :])))
    analysis.__dict__["votes"] = votes  # the cached property
    for budget in ({"sentences": 4}, {"words": 60}, {"words": 100}):
        expected = analysis.choose(**budget)
        assert expected.near_tie or article_document.summarize(vectors=vectors, **budget).order == expected.order


def test_textrank_by_the_textbook(article_document, vectors):
    weights = numpy.maximum(cosines(vectors), 0)
    numpy.fill_diagonal(weights, 0)
    transitions = weights / weights.sum(axis=1, keepdims=True)
    ranks = numpy.full(len(weights), 1 / len(weights))
    for _ in range(300):
        ranks = 0.15 / len(ranks) + 0.85 * ranks @ transitions
    summary = article_document.summarize(method="textrank", vectors=vectors)
    found = [summary.scores[unit] for unit in article_document.candidates]
    assert found == pytest.approx(list(ranks / ranks.max()), abs=1e-7)
    continuous = article_document.summarize(method="lexrank", threshold=None, vectors=vectors)
    assert list(continuous.scores) == list(summary.scores)


def test_redundancy_is_the_cosine_of_vectors():
    text = "Ferries sailed at dawn. Bridges rust quickly. Snow melted on roofs."
    document = tersely.Document(text, language="en")
    near, far = [[1.0, 0.0], [1.0, 0.1], [0.0, 1.0]], [[1.0, 0.0], [0.0, 1.0], [1.0, 0.1]]
    options = {"method": "luhn", "redundancy": 0.9}
    assert document.summarize(2, vectors=near, **options).order == (0, 2)
    assert document.summarize(2, vectors=far, **options).order == (0, 1)


def test_coverage_is_still_that_of_words(article_document, vectors):
    summary = article_document.summarize(len(article_document), vectors=vectors)
    assert summary.coverage == 1
    assert summary.status == "whole_text"


def test_vectors_stay_with_a_summary(article_document, vectors):
    summary = article_document.summarize(4, vectors=vectors)
    assert summary.at(3).order == article_document.summarize(3, vectors=vectors).order
    assert summary.at(4, exclude=[summary.order[0]]).order != article_document.summarize(4).order
    again = pickle.loads(pickle.dumps(summary))
    assert again == summary
    assert again.at(3) == summary.at(3)
    assert list(again.scores) == list(summary.scores)
    assert again.explain() == summary.explain()
    assert summary.suggest() == article_document.summarize(1, vectors=vectors).suggest()
    assert "<html" in summary.to_html()


def test_explain_compares_vectors(article_document, vectors):
    explanation = article_document.summarize(3, method="textrank", vectors=vectors).explain()
    row_of = {unit: row for row, unit in enumerate(article_document.candidates)}
    expected = cosines(vectors)
    for pick in explanation.picks:
        row = expected[row_of[pick.sentence.index]]
        assert pick.voters
        for voter, cosine in pick.voters:
            assert cosine == pytest.approx(row[row_of[voter.index]])
    chosen = {pick.sentence.index for pick in explanation.picks}
    for unit in set(article_document.candidates) - chosen:
        nearest = max(chosen, key=lambda pick: expected[row_of[unit], row_of[pick]])
        assert explanation.unit(unit).stands_for == nearest


def test_a_vector_of_zeros_is_similar_to_nothing(article_document, vectors):
    vectors[2] = 0
    for method in COMPARING:
        summary = article_document.summarize(4, method=method, vectors=vectors)
        assert len(summary) == 4
        assert all(0 <= score <= 1 for score in summary.scores)


def test_opposite_vectors():
    document = tersely.Document("Ferries sailed. Bridges rust. Snow melted.", language="en")
    for method in COMPARING:
        assert len(document.summarize(2, method=method, vectors=[[1.0], [-1.0], [-1.0]])) == 2


def test_given_sentences_take_vectors_too():
    document = tersely.Document.from_sentences(["A ferry sails.", None, "A bridge rusts.", "Snow melts."])
    assert document.candidates == (0, 2, 3)
    assert document.summarize(1, method="centroid", vectors=[[1, 0], [1, 1], [0, 1]]).order == (2,)


def test_a_blank_text_has_no_vectors():
    assert tersely.Document("").summarize(vectors=numpy.zeros((0, 5))).status == "empty"


# What they may be


class Buffered:
    """Numbers without numpy: an object that is only a buffer of doubles."""

    def __init__(self, rows):
        flat = array.array("d", [value for row in rows for value in row])
        self.view = memoryview(flat).cast("B").cast("d", [len(rows), len(rows[0])])


def test_every_matrix_gives_the_same(article_document):
    whole = numpy.random.default_rng(1).integers(-3, 6, size=(len(article_document.candidates), 8))
    expected = article_document.summarize(5, vectors=whole.astype(numpy.float64))
    padded = numpy.zeros((len(whole), 16))
    padded[:, ::2] = whole
    for same in (
        whole,
        whole.astype(numpy.float32),
        whole.astype(numpy.float16),
        whole.astype(">f8"),
        numpy.asfortranarray(whole, dtype=float),
        padded[:, ::2],
        whole.tolist(),
        [tuple(row) for row in whole],
        Buffered(whole.tolist()).view,
    ):
        assert article_document.summarize(5, vectors=same) == expected


def test_a_sparse_matrix_is_made_dense(article_document):
    pytest.importorskip("scipy.sparse")
    sparse = article_document.tfidf.to_scipy()
    assert article_document.summarize(4, vectors=sparse).order == article_document.summarize(4).order


@pytest.mark.parametrize("kind", ["f", "d"])
def test_a_ready_matrix_is_read_without_numpy_and_without_a_copy(article_document, vectors, kind, monkeypatch):
    ready = vectors.astype(kind)
    expected = article_document.summarize(4, vectors=vectors.astype(kind)).order
    monkeypatch.setitem(sys.modules, "numpy", None)
    summary = article_document.summarize(4, vectors=ready)
    assert summary.order == expected
    with pytest.raises(tersely.InvalidOption, match=r"vectors=.*need numpy"):
        article_document.summarize(4, vectors=[[1.0]])
    ready[:] = dense_tfidf(article_document)[:, : ready.shape[1]]
    assert summary.at(4).order == article_document.summarize(4, vectors=ready).order  # it refers to the numbers


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (numpy.ones((3, 4)), r"\(3, 4\)[\s\S]*each of the \d+ candidates"),
        (numpy.ones((3, 4, 2)), r"\(3, 4, 2\)[\s\S]*one row for each candidate"),
        (numpy.ones(3), r"\(3,\)[\s\S]*one row for each candidate"),
        (5, r"\(\)"),
        ("ferry", "one row for each candidate"),
        (b"ferry", "one row for each candidate"),
        ([["a", "b"]], "one row for each candidate"),
        ([[1.0], [1.0, 2.0]], "one row for each candidate"),
        ([[1j]], "complex"),
        ([[True]], "bool"),
        pytest.param(object(), "object", id="object"),  # its str differs between the workers of xdist
    ],
    ids=str,
)
def test_what_is_no_matrix_for_the_candidates(article_document, wrong, told):
    with pytest.raises(tersely.InvalidOption, match=told) as raised:
        article_document.summarize(vectors=wrong)
    assert raised.value.option == "vectors"


@pytest.mark.parametrize("number", [numpy.nan, numpy.inf, -numpy.inf])
@pytest.mark.parametrize("kind", ["f", "d"])
def test_numbers_are_finite(article_document, vectors, number, kind):
    wrong = vectors.astype(kind)
    wrong[3, 2] = number
    with pytest.raises(tersely.InvalidOption, match=rf"vectors=[\s\S]*{number} in row 3[\s\S]*finite") as raised:
        article_document.summarize(vectors=wrong)
    assert raised.value.option == "vectors"


def test_a_row_whose_length_would_be_zero_is_refused(article_document, vectors):
    tiny = vectors.astype(float)
    tiny[3] *= 1e-200
    with pytest.raises(tersely.InvalidOption, match=r"in row 3[\s\S]*at least 1e-150"):
        article_document.summarize(vectors=tiny)
    tiny[3] = 0
    assert len(article_document.summarize(2, vectors=tiny)) == 2


@pytest.mark.parametrize("method", ["lead", "random", "sumbasic", "kl"])
def test_methods_without_similarity_refuse_them(article_document, vectors, method):
    assert "vectors" not in tersely.methods()[method].options
    with pytest.raises(tersely.InvalidOption, match=f"vectors[\\s\\S]*{method}[\\s\\S]*cover"):
        article_document.summarize(method=method, vectors=vectors)


def test_which_methods_take_them():
    taking = {name for name, method in tersely.methods().items() if "vectors" in method.options}
    assert taking == {*COMPARING, *LEXICAL}


def test_only_a_document_takes_them(article, vectors):
    for call in (tersely.summarize, lambda text, **options: tersely.Summarizer(**options)):
        with pytest.raises(TypeError, match=r"Document\.summarize\(vectors=\.\.\.\)$"):
            call(article, vectors=vectors)
    with pytest.raises(TypeError, match="did you mean vectors"):
        tersely.Document(article).summarize(embeddings=vectors)


def test_pairs_are_limited_if_numbers_are_negative(article_document, vectors):
    n = len(article_document.candidates)
    with pytest.raises(tersely.LimitExceeded, match="without negative numbers"):
        article_document.summarize(method="textrank", vectors=vectors, max_sentences=n - 1)
    assert article_document.summarize(method="textrank", vectors=abs(vectors), max_sentences=n - 1)
    assert article_document.summarize(vectors=vectors)
