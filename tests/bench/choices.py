"""Counts the documents of five evaluation sets on which tersely and its plain twin (tests/python/textbook.py) differ.

    python tests/bench/choices.py DATA_FOLDER [--limit N] [--method cover --method textrank ...]

DATA_FOLDER holds the sets as JSON lines with the fields text, title, lang. Exits with 1 if any document differs.
"""

import argparse
import itertools
import json
import multiprocessing
import sys
from functools import partial
from pathlib import Path

import tersely

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))
from textbook import Analysis

SETS = (
    "cnndm_val_cnn1000",
    "billsum_train_sample",
    "gum_summ_seg",
    "fr_orangesum_abstract_test",
    "zh_csl_abstract2title",
)
BUDGETS = ({"sentences": 3}, {"words": 60}, {"ratio": 0.2}, {"words": 25, "cut": True})
SAME_SCORE = 1.01e-9


def differences(doc, analysis, **options):
    """(descriptions of the differences between the two, is it a near tie?)"""
    expected, summary = analysis.choose(**options), doc.summarize(**options)
    found = []
    if summary.status != expected.status:
        found.append(f"status {summary.status}, the twin's {expected.status}")
    if tuple(summary.order) != expected.order and not expected.near_tie:
        found.append(f"order {tuple(summary.order)}, the twin's {expected.order}")
    if str(summary) != expected.text and not expected.near_tie:
        found.append(f"text {str(summary)!r}, the twin's {expected.text!r}")
    worst = max((abs(a - b) for a, b in zip(summary.scores, expected.scores)), default=0)
    if len(summary.scores) != len(expected.scores) or worst > SAME_SCORE:
        found.append(f"scores by {worst:g}")
    if abs(summary.coverage - expected.coverage) > SAME_SCORE and not expected.near_tie:
        found.append(f"coverage {summary.coverage}, the twin's {expected.coverage}")
    return found, expected.near_tie


def compare(methods, line):
    """(number of choices compared, number of near ties, descriptions of the differences) of one document."""
    row = json.loads(line)
    doc = tersely.Document(row["text"], language=row.get("lang") or "auto")
    analysis = Analysis(doc)
    n_choices, n_ties, found = 0, 0, []
    for method in methods:
        for budget in BUDGETS:
            wrong, tie = differences(doc, analysis, method=method, title=row.get("title"), **budget)
            n_choices, n_ties = n_choices + 1, n_ties + tie
            found += [f"{method} {budget}: {what}" for what in wrong]
    return n_choices, n_ties, found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="documents of each set")
    parser.add_argument("--method", action="append", help="may be repeated; default: cover")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    n_wrong = 0
    with multiprocessing.Pool(options.processes) as pool:
        for name in SETS:
            with open(options.folder / f"{name}.jsonl", encoding="utf-8") as file:
                lines = list(itertools.islice(file, options.limit))
            results = pool.map(partial(compare, options.method or ["cover"]), lines, chunksize=4)
            different = [(i, found) for i, (_, _, found) in enumerate(results) if found]
            n_wrong += len(different)
            print(
                f"{name}: {len(results)} documents, {sum(r[0] for r in results)} choices compared, "
                f"{sum(r[1] for r in results)} near ties, {len(different)} documents different",
                flush=True,
            )
            for i, found in different[:5]:
                print(f"  document {i}: {'; '.join(found)[:600]}")
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
