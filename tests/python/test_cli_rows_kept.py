"""The command line never loses the content of a row: JSON Lines, CSV and Parquet, byte for byte."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.command_line import REPORT

from tersely import _cli
from tersely._cli.tables import csv_file

RAIN = "It rained. The river rose. The bridge fell."
DONE, FAILED, USAGE = 0, 1, 2


class Run:
    """Runs the command line in this process."""

    def __init__(self, folder, capfd):
        self._folder = folder
        self._capfd = capfd

    def __call__(self, *arguments):
        """Returns (exit code, standard error without the report of the rows)."""
        self._capfd.readouterr()
        try:
            code = _cli.main([*map(str, arguments)])
        except SystemExit as ended:
            code = ended.code
        return code, REPORT.sub("", self._capfd.readouterr().err)

    def table(self, name, content, *arguments):
        """Summarises a table with the texts in `body`. Returns (exit code, bytes of the output, standard error)."""
        (self._folder / name).write_bytes(content)
        out = self._folder / f"out-{name}"
        out.unlink(missing_ok=True)
        code, told = self(self._folder / name, "--field", "body", "-n", "1", "--out", out, *arguments)
        return code, out.read_bytes() if out.exists() else None, told


@pytest.fixture
def run(tmp_path, capfd):
    return Run(tmp_path, capfd)


def read_csv(content, delimiter=","):
    return list(csv.reader(io.StringIO(content.decode("utf-8", "surrogateescape"), newline=""), delimiter=delimiter))


# JSON Lines

GOOD = b'{"id": 1, "body": "It rained. The river rose. The bridge fell."}'
GOOD_OUT = (
    b'{"id": 1, "body": "It rained. The river rose. The bridge fell.", '
    b'"summary": "The river rose.", "status": "ok", "error": null}'
)


@pytest.mark.parametrize(
    "line",
    [
        b'{"id": 2, "body": "It rained.", "summary": "mine", "vip": "DATA"}',
        b'{"error": null, "body": "It rained."}',
        b'{"\\u0073tatus": 3}',
        b'  {"body": "It rained.", "summary": {"deep": [1, 2]}}\t\r',
        b"# a comment",
        b'{"body": "cut',
        b'["a", "b"]',
        b"3",
        b'"text"',
        b"null",
        b'{"body": "caf\xe9"}',
        b"\xff\xfe{\x00}\x00",
        b"[" * 100_000,
        b'{"body": "It rained."} {"body": "It rained."}',
    ],
    ids=lambda line: line[:24].decode("latin-1"),
)
def test_a_line_that_nothing_can_be_added_to_is_written_as_it_was(run, line):
    code, out, told = run.table("in.jsonl", b"\n".join([GOOD, line, GOOD]) + b"\n")
    assert out == b"\n".join([GOOD_OUT, line, GOOD_OUT]) + b"\n"
    assert code == FAILED
    assert "1 of 3 rows failed" in told
    assert "1 of them copied unchanged" in told
    assert "in.jsonl: line 2: " in told


def test_a_later_collision_names_the_way_out(run):
    _, _, told = run.table("in.jsonl", GOOD + b'\n{"summary": "mine"}\n')
    assert "'summary'" in told
    assert "--prefix" in told


def test_the_first_of_many_bad_lines_is_told(run):
    _, _, told = run.table("in.jsonl", GOOD + b"\nfirst\n" + b"other\n" * 2000)
    assert "2001 of 2002 rows failed" in told
    assert "line 2: not JSON" in told
    assert "line 3" not in told


@pytest.mark.parametrize(
    "line",
    [
        b'{"body": "It rained.", "n": 123456789012345678901234567890, "x": 1e999, "y": NaN, "z": -0}',
        b'{"body": "It fell.", "body": "It rained.", "n": 1, "n": 2}',
        b'{"nested": {"summary": 1, "body": [{"status": "}"}]}, "body": "It rained."}',
        b'{"\\ud800": "\\u0041", "body": "It rained."}',
        b' \t{"body"\t:\t"It rained."',
        ('{"body": "It rained.", "n": ' + "9" * 5000 + "}").encode(),
    ],
    ids=lambda line: line[:24].decode("latin-1"),
)
def test_a_line_is_continued_where_its_object_ends(run, line):
    head = line.removesuffix(b"}")
    code, out, told = run.table("in.jsonl", head + b"} \r\n")
    assert out == head + b', "summary": "It rained.", "status": "whole_text", "error": null} \r\n'
    assert (code, told) == (DONE, "")


def test_a_row_without_an_end_of_line_gets_one(run):
    assert run.table("in.jsonl", GOOD)[1] == GOOD_OUT + b"\n"
    assert run.table("in.jsonl", GOOD + b"\r\nbad")[1] == GOOD_OUT + b"\r\nbad\n"


def test_a_file_of_nothing_but_bad_lines(run):
    content = b"one\ntwo\n"
    code, out, told = run.table("in.jsonl", content)
    assert (code, out) == (FAILED, content)
    assert "2 of 2 rows failed" in told


def test_bad_lines_with_whole_summaries(run):
    (code, out, _) = run.table("in.jsonl", GOOD + b'\n{"summary": 1}\n{"status": 2, "body": 3}\n', "--json")
    first, second, third = out.splitlines()
    assert code == FAILED
    assert json.loads(first)["summary"]["summary"] == "The river rose."
    assert second == b'{"summary": 1}'
    assert json.loads(third) == {
        "status": 2,
        "body": 3,
        "summary": json.loads(third)["summary"],
    }  # only one of the names exists already


def test_names_of_the_second_file_do_not_stop_the_others(run, tmp_path, capfd):
    contents = {"a": GOOD, "b": b'{"body": "x", "summary": 1}', "c": GOOD}
    for name, content in contents.items():
        (tmp_path / f"{name}.jsonl").write_bytes(content + b"\n")
    code = _cli.main([*(str(tmp_path / f"{name}.jsonl") for name in contents), "--field", "body", "-n", "1"])
    shown = capfd.readouterr()
    assert code == FAILED
    assert shown.out.encode() == (GOOD_OUT + b"\n") * 2
    assert re.search(r"b\.jsonl: [^\n]*--prefix", shown.err)


# CSV


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("last", [True, False], ids=["closed", "open"])
def test_line_ends_and_byte_order_mark_stay(run, mark, end, last):
    rows = [b"id,body", b'1,"It rained."', b'"2","It ""really""\nrained. It fell."']
    code, out, told = run.table("in.csv", mark + end.join(rows) + (end if last else b""))
    added = [b"summary,status,error", b"It rained.,whole_text,", b"It fell.,ok,"]
    assert out == mark + b"".join(row + b"," + more + end for row, more in zip(rows, added))
    assert (code, told) == (DONE, "")


@pytest.mark.parametrize(
    ("row", "head", "telling"),
    [
        (b"3,short", b"3,short,", "has 2 cells, the header 3"),
        (b"3", b"3,,", "has 1 cell, the header 3"),
        (b'3,"a, b",x,y', b'3,"a, b",x', "has 4 cells, the header 3, beyond them: y"),
        (b'"3","a ""b""",x,"y,z","q""q"', b'"3","a ""b""",x', 'beyond them: "y,z","q""q"'),
        (b'3,"a\nb","x",,', b'3,"a\nb","x"', "has 5 cells, the header 3, beyond them: ,"),
        (b'3,a "b,c",d"e,"f"', b'3,a "b,c"', 'beyond them: d"e,"f"'),
        (b"3,caf\xe9,x", b"3,caf\xe9,x", "is not UTF-8"),
        (b"3,caf\xe9", b"3,caf\xe9,", "is not UTF-8, has 2 cells, the header 3"),
        (b"3,a,b,caf\xe9", b"3,a,b", "beyond them: caf\udce9"),
    ],
)
def test_a_ragged_row_fails_alone_and_has_as_many_cells_as_the_others(run, row, head, telling):
    good = b"1,It rained.,x"
    code, out, told = run.table("in.csv", b"\r\n".join([b"id,body,note", good, row, good]) + b"\r\n")
    lines = out.splitlines(keepends=True)
    middle = b"".join(lines[2:-1])
    assert lines[1] == lines[-1] == good + b",It rained.,whole_text,\r\n"
    assert middle.startswith(head + b",,error,")
    assert middle.endswith(b"\r\n")
    assert [len(cells) for cells in read_csv(out)] == [6] * 4
    assert read_csv(out)[2][5].removeprefix("line 3: ").endswith(telling)
    assert (code, "1 of 3 rows failed" in told) == (FAILED, True)


