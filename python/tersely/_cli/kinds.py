"""Kinds of input, decided by the file name."""

from __future__ import annotations

from pathlib import Path

TABLES = ("jsonl", "csv", "tsv", "parquet")
ALL = ("text", "markdown", "html", *TABLES)
_ENDINGS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
}


def kind_of(file: str) -> str | None:
    """Returns None if the name does not tell; the file is then read as text."""
    return _ENDINGS.get(Path(file).suffix.lower())
