"""Property tests of the command line for tables: whatever is in a file, no row and no cell of it is lost, and each
summary is that of a call with the same text."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import re
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from support.command_line import DONE, FAILED, USAGE

import tersely
from tersely import _cli

ADDED = ["summary", "status", "error"]
MARK = b"\xef\xbb\xbf"
PIECES = [
    "It rained. ",
    "The river rose. ",
    "The old bridge fell. ",
    "\n",
    "\r\n",
    '"',
    '""',
    ",",
    "\t",
    ";",
    "|",
    "\\",
]
PIECES += ["é", "桥", "\ufeff", "\x00", "\u2028", "\x85", " ", "null", "NaN", "{", "}", "=1+1", "'", "-- ", "\x1b[1m"]
cells = st.one_of(
    st.just("It rained. The river rose. The bridge fell."),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
names = st.sampled_from(
    ["id", "body", "note", "", " body", "BODY", "é", "a,b", 'say "x"', "two\nlines", "meta.body", "0"]
)
columns = st.lists(names, max_size=3, unique=True).flatmap(lambda others: st.permutations(["body", *others]))
junk = st.binary(max_size=12)


@dataclass
class Run:
    code: int
    told: str
    out: bytes | None


def run(kind: str, content: bytes, *arguments: str, out: str = "") -> Run:
    """Runs the command line in this process on a file with this content. `out`: the kind of the output."""
    with tempfile.TemporaryDirectory() as name:
        file, written = Path(name, f"in.{kind}"), Path(name, f"out.{out or kind}")
        file.write_bytes(content)
        told = io.StringIO()
        with contextlib.redirect_stderr(told):
            try:
                code = _cli.main([str(file), "--field", "body", "-n", "1", "--out", str(written), *arguments])
            except SystemExit as ended:
                code = ended.code
        assert sorted(path.name for path in Path(name).iterdir()) in ([file.name], [file.name, written.name])
        done = Run(code, told.getvalue(), written.read_bytes() if written.exists() else None)
    assert done.code in (DONE, FAILED, USAGE)
    assert done.told.startswith("tersely: ")
    assert (done.code != USAGE) or done.out is None
    assert done.out is not None or done.code != DONE
    return done


def check_report(done: Run, statuses: list[str]) -> None:
    """The exit code and the report say what became of the rows."""
    failed = statuses.count("error")
    assert done.code == (FAILED if failed else DONE), done.told
    if failed:
        assert f"tersely: {failed} of {len(statuses)} rows failed" in done.told
    if statuses:
        assert re.search(rf"tersely: {len(statuses)} rows?: ", done.told)
    else:
        assert "no rows" in done.told


def summary_of(text: str | None) -> tuple[str | None, str]:
    if text is None:
        return None, "missing"
    summary = tersely.summarize(text, 1)
    return summary.text, summary.status


# CSV and TSV


def read_csv(content: bytes, delimiter: str) -> list[list[str]]:
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if row]


def write_csv(rows: list[list[str]], delimiter: str, quoting: int, end: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return text.getvalue().encode("utf-8", "surrogateescape")


@st.composite
def separated(draw) -> tuple[str, bytes]:
    """A kind, and a file with a header and rows, which may be ragged, damaged, or cut off."""
    kind = draw(st.sampled_from(["csv", "tsv"]))
    header = draw(columns)
    width = st.one_of(st.just(len(header)), st.integers(1, 5))
    rows = draw(st.lists(width.flatmap(lambda n: st.lists(cells, min_size=n, max_size=n)), max_size=5))
    quoting = draw(st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    content = draw(st.sampled_from([b"", b"", MARK])) + write_csv(
        [header, *rows], "," if kind == "csv" else "\t", quoting, end
    )
    return kind, draw(damaged(content))


@st.composite
def damaged(draw, content: bytes) -> bytes:
    """The content, in one of three cases with other bytes somewhere, or with its end cut off."""
    if draw(st.integers(0, 2)):
        return content
    place = draw(st.integers(0, len(content)))
    return (
        content[:place]
        + draw(st.sampled_from([b"", b'"', b"\xff", b"\xed\xa0\x80", b"\n", b"\x00", b"\r"]))
        + content[draw(st.sampled_from([place, place + 1, len(content)])) :]
    )


@settings(max_examples=30)
@given(separated())
@example(("csv", b""))
@example(("csv", MARK))
@example(("tsv", b"\n\n"))
@example(("csv", b"body\n" + b"It rained. The river rose. " * 100_000))
@example(("csv", b'body,"id\n1,2\n'))
@example(("csv", b"body\n\xff\n"))
def test_separated_rows_are_copied_with_their_summaries(table):
    kind, content = table
    delimiter = "," if kind == "csv" else "\t"
    done = run(kind, content, "--delimiter", "tab" if kind == "tsv" else delimiter)
    if done.out is None:
        assert done.code in (FAILED, USAGE)
        return
    if not content.removeprefix(MARK).strip(b"\r\n"):
        assert done.out == b""
        return
    header, *rows = read_csv(content, delimiter)
    written_header, *written = read_csv(done.out, delimiter)
    assert written_header == [*header, *ADDED]
    assert len(written) == len(rows)
    assert done.out.startswith(MARK) == content.startswith(MARK)
    for row, copy in zip(rows, written):
        check_cells(row, copy, header)
    check_report(done, [copy[-2] for copy in written])


def check_cells(row: list[str], copy: list[str], header: list[str]) -> None:
    assert len(copy) == len(header) + len(ADDED)
    cells, (summary, status, error) = copy[: len(header)], copy[len(header) :]
    padded = [*row, *[""] * len(header)]
    assert cells == padded[: len(header)]
    if status == "error":
        assert (summary, bool(error)) == ("", True)
        for lost in row[len(header) :]:
            assert lost.replace('"', "").split("\r")[0].split("\n")[0] in error.replace('"', "")
        return
    assert len(row) == len(header)
    assert error == ""
    assert (summary, status) == summary_of(row[header.index("body")])


# JSON Lines

values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), cells, st.sampled_from(["\ud800", 10**400, -0.0]),
    st.lists(cells, max_size=2), st.dictionaries(names, cells, max_size=2),
)  # fmt: skip
records = st.dictionaries(st.one_of(names, st.sampled_from(["summary", "status", "\ud800"])), values, max_size=4)
lines = st.one_of(
    records.map(json.dumps).map(str.encode),
    records.map(lambda record: json.dumps(record, ensure_ascii=False).encode("utf-8", "surrogatepass")),
    cells.map(lambda text: json.dumps({"body": text}).encode()),
    cells.map(lambda text: json.dumps({"body": text, "id": 1}, indent=0).replace("\n", " ").encode()),
    st.sampled_from([b"", b" ", b"[]", b"3", b'"body"', b"null", b"{", b"}", b'{"body": "x"} {}', b"[" * 3000]),
    junk.map(lambda bytes_: bytes_.replace(b"\n", b"")),
)


@st.composite
def json_lines(draw) -> bytes:
    first = draw(st.sampled_from([[], [b'{"body": "It rained. The river rose."}']]))
    end = draw(st.sampled_from([b"\n", b"\r\n"]))
    return (
        draw(st.sampled_from([b"", b"", MARK]))
        + end.join([*first, *draw(st.lists(lines, max_size=5))])
        + draw(st.sampled_from([b"", end]))
    )


@settings(max_examples=30)
@given(json_lines())
@example(b'{"body": 1, "body": "It rained."}')
def test_lines_are_copied_with_their_summaries(content):
    done = run("jsonl", content)
    if done.out is None:
        assert done.code in (FAILED, USAGE)
        return
    given_lines = [line for line in content.removeprefix(MARK).split(b"\n") if line.strip(b" \t\r")]
    written = done.out.split(b"\n")
    assert written.pop() == b""
    assert len(written) == len(given_lines)
    statuses = [check_line(line, copy) for line, copy in zip(given_lines, written)]
    check_report(done, statuses)


def check_line(line: bytes, copy: bytes) -> str:
    """Returns the status of the row."""
    if copy == line:
        assert not is_record(line) or set(ADDED) & set(json.loads(line.decode()))
        return "error"
    record, read = json.loads(line), json.loads(copy)
    assert list(read) == [*record, *ADDED]
    assert copy.startswith(line.rstrip(b" \t\r").removesuffix(b"}").rstrip(b" \t\r"))
    text = record.get("body")
    if read["status"] == "error":
        assert text is not None
        assert not isinstance(text, str)
        assert read["error"]
    else:
        assert (read["summary"], read["status"]) == summary_of(text)
    return read["status"]


def is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode()), dict)
    except (ValueError, RecursionError):
        return False


# Parquet

arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")
texts = st.one_of(st.none(), cells)
INVALID = arrow.array([b"It rained. \xff The river rose.", b"It rained."]).view(arrow.utf8())
ROWS = 4


def column_of(strategy, kind):
    return st.lists(st.one_of(st.none(), strategy), min_size=ROWS, max_size=ROWS).map(
        lambda rows: arrow.array(rows, kind)
    )


strings = st.one_of(
    *(column_of(cells, kind) for kind in (arrow.string(), arrow.large_string())),
    column_of(cells, arrow.string()).map(lambda column: column.dictionary_encode()),
    column_of(cells.map(str.encode), arrow.binary()),
    column_of(junk, arrow.binary()),
    st.just(arrow.concat_arrays([INVALID, INVALID])),
)
others = st.one_of(
    column_of(st.integers(-5, 5), arrow.int32()),
    column_of(st.floats(allow_nan=False), arrow.float64()),
    column_of(st.lists(cells, max_size=2), arrow.list_(arrow.string())),
    column_of(st.integers(-(2**62), 2**62), arrow.timestamp("ns")),
    column_of(st.integers(-(2**45), 2**45), arrow.timestamp("s")),
    column_of(st.integers(0, 10**6), arrow.date32()),
    column_of(st.builds(lambda text: {"body": text}, cells), arrow.struct({"body": arrow.string()})),
    st.just(arrow.nulls(ROWS)),
)


@st.composite
def tables(draw) -> arrow.Table:
    header = draw(columns)
    made = [
        draw(st.one_of(strings, strings, strings, others) if name == "body" else st.one_of(strings, others))
        for name in header
    ]
    if draw(st.booleans()) and len(header) > 2:
        header[header[0] == "body"] = header[2 if header[2] != "body" else 0]  # perhaps two columns of one name
    return arrow.Table.from_arrays(made, header)[: draw(st.integers(0, ROWS))]


def as_bytes(table: arrow.Table) -> bytes:
    file = io.BytesIO()
    parquet.write_table(table, file, row_group_size=3)
    return file.getvalue()


def text_of(value: object) -> str | None:
    """The text of a value of a column of texts. Raises UnicodeDecodeError."""
    return value.decode() if isinstance(value, bytes) else value


def texts_of(column: arrow.ChunkedArray) -> list | None:
    """The texts without decoding, which fails if they are not UTF-8. None: it is no column of texts."""
    kind = column.type.value_type if arrow.types.is_dictionary(column.type) else column.type
    if kind in (arrow.string(), arrow.large_string(), arrow.binary()):
        return column.cast(kind).cast(arrow.large_binary()).to_pylist()
    return column.to_pylist() if kind == arrow.null() else None


@settings(max_examples=20)
@given(tables())
def test_parquet_gets_the_summaries_beside_its_columns(table):
    content = as_bytes(table)
    done = run("parquet", content)
    if done.out is None:
        assert done.code == USAGE, done.told
        return
    before, written = (parquet.ParquetFile(io.BytesIO(file)).read() for file in (content, done.out))
    assert written.column_names == [*before.column_names, *ADDED]
    assert written.select(range(before.num_columns)).equals(before)
    texts = texts_of(before["body"])
    assert texts is not None or before.num_rows == 0
    check_rows(texts or [], written.select(ADDED).to_pylist())
    check_report(done, written["status"].to_pylist())


def check_rows(given_texts: list, added: list[dict]) -> None:
    for value, row in zip(given_texts, added):
        try:
            expected = summary_of(text_of(value))
        except UnicodeDecodeError:
            assert (row["summary"], row["status"]) == (None, "error")
            assert "UTF-8" in row["error"]
        else:
            assert (row["summary"], row["status"]) == expected
            assert row["error"] is None


@settings(max_examples=15)
@given(tables(), st.data())
def test_damaged_parquet_is_told(table, data):
    content = as_bytes(table)
    assume(len(content) > 12)
    place = data.draw(st.integers(0, len(content) - 1))
    cut = data.draw(st.booleans())
    done = run("parquet", content[:place] if cut else content[:4] + junk_like(content[4:12]) + content[12:])
    if cut:
        assert done.code == FAILED
        assert done.out is None
        assert "in.parquet" in done.told


def junk_like(content: bytes) -> bytes:
    return bytes(255 - byte for byte in content)


# From one format to another


def read(kind: str, content: bytes) -> list[dict]:
    if kind == "parquet":
        return parquet.read_table(io.BytesIO(content)).to_pylist()
    if kind == "jsonl":
        return [json.loads(line) for line in content.split(b"\n")[:-1]]
    header, *rows = read_csv(content, "," if kind == "csv" else "\t")
    assert all(len(row) == len(header) for row in rows)
    return [dict(zip(header, row)) for row in rows]


@settings(max_examples=20)
@given(separated(), st.sampled_from(["csv", "tsv", "jsonl", "parquet"]))
def test_separated_rows_are_converted(table, out):
    kind, content = table
    assume(kind != out)
    delimiter = "," if kind == "csv" else "\t"
    done = run(kind, content, *(["--delimiter", ","] if kind == "csv" else []), out=out)
    if done.out is None:
        assert done.code in (FAILED, USAGE)
        return
    header, *rows = read_csv(content, delimiter)
    assert len(set(header)) == len(header)
    written = read(out, done.out)
    assert len(written) == len(rows)
    for row, record in zip(rows, written):
        assert list(record) == [*header, *ADDED]
        check_cells(row, [value or "" for value in record.values()], header)
    check_report(done, [record["status"] for record in written])


@settings(max_examples=20)
@given(json_lines(), st.sampled_from(["csv", "tsv", "parquet"]))
def test_lines_are_converted(content, out):
    done = run("jsonl", content, out=out)
    if done.out is None:
        assert done.code in (FAILED, USAGE)
        return
    given_lines = [line for line in content.removeprefix(MARK).split(b"\n") if line.strip(b" \t\r")]
    written = read(out, done.out)
    assert len(written) == len(given_lines)
    for line, row in zip(given_lines, written):
        if row["status"] == "error":
            assert row["error"]
            continue
        record = json.loads(line)
        summary, status = summary_of(record.get("body"))
        assert row["status"] == status
        assert (row["summary"] or "") == (summary or "").encode("utf-8", "backslashreplace").decode()
        assert {name.encode("utf-8", "backslashreplace").decode() for name in record} <= set(row)
    check_report(done, [row["status"] for row in written])


@settings(max_examples=20)
@given(tables(), st.sampled_from(["csv", "tsv", "jsonl"]))
def test_parquet_is_converted(table, out):
    done = run("parquet", as_bytes(table), out=out)
    if done.out is None:
        assert done.code in (FAILED, USAGE)
        return
    assert len(set(table.column_names)) == table.num_columns
    written = read(out, done.out)
    assert len(written) == table.num_rows
    assert all(list(row) == [*table.column_names, *ADDED] for row in written)
    texts = texts_of(table["body"])
    for i, row in enumerate(written):
        if texts is None:
            assert row["status"] in ("error", "missing")
        else:
            check_converted(texts[i], row, out)
    check_report(done, [row["status"] for row in written])


def check_converted(text: bytes | None, row: dict, out: str) -> None:
    if row["status"] == "error":
        assert row["error"]
        assert text is not None
        assert not is_utf8(text)
        return
    value = None if text is None else text.decode()
    summary, status = summary_of(value)
    assert row["status"] == status
    assert (row["body"], row["summary"]) == ((value, summary) if out == "jsonl" else (value or "", summary or ""))


def is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