@pytest.mark.parametrize(
    ("row", "cells", "beyond"),
    [
        (b'2,"It ""fell.,3\n4,5', ["2", 'It "fell.,3\n4,5'], None),
        (b'"It fell.\n', ["It fell.\n", ""], None),
        (b'"', ["", ""], None),
        (b'2,3,"It ""fell.\n4,5', ["2", "3"], '"It ""fell.\n4,5'),
    ],
)
def test_a_quotation_that_is_never_closed_keeps_what_it_has_taken(run, row, cells, beyond):
    code, out, _ = run.table("in.csv", b"id,body\n1,It rained.\n" + row)
    header, first, last = read_csv(out)
    assert code == FAILED
    assert (len(header), first) == (5, ["1", "It rained.", "It rained.", "whole_text", ""])
    assert last[:4] == [*cells, "", "error"]
    assert last[4].startswith("line 3: has a quotation mark that is never closed")
    assert beyond is None or last[4].endswith(f"beyond them: {beyond}")


def test_a_carriage_return_in_what_is_added_is_quoted(run):
    _, out, _ = run.table("in.csv", b'body\n"It rained.\rIt fell."\n', "-n", "2")
    assert read_csv(out)[1] == ["It rained.\rIt fell.", "It rained.\rIt fell.", "whole_text", ""]


