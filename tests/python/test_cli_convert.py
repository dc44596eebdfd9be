"""The command line converts tables by the names of input and output, and adds whole summaries to any of them."""

from __future__ import annotations

import csv
import io
import itertools
import json

import pytest
from support.command_line import DONE, FAILED, USAGE, run

import tersely

RAIN = "It rained. The river rose. The bridge fell."
RECORDS = [
    {"id": 1, "body": RAIN, "share": 0.5, "tags": ["a", "b"], "meta": {"by": "Ann"}, "odd": 'a "b",\tc\nd', "on": True},
    {"id": 2, "body": None, "share": None, "tags": [], "meta": {"by": None}, "odd": "é", "on": False},
    {"id": 3, "body": "It snowed.", "share": 2.0, "tags": None, "meta": {"by": "Bo"}, "odd": "", "on": None},
]
KINDS = ("csv", "tsv", "jsonl", "parquet")
ADDED = ("summary", "status", "error")
CALL = ("--field", "body", "-n", "1")


def write_lines(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")


def read(path):
    """Returns the rows as dicts; all values of CSV are texts."""
    if path.suffix == ".parquet":
        return pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
    text = path.read_bytes().decode()
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in text.splitlines()]
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if path.suffix == ".csv" else "\t"))


def as_text(value):
    """Returns what a cell of CSV holds."""
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def expected(records):
    summaries = tersely.summarize_many([record["body"] for record in records], 1)
    return [
        {**record, "summary": s and s.text, "status": s.status if s else "missing", "error": None}
        for record, s in zip(records, summaries)
    ]


@pytest.mark.parametrize("kind", ["csv", "tsv", "parquet"])
def test_json_lines_become_other_formats(tmp_path, kind):
    if kind == "parquet":
        pytest.importorskip("pyarrow")
    write_lines(tmp_path / "in.jsonl", RECORDS)
    done = run("in.jsonl", *CALL, "--out", f"out.{kind}", cwd=tmp_path)
    assert (done.returncode, done.out, done.err) == (DONE, "", "")
    rows = expected(RECORDS)
    if kind != "parquet":
        rows = [{name: as_text(value) for name, value in row.items()} for row in rows]
    assert read(tmp_path / f"out.{kind}") == rows


