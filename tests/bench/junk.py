"""Measures how much of the summaries of real web pages is not from the article. Prints Markdown tables.

    python tests/bench/junk.py DATA_FOLDER [--show]

DATA_FOLDER holds one or both of two kinds of JSON lines, one page per line, in files named noisy_web_*.jsonl:
 - `text` (the article as marked by a human), `noisy_text` (the whole page) and, optionally, `boilerpipe_text` (the
   output of an extractor). A picked sentence is junk if fewer than 8 in 10 of its runs of four words are in the
   article, a fragment if it has no terminal punctuation, altered if it is not in the input, and glued if it contains
   a line end.
 - `noisy_text`, `must_not_contain` (snippets that are not part of the article) and `must_contain` (snippets that are).
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import tersely

Page = dict[str, Any]

WORD = re.compile(r"\w+")
TERMINATED = re.compile(r"""[.!?…。！？]["'”’»)\]]*\s*$""")
RUN = 4
LEAST_SHARE = 0.8
LEAST_LENGTH = 200  # characters; shorter texts are failed extractions
SIZES = (3, 5)


@dataclass
class Picked:
    """The sentences of a set of summaries, by fault."""

    sentences: int = 0
    junk: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    glued: list[str] = field(default_factory=list)

    def share(self, found: list[str]) -> str:
        return f"{100 * len(found) / max(self.sentences, 1):.1f}"


@dataclass
class Snippets:
    """How many of the unwanted and the wanted snippets are in the summaries."""

    unwanted: int = 0
    wanted: int = 0
    bad: list[tuple[str, str]] = field(default_factory=list)  # (snippet, summary)
    bad_pages: int = 0
    good: int = 0


def runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def is_of(article: list[str], sentence: str) -> bool:
    """Is the sentence in the article, apart from small differences of the extraction?"""
    said = words(sentence)
    if len(said) < RUN:
        return bool(said) and set(said) <= set(article)
    wanted = set(runs(article))
    found = [run in wanted for run in runs(said)]
    return sum(found) >= LEAST_SHARE * len(found)


def one_line(text: str) -> str:
    return " ".join(text.split())


def pick(pages: Iterable[Page], key: str, size: int = 3) -> Picked:
    picked = Picked()
    for page in pages:
        text = page.get(key) or ""
        if len(text) < LEAST_LENGTH:
            continue
        article = words(page["text"])
        for sentence in tersely.summarize(text, sentences=size, language=page.get("lang") or "auto"):
            said = str(sentence)
            picked.sentences += 1
            if not is_of(article, said):
                picked.junk.append(said)
            if not TERMINATED.search(said):
                picked.fragments.append(said)
            if said not in text:
                picked.altered.append(said)
            if "\n" in said.strip():
                picked.glued.append(said)
    return picked


def snippets(pages: Iterable[Page], size: int) -> Snippets:
    """Compares with white space collapsed, since the snippets were taken from rendered pages."""
    found = Snippets()
    for page in pages:
        summary = one_line(
            str(tersely.summarize(page["noisy_text"], sentences=size, language=page.get("lang") or "auto"))
        )
        found.unwanted += len(page["must_not_contain"])
        found.wanted += len(page.get("must_contain", ()))
        bad = [(one_line(s), summary) for s in page["must_not_contain"] if one_line(s) in summary]
        found.bad += bad
        found.bad_pages += bool(bad)
        found.good += sum(one_line(s) in summary for s in page.get("must_contain", ()))
    return found


def load(folder: Path) -> Iterator[tuple[str, list[Page]]]:
    for path in sorted(folder.glob("noisy_web_*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield path.stem, [json.loads(line) for line in lines]


def print_picked(name: str, pages: list[Page], show: bool) -> None:
    print("\n| pages | input | sentences | junk % | fragments % | altered | glued |\n|---|---|---|---|---|---|---|")
    shown = []
    for key in ("text", "boilerpipe_text", "noisy_text"):
        if not any(key in page for page in pages):
            continue
        got = pick(pages, key)
        cells = [name, key, str(got.sentences), got.share(got.junk), got.share(got.fragments)]
        print(f"| {' | '.join([*cells, str(len(got.altered)), str(len(got.glued))])} |")
        for kind in ("junk", "fragments", "altered", "glued"):
            shown += [f"{key} {kind}: {sentence!r}" for sentence in getattr(got, kind)]
    if show:
        print("\n".join(["", *shown]))


def print_snippets(name: str, pages: list[Page], show: bool) -> None:
    print("\n| pages | summary | unwanted | on pages | of | wanted | of |\n|---|---|---|---|---|---|---|")
    shown = []
    for size in SIZES:
        got = snippets(pages, size)
        cells = [name, f"{size} sentences", len(got.bad), got.bad_pages, got.unwanted, got.good, got.wanted]
        print(f"| {' | '.join(map(str, cells))} |")
        shown += [f"{size} sentences: {snippet!r} in {summary!r}" for snippet, summary in got.bad]
    if show:
        print("\n".join(["", *shown]))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the junk in the summaries of web pages.")
    parser.add_argument("folder", type=Path, help="folder of noisy_web_*.jsonl")
    parser.add_argument("--show", action="store_true", help="list the faulty sentences and unwanted snippets")
    options = parser.parse_args()
    for name, pages in load(options.folder):
        marked = [page for page in pages if "text" in page]
        judged = [page for page in pages if "must_not_contain" in page]
        if marked:
            print_picked(name, marked, options.show)
        if judged:
            print_snippets(name, judged, options.show)


if __name__ == "__main__":
    main()
