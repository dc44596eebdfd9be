"""What displays read from a summary, a document and an explanation.

The classes Summary, Document, Explanation and Keyphrases call the displays. To avoid an import cycle, the displays
import these protocols instead of the classes.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from .. import _core
    from .._keyphrase import Keyphrase
    from .._reasons import PickExplanation, UnitExplanation
    from .._sentence import ScoredSentence, Sentence
    from .._sparse_matrix import SparseMatrix
    from .._word import Word


class ShownDocument(Protocol):
    """See Document."""

    @property
    def text(self) -> str | bytes: ...
    @property
    def units(self) -> tuple[Sentence, ...]: ...
    @property
    def candidates(self) -> tuple[int, ...]: ...
    @property
    def words(self) -> tuple[Word, ...]: ...
    @property
    def n_words(self) -> int: ...
    @property
    def tfidf(self) -> SparseMatrix: ...
    @property
    def language(self) -> str: ...
    @property
    def flags(self) -> tuple[str, ...]: ...


class ShownSummary(Collection["ScoredSentence"], Protocol):
    """See Summary."""

    _given: Mapping[str, Any]

    @property
    def document(self) -> ShownDocument: ...
    @property
    def order(self) -> tuple[int, ...]: ...
    @property
    def scores(self) -> memoryview: ...
    @property
    def status(self) -> str: ...
    @property
    def error(self) -> str | None: ...
    @property
    def coverage(self) -> float: ...
    @property
    def n_words(self) -> int: ...
    @property
    def language(self) -> str: ...
    @property
    def method(self) -> str: ...
    @property
    def flags(self) -> tuple[str, ...]: ...
    def at(
        self, sentences: int, *, include: Collection[int] = (), exclude: Collection[int] = ()
    ) -> Collection[ScoredSentence]: ...
    def explain(self) -> ShownExplanation: ...
    def join(self, sep: str) -> str: ...
    def _curve(self) -> _core.CoverageCurve: ...


class ShownExplanation(Protocol):
    """See Explanation."""

    @property
    def summary(self) -> ShownSummary: ...
    @property
    def picks(self) -> Sequence[PickExplanation]: ...
    @property
    def units(self) -> Sequence[UnitExplanation]: ...
    @property
    def uncovered(self) -> Sequence[tuple[str, float]]: ...


class ShownKeyphrases(Collection["Keyphrase"], Protocol):
    """See Keyphrases."""

    @property
    def language(self) -> str: ...
