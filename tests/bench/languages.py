"""Measures the accuracy of language detection on texts of known languages. Prints a Markdown table.

    python tests/bench/languages.py DATA_FOLDER [--words 5 10 20 50 0] [--languages]

DATA_FOLDER holds JSON lines, one text per line, with `text` and `lang`; lines without both are skipped. Each text is
cut to its first words (0: not cut). For a language without tables the right answer is "und".
"""

from __future__ import annotations

import argparse
import collections
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import tersely

WORD = re.compile(r"\S*[^\W\d_]\S*")  # a run without white space that has a letter
UNKNOWN = "und"


@dataclass
class Answers:
    """How often the answer was right, "und" or wrong; the wrong ones as "answer for truth"."""

    right: int = 0
    none: int = 0
    wrong: collections.Counter[str] = field(default_factory=collections.Counter)

    def add(self, said: str, true: str) -> None:
        if said == true:
            self.right += 1
        elif said == UNKNOWN:
            self.none += 1
        else:
            self.wrong[f"{said} for {true}"] += 1

    @property
    def total(self) -> int:
        return self.right + self.none + self.wrong.total()

    def row(self, name: str, words: int) -> str:
        shares = [100 * count / self.total for count in (self.right, self.none, self.wrong.total())]
        cells = [name, str(words or "all"), str(self.total), *(f"{share:.1f}" for share in shares)]
        worst = ", ".join(f"{mistake} ({count})" for mistake, count in self.wrong.most_common(4))
        return f"| {' | '.join([*cells, worst])} |"


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """(text, language)"""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if isinstance(row.get("text"), str) and isinstance(row.get("lang"), str):
                yield row["text"], row["lang"]


def cut(text: str, words: int) -> str:
    """The first `words` words of the text; the whole text if that is 0 or more than it has."""
    for number, word in enumerate(WORD.finditer(text), start=1):
        if number == words:
            return text[: word.end()]
    return text


def answers(path: Path, words: int) -> dict[str, Answers]:
    """The answers by true language."""
    known = tersely.languages()
    found: dict[str, Answers] = collections.defaultdict(Answers)
    for text, language in texts(path):
        true = language if language in known else UNKNOWN
        found[language].add(tersely.Document(cut(text, words)).language, true)
    return found


def together(parts: dict[str, Answers]) -> Answers:
    whole = Answers()
    for part in parts.values():
        whole.right += part.right
        whole.none += part.none
        whole.wrong += part.wrong
    return whole


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the accuracy of language detection.")
    parser.add_argument("data", type=Path, help="folder of JSON lines")
    parser.add_argument("--words", type=int, nargs="+", default=[5, 10, 20, 50, 0], help="words of each text (0: all)")
    parser.add_argument("--languages", action="store_true", help="also print a row for each language")
    arguments = parser.parse_args()
    print("| texts | words | n | right % | none % | wrong % | wrong most often |\n|---|---|---|---|---|---|---|")
    for path in sorted(arguments.data.glob("*.jsonl")):
        for words in arguments.words:
            by_language = answers(path, words)
            if not by_language:
                break
            print(together(by_language).row(path.stem, words), flush=True)
            if arguments.languages and len(by_language) > 1:
                for language, part in sorted(by_language.items()):
                    print(part.row(f"{path.stem} {language}", words))


if __name__ == "__main__":
    main()
