"""The parts of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean
from typing import NamedTuple

from .._display.shorten import shorten_line

FEW_TEXTS = 100
SIGNIFICANT = 0.05
ORACLE = "oracle"


class Scores(NamedTuple):
    """The F-measures of a summary, in [0, 1]."""

    rouge1: float
    rouge2: float
    rougeL: float  # noqa: N815  # the name that the type has everywhere

    @property
    def mean(self) -> float:
        return fmean(self)


class MethodRun(NamedTuple):
    """What a method did.

    Attributes:
        summaries: for each text, as scored; "" if the method failed.
        words: the number of words of each summary that did not fail, before it
            was cut.
        failures: why, by the number of the text.
        scores: for each text.
    """

    summaries: list[str]
    words: list[int]
    failures: dict[int, str]
    scores: list[Scores]


class Setting(NamedTuple):
    """How the methods were compared. `budget`: empty if it is the length of the
    references."""

    baseline: str
    budget: Mapping[str, int]
    equal_length: bool
    tokens: str
    n_left_out: int
    n_words: float
    n_resamples: int
    seed: int


class MethodResult(NamedTuple):
    """A row of a comparison.

    Attributes:
        method: the name.
        rouge1, rouge2, rougeL: the means of the F-measures, in [0, 1].
        words: the mean number of words of the summaries, before they were cut.
            None for the oracle.
        oracle_share: the method's ROUGE-1 + ROUGE-2 as a share of the oracle's.
        difference: the mean difference from the baseline, in the mean of the
            three F-measures. None for the baseline and the oracle, like the
            next four.
        low, high: the 95 % interval of the difference.
        p_value: of the test for no difference, corrected for the number of
            methods (Holm).
        is_real: whether the p value is below 0.05.
        failed: the number of texts on which the method failed.
    """

    method: str
    rouge1: float
    rouge2: float
    rougeL: float  # noqa: N815
    words: float | None
    oracle_share: float
    difference: float | None
    low: float | None
    high: float | None
    p_value: float | None
    is_real: bool | None
    failed: int


class TextDifference(NamedTuple):
    """A text on which two methods differ.

    Attributes:
        row: the number of the text among those that were compared.
        difference: the first method's mean F-measure minus the second's.
        text: the text. repr() shortens it, and the summaries.
        first, second: the two summaries, as scored; "" for a failure.
    """

    row: int
    difference: float
    text: str
    first: str
    second: str

    def __repr__(self) -> str:
        texts = (f"{name}={shorten_line(getattr(self, name), 60)!r}" for name in ("text", "first", "second"))
        return f"TextDifference(row={self.row}, difference={self.difference:.3f}, {', '.join(texts)})"


class Shown(NamedTuple):
    """What a terminal or notebook shows of a comparison."""

    rows: tuple[MethodResult, ...]
    setting: Setting
    n_texts: int
    failures: Mapping[str, Mapping[int, str]]
