"""Compares the speed of splitting from Python with other sentence segmenters and one regex.

    python tests/bench/splitters.py [DATA] [--rounds 5] [--seconds 2]

DATA, --rounds, --seconds and the figures are as in peers.py.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import segmentation_peers
from installed import installed
from peers import Row, Run, compare_rates, each, texts_of

import tersely

REGEX = "one regex"
BOUNDARY = re.compile(r"(?<=[.!?])\s+")
PEERS = ("sentencex", "blingfire", "pysbd")  # distributions
CALLS: dict[str, Run] = {
    "split_sentences(text).texts": each(lambda text: tersely.split_sentences(text).texts),
    "split_sentences(text).spans": each(lambda text: tersely.split_sentences(text).spans),
    "list(split_sentences(text))": each(lambda text: list(tersely.split_sentences(text))),
    "split_many(texts, threads=1)": lambda texts: tersely.split_many(texts, threads=1),
    "split_column(texts, threads=1)": lambda texts: tersely.split_column(texts, threads=1),
    REGEX: each(BOUNDARY.split),
}


def measure(texts: list[str], rounds: int, seconds: float) -> tuple[list[Row], list[str]]:
    """A row for each call and segmenter, and the segmenters that are not installed."""
    found, missing = installed({name: segmentation_peers.PEERS[name] for name in PEERS})
    others = {name: each(partial(split, language="en")) for name, split in found.items()}
    return compare_rates(CALLS | others, texts, rounds, seconds), missing


def report(rows: list[Row], missing: list[str]) -> Iterator[str]:
    own = rows[0].rate
    yield "| call | texts | MB/s | `.texts` is |"
    yield "|---|---:|---:|---:|"
    for row in rows:
        name = f"`{row.name}`" if row.name in CALLS and row.name != REGEX else row.name
        yield f"| {name} | {row.n_texts} | {row.rate:.2f} | {own / row.rate:.1f} x |"
    if missing:
        yield f"\nNot installed: {', '.join(missing)}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2, help="approximate time of each call or segmenter per round")
    options = parser.parse_args()
    for line in report(*measure(texts_of(options.data), options.rounds, options.seconds)):
        print(line)


if __name__ == "__main__":
    main()
