"""Measures the keyphrases against those that people gave: F1 at 5, 10 and 15 phrases, and the speed.

    python tests/bench/keyphrases.py DATA [--limit N]

DATA is a file or folder of JSON lines with `text`, `keyphrases` (a list), `lang` and perhaps `title`, which is put
before the text; files without keyphrases are skipped. A phrase is right if its stemmed words are those of a reference.
Porter's stemmer is used in English and Snowball's in other languages, if nltk is installed; Chinese and Japanese are
compared by characters. All references count, even those that do not occur in the text. The figures are F1 x 100,
averaged over the documents.
"""

from __future__ import annotations

import argparse
import functools
import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import tersely

CUTS = (5, 10, 15)
STEMMERS = {
    "en": "porter",
    "nl": "dutch",
    "fr": "french",
    "de": "german",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
}
Phrase = tuple[str, ...]


@functools.cache
def stemmer(language: str) -> Callable[[str], str]:
    try:
        from nltk.stem.snowball import SnowballStemmer

        return functools.cache(SnowballStemmer(STEMMERS[language]).stem)
    except (ImportError, KeyError):
        return str


def normalise(phrase: str, language: str) -> Phrase:
    text = phrase.lower().replace("’", "'").replace("\xad", "")
    if language in ("zh", "ja"):
        return tuple(letter for letter in text if letter.isalnum())
    return tuple(map(stemmer(language), re.findall(r"[^\W_]+", re.sub(r"'s\b", "", text))))


def distinct(phrases: list[str], language: str) -> list[Phrase]:
    return [phrase for phrase in dict.fromkeys(normalise(p, language) for p in phrases) if phrase]


def f1(found: list[Phrase], wanted: list[Phrase]) -> float:
    right = len(set(found) & set(wanted))
    return 2 * right / (len(found) + len(wanted)) if right else 0.0


def full_text(row: dict[str, Any]) -> str:
    title = (row.get("title") or "").rstrip()
    stop = "" if title.endswith((".", "?", "!")) else "."
    return f"{title}{stop}\n{row['text']}" if title else row["text"]


def measure(rows: list[dict[str, Any]]) -> tuple[list[float], float]:
    """(F1 x 100 at each of CUTS, MB/s)."""
    sums, size, seconds = [0.0] * len(CUTS), 0, 0.0
    for row in rows:
        text, language = full_text(row), row["lang"]
        start = time.perf_counter()
        phrases = tersely.keyphrases(text, max(CUTS), language=language)
        seconds += time.perf_counter() - start
        size += len(text.encode())
        found, wanted = distinct(phrases.texts, language), distinct(row["keyphrases"], language)
        for i, cut in enumerate(CUTS):
            sums[i] += f1(found[:cut], wanted)
    return [100 * x / len(rows) for x in sums], size / seconds / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, help="only the first N documents of each file")
    arguments = parser.parse_args()
    files = sorted(arguments.data.glob("*.jsonl")) if arguments.data.is_dir() else [arguments.data]
    print(f"{'set':24} {'texts':>5} {'F1@5':>6} {'@10':>6} {'@15':>6} {'MB/s':>6}")
    for file in files:
        with file.open(encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row.get("keyphrases")][: arguments.limit]
        if rows:
            figures, speed = measure(rows)
            print(f"{file.stem:24} {len(rows):5} " + " ".join(f"{x:6.1f}" for x in [*figures, speed]))


if __name__ == "__main__":
    main()
