"""Help, completion and the manual page of the command line."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from support.command_line import DONE, USAGE, run

import tersely
from tersely import _core

NOT_FLAGS = ("tokens", "count_tokens", "relevance")
FLAGS = [f"--{o.name.replace('_', '-')}" for o in _core.options() if o.name not in NOT_FLAGS]


@pytest.fixture(scope="module")
def shown():
    return run("--help", COLUMNS="80").out


def test_help_has_groups(shown):
    for title in ("input", "output", "length", "choice of sentences", "reading of the text", "tables", "exit codes"):
        assert f"\n{title}:\n" in shown
    assert max(map(len, shown.splitlines())) <= 120


def test_help_has_the_values_of_each_choice(shown):
    assert all(flag in shown for flag in FLAGS)
    for values in ("{auto,start,section,none}", "{document,score}", "{prefix,none}", "{auto,break,join,blank}"):
        assert values in shown
    plain = " ".join(shown.split())
    assert f"One of {', '.join(tersely.methods())}." in plain


def test_the_examples_run(shown, tmp_path, article):
    """Those that need no other program."""
    examples = re.search(r"^examples:\n((?:  .+\n)+)", shown, re.MULTILINE)[1].splitlines()
    assert len(examples) == 5
    (tmp_path / "logs").mkdir()
    (tmp_path / "report.txt").write_text(article)
    (tmp_path / "news.csv").write_text("id,body\n1,It rained.\n")
    with_tersely = [line.strip() for line in examples if line.strip().startswith("tersely") and "|" not in line]
    import gzip

    (tmp_path / "logs" / "a.jsonl.gz").write_bytes(gzip.compress(b'{"meta": {"body": "It rained."}}\n'))
    for line in with_tersely:
        done = run(*[word.strip("'") for word in line.split()[1:]], cwd=tmp_path)
        assert (done.returncode, done.err) == (DONE, ""), line
    assert (tmp_path / "news.jsonl").exists()
    assert (tmp_path / "summaries" / "a.jsonl.gz").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_has_every_option_and_its_values(shell):
    done = run("--print-completion", shell)
    assert (done.returncode, done.err) == (DONE, "")
    prefix = "" if shell != "fish" else "-l "
    for flag in [*FLAGS, "--out-dir", "--field", "--help"]:
        assert (flag if prefix == "" else prefix + flag[2:]) in done.out
    assert " ".join(tersely.methods()) in done.out
    program = shutil.which(shell)
    if program is not None:  # it reads without complaint
        assert subprocess.run([program, "-n"], input=done.out, capture_output=True, text=True, timeout=60).stderr == ""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (["--wor"], ["--words"]),
        (["--method", "te"], ["textrank", "textrank-overlap"]),
        (["-m", "lex"], ["lexrank"]),
        (["--position", "s"], ["start", "section"]),
        (["--out", "art"], ["article.txt"]),
        (["--words", "5", "art"], ["article.txt"]),
    ],
    ids=lambda x: "_".join(x),
)
def test_bash_completes(tmp_path, typed, offered):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    (tmp_path / "article.txt").touch()
    (tmp_path / "script").write_text(run("--print-completion", "bash").out)
    words = " ".join(["tersely", *typed])
    code = f"source ./script; COMP_WORDS=({words}); COMP_CWORD={len(typed)}; _tersely; echo ${{COMPREPLY[@]}}"
    done = subprocess.run([bash, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (done.stdout.split(), done.stderr) == (offered, "")


def test_a_shell_that_is_not_known():
    done = run("--print-completion", "csh")
    assert (done.returncode, "bash" in done.err) == (USAGE, True)


def test_the_manual_page():
    page = run("--print-man").out
    assert page.startswith(".TH TERSELY 1\n")
    for flag in FLAGS:
        assert flag.replace("-", "\\-") in page
    for section in ("SYNOPSIS", "LENGTH", "EXIT CODES", "EXAMPLES"):
        assert re.search(rf'^\.SH "?{section}"?$', page, re.MULTILINE)
    if shutil.which("man") is not None:
        done = subprocess.run(
            ["man", "--warnings", "-l", "-"], input=page, capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert "the best sentences of a text, verbatim" in done.stdout
