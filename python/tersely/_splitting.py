"""The functions that split texts into sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from . import _column, _split
from ._column import SentenceColumn
from ._inputs import check_text
from ._options import (
    SEGMENTATION,
    check_names,
    show_signature,
    validate,
)
from ._split import Sentences

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._option_types import (
        SegmentationOptions,
        StructureOptions,
    )
    from ._progress import ProgressFunction


@show_signature(SEGMENTATION)
def split_sentences(text: str | bytes, **options: Unpack[SegmentationOptions]) -> Sentences:
    """Splits a text into units: sentences, headings, list items, turns,
    fragments and lines of code.

    >>> text = "Dr. Smith left. It was 5 p.m. already."
    >>> sentences = tersely.split_sentences(text)
    >>> sentences.texts
    ['Dr. Smith left.', 'It was 5 p.m. already.']
    >>> sentences.spans.tolist()
    [[0, 15], [16, 38]]
    >>> sentences[1].kind
    'sentence'

    The time is linear in the size of the text. The GIL is released during the
    work.

    Args:
        text: a str, or bytes in UTF-8.
        language, newline, keep_quotes, abbreviations, markup, max_bytes,
            timeout: see Document.

    Raises:
        TypeError, InvalidOption, InvalidText, LimitExceeded, SummaryTimeout:
            see Document.
    """
    check_names("split_sentences()", options, SEGMENTATION)
    return _split.split(check_text(text), validate(options))


@show_signature(SEGMENTATION)
def split_many(
    texts: Iterable[str | bytes | None],
    *,
    threads: int = 0,
    on_error: Literal["raise", "status"] = "raise",
    progress: bool | ProgressFunction = False,
    **options: Unpack[SegmentationOptions],
) -> list[Sentences | None]:
    """Splits many texts, in order, on all cores. The result is that of one call
    for each text. Ctrl-C stops it.

    >>> texts = ["It rained. The river rose.", ""]
    >>> [sentences.texts for sentences in tersely.split_many(texts)]
    [['It rained.', 'The river rose.'], []]

    Args:
        texts: each a str or bytes. None, NaN, pandas.NA and NaT are missing
            texts and give None.
        options: see split_sentences.
        on_error: "raise" raises the error of the first text that fails; its
            message names the row. "status" returns an empty sequence with
            `.error` for each text that fails.
        threads, progress: see summarize_many.
    """
    check_names("split_many()", options, [*SEGMENTATION, "threads", "on_error", "progress"])
    return _split.split_many(texts, validate(options), threads, on_error, progress)


@show_signature(SEGMENTATION)
def split_column(
    column: Any,
    *,
    field: str | None = None,
    output: Literal["text", "struct"] = "text",
    language: Any = None,
    on_error: Literal["raise", "status"] = "status",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
    **options: Unpack[StructureOptions],
) -> SentenceColumn:
    """Splits a column of texts into a column of lists of units, in the same
    order, on all cores. Ctrl-C stops it.

    >>> tersely.split_column(["It rained. The river rose.", None, ""]).to_list()
    [['It rained.', 'The river rose.'], None, []]

    Args:
        column, field, threads, progress: see summarize_column.
        output: "text" gives lists of str; "struct" gives lists of structs
            (text, start, end, kind, paragraph). start and end count code
            points, or bytes in a binary column.
        language: one language for all rows, or a column of them, in which a
            missing value means "auto".
        on_error: "status" makes each failed row null; one RuntimeWarning tells
            how many rows failed and why the first did. "raise" raises the error
            of the first failed row.
        options: see split_sentences.

    Raises:
        TypeError, InvalidColumn: see summarize_column.
    """
    check_names("split_column()", options, [*SEGMENTATION, "field", "output", "on_error", "threads", "progress"])
    return _column.split_column(column, options, field, output, language, on_error, threads, progress)
