"""Writes to standard output, or to a file that appears complete or not at
all."""

from __future__ import annotations

import errno
import io
import os
import select
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from ._part_file import create_part, inherit, remove_dead_parts

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STANDARD_OUTPUT = "standard output"


@contextmanager
def open_output(out: str | os.PathLike[str] | None) -> Iterator[BinaryIO]:
    """Opens a file to write to; None is standard output.

    The data goes to a temporary file in the same folder, which is renamed at
    the end. The new file gets the mode, the owner and the access list of the
    file that it replaces. If `out` is a symbolic link, its target is replaced.
    After an exception the old file is still there and the temporary file is
    removed. Temporary files of killed processes are removed too. A device or a
    pipe cannot be replaced, so it is written to directly.

    Raises:
        OSError: not everything could be written; the error names the output.
    """
    if out is None:
        with _whole(_standard_output(), STANDARD_OUTPUT) as file:
            yield file
        return
    name = os.fspath(out)
    with _naming(name):
        old = _status(name)
    if old is None or stat.S_ISREG(old.st_mode):
        with _aside(name, old) as file:
            yield file
        return
    with _naming(name):
        raw = open(name, "wb", buffering=0)  # noqa: SIM115  # raises IsADirectoryError for a folder
    with raw, _whole(raw, name) as file:
        yield file


class _Whole(io.RawIOBase):
    """Writes all data that it gets. A raw file, such as unbuffered standard
    output, may write only a part of it.

    Closing this object does not close the file.
    """

    def __init__(self, file: Any, name: str) -> None:
        self._file = file
        self._name = name

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return bool(self._file.isatty())

    def write(self, data: ReadableBuffer) -> int:
        rest = memoryview(data).cast("B")
        size = len(rest)
        with _naming(self._name):
            while rest:
                n_written = self._file.write(rest)
                if n_written is None:  # the file is non-blocking and its reader is slow
                    select.select([], [self._file], [])
                else:
                    rest = rest[n_written:]
        return size


@contextmanager
def _whole(file: Any, name: str) -> Iterator[BinaryIO]:
    whole = _Whole(file, name)
    buffered = io.BufferedWriter(whole)
    try:
        yield buffered
        buffered.flush()
    finally:
        whole.close()  # after an error, this drops what is still in the buffer


def _standard_output() -> Any:
    if sys.stdout is None:  # closed by the shell
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), STANDARD_OUTPUT)
    sys.stdout.flush()
    return getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Errors name the file as the caller called it."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = name, None
        raise


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


@contextmanager
def _aside(name: str, old: os.stat_result | None) -> Iterator[BinaryIO]:
    with _naming(name):
        path = os.path.realpath(name)
        remove_dead_parts(path)
        part, lock = create_part(path, 0o666 if old is None else 0o600)
    try:
        with _naming(name):
            raw = open(part, "wb", buffering=0)  # noqa: SIM115
        with raw:
            if old is not None:
                inherit(part, path, old)
            with _whole(raw, name) as file:
                yield file
            with _naming(name):
                raw.close()
        with _naming(name):
            os.replace(part, path)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(part)
        if lock is not None:
            os.close(lock)
