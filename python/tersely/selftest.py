"""`python -m tersely.selftest` checks an installation in seconds: is every
result what it was on the developers' machine, to the last bit?

It summarises the texts that the package carries, in seven languages
and many layouts, with all methods, and compares digests of the results. It
prints the versions in use. The exit code is 0 if all is well and 1 if a result
differs or is invalid.

Digests belong to one version of ICU, which cuts sentences and words. With
another version results may differ a little; then only what must hold everywhere
is checked: exact spans, summaries that are not empty, and the same answer
twice.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

import tersely

from ._digests import digest, texts_of

FOLDER = Path(__file__).resolve().parent / "_selftest"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the self-test. Returns the exit code: 0 if all is well, else 1.
    Takes no arguments but `--help`."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given:
        print(__doc__)
        return 0 if given in (["-h"], ["--help"]) else 2
    info = tersely.build_info()
    print(
        f"tersely {info['version']}, ICU {info['icu']}, Unicode {info['unicode']}, Eigen {info['eigen']}, "
        f"{info['compiler']}; Python {platform.python_version()}, {platform.machine()}"
    )
    texts = dict(texts_of(FOLDER))
    invalid = [name for name, text in texts.items() if not _is_valid(text)]
    for name in invalid:
        print(f"INVALID: {name}")
    different = _different(texts) if info["icu"] == info["icu_of_digests"] else _not_compared(info)
    for name in different:
        print(f"DIFFERENT: {name}")
    bad = len({*invalid, *different})
    print(f"{len(texts)} texts: " + (f"{bad} FAILED" if bad or not texts else "all is well"))
    return int(bad > 0 or not texts)


def _is_valid(text: str) -> bool:
    """Are spans exact, is something chosen, and does a second call choose the
    same?"""
    first, second = tersely.summarize(text, 3), tersely.summarize(text, 3)
    exact = all(text[sentence.start : sentence.end] == sentence.text for sentence in first)
    return exact and len(first) > 0 and first.to_dict() == second.to_dict()


def _different(texts: dict[str, str]) -> list[str]:
    saved = json.loads((FOLDER / "digests.json").read_text(encoding="utf-8"))
    return [name for name, text in texts.items() if digest(text, saved["methods"]) != saved["digests"][name]]


def _not_compared(info: dict[str, str]) -> list[str]:
    print(
        f"Results are not compared: they were saved with ICU {info['icu_of_digests']}, and this is ICU {info['icu']}."
    )
    return []


if __name__ == "__main__":
    raise SystemExit(main())
