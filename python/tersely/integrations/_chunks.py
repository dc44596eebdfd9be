"""Chunks of whole sentences, for the splitters of retrieval frameworks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .._options import SEGMENTATION, as_lists, check_names, validate
from .._splitting import split_sentences


def check_options(splitter: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Returns options of split_sentences, with lists of words as lists of str.
    Raises TypeError, InvalidOption."""
    check_names(f"{splitter}()", options, SEGMENTATION)
    return as_lists(validate(options).given)


def split_chunks(
    text: str, size: int, overlap: int, length: Callable[[str], int], options: Mapping[str, Any]
) -> list[tuple[int, int]]:
    """Returns the spans of chunks: runs of whole units, from the start of the
    first to the end of the last.

    Each chunk is as long as `size` allows. A unit that is longer is a chunk of
    its own. A chunk starts with the last units of the one before, as many as
    fit into `overlap`.

    Args:
        size, overlap: as `length` measures a slice of the text. It is called a
            few times for each unit, on at most a chunk and a unit.
        options: see tersely.split_sentences.
    """
    spans: list[Any] = split_sentences(text, **options).spans.tolist()
    chunks: list[tuple[int, int]] = []
    first = 0  # unit of the current chunk

    def fits(unit: int, end: int, limit: int) -> bool:
        return length(text[spans[unit][0] : end]) <= limit

    for unit, (_, end) in enumerate(spans):
        if unit == first or fits(first, end, size):
            continue
        last_end = spans[unit - 1][1]
        chunks.append((spans[first][0], last_end))
        repeated = range(first + 1, unit) if overlap > 0 else ()
        first = next((i for i in repeated if fits(i, last_end, overlap) and fits(i, end, size)), unit)
    if spans:
        chunks.append((spans[first][0], spans[-1][1]))
    return chunks
