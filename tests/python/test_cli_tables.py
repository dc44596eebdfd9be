"""The command line for tables: JSON Lines, CSV, TSV, Parquet."""

from __future__ import annotations

import csv
import io
import json
import os
import sys

import pytest
from support.command_line import DONE, FAILED, USAGE, run, run_interrupted

import tersely

RAIN = "It rained. The river rose. The bridge fell."


@pytest.fixture(scope="session")
def texts(article, samples):
    """Texts of a column: ordinary, blank and short ones, and more of them than fit in a batch."""
    return [
        article,
        samples["german"],
        samples["chinese"],
        " ",
        "One sentence.",
        *[f"{RAIN} Day {i}." for i in range(1500)],
    ]


def expected(texts, *arguments, **options):
    """Returns (summary, status, error) of each row."""
    summaries = tersely.summarize_many(texts, *arguments, on_error="status", **options)
    return [(None, "missing", None) if s is None else (s.text, s.status, s.error) for s in summaries]


def write_lines(path, records):
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def write_csv(path, rows, delimiter=","):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read_csv(text, delimiter=","):
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def names(folder):
    return sorted(path.name for path in folder.iterdir())


# JSON Lines


def test_json_lines(tmp_path, texts):
    column = [*texts, None]
    path = write_lines(tmp_path / "in.jsonl", [{"id": i, "body": text} for i, text in enumerate(column)])
    done = run(path, "--field", "body", "-n", "2")
    assert (done.returncode, done.err) == (DONE, "")
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [(r["summary"], r["status"], r["error"]) for r in records] == expected(column, 2)
    assert [(r["id"], r["body"]) for r in records] == list(enumerate(column))
    assert list(records[0]) == ["id", "body", "summary", "status", "error"]


def test_json_lines_are_kept_as_they_were_written():
    line = '{ "n": 1.50, "big": 1e400, "n": 12345678901234567890, "body":"Caf\\u00e9 closed." , "odd": "\\ud800" }'
    done = run("--input", "jsonl", "--field", "body", stdin=line.encode())
    assert done.out == line[:-2] + ', "summary": "Café closed.", "status": "whole_text", "error": null}\n'


def test_lone_surrogates_stay_escapes():
    done = run("--input", "jsonl", "--field", "body", stdin=b'{"body": "A \\ud800 here."}')
    assert json.loads(done.out)["summary"] == "A \ud800 here."


def test_the_whole_summary_of_each_line(article):
    lines = [json.dumps({"body": text}) for text in (article, None, 3)]
    done = run("--input", "jsonl", "--field", "body", "--json", stdin="\n".join(lines).encode())
    assert done.returncode == FAILED
    records = [json.loads(line) for line in done.out.splitlines()]
    assert records[0] == {"body": article, "summary": tersely.summarize(article).to_dict()}
    assert records[1] == {"body": None, "summary": None}
    assert records[2]["summary"]["status"] == "error"
    assert "line 3" in records[2]["summary"]["error"]
    assert records[2]["summary"].keys() == records[0]["summary"].keys()


@pytest.mark.parametrize("value", [3, ["a"], {"text": "a"}, True])
def test_a_field_that_is_no_string_fails_alone(value):
    good, bad = (json.dumps({"body": body}).encode() for body in (RAIN, value))
    done = run("--input", "jsonl", "--field", "body", "-n", "1", stdin=b"\n".join([good, b"", bad, good]))
    assert done.returncode == FAILED
    first, failed, last = [json.loads(row) for row in done.out.splitlines()]
    assert first == last == {"body": RAIN, "summary": "The river rose.", "status": "ok", "error": None}
    error = "line 3: field 'body' is not a string"  # blank lines count
    assert failed == {"body": value, "summary": None, "status": "error", "error": error}
    assert done.err == "tersely: 1 of 3 rows failed\n"


def test_rows_that_the_summarizer_refuses():
    lines = "\n".join(json.dumps({"body": text}) for text in (RAIN, RAIN * 3))
    done = run("--input", "jsonl", "--field", "body", "--max-bytes", "60", stdin=lines.encode())
    assert done.returncode == FAILED
    assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["whole_text", "error"]
    assert "max_bytes" in json.loads(done.out.splitlines()[1])["error"]
    assert "1 of 2 rows failed" in done.err


