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

from typing import Any

from .._errors import InvalidOption
from .._summarizer import Summarizer
from . import Output, empty_column, missing

try:
    import duckdb
    import pyarrow
except ImportError as error:
    raise missing("duckdb with pyarrow", "duckdb") from error

_FIXED = {"sentences": "BIGINT", "words": "BIGINT", "chars": "BIGINT", "ratio": "DOUBLE", "method": "VARCHAR"}
_PARAMETERS = {**_FIXED, "language": "VARCHAR", "title": "VARCHAR", "coherence": "VARCHAR"}


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Adds two functions to a connection, until it is closed. Call it again for each cursor.

    - `tersely_summarize(body, sentences, words, chars, ratio, method, language, title, coherence)` returns a VARCHAR.
    - `tersely_summarize_struct`, with the same parameters, returns a STRUCT; see tersely.summarize_column.

    `body` is a VARCHAR; for a BLOB, pass `decode(body)`. The other parameters are optional and may be named:
    `tersely_summarize(body, words := 60)`; see tersely.summarize. `language` and `title` may be columns. The others
    must be the same for all rows.
    """
    _register(connection, "tersely_summarize", "text")
    _register(connection, "tersely_summarize_struct", "struct")


def _register(connection: duckdb.DuckDBPyConnection, name: str, output: Output) -> None:
    """Registers a function and a macro that calls it. Only macros have named parameters and defaults in DuckDB.

    Both have the same name. Users call the macro, but DuckDB's messages show the name of the function.
    """
    known = "SELECT count(*) FROM duckdb_functions() WHERE function_name = ? AND function_type = 'scalar'"
    if connection.execute(known, [name]).fetchall() == [(0,)]:  # cursors of a connection share functions
        connection.create_function(
            name,
            _function(output),
            ["VARCHAR", *_PARAMETERS.values()],
            _sql_type(connection, output),
            type="arrow",
            null_handling="special",
        )
    defaults = ", ".join(f"{parameter} := NULL" for parameter in _PARAMETERS)
    call = f"system.main.{name}(body, {', '.join(_PARAMETERS)})"
    connection.execute(f"CREATE OR REPLACE TEMP MACRO {name}(body, {defaults}) AS {call}")


def _sql_type(connection: duckdb.DuckDBPyConnection, output: Output) -> Any:
    table = pyarrow.table({"summary": pyarrow.chunked_array(empty_column(output))})
    return connection.from_arrow(table).types[0]


def _function(output: Output) -> Any:
    # DuckDB counts the parameters of the function; *columns would count as one.
    def summarize(
        body: Any,
        sentences: Any,
        words: Any,
        chars: Any,
        ratio: Any,
        method: Any,
        language: Any,
        title: Any,
        coherence: Any,
    ) -> Any:
        fixed = zip((*_FIXED, "coherence"), (sentences, words, chars, ratio, method, coherence), strict=True)
        given = {name: _one(name, column) for name, column in fixed}
        column = Summarizer(**given).column(body, output=output, language=language, title=title)
        return pyarrow.chunked_array(column)

    return summarize


def _one(name: str, column: pyarrow.ChunkedArray) -> Any:
    """Returns the value that all rows have."""
    values = column.unique().to_pylist()
    if len(values) > 1:
        raise InvalidOption(f"{name}: must be the same in all rows; only language and title may differ", name, values)
    return values[0] if values else None
