"""The directive `language-table`, which has no arguments: a row for each language, with what its file in cpp/data
holds.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

import tersely

DATA = Path(__file__).resolve().parents[2] / "cpp" / "data"
HEAD = ["code", "language", "stop words", "detected by", "transcripts", "keyphrases", "coherence"]
SECTIONS = ["fillers", "breakers", "pronouns"]  # of the last three columns


def detected_by(table: str) -> str:
    if re.search(r"^letters ", table, re.MULTILINE):
        return "words, letters"
    if neighbours := re.search(r"^between (.+)$", table, re.MULTILINE):
        names = tersely.languages()
        return "words: " + " or ".join(names[code] for code in neighbours[1].split())
    return "script"


def row(code: str, name: str) -> list[str]:
    table = (DATA / f"{code}.txt").read_text(encoding="utf-8")
    marks = ["yes" if f"\n[{section}]\n" in table else "" for section in SECTIONS]
    return [code, name, str(len(tersely.stop_words(code))), detected_by(table), *marks]


def rows() -> list[list[str]]:
    """By name."""
    return sorted((row(code, name) for code, name in tersely.languages().items()), key=lambda cells: cells[1])


def as_row(cells: list[str]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph(text=cell)) for cell in cells))


class LanguageTable(SphinxDirective):
    """See above."""

    def run(self) -> list[nodes.Node]:
        for path in DATA.glob("*.txt"):
            self.env.note_dependency(path)
        columns = [nodes.colspec(colwidth=1) for _ in HEAD]
        body = nodes.tbody("", *map(as_row, rows()))
        return [nodes.table("", nodes.tgroup("", *columns, nodes.thead("", as_row(HEAD)), body, cols=len(HEAD)))]


def setup(app: Sphinx) -> dict[str, Any]:
    app.add_directive("language-table", LanguageTable)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
