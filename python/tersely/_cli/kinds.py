"""Kinds of input: what a file holds, by its name."""

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
    """None: the name does not tell, which means text."""
    return _ENDINGS.get(Path(file).suffix.lower())
