"""Compressed files, known by the ends of their names: .gz, .bz2, .xz, .zst.

Each library is imported when it is used: some builds of Python lack one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, BinaryIO

from .._errors import TerselyError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

ENDINGS = (".gz", ".bz2", ".xz", ".zst")
_FIRST_BYTES = {b"\x1f\x8b": ".gz", b"BZh": ".bz2", b"\xfd7zXZ\x00": ".xz", b"\x28\xb5\x2f\xfd": ".zst"}
_PROGRAMS = {".gz": "gzip", ".bz2": "bzip2", ".xz": "xz", ".zst": "zstd"}
_LEVEL = 6  # of gzip: half the time of 9, for files that are one percent larger
_CHUNK = 1 << 16


def split_ending(file: str) -> tuple[str, str]:
    """Splits a name into the name of the content and the ending, "" if it is
    not compressed."""
    ending = next((ending for ending in ENDINGS if file.lower().endswith(ending)), "")
    return file[: len(file) - len(ending)], ending


def check_plain(source: BinaryIO, file: str) -> None:
    """Raises TerselyError if the first bytes are those of a compressed file,
    although the name does not say so."""
    if not isinstance(source, io.BufferedReader):
        return
    beginning = source.peek(6)
    for first, ending in _FIRST_BYTES.items():
        if beginning.startswith(first):
            program = _PROGRAMS[ending]
            advice = f"{program} -dc FILE | tersely ..." if file == "-" else f"give it a name that ends in {ending}"
            raise TerselyError(f"the input is compressed with {program}: {advice}")


def decompressed(source: BinaryIO, ending: str) -> BinaryIO:
    """Raises ImportError for .zst without a package that reads it; when read,
    TerselyError for damaged data."""
    return io.BufferedReader(_Decompressed(_open_reader(source, ending), _PROGRAMS[ending]), _CHUNK)


@contextmanager
def compressed(out: BinaryIO, ending: str) -> Iterator[BinaryIO]:
    """Compresses what is written, and leaves `out` open. Raises ImportError as
    `decompressed` does."""
    with closing(_open_writer(_Open(out), ending)) as writer:
        yield writer


class _Decompressed(io.RawIOBase):
    """Makes one kind of error of the many that the libraries raise."""

    def __init__(self, source: Any, program: str) -> None:
        self._source = source
        self._program = program

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        try:
            data = self._source.read(len(target))
        except Exception as error:
            raise TerselyError(f"cannot be decompressed with {self._program}: {error}") from None
        target[: len(data)] = data
        return len(data)


class _Open(io.RawIOBase):
    """Passes everything on. The file stays open when this object is closed."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def writable(self) -> bool:
        return True

    def write(self, data: ReadableBuffer) -> int:
        return self._out.write(data)


def _open_reader(source: BinaryIO, ending: str) -> Any:
    if ending == ".gz":
        import gzip

        return gzip.GzipFile(fileobj=source, mode="rb")
    if ending == ".bz2":
        import bz2

        return bz2.BZ2File(source)
    if ending == ".xz":
        import lzma

        return lzma.LZMAFile(source)
    return _open_zstd_reader(source)


def _open_writer(out: Any, ending: str) -> Any:
    if ending == ".gz":
        import gzip

        # Without name and time, so that equal content gives equal files.
        return gzip.GzipFile(filename="", fileobj=out, mode="wb", compresslevel=_LEVEL, mtime=0)
    if ending == ".bz2":
        import bz2

        return bz2.BZ2File(out, "wb")
    if ending == ".xz":
        import lzma

        return lzma.LZMAFile(out, "wb")
    return _open_zstd_writer(out)


def _open_zstd_reader(source: BinaryIO) -> Any:
    with suppress(ImportError):
        from compression import zstd

        return zstd.ZstdFile(source)
    with suppress(ImportError):
        import zstandard

        return _Frames(source, zstandard.ZstdDecompressor())
    with suppress(ImportError):
        import pyarrow

        return pyarrow.CompressedInputStream(source, "zstd")
    raise _missing_zstd()


def _open_zstd_writer(out: Any) -> Any:
    with suppress(ImportError):
        from compression import zstd

        return zstd.ZstdFile(out, "wb")
    with suppress(ImportError):
        import zstandard

        return zstandard.ZstdCompressor().stream_writer(out, closefd=False)
    with suppress(ImportError):
        import pyarrow

        return pyarrow.CompressedOutputStream(out, "zstd")
    raise _missing_zstd()


def _missing_zstd() -> ImportError:
    return ImportError(".zst needs Python 3.14, zstandard or pyarrow: pip install zstandard")


class _Frames(io.RawIOBase):
    """Reads the frames of a .zst file. Unlike the package's own reader, it
    notices a file that is cut off."""

    def __init__(self, source: BinaryIO, decompressor: Any) -> None:
        self._source = source
        self._decompressor = decompressor
        self._frame: Any = None  # None between two frames
        self._beyond = b""  # compressed bytes after the last frame
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        self._ready = self._ready or self._next()
        part, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(part)] = part
        return len(part)

    def _next(self) -> bytes:
        """Returns what the next bytes decompress to, b"" at the end."""
        while True:
            chunk = self._beyond or self._source.read(_CHUNK)
            if not chunk:
                if self._frame is not None:
                    raise EOFError("the file ends inside a frame")
                return b""
            self._beyond = b""
            self._frame = self._frame or self._decompressor.decompressobj()
            data: bytes = self._frame.decompress(chunk)
            if self._frame.eof:
                self._beyond, self._frame = self._frame.unused_data, None
            if data:
                return data
