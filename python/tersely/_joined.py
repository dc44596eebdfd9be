"""Joins sentences as a summary prints them, with marks where the text between
them was left out."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence

from ._sentence import ScoredSentence


def join(
    sentences: Sequence[ScoredSentence],
    printed: str,
    sep: str | None,
    gap: str | None,
    optional: Iterable[int],
    fits: Callable[[str, Sequence[ScoredSentence], int], bool],
) -> str:
    """Joins sentences; see Summary.join. Each that is left out costs another
    join.

    Args:
        printed: the summary as text.
        optional: the units that may be left out, in this order, until the
            result fits.
        fits: whether a text, its sentences and the number of gaps in it fit
            the budgets.
    """
    after = _separators(sentences, printed) if sep is None else dict.fromkeys((x.index for x in sentences), sep)
    kept = list(sentences)
    text = _join(kept, after, gap, sep is None)
    if gap is None:
        return text
    for index in optional:
        if fits(text, kept, sum(_has_gap(*pair) for pair in itertools.pairwise(kept))):
            break
        kept = [sentence for sentence in kept if sentence.index != index]
        text = _join(kept, after, gap, sep is None)
    return text


def _separators(sentences: Iterable[ScoredSentence], printed: str) -> dict[int, str]:
    """Returns what stands after each sentence in the printed summary: white
    space, with which no sentence begins."""
    after = {}
    rest = printed
    for sentence in sentences:
        rest = rest[len(str(sentence)) :]
        following = rest.lstrip()
        after[sentence.index] = rest[: len(rest) - len(following)]
        rest = following
    return after


def _has_gap(before: ScoredSentence, sentence: ScoredSentence) -> bool:
    return sentence.index != before.index + 1


def _join(sentences: Sequence[ScoredSentence], after: dict[int, str], gap: str | None, lines: bool) -> str:
    """`lines`: a gap in place of a line break stands on a line of its own."""
    parts = [str(sentence) for sentence in sentences[:1]]
    for before, sentence in itertools.pairwise(sentences):
        between = after[before.index]
        if gap is not None and _has_gap(before, sentence):
            between = f"\n{gap.strip()}\n" if lines and between == "\n" else gap
        parts += between, str(sentence)
    return "".join(parts)
