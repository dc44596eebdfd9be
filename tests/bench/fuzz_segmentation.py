"""Splits random texts in six languages and all newline modes and checks the units: ascending, disjoint, verbatim,
without white space at their ends, and with only white space and invisible controls between them.

    python tests/bench/fuzz_segmentation.py [--cases 100000] [--seed 1]

A case is one text. The same seed gives the same texts. Prints the texts that fail and exits with 1 if there are any.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

import tersely

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))
from support.checks import check_units
from support.random_texts import random_text

LANGUAGES = ("en", "de", "ja", "th", "hy", "tr")
NEWLINES = ("auto", "break", "join", "blank")
MARKUPS = ("auto", "text", "markdown")
BATCH = 1000
MAX_SHOWN = 20


def failures(rng: Random) -> Iterator[str]:
    """The failures of one text in all languages and newline modes, with a random markup and quotes kept or not."""
    text = random_text(rng)
    options = {"markup": rng.choice(MARKUPS), "keep_quotes": rng.randrange(4) == 0}
    for language, newline in itertools.product(LANGUAGES, NEWLINES):
        try:
            check_units(text, tersely.split_sentences(text, language=language, newline=newline, **options))
        except Exception as error:  # any exception is a finding
            yield f"{text!r} language={language} newline={newline} {options}: {type(error).__name__} {error}"


def batch_failures(seed: int, batch: int) -> list[str]:
    rng = Random(f"{seed} {batch}")
    return [failure for _ in range(BATCH) for failure in failures(rng)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=100_000, help="number of texts, rounded up to a thousand")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    batches = -(-options.cases // BATCH)
    with ProcessPoolExecutor() as processes:
        found = list(itertools.chain(*processes.map(partial(batch_failures, options.seed), range(batches))))
    for failure in found[:MAX_SHOWN]:
        print(failure)
    splits = batches * BATCH * len(LANGUAGES) * len(NEWLINES)
    print(f"{batches * BATCH} texts, {splits} splits, {len(found)} failures")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
