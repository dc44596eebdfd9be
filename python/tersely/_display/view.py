"""A document with its chosen units, as displays read it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from .._sentence import ScoredSentence, Sentence, slice_text, whole_text
from .._sources import SourceTexts

if TYPE_CHECKING:
    from .shown import ShownDocument


def paragraphs(units: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """Yields the paragraphs; consecutive lines of code are one paragraph."""
    for _, group in groupby(units, lambda unit: (unit.source, -1 if unit.kind == "code" else unit.paragraph)):
        yield list(group)


class View(NamedTuple):
    """A document with its chosen units."""

    source: str | bytes | SourceTexts
    units: Sequence[Sentence]
    chosen: Mapping[int, ScoredSentence]
    n_candidates: int
    mark: Callable[[ScoredSentence], str] | None = None  # makes the marks; None: those of a summary

    @classmethod
    def of(cls, document: ShownDocument, chosen: Iterable[ScoredSentence] = ()) -> View:
        return cls(document._source_text(), document.units, {x.index: x for x in chosen}, len(document.candidates))

    def gap(self, unit: Sentence) -> str:
        """Returns the text between the previous unit and this one, and a blank
        line before each text but the first."""
        before = self.units[unit.index - 1] if unit.index else None
        if before is not None and before.source == unit.source:
            return self._slice(unit, before.end, unit.start)
        return ("\n\n" if before is not None else "") + self._slice(unit, 0, unit.start)

    def lead(self, unit: Sentence) -> tuple[int, str]:
        """Returns the number of lines that the gap touches, and the indent of
        the unit if it begins a line."""
        lines = (self.gap(unit) + "|").splitlines()
        return len(lines), lines[-1][:-1] if len(lines) > 1 or unit.index == 0 else ""

    def rest(self, unit: Sentence) -> str:
        """Returns the part that was cut from a chosen unit."""
        return self._slice(unit, self.chosen[unit.index].end, unit.end)

    def title(self, unit: Sentence) -> str | None:
        """Returns the name of the text that begins with this unit, if there are
        several texts."""
        begins = unit.index == 0 or self.units[unit.index - 1].source != unit.source
        return name_source(unit) if begins else None

    def _slice(self, unit: Sentence, start: int, end: int) -> str:
        return slice_text(whole_text(self.source, unit.source), start, end)


def name_source(sentence: Sentence) -> str | None:
    """Returns the name of its text, or its number; None if there is only one
    text."""
    if sentence.source is None:
        return None
    return sentence.source_name if sentence.source_name is not None else f"text {sentence.source}"
