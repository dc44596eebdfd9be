"""Keyphrases in notebooks: a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._html_text import escape, short
from .notebook import make_line, make_output

if TYPE_CHECKING:
    from .shown import ShownKeyphrases

MOST_ROWS = 100  # a notebook stores every output
_LEFT, _RIGHT = "text-align:left", "text-align:right"


def show_keyphrases(keyphrases: ShownKeyphrases) -> str:
    """Shows the best keyphrases with score and count."""
    if not len(keyphrases):
        return make_output("", make_line("The text has no keyphrases."))
    rows = [_row(str(x), f"{x.score:.2f}", str(x.count)) for x in list(keyphrases)[:MOST_ROWS]]
    more = len(keyphrases) - len(rows)
    header = f'<tr><th style="{_LEFT}">keyphrase</th><th>score</th><th>count</th></tr>'
    table = f"<table>{header}{''.join(rows)}</table>"
    return make_output("", table + (make_line(f"and {more:,} more") if more else ""))


def _row(text: str, score: str, count: str) -> str:
    numbers = "".join(f'<td style="{_RIGHT}">{escape(number)}</td>' for number in (score, count))
    return f'<tr><td dir="auto" style="{_LEFT}">{short(text)}</td>{numbers}</tr>'