def test_a_header_that_takes_all_of_the_file_makes_no_long_message(run):
    code, _, told = run.table("in.csv", b'"id,text\n' + b"It rained.,1\n" * 10_000)
    assert code == USAGE
    assert len(told) < 4000


def test_a_header_that_is_never_closed_is_refused(run):
    code, out, told = run.table("in.csv", b'body,"id\n1,2\n')
    assert (code, out) == (FAILED, None)
    assert "in.csv: the header has a quotation mark that is never closed" in told


def test_a_damaged_parquet_file_is_named(run, tmp_path):
    content = bytearray(parquet_bytes({"body": ["It rained. " * 99] * 99}, compression="gzip"))
    content[40:60] = bytes(20)
    code, out, told = run.table("in.parquet", bytes(content))
    assert (code, out) == (FAILED, None)
    assert "in.parquet: " in told


CELLS = st.text(alphabet='ab "\r\n,;|\té\udc80', max_size=6)


def as_row(cells, delimiter, quoting):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerow(cells)
    return text.getvalue().encode("utf-8", "surrogateescape").removesuffix(b"\r\n")


@settings(max_examples=200)
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=5),
    st.sampled_from([",", "\t", "|"]),
    st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_tables_of_any_shape_keep_their_cells(rows, delimiter, quoting, end):
    """Compares with what csv reads: rows of the header's width are unchanged, others are cut or padded to it."""
    names = ["id", "body", "note"]
    raw = [as_row(cells, delimiter, quoting) for cells in [names, *rows]]
    table = csv_file.Csv(io.BytesIO(end.join(raw) + end), "body", ["summary", "status", "error"], delimiter)
    out = table.header()
    read = list(table.rows())
    for row in read:
        out += row.head + table.added(row, None) + row.tail
    _, *written = read_csv(out, delimiter)
    expected = read_csv(end.join(raw[1:]) + end, delimiter)
    expected = [cells for cells in expected if cells]
    assert len(written) == len(expected)
    for row, cells, kept in zip(read, written, expected):
        assert cells[:3] == [*kept, "", ""][:3]
        assert len(cells) == 6
        assert (row.error is None) == (len(kept) == 3 and "\udc80" not in "".join(kept))
        if len(kept) == 3:
            assert row.head + row.tail in end.join(raw) + end
            assert row.error is not None or row.text == kept[1]
        if len(kept) > 3:
            beyond = row.error.partition("beyond them: ")[2]
            assert read_csv(beyond.encode("utf-8", "surrogateescape") or b'""', delimiter) == [kept[3:]]


# All of them


TABLES = {
    "csv": b"id,body,summary\n1,It rained.,mine\n",
    "tsv": b"id\tbody\tsummary\n1\tIt rained.\tmine\n",
    "jsonl": b'{"id": 1, "body": "It rained.", "summary": "mine"}\n',
}


def parquet_bytes(columns, **options):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    parquet.write_table(arrow.table(columns), file, **options)
    return file.getvalue()


