"""A comparison in words, as a table for a terminal, and as HTML for a
notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .._display.facts import plural
from .._display.notebook import make_line, make_output
from .._display.shorten import shorten
from .._display.terminal import visible
from .._html_text import FAINT, escape
from ._results import FEW_TEXTS, ORACLE, MethodResult, Shown

NAME_WIDTH = 30  # columns
REASON_WIDTH = 100

_HEADER = ("method", "R-1", "R-2", "R-L", "words", "of oracle", "difference", "95 % interval", "p", "")


def show_text(shown: Shown) -> str:
    """Shows the table, a note on how it was made, and the conclusion. Control
    codes cannot reach the terminal."""
    rows = [_HEADER, *map(_cells, shown.rows)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines = [
        "  ".join(
            cell.rjust(width) if i else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    notes = [*_notes(shown), "", conclude(shown)]
    return visible("\n".join([*(line.rstrip() for line in lines), "", *notes]))


def show_html(shown: Shown) -> str:
    """Shows the same in a notebook, with the restrictions of
    _display/notebook.py."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in _HEADER)
    body = "\n".join(_html_row(row) for row in shown.rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"
    notes = "".join(map(make_line, _notes(shown)))
    return make_output("", f"{table}\n<div>{escape(conclude(shown))}</div>\n{notes}")


def _html_row(row: MethodResult) -> str:
    style = f' style="{FAINT}"' if row.method == ORACLE else ""
    name, *numbers = _cells(row)
    if row.is_real:
        numbers[5] = f"<b>{numbers[5]}</b>"
    cells = "".join(f'<td style="text-align:right">{cell}</td>' for cell in numbers)
    return f'<tr{style}><td style="text-align:left">{escape(name)}</td>{cells}</tr>'


def _cells(row: MethodResult) -> tuple[str, ...]:
    """Scores times 100. A real difference has a star."""
    words = "" if row.words is None else f"{row.words:.0f}"
    cells = [shorten(row.method, NAME_WIDTH), *(f"{100 * x:.1f}" for x in row[1:4]), words, f"{row.oracle_share:.0%}"]
    failed = f"{row.failed:,} failed" if row.failed else ""
    if row.difference is None or row.low is None or row.high is None or row.p_value is None:
        return *cells, "", "", "", failed
    star = "*" if row.is_real else " "
    interval = f"{_signed(row.low)} to {_signed(row.high)}"
    return *cells, _signed(row.difference) + star, interval, f"{row.p_value:.3f}", failed


def _signed(share: float) -> str:
    return f"{100 * share:+.1f}"


def _notes(shown: Shown) -> list[str]:
    """How the table was made, and what failed."""
    setting = shown.setting
    left_out = f", {setting.n_left_out:,} left out without text or reference" if setting.n_left_out else ""
    limits = [f"at most {plural(n, name.removesuffix('s'))}" for name, n in setting.budget.items()]
    budget = limits[0] if limits else "as long as its references"
    cut = f"cut to the words of the shortest one of its text ({setting.n_words:.0f} on average)"
    length = f"Each summary: {budget}, {cut if setting.equal_length else 'not cut to equal length'}."
    notes = [
        f"{plural(shown.n_texts, 'text')}{left_out}. F-measures times 100, of {_tell_tokens(setting.tokens)}.",
        length,
        f"Difference: of the mean of R-1, R-2 and R-L from {setting.baseline}; * is real (p < 0.05, corrected for the "
        f"number of methods; paired bootstrap, {setting.n_resamples:,} resamples).",
    ]
    for name, failures in shown.failures.items():
        if failures:
            reason = shorten(next(iter(failures.values())), REASON_WIDTH)
            notes.append(f"{name} failed on {plural(len(failures), 'text')}, which count as 0; the first: {reason}")
    return notes


def _tell_tokens(tokens: str) -> str:
    return "words as rouge-score counts them" if tokens == "rouge-score" else "words of any language"


def conclude(shown: Shown) -> str:
    """Says which methods differ from the baseline, and which cannot be told
    apart from it."""
    rows = [row for row in shown.rows if row.is_real is not None]
    better = [row for row in rows if row.is_real and (row.difference or 0) > 0]
    worse = [row for row in rows if row.is_real and (row.difference or 0) < 0][::-1]
    same = [row for row in rows if not row.is_real]
    told = [
        _tell_group("Better", better, shown.setting.baseline),
        _tell_group("Worse", worse, shown.setting.baseline),
        _tell_same(same, shown.setting.baseline),
    ]
    if shown.n_texts < FEW_TEXTS:
        few = f"{plural(shown.n_texts, 'text')} {'is' if shown.n_texts == 1 else 'are'}"
        told.append(f"{few} too few to find small differences.")
    return " ".join(filter(None, told))


def _tell_group(relation: str, rows: Sequence[MethodResult], baseline: str) -> str:
    if not rows:
        return ""
    return f"{relation} than {baseline}, beyond chance: {', '.join(_tell_row(row) for row in rows)}."


def _tell_row(row: MethodResult) -> str:
    return (
        f"{row.method} ({_signed(row.difference or 0)}, between {_signed(row.low or 0)} and {_signed(row.high or 0)})"
    )


def _tell_same(rows: Sequence[MethodResult], baseline: str) -> str:
    if not rows:
        return ""
    return f"No real difference from {baseline} was found for {_join(row.method for row in rows)}."


def _join(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
