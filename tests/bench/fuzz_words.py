"""Compares the words and their folded forms with those that ICU finds without any shortcut.

    python tests/bench/fuzz_words.py [DATA_FOLDER] [--breaks WordBreakTest.txt] [--seconds 60] [--seed 1]

Compares the texts of tests/data, every string of the JSON lines in DATA_FOLDER, the samples of Unicode's
WordBreakTest.txt, and for --seconds random mixtures of them all (words_fuzz.cpp). Exits with 1 if anything differs.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora import by_language
from programs import BUILD, build, write_texts


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def texts_of(folder: Path | None) -> Iterator[str]:
    for texts in by_language(None).values():
        yield from texts
    for path in sorted(folder.glob("*.jsonl")) if folder else []:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from strings(json.loads(line))


def samples(path: Path) -> Iterator[str]:
    """A line of the test file holds hexadecimal code points with a sign for a break or no break between them."""
    for line in path.read_text("utf-8").splitlines():
        codes = line.split("#")[0].replace("÷", " ").replace("×", " ").split()
        if codes:
            yield "".join(chr(int(code, 16)) for code in codes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?", metavar="DATA_FOLDER")
    parser.add_argument("--breaks", type=Path, metavar="FILE")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--build", type=Path, metavar="FOLDER", default=BUILD)
    options = parser.parse_args()
    program = build("words_fuzz", options.build)
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "texts"]
        write_texts(files[0], texts_of(options.data))
        if options.breaks:
            files.append(Path(folder) / "breaks")
            write_texts(files[1], samples(options.breaks))
        sys.exit(subprocess.run([program, str(options.seconds), str(options.seed), *files]).returncode)


if __name__ == "__main__":
    main()
