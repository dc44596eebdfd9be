"""`tersely_summarize(...)` in DuckDB's SQL.

>>> import duckdb, tersely.integrations.duckdb
>>> connection = duckdb.connect()
>>> tersely.integrations.duckdb.register(connection)
>>> connection.execute("create table post as select 'It rained. The river rose and the river took the bridge.' as body")
<...>
>>> connection.sql("select tersely_summarize(body, 1) from post").fetchall()
[('The river rose and the river took the bridge.',)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._errors import InvalidOption
from .._options import replace_budget
from .._summarizer import Summarizer
from . import missing

try:
    import duckdb
    import pyarrow
except ImportError as error:
    raise missing("duckdb with pyarrow", "duckdb") from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from . import BatchOptions

_BUDGETS = {"sentences": "BIGINT", "words": "BIGINT", "chars": "BIGINT", "ratio": "DOUBLE"}
_FIXED = {**_BUDGETS, "method": "VARCHAR"}
_PARAMETERS = {**_FIXED, "language": "VARCHAR", "title": "VARCHAR"}
_SUMMARY = """STRUCT(summary VARCHAR, sentences STRUCT("start" BIGINT, "end" BIGINT, "index" BIGINT, score DOUBLE)[],
    status VARCHAR, "language" VARCHAR, coverage DOUBLE, flags VARCHAR[], "error" VARCHAR)"""


def register(connection: duckdb.DuckDBPyConnection, **options: Unpack[BatchOptions]) -> None:
    """Adds two functions of the same parameters to a connection, until it is closed. Cursors need a call of their own.

    - `tersely_summarize(body, sentences, words, chars, ratio, method, language, title)` gives VARCHAR,
    - `tersely_summarize_struct(...)` a STRUCT, see tersely.summarize_column.

    All but the VARCHAR `body` are optional and may be named: `tersely_summarize(body, words := 60)`. `language` and
    `title` may be columns; the others are the same for all rows. A BLOB needs `decode(body)`.

    Args:
        options: of both functions, where SQL gives no other: see tersely.summarize, and on_error, threads of
            tersely.summarize_column.
    """
    given: dict[str, Any] = dict(options)
    batch = {name: given.pop(name) for name in ("threads", "on_error") if name in given}
    Summarizer(**given).column([], **batch)  # a wrong option is told here, not by the first query
    defaults = ", ".join(f"{name} := NULL" for name in _PARAMETERS)
    for name, output, sql_type in (
        ("tersely_summarize", "text", "VARCHAR"),
        ("tersely_summarize_struct", "struct", connection.type(_SUMMARY)),
    ):
        connection.create_function(
            f"_{name}",
            _function(given, {**batch, "output": output}),
            ["VARCHAR", *_PARAMETERS.values()],
            sql_type,
            type="arrow",
            null_handling="special",
        )
        arguments = ", ".join(["body", *_PARAMETERS])
        connection.execute(f"CREATE TEMP MACRO {name}(body, {defaults}) AS _{name}({arguments})")


def _function(given: dict[str, Any], batch: dict[str, Any]) -> Any:
    # DuckDB counts the parameters of the function: *columns would be one.
    def summarize(
        body: Any, sentences: Any, words: Any, chars: Any, ratio: Any, method: Any, language: Any, title: Any
    ) -> Any:
        fixed = zip(_FIXED, (sentences, words, chars, ratio, method), strict=True)
        summarizer = Summarizer(**replace_budget(given, {name: _one(name, column) for name, column in fixed}))
        beside = {"language": language, "title": title}
        beside = {name: column for name, column in beside.items() if column.null_count < len(column)}
        return pyarrow.chunked_array(summarizer.column(body, **beside, **batch))

    return summarize


def _one(name: str, column: pyarrow.ChunkedArray) -> Any:
    """The value of all rows."""
    values = column.unique().to_pylist()
    if len(values) > 1:
        raise InvalidOption(f"{name}: must be the same in all rows; only language and title may differ", name, values)
    return values[0] if values else None
