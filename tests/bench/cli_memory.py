"""Prints the memory and time of the command line on a large table, as a Markdown table.

    python tests/bench/cli_memory.py [--megabytes 1000] [--formats jsonl csv parquet] [--threads 0]

The texts are those of tests/data, each with a number and its lines in a different order, so that compression cannot
make the table small. Peak memory is that of the largest process (getrusage), which is the command. "start" is the peak
on a table of one row.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
GROUP_ROWS = 100_000  # rows of a Parquet row group


def texts(n_bytes: int) -> Iterator[str]:
    sources = [path.read_text(encoding="utf-8").splitlines() for path in sorted(DATA.glob("*.txt"))]
    shuffle = random.Random(0).shuffle
    number = size = 0
    while size < n_bytes:
        lines = list(sources[number % len(sources)])
        shuffle(lines)
        text = "\n".join([f"Text number {number}.", *lines])
        yield text
        size += len(text.encode())
        number += 1


def write(path: Path, n_bytes: int) -> None:
    rows = enumerate(texts(n_bytes))
    if path.suffix == ".jsonl":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"id": i, "body": text}, ensure_ascii=False) + "\n" for i, text in rows)
    elif path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerow(("id", "body"))
            csv.writer(file).writerows(rows)
    else:
        write_parquet(path, rows)


def write_parquet(path: Path, rows: Iterator[tuple[int, str]]) -> None:
    """With large row groups, as pyarrow writes by default."""
    import pyarrow
    import pyarrow.parquet

    schema = pyarrow.schema({"id": pyarrow.int64(), "body": pyarrow.string()})
    with pyarrow.parquet.ParquetWriter(path, schema) as writer:
        while group := [row for row, _ in zip(rows, range(GROUP_ROWS))]:
            columns = [pyarrow.array(column, kind) for column, kind in zip(zip(*group), schema.types)]
            writer.write_table(pyarrow.table(columns, schema=schema), row_group_size=GROUP_ROWS)


def measure(path: Path, threads: int) -> tuple[float, float]:
    """Peak memory in MB, and seconds. Uses a process of its own, since getrusage keeps the largest child."""
    code = (
        "import resource, subprocess, sys\n"
        "subprocess.run(sys.argv[1:], check=True)\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = path.with_name(f"out{path.suffix}")
    command = [sys.executable, "-m", "tersely", path, "--field", "body", "--out", out, "--threads", str(threads)]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, *command], check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    out.unlink()
    return int(done.stdout) * 1024 / 1e6, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--formats", nargs="+", default=["jsonl", "csv", "parquet"])
    parser.add_argument("--threads", type=int, default=0)
    arguments = parser.parse_args()
    print("| format | file, MB | start, MB | peak, MB | seconds |\n|---|---|---|---|---|")
    for kind in arguments.formats:
        with tempfile.TemporaryDirectory() as folder:
            small, large = Path(folder, f"small.{kind}"), Path(folder, f"large.{kind}")
            write(small, 1)
            write(large, arguments.megabytes * 1_000_000)
            (least, _), (peak, seconds) = measure(small, arguments.threads), measure(large, arguments.threads)
            size = large.stat().st_size / 1e6
        print(f"| {kind} | {size:.0f} | {least:.0f} | {peak:.0f} | {seconds:.1f} |", flush=True)


if __name__ == "__main__":
    main()
