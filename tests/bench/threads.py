"""Compares the processor and wall seconds of 1, 2 and 16 threads, and of two processes, on the same column of texts.

    python tests/bench/threads.py [DATA] [--pairs 5]

For DATA, see peers.py; its texts are repeated until there are 8 MB. In each round every number of threads takes a turn,
and its ratio is to one thread in the same round; the ratios printed are medians. Processor seconds are summed over all
threads, so they show what threads cost each other. Two processes share none of our memory, so what they cost each other
is due to the machine. Wall time falls only as far as the machine has idle cores.
"""

from __future__ import annotations

import argparse
import contextlib
import multiprocessing
import multiprocessing.connection
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


PROCESSES = 2


@dataclass
class Row:
    name: str
    processor: float  # seconds, the median
    wall: float
    processor_ratio: float  # to one thread in the same round, the median
    wall_ratio: float


Times = tuple[float, float]  # processor, wall


def seconds_of(texts: list[str], threads: int) -> Times:
    wall, processor = time.perf_counter(), time.process_time()
    tersely.summarize_column(texts, threads=threads)
    return time.process_time() - processor, time.perf_counter() - wall


class Processes:
    """Workers with one thread and a share of the texts each, reused in all rounds."""

    def __init__(self, texts: list[str]) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipes = []
        for part in range(PROCESSES):
            ours, theirs = context.Pipe()
            worker = context.Process(target=_work, args=(theirs, texts[part::PROCESSES]), daemon=True)
            worker.start()
            self._pipes.append(ours)

    def seconds(self) -> Times:
        """(processor seconds of all, wall seconds of the slowest)"""
        for pipe in self._pipes:
            pipe.send(True)
        processor, wall = zip(*(pipe.recv() for pipe in self._pipes), strict=True)
        return sum(processor), max(wall)


def _work(pipe: multiprocessing.connection.Connection, texts: list[str]) -> None:
    with contextlib.suppress(EOFError):  # the parent has exited
        while pipe.recv():
            pipe.send(seconds_of(texts, 1))


def measure(data: Path | None, pairs: int, least_bytes: int = AT_LEAST) -> list[Row]:
    texts = repeated(by_language(data)["en"], least_bytes)
    processes = Processes(texts)
    seconds_of(texts, max(NUMBERS))  # warm
    processes.seconds()
    rounds = []
    for _ in range(pairs):
        times = {_name(threads): seconds_of(texts, threads) for threads in NUMBERS}
        rounds.append({**times, f"{PROCESSES} processes": processes.seconds()})
    one = _name(1)

    def median(name: str, which: int) -> float:
        return statistics.median(times[name][which] for times in rounds)

    def ratio(name: str, which: int) -> float:
        return statistics.median(times[name][which] / times[one][which] for times in rounds)

    return [Row(n, median(n, 0), median(n, 1), ratio(n, 0), ratio(n, 1)) for n in rounds[0]]


def _name(threads: int) -> str:
    return f"{threads} thread{'' if threads == 1 else 's'}"


def report(rows: list[Row]) -> Iterator[str]:
    yield f"| on {os.cpu_count()} cores | processor s | wall s | processor / 1 thread | wall / 1 thread |"
    yield "|---|---:|---:|---:|---:|"
    for row in rows:
        ratios = f"{row.processor_ratio:.3f} | {row.wall_ratio:.3f}"
        yield f"| {row.name} | {row.processor:.3f} | {row.wall:.3f} | {ratios} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    for line in report(measure(options.data, options.pairs)):
        print(line)


if __name__ == "__main__":
    main()
