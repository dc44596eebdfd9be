"""What can be said about a summary without a reference."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import NamedTuple

from .. import _core
from .._document import Document
from .._errors import InvalidOption, quote
from .._summary import Summary

N_BINS = 10


class Description(NamedTuple):
    """A summary, compared with its text.

    Attributes:
        n_words: the words of the summary.
        compression: the words of the text for each word of the summary.
        coverage: Summary.coverage, the share of the text's content that the
            summary covers. None for a summary that is a str.
        copied: the share of the summary's words that are in sequences copied
            from the text, in [0, 1]: the coverage of Grusky, Naaman & Artzi
            2018 (Newsroom). It is 1 for a verbatim summary.
        density: the mean length, in words, of the copied sequence that a word
            of the summary is in: the density of the same paper.
        verbatim: the share of the summary's sentences that are units of the
            text, unchanged.
        redundancy: the share of the summary's word pairs that occurred earlier
            in it, in [0, 1).
        relative_length: the mean length of the summary's sentences in words,
            divided by that of the text's candidates.
        positions: how many sentences of the summary are in each tenth of the
            text's units. Sentences that are not verbatim are not counted.
        dangling: the share of the summary's verbatim sentences that begin with
            a pronoun or connective ("He", "But") although the sentence before
            them is not in the summary, in [0, 1]. Such sentences are hard to
            understand. It is always 0 in languages without lists of these
            words; see the option `coherence` of summarize.
    """

    n_words: int
    compression: float
    coverage: float | None
    copied: float
    density: float
    verbatim: float
    redundancy: float
    relative_length: float
    positions: tuple[int, ...]
    dangling: float


def describe(text: str | Document, summary: str | Summary) -> Description:
    """Describes a summary by numbers that need no reference. They are 0 for a
    blank summary.

    >>> text = "It rained. The council closed the old bridge again. Buses run."
    >>> told = evaluate.describe(text, "The council closed the bridge.")
    >>> told.copied, told.density, told.verbatim
    (1.0, 3.4, 0.0)

    Args:
        text: the text that was summarised, a str or a Document.
        summary: a str, or a Summary.

    Raises:
        TypeError: an argument has another type.
        InvalidOption: the Summary is of another text.
    """
    document = text if isinstance(text, Document) else Document(text)
    if not isinstance(summary, str | Summary):
        raise TypeError(f"summary must be a str or a Summary, not {quote(summary)}")
    if isinstance(summary, Summary) and summary.document.text != document.text:
        raise InvalidOption(f"summary={quote(summary)}: must be a summary of the same text", "summary", summary)
    printed = [str(unit) for unit in document]
    overlap = _core.overlap(document.text, str(summary))
    sentences = list(map(str, summary if isinstance(summary, Summary) else Document(summary)))
    indices = _find(sentences, printed, summary)
    return Description(
        n_words=overlap.n_summary,
        compression=overlap.n_text / overlap.n_summary if overlap.n_summary else 0.0,
        coverage=summary.coverage if isinstance(summary, Summary) else None,
        copied=overlap.coverage,
        density=overlap.density,
        verbatim=len(indices) / len(sentences) if sentences else 0.0,
        redundancy=overlap.redundancy,
        relative_length=_relative_length(sentences, [printed[index] for index in document.candidates]),
        positions=_histogram(indices, len(printed)),
        dangling=_core.dangling_share(document._core, indices),
    )


def _find(sentences: Sequence[str], printed: Sequence[str], summary: str | Summary) -> list[int]:
    """Returns the indices of the units that the summary's sentences are."""
    if isinstance(summary, Summary):
        return [sentence.index for sentence in summary]
    first: dict[str, int] = {}
    for index, unit in enumerate(printed):
        first.setdefault(unit, index)
    return [first[sentence] for sentence in sentences if sentence in first]


def _relative_length(sentences: list[str], candidates: list[str]) -> float:
    lengths, usual = _core.count_words(sentences), _core.count_words(candidates)
    return fmean(lengths) / fmean(usual) if lengths and any(usual) else 0.0


def _histogram(indices: Sequence[int], n_units: int) -> tuple[int, ...]:
    counts = [0] * N_BINS
    for index in indices:
        counts[index * N_BINS // n_units] += 1
    return tuple(counts)
