"""Checks that a change does not alter any result, to the last bit: saves a digest of all results for each text before
the change, and compares after it.

    digests.py FOLDER --save before.json
    digests.py FOLDER --against before.json

Both runs need the same version of ICU, since versions may cut words differently. FOLDER holds .txt files, or JSON lines
whose strings and lists of strings are the texts.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import tersely
from tersely._digests import digest, texts_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path, help="compares the methods that there were when it was saved")
    given = parser.parse_args()
    before = json.loads(given.against.read_text(encoding="utf-8")) if given.against else {}
    methods = before.get("methods") or list(tersely.methods())
    digests = {name: digest(text, methods) for name, text in texts_of(given.folder)}
    if given.save:
        saved = {"icu": tersely.build_info()["icu"], "methods": methods, "digests": digests}
        given.save.write_text(json.dumps(saved, indent=0) + "\n", encoding="utf-8")
    if before:
        different = [name for name, found in digests.items() if before["digests"].get(name) != found]
        print(f"{len(digests)} texts, {len(different)} different", *different[:20], sep="\n  ")
        raise SystemExit(bool(different) or before["digests"].keys() != digests.keys())


if __name__ == "__main__":
    main()
