"""Where the command line's output goes: standard output, or a file that is complete or does not exist."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


@contextmanager
def open_output(out: str | None) -> Iterator[BinaryIO]:
    """None: standard output. A file is written beside its name and renamed at the end; whatever is raised before that
    leaves the old one, and nothing beside it. Raises OSError."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(out)
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced; of a folder this says so
        with path.open("wb") as file:
            yield file
        return
    path = path.resolve()  # of a link, the file that it names is replaced
    # Not of tempfile, whose files nobody else may read.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _create(temporary, out) as file:
            yield file
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _create(temporary: Path, out: str) -> BinaryIO:
    try:
        return temporary.open("xb")
    except OSError as error:
        error.filename = out  # the name that the caller knows
        raise
