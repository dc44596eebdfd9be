"""The command line, as typed: files, standard input, formats, exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from support.command_line import COMMAND, DONE, FAILED, USAGE, run, run_interrupted

import tersely


def printed(text, *arguments, **options):
    return f"{tersely.summarize(text, *arguments, **options)}\n"


# One text


def test_a_file(article, article_path):
    done = run(article_path)
    assert (done.returncode, done.out, done.err) == (DONE, printed(article), "")


@pytest.mark.parametrize("arguments", [(), ("-",)], ids=["pipe", "hyphen"])
def test_standard_input(article, arguments):
    done = run(*arguments, stdin=article.encode())
    assert (done.returncode, done.out) == (DONE, printed(article))


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (["-n", "5"], {"sentences": 5}),
        (["--sentences", "5"], {"sentences": 5}),
        (["--words", "100"], {"words": 100}),
        (["--chars=300"], {"chars": 300}),
        (["--ratio", "20%"], {"ratio": 0.2}),
        (["--ratio", "0.2"], {"ratio": 0.2}),
        (["-n", "4", "--words", "70"], {"sentences": 4, "words": 70}),
        (["--method", "lexrank"], {"method": "lexrank"}),
        (["--method", "TextRank_Overlap"], {"method": "textrank-overlap"}),
        (["--method", "random", "--seed", "7"], {"method": "random", "seed": 7}),
        (["--language", "English"], {"language": "en"}),
        (["--title", "Moths in the churchyard"], {"title": "Moths in the churchyard"}),
        (["--order", "score", "-n", "5"], {"order": "score", "sentences": 5}),
        (["--input", "text"], {"markup": "text"}),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_options(article, article_path, arguments, options):
    done = run(*arguments, article_path)
    assert (done.returncode, done.out) == (DONE, printed(article, **options)), done.err


def test_options_may_stand_behind_the_file(article, article_path):
    assert run(article_path, "-n", "2").out == printed(article, 2)


def test_markdown_is_guessed_from_the_name(data, samples):
    expected = printed(samples["report"], 4, markup="markdown")
    assert run(data / "report.md", "-n", "4").out == expected
    assert run("--input", "markdown", "-n", "4", stdin=samples["report"].encode()).out == expected


def test_blank_text(tmp_path):
    (tmp_path / "blank.txt").write_text(" \n\n")
    done = run(tmp_path / "blank.txt")
    assert (done.returncode, done.out.strip()) == (DONE, "")
    assert run(stdin=b"").returncode == DONE


def test_byte_order_mark(tmp_path, article):
    (tmp_path / "marked.txt").write_bytes(b"\xef\xbb\xbf" + article.encode())
    assert run(tmp_path / "marked.txt").out == printed(article)


def test_windows_line_ends(tmp_path, samples):
    (tmp_path / "windows.txt").write_bytes(samples["email"].replace("\n", "\r\n").encode())
    assert run(tmp_path / "windows.txt").out == printed(samples["email"])


@pytest.mark.parametrize("name", ["two words.txt", "-dash.txt", "größe.txt", "[a].txt"])
def test_odd_names(tmp_path, article, name):
    (tmp_path / name).write_text(article, encoding="utf-8")
    assert run("--", name, cwd=tmp_path).out == printed(article)


def test_output_is_utf8_whatever_the_locale(data, samples):
    locale = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    for name in ("russian", "chinese", "german"):
        done = run(data / f"{name}.txt", **locale)
        assert (done.returncode, done.out) == (DONE, printed(samples[name]))
    assert run(stdin=samples["arabic"].encode(), **locale).out == printed(samples["arabic"])
    latin = {**locale, "PYTHONIOENCODING": "latin-1"}
    assert run(data / "russian.txt", "--json", **latin).returncode == DONE


# Several texts


def test_several_files_get_headers(data, article, samples):
    names = ["article.txt", "german.txt", "email.txt"]
    done = run("-n", "2", *names, cwd=data)
    assert done.returncode == DONE
    parts = re.split(r"^==> (.+) <==$", done.out, flags=re.MULTILINE)
    assert parts[0] == ""
    assert parts[1::2] == names
    texts = [article, samples["german"], samples["email"]]
    assert [part.strip("\n") for part in parts[2::2]] == [printed(text, 2).rstrip("\n") for text in texts]


def test_one_file_gets_no_header(article_path):
    assert "==>" not in run(article_path).out


def test_what_cannot_be_read_is_told_and_the_others_are_done(data, article, tmp_path):
    (tmp_path / "latin.txt").write_bytes("Das Café ist zu.".encode("latin-1"))
    done = run("missing.txt", data / "article.txt", tmp_path / "latin.txt", tmp_path, data / "german.txt", cwd=data)
    assert done.returncode == FAILED
    for name in ("missing.txt", "latin.txt", tmp_path.name):
        assert name in done.err
    assert "3" in done.err  # how many failed
    assert printed(article) in done.out
    assert "german.txt <==" in done.out
    assert "missing.txt <==" not in done.out


def test_one_unreadable_file(tmp_path):
    done = run(tmp_path / "missing.txt")
    assert (done.returncode, done.out) == (FAILED, "")
    assert "missing.txt" in done.err


def test_files_that_are_no_text(tmp_path):
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    done = run(tmp_path / "paper.pdf")
    assert done.returncode == FAILED
    assert "PDF" in done.err
    assert "paper.pdf" in done.err
    done = run(stdin=b"caf\xe9 closed.")
    assert done.returncode == FAILED
    assert "UTF-8" in done.err


# JSON, scores, output files


def test_json(article, article_path):
    done = run("--json", "-n", "4", article_path)
    assert done.returncode == DONE
    record = json.loads(done.out)
    record.pop("path", None)
    assert record == tersely.summarize(article, 4).to_dict()
    for sentence in record["sentences"]:
        assert article[sentence["start"] : sentence["end"]] == sentence["text"]


def test_json_of_several_files_is_one_object_a_line(data, article, samples):
    done = run("--json", "article.txt", "chinese.txt", cwd=data)
    records = [json.loads(line) for line in done.out.splitlines()]
    assert [record.pop("path") for record in records] == ["article.txt", "chinese.txt"]
    assert records == [tersely.summarize(article).to_dict(), tersely.summarize(samples["chinese"]).to_dict()]
    assert "==>" not in done.out


def test_json_of_standard_input(article):
    record = json.loads(run("--json", "-", stdin=article.encode()).out)
    assert record["summary"] == str(tersely.summarize(article))


def test_scores(article, article_path):
    done = run("--scores", article_path)
    assert done.returncode == DONE
    summary = tersely.summarize(article)
    lines = done.out.splitlines()
    for x in summary:
        (line,) = [line for line in lines if x.text in line]
        before = line[: line.index(x.text)]
        assert float(re.search(r"\d\.\d+", before).group()) == pytest.approx(x.score, abs=0.006)


def test_out(article, article_path, tmp_path):
    out = tmp_path / "summary.txt"
    done = run("--out", out, article_path)
    assert (done.returncode, done.out) == (DONE, "")
    assert out.read_text(encoding="utf-8") == printed(article)
    assert run("--out", out, "-n", "2", article_path).returncode == DONE
    assert out.read_text(encoding="utf-8") == printed(article, 2)
    assert [path.name for path in tmp_path.iterdir()] == ["summary.txt"]


def test_out_may_replace_the_file_that_is_read(article, tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(article, encoding="utf-8")
    assert run("--out", path, path).returncode == DONE
    assert path.read_text(encoding="utf-8") == printed(article)


def test_out_keeps_the_old_file_when_the_call_is_wrong(article_path, tmp_path):
    out = tmp_path / "summary.txt"
    out.write_text("old")
    assert run("--out", out, "--method", "pagerank", article_path).returncode == USAGE
    assert out.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["summary.txt"]


def test_out_that_cannot_be_written(article_path, tmp_path):
    done = run("--out", tmp_path / "no" / "folder" / "summary.txt", article_path)
    assert done.returncode == FAILED
    assert "summary.txt" in done.err
    assert list(tmp_path.iterdir()) == []


# Pages


def test_to_html(article, article_path, tmp_path):
    page = tmp_path / "page.html"
    done = run(article_path, "--words", "60", "--to-html", page)
    assert (done.returncode, done.out, done.err) == (DONE, "", "")
    assert page.read_bytes().decode() == tersely.summarize(article, words=60).to_html()
    assert run("--to-html", page, stdin=article.encode()).returncode == DONE
    assert page.read_bytes().decode() == tersely.summarize(article).to_html()


def test_to_html_of_what_cannot_be_read_or_written(article_path, tmp_path):
    page = tmp_path / "page.html"
    done = run(tmp_path / "missing.txt", "--to-html", page)
    assert done.returncode == FAILED
    assert "missing.txt" in done.err
    assert not page.exists()
    done = run(article_path, "--to-html", tmp_path / "no folder" / "page.html")
    assert done.returncode == FAILED
    assert "page.html" in done.err


@pytest.mark.parametrize(
    ("arguments", "telling"),
    [
        (["--json"], "--json"),
        (["--scores"], "--scores"),
        (["--out", "summary.txt"], "--out"),
        (["--input", "csv", "--field", "body"], "--field"),
        (["--input", "jsonl"], "table"),
        (["german.txt"], "one text"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_to_html_goes_with_no_other_output(data, tmp_path, arguments, telling):
    done = run("article.txt", *arguments, "--to-html", tmp_path / "page.html", cwd=data)
    assert (done.returncode, done.out) == (USAGE, "")
    assert telling in done.err
    assert list(tmp_path.iterdir()) == []


# Wrong calls


@pytest.mark.parametrize(
    ("arguments", "telling"),
    [
        (["-n", "0"], "sentences"),
        (["-n", "three"], "sentences"),
        (["--words", "many"], "words"),
        (["--ratio", "120%"], "ratio"),
        (["--method", "pagerank"], "textrank"),
        (["--language", "klingon!!"], "language"),
        (["--order", "size"], "order"),
        (["--frobnicate"], "frobnicate"),
        (["--method", "cover", "--damping", "0.5"], "damping"),
        (["--words"], "words"),
        (["--input", "docx"], "markdown"),
    ],
    ids=lambda x: "_".join(x) if isinstance(x, list) else "",
)
def test_wrong_calls(article_path, arguments, telling):
    done = run(article_path, *arguments)
    assert (done.returncode, done.out) == (USAGE, "")
    assert telling in done.err


@pytest.mark.parametrize("url", ["https://example.org/news.html", "http://example.org"])
def test_a_url_is_not_fetched(url):
    done = run(url)
    assert done.returncode != DONE
    assert done.out == ""
    assert "tersely does not fetch" in done.err
    assert f"curl -s {url}" in done.err


def test_help():
    done = run("--help")
    assert done.returncode == DONE
    for word in ("usage", "--words", "--ratio", "--method", "--language", "--json", "--scores", "--out", "-n"):
        assert word in done.out
    assert "cover" in done.out


def test_no_argument_on_a_terminal_prints_help():
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    try:
        done = subprocess.run(COMMAND, stdin=terminal, capture_output=True, text=True, timeout=60)
    finally:
        os.close(controller)
        os.close(terminal)
    assert "usage" in done.stdout + done.stderr
    assert "--words" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


# Ends


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise on Windows")
def test_a_closed_pipe_ends_quietly(data):
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [*COMMAND, *[str(data / "article.txt")] * 50], stdout=writer, stderr=subprocess.PIPE, timeout=120
        )
    finally:
        os.close(writer)
    assert done.stderr == b""
    assert done.returncode == DONE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_an_interrupt_ends_quietly(tmp_path):
    path, out = tmp_path / "endless", tmp_path / "summary.txt"
    os.mkfifo(path)
    code, output, errors = run_interrupted(["--out", str(out), str(path)], path)
    assert code == 130
    assert output == b""
    assert b"Traceback" not in errors
    assert len(errors.splitlines()) <= 1
    assert not out.exists()
    assert [p.name for p in tmp_path.iterdir()] == ["endless"]


# Keyphrases


def test_keyphrases(article, article_path):
    phrases = tersely.keyphrases(article, 5)
    done = run("--keyphrases", "5", article_path)
    assert (done.returncode, done.out) == (DONE, "".join(f"{x}\n" for x in phrases))
    done = run("--keyphrases", "5", "--scores", article_path)
    assert done.out == "".join(f"{x.score:.3f}\t{x}\n" for x in phrases)


def test_keyphrases_as_json(article, article_path):
    row = json.loads(run("--keyphrases", "2", "--json", article_path).out)
    assert [x["text"] for x in row["keyphrases"]] == tersely.keyphrases(article, 2).texts
    assert row["keyphrases"][0].keys() == {"text", "score", "count", "spans"}
    assert next(article[start:end] for start, end in row["keyphrases"][1]["spans"]) == row["keyphrases"][1]["text"]


def test_odd_texts_without_keyphrases_are_told():
    assert run("--keyphrases", "3", stdin=b" \n").err == "tersely: the text is blank; there are no keyphrases\n"
    assert "is the name of a file" in run("--keyphrases", "3", stdin=b"report.txt").err
    assert run("--keyphrases", "3", "--quiet", stdin=b" \n").err == ""


def test_spans_of_keyphrases_count_code_points():
    text = "Über Brücken und Wärme: die Wärmepumpe heizt. Die Wärmepumpe ist neu."
    (phrase,) = json.loads(run("--keyphrases", "1", "--json", stdin=text.encode()).out)["keyphrases"]
    assert [text[start:end] for start, end in phrase["spans"]] == ["Wärmepumpe", "Wärmepumpe"]


@pytest.mark.parametrize(
    ("arguments", "telling"),
    [
        (["--keyphrases", "0"], "--keyphrases 0: must be a whole number of 1 or more"),
        (["--keyphrases", "3", "--highlight"], "--highlight does not go with --keyphrases"),
        (["--keyphrases", "3", "--words", "20"], "--words does not go with --keyphrases"),
        (["--keyphrases", "3", "--input", "jsonl"], "--keyphrases is for texts"),
    ],
)
def test_wrong_use_of_keyphrases(article_path, arguments, telling):
    done = run(*arguments, article_path)
    assert done.returncode == USAGE
    assert telling in done.err
