"""Do results stay the same, to the last bit? A digest of all that comes out for each text, saved before a change and
compared behind it.

    digests.py FOLDER --save before.json
    digests.py FOLDER --against before.json

Versions of ICU may cut words differently; both runs need the same. FOLDER has .txt files, or JSON lines whose strings,
and lists of strings, are taken as texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tersely

METHODS = ("cover", "textrank", "textrank-overlap", "lexrank", "centroid")
MOST_ROWS = 1500  # of methods that compare all pairs


def digest(text: str) -> str:
    """Of units, words, the matrix, and the choices, scores and gains of every method."""
    found = hashlib.sha256()

    def add(*values: object) -> None:
        for value in values:
            found.update(
                bytes(value) if isinstance(value, memoryview) else repr(value).encode("utf-8", "surrogatepass")
            )

    document = tersely.Document(text)
    add(document.units, document.words, document.terms, document.language, document.flags, *document.tfidf)
    for method in METHODS if len(document.candidates) <= MOST_ROWS else METHODS[:1]:
        for sentences in (1, 3, 10):
            summary = document.summarize(sentences, method=method)
            add(summary.to_dict(), summary.order, summary.scores)
    return found.hexdigest()[:16]


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, text)."""
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
