"""Sentences as they are returned."""

from __future__ import annotations

from dataclasses import dataclass

from . import _core


@dataclass(frozen=True, slots=True)
class Sentence:
    """A unit of a text: a sentence, heading, list item, turn, fragment or line of code.

    Immutable and comparable by value. `str(sentence)` is its text as a summary prints it: a run of white space with a
    line break in it is one space.

    Attributes:
        text: verbatim slice of the source: `source[start:end]`, decoded if the source is bytes. No white space at
            its ends.
        start, end: where it stands; code points for a str, bytes for bytes.
        index: number of the unit in its document, from 0; for given sentences, the position in the list.
        kind: "sentence", "heading", "item", "turn", "fragment" or "code".
        paragraph: number of its paragraph, from 0.
        candidate: may it be chosen?
        reason: why not: "heading", "code", "sparse", "repeated", "boilerplate", "blank"; None for a candidate.
    """

    text: str
    start: int
    end: int
    index: int
    kind: str
    paragraph: int
    candidate: bool
    reason: str | None

    def __str__(self) -> str:
        return _core.print_text(self.text)


@dataclass(frozen=True, slots=True)
class ScoredSentence(Sentence):
    """A sentence of a summary.

    Attributes:
        score: in [0, 1], the best candidate's is 1; 0 for a unit that is no candidate.
        rank: 1 for the highest score, ties to the earlier; None for a unit that is no candidate.
    """

    score: float
    rank: int | None


def slice_text(source: str | bytes, start: int, end: int) -> str:
    """`source[start:end]` as a str."""
    part = source[start:end]
    return part if isinstance(part, str) else part.decode()


def make_sentence(source: str | bytes, row: _core.SentenceRow) -> Sentence:
    text = slice_text(source, row.start, row.end)
    return Sentence(text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason)


def make_scored_sentence(source: str | bytes, row: _core.SentenceRow) -> ScoredSentence:
    text = slice_text(source, row.start, row.end)
    return ScoredSentence(
        text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason, row.score, row.rank
    )
