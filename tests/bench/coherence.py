"""Measures what the option `coherence` costs in ROUGE, and how many sentences refer to one that is not in the summary.

    python tests/bench/coherence.py DATA_FOLDER [SET ...] [--limit N]

DATA_FOLDER holds the sets as in quality.py, whose ROUGE-1 + ROUGE-2 is used. Sets in languages without lists of
pronouns and connectives are left out. Each line has a set, a budget, and for each level the ROUGE divided by that of
None, and the share of such sentences. The last lines are the means over the sets.
"""

from __future__ import annotations

import argparse
import json
import statistics
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from quality import best_f1, tokens

import tersely
from tersely import evaluate

LANGUAGES = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
LEVELS = (None, "light", "full")
BUDGETS: dict[str, dict[str, int]] = {
    "reference length": {},
    "100 words": {"words": 100},
    "3 sentences": {"sentences": 3},
    "5 sentences": {"sentences": 5},
}

Figures = tuple[float, int, float]  # ROUGE, sentences, those that refer to a missing one


def measure(line: str) -> list[list[Figures]]:
    """The figures of one text, for each budget and level."""
    row = json.loads(line)
    references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
    wanted = [tokens(reference, row["lang"]) for reference in references]
    document = tersely.Document(row.get("text") or "\n\n".join(row["documents"]), language=row["lang"])
    length = {"words": max(1, round(statistics.mean(map(len, wanted))))}

    def figures(budget: dict[str, int], level: Any) -> Figures:
        summary = document.summarize(title=row.get("title"), coherence=level, **(budget or length))
        share = evaluate.describe(document, summary).dangling
        return best_f1(tokens(str(summary), row["lang"]), wanted), len(summary), share * len(summary)

    return [[figures(budget, level) for level in LEVELS] for budget in BUDGETS.values()]


def compare(texts: list[list[Figures]]) -> list[float]:
    """For each level, the ROUGE divided by that of None, and the share of sentences that refer to a missing one."""
    numbers = []
    for level in range(len(LEVELS)):
        rouge, none = (statistics.fmean(text[i][0] for text in texts) for i in (level, 0))
        numbers += [rouge / none, sum(text[level][2] for text in texts) / sum(text[level][1] for text in texts)]
    return numbers


def tell(name: str, n: int, numbers: list[float]) -> None:
    levels = zip(LEVELS, numbers[::2], numbers[1::2])
    shown = "  ".join(f"{level or 'None'} {ratio:.3f} {share:5.1%}" for level, ratio, share in levels)
    print(f"{name:44} {n:4}  {shown}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--limit", type=int, default=200, help="at most this many texts per set (200)")
    arguments = parser.parse_args()
    found: dict[str, list[list[float]]] = {budget: [] for budget in BUDGETS}
    for path in sorted(arguments.folder.glob("*.jsonl")):
        lines = path.read_text("utf-8").rstrip("\n").split("\n")[: arguments.limit]
        first = json.loads(lines[0])
        wanted = not arguments.sets or path.stem in arguments.sets
        if not wanted or not first.get("reference") or first.get("lang") not in LANGUAGES:
            continue
        with ProcessPoolExecutor(2) as pool:
            texts = list(pool.map(measure, lines, chunksize=10))
        for budget, figures in zip(BUDGETS, zip(*texts)):
            numbers = compare(list(figures))
            found[budget].append(numbers)
            tell(f"{path.stem}, {budget}", len(lines), numbers)
    for budget, sets in found.items():
        tell(f"all sets, {budget}", len(sets), [statistics.fmean(column) for column in zip(*sets)])


if __name__ == "__main__":
    main()
