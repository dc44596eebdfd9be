"""Splitting of one text or many texts, without analysis."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, overload

from . import _core
from ._batch import Row, check_on_error, read_rows, texts_of
from ._document import Document
from ._options import ValidOptions, validate
from ._progress import Progress, ProgressFunction
from ._sentence import Sentence
from ._threads import resolve_threads

if TYPE_CHECKING:
    from collections.abc import Mapping


class Sentences(Sequence[Sentence]):
    """The units of a text, in order: sentences, headings, list items, turns,
    fragments and lines of code.

    An immutable and thread-safe sequence of Sentence. It equals a list of the
    same sentences. `texts` and `spans` are the fastest way to read it, because
    they need no analysis. The first access to a Sentence analyses the text,
    because a Sentence says whether it may be chosen. It is pickled as its text
    and options.

    `pyarrow.table(sentences)` makes an Arrow table with a row for each unit:
    text, start, end, kind, paragraph.
    """

    __slots__ = ("_document", "_error", "_given", "_made", "_source")

    _source: str | bytes
    _given: Mapping[str, Any]
    _made: _core.Split
    _error: Exception | None
    _document: Document | None  # made on first use

    @classmethod
    def _of(
        cls, source: str | bytes, given: Mapping[str, Any], core: _core.Split, error: Exception | None = None
    ) -> Sentences:
        self = cls.__new__(cls)
        self._source = source
        self._given = given
        self._made = core
        self._error = error
        self._document = None
        return self

    @property
    def texts(self) -> list[str]:
        """The verbatim text of each unit. Each access makes a new list."""
        return self._made.texts()

    @property
    def spans(self) -> memoryview:
        """The offsets of the units: a read-only n x 2 table of 64-bit integers
        (start, end).

        They count code points of a str, or bytes of bytes.
        `numpy.asarray(sentences.spans)` makes an array without a copy.
        """
        return memoryview(self._made.spans())

    @property
    def language(self) -> str:
        """The language code; "und" if the language was neither given nor
        detected."""
        return self._made.language

    @property
    def error(self) -> str | None:
        """Why split_many(on_error="status") could not split the text, which
        then has no units; otherwise None."""
        return None if self._error is None else str(self._error)

    @property
    def document(self) -> Document:
        """The analysed text, made on first use. Raises the error that `error`
        describes, if there is one."""
        if self._error is not None:
            raise self._error
        if self._document is None:
            self._document = Document(self._source, **self._given)
        return self._document

    @overload
    def __getitem__(self, index: int) -> Sentence: ...
    @overload
    def __getitem__(self, index: slice) -> list[Sentence]: ...
    def __getitem__(self, index: int | slice) -> Sentence | list[Sentence]:
        units = self._units()
        return list(units[index]) if isinstance(index, slice) else units[index]

    def __iter__(self) -> Iterator[Sentence]:
        return iter(self._units())

    def __len__(self) -> int:
        return len(self._made)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sentences | list):
            return NotImplemented
        return len(self) == len(other) and all(map(operator.eq, self, other))

    def __hash__(self) -> int:
        return hash(self._units())

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (self._source, self._given, self._error)

    def __repr__(self) -> str:
        more = f"language={self.language!r}" if self._error is None else f"error={self.error!r}"
        return f"Sentences({len(self)} unit{'' if len(self) == 1 else 's'}, {more})"

    def _repr_html_(self) -> str:
        if self._error is None:
            return self.document._repr_html_()
        from ._html_text import escape

        return escape(repr(self))

    def _units(self) -> tuple[Sentence, ...]:
        return self.document.units if self._error is None else ()

    def __arrow_c_schema__(self) -> object:
        return self._made.schema()

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Exports the sequence's own type even if another is requested, as the
        protocol allows."""
        return self._made.array()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._made.stream()


def split(source: str | bytes, options: ValidOptions) -> Sentences:
    return Sentences._of(source, options.given, _core.Split(source, options.core))


def _of_error(source: str | bytes, given: Mapping[str, Any], error: Exception) -> Sentences:
    return Sentences._of(source, given, _core.Split("", validate({}).core), error)


def _rebuild(source: str | bytes, given: Mapping[str, Any], error: Exception | None) -> Sentences:
    return split(source, validate(given)) if error is None else _of_error(source, given, error)


def split_many(
    texts: Iterable[Any],
    options: ValidOptions,
    threads: int,
    on_error: str,
    progress: bool | ProgressFunction,
) -> list[Sentences | None]:
    check_on_error(on_error)
    threads = resolve_threads(threads)
    rows = read_rows(texts, on_error)
    with closing(Progress(progress, len(rows))) as shown:
        results = _core.split_many(texts_of(rows), options.core, threads, shown.callback)
        shown.update(len(rows))
    return [_result(text, options.given, result, on_error) for text, result in zip(rows, results, strict=True)]


def _result(
    text: Row, given: Mapping[str, Any], result: _core.Split | Exception | None, on_error: str
) -> Sentences | None:
    if isinstance(text, TypeError):
        return _of_error("", given, text)
    if text is None or result is None:
        return None
    if not isinstance(result, Exception):
        return Sentences._of(text, given, result)
    if on_error == "raise":
        raise result
    return _of_error(text, given, result)
