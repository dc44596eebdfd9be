"""Accuracy of the sentence segmenter on sets of texts with known sentences.

    python tests/bench/segmentation.py DATA_FOLDER

DATA_FOLDER holds JSON lines, one text a line:

* ``seg_golden_rules.jsonl``: ``text``, ``lang``, ``context`` and ``sentences``. A case counts if the list of units is
  exactly the expected one; white space is ignored.
* ``seg_ud_multilang.jsonl`` and ``gum_summ_seg.jsonl``: ``text``, ``lang`` and ``spans`` (code points). A boundary is
  the number of visible characters before the end of a unit; the last one of a text is trivial and not counted. F1 is
  micro-averaged over the boundaries of a language or set; "UD macro" is the mean over the languages without Thai.

The last set is also measured re-laid (wrapped at 72 columns, with CR LF) and tokenised (a space before punctuation).
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import tersely


@dataclass
class Counts:
    """Boundaries that were found and are right, are wrong, were missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: set[int], gold: set[int]) -> None:
        self.right += len(found & gold)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f} (precision {self.precision:.4f}, recall {self.recall:.4f})"


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def visible(text: str) -> str:
    return "".join(text.split())


def visible_before(text: str) -> list[int]:
    """Entry i: the visible characters of text[:i]."""
    counts = [0]
    for character in text:
        counts.append(counts[-1] + (not character.isspace()))
    return counts


def boundaries(text: str, ends: Iterable[int]) -> set[int]:
    before = visible_before(text)
    return {before[end] for end in ends} - {before[-1]}


def found_boundaries(text: str, language: str) -> set[int]:
    return boundaries(text, (unit.end for unit in tersely.split_sentences(text, language=language)))


def language_of(row: dict, told: bool) -> str:
    return row["lang"] if told else "auto"


def golden(rows: list[dict], told: bool) -> str:
    """The share of exact cases: published English, all published, all."""
    exact = []
    for row in rows:
        units = tersely.split_sentences(row["text"], language=language_of(row, told))
        exact.append([visible(unit.text) for unit in units] == [visible(s) for s in row["sentences"]])

    def share(name: str, chosen: Callable[[dict], bool]) -> str:
        hits = [hit for row, hit in zip(rows, exact) if chosen(row)]
        return f"{name} {100 * sum(hits) / max(1, len(hits)):.1f} % of {len(hits)}"

    return ", ".join((
        share("published English", lambda row: row["context"] == "Golden Rules" and row["lang"] == "en"),
        share("all published", lambda row: row["context"] == "Golden Rules"),
        share("all", lambda row: True),
    ))


def by_language(rows: list[dict], told: bool) -> dict[str, Counts]:
    counts: dict[str, Counts] = collections.defaultdict(Counts)
    for row in rows:
        gold = boundaries(row["text"], (end for _, end in row["spans"]))
        counts[row["lang"]].add(found_boundaries(row["text"], language_of(row, told)), gold)
    return dict(sorted(counts.items()))


def re_laid(rows: list[dict], lay: Callable[[str], str]) -> Counts:
    """As `by_language`, over all rows, for texts that `lay` has given other white space."""
    counts = Counts()
    for row in rows:
        gold = boundaries(row["text"], (end for _, end in row["spans"]))
        counts.add(found_boundaries(lay(row["text"]), row["lang"]), gold)
    return counts


def wrap(text: str, between: str) -> str:
    paragraphs = text.split("\n")
    return between.join(textwrap.fill(p, 72, break_long_words=False, break_on_hyphens=False) for p in paragraphs)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "one paragraph a line": lambda text: text,
    "the same, CR LF": lambda text: text.replace("\n", "\r\n"),
    "wrapped at 72, blank lines": lambda text: wrap(text, "\n\n"),
    "wrapped at 72, no blank lines": lambda text: wrap(text, "\n"),
    "tokenised": lambda text: re.sub(r'(?<=\S)([.,!?;:"])', r" \1", text),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder with the JSON lines")
    data = parser.parse_args().data
    golden_rows = read(data / "seg_golden_rules.jsonl")
    ud_rows = read(data / "seg_ud_multilang.jsonl")
    gum_rows = read(data / "gum_summ_seg.jsonl")
    for told in (True, False):
        print("language given" if told else "language guessed")
        print("  golden rules:", golden(golden_rows, told))
        counts = by_language(ud_rows, told)
        scores = [c.f1 for language, c in counts.items() if language != "th"]
        print(f"  UD macro F1 {sum(scores) / len(scores):.4f};", " ".join(f"{k} {c.f1:.3f}" for k, c in counts.items()))
        print("  GUM", by_language(gum_rows, told)["en"])
    print("GUM by layout")
    for name, lay in LAYOUTS.items():
        print(f"  {name}: {re_laid(gum_rows, lay)}")


if __name__ == "__main__":
    main()
