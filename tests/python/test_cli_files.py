"""Files of the command line: patterns, several into one output or into a folder, compressed ones, interrupted jobs."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import signal
import subprocess
import sys

import pytest
from support.command_line import COMMAND, DONE, FAILED, USAGE, open_for_writing, run

import tersely

RAIN = "It rained. The river rose. The bridge fell."
COMPRESS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}
DECOMPRESS = {".gz": gzip.decompress, ".bz2": bz2.decompress, ".xz": lzma.decompress}
TABLE = ("--field", "body", "-n", "1")


def zstd(data):
    return pytest.importorskip("pyarrow").Codec("zstd").compress(data, asbytes=True)


def lines(n, first=0):
    return "".join(json.dumps({"id": i, "body": f"{RAIN} Day {i}."}) + "\n" for i in range(first, first + n)).encode()


def rows(n, first=0, header="id,body"):
    return (f"{header}\n" + "".join(f"{i},{RAIN} Day {i}.\n" for i in range(first, first + n))).encode()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


# Patterns and several files


def test_a_pattern_gives_the_files_that_match_sorted(tmp_path):
    for name in ("b.txt", "a.txt", "c.md", "[x].txt"):
        (tmp_path / name).write_text(f"It rained in {name}.")
    (tmp_path / "d.txt").mkdir()
    done = run("?.txt", cwd=tmp_path)
    assert done.out == "==> a.txt <==\nIt rained in a.txt.\n\n==> b.txt <==\nIt rained in b.txt.\n"
    assert run("[x].txt", cwd=tmp_path).out == "It rained in [x].txt.\n"  # a file of that name is no pattern
    done = run("*.none", cwd=tmp_path)
    assert (done.returncode, done.out) == (FAILED, "")
    assert "*.none: No such file" in done.err


def test_a_pattern_reaches_into_folders(tmp_path):
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.txt").write_text("It rained.")
    assert run("**/*.txt", cwd=tmp_path).out == "It rained.\n"


def test_files_and_options_stand_in_any_order(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(RAIN)
    done = run("a.txt", "-n", "1", "b.txt", "--", cwd=tmp_path)
    assert (done.returncode, done.out.count("The river rose.\n")) == (DONE, 2)


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_several_tables_into_one(tmp_path, kind):
    make = {"csv": rows, "jsonl": lines}[kind]
    (tmp_path / f"a.{kind}").write_bytes(make(1500))
    (tmp_path / f"b.{kind}").write_bytes(make(3, 1500).removesuffix(b"\n"))
    (tmp_path / f"c.{kind}").write_bytes(make(2, 1503))
    (tmp_path / f"whole.{kind}").write_bytes(make(1505))
    expected = run(f"whole.{kind}", *TABLE, cwd=tmp_path).stdout
    assert run(f"[abc].{kind}", *TABLE, cwd=tmp_path).stdout == expected
    done = run(f"[abc].{kind}", *TABLE, "--out", f"out.{kind}", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    assert (tmp_path / f"out.{kind}").read_bytes() == expected


@pytest.mark.parametrize("whole", [[], ["--json"]], ids=["columns", "struct"])
def test_several_parquet_files_into_one(tmp_path, whole):
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    for i, name in enumerate(["a", "b"]):
        parquet.write_table(arrow.table({"id": [i], "body": [RAIN]}), tmp_path / f"{name}.parquet")
    parquet.write_table(arrow.table({"id": ["x"], "body": [RAIN]}), tmp_path / "c.parquet")
    done = run("a.parquet", "b.parquet", *TABLE, *whole, "--out", "out.parquet", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    assert parquet.read_table(tmp_path / "out.parquet")["id"].to_pylist() == [0, 1]
    done = run("a.parquet", "c.parquet", *TABLE, *whole, "--out", "out.parquet", cwd=tmp_path)
    assert (done.returncode, "c.parquet: its columns have other types" in done.err) == (USAGE, True)


def test_one_output_of_several_tables_is_complete_or_not_written(tmp_path):
    (tmp_path / "a.csv").write_bytes(rows(2))
    (tmp_path / "b.csv").write_bytes(b"caf\xe9,body\n")
    (tmp_path / "out.csv").write_text("old")
    for other in ("b.csv", "missing.csv"):
        done = run("a.csv", other, *TABLE, "--out", "out.csv", cwd=tmp_path)
        assert done.returncode == FAILED
        assert f"{other}: " in done.err
        assert "the output of all 2 is not written" in done.err
    assert (tmp_path / "out.csv").read_text() == "old"
    assert names(tmp_path) == ["a.csv", "b.csv", "out.csv"]


# A folder


def test_a_folder_gets_one_file_for_each(tmp_path):
    (tmp_path / "a.csv").write_bytes(rows(2))
    (tmp_path / "b.csv").write_bytes(rows(2, header="number,body"))  # need not look like the first
    done = run("*.csv", *TABLE, "--out-dir", "out/deep", cwd=tmp_path)
    assert (done.returncode, done.out, done.err) == (DONE, "", "")
    for name in ("a.csv", "b.csv"):
        assert (tmp_path / "out" / "deep" / name).read_bytes() == run(name, *TABLE, cwd=tmp_path).stdout


def test_a_folder_of_summaries_of_texts(tmp_path, article):
    for name in ("a.txt", "b.md", "c.txt.gz"):
        content = article.encode()
        (tmp_path / name).write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    assert run("a.txt", "b.md", "c.txt.gz", "--out-dir", "out", cwd=tmp_path).returncode == DONE
    assert names(tmp_path / "out") == ["a.txt", "b.txt", "c.txt"]
    assert (tmp_path / "out" / "c.txt").read_text() == f"{tersely.summarize(article)}\n"
    assert run("a.txt", "--json", "--out-dir", "out", cwd=tmp_path).returncode == DONE
    assert json.loads((tmp_path / "out" / "a.json").read_text()) == tersely.summarize(article).to_dict()


def test_a_table_that_fails_leaves_the_others(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(lines(2))
    (tmp_path / "b.jsonl").write_bytes(b'{"text": "It rained."}\n')
    (tmp_path / "c.jsonl").write_bytes(lines(2))
    done = run("a.jsonl", "b.jsonl", "missing.jsonl", "c.jsonl", *TABLE, "--out-dir", "out", cwd=tmp_path)
    assert done.returncode == FAILED
    assert "b.jsonl: no row has a field 'body'" in done.err
    assert "2 of 4 could not be summarised" in done.err
    assert names(tmp_path / "out") == ["a.jsonl", "c.jsonl"]


@pytest.mark.parametrize(
    ("files", "telling"),
    [
        (["a.csv", "deep/a.csv"], "would both be written to out"),
        (["a.txt", "a.md"], "would both be written to out"),
        (["-"], "files with names"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_wrong_folders(tmp_path, files, telling):
    done = run(*files, *(TABLE if "csv" in files[0] else []), "--out-dir", "out", cwd=tmp_path)
    assert (done.returncode, telling in done.err) == (USAGE, True)
    assert names(tmp_path) == []


def test_what_exists_is_skipped(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.csv").write_bytes(rows(2))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.csv").write_text("done before")
    call = ["*.csv", *TABLE, "--out-dir", "out", "--skip-existing"]
    done = run(*call, cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "tersely: skipped 1 of 3, whose output exists\n")
    assert names(tmp_path / "out") == ["a.csv", "b.csv", "c.csv"]
    assert (tmp_path / "out" / "b.csv").read_text() == "done before"
    done = run(*call, "-q", cwd=tmp_path)
    assert (done.returncode, done.out, done.err) == (DONE, "", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_a_job_that_was_killed_is_completed(tmp_path, number, place):
    for i in range(5):
        (tmp_path / f"{i}.jsonl").write_bytes(lines(3, i))
    assert run("*.jsonl", *TABLE, "--out-dir", "at-once", cwd=tmp_path).returncode == DONE
    stopped = tmp_path / f"{place}.jsonl"
    content = stopped.read_bytes()
    stopped.unlink()
    os.mkfifo(stopped)  # a pattern takes regular files only, so name them
    process = subprocess.Popen(
        [*COMMAND, *[f"{i}.jsonl" for i in range(5)], *TABLE, "--out-dir", "out", "--skip-existing"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    writer = open_for_writing(stopped, process)
    try:
        end(process, number)
    finally:
        os.close(writer)
    assert process.returncode == -number
    parts = [name for name in names(tmp_path / "out") if name.endswith(".part")]
    assert len(parts) == (number == signal.SIGKILL)
    assert len(names(tmp_path / "out")) - len(parts) == place
    stopped.unlink()
    stopped.write_bytes(content)
    done = run("*.jsonl", *TABLE, "--out-dir", "out", "--skip-existing", cwd=tmp_path)
    assert done.returncode == DONE
    assert names(tmp_path / "out") == names(tmp_path / "at-once")
    for path in (tmp_path / "at-once").iterdir():
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


def end(process, number):
    """A signal that arrives just before the process waits for the pipe takes effect only after the read."""
    for _ in range(10):
        process.send_signal(number)
        try:
            process.communicate(timeout=5)
            return
        except subprocess.TimeoutExpired:
            continue
    process.kill()
    process.communicate()


# Compressed files


@pytest.mark.parametrize("ending", COMPRESS)
@pytest.mark.parametrize("kind", ["txt", "csv", "jsonl"])
def test_compressed_input_and_output(tmp_path, ending, kind):
    content = {"txt": RAIN.encode(), "csv": rows(1200), "jsonl": lines(1200)}[kind]
    (tmp_path / f"in.{kind}").write_bytes(content)
    (tmp_path / f"in.{kind}{ending}").write_bytes(COMPRESS[ending](content))
    arguments = () if kind == "txt" else TABLE
    expected = run(f"in.{kind}", *arguments, cwd=tmp_path).stdout
    done = run(f"in.{kind}{ending}", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.err) == (DONE, expected, "")
    assert run(f"in.{kind}{ending}", *arguments, "--out", f"out.{kind}{ending}", cwd=tmp_path).returncode == DONE
    assert DECOMPRESS[ending]((tmp_path / f"out.{kind}{ending}").read_bytes()) == expected


@pytest.mark.parametrize("n_frames", [1, 2])
def test_zstd(tmp_path, n_frames):
    arrow = pytest.importorskip("pyarrow")
    codec = arrow.Codec("zstd")
    half = [lines(700), lines(700, 700)] if n_frames == 2 else [lines(1400)]
    (tmp_path / "in.jsonl").write_bytes(b"".join(half))
    (tmp_path / "in.jsonl.zst").write_bytes(b"".join(codec.compress(part, asbytes=True) for part in half))
    done = run("in.jsonl.zst", *TABLE, "--out", "out.jsonl.zst", cwd=tmp_path)
    assert (done.returncode, done.err) == (DONE, "")
    with arrow.input_stream(tmp_path / "out.jsonl.zst", compression="zstd") as source:
        assert source.read() == run("in.jsonl", *TABLE, cwd=tmp_path).stdout


@pytest.mark.parametrize("out", [[], ["--out", "out.jsonl.zst"]], ids=["input", "output"])
def test_zstd_without_a_package_names_it(tmp_path, out):
    (tmp_path / "in.jsonl.zst").write_bytes(b"")
    (tmp_path / "in.jsonl").write_bytes(lines(1))
    code = (
        "import sys\nfor name in ('compression', 'zstandard', 'pyarrow'): sys.modules[name] = None\n"
        "from tersely._cli import main\nsys.exit(main())"
    )
    file = "in.jsonl" if out else "in.jsonl.zst"
    command = [sys.executable, "-c", code, file, *TABLE, *out]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, timeout=60)
    assert done.returncode == FAILED
    assert "pip install zstandard" in done.stderr
    assert names(tmp_path) == ["in.jsonl", "in.jsonl.zst"]


@pytest.mark.parametrize("ending", [*COMPRESS, ".zst"])
def test_compressed_files_that_are_damaged(tmp_path, ending):
    pytest.importorskip("pyarrow")
    compress = COMPRESS.get(ending) or zstd
    content = compress(os.urandom(20_000) + lines(5))
    for name, damaged in {"cut": content[:-9], "other": b"no such data" * 9}.items():
        (tmp_path / f"{name}.jsonl{ending}").write_bytes(damaged)
        done = run(f"{name}.jsonl{ending}", *TABLE, "--out", "out.jsonl", cwd=tmp_path)
        assert done.returncode == FAILED
        assert f"{name}.jsonl{ending}: cannot be decompressed with " in done.err
        assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(("ending", "program"), [(".gz", "gzip"), (".bz2", "bzip2"), (".xz", "xz"), (".zst", "zstd")])
def test_compressed_standard_input_is_told(tmp_path, ending, program):
    content = (COMPRESS.get(ending) or zstd)(RAIN.encode())
    for arguments in ((), ("--input", "csv", *TABLE)):
        done = run(*arguments, stdin=content)
        assert (done.returncode, done.out) == (FAILED, "")
        assert f"standard input: the input is compressed with {program}: {program} -dc FILE | tersely" in done.err
    (tmp_path / "a.txt").write_bytes(content)
    assert f"give it a name that ends in {ending}" in run("a.txt", cwd=tmp_path).err


def test_the_end_of_a_csv_file_may_be_compressed_differently(tmp_path):
    (tmp_path / "in.csv.gz").write_bytes(gzip.compress(rows(3)))
    assert run("in.csv.gz", *TABLE, "--out", "out.tsv.xz", cwd=tmp_path).returncode == DONE
    text = lzma.decompress((tmp_path / "out.tsv.xz").read_bytes()).decode()
    assert next(csv.reader(io.StringIO(text), delimiter="\t")) == ["id", "body", "summary", "status", "error"]


# Many texts


def test_many_texts_come_in_order(tmp_path):
    """More than are summarised together, of several kinds, with some that cannot be read between them."""
    expected = []
    for i in range(150):
        name = f"{i:03}.{'md' if i % 3 == 0 else 'txt'}"
        text = f"# Title {i}\n\nReport {i} came. It rained. *Nobody* came on day {i}."
        (tmp_path / name).write_bytes(b"\xff" if i == 70 else text.encode())
        if i != 70:
            options = {"markup": "markdown"} if name.endswith("md") else {}
            expected.append({"path": name, **tersely.summarize(text.encode(), 1, **options).to_dict()})
    done = run("*.*", "missing.txt", "--json", "-n", "1", cwd=tmp_path)
    assert [json.loads(line) for line in done.out.splitlines()] == expected
    assert done.returncode == FAILED
    assert done.err.splitlines()[0].startswith("tersely: 070.txt: invalid UTF-8 at byte 0")
    assert done.err.splitlines()[-1] == "tersely: 2 of 151 could not be summarised"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_texts_are_printed_before_the_last_one_is_read(tmp_path):
    for i in range(100):
        (tmp_path / f"{i:03}.txt").write_text("It rained.")
    os.mkfifo(tmp_path / "last.txt")
    process = subprocess.Popen(
        [*COMMAND, "--json", *sorted(names(tmp_path))], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    writer = open_for_writing(tmp_path / "last.txt", process)
    try:
        assert json.loads(process.stdout.readline())["path"] == "000.txt"
        os.write(writer, b"It fell.")
    finally:
        os.close(writer)
    rest, _ = process.communicate(timeout=60)
    assert json.loads(rest.splitlines()[-1])["summary"] == "It fell."