@pytest.mark.parametrize(("first", "second"), list(itertools.permutations(KINDS, 2)))
def test_there_and_back(tmp_path, first, second):
    """Texts survive every conversion; what is no text becomes one in CSV."""
    pytest.importorskip("pyarrow")
    records = [{"id": str(i), "body": f"{RAIN} Day {i}.", "odd": f'"{i}",\t;\n'} for i in range(1500)]
    write_lines(tmp_path / "start.jsonl", records)
    run("start.jsonl", *CALL, "--prefix", "a_", "--out", f"a.{first}", cwd=tmp_path)
    run(f"a.{first}", *CALL, "--prefix", "b_", "--out", f"b.{second}", cwd=tmp_path)
    done = run(f"b.{second}", *CALL, "--prefix", "c_", "--out", "c.jsonl", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    rows = read(tmp_path / "c.jsonl")
    assert [{name: row[name] for name in records[0]} for row in rows] == records
    assert [row["a_summary"] for row in rows] == [row["c_summary"] for row in rows]
    assert list(rows[0]) == [*records[0], *(f"{prefix}{name}" for prefix in ("a_", "b_", "c_") for name in ADDED)]


@pytest.mark.parametrize(("kind", "out"), list(itertools.product(KINDS, KINDS)))
def test_whole_summaries_in_every_format(tmp_path, article, kind, out):
    pytest.importorskip("pyarrow")
    write_lines(tmp_path / "start.jsonl", [{"body": article}, {"body": RAIN}])
    run("start.jsonl", *CALL, "--prefix", "a_", "--out", f"in.{kind}", cwd=tmp_path)
    done = run(f"in.{kind}", *CALL, "--json", "--out", f"out.{out}", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    values = [row["summary"] for row in read(tmp_path / f"out.{out}")]
    summaries = [tersely.summarize(text, 1) for text in (article, RAIN)]
    if out == "parquet":
        assert values == tersely.summarize_column([article, RAIN], 1, output="struct").to_list()
    else:
        values = [json.loads(value) if out in ("csv", "tsv") else value for value in values]
        assert values == [summary.to_dict() for summary in summaries]


def test_what_has_no_column_goes_into_the_error(tmp_path):
    first = [{"id": i, "body": RAIN} for i in range(1024)]  # they decide the columns
    write_lines(
        tmp_path / "in.jsonl", [*first, {"id": 9, "body": RAIN, "late": [1]}, {"summary": "mine", "body": RAIN}]
    )
    with (tmp_path / "in.jsonl").open("ab") as file:
        file.write(b"# a comment\n")
    done = run("in.jsonl", *CALL, "--out", "out.csv", cwd=tmp_path)
    assert (done.returncode, done.err) == (FAILED, "tersely: 3 of 1027 rows failed\n")
    late, taken, comment = read(tmp_path / "out.csv")[1024:]
    assert (late["id"], late["body"], late["summary"], late["status"]) == ("9", RAIN, "", "error")
    assert late["error"].endswith('beyond the columns: {"late": [1]}')
    assert (taken["body"], taken["error"].endswith('beyond the columns: {"summary": "mine"}')) == (RAIN, True)
    assert (comment["id"], comment["error"].endswith("the line: # a comment")) == ("", True)


def test_a_column_of_two_types_cannot_become_parquet(tmp_path):
    pytest.importorskip("pyarrow")
    write_lines(tmp_path / "in.jsonl", [*[{"id": 1, "body": RAIN}] * 1100, {"id": "x", "body": RAIN}])
    done = run("in.jsonl", *CALL, "--out", "out.parquet", cwd=tmp_path)
    assert done.returncode == FAILED
    assert "in.jsonl: column 'id': " in done.err
    assert "write JSON Lines instead" in done.err
    write_lines(tmp_path / "in.jsonl", [*[{"a": {"b": 1}, "body": RAIN}] * 1100, {"a": {"c": 1}, "body": RAIN}])
    done = run("in.jsonl", *CALL, "--out", "out.parquet", cwd=tmp_path)
    assert (done.returncode, "column 'a' holds" in done.err) == (FAILED, True)
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_values_of_parquet_that_json_does_not_have(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    import datetime
    import decimal

    columns = {
        "body": [RAIN.encode()],
        "day": [datetime.date(2025, 1, 31)],
        "price": [decimal.Decimal("1.50")],
        "raw": [b"\xff\x00"],
    }
    parquet.write_table(arrow.table(columns), tmp_path / "in.parquet")
    assert run("in.parquet", *CALL, "--out", "out.jsonl", cwd=tmp_path).returncode == DONE
    (row,) = read(tmp_path / "out.jsonl")
    assert row["summary"] == "The river rose."
    assert (row["body"], row["day"], row["price"], row["raw"]) == (RAIN, "2025-01-31", "1.50", "/wA=")


@pytest.mark.parametrize("out", KINDS)
def test_tables_without_rows_are_converted(tmp_path, out):
    pytest.importorskip("pyarrow")
    (tmp_path / "in.csv").write_text("id,body\n")
    assert run("in.csv", *CALL, "--out", f"out.{out}", cwd=tmp_path).returncode == DONE
    assert read(tmp_path / f"out.{out}") == []
    if out == "parquet":
        table = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "out.parquet")
        assert table.column_names == ["id", "body", *ADDED]


# What an output cannot hold


def test_cells_of_csv_hold_carriage_returns_and_escapes(tmp_path):
    record = {"body": "It rained.\rIt fell.", "odd": "a\rb", "half": "\ud800", "\udc80": "x"}
    (tmp_path / "in.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert run("in.jsonl", *CALL, "--out", "out.csv", cwd=tmp_path).returncode == DONE
    (row,) = read(tmp_path / "out.csv")
    assert (row["body"], row["odd"], row["half"], row["\\udc80"]) == (record["body"], "a\rb", "\\ud800", "x")


def test_cells_of_csv_hold_dates_and_texts_without_quotation_marks(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    import datetime

    parquet.write_table(
        arrow.table({"body": [b"It rained."], "day": [datetime.date(2025, 1, 31)]}), tmp_path / "in.parquet"
    )
    assert run("in.parquet", *CALL, "--out", "out.csv", cwd=tmp_path).returncode == DONE
    assert (tmp_path / "out.csv").read_text().splitlines()[1] == "It rained.,2025-01-31,It rained.,whole_text,"


@pytest.mark.parametrize("out", ["tsv", "jsonl", "parquet"])
def test_columns_of_one_name_are_not_converted(tmp_path, out):
    pytest.importorskip("pyarrow")
    (tmp_path / "in.csv").write_text("id,body,id\n1,It rained.,2\n")
    done = run("in.csv", *CALL, "--out", f"out.{out}", cwd=tmp_path)
    assert (done.returncode, "2 columns are called 'id'" in done.err) == (USAGE, True)
    assert run("in.csv", *CALL, "--out", "out.csv", cwd=tmp_path).returncode == DONE


def test_objects_deep_inside_each_other(tmp_path):
    pytest.importorskip("pyarrow")
    deep = '{"a":' * 900 + "1" + "}" * 900
    (tmp_path / "in.jsonl").write_text('{"body": "It rained.", "deep": ' + deep + "}")
    assert run("in.jsonl", *CALL, "--out", "out.csv", cwd=tmp_path).returncode == DONE
    assert run("in.jsonl", *CALL, "--out", "out.parquet", cwd=tmp_path).returncode == FAILED
    assert run("in.jsonl", "--field", "text", cwd=tmp_path).returncode == USAGE
    (tmp_path / "in.jsonl").write_text('{"body": "It rained.", "deep": ' + '{"a":' * 101 + "1" + "}" * 101 + "}")
    done = run("in.jsonl", *CALL, "--out", "out.parquet", cwd=tmp_path)
    assert (done.returncode, "more than 100 objects" in done.err) == (FAILED, True)


@pytest.mark.parametrize("name", ["late", "fine", "invalid"])
def test_values_that_python_does_not_have(tmp_path, name):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    columns = {
        "late": arrow.array([2**40], arrow.timestamp("s")),
        "fine": arrow.array([1], arrow.timestamp("ns")),
        "invalid": arrow.array([b"\xff"]).view(arrow.utf8()),
    }
    parquet.write_table(arrow.table({"body": ["It rained."], name: columns[name]}), tmp_path / "in.parquet")
    assert run("in.parquet", *CALL, "--out", "out.parquet", cwd=tmp_path).returncode == DONE
    done = run("in.parquet", *CALL, "--out", "out.jsonl", cwd=tmp_path)
    assert done.returncode == DONE or "in.parquet: rows 1 to 1 cannot be converted" in done.err


def test_names_of_columns_that_are_no_text(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "in.jsonl").write_text('{"body": "It rained.", "\\ud800": 1}')
    done = run("in.jsonl", *CALL, "--out", "out.parquet", cwd=tmp_path)
    assert (done.returncode, "the name of a column" in done.err) == (FAILED, True)


# Nested fields


@pytest.mark.parametrize(("kind", "out"), [("jsonl", "jsonl"), ("parquet", "parquet"), ("parquet", "jsonl")])
def test_names_with_dots(tmp_path, kind, out):
    record = {"a": {"b": 1}, "a.b": {"c.d": {"body": RAIN}}}
    if kind == "parquet":
        arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        parquet.write_table(arrow.Table.from_pylist([record]), tmp_path / "in.parquet")
    else:
        write_lines(tmp_path / "in.jsonl", [record])
    done = run(f"in.{kind}", "--field", "a.b.c.d.body", "-n", "1", "--out", f"out.{out}", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    assert read(tmp_path / f"out.{out}")[0]["summary"] == "The river rose."


def test_a_field_inside_an_object(tmp_path):
    records = [{"meta": {"body": RAIN, "n": 1}}, {"meta": None}, {}, {"meta.body": "It snowed.", "meta": {"body": "x"}}]
    write_lines(tmp_path / "in.jsonl", records)
    done = run("in.jsonl", "--field", "meta.body", "-n", "1", cwd=tmp_path)
    assert done.returncode == DONE
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [row["summary"] for row in rows] == ["The river rose.", None, None, "It snowed."]
    assert [{name: row[name] for name in record} for row, record in zip(rows, records)] == records


@pytest.mark.parametrize("out", ["parquet", "jsonl"])
def test_a_field_inside_a_struct_of_parquet(tmp_path, out):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    metas = [{"deep": {"body": RAIN}}, None, {"deep": None}, {"deep": {"body": "It snowed."}}]
    parquet.write_table(arrow.table({"meta": metas}), tmp_path / "in.parquet")
    done = run("in.parquet", "--field", "meta.deep.body", "-n", "1", "--out", f"out.{out}", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    rows = read(tmp_path / f"out.{out}")
    assert [row["summary"] for row in rows] == ["The river rose.", None, None, "It snowed."]
    assert [row["meta"] for row in rows] == metas


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_near_names_are_told_before_the_first_row(tmp_path, kind):
    pytest.importorskip("pyarrow")
    write_lines(tmp_path / "start.jsonl", [{"id": 1, "meta": {"body": RAIN}}])
    run("start.jsonl", "--field", "meta.body", "--out", f"in.{kind}", cwd=tmp_path)
    done = run(f"in.{kind}", "--field", "meta.bdy", "--prefix", "b_", "--out", f"out.{kind}", cwd=tmp_path)
    assert done.returncode == USAGE
    assert "did you mean 'meta.body'" in done.err
    assert not (tmp_path / f"out.{kind}").exists()


def test_a_json_array_is_no_text(tmp_path):
    (tmp_path / "in.json").write_text(json.dumps([{"body": RAIN}]))
    done = run("in.json", *CALL, cwd=tmp_path)
    assert (done.returncode, "one JSON array, not JSON Lines" in done.err) == (USAGE, True)
    write_lines(tmp_path / "in.json", [{"body": RAIN}])
    assert json.loads(run("in.json", *CALL, cwd=tmp_path).out)["summary"] == "The river rose."


def test_json_has_no_nan(tmp_path):
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    numbers = [1.5, float("nan"), float("inf"), None]
    table = arrow.table({"body": [RAIN] * 4, "x": numbers, "l": [[number] for number in numbers]})
    parquet.write_table(table, tmp_path / "in.parquet")

    done = run(tmp_path / "in.parquet", *CALL, "--out", tmp_path / "out.jsonl")
    assert done.returncode == DONE
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line, parse_constant=pytest.fail) for line in lines]
    assert [(row["x"], row["l"]) for row in rows] == [(1.5, [1.5]), (None, [None]), (None, [None]), (None, [None])]

    run(tmp_path / "in.parquet", *CALL, "--out", tmp_path / "out.csv")
    assert [row["x"] for row in read(tmp_path / "out.csv")] == ["1.5", "NaN", "Infinity", ""]


@pytest.mark.parametrize("content", ["", "\n\n"])
def test_a_csv_file_without_a_header_has_no_rows(tmp_path, content):
    for name in ("a", "c"):
        (tmp_path / f"{name}.csv").write_text(f"body\n{RAIN}\n")
    (tmp_path / "b.csv").write_text(content)
    alone = run("b.csv", *CALL, cwd=tmp_path)
    assert (alone.returncode, alone.out) == (DONE, "")
    assert "no rows" in alone.err

    for out in ("out.csv", "out.jsonl"):
        done = run("b.csv", "a.csv", "c.csv", *CALL, "--out", out, cwd=tmp_path)
        assert done.returncode == DONE
        assert "b.csv: no rows" in done.err
        assert [row["body"] for row in read(tmp_path / out)] == [RAIN, RAIN]
    assert run("b.csv", "a.csv", *CALL, "--out-dir", "dir", cwd=tmp_path).returncode == DONE
    assert [row["body"] for row in read(tmp_path / "dir" / "a.csv")] == [RAIN]
