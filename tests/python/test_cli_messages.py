"""What the command line says on standard error: wrong calls in its own words, and summaries that surprise."""

from __future__ import annotations

import json
import re

import pytest
from support.command_line import DONE, FAILED, USAGE, run

RAIN = "It rained. The river rose. The bridge fell."
LONG = "The council closed the old bridge after engineers had found cracks. A ferry carries people across the river."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--sentences", "0"], "--sentences 0: must be a whole number of 1 or more"),
        (["-n", "0.2"], "--sentences 0.2: must be a whole number of 1 or more; did you mean --ratio 0.2?"),
        (["--ratio", "120%"], "--ratio 120%: must be more than 0"),
        (["--damping", "0.5"], "--damping 0.5: must be left out with --method cover: it is an option of textrank"),
        (["--max-sentences", "x", "--method", "lexrank"], "--max-sentences x: must be a whole number"),
        (["--threads", "all"], "--threads all: must be a whole number of 0 or more"),
        (["--threads", "-1"], "--threads -1: must be a whole number of 0 or more"),
        (["--words"], "--words: expected one argument"),
        (["--num-sentences", "5"], "--num-sentences: no such option; did you mean --sentences?"),
        (["--feild", "x"], "--feild: no such option; did you mean --field?"),
        (
            ["--tokens", "200"],
            "--tokens: tokens is an option of Python only, since it needs a function",
        ),
        (["--max-tokens=200"], "--max-tokens: tokens is an option of Python only"),
        (["--count-tokens", "f"], "--count-tokens: count_tokens is an option of Python only, since it is a function"),
        (["--include", "1"], "--include: include is an option of Python only, since it has the indices of units"),
        (["--dates", "1"], "--dates: dates is an option of Python only, since it is for several texts"),
        (["--frobnicate"], "--frobnicate: no such option"),
        (["--encoding", "hex"], "--encoding hex: there is no such encoding"),
        (["--skip-existing"], "--skip-existing needs --out-dir"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_a_wrong_call_is_one_line_and_a_hint(article_path, arguments, message):
    done = run(article_path, *arguments)
    assert (done.returncode, done.out) == (USAGE, "")
    told, hint = done.err.splitlines()
    assert told.startswith(f"tersely: {message}")
    assert hint == "try 'tersely --help'"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "invalid UTF-8 at byte 3: if the text has another encoding, name it, e.g. --encoding latin-1"),
        ("Café".encode("utf-16"), "this is UTF-16 text, not UTF-8 text: name it, e.g. --encoding utf-16"),
    ],
)
def test_a_text_in_another_encoding_is_told_without_python(content, message):
    done = run(stdin=content)
    assert done.returncode == FAILED
    assert done.err.splitlines()[0] == f"tersely: standard input: {message}"


def test_a_query_that_nothing_matches_is_told(article_path):
    told = "nothing matches the query"
    done = run(article_path, "--query", "zzzyx")
    assert done.out == run(article_path).out
    assert done.err.endswith(f"{told}; this is the summary without it\n")
    done = run(article_path, "--query", "zzzyx", "--unmatched", "empty")
    assert (done.out, done.err.endswith(f"{told}\n")) == ("\n", True)
    assert run(article_path, "--query", "zzzyx", "--quiet").err == ""


def test_a_limit_is_told_as_an_option(tmp_path):
    (tmp_path / "a.txt").write_text(LONG)
    done = run("a.txt", "--max-bytes", "60", cwd=tmp_path)
    assert done.returncode == FAILED
    assert done.err.startswith("tersely: a.txt: ")
    assert "--max-bytes 60" in done.err


@pytest.mark.parametrize(
    ("arguments", "budget", "advice"),
    [
        (["--words", "2"], "--words 2", "; --cut would shorten it"),
        (["--chars", "9"], "--chars 9", "; --cut would shorten it"),
        (["--ratio", "10%"], "--ratio 10%", ""),
        (["-n", "1", "--words", "2"], "--sentences 1 --words 2", "; --cut would shorten it"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_a_budget_that_no_sentence_fits_is_told(arguments, budget, advice):
    done = run(*arguments, stdin=LONG.encode())
    assert done.returncode == DONE
    found = re.fullmatch(
        rf"tersely: standard input: no sentence fits {budget}; the best one has (\d+) words, (\d+) characters(.*)\n",
        done.err,
    )
    assert found, done.err
    assert (int(found[1]), int(found[2])) == (len(done.out.split()), len(done.out.strip()))
    assert found[3] == advice
    assert run(*arguments, "--quiet", stdin=LONG.encode()).err == ""


def test_rows_over_the_budget_are_counted(tmp_path):
    (tmp_path / "a.jsonl").write_text("".join(json.dumps({"body": text}) + "\n" for text in (LONG, "It rained.", LONG)))
    done = run("a.jsonl", "--field", "body", "--words", "2", cwd=tmp_path)
    assert done.returncode == DONE
    assert done.err == "tersely: in 2 of 3 rows, no sentence fits --words 2; they have the best one\n"
    assert run("a.jsonl", "--field", "body", "--words", "2", "-q", cwd=tmp_path).err == ""


def test_empty_input_is_told(tmp_path):
    for name, content in {"a.txt": " \n", "b.csv": "body\n", "c.jsonl": ""}.items():
        (tmp_path / name).write_text(content)
    assert run("a.txt", cwd=tmp_path).err == "tersely: a.txt: the text is blank; there is nothing to summarise\n"
    for name in ("b.csv", "c.jsonl"):
        done = run(name, "--field", "body", cwd=tmp_path)
        assert (done.returncode, done.err) == (DONE, f"tersely: {name}: no rows\n")
    assert run(stdin=b"").err.startswith("tersely: standard input: the text is blank")
    assert run("-q", stdin=b"").err == ""


def test_errors_are_told_even_if_quiet(tmp_path):
    assert "missing.txt" in run("missing.txt", "--quiet", cwd=tmp_path).err


# Encodings


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-16", "UTF8"])
def test_a_text_in_a_named_encoding(tmp_path, encoding):
    text = "Das Café schließt. Die Gäste gehen nach Hause."
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    done = run("a.txt", "--encoding", encoding, "-n", "5", cwd=tmp_path)
    assert (done.returncode, done.out, done.err) == (DONE, f"{text}\n", "")


@pytest.mark.parametrize("kind", ["csv", "jsonl"])
def test_a_table_in_a_named_encoding_is_written_in_utf8(tmp_path, kind):
    content = {"csv": 'id,body\r\n1,"Café\r\nzu."\r\n', "jsonl": '{"body": "Café zu."}\r\n'}[kind]
    (tmp_path / f"a.{kind}").write_bytes(content.encode("utf-16"))
    (tmp_path / f"b.{kind}").write_bytes(content.encode())
    expected = run(f"b.{kind}", "--field", "body", cwd=tmp_path)
    done = run(f"a.{kind}", "--field", "body", "--encoding", "utf-16", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (DONE, expected.stdout)


def test_bytes_that_the_named_encoding_does_not_have(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"Caf\xe9 zu.")
    done = run("a.txt", "--encoding", "ascii", cwd=tmp_path)
    assert (done.returncode, done.out) == (FAILED, "")
    assert "a.txt: is not text in ascii" in done.err
    assert run("a.html", "--encoding", "latin-1", cwd=tmp_path).returncode == USAGE
