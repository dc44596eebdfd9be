"""Checks an installed tersely with nothing but the standard library: its self-test, the examples of the README, and
the command line.

    python check_installed.py FOLDER      # that holds README.md and tests/data/article.txt
"""

from __future__ import annotations

import contextlib
import doctest
import importlib.metadata
import io
import os
import sys
from pathlib import Path

import tersely
import tersely.selftest

ARTICLE = "tests/data/article.txt"


def run_command(arguments: list[str]) -> str:
    """Runs `tersely` in this process, since an emulator does not follow into another. Returns what it printed."""
    (command,) = importlib.metadata.entry_points(group="console_scripts", name="tersely")
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        command.load()(arguments)
    printed.flush()
    return printed.buffer.getvalue().decode("utf-8")


def main(folder: str) -> None:
    os.chdir(folder)
    examples = doctest.testfile("README.md", module_relative=False, encoding="utf-8")
    printed = run_command([ARTICLE])
    expected = str(tersely.summarize(Path(ARTICLE).read_text(encoding="utf-8")))
    checks = {
        "self-test": tersely.selftest.main([]) == 0,
        f"README, {examples.attempted} examples": examples.attempted > 0 and examples.failed == 0,
        "command line": printed.strip() == expected.strip() != "",
    }
    for name, passed in checks.items():
        print(f"{name}: {'passed' if passed else 'FAILED'}")
    raise SystemExit(not all(checks.values()))


if __name__ == "__main__":
    main(sys.argv[1])