def test_an_absent_key_is_a_missing_text():
    done = run("--input", "jsonl", "--field", "body", stdin=b'{}\n{"body": "It rained."}\n{ }\n')
    assert done.returncode == DONE
    assert [json.loads(line)["status"] for line in done.out.splitlines()] == ["missing", "whole_text", "missing"]


def test_several_files_of_json_lines(tmp_path):
    paths = [write_lines(tmp_path / f"{i}.ndjson", [{"i": i, "body": RAIN}]) for i in range(2)]
    done = run(paths[0], tmp_path / "none.jsonl", paths[1], "--field", "body")
    assert done.returncode == FAILED
    assert [json.loads(line)["i"] for line in done.out.splitlines()] == [0, 1]
    assert "none.jsonl" in done.err


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_windows_json_lines(mark):
    done = run(
        "--input", "jsonl", "--field", "body", stdin=mark + b'{"body": "It rained."}\r\n{"body": "It fell."}\r\n'
    )
    assert [json.loads(line)["summary"] for line in done.out.splitlines()] == ["It rained.", "It fell."]


@pytest.mark.parametrize("start", [b'[{"body": "It rained."}]', b'[\n  {"body": "It rained."},', b"\xef\xbb\xbf [ \n{"])
def test_a_json_array_is_told_with_the_way_to_convert_it(tmp_path, start):
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    done = run("--input", "jsonl", "--field", "body", "--out", out, stdin=start + b"\n]\n")
    assert done.returncode == USAGE
    assert "JSON array" in done.err
    assert "jq -c '.[]'" in done.err
    assert out.read_text() == "old"


# CSV


