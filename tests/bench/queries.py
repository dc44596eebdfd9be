"""Measures summaries that answer a query: ROUGE-1 + ROUGE-2, at the length of the answer and at 100 words.

    python tests/bench/queries.py DATA_FOLDER [SET ...] [--limit N] [--words N]

DATA_FOLDER holds the sets of quality.py. The questions of a meeting (`specific`: a list of `query` and `answer`) are
asked as they are. In the other sets, the title of an article, or its first highlight, asks for that article among
eight: its text and those of seven others, in random order and joined by blank lines. The answer is its reference, or
the other highlights.

Four ways to answer are compared: the first sentences ("lead"), the summary without the query ("plain"), the sentences
with the highest BM25 ("BM25"), and the summary with the query ("query"). The figures are means of F1 x 100, with
Porter's stemmer in English. The last columns are the difference of "query" to "BM25" with the 95 % bounds of a paired
bootstrap, and the share of queries that nothing in the text matched.
"""

from __future__ import annotations

import argparse
import collections
import json
import math
import random
import statistics
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from before_after import bounds

import tersely
from tersely import evaluate

ASKS_BY = {
    "gum_summ_seg": "title",
    "scisummnet": "title",
    "de_klexikon_test": "title",
    "cnndm_val_cnn1000": "highlight",
    "qmsum": "question",
}
N_ARTICLES = 8
WAYS = ("lead", "plain", "BM25", "query")
K1, B = 1.2, 0.75
FULL = 0.9  # a budget filled to this share is full, as in tersely


class Item(NamedTuple):
    text: str
    query: str
    answers: list[str]
    language: str


def questions(rows: list[dict[str, Any]]) -> Iterator[Item]:
    for row in rows:
        for asked in row["specific"]:
            yield Item(row["text"], asked["query"], [asked["answer"]], row["lang"])


def among_others(rows: list[dict[str, Any]], asks_by: str) -> Iterator[Item]:
    generator = random.Random(0)
    for place, row in enumerate(rows):
        references = row["reference"] if isinstance(row["reference"], list) else [row["reference"]]
        if asks_by == "highlight":
            query, *rest = references[0].split("\n")
            references = ["\n".join(rest)]
        else:
            query = row.get("title") or ""
        if not query.strip() or not any(reference.strip() for reference in references):
            continue
        others = generator.sample([other for other in range(len(rows)) if other != place], N_ARTICLES - 1)
        texts = [rows[other]["text"] for other in [place, *others]]
        generator.shuffle(texts)
        yield Item("\n\n".join(texts), query, references, row["lang"])


def content_keys(document: tersely.Document) -> list[list[str]]:
    """The first six letters of the words of each unit, without stop words."""
    keys: list[list[str]] = [[] for _ in document]
    for word in document.words:
        if not word.is_stop:
            keys[word.unit].append(word.text.casefold()[:6])
    return keys


def top_by_bm25(document: tersely.Document, query: str, words: int) -> str:
    """The sentences with the highest BM25 (Robertson & Zaragoza 2009) that fit, in the order of the text."""
    keys = content_keys(document)
    sizes = collections.Counter(word.unit for word in document.words)
    asked = {key for of_unit in content_keys(tersely.Document(query, language=document.language)) for key in of_unit}
    candidates = document.candidates
    mean = statistics.fmean(sizes[unit] for unit in candidates)
    df = collections.Counter(key for unit in candidates for key in asked.intersection(keys[unit]))

    def score(unit: int) -> float:
        counts = collections.Counter(keys[unit])
        cost = K1 * (1 - B + B * sizes[unit] / mean)
        idf = {key: math.log(1 + (len(candidates) - df[key] + 0.5) / (df[key] + 0.5)) for key in asked}
        return sum(idf[key] * counts[key] * (K1 + 1) / (counts[key] + cost) for key in asked)

    chosen, used = [], 0
    for unit in sorted(candidates, key=lambda unit: (-score(unit), unit)):
        if used + sizes[unit] <= words and used < FULL * words:
            chosen.append(unit)
            used += sizes[unit]
    return " ".join(str(document[unit]) for unit in sorted(chosen))


def answer(item: Item, document: tersely.Document, words: int) -> tuple[list[str], bool]:
    """The answers in the order of WAYS, and whether the query is unmatched."""
    asked = document.summarize(words=words, query=item.query)
    answers = [
        str(document.summarize(words=words, method="lead")),
        str(document.summarize(words=words)),
        top_by_bm25(document, item.query, words),
        str(asked),
    ]
    return answers, "query_unmatched" in asked.flags


def score(item: Item, words: int) -> tuple[list[float], bool, list[float]]:
    """The figures of the ways at the length of the answer and at `words`, and whether the query is unmatched."""
    document = tersely.Document(item.text, language=item.language)
    size = round(statistics.fmean(len(reference.split()) for reference in item.answers))
    english = item.language == "en"
    figures = []
    unmatched = False
    for budget in (max(1, size), words):
        answers, unmatched = answer(item, document, budget)
        found = evaluate.rouge_many(
            answers,
            [item.answers] * len(answers),
            types=("rouge1", "rouge2"),
            use_stemmer=english,
            tokens="rouge-score" if english else "words",
            multi="mean",
            threads=1,
        )
        figures.append([100 * sum(of.fmeasure for of in scores.values()) for scores in found])
    return figures[0], unmatched, figures[1]


def tell(name: str, figures: list[list[float]], unmatched: list[bool]) -> None:
    means = " ".join(f"{way} {statistics.fmean(column):5.1f} " for way, column in zip(WAYS, zip(*figures)))
    differences = [row[WAYS.index("query")] - row[WAYS.index("BM25")] for row in figures]
    low, high = bounds(differences)
    gain = f"{statistics.fmean(differences):+.1f} [{low:+.1f}, {high:+.1f}]"
    print(f"{name:30} {len(figures):4}  {means} {gain}  unmatched {statistics.fmean(unmatched):.1%}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*", metavar="SET", default=list(ASKS_BY))
    parser.add_argument("--limit", type=int, default=260, help="at most this many queries per set (260)")
    parser.add_argument("--words", type=int, default=100, help="the second budget (100)")
    arguments = parser.parse_args()
    for name in arguments.sets:
        lines = (arguments.folder / f"{name}.jsonl").read_text("utf-8").rstrip("\n").split("\n")
        rows = [json.loads(line) for line in lines]
        asks_by = ASKS_BY[name]
        items = list(questions(rows) if asks_by == "question" else among_others(rows, asks_by))[: arguments.limit]
        with ProcessPoolExecutor(2) as pool:
            scores = list(pool.map(partial(score, words=arguments.words), items, chunksize=8))
        at_length, unmatched, at_words = zip(*scores)
        tell(f"{name} at answer length", list(at_length), list(unmatched))
        tell(f"{name} at {arguments.words} words", list(at_words), list(unmatched))


if __name__ == "__main__":
    main()
