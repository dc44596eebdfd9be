"""The calls that most people need: summarize, summarize_many, and a Summarizer with fixed options."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, overload

from . import _batch, _column, _core, _split
from ._column import SentenceColumn, SummaryColumn
from ._document import Document, make_summary
from ._inputs import check_text
from ._options import (
    ANALYSIS,
    BUDGET_NAMES,
    SUMMARY,
    TABLE,
    ValidOptions,
    check_names,
    part,
    replace_budget,
    show_signature,
    validate,
)
from ._split import Sentences
from ._summary import Summary

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._options import CallOptions, ColumnOptions, Count, Options, SegmentationOptions, StructureOptions
    from ._progress import ProgressFunction

_Context = TypeVar("_Context")
_PER_CALL = BUDGET_NAMES | {"title", "language"}
_DEFAULTS = validate({})
_SEGMENTATION = ANALYSIS - {"stop_words", "stem"}


@show_signature(TABLE)
def summarize(text: str | bytes, sentences: Count | None = None, **options: Unpack[Options]) -> Summary:
    """The best sentences of a text, verbatim, in the order of the text.

    >>> import tersely
    >>> text = '''It rained. The council closed the old bridge, for engineers had found cracks in its beams.
    ... A ferry will carry people while the bridge is closed. Nobody has to pay.'''
    >>> print(tersely.summarize(text, 1))
    The council closed the old bridge, for engineers had found cracks in its beams.

    The same text and options give the same summary on every machine and in any number of threads. Costs time linear in
    the bytes; the GIL is released meanwhile.

    Args:
        text: a str, or UTF-8 as bytes.
        sentences: at most so many sentences; 3 where no budget is given.
        words, chars, tokens, ratio: other budgets: at most so many words, characters (code points) of the printed
            summary, tokens as `count_tokens` counts them, or this share of the text's words. All are ceilings, several
            hold together. Digits in a str and integral floats are taken as numbers, "20%" as a ratio.
        count_tokens: a function from a str to its number of tokens, or to its tokens.
        language: BCP-47 tag or English name; "auto" detects it.
        method: one of `tersely.methods()`.
        title: its words weigh more and it is never chosen; None: a leading heading; "": none.
        position: whether sentences weigh less the later they stand: from the "start" of the document, from the last
            heading ("section"), "none"; "auto": section above 1,000 sentences, else start. Of cover.
        order: of the returned sentences, "document" or "score".
        redundancy: weight in [0, 1] of the likeness to sentences already chosen (maximal marginal relevance). Of
            score-based methods.
        damping: damping factor of PageRank, in [0, 1]. Of textrank, textrank-overlap, lexrank.
        threshold: least cosine of two linked sentences, in [0, 1]; None weighs links by their cosine. Of lexrank.
        max_sentences: most sentences that a method of quadratic cost takes; it also takes at most 50 million pairs of
            similar ones, 600 MB. Of textrank-overlap, lexrank.
        stop_words, stem, newline, keep_quotes, abbreviations, markup, max_bytes: of the analysis, see Document.
        cut: where not even one sentence fits, return its longest prefix that ends at a word and does.
        seed: of random.
        timeout: seconds after which SummaryTimeout is raised.

    Raises:
        TypeError: the text is no text, or an option is unknown; the message names the right one.
        InvalidOption: an option has a value that it does not allow, or that the method does not use.
        InvalidText: bytes that are not UTF-8.
        LimitExceeded: more than `max_bytes`, 2 GiB, `max_sentences`, or pairs of similar sentences.
        SummaryTimeout: more than `timeout` seconds.
    """
    check_names("summarize()", options, TABLE)
    if sentences is None and not options:
        return _summarize(text, _DEFAULTS)
    return _summarize(text, validate({"sentences": sentences, **options}))


def _summarize(text: str | bytes, options: ValidOptions) -> Summary:
    return make_summary(text, options.given, _core.summarize(check_text(text), options.core))


@show_signature(_SEGMENTATION)
def split_sentences(text: str | bytes, **options: Unpack[SegmentationOptions]) -> Sentences:
    """Every unit of a text: sentences, headings, list items, turns, fragments and lines of code.

    >>> sentences = tersely.split_sentences("Dr. Smith left. It was 5 p.m. already.")
    >>> sentences.texts
    ['Dr. Smith left.', 'It was 5 p.m. already.']
    >>> sentences.spans.tolist()
    [[0, 15], [16, 38]]
    >>> sentences[1].kind
    'sentence'

    Costs time linear in the bytes; the GIL is released meanwhile.

    Args:
        text: a str, or UTF-8 as bytes.
        language, newline, keep_quotes, abbreviations, markup, max_bytes, timeout: see Document.

    Raises:
        TypeError, InvalidOption, InvalidText, LimitExceeded, SummaryTimeout: see Document.
    """
    check_names("split_sentences()", options, _SEGMENTATION)
    return _split.split(check_text(text), validate(options))


@show_signature(_SEGMENTATION)
def split_many(
    texts: Iterable[str | bytes | None],
    *,
    threads: int = 0,
    on_error: Literal["raise", "status"] = "raise",
    progress: bool | ProgressFunction = False,
    **options: Unpack[SegmentationOptions],
) -> list[Sentences | None]:
    """The units of each text, in order, on all cores; the same as one by one. Ctrl-C stops it.

    >>> [sentences.texts for sentences in tersely.split_many(["It rained. The river rose.", ""])]
    [['It rained.', 'The river rose.'], []]

    Args:
        texts: str or bytes; None, NaN, pandas.NA and NaT give None.
        options: see split_sentences.
        on_error: "raise" raises for the first text that fails, its row in the message; "status" gives no units and
            `.error` for each.
        threads, progress: see summarize_many.
    """
    check_names("split_many()", options, [*_SEGMENTATION, "threads", "on_error", "progress"])
    return _split.split_many(texts, validate(options), threads, on_error, progress)


@show_signature(_SEGMENTATION)
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
    """A column of lists of units for a column of texts: same length, same order, on all cores. Ctrl-C stops it.

    >>> tersely.split_column(["It rained. The river rose.", None, ""]).to_list()
    [['It rained.', 'The river rose.'], None, []]

    Args:
        column, field, threads, progress: see summarize_column.
        output: "text": lists of str; "struct": lists of text, start, end, kind, paragraph. Offsets count code points,
            in binary columns bytes.
        language: one for all, or a column of them: missing ones are "auto".
        on_error: "status" leaves a failed row null, with one RuntimeWarning that tells how many and why; "raise" raises
            for the first.
        options: see split_sentences.

    Raises:
        TypeError, InvalidColumn: see summarize_column.
    """
    check_names("split_column()", options, [*_SEGMENTATION, "field", "output", "on_error", "threads", "progress"])
    return _column.split_column(column, options, field, output, language, on_error, threads, progress)


@show_signature(TABLE)
def summarize_sentences(
    given: Iterable[str | None], sentences: Count | None = None, **options: Unpack[Options]
) -> Summary:
    """The best of given sentences, for texts that come in pieces: transcripts, subtitles, messages, reviews.

    Each is taken as it is. `index` is its position in the list, missing and blank ones counted; `start` and `end` are
    places in `summary.document.text`, the sentences joined by line feeds.

    >>> segments = ["okay so", None, "we close the bridge because the bridge has cracks", "and lunch is at one"]
    >>> [sentence.index for sentence in tersely.summarize_sentences(segments, 1)]
    [2]

    Args:
        given: str; None, NaN and blank ones keep their place and are never chosen.
        sentences: at most so many of them; 3 where no budget is given.
        options: see summarize.
    """
    check_names("summarize_sentences()", options, TABLE)
    document = Document.from_sentences(given, **part(options, ANALYSIS))
    return document.summarize(sentences, **part(options, SUMMARY))


@show_signature(TABLE)
def summarize_many(
    texts: Iterable[str | bytes | None],
    sentences: Count | None = None,
    *,
    threads: int = 0,
    on_error: Literal["raise", "status"] = "raise",
    progress: bool | ProgressFunction = False,
    **options: Unpack[Options],
) -> list[Summary | None]:
    """A summary for each text, in order, on all cores; the same as one by one. Ctrl-C stops it.

    >>> [str(summary) for summary in tersely.summarize_many(["It rained. The river rose.", ""], 1)]
    ['The river rose.', '']

    Args:
        texts: str or bytes; None, NaN, pandas.NA and NaT give None.
        sentences, options: see summarize.
        threads: 0: as many as the process has cores, as the environment's TERSELY_NUM_THREADS says, or 1 in a child of
            multiprocessing. With `tokens` all runs in the calling thread.
        on_error: "raise" raises for the first text that fails, its row in the message; "status" gives a Summary with
            status "error" and `.error` for each.
        progress: True shows a bar of tqdm (`pip install "tersely[progress]"`); a function is called with the texts done
            and all texts (None: unknown) about every 50 ms and at the end.
    """
    check_names("summarize_many()", options, [*TABLE, "threads", "on_error", "progress"])
    return Summarizer(sentences, **options).many(texts, threads=threads, on_error=on_error, progress=progress)


@show_signature(TABLE)
def summarize_column(
    column: Any,
    sentences: Count | None = None,
    *,
    field: str | None = None,
    output: Literal["text", "struct"] = "text",
    language: Any = None,
    title: Any = None,
    on_error: Literal["raise", "status"] = "status",
    threads: int = 0,
    progress: bool | ProgressFunction = False,
    **options: Unpack[ColumnOptions],
) -> SummaryColumn:
    """A column of summaries for a column of texts: same length, same order, on all cores. Ctrl-C stops it.

    >>> column = tersely.summarize_column(["It rained. The river rose.", None, ""], 1)
    >>> column.to_list()
    ['The river rose.', None, '']

    Args:
        column: what exports Arrow (a column of pyarrow, Polars, pandas, DuckDB, ...), read where it lies, without
            pyarrow: string, large_string, string_view, their binary twins and dictionaries of them; or a list or any
            iterable, see summarize_many. Missing texts stay missing, blank ones give "".
        sentences, options: see summarize.
        field: the column of text where `column` is a table or a struct.
        output: "text", or "struct": summary, sentences (start, end, index, score), status, language, coverage, flags,
            error. Offsets count code points, in binary columns bytes. A lone surrogate of a str becomes U+FFFD.
        language, title: one for all, or a column of them: missing ones are "auto" and None.
        on_error: "status" leaves a failed row, such as a number among texts, null, with one RuntimeWarning that tells
            how many and why (text), or with status "error" and its reason (struct); "raise" raises for the first.
        threads, progress: see summarize_many.

    Raises:
        TypeError: the column holds no text; the message names the cast.
        InvalidColumn: an Arrow export that is damaged or has been used before.
    """
    check_names("summarize_column()", options, [*TABLE, "field", "output", "on_error", "threads", "progress"])
    validated = validate({"sentences": sentences, **options})
    return _column.summarize_column(column, validated, field, output, language, title, on_error, threads, progress)


class Summarizer:
    """Options, fixed once. Immutable, hashable, picklable; any number of threads may share one.

    >>> summarizer = tersely.Summarizer(method="lead", sentences=1)
    >>> print(summarizer("It rained. The river rose."))
    It rained.

    Args:
        sentences, options: see summarize.
    """

    __slots__ = ("_options",)

    _options: ValidOptions

    @show_signature(TABLE)
    def __init__(self, sentences: Count | None = None, **options: Unpack[Options]) -> None:
        check_names("Summarizer()", options, TABLE)
        object.__setattr__(self, "_options", validate({"sentences": sentences, **options}))

    def __call__(self, text: str | bytes, sentences: Count | None = None, **options: Unpack[CallOptions]) -> Summary:
        """The summary of a text.

        Args:
            text: a str, or UTF-8 as bytes.
            sentences, words, chars, tokens, ratio, count_tokens: they replace the budgets of the Summarizer.
            title, language: of this text.
        """
        if sentences is None and not options:
            return _summarize(text, self._options)
        check_names("a Summarizer's call", options, _PER_CALL)
        given = {**self._given, **part(options, ("title", "language"))}
        budget = part(options, _PER_CALL - {"title", "language"})
        return summarize(text, **replace_budget(given, {"sentences": sentences, **budget}))

    def many(
        self,
        texts: Iterable[str | bytes | None],
        *,
        threads: int = 0,
        on_error: Literal["raise", "status"] = "raise",
        progress: bool | ProgressFunction = False,
    ) -> list[Summary | None]:
        """A summary for each text; see summarize_many."""
        return _batch.many(texts, self._options, threads, on_error, progress)

    @overload
    def pipe(
        self,
        texts: Iterable[str | bytes | None],
        *,
        as_tuples: Literal[False] = False,
        batch_size: int = 256,
        threads: int = 0,
        on_error: Literal["raise", "status"] = "raise",
        progress: bool | ProgressFunction = False,
    ) -> Iterator[Summary | None]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[str | bytes | None, _Context]],
        *,
        as_tuples: Literal[True],
        batch_size: int = 256,
        threads: int = 0,
        on_error: Literal["raise", "status"] = "raise",
        progress: bool | ProgressFunction = False,
    ) -> Iterator[tuple[Summary | None, _Context]]: ...
    def pipe(
        self,
        texts: Iterable[Any],
        *,
        as_tuples: bool = False,
        batch_size: int = 256,
        threads: int = 0,
        on_error: Literal["raise", "status"] = "raise",
        progress: bool | ProgressFunction = False,
    ) -> Iterator[Any]:
        """Summaries of a stream of texts of any length, in order, in bounded memory.

        >>> rows = [("It rained. The river rose.", 7), (None, 8)]
        >>> [(row, str(summary)) for summary, row in tersely.Summarizer(1).pipe(rows, as_tuples=True)]
        [(7, 'The river rose.'), (8, 'None')]

        Args:
            texts: see summarize_many; read a batch at a time, when the next result is asked for.
            as_tuples: texts are tuples (text, context), results are tuples (summary, context).
            batch_size: texts that are summarised together; fewer once they have 16 million characters.
            threads, on_error, progress: see summarize_many. An error of a row or of the source itself is raised when
                all results before it have been yielded.
        """
        return _batch.pipe(texts, self._options, as_tuples, batch_size, threads, on_error, progress)

    def column(
        self,
        column: Any,
        *,
        field: str | None = None,
        output: Literal["text", "struct"] = "text",
        language: Any = None,
        title: Any = None,
        on_error: Literal["raise", "status"] = "status",
        threads: int = 0,
        progress: bool | ProgressFunction = False,
    ) -> SummaryColumn:
        """A column of summaries for a column of texts; see summarize_column."""
        return _column.summarize_column(
            column, self._options, field, output, language, title, on_error, threads, progress
        )

    @property
    def _given(self) -> dict[str, Any]:
        return self._options.given

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a Summarizer is fixed; make another: Summarizer({name}=...)")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a Summarizer is fixed")

    def __eq__(self, other: object) -> bool:
        return self._given == other._given if isinstance(other, Summarizer) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(sorted(self._given.items())))

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self._given,)

    def __copy__(self) -> Summarizer:
        return self

    def __deepcopy__(self, memo: object) -> Summarizer:
        return self

    def __repr__(self) -> str:
        return f"Summarizer({', '.join(f'{name}={value!r}' for name, value in self._given.items())})"


def _rebuild(given: dict[str, Any]) -> Summarizer:
    return Summarizer(**given)
