"""Columns. In: anything that exports Arrow, or Python objects. Out: Arrow, or a
sequence of Python objects."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any, overload

from . import _core
from ._batch import check_on_error
from ._errors import InvalidOption, missing, quote
from ._inputs import check_source, is_missing, read_value
from ._options import ValidOptions, validate, with_keyphrase_options
from ._progress import Progress, ProgressFunction
from ._report import Report
from ._threads import resolve_threads
from ._wrong_text import user_level, warn_of_flags

if TYPE_CHECKING:
    import pandas
    import polars

Row = str | dict[str, Any] | list[Any] | None


class ResultColumn(Sequence[Row]):
    """The results of a column, one for each row, in order. Immutable. Each
    Python object is made when it is asked for.

    The column exports Arrow without a copy: `pyarrow.chunked_array(column)`. It
    is also a sequence, so `frame["summary"] = column` works in pandas.
    """

    __slots__ = ("_core", "_n_failed")

    def __init__(self, core: _core.ResultColumn, n_failed: int) -> None:
        self._core = core
        self._n_failed = n_failed

    @property
    def n_failed(self) -> int:
        """The number of failed rows."""
        return self._n_failed

    def to_list(self) -> list[Row]:
        return list(self)

    to_pylist = to_list  # the name of pyarrow

    def to_pandas(self) -> pandas.Series:
        """Returns a pandas Series: of dtype "string" for text, else of Python
        objects.

        Raises:
            ImportError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise missing("pandas", "pandas") from error
        return pandas.Series(list(self), dtype="string" if self._is_text else object)

    def to_polars(self) -> polars.Series:
        """Returns a Polars Series of type String, Struct or List, without a
        copy.

        Raises:
            ImportError: Polars is not installed.
        """
        try:
            import polars
        except ImportError as error:
            raise missing("polars", "polars") from error
        return polars.Series(_ArrowOnly(self))

    @property
    def _is_text(self) -> bool:
        return False

    def __len__(self) -> int:
        return len(self._core)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        rows = range(len(self))[index]  # raises IndexError as a list would
        if isinstance(rows, range):
            return [self._core.value(row) for row in rows]
        row: Row = self._core.value(rows)
        return row

    def __iter__(self) -> Iterator[Row]:
        return (self._core.value(row) for row in range(len(self)))

    def __repr__(self) -> str:
        failed = f", {self.n_failed} failed" if self.n_failed else ""
        return f"{type(self).__name__}({len(self)} row{'' if len(self) == 1 else 's'}{failed})"

    def __arrow_c_schema__(self) -> object:
        return self._core.schema()

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        """Exports the column's own type even if another is requested, as the
        protocol allows."""
        return self._core.array()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._core.stream()


class _ArrowOnly:
    """Exports a column as Arrow only. From a Sequence, Polars would read Python
    objects instead."""

    def __init__(self, column: ResultColumn) -> None:
        self._column = column

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._column.__arrow_c_stream__(requested_schema)


class SummaryColumn(ResultColumn):
    """The summaries of a column: each a str (`output="text"`) or a dict
    (`output="struct"`). Missing texts give None.

    A failed row is None in text output, and has the status "error" in struct
    output.
    """

    __slots__ = ("_output", "_report")

    def __init__(self, core: _core.ResultColumn, n_failed: int, output: str, report: Report) -> None:
        super().__init__(core, n_failed)
        self._output = output
        self._report = report

    @property
    def _is_text(self) -> bool:
        return self._output == "text"

    def report(self) -> Report:
        """Returns how many rows have each status, flag, language and error, for
        text output too.

        >>> import tersely
        >>> column = ["It rained. The river rose.", None]
        >>> print(tersely.summarize_column(column, 1, language="en").report())
        2 rows: 1 missing, 1 ok
        languages: 1 en
        """
        return self._report


class SentenceColumn(ResultColumn):
    """The units of each text of a column: a list of str (`output="text"`) or of
    dict (`output="struct"`).

    A row is None if its text is missing or the row failed.
    """

    __slots__ = ()


class KeyphraseColumn(ResultColumn):
    """The keyphrases of each text of a column: a list of dicts (text, score,
    count, spans), the best first.

    Each of the spans is a dict (start, end). A row is None if its text is
    missing or the row failed.
    """

    __slots__ = ()


