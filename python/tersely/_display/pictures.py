"""What the pictures of plot.py and the charts of chart.py have in common:
kinds, titles, colours and concepts."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from .._errors import InvalidOption, quote
from .facts import plural

if TYPE_CHECKING:
    from .shown import ShownExplanation, ShownSummary

MOST_CONCEPTS = 20
INDEX = "position in the document (index of the unit)"
_TITLES = {
    "scores": "Scores of {}, {:,} chosen",
    "coverage": "Coverage by number of sentences",
    "similarity": "Similarity of {}",
    "concepts": "Heaviest words and pairs of words, by the sentence that covers them first",
}

# From the palette of Okabe and Ito, which colour-blind people can tell apart. The colours are dark enough for a white
# background and light enough for a black one. Grey is half transparent, so that it is faint on both.
CHOSEN, CURVE = "#D55E00", "#0072B2"
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
GREY, FAINT = "#808080", 0.55


def check_kind(kind: object) -> None:
    if not isinstance(kind, str) or kind not in _TITLES:
        allowed = ", ".join(f'"{name}"' for name in _TITLES)
        raise InvalidOption(f"kind={quote(kind)}: must be one of {allowed}", "kind", kind)


def tell_title(summary: ShownSummary, kind: str) -> str:
    return _TITLES[kind].format(plural(len(summary.document.candidates), "candidate"), len(summary))


def place_on_curve(summary: ShownSummary, order: Collection[int]) -> int:
    """Returns the number of sentences at which a summary stands on the curve:
    headings and code do not count."""
    return len({sentence.index for sentence in summary}.intersection(order))


def tell_groups(size: int) -> str:
    """Names an axis of the similarity."""
    return "sentence" if size == 1 else f"sentence (groups of {size})"


class Bar(NamedTuple):
    text: str
    weight: float
    pick: int | None  # number of the pick that covers it


def heaviest_concepts(explained: ShownExplanation) -> list[Bar]:
    bars = [Bar(text, weight, number) for number, pick in enumerate(explained.picks) for text, weight in pick.concepts]
    bars += [Bar(text, weight, None) for text, weight in explained.uncovered]
    return sorted(bars, key=lambda bar: -bar.weight)[:MOST_CONCEPTS]
