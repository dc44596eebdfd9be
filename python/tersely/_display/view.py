"""A document with its chosen units, as displays read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .._sentence import ScoredSentence, Sentence, slice_text

if TYPE_CHECKING:
    from .shown import ShownDocument


def paragraphs(units: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Yields the paragraphs; consecutive lines of code are one paragraph."""
    for _, group in groupby(units, lambda unit: -1 if unit.kind == "code" else unit.paragraph):
        yield list(group)


class View(NamedTuple):
    """A document with its chosen units."""

    source: str | bytes
    units: Sequence[Sentence]
    chosen: Mapping[int, ScoredSentence]
    n_candidates: int

    @classmethod
    def of(cls, document: ShownDocument, chosen: Iterable[ScoredSentence] = ()) -> View:
        return cls(document.text, document.units, {x.index: x for x in chosen}, len(document.candidates))

    def gap(self, unit: Sentence) -> str:
        """Returns the text between the previous unit and this one."""
        start = self.units[unit.index - 1].end if unit.index else 0
        return slice_text(self.source, start, unit.start)

    def lead(self, unit: Sentence) -> tuple[int, str]:
        """Returns the number of lines that the gap touches, and the indent of the unit if it begins a line."""
        lines = (self.gap(unit) + "|").splitlines()
        return len(lines), lines[-1][:-1] if len(lines) > 1 or unit.index == 0 else ""

    def rest(self, unit: Sentence) -> str:
        """Returns the part that was cut from a chosen unit."""
        return slice_text(self.source, self.chosen[unit.index].end, unit.end)
