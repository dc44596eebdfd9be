"""Measures summaries of several texts: ROUGE-1 + ROUGE-2 beside those of the texts joined into one, and whether the
order of the texts matters.

    python tests/bench/documents.py DATA_FOLDER [SET ...] [--limit N]

DATA_FOLDER holds the sets as JSON lines: `documents` (a list of texts) or `text`, which is cut at line breaks into ten
texts of about as many lines; `reference` (a string or a list of strings), `lang`. The budget is the mean number of
words of the references. The figures are means of F1 x 100 over the references, with Porter's stemmer in English.

Columns: the number of sets of texts; the figure of the texts joined by blank lines ("joined") and that of the
DocumentSet ("set"), the difference with the 95 % bounds of a paired bootstrap; the Jaccard index of the sentences that
are picked from the texts in the given order and in random order, for both. Then, for update summaries, half of the
texts are seen: the share of pairs of words of the summary of the others that is in the summary of the seen ones,
without `seen`, with seen=the summary, and with seen=the documents.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from before_after import bounds

import tersely
from tersely import evaluate

SETS = ("multiling2011_en3", "opinion_amazon", "opinion_yelp", "opinosis")
PARTS = 10


class Figures(NamedTuple):
    joined: float
    set: float
    same_joined: float
    same_set: float
    repeated: tuple[float, float, float]


def texts_of(row: dict[str, Any]) -> list[str]:
    if "documents" in row:
        return list(row["documents"])
    lines = row["text"].split("\n")
    cuts = [round(part * len(lines) / PARTS) for part in range(PARTS + 1)]
    return ["\n".join(lines[start:end]) for start, end in zip(cuts, cuts[1:])]


def rouge(summary: tersely.Summary, references: list[str], language: str) -> float:
    english = language == "en"
    (found,) = evaluate.rouge_many(
        [str(summary)],
        [references],
        types=("rouge1", "rouge2"),
        use_stemmer=english,
        tokens="rouge-score" if english else "words",
        multi="mean",
        threads=1,
    )
    return 100 * sum(of.fmeasure for of in found.values())


def jaccard(one: set[Any], other: set[Any]) -> float:
    return len(one & other) / len(one | other) if one | other else 1.0


def join(texts: list[str], language: str, words: int) -> tersely.Summary:
    return tersely.summarize("\n\n".join(texts), words=words, language=language)


def pairs_of(summary: tersely.Summary) -> set[tuple[str, str]]:
    words = [word for sentence in summary for word in sentence.text.casefold().split()]
    return set(zip(words, words[1:]))


def repeated(texts: list[str], language: str, words: int) -> tuple[float, float, float]:
    """The shares of what is said again without `seen`, after a summary and after documents."""
    half = len(texts) // 2
    before = tersely.DocumentSet(texts[:half], language=language)
    after = tersely.DocumentSet(texts[half:], language=language)
    known = before.summarize(words=max(1, words // 2))
    shares = []
    for seen in (None, known, before):
        pairs = pairs_of(after.summarize(words=max(1, words // 2), seen=seen))
        shares.append(len(pairs & pairs_of(known)) / max(1, len(pairs)))
    return shares[0], shares[1], shares[2]


def measure(line: str) -> Figures:
    row = json.loads(line)
    texts, language = texts_of(row), row["lang"]
    references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
    words = max(1, round(statistics.fmean(len(reference.split()) for reference in references)))
    order = list(range(len(texts)))
    random.Random(len(line)).shuffle(order)
    shuffled = [texts[number] for number in order]
    joined, joined_shuffled = (join(some, language, words) for some in (texts, shuffled))
    together, together_shuffled = (
        tersely.summarize_documents(some, words=words, language=language) for some in (texts, shuffled)
    )
    return Figures(
        rouge(joined, references, language),
        rouge(together, references, language),
        jaccard({x.text for x in joined}, {x.text for x in joined_shuffled}),
        jaccard({(x.source, x.start) for x in together}, {(order[x.source], x.start) for x in together_shuffled}),
        repeated(texts, language, words),
    )


def tell(name: str, figures: list[Figures]) -> None:
    joined, together, same_joined, same_set = (statistics.fmean(column) for column in list(zip(*figures))[:4])
    low, high = bounds([row.set - row.joined for row in figures])
    again = " ".join(f"{statistics.fmean(column):.1%}" for column in zip(*(row.repeated for row in figures)))
    print(
        f"{name:18} {len(figures):4}  joined {joined:5.1f}  set {together:5.1f}  "
        f"{together - joined:+.1f} [{low:+.1f}, {high:+.1f}]  "
        f"same picks: joined {same_joined:.2f}, set {same_set:.3f}  repeated: {again}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET", default=list(SETS))
    parser.add_argument("--limit", type=int, help="at most this many sets of texts of each file")
    arguments = parser.parse_args()
    for name in arguments.sets:
        lines = (arguments.folder / f"{name}.jsonl").read_text("utf-8").rstrip("\n").split("\n")
        with ProcessPoolExecutor(2) as pool:
            tell(name, list(pool.map(measure, lines[: arguments.limit], chunksize=4)))


if __name__ == "__main__":
    main()
