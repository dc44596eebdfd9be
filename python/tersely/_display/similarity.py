"""The cosine similarity of candidates, or of groups of them, with NumPy, which
only pictures need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .shown import ShownDocument


class Similarity(NamedTuple):
    """`values`: groups x groups. Without groups, the cosine of every two
    candidates; with groups, the mean cosine of the candidates of one group with
    those of another, or with the other ones of its own."""

    values: Any
    size: int  # successive candidates in a group; 1 without groups

    def group_of(self, row: int) -> int:
        return row // self.size


def compare_candidates(document: ShownDocument, most: int, most_groups: int) -> Similarity:
    """Compares all pairs of up to `most` candidates; if there are more, of at
    most `most_groups` groups."""
    import numpy as np

    matrix: Any = document.tfidf
    n: int = matrix.shape[0]
    size = 1 if n <= most else -(-n // most_groups)
    rows: Any = np.repeat(np.arange(n), np.diff(matrix.indptr))
    data = np.asarray(matrix.data)
    norms = np.sqrt(np.bincount(rows, data * data, minlength=n))
    sums = np.zeros((-(-n // size), matrix.shape[1]))
    np.add.at(sums, (rows // size, np.asarray(matrix.indices)), data / norms[rows])
    products = sums @ sums.T
    members = np.bincount(np.arange(n) // size)
    pairs = np.outer(members, members)
    if size > 1:  # a sentence is not compared with itself
        filled = np.bincount(np.arange(n) // size, norms > 0)
        np.fill_diagonal(products, products.diagonal() - filled)
        np.fill_diagonal(pairs, np.maximum(1, members * (members - 1)))
    return Similarity(products / pairs, size)
