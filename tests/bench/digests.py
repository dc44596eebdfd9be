"""Checks that a change does not alter any choice, to the last bit: compares digests of the results for each text with
those that were saved before.

    digests.py FOLDER                    compares with FOLDER/digests.json
    digests.py FOLDER --against FILE     compares with another file
    digests.py FOLDER --save FILE        saves

All runs need the same version of ICU, since versions may cut words differently. FOLDER holds .txt files, or JSON lines
whose strings and lists of strings are the texts. Flags are not compared.

If a change is meant to alter choices, raise `ruleset` in cpp/src/support/build_info.cpp, build, and save. A file is not
replaced by other digests of the same ruleset: it tells users when to compute again.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import tersely
from tersely._digests import digest, texts_of


def take(folder: Path, methods: list[str]) -> dict[str, str]:
    return {name: digest(text, methods) for name, text in texts_of(folder)}


def save(path: Path, folder: Path) -> None:
    """Raises SystemExit if the file has other digests of the same ruleset."""
    info = tersely.build_info()
    methods = list(tersely.methods())
    digests = take(folder, methods)
    if path.exists():
        before = json.loads(path.read_text(encoding="utf-8"))
        comparable = digests if before["methods"] == methods else take(folder, before["methods"])
        if (different := different_texts(before, comparable)) and before.get("ruleset") == info["ruleset"]:
            raise SystemExit(
                f"not saved: {different} have other results, but the ruleset is still {info['ruleset']}; "
                "raise it in cpp/src/support/build_info.cpp"
            )
    saved = {"icu": info["icu"], "ruleset": info["ruleset"], "methods": methods, "digests": digests}
    path.write_text(json.dumps(saved, indent=0) + "\n", encoding="utf-8")


def different_texts(before: dict[str, Any], digests: dict[str, str]) -> list[str]:
    """Returns the texts of both whose digests differ."""
    return [name for name, found in digests.items() if before["digests"].get(name, found) != found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--against", type=Path, help="compares the methods that there were when it was saved")
    given = parser.parse_args()
    if given.save:
        save(given.save, given.folder)
        return
    before = json.loads((given.against or given.folder / "digests.json").read_text(encoding="utf-8"))
    digests = take(given.folder, before["methods"])
    different = [name for name in digests if name not in before["digests"]] + different_texts(before, digests)
    print(f"{len(digests)} texts, {len(different)} different", *different[:20], sep="\n  ")
    raise SystemExit(bool(different) or before["digests"].keys() != digests.keys())


if __name__ == "__main__":
    main()