def summarize_column(
    column: Any,
    options: ValidOptions,
    field: str | None,
    output: str,
    language: Any,
    title: Any,
    query: Any,
    on_error: str,
    threads: int,
    progress: bool | ProgressFunction,
) -> SummaryColumn:
    _check(output, on_error)
    threads = resolve_threads(threads)
    beside = {"title": title, "language": language, "query": query}
    fixed = {name: value for name, value in beside.items() if isinstance(value, str)}
    if fixed:
        options = validate({**options.given, **fixed})
    texts = _read(column, field)
    titles, languages, queries = (_read_beside(name, value, len(texts)) for name, value in beside.items())
    with closing(Progress(progress, len(texts))) as shown:
        core, failures, counts = _core.summarize_column(
            texts,
            titles,
            languages,
            queries,
            options.core,
            output == "struct",
            threads,
            on_error == "raise",
            shown.callback,
        )
        shown.update(len(texts))
    _report(failures, len(texts), on_error, warn=output == "text")
    return _summaries(core, failures, output, counts)


def summarize_documents_column(
    column: Any,
    options: ValidOptions,
    field: str | None,
    output: str,
    language: Any,
    query: Any,
    on_error: str,
    threads: int,
    progress: bool | ProgressFunction,
) -> SummaryColumn:
    _check(output, on_error)
    threads = resolve_threads(threads)
    beside = {"language": language, "query": query}
    fixed = {name: value for name, value in beside.items() if isinstance(value, str)}
    if fixed:
        options = validate({**options.given, **fixed})
    texts, sizes = _read_groups(column, field)
    languages, queries = (_read_beside(name, value, len(sizes)) for name, value in beside.items())
    how = (options.core, output == "struct", threads, on_error == "raise")
    with closing(Progress(progress, len(sizes))) as shown:
        core, failures, counts = _core.summarize_groups(texts, sizes, languages, queries, *how, shown.callback)
        shown.update(len(sizes))
    _report(failures, len(sizes), on_error, warn=output == "text")
    return _summaries(core, failures, output, counts)


def _summaries(
    core: _core.ResultColumn, failures: tuple[int, Exception] | None, output: str, counts: Sequence[Any]
) -> SummaryColumn:
    report = Report(*counts)
    warn_of_flags(report.flags)
    return SummaryColumn(core, 0 if failures is None else failures[0], output, report)


def split_column(
    column: Any,
    options: Mapping[str, Any],
    field: str | None,
    output: str,
    language: Any,
    on_error: str,
    threads: int,
    progress: bool | ProgressFunction,
) -> SentenceColumn:
    _check(output, on_error)
    core = validate(_with_language(options, language)).core

    def split(texts: _core.TextRows, languages: _core.TextRows | None, *how: Any) -> _Filled:
        return _core.split_column(texts, languages, core, output == "struct", *how)

    return SentenceColumn(*_fill(split, column, field, language, on_error, threads, progress))


def keyphrase_column(
    column: Any,
    n: Any,
    max_words: Any,
    options: Mapping[str, Any],
    field: str | None,
    language: Any,
    on_error: str,
    threads: int,
    progress: bool | ProgressFunction,
) -> KeyphraseColumn:
    check_on_error(on_error)
    core = with_keyphrase_options(validate(_with_language(options, language)).given, n, max_words)

    def find(texts: _core.TextRows, languages: _core.TextRows | None, *how: Any) -> _Filled:
        return _core.keyphrase_column(texts, languages, core, *how)

    return KeyphraseColumn(*_fill(find, column, field, language, on_error, threads, progress))


_Filled = tuple[_core.ResultColumn, tuple[int, Exception] | None]


def _with_language(options: Mapping[str, Any], language: Any) -> dict[str, Any]:
    """Adds the language if it is the same for all rows."""
    return {**options, "language": language} if isinstance(language, str) else {**options}


def _fill(
    call: Callable[..., _Filled],
    column: Any,
    field: str | None,
    language: Any,
    on_error: str,
    threads: int,
    progress: bool | ProgressFunction,
) -> tuple[_core.ResultColumn, int]:
    """Fills a column of lists, whose failed rows are null. Returns it with the
    number of failed rows."""
    threads = resolve_threads(threads)
    texts = _read(column, field)
    languages = _read_beside("language", language, len(texts))
    with closing(Progress(progress, len(texts))) as shown:
        core, failures = call(texts, languages, threads, on_error == "raise", shown.callback)
        shown.update(len(texts))
    _report(failures, len(texts), on_error, warn=True)
    return core, 0 if failures is None else failures[0]


def _check(output: object, on_error: object) -> None:
    check_on_error(on_error)
    if not isinstance(output, str) or output not in ("text", "struct"):
        raise InvalidOption(f'output={quote(output)}: must be "text" or "struct"', "output", output)


