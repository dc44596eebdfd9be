"""Counts the sentences picked from texts extracted from PDF that are not whole sentences, by simple rules.

    python tests/bench/pdf.py FOLDER [--sentences N] [--show] [--only NAME ...]

FOLDER holds text files, also in sub-folders (for example one per extractor). A pick is bad if it begins with a
lower-case letter or a mark, ends without a terminator, is mostly numbers and formulas, or contains a title, a caption
or a reference.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import tersely

BEGIN = re.compile(r"[\"'“‘«„([]*[^\W_a-z]")
END = re.compile(r"[.!?…。！？।][\"'”’»“)\]]*(\[[\d, –-]+\])?$")
CAPTION = re.compile(r"\b(Fig\.|FIG\.|Figure|FIGURE|Table|TABLE) ?[\dIVX]+[:.|] [A-Z]")
ADDRESS = re.compile(r"https?://|\bdoi\b|\[Online\]|\bpp\. \d|\bvol\. \d")
TITLE = re.compile(r"^(\d+(\.\d+)*|[IVX]+)\.? [A-Z]{4,}")
SPACED = re.compile(r"[^\W\d_] [,.] [^\W\d_]")
COLUMNS = re.compile(r"[a-z]- (?!and\b|or\b|to\b|und\b|oder\b)[a-z]+.* {3}|\S{35,}")


def fault(sentence: str) -> str | None:
    """Why the pick is not a whole sentence, or None."""
    text = " ".join(sentence.split())
    tokens = text.split()
    words = [token for token in tokens if re.search(r"[^\W\d_]{2}", token)]
    checks = {
        "begins inside a sentence": not BEGIN.match(text),
        "has no end": not END.search(text),
        "is numbers and formulas": 2 * len(words) <= len(tokens) or len(words) < 3,
        "holds a caption": bool(CAPTION.search(text)),
        "is a reference": bool(ADDRESS.search(text)),
        "begins with a title": bool(TITLE.match(text)),
        "has marks out of order": bool(SPACED.search(text)),
        "has words without spaces": bool(COLUMNS.search(text)),
    }
    return next((name for name, found in checks.items() if found), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sentences", type=int, default=5)
    parser.add_argument("--show", action="store_true", help="print every pick")
    parser.add_argument("--only", nargs="*", default=[], help="only files whose path contains one of these")
    options = parser.parse_args()
    picks = bad = 0
    for path in sorted(options.folder.rglob("*.txt")):
        if options.only and not any(name in str(path) for name in options.only):
            continue
        sentences = tersely.summarize(path.read_text(encoding="utf-8"), options.sentences).sentences
        faults = [(fault(s.text), s.text) for s in sentences]
        picks += len(faults)
        bad += sum(reason is not None for reason, _ in faults)
        for reason, text in faults:
            if options.show or reason:
                print(f"{path.relative_to(options.folder)}: {reason or 'whole'}: {' '.join(text.split())}")
    print(f"{bad} of {picks} picks are not whole sentences ({100 * bad / max(picks, 1):.1f} %)")


if __name__ == "__main__":
    main()
