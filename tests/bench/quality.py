"""Measures ROUGE-1 + ROUGE-2 of a method at reference length. Prints one line per set.

    python tests/bench/quality.py DATA_FOLDER [--limit N] [--save FILE] [--against FILE] [SET ...]

DATA_FOLDER holds the sets as JSON lines: `text` or `documents` (a list, joined by blank lines), `reference` (a string
or a list of strings), `lang`. The budget of a summary is the mean number of words of its references. The figures are F1
x 100, the best over the references, without stemming. Words are runs of letters and digits; in Chinese, Japanese and
Thai, single characters. --against also prints the difference to an earlier --save of the same texts, with the 95 %
bounds of a paired bootstrap.
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

import tersely

CHARACTERS = frozenset({"zh", "ja", "th"})
RESAMPLES = 2000


def tokens(text: str, language: str) -> list[str]:
    """The tokens that ROUGE counts."""
    pattern = r"\w" if language in CHARACTERS else r"\w+"
    return re.findall(pattern, text.lower())


def f1(found: list[str], wanted: list[str], n: int) -> float:
    """ROUGE-n (Lin 2004) of two lists of tokens, from 0 to 1."""
    a, b = (collections.Counter(zip(*(words[i:] for i in range(n)))) for words in (found, wanted))
    size = a.total() + b.total()
    return 2 * (a & b).total() / size if size else 0.0


def score(line: str, method: str) -> float:
    """ROUGE-1 + ROUGE-2, x 100, of one text."""
    row = json.loads(line)
    language = row.get("lang") or "en"
    references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
    wanted = [tokens(reference, language) for reference in references]
    text = row.get("text") or "\n\n".join(row["documents"])
    document = tersely.Document(text, language=language)
    size = max(1, round(statistics.mean(map(len, wanted))))
    budget = {"chars": size} if language in CHARACTERS else {"words": size}
    found = tokens(str(document.summarize(method=method, title=row.get("title"), **budget)), language)
    return 100 * max(f1(found, reference, 1) + f1(found, reference, 2) for reference in wanted)


def bounds(differences: list[float]) -> tuple[float, float]:
    """The middle 95 % of the mean's bootstrap distribution."""
    generator = random.Random(1)
    means = sorted(statistics.fmean(generator.choices(differences, k=len(differences))) for _ in range(RESAMPLES))
    return means[RESAMPLES // 40], means[-RESAMPLES // 40 - 1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--limit", type=int, default=200, help="at most this many texts per set (200)")
    parser.add_argument("--method", default="cover")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    arguments = parser.parse_args()
    before = json.loads(arguments.against.read_text()) if arguments.against else {}
    scores: dict[str, list[float]] = {}
    for path in sorted(arguments.folder.glob("*.jsonl")):
        lines = path.read_text("utf-8").rstrip("\n").split("\n")[: arguments.limit]
        first = json.loads(lines[0])
        if (arguments.sets and path.stem not in arguments.sets) or not first.get("reference"):
            continue
        with ProcessPoolExecutor(2) as pool:
            scores[path.stem] = list(pool.map(partial(score, method=arguments.method), lines, chunksize=10))
        line = f"{path.stem:30} {len(lines):4} {statistics.fmean(scores[path.stem]):6.2f}"
        if path.stem in before:
            differences = [b - a for a, b in zip(before[path.stem], scores[path.stem])]
            low, high = bounds(differences)
            line += f"  {statistics.fmean(differences):+.2f} [{low:+.2f}, {high:+.2f}]"
        print(line, flush=True)
    if arguments.save:
        arguments.save.write_text(json.dumps(scores))


if __name__ == "__main__":
    main()
