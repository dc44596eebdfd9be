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
    """One line on standard error, if that can be written to."""
    if sys.stderr is not None:  # closed by the shell; print() would take standard output
        with suppress(OSError):
            print(f"tersely: {one_line(message)}", file=sys.stderr)


def one_line(message: str) -> str:
    """Names of files and columns may have any characters: none steers a terminal or begins another line."""
    return visible(message).replace("\n", "␊")


def reason(error: Exception, file: str) -> str:
    """What went wrong with which file. `file`: its name, where the error does not say it."""
    if not isinstance(error, OSError):
        return f"{file}: {error}"
    return f"{error.filename or file}: {error.strerror or error}"
