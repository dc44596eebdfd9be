"""Measures ROUGE-1 + ROUGE-2 of a method before and after a change. Prints one line per set and length.

    python tests/bench/before_after.py DATA_FOLDER [SET ...] [--budgets 15 25] [--cut] [--limit N] [--save FILE]
        [--against FILE]

DATA_FOLDER holds the sets as JSON lines: `text` or `documents` (a list, joined by blank lines), `reference` (a string
or a list of strings), `lang`. The budget of a summary is the mean number of words of its references, and each of
--budgets; --cut allows that the last sentence is cut. The figures are F1 x 100, the best over the references, without
stemming. Of a summary in a fixed budget, only as many words are read, because one that is "over_budget" is longer.
Words are runs of letters and digits; in Chinese, Japanese and Thai, single characters. --against also prints the
difference to an earlier --save of the same texts, with the 95 % bounds of a paired bootstrap. The last lines are the
means over all sets.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
import statistics
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import tersely

CHARACTERS = frozenset({"zh", "ja", "th"})
RESAMPLES = 2000

Scores = dict[str, list[float]]  # of each set and length, one for each text


def tokens(text: str, language: str) -> list[str]:
    """The tokens that ROUGE counts."""
    pattern = r"\w" if language in CHARACTERS else r"\w+"
    return re.findall(pattern, text.lower())


def f1(found: list[str], wanted: list[str], n: int) -> float:
    """ROUGE-n (Lin 2004) of two lists of tokens, from 0 to 1."""
    a, b = (collections.Counter(zip(*(words[i:] for i in range(n)))) for words in (found, wanted))
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0


def best_f1(found: list[str], wanted: list[list[str]]) -> float:
    """ROUGE-1 + ROUGE-2, x 100, with the best reference."""
    return 100 * max(f1(found, reference, 1) + f1(found, reference, 2) for reference in wanted)


def score(line: str, budgets: list[int], **options: Any) -> list[float]:
    """The figures of one text, at reference length and at each budget."""
    row = json.loads(line)
    language = row.get("lang") or "en"
    references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
    wanted = [tokens(reference, language) for reference in references]
    document = tersely.Document(row.get("text") or "\n\n".join(row["documents"]), language=language)
    unit = "chars" if language in CHARACTERS else "words"
    sizes = [max(1, round(statistics.mean(map(len, wanted)))), *budgets]
    found = [str(document.summarize(title=row.get("title"), **{unit: size}, **options)) for size in sizes]
    figures = [best_f1(tokens(found[0], language), wanted)]
    for text, size in zip(found[1:], budgets):
        figures.append(best_f1(tokens(text, language)[:size], wanted))
    return figures


def bounds(differences: list[float]) -> tuple[float, float]:
    """The middle 95 % of the mean's bootstrap distribution."""
    generator = random.Random(1)
    means = sorted(statistics.fmean(generator.choices(differences, k=len(differences))) for _ in range(RESAMPLES))
    return means[RESAMPLES // 40], means[-RESAMPLES // 40 - 1]


def tell(name: str, now: list[float], before: list[float] | None) -> None:
    line = f"{name:46} {len(now):4} {statistics.fmean(now):6.2f}"
    if before:
        low, high = bounds([b - a for a, b in zip(before, now)])
        line += f"  {statistics.fmean(now) - statistics.fmean(before):+.2f} [{low:+.2f}, {high:+.2f}]"
        line += f"  {statistics.fmean(now) / max(statistics.fmean(before), 1e-9) - 1:+.1%}"
    print(line, flush=True)


def tell_means(scores: Scores, before: Scores, lengths: list[str]) -> None:
    """The mean over the sets, at each length."""
    for length in lengths:
        names = [name for name in scores if name.endswith(length)]
        means = [[statistics.fmean(of[name]) for name in names if name in of] for of in (scores, before)]
        tell(f"all sets {length}", means[0], means[1] if len(means[1]) == len(names) else None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--budgets", type=int, nargs="+", default=[], help="also measure at these numbers of words")
    parser.add_argument("--cut", action="store_true", help="allow a cut sentence")
    parser.add_argument("--limit", type=int, default=200, help="at most this many texts per set (200)")
    parser.add_argument("--method", default="cover")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    arguments = parser.parse_args()
    before: Scores = json.loads(arguments.against.read_text()) if arguments.against else {}
    lengths = ["at reference length", *(f"at {size} words" for size in arguments.budgets)]
    measure = partial(score, budgets=arguments.budgets, method=arguments.method, cut=arguments.cut)
    scores: Scores = {}
    for path in sorted(arguments.folder.glob("*.jsonl")):
        lines = path.read_text("utf-8").rstrip("\n").split("\n")[: arguments.limit]
        first = json.loads(lines[0])
        if (arguments.sets and path.stem not in arguments.sets) or not first.get("reference"):
            continue
        with ProcessPoolExecutor(2) as pool:
            figures = list(pool.map(measure, lines, chunksize=10))
        for length, column in zip(lengths, zip(*figures)):
            name = f"{path.stem} {length}"
            scores[name] = list(column)
            tell(name, scores[name], before.get(name))
    tell_means(scores, before, lengths)
    if arguments.save:
        arguments.save.write_text(json.dumps(scores))


if __name__ == "__main__":
    main()
