"""Kinds of input, decided by the file name."""

from __future__ import annotations

from pathlib import Path

from .compression import split_ending

TABLES = ("jsonl", "csv", "tsv", "parquet")
SEPARATED = ("csv", "tsv")
ALL = ("text", "markdown", "html", *TABLES)
_ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


def kind_of(file: str) -> str | None:
    """Returns None if the name does not tell; the file is then read as text.
    `.gz` and the like do not count."""
    return _ENDINGS.get(Path(split_ending(file)[0]).suffix.lower())
