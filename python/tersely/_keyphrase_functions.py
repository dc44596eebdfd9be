"""The functions that find keyphrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from . import _column
from ._column import KeyphraseColumn
from ._document import Document
from ._keyphrases import Keyphrases
from ._options import (
    ANALYSIS,
    check_names,
    show_signature,
)

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._option_types import (
        AnalysisOptions,
        ColumnAnalysisOptions,
        Count,
    )
    from ._progress import ProgressFunction


@show_signature(ANALYSIS)
def keyphrases(
    text: str | bytes, n: Count = 10, max_words: Count = 4, **options: Unpack[AnalysisOptions]
) -> Keyphrases:
    """Returns the words and phrases that say what a text is about, the best
    first, with all their places.

    >>> text = "The carbon tax is back. A carbon tax is no tax on cars."
    >>> [(x.text, x.count) for x in tersely.keyphrases(text, 2)]
    [('carbon tax', 2), ('cars', 1)]

    A phrase is a part of a run of words without stop words, verbs and adverbs
    of a list, and punctuation. It must occur as a whole run, or beside
    different words. Phrases count that are frequent, early, long or
    capitalised, and whose words weigh much for `cover`. A phrase that is part
    of a better one is left out. One rule serves all languages; Chinese, Dutch,
    English, French, German, Italian, Portuguese and Spanish have lists of verbs
    and adverbs. Words of code, of repeated lines and of notices do not count.

    The same text and options give the same keyphrases on every machine. The
    time is linear in the size of the text. The GIL is released during the work.

    Args:
        text: a str, or bytes in UTF-8.
        n: the maximum number of keyphrases.
        max_words: the maximum number of words of each, from 1 to 10. Words
            joined by hyphens count as one.
        options: options of the analysis; see Document. With `stop_words`, the
            language's list of verbs and adverbs still applies. `timeout` limits
            the analysis, and again what follows it.

    Returns:
        A sequence of Keyphrase, empty for a blank text.

    Raises:
        TypeError, InvalidText, LimitExceeded, SummaryTimeout: see Document.
        InvalidOption: the value of an option is not allowed.
    """
    check_names("keyphrases()", options, [*ANALYSIS, "n", "max_words"])
    return Document(text, **options).keyphrases(n, max_words)


@show_signature(ANALYSIS)
def keyphrases_column(
    column: Any,
    n: Count = 10,
    max_words: Count = 4,
    *,
    field: str | None = None,
    language: Any = None,
    on_error: Literal["raise", "status"] = "status",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
    **options: Unpack[ColumnAnalysisOptions],
) -> KeyphraseColumn:
    """Finds the keyphrases of a column of texts, in the same order, on all
    cores. Ctrl-C stops it.

    >>> texts = ["A heat pump heats. It is new.", None]
    >>> phrases, missing = tersely.keyphrases_column(texts, 1)
    >>> phrases[0]["text"], phrases[0]["spans"], missing
    ('heat pump heats', [{'start': 2, 'end': 17}], None)

    Args:
        column, field, threads, progress: see summarize_column. The result has
            the Arrow type list<struct<text, score, count, spans:
            list<struct<start, end>>>>.
        n, max_words, options: see keyphrases.
        language, on_error: see split_column.

    Raises:
        TypeError, InvalidColumn: see summarize_column.
    """
    names = [*ANALYSIS, "n", "max_words", "field", "on_error", "threads", "progress"]
    check_names("keyphrases_column()", options, names)
    return _column.keyphrase_column(column, n, max_words, options, field, language, on_error, threads, progress)
