"""Runs notebooks and stores their outputs, so that they can be read without being run.

    python notebooks/run.py [NOTEBOOK ...]           # stores the outputs
    python notebooks/run.py --check [NOTEBOOK ...]   # exits with 1 if stored text or HTML is stale; writes nothing

Without names, it runs all notebooks of this folder. Stored outputs have no times, paths, memory addresses, random ids
or messages of standard error, so they change only if results do. Pictures are stored but not compared, because their
bytes depend on fonts.
"""

from __future__ import annotations

import argparse
import copy
import difflib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent
COMPARED = ("text/html", "text/plain")
TIMEOUT = 600  # seconds for each cell
VOLATILE = (
    (re.compile(re.escape(str(FOLDER.parent)) + r"/?"), ""),
    (re.compile(r"0x[0-9a-f]{6,}"), "0x0"),
)
STYLER_ID = re.compile(r"\bT_[0-9a-f]{5}(?=_|\b)")  # pandas gives each styled table a random id


def run(stored: Any) -> Any:
    """Returns the notebook with fresh outputs and its own metadata."""
    fresh = copy.deepcopy(stored)
    for cell in fresh.cells:
        cell.metadata.pop("execution", None)
    resources = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(fresh, timeout=TIMEOUT, kernel_name="python3", resources=resources).execute()
    fresh.metadata = stored.metadata
    for number, cell in enumerate(fresh.cells):
        if cell.cell_type == "code":
            cell.metadata.pop("execution", None)
            cell.outputs = [_normalized(output, number) for output in _joined(cell.outputs)]
    return fresh


def _joined(outputs: list[Any]) -> Iterator[Any]:
    """Yields the outputs without standard error. Pieces of standard output become one, as they come in any division."""
    kept = [output for output in outputs if output.get("name") != "stderr"]
    for i, output in enumerate(kept):
        if i > 0 and output.output_type == kept[i - 1].output_type == "stream":
            output.text = kept[i - 1].text + output.text
        if i + 1 == len(kept) or not output.output_type == kept[i + 1].output_type == "stream":
            yield output


def _normalized(output: Any, cell: int) -> Any:
    if output.output_type == "stream":
        output.text = _stable(output.text, cell)
    for kind in COMPARED:
        if kind in output.get("data", {}):
            output.data[kind] = _stable(output.data[kind], cell)
    return output


def _stable(text: str, cell: int) -> str:
    for volatile, replacement in VOLATILE:
        text = volatile.sub(replacement, text)
    return STYLER_ID.sub(f"T_{cell:05}", text)


def told(notebook: Any) -> list[str]:
    """Returns the lines of all outputs that are compared, each with the number of its cell."""
    lines = []
    for number, cell in enumerate(notebook.cells):
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            texts = [output.get("text", "")]
            if any(kind.startswith("image/") for kind in data):
                texts = ["(a picture)"]
            else:
                texts += [data.get(kind, "") for kind in COMPARED]
            lines += [f"cell {number}: {line}" for text in texts for line in text.splitlines()]
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="compare the outputs instead of storing them")
    parser.add_argument("notebooks", nargs="*", type=Path, default=sorted(FOLDER.glob("*.ipynb")))
    arguments = parser.parse_args()
    os.environ["PYTHONHASHSEED"] = "0"  # of the kernels
    stale = 0
    for path in arguments.notebooks:
        stored = nbformat.read(path, as_version=4)
        fresh = run(stored)
        if not arguments.check:
            nbformat.write(fresh, path)
            continue
        differences = [*difflib.unified_diff(told(stored), told(fresh), "stored", "fresh", lineterm="", n=0)]
        stale += bool(differences)
        print(f"{path.name}: {'stale' if differences else 'fresh'}", *differences, sep="\n")
    if stale:
        print("To store the fresh outputs: python notebooks/run.py")
    return min(stale, 1)


if __name__ == "__main__":
    sys.exit(main())
