"""A list of summaries in notebooks: a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .._html_text import FAINT, escape, short
from .facts import percent, tell_nothing, tell_share
from .notebook import make_line, make_output
from .shorten import shorten_line

if TYPE_CHECKING:
    from .shown import ShownSummary

MOST_ROWS = 50
TEXT_WIDTH = 400  # columns
_TOP = "vertical-align:top"
_TEXT, _FACT, _NUMBER = f"text-align:left;{_TOP}", f"text-align:left;{_TOP};white-space:nowrap", f"{FAINT};{_TOP}"


def show_summaries(summaries: Sequence[ShownSummary | None]) -> str:
    """Shows a row for each summary: its number from 0, its text, what share it
    is, and its method if these differ."""
    if not summaries:
        return make_output("", make_line("The list is empty."))
    methods = {summary.method for summary in summaries if summary}
    rows = [_row(i, summary, len(methods) > 1) for i, summary in enumerate(summaries[:MOST_ROWS])]
    more = len(summaries) - len(rows)
    names = ["", "summary", "of", "covers", *(["method"] if len(methods) > 1 else [])]
    header = "".join(f'<th style="{_TEXT}">{name}</th>' for name in names)
    table = f"<table><tr>{header}</tr>{''.join(rows)}</table>"
    return make_output("", table + (make_line(f"and {more:,} more") if more else ""))


def _row(number: int, summary: ShownSummary | None, with_method: bool) -> str:
    cells = [f'<td style="{_NUMBER}">{number:,}</td>']
    nothing = "missing" if summary is None else tell_nothing(summary)
    if summary is None or nothing is not None:
        cells.append(f'<td style="{_TEXT}">{make_line(nothing or "")}</td>')
        cells += ["<td></td>"] * (3 if with_method else 2)
    else:
        text = short(shorten_line(str(summary), TEXT_WIDTH))
        cells.append(f'<td dir="auto" style="{_TEXT}">{text}</td>')
        facts = [tell_share(summary), percent(summary.coverage), *([summary.method] if with_method else [])]
        cells += [f'<td style="{_FACT}">{escape(fact)}</td>' for fact in facts]
    return f"<tr>{''.join(cells)}</tr>"
