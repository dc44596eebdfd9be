"""Checks that a change does not alter any result, to the last bit: saves a digest of all results for each text before
the change, and compares after it.

    digests.py FOLDER --save before.json
    digests.py FOLDER --against before.json

Both runs need the same version of ICU, since versions may cut words differently. FOLDER holds .txt files, or JSON lines
whose strings and lists of strings are the texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tersely

METHODS = ("cover", "textrank", "textrank-overlap", "lexrank", "centroid", "lead", "random")
QUADRATIC = ("textrank", "textrank-overlap", "lexrank", "centroid")
MOST_ROWS = 1500  # for methods that compare all pairs

# Options that take different code paths; see summarize().
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
    """A hash of values, by their bytes or their repr."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, *values: object) -> None:
        for value in values:
            self._hash.update(
                bytes(value) if isinstance(value, memoryview) else repr(value).encode("utf-8", "surrogatepass")
            )

    def __str__(self) -> str:
        return self._hash.hexdigest()[:16]


def digest(text: str) -> str:
    """The digest of units, words, the matrix, and the results of every kind of call."""
    found = Digest()
    document = tersely.Document(text)
    found.add(document.units, document.words, document.terms, document.language, document.flags, *document.tfidf)
    for method in METHODS:
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
    found.add(tersely.summarize_column([text, None], 3, output="struct").to_list())
    return str(found)


def add_summary(summary: tersely.Summary, found: Digest) -> None:
    found.add(summary.to_dict(), summary.order, summary.scores)


def add_titled(document: tersely.Document, found: Digest) -> None:
    """Summaries with titles: a unit of the text, and the start of one."""
    for unit in document.units[-1:]:
        add_summary(document.summarize(3, title=unit.text), found)
        add_summary(document.summarize(3, title=unit.text[:60]), found)


def add_explanation(summary: tersely.Summary, found: Digest) -> None:
    found.add(summary.explain().to_dict(), summary.suggest())


def add_own_terms(text: str, found: Digest) -> None:
    """With custom stop words, whole words as terms, and given sentences."""
    document = tersely.Document(text, stop_words=["the", "of", "die", "und", "\u0438", "extraordinarily"], stem="none")
    found.add(document.words, document.terms, *document.tfidf)
    add_summary(document.summarize(3), found)
    given = tersely.Document.from_sentences([unit.text for unit in document.units])
    add_summary(given.summarize(3), found)


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of each text."""
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path)
    given = parser.parse_args()
    digests = {name: digest(text) for name, text in texts_of(given.folder)}
    if given.save:
        saved = {"icu": tersely.build_info()["icu"], "digests": digests}
        given.save.write_text(json.dumps(saved, indent=0) + "\n", encoding="utf-8")
    if given.against:
        before = json.loads(given.against.read_text(encoding="utf-8"))["digests"]
        different = [name for name, found in digests.items() if before.get(name) != found]
        print(f"{len(digests)} texts, {len(different)} different", *different[:20], sep="\n  ")
        raise SystemExit(bool(different) or before.keys() != digests.keys())


if __name__ == "__main__":
    main()
