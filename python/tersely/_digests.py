"""A digest of all choices for a text. Equal digests mean equal results, to the
last bit, except for flags."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import tersely

QUADRATIC = ("textrank", "textrank-overlap", "lexrank", "centroid")
MOST_ROWS = 1500  # for methods that compare all pairs
NO_CHOICE = frozenset({"flags", "ruleset"})  # keys of results that say nothing about what was chosen

# Options that take different paths through the code; see summarize().
CALLS: tuple[dict[str, Any], ...] = (
    {"words": 40},
    {"words": 4, "cut": True},
    {"chars": 300},
    {"ratio": 0.2, "order": "score"},
    {"position": "section"},
    {"method": "centroid", "redundancy": 0.5},
    {"method": "random", "seed": 7},
)


class Digest:
    """A hash of values, from their repr or bytes."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, *values: object) -> None:
        for value in values:
            self._hash.update(
                bytes(value) if isinstance(value, memoryview) else repr(value).encode("utf-8", "surrogatepass")
            )

    def __str__(self) -> str:
        return self._hash.hexdigest()[:16]


def digest(text: str, methods: Sequence[str]) -> str:
    """Returns the digest of the units, the words, the matrix and the results of
    every kind of call."""
    found = Digest()
    document = tersely.Document(text)
    found.add(document.units, document.words, document.terms, document.language, *document.tfidf)
    for method in methods:
        if method in QUADRATIC and len(document.candidates) > MOST_ROWS:
            continue
        for sentences in (1, 3, 10):
            add_summary(document.summarize(sentences, method=method), found)
    for options in CALLS:
        if options.get("method") not in QUADRATIC or len(document.candidates) <= MOST_ROWS:
            add_summary(document.summarize(**options), found)
    add_titled(document, found)
    add_explanation(document.summarize(3), found)
    add_own_terms(text, found)
    found.add([_choice(row) for row in tersely.summarize_column([text, None], 3, output="struct")])
    return str(found)


def add_summary(summary: tersely.Summary, found: Digest) -> None:
    found.add(_choice(summary.to_dict()), summary.order, summary.scores)


def _choice(row: Any) -> Any:
    return row and {key: value for key, value in row.items() if key not in NO_CHOICE}


def add_titled(document: tersely.Document, found: Digest) -> None:
    """Adds results with two titles: a unit of the text, and the beginning of a
    unit."""
    for unit in document.units[-1:]:
        add_summary(document.summarize(3, title=unit.text), found)
        add_summary(document.summarize(3, title=unit.text[:60]), found)


def add_explanation(summary: tersely.Summary, found: Digest) -> None:
    found.add(summary.explain().to_dict(), summary.suggest())


def add_own_terms(text: str, found: Digest) -> None:
    """Adds results with custom stop words, with whole words as terms, and for
    given sentences."""
    document = tersely.Document(text, stop_words=["the", "of", "die", "und", "\u0438", "extraordinarily"], stem="none")
    found.add(document.words, document.terms, *document.tfidf)
    add_summary(document.summarize(3), found)
    given = tersely.Document.from_sentences([unit.text for unit in document.units])
    add_summary(given.summarize(3), found)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yields (name, text)."""
    for path in sorted(folder.rglob("*.txt")):
        yield str(path.relative_to(folder)), path.read_text(encoding="utf-8")
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                for key, value in json.loads(line).items():
                    yield from ((f"{path.name}:{number}:{key}", text) for text in _as_texts(value))


def _as_texts(value: Any) -> list[str]:
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return ["\n".join(value)]
    return [value] if isinstance(value, str) else []
