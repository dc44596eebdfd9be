"""Progress of the command line: on a terminal, after two seconds, and never in a pipe."""

from __future__ import annotations

import json
import re
import sys

import pytest
from support.command_line import DONE, REPORT, run

from tersely._cli import progress

run_command = pytest.importorskip("support.terminal").run_command

RAIN = "It rained. The river rose. The bridge fell."
NO_WAIT = "import sys; from tersely._cli import main, progress; progress.DELAY = 0; progress._INTERVAL = 0; "
PLAIN = "sys.modules['tqdm'] = None; "


def run_on_terminal(folder, code, *arguments, out=None):
    """Runs code before the command line."""
    return run_command(folder, sys.executable, "-c", f"{code}sys.exit(main())", *arguments, out=out)


def without_report(shown):
    return REPORT.sub("", shown.replace("\r\n", "\n")).strip("\r\n")


@pytest.fixture
def folder(tmp_path):
    rows = [json.dumps({"body": f"{RAIN} Day {i}."}) + "\n" for i in range(3000)]
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text("".join(rows))
    for i in range(100):
        (tmp_path / f"{i:03}.txt").write_text(RAIN)
    return tmp_path


@pytest.mark.parametrize("code", [NO_WAIT + PLAIN, NO_WAIT], ids=["one line", "a bar"])
def test_rows_rate_and_time_left(folder, code):
    if code == NO_WAIT:
        pytest.importorskip("tqdm")
    arguments = ["a.jsonl", "b.jsonl", "--field", "body", "--out", "out.jsonl"]
    ended, shown = run_on_terminal(folder, code, *arguments)
    assert ended == DONE
    assert re.search(r"1,024 rows, [\d.,]+/s, \d+%, \d+:\d\d left", shown), shown
    assert re.search(r"6,000 rows, [\d.,]+/s, 100%, 0:00 left", shown), shown
    assert "\n" not in without_report(shown)  # it replaces itself
    assert run("a.jsonl", "b.jsonl", "--field", "body", cwd=folder).stdout == (folder / "out.jsonl").read_bytes()


def test_files_are_counted(folder):
    _, shown = run_on_terminal(folder, NO_WAIT + PLAIN, "*.txt", "--json", out="out.jsonl")
    assert re.search(r"100 files, [\d.,]+/s, 100%, 0:00 left", shown)
    assert len((folder / "out.jsonl").read_text().splitlines()) == 100


@pytest.mark.parametrize(
    ("arguments", "out"),
    [
        (["a.jsonl", "--field", "body", "--out", "out.jsonl", "--quiet"], None),
        (["a.jsonl", "--field", "body"], None),  # the terminal shows the rows
    ],
    ids=["quiet", "output on the terminal"],
)
def test_no_progress(folder, arguments, out):
    _, shown = run_on_terminal(folder, NO_WAIT, *arguments, out=out)
    assert "rows," not in shown


def test_never_in_a_pipe(folder):
    assert run("a.jsonl", "--field", "body", "--out", "out.jsonl", cwd=folder).err == ""


def test_a_short_run_shows_nothing(folder):
    code = "import sys; from tersely._cli import main, progress; progress.DELAY = 1000; "
    ended, shown = run_on_terminal(folder, code, "a.jsonl", "--field", "body", "--out", "out.jsonl")
    assert (ended, without_report(shown)) == (DONE, "")


def test_a_message_gets_a_line_of_its_own(folder):
    (folder / "050.txt").write_bytes(b"\xff")
    _, shown = run_on_terminal(folder, NO_WAIT + PLAIN, "*.txt", "--out", "out.txt")
    assert re.search(r"(?:^|\r)tersely: 050\.txt: invalid UTF-8[^\n]*\n", shown), shown


def test_what_is_shown_when(capsys, monkeypatch):
    """By a clock of the test: 100 rows and 1,000 bytes a second, of 10,000."""
    monkeypatch.setitem(sys.modules, "tqdm", None)
    now = [0.0]
    meter = progress.Meter(True, "rows", 10_000, lambda: now[0])
    for second in range(10):
        now[0] = float(second)
        meter.update(100 * second, 1000 * second)
        shown = capsys.readouterr().err
        left = f"{second}0%, 0:{10 - second:02} left"
        assert shown.strip() == ("" if second < 2 else f"{100 * second} rows, 100/s, {left}")
    meter.close()
    assert capsys.readouterr().err.strip("\r ") == ""
    unknown = progress.Meter(True, "rows", None, lambda: now[0])
    now[0] += 4000
    unknown.update(400, 0)
    assert capsys.readouterr().err == "\r400 rows, 0.1/s"
