"""Where output goes: standard output, or a file that is complete or does not exist."""

from __future__ import annotations

import errno
import io
import os
import re
import select
import shutil
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

STANDARD_OUTPUT = "standard output"
_STEM_LENGTH = 50  # code points of a part file's name; a name may have 255 bytes


@contextmanager
def open_output(out: str | os.PathLike[str] | None) -> Iterator[BinaryIO]:
    """A file to write to; None is standard output.

    A file is written beside its name and renamed at the end. It gets the mode, the owner and the access list of the
    file that it replaces; of a symbolic link, the file that it names is replaced. Whatever is raised before the end
    leaves the old file, and nothing beside it. What a killed process left beside it is removed. A device or a pipe
    cannot be replaced and is written to.

    Raises:
        OSError: it names the output. Either all that was written has arrived, or this is raised.
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
        raw = open(name, "wb", buffering=0)  # noqa: SIM115  # of a folder this says so
    with raw, _whole(raw, name) as file:
        yield file


class _Whole(io.RawIOBase):
    """Writes all of what it is given: a raw file may take less, and unbuffered standard output is one. Closing it does
    not close the file."""

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
                if n_written is None:  # it does not block, and its reader is slow
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
        whole.close()  # what is still in the buffer after an error is dropped


def _standard_output() -> Any:
    if sys.stdout is None:  # closed by the shell
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), STANDARD_OUTPUT)
    sys.stdout.flush()
    return getattr(sys.stdout.buffer, "raw", sys.stdout.buffer)


@contextmanager
def _naming(name: str) -> Iterator[None]:
    """Errors get the name that the caller knows."""
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
        _remove_dead_parts(path)
        part, lock = _create_part(path, 0o666 if old is None else 0o600)
    try:
        with _naming(name):
            raw = open(part, "wb", buffering=0)  # noqa: SIM115
        with raw:
            if old is not None:
                _inherit(part, path, old)
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


# Part files. A living process holds a lock on its own, which the kernel takes back however the process ends. Its id
# would not do: processes of other containers have the same ones.


def _part(path: str, number: int | str) -> str:
    folder, name = os.path.split(path)
    return os.path.join(folder, f".{name[:_STEM_LENGTH]}.{number}.part")


def _create_part(path: str, mode: int) -> tuple[str, int | None]:
    """Name and locked descriptor of a new file; no descriptor where there are no such locks."""
    number = os.getpid()
    while True:
        part = _part(path, number)
        number += 1
        try:
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        except FileExistsError:
            continue
        if fcntl is None:
            os.close(descriptor)
            return part, None
        if _lock(descriptor) is not False and os.fstat(descriptor).st_nlink:
            return part, descriptor
        os.close(descriptor)  # somebody took it for a dead one, before it was locked


def _lock(descriptor: int) -> bool | None:
    """False: another process has it. None: there are no locks in this file system."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _remove_dead_parts(path: str) -> None:
    folder, beginning = os.path.split(_part(path, ""))
    pattern = re.compile(re.escape(beginning.removesuffix(".part")) + r"\d+\.part")
    with suppress(OSError):
        for name in filter(pattern.fullmatch, os.listdir(folder)):
            with suppress(OSError):  # it belongs to somebody else, or is gone
                _remove_if_dead(os.path.join(folder, name))


def _remove_if_dead(part: str) -> None:
    if fcntl is None:
        os.unlink(part)  # fails while it is open
        return
    descriptor = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if stat.S_ISREG(os.fstat(descriptor).st_mode) and _lock(descriptor):
            os.unlink(part)
    finally:
        os.close(descriptor)


def _inherit(part: str, path: str, old: os.stat_result) -> None:
    """Mode, owner and access list of the file to replace, as far as this process may give them. Where the group cannot
    be kept, the new group may do no more than all others."""
    with suppress(OSError):  # file systems without modes
        shutil.copystat(path, part)
        os.utime(part)
    if not hasattr(os, "chown"):
        return
    mode = stat.S_IMODE(old.st_mode)
    if not _give(part, old.st_uid, old.st_gid):
        mode &= 0o777
        if not _give(part, -1, old.st_gid):
            mode = mode & ~0o070 | (mode & 0o007) << 3 & mode
    with suppress(OSError):
        os.chmod(part, mode)


def _give(part: str, user: int, group: int) -> bool:
    try:
        os.chown(part, user, group)
    except OSError:
        return False
    return True
