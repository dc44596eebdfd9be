"""Measures how much of the summaries of real web pages is not part of the article.

A data folder has files named noisy_web_*.jsonl with one page on each line, of one or both of these kinds:
 - `text` (the article as a human marked it), `noisy_text` (the whole page) and optionally `boilerpipe_text` (the output
   of an extractor). A picked sentence is called junk if fewer than 8 in 10 of its four-word sequences are in the
   article, a fragment if it has no terminal punctuation, altered if it is not in the input, and glued if it contains a
   line end.
 - `noisy_text`, `must_not_contain` (snippets outside of the article) and `must_contain` (snippets of the article).
"""

from __future__ import annotations

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
LEAST_LENGTH = 200  # characters; in shorter texts the extraction has failed


@dataclass
class Picked:
    """The sentences that a set of summaries picked."""

    sentences: int = 0
    junk: list[str] = field(default_factory=list)
    fragments: list[str] = field(default_factory=list)
    altered: list[str] = field(default_factory=list)
    glued: list[str] = field(default_factory=list)

    def share(self, found: list[str]) -> str:
        return f"{100 * len(found) / max(self.sentences, 1):.1f}"


@dataclass
class Snippets:
    """How many unwanted and wanted snippets the summaries contain."""

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
    """Returns whether the sentence is in the article, up to small differences of the extraction."""
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
    """Compares with collapsed white space, because the snippets come from the rendered page."""
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
