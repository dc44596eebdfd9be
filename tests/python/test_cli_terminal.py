"""The command line on a terminal: control codes in a text, a file name or a column name never reach it."""

from __future__ import annotations

import sys

import pytest
from support.command_line import DONE, FAILED, USAGE, run

run_command = pytest.importorskip("support.terminal").run_command

ESCAPE = "\x1b]0;owned\x07\x1b[31mred"
SHOWN = "␛]0;owned␇␛[31mred"
EVIL = f"It {ESCAPE} rained.\r\nThe river \x9b31m rose\u202e. The bridge fell."
EVIL_SHOWN = f"It {SHOWN} rained.\r\nThe river \ufffd31m rose\ufffd. The bridge fell."  # the terminal adds the \r


def run_on_terminal(folder, *arguments):
    return run_command(folder, sys.executable, "-m", "tersely", *arguments)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "evil.txt").write_bytes(EVIL.encode())
    (tmp_path / f"{ESCAPE}\n.txt").write_text("It rained.")
    (tmp_path / "evil.csv").write_text(f'"{ESCAPE}\n",id\nx,y\n')
    return tmp_path


def test_summaries_are_shown_with_pictures(folder):
    assert run_on_terminal(folder, "evil.txt") == (DONE, f"{EVIL_SHOWN}\r\n")
    assert run_on_terminal(folder, "evil.txt", "--out", "/dev/tty") == (DONE, f"{EVIL_SHOWN}\r\n")
    code, shown = run_on_terminal(folder, "evil.txt", "--scores", "-n", "3")
    assert code == DONE
    assert f"\tIt {SHOWN} rained.\r\n" in shown
    assert "\x1b" not in shown


def test_a_pipe_and_a_file_get_the_text_as_it_is(folder):
    assert run("evil.txt", cwd=folder).stdout == f"{EVIL}\n".encode()
    assert run("evil.txt", "--out", "out.txt", cwd=folder).returncode == DONE
    assert (folder / "out.txt").read_bytes() == f"{EVIL}\n".encode()
    assert f"==> {ESCAPE}\n.txt <==\nIt rained.\n" in run("evil.txt", f"{ESCAPE}\n.txt", cwd=folder).out


def test_json_escapes_what_steers(folder):
    code, shown = run_on_terminal(folder, "evil.txt", "--json")
    assert code == DONE
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert "river \\u009b31m rose\\u202e." in shown


def test_names_of_files_are_one_line_with_pictures(folder):
    code, shown = run_on_terminal(folder, f"{ESCAPE}\n.txt", "evil.txt", f"{ESCAPE}\nmissing")
    assert code == FAILED
    assert f"==> {SHOWN}␊.txt <==\r\nIt rained.\r\n" in shown
    assert f"tersely: {SHOWN}␊missing: " in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ["evil.csv", "--field", "body"],
        ["evil.txt", "--method", ESCAPE],
        ["evil.txt", f"--{ESCAPE}"],
        ["evil.csv", "--field", "id", "--out", f"{ESCAPE}.parquet.gz"],
        [f"http://{ESCAPE}"],
    ],
    ids=["columns", "value", "option", "out", "URL"],
)
def test_messages_have_pictures(folder, arguments):
    code, shown = run_on_terminal(folder, *arguments)
    assert "\x1b" not in shown
    assert code == USAGE
    assert SHOWN in shown
