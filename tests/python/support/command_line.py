"""Runs the command line in a separate process."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "tersely"]
DONE, FAILED, USAGE = 0, 1, 2


# What standard error says about the rows of tables.
REPORT = re.compile(
    r"tersely: (?:[\d,]+ rows?(?:: .*)?|languages: .*|flags: .*|error in .*|[\d,]+ more kinds? of errors)\n"
)


def run(*arguments, stdin=None, cwd=None, **environment):
    """Returns the finished process. `out` is its output, `report` what it says about rows, `err` all other messages."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=b"" if stdin is None else stdin,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **environment},
        timeout=120,
    )
    done.out, done.err = done.stdout.decode("utf-8").replace("\r\n", "\n"), done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in done.err, done.err
    done.report = [line.removeprefix("tersely: ").rstrip("\n") for line in REPORT.findall(done.err)]
    done.err = REPORT.sub("", done.err)
    return done


def open_for_writing(pipe, process):
    """Returns a descriptor of the named pipe as soon as the process reads it."""
    while process.poll() is None:
        with contextlib.suppress(OSError):  # nobody reads yet
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    pytest.fail(f"ended before it read: {process.stderr.read().decode()}")


def interrupt(process):
    """Sends Ctrl-C, a second time if needed. If the signal arrives between opening a file and waiting for its first
    byte, Python acts on it only when the read has ended."""
    for _ in range(10):
        process.send_signal(signal.SIGINT)
        try:
            return process.communicate(timeout=5)
        except subprocess.TimeoutExpired:
            continue
    raise AssertionError("ten interrupts did not end it")


def run_interrupted(arguments, pipe):
    """Interrupts the command line while it waits for the first byte of the named pipe: (exit code, output, errors)."""
    process = subprocess.Popen(
        [*COMMAND, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored if the tests run in the background
    )
    writer = open_for_writing(pipe, process)
    try:
        output, errors = interrupt(process)
    finally:
        process.kill()
        os.close(writer)
    return process.returncode, output, errors
