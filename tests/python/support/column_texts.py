"""A column of many difficult short texts: pieces of the sample texts, mixed and mutated, random and missing ones."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

import tersely
from support.random_texts import PIECES, random_text

LONG = 10_000_000  # bytes
MISSING, BLANK = 0.05, 0.02  # shares
WELL_FORMED = [piece for piece in PIECES if not "\ud800" <= piece <= "\udfff"]  # Arrow has no lone surrogates


def make_column(samples: Iterable[str], n_rows: int, seed: int = 0) -> list[str | None]:
    """Makes rows of up to eight sentences, some mutated. Adds missing, blank and random rows, and a long text."""
    rng = Random(seed)
    samples = list(samples)
    sentences = [[sentence.text for sentence in tersely.split_sentences(text)] for text in samples]
    rows = [_row(rng, sentences) for _ in range(n_rows - 1)]
    longest = max(samples, key=len) + "\n\n"
    rows.insert(n_rows // 2, longest * (LONG // len(longest.encode()) + 1))
    return rows


def make_damaged(rows: Iterable[str | None], seed: int = 0) -> list[bytes | None]:
    """Returns the short texts as UTF-8, every tenth with an invalid byte."""
    rng = Random(seed)
    encoded = [None if row is None else row.encode() for row in rows if row is None or len(row) < LONG // 10]
    return [_damaged(rng, data) if data is not None and rng.random() < 0.1 else data for data in encoded]


def _row(rng: Random, sentences: list[list[str]]) -> str | None:
    kind = rng.random()
    if kind < MISSING:
        return None
    if kind < MISSING + BLANK:
        return rng.choice(["", " ", "\n\n", "\u3000\t"])
    if kind < 0.2:
        return "".join(c for c in random_text(rng) if not "\ud800" <= c <= "\udfff")
    text = rng.choice([" ", "\n", "\n\n"]).join(rng.choices(rng.choice(sentences), k=rng.randint(1, 8)))
    for _ in range(rng.choice([0, 0, 1, 3])):
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice(WELL_FORMED) + text[place + rng.randrange(3) :]
    return text


def _damaged(rng: Random, data: bytes) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + b"\xff" + data[place:]
