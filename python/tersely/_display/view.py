"""A document and what is chosen of it, as a display walks through it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .._sentence import ScoredSentence, Sentence, slice_text

if TYPE_CHECKING:
    from .shown import ShownDocument


def paragraphs(units: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Lines of code on end are one paragraph."""
    for _, group in groupby(units, lambda unit: -1 if unit.kind == "code" else unit.paragraph):
        yield list(group)


class View(NamedTuple):
    """A document and what is chosen of it."""

    source: str | bytes
    units: Sequence[Sentence]
    chosen: Mapping[int, ScoredSentence]
    n_candidates: int

    @classmethod
    def of(cls, document: ShownDocument, chosen: Iterable[ScoredSentence] = ()) -> View:
        return cls(document.text, document.units, {x.index: x for x in chosen}, len(document.candidates))

    def gap(self, unit: Sentence) -> str:
        """The text between a unit and the one before."""
        start = self.units[unit.index - 1].end if unit.index else 0
        return slice_text(self.source, start, unit.start)

    def lead(self, unit: Sentence) -> tuple[int, str]:
        """How many lines the gap is on, and what of it is on the unit's line, if the unit begins one."""
        lines = (self.gap(unit) + "|").splitlines()
        return len(lines), lines[-1][:-1] if len(lines) > 1 or unit.index == 0 else ""

    def rest(self, unit: Sentence) -> str:
        """What was cut from a chosen unit."""
        return slice_text(self.source, self.chosen[unit.index].end, unit.end)
