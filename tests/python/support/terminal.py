"""Runs a command on a pseudo-terminal."""

from __future__ import annotations

import os
import pty
from pathlib import Path


def run_command(folder: Path, *command: str, out: Path | str | None = None) -> tuple[int, str]:
    """Returns (exit code, what the terminal received, standard error included). `out`: a file for standard output."""
    process, controller = pty.fork()
    if process == 0:
        os.chdir(folder)
        if out is not None:
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT), 1)
        os.execv(command[0], command)
    got = b""
    while True:
        try:
            part = os.read(controller, 1 << 16)
        except OSError:  # on Linux: the other side is closed
            part = b""
        if not part:
            break
        got += part
    os.close(controller)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), got.decode()
