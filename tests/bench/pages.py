"""Measures how often summaries of web pages take sentences that are not of the article: summarize_html against the text
that trafilatura gives with summarize.

    pages.py DATA_FOLDER PAGES_FOLDER

DATA_FOLDER holds noisy_web_*.jsonl; PAGES_FOLDER holds the pages as NAME.html or NAME.html.gz, where the id of a line
is "aeb-" and the beginning of NAME, or "traf-" and the name of the file. A sentence is foreign if less than 80 % of its
4-grams of words are in the article as people marked it (or of its words, if it is shorter), or if it has a snippet that
they marked as foreign.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import trafilatura

import tersely

N = 3
LEAST = 0.8


def pages(data: Path, folder: Path) -> Iterator[tuple[str, dict[str, Any], bytes]]:
    """Yields (set, line, page) for each line whose page is there."""
    files = sorted(folder.iterdir())
    for path in sorted(data.glob("noisy_web_*.jsonl")):
        for line in path.open(encoding="utf-8"):
            record = json.loads(line)
            name = record["id"].split("-", 1)[1]
            found = next((file for file in files if file.name.startswith(name)), None)
            if found is not None:
                page = found.read_bytes()
                yield path.stem, record, gzip.decompress(page) if found.suffix == ".gz" else page


def grams(text: str, n: int) -> list[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]


def is_foreign(sentence: str, record: dict[str, Any]) -> bool:
    if "must_not_contain" in record:
        return any(snippet in sentence for snippet in record["must_not_contain"])
    n = 4 if grams(sentence, 4) else 1
    article = set(grams(record["text"], n))
    mine = grams(sentence, n)
    return not mine or sum(gram in article for gram in mine) / len(mine) < LEAST


def plain(page: bytes, url: str) -> tersely.Summary:
    text = trafilatura.extract(page, url, include_comments=False, include_tables=False)
    if text is None:
        raise tersely.TerselyError("no article")
    return tersely.summarize(text, N)


def marked(page: bytes, url: str) -> tersely.Summary:
    return tersely.summarize_html(page, N, url=url)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--show", action="store_true", help="prints the foreign sentences")
    given = parser.parse_args()
    ways: dict[str, Callable[[bytes, str], tersely.Summary]] = {
        "trafilatura + summarize": plain,
        "summarize_html": marked,
    }
    counts: dict[tuple[str, str], Counter[str]] = {}
    for name, record, page in pages(given.data, given.pages):
        for way, summarize in ways.items():
            count = counts.setdefault((name, way), Counter())
            try:
                summary = summarize(page, record["url"])
            except tersely.TerselyError:
                count["no article"] += 1
                continue
            foreign = [str(x) for x in summary if is_foreign(str(x), record)]
            count.update({
                "pages": 1,
                "sentences": len(summary),
                "foreign": len(foreign),
                "clean pages": not foreign,
                "headings": sum(x.kind == "heading" for x in summary),
                "without stop": sum(not re.search(r"[.!?…。！？][\"'”’»)\]]*$", str(x)) for x in summary),
                "snippets of the article": sum(part in str(summary) for part in record.get("must_contain", ())),
            })  # fmt: skip
            if given.show and foreign:
                print(way, record["id"], *foreign, sep="\n  ")
    for (name, way), count in counts.items():
        share = 100 * count["foreign"] / max(count["sentences"], 1)
        print(f"{name:24} {way:24} {share:5.1f} % foreign; {dict(count)}")


if __name__ == "__main__":
    main()
