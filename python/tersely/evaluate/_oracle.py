"""The sentences with the best ROUGE: a ceiling for every method that chooses
whole sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from .. import _core
from .._document import Document
from .._sentence import Sentence
from ._options import check_count, check_references, make_rouge_options
from ._rouge import TYPES, Score, rouge


class Oracle(NamedTuple):
    """The choice of the oracle.

    Attributes:
        sentences: in the order of the text.
        order: the indices of the units in the order in which they were picked.
        text: as a summary prints it.
        rouge: its scores.
    """

    sentences: tuple[Sentence, ...]
    order: tuple[int, ...]
    text: str
    rouge: dict[str, Score]

    def __str__(self) -> str:
        return self.text


def oracle(
    text: str | bytes | Document,
    references: str | Sequence[str],
    *,
    sentences: int | None = None,
    words: int | None = None,
    use_stemmer: bool = False,
    tokens: Literal["rouge-score", "words"] = "rouge-score",
    multi: Literal["max", "mean"] = "max",
) -> Oracle:
    """Chooses sentences with the references at hand: an estimate of the highest
    ROUGE that whole sentences can reach.

    Each step adds the unit that raises the sum of the F-measures of ROUGE-1 and
    ROUGE-2 most, until none raises it (the greedy oracle of Nallapati, Zhai &
    Zhou 2017). Headings may be chosen, too. N-grams that cross two sentences do
    not count during the choice; they do in `.rouge`. The choice is empty if no
    unit shares a word with a reference.

    >>> text = "It rained. The old bridge is closed. The ferry is free."
    >>> reference = "The bridge is closed, but the ferry is free."
    >>> evaluate.oracle(text, reference, sentences=1).text
    'The ferry is free.'

    Args:
        text: a str, bytes in UTF-8, or a Document.
        references, use_stemmer, tokens, multi: see rouge.
        sentences, words: the maximum number of sentences and of words. Without
            both, there is no limit.

    Raises:
        TypeError, InvalidOption, InvalidText: see rouge and Document.
    """
    document = text if isinstance(text, Document) else Document(text)
    given = check_references(references)
    options = make_rouge_options((), use_stemmer, tokens, multi)
    chosen = _core.oracle(
        document._core, given, check_count("sentences", sentences), check_count("words", words), options
    )
    picked = tuple(document[index] for index in sorted(chosen.order))
    lines = "\n".join(map(str, picked))
    scores = rouge(lines, given, types=TYPES, use_stemmer=use_stemmer, tokens=tokens, multi=multi)
    return Oracle(picked, chosen.order, chosen.text, scores)
