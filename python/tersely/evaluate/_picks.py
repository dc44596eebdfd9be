"""Chosen sentences against the sentences that people chose."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from statistics import fmean
from typing import NamedTuple

from .._errors import InvalidOption, quote
from .._inputs import as_index
from .._summary import Summary


class PickScore(NamedTuple):
    """All in [0, 1].

    Attributes:
        precision: the share of the chosen sentences that the annotators chose,
            too.
        recall: the share of the annotators' sentences that were chosen.
        fmeasure: their harmonic mean.
        agreement: the mean F-measure of each two annotators, which is a
            ceiling: no choice can be expected to agree with the annotators
            better than they do among themselves. None with one annotator.
    """

    precision: float
    recall: float
    fmeasure: float
    agreement: float | None


def score_picks(picked: Summary | Iterable[int], gold: Iterable[int] | Sequence[Iterable[int]]) -> PickScore:
    """Compares the indices of chosen sentences with gold indices. With several
    annotators, it returns the mean.

    >>> score = evaluate.score_picks([0, 3, 7], [[0, 3, 4], [0, 5, 7]])
    >>> round(score.fmeasure, 2), round(score.agreement, 2)
    (0.67, 0.33)

    Args:
        picked: indices, or a Summary; the indices then are those of the units
            of its document.
        gold: the indices that one annotator chose, or a list of them for each
            of several annotators.

    Raises:
        InvalidOption: an index is not a whole number of 0 or more.
    """
    chosen = _indices("picked", [sentence.index for sentence in picked] if isinstance(picked, Summary) else picked)
    rows = list(gold) if isinstance(gold, Iterable) else gold
    several = isinstance(rows, list) and any(isinstance(row, Iterable) for row in rows)
    annotators = [_indices("gold", row) for row in rows] if several else [_indices("gold", rows)]
    scores = [_score(chosen, wanted) for wanted in annotators]
    pairs = [_score(left, right)[2] for left, right in combinations(annotators, 2)]
    precision, recall, fmeasure = (fmean(values) for values in zip(*scores, strict=True))
    return PickScore(precision, recall, fmeasure, fmean(pairs) if pairs else None)


def _score(chosen: Collection[int], wanted: Collection[int]) -> tuple[float, float, float]:
    """If neither has any sentence, they agree."""
    if not chosen and not wanted:
        return 1.0, 1.0, 1.0
    common = len(set(chosen) & set(wanted))
    return common / max(1, len(chosen)), common / max(1, len(wanted)), 2 * common / (len(chosen) + len(wanted))


def _indices(name: str, values: object) -> frozenset[int]:
    indices = [as_index(value) for value in values] if isinstance(values, Iterable) else [None]
    known = frozenset(index for index in indices if index is not None and index >= 0)
    if None in indices or any(index is not None and index < 0 for index in indices):
        raise InvalidOption(f"{name}={quote(values)}: must be indices of sentences, from 0", name, values)
    return known
