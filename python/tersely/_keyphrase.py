"""One keyphrase of a text."""

from __future__ import annotations

from . import _core
from ._sentence import slice_text
from ._value import Value


class Keyphrase(Value):
    """A word or phrase that says what a text is about.

    Immutable. Compared and hashed by value. Supports pattern matching.
    `str(keyphrase)` is its text as a summary prints
    it: white space that contains a line break becomes one space.

    Attributes:
        text: its most frequent spelling in the source, verbatim; of equally
            frequent ones, the first.
        score: in (0, 1]. The best keyphrase has 1.
        count: the number of its occurrences, in any spelling: "network" and
            "Networks" are the same phrase.
        spans: (start, end) of each occurrence, ascending and disjoint, in code
            points of a str or bytes of bytes.
    """

    __slots__ = ("count", "score", "spans", "text")
    __match_args__ = ("text", "score", "count", "spans")

    text: str
    score: float
    count: int
    spans: tuple[tuple[int, int], ...]

    def __init__(self, text: str, score: float, count: int, spans: tuple[tuple[int, int], ...]) -> None:
        put = object.__setattr__
        put(self, "text", text)
        put(self, "score", score)
        put(self, "count", count)
        put(self, "spans", spans)

    def __str__(self) -> str:
        return _core.print_text(self.text)


def make_keyphrase(text: str | bytes, row: tuple[int, float, tuple[tuple[int, int], ...]]) -> Keyphrase:
    form, score, spans = row
    return Keyphrase(slice_text(text, *spans[form]), score, len(spans), spans)