@pytest.mark.parametrize(("ending", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv(tmp_path, texts, ending, delimiter):
    rows = [[str(i), text, 'a "b",\tc\nd'] for i, text in enumerate(texts)]
    path = write_csv(tmp_path / f"in.{ending}", [["id", "body", "note"], *rows], delimiter)
    done = run(path, "--field", "body", "-n", "2", "--out", tmp_path / f"out.{ending}")
    assert (done.returncode, done.out, done.err) == (DONE, "", "")
    header, *out = read_csv((tmp_path / f"out.{ending}").read_bytes().decode(), delimiter)
    assert header == ["id", "body", "note", "summary", "status", "error"]
    assert [row[:3] for row in out] == rows
    assert [tuple(row[3:]) for row in out] == [(s, status, error or "") for s, status, error in expected(texts, 2)]
    assert names(tmp_path) == [f"in.{ending}", f"out.{ending}"]


def test_blank_lines_around_the_rows_of_csv():
    done = run("--input", "csv", "--field", "body", stdin=b"\r\nbody\r\n\r\nIt rained.\r\n\r\n")
    assert (done.returncode, done.err) == (DONE, "")
    assert done.stdout == b"body,summary,status,error\r\nIt rained.,It rained.,whole_text,\r\n"


def test_csv_has_no_missing_texts():
    done = run("--input", "csv", "--field", "body", stdin=b"id,body\n1,\n")
    assert (done.returncode, done.out) == (DONE, "id,body,summary,status,error\n1,,,empty,\n")


def test_csv_without_rows():
    done = run("--input", "csv", "--field", "body", stdin=b"id,body\n")
    assert (done.returncode, done.out) == (DONE, "id,body,summary,status,error\n")


def test_long_cells_of_csv():
    text = "It rained. " * 20_000  # by default, csv reads at most 131,072 characters
    done = run("--input", "csv", "--field", "body", "-n", "1", stdin=f'body\n"{text}"\n'.encode())
    assert done.returncode == DONE
    assert done.out == f'body,summary,status,error\n"{text}",It rained.,{tersely.summarize(text, 1).status},\n'


def test_csv_with_a_header_that_is_no_utf8(tmp_path):
    (tmp_path / "in.csv").write_bytes(b"caf\xe9,body\n1,It rained.\n")
    done = run(tmp_path / "in.csv", "--field", "body", "--out", tmp_path / "out.csv")
    assert done.returncode == FAILED
    assert "in.csv: the header is not UTF-8" in done.err
    assert names(tmp_path) == ["in.csv"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_delimiter_of_csv_is_read_off_the_header(delimiter, mark):
    rows = [["id", "the body", "note"], ["1", RAIN, "a,b;c|d"], ["2", "It snowed; it froze, all day.", ""]]
    text = mark + "\n" + "".join(delimiter.join(f'"{cell}"' for cell in row) + "\n" for row in rows)
    done = run("--input", "csv", "--field", "the body", "-n", "1", stdin=text.encode())
    assert (done.returncode, done.err) == (DONE, "")
    header, *written = read_csv(done.out.lstrip("\ufeff\n"), delimiter)
    assert header == [*rows[0], "summary", "status", "error"]
    assert [row[:3] for row in written] == rows[1:]
    assert [row[3:5] for row in written] == [[s, status] for s, status, _ in expected([row[1] for row in rows[1:]], 1)]


def test_the_field_decides_between_delimiters():
    """The header can be read in two ways."""
    done = run("--input", "csv", "--field", "body", stdin=b"a;b;c,body\n1;2;3,It rained.\n")
    assert done.out == "a;b;c,body,summary,status,error\n1;2;3,It rained.,It rained.,whole_text,\n"


@pytest.mark.parametrize(("told", "delimiter"), [("/", "/"), ("tab", "\t"), ("\\t", "\t"), (";", ";"), (",", ",")])
def test_a_delimiter_that_is_told(told, delimiter):
    text = f"a;b,c/d\te{delimiter}body\n1{delimiter}It rained.\n"
    done = run("--input", "csv", "--delimiter", told, "--field", "body", stdin=text.encode())
    assert done.returncode == (DONE if text.count(delimiter) == 2 else FAILED)
    assert read_csv(done.out, delimiter)[0][-4:] == ["body", "summary", "status", "error"]


def test_a_row_beyond_a_header_with_bars_fails_alone():
    done = run("--input", "csv", "--field", "body", stdin=b"id|body\n1|It rained.|x|y\n")
    assert done.returncode == FAILED
    assert done.out.splitlines()[1] == '1|It rained.||error|"line 2: has 4 cells, the header 2, beyond them: x|y"'


# Parquet


def test_parquet(tmp_path, texts):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    column = [*texts, None]
    table = arrow.table({"id": range(len(column)), "body": column, "tags": [["a", "b"]] * len(column)})
    table = table.replace_schema_metadata({"origin": "a test"})
    parquet.write_table(table, tmp_path / "in.parquet", row_group_size=700)
    out = tmp_path / "out.parquet"
    done = run(tmp_path / "in.parquet", "--field", "body", "-n", "2", "--out", out)
    assert (done.returncode, done.out, done.err) == (DONE, "", "")
    result = parquet.read_table(out)
    assert result.select(["id", "body", "tags"]).equals(table)
    assert result.schema.metadata[b"origin"] == b"a test"
    assert result.column_names == ["id", "body", "tags", "summary", "status", "error"]
    added = [result[name].to_pylist() for name in ("summary", "status", "error")]
    assert list(zip(*added)) == expected(column, 2)
    assert names(tmp_path) == ["in.parquet", "out.parquet"]


@pytest.mark.parametrize("kind", ["large_string", "binary", "dictionary"])
def test_kinds_of_parquet_text(tmp_path, kind):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    column = arrow.array([RAIN, None, RAIN])
    column = column.dictionary_encode() if kind == "dictionary" else column.cast(getattr(arrow, kind)())
    parquet.write_table(arrow.table({"body": column}), tmp_path / "in.parquet")
    out = tmp_path / "out.parquet"
    assert run(tmp_path / "in.parquet", "--field", "body", "-n", "1", "--out", out).returncode == DONE
    result = parquet.read_table(out)
    assert result["body"].type == column.type
    assert result["body"].to_pylist() == column.to_pylist()
    assert result["summary"].to_pylist() == ["The river rose.", None, "The river rose."]


def test_rows_of_parquet_that_fail(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"body": [RAIN * 3, RAIN]}), tmp_path / "in.parquet")
    out = tmp_path / "out.parquet"
    done = run(tmp_path / "in.parquet", "--field", "body", "--max-bytes", "60", "--out", out)
    assert done.returncode == FAILED
    assert "1 of 2 rows failed" in done.err
    result = parquet.read_table(out).to_pylist()
    assert [row["status"] for row in result] == ["error", "whole_text"]
    assert result[0]["summary"] is None
    assert "max_bytes" in result[0]["error"]


def test_parquet_without_rows(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"body": arrow.array([], arrow.string())}), tmp_path / "in.parquet")
    out = tmp_path / "out.parquet"
    assert run(tmp_path / "in.parquet", "--field", "body", "--out", out).returncode == DONE
    assert parquet.read_table(out).column_names == ["body", "summary", "status", "error"]


