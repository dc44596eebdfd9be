"""Measures the accuracy of sentence segmentation on texts with known sentences. Prints a Markdown table.

    python tests/bench/segmentation.py DATA_FOLDER [--peers]

DATA_FOLDER holds JSON lines, one text per line: seg_golden_rules.jsonl (text, lang, context, sentences),
seg_ud_multilang.jsonl and gum_summ_seg.jsonl (text, lang, spans in code points). --peers also measures the segmenters
of segmentation_peers.py that are installed.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import textwrap
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from installed import installed
from segmentation_peers import PEERS, Split

import tersely

HEAD = """\
# Accuracy of sentence segmentation

* Golden rules (%): the share of cases of pysbd's test suite whose sentences are all right, ignoring white space.
* F1: over the boundaries inside the texts, micro-averaged. A boundary is the number of visible characters before it.
* "UD macro": the mean over the languages of Universal Dependencies except Thai. "GUM": English texts of many genres, in
  several layouts.

Made by `python tests/bench/segmentation.py DATA_FOLDER --peers`. "detected": the language is not given. The other
segmenters run with default settings, with the language if they take one.
"""


@dataclass
class Counts:
    """The numbers of right, wrong and missed boundaries."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: set[int], gold: set[int]) -> None:
        self.right += len(found & gold)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / both if both else 0.0


@dataclass
class Sets:
    golden: list[dict]
    ud: list[dict]
    gum: list[dict]


def read(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def visible(text: str) -> str:
    return "".join(text.split())


def gold_boundaries(row: dict) -> set[int]:
    ends = [0]
    for character in row["text"]:
        ends.append(ends[-1] + (not character.isspace()))
    return {ends[end] for _, end in row["spans"]} - {ends[-1]}


def found_boundaries(text: str, sentences: Iterable[str]) -> set[int]:
    """Skips sentences with changed characters; searches each sentence after the end of the last one found."""
    whole = visible(text)
    found, end = set(), 0
    for sentence in map(visible, sentences):
        begin = whole.find(sentence, end)
        if begin >= 0:
            end = begin + len(sentence)
            found.add(end)
    return found - {0, len(whole)}


def golden(rows: list[dict], split: Split) -> Iterator[tuple[str, str]]:
    exact = []
    for row in rows:
        sentences = [visible(sentence) for sentence in split(row["text"], row["lang"])]
        exact.append([s for s in sentences if s] == [visible(s) for s in row["sentences"]])
    kinds: dict[str, Callable[[dict], bool]] = {
        "published, English": lambda row: row["context"] == "Golden Rules" and row["lang"] == "en",
        "published": lambda row: row["context"] == "Golden Rules",
        "all": lambda row: True,
    }
    for name, chosen in kinds.items():
        hits = [hit for row, hit in zip(rows, exact, strict=True) if chosen(row)]
        yield f"Golden rules, {name} ({len(hits)})", f"{100 * sum(hits) / max(1, len(hits)):.1f}"


def by_language(rows: list[dict], split: Split) -> dict[str, Counts]:
    counts: dict[str, Counts] = collections.defaultdict(Counts)
    for row in rows:
        found = found_boundaries(row["text"], split(row["text"], row["lang"]))
        counts[row["lang"]].add(found, gold_boundaries(row))
    return dict(sorted(counts.items()))


def ud(rows: list[dict], split: Split) -> Iterator[tuple[str, str]]:
    scores = {language: counts.f1 for language, counts in by_language(rows, split).items()}
    in_mean = [f1 for language, f1 in scores.items() if language != "th"]
    yield "UD macro F1", f"{sum(in_mean) / len(in_mean):.4f}"
    for language, f1 in scores.items():
        yield f"UD {language}", f"{f1:.3f}"


def wrap(text: str, between: str) -> str:
    paragraphs = text.split("\n")
    return between.join(textwrap.fill(p, 72, break_long_words=False, break_on_hyphens=False) for p in paragraphs)


def lower(text: str) -> str:
    """The text in lower case, with the same number of characters."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "GUM F1, one paragraph a line": lambda text: text,
    "GUM, CR LF": lambda text: text.replace("\n", "\r\n"),
    "GUM, wrapped at 72, blank lines between": lambda text: wrap(text, "\n\n"),
    "GUM, wrapped at 72, no blank lines": lambda text: wrap(text, "\n"),
    "GUM, tokenised": lambda text: re.sub(r'([.,!?;:"])', r" \1", text),
    "GUM, all lower case": lower,
}


def gum(rows: list[dict], split: Split) -> Iterator[tuple[str, str]]:
    """The gold boundaries hold for all layouts of a text, since white space does not count."""
    for name, lay in LAYOUTS.items():
        counts = Counts()
        for row in rows:
            text = lay(row["text"])
            counts.add(found_boundaries(text, split(text, row["lang"])), gold_boundaries(row))
        yield name, f"{counts.f1:.4f}"


def told(text: str, language: str) -> list[str]:
    return [unit.text for unit in tersely.split_sentences(text, language=language)]


def guessed(text: str, language: str) -> list[str]:
    return [unit.text for unit in tersely.split_sentences(text)]


def splitters(with_peers: bool) -> tuple[dict[str, Split], list[str]]:
    own = {f"tersely {tersely.__version__}": told, "tersely, detected": guessed}
    peers, missing = installed(PEERS) if with_peers else ({}, [])
    return own | peers, missing


def measure(data: Path, name: str) -> dict[str, str]:
    """One column. Takes the name of the splitter, since functions cannot be sent to processes."""
    warnings.simplefilter("ignore")  # of the peers
    split = splitters(with_peers=True)[0][name]
    sets = Sets(*(read(data / f"{name}.jsonl") for name in ("seg_golden_rules", "seg_ud_multilang", "gum_summ_seg")))
    return {**dict(golden(sets.golden, split)), **dict(ud(sets.ud, split)), **dict(gum(sets.gum, split))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of JSON lines")
    parser.add_argument("--peers", action="store_true", help="also measure the other segmenters that are installed")
    options = parser.parse_args()
    found, missing = splitters(options.peers)
    with ProcessPoolExecutor() as processes:
        columns = list(processes.map(measure, [options.data] * len(found), found))
    print(HEAD)
    print("|", " | ".join(["", *found]), "|")
    print("|---" + "|---:" * len(found) + "|")
    for row in columns[0]:
        print("|", " | ".join([row, *(column[row] for column in columns)]), "|")
    if missing:
        print("\nNot installed:", ", ".join(missing))


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of the peers, when they are imported
    main()
