"""Summarizer: fixed options, to be called with texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeVar, overload

from . import _batch, _column
from ._column import SummaryColumn
from ._options import (
    BUDGET_NAMES,
    TABLE,
    ValidOptions,
    check_names,
    part,
    replace_budget,
    show_signature,
    validate,
)
from ._summaries import Summaries
from ._summarize import summarize, summarize_one
from ._summary import Summary

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ._option_types import (
        CallOptions,
        Count,
        Options,
    )
    from ._progress import ProgressFunction

_Context = TypeVar("_Context")
_BESIDE = ("title", "language", "query")  # what a text may bring with it
_PER_CALL = BUDGET_NAMES.union(_BESIDE)


class Summarizer:
    """A summarizer with fixed options, to be called with texts. Immutable,
    hashable, picklable and thread-safe.

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
        """Returns the summary of a text.

        Args:
            text: a str, or bytes in UTF-8.
            sentences, words, chars, tokens, ratio, count_tokens: budgets for
                this call; they replace all budgets of the Summarizer.
            title, language, query: the title and the language of this text, and
                what its summary should answer.
        """
        if sentences is None and not options:
            return summarize_one(text, self._options)
        check_names("a Summarizer's call", options, _PER_CALL)
        given = {**self._given, **part(options, _BESIDE)}
        budget = part(options, BUDGET_NAMES)
        return summarize(text, **replace_budget(given, {"sentences": sentences, **budget}))

    def many(
        self,
        texts: Iterable[str | bytes | None],
        *,
        threads: int = 0,
        on_error: Literal["raise", "status"] = "raise",
        progress: bool | ProgressFunction = False,
    ) -> Summaries:
        """Summarises many texts; see summarize_many."""
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
        """Summarises a stream of any length, in order, in bounded memory.

        >>> rows = [("It rained. The river rose.", 7), (None, 8)]
        >>> pairs = tersely.Summarizer(1).pipe(rows, as_tuples=True)
        >>> [(row, str(summary)) for summary, row in pairs]
        [(7, 'The river rose.'), (8, 'None')]

        Args:
            texts: see summarize_many. The next batch is read only when a result
                of it is needed.
            as_tuples: if True, `texts` yields tuples (text, context), and the
                results are tuples (summary, context).
            batch_size: the number of texts that are summarised together. A
                batch also ends when it has 16 million characters.
            threads, on_error, progress: see summarize_many. An error of a row
                or of `texts` itself is raised after all results before it have
                been yielded.
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
        query: Any = None,
        on_error: Literal["raise", "status"] = "status",
        threads: int = 0,
        progress: bool | ProgressFunction = False,
    ) -> SummaryColumn:
        """Summarises a column of texts; see summarize_column."""
        return _column.summarize_column(
            column, self._options, field, output, language, title, query, on_error, threads, progress
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
