"""Messages of the command line on standard error, which may be closed."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO

from .._display.terminal import visible
from .wording import say


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def tell(message: str, program: str = "tersely: ") -> None:
    """Writes one line to standard error, if possible."""
    if sys.stderr is not None:  # None if the shell closed it; print() would then use standard output
        with suppress(OSError):
            print(f"{program}{one_line(message)}", file=sys.stderr, flush=True)


def one_line(message: str) -> str:
    """Makes a message safe: names of files and columns may hold control codes
    and line breaks."""
    return visible(message).replace("\n", "␊")


def reason(error: Exception, file: str) -> str:
    """Returns what went wrong with which file. `file`: the name to use if the
    error does not have one."""
    name = "standard input" if file == "-" else file
    if not isinstance(error, OSError):
        return f"{name}: {say(str(error))}"
    return f"{error.filename or name}: {error.strerror or error}"
