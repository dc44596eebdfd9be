"""Processor and wall seconds of 1, 2 and 16 threads over the same column of texts.

    python tests/bench/threads.py [DATA] [--pairs 5]

DATA: see peers.py; its texts are repeated until there are 8 MB. In each round every number of threads takes its turn
beside one thread; ratios are the medians of the rounds. Processor seconds are those of all threads: what they cost each
other shows there. Wall time falls only as far as the machine has idle cores.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpora import by_language, repeated

import tersely

NUMBERS = (1, 2, 16)
AT_LEAST = 8_000_000  # bytes


@dataclass
class Row:
    threads: int
    processor: float  # seconds, the median
    wall: float
    processor_ratio: float  # to one thread in the same round, the median
    wall_ratio: float


def seconds_of(texts: list[str], threads: int) -> tuple[float, float]:
    wall, processor = time.perf_counter(), time.process_time()
    tersely.summarize_column(texts, threads=threads)
    return time.process_time() - processor, time.perf_counter() - wall


def measure(data: Path | None, pairs: int, least_bytes: int = AT_LEAST) -> list[Row]:
    texts = repeated(by_language(data)["en"], least_bytes)
    seconds_of(texts, max(NUMBERS))  # warm
    rounds = [{threads: seconds_of(texts, threads) for threads in NUMBERS} for _ in range(pairs)]

    def median(threads: int, which: int) -> float:
        return statistics.median(times[threads][which] for times in rounds)

    def ratio(threads: int, which: int) -> float:
        return statistics.median(times[threads][which] / times[1][which] for times in rounds)

    return [Row(n, median(n, 0), median(n, 1), ratio(n, 0), ratio(n, 1)) for n in NUMBERS]


def report(rows: list[Row]) -> Iterator[str]:
    yield f"| threads ({os.cpu_count()} cores) | processor s | wall s | processor, to 1 thread | wall, to 1 thread |"
    yield "|---|---:|---:|---:|---:|"
    for row in rows:
        ratios = f"{row.processor_ratio:.3f} | {row.wall_ratio:.3f}"
        yield f"| {row.threads} | {row.processor:.3f} | {row.wall:.3f} | {ratios} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    for line in report(measure(options.data, options.pairs)):
        print(line)


if __name__ == "__main__":
    main()
