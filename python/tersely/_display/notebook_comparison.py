"""A comparison of two summaries in notebooks: the document with the marks of
both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._html_text import AMBER, BLUE, FACTS, GREEN, mark_style, short
from .comparison_text import name_both
from .facts import tell_facts
from .notebook import in_english, make_line, make_output, show_chosen, side_of
from .view import View

if TYPE_CHECKING:
    from .._sentence import ScoredSentence
    from .shown import ShownComparison

_STRENGTH = 0.6  # of all marks: scores of two methods cannot be compared
_LINE = "border-bottom:2px {} rgb({}, {}, {})"  # tells the marks apart without colours


def show_comparison(comparison: ShownComparison) -> str:
    """Shows the document with three kinds of marks, their meaning and the facts
    of both summaries."""
    first, second = name_both(comparison)
    kinds = (
        (f"only {first}", _style(BLUE, "solid"), comparison.only_first),
        (f"only {second}", _style(GREEN, "dashed"), comparison.only_second),
        ("both", _style(AMBER), comparison.both),
    )
    chosen = [sentence for _, _, sentences in kinds for sentence in sentences]
    kind_of = {sentence.index: (name, style) for name, style, sentences in kinds for sentence in sentences}

    def mark(sentence: ScoredSentence) -> str:
        name, style = kind_of[sentence.index]
        return f'<mark dir="auto" title="{short(name)}" style="{style}">{short(sentence.text)}</mark>'

    view = View.of(comparison.first.document, chosen)._replace(mark=mark)
    facts = "".join(
        f"<div>{in_english(f'{name}: {tell_facts(summary)}')}</div>"
        for name, summary in ((first, comparison.first), (second, comparison.second))
    )
    legend = " ".join(
        f'<mark dir="ltr" style="{style}">{short(name)}: {len(sentences):,}</mark>' for name, style, sentences in kinds
    )
    text = show_chosen(view) if chosen else make_line("Both summaries are empty.")
    header = f'<div style="{FACTS}">{facts}</div><div style="margin-bottom:.6em">{legend}</div>'
    return make_output("", f"{header}\n{text}", side_of(view.units))


def _style(colour: tuple[int, int, int], line: str = "") -> str:
    style = mark_style(colour, _STRENGTH)
    return f"{style};{_LINE.format(line, *colour)}" if line else style