def test_a_file_that_is_no_parquet(tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "in.parquet").write_bytes(b"PAR1 and no more")
    done = run(tmp_path / "in.parquet", "--field", "body", "--out", tmp_path / "out.parquet")
    assert done.returncode == FAILED
    assert "in.parquet" in done.err
    assert names(tmp_path) == ["in.parquet"]


@pytest.mark.parametrize(("field", "telling"), [("id", "int64"), ("text", "id, body")], ids=["no text", "no column"])
def test_wrong_columns_of_parquet(tmp_path, field, telling):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"id": [1], "body": [RAIN]}), tmp_path / "in.parquet")
    done = run(tmp_path / "in.parquet", "--field", field, "--out", tmp_path / "out.parquet")
    assert done.returncode == USAGE
    assert telling in done.err
    assert names(tmp_path) == ["in.parquet"]
    assert run(tmp_path / "in.parquet", "--field", "body").returncode == USAGE  # Parquet cannot go to standard output


# All of them


@pytest.mark.parametrize("threads", ["1", "2"])
def test_threads(tmp_path, threads):
    path = write_lines(tmp_path / "in.jsonl", [{"body": RAIN}] * 3)
    done = run(path, "--field", "body", "-n", "1", "--threads", threads)
    assert [json.loads(line)["summary"] for line in done.out.splitlines()] == ["The river rose."] * 3


