"""Standard input and standard error of the command line; either may be closed."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from .._display.terminal import visible

STANDARD_INPUT = "-"


@contextmanager
def open_input(file: str) -> Iterator[BinaryIO]:
    """Raises OSError."""
    if file != STANDARD_INPUT:
        with Path(file).open("rb") as source:
            yield source
    elif sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard input")
    else:
        yield sys.stdin.buffer


def is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def tell(message: str) -> None:
    """Writes one line to standard error, if possible."""
    if sys.stderr is not None:  # None if the shell closed it; print() would then use standard output
        with suppress(OSError):
            print(f"tersely: {one_line(message)}", file=sys.stderr)


def one_line(message: str) -> str:
    """Makes a message safe: names of files and columns may hold control codes and line breaks."""
    return visible(message).replace("\n", "␊")


def reason(error: Exception, file: str) -> str:
    """Returns what went wrong with which file. `file`: the name to use if the error does not have one."""
    if not isinstance(error, OSError):
        return f"{file}: {error}"
    return f"{error.filename or file}: {error.strerror or error}"
