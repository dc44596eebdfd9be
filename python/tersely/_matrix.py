"""Matrices of the caller, as the core reads them."""

from __future__ import annotations

from typing import Any

from ._errors import InvalidOption, quote

_ALLOWED = "a matrix of numbers with one row for each candidate of the document"


def as_matrix(name: str, matrix: Any) -> Any:
    """Returns an object whose buffer is a C-contiguous matrix of float32 or
    float64.

    That is the given object if it has such a buffer, otherwise an array that
    numpy makes of it. Raises InvalidOption.
    """
    if _is_ready(matrix):
        return matrix
    try:
        import numpy
    except ImportError as error:
        ready = "a C-contiguous buffer of float32 or float64; other matrices need numpy"
        raise InvalidOption(f"{name}={quote(matrix)}: must be {ready}", name, matrix) from error
    try:
        array = numpy.asarray(matrix.toarray() if hasattr(matrix, "toarray") else matrix)
    except Exception as error:
        raise InvalidOption(f"{name}={quote(matrix)}: must be {_ALLOWED} ({error})", name, matrix) from error
    if array.ndim != 2 or array.dtype.kind not in "fiu":
        given = f"an array of shape {array.shape} and type {array.dtype}"
        raise InvalidOption(f"{name}={given}: must be {_ALLOWED}", name, matrix)
    return numpy.ascontiguousarray(array, numpy.float32 if array.dtype == numpy.float32 else numpy.float64)


def _is_ready(matrix: Any) -> bool:
    try:
        view = memoryview(matrix)
    except TypeError:
        return False
    return view.ndim == 2 and view.format in ("f", "d") and view.c_contiguous