def _report(failures: tuple[int, Exception] | None, n_rows: int, on_error: str, warn: bool) -> None:
    """Raises the error of the first failed row, or warns if the rows themselves
    do not say why they failed."""
    if failures is None:
        return
    n_failed, first = failures
    if on_error == "raise":
        raise first
    if warn:
        message = f"{n_failed} of {n_rows} rows failed and are null; the first is {first}"
        warnings.warn(message, RuntimeWarning, stacklevel=user_level())


def _read_beside(name: str, column: Any, n_rows: int) -> _core.TextRows | None:
    """Reads a column of titles, languages or queries."""
    if column is None or isinstance(column, str):
        return None
    try:
        rows = _read(column, None, name)
    except TypeError as error:
        message = f"{name}={quote(column)}: must be one text for all rows, or a column of texts: {error}"
        raise InvalidOption(message, name, column) from None
    if len(rows) != n_rows:
        message = f"{name}: must have as many rows as the texts, {n_rows}, not {len(rows)}"
        raise InvalidOption(message, name, column)
    return rows


def _read(column: Any, field: Any, name: str = "") -> _core.TextRows:
    """`name`: the name of the column for messages, "" for the texts."""
    if _is_untyped(column):
        column = column.astype(object)
    if hasattr(column, "iloc") and hasattr(column, "columns"):  # a pandas frame: do not export its other columns
        return _read(_choose(column, field), None, name)
    if field is not None and not isinstance(field, str):
        raise TypeError(f"field={quote(field)}: must be the name of a column, a str, not {type(field).__name__}")
    if _exports_arrow(column):
        try:
            return _core.TextColumn(column, field)
        except ImportError:
            pass  # pandas exports Arrow only if pyarrow is installed
    if field is not None:
        raise TypeError(f"field={quote(field)} is for tables; {type(column).__name__} is one column")
    return _core.SourceRows([read_value(text, name) for text in check_source(column)])


def _is_untyped(column: Any) -> bool:
    """Is it a pandas Series without any value? pandas reads such a column as
    floats."""
    is_float = hasattr(column, "iloc") and str(getattr(column, "dtype", "")).lower().startswith("float")
    return is_float and bool(column.isna().all())


def _read_groups(column: Any, field: Any) -> tuple[_core.TextRows, list[int | None]]:
    """Reads a column of lists of texts: all texts, and the number of those of
    each row, None if the row is missing.

    A row that is no list fails, because a guess could split a text into
    letters.
    """
    texts: list[str | bytes | TypeError | None] = []
    sizes: list[int | None] = []
    for row in _read_lists(column, field):
        if is_missing(row):
            sizes.append(None)
            continue
        is_list = isinstance(row, Iterable) and not isinstance(row, str | bytes | Mapping)
        items = [read_value(text) for text in row] if is_list else [_no_list(row)]
        texts += items
        sizes.append(len(items))
    return _core.SourceRows(texts), sizes


def _no_list(row: object) -> TypeError:
    return TypeError(f"must be a list of texts or missing, not {type(row).__name__}")


def _read_lists(column: Any, field: Any) -> Iterable[Any]:
    if hasattr(column, "columns") and hasattr(column, "shape"):
        return _read_lists(_choose(column, field), None)
    if field is not None:
        raise TypeError(f"field={quote(field)} is for tables; {type(column).__name__} is one column")
    for convert in ("to_pylist", "to_list"):  # of pyarrow; of pandas and Polars
        if hasattr(column, convert):
            rows: Iterable[Any] = getattr(column, convert)()
            return rows
    if _exports_arrow(column) and not isinstance(column, Iterable):
        raise TypeError(f"{type(column).__name__} is no list: convert it with pyarrow.chunked_array(column)")
    return check_source(column)


def _exports_arrow(column: Any) -> bool:
    """False for columns of Python objects: an Arrow export would convert them,
    or fail without naming the row."""
    dtype = getattr(column, "dtype", "")
    categories = getattr(dtype, "categories", None)  # a pandas category
    holds_objects = str(getattr(categories, "dtype", dtype)).lower() == "object"
    return not holds_objects and (hasattr(column, "__arrow_c_stream__") or hasattr(column, "__arrow_c_array__"))


def _choose(frame: Any, field: Any) -> Any:
    columns = getattr(frame, "column_names", frame.columns)  # of pyarrow, of the others
    names = ", ".join(map(str, columns))
    if field is None:
        raise TypeError(f"a table needs field=, the name of its column of text; it has {names}")
    if field not in columns:
        raise TypeError(f"the table has no field {quote(field)}; it has {names}")
    if list(columns).count(field) > 1:
        raise TypeError(f"several columns of the table are called {quote(field)}")
    return frame[field]
