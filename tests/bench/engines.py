"""Compares the summaries of real texts from all engines and types of column with those of single calls.

    python tests/bench/engines.py DATA_FOLDER [--limit N]

DATA_FOLDER holds *.jsonl with the field `text`. Skips engines that are not installed. Prints for each the rows, the
rows that differ, and the seconds. Exits with 1 if any row differs.
"""

import argparse
import itertools
import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))
from support.engines import OF_BYTES, OF_TEXT, one_by_one


def read(folder, limit):
    for path in sorted(folder.glob("*.jsonl")):
        with open(path, encoding="utf-8") as file:
            yield from (json.loads(line).get("text") for line in itertools.islice(file, limit))


def compare(kind, engines, rows):
    """The number of engines with different rows."""
    expected = one_by_one(rows)
    n_wrong = 0
    for name, (needed, run) in engines.items():
        if any(find_spec(module.split(".")[0]) is None for module in needed):
            continue
        start = time.perf_counter()
        result = run(rows)
        seconds = time.perf_counter() - start
        different = sum(a != b for a, b in itertools.zip_longest(result, expected, fillvalue="no row"))
        n_wrong += different > 0
        print(f"{kind} {name:20} {len(result):8} rows {different:6} different {seconds:8.1f} s", flush=True)
    return n_wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="texts of each file")
    options = parser.parse_args()
    texts = list(read(options.folder, options.limit))
    print(f"{len(texts)} texts, {texts.count(None)} of them missing")
    encoded = [text if text is None else text.encode() for text in texts]
    return 1 if compare("text ", OF_TEXT, texts) + compare("bytes", OF_BYTES, encoded) else 0


if __name__ == "__main__":
    sys.exit(main())
