"""The sentences of documents and summaries."""

from __future__ import annotations

from . import _core
from ._sources import SourceTexts
from ._value import Value

_OF_SOURCE = ("source", "source_name")


class Sentence(Value):
    """A unit of a text: a sentence, heading, list item, turn, fragment or line
    of code.

    Immutable. Compared and hashed by value. Supports pattern matching.
    `str(sentence)` is its text as a summary prints
    it: white space that contains a line break becomes one space.

    Attributes:
        text: the verbatim slice `source[start:end]`, decoded if the source is
            bytes, without white space at its ends.
        start, end: its offsets in the source, in code points of a str or bytes
            of bytes.
        index: the number of the unit in its document, from 0; for given
            sentences, the position in the list.
        kind: "sentence", "heading", "item", "turn", "fragment" or "code".
        paragraph: the number of its paragraph, from 0.
        candidate: whether it may be chosen.
        reason: why it may not be chosen: "heading", "code", "sparse",
            "repeated", "boilerplate" or "blank"; None for a candidate.
        source, source_name: the number and the name of its text in a
            DocumentSet; start and end are offsets in that text. None in a
            Document; source_name is also None if the text has no name.
    """

    __slots__ = ("candidate", "end", "index", "kind", "paragraph", "reason", "source", "source_name", "start", "text")
    __match_args__ = (
        "text", "start", "end", "index", "kind", "paragraph", "candidate", "reason", "source", "source_name",
    )  # fmt: skip

    text: str
    start: int
    end: int
    index: int
    kind: str
    paragraph: int
    candidate: bool
    reason: str | None
    source: int | None
    source_name: str | None

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
        source: int | None = None,
        source_name: str | None = None,
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
        put(self, "source", source)
        put(self, "source_name", source_name)

    def __str__(self) -> str:
        return _core.print_text(self.text)

    def __repr__(self) -> str:
        """Leaves out the source if there is none."""
        hidden = _OF_SOURCE if self.source is None else ()
        shown = (name for name in self.__match_args__ if name not in hidden)
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _repr_html_(self) -> str:
        from ._html_text import show_sentence

        return show_sentence(self.text, self._facts(), None)

    def _facts(self) -> list[str]:
        """Says what it is and where it stands, for displays."""
        facts = [f"{self.kind} [{self.index}]", f"from {self.start:,} to {self.end:,}", f"paragraph {self.paragraph}"]
        if self.source is not None:
            facts[1] += f" of {f'text {self.source}' if self.source_name is None else self.source_name}"
        return facts if self.candidate else [*facts, f"cannot be chosen: {self.reason}"]


class ScoredSentence(Sentence):
    """A sentence of a summary.

    Attributes:
        score: in [0, 1]. The best candidate has 1; a unit that is not a
            candidate has 0.
        rank: the place of its score among those of the candidates: 1 for the
            highest score; of equal scores, the earlier sentence comes first.
            None for a unit that is not a candidate. Everywhere in tersely, a
            rank is this number. The order of picking, which follows gains, is
            Summary.order.
        cut: whether the sentence is cut to fit the budget (`cut=True`). Then
            text, start and end are those of its beginning, and it is printed
            with "…" at the end.
        relevance: how well it matches the query, in [0, 1]; the candidate that
            matches best has 1. 0 if the query is unmatched, and for a unit that
            is not a candidate. None without a query.
    """

    __slots__ = ("cut", "rank", "relevance", "score")
    __match_args__ = (
        "text", "start", "end", "index", "kind", "paragraph", "candidate", "reason", "score", "rank", "cut",
        "relevance", "source", "source_name",
    )  # fmt: skip

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
        source: int | None = None,
        source_name: str | None = None,
    ) -> None:
        super().__init__(text, start, end, index, kind, paragraph, candidate, reason, source, source_name)
        put = object.__setattr__
        put(self, "score", score)
        put(self, "rank", rank)
        put(self, "cut", cut)
        put(self, "relevance", relevance)

    def __str__(self) -> str:
        return _core.print_text(self.text, self.cut)

    def _repr_html_(self) -> str:
        from ._html_text import show_sentence

        return show_sentence(str(self) if self.cut else self.text, self._facts(), self.score)

    def _facts(self) -> list[str]:
        rank = [] if self.rank is None else [f"rank {self.rank}"]
        relevance = [] if self.relevance is None else [f"relevance {self.relevance:.2f}"]
        return [*super()._facts(), *rank, f"score {self.score:.2f}", *relevance]


def slice_text(source: str | bytes, start: int, end: int) -> str:
    """Returns `source[start:end]` as a str."""
    part = source[start:end]
    return part if isinstance(part, str) else part.decode()


def whole_text(source: str | bytes | SourceTexts, number: int | None) -> str | bytes:
    """Returns the text with this number; the only one for None."""
    if not isinstance(source, SourceTexts):
        return source
    return "" if number is None else source.texts[number] or ""


def place_of(source: str | bytes | SourceTexts, row: _core.SentenceRow) -> tuple[int | None, str | None]:
    """Returns the number and the name of the text in which a unit stands."""
    if not isinstance(source, SourceTexts) or row.source is None:
        return None, None
    number = source.order[row.source]
    return number, source.name(number)


def make_sentence(source: str | bytes | SourceTexts, row: _core.SentenceRow) -> Sentence:
    place = place_of(source, row)
    text = slice_text(whole_text(source, place[0]), row.start, row.end)
    return Sentence(text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason, *place)


def make_scored_sentence(source: str | bytes | SourceTexts, row: _core.SentenceRow) -> ScoredSentence:
    place = place_of(source, row)
    text = slice_text(whole_text(source, place[0]), row.start, row.end)
    unit = (text, row.start, row.end, row.index, row.kind, row.paragraph, row.candidate, row.reason)
    return ScoredSentence(*unit, row.score, row.rank, row.cut, row.relevance, *place)