@pytest.mark.parametrize(
    ("file", "arguments", "telling"),
    [
        ("in.jsonl", [], "id, body"),
        ("in.csv", [], "id, body"),
        ("in.jsonl", ["--field", "text"], "id, body"),
        ("in.csv", ["--field", "text"], "id, body"),
        ("in.jsonl", ["--field", "body", "--scores"], "--scores"),
        ("in.csv", ["--field", "bdoy"], "did you mean 'body'?"),
        ("in.jsonl", ["--field", "Body"], "did you mean 'body'?"),
        ("in.csv", ["--field", "body", "--out", "out.parquet.gz"], "compressed inside"),
        ("in.csv", ["--field", "body", "--skip-existing"], "--out-dir"),
        ("in.csv", ["--field", "body", "--out-dir", "."], "one of the inputs"),
        ("in.csv", ["other.csv", "--field", "body", "--out", "out.csv"], "other.csv: its columns are not those"),
        ("in.csv", ["--field", "body", "--encoding", "klingon"], "--encoding klingon"),
        ("in.jsonl", ["in.csv", "--field", "body"], "one format"),
        ("in.jsonl", ["in.txt", "--field", "body"], "one format"),
        ("in.txt", ["--field", "body"], "--field"),
        ("in.txt", ["--delimiter", ";"], "--delimiter"),
        ("in.jsonl", ["--field", "body", "--delimiter", ";"], "--delimiter"),
        ("in.csv", ["--field", "body", "--delimiter", ";;"], "one character"),
        ("in.csv", ["--field", "body", "--delimiter", '"'], "one character"),
        ("taken.jsonl", ["--field", "body"], "--prefix"),
        ("taken.csv", ["--field", "body"], "--prefix"),
        ("in.jsonl", ["--field", "body", "--threads", "-1"], "threads"),
        ("in.jsonl", ["--field", "body", "--threads", "all"], "threads"),
        ("-", ["--input", "parquet", "--field", "body", "--out", "out.parquet"], "standard input"),
        ("twice.csv", ["--field", "body"], "2 columns"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_wrong_calls(tmp_path, file, arguments, telling):
    write_lines(tmp_path / "in.jsonl", [{"id": 1, "body": RAIN}])
    write_lines(tmp_path / "taken.jsonl", [{"body": RAIN, "status": "new"}])
    write_csv(tmp_path / "in.csv", [["id", "body"], ["1", RAIN]])
    write_csv(tmp_path / "taken.csv", [["body", "summary"], [RAIN, ""]])
    write_csv(tmp_path / "twice.csv", [["body", "body"], [RAIN, RAIN]])
    write_csv(tmp_path / "other.csv", [["number", "body"], ["1", RAIN]])
    (tmp_path / "in.txt").write_text(RAIN)
    before = names(tmp_path)
    done = run(file, *arguments, cwd=tmp_path)
    assert done.returncode == USAGE, done.err
    assert telling in done.err
    assert names(tmp_path) == before


@pytest.mark.parametrize(("n", "telling"), [(1000, "no row"), (3000, "none of the first 1,024 rows")])
def test_a_field_that_no_row_has_is_a_wrong_call_before_anything_is_printed(tmp_path, n, telling):
    path = write_lines(tmp_path / "in.jsonl", [{"id": 1, "body": RAIN}] * n)
    done = run(path, "--field", "text")
    assert (done.returncode, done.out) == (USAGE, "")
    assert f"{telling} has a field 'text'; the first has id, body" in done.err


def test_the_old_file_stays_when_the_new_one_fails(tmp_path):
    path = write_lines(tmp_path / "table.jsonl", [{"text": RAIN}])
    before = path.read_bytes()
    assert run(path, "--field", "body", "--out", path).returncode == USAGE
    assert path.read_bytes() == before
    assert run(path, "--field", "text", "--out", path).returncode == DONE
    assert json.loads(path.read_bytes())["summary"] == RAIN
    assert names(tmp_path) == ["table.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_a_device_as_output_is_written_to(tmp_path):
    path = write_lines(tmp_path / "in.jsonl", [{"body": RAIN}])
    done = run(path, "--field", "body", "--out", os.devnull)
    assert (done.returncode, done.out) == (DONE, "")
    assert not os.path.isfile(os.devnull)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_leaves_nothing(tmp_path):
    path, out = tmp_path / "endless.jsonl", tmp_path / "out.jsonl"
    os.mkfifo(path)
    done = run_interrupted(["--field", "body", "--out", str(out), str(path)], path)
    assert done == (130, b"", b"")
    assert names(tmp_path) == ["endless.jsonl"]


# The report


@pytest.mark.parametrize("ending", ["jsonl", "csv", "parquet"])
def test_a_report_of_the_rows(tmp_path, ending):
    pytest.importorskip("pyarrow")
    records = [
        {"body": RAIN},
        {"body": None},
        {"body": "https://example.org"},
        {"body": "Es regnete. Der Fluss stieg an."},
    ]
    write_lines(tmp_path / "in.jsonl", [*records[:3], *[records[3]] * 2])
    run("in.jsonl", "--field", "body", "-n1", "--out", f"in2.{ending}", "--prefix", "a_", "-q", cwd=tmp_path)
    arguments = [f"in2.{ending}", "--field", "body", "-n1", "--language", "de", "--out", "out.parquet"]
    done = run(*arguments, cwd=tmp_path)

    missing = "1 missing" if ending != "csv" else "1 empty"  # CSV has no missing text
    assert done.returncode == DONE
    assert done.err == ""
    assert done.report[0].startswith("5 rows: 3 ok")
    assert missing in done.report[0]
    assert done.report[1] == ("languages: 5 de" if ending == "csv" else "languages: 4 de")
    assert "1 looks_like_url" in done.report[2]
    quiet = run(*arguments, "--quiet", cwd=tmp_path)
    assert (quiet.err, quiet.report) == ("", [])


def test_a_report_of_several_tables_counts_errors(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        write_lines(tmp_path / name, [{"body": RAIN}, {"body": 7}, {"body": 8}])
    done = run("a.jsonl", "b.jsonl", "--field", "body", "-n1", "--language", "en", cwd=tmp_path)
    assert done.returncode == FAILED
    assert done.err == "tersely: 4 of 6 rows failed\n"
    assert done.report == [
        "6 rows: 4 error, 2 ok",
        "languages: 2 en",
        "error in 4 rows: field 'body' is not a string",
    ]


def test_parquet_says_by_which_rules_it_was_made(tmp_path):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    table = arrow.table({"body": [RAIN]}).replace_schema_metadata({"owner": "ann"})
    parquet.write_table(table, tmp_path / "in.parquet")
    write_lines(tmp_path / "in.jsonl", [{"body": RAIN}])
    run("in.parquet", "--field", "body", "--out", "out.parquet", cwd=tmp_path)
    run("in.jsonl", "--field", "body", "--out", "out2.parquet", cwd=tmp_path)
    ruleset = tersely.build_info()["ruleset"].encode()
    assert parquet.read_schema(tmp_path / "out.parquet").metadata == {b"owner": b"ann", b"tersely.ruleset": ruleset}
    assert parquet.read_schema(tmp_path / "out2.parquet").metadata[b"tersely.ruleset"] == ruleset
