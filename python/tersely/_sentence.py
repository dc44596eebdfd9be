"""The sentences of documents and summaries."""

from __future__ import annotations

from . import _core
from ._value import Value


class Sentence(Value):
    """A unit of a text: a sentence, heading, list item, turn, fragment or line of code.

    Immutable. Compared and hashed by value. Supports pattern matching. `str(sentence)` is its text as a summary prints
    it: white space that contains a line break becomes one space.

    Attributes:
        text: the verbatim slice `source[start:end]`, decoded if the source is bytes, without white space at its ends.
        start, end: its offsets in the source, in code points of a str or bytes of bytes.
        index: the number of the unit in its document, from 0; for given sentences, the position in the list.
        kind: "sentence", "heading", "item", "turn", "fragment" or "code".
        paragraph: the number of its paragraph, from 0.
        candidate: whether it may be chosen.
        reason: why it may not be chosen: "heading", "code", "sparse", "repeated", "boilerplate" or "blank"; None for a
            candidate.
    """

    __slots__ = ("candidate", "end", "index", "kind", "paragraph", "reason", "start", "text")
    __match_args__ = ("text", "start", "end", "index", "kind", "paragraph", "candidate", "reason")

    text: str
    start: int
    end: int
    index: int
    kind: str
    paragraph: int
    candidate: bool
    reason: str | None

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        index: int,
        kind: str,
        paragraph: int,
        candidate: bool,
        reason: str | None,
    ) -> None:
        put = object.__setattr__
        put(self, "text", text)
        put(self, "start", start)
        put(self, "end", end)
        put(self, "index", index)
        put(self, "kind", kind)
        put(self, "paragraph", paragraph)
        put(self, "candidate", candidate)
        put(self, "reason", reason)

    def __str__(self) -> str:
        return _core.print_text(self.text)


class ScoredSentence(Sentence):
    """A sentence of a summary.

    Attributes:
        score: in [0, 1]. The best candidate has 1; a unit that is not a candidate has 0.
        rank: the place of its score among those of the candidates: 1 for the highest score; of equal scores, the
            earlier sentence comes first. None for a unit that is not a candidate. Everywhere in tersely, a rank is this
            number. The order of picking, which follows gains, is Summary.order.
        cut: whether the sentence is cut to fit the budget (`cut=True`). Then text, start and end are those of its
            beginning, and it is printed with "…" at the end.
        relevance: how well it matches the query, in [0, 1]; the candidate that matches best has 1. 0 if the query is
            unmatched, and for a unit that is not a candidate. None without a query.
    """

    __slots__ = ("cut", "rank", "relevance", "score")
    __match_args__ = (*Sentence.__match_args__, "score", "rank", "cut", "relevance")

    score: float
    rank: int | None
    cut: bool
    relevance: float | None

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        index: int,
        kind: str,
        paragraph: int,
        candidate: bool,
        reason: str | None,
        score: float,
        rank: int | None,
        cut: bool = False,
        relevance: float | None = None,
    ) -> None:
        super().__init__(text, start, end, index, kind, paragraph, candidate, reason)
        put = object.__setattr__
        put(self, "score", score)
        put(self, "rank", rank)
        put(self, "cut", cut)
        put(self, "relevance", relevance)

    def __str__(self) -> str:
        return _core.print_text(self.text, self.cut)


def slice_text(source: str | bytes, start: int, end: int) -> str:
    """Returns `source[start:end]` as a str."""
    part = source[start:end]
    return part if isinstance(part, str) else part.decode()


def make_sentence(source: str | bytes, row: _core.SentenceRow) -> Sentence:
    text = slice_text(source, row.start, row.end)
    return Sentence(text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason)


def make_scored_sentence(source: str | bytes, row: _core.SentenceRow) -> ScoredSentence:
    text = slice_text(source, row.start, row.end)
    unit = (text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason)
    return ScoredSentence(*unit, row.score, row.rank, row.cut, row.relevance)
