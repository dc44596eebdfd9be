"""The types of options, for type checkers.

Defaults, ranges and descriptions are in the core's table (`_core.options()`); a
test compares the two. `import tersely` does not import this module, because
making the classes takes time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from typing import Literal, SupportsFloat, SupportsIndex, TypedDict

from ._names import MethodName

Count = SupportsIndex | str | float
Number = SupportsFloat | str


class BudgetOptions(TypedDict, total=False):
    """Ceilings for the length of a summary. All that are given must hold."""

    words: Count | None
    chars: Count | None
    tokens: Count | None
    ratio: Number | None
    count_tokens: Callable[[str], int | Sized] | None


class RankingOptions(BudgetOptions, total=False):
    """Options of a summary that are the same for all rows of a column."""

    method: MethodName | str  # any case, with "-" or "_"
    unmatched: Literal["summary", "empty"]
    relevance: Iterable[float] | None
    position: Literal["auto", "start", "section", "none"]
    coherence: Literal["light", "full"] | None
    order: Literal["document", "score"]
    redundancy: Number
    damping: Number
    threshold: Number | None
    max_sentences: Count
    bonus_words: Iterable[str]
    stigma_words: Iterable[str]
    null_words: Iterable[str]
    lsa_selection: Literal["length", "topics"]
    cut: bool
    seed: Count
    timeout: Number | None


class SummaryOptions(RankingOptions, total=False):
    """Options of a summary of a document."""

    title: str | None
    query: str | None


class StructureOptions(TypedDict, total=False):
    """Options of splitting that are the same for all rows of a column."""

    newline: Literal["auto", "break", "join", "blank"]
    keep_quotes: bool
    abbreviations: Iterable[str]
    markup: Literal["auto", "text", "markdown"]
    max_bytes: Count | None
    timeout: Number | None


class SegmentationOptions(StructureOptions, total=False):
    """Options of splitting a text into units."""

    language: str


class TermOptions(TypedDict, total=False):
    """Options of the terms of a document."""

    stop_words: Iterable[str] | None
    stem: Literal["prefix", "none"]


class AnalysisOptions(SegmentationOptions, TermOptions, total=False):
    """Options of a document."""


class ColumnAnalysisOptions(StructureOptions, TermOptions, total=False):
    """Options of a document that are the same for all rows of a column."""


class ColumnOptions(RankingOptions, ColumnAnalysisOptions, total=False):
    """All options except `title`, `language` and `query`, which may be columns
    themselves."""


class Options(SummaryOptions, AnalysisOptions, total=False):
    """All options."""


class CallOptions(BudgetOptions, total=False):
    """Options that may change from call to call of a Summarizer."""

    title: str | None
    language: str
    query: str | None
