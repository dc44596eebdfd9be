"""Compares the speed of two builds, for example a wheel and what the compiler of this machine makes. Prints a table.

    python tests/bench/builds.py INTERPRETER INTERPRETER [DATA_FOLDER] [--languages en ru hi zh ja] [--rounds 7]

Each interpreter has one build of tersely installed. They take turns, each time in a new process, so trust the ratio: it
is the median over the rounds. Times are processor seconds of one thread, the fastest of several runs. A MB is 10^6
bytes. For DATA_FOLDER, see corpora.py.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
from pathlib import Path

from corpora import by_language, first, n_bytes, repeated

MEASURE = """
import json, sys, time
import tersely
texts = json.load(open(sys.argv[1], encoding="utf-8"))
seconds = []
for _ in range(5):
    start = time.process_time()
    for text in texts:
        tersely.summarize(text, 3)
    seconds.append(time.process_time() - start)
print(min(seconds))
"""


def measure(interpreter: str, texts: Path) -> float:
    done = subprocess.run([interpreter, "-c", MEASURE, str(texts)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("interpreters", nargs=2, metavar="INTERPRETER")
    parser.add_argument("data", nargs="?", type=Path, metavar="DATA_FOLDER")
    parser.add_argument("--languages", nargs="+", default=["en", "ru", "hi", "zh", "ja"], metavar="CODE")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    corpora = by_language(given.data)
    print("| language | first, MB/s | second, MB/s | first / second |\n|---|---:|---:|---:|")
    for code in (code for code in given.languages if code in corpora):
        texts = repeated(first(corpora[code], 1_000_000), 500_000)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as file:
            json.dump(texts, file)
            file.flush()
            times = [[measure(name, Path(file.name)) for name in given.interpreters] for _ in range(given.rounds)]
        speeds = [n_bytes(texts) / min(column) / 1e6 for column in zip(*times, strict=True)]
        ratio = statistics.median(second / one for one, second in times)
        print(f"| {code} | {speeds[0]:.1f} | {speeds[1]:.1f} | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    main()
