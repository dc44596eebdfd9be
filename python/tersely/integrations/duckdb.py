"""`tersely_summarize(...)` in DuckDB's SQL.

>>> import duckdb, tersely.integrations.duckdb
>>> connection = duckdb.connect()
>>> tersely.integrations.duckdb.register(connection)
>>> text = "It rained. The river rose and the river took the bridge."
>>> connection.execute("create table post as select $1 as body", [text])
<...>
>>> connection.sql("select tersely_summarize(body, 1) from post").fetchall()
[('The river rose and the river took the bridge.',)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._errors import InvalidOption
from .._keyphrase_functions import keyphrases_column
from .._summarize import summarize_documents_column
from .._summarizer import Summarizer
from . import Output, empty_column, empty_documents_column, missing

try:
    import duckdb
    import pyarrow
except ImportError as error:
    raise missing("duckdb with pyarrow", "duckdb") from error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._column import ResultColumn

_FIXED = {"sentences": "BIGINT", "words": "BIGINT", "chars": "BIGINT", "ratio": "DOUBLE", "method": "VARCHAR"}
_PARAMETERS = {**_FIXED, "language": "VARCHAR", "title": "VARCHAR", "query": "VARCHAR", "coherence": "VARCHAR"}
_OF_KEYPHRASES = {"n": "BIGINT", "max_words": "BIGINT", "language": "VARCHAR"}


def register(connection: duckdb.DuckDBPyConnection) -> None:
    """Adds four functions to a connection, until it is closed. Call it again
    for each cursor.

    - `tersely_summarize(body, sentences, words, chars, ratio, method, language,
      title, query, coherence)` returns a VARCHAR.
    - `tersely_summarize_struct`, with the same parameters, returns a STRUCT;
        see tersely.summarize_column.
    - `tersely_summarize_documents(bodies, sentences, words, chars, ratio,
      method, language, query)` summarises a list of texts together and returns
      a VARCHAR; see tersely.summarize_documents_column. For groups: `select
      topic, tersely_summarize_documents(list(body), words := 60) from post
      group by topic`.
    - `tersely_keyphrases(body, n, max_words, language)` returns a list of
        STRUCTs; see tersely.keyphrases_column.

    `body` is a VARCHAR; for a BLOB, pass `decode(body)`. The other parameters
    are optional and may be named: `tersely_summarize(body, words := 60)`; see
    tersely.summarize. `language`, `title` and `query` may be columns. The
    others must be the same for all rows.
    """
    outputs: dict[str, Output] = {"tersely_summarize": "text", "tersely_summarize_struct": "struct"}
    for name, output in outputs.items():
        _register(connection, name, _function(output), _PARAMETERS, empty_column(output))
    of_documents = {name: _PARAMETERS[name] for name in (*_FIXED, "language", "query")}
    _register(
        connection, "tersely_summarize_documents", _documents, of_documents, empty_documents_column("text"), "VARCHAR[]"
    )
    _register(connection, "tersely_keyphrases", _keyphrases, _OF_KEYPHRASES, keyphrases_column([], threads=1))


def _register(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    function: Any,
    parameters: Mapping[str, str],
    empty: ResultColumn,
    body: str = "VARCHAR",
) -> None:
    """Registers a function and a macro that calls it. Only macros have named
    parameters and defaults in DuckDB.

    Both have the same name. Users call the macro, but DuckDB's messages show
    the name of the function.
    """
    known = "SELECT count(*) FROM duckdb_functions() WHERE function_name = ? AND function_type = 'scalar'"
    if connection.execute(known, [name]).fetchall() == [(0,)]:  # cursors of a connection share functions
        connection.create_function(
            name,
            function,
            [body, *parameters.values()],
            _sql_type(connection, empty),
            type="arrow",
            null_handling="special",
        )
    defaults = ", ".join(f"{parameter} := NULL" for parameter in parameters)
    call = f"system.main.{name}(body, {', '.join(parameters)})"
    connection.execute(f"CREATE OR REPLACE TEMP MACRO {name}(body, {defaults}) AS {call}")


def _sql_type(connection: duckdb.DuckDBPyConnection, empty: ResultColumn) -> Any:
    table = pyarrow.table({"result": pyarrow.chunked_array(empty)})
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
        query: Any,
        coherence: Any,
    ) -> Any:
        fixed = zip((*_FIXED, "coherence"), (sentences, words, chars, ratio, method, coherence), strict=True)
        given = {name: _one(name, column) for name, column in fixed}
        column = Summarizer(**given).column(body, output=output, language=language, title=title, query=query)
        return pyarrow.chunked_array(column)

    return summarize


def _documents(
    bodies: Any, sentences: Any, words: Any, chars: Any, ratio: Any, method: Any, language: Any, query: Any
) -> Any:
    fixed = zip(_FIXED, (sentences, words, chars, ratio, method), strict=True)
    given = {name: _one(name, column) for name, column in fixed}
    return pyarrow.chunked_array(summarize_documents_column(bodies, language=language, query=query, **given))


def _keyphrases(body: Any, n: Any, max_words: Any, language: Any) -> Any:
    column = keyphrases_column(body, _one("n", n), _one("max_words", max_words), language=language)
    return pyarrow.chunked_array(column)


def _one(name: str, column: pyarrow.ChunkedArray) -> Any:
    """Returns the value that all rows have."""
    values = column.unique().to_pylist()
    if len(values) > 1:
        raise InvalidOption(
            f"{name}: must be the same in all rows; only language, title and query may differ", name, values
        )
    return values[0] if values else None
