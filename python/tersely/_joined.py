"""Joins the sentences of a summary, with marks where the text between them was
left out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._sentence import ScoredSentence
    from ._summary import Summary


def join(summary: Summary, sep: str | None, gap: str | None) -> str:
    """See Summary.join. Each sentence that is left out costs another join."""
    after = _separators(summary) if sep is None else dict.fromkeys((x.index for x in summary), sep)
    kept = list(summary)
    text = _join(kept, after, gap, sep is None)
    if gap is None:
        return text
    required = set(summary._given.get("include", ()))
    for index in reversed([index for index in summary.order[1:] if index not in required]):
        if _fits(text, summary):
            break
        kept = [sentence for sentence in kept if sentence.index != index]
        text = _join(kept, after, gap, sep is None)
    return text


def _separators(summary: Summary) -> dict[int, str]:
    """Returns what stands after each sentence in the printed summary: white
    space, with which no sentence begins."""
    after = {}
    rest = summary.text
    for sentence in summary:
        rest = rest[len(str(sentence)) :]
        sentences = rest.lstrip()
        after[sentence.index] = rest[: len(rest) - len(sentences)]
        rest = sentences
    return after


def _join(sentences: Sequence[ScoredSentence], after: dict[int, str], gap: str | None, lines: bool) -> str:
    """`lines`: a gap in place of a line break stands on a line of its own."""
    parts = [str(sentence) for sentence in sentences[:1]]
    for before, sentence in itertools.pairwise(sentences):
        between = after[before.index]
        if gap is not None and sentence.index != before.index + 1:
            between = f"\n{gap.strip()}\n" if lines and between == "\n" else gap
        parts += between, str(sentence)
    return "".join(parts)


def _fits(text: str, summary: Summary) -> bool:
    given = summary._given
    count_tokens = given.get("count_tokens")
    if "chars" in given and len(text) > float(given["chars"]):
        return False
    if "tokens" in given and count_tokens is not None:
        tokens = count_tokens(text)
        if (tokens if isinstance(tokens, int) else len(tokens)) > float(given["tokens"]):
            return False
    if "words" not in given:
        return True
    n_words: int = summary._analyse(text, {"language": summary.language}).n_words
    return n_words <= float(given["words"])
