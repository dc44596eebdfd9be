"""Builds the C++ programs of this folder and writes texts as they read them."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

from corpora import TESTS

BUILD = TESTS.parent / "build" / "bench"


def build(program: str, folder: Path = BUILD) -> Path:
    """The path of the program. Needs CMake, a compiler and Google Benchmark.

    A new folder is configured as a release; one that exists keeps its configuration.
    """
    options = ["-DTERSELY_BENCH=ON"]
    if not (folder / "CMakeCache.txt").exists():
        options.append("-DCMAKE_BUILD_TYPE=Release")
    for command in (
        ["cmake", "-S", str(TESTS.parent), "-B", str(folder), *options],
        ["cmake", "--build", str(folder), "--parallel", str(os.cpu_count()), "--target", program],
    ):
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder / "tests" / "bench" / program


def write_texts(path: Path, texts: Iterable[str]) -> None:
    """Separates the texts by NUL. A NUL inside a text becomes a space, a lone surrogate a question mark."""
    path.write_bytes(b"\0".join(text.replace("\0", " ").encode("utf-8", "replace") for text in texts))
