"""Texts to measure with: from a folder of JSON lines (fields `text` and `lang`), or the short ones of tests/data."""

from __future__ import annotations

import collections
import json
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
OF_TESTS = {
    "en": ("article.txt", "email.txt", "meeting.txt", "genres/interview.txt", "genres/novel.txt"),
    "de": ("german.txt",),
    "fr": ("french.txt",),
    "ru": ("russian.txt",),
    "zh": ("chinese.txt",),
    "ar": ("arabic.txt",),
    "th": ("thai.txt",),
}


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """(language, text) of each line that has both."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if isinstance(row.get("text"), str) and isinstance(row.get("lang"), str):
                yield row["lang"], row["text"]


def by_language(path: Path | None) -> dict[str, list[str]]:
    """Language code -> texts, from a file, a folder or, if None, tests/data. In a folder, the texts of a language come
    from the file with most of it, so that they are of one kind.
    """
    if path is None:
        return {
            code: [(TESTS / "data" / name).read_text("utf-8") for name in names] for code, names in OF_TESTS.items()
        }
    largest: dict[str, list[str]] = {}
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        found = collections.defaultdict(list)
        for code, text in _texts(file):
            found[code].append(text)
        for code, texts in found.items():
            if sum(map(len, texts)) > sum(map(len, largest.get(code, ()))):
                largest[code] = texts
    return largest


def n_bytes(texts: list[str]) -> int:
    return sum(len(text.encode("utf-8", "replace")) for text in texts)


def first(texts: list[str], most_bytes: int) -> list[str]:
    """The first texts, up to about `most_bytes`."""
    chosen, size = [], 0
    for text in texts:
        if size >= most_bytes:
            break
        chosen.append(text)
        size += len(text.encode())
    return chosen


def repeated(texts: list[str], least_bytes: int) -> list[str]:
    """The texts, repeated until there are at least `least_bytes`."""
    return texts * -(-least_bytes // n_bytes(texts))