def table_of(kind):
    if kind == "parquet":
        return parquet_bytes({"id": [1], "body": ["It rained."], "summary": ["mine"]})
    return TABLES[kind]


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl", "parquet"])
def test_a_name_that_is_taken_is_told_before_anything_is_written(run, kind):
    code, out, told = run.table(f"in.{kind}", table_of(kind))
    assert (code, out) == (USAGE, None)
    assert "'summary'" in told
    assert "--prefix" in told


@pytest.mark.parametrize("kind", ["csv", "tsv", "jsonl"])
def test_a_prefix_gives_other_names(run, kind):
    code, out, _ = run.table(f"in.{kind}", table_of(kind), "--prefix", "ai_é ")
    assert code == DONE
    record = json.loads(out) if kind == "jsonl" else dict(zip(*read_csv(out, "\t" if kind == "tsv" else ",")))
    assert {name: str(value) for name, value in record.items() if value} == {
        "id": "1",
        "body": "It rained.",
        "summary": "mine",
        "ai_é summary": "It rained.",
        "ai_é status": "whole_text",
    }
    assert list(record)[-1] == "ai_é error"


def test_a_prefix_in_parquet(run, tmp_path):
    code, _, _ = run.table("in.parquet", table_of("parquet"), "--prefix", "ai_")
    record = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "out-in.parquet").to_pylist()
    added = {"ai_summary": "It rained.", "ai_status": "whole_text", "ai_error": None}
    assert (code, record) == (DONE, [{"id": 1, "body": "It rained.", "summary": "mine", **added}])


def test_a_prefix_may_be_taken_too(run):
    code, out, told = run.table("in.csv", b"body,my_status\nx,y\n", "--prefix", "my_")
    assert (code, out) == (USAGE, None)
    assert "'my_status'" in told


def test_a_prefix_is_for_tables_and_is_text(run, article_path):
    code, told = run(article_path, "--prefix", "x")
    assert code == USAGE
    assert "--prefix is for tables" in told
    code, out, told = run.table("in.csv", b"body\nx\n", "--prefix", "\udce9")
    assert (code, out) == (USAGE, None)
    assert "--prefix" in told


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_output_over_its_own_input_loses_nothing(run, tmp_path, kind):
    bad = {"csv": b"2,short\n3,a,b,c,d\n4,caf\xe9,x\n", "jsonl": b'{"summary": 1}\nno JSON\n{"body": "\xe9"}\n'}[kind]
    content = {"csv": b"id,body,note\n1,It rained.,x\n", "jsonl": b'{"id": 1, "body": "It rained."}\n'}[kind] + bad
    path = tmp_path / f"table.{kind}"
    path.write_bytes(content)
    code, told = run(path, "--field", "body", "--out", path)
    assert code == FAILED
    assert "3 of 4 rows failed" in told
    out = path.read_bytes()
    for row in bad.splitlines():
        for cell in row.split(b",") if kind == "csv" else [row]:
            assert cell in out
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    code, told = run(path, "--field", "body", "--out", path)  # a second time: the added columns exist already
    assert (code, path.read_bytes()) == (USAGE, out)
    code, told = run(path, "--field", "body", "--out", path, "--prefix", "second_")
    assert code == FAILED
    assert b"second_summary" in path.read_bytes()


def test_parquet_over_its_own_input_loses_nothing(run, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "table.parquet"
    path.write_bytes(parquet_bytes({"id": [1, 2], "body": ["It rained.", None]}))
    assert run(path, "--field", "body", "--out", path)[0] == DONE
    assert run(path, "--field", "body", "--out", path)[0] == USAGE
    assert run(path, "--field", "body", "--out", path, "--prefix", "second_")[0] == DONE
    table = parquet.read_table(path)
    assert table.select(["id", "body"]).to_pylist() == [{"id": 1, "body": "It rained."}, {"id": 2, "body": None}]
    assert table["second_status"].to_pylist() == ["whole_text", "missing"]


@pytest.mark.parametrize("compression", ["zstd", "snappy", "gzip", "none"])
def test_parquet_stays_compressed_as_it_was(run, tmp_path, compression):
    content = parquet_bytes({"id": [1], "body": ["It rained."]}, compression=compression)
    assert run.table("in.parquet", content)[0] == DONE
    parquet = pytest.importorskip("pyarrow.parquet")
    group = parquet.ParquetFile(tmp_path / "out-in.parquet").metadata.row_group(0)
    name = "UNCOMPRESSED" if compression == "none" else compression.upper()
    assert [group.column(i).compression for i in range(group.num_columns)] == [name] * 5
