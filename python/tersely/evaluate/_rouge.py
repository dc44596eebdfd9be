"""ROUGE of summaries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Literal, NamedTuple

from .. import _core
from .._errors import InvalidOption, quote
from .._progress import Progress, ProgressFunction
from .._summary import Summary
from .._threads import resolve_threads
from ._options import check_references, make_rouge_options

TYPES = ("rouge1", "rouge2", "rougeL", "rougeLsum")


class Score(NamedTuple):
    """All in [0, 1].

    Attributes:
        precision: the share of the summary that is in the reference.
        recall: the share of the reference that is in the summary.
        fmeasure: their harmonic mean.
    """

    precision: float
    recall: float
    fmeasure: float


def rouge(
    summary: str | Summary,
    references: str | Sequence[str],
    *,
    types: Sequence[str] = TYPES,
    use_stemmer: bool = False,
    tokens: Literal["rouge-score", "words"] = "rouge-score",
    multi: Literal["max", "mean"] = "max",
) -> dict[str, Score]:
    """Returns the ROUGE (Lin 2004) of a summary by type.

    By default, the scores equal those of the package rouge-score 0.1.2. Words
    are then runs of the letters a to z and digits, so use `tokens="words"` for
    other languages than English.

    >>> scores = evaluate.rouge("桥关闭了", "旧桥关闭了", tokens="words")
    >>> scores["rouge1"].precision
    1.0

    Args:
        summary: a str, or a Summary, whose sentences then count as lines.
        references: one or several references.
        types: "rouge1" to "rouge9" (n-grams), "rougeL" (the longest common
            subsequence), or "rougeLsum" (line by line, so put each sentence on
            a line of its own).
        use_stemmer: whether Porter's stemmer is applied to words of more than
            three letters. Only for "rouge-score".
        tokens: what counts as a word: "rouge-score", or "words", the words of
            `Document.words`, case-folded.
        multi: with several references, "max" takes the one with the highest
            F-measure, for each type; "mean" takes the mean of all.

    Raises:
        TypeError: the summary or a reference is not a str.
        InvalidOption: the value of an option is not allowed, or there is no
            reference.
        LimitExceeded: two lines are too long for rougeLsum, about 65,000 words
            each.
    """
    return rouge_many(
        [summary], [references], types=types, use_stemmer=use_stemmer, tokens=tokens, multi=multi, threads=1
    )[0]


def rouge_many(
    summaries: Iterable[str | Summary],
    references: Iterable[str | Sequence[str]],
    *,
    types: Sequence[str] = TYPES,
    use_stemmer: bool = False,
    tokens: Literal["rouge-score", "words"] = "rouge-score",
    multi: Literal["max", "mean"] = "max",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
) -> list[dict[str, Score]]:
    """Returns the ROUGE of many summaries, in order, on all cores. Ctrl-C stops
    it.

    Args:
        summaries, types, use_stemmer, tokens, multi: see rouge.
        references: for each summary, one or several references.
        threads, progress: see summarize_many.

    Raises:
        ValueError: there are not as many references as summaries.
        TypeError, InvalidOption, LimitExceeded: see rouge.
    """
    types = (types,) if isinstance(types, str) else tuple(types)
    if not types:
        raise InvalidOption("types=(): must hold at least one type", "types", types)
    options = make_rouge_options(types, use_stemmer, tokens, multi)
    texts = [text_of(summary) for summary in summaries]
    rows = [check_references(row) for row in references]
    if len(texts) != len(rows):
        raise ValueError(f"there are {len(texts)} summaries, but references for {len(rows)}")
    with closing(Progress(progress, len(texts))) as shown:
        scores = memoryview(_core.rouge(texts, rows, options, resolve_threads(threads), shown.callback))
        shown.update(len(texts))
    table: list[list[float]] = scores.tolist() if texts else []  # type: ignore[assignment]  # it has two dimensions
    return [{name: Score(*row[3 * i : 3 * i + 3]) for i, name in enumerate(types)} for row in table]


def text_of(summary: object) -> str:
    """Returns the text of a summary, with each sentence of a Summary on a line
    of its own. Raises TypeError."""
    if isinstance(summary, Summary):
        return summary.join("\n")
    if isinstance(summary, str):
        return summary
    raise TypeError(f"a summary must be a str or a Summary, not {quote(summary)}")
