"""Compares the speed of whole calls, from a text to three sentences, with other summarisers and with one regex.

    python tests/bench/peers.py [DATA] [--rounds 5] [--seconds 2]

DATA is a file of JSON lines with the fields `text` and `lang`, or a folder of them. Their English texts are used;
without DATA, those of tests/data, repeated. All contenders run in one process on one core and take turns. Each gets as
many of the texts, from the first on, as it can do in about --seconds. The figures are processor time in the fastest
round. Peers that are not installed are listed.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import os
import re
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpora import by_language, n_bytes, repeated
from installed import installed

import tersely

SENTENCES = 3
CHARS_OF_SENTENCE = 135  # the mean in news, for the peer that only counts characters
SPLIT = re.compile(r"""(?<=[.!?])\s+(?=[^a-z])|(?<=[.!?]["'”’)\]])\s+(?=[^a-z])|\n""")
AT_LEAST = 100_000  # bytes

Run = Callable[[list[str]], object]
Scores = Callable[[str, list[str]], Sequence[float]]  # of a text and its sentences


@dataclass
class Row:
    name: str
    n_texts: int
    n_bytes: int
    seconds: float

    @property
    def rate(self) -> float:
        return self.n_bytes / 1e6 / self.seconds


def each(call: Callable[[str], object]) -> Run:
    return lambda texts: [call(text) for text in texts]


def split(text: str) -> list[str]:
    return [sentence for sentence in map(str.strip, SPLIT.split(text)) if sentence]


def _first_sentences(text: str) -> list[str]:
    """Reads no further than necessary: a bound that a summariser cannot reach, since it must read the whole text."""
    ends = (match.start() for match in SPLIT.finditer(text))
    cuts = [0, *itertools.islice(ends, SENTENCES)]
    return [text[a:b].strip() for a, b in itertools.pairwise(cuts)]


def _best(sentences: list[str], scores: Sequence[float]) -> list[str]:
    order = sorted(range(len(sentences)), key=lambda i: -scores[i])
    return [sentences[i] for i in sorted(order[:SENTENCES])]


def scikit_learn_scores() -> Scores:
    """A recipe of many blog posts: TF-IDF rows, cosines, PageRank."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer

    def score(text: str, sentences: list[str]) -> Sequence[float]:
        rows = TfidfVectorizer(stop_words="english").fit_transform(sentences)
        links = rows @ rows.T
        links.setdiag(0)
        degrees = np.asarray(links.sum(axis=1)).ravel()
        degrees[degrees == 0] = 1
        rank = np.full(len(sentences), 1 / len(sentences))
        for _ in range(30):
            rank = 0.15 / len(sentences) + 0.85 * (links @ (rank / degrees))
        return rank

    return score


def _lede() -> Run:
    import lede

    return each(lambda text: lede.summarize(text, max_length=SENTENCES * CHARS_OF_SENTENCE).summary)


def _sumy() -> Run:
    import sumy_documents

    summarizer = sumy_documents.summarizer("lexrank")
    return each(lambda text: summarizer(sumy_documents.parse(text), SENTENCES))


def rapid_textrank_scores() -> Scores:
    """It only ranks phrases, so a sentence scores the sum of its phrases."""
    from rapid_textrank import BaseTextRank

    def score(text: str, sentences: list[str]) -> Sequence[float]:
        phrases = BaseTextRank(top_n=30, language="en").extract_keywords(text).phrases
        scores = {phrase.text.lower(): phrase.score for phrase in phrases}
        lower = [sentence.lower() for sentence in sentences]
        return [sum(score for phrase, score in scores.items() if phrase in sentence) for sentence in lower]

    return score


def _choosing(make: Callable[[], Scores]) -> Callable[[], Run]:
    """From the scores of sentences to their choice."""

    def run() -> Run:
        score = make()

        def summarize(text: str) -> list[str]:
            sentences = split(text)
            return _best(sentences, score(text, sentences))

        return each(summarize)

    return run


LEAD = "all sentences by a regex, the first three of them"
FLOOR = "first three sentences by a regex that stops there"
PEERS = {
    "lede": _lede,
    "scikit-learn": _choosing(scikit_learn_scores),
    "rapid-textrank": _choosing(rapid_textrank_scores),
    "sumy": _sumy,
}  # distributions
CALLS: dict[str, Run] = {
    "summarize": each(lambda text: str(tersely.summarize(text, SENTENCES))),
    "summarize_many": lambda texts: [str(summary) for summary in tersely.summarize_many(texts, SENTENCES, threads=1)],
    "summarize_column": lambda texts: tersely.summarize_column(texts, SENTENCES, threads=1),
    LEAD: each(lambda text: " ".join(split(text)[:SENTENCES])),
    FLOOR: each(lambda text: " ".join(_first_sentences(text))),
}


@contextlib.contextmanager
def one_core() -> Iterator[None]:
    if not hasattr(os, "sched_setaffinity"):  # macOS, Windows
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def seconds_of(run: Run, texts: list[str]) -> float:
    begin = time.process_time()
    run(texts)
    return time.process_time() - begin


def fitting(run: Run, texts: list[str], seconds: float) -> int:
    """How many of the texts take about `seconds`."""
    n = 1
    while n < len(texts):
        taken = seconds_of(run, texts[:n])
        if taken > seconds / 8:
            return max(1, min(len(texts), int(n * seconds / taken)))
        n *= 4
    return len(texts)


def measure(texts: list[str], rounds: int, seconds: float) -> tuple[list[Row], list[str]]:
    """A row for each call and peer, and the peers that are not installed."""
    peers, missing = installed(PEERS)
    return compare_rates(CALLS | peers, texts, rounds, seconds), missing


def compare_rates(contenders: dict[str, Run], texts: list[str], rounds: int, seconds: float) -> list[Row]:
    """A row for each contender: on one core, in turns, the fastest round."""
    with one_core(), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        numbers = {name: fitting(run, texts, seconds) for name, run in contenders.items()}
        rows = {name: Row(name, n, n_bytes(texts[:n]), float("inf")) for name, n in numbers.items()}
        for _ in range(rounds):
            for name, run in contenders.items():
                rows[name].seconds = min(rows[name].seconds, seconds_of(run, texts[: numbers[name]]))
    return list(rows.values())


def texts_of(data: Path | None) -> list[str]:
    return repeated(by_language(data)["en"], AT_LEAST)


def report(rows: list[Row], missing: list[str]) -> Iterator[str]:
    own = rows[0].rate
    yield "| call | texts | MB/s | `summarize` is |"
    yield "|---|---:|---:|---:|"
    for row in rows:
        name = f"`{row.name}`" if row.name in tersely.__all__ else row.name
        yield f"| {name} | {row.n_texts} | {row.rate:.2f} | {own / row.rate:.1f} x |"
    if missing:
        yield f"\nNot installed: {', '.join(missing)}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=2, help="approximate time of each call or peer per round")
    options = parser.parse_args()
    for line in report(*measure(texts_of(options.data), options.rounds, options.seconds)):
        print(line)


if __name__ == "__main__":
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"):
        os.environ[threads] = "1"
    main()
