"""Two summaries of one text, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._errors import InvalidOption, quote

if TYPE_CHECKING:
    from ._sentence import ScoredSentence
    from ._summary import Summary


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What two summaries of one text share, and what only one of them has.
    Immutable; in the order of the text.

    `print(comparison)` shows it as text. A notebook shows the document with the
    marks of both.

    Attributes:
        first, second: the compared summaries.
        both: the sentences of the first summary that the second has, too. A
            sentence may be cut in one of them.
        only_first: the sentences that only the first summary has.
        only_second: the sentences that only the second summary has.
    """

    first: Summary
    second: Summary
    both: tuple[ScoredSentence, ...]
    only_first: tuple[ScoredSentence, ...]
    only_second: tuple[ScoredSentence, ...]

    def __str__(self) -> str:
        from ._display.comparison_text import lay_out

        return "\n".join(lay_out(self))

    def __repr__(self) -> str:
        return f"Comparison({len(self.both)} shared, {len(self.only_first)} and {len(self.only_second)} not)"

    def _repr_html_(self) -> str:
        from ._display.notebook_comparison import show_comparison

        return show_comparison(self)


def compare(first: Summary, second: Summary) -> Comparison:
    """See Summary.compare."""
    if not hasattr(second, "document"):
        raise TypeError(f"other must be a Summary, not {type(second).__name__}")
    spans = ([(unit.start, unit.end) for unit in summary.document] for summary in (first, second))
    if first.document.text != second.document.text or next(spans) != next(spans):
        raise InvalidOption(f"other={quote(second)}: must be a summary of the same text and units", "other", second)
    of_first, of_second = ({sentence.index for sentence in summary} for summary in (first, second))
    in_order = sorted(first, key=lambda sentence: sentence.index)
    return Comparison(
        first,
        second,
        tuple(sentence for sentence in in_order if sentence.index in of_second),
        tuple(sentence for sentence in in_order if sentence.index not in of_second),
        tuple(
            sentence
            for sentence in sorted(second, key=lambda sentence: sentence.index)
            if sentence.index not in of_first
        ),
    )
