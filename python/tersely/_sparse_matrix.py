"""Sparse matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from scipy.sparse import csr_array


class SparseMatrix(NamedTuple):
    """A sparse matrix in compressed rows (CSR), as read-only memoryviews.

    `numpy.asarray(m.data)` makes an array of its values without a copy.

    Attributes:
        data: the values, as doubles.
        indices: the column of each value, as 32-bit integers, ascending within
            a row.
        indptr: row i is data[indptr[i]:indptr[i + 1]].
        shape: (rows, columns).
    """

    data: memoryview
    indices: memoryview
    indptr: memoryview
    shape: tuple[int, int]

    def to_scipy(self) -> csr_array:
        """Returns a read-only scipy.sparse.csr_array without a copy (`pip
        install "tersely[scipy]"`).

        Raises:
            ImportError: SciPy is not installed.
        """
        try:
            from scipy.sparse import csr_array
        except ImportError as error:
            raise ImportError("to_scipy() needs SciPy: pip install 'tersely[scipy]'") from error
        return csr_array((self.data, self.indices, self.indptr), shape=self.shape, copy=False)
