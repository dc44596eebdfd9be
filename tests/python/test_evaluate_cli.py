"""`python -m tersely.evaluate`."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tersely.evaluate.__main__ import main

ROWS = [
    {
        "body": "It rained. The council closed the bridge. The ferry is free.",
        "summary": "The council closed the bridge.",
    },
    {
        "body": "A storm came. The museum lost its roof. Nobody was hurt.",
        "summary": ["The museum lost its roof.", "Storm."],
    },
    {"body": None},
]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "texts.jsonl"
    path.write_text("\n".join(map(json.dumps, ROWS)) + "\n\n", encoding="utf-8")
    return path


def run(capsys, *arguments):
    code = main(list(map(str, arguments)))
    return code, *capsys.readouterr()


def test_the_table(capsys, file):
    code, out, err = run(
        capsys, file, "--field", "body", "--reference", "summary", "--methods", "cover,luhn", "--sentences", 1
    )

    assert (code, err) == (0, "")
    assert {line.split()[0] for line in out.split("\n")[1:6]} == {"cover", "luhn", "lead", "random", "oracle"}
    assert "2 texts, 1 left out without text or reference" in out
    assert "at most 1 sentences" not in out


def test_all_methods_at_the_length_of_the_references_by_default(capsys, file):
    code, out, _ = run(capsys, file, "--field", "body", "--reference", "summary")

    assert code == 0
    assert "textrank-overlap" in out
    assert "as long as its references" in out


@pytest.mark.parametrize(
    "content, arguments, message",
    [
        ("{}\n", [], "no row has a field 'body'"),
        ('{"body": "a", "summary": "b"}\n[1]\n', [], "line 2: not a JSON object"),
        ('{"body": "a", "summary": "b"\n', [], "line 1: not JSON in UTF-8"),
        ('{"body": 3, "summary": "b"}\n', [], "row 0"),
        ("", [], "at least one text"),
    ],
)
def test_what_is_wrong_is_told(capsys, tmp_path, content, arguments, message):
    file = tmp_path / "texts.jsonl"
    file.write_text(content, encoding="utf-8")

    code, out, err = run(capsys, file, "--field", "body", "--reference", "summary", *arguments)

    assert (code, out) == (1, "")
    assert message in err


def test_a_file_that_does_not_exist(capsys, tmp_path):
    code, _, err = run(capsys, tmp_path / "none.jsonl", "--field", "body", "--reference", "summary")

    assert code == 1
    assert "none.jsonl" in err


def test_wrong_usage(capsys, file):
    with pytest.raises(SystemExit) as caught:
        main([str(file), "--field", "body", "--reference", "summary", "--words", "3", "--sentences", "3"])

    assert caught.value.code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise on Windows")
def test_a_closed_pipe_ends_quietly(file):
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "tersely.evaluate", file, "--field", "body", "--reference", "summary"]
    try:
        done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, timeout=120)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["--methods", "nosuch"], "--methods nosuch: must be one of"),
        (["--words", "0"], "--words 0: must be a whole number of 1 or more"),
        (["--threads", "-1"], "--threads -1: must be a whole number of 0 or more"),
    ],
)
def test_a_wrong_option_is_wrong_usage(capsys, file, arguments, message):
    code, out, err = run(capsys, file, "--field", "body", "--reference", "summary", *arguments)

    assert (code, out) == (2, "")
    assert err.startswith(f"tersely: {message}")


def test_a_file_that_cannot_be_decompressed_here_is_told(capsys, monkeypatch, tmp_path):
    for name in ("zstandard", "pyarrow", "compression.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "texts.jsonl.zst").write_bytes(b"")
    code, out, err = run(capsys, tmp_path / "texts.jsonl.zst", "--field", "body", "--reference", "summary")

    assert (code, out) == (1, "")
    assert "zstandard" in err
