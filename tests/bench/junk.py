"""Measures how much of the summaries of real web pages is not from the article. Prints Markdown tables.

    python tests/bench/junk.py DATA_FOLDER [--show]

What DATA_FOLDER holds: see support/junk.py, which counts.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "python"))
from support.junk import Page, load, pick, snippets

SIZES = (3, 5)


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
