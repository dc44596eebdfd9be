"""The files that the command line reads: patterns, standard input, compressed
files, other encodings than UTF-8."""

from __future__ import annotations

import codecs
import errno
import glob
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from .._errors import TerselyError
from .compression import check_plain, decompressed, split_ending
from .wording import WrongCall

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STANDARD_INPUT = "-"
_CHUNK = 1 << 16


class Source:
    """An open input. `stream` gives its content in UTF-8, not compressed."""

    def __init__(self, stream: BinaryIO, raw: BinaryIO) -> None:
        self.stream = stream
        self._raw = raw

    @property
    def position(self) -> int:
        """The number of bytes read from the file itself; 0 if it cannot
        tell."""
        return self._raw.tell() if self._raw.seekable() else 0


def expand(arguments: Sequence[str]) -> list[str]:
    """Returns the files that are meant. A pattern that is not itself a file
    gives those that match it, sorted.

    A pattern that nothing matches stays, and cannot be opened later. Raises
    WrongCall for a URL.
    """
    files: list[str] = []
    for argument in arguments:
        if "://" in argument:
            raise WrongCall(f"tersely does not fetch; curl -s {argument} | tersely --input html -")
        if not glob.has_magic(argument) or os.path.lexists(argument):
            files.append(argument)
            continue
        found = sorted(path for path in glob.iglob(argument, recursive=True) if os.path.isfile(path))
        files.extend(found or [argument])
    return files or [STANDARD_INPUT]


def size_of(file: str) -> int | None:
    """Returns the size of a regular file, in bytes; None for anything else."""
    path = Path(file)
    return path.stat().st_size if file != STANDARD_INPUT and path.is_file() else None


def check_encoding(name: str | None) -> str | None:
    """Returns the encoding to convert from, None for UTF-8. Raises
    WrongCall."""
    if name is None:
        return None
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=name)
        return None if codecs.lookup(name).name == "utf-8" else name
    except LookupError:
        raise WrongCall(f"--encoding {name}: there is no such encoding; e.g. latin-1, cp1252, utf-16") from None


@contextmanager
def open_source(file: str, encoding: str | None = None) -> Iterator[Source]:
    """Raises OSError, ImportError (.zst), TerselyError. The stream raises
    TerselyError for damaged content."""
    with _open(file) as raw:
        ending = split_ending(file)[1]
        if not ending:
            check_plain(raw, file)
        stream = decompressed(raw, ending) if ending else raw
        if encoding is None:
            yield Source(stream, raw)
        else:
            with io.BufferedReader(_Recoded(stream, encoding), _CHUNK) as recoded:  # closed before what it reads
                yield Source(recoded, raw)


@contextmanager
def _open(file: str) -> Iterator[BinaryIO]:
    if file != STANDARD_INPUT:
        with Path(file).open("rb") as source:
            yield source
    elif sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard input")
    else:
        yield sys.stdin.buffer


class _Recoded(io.RawIOBase):
    """Text in another encoding, read as UTF-8."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        self._text = io.TextIOWrapper(source, encoding=encoding, newline="")
        self._encoding = encoding
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        try:
            self._ready = self._ready or self._text.read(_CHUNK).encode("utf-8", "surrogatepass")
        except UnicodeError as error:
            raise TerselyError(f"is not text in {self._encoding}: {error}") from None
        part, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(part)] = part
        return len(part)

    def close(self) -> None:
        if not self.closed:
            self._text.detach()
        super().close()
